"""What a query asks of the index: each of its terms with all the ways in which it may be met.

Adjacent words of a query may be one name, so that "Chang Chue" is a phrase, a declared name and
a name in another script before it is two words. Words are put into groups; every way of cutting a
run of words into groups is a way of meeting it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimcli.search.matching import all_of, any_of
from claimcli.search.query import TEXT_FIELDS, Term
from claimcli.search.tiers import Tier


class Variant(msgspec.Struct, frozen=True):
    """A declared spelling of the same name: its folded words, as written, and its scheme."""

    words: tuple[str, ...]
    written: str
    scheme: str | None


class Sought(msgspec.Struct, frozen=True):
    """A word, a phrase or a name of several words, and the expressions that may find it by tier.

    `terms` is what it was put together from. `is_person` where it is the whole
    name of a scholar or an author. `corrections` are known words that it may be a
    mistyping of, with the number of edits.
    """

    terms: tuple[Term, ...]
    ways: dict[Tier, list[str]]
    variants: tuple[Variant, ...] = ()
    is_person: bool = False
    corrections: tuple[tuple[str, int], ...] = ()

    @property
    def text(self) -> str:
        """As typed."""
        return " ".join(term.text for term in self.terms)

    @property
    def field(self) -> str | None:
        """The field that it is sought in."""
        return self.terms[0].field

    @property
    def is_text(self) -> bool:
        """Whether it is sought in texts, so that one hit can be better than another."""
        return self.field is None or self.field in TEXT_FIELDS

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words."""
        return tuple(word for term in self.terms for word in term.words)

    def met(self, tier: Tier) -> str | None:
        """An expression for being met in this tier or a better one."""
        return any_of(way for at, ways in self.ways.items() if at <= tier for way in ways)


class Run(msgspec.Struct, frozen=True):
    """Adjacent words: each on its own, and those groups that may be a name, by first and end.

    `short` are the places of words that are a syllable of a name and say little on their own.
    """

    singles: tuple[Sought, ...]
    groups: dict[tuple[int, int], Sought]
    short: frozenset[int]

    def met(self, tier: Tier) -> str | None:
        """An expression for all its words being met in this tier or a better one."""
        cut = self._cut(tier)
        if tier < Tier.APART:
            return cut
        # A syllable of a name may stand apart only as it was typed.
        alone = (self._alone(at, tier) for at in range(len(self.singles)))
        return any_of([cut, all_of(alone)])

    def _alone(self, at: int, tier: Tier) -> str | None:
        single = self.singles[at]
        if at not in self.short:
            return single.met(tier)
        ways = single.ways.items()
        return any_of(w for way, found in ways if way <= tier and way != Tier.NAME for w in found)

    def _cut(self, tier: Tier) -> str | None:
        """Every way of cutting the run into groups: from the end, each start builds on later."""
        length = len(self.singles)
        rest: list[str | None] = [None] * length
        for start in reversed(range(length)):
            choices = []
            for end in range(start + 1, length + 1):
                group = self._group(start, end, tier)
                following = rest[end] if end < length else ""
                if group and following is not None:
                    choices.append(all_of([group, following]) if following else group)
            rest[start] = any_of(choices)
        return rest[0] if rest else None

    def _group(self, start: int, end: int, tier: Tier) -> str | None:
        if end - start == 1:
            return None if start in self.short else self.singles[start].met(tier)
        group = self.groups.get((start, end))
        return group.met(tier) if group else None


class Plan(msgspec.Struct, frozen=True):
    """What to look for: an expression for each tier that has one, and what to leave out.

    Each expression includes those of the tiers before it.
    """

    tiers: list[tuple[Tier, str]]
    unwanted: str | None
    runs: list[Run]

    @property
    def sought(self) -> Iterator[Sought]:
        """Everything that is sought: groups first, then single words."""
        for run in self.runs:
            yield from run.groups.values()
            yield from run.singles
