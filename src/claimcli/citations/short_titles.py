"""A title as later notes have it: the key words of the main title (Chicago 17, 14.33)."""

from __future__ import annotations

import re

from claimcli.citations.typography import whole

MOST = 4
"""Words; titles that have no more are seldom shortened (14.33)."""

_JOINING = frozenset(
    "a an and das de der des die du e et i la le les oder or ou the to und y и".split()
)
"""Articles and conjunctions of several languages, which are no key words."""

_PREPOSITIONS = frozenset(
    """
    about after against among around at before between beyond by during for from in into of on over
    since through toward towards under until upon via with within without
    """.split()
)

_ARTICLE = r"(?:the|an?)\s+(?=\w)"

_SUBTITLE = r"(?:[:;]|[?!]|\s[\u2013\u2014-])(?=\s)|\s[(\[]|(?<=\w{4})\.(?=\s)|,\s(?=\d)"
"""What ends a main title: what marks a subtitle, a bracket, years."""


def shortened(title: str, language: str = "") -> str:
    """The main title without a leading article, cut before a preposition after two key words.

    Else its first four words, articles and conjunctions not counted. Only an English title, which
    one in no recorded `language` is taken for, loses its article and what a preposition governs:
    in other languages that could change the sense.
    """
    main = _main(title)
    if not language or language.lower().startswith("en"):
        main = re.sub(f"^{_ARTICLE}", "", main, flags=re.IGNORECASE)
        words = _first(_before_preposition(main.split()))
    else:
        words = _first(main.split())
    return whole(" ".join(words).rstrip(",")) if len(words) < len(title.split()) else title


def _main(title: str) -> str:
    found = re.search(_SUBTITLE, title)
    if not found or not title[: found.start()].strip():
        return title
    return title[: found.start()] + (found[0] if found[0] in "?!" else "")


def _before_preposition(words: list[str]) -> list[str]:
    """Of more than four words those before the first preposition that follows two key words."""
    before = 0
    for at, word in enumerate(words) if len(words) > MOST else ():
        if word.lower() not in _PREPOSITIONS:
            before += word.lower() not in _JOINING
        elif before > 1:
            return words[:at]
    return words


def _first(words: list[str]) -> list[str]:
    """The first four key words, with what joins them."""
    counted = [at for at, word in enumerate(words) if word.lower() not in _JOINING]
    if len(words) <= MOST or len(counted) <= MOST:
        return words
    return words[: counted[MOST - 1] + 1]
