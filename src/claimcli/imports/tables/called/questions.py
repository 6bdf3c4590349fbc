"""Questions and stances by what a table calls them: id, words, label."""

from __future__ import annotations

from collections.abc import Iterable

from claimcli.corpus.readers import IDENTIFIER
from claimcli.imports.tables.called.proposals import Proposals, Unfit
from claimcli.model import NO_STANCE, Question
from claimcli.names.folding import index_text
from claimcli.nearest import did_you_mean


class Questions:
    """The questions of a corpus, and those that tables add."""

    def __init__(self, questions: Iterable[Question], proposals: Proposals) -> None:
        self._proposals = proposals
        self._by_words: dict[str, str] = {}
        self._stances_of: dict[str, dict[str, str]] = {}
        for question in questions:
            self.take(question.id, question.question)
            for stance in question.stances:
                self.take_stance(question.id, stance.id, stance.label)

    def stances(self, question: str) -> dict[str, str]:
        """The stances that a question has: the folded label of each id."""
        return self._stances_of.get(question, {})

    def take(self, id: str, text: str) -> None:
        """Take an id for that of a question."""
        self._by_words.setdefault(index_text(text), id)
        self._stances_of.setdefault(id, {})

    def take_stance(self, question: str, id: str, label: str) -> None:
        """Take an id for that of a stance."""
        self._stances_of.setdefault(question, {})[id] = index_text(label)

    def question(self, given: str, text: str) -> str | None:
        """The id of a question, by its id or its words; a new one where there are words."""
        words = text or given
        if not words:
            return None
        if given in self._stances_of:
            return given
        found = self._by_words.get(index_text(words)) or self._proposals.pending(
            "question", "id", given
        )
        if found:
            return found
        is_id = bool(IDENTIFIER.fullmatch(given))
        if is_id and not text and "-" in given:
            meant = did_you_mean(given, self._stances_of) or "give its words, as `question_text`"
            raise Unfit(f"no question '{given}'; {meant}")
        values = {"question": words}
        if is_id and text and self._proposals.known.kind(given) is None:
            values = {"id": given, **values}
        return self._proposals.propose("question", values)

    def has_stance(self, question: str, id: str) -> bool:
        """Whether a question has a stance of that id."""
        return id in self._stances_of.get(question, {})

    def stance(self, question: str, given: str, label: str) -> str:
        """The id of a stance of a question, by its id or its label; a new one where it has none."""
        if given == NO_STANCE or (not given and not label):
            if not given:
                message = "the row has no stance; write `none` for a claim that takes no side"
                raise Unfit(message)
            return NO_STANCE
        there = self._stances_of.get(question, {})
        if given in there:
            return given
        words = label or given
        folded = index_text(words)
        found = next((id for id, called in there.items() if called == folded), None)
        if found:
            return found
        values = {"label": words}
        if IDENTIFIER.fullmatch(given):
            values = {"id": given, **values}
        return self._proposals.propose("stance", values, question, there)
