"""The records that every format is made of: the JSON that claimcli publishes.

A view is built of plain dicts, lists, strings, numbers, booleans and None; every key is always
there. Views query nothing: what they need of other records comes through `Entities`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from claimcli import citations
from claimcli.entities import Entities, source_year
from claimcli.model import (
    Basis,
    Citation,
    Claim,
    Creator,
    Draft,
    Name,
    Question,
    Relation,
    Scholar,
    Source,
    Spelling,
    Stamp,
    Stance,
)

if TYPE_CHECKING:
    from claimcli.answers.counting import Entry
    from claimcli.search import Hit

View = dict[str, Any]
"""One record as published: JSON values only."""


_viewers: WeakKeyDictionary[Entities, Viewer] = WeakKeyDictionary()


class Viewer:
    """Claims as published, with the names, labels and short citations of what they refer to.

    What many claims have in common is worked out once.
    """

    @staticmethod
    def of(entities: Entities) -> Viewer:
        """The viewer of a corpus that all who ask share: for the pages of a site, say."""
        if entities not in _viewers:
            _viewers[entities] = Viewer(entities)
        return _viewers[entities]

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._works: dict[str, _Work] = {}
        self._holders: dict[str, View] = {}
        self._questions: dict[str, Question | None] = {}
        self._stances: dict[tuple[str, str], Stance | None] = {}

    def unknown(self, claims: Iterable[Claim]) -> set[str]:
        """The scholars and works of claims that were not met before."""
        holders = {id for claim in claims for id in claim.scholars}
        works = {work.source for claim in claims for _, work in claim.works}
        return (holders - self._holders.keys()) | (works - self._works.keys())

    def forget(self, most: int) -> None:
        """Let go of what was worked out, where there is more of a kind than so many."""
        for known in (self._works, self._holders, self._questions, self._stances):
            if len(known) > most:
                known.clear()

    def claim(self, claim: Claim) -> View:
        """A claim: every field of it, and what it comes to with the records it refers to."""
        view = _EMPTY.copy()
        view.update(zip(_RECORDED, _recorded(claim), strict=True))
        for key, published in _PARTS.items():
            if view[key]:
                view[key] = published(self, view[key])
        for key in _LISTS:
            view[key] = list(view[key])
        for key, derived in _DERIVED.items():
            view[key] = derived(self, claim)
        return view

    def entry(self, entry: Entry) -> View:
        """A claim within a comparison; `secondary` where it stands there through `answers`."""
        view = self.claim(entry.claim)
        view["secondary"] = entry.secondary
        return view

    def hit(self, hit: Hit) -> View:
        """A claim that a search found, with why."""
        view = self.claim(hit.claim)
        view["score"] = hit.score
        view["matches"] = [
            {"field": m.field, "term": m.term, "text": m.text, "kind": m.kind} for m in hit.matches
        ]
        return view

    def holder(self, id: str) -> View:
        """A scholar as a claim shows him; one that is not declared goes by his id."""
        if id not in self._holders:
            self._holders[id] = _holder(id, self._entities.scholar(id))
        return self._holders[id].copy()  # whoever reads one may change it

    def citation(self, citation: Citation) -> View:
        """A work and the place in it, with the short citation."""
        id, locator = citation.source, citation.locator
        text, is_classic, _ = self._work(id)
        if locator:
            text = f"{text}{citations.before_in(locator, classic=is_classic)}{locator}"
        return {"source": id, "locator": locator, "text": text}

    def _work(self, id: str) -> _Work:
        if id not in self._works:
            self._works[id] = _cited(id, self._entities.source(id))
        return self._works[id]

    def question(self, id: str | None) -> Question | None:
        """The question of that id."""
        if id is None:
            return None
        if id not in self._questions:
            self._questions[id] = self._entities.question(id)
        return self._questions[id]

    def stance(self, question: str | None, stance: str | None) -> Stance | None:
        """The stance that a question has by that id."""
        if not question or not stance:
            return None
        position = question, stance
        if position not in self._stances:
            asked = self.question(question)
            self._stances[position] = asked.stance(stance) if asked else None
        return self._stances[position]

    def text_of(self, target: str) -> str | None:
        """The statement of a claim, or the label of a `question/stance`; None of neither."""
        if claim := self._entities.claim(target):
            return claim.statement
        question, _, stance = target.partition("/")
        found = self.stance(question, stance)
        return found.label if found else None

    def relation(self, relation: Relation) -> View:
        """What the holder disputes, qualifies or revises, with its words."""
        text = self.text_of(relation.target)
        return {"type": relation.type, "target": relation.target, "text": text}

    def basis(self, ground: Basis) -> View:
        """What a claim rests on: the text is a short citation, or the other claim's statement."""
        if ground.source:
            return {**self.citation(Citation(ground.source, ground.locator)), "claim": None}
        text = self.text_of(ground.claim or "") or ground.claim
        return {"source": None, "locator": None, "claim": ground.claim, "text": text}

    def year(self, claim: Claim) -> int | None:
        """The year of the holder's own work."""
        return self._work(claim.citation.source).year if claim.citation else None


class _Work(NamedTuple):
    """A work by its short citation, whether that is a classic's, and its year."""

    text: str
    is_classic: bool
    year: int | None


def _cited(id: str, source: Source | None) -> _Work:
    if source is None:
        return _Work(citations.short(None, id), is_classic=False, year=None)
    text = citations.short(source, id)
    return _Work(text, citations.is_classic(source), source_year(source))


