"""Who holds what, as the table of a page: holders or schools by positions."""

from __future__ import annotations

from typing import Any

from claimcli.answers.crossing import Cell, Crossing, Row
from claimcli.answers.marks import apart, best_first
from claimcli.answers.wording import holders_counted
from claimcli.model import NO_STANCE
from claimcli.pictures.matrix import COUNTED
from claimcli.pictures.strips import JUDGED
from claimcli.site.context import Context

TINTS = 4
"""Steps in which a cell of many scholars is darker than one of few."""

_READING = "by the recorder’s reading alone"


def crosstable(crossing: Crossing, context: Context) -> dict[str, Any]:
    """The table for its template."""
    letters = {p.stance: (p.siglum, p.label) for p in context.compared.positions}
    columns = [letters.get(stance, ("–", "takes no side")) for stance in crossing.stances]
    cells = [cell for row in crossing.rows for cell in row.cells if cell]
    met = {known for cell in cells for known, _ in apart(cell.tally.counts)}
    most = max([TINTS, *(cell.tally.scholars.number for cell in cells)])
    return {
        "by": crossing.by,
        "columns": [
            {"siglum": siglum, "label": label, "tone": context.tone(siglum)}
            for siglum, label in columns
        ],
        "rows": [_row(row, crossing.by, most, context) for row in crossing.rows],
        "key": [(known, COUNTED[known]) for known in best_first(met)],
        "is_judged": any(cell.by_reading or cell.is_judged for cell in cells),
    }


def _row(row: Row, by: str, most: int, context: Context) -> dict[str, Any]:
    by_holder = by == "scholar"
    positions = [cell for cell in row.cells if cell and cell.stance != NO_STANCE]
    return {
        "label": row.label,
        "address": context.links.to("scholar", row.key) if by_holder else None,
        "kind": row.kind,
        "is_several": by_holder and len(positions) > 1,
        "cells": [_cell(cell, row, by, most, context) if cell else None for cell in row.cells],
    }


def _cell(cell: Cell, row: Row, by: str, most: int, context: Context) -> dict[str, Any]:
    counts = cell.tally.counts
    position = next((p for p in context.compared.positions if p.stance == cell.stance), None)
    where = f"{row.label}: {position.label if position else 'takes no side'}"
    words = holders_counted(counts) if by == "school" else cell.known
    judged = [_READING] * cell.by_reading + [JUDGED] * cell.is_judged
    return {
        "known": cell.known,
        "tone": context.tone(position.siglum if position else None),
        "apart": list(apart(counts)),
        "tint": -(-TINTS * counts.scholars // most),
        "words": ", ".join((where, words, *judged)),
        "address": context.numbers.address(cell.tally.claims.claims, where),
        "is_judged": bool(judged),
    }
