"""How a claim reached its recorder, in words."""

from __future__ import annotations

from support import cases

from claimcli.answers.views import View
from claimcli.render.tables.shown_claim import chain


def step(text: str) -> View:
    return {"source": text, "locator": None, "text": text}


@cases(
    ("citation", "via", "words"),
    [
        ("Kim 2013, p. 3", [], "Kim 2013, p. 3, which was read"),
        (
            "Vorob'ev 1975",
            ["Kim 2013"],
            "Vorob'ev 1975 (not read); reported in Kim 2013, which was read",
        ),
        (None, ["Kim 2013"], "no work is named; reported in Kim 2013, which was read"),
        (
            "Tao 1977",
            ["Franke 1997", "Kim 2013"],
            "Tao 1977 (not read); reported in Franke 1997 (not read); "
            "reported in Kim 2013, which was read",
        ),
    ],
)
def test_a_chain_says_what_was_read(citation: str | None, via: list[str], words: str) -> None:
    view = {"citation": step(citation) if citation else None, "via": [step(v) for v in via]}
    assert chain(view) == words
