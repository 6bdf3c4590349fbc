"""Claims and drafts gone through one by one, the passage beside each; what is agreed is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from claimcli.answers.review import Leaf, Waiting, leaf
from claimcli.corpus.reading import read_corpus
from claimcli.corpus.records import Reading
from claimcli.dialogue.asker import Asker, Left, Offer, decided, one_by_one
from claimcli.dialogue.carrying_out import carried_out
from claimcli.dialogue.correcting import corrected
from claimcli.dialogue.making import Wish, agreed_upon
from claimcli.dialogue.remembering import remember, remembered
from claimcli.editing.amending import without
from claimcli.editing.composing import with_new
from claimcli.editing.drafts import words_of
from claimcli.editing.plan import Plan
from claimcli.editing.stamping import with_checked
from claimcli.model import Claim, Draft
from claimcli.store import Store
from claimcli.texts import Texts

OF_A_CLAIM = (
    Offer("accept", "the passage says what the claim says: it is marked as checked"),
    Offer("correct", "change fields of it, then look again"),
    Offer("skip", "leave it as it is, and go on"),
    Offer("leave", "no more for now; what was accepted is written"),
)
OF_A_DRAFT = (
    Offer("make", "make it a claim: what is missing is asked for"),
    Offer("discard", "take the draft out of its file"),
    *OF_A_CLAIM[2:],
)
_HELP = "the first letter will do; < shows the one before again"


class Reviewing:
    """The person who reviews, and what comes of it.

    `did` counts what was done: accepted, corrected, made, discarded, skipped.
    """

    def __init__(
        self, root: Path, asker: Asker, texts: Texts, by: str, opened: Callable[[], Store]
    ) -> None:
        """`by` is who checks; `opened` gives the corpus as it is on disk now."""
        self.did: Counter[str] = Counter()
        self._root = root
        self._asker = asker
        self._texts = texts
        self._by = by
        self._opened = opened
        self._store = opened()

    def go_through(self, waiting: Sequence[Waiting]) -> None:
        """Ask of one after another, until the last or until the person leaves. Raises `Left`."""

        def ask(at: int) -> str:
            self._asker.say(f"\n{at + 1} of {len(waiting)}  {waiting[at].record.id}")
            return self._one(waiting[at])

        one_by_one(len(waiting), ask)

    def _one(self, waiting: Waiting) -> str:
        """Show one and do what is said of it, until that is decided."""
        while True:
            shown = self._shown(waiting)
            if shown is None:
                self._asker.say("it is there no more")
                return "skip"
            is_claim = isinstance(shown.waiting.record, Claim)
            said = _decided(self._asker, OF_A_CLAIM if is_claim else OF_A_DRAFT)
            if said in ("skip", "leave"):
                self.did["skipped"] += said == "skip"
                return said
            if self._is_done(said, shown.waiting.record):
                return said
            waiting = shown.waiting

    def _shown(self, waiting: Waiting) -> Leaf | None:
        """Show it as it is now; None where it is gone."""
        id, is_claim = waiting.record.id, isinstance(waiting.record, Claim)
        now = self._store.claim(id) if is_claim else self._store.draft(id)
        if now is None:
            return None
        found = leaf(Waiting(now, waiting.why, waiting.changes), self._store, self._texts)
        self._asker.say(WHY[waiting.why])
        self._asker.show(found)
        return found

    def _is_done(self, said: str, record: Claim | Draft) -> bool:
        """Do it; whether the next one may be asked for."""
        if isinstance(record, Claim):
            done = self._accept(record) if said == "accept" else self._correct(record)
        else:
            done = self._make(record) if said == "make" else self._discard(record)
        self._store = self._opened()
        return done

    def _accept(self, claim: Claim) -> bool:
        now = datetime.now()
        return self._is_written(
            lambda reading: with_checked(self._root, reading, claim, self._by, now), "accepted"
        )

    def _correct(self, claim: Claim) -> bool:
        self.did["corrected"] += corrected(self._root, claim, self._asker)
        return False

    def _discard(self, draft: Draft) -> bool:
        return self._is_written(lambda r: without(self._root, r, draft.id), "discarded")

    def _make(self, draft: Draft) -> bool:
        """Make a claim of a draft; whoever has enough of that is back at the draft."""
        words = words_of(draft, read_corpus(self._root))
        wish = Wish("claim", words, draft.id)
        try:
            news = agreed_upon(
                *(self._root, wish, self._asker, remembered(self._root), self._texts),
                is_told=self.did["made"] > 0,
            )
        except Left:
            news = None
        if news is None:
            self._asker.say("nothing is written; the draft is as it was")
            return False
        made = list(news)
        if not self._is_written(
            lambda reading: with_new(self._root, reading, made, draft.id)[0], "made"
        ):
            return False
        remember(self._root, made)
        return True

    def _is_written(self, planned: Callable[[Reading], Plan], what: str) -> bool:
        done = carried_out(self._root, planned, self._asker)
        if done is None:
            return False
        self.did[what] += 1
        self._asker.say("\n".join(done.plan.said))
        return True


WHY = {
    "changed": "It has changed since it was checked.",
    "text": "Its text has changed, and does not have the quotation any more.",
    "unchecked": "Does the passage say what the claim says?",
    "checked": "It is checked. Does the passage say what the claim says?",
    "draft": "A passage that was marked: what does it say, and who says it?",
}
"""What is said before something is shown."""


def _decided(asker: Asker, offers: Sequence[Offer]) -> str:
    """What is to be done. Raises `Back` and `Left`."""
    *names, last = (offer.value for offer in offers)
    otherwise = f"say {', '.join(names)} or {last}; the first letter will do"
    return decided(asker, ", ".join([*names, last]), offers, otherwise, help=_HELP)
