"""Sentences about claims whose numbers know what they count, for whatever shows or links them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from claimcli.answers.tally import Counted
from claimcli.answers.wording import plural_of


class Said(msgspec.Struct, frozen=True):
    """Words of a sentence; where they have `claims`, they tell of these."""

    words: str
    claims: tuple[str, ...] = ()


Sentence = tuple[Said, ...]


def sentence(*parts: str | Said) -> Sentence:
    """A sentence of plain words and of such as tell of claims; it begins with a capital."""
    said = (Said(part) if isinstance(part, str) else part for part in parts)
    first, *others = (part for part in said if part.words)
    whole = [Said(first.words[:1].upper() + first.words[1:], first.claims), *others]
    if text_of(tuple(whole)).endswith(".."):  # an abbreviation at the end, `n.d.`
        last = whole.pop()
        whole += [Said(last.words[:-1], last.claims)] if last.words != "." else []
    return tuple(whole)


def text_of(sentence: Sentence) -> str:
    """The words alone."""
    return "".join(part.words for part in sentence)


_SPELLED = "no one two three four five six seven eight nine".split()
"""Numbers that a sentence has in words."""


def spelled(number: int) -> str:
    """A number as a sentence has it: `three`, `14`."""
    return _SPELLED[number] if number < len(_SPELLED) else f"{number:,}"


def number(counted: Counted, noun: str = "") -> Said:
    """`three scholars`, or the number alone."""
    named = f" {noun if counted.number == 1 else plural_of(noun)}" if noun else ""
    return Said(spelled(counted.number) + named, counted.claims)


def share(some: Counted, all: Counted, noun: str) -> Said:
    """`three of 14 claims`, `all 14 claims`, `the one claim`; `none` is said otherwise."""
    every = f"{spelled(all.number)} {plural_of(noun)}"
    if some.number < all.number:
        return Said(f"{spelled(some.number)} of {every}", some.claims)
    whole = f"the one {noun}" if all.number == 1 else f"all {every}"
    return Said(whole, some.claims)


def series(names: Sequence[str], last: str = "and") -> str:
    """`A`, `A and B`, `A, B, and C`."""
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"


def series_of(parts: Iterable[Said]) -> Sentence:
    """The same of words that tell of claims."""
    found = list(parts)
    joined: list[Said] = []
    for at, part in enumerate(found):
        is_last = at == len(found) - 1
        before = "" if at == 0 else ", and " if is_last and at > 1 else " and " if is_last else ", "
        joined += [Said(before), part]
    return tuple(part for part in joined if part.words)


def verb(number: int, one: str, several: str) -> str:
    """The verb that a number asks for."""
    return one if number == 1 else several
