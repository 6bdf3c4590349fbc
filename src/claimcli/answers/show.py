"""Everything known of one record, in both directions: what it rests on and what rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from claimcli.answers import views
from claimcli.answers.answer import Answer, LeftOut, of_headings
from claimcli.answers.corpus import ID as CORPUS
from claimcli.answers.corpus import Description
from claimcli.answers.corpus import ask as describe
from claimcli.answers.counting import Counts, count_each
from claimcli.answers.views import View, Viewer
from claimcli.entities import Entities
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import NO_STANCE, Claim, Draft, Name, Question, Record, Scholar, Source
from claimcli.resolving import source_keyed, told_key
from claimcli.store import Role, Store

PARTS = (
    *("held", "citing or resting on the scholar's works"),
    *("made in it", "reported in it", "resting on it"),
    *("on it", "recorded under another question"),
    "naming it",
)
"""The part that claims have in a scholar, a source, a question or a name."""
_HELD, _DRAWN, _MADE, _REPORTED, _RESTING, _ON, _ANSWERING, _NAMING = PARTS


class Arrow(msgspec.Struct, frozen=True):
    """A claim that disputes, qualifies or revises the one that is shown."""

    type: str
    claim: Claim

    @property
    def is_judged(self) -> bool:
        """Whether that it does is the recorder's judgement."""
        return self.claim.relates_by_reading

    @property
    def view(self) -> View:
        """What does what, whether by the recorder's reading, and with what words."""
        words = {"claim": self.claim.id, "text": self.claim.statement}
        return {"type": self.type, "by_reading": self.is_judged, **words}


class ShownClaim(Answer, frozen=True):
    """A claim; the claims that rest on it, and those that dispute, qualify or revise it."""

    record: Claim
    grounds_for: tuple[Claim, ...]
    related_from: tuple[Arrow, ...]
    entities: Entities

    @property
    def view(self) -> View:
        """The claim with the arrows that point at it."""
        return {
            **Viewer.of(self.entities).claim(self.record),
            "grounds_for": [claim.id for claim in self.grounds_for],
            "related_from": [arrow.view for arrow in self.related_from],
        }

    @property
    def fields(self) -> tuple[str, ...]:
        """Those of a claim, and the arrows."""
        return (*views.CLAIM_FIELDS, "grounds_for", "related_from")

    @property
    def columns(self) -> tuple[str, ...]:
        """What is read of a claim."""
        return views.READ_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """The claim alone."""
        yield self.view


