"""The claims of a position as a document gives account of them: by holder, each with its note."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from claimcli.answers.chain import Link, chain_of
from claimcli.answers.counting import Entry
from claimcli.answers.marks import KNOWN, Known, known_of, undated_last
from claimcli.answers.sentences import Said, Sentence
from claimcli.answers.views import Viewer
from claimcli.entities import Entities, year_of
from claimcli.model import Claim, Scholar

Words = Literal["holder", "reporter"]
"""Whose the words of a quotation are."""


class Ground(msgspec.Struct, frozen=True):
    """What a claim rests on: a work as it is cited, or the statement of another claim."""

    text: str
    claim: str | None


class Account(msgspec.Struct, frozen=True):
    """A claim where it stands in the document.

    `note` is the number of its note, `chain` how it came from its holder to the reader. The
    quotation is from `quoted_from`, and in whose `words` is told; both are None without one. Of a
    claim that is recorded elsewhere `recorded_under` is the question, None for background. `remark`
    is the note of its record, in which words that are the id of a claim know it; `mentioned` are
    these claims with their statements.
    """

    entry: Entry
    note: int
    chain: tuple[Link, ...]
    grounds: tuple[Ground, ...]
    words: Words | None
    quoted_from: str | None
    recorded_under: str | None
    remark: Sentence
    mentioned: tuple[Ground, ...]

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.entry.claim


class Holder(msgspec.Struct, frozen=True):
    """Who holds a claim, as he is shown."""

    id: str
    name: str
    kind: str | None
    school: str | None


class Holding(msgspec.Struct, frozen=True):
    """What one holder, or several together, hold of a position; `known` is how it is known."""

    holders: tuple[Holder, ...]
    known: Known
    accounts: tuple[Account, ...]

    @property
    def is_judged(self) -> bool:
        """Whether of all its claims the holder is the recorder's judgement."""
        return all("scholars" in account.claim.unclear for account in self.accounts)


DENSE = 12
"""A position of more holders is told by the years of their works."""

Numbering = Callable[[Claim], int]
"""Gives the number of the next note, which is that of a claim."""


def holdings(
    entries: Iterable[Entry], entities: Entities, numbering: Numbering
) -> tuple[Holding, ...]:
    """The claims of a position by holder: those who were read first, those of the time last.

    Of those who are known alike the one with the earliest work comes first. Notes are numbered in
    that order, or by the years of the works where the holders are so many that these order them.
    """
    held: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        held.setdefault(tuple(dict.fromkeys(entry.claim.scholars)), []).append(entry)
    known = {ids: _known(ids, found, entities) for ids, found in held.items()}
    first = {ids: _first_year(found, entities) for ids, found in held.items()}
    ordered = sorted(held, key=lambda ids: (KNOWN.index(known[ids]), first[ids]))
    viewer = Viewer(entities)
    in_order = [entry for ids in ordered for entry in held[ids]]
    if len(held) > DENSE:
        in_order.sort(key=lambda entry: undated_last(year_of(entry.claim, entities)))
    accounts = {e.claim.id: _account(e, viewer, entities, numbering) for e in in_order}
    return tuple(
        Holding(
            holders=tuple(_holder(id, entities.scholar(id)) for id in ids),
            known=known[ids],
            accounts=tuple(accounts[entry.claim.id] for entry in held[ids]),
        )
        for ids in ordered
    )


def _holder(id: str, scholar: Scholar | None) -> Holder:
    if scholar is None:
        return Holder(id, id, None, None)
    return Holder(id, scholar.name, scholar.kind, scholar.school)


def _known(ids: tuple[str, ...], entries: Iterable[Entry], entities: Entities) -> Known:
    """How it is known what they hold together."""
    kinds = (scholar.kind if scholar else None for scholar in map(entities.scholar, ids))
    return known_of(kinds, all(entry.claim.second_hand for entry in entries))


def _first_year(entries: Iterable[Entry], entities: Entities) -> tuple[bool, int]:
    return min(undated_last(year_of(entry.claim, entities)) for entry in entries)


def _account(entry: Entry, viewer: Viewer, entities: Entities, numbering: Numbering) -> Account:
    claim = entry.claim
    grounds = map(viewer.basis, claim.basis)
    asked = viewer.question(claim.question)
    chain, (remark, mentioned) = chain_of(claim, entities), remarked(claim.note or "", entities)
    return Account(
        entry=entry,
        note=numbering(claim),
        chain=chain,
        grounds=tuple(Ground(ground["text"], ground["claim"]) for ground in grounds),
        words=whose_words(claim),
        quoted_from=chain[-1].text if claim.quote and claim.witness else None,
        recorded_under=asked.question if asked else None,
        remark=remark,
        mentioned=mentioned,
    )


def remarked(note: str, entities: Entities) -> tuple[Sentence, tuple[Ground, ...]]:
    """A note in parts, and the claims that it names by their ids."""
    parts = re.split(r"([\w:.]+-[\w:.-]*\w)", note)  # every second one may be an id
    claims = {part: entities.claim(part) for part in parts[1::2]}
    said = (Said(part, (part,) if claims.get(part) else ()) for part in parts)
    mentioned = (Ground(claim.statement, claim.id) for claim in claims.values() if claim)
    return tuple(part for part in said if part.words), tuple(mentioned)


def whose_words(claim: Claim) -> Words | None:
    """Whose words a quotation has: in another's work the reporter's, unless told otherwise."""
    if not claim.quote:
        return None
    return "reporter" if claim.second_hand and claim.words != "holder" else "holder"
