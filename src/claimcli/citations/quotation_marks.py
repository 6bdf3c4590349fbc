"""Quotation marks around titles and within them, and the commas and periods that go inside."""

from __future__ import annotations

import re

_CLOSERS = {"“": "”", "‘": "’", "„": "“”", "‚": "‘’", "”": "”"}
"""What closes a quotation, by the mark that opened it: English, German, Polish, Swedish.

Only these share marks with English; `«…»`, `»…«` and `『…』` need no looking after.
"""
_ENGLISH = ("“”", "‘’")
_DEEPEST = 8
"""As many open quotations are looked through for the one that a mark closes."""


def quoted(text: str) -> str:
    """Text in double quotation marks, those inside it nested (14.94), apostrophes curly.

    English marks take turns: single within double, double within single. Those of other languages
    stay as they are, each with its partner: `“Die „Zeit“ und ‘The Times’”`.
    """
    return f"“{_nested(_curly(text))}”" if text else ""


def with_mark(text: str, mark: str) -> str:
    """Text followed by a comma or a period, which goes inside all its closing marks (6.9)."""
    at = len(text)
    if text.endswith("”"):
        at -= 1
        ends = {end for _, end in _english(text)} if text[at - 1] in "”’" else ()
        while at - 1 in ends:
            at -= 1
    return f"{text[:at]}{mark}{text[at:]}"


def _nested(text: str) -> str:
    signs = list(text)
    around: list[int] = []
    for start, end in _english(text):
        while around and around[-1] < start:
            around.pop()
        pair = _ENGLISH[1 - len(around) % 2]
        signs[start], signs[end] = pair[0], pair[1]
        around.append(end)
    return "".join(signs)


def _english(text: str) -> list[tuple[int, int]]:
    """Where the quotations between English marks open and close, in the order of their openings."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for mark in re.finditer("[“”‘’„‚]", text):
        at = mark.start()
        outer = _closed(text, opened, at)
        if outer is not None:
            found.append((opened[outer], at))
            del opened[outer:]
        elif mark[0] in "“‘„‚" or (mark[0] == "”" and _before_word(text, at)):
            opened.append(at)
    return sorted(pair for pair in found if text[pair[0]] + text[pair[1]] in _ENGLISH)


def _closed(text: str, opened: list[int], at: int) -> int | None:
    """Which of the open quotations a mark closes: the last that it can."""
    if _before_word(text, at) or (text[at] == "’" and text[at + 1 : at + 2].isalnum()):
        return None
    fewest = max(0, len(opened) - _DEEPEST)
    outwards = range(len(opened) - 1, fewest - 1, -1)
    return next((n for n in outwards if text[at] in _CLOSERS[text[opened[n]]]), None)


def _before_word(text: str, at: int) -> bool:
    """Whether a mark stands at the beginning of a word, and so opens a quotation."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "“‘„‚([—–-/") and after.isalnum()


def _curly(text: str) -> str:
    """Text with its straight marks made curly: opening ones where one closes later."""
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    closing = [mark.start() for mark in re.finditer(r"(?<=[^\s'])'(?!\w)", text)]
    last = closing[-1] if closing else -1

    def opened(mark: re.Match[str]) -> str:
        return "‘" if mark.start() < last else "’"

    return re.sub(r"(?<!\w)'(?=\w)(?!\d\ds?\b)", opened, text).replace("'", "’")
