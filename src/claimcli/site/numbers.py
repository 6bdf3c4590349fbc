"""Numbers that lead to the claims that they count."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec


class List(msgspec.Struct, frozen=True):
    """Claims that a number counts, which stand in several places; `words` say what they are."""

    anchor: str
    words: str
    claims: tuple[str, ...]


class Numbers:
    """Where each number of a page leads: to its claim, to what has just its claims, to a list."""

    def __init__(self, address: Callable[[str], str | None], prefix: str = "") -> None:
        """`address` is that of a claim; `prefix` begins the anchors of lists."""
        self._address = address
        self._prefix = prefix
        self._places: dict[frozenset[str], str] = {}
        self._lists: dict[frozenset[str], List] = {}

    def stand(self, claims: Sequence[str], address: str) -> None:
        """Say that just these claims stand together at an address of the page."""
        self._places.setdefault(frozenset(claims), address)

    def address(self, claims: Sequence[str], words: str) -> str | None:
        """Where a number of these claims leads; None where it counts none."""
        if not claims:
            return None
        if len(set(claims)) == 1:
            return self._address(claims[0])
        met = frozenset(claims)
        if met in self._places:
            return self._places[met]
        anchor = f"{self._prefix}counted-{len(self._lists) + 1}"
        listed = self._lists.setdefault(met, List(anchor, words, tuple(dict.fromkeys(claims))))
        return f"#{listed.anchor}"

    @property
    def lists(self) -> list[List]:
        """The lists that numbers lead to, for the end of the page."""
        return list(self._lists.values())
