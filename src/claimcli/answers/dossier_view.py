"""A question of a document as published in JSON."""

from __future__ import annotations

from collections.abc import Iterable

from claimcli.answers.accounts import Account
from claimcli.answers.axis import Axis
from claimcli.answers.chapters import Chapter, Section
from claimcli.answers.compare import Position
from claimcli.answers.crossing import Crossing, Row
from claimcli.answers.marks import Mark
from claimcli.answers.replies import End, Reply
from claimcli.answers.sentences import Sentence, text_of
from claimcli.answers.several_verdicts import Several
from claimcli.answers.tally import Counted, Tally
from claimcli.answers.views import View, Viewer, question_asked


def chapter(chapter: Chapter, viewer: Viewer) -> View:
    """Everything that a document says of a question."""
    positions = [section for section in chapter.sections if section.position]
    without = next((s for s in chapter.sections if not s.position), None)
    return {
        "question": question_asked(chapter.question),
        "part_of_text": chapter.part_of.question if chapter.part_of else None,
        "parts": [{"id": part.id, "text": part.question} for part in chapter.parts],
        "axis": _axis(chapter.comparison.axis),
        "positions": [_position(section, viewer) for section in positions],
        "without_stance": list(_accounts(without, viewer)),
        "without_marks": list(map(_mark, chapter.comparison.without_marks)),
        "totals": _tally(chapter.total),
        "known": list(map(_sentence, chapter.known)),
        "unsure": list(map(_sentence, chapter.unsure)),
        "witnesses": [
            {"source": w.source, "text": w.text, "note": w.note, "claims": list(w.claims)}
            for w in chapter.witnesses
        ],
        "several_positions": list(map(_several, chapter.several)),
        "revisions": list(map(_reply, chapter.revisions)),
        "replies": list(map(_reply, chapter.replies)),
        "matrix": _crossing(chapter.crossing),
        "uncovered": [
            {"heading": gap.heading, "sentences": list(map(_sentence, gap.sentences))}
            for gap in chapter.uncovered
        ],
    }


def _axis(axis: Axis | None) -> View | None:
    return {"first": axis.first, "last": axis.last, "ticks": list(axis.ticks)} if axis else None


def _position(section: Section, viewer: Viewer) -> View:
    position = section.position
    assert isinstance(position, Position)
    return {
        "siglum": position.siglum,
        "stance": position.stance,
        "label": position.label,
        "meaning": position.meaning,
        "declared": position.is_declared,
        "summary": _sentence(section.summary),
        "counts": _tally(section.tally),
        "first_year": position.first_year,
        "last_year": position.last_year,
        "marks": list(map(_mark, position.marks)),
        "claims": list(_accounts(section, viewer)),
    }


def _mark(mark: Mark) -> View:
    return {
        "holder": mark.holder,
        "name": mark.name,
        "known": mark.known,
        "work": mark.work,
        "year": mark.year,
        "claims": list(mark.claims),
        "is_unclear": mark.is_unclear,
    }


def _accounts(section: Section | None, viewer: Viewer) -> Iterable[View]:
    return (_account(account, viewer) for account in section.accounts) if section else ()


def _account(account: Account, viewer: Viewer) -> View:
    return {
        **viewer.entry(account.entry),
        "note_number": account.note,
        "words_of": account.words,
        "quoted_from": account.quoted_from,
    }


def _tally(tally: Tally) -> View:
    return {name: _counted(getattr(tally, name)) for name in Tally.__struct_fields__}


def _counted(counted: Counted) -> View:
    return {"number": counted.number, "claims": list(counted.claims)}


def _sentence(sentence: Sentence) -> View:
    parts = [{"words": part.words, "claims": list(part.claims)} for part in sentence]
    return {"text": text_of(sentence), "parts": parts}


def _several(several: Several) -> View:
    return {
        "scholar": several.held.scholar,
        "name": several.name,
        "stances": list(several.held.stances),
        "claims": list(several.held.claims),
        "verdict": several.verdict,
        "sentence": _sentence(several.sentence),
    }


def _reply(reply: Reply) -> View:
    return {
        "type": reply.type,
        "source": _end(reply.source),
        "target": _end(reply.target),
        "is_judged": reply.is_judged,
    }


def _end(end: End) -> View:
    return {
        "target": end.target,
        "text": end.words,
        "holders": list(end.holders),
        "year": end.year,
        "sigla": list(end.sigla),
        "is_claim": end.is_claim,
    }


def _crossing(crossing: Crossing) -> View:
    return {
        "by": crossing.by,
        "stances": list(crossing.stances),
        "rows": [_row(row) for row in crossing.rows],
    }


def _row(row: Row) -> View:
    cells = [
        {
            "stance": cell.stance,
            "known": cell.known,
            "by_reading": cell.by_reading,
            "is_judged": cell.is_judged,
            "counts": _tally(cell.tally),
        }
        for cell in row.cells
        if cell
    ]
    return {"key": row.key, "label": row.label, "kind": row.kind, "cells": cells}
