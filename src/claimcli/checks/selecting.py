"""Which codes are meant: any prefix of one, as `E`, `E2`, `E203`, or without the letter `2`, `203`.

`2xx` is the family 2, whatever the severity.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from claimcli.checks.catalogue import CATALOGUE, FAMILIES
from claimcli.errors import ClaimcliError
from claimcli.nearest import did_you_mean


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> frozenset[str]:
    """The codes that are selected (all, where nothing is) and not ignored.

    Each text may hold several prefixes with commas between. Raises for one that begins no code,
    for a selection that names none, and where no code is left: nothing would be checked, and all
    would seem well.
    """
    wanted = list(select)
    for text in wanted:
        if not _words(text):
            raise ClaimcliError(f"--select '{text}' names no code; leave it out to check them all")
    selected = _matching(wanted) or frozenset(CATALOGUE)
    codes = selected - _matching(ignore)
    if not codes:
        raise ClaimcliError("--select and --ignore leave no code, so nothing would be checked")
    return codes


def code_named(code: str) -> str:
    """The one code that is written out, with its letter or without; raises for any other."""
    wanted = code.strip().upper()
    for known in CATALOGUE:
        if wanted in (known, known[1:]):
            return known
    raise _unknown(code)


def _matching(prefixes: Iterable[str]) -> frozenset[str]:
    words = chain.from_iterable(map(_words, prefixes))
    return frozenset(code for word in words for code in _beginning_with(word))


def _words(prefixes: str) -> list[str]:
    return prefixes.replace(",", " ").split()


def _beginning_with(word: str) -> list[str]:
    prefix = word.upper().rstrip("X")
    starts = (code for code in CATALOGUE if code.startswith(prefix) or code[1:].startswith(prefix))
    found = list(starts) if prefix else []
    if not found:
        raise _unknown(word)
    return found


def _unknown(code: str) -> ClaimcliError:
    """The mistake of naming a code that there is not."""
    families = ", ".join(f"{number}xx {name}" for number, name in FAMILIES.items())
    known = did_you_mean(code.upper(), CATALOGUE) or f"there are {families}"
    return ClaimcliError(f"no code '{code}'; {known}")
