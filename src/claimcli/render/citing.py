"""Citations as lines to be copied under a text: never folded, one for each citation."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from claimcli.answers.views import View
from claimcli.render.safe import visible


def write_citations(citations: Iterable[View], *, apart: bool) -> None:
    """Write the text of each citation to standard output on a line of its own.

    With `apart` an empty line parts them, as paragraphs are parted in Markdown.
    """
    lines = [visible(citation["text"]) + "\n" for citation in citations]
    sys.stdout.write(("\n" if apart else "").join(lines))
    sys.stdout.flush()
