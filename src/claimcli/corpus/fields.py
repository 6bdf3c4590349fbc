"""Readers of fields: a plain value in, what the record holds out, or everything wrong with it.

A reader is a function of one value. `Wrong` is what it gives in place of a value that cannot be
used; paths in its complaints begin at that value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from claimcli.corpus.entries import FLAW
from claimcli.nearest import did_you_mean

Path = tuple[str | int, ...]
"""The way from a record to a value inside: keys of mappings and indices (from 0) of lists."""

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Complaint(NamedTuple):
    """What is wrong at a path; `at_key` where the key is meant and not its value."""

    code: str
    path: Path
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

    `rest` is what is good in it, with `Unknown` for what is not; None where nothing is.
    """

    __slots__ = ("complaints", "rest")

    def __init__(self, *complaints: Complaint, rest: Any = None) -> None:
        self.complaints = complaints
        self.rest = rest

    def under(self, key: str | int) -> list[Complaint]:
        """The complaints as seen from the mapping or list that holds the value."""
        return [complaint._replace(path=(key, *complaint.path)) for complaint in self.complaints]


Reader = Callable[[Any], Any]
Rule = Callable[[dict[str, Any]], Iterable[Complaint]]


class Shape(NamedTuple):
    """The fields of one kind of record.

    `name` with its article, for messages. `rules` look at a whole mapping as it was written.
    `other` says what an unknown key comes to, where that is not an error.
    """

    name: str
    fields: dict[str, Reader]
    required: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    other: Callable[[str, Any], Complaint | None] | None = None


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


def identifier(value: Any) -> str | Wrong:
    """An id in kebab-case."""
    if type(value) is str and _IDENTIFIER.fullmatch(value):
        return value
    if type(value) is not str:
        return unexpected(value, "an id")
    suggestion = "-".join(re.findall(r"[a-z0-9]+", value.lower()))
    hint = f"for example '{suggestion}'" if suggestion else None
    message = (
        f"'{shortened(value)}' is no id: small letters a-z, digits, and single hyphens between"
    )
    return complaint("E206", message, hint)


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


def one_of(what: str, allowed: Iterable[str]) -> Reader:
    """A reader of a word from a closed list."""
    words = {word: word for word in allowed}

    def read(value: Any) -> Any:
        if type(value) is not str:
            return unexpected(value, "one word")
        return words.get(value) or not_allowed(value, what, words)

    return read


def not_allowed(value: str, what: str, allowed: Iterable[str]) -> Wrong:
    """E208: a word that is not on the list."""
    known = tuple(allowed)
    message = f"there is no {what} '{shortened(value)}'; there is {', '.join(known)}"
    return complaint("E208", message, did_you_mean(value, known))


def list_of(read: Reader, example: str, empty: bool = True) -> Reader:
    """A reader of a list, to a tuple; `example` shows how a list is written."""

    def read_list(value: Any) -> Any:
        if type(value) is not list:
            return unexpected(value, "a list", f"write {_as_list(value, example)}")
        if not value and not empty:
            return complaint("E207", "the list is empty", f"write {example}")
        items = tuple(map(read, value))
        return _wrong_items(items) if Wrong in map(type, items) else items

    return read_list


def _as_list(value: Any, example: str) -> str:
    plain = type(value) is str and not re.search(r"[\[\]{},:#\"']", value)
    return f"[{shortened(value)}]" if plain and "{" not in example else example


def _wrong_items(items: tuple[Any, ...]) -> Wrong:
    found = [c for i, item in enumerate(items) if type(item) is Wrong for c in item.under(i)]
    return Wrong(*found, rest=tuple(_rest(item) if type(item) is Wrong else item for item in items))


def _rest(item: Wrong) -> Any:
    return Unknown() if item.rest is None else item.rest


def record(shape: Shape, make: Callable[..., Any]) -> Reader:
    """A reader of a mapping inside a record."""

    def read(value: Any) -> Any:
        fields, complaints = read_fields(shape, value)
        if fields is not None and not complaints:
            return make(**fields)
        good, _ = salvaged(shape, value)
        unknown = {key: Unknown() for key in shape.required if key not in good}
        return Wrong(*complaints, rest=make(**good, **unknown))

    return read


def salvaged(shape: Shape, value: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """What is good in the fields of a mapping that cannot be used, and which have something bad."""
    fields: dict[str, Any] = {}
    bad: set[str] = set()
    for key, given in value.items() if type(value) is dict else ():
        if key in shape.fields and given is not None:
            got = shape.fields[key](given)
            if type(got) is Wrong:
                bad.add(key)
                got = got.rest
            if got is not None:
                fields[key] = got
    return fields, frozenset(bad.union(key for key in shape.required if key not in fields))


def read_fields(shape: Shape, value: Any) -> tuple[dict[str, Any] | None, list[Complaint]]:
    """The fields of a mapping that could be read, and everything that is wrong with it.

    The fields are None where the record cannot be used. What is None was not recorded.
    """
    if type(value) is not dict:
        return None, list(unexpected(value, shape.name).complaints)
    complaints: list[Complaint] = []
    fields: dict[str, Any] = {}
    known, usable = shape.fields, True
    for key, given in value.items():
        read = known.get(key)
        if read is text and type(given) is str and (stripped := given.strip()):
            fields[key] = stripped  # what `text` would give: most fields, so without the call
        elif read is None:
            found = _unknown(shape, key, given)
            complaints += found
            usable = usable and not any(c.code[0] == "E" for c in found)
        elif given is not None:
            got = read(given)
            if type(got) is Wrong:
                usable = False
                complaints += got.under(key)
            else:
                fields[key] = got
    for key in shape.required:
        if key not in fields and value.get(key) is None:
            usable = False
            complaints.append(_missing(shape, key, key in value))
    for rule in shape.rules:
        for found_by_rule in rule(value):
            usable = usable and found_by_rule.code[0] != "E"
            complaints.append(found_by_rule)
    return fields if usable else None, complaints


def _unknown(shape: Shape, key: Any, value: Any) -> list[Complaint]:
    if key is FLAW:
        return []
    if shape.other:
        found = shape.other(key, value)
        return [found] if found else []
    hint = did_you_mean(key, shape.fields) or f"its fields are {', '.join(shape.fields)}"
    return [Complaint("E203", (key,), f"{shape.name} has no field '{key}'", hint, at_key=True)]


def _missing(shape: Shape, key: str, written: bool) -> Complaint:
    if written:
        return Complaint("E204", (key,), f"'{key}' has no value", "write one", at_key=True)
    return Complaint("E204", (), f"{shape.name} must have '{key}'", f"add `{key}:`")
