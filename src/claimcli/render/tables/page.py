"""What is drawn on: how wide it is, and whether a place in a file can be followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from claimcli.answers.views import View


class Page(NamedTuple):
    """A page so many columns wide; `root` is where the files of the corpus are.

    Without `root` nothing is linked: so it is where no terminal shows the page. `namesakes` are the
    names that several of the holders have who are shown on it: their ids tell them apart.
    """

    width: int
    root: Path | None = None
    namesakes: frozenset[str] = frozenset()

    def link(self, file: str, line: int) -> str:
        """The style of text that leads to a line of a file of the corpus; empty for no link.

        The host of the URI is left empty, and what is not a letter, a digit or one of `/._-~` is
        percent-encoded (RFC 8089, RFC 3986): no name of a file ends the link or begins another.
        """
        if self.root is None:
            return ""
        return f"link {(self.root / file).as_uri()}#L{line}"

    def name_of(self, name: str, id: str) -> str:
        """The name of a holder, with his id where others on the page have it."""
        return f"{name} ({id})" if name in self.namesakes else name

    def with_claims(self, claims: Iterable[View]) -> Page:
        """The same with the holders of these claims on it."""
        return self.with_holders((s["id"], s["name"]) for c in claims for s in c["scholars"])

    def with_holders(self, names: Iterable[tuple[str, str]]) -> Page:
        """The same with these holders on it, by id and name."""
        met = Counter(dict(names).values())
        shared = frozenset(name for name, holders in met.items() if holders > 1)
        return self._replace(namesakes=shared)
