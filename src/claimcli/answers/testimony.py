"""What a work says: what it reports of others, what it claims itself, and on which pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from claimcli.answers import show
from claimcli.answers.show import OfRecord, ShownRecord
from claimcli.citations import chicago
from claimcli.model import Citation, Claim, Source
from claimcli.store import Store


class Place(msgspec.Struct, frozen=True):
    """A place in a work by its locator, None where none is given, and the claims from there."""

    locator: str | None
    claims: tuple[str, ...]


class Testimony(OfRecord, frozen=True):
    """A work as witness. `note` cites it in full, `entry` is that of a bibliography.

    `reported` are views of others that are known through it, the claims `made` in it its makers'
    own, `drawing` those that rest on it. `places` are where its records are from, in its order;
    `is_read` where any was read in it. `shown` is what `claimcli show` tells of it.
    """

    note: str
    entry: str
    reported: tuple[Claim, ...]
    made: tuple[Claim, ...]
    drawing: tuple[Claim, ...]
    places: tuple[Place, ...]

    @property
    def source(self) -> Source:
        """Its record."""
        assert isinstance(self.shown.record, Source)
        return self.shown.record

    @property
    def read(self) -> tuple[Claim, ...]:
        """The claims that were read in it."""
        return tuple(c for c in self.shown.claims if c.witness == self.source.id)

    @property
    def checked(self) -> tuple[Claim, ...]:
        """Those that somebody held against it a second time."""
        return tuple(claim for claim in self.read if claim.checked)


def ask(store: Store, source: Source) -> Testimony:
    """What a work says, and how much of it was read there."""
    shown = show.of_record(store, source)
    assert isinstance(shown, ShownRecord)
    made, reported, drawing = (
        shown.parts.get(part, ()) for part in ("made in it", "reported in it", "resting on it")
    )
    cited = Claim(id=source.id, statement="", scholars=(), citation=Citation(source.id))
    read = [claim for claim in shown.claims if claim.witness == source.id]
    return Testimony(
        shown=shown,
        note=chicago.note(cited, store.source),
        entry=chicago.bibliography(source),
        reported=reported,
        made=made,
        drawing=drawing,
        places=_places(read, source.id),
    )


def place_in(claim: Claim, source: str) -> str | None:
    """Where in a work a claim stands, as recorded."""
    return next((step.locator for _, step in claim.works if step.source == source), None)


def _places(claims: Iterable[Claim], source: str) -> tuple[Place, ...]:
    """The places of claims that were read in a work, by page; those without one last."""
    met: dict[str | None, list[str]] = {}
    for claim in claims:
        met.setdefault(place_in(claim, source), []).append(claim.id)
    return tuple(Place(place, tuple(met[place])) for place in sorted(met, key=_order))


def _order(locator: str | None) -> tuple[bool, list[tuple[bool, int, str]]]:
    """Numbers by their value, `p. 9` before `p. 10`."""
    parts = re.findall(r"\d+|\D+", locator or "")
    return (locator is None, [(p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts])
