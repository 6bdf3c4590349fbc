"""The texts of a claim that are searched, by the field of the claim in JSON that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcli import citations
from claimcli.model import Citation, Claim, Spelling
from claimcli.store import Store
from claimcli.store.rows import source_texts


class Text(NamedTuple):
    """A text with its field; `spellings` are other forms of it, if it is a name."""

    field: str
    value: str
    spellings: tuple[Spelling, ...] = ()


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

_ONLY_ASKED = frozenset(("certainty", "stance"))
"""Fields that are looked at only where the query names them."""


def texts_of(claim: Claim, store: Store) -> list[Text]:
    """Everything of a claim that a query may have met."""
    return [text for text in _texts(claim, store) if text.value]


def of_field(texts: Iterable[Text], field: str | None) -> list[Text]:
    """The texts in which a term with this field may be met; without a field, any."""
    if field is None:
        return [text for text in texts if text.field not in _ONLY_ASKED]
    return [text for text in texts if text.field in FIELDS_OF[field]]


def _texts(claim: Claim, store: Store) -> Iterator[Text]:
    yield Text("statement", claim.statement)
    yield Text("quote", claim.quote or "")
    yield Text("translation", claim.translation or "")
    yield from _holders(claim, store)
    yield from _works(claim, store)
    yield from _position(claim, store)
    yield from _answers(claim, store)
    yield from (Text("tags", tag) for tag in claim.tags)
    yield Text("note", claim.note or "")
    yield Text("certainty", claim.certainty or "")
    yield Text("id", claim.id)


def _holders(claim: Claim, store: Store) -> Iterator[Text]:
    for id in claim.scholars:
        scholar = store.scholar(id)
        yield Text("scholars", scholar.name if scholar else id, scholar.names if scholar else ())
        yield Text("scholars", id)
        yield Text("school", (scholar.school or "") if scholar else "")


def _works(claim: Claim, store: Store) -> Iterator[Text]:
    cited = [("citation", claim.citation)] if claim.citation else []
    cited += [("via", step) for step in claim.via]
    cited += [("basis", Citation(b.source, b.locator)) for b in claim.basis if b.source]
    for field, citation in cited:
        source = store.source(citation.source)
        yield Text(field, citations.short(source, citation.source, citation.locator))
        yield from (Text(field, text) for text in (source_texts(source) if source else ()))
        yield Text(field, citation.source)


def _position(claim: Claim, store: Store) -> Iterator[Text]:
    question = store.question(claim.question) if claim.question else None
    stance = question.stance(claim.stance) if question and claim.stance else None
    yield Text("stance", claim.stance or "")
    yield Text("stance_label", stance.label if stance else "")
    yield Text("stance_meaning", (stance.meaning or "") if stance else "")
    yield Text("question_text", question.question if question else "")
    yield Text("question_scope", (question.scope or "") if question else "")
    yield Text("question", claim.question or "")


def _answers(claim: Claim, store: Store) -> Iterator[Text]:
    for answer in claim.answers:
        asked, _, taken = answer.partition("/")
        question = store.question(asked)
        stance = question.stance(taken) if question else None
        yield Text("answers", answer)
        yield Text("answers", question.question if question else "")
        yield Text("answers", stance.label if stance else "")
        yield Text("answers", (stance.meaning or "") if stance else "")
