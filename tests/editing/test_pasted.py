"""A quotation that was copied from a page, a PDF or a browser, and pasted."""

from __future__ import annotations

from support import cases

from claimcli.editing.pasted import phrase
from claimcli.editing.typed import value_of


@cases(
    ("pasted", "words"),
    [
        # marks around the whole are of whoever quotes, in any language
        *[
            (f"{o}to the river{c}", "to the river")
            for o, c in ("“”", "„“", "«»", "‘’", '""', "「」")
        ],
        ("« to the river »", "to the river"),
        ("‘the river’s towns’", "the river’s towns"),
        # others are of the text
        ("“to the” and “river”", "“to the” and “river”"),
        ("the “river”", "the “river”"),
        ("“river", "“river"),
        ("“”", "“”"),
        # what nobody sees; what the page has between words
        ("com\u00admerce", "commerce"),
        ("com\u00ad\n  merce", "commerce"),
        ("\ufeffto\u200b the", "to the"),
        ("to  the\r\nriver\t town", "to the river town"),
        ("to the\n\nriver", "to the river"),
        ("to\u00a0the", "to\u00a0the"),
        # whether the hyphen belongs to the word the text alone can tell
        ("the river- \r\n side", "the river-\nside"),
        # the recorder's brackets are no YAML
        ("[…] to the river", "[…] to the river"),
        ("{river}", "{river}"),
        ("[the river]", "[the river]"),
    ],
)
def test_the_words_alone_are_recorded(pasted: str, words: str) -> None:
    assert phrase(pasted) == words
    assert value_of("claims", ("quote",), pasted) == words
