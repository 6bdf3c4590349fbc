"""Quotations that are only near their text given the text's own words, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from claimcli.answers.passage import ask as passage_of
from claimcli.answers.verify import Verified
from claimcli.dialogue.asker import Asker, Back, Left, Offer, decided
from claimcli.dialogue.carrying_out import carried_out
from claimcli.editing.amending import with_quotes
from claimcli.editing.plan import carry_out
from claimcli.quotes import Status
from claimcli.quotes.own_wording import OwnWording, own_wording
from claimcli.texts import Texts, place_read

_ANSWERS = (
    Offer("yes", "write the text's words"),
    Offer("no", "leave the quotation as it is"),
    Offer("quit", "leave this one and all that follow"),
)


class Mending(NamedTuple):
    """A quotation with the text's own words for it."""

    verified: Verified
    wording: OwnWording

    @property
    def id(self) -> str:
        """That of the claim."""
        return self.verified.claim.id


def mendings(found: Iterable[Verified], texts: Texts) -> Iterator[Mending]:
    """The quotations that can be mended: those that are near in one place of a text."""
    for one in found:
        witness = texts.witness(one.claim.witness or "")
        if one.status is Status.NEAR and witness is not None:
            quote, locator = one.claim.quote or "", place_read(one.claim)
            wording = own_wording(quote, locator, one.verdict, witness)
            if wording:
                yield Mending(one, wording)


def mended_at_once(root: Path, found: Iterable[Mending]) -> tuple[list[str], list[Mending]]:
    """Write all that need no second look; the ids of those, and what is left to be looked at."""
    every = list(found)
    plain = {one.id: one.wording.words for one in every if not one.wording.warnings}
    if plain:
        carry_out(root, lambda reading: with_quotes(root, reading, plain))
    return list(plain), [one for one in every if one.wording.warnings]


def mended_one_by_one(
    root: Path, found: Iterable[Mending], texts: Texts, asker: Asker
) -> list[str]:
    """Show each with its passage, ask, and write it at once; the ids of those that were written."""
    written = []
    for one in found:
        _show(one, texts, asker)
        try:
            said = _decided(asker)
        except Left:
            said = "quit"
        if said == "quit":
            break
        if said == "yes" and _is_written(root, one, asker):
            written.append(one.id)
    return written


def _show(one: Mending, texts: Texts, asker: Asker) -> None:
    claim = one.verified.claim
    asker.say(f"\n{claim.id}  {claim.file}:{claim.line}")
    passage = passage_of(claim, texts)
    if passage:
        asker.show(passage)
    asker.say(f"now:  {claim.quote}\nthen: {one.wording.words}")
    for warning in one.wording.warnings:
        asker.say(f"MIND: {warning}. Does the statement still hold? “{claim.statement}”")


def _decided(asker: Asker) -> str:
    prompt, otherwise = "take the text's words? yes, no, quit", "answer yes, no or quit"
    while True:
        with suppress(Back):
            return decided(asker, prompt, _ANSWERS, otherwise)


def _is_written(root: Path, one: Mending, asker: Asker) -> bool:
    words = {one.id: one.wording.words}
    return carried_out(root, lambda reading: with_quotes(root, reading, words), asker) is not None
