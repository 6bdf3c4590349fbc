"""The connection to a compiled corpus, and why it may not answer.

Its file may prove damaged, and it may be asked when, or by whom, it must not be.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import Any, Self, TypeVar

import msgspec

from claimcli.errors import ClaimcliError, Renewable

_NOT_AS_WRITTEN = (TypeError, KeyError, UnicodeDecodeError)
"""What comes of a row that holds no record, or is gone."""

AT_ONCE = 500
"""Values that are asked for in one statement."""

AnyValue = TypeVar("AnyValue")


class StoreDamaged(Renewable):
    """The compiled corpus cannot be read, although its file in the cache is as it was sealed.

    To renew it deletes that file: whoever opens the store next builds it anew. What is asked
    wrongly fails again with a new one.
    """

    def __init__(self, error: Exception, renew: Callable[[], object]) -> None:
        message = f"the compiled corpus cannot be read ({error}); --no-cache does without"
        super().__init__(message, renew)


class StoreMisused(ClaimcliError):
    """A store was asked after it was closed, or by another thread than the one that opened it."""


class Reader:
    """Guards the connection; close it, or use it as a context manager.

    `cached` tells whether it reads a file of the user's cache, or what was compiled into memory;
    `is_damaged` whether that file proved damaged, so that it answers nothing any more;
    `passed_over` why the cache was not used, where others could have written it.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        root: Path,
        *,
        renew: Callable[[], object] | None = None,
        passed_over: str | None = None,
    ) -> None:
        """Take over a connection to a compiled corpus; `root` is where its YAML files are.

        `renew` deletes the file in the cache, if it is one that is read.
        """
        self.root = root
        self.cached = renew is not None
        self.passed_over = passed_over
        self.is_damaged = False
        self._connection = connection
        self._renew = renew
        self._is_closed = False
        self._thread = get_ident()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        with self._reading():
            self._connection.close()
        self._is_closed = True

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
        """The rows that a query gives: for the search, which has its own."""
        try:
            with self._reading():
                return self._connection.execute(sql, parameters).fetchall()
        except UnicodeEncodeError:  # a lone surrogate: bytes, which are equal to no text
            return self.rows(sql, [_storable(value) for value in parameters])

    def rows_among(self, sql: str, values: Sequence[object]) -> list[Any]:
        """The rows that a query gives for values that stand where it has `{}`, however many."""
        found = []
        for some in batches(values):
            found += self.rows(sql.format(",".join("?" * len(some))), some)
        return found

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What a damaged file may answer, told from a fault of a store in memory or of its user."""
        try:
            yield
        except sqlite3.ProgrammingError as error:
            mistake = self._misuse()
            if mistake:
                raise StoreMisused(mistake) from error
            raise
        except (sqlite3.DatabaseError, msgspec.DecodeError, *_NOT_AS_WRITTEN) as error:
            if self._renew:
                self.is_damaged = True
                self.close()  # where it is open, the file could not be deleted everywhere
                raise StoreDamaged(error, self._renew) from error
            raise

    def _misuse(self) -> str | None:
        """What whoever asks now does wrong."""
        if get_ident() != self._thread:
            return "a corpus answers only the thread that loaded it: load one in each thread"
        return "the corpus was closed: load it again" if self._is_closed else None


def _storable(value: object) -> object:
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value


def batches(values: Sequence[AnyValue]) -> Iterator[Sequence[AnyValue]]:
    """Values, as many at a time as are asked for in one statement."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
