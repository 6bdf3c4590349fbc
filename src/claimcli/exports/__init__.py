"""A corpus in the formats that others read: a file for each, all from one selection of claims.

`formats` has them all. A format of text is a function that gives its pieces one after the other;
one that is no text, or more than one file, is a function that makes it at a path.
"""
