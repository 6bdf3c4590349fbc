"""LaTeX as it stands in the values of a .bib file, to plain text with the tags of CSL."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from claimcli.imports.bibtex.latex_commands import (
    ACCENTS,
    DROPPED,
    MATHS,
    PLAIN,
    QUOTING,
    SECOND_ARGUMENT,
    SWITCHES,
    SYMBOLS,
    TAGS,
)

_TOKEN = re.compile(
    r"\\([A-Za-z@]+)\*?[ \t]*\n?[ \t]*|\\([^A-Za-z])|([{}$~^_])"
    r"|(---?|``|''|[?!]`(?=\w))|%[ \t]*\n[ \t]*",
    re.DOTALL,
)
_LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIMPLE = re.compile(r"[\\{}$~%]|--|``|''|[?!]`")
_DEEPEST = 60
"""Groups in groups that are read; what is deeper stays as it was typed."""
_OPTION = re.compile(r"\s*\[[^]]*\]")

Told = Callable[[str], None]


def plain(text: str, told: Told = lambda command: None) -> str:
    """A value as text: accents and symbols as characters, quotation marks and dashes as printed.

    Italics and the like become the tags that CSL has (`<i>`); braces go, and case stays as it is.
    `told` is given each command that is not known: it stays as it was typed.
    """
    if not _SIMPLE.search(text):
        return _spaced(text)
    return _spaced(unicodedata.normalize("NFC", _Reader(text, told).run()))


def url(text: str) -> str:
    """An address or identifier: only what TeX must have escaped is undone."""
    found = re.fullmatch(r"\\url\s*\{(.*)\}", text.strip(), re.DOTALL)
    bare = found[1] if found else text.strip()
    bare = re.sub(r"\{?\\(?:textasciitilde|~\{\})(?:\{\})?\}?", "~", bare)
    return re.sub(r"\{?\\([_%#&~${}])(?:\{\})?\}?", r"\1", bare).strip("{}")


def _spaced(text: str) -> str:
    return " ".join(text.split())


class _Reader:
    """The tokens of a text from left to right; groups are read one inside the other."""

    def __init__(self, text: str, told: Told) -> None:
        self.text = text
        self.told = told
        self.at = 0
        self.depth = 0
        self.in_maths = False

    def run(self) -> str:
        """All of it; a brace that closes nothing is dropped."""
        pieces = []
        while self.at < len(self.text):
            pieces.append(self._group())
        return "".join(pieces)

    def _group(self) -> str:
        """Up to the brace that closes the group, and behind it."""
        pieces: list[str] = []
        while self.at < len(self.text):
            found = _TOKEN.search(self.text, self.at)
            if found is None:
                pieces.append(self.text[self.at :])
                self.at = len(self.text)
                break
            pieces.append(self.text[self.at : found.start()])
            self.at = found.end()
            if found[3] == "}":
                break
            pieces.append(self._token(found))
        return "".join(pieces)

    def _token(self, found: re.Match[str]) -> str:
        if found[1] is not None:
            return self._command(found[1], found)
        if found[2] is not None:
            return self._sign(found[2])
        if found[4]:
            return _LIGATURES[found[4]]
        return self._special(found[3]) if found[3] else ""

    def _special(self, sign: str) -> str:
        if sign == "{":
            return self._inner(self._group)
        if sign == "~":
            return "~" if self.in_maths else " "
        if sign == "$":
            return self._maths()
        if not self.in_maths:
            return sign
        raised = self._argument()
        return raised.translate(_SUPERSCRIPTS) if sign == "^" else raised

    def _inner(self, read: Callable[[], str]) -> str:
        """What is read one level deeper; beyond the limit it is left alone."""
        if self.depth >= _DEEPEST:
            start, self.at = self.at, len(self.text)
            return self.text[start:]
        self.depth += 1
        try:
            return read()
        finally:
            self.depth -= 1

    def _maths(self) -> str:
        """A formula in dollars, as far as it is letters; a dollar alone is a dollar."""
        end = self.text.find("$", self.at)
        if end < 0 or self.in_maths:
            return "" if self.in_maths else "$"
        inside, self.at = self.text[self.at : end], end + 1
        reader = _Reader(inside, self.told)
        reader.in_maths, reader.depth = True, self.depth
        return reader.run()

    def _sign(self, sign: str) -> str:
        """A backslash before what is no letter."""
        if sign in ACCENTS:
            return self._accented(sign)
        if sign.isspace() or sign == ",":
            return " "
        return {"\\": " ", "/": "", "-": "", "(": "", ")": "", "!": ""}.get(sign, sign)

    def _command(self, name: str, found: re.Match[str]) -> str:
        if name in SYMBOLS:
            return SYMBOLS[name] + self._space_behind(found)
        if self.in_maths and name in MATHS:
            return MATHS[name]
        if name in ACCENTS and not (len(name) > 1 and self._next() not in "{\\"):
            return self._accented(name)
        if name in SWITCHES:
            self._skip_empty()
            return ""
        if name in TAGS:
            return self._tagged(TAGS[name])
        if name in PLAIN:
            return self._argument()
        if name in QUOTING:
            opening, closing = QUOTING[name]
            return f"{opening}{self._argument()}{closing}"
        if name in SECOND_ARGUMENT:
            self._argument()
            return self._argument()
        if name in DROPPED:
            self._argument()
            return ""
        self.told(f"\\{name}")
        return found[0].rstrip() + (" " if found[0][-1].isspace() else "")

    def _tagged(self, tag: str) -> str:
        inside = self._argument()
        return f"<{tag}>{inside}</{tag}>" if inside.strip() else inside

    def _next(self) -> str:
        return self.text[self.at : self.at + 1] or " "

    def _skip_empty(self) -> None:
        if self.text.startswith("{}", self.at):
            self.at += 2

    def _space_behind(self, found: re.Match[str]) -> str:
        """The space that stands behind `{}`; one behind the command itself belongs to it."""
        before = self.at
        self._skip_empty()
        return " " if self.at > before and found[0][-1].isspace() else ""

    def _argument(self) -> str:
        """The argument of a command: a group, or the next character or command."""
        option = _OPTION.match(self.text, self.at)
        self.at = option.end() if option else self.at
        while self._next().isspace() and self.at < len(self.text):
            self.at += 1
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            self.at += 1
            return self.text[self.at - 1 : self.at]
        if found[3] == "}":
            return ""
        self.at = found.end()
        return self._inner(lambda: self._token(found))

    def _accented(self, name: str) -> str:
        """A letter with the accent of a command; what has no letter is the accent by itself."""
        written = self._argument()
        letter = {"ı": "i", "ȷ": "j"}.get(written[:1], written[:1])
        if not letter or letter.isspace():
            return f"{_ALONE.get(name, '')}{written}"
        rest = written[1:]
        if name == "t":
            return f"{letter}\u0361{rest}"
        return unicodedata.normalize("NFC", letter + ACCENTS[name]) + rest


_ALONE = {"'": "'", "`": "`", "^": "^", '"': '"', "~": "~", "=": "¯", ".": "˙"}
