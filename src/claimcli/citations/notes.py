"""The notes of one document: a work in full where it is met first, then short (Chicago 17, 14.30).

`Ibid.` is not used: the manual prefers the short form (14.34), and notes that are moved stay true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimcli.citations import Lookup
from claimcli.citations.chicago import in_full, in_short, noted, short_name
from claimcli.citations.layouts import form
from claimcli.citations.sorting import entry_order
from claimcli.citations.typography import Runs, runs
from claimcli.model import Citation, Claim


class Notes:
    """Writes notes in their order, and knows which works were named before."""

    def __init__(self, lookup: Lookup, works: Iterable[str]) -> None:
        """`works` are the ids of all that will be named: which of them would be cited alike?"""
        self._lookup = lookup
        self._met: set[str] = set()
        found = {id: source for id in dict.fromkeys(works) if (source := lookup(id))}
        names = {id: short_name(source) for id, source in found.items()}
        often = Counter(names.values())
        self._alike = frozenset(id for id, name in names.items() if often[name] > 1)

    def write(self, claim: Claim) -> Runs:
        """The note of a claim, full for each work that no note before it named."""
        return runs(noted(claim, self._cited))

    @property
    def bibliography(self) -> list[tuple[str, Runs]]:
        """The entry of each work that was named and is declared, in alphabetical order (14.65)."""
        works = filter(None, map(self._lookup, self._met))
        ordered = sorted(works, key=entry_order)
        return [(source.id, runs(form(source).entry)) for source in ordered]

    def _cited(self, step: Citation) -> str:
        if step.source in self._met:
            return in_short(step, self._lookup, dated=step.source in self._alike)
        self._met.add(step.source)
        return in_full(step, self._lookup)
