"""Readers of fields: a plain value in, what the record holds out, or everything wrong with it.

A reader is a function of one value. `Wrong` is what it gives in place of a value that cannot be
used; paths in its complaints begin at that value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from unicodedata import category

from claimcli.corpus.findings import FieldPath
from claimcli.corpus.values import FLAW
from claimcli.names.folding import fold
from claimcli.nearest import did_you_mean

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Complaint(NamedTuple):
    """What is wrong at a path; `at_key` where the key is meant and not its value."""

    code: str
    path: FieldPath
    message: str
    hint: str | None = None
    at_key: bool = False


class Unknown(str):
    """An empty text in the place of one that could not be read: it is like no other."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


class Wrong:
    """A value that cannot be used. Without complaints where the reason is reported already.

    `rest` is what is good in it, with `Unknown` for what is not; None where nothing is. `short` is
    the mapping that a text in its place is meant as, as it has to be written.
    """

    __slots__ = ("complaints", "rest", "short")

    def __init__(self, *complaints: Complaint, rest: Any = None, short: str | None = None) -> None:
        self.complaints = complaints
        self.rest = rest
        self.short = short

    def under(self, key: str | int) -> list[Complaint]:
        """The complaints as seen from the mapping or list that holds the value."""
        return [complaint._replace(path=(key, *complaint.path)) for complaint in self.complaints]


Reader = Callable[[Any], Any]


def complaint(code: str, message: str, hint: str | None = None) -> Wrong:
    """One complaint about the value itself."""
    return Wrong(Complaint(code, (), message, hint))


def described(value: Any) -> str:
    """What a value is, in the words of a writer of records."""
    if type(value) is dict:
        return "a mapping"
    if type(value) is list:
        return "a list"
    return "nothing" if value is None else f"the text '{shortened(value)}'"


def shortened(text: str) -> str:
    """A text short enough to stand in a message of one line."""
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39] + "…"


def flow(value: Any) -> str:
    """A value as YAML on one line; `…` stands for what is too long or is no text."""
    if type(value) is dict:
        return f"{{{', '.join(f'{key}: {flow(inner)}' for key, inner in value.items())}}}"
    if type(value) is list:
        return f"[{', '.join(map(flow, value))}]"
    if type(value) is not str or len(value) > 40 or not value.isprintable():
        return "…"
    plain = re.fullmatch(r"[^\W_][^\[\]{},:#\"'\\]*", value)
    return value if plain else "'" + value.replace("'", "''") + "'"


def unexpected(value: Any, expected: str, hint: str | None = None) -> Wrong:
    """E205: a value of the wrong type; no complaint where YAML has it reported already."""
    if value is FLAW:
        return Wrong()
    return complaint("E205", f"{expected} is expected here, not {described(value)}", hint)


def text(value: Any) -> str | Wrong:
    """Any text; white space around it is dropped."""
    if type(value) is str:
        return value.strip() or complaint("E207", "the text is empty", "write it, or drop the key")
    hint = f"write {value[0]}" if type(value) is list and len(value) == 1 else None
    return unexpected(value, "a text", hint if hint and type(value[0]) is str else None)


LONGEST_ID = 1_000
"""Characters of an id: of a longer one neither the index nor a file's name would have the whole."""


def reference(value: Any) -> str | Wrong:
    """What names another record: a text that can be an id by its length."""
    read = text(value)
    return read if isinstance(read, Wrong) or len(read) <= LONGEST_ID else _too_long(read)


def _too_long(written: str) -> Wrong:
    message = f"'{shortened(written)}' is no id: it has {len(written):,} characters"
    return complaint("E206", message, f"ids have {LONGEST_ID:,} characters at most")


def identifier(value: Any) -> str | Wrong:
    """An id in kebab-case."""
    if type(value) is str and IDENTIFIER.fullmatch(value):
        return value if len(value) <= LONGEST_ID else _too_long(value)
    if type(value) is not str:
        return unexpected(value, "an id")
    suggestion = as_identifier(value)
    hint = f"for example '{suggestion}'" if suggestion else None
    message = (
        f"'{shortened(value)}' is no id: small letters a-z, digits, and single hyphens between"
    )
    return complaint("E206", message, hint)


