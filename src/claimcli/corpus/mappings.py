"""Readers of mappings: a record, or a part of one that has fields of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from claimcli.corpus.commas import Mended, mended
from claimcli.corpus.lookalikes import lookalike_in_key
from claimcli.corpus.readers import (
    LONGEST_ID,
    Complaint,
    Reader,
    Unknown,
    Wrong,
    reference,
    text,
    unexpected,
)
from claimcli.corpus.values import FLAW, Bare
from claimcli.nearest import did_you_mean, nearest

Rule = Callable[[dict[str, Any]], Iterable[Complaint]]


class Short(NamedTuple):
    """What a text is meant as that stands in the place of a mapping.

    `written` is the mapping as it has to be written, `fields` what of it can be relied on.
    """

    written: str
    fields: dict[str, Any]


class Shape(NamedTuple):
    """The fields of one kind of record.

    `name` with its article, for messages. `rules` look at a whole mapping as it was written.
    `other` says what an unknown key comes to, where that is not an error. `short` says what is
    meant by a text in the place of the mapping, and `hints` what to do where a field has the wrong
    kind of value.
    """

    name: str
    fields: dict[str, Reader]
    required: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    other: Callable[[str], Complaint] | None = None
    short: Callable[[str], Short | None] | None = None
    hints: Mapping[str, str] = MappingProxyType({})


class Part:
    """A reader of a mapping inside a record: `make` makes of its fields what the record holds."""

    def __init__(self, shape: Shape, make: Callable[..., Any]) -> None:
        self.shape = shape
        self.make = make

    def __call__(self, value: Any) -> Any:
        """What is made of it, or everything that is wrong with it."""
        fields, complaints = read_fields(self.shape, value)
        if fields is not None and not complaints:
            return self.make(**fields)
        return self._wrong(value, complaints)

    def _wrong(self, value: Any, complaints: list[Complaint]) -> Wrong:
        shape, short = self.shape, _short(self.shape, value)
        bare = _short(shape, ", ".join(value)) if _has_no_keys(value) else None
        if bare:
            message, hint = "these texts stand here without their keys", f"write {bare.written}"
            complaints, short = [Complaint("E203", (), message, hint)], bare
        good = dict(short.fields) if short else salvaged(shape, value)[0]
        unknown = {key: Unknown() for key in shape.required if key not in good}
        rest = self.make(**good, **unknown)
        return Wrong(*complaints, rest=rest, short=short.written if short else None)


def _has_no_keys(value: Any) -> bool:
    """Whether it is a mapping like `{kim-2013, p. 5}`, of texts alone."""
    return type(value) is dict and len(value) > 1 and {*map(type, value)} == {Bare}


def _short(shape: Shape, value: Any) -> Short | None:
    return shape.short(value.strip()) if shape.short and type(value) is str else None


def salvaged(shape: Shape, value: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """What is good in the fields of a mapping that cannot be used, and which have something bad."""
    if type(value) is not dict:
        return {}, frozenset(shape.required)
    fields: dict[str, Any] = {}
    written = _respelled(shape, value)
    bad = {key for key in written if key not in value}
    for key, given in written.items():
        if key in shape.fields and given is not None:
            got = shape.fields[key](given)
            if type(got) is Wrong:
                bad.add(key)
                got = got.rest
            if got is not None:
                fields[key] = got
    return fields, frozenset(bad.union(key for key in shape.required if key not in fields))


def _respelled(shape: Shape, value: dict[Any, Any]) -> dict[Any, Any]:
    """A mapping with the unknown keys that are misspelled by the names of the fields meant."""
    value = mended(shape.name, shape.fields, shape.required, value).meant
    if shape.other or shape.fields.keys() >= value.keys():
        return value
    free = [key for key in shape.fields if key not in value]
    meant: dict[Any, Any] = {}
    for key, given in value.items():
        field = key
        if key not in shape.fields and type(key) is str:
            near = nearest(key, shape.fields)
            field = near if near in free and near not in meant else key
        meant[field] = given
    return meant


def read_fields(shape: Shape, value: Any) -> tuple[dict[str, Any] | None, list[Complaint]]:
    """The fields of a mapping that could be read, and everything that is wrong with it.

    The fields are None where the record cannot be used. What is None was not recorded. Where a
    field is merely misspelled, it is not called missing as well.
    """
    if type(value) is not dict:
        return None, list(unexpected(value, shape.name, _as_mapping(shape, value)).complaints)
    complaints: list[Complaint] = []
    fields: dict[str, Any] = {}
    known, usable = shape.fields, True
    meant: Mended | None = None  # worked out where something is wrong
    for key, given in value.items():
        read = known.get(key)
        is_text = read is text or (read is reference and len(given or "") <= LONGEST_ID)
        if is_text and type(given) is str and (stripped := given.strip()):
            fields[key] = stripped  # what they would give: most fields, so without the call
        elif read is None:
            if type(key) is Bare:
                meant = meant or mended(shape.name, known, shape.required, value)
                found = _part(shape, key, value, meant)
            else:
                found = None
            found = _unknown(shape, key) if found is None else found
            complaints += found
            usable = usable and not any(c.code[0] == "E" for c in found)
        elif given is not None:
            got = read(given)
            if type(got) is Wrong:
                usable = False
                complaints += _hinted(shape, key, got)
            else:
                fields[key] = got
    written = value if usable else _respelled(shape, value)
    told = meant.lacking if meant else ()
    for key in shape.required:
        if key not in fields and written.get(key) is None and key not in told:
            usable = False
            complaints.append(_missing(shape, key, key in value))
    for rule in shape.rules:
        for found_by_rule in rule(written):
            usable = usable and found_by_rule.code[0] != "E"
            complaints.append(found_by_rule)
    return fields if usable else None, complaints


def _as_mapping(shape: Shape, value: Any) -> str:
    short = _short(shape, value)
    if short:
        return f"write {short.written}"
    shown = shape.required or tuple(shape.fields)[:2]
    return f"write {{{', '.join(f'{key}: …' for key in shown)}}}"


def _hinted(shape: Shape, key: str, wrong: Wrong) -> list[Complaint]:
    found = wrong.under(key)
    if key not in shape.hints:
        return found
    return [c if c.hint or c.code != "E205" else c._replace(hint=shape.hints[key]) for c in found]


def _part(shape: Shape, key: str, value: dict[Any, Any], meant: Mended) -> list[Complaint] | None:
    """What to say of a key that is a part of a text; None where it is none."""
    found = meant.complaints.get(key)
    if found is None:
        return [] if key in meant.complaints else None
    ((field, text), *_) = value.items()
    whole = _short(shape, f"{text}, {key}") if len(value) == 2 and type(text) is str else None
    if whole and whole.written.startswith(f"{{{field}: {text}, "):
        found = found._replace(hint=f"write {whole.written}")
    return [found]


def _unknown(shape: Shape, key: Any) -> list[Complaint]:
    if key is FLAW:
        return []
    if shape.other:
        return [shape.other(key)]
    near = lookalike_in_key(key) or did_you_mean(key, shape.fields)
    hint = near or f"its fields are {', '.join(shape.fields)}"
    return [Complaint("E203", (key,), f"{shape.name} has no field '{key}'", hint, at_key=True)]


def _missing(shape: Shape, key: str, written: bool) -> Complaint:
    words = ", ".join(getattr(shape.fields[key], "words", ()))
    if written:
        hint = f"write one of {words}" if words else "write one"
        return Complaint("E204", (key,), f"'{key}' has no value", hint, at_key=True)
    hint = f"add `{key}:` with one of {words}" if words else f"add `{key}:`"
    return Complaint("E204", (), f"{shape.name} must have '{key}'", hint)
