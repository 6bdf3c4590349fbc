"""Fields of a claim corrected in conversation, each written at once if the checks allow it."""

from __future__ import annotations

from pathlib import Path

from claimcli.answers.diff import fields_of
from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus.reading import read_corpus
from claimcli.dialogue.answering import choices
from claimcli.dialogue.asker import Asker, Back, Offer, confirmed
from claimcli.dialogue.carrying_out import carried_out
from claimcli.dialogue.offers import Last, OfferedRecords
from claimcli.editing.amending import with_settings
from claimcli.editing.typed import as_typed
from claimcli.errors import UnknownValue
from claimcli.model import Claim

_FIELDS = {f.name: f.meaning for f in CLAIM_FIELDS if f.name not in ("id", "checked")}


def corrected(root: Path, claim: Claim, asker: Asker) -> bool:
    """Ask which fields are to be otherwise, and how; whether anything was written. Raises `Left`.

    Enter ends it, and so does going back.
    """
    written = False
    offers = [Offer(name, meaning) for name, meaning in _FIELDS.items()]
    while True:
        try:
            field = asker.ask("which field? Enter for no more", offers=offers, help=_HELP)
        except Back:
            return written
        if not field:
            return written
        if field not in _FIELDS:
            asker.say(str(UnknownValue("field", field, _FIELDS)))
            continue
        written |= _is_written(root, claim.id, field, asker)


_HELP = "a field of the claim; - as its value takes it out"


def _is_written(root: Path, id: str, field: str, asker: Asker) -> bool:
    """Ask for another value of a field, and write it."""
    known = OfferedRecords(read_corpus(root), Last())
    claim = next((one for one in known.reading.claims if one.id == id), None)
    before = as_typed("claims", field, fields_of(claim).get(field)) if claim else ""
    if "\n" in before:
        asker.say(f"it has several lines: `claimcli edit {id}` opens it in your editor")
        return False
    offers = choices("claim", field, known, claim.question if claim else None).offers
    if field == "stance":
        asker.say("\n".join(f"  {one.value}: {one.meaning}" for one in offers))
    try:
        words = asker.ask(field, before, offers=offers, help=_FIELDS[field], is_text=True)
        if words == before or not (words or confirmed(asker, f"take {field} out", default=False)):
            return False
    except Back:
        return False
    return _set(root, id, field, words or None, asker)


def _set(root: Path, id: str, field: str, words: str | None, asker: Asker) -> bool:
    done = carried_out(root, lambda r: with_settings(root, r, id, {(field,): words}), asker)
    if done is None:
        return False
    asker.tell_problems(done.remarks)
    asker.say("\n".join(done.plan.said))
    return bool(done.plan.changes)
