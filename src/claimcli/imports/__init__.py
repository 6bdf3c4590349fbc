"""Foreign files to records of a corpus: one file, or folder, for each format.

`decoding` gives the text of a file, `recognition` says which format it is. A reader takes a text
and gives what is `Foreign`: works as CSL items, drafts, and remarks on what could not be taken as
it stands. `collating` holds these against a corpus. Nothing is written here.
"""
