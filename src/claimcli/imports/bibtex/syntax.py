"""The syntax of a .bib file: entries with their fields, each with its offset.

What is broken costs its own entry: reading goes on at the next line that begins one. Outside of
entries everything is a comment, as in BibTeX. Backslashed braces are text, as biber and pandoc
have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcli.imports.foreign import Lines, Loss, Remark


class Field(NamedTuple):
    """A value as it was typed, without its outermost delimiters, and where its name stands."""

    text: str
    offset: int


class Entry(NamedTuple):
    """An entry: `kind` and the names of `fields` are in small letters."""

    kind: str
    key: str
    fields: dict[str, Field]
    offset: int


class Broken(Exception):
    """An entry that cannot be read, with the offset and what is wrong there."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message


_ENTRY = re.compile(r"(?<![\w@.])@[ \t]*([^\W\d][\w:+-]*)\s*([{(])")
_NEXT_ENTRY = re.compile(r"^[ \t]*@[ \t]*[^\W\d][\w:+-]*\s*[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*([^,={}()\"#%\s](?:[^,={}\"#%\r\n]*[^,={}\"#%\s])?)?\s*")
_KEY_AND_FIELD = re.compile(r"(.*\w)\s+([^\W\d][\w:.+/*-]*)")
_SPACE = re.compile(r"(?:\s+|%[^\n\r]*)*")
_FIELD = re.compile(r"([^\W\d][\w:.+/*-]*)\s*=\s*")
_STRAY = re.compile(r"\s*,?\s*([^\W\d][\w:.+/*-]*)\s*=\s*[{\"]")
_WORD = re.compile(r"[^\s,{}()\"#=%]+")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTED = re.compile(r"\\.|[{}\"]", re.DOTALL)
_BARE_BRACE = re.compile(r"[{}]")
_BACKSLASHED = re.compile(r"\\[{}]")
_COMMENTED_LINE = re.compile(r"[ \t]*%")
_LONE_CR = re.compile(r"\r(?!\n)")

MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""The strings that every style defines."""


class Syntax:
    """The entries of a text, and remarks on what of it could not be read as it stands."""

    def __init__(self, text: str) -> None:
        self.text = _LONE_CR.sub("\n", text)  # which begins no line for an expression
        self.lines = Lines(text)
        self.remarks: list[Remark] = []
        self._strings = dict(zip(MONTHS, MONTHS, strict=True))
        self._comments_end = True
        self._brace = _BRACE

    def entries(self) -> Iterator[Entry]:
        """Every entry that can be read, in order; strings are in place of their names."""
        at = 0
        while found := _ENTRY.search(self.text, at):
            kind, start = found[1].lower(), found.end()
            self._doubt(at, found.start())
            at = start
            if self._is_commented(found.start()):
                continue
            if kind == "comment":
                at = self._after_comment(start)
                continue
            end = self._next(start)
            try:
                if kind == "preamble":
                    at = self._closed(start, end, found[2])
                    continue
                entry, at = self._either_way(kind, found, end)
            except Broken as broken:
                self._tell(broken.offset, broken.message, Loss.BROKEN, self._key_at(kind, start))
                at = end
                continue
            if kind == "string":
                self._define(entry)
            else:
                yield entry

    def _tell(self, offset: int, message: str, loss: Loss, key: str | None = None) -> None:
        self.remarks.append(Remark(self.lines.place(offset), loss, message, key))

    def _doubt(self, start: int, end: int) -> None:
        """Tell of a field between two entries: a brace too many has closed the one above."""
        stray = _STRAY.match(self.text, start, end)
        if stray:
            message = f"'{stray[1]}' and what follows it stand outside of any entry and were left"
            self._tell(stray.start(1), f"{message}; is there a brace too many above?", Loss.LEFT)

    def _is_commented(self, offset: int) -> bool:
        begin = offset + 1 - self.lines.place(offset).column
        return bool(_COMMENTED_LINE.match(self.text, begin, offset))

    def _next(self, start: int) -> int:
        """Where the next line that begins an entry stands: no value goes on beyond it."""
        found = _NEXT_ENTRY.search(self.text, start)
        return found.start() if found else len(self.text)

    def _key_at(self, kind: str, start: int) -> str | None:
        found = _KEY.match(self.text, start)
        return found[1] if found and kind != "string" else None

    def _after_comment(self, start: int) -> int:
        """Behind a comment in braces; behind its line where they are never closed."""
        if self._comments_end:
            try:
                return self._closed(start, len(self.text), "{")
            except Broken:
                self._comments_end = False  # nor is there a need to look to the end again
        end = self.text.find("\n", start)
        return end if end >= 0 else len(self.text)

    def _closed(self, start: int, end: int, opening: str) -> int:
        """Behind the brace or bracket that closes what begins before an offset."""
        if opening == "(":
            at = start
            while at < end and self.text[at] != ")":
                at = self._braced(at + 1, end) if self.text[at] == "{" else at + 1
            if at < end:
                return at + 1
            raise Broken(start - 1, "the bracket that is opened here is not closed")
        return self._braced(start, end)

    def _braced(self, start: int, end: int) -> int:
        """Behind the brace that closes the one before an offset."""
        depth = 1
        for brace in self._brace.finditer(self.text, start, end):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0:
                return brace.end()
        raise Broken(start - 1, "the brace that is opened here is not closed")

    def _either_way(self, kind: str, found: re.Match[str], end: int) -> tuple[Entry, int]:
        """An entry; where it does not come out, a backslash before a brace is just one."""
        told = len(self.remarks)
        try:
            return self._entry(kind, found, end)
        except Broken:
            if not _BACKSLASHED.search(self.text, found.end(), end):
                raise
            del self.remarks[told:]
        self._brace = _BARE_BRACE
        try:
            return self._entry(kind, found, end)
        finally:
            self._brace = _BRACE

    def _entry(self, kind: str, found: re.Match[str], end: int) -> tuple[Entry, int]:
        at = found.end()
        key = ""
        if kind != "string":
            named = _KEY.match(self.text, at, end)
            assert named
            key, at = named[1] or "", named.end()
            if self.text[at : at + 1] == "=" and (two := _KEY_AND_FIELD.fullmatch(key)):
                key, at = two[1], named.start(1) + two.start(2)
                message = (
                    f"a comma is missing behind the key '{key}'; it is read as if it were there"
                )
                self._tell(at, message, Loss.CHANGED, key)
            elif self.text[at : at + 1] == "=":
                key, at = "", found.end()
            elif self.text[at : at + 1] == ",":
                at += 1
            elif _FIELD.match(self.text, at, end):
                message = (
                    f"a comma is missing behind the key '{key}'; it is read as if it were there"
                )
                self._tell(at, message, Loss.CHANGED, key)
            elif self.text[at : at + 1] not in ("}", ")"):
                raise Broken(at, f"a comma is expected behind the key '{key}'")
        fields, at = self._fields(at, end, found, key)
        return Entry(kind, key, fields, found.start()), at

    def _fields(
        self, at: int, end: int, opening: re.Match[str], key: str
    ) -> tuple[dict[str, Field], int]:
        closing = "}" if opening[2] == "{" else ")"
        fields: dict[str, Field] = {}
        last = ""
        while True:
            at = self._skip(at, end)
            comma = False
            while self.text[at : at + 1] == "," and at < end:
                comma, at = True, self._skip(at + 1, end)
            if at >= end:
                raise Broken(opening.start(), "the entry that begins here is not closed")
            if self.text[at] == closing:
                return fields, at + 1
            named = _FIELD.match(self.text, at, end)
            if named is None:
                raise Broken(at, f"a field, `name = {{…}}`, is expected here{_behind(last)}")
            name = named[1].lower()
            if last and not comma:
                message = f"a comma is missing before '{name}'; it is read as if it were there"
                self._tell(at, message, Loss.CHANGED, key or None)
            text, after = self._value(named.end(), end, key)
            if name in fields:
                message = f"'{name}' is given a second time: '{_short(text)}' was left"
                self._tell(at, message, Loss.LEFT, key or None)
            else:
                fields[name] = Field(text, at)
            at, last = after, name

    def _skip(self, at: int, end: int) -> int:
        found = _SPACE.match(self.text, at, end)
        return found.end() if found else at

    def _value(self, at: int, end: int, key: str) -> tuple[str, int]:
        """A value: pieces that are joined by #."""
        pieces: list[str] = []
        while True:
            piece, at = self._piece(at, end, key)
            pieces.append(piece)
            behind = self._skip(at, end)
            if self.text[behind : behind + 1] != "#" or behind >= end:
                return "".join(pieces), at
            at = self._skip(behind + 1, end)

    def _piece(self, at: int, end: int, key: str) -> tuple[str, int]:
        first = self.text[at : at + 1] if at < end else ""
        if first == "{":
            after = self._braced(at + 1, end)
            return self.text[at + 1 : after - 1], after
        if first == '"':
            after = self._quoted(at + 1, end)
            return self.text[at + 1 : after - 1], after
        word = _WORD.match(self.text, at, end)
        if word is None:
            raise Broken(at, "a value is expected here")
        if word[0].isdecimal():
            return word[0], word.end()
        known = self._strings.get(word[0].lower())
        if known is None and not re.fullmatch(r"[\d./~?X-]+", word[0]):
            message = f"there is no @string '{word[0]}'; its name was taken for the text"
            self._tell(word.start(), message, Loss.CHANGED, key or None)
        return (word[0] if known is None else known), word.end()

    def _quoted(self, start: int, end: int) -> int:
        """Behind the quotation mark that closes the one before an offset, outside of braces."""
        depth = 0
        for found in _QUOTED.finditer(self.text, start, end):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if found[0] == '"' and depth <= 0:
                return found.end()
        raise Broken(start - 1, "the quotation mark that is opened here is not closed")

    def _define(self, entry: Entry) -> None:
        self._strings.update((name, field.text) for name, field in entry.fields.items())


def _behind(last: str) -> str:
    return f" behind '{last}'" if last else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39] + "…"
