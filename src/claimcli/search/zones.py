"""The texts of a claim that are searched, by the field of the claim in JSON that shows them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimcli import citations
from claimcli.claim_fields import PROSE
from claimcli.model import Claim, Spelling
from claimcli.names.folding import fold
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
        spellings: Sequence[tuple[Spelling, Text]] = (),
        *,
        is_id: bool = False,
        repeats: bool = False,
    ) -> None:
        """`value` is the text, `field` the key of the claim in JSON that shows it."""
        super().__init__(value)
        self.field = field
        self.record = record
        self.spellings = spellings
        self.is_id = is_id
        self.repeats = repeats

    @property
    def place(self) -> tuple[str, str]:
        """Where one match is enough."""
        return (self.field, self.record or self.value)


class Group:
    """Zones of a claim that stand together; `is_shared` those that other claims have, too."""

    __slots__ = ("_folded", "is_shared", "zones")

    def __init__(self, zones: Sequence[Zone], *, is_shared: bool) -> None:
        """One that is shared is the same object in every claim."""
        self.zones = zones
        self.is_shared = is_shared
        self._folded: str | None = None

    @property
    def folded(self) -> str:
        """All its texts as one, folded: a word that is not in it is in none of them."""
        if self._folded is None:
            self._folded = self._shared() if self.is_shared else self._own()
        return self._folded

    def _own(self) -> str:
        """Of texts that are folded anyway: a claim that is found has a word in one most often."""
        return " ".join([zone.folding[0] for zone in self.zones])

    def _shared(self) -> str:
        values = [zone.value for zone in self.zones]
        values += [text.value for zone in self.zones for _, text in zone.spellings]
        return fold(" ".join(values))


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
        said = [Zone(name, value) for name in _SAID if (value := getattr(claim, name))]
        told = [Zone("note", claim.note)] if claim.note else []
        told.append(Zone("id", claim.id, repeats=True))
        links, repeated = _links(claim)
        return [
            Group(said, is_shared=False),
            *[self._records.get(link) or self._record(*link) for link in links],
            *[self._texts.get(text) or self._text(*text) for text in repeated],
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
        others = [(spelling, Text(spelling.value)) for spelling in scholar.names]
        name = Zone("scholars", scholar.name, id, others)
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


_SAID = tuple(field for field in PROSE if field != "note")


def _links(claim: Claim) -> tuple[list[_Shared], list[_Shared]]:
    """What the claim refers to, and what other claims say in the same words."""
    records = [("scholars", scholar) for scholar in claim.scholars]
    texts: list[_Shared] = []
    for path, work in claim.works:
        records.append((path[0], work.source))
        if work.locator:
            texts.append((path[0], work.locator))
    if claim.question and claim.stance:
        records.append(("question", f"{claim.question}/{claim.stance}"))
    records += [("answers", answer) for answer in claim.answers]
    texts += [("tags", tag) for tag in claim.tags]
    if claim.certainty:
        texts.append(("certainty", claim.certainty))
    return records, texts


_Shared = tuple[str, str]
"""The field of a claim, and the id or the text that it has there."""
