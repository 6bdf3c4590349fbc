"""What a query asks of the index: each of its terms with all the ways in which it may be met.

Adjacent words of a query may be one name, so that "Chang Chue" is a phrase, a declared name and
a name in another script before it is two words. Words are put into groups; every way of cutting a
run of words into groups is a way of meeting it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from claimcli.claim_fields import PROSE
from claimcli.search.clauses import Clause, Clue, Phrase, any_fts
from claimcli.search.fts import all_of, any_of
from claimcli.search.query import Term
from claimcli.search.tiers import Tier


class Variant(msgspec.Struct, frozen=True):
    """A declared spelling of the same name: its folded words, as written, and its scheme."""

    words: tuple[str, ...]
    written: str
    scheme: str | None

    @property
    def phrase(self) -> Phrase:
        """Its words, one after the other."""
        return Phrase(self.words)


Ways = dict[Tier, list[Clause]]
"""The clauses of which one must be met, by the class of the match."""


class Sought(msgspec.Struct, frozen=True):
    """A word, a phrase or a name of several words, and the clauses that may find it by tier.

    `terms` is what it was put together from. `keys` are those of the names of the corpus that it
    may be, `is_person` where it is the whole name of a scholar or an author. `corrections` are
    known words that it may be a mistyping of, with the number of edits. `forms` are known words
    that are other forms of it. `customary` is how else it is spelt, `romanized` how in Latin
    letters, `divided` how it is written where that is two words for one, or one for two. What
    `is_optional` need not be met, and is not told of. `silent` are the works whose titles are not
    looked at.
    """

    terms: tuple[Term, ...]
    ways: Ways
    variants: tuple[Variant, ...] = ()
    keys: frozenset[str] = frozenset()
    is_person: bool = False
    corrections: tuple[tuple[str, int], ...] = ()
    forms: tuple[str, ...] = ()
    customary: tuple[Clue, ...] = ()
    romanized: tuple[Clue, ...] = ()
    divided: tuple[Clue, ...] = ()
    is_optional: bool = False
    silent: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """As typed."""
        return " ".join(term.text for term in self.terms)

    @property
    def is_name(self) -> bool:
        """Whether it is a name that the corpus has."""
        by_name = self.ways.get(Tier.NAME) or self.ways.get(Tier.LINKED_NAME)
        return bool(by_name or self.variants)

    @property
    def field(self) -> str | None:
        """The field that it is sought in."""
        return self.terms[0].field

    @property
    def is_text(self) -> bool:
        """Whether it is sought in texts, so that one hit can be better than another."""
        return self.field is None or self.field in PROSE

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words."""
        return tuple(word for term in self.terms for word in term.words)

    @property
    def phrase(self) -> Phrase:
        """Its words as typed, one after the other."""
        return Phrase(self.words, is_begun=self.terms[0].prefix)

    def met(self, tier: Tier) -> str | None:
        """An expression for being met in this tier or a better one."""
        return any_fts(way for at, ways in self.ways.items() if at <= tier for way in ways)


class Run(msgspec.Struct, frozen=True):
    """Adjacent words: each on its own, and those groups that may be a name, by first and end.

    `short` are the places of words that are a syllable of a name and say little on their own.
    """

    singles: tuple[Sought, ...]
    groups: dict[tuple[int, int], Sought]
    short: frozenset[int]

    def met(self, tier: Tier) -> str | None:
        """An expression for all its words being met in this tier or a better one.

        None where they cannot be, empty where there is nothing to meet.
        """
        cut = self._cut(tier)
        if tier < Tier.APART:
            return cut
        # A syllable of a name may stand apart only as it was typed.
        asked = [at for at, single in enumerate(self.singles) if not single.is_optional]
        alone = all_of(self._alone(at, tier) for at in asked) if asked else ""
        return "" if "" in (cut, alone) else any_of([cut, alone])

    @property
    def is_optional(self) -> bool:
        """Whether nothing in it need be met."""
        return all(single.is_optional for single in self.singles)

    @property
    def longest_first(self) -> list[tuple[int, int]]:
        """The groups by first and end, those of most words first."""
        return sorted(self.groups, key=lambda span: span[0] - span[1])

    @property
    def units(self) -> list[tuple[int, int]]:
        """What it is made of, by first and end: names of several words, and the other words."""
        found: list[tuple[int, int]] = []
        start = 0
        while start < len(self.singles):
            end = max((e for s, e in self.groups if s == start), default=start + 1)
            if end - start > 1 or not self.singles[start].is_optional:
                found.append((start, end))
            start = end
        return found

    def without(self, start: int, end: int) -> Run:
        """The run in which the words from `start` to `end` need not be met."""
        singles = tuple(
            replace(single, is_optional=True) if start <= at < end else single
            for at, single in enumerate(self.singles)
        )
        groups = {(s, e): g for (s, e), g in self.groups.items() if e <= start or s >= end}
        return Run(singles, groups, self.short - frozenset(range(start, end)))

    def _alone(self, at: int, tier: Tier) -> str | None:
        single = self.singles[at]
        if at not in self.short:
            return single.met(tier)
        ways = single.ways.items()
        names = (Tier.NAME, Tier.LINKED_NAME)
        return any_fts(w for way, found in ways if way <= tier and way not in names for w in found)

    def _cut(self, tier: Tier) -> str | None:
        """Every way of cutting the run into groups: from the end, each start builds on later."""
        length = len(self.singles)
        rest: list[str | None] = [None] * length
        for start in reversed(range(length)):
            choices = []
            for end in range(start + 1, length + 1):
                group = self._group(start, end, tier)
                following = rest[end] if end < length else ""
                if group is not None and following is not None:
                    parts = [part for part in (group, following) if part]
                    choices.append(all_of(parts) if parts else "")
            rest[start] = "" if "" in choices else any_of(choices)
        return rest[0] if rest else None

    def _group(self, start: int, end: int, tier: Tier) -> str | None:
        if end - start == 1:
            if start in self.short:
                return None
            single = self.singles[start]
            return "" if single.is_optional else single.met(tier)
        group = self.groups.get((start, end))
        return group.met(tier) if group else None


class Plan(msgspec.Struct, frozen=True):
    """What to look for: an expression for each tier that has one, and what to leave out.

    Each expression includes those of the tiers before it. `is_partial` where one of the words may
    be wanting.
    """

    tiers: list[tuple[Tier, str]]
    unwanted: str | None
    runs: list[Run]
    is_partial: bool = False

    @property
    def words(self) -> Iterator[Sought]:
        """Everything that must be met, each word on its own."""
        return (single for run in self.runs for single in run.singles if not single.is_optional)
