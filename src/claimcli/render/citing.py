"""Citations as lines to be copied under a text: never folded, one for each citation."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from claimcli.answers.views import View
from claimcli.render.safe import visible


def lines(citations: Iterable[View], *, apart: bool) -> Iterator[str]:
    """The text of each citation on a line of its own.

    With `apart` an empty line parts them, as paragraphs are parted in Markdown.
    """
    for number, citation in enumerate(citations):
        yield "\n" * (apart and number > 0) + visible(citation["text"]) + "\n"


def write_citations(citations: Iterable[View], *, apart: bool) -> None:
    """Write those lines to standard output."""
    sys.stdout.write("".join(lines(citations, apart=apart)))
    sys.stdout.flush()
