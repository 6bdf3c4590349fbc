"""Initials, and the given names that they can stand for."""

from __future__ import annotations

from itertools import product

from claimcli.names import slavic
from claimcli.names.folding import fold
from claimcli.names.korean import korean_part
from claimcli.names.match_keys import is_cyrillic, is_sinitic
from claimcli.names.romanized import romanizations

_NO_CONSONANT = frozenset(("", *"aeiou"))


def is_initial(part: str) -> bool:
    """Whether a part stands for a longer one: a letter, or up to four with a full stop."""
    return len(fold(part)) == 1 or (part.endswith(".") and len(part) <= 5)


def can_begin(initial: str, part: str, family: str) -> bool:
    """Whether an initial and a part, itself one or written out, can be one given name of a family.

    The letters tell, and where they do not the sounds as Russian schemes write them (`Ю.`, `Yu.`,
    `Iu.`); but not for East Asian names within one alphabet, which no such scheme has made.
    """
    pairs = [(initial, part), (part, initial)] if is_initial(part) else [(initial, part)]
    spelt = (pair for short, long in pairs for pair in product(_letters(short), _letters(long)))
    if any(begin and whole.startswith(begin) for begin, whole in spelt):
        return True
    if is_cyrillic(initial) == is_cyrillic(part) and all(map(_is_east_asian, (family, part))):
        return False
    return any(_begins_by_sound(short, long) for short, long in pairs)


def _letters(part: str) -> tuple[str, ...]:
    """A part as it is written, and in Latin letters where a scheme tells it."""
    return fold(part.rstrip(".")), *romanizations(part)


def _is_east_asian(part: str) -> bool:
    """Whether a part of a name can be read as Chinese or Korean, as any single letter can."""
    if is_initial(part):
        return len(part.rstrip(".")) == 1
    return is_sinitic(part) or korean_part(part) is not None


def _begins_by_sound(initial: str, part: str) -> bool:
    """Of two initials neither may lack a consonant: none has `X.` for `К.`, as if it were `Кс`."""
    pairs = product(slavic.skeletons(initial.rstrip(".")), slavic.skeletons(part.rstrip(".")))
    rests = (s.removeprefix(begin) for begin, s in pairs if begin and s.startswith(begin))
    return any(not is_initial(part) or rest[:1] in _NO_CONSONANT for rest in rests)
