"""What waits to be held against its text: claims that nobody checked, or that changed; drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from claimcli import citations, dates
from claimcli.answers.answer import Answer, LeftOut, of_list
from claimcli.answers.passage import Passage, if_readable
from claimcli.answers.since_checked import Change, changed_since_checked
from claimcli.answers.verify import FAILED, verified
from claimcli.answers.views import View, Viewer, stamp_view
from claimcli.blind_readings import blind_reading
from claimcli.corpus.records import Reading
from claimcli.entities import Entities
from claimcli.model import Citation, Claim, Draft
from claimcli.store import Store
from claimcli.texts import Texts, UnreadableText

REVIEW_FIELDS = (
    *("id", "kind", "why", "changes", "question", "stance", "statement", "quote", "text"),
    *("checked", "file", "line"),
)
"""The keys of what waits."""

WHY = ("changed", "text", "draft", "unchecked", "checked")
"""Why something is asked for, in the order in which it is.

The claim is not as it was checked; the text does not have its quotation any more; it is a passage
that somebody marked; nobody checked the claim; it was checked and is asked for all the same. What
is marked is nowhere counted and fades from memory, while a claim that was not checked is there.
"""


class Waiting(msgspec.Struct, frozen=True):
    """A claim or a draft that is asked for, and why: one of WHY, with what changed."""

    record: Claim | Draft
    why: str
    changes: tuple[Change, ...] = ()

    def view(self, entities: Entities) -> View:
        """What waits, as published."""
        record, claim = self.record, self.claim
        values = (
            *(record.id, "claim" if claim else "draft", self.why),
            [dict(zip(("field", "before", "after"), one, strict=True)) for one in self.changes],
            *((claim.question, claim.stance, claim.statement) if claim else (None,) * 3),
            *(record.quote, _where(record, entities)),
            stamp_view(claim.checked) if claim else None,
            *(record.file, record.line),
        )
        return dict(zip(REVIEW_FIELDS, values, strict=True))

    @property
    def claim(self) -> Claim | None:
        """The claim, if it is one."""
        return self.record if isinstance(self.record, Claim) else None

    @property
    def draft(self) -> Draft | None:
        """The draft, if it is one."""
        return self.record if isinstance(self.record, Draft) else None


def _where(record: Claim | Draft, entities: Entities) -> str | None:
    """The text that was read and the place in it, in short."""
    read = _quoting(record).read
    if read is None:
        return None
    return citations.short(entities.source(read.source), read.source, read.locator)


class Review(Answer, frozen=True):
    """What waits, in the order in which to look at it; `total` counts what a limit left out."""

    waiting: tuple[Waiting, ...]
    total: int
    checked: int
    entities: Entities

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of what waits."""
        return REVIEW_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """What waits."""
        return (one.view(self.entities) for one in self.waiting)

    @property
    def left_out(self) -> LeftOut | None:
        """How much a limit left out."""
        return of_list("record", len(self.waiting), self.total)

    @property
    def asides(self) -> tuple[str, ...]:
        """That nothing waits."""
        if self.total:
            return ()
        return (f"nothing waits: the claims asked for ({self.checked:,}) are checked as they are",)


def ask(
    store: Store,
    claims: Sequence[Claim],
    drafts: Sequence[Draft],
    texts: Texts,
    *,
    again: bool = False,
    most: int | None = None,
) -> Review:
    """What of some claims and drafts waits.

    Args:
        store: the corpus that they are of.
        claims: those that are asked for; with `again` whether they are checked or not.
        drafts: the same; a blind reading is none that waits.
        texts: those at hand: a quotation that one of them lost since the check is looked at again.
        again: see `claims`.
        most: how many to give at most.
    """
    changes = changed_since_checked(store.root, _reading(store))
    found = [_waiting(claim, changes, texts) for claim in claims]
    waiting = [one for one in found if again or one.why != "checked"]
    waiting += [Waiting(draft, "draft") for draft in drafts if not blind_reading(draft)]
    waiting.sort(key=lambda one: WHY.index(one.why))
    checked = sum(one.why == "checked" for one in found)
    return Review(tuple(waiting[:most]), len(waiting), checked, store)


def _reading(store: Store) -> Reading:
    """What a state of a corpus is told from."""
    return Reading(
        root=store.root,
        claims=tuple(store.claims()),
        scholars=tuple(store.scholars()),
        sources=tuple(store.sources()),
        questions=tuple(store.questions()),
        names=tuple(store.names()),
        drafts=tuple(store.drafts()),
    )


def _waiting(claim: Claim, changes: Mapping[str, tuple[Change, ...]], texts: Texts) -> Waiting:
    if claim.checked is None:
        return Waiting(claim, "unchecked")
    if claim.id in changes:
        return Waiting(claim, "changed", changes[claim.id])
    return Waiting(claim, "text" if _lost_its_quote(claim, texts) else "checked")


def _lost_its_quote(claim: Claim, texts: Texts) -> bool:
    """Whether the text has changed since the check, and does not have the words now.

    A quotation that the text did not have when somebody accepted the claim is not asked for again.
    """
    file = texts.file(claim.witness or "")
    if file is None or claim.checked is None:
        return False
    try:
        changed = date.fromtimestamp(file.stat().st_mtime)
        if changed.timetuple()[:3] <= _last_day(claim.checked.date):
            return False
        return any(one.status in FAILED for one in verified([claim], texts))
    except (OSError, UnreadableText):
        return False


def _last_day(date: str | None) -> tuple[int, ...]:
    """The last day that a date can mean; before all others where there is none."""
    found = dates.readable(date)
    return (found and found.latest) or ()


class Leaf(Answer, frozen=True):
    """One that waits, beside the passage that it was read in; None where it has no quotation.

    `trouble` is why its text cannot be read.
    """

    waiting: Waiting
    passage: Passage | None
    entities: Entities
    trouble: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of what waits."""
        return REVIEW_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """What waits."""
        yield self.waiting.view(self.entities)

    @property
    def claim(self) -> View | None:
        """The claim as published, if it is one."""
        claim = self.waiting.claim
        return Viewer.of(self.entities).claim(claim) if claim else None


def leaf(waiting: Waiting, store: Store, texts: Texts) -> Leaf:
    """One that waits with its passage."""
    passage, trouble = if_readable(_quoting(waiting.record), texts)
    return Leaf(waiting, passage, store, trouble)


def _quoting(record: Claim | Draft) -> Claim:
    """A draft as the claim that its passage could become."""
    if isinstance(record, Claim):
        return record
    work = Citation(record.source, record.locator) if record.source else None
    return Claim(id=record.id, statement="", scholars=(), citation=work, quote=record.quote)
