"""Two changes of one file brought together, by record and field.

What git can merge by lines is merged so, and held against what it must say. Where lines meet, the
changes of the other side are spliced into our file. What contradicts itself is left in git's
conflict markers, in its record alone.
"""