class ShownRecord(Answer, frozen=True):
    """A scholar, source, question or name with the claims that it has part in.

    `parts` are those claims by their part, one of PARTS, at most `most` of each; `totals` how many
    there are of each; `counts` the honest counts of a question's stances. `claims` are in file
    order. `key` is the citation key by which a source was asked for, where it is not its id.
    """

    record: Scholar | Source | Question | Name
    claims: tuple[Claim, ...]
    parts: Mapping[str, tuple[Claim, ...]]
    totals: Mapping[str, int]
    entities: Entities
    most: int | None = None
    counts: Mapping[str, Counts] = MappingProxyType({})
    key: str | None = None

    @property
    def view(self) -> View:
        """The record's own view, and its claims."""
        return {**_VIEWS[type(self.record)](self.record), "claims": list(self.rows)}

    @property
    def fields(self) -> tuple[str, ...]:
        """Those of a claim."""
        return views.CLAIM_FIELDS

    @property
    def columns(self) -> tuple[str, ...]:
        """What is read of a claim."""
        return views.READ_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """Its claims."""
        return map(Viewer.of(self.entities).claim, self.claims)

    @property
    def left_out(self) -> LeftOut | None:
        """What a limit of each part left out."""
        return of_headings(self.totals.values(), self.most)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Which source it is, where it was asked for by another key."""
        return (told_key(self.key, self.record.id),) if self.key else ()


class ShownDraft(Answer, frozen=True):
    """A draft, with the work that it stands in, where that is there."""

    record: Draft
    source: Source | None

    @property
    def view(self) -> View:
        """Its own record."""
        return views.draft_view(self.record, self.source)

    @property
    def fields(self) -> tuple[str, ...]:
        """Those of a draft."""
        return tuple(self.view)

    @property
    def rows(self) -> Iterator[View]:
        """The draft alone."""
        yield self.view


Shown = ShownClaim | ShownRecord | ShownDraft | Description


class OfRecord(Answer, frozen=True):
    """What a page tells of a record beyond what `show` does, whose JSON and rows it has."""

    shown: ShownRecord

    @property
    def view(self) -> View:
        """As `show` has it."""
        return self.shown.view

    @property
    def fields(self) -> tuple[str, ...]:
        """Those of a claim."""
        return self.shown.fields

    @property
    def rows(self) -> Iterator[View]:
        """The claims that it has part in."""
        return iter(self.shown.rows)


def ask(store: Store, id: str, most: int | None = None) -> Shown:
    """The record of that id, citation key or name; at most so many claims of a part.

    `corpus` is the corpus as a whole, unless a record has that id. Raises for an id and a name that
    nothing has, for a name that several have, and for a `question/stance`, which is shown with its
    question.
    """
    readers = (
        *(store.claim, store.scholar, store.source, store.question, store.name),
        store.draft,
    )
    record = next(filter(None, (read(id) for read in readers)), None)
    if record:
        return of_record(store, record, most)
    if id == CORPUS:
        return describe(store)
    keyed = source_keyed(store, id)
    return _of_key(store, id, keyed, most) if keyed else _of_name(store, id, most)


def _of_key(store: Store, key: str, id: str, most: int | None) -> ShownRecord:
    source = store.source(id)
    assert source
    return msgspec.structs.replace(_source(store, source, most), key=key)


def _of_name(store: Store, name: str, most: int | None) -> Shown:
    from claimcli.search.by_name import named  # only where it is no id

    _refuse_stance(store, name)
    meant = named(store, name)
    if len(meant) != 1:
        raise UnknownValue("record", name, store.ids(), lost=store.lost, meant=meant)
    return ask(store, meant[0], most)


def _refuse_stance(store: Store, id: str) -> None:
    """Raise for a position, which has no page of its own."""
    name, _, stance = id.partition("/")
    question = store.question(name)
    if stance and question:
        if stance != NO_STANCE and question.stance(stance) is None:
            known = (f"{name}/{other.id}" for other in question.stances)
            raise UnknownValue("stance", id, known, lost=store.lost)
        found = f"`claimcli search --question {name} --stance {stance}` finds its claims"
        raise ClaimcliError(f"'{id}' is a stance, shown with '{name}'; {found}")


def of_record(store: Store, record: Record, most: int | None = None) -> Shown:
    """A record of the corpus with everything that is known of it."""
    return _SHOWN[type(record)](store, record, most)


def _scholar(store: Store, scholar: Scholar, most: int | None) -> ShownRecord:
    held, id = _part_of(store, scholar), scholar.id
    return _with(store, scholar, held, lambda c: _HELD if id in c.scholars else _DRAWN, most)


def _source(store: Store, source: Source, most: int | None) -> ShownRecord:
    claims, id = store.claims_of_source(source.id), source.id
    return _with(store, source, claims, lambda c: _part_of_source(c, id), most)


def _question(store: Store, question: Question, most: int | None) -> ShownRecord:
    claims, id = store.claims_on(question.id), question.id
    found = _with(store, question, claims, lambda c: _ON if c.question == id else _ANSWERING, most)
    return msgspec.structs.replace(found, counts=count_each(question, claims, store))


def _name(store: Store, name: Name, most: int | None) -> ShownRecord:
    from claimcli.search.mentions import claims_naming  # a fifth of the time of all else

    return _with(store, name, claims_naming(store, name), lambda _: _NAMING, most)


def _draft(store: Store, draft: Draft, most: int | None) -> ShownDraft:
    return ShownDraft(draft, store.source(draft.source) if draft.source else None)


def _part_of(store: Store, scholar: Scholar) -> list[Claim]:
    """The claims that a scholar holds, and those that stand or rest on his works; in file order."""
    named = scholar.kind in ("person", "group")  # any work without an author suits an anonymous one
    works = [source.id for source in store.works_of(scholar)] if named else []
    roles = ((Role.SCHOLAR, (scholar.id,)), (Role.CITATION, works), (Role.BASIS, works))
    found = {claim.id: claim for role, ids in roles for claim in store.linked(role, *ids)}
    return sorted(found.values(), key=lambda claim: (claim.file, claim.line))


def _part_of_source(claim: Claim, source: str) -> str:
    """The first of its parts: a work that is cited may report the same claim, or be its basis."""
    fields = (path[0] for path, work in claim.works if work.source == source)
    return {"citation": _MADE, "via": _REPORTED}.get(next(fields, ""), _RESTING)


def _claim(store: Store, claim: Claim, most: int | None) -> ShownClaim:
    related = (
        Arrow(relation.type, other)
        for other in store.related_to(claim.id)
        for relation in other.relations
        if relation.target == claim.id
    )
    return ShownClaim(claim, tuple(store.resting_on(claim.id)), tuple(related), store)


_SHOWN: dict[type[Record], Callable[[Store, Any, int | None], Shown]] = {
    Claim: _claim,
    Scholar: _scholar,
    Source: _source,
    Question: _question,
    Name: _name,
    Draft: _draft,
}
"""What is known of a record of each kind; at most so many claims of each part."""


def _with(
    store: Store,
    record: Scholar | Source | Question | Name,
    claims: Iterable[Claim],
    part_of: Callable[[Claim], str],
    most: int | None,
) -> ShownRecord:
    totals: Counter[str] = Counter()
    kept: list[tuple[str, Claim]] = []
    for claim in claims:
        part = part_of(claim)
        totals[part] += 1
        if most is None or totals[part] <= most:
            kept.append((part, claim))
    met = [part for part in PARTS if totals[part]]
    return ShownRecord(
        record=record,
        claims=tuple(claim for _, claim in kept),
        parts={part: tuple(claim for its, claim in kept if its == part) for part in met},
        totals={part: totals[part] for part in met},
        entities=store,
        most=most,
    )


_VIEWS: dict[type, Callable[[Any], View]] = {
    Scholar: views.scholar_view,
    Source: views.source_view,
    Question: views.question_view,
    Name: views.name_view,
}