def _holder(id: str, scholar: Scholar | None) -> View:
    if scholar is None:
        return {"id": id, "name": id, "kind": None, "school": None}
    return {"id": id, "name": scholar.name, "kind": scholar.kind, "school": scholar.school}


def _label(viewer: Viewer, claim: Claim) -> str | None:
    stance = viewer.stance(claim.question, claim.stance)
    return stance.label if stance else None


def _question_text(viewer: Viewer, claim: Claim) -> str | None:
    question = viewer.question(claim.question)
    return question.question if question else None


def stamp_view(stamp: Stamp | None) -> View | None:
    """Who made or checked a record, and when."""
    return {"by": stamp.by, "date": stamp.date} if stamp else None


_DERIVED: dict[str, Callable[[Viewer, Claim], Any]] = {
    "question_text": _question_text,
    "stance_label": _label,
    "quote_source": lambda viewer, claim: claim.witness if claim.quote else None,
    "year": Viewer.year,
}
"""The keys of a claim that its record has not."""

_PARTS: dict[str, Callable[[Viewer, Any], Any]] = {
    "scholars": lambda viewer, ids: map(viewer.holder, ids),
    "citation": Viewer.citation,
    "via": lambda viewer, works: map(viewer.citation, works),
    "basis": lambda viewer, grounds: map(viewer.basis, grounds),
    "relations": lambda viewer, relations: map(viewer.relation, relations),
    "recorded": lambda viewer, stamp: stamp_view(stamp),
    "checked": lambda viewer, stamp: stamp_view(stamp),
}
"""The keys whose value, where a claim has one, is published with what it refers to."""

_ORDER = (
    *("id", "question", "question_text", "stance", "stance_label", "statement", "scholars"),
    *("certainty", "citation", "via", "second_hand", "quote", "quote_source", "words"),
    *("translation", "year", "period", "basis", "relations", "answers", "unclear", "tags", "note"),
    *("recorded", "checked"),
)
_PLACE = ("file", "line")

CLAIM_FIELDS = (
    *_ORDER,
    *(field for field in Claim.__struct_fields__ if field not in (*_ORDER, *_PLACE)),
    *_PLACE,
)
"""The keys of a claim, in their order: the header of a table that may be empty."""

_EMPTY: View = dict.fromkeys(CLAIM_FIELDS)

_RECORDED = tuple(key for key in CLAIM_FIELDS if key not in _DERIVED)
"""The keys whose value is that of the record."""

_LISTS = tuple(key for key in _RECORDED if Claim.__annotations__.get(key, "").startswith("tuple"))
"""Those of them that have several values."""

_recorded = attrgetter(*_RECORDED)

ENTRY_FIELDS = (*CLAIM_FIELDS, "secondary")
"""The keys of a claim within a comparison."""

HIT_FIELDS = (*CLAIM_FIELDS, "score", "matches")
"""The keys of a claim that a search found."""

READ_FIELDS = (
    *("id", "statement", "certainty", "scholars", "citation", "via", "stance_label", "unclear"),
)
"""The keys of a claim that a table made for reading has."""


def scholar_view(scholar: Scholar) -> View:
    """A scholar's own record."""
    return {
        "id": scholar.id,
        "name": scholar.name,
        "kind": scholar.kind,
        "school": scholar.school,
        "names": _spellings(scholar.names),
        **_place(scholar),
    }


def source_view(source: Source) -> View:
    """A work's own record; `csl` has every CSL variable as recorded."""
    return {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "author": [creator_view(c) for c in source.author],
        "editor": [creator_view(c) for c in source.editor],
        "issued": source.issued,
        "original_date": source.original_date,
        "year": source_year(source),
        "text": citations.short(source, source.id),
        "csl": source.csl,
        **_place(source),
    }


def creator_view(creator: Creator) -> View:
    """A CSL name."""
    return {"family": creator.family, "given": creator.given, "literal": creator.literal}


def question_view(question: Question) -> View:
    """A question's own record with its stances."""
    return {
        "id": question.id,
        "question": question.question,
        "scope": question.scope,
        "period": question.period,
        "exclusive": question.exclusive,
        "ordered": question.ordered,
        "part_of": question.part_of,
        "stances": [
            {"id": s.id, "label": s.label, "meaning": s.meaning, "note": s.note}
            for s in question.stances
        ],
        **_place(question),
    }


def name_view(name: Name) -> View:
    """A name's own record with its spellings."""
    return {
        "id": name.id,
        "name": name.name,
        "kind": name.kind,
        "spellings": _spellings(name.spellings),
        **_place(name),
    }


def draft_view(draft: Draft, source: Source | None) -> View:
    """A draft's own record; `source` is the work that it stands in, where that is there."""
    work = draft.source
    return {
        "id": draft.id,
        "quote": draft.quote,
        "source": work,
        "text": citations.short(source, work, draft.locator) if work else None,
        "locator": draft.locator,
        "comment": draft.comment,
        "tags": list(draft.tags),
        "answers": list(draft.answers),
        "from": draft.origin,
        **_place(draft),
    }


def _spellings(spellings: Iterable[Spelling]) -> list[View]:
    return [{"value": s.value, "scheme": s.scheme} for s in spellings]


def _place(record: Scholar | Source | Question | Name | Draft) -> View:
    return {"note": record.note, "file": record.file, "line": record.line}


def question_asked(question: Question) -> View:
    """A question as a comparison has it."""
    return {
        "id": question.id,
        "text": question.question,
        "scope": question.scope,
        "period": question.period,
        "exclusive": question.exclusive,
        "ordered": question.ordered,
        "part_of": question.part_of,
    }
