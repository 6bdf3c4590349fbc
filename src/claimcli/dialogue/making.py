"""A new record made in conversation: asked for, shown as it will be written, agreed upon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from claimcli.answers.passage import ask as passage_of
from claimcli.corpus.reading import read_bytes, read_corpus
from claimcli.dialogue.asker import Asker, Back, Offer
from claimcli.dialogue.inquiry import Inquiry
from claimcli.dialogue.offers import Last, OfferedRecords
from claimcli.editing.composing import New, with_new
from claimcli.editing.plan import Done, Plan, Rejected, added_lines, carry_out
from claimcli.errors import ClaimcliError
from claimcli.model import Claim
from claimcli.texts import Texts

HELP = (
    "Enter takes what stands in [ ] or is on the line already, which Ctrl-U clears.\n"
    "TAB completes. ? tells more, < goes back, - leaves a field empty.\n"
    "Ctrl-C leaves everything as it is."
)


class Wish(NamedTuple):
    """What is to be made, and what is told of it beforehand.

    `words` are fields as somebody would type them; `draft` is the draft that it is made of.
    """

    kind: str
    words: Mapping[str, str]
    draft: str | None = None


def agreed_upon(
    root: Path, wish: Wish, asker: Asker, last: Last, texts: Texts, *, is_told: bool = False
) -> tuple[New, ...] | None:
    """The records that a person wants to be written, the one asked for last; None for none.

    `is_told`: the person knows how to answer. Raises `Left`.
    """
    known = OfferedRecords(read_corpus(root), last)
    inquiry = Inquiry(asker, known, wish.kind, wish.words)
    if not is_told:
        asker.say(HELP)
    new = _asked(inquiry, asker)
    while True:
        news = known.needed([new])
        is_fit = _shown(root, news, wish.draft, asker, texts)
        said = _decided(inquiry, asker, is_fit)
        if said == "yes":
            return tuple(news)
        if said == "no":
            return None
        new = _asked(inquiry, asker, [said] if said != "<" else inquiry.names[-1:])


def _asked(inquiry: Inquiry, asker: Asker, again: Sequence[str] = ()) -> New:
    while True:
        try:
            return inquiry.ask_again(again) if again else inquiry.ask()
        except Back:
            if again:
                return inquiry.record
            asker.say("this is the first question")


def _shown(root: Path, news: list[New], draft: str | None, asker: Asker, texts: Texts) -> bool:
    """Show what would be written, the passage, and what the checks say; whether it may be."""
    asker.say()
    try:
        done = carry_out(root, lambda r: with_new(root, r, news, draft)[0], dry_run=True)
    except Rejected as rejected:
        asker.tell_problems(rejected.found)
        return False
    except ClaimcliError as error:
        asker.say(str(error))
        return False
    _show(done, str(news[-1].values["id"]), draft, asker, texts)
    return True


def _show(done: Done, id: str, draft: str | None, asker: Asker, texts: Texts) -> None:
    for change in done.plan.changes:
        if lines := added_lines(change):
            asker.say("\n".join([f"{change.file}:", *lines, ""]))
    if draft:
        asker.say(f"the draft {draft} is taken out\n")
    show_passage(_claim(done.plan, id), asker, texts)
    asker.tell_problems(done.remarks)


def show_passage(claim: Claim | None, asker: Asker, texts: Texts) -> None:
    """Show the passage around the quotation of a claim, where the text is at hand."""
    try:
        passage = passage_of(claim, texts) if claim else None
    except ClaimcliError as error:
        asker.say(str(error))
        return
    if passage and passage.verified.file is None:
        asker.say(f"the text of {passage.verified.claim.witness} is not at hand (--texts DIR)\n")
    elif passage:
        asker.show(passage)
        asker.say()


def _claim(plan: Plan, id: str) -> Claim | None:
    """The claim of that id as it will be read."""
    for change in plan.changes:
        for claim in read_bytes(change.file, change.after or b"").claims:
            if claim.id == id:
                return claim
    return None


def _decided(inquiry: Inquiry, asker: Asker, is_fit: bool) -> str:
    """`yes`, `no`, `<`, or the name of a field to change."""
    offers = [Offer(name) for name in (*["yes"] * is_fit, "no", *inquiry.names)]
    prompt = "write it? yes, no, or a field to change" if is_fit else "no, or a field to change"
    help = f"the fields: {', '.join(inquiry.names)}"
    while True:
        try:
            said = asker.ask(prompt, "yes" if is_fit else "", offers=offers, help=help)
        except Back:
            return "<"
        meant = {"y": "yes", "n": "no"}.get(said, said)
        if meant in [offer.value for offer in offers]:
            return meant
        asker.say(help)
