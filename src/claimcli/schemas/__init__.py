"""JSON Schema: of the files of a corpus, and of what the commands print as JSON.

Files from the tables of fields that reading takes, output from the tables of docs/json.md, so that
a new field or key is in the schema without being written down again.
"""
