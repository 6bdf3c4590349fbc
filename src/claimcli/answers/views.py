"""The flat records that every format is made of: the JSON that claimcli publishes.

A view is built of plain dicts, lists, strings, numbers, booleans and None; every key is always
there. Views query nothing: what they need of other records comes through `Entities`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from claimcli import citations
from claimcli.answers.compare import Comparison, Counts, Entry, Held, Juxtaposition, Position
from claimcli.entities import Entities, source_year, year_of
from claimcli.model import (
    Basis,
    Citation,
    Claim,
    Creator,
    Name,
    Question,
    Scholar,
    Source,
    Spelling,
    Stamp,
)

if TYPE_CHECKING:
    from claimcli.search import Hit

View = dict[str, Any]
"""One record as published: JSON values only."""


CLAIM_FIELDS = (
    "id",
    "question",
    "question_text",
    "stance",
    "stance_label",
    "statement",
    "scholars",
    "certainty",
    "citation",
    "via",
    "second_hand",
    "quote",
    "quote_source",
    "words",
    "translation",
    "year",
    "period",
    "basis",
    "relations",
    "answers",
    "unclear",
    "tags",
    "note",
    "recorded",
    "checked",
    "file",
    "line",
)
"""The keys of a claim, in their order: the header of a table that may be empty."""

ENTRY_FIELDS = (*CLAIM_FIELDS, "secondary")
"""The keys of a claim within a comparison."""

HIT_FIELDS = (*CLAIM_FIELDS, "score", "matches")
"""The keys of a claim that a search found."""


def claim_view(claim: Claim, entities: Entities) -> View:
    """A claim with the names, labels and short citations of what it refers to."""
    question = entities.question(claim.question) if claim.question else None
    stance = question.stance(claim.stance) if question and claim.stance else None
    return {
        "id": claim.id,
        "question": claim.question,
        "question_text": question.question if question else None,
        "stance": claim.stance,
        "stance_label": stance.label if stance else None,
        "statement": claim.statement,
        "scholars": [holder_view(id, entities) for id in claim.scholars],
        "certainty": claim.certainty,
        "citation": citation_view(claim.citation, entities) if claim.citation else None,
        "via": [citation_view(step, entities) for step in claim.via],
        "second_hand": claim.second_hand,
        "quote": claim.quote,
        "quote_source": claim.witness if claim.quote else None,
        "words": claim.words,
        "translation": claim.translation,
        "year": year_of(claim, entities),
        "period": claim.period,
        "basis": [basis_view(ground, entities) for ground in claim.basis],
        "relations": [{"type": r.type, "target": r.target} for r in claim.relations],
        "answers": list(claim.answers),
        "unclear": list(claim.unclear),
        "tags": list(claim.tags),
        "note": claim.note,
        "recorded": stamp_view(claim.recorded),
        "checked": stamp_view(claim.checked),
        "file": claim.file,
        "line": claim.line,
    }


def holder_view(id: str, entities: Entities) -> View:
    """A scholar as a claim shows him; one that is not declared goes by his id."""
    scholar = entities.scholar(id)
    if scholar is None:
        return {"id": id, "name": id, "kind": None, "school": None}
    return {
        "id": id,
        "name": scholar.name,
        "kind": scholar.kind,
        "school": scholar.school,
    }


def citation_view(citation: Citation, entities: Entities) -> View:
    """A work and the place in it, with the short citation."""
    return {
        "source": citation.source,
        "locator": citation.locator,
        "text": citations.short(
            entities.source(citation.source), citation.source, citation.locator
        ),
    }


def basis_view(ground: Basis, entities: Entities) -> View:
    """What a claim rests on: the text is a short citation, or the statement of the other claim."""
    if ground.source:
        cited = citation_view(Citation(ground.source, ground.locator), entities)
        return {**cited, "claim": None}
    claim = entities.claim(ground.claim or "")
    text = claim.statement if claim else ground.claim
    return {"source": None, "locator": None, "claim": ground.claim, "text": text}


def stamp_view(stamp: Stamp | None) -> View | None:
    """Who made or checked a record, and when."""
    return {"by": stamp.by, "date": stamp.date} if stamp else None


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


def _spellings(spellings: Iterable[Spelling]) -> list[View]:
    return [{"value": s.value, "scheme": s.scheme} for s in spellings]


def _place(record: Scholar | Source | Question | Name) -> View:
    return {"note": record.note, "file": record.file, "line": record.line}


def entry_view(entry: Entry, entities: Entities) -> View:
    """A claim within a comparison; `secondary` where it stands there through `answers`."""
    view = claim_view(entry.claim, entities)
    view["secondary"] = entry.secondary
    return view


def hit_view(hit: Hit, entities: Entities) -> View:
    """A claim that a search found, with why."""
    matches = [
        {"field": m.field, "term": m.term, "text": m.text, "kind": m.kind} for m in hit.matches
    ]
    return {**claim_view(hit.claim, entities), "score": hit.score, "matches": matches}


def comparison_view(comparison: Comparison, entities: Entities) -> View:
    """A comparison of the positions on one question."""
    question = comparison.question
    return {
        "question": _asked(question),
        "by": comparison.by,
        "positions": [_position(position, entities) for position in comparison.positions],
        "without_stance": [entry_view(entry, entities) for entry in comparison.without_stance],
        "groups": [
            {"key": group.key, "label": group.label, "counts": group.counts}
            for group in comparison.groups
        ],
        "several_positions": [
            {"scholar": s.scholar, "stances": list(s.stances), "claims": list(s.claims)}
            for s in comparison.several_positions
        ],
        "totals": counts_view(comparison.totals),
    }


def counts_view(counts: Counts) -> View:
    """Counts, in the order in which they are to be read."""
    return {
        "scholars": counts.scholars,
        "first_hand": counts.first_hand,
        "second_hand": counts.second_hand,
        "unnamed": counts.unnamed,
        "contemporaries": counts.contemporaries,
        "witnesses": counts.witnesses,
        "unclear": counts.unclear,
        "claims": counts.claims,
    }


def _asked(question: Question) -> View:
    return {
        "id": question.id,
        "text": question.question,
        "scope": question.scope,
        "period": question.period,
        "exclusive": question.exclusive,
    }


def _position(position: Position, entities: Entities) -> View:
    return {
        "stance": position.stance,
        "label": position.label,
        "meaning": position.meaning,
        "claims": [entry_view(entry, entities) for entry in position.entries],
        "counts": counts_view(position.counts),
        "first_year": position.first_year,
        "last_year": position.last_year,
    }


def juxtaposition_view(juxtaposition: Juxtaposition, entities: Entities) -> View:
    """Scholars side by side over every question that any of them answers."""
    return {
        "scholars": [holder_view(scholar.id, entities) for scholar in juxtaposition.scholars],
        "questions": [
            {
                "question": _asked(shared.question),
                "verdict": shared.verdict,
                "held": [_held(held, entities) for held in shared.held],
            }
            for shared in juxtaposition.questions
        ],
    }


def _held(held: Held, entities: Entities) -> View:
    return {
        "scholar": held.scholar,
        "stances": list(held.stances),
        "claims": [entry_view(entry, entities) for entry in held.entries],
    }
