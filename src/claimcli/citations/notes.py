"""The notes of one document: a work in full where it is met first, then short (Chicago 17, 14.30).

`Ibid.` is not used: the manual prefers the short form (14.34), and notes that are moved stay true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimcli.citations import Lookup
from claimcli.citations.chicago import in_full, in_short, noted, short_name
from claimcli.citations.layouts import Form, form
from claimcli.citations.sorting import entry_order
from claimcli.citations.typography import Runs, runs
from claimcli.model import Citation, Claim, Source


class Notes:
    """Writes notes in their order, and knows which works were named before."""

    def __init__(self, lookup: Lookup, works: Iterable[str]) -> None:
        """`works` are the ids of all that will be named: which of them would be cited alike?"""
        self._lookup = lookup
        self._met: set[str] = set()
        self._forms: dict[str, Form] = {}
        found = {id: source for id in dict.fromkeys(works) if (source := lookup(id))}
        names = {id: short_name(source, self._form(source)) for id, source in found.items()}
        often = Counter(names.values())
        self._alike = frozenset(id for id, name in names.items() if often[name] > 1)

    def write(self, claim: Claim, holders: str = "") -> Runs:
        """The note of a claim, full for each work that no note before it named.

        `holders` are named in it where no work of theirs is.
        """
        return runs(noted(claim, self._cited, holders))

    def bibliography(self, others: Iterable[str] = ()) -> list[tuple[str, Runs]]:
        """The entry of each work that was named and is declared, in alphabetical order (14.65).

        `others` are works that the document names elsewhere than in notes.
        """
        works = filter(None, map(self._lookup, self._met.union(others)))
        ordered = sorted(works, key=entry_order)
        return [(source.id, runs(self._form(source).entry)) for source in ordered]

    def _cited(self, step: Citation) -> str:
        if step.source in self._met:
            is_dated = step.source in self._alike
            return in_short(step, self._lookup, self._form, is_dated=is_dated)
        self._met.add(step.source)
        return in_full(step, self._lookup, self._form)

    def _form(self, source: Source) -> Form:
        if source.id not in self._forms:
            self._forms[source.id] = form(source)
        return self._forms[source.id]
