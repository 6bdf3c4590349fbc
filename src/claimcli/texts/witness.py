"""A text made ready for quotations to be held against it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from claimcli.texts.furniture import layout, notes_alone, without_furniture
from claimcli.texts.normalising import Normalised, normalise
from claimcli.texts.pagination import Pagination, paginate
from claimcli.texts.word_index import WordIndex, word_index


class Witness:
    """A text that was read: its running words, its pages and its lines.

    Attributes:
        text: the text as given; all offsets count its characters.
        flow: its letters without page furniture and notes, so that a sentence runs on over a page.
        notes: those of the notes below its pages; one that runs on over a page is whole, too.
        pages: what its form feeds and page numbers tell of its pages.
    """

    def __init__(self, text: str) -> None:
        """Normalise a text once; `prepare` is the same as a function."""
        self.text = text
        laid_out = layout(text)
        self.pages: Pagination = paginate(text, laid_out)
        running = without_furniture(text, laid_out, notes=True)
        self.flow: Normalised = normalise(running)
        self.notes: Normalised = normalise(notes_alone(text, laid_out))
        self._furnished = running != text

    @cached_property
    def furnished(self) -> Normalised | None:
        """The letters with page furniture, where there is any: it may be quoted, too."""
        return normalise(self.text) if self._furnished else None

    @cached_property
    def words(self) -> WordIndex:
        """The words of the flow; only what is not found as quoted needs them."""
        return word_index(self.flow)

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def line(self, offset: int) -> int:
        """The line, from 1, on which a character stands."""
        return bisect_left(self._line_ends, offset) + 1

    def sheet(self, offset: int) -> int | None:
        """The sheet of the file, from 1, on which a character stands; None without form feeds."""
        return self.text.count("\f", 0, offset) + 1 if "\f" in self.text else None


def prepare(text: str) -> Witness:
    """Make a text ready: any number of quotations can then be verified against it."""
    return Witness(text)
