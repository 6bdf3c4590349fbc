"""Lists of what a corpus holds, each with its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from claimcli import citations
from claimcli.answers.answer import Answer, LeftOut, of_list
from claimcli.answers.compare import compare
from claimcli.answers.counting import (
    Counts,
    Entry,
    by_stance,
    count,
    count_each,
    counts_view,
    entries_on,
)
from claimcli.answers.disagreements import DISAGREEMENT_FIELDS, disagreements
from claimcli.answers.intercoder_agreement import agreement
from claimcli.answers.provenance import to_check
from claimcli.answers.views import View, Viewer, draft_view
from claimcli.answers.wording import plural_of
from claimcli.blind_readings import blind_reading
from claimcli.entities import Entities, source_year
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import Claim, Question
from claimcli.store import Role, Store

_COUNTS = Counts.__struct_fields__

LISTED: dict[str, tuple[str, ...]] = {
    "questions": ("id", "question", "stances", "voices", *_COUNTS),
    "stances": ("id", "label", "question", *_COUNTS),
    "scholars": (
        "id",
        "name",
        "kind",
        "school",
        "questions",
        "first_hand_claims",
        "second_hand_claims",
        "claims",
    ),
    "schools": ("id", "scholars", "unnamed", "contemporaries", "claims"),
    "sources": ("id", "text", "type", "year", "claims", "via", "basis"),
    "names": ("id", "name", "kind", "spellings", "claims"),
    "tags": ("id", "claims"),
    "drafts": ("id", "quote", "source", "text", "locator", "comment", "tags", "answers", "from"),
    "several": (
        *("id", "name", "kind", "question", "question_text", "exclusive"),
        *("stances", "by_reading", "unclear", "reading", "revised", "second_hand_claims", "claims"),
    ),
    "witnesses": (
        "id",
        "text",
        "year",
        "first_hand",
        "second_hand",
        "unnamed",
        "contemporaries",
        "checked",
        "claims",
    ),
    "to-check": (
        "id",
        "question",
        "statement",
        "scholars",
        "citation",
        "via",
        "directly",
        "in_all",
        "on_work",
        "recorded",
        "checked",
    ),
    "disagreements": DISAGREEMENT_FIELDS,
    "agreement": (
        *("id", "alpha", "n", "units", "coders", "left_out", "reason"),
        *("ordinal", "ordinal_reason"),
    ),
}
"""What can be listed, and the keys of its rows."""


NOUNS = {
    "to-check": "second-hand claim",
    "agreement": "question",
    "witnesses": "text",
    "several": "holder",
}
"""What a row is, where the name of the list does not tell."""


class Holdings(Entities, Protocol):
    """What a list asks of a corpus, beside records by id."""

    def claims_on(self, question: str) -> Sequence[Claim]:
        """The claims on a question, those through `answers` among them."""


class Listing(Answer, frozen=True):
    """The rows of a list, in file order; schools and tags in alphabetical order.

    `kind` is one of LISTED; `total` counts also the rows that a limit left out. `to-check` comes
    in the order in which to check.
    """

    kind: str
    listed: tuple[View, ...]
    total: int
    entities: Holdings
    why_nothing: str | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of this kind of list."""
        return LISTED[self.kind]

    @property
    def rows(self) -> Sequence[View]:
        """The rows."""
        return self.listed

    @property
    def noun(self) -> str:
        """What a row is."""
        return NOUNS.get(self.kind, self.kind.removesuffix("s"))

    def held(self, question: str) -> tuple[Counts, ...]:
        """Who holds each position on a question that is listed, in the order of their letters."""
        asked = self.entities.question(question)
        claims = self.entities.claims_on(question)
        return tuple(count_each(asked, claims, self.entities).values()) if asked else ()

    def claim(self, id: str) -> Claim | None:
        """A claim that a row is of."""
        return self.entities.claim(id)

    def question(self, id: str) -> Question | None:
        """A question that rows are of."""
        return self.entities.question(id)

    @property
    def left_out(self) -> LeftOut | None:
        """How many rows a limit left out."""
        return of_list(self.noun, len(self.listed), self.total)

    @property
    def asides(self) -> tuple[str, ...]:
        """Why there is nothing to show."""
        return (self.why_nothing,) if self.why_nothing else ()


def ask(
    store: Store, kind: str, question: Question | None = None, most: int | None = None
) -> Listing:
    """A list, at most so many rows of it; `question` narrows those OF_A_QUESTION to that one.

    Raises for a kind that is none of LISTED, and for a question elsewhere.
    """
    if kind not in LISTED:
        raise UnknownValue("list", kind, LISTED)
    if question and kind not in OF_A_QUESTION:
        *others, last = OF_A_QUESTION
        raise ClaimcliError(f"--question goes with `list` {', '.join(others)} and {last}")
    questions = [question] if question else store.questions()
    rows = OF_A_QUESTION[kind](store, questions) if kind in OF_A_QUESTION else _ROWS[kind](store)
    listed = tuple(dict(zip(LISTED[kind], row, strict=True)) for row in rows)
    return Listing(kind, listed[:most], len(listed), store, _why_nothing(kind, listed, question))


def _why_nothing(kind: str, rows: Sequence[View], question: Question | None) -> str | None:
    """Why a list has nothing to show, in words; None where it has."""
    if not rows and kind == "several":
        return "nobody holds more than one position on a question"
    if not rows and kind == "disagreements":
        return "nowhere did two people take one place for other positions; see `list agreement`"
    if not rows and question:
        return f"the question '{question.id}' has no {plural_of(NOUNS.get(kind, kind[:-1]))}"
    if not rows:
        return f"the corpus has no {plural_of(NOUNS.get(kind, kind.removesuffix('s')))}"
    if kind == "agreement" and not any(row["coders"] for row in rows):
        return (
            "no claim says who recorded it (`recorded: {by: …}`), so no agreement can be measured"
        )
    return None


