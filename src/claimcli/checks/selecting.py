"""Which codes are meant: any prefix of one, as `E`, `E2`, `E203`, or without the letter `2`, `203`.

`2xx` is the family 2, whatever the severity.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcli.checks.catalogue import CATALOGUE
from claimcli.errors import UnknownValue


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> frozenset[str]:
    """The codes that are selected (all, where nothing is) and not ignored.

    Each text may hold several prefixes with commas between. Raises for one that begins no code.
    """
    selected = _matching(select) or frozenset(CATALOGUE)
    return selected - _matching(ignore)


def code_named(code: str) -> str:
    """The one code that is written out, with its letter or without; raises for any other."""
    wanted = code.strip().upper()
    for known in CATALOGUE:
        if wanted in (known, known[1:]):
            return known
    raise UnknownValue("code", code, CATALOGUE)


def _matching(prefixes: Iterable[str]) -> frozenset[str]:
    words = [word for text in prefixes for word in text.replace(",", " ").split()]
    return frozenset(code for word in words for code in _beginning_with(word))


def _beginning_with(word: str) -> list[str]:
    prefix = word.upper().rstrip("X")
    found = [code for code in CATALOGUE if prefix and prefix in (code[: len(prefix)], _bare(code, prefix))]
    if not found:
        raise UnknownValue("code", word, CATALOGUE)
    return found


def _bare(code: str, prefix: str) -> str:
    """The beginning of a code without its letter, as long as the prefix."""
    return code[1 : 1 + len(prefix)]
