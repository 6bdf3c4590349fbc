"""The fields of every kind of record: what may be written, and how it is read.

Those of a claim are in `claim_fields`; a new field of another record is a line here, and one in
`model`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus.mappings import Part, Shape, Short
from claimcli.corpus.readers import (
    IDENTIFIER,
    Complaint,
    ListOf,
    OneOf,
    Reader,
    Unknown,
    Wrong,
    citation_key,
    complaint,
    flag,
    flow,
    identifier,
    not_allowed,
    reference,
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


def format_number(value: Any) -> int | Wrong:
    """The version of the format that a corpus says it has."""
    if value == str(FORMAT):
        return FORMAT
    if type(value) is not str:
        return unexpected(value, "a number")
    return complaint("E214", f"format '{value}' is not known", f"write `format: {FORMAT}`")


def relation(value: Any) -> Relation | Wrong:
    """What a holder disputes, qualifies or revises: one key, and behind it an id."""
    read = _read_relation(value)
    if isinstance(read, Wrong):
        kind, target = next(iter(value.items())) if _is_pair(value) else ("", None)
        read.rest = Relation(str(kind), target if type(target) is str and target else Unknown())
    return read


def _is_pair(value: Any) -> bool:
    return type(value) is dict and len(value) == 1


def _read_relation(value: Any) -> Relation | Wrong:
    example = "write {disputes: ID}"
    if not _is_pair(value):
        return unexpected(value, "one relation", example)
    ((kind, target),) = value.items()
    if kind not in RELATION_TYPES:
        wrong = not_allowed(kind, "relation", RELATION_TYPES)
        return Wrong(*(c._replace(at_key=True) for c in wrong.under(kind)))
    read = reference(target) if target is not None else unexpected(target, "an id", example)
    return Wrong(*read.under(kind)) if isinstance(read, Wrong) else Relation(kind, read)


def source_or_claim(basis: dict[str, Any]) -> Iterator[Complaint]:
    """E209 unless a basis is a source, which may have a locator, or a claim, and not both."""
    given = [key for key in ("source", "claim") if basis.get(key) is not None]
    if len(given) == 2:
        hint = "make two entries of it"
        yield Complaint("E209", ("claim",), "a basis is a source or a claim, not both", hint, True)
    if not given:
        yield Complaint("E209", (), "a basis must have a source or a claim", "write {source: ID}")
    if "claim" in given and basis.get("locator") is not None and len(given) == 1:
        message = "a locator belongs to a source, and this basis is a claim"
        yield Complaint("E209", ("locator",), message, "drop it", at_key=True)


def citation_or_via(claim: dict[str, Any]) -> Iterator[Complaint]:
    """E210 for a claim with neither."""
    if claim.get("citation") is None and not claim.get("via"):
        message = "a claim must have a citation or a via"
        hint = "add `citation: {source: ID}` for the holder's work, or `via:` for the report of it"
        yield Complaint("E210", (), message, hint)


def quote_or_comment(draft: dict[str, Any]) -> Iterator[Complaint]:
    """E204 for a draft with neither."""
    if draft.get("quote") is None and draft.get("comment") is None:
        hint = "add what was marked, or what was noted; else drop the record"
        yield Complaint("E204", (), "a draft must have a quote or a comment", hint)


_WORK = re.compile(rf"({IDENTIFIER.pattern})(?:\s*[,:]\s*(.+))?")
_DATE = re.compile(r"[\d./?~X-]+")


def _work_meant(written: str) -> Short | None:
    """The id of a work, or the id and a place in it."""
    found = _WORK.fullmatch(written)
    if found is None:
        return None
    fields = {"source": found[1], **({"locator": found[2]} if found[2] else {})}
    return Short(flow(fields), fields)


def _ground_meant(written: str) -> Short | None:
    """The same, where the id can also be that of a claim."""
    work = _work_meant(written)
    if work is None or "locator" in work.fields:
        return work
    return Short(f"{work.written} or {{claim: {written}}}", {})


def _stamp_meant(written: str) -> Short:
    """A date or a person, or both."""
    who, comma, when = (part.strip() for part in written.rpartition(","))
    if comma and who and _DATE.fullmatch(when):
        fields = {"by": who, "date": when}
        return Short(flow(fields), fields)
    if _DATE.fullmatch(written):
        return Short(f"{{by: NAME, date: {flow(written)}}}", {"date": written})
    return Short(f"{{by: {flow(written)}, date: DATE}}", {"by": written})


def _only(field: str) -> Callable[[str], Short | None]:
    """What a text is meant as that stands for a mapping with this field alone."""
    return lambda written: Short(flow({field: written}), {field: written}) if written else None


SPELLING = Shape("a spelling", {"value": text, "scheme": text}, ("value",), short=_only("value"))
STAMP = Shape("who and when", {"by": text, "date": text}, ("by",), short=_stamp_meant)
_ONE_TEXT = {"locator": "write the places as one text: pp. 116, 118"}

CITATION = Shape(
    "a citation",
    {"source": reference, "locator": text},
    ("source",),
    short=_work_meant,
    hints=_ONE_TEXT,
)
BASIS = Shape(
    "a basis",
    {"source": reference, "locator": text, "claim": reference},
    (),
    (source_or_claim,),
    short=_ground_meant,
)

_spellings = ListOf(Part(SPELLING, Spelling), "[{value: …}]")
_citation = Part(CITATION, Citation)
_stamp = Part(STAMP, Stamp)

_UNCERTAIN = tuple(field.name for field in CLAIM_FIELDS if field.can_be_unclear)

READERS: dict[str, Reader] = {
    "id": identifier,
    "text": text,
    "scholars": ListOf(reference, "[ID]", empty=False),
    "work": _citation,
    "works": ListOf(_citation, "[{source: ID}]"),
    "words": OneOf("kind of words", ("holder",)),
    "certainty": OneOf("certainty", CLAIM_CERTAINTIES),
    "grounds": ListOf(Part(BASIS, Basis), "[{source: ID}]"),
    "relations": ListOf(relation, "[{disputes: ID}]"),
    "answers": ListOf(reference, "[QUESTION/STANCE]"),
    "fields": ListOf(OneOf("field of a claim", _UNCERTAIN), "[FIELD]"),
    "tags": ListOf(text, "[TAG]"),
    "stamp": _stamp,
}
"""How each kind of value that a field of a claim takes is read."""

CLAIM = Shape(
    "a claim",
    {**{field.name: READERS[field.value] for field in CLAIM_FIELDS}, "stance": reference},
    tuple(field.name for field in CLAIM_FIELDS if field.is_required),
    (citation_or_via,),
    hints={"stance": "write one stance; a claim that takes two is two records"},
)

SCHOLAR = Shape(
    "a scholar",
    {
        "id": identifier,
        "name": text,
        "kind": OneOf("kind of scholar", SCHOLAR_KINDS),
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
        "kind": OneOf("kind of name", NAME_KINDS),
        "spellings": _spellings,
        "note": text,
    },
    ("id", "name", "kind"),
)

DRAFT = Shape(
    "a draft",
    {
        "id": citation_key,
        "quote": text,
        "source": reference,
        "locator": text,
        "comment": text,
        "tags": READERS["tags"],
        "answers": READERS["answers"],
        "from": text,
        "note": text,
    },
    ("id",),
    (quote_or_comment,),
)

STANCE = Shape(
    "a stance",
    {"label": text, "meaning": text, "note": text},
    ("label",),
    short=_only("label"),
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
        "part_of": reference,
        "note": text,
    },
    ("id", "question"),
)

CORPUS = Shape(
    "the description of a corpus",
    {"title": text, "about": text, "licence": text, "format": format_number, "note": text},
    ("title",),
)

STANCES = "stances"
"""The key of a question's stances."""

LIST_KEYS = ("claims", "scholars", "references", "names", "drafts")
"""The keys at the top of a file that have lists of records."""

TOP_LEVEL_KEYS = (*LIST_KEYS, *QUESTION.fields, STANCES, *CORPUS.fields)
"""All keys at the top of a file."""
