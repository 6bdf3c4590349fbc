"""Why a claim was found, where it is drawn: what is marked in it, and what is said below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcli.answers.views import View
from claimcli.render.tables.lines import Line, Piece, Span, marked, piece
from claimcli.render.tables.roles import MATCH, QUIET

if TYPE_CHECKING:  # most claims are drawn because somebody named them
    from claimcli.search import Match

_SHOWN = ("statement", "scholars", "stance_label", "id")
"""Fields of a claim that are always drawn."""


class Reasons:
    """The matches of one claim; of a claim that nobody searched for there are none."""

    def __init__(self, matches: Iterable[Match] = ()) -> None:
        self._by_term: dict[str, list[Match]] = {}
        self._spans: dict[tuple[str, str], list[Span]] = {}
        for match in matches:
            self._by_term.setdefault(match.term, []).append(match)
            self._spans.setdefault((match.field, match.value), []).extend(match.spans)

    def marked(self, field: str, value: str, style: str = "") -> list[Piece]:
        """The text of a field with every word that met standing out."""
        return marked(value, self._spans.get((field, value), ()), f"{MATCH} {style}".strip(), style)

    def quote(self, claim: View) -> Line:
        """The quotation, where a word met there and nowhere else in what is drawn."""
        if not any(self._is_quoted(found) for found in self._by_term.values()):
            return ()
        return [("“", ""), *self.marked("quote", claim["quote"]), ("”", "")]

    def below(self) -> Iterator[Line]:
        """For each term that what is drawn does not explain, where it was found and why."""
        for found in self._by_term.values():
            reason = self._reason(found)
            if reason:
                yield [piece(reason, QUIET)]

    def _is_quoted(self, found: Sequence[Match]) -> bool:
        fields = {match.field for match in found}
        return "quote" in fields and fields.isdisjoint(_SHOWN)

    def _reason(self, found: Sequence[Match]) -> str:
        shown = (*_SHOWN, "quote") if self._is_quoted(found) else _SHOWN
        best = next((match for match in found if match.field in shown), found[0])
        where = "" if best.field in shown else f"{best.field.replace('_', ' ')}: "
        if best.reason:
            return f"{where}{best.term} → {best.text} ({best.reason})"
        return f"{where}{best.text}" if where else ""


NO_REASONS = Reasons()