def citation_key(value: Any) -> str | Wrong:
    """The id of a source: in kebab-case, or as Zotero, BibTeX and pandoc have it.

    Letters of any script, digits and `_ - : .`, with a letter, digit or `_` at either end. Capitals
    count, as they do there.
    """
    if type(value) is str and (IDENTIFIER.fullmatch(value) or _is_key(value)):
        return value if len(value) <= LONGEST_ID else _too_long(value)
    read = identifier(value)
    if not isinstance(read, Wrong) or type(value) is not str:
        return read
    suggestion = as_identifier(value)
    message = f"'{shortened(value)}' is no id of a source: letters, digits, and `_ - : .` between"
    return complaint("E206", message, f"for example '{suggestion}'" if suggestion else None)


def _is_key(written: str) -> bool:
    inside = "".join(c for c in written if c not in "-:.")
    letters = (c.isalnum() or c == "_" or category(c)[0] == "M" for c in inside)
    return bool(inside) and all(letters) and not {written[0], written[-1]} & set("-:.")


def as_identifier(written: str) -> str:
    """The id that is most like a text, without its accents; empty where it has other letters."""
    words = re.findall(r"[^\W_]+", fold(written))
    return "-".join(words) if all(map(str.isascii, words)) else ""


def flag(value: Any) -> bool | Wrong:
    """`true` or `false`, and no other word for them."""
    if type(value) is not str:
        return unexpected(value, "true or false")
    if value in ("true", "false"):
        return value == "true"
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(value.lower())
    lower = value.lower() if value.lower() in ("true", "false") else None
    hint = f"write {meant or lower}" if meant or lower else None
    return complaint("E208", f"'{shortened(value)}' is neither true nor false", hint)


class OneOf:
    """A reader of a word from a closed list; `what` says what kind of word it is."""

    def __init__(self, what: str, words: Iterable[str]) -> None:
        self.what = what
        self.words = tuple(words)

    def __call__(self, value: Any) -> Any:
        """The word, or what is wrong with it."""
        if type(value) is not str:
            return unexpected(value, "one word", f"write one of {', '.join(self.words)}")
        return value if value in self.words else not_allowed(value, self.what, self.words)


def not_allowed(value: str, what: str, allowed: Iterable[str]) -> Wrong:
    """E208: a word that is not on the list."""
    known = tuple(allowed)
    message = f"there is no {what} '{shortened(value)}'; there is {', '.join(known)}"
    return complaint("E208", message, did_you_mean(value, known))


class ListOf:
    """A reader of a list, to a tuple; `example` shows how a list is written."""

    def __init__(self, read: Reader, example: str, empty: bool = True) -> None:
        self.read = read
        self.example = example
        self.empty = empty

    def __call__(self, value: Any) -> Any:
        """The items, or everything that is wrong with them."""
        if type(value) is not list:
            return _no_list(self.read, value, self.example)
        if not value and not self.empty:
            return complaint("E207", "the list is empty", f"write {self.example}")
        items = tuple(map(self.read, value))
        return _wrong_items(items) if Wrong in map(type, items) else items


def _no_list(read: Reader, value: Any, example: str) -> Wrong:
    """E205 for what should be a list, with what it would be as one."""
    items = _as_items(read, value)
    got = tuple(map(read, items))
    wrong = next((item for item in got if type(item) is Wrong), None)
    hint = f"write {example}"
    if items and wrong is None:
        hint = f"write {flow(items)}"
    elif wrong and wrong.short:
        hint = f"write [{wrong.short}]"
    found = unexpected(value, "a list", hint)
    if items and (wrong is None or wrong.short):
        found.rest = tuple(_rest(item) if type(item) is Wrong else item for item in got)
    return found


def _as_items(read: Reader, value: Any) -> list[Any]:
    """The items that are meant where no list is written: one, or several ids with commas."""
    if type(value) is not str or read not in (text, reference):
        return [value] if type(value) in (str, dict) and value else []
    parts = [part.strip() for part in value.split(",")]
    if len(parts) > 1 and all(map(IDENTIFIER.fullmatch, parts)):
        return parts
    return [value] if value.strip() and len(parts) == 1 else []


def _wrong_items(items: tuple[Any, ...]) -> Wrong:
    found = [c for i, item in enumerate(items) if type(item) is Wrong for c in item.under(i)]
    return Wrong(*found, rest=tuple(_rest(item) if type(item) is Wrong else item for item in items))


def _rest(item: Wrong) -> Any:
    return Unknown() if item.rest is None else item.rest
