"""The texts of a claim that are searched, by the field of the claim in JSON that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from claimcli import citations
from claimcli.claim_fields import PROSE
from claimcli.model import Claim, Spelling
from claimcli.search.clauses import Text
from claimcli.store import Store
from claimcli.store.access_points import source_texts


class Zone(Text):
    """A text with its field.

    `record` is the id of the shared record that it is of: one match in it is enough to tell.
    `spellings` are other forms of a name. An id is met as a whole; the id of a question, which
    `repeats` in other words what it asks, is met word by word.
    """

    __slots__ = ("field", "is_id", "record", "repeats", "spellings")

    def __init__(
        self,
        field: str,
        value: str,
        record: str = "",
        spellings: Iterable[Spelling] = (),
        *,
        is_id: bool = False,
        repeats: bool = False,
    ) -> None:
        """`value` is the text, `field` the key of the claim in JSON that shows it."""
        super().__init__(value)
        self.field = field
        self.record = record
        self.spellings = [(spelling, Text(spelling.value)) for spelling in spellings]
        self.is_id = is_id
        self.repeats = repeats

    @property
    def place(self) -> tuple[str, str]:
        """Where one match is enough."""
        return (self.field, self.record or self.value)


class Group:
    """Zones of a claim that stand together; `is_shared` those that other claims have, too."""

    __slots__ = ("is_shared", "zones")

    def __init__(self, zones: Sequence[Zone], *, is_shared: bool) -> None:
        """One that is shared is the same object in every claim."""
        self.zones = zones
        self.is_shared = is_shared


FIELDS_OF = {
    "scholar": ("scholars",),
    "school": ("school",),
    "source": ("citation",),
    "via": ("via",),
    "question": ("question", "question_text", "answers"),
    "stance": ("stance", "stance_label", "stance_meaning", "answers"),
    "certainty": ("certainty",),
    "tag": ("tags",),
    **{text: (text,) for text in PROSE},
    "name": tuple(PROSE),
    "id": ("id",),
}
"""For a field of the query, the fields in which it is met."""

ONLY_ASKED = frozenset(("certainty", "stance"))
"""Fields that are met only where the query names them."""


class Zones:
    """The zones of claims. Those that claims share are put together once."""

    def __init__(self, store: Store) -> None:
        """The store gives the shared records."""
        self._store = store
        self._records: dict[tuple[str, str], Group] = {}
        self._texts: dict[tuple[str, str], Group] = {}

    def of(self, claim: Claim) -> list[Group]:
        """Everything of a claim that a query may have met."""
        prose = [Zone(name, value) for name in PROSE if (value := getattr(claim, name))]
        told = [zone for zone in prose if zone.field == "note"]
        said = [zone for zone in prose if zone.field != "note"]
        told.append(Zone("id", claim.id, repeats=True))
        return [
            Group(said, is_shared=False),
            *[self._records.get(link) or self._record(*link) for link in _links(claim)],
            *[self._texts.get(text) or self._text(*text) for text in _repeated(claim)],
            Group(told, is_shared=False),
        ]

    def _text(self, field: str, value: str) -> Group:
        """A text that many claims have."""
        found = self._texts[field, value] = Group([Zone(field, value)], is_shared=True)
        return found

    def _record(self, field: str, id: str) -> Group:
        """The zones of a record that a claim refers to in this field."""
        read = {"scholars": self._scholar, "question": self._position, "answers": self._answer}
        zones = read[field](id) if field in read else self._work(field, id)
        group = Group([zone for zone in zones if zone.value], is_shared=True)
        self._records[field, id] = group
        return group

    def _scholar(self, id: str) -> list[Zone]:
        scholar = self._store.scholar(id)
        if scholar is None:
            return [Zone("scholars", id)]
        name = Zone("scholars", scholar.name, id, scholar.names)
        whole = Zone("scholars", id, id, is_id=True)
        return [name, whole, Zone("school", scholar.school or "")]

    def _work(self, field: str, id: str) -> list[Zone]:
        source = self._store.source(id)
        if source is None:
            return [Zone(field, id)]
        named = [citations.short(source, id), *source_texts(source)]
        if source.letter:  # few look for the year with it
            named.insert(1, citations.short(replace(source, letter=""), id))
        return [*(Zone(field, text, id) for text in named), Zone(field, id, id, is_id=True)]

    def _position(self, position: str) -> list[Zone]:
        asked, _, taken = position.partition("/")
        question = self._store.question(asked)
        stance = question.stance(taken) if question else None
        found = [Zone("stance", taken), Zone("question", asked, repeats=True)]
        if stance:
            label = Zone("stance_label", stance.label)
            found += [label, Zone("stance_meaning", stance.meaning or "")]
        if question:
            asks = Zone("question_text", question.question)
            found += [asks, Zone("question_scope", question.scope or "")]
        return found

    def _answer(self, position: str) -> list[Zone]:
        return [
            Zone("answers", zone.value, position, is_id=zone.is_id, repeats=zone.repeats)
            for zone in self._position(position)
            if zone.field != "stance"
        ]


def _links(claim: Claim) -> Iterator[tuple[str, str]]:
    """Field and id of what the claim refers to."""
    for scholar in claim.scholars:
        yield "scholars", scholar
    for path, work in claim.works:
        yield path[0], work.source
    if claim.question and claim.stance:
        yield "question", f"{claim.question}/{claim.stance}"
    for answer in claim.answers:
        yield "answers", answer


def _repeated(claim: Claim) -> Iterator[tuple[str, str]]:
    """Field and text of what other claims say in the same words."""
    for path, work in claim.works:
        if work.locator:
            yield path[0], work.locator
    for tag in claim.tags:
        yield "tags", tag
    if claim.certainty:
        yield "certainty", claim.certainty
