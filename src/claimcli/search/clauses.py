"""What a query asks for, each a value: how the index is asked for it, and where a text has it.

The index and the explanation of a hit are answered by the same values, so that a hit is never found
by one rule and explained by another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol
from unicodedata import category

import msgspec

from claimcli.names import recognition
from claimcli.names.folding import Word, aligned_fold, is_han, words
from claimcli.names.respelling import HYPHENS, MARK, respellings
from claimcli.search.fts import any_of, beginning, phrase, quoted, within
from claimcli.store.schema import link

Place = tuple[int, int, str | None]
"""The first character of what was found in a text, the one after its last, and in what script or
romanization it is, where that is why."""


class Text:
    """A text that is searched, folded and cut into words once, when that is first asked for."""

    __slots__ = ("_folding", "_words", "value")

    def __init__(self, value: str) -> None:
        """`value` is the text as it stands in a record."""
        self.value = value
        self._folding: tuple[str, bool] | None = None
        self._words: list[Word] | None = None

    @property
    def folding(self) -> tuple[str, bool]:
        """The text without case, accents and apostrophes, and whether it has the same places so.

        It has where each character folds to one.
        """
        if self._folding is None:
            self._folding = aligned_fold(self.value)
        return self._folding

    @property
    def words(self) -> list[Word]:
        """Its words."""
        if self._words is None:
            self._words = words(self.value)
        return self._words


class Clause(Protocol):
    """Something that the index can be asked for."""

    @property
    def fts(self) -> str | None:
        """The full-text expression for it; None where nothing can match."""


class Findable(Protocol):
    """Something that can stand in a text."""

    def places(self, text: Text) -> list[Place]:
        """Where a text has it."""


class Clue(msgspec.Struct, frozen=True):
    """Something to look for, and in a word or two what it is where it is not the word itself.

    Without a reason of its own, that is the script or romanization in which it is found.
    """

    sought: Findable
    reason: str | None = None


class Phrase(msgspec.Struct, frozen=True):
    """Folded words one after the other, of which the last may only be begun."""

    words: tuple[str, ...]
    is_begun: bool = False

    @property
    def fts(self) -> str:
        """The words as a phrase."""
        return beginning(self.words) if self.is_begun else phrase(self.words)

    def places(self, text: Text) -> list[Place]:
        """Where the words stand one after the other."""
        folded, is_aligned = text.folding
        if self.words[-1] not in folded:
            return []
        if is_aligned and all(map(str.isascii, self.words)):
            return list(self._in_letters(folded))
        return list(self._in(text.words))

    def _in(self, there: Sequence[Word]) -> Iterator[Place]:
        *firsts, last = self.words
        for number, (_, end, word) in enumerate(there):
            fits = word.startswith(last) if self.is_begun else word == last
            before = there[max(0, number - len(firsts)) : number]
            if fits and [folded for _, _, folded in before] == firsts:
                yield there[number - len(firsts)][0], end, None

    def _in_letters(self, folded: str) -> Iterator[Place]:
        """The same of plain letters, for which the text need not be cut into words."""
        start = folded.find(self.words[0])
        while start >= 0:
            end = self._end(folded, start)
            if end:
                yield start, end, None
            start = folded.find(self.words[0], start + 1)

    def _end(self, folded: str, at: int) -> int:
        """Where the phrase ends that begins there; 0 if none does."""
        last = len(self.words) - 1
        for number, word in enumerate(self.words):
            while number and at < len(folded) and not folded[at].isalnum():
                at += 1
            is_whole = not (at and _is_inside(folded[at - 1])) and folded.startswith(word, at)
            at += len(word)
            if self.is_begun and number == last:
                while at < len(folded) and _is_inside(folded[at]):
                    at += 1
            if not is_whole or (at < len(folded) and _is_inside(folded[at])):
                return 0
        return at


def _is_inside(sign: str) -> bool:
    """Whether a word goes on with this character; each Han character is a word of its own."""
    if sign.isascii():
        return sign.isalnum()
    return not is_han(sign) and (sign.isalnum() or category(sign)[0] == "M")


class NameKeys(msgspec.Struct, frozen=True):
    """A name by its keys, which it has in any script and romanization."""

    keys: frozenset[str]

    @property
    def fts(self) -> str | None:
        """Any of the keys."""
        return within("keys", any_of(map(quoted, sorted(self.keys))))

    def places(self, text: Text) -> list[Place]:
        """Where a text has the name, and in what script or romanization."""
        return [(f.start, f.end, f.label) for f in recognition.named(self.keys, text.value)]


class Respelling(msgspec.Struct, frozen=True):
    """Words that a text has in another customary spelling: with a hyphen, with ü for ue."""

    words: frozenset[str]

    @property
    def fts(self) -> str:
        """Any of them, by their keys."""
        keys = any_of(quoted(MARK + word) for word in sorted(self.words))
        return f"{{keys}} : ({keys})"

    def places(self, text: Text) -> list[Place]:
        """Where a text has one of them so."""
        found = [(start, end) for start, end, word in respellings(text.value) if word in self.words]
        return [(*span, _told_apart(text.value[slice(*span)])) for span in dict.fromkeys(found)]


def _told_apart(written: str) -> str:
    return "spelling" if HYPHENS.isdisjoint(written) else "hyphen"


class WholeName(msgspec.Struct, frozen=True):
    """A person's whole name, in whatever order its parts stand, which is the whole of a text.

    The index is asked for links to the persons: see `persons`.
    """

    name: str

    def places(self, text: Text) -> list[Place]:
        """The whole text, if it is the name."""
        from claimcli.names.identity import same_name  # a query of one word needs none of it

        why = same_name(self.name, text.value) if len(text.value) <= LONGEST_NAME else None
        return [(0, len(text.value), why)] if why else []


LONGEST_NAME = 60
"""Characters of the longest text that is looked at as one name."""


class Link(msgspec.Struct, frozen=True):
    """A link of a claim in a role, which no text shows."""

    role: str
    fts: str


def linking(role: str, target: str) -> Link:
    """The link of this role to a record."""
    return Link(role, quoted(link(role, target)))


def linking_to_begun(role: str, target: str) -> Link:
    """A link of this role to a record whose id begins so."""
    return Link(role, f"{quoted(link(role, target))} *")


class InField(msgspec.Struct, frozen=True):
    """A phrase in one of the texts of a claim."""

    field: str
    phrase: Phrase

    @property
    def fts(self) -> str:
        """The phrase in that column."""
        return f"{self.field} : {self.phrase.fts}"


def any_fts(clauses: Iterable[Clause]) -> str | None:
    """An expression for at least one of them."""
    return any_of(clause.fts for clause in clauses)