Rows = Iterator[tuple[object, ...]]


def _questions(store: Store) -> Rows:
    for question in store.questions():
        entries = entries_on(question.id, store.claims_on(question.id))
        counts = counts_view(count(entries, store))
        voices = len(_voices(question, [entry.claim for entry in entries]))
        yield question.id, question.question, len(question.stances), voices, *counts.values()


def _voices(question: Question, claims: Sequence[Claim]) -> set[str]:
    """The holders, unnamed and of the time among them, who take one of its stances."""
    taken = by_stance(question.id, claims).values()
    return {id for entries in taken for entry in entries for id in entry.claim.scholars}


def _stances(store: Store, questions: Iterable[Question]) -> Rows:
    for question in questions:
        held = count_each(question, store.claims_on(question.id), store)
        for stance in question.stances:
            counts = counts_view(held[stance.id])
            id = f"{question.id}/{stance.id}"
            yield id, stance.label, question.question, *counts.values()


def _several(store: Store, questions: Iterable[Question]) -> Rows:
    """Who holds more than one position on a question, with their labels."""
    for question in questions:
        compared = compare(question, store.claims_on(question.id), store)
        labels = {position.stance: position.label for position in compared.positions}
        for several in compared.several_positions:
            holder = compared.holders[several.scholar]
            yield (
                several.scholar,
                holder.name if holder else several.scholar,
                holder.kind if holder else None,
                *(question.id, question.question, question.exclusive),
                [{"id": stance, "text": labels[stance]} for stance in several.stances],
                *(several.by_reading, list(several.unclear), several.reading or None),
                *(several.is_revised, several.second_hand, len(several.claims)),
            )


def _scholars(store: Store) -> Rows:
    for scholar in store.scholars():
        held = store.claims_of_scholar(scholar.id)
        questions = {question for claim in held for question, _ in claim.positions}
        second = sum(claim.second_hand for claim in held)
        counts = (len(questions), len(held) - second, second, len(held))
        yield scholar.id, scholar.name, scholar.kind, scholar.school, *counts


def _schools(store: Store) -> Rows:
    scholars = store.scholars()
    for school in store.schools():
        kinds = {s.id: s.kind for s in scholars if s.school == school}
        met = Counter(kinds.values())
        apart = (met["unnamed"], met["contemporary"])
        yield school, len(kinds) - sum(apart), *apart, store.count_any(Role.SCHOLAR, kinds)


def _sources(store: Store) -> Rows:
    for source in store.sources():
        counts = (store.count(role, source.id) for role in (Role.CITATION, Role.VIA, Role.BASIS))
        short = citations.short(source, source.id)
        yield source.id, short, source.type, source_year(source), *counts


def _names(store: Store) -> Rows:
    from claimcli.search.mentions import count_naming  # a fifth of the time of any other list

    for name in store.names():
        claims = count_naming(store, name)
        yield name.id, name.name, name.kind, len(name.spellings) + 1, claims


def _tags(store: Store) -> Rows:
    for tag in store.tags():
        yield tag, store.count(Role.TAG, tag)


def _drafts(store: Store) -> Rows:
    for draft in store.drafts():
        if blind_reading(draft):  # of a claim that is there: it does not wait to become one
            continue
        view = draft_view(draft, store.source(draft.source) if draft.source else None)
        yield tuple(view[field] for field in LISTED["drafts"])


def _witnesses(store: Store) -> Rows:
    """The texts that were read, and who is known from them: in his own words or through another."""
    read = store.targets(Role.WITNESS)
    order = {source.id: at for at, source in enumerate(store.sources())}
    for id in sorted(read, key=lambda id: order.get(id, len(order))):
        source, claims = store.source(id), store.linked(Role.WITNESS, id)
        counts = count(map(Entry, claims), store)
        yield (
            id,
            citations.short(source, id),
            source_year(source) if source else None,
            *(counts.first_hand, counts.second_hand, counts.unnamed, counts.contemporaries),
            sum(claim.checked is not None for claim in claims),
            len(claims),
        )


def _to_check(store: Store) -> Rows:
    viewer = Viewer(store)
    for found in to_check(store.claims()):
        view = viewer.claim(found.claim)
        known = (view[key] for key in LISTED["to-check"][:6])
        counts = (found.directly, found.in_all, found.on_work)
        yield *known, *counts, view["recorded"], view["checked"]


def _disagreements(store: Store, questions: Iterable[Question]) -> Rows:
    for found in disagreements(store, questions):
        yield tuple(found.values())


def _agreement(store: Store, questions: Iterable[Question]) -> Rows:
    drafts = store.drafts()
    for question in questions:
        found = agreement(question, store.claims_on(question.id), drafts)
        counts = (found.n, found.units, found.coders, found.left_out, found.reason)
        ordinal = (_rounded(found.ordinal), found.ordinal_reason)
        yield question.id, _rounded(found.alpha), *counts, *ordinal


def _rounded(alpha: float | None) -> float | None:
    return None if alpha is None else round(alpha, 3)


OF_A_QUESTION: dict[str, Callable[[Store, Iterable[Question]], Rows]] = {
    "stances": _stances,
    "several": _several,
    "disagreements": _disagreements,
    "agreement": _agreement,
}
"""The lists that can be of one question alone."""

_ROWS: dict[str, Callable[[Store], Rows]] = {
    "questions": _questions,
    "scholars": _scholars,
    "schools": _schools,
    "sources": _sources,
    "names": _names,
    "tags": _tags,
    "drafts": _drafts,
    "witnesses": _witnesses,
    "to-check": _to_check,
}
