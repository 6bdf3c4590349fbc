"""A corpus on disk: finding it, and reading its YAML files into records and problems.

`find` says which directory, `files` which files, `reading` what is in them, `references` whether
the ids lead somewhere. Below these: `text` (bytes to text), `yamltext` (text to values), `readers`,
`mappings` and `schema` (values to records), `synonyms` (other words for what they are called),
`placing` (a place in a record to a line and column).
"""
