"""The works that somebody may have made: `can_be_work_of`, asked only where it may say yes.

A corpus has as many makers as works, and asking it of every pair takes a millisecond each. Names
of which one can be the other have a key in common: a word, their letters, or a key of `name_keys`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claimcli.model import Scholar, Source
from claimcli.names.authorship import can_be_work_of, keys_of_creator, keys_of_spelling


class Makers:
    """The makers of works by the keys of their names."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Note the works, whose order is kept."""
        self._sources = tuple(sources)
        self._by_key: defaultdict[str, set[int]] = defaultdict(set)
        self._without: set[int] = set()
        for number, source in enumerate(self._sources):
            creators = (*source.author, *source.editor)
            if not creators:
                self._without.add(number)
            for key in {key for creator in creators for key in keys_of_creator(creator)}:
                self._by_key[key].add(number)

    def works_of(self, holder: Scholar) -> list[Source]:
        """The works that may be the holder's own, in their order."""
        near = [self._sources[number] for number in sorted(self._near(holder))]
        return [source for source in near if can_be_work_of(source, holder)]

    def _near(self, holder: Scholar) -> set[int]:
        if holder.kind == "anonymous":
            return self._without
        spellings = (holder.name, *(spelling.value for spelling in holder.names))
        keys = {key for spelling in spellings for key in keys_of_spelling(spelling)}
        return set().union(*(self._by_key[key] for key in keys if key in self._by_key))
