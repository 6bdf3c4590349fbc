"""A text as a YAML scalar: plain wherever every reader takes it as the text that it is.

Our own reading takes every plain scalar as text; but sources are read by pandoc, too, to which
`no` is a truth value and `0210` a number (YAML 1.1, section 10.2).
"""

from __future__ import annotations

import re

from claimcli.editing.refused import Unsaid

WIDTH = 100
"""Columns that a line has at most, where it can be folded."""

_ODD = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n"  # truth values and nothing
    r"|[-+]?0[0-9_]+|[-+]?0[xo][0-9a-f_]+|0b[01_]+"  # numbers in another base
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"  # in the base of 60
    r"|[-+]?[0-9]+_[0-9_]*|[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:e[-+]?[0-9]+)?|[0-9]+e[-+]?[0-9]+"
    r"|[-+]?\.(?:inf|nan)"
    r"|\d{4}-\d\d?(?:-\d\d?.*)?"  # dates
    r"|<<|=|\.\.\..*",
    re.IGNORECASE,
)
_LEADS = frozenset("-?:,[]{}#&*!|>'\"%@`+")
_FORBIDDEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_HALF = re.compile("[\ud800-\udfff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_ESCAPED = re.compile(rf'[\\"\n\t]|{_FORBIDDEN.pattern}')


def is_plain(text: str, *, in_brackets: bool) -> bool:
    """Whether a text can stand without quotes, within { } and [ ] where so asked."""
    if not text or text[0] in _LEADS or text != text.strip() or _ODD.fullmatch(text):
        return False
    if "\n" in text or "\t" in text or _FORBIDDEN.search(text):
        return False
    if in_brackets and re.search(r"[\[\]{},:?]", text):
        return False
    return ": " not in text and " #" not in text and text[-1] != ":"


def inline(text: str, *, in_brackets: bool = False) -> str:
    """A text as a scalar on one line, in quotes where it must be.

    Raises `Unsaid` for half of a character beyond U+FFFF.
    """
    if is_plain(text, in_brackets=in_brackets):
        return text
    return double_quoted(text) if _needs_escapes(text) else single_quoted(text)


def _needs_escapes(text: str) -> bool:
    return "\n" in text or "\t" in text or bool(_FORBIDDEN.search(text))


def single_quoted(text: str) -> str:
    """The text in single quotes, in which nothing but these is special."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """The text in double quotes, with escapes for what cannot stand in a text file."""
    if half := _HALF.search(text):
        raise Unsaid(f"U+{ord(half[0]):04X} is half of a character and cannot be written")
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def in_style_of(old: str, text: str, *, in_brackets: bool) -> str:
    """A text on one line, in the quotes that the text in its place has, where these will do."""
    if old[:1] == '"':
        return double_quoted(text)
    if old[:1] == "'" and text and not _needs_escapes(text):
        return single_quoted(text)
    return inline(text, in_brackets=in_brackets)


def on_lines(text: str, indent: int) -> list[str] | None:
    """A text below its key: the indicator, then indented lines; None where it must be in quotes.

    A text with line breaks of its own is literal (`|-`), another is folded (`>-`).
    """
    if not text or text != text.strip() or "\t" in text:
        return None
    if _FORBIDDEN.search(text) or _HALF.search(text):
        return None
    room = " " * indent
    if "\n" not in text:
        return [">-", *(room + line for line in _folded(text, WIDTH - indent))]
    return ["|-", *(room + line if line else "" for line in text.split("\n"))]


def _folded(text: str, width: int) -> list[str]:
    """The text cut at single spaces, so that folding gives it back."""
    words = re.split(r"(?<=[^ ]) (?=[^ ])", text)
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines
