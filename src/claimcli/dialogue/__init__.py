"""Conversations with a person on a terminal: a record made, a quotation mended, claims reviewed.

All is asked through an `Asker`, which a terminal is one of. Nothing here writes: what was agreed
upon is planned, tried and written by `editing`.
"""
