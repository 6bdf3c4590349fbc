"""The fields of every kind of record: what may be written, and how it is read.

A new field is a line here, and one in `model`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcli.corpus.fields import (
    Complaint,
    Shape,
    Unknown,
    Wrong,
    complaint,
    flag,
    identifier,
    list_of,
    not_allowed,
    one_of,
    record,
    text,
    unexpected,
)
from claimcli.model import (
    CLAIM_CERTAINTIES,
    NAME_KINDS,
    NO_STANCE,
    RELATION_TYPES,
    SCHOLAR_KINDS,
    Basis,
    Citation,
    Relation,
    Spelling,
    Stamp,
)

FORMAT = 1
"""The version of the record format that is read."""


def stance_identifier(written: str) -> tuple[Complaint, ...]:
    """What is wrong with the id of a stance."""
    if written == NO_STANCE:
        message = f"'{NO_STANCE}' cannot be defined: it is the stance of claims that take no side"
        return complaint("E206", message).complaints
    read = identifier(written)
    return read.complaints if isinstance(read, Wrong) else ()


def _format(value: Any) -> int | Wrong:
    if value == str(FORMAT):
        return FORMAT
    if type(value) is not str:
        return unexpected(value, "a number")
    return complaint("E214", f"format '{value}' is not known", f"write `format: {FORMAT}`")


def _relation(value: Any) -> Relation | Wrong:
    read = _read_relation(value)
    if isinstance(read, Wrong):
        read.rest = Relation(RELATION_TYPES[0], Unknown())
    return read


def _read_relation(value: Any) -> Relation | Wrong:
    example = "write {disputes: ID}"
    if type(value) is not dict or len(value) != 1:
        return unexpected(value, "one relation", example)
    ((kind, target),) = value.items()
    if kind not in RELATION_TYPES:
        wrong = not_allowed(kind, "relation", RELATION_TYPES)
        return Wrong(*(c._replace(at_key=True) for c in wrong.under(kind)))
    read = text(target) if target is not None else unexpected(target, "an id", example)
    return Wrong(*read.under(kind)) if isinstance(read, Wrong) else Relation(kind, read)


def _source_or_claim(basis: dict[str, Any]) -> Iterator[Complaint]:
    given = [key for key in ("source", "claim") if basis.get(key) is not None]
    if len(given) == 2:
        hint = "make two entries of it"
        yield Complaint("E209", ("claim",), "a basis is a source or a claim, not both", hint, True)
    if not given:
        yield Complaint("E209", (), "a basis must have a source or a claim", "write {source: ID}")
    if "claim" in given and basis.get("locator") is not None and len(given) == 1:
        message = "a locator belongs to a source, and this basis is a claim"
        yield Complaint("E209", ("locator",), message, "drop it", at_key=True)


def _citation_or_via(claim: dict[str, Any]) -> Iterator[Complaint]:
    if claim.get("citation") is None and not claim.get("via"):
        message = "a claim must have a citation or a via"
        hint = "add `citation: {source: ID}` for the holder's work, or `via:` for the report of it"
        yield Complaint("E210", (), message, hint)


_SPELLING = Shape("a spelling", {"value": text, "scheme": text}, ("value",))
_STAMP = Shape("a stamp", {"by": text, "date": text}, ("by",))
_CITATION = Shape("a citation", {"source": text, "locator": text}, ("source",))
_BASIS = Shape("a basis", {"source": text, "locator": text, "claim": text}, (), (_source_or_claim,))

_spellings = list_of(record(_SPELLING, Spelling), "[{value: …}]")
_citation = record(_CITATION, Citation)
_stamp = record(_STAMP, Stamp)

_CLAIM_READERS = {
    "id": identifier,
    "stance": text,
    "scholars": list_of(text, "[ID]", empty=False),
    "statement": text,
    "citation": _citation,
    "via": list_of(_citation, "[{source: ID}]"),
    "quote": text,
    "words": one_of("kind of words", ("holder",)),
    "translation": text,
    "certainty": one_of("certainty", CLAIM_CERTAINTIES),
    "period": text,
    "basis": list_of(record(_BASIS, Basis), "[{source: ID}]"),
    "relations": list_of(_relation, "[{disputes: ID}]"),
    "answers": list_of(text, "[QUESTION/STANCE]"),
    "unclear": text,
    "tags": list_of(text, "[TAG]"),
    "recorded": _stamp,
    "checked": _stamp,
    "note": text,
}
_UNCERTAIN = tuple(name for name in _CLAIM_READERS if name not in ("id", "unclear", "note"))
_CLAIM_READERS["unclear"] = list_of(one_of("field of a claim", _UNCERTAIN), "[FIELD]")

CLAIM = Shape("a claim", _CLAIM_READERS, ("id", "scholars", "statement"), (_citation_or_via,))

SCHOLAR = Shape(
    "a scholar",
    {
        "id": identifier,
        "name": text,
        "kind": one_of("kind of scholar", SCHOLAR_KINDS),
        "school": text,
        "names": _spellings,
        "note": text,
    },
    ("id", "name", "kind"),
)

NAME = Shape(
    "a name",
    {
        "id": identifier,
        "name": text,
        "kind": one_of("kind of name", NAME_KINDS),
        "spellings": _spellings,
        "note": text,
    },
    ("id", "name", "kind"),
)

STANCE = Shape(
    "a stance",
    {"label": text, "meaning": text, "note": text},
    ("label",),
)

QUESTION = Shape(
    "a question",
    {
        "id": identifier,
        "question": text,
        "scope": text,
        "period": text,
        "exclusive": flag,
        "ordered": flag,
        "part_of": text,
        "note": text,
    },
    ("id", "question"),
)

CORPUS = Shape(
    "the description of a corpus",
    {"title": text, "about": text, "licence": text, "format": _format, "note": text},
    ("title",),
)
