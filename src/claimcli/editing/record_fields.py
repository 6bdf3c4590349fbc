"""The fields of new records of each kind: what they are for, and which a record must have.

Those of a claim come from `claim_fields`. The options of `claimcli new` are made of this table, and
so are its questions on a terminal.
"""

from __future__ import annotations

from typing import NamedTuple

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.model import NAME_KINDS, SCHOLAR_KINDS


class RecordField(NamedTuple):
    """A field: its name, what it is for, whether a record must have it.

    `in_turn`: a person is asked for it unasked; for the others only where she names them.
    """

    name: str
    meaning: str
    is_required: bool = False
    in_turn: bool = False

    @property
    def option(self) -> str:
        """The option that gives it."""
        return f"--{self.name.replace('_', '-')}"


def _required(name: str, meaning: str) -> RecordField:
    return RecordField(name, meaning, is_required=True, in_turn=True)


def _asked(name: str, meaning: str) -> RecordField:
    return RecordField(name, meaning, in_turn=True)


_OF_A_CLAIM_IN_TURN = ("stance", "citation", "via", "scholars", "statement", "quote", "certainty")
"""In this order: where it was read comes before who holds it, since it tells who probably does."""

_NOTE = RecordField("note", "free")


def _of_a_claim() -> tuple[RecordField, ...]:
    made = {
        field.name: RecordField(
            field.name,
            field.meaning.replace("`", "").removeprefix("required: "),
            field.is_required,
            field.name in _OF_A_CLAIM_IN_TURN,
        )
        for field in CLAIM_FIELDS
        if field.name != "id"
    }
    first = [made.pop(name) for name in _OF_A_CLAIM_IN_TURN]
    return (*first, *made.values())


FIELDS: dict[str, tuple[RecordField, ...]] = {
    "claim": _of_a_claim(),
    "question": (
        _required("question", "the question as a sentence"),
        _asked("scope", "what it covers"),
        RecordField("period", "the time (EDTF)"),
        _asked("exclusive", "true where one cannot hold two of its stances without contradiction"),
        RecordField("ordered", "true where the stances run from pole to pole"),
        RecordField("part_of", "a wider question"),
        _NOTE,
    ),
    "stance": (
        _required("label", "short enough for the heading of a column"),
        _asked("meaning", "what one holds who holds it"),
        _NOTE,
    ),
    "scholar": (
        _required("name", "as it is shown"),
        _required("kind", ", ".join(SCHOLAR_KINDS)),
        _asked("school", "free"),
        RecordField("names", "other spellings: 'Ivanov; Иванов (cyrillic)'"),
        _NOTE,
    ),
    "source": (
        _required("type", "of CSL: book, article-journal, chapter, thesis, classic, document"),
        _asked("author", "'Family, Given; Family, Given'; without a comma a body"),
        _asked("title", "of the work"),
        _asked("issued", "when it appeared (EDTF)"),
        RecordField("editor", "as the author"),
        RecordField(
            "original-date", "when it first appeared, where a later edition is cited (EDTF)"
        ),
        RecordField("container-title", "of the journal or the volume"),
        RecordField("volume", "of a journal or a set"),
        RecordField("issue", "of a journal"),
        RecordField("page", "first and last: 33-58"),
        RecordField("publisher", "who published it"),
        RecordField("publisher-place", "where"),
        _NOTE,
    ),
    "name": (
        _required("name", "as it is shown"),
        _required("kind", ", ".join(NAME_KINDS)),
        _asked("spellings", "other spellings: 'Zhang Jue (pinyin); 張覺 (han)'"),
        _NOTE,
    ),
}
"""By kind; first those that are asked in their turn, in the order in which they are."""
