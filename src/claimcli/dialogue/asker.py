"""Who is asked: a person on a terminal, or whoever answers in the place of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:  # `new --help` asks nobody
    from claimcli.answers.answer import Answer
    from claimcli.checks.excerpts import Excerpt


class Back(Exception):
    """The person wants the question before this one again."""


class Left(Exception):
    """The person has had enough: nothing more is asked, and nothing is written."""


class Offer(NamedTuple):
    """An answer that there is, and what it stands for."""

    value: str
    meaning: str = ""


class Asker(Protocol):
    """What a conversation needs. Text of a corpus is made harmless by whoever shows it."""

    def ask(
        self,
        prompt: str,
        default: str = "",
        *,
        offers: Sequence[Offer] = (),
        help: str = "",
        is_text: bool = False,
    ) -> str:
        """What is answered, on one line: `default` if that is nothing, "" where nothing is wanted.

        `offers` complete what is typed, `help` is told on request. `is_text`: the default is a text
        that somebody may want to change rather than to take or to leave. Raises `Back` and `Left`.
        """

    def say(self, text: str = "") -> None:
        """Tell something: lines of text."""

    def show(self, answer: Answer) -> None:
        """Show an answer as a table."""

    def tell_problems(self, found: Iterable[Excerpt]) -> None:
        """Show what the checks found, as `check` does."""


def decided(
    asker: Asker,
    prompt: str,
    offers: Sequence[Offer],
    otherwise: str,
    *,
    default: str = "",
    help: str = "",
) -> str:
    """The offer that is taken, by its first letters; `otherwise` is said to what is none.

    Raises `Back` and `Left`.
    """
    while True:
        said = asker.ask(prompt, default, offers=offers, help=help).lower()
        meant = [offer.value for offer in offers if said and offer.value.startswith(said)]
        if meant:
            return meant[0]
        asker.say(otherwise)


def confirmed(asker: Asker, prompt: str, default: bool = True) -> bool:
    """Whether the answer is yes."""
    yes_or_no, usual = (Offer("yes"), Offer("no")), "yes" if default else "no"
    return decided(asker, prompt, yes_or_no, "answer yes or no", default=usual) == "yes"


def one_by_one(total: int, ask: Callable[[int], str]) -> None:
    """Ask of each by its number until `leave` is said; `Back` leads to the one before."""
    at = 0
    while at < total:
        try:
            if ask(at) == "leave":
                return
            at += 1
        except Back:
            at = max(0, at - 1)


def gone_through(steps: Sequence[Step]) -> None:
    """Take steps in their order, with `Back` to the last one that asked something.

    Raises `Back` at the first.
    """
    asked: list[int] = []
    at = 0
    while at < len(steps):
        try:
            if steps[at]():
                asked.append(at)
            at += 1
        except Back:
            if not asked:
                raise
            at = asked.pop()


class Step(Protocol):
    """One question, or none where there is nothing to ask: then it is false."""

    def __call__(self) -> bool:
        """Ask it."""
