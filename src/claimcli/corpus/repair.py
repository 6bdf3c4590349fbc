"""What of a slice that cannot be parsed is whole, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimcli.corpus.causes import MISPLACED, Breakdown, explain
from claimcli.corpus.damage import (
    Damages,
    begins_record,
    can_go_on,
    holds_fields,
    indent_of,
    is_bare_id,
    is_bare_record,
    is_conflict_mark,
    is_nothing,
    key_on,
    usual_in_list,
    usual_indent,
)
from claimcli.corpus.schema import LIST_KEYS
from claimcli.corpus.slicing import ITEM, Slice, begins_key, recut, stands_alone
from claimcli.corpus.synonyms import LISTS, word_meant
from claimcli.corpus.yamltext import AnyParser, failure_of
from claimcli.problems import Location, Problem


class Repair:
    """Leaves out what is wrong with one slice, in `damages`.

    `above` is the last item of the list that is open above it, or the key of one without any.
    Afterwards `again` are the slices to read in its place, and `above_is_torn` tells whether the
    item above has lost a part of itself here. `list_is_lost`: so is all that follows in the list.
    `other_dashes`: from that line on the list has its dashes in that column.
    """

    def __init__(
        self,
        damages: Damages,
        piece: Slice,
        margin: int,
        above: Slice | None,
        parser: AnyParser,
    ) -> None:
        self.again: list[Slice] = []
        self.above_is_torn = False
        self.list_is_lost = False
        self.other_dashes: tuple[int, int] | None = None
        self._damages = damages
        self._lines = damages.lines
        self._piece = piece
        self._margin = margin
        self._first, self._end = piece.line - 1, piece.end - 1
        self._above = above
        self._parser = parser

    def run(self, broken: Breakdown) -> None:
        """Tell what is wrong, and find what is whole."""
        broken = broken.below(self._first)
        if self._piece.kind == ITEM:
            self._tell(broken)
            self._item(min(broken.at[0], self._end - 1))
        elif not self._interrupts_list(broken):
            self._keys(self._tell(broken))

    def _tell(self, broken: Breakdown) -> int:
        """Report what stopped the parser; gives the line, from 0, of what was the cause."""
        if self._damages.is_full:
            return broken.at[0]
        problem = explain(self._damages.file, self._lines, broken)
        self._damages.note(problem)
        return problem.location.line - 1

    def _parses(self, first: int, end: int) -> bool:
        """Whether some lines are YAML by themselves."""
        return failure_of("\n".join(self._lines[first:end]), self._parser) is None

    def _lose(self, first: int, end: int, records: int = 0) -> None:
        """Leave out the lines from `first` up to `end`, counted from 0."""
        self._damages.lose(first + 1, end + 1, records=records)

    def _read_again(self, first: int, dashes: int | None = None) -> None:
        """Read the slice anew from one of its lines on."""
        text = "\n".join(self._lines[first : self._end]) + "\n"
        self.again += recut(text, first + 1, self._margin, dashes)

    def _find(self, first: int, wanted: Callable[[str], object]) -> int | None:
        """The first line of the slice, from one on, that is as it is wanted."""
        return next((at for at in range(first, self._end) if wanted(self._lines[at])), None)

    # An item of a list

    def _item(self, at: int) -> None:
        """What is whole where an item cannot be parsed at a line."""
        if self._stands_elsewhere():
            return
        cut = self._record_begun(at)
        if cut:
            self._lose(cut, self._next_record(max(cut, at) + 1), 1)
        elif self._is_stray(at):
            self.list_is_lost = self._is_key_of_list(at)
            self._lose(at, self._end)
        else:
            self._lose(self._first, self._end, 1)
            return
        self._read_again(self._first, self._piece.indent)

    def _stands_elsewhere(self) -> bool:
        """Whether its dash is not where the others of its list are, which so were taken for it."""
        here = self._lines[self._first + 1 : self._end]
        full = self._damages.is_full  # then only near by, or many damages would take long
        usual = usual_indent(here) if full else usual_in_list(self._lines, self._first)
        if usual is None or usual == self._piece.indent:
            return False
        dash = re.compile(rf" {{{usual}}}-(?=\s|$)").match
        if usual > self._piece.indent:
            inside = re.compile(rf"\s*(?:#|$)| {{{usual + 1}}}").match
            if not all(inside(line) or dash(line) for line in here):
                return False
        other = self._find(self._first + 1, dash)
        if other is None:
            return False
        self._lose(self._first, other, 1)
        self.other_dashes = other + 1, usual
        return True

    def _record_begun(self, at: int) -> int | None:
        """The line at or above which another record begins, without its dash or moved."""
        for line in range(at, self._first, -1):
            bare = is_bare_id(self._lines[line], self._piece.indent)
            if bare or begins_record(self._lines[line]):
                whole = self._parses(self._first, line)
                as_field = bare and indent_of(self._lines[line]) > self._piece.indent
                if whole and (as_field or not self._parses(self._first, line + 1)):
                    return line
                return None
        return None

    def _next_record(self, first: int) -> int:
        """The next line of the slice on which a record begins, else its end."""
        found = self._find(
            first, lambda line: begins_record(line) or is_bare_id(line, self._piece.indent)
        )
        return self._end if found is None else found

    def _is_stray(self, at: int) -> bool:
        """Whether a line is in no record, so that all above it is whole.

        It may be the rest of a text that stands above it, too far to the left: then it is not.
        """
        lines = self._lines
        if at == self._first or self._find(at + 1, lambda line: not is_nothing(line)) is not None:
            return False
        if not (is_conflict_mark(lines[at]) or self._is_indented_key(at)):
            above = next(line for line in reversed(lines[self._first : at]) if line.strip())
            if can_go_on(above) or indent_of(lines[at]) > self._piece.indent:
                return False
        return self._parses(self._first, at)

    def _is_indented_key(self, at: int) -> bool:
        key = _LONE_KEY.fullmatch(self._lines[at])
        return bool(key and key[2] and (key[1] in LIST_KEYS or key[1] in LISTS))

    def _is_key_of_list(self, at: int) -> bool:
        """Whether a stray line is the key of another list, without its colon or moved."""
        key = _LONE_KEY.fullmatch(self._lines[at])
        return bool(key and word_meant(key[1], LISTS, LIST_KEYS))

    # Keys at the margin

    def _interrupts_list(self, broken: Breakdown) -> bool:
        """Whether it is a record without its dash, or a field too far left, within a list."""
        above, first = self._above, self._first
        if above is None or self._is_list(first):
            return False
        line = self._lines[first]
        bullet = begins_record(line) or line.lstrip()[:1] == "?"  # a dash would make it an item
        record = bullet or is_bare_record(self._lines, first)
        dashes = above.indent
        if above.kind != ITEM:
            dashes = usual_indent(self._lines[first : self._end]) or self._margin
        other = self._find(first, re.compile(rf" {{{dashes}}}-(?=\s|$)").match)
        if not record and other is None:
            return False
        if bullet:
            self._damages.note(other_bullet(self._damages.file, first + 1))
        elif record:
            self._tell(broken)
        else:
            self._damages.note(moved_field(self._damages.file, first + 1))
        self.above_is_torn = not record
        self._lose(first, self._end if other is None else other, int(record))
        if other is not None:
            self._read_again(other, dashes)
        return True

    def _keys(self, cause: int) -> None:
        """What is whole where keys cannot be parsed, and this line was the cause."""
        first = self._find(self._first, lambda line: begins_key(line, self._margin))
        if first is not None and self._first <= cause < first:
            self._lose(self._first, first)
            self._read_again(first)
            return
        other = self._find(self._first + 1, lambda line: self._is_lost_key(line))
        if other is not None:
            self._lose(other, self._end)
            self._read_again(self._first)
            return
        usual = usual_indent(self._lines[self._first + 1 : self._end])
        if usual is not None and self._is_list(self._first):
            item = self._find(self._first + 1, re.compile(rf" {{{usual}}}-\s+\S").match)
            if item is not None and any(map(str.strip, self._lines[self._first + 1 : item])):
                self._lose(self._first + 1, item, 1)
                self._read_again(self._first)
                return
        key = key_on(self._lines[self._first])
        record = key is None and holds_fields(self._lines[self._first : self._end])
        self._damages.lose(self._piece.line, self._piece.end, key, False, int(record))

    def _is_list(self, at: int) -> bool:
        """Whether a line is the key of a list of records."""
        return stands_alone(self._lines[at]) and bool(
            word_meant(key_on(self._lines[at]) or "", LISTS, LIST_KEYS)
        )

    def _is_lost_key(self, line: str) -> bool:
        """Whether a line at the margin is the key of a list, but for its colon."""
        key = _LONE_KEY.fullmatch(line)
        if not key or key[2] == ":" or indent_of(line) != self._margin:
            return False
        return bool(word_meant(key[1], LISTS, LIST_KEYS))


_LONE_KEY = re.compile(r"\s*([\w-]+)\s*([:：]?)\s*")


def other_bullet(file: str, line: int) -> Problem:
    """E105 for a record that begins with another sign than a dash."""
    message = "a record begins with a dash and a space"
    return Problem("E105", Location(file, line), message, "write `- id: …`")


def moved_field(file: str, line: int) -> Problem:
    """E105 for a field at the margin of a file, below the record to which it belongs."""
    return Problem("E105", Location(file, line), *MISPLACED)
