"""The claims of a position with many holders by the years of their works, in decades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from claimcli.answers.accounts import DENSE, Account, Holding
from claimcli.answers.marks import Known, known_of, undated_last
from claimcli.answers.tally import Tally, tally
from claimcli.dates import decade_in_words
from claimcli.entities import Entities, year_of


class Dated(msgspec.Struct, frozen=True):
    """A claim with the year of its holders' work, None without one."""

    year: int | None
    holding: Holding
    account: Account

    @property
    def known(self) -> Known:
        """How the claim is known: of a scholar who was read elsewhere it may be from a report."""
        kinds = (holder.kind for holder in self.holding.holders)
        return known_of(kinds, self.account.claim.second_hand)


class Decade(msgspec.Struct, frozen=True):
    """The claims of ten years, in their order; `tally` counts who holds them."""

    label: str
    tally: Tally
    claims: tuple[Dated, ...]


def chronology(holdings: Sequence[Holding], entities: Entities) -> tuple[Decade, ...]:
    """The decades of a position that has so many holders that they are told by years; else none."""
    if len(holdings) <= DENSE:
        return ()
    found = sorted(_dated(holdings, entities), key=lambda dated: undated_last(dated.year))
    return tuple(
        _decade(label, tuple(some), entities)
        for label, some in groupby(found, key=lambda dated: decade_of(dated.year))
    )


def _dated(holdings: Sequence[Holding], entities: Entities) -> Iterator[Dated]:
    for holding in holdings:
        for account in holding.accounts:
            yield Dated(year_of(account.claim, entities), holding, account)


def _decade(label: str, claims: tuple[Dated, ...], entities: Entities) -> Decade:
    return Decade(label, tally((dated.account.entry for dated in claims), entities), claims)


def decade_of(year: int | None) -> str:
    """`1950s`; before our era as people count it, `40s BCE`; `no year`."""
    if year is None:
        return "no year"
    counted = year if year > 0 else 1 - year
    return decade_in_words(counted // 10 * 10, year <= 0)
