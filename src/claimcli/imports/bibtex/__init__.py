"""BibTeX and biblatex: one syntax, and two vocabularies that are mixed in every library.

`syntax` gives entries with their places, `inheritance` what they take from others, `latex` plain
text, `names` and `entry_dates` the parts of CSL, `mapping` and `publication` the item.
"""
