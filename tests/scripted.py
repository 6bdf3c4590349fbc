"""Somebody who answers as the test has written down, in the place of a person on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcli.answers.answer import Answer
from claimcli.checks.excerpts import Excerpt
from claimcli.dialogue.asker import Back, Left, Offer


class Scripted:
    """Gives one answer after another; `<` goes back, an empty one takes the default, `-` nothing.

    At the end of the answers it leaves. `prompts` are what was asked, each with its default.
    """

    def __init__(self, *answers: str) -> None:
        self._answers = list(answers)
        self.prompts: list[tuple[str, str]] = []
        self.offered: dict[str, list[str]] = {}
        self.said: list[str] = []
        self.shown: list[Answer] = []
        self.codes: list[str] = []

    def ask(
        self,
        prompt: str,
        default: str = "",
        *,
        offers: Sequence[Offer] = (),
        help: str = "",
        is_text: bool = False,
    ) -> str:
        self.prompts.append((prompt, default))
        self.offered[prompt] = [offer.value for offer in offers]
        if not self._answers:
            raise Left
        answer = self._answers.pop(0)
        if answer == "<":
            raise Back
        return "" if answer == "-" else answer or default

    def say(self, text: str = "") -> None:
        self.said += text.split("\n")

    def show(self, answer: Answer) -> None:
        self.shown.append(answer)

    def tell_problems(self, found: Iterable[Excerpt]) -> None:
        self.codes += [one.problem.code for one in found]

    @property
    def is_done(self) -> bool:
        """Whether every answer was asked for."""
        return not self._answers

    @property
    def asked(self) -> list[str]:
        """What was asked, without the defaults."""
        return [prompt for prompt, _ in self.prompts]
