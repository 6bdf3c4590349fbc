"""A record added to a person's file, changed in it or taken out, every other byte kept.

Bytes are spliced at the places that reading knows; YAML is never dumped. Under each splice lies a
net (`net`): what was made is read again, and must say what it said before but for what was wanted.
"""
