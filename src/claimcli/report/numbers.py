"""Sentences of a chapter with the notes of the claims that their numbers count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcli.answers.chapters import Chapter
from claimcli.answers.sentences import Said, Sentence, text_of
from claimcli.report.escaping import block, plain

MOST = 12
"""Runs of notes that are named; of more it is not said which they are."""


class Numbers:
    """The notes of a chapter by the claims that they are of; a claim's first note stands for it."""

    def __init__(self, chapter: Chapter) -> None:
        notes: dict[str, int] = {}
        for section in chapter.sections:
            for account in section.accounts:
                notes.setdefault(account.claim.id, account.note)
        self._notes = notes

    def of(self, claim: str) -> str:
        """`n. 5`, or nothing for a claim that is not in the chapter."""
        return f"n. {self._notes[claim]}" if claim in self._notes else ""

    def at(self, claims: Iterable[str]) -> str:
        """`n. 5`, `nn. 2, 5–7`: the notes of those claims that are in the chapter."""
        return _noted(sorted({self._notes[id] for id in claims if id in self._notes}))

    def told(self, sentences: Iterable[Sentence]) -> str:
        """The sentences as a paragraph, each number with its notes: `two claims (nn. 2, 5–7)`."""
        return block(" ".join("".join(self._parts(sentence)) for sentence in sentences))

    def words(self, sentence: Sentence) -> str:
        """A sentence as a paragraph, without the notes, where these follow at once."""
        return block(plain(text_of(sentence)))

    def _parts(self, sentence: Sentence) -> Iterator[str]:
        before: tuple[str, ...] = ()
        for said in sentence:
            yield spaced(said.words)
            if said.claims and said.claims != before:
                yield self._which(said)
            before = said.claims or before

    def _which(self, said: Said) -> str:
        """Nothing where all claims of the chapter are counted, or too many to be named."""
        numbers = sorted({self._notes[id] for id in said.claims if id in self._notes})
        is_all = len(numbers) == len(self._notes)
        return "" if is_all or len(list(_runs(numbers))) > MOST else f" ({_noted(numbers)})"


def _noted(numbers: Sequence[int]) -> str:
    return f"{'n' if len(numbers) == 1 else 'nn'}. {', '.join(_runs(numbers))}" if numbers else ""


def spaced(words: str) -> str:
    """Words of a sentence, with the spaces around them."""
    lead, trail = " " * words.startswith(" "), " " * words.endswith(" ")
    return f"{lead}{plain(words)}{trail}" if words.strip() else " "


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers, those that follow each other as one: `2`, `5–7`."""
    at = 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        yield str(numbers[at]) if at == end else f"{numbers[at]}–{numbers[end]}"
        at = end + 1
