"""The texts of a claim that are searched, by the field of the claim in JSON that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from claimcli import citations
from claimcli.model import Claim, Spelling
from claimcli.store import Store
from claimcli.store.access_points import source_texts


class Text(msgspec.Struct, frozen=True):
    """A text with its field.

    `record` is the id of the shared record that it is of: one match in it is enough to tell.
    `spellings` are other forms of a name. An id is met as a whole; the id of a question, which
    `repeats` in other words what it asks, is met word by word.
    """

    field: str
    value: str
    record: str = ""
    spellings: tuple[Spelling, ...] = ()
    is_id: bool = False
    repeats: bool = False


FIELDS_OF = {
    "scholar": ("scholars",),
    "school": ("school",),
    "source": ("citation",),
    "via": ("via",),
    "question": ("question", "question_text", "answers"),
    "stance": ("stance", "stance_label", "stance_meaning", "answers"),
    "certainty": ("certainty",),
    "tag": ("tags",),
    "statement": ("statement",),
    "quote": ("quote",),
    "note": ("note",),
    "name": ("statement", "quote", "translation", "note"),
    "id": ("id",),
}
"""For a field of the query, the fields in which it is met."""

_ONLY_ASKED = ("certainty", "stance")
"""Fields that are met only where the query names them."""


class Texts:
    """The texts of claims. Those of shared records are put together once."""

    def __init__(self, store: Store) -> None:
        """The store gives the shared records."""
        self._store = store
        self._shared: dict[tuple[str, str], list[Text]] = {}

    def of(self, claim: Claim) -> list[Text]:
        """Everything of a claim that a query may have met."""
        found = [
            Text("statement", claim.statement),
            Text("quote", claim.quote or ""),
            Text("translation", claim.translation or ""),
        ]
        for field, id in _links(claim):
            found += self._linked(field, id)
        found += [Text(field, locator) for field, locator in _locators(claim)]
        found += [Text("tags", tag) for tag in claim.tags]
        found += [Text("note", claim.note or ""), Text("certainty", claim.certainty or "")]
        found.append(Text("id", claim.id, repeats=True))
        return [text for text in found if text.value]

    def _linked(self, field: str, id: str) -> list[Text]:
        """The texts of a record that a claim refers to in this field."""
        if (field, id) not in self._shared:
            read = {"scholars": self._scholar, "question": self._position, "answers": self._answer}
            self._shared[field, id] = read[field](id) if field in read else self._work(field, id)
        return self._shared[field, id]

    def _scholar(self, id: str) -> list[Text]:
        scholar = self._store.scholar(id)
        if scholar is None:
            return [Text("scholars", id)]
        name = Text("scholars", scholar.name, id, scholar.names)
        whole = Text("scholars", id, id, is_id=True)
        return [name, whole, Text("school", scholar.school or "")]

    def _work(self, field: str, id: str) -> list[Text]:
        source = self._store.source(id)
        if source is None:
            return [Text(field, id)]
        named = [citations.short(source, id), *source_texts(source)]
        if source.letter:  # few look for the year with it
            named.insert(1, citations.short(replace(source, letter=""), id))
        return [*(Text(field, text, id) for text in named), Text(field, id, id, is_id=True)]

    def _position(self, position: str) -> list[Text]:
        asked, _, taken = position.partition("/")
        question = self._store.question(asked)
        stance = question.stance(taken) if question else None
        found = [Text("stance", taken), Text("question", asked, repeats=True)]
        if stance:
            label = Text("stance_label", stance.label)
            found += [label, Text("stance_meaning", stance.meaning or "")]
        if question:
            asks = Text("question_text", question.question)
            found += [asks, Text("question_scope", question.scope or "")]
        return found

    def _answer(self, position: str) -> list[Text]:
        texts = self._position(position)
        return [
            replace(text, field="answers", record=position)
            for text in texts
            if text.field != "stance"
        ]


def of_field(texts: Iterable[Text], field: str | None) -> list[Text]:
    """The texts in which a term with this field may be met; without a field, any."""
    if field is None:
        return [text for text in texts if text.field not in _ONLY_ASKED]
    return [text for text in texts if text.field in FIELDS_OF[field]]


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


def _locators(claim: Claim) -> Iterator[tuple[str, str]]:
    for path, work in claim.works:
        yield path[0], work.locator or ""
