"""The slices of a file that are to be read: what was cut anew comes before what follows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from claimcli.corpus.damage import key_on
from claimcli.corpus.entries import Entry
from claimcli.corpus.schema import TOP_LEVEL_KEYS
from claimcli.corpus.slicing import ITEM, LIST, Slice, recut


class Pending:
    """The slices that are to be read, in order; `indent` is that of the keys of the file."""

    def __init__(self, cut: Iterator[Slice], indent: int) -> None:
        self._cut = cut
        self._indent = indent
        self._again: deque[Slice] = deque()  # to be read before what has been cut

    @property
    def again(self) -> int:
        """How many were put before the others."""
        return len(self._again)

    def next(self) -> Slice | None:
        """The next one; None at the end."""
        return self._again.popleft() if self._again else next(self._cut, None)

    def put_first(self, pieces: Iterable[Slice]) -> None:
        """Read these next."""
        self._again.extendleft(reversed(list(pieces)))

    def run(self, size: int) -> list[Slice]:
        """Slices of about so many characters to be parsed in one go, or one; none at the end.

        They are items of one list, or begin with a key.
        """
        run: list[Slice] = []
        while piece := self.next():
            if run and run[0].kind == ITEM != piece.kind:
                self._again.append(piece)
                break
            run.append(piece)
            size -= len(piece.text)
            if size <= 0:
                break
        if len(run) > 1 and run[-1].kind == LIST:
            self._again.append(run.pop())
        return run

    def items(self) -> list[Slice]:
        """The items that come next, taken from what is to be read."""
        items: list[Slice] = []
        while (piece := self.next()) and piece.kind == ITEM:
            items.append(piece)
        if piece:
            self.put_first((piece,))
        return items

    def take_over(self, piece: Slice, dashes: int | None, lines: Sequence[str]) -> None:
        """Read a slice that reaches into those that follow, and then the rest of these.

        `lines` are those of the file, here and below without what was found to be lost.
        """
        following: Slice | None = piece._replace(end=piece.line)
        while following and following.end < piece.end:
            following = self.next()
        if following and following.end > piece.end:
            rest = "\n".join(lines[piece.end - 1 : following.end - 1]) + "\n"
            self.put_first(recut(rest, piece.end, self._indent, dashes))
        self.put_first((piece,))

    def cut_anew(self, line: int, dashes: int, end: int, lines: Sequence[str]) -> None:
        """Cut the rest of a list, from a line on, by dashes in another column."""
        end = max((item.end for item in self.items()), default=end)
        text = "\n".join(lines[line - 1 : end - 1]) + "\n"
        self.put_first(recut(text, line, self._indent, dashes))


def key_of(piece: Slice) -> str | None:
    """The key that the first line of a slice begins with."""
    return key_on(piece.text.split("\n", 1)[0])


_KNOWN = frozenset(TOP_LEVEL_KEYS)


def is_one_to_one(run: list[Slice], entries: list[Entry]) -> bool:
    """Whether each item is one entry that is no text, and all keys are known and have a value."""
    at = iter(entries)
    entry = next(at, None)
    for piece in run:
        if piece.kind == ITEM:
            if entry is None or entry.line != piece.line or type(entry.value) is str:
                return False
            if entry.key not in _KNOWN:
                return False
            entry = next(at, None)
            continue
        begins = piece.kind == LIST
        while entry is not None and entry.line < piece.end:
            if entry.key not in _KNOWN or piece.kind == LIST:
                return False
            begins, entry = True, next(at, None)
        if not begins:
            return False
    return entry is None
