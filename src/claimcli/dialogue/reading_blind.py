"""Passages read by a second person, who takes a position for each and does not see the first's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from claimcli.answers.blind import ToRead, leaf, values_of
from claimcli.corpus.records import Reading
from claimcli.dialogue.asker import Asker, Offer, one_by_one
from claimcli.dialogue.carrying_out import carried_out
from claimcli.editing.amending import Settings, with_settings
from claimcli.editing.plan import Plan
from claimcli.editing.second_reading import with_reading
from claimcli.model import NO_STANCE, Question
from claimcli.names.folding import index_text
from claimcli.store import Store
from claimcli.texts import Texts

_GOING_ON = (
    Offer("skip", "say nothing of it, and go on"),
    Offer("leave", "no more for now; what was said is written"),
)
_HELP = (
    "the number, id or label of a position; several with commas between;"
    " < shows the one before again"
)


class ReadingBlind:
    """The person who reads, and how many passages were `read`."""

    def __init__(
        self, root: Path, asker: Asker, texts: Texts, by: str, opened: Callable[[], Store]
    ) -> None:
        """`by` is who reads; `opened` gives the corpus as it is on disk now."""
        self._root = root
        self._asker = asker
        self._texts = texts
        self._by = by
        self._store = opened()
        self._written: dict[int, str] = {}

    @property
    def read(self) -> int:
        """How many were taken for something."""
        return len(self._written)

    def go_through(self, to_read: Sequence[ToRead]) -> None:
        """Ask of one after another, until the last or until the person leaves. Raises `Left`."""

        def ask(at: int) -> str:
            self._asker.say(f"\n{at + 1} of {len(to_read)}")
            return self._one(at, to_read[at])

        one_by_one(len(to_read), ask)

    def _one(self, at: int, one: ToRead) -> str:
        self._asker.show(leaf(one, self._store, self._texts))
        said = taken_for(self._asker, one.question)
        if isinstance(said, str):
            return said
        why = self._asker.ask("why, in a few words", is_text=True, help="may be left empty")
        self._write(at, one, said, " ".join(why.split()))
        return "read"

    def _write(self, at: int, one: ToRead, stances: Sequence[str], why: str) -> None:
        """Write it at once; where it was said before, in the place of that."""
        answers = [f"{one.question.id}/{stance}" for stance in stances]

        def planned(reading: Reading) -> Plan:
            if at in self._written:
                return with_settings(self._root, reading, self._written[at], _instead(answers, why))
            values = values_of(one, answers, self._by, why)
            plan, made[:] = _named(with_reading(self._root, reading, self._by, values))
            return plan

        made: list[str] = []
        done = carried_out(self._root, planned, self._asker)
        if done:
            if made:
                self._written[at] = made[0]
            self._asker.say("\n".join(done.plan.said))


def _named(planned: tuple[Plan, str]) -> tuple[Plan, list[str]]:
    plan, id = planned
    return plan, [id]


def _instead(answers: Sequence[str], why: str) -> Settings:
    return {("answers",): ", ".join(answers), **({("comment",): why} if why else {})}


def taken_for(asker: Asker, question: Question) -> list[str] | str:
    """The positions that a passage is taken for; `skip` or `leave`. Raises `Back` and `Left`."""
    known = {NO_STANCE: "", **{stance.id: stance.label for stance in question.stances}}
    offers = [Offer(one.id, one.label) for one in question.stances]
    offers = [*offers, Offer(NO_STANCE, "takes no side"), *_GOING_ON]
    while True:
        said = asker.ask("which position? skip, leave", offers=offers, help=_HELP)
        whole = _meant(said.strip(), known)
        words = [said] if whole else [word.strip() for word in said.split(",") if word.strip()]
        meant = [_meant(word.strip(), known) for word in words]
        if meant and None not in meant:
            return list(dict.fromkeys(filter(None, meant)))
        going_on = [o.value for o in _GOING_ON if len(words) == 1 and o.value.startswith(words[0])]
        if going_on:
            return going_on[0]
        asker.say(f"say a number from 0 to {len(known) - 1}, the id of a position, skip or leave")


def _meant(word: str, known: Mapping[str, str]) -> str | None:
    """The position of that id, label or number, of which 0 is to take no side."""
    if word in known:
        return word
    if word.isascii() and word.isdigit() and int(word[:4]) < len(known):
        return list(known)[int(word[:4])]
    folded = index_text(word).strip()
    labelled = [id for id, label in known.items() if folded and index_text(label).strip() == folded]
    return labelled[0] if len(labelled) == 1 else None
