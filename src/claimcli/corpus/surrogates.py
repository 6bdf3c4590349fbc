"""Characters that a JSON library wrote as two escapes, which YAML cannot read: `"\\ud83d\\ude00"`.

JSON (RFC 8259, section 7) writes a character beyond U+FFFF as a pair of surrogates, each an escape
of its own; YAML has `\\U` with eight digits. Half of a pair is no character in either.
"""

from __future__ import annotations

import re

_PAIR = r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
_ESCAPE = re.compile(rf"{_PAIR}|\\.", re.DOTALL)
_REST = re.compile(r"(?:[^\"\\]|\\.)*", re.DOTALL)


def with_pairs_joined(text: str, at: tuple[int, int]) -> str | None:
    """The text with its pairs as one escape each, where a parser stumbled over one.

    `at` is the line and column, from 0, at which it did; there it was within double quotes, and so
    is what follows up to their end, or in JSON (which begins with a bracket) all that is in quotes.
    None where it was no pair.
    """
    line, column = at
    start = sum(map(len, text.splitlines(keepends=True)[:line])) + column
    pair = next((p for p in re.finditer(_PAIR, text[max(0, start - 8) : start + 12])), None)
    if pair is None:
        return None
    begin = max(0, start - 8) + pair.start()
    rest = _REST.match(text, begin)
    end = len(text) if text.lstrip()[:1] in ("{", "[") or rest is None else rest.end()
    return text[:begin] + _ESCAPE.sub(_joined, text[begin:end]) + text[end:]


def _joined(escape: re.Match[str]) -> str:
    if escape[1] is None:
        return escape[0]
    return f"\\U{ord(bytes.fromhex(escape[1] + escape[2]).decode('utf-16-be')):08X}"
