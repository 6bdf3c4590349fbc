"""How a claim came to the recorder: from its holder through each work to the text that was read."""

from __future__ import annotations

from typing import Literal

import msgspec

from claimcli import citations
from claimcli.answers.marks import Known, known_of
from claimcli.answers.wording import OF_THE_TIME
from claimcli.entities import Entities
from claimcli.model import Citation, Claim

Station = Literal["holder", "own work", "report"]


class Link(msgspec.Struct, frozen=True):
    """A station of the way: a holder, his own work, or one that reports it.

    `id` is that of the scholar or source, None where no work is named; `is_read` where the recorder
    had it in hand, `known` how a holder is known.
    """

    station: Station
    id: str | None
    text: str
    is_read: bool
    known: Known | None = None

    @property
    def words(self) -> str:
        """What it has to do with the claim."""
        if self.station == "holder":
            return _HELD[self.known or "read"]
        if self.station == "own work":
            return "no work named" if self.id is None else _OWN[self.is_read]
        return _REPORTS[self.is_read]


_HELD: dict[Known, str] = {
    "read": "holds it",
    "second-hand": "holds it, as reported",
    "unnamed": "a reporter’s phrase, no scholar",
    "contemporary": f"somebody {OF_THE_TIME}, no scholar",
}
_OWN = ("the holder’s own work, not read", "the holder’s own work, read")
_REPORTS = ("reports it; not read", "reports it; this text was read")


def chain_of(claim: Claim, entities: Entities) -> tuple[Link, ...]:
    """The stations from the holders outward; the last work is the one that was read."""
    holders = tuple(_holder(id, claim, entities) for id in dict.fromkeys(claim.scholars))
    if claim.citation is None:
        own = Link("own work", None, "no work named", is_read=False)
    else:
        own = _work("own work", claim.citation, entities, is_read=not claim.via)
    last = len(claim.via) - 1
    reports = (
        _work("report", step, entities, is_read=number == last)
        for number, step in enumerate(claim.via)
    )
    return (*holders, own, *reports)


def _holder(id: str, claim: Claim, entities: Entities) -> Link:
    scholar = entities.scholar(id)
    known = known_of([scholar.kind if scholar else None], claim.second_hand)
    return Link("holder", id, scholar.name if scholar else id, known == "read", known)


def _work(station: Station, step: Citation, entities: Entities, *, is_read: bool) -> Link:
    text = citations.short(entities.source(step.source), step.source, step.locator)
    return Link(station, step.source, text, is_read)
