"""What each command finds out, one file a command; what they share stands beside them.

A store goes in and an immutable value comes out; nothing here prints.
"""
