"""The fields of new records of each kind: what they are for, and which a record must have.

What each is for comes from `claim_fields` and `claimcli.record_fields`. The options of `claimcli
new` are made of this table, and so are its questions on a terminal.
"""

from __future__ import annotations

from typing import NamedTuple

from claimcli import record_fields
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


_OF_A_CLAIM_IN_TURN = ("stance", "citation", "via", "scholars", "statement", "quote", "certainty")
"""In this order: where it was read comes before who holds it, since it tells who probably does."""

_PLAIN = {
    "question": record_fields.QUESTION,
    "stance": record_fields.STANCE,
    "scholar": record_fields.SCHOLAR,
    "source": record_fields.SOURCE,
    "name": record_fields.NAME,
}
"""What the fields of the other records are for."""

_NEW = {
    "question": "question scope period exclusive ordered part_of note",
    "stance": "label meaning note",
    "scholar": "name kind school names note",
    "source": "type author title issued editor original-date container-title volume issue page "
    "publisher publisher-place note",
    "name": "name kind spellings note",
}
"""Those that an option gives, in the order in which they are asked for."""

_IN_TURN = {
    "question": ("question", "scope", "exclusive"),
    "stance": ("label", "meaning"),
    "scholar": ("name", "kind", "school"),
    "source": ("type", "author", "title", "issued"),
    "name": ("name", "kind", "spellings"),
}

_PEOPLE = "'Family, Given; Family, Given'; without a comma a body"
_TYPED = {
    ("question", "exclusive"): "yes where nobody can hold two of its stances at once, else no",
    ("question", "ordered"): "yes where the stances run from pole to pole, else no",
    ("scholar", "kind"): ", ".join(SCHOLAR_KINDS),
    ("scholar", "names"): "other spellings: 'Ivanov; Иванов (cyrillic)'",
    ("source", "author"): _PEOPLE,
    ("source", "editor"): _PEOPLE,
    ("source", "issued"): "when it appeared (EDTF)",
    ("name", "kind"): ", ".join(NAME_KINDS),
    ("name", "spellings"): "other spellings: 'Zhang Jue (pinyin); 張覺 (han)'",
}
"""What is typed for a field that a file has otherwise, or that takes one of a few words."""


def _plain(meaning: str) -> str:
    """What a field is for, without Markdown."""
    return meaning.replace("`", "").removeprefix("required: ")


def _of_a_claim() -> tuple[RecordField, ...]:
    made = {
        field.name: RecordField(
            field.name,
            _plain(field.meaning),
            field.is_required,
            field.name in _OF_A_CLAIM_IN_TURN,
        )
        for field in CLAIM_FIELDS
        if field.name != "id"
    }
    first = [made.pop(name) for name in _OF_A_CLAIM_IN_TURN]
    return (*first, *made.values())


def _of_another(kind: str) -> tuple[RecordField, ...]:
    meanings = _PLAIN[kind]
    return tuple(
        RecordField(
            name,
            _TYPED.get((kind, name)) or _plain(meanings[name]),
            meanings[name].startswith("required"),
            name in _IN_TURN[kind],
        )
        for name in _NEW[kind].split()
    )


FIELDS: dict[str, tuple[RecordField, ...]] = {
    "claim": _of_a_claim(),
    **{kind: _of_another(kind) for kind in _NEW},
}
"""By kind; first those that are asked in their turn, in the order in which they are."""
