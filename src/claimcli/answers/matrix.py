"""The matrix of a comparison alone: how many scholars of each group hold each position."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.answer import Answer
from claimcli.answers.compare import Comparison
from claimcli.answers.compare import ask as asked
from claimcli.answers.counting import Counts, counts_view
from claimcli.answers.views import View
from claimcli.model import NO_STANCE, Question
from claimcli.store import Store

MATRIX_FIELDS = (
    *("question", "by", "group", "group_label", "siglum", "stance", "stance_label"),
    *Counts.__struct_fields__,
)
"""The keys of a cell."""


class Matrix(Answer, frozen=True):
    """A cell for each group and position of a comparison, those that nobody holds among them.

    Claims that take no side stand in cells of the stance `none`, where there are any.
    """

    compared: Comparison

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a cell."""
        return MATRIX_FIELDS

    @property
    def rows(self) -> Iterator[View]:
        """The cells, group by group."""
        compared = self.compared
        columns = [(p.siglum, p.stance, p.label) for p in compared.positions]
        without = [(None, NO_STANCE, None)] if compared.without_total else []
        for group in compared.groups:
            row = (compared.question.id, compared.by, group.key, group.label)
            for column in (*columns, *without):
                counts = counts_view(group.cell(column[1], compared.entities))
                yield dict(zip(MATRIX_FIELDS, (*row, *column, *counts.values()), strict=True))


def ask(store: Store, question: Question, by: str = "scholar") -> Matrix:
    """The matrix of a question. Raises for a `by` that is none of GROUPINGS."""
    return Matrix(asked(store, question, by))
