"""What every command's answer is: a value that is shown and handed on, and asked nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from claimcli.answers.views import View


class LeftOut(msgspec.Struct, frozen=True):
    """What a limit left out: how many `more` there are, and the limit that leaves out nothing.

    `noun` says what one of them is; `of_each` where the limit is of the claims under a heading.
    """

    more: int
    limit: int
    noun: str
    of_each: bool = False


class Answer(msgspec.Struct, frozen=True):
    """What one command found out.

    A file of this folder has one for each command, made by its `ask`. The JSON is `view`; where
    that is an array, `rows` are its records, else `rows` are flat records for CSV, TSV, Markdown
    and JSON lines, with `fields` for their columns, also where there are no rows. What is costly
    or without end comes as an iterator, to be gone through once.
    """

    def __repr__(self) -> str:
        """Its parts in short: an answer may hold every claim of a corpus."""
        names = (name for name in self.__struct_fields__ if name != "entities")
        parts = (f"{name}={_short(getattr(self, name))}" for name in names)
        return f"{type(self).__name__}({', '.join(parts)})"

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of each row, in their order."""
        raise NotImplementedError

    @property
    def rows(self) -> Iterable[View]:
        """Flat records."""
        raise NotImplementedError

    @property
    def view(self) -> Any:
        """The JSON as published: an object, or the records of an array."""
        return self.rows

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of each record of the JSON, where that is an array."""
        return self.fields

    @property
    def columns(self) -> tuple[str, ...]:
        """Those of the fields that a table made for reading has, such as one in Markdown."""
        return self.fields

    @property
    def left_out(self) -> LeftOut | None:
        """What a limit left out, if anything."""
        return None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be told beside the answer, whatever it is shown as."""
        return ()

    @property
    def asides(self) -> tuple[str, ...]:
        """What is to be told beside a table alone: why there is nothing, and what else to ask."""
        return ()


_LONGEST = 60
"""Characters that are shown of a part."""


def _short(value: object) -> str:
    """A record by its id, and how many there are of what is many."""
    if isinstance(value, msgspec.Struct) and hasattr(value, "id"):
        return f"{type(value).__name__}({value.id!r})"
    if isinstance(value, (tuple, list, dict, frozenset)):
        return f"<{len(value):,}>"
    shown = repr(value)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def of_list(noun: str, shown: int, total: int | None) -> LeftOut | None:
    """What a limit left out of a list."""
    more = (total or 0) - shown
    return LeftOut(more, shown + more, noun) if more > 0 else None


def of_headings(totals: Iterable[int], most: int | None) -> LeftOut | None:
    """What a limit of so many claims under each heading left out."""
    numbers = list(totals)
    more = 0 if most is None else sum(max(0, number - most) for number in numbers)
    return LeftOut(more, max(numbers), "claim", len(numbers) > 1) if more else None
