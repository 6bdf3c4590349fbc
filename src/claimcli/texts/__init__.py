"""A text to hold quotations against: found as a file, read as plain text, with its pages.

`Texts` are those at hand, by the id of their source; `prepare` makes any text ready.
"""

from claimcli.texts.cited_pages import located_pages
from claimcli.texts.directory import Texts, place_read, texts_in, texts_named
from claimcli.texts.formats import UnreadableText, read_text
from claimcli.texts.witness import Witness, prepare

__all__ = [
    "Texts",
    "UnreadableText",
    "Witness",
    "located_pages",
    "place_read",
    "prepare",
    "read_text",
    "texts_in",
    "texts_named",
]
