"""What is drawn on: how wide it is, and whether a place in a file can be followed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Page(NamedTuple):
    """A page so many columns wide; `root` is where the files of the corpus are.

    Without `root` nothing is linked: so it is where no terminal shows the page.
    """

    width: int
    root: Path | None = None

    def link(self, file: str, line: int) -> str:
        """The style of text that leads to a line of a file of the corpus; empty for no link.

        The host of the URI is left empty, and what is not a letter, a digit or one of `/._-~` is
        percent-encoded (RFC 8089, RFC 3986): no name of a file ends the link or begins another.
        """
        if self.root is None:
            return ""
        return f"link {(self.root / file).as_uri()}#L{line}"

    def narrower(self, by: int) -> Page:
        """The same without so many columns."""
        return self._replace(width=max(self.width - by, 1))
