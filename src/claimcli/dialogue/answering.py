"""What a field takes for an answer: what can be offered, what it refers to, how it is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus import csl
from claimcli.corpus.mappings import Shape
from claimcli.corpus.readers import Reader
from claimcli.corpus.schema import CLAIM, NAME, QUESTION, SCHOLAR, STANCE
from claimcli.dialogue.asker import Offer
from claimcli.dialogue.offers import OfferedRecords
from claimcli.editing.asked_fields import RecordField
from claimcli.model import CLAIM_CERTAINTIES, NAME_KINDS, RELATION_TYPES, SCHOLAR_KINDS

_SHAPES: dict[str, Shape] = {
    "claim": CLAIM,
    "question": QUESTION,
    "stance": STANCE,
    "scholar": SCHOLAR,
    "source": csl.SOURCE,
    "name": NAME,
}

_VALUES = {field.name: field.value for field in CLAIM_FIELDS}
_WORKS = frozenset(("work", "works"))
_REFERS = {"scholars": "scholar", "work": "source", "works": "source", "grounds": "source"}
"""The kind of record that a value of a claim refers to, by what kind of value it is."""

_WORDS: dict[tuple[str, str], Iterable[str]] = {
    ("claim", "certainty"): CLAIM_CERTAINTIES,
    ("claim", "words"): ("holder",),
    ("claim", "unclear"): [field.name for field in CLAIM_FIELDS if field.can_be_unclear],
    ("claim", "relations"): RELATION_TYPES,
    ("scholar", "kind"): SCHOLAR_KINDS,
    ("name", "kind"): NAME_KINDS,
    ("source", "type"): sorted(csl.TYPES),
    ("question", "exclusive"): ("yes", "no"),
    ("question", "ordered"): ("yes", "no"),
}

_EXAMPLES = {
    ("question", "question"): "Who started the war of 1125?",
    ("question", "scope"): "The first campaign; not what led to the alliance before it.",
    ("question", "exclusive"): "yes for `Who started it?`, no for `Why did it come to war?`",
    ("question", "ordered"): "yes for `early, later, late`",
    ("stance", "label"): "Both sides wanted it",
    ("stance", "meaning"): "Neither court had any interest in peace.",
    ("claim", "statement"): "Both courts had wanted the war since 1123.",
    ("claim", "quote"): "the war was wanted on both sides",
    ("claim", "citation"): "vorobev-1975, p. 116",
    ("claim", "via"): "kim-2013, p. 61",
    ("claim", "scholars"): "vorobev",
    ("scholar", "name"): "Mikhail Vorob'ev",
    ("scholar", "school"): "Leningrad",
    ("source", "author"): "Petrov, Ivan; Kim, Alexander",
    ("source", "issued"): "1950",
}
"""An answer, to whoever asks for more."""


class Choices(NamedTuple):
    """What a field can say, as far as that can be listed; `is_work`: it names works and places."""

    offers: list[Offer]
    is_work: bool = False


def choices(kind: str, field: str, known: OfferedRecords, question: str | None) -> Choices:
    """What can be offered for a field of a kind of record."""
    if (kind, field) == ("claim", "stance"):
        return Choices(known.stances_of(question) if question else [])
    if (kind, field) == ("question", "part_of"):
        return Choices(known.offers("question"))
    value = _VALUES.get(field, "") if kind == "claim" else ""
    offers = [Offer(word) for word in _WORDS.get((kind, field), ())]
    if value in ("answers", "relations"):
        offers += known.offers("position")
    if value in ("grounds", "relations"):
        offers += known.offers("claim")
    if value in _REFERS:
        offers += known.offers(_REFERS[value])
    return Choices(offers, value in _WORKS)


def refers_to(kind: str, field: str) -> str | None:
    """The kind of record of which a field has ids that must be there, if there is one."""
    if (kind, field) == ("question", "part_of"):
        return "question"
    return _REFERS.get(_VALUES.get(field, "")) if kind == "claim" else None


def told(kind: str, field: RecordField) -> str:
    """What a field is for, at length and by an example."""
    example = _EXAMPLES.get((kind, field.name))
    return f"{field.meaning}\nfor example: {example}" if example else field.meaning


def readers(kind: str) -> Mapping[str, Reader]:
    """How the fields of a kind of record are read, and so what may be in them."""
    return _SHAPES[kind].fields
