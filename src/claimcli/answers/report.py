"""One or more questions as a document has them: who holds what, how that is known, what is not.

The values here are what every form of the document is made from: they have the words of its
sentences, the numbers of its notes, and with each number the claims that it counts. It takes no
side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcli.answers import corpus, dossier_view
from claimcli.answers.accounts import Holding, holdings
from claimcli.answers.answer import Answer
from claimcli.answers.chapters import Chapter, Section
from claimcli.answers.chronology import chronology
from claimcli.answers.compare import Comparison, Position, compare
from claimcli.answers.corpus import Description
from claimcli.answers.counting import Entry, entries_on
from claimcli.answers.crossing import crossing
from claimcli.answers.footnotes import Apparatus, Note, Work
from claimcli.answers.marks import marks_of
from claimcli.answers.namesakes import ToldApart
from claimcli.answers.replies import answering, replies, revising
from claimcli.answers.several_verdicts import on_several
from claimcli.answers.summaries import summary
from claimcli.answers.tally import tally
from claimcli.answers.transmission import how_known, secondary, unsure, witnesses
from claimcli.answers.uncovered import gaps
from claimcli.answers.views import ENTRY_FIELDS, View, Viewer
from claimcli.entities import Entities
from claimcli.errors import ClaimcliError
from claimcli.model import NO_STANCE, Claim, Question
from claimcli.store import Store


class Dossier(Answer, frozen=True):
    """A document: a chapter for each question, notes numbered through, a bibliography, a stamp.

    `date` is when it was made, where that is to be said in it.
    """

    chapters: tuple[Chapter, ...]
    notes: tuple[Note, ...]
    bibliography: tuple[Work, ...]
    corpus: Description
    date: str | None
    entities: Entities

    @property
    def view(self) -> View:
        """The document as published."""
        viewer = Viewer(self.entities)
        return {
            "questions": [dossier_view.chapter(chapter, viewer) for chapter in self.chapters],
            "notes": [{"number": n.number, "claim": n.claim, "text": n.text} for n in self.notes],
            "bibliography": [{"source": w.source, "text": w.text} for w in self.bibliography],
            "corpus": self.corpus.view,
            "date": self.date,
        }

    @property
    def fields(self) -> tuple[str, ...]:
        """A claim with the question and the position that it stands under, and its note."""
        return ("note_number", "compared_on", "position", *ENTRY_FIELDS)

    @property
    def rows(self) -> Iterator[View]:
        """Each claim where it stands, in the order of the document."""
        viewer = Viewer(self.entities)
        for chapter in self.chapters:
            for section in chapter.sections:
                stance = section.position.stance if section.position else NO_STANCE
                place = {"compared_on": chapter.question.id, "position": stance}
                for account in section.accounts:
                    yield {"note_number": account.note, **place, **viewer.entry(account.entry)}


def ask(
    store: Store,
    questions: Sequence[Question],
    date: str | None = None,
    description: Description | None = None,
) -> Dossier:
    """The document on these questions, each once. Raises where there is none.

    `description` is that of the corpus, where it is known already.
    """
    if not questions:
        raise ClaimcliError("a report is on a question at least: none was named")
    asked = list(dict.fromkeys(question.id for question in questions))
    by_id = {question.id: question for question in questions}
    claims = {id: store.claims_on(id) for id in asked}
    every = [claim for on in claims.values() for claim in on]
    holders = (id for claim in every for id in claim.scholars)
    entities = ToldApart(store, holders)
    apparatus = Apparatus(entities, every)
    chapters = tuple(_chapter(store, by_id[id], claims[id], apparatus, entities) for id in asked)
    return Dossier(
        chapters=chapters,
        notes=apparatus.notes,
        bibliography=apparatus.bibliography,
        corpus=description or corpus.ask(store),
        date=date,
        entities=store,
    )


def _chapter(
    store: Store,
    question: Question,
    claims: Sequence[Claim],
    apparatus: Apparatus,
    entities: Entities,
) -> Chapter:
    comparison = compare(question, claims, entities)
    entries = entries_on(question.id, claims)
    total, read = tally(entries, entities), witnesses(claims, entities)
    found = replies(store, comparison, claims)
    known = (*how_known(total, read, claims, entities), *secondary(entries))
    return Chapter(
        comparison=comparison,
        asked=comparison.how_asked,
        part_of=store.question(question.part_of) if question.part_of else None,
        parts=tuple(q for q in store.questions() if q.part_of == question.id),
        total=total,
        sections=tuple(_sections(comparison, apparatus)),
        known=known,
        unsure=tuple(unsure(comparison, total, claims, store.lost)),
        witnesses=read,
        several=on_several(comparison),
        revisions=revising(found),
        replies=answering(found),
        crossing=crossing(comparison),
        uncovered=gaps(store, comparison, total, claims),
    )


def _sections(comparison: Comparison, apparatus: Apparatus) -> Iterator[Section]:
    """The positions, then what takes no side."""
    for position in comparison.positions:
        yield _section(position, position.entries, comparison.entities, apparatus)
    if comparison.without_stance:
        yield _section(None, comparison.without_stance, comparison.entities, apparatus)


def _section(
    position: Position | None, entries: Iterable[Entry], entities: Entities, apparatus: Apparatus
) -> Section:
    given = tuple(entries)
    held: tuple[Holding, ...] = holdings(given, entities, apparatus.number)
    counted, marks = tally(given, entities), marks_of(given, entities)
    told = summary(given, counted, marks, entities)
    return Section(position, counted, told, held, chronology(held, entities))
