"""A file's text as entries, slice by slice, so that what cannot be parsed costs its own slice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from claimcli.corpus.csl import SOURCE
from claimcli.corpus.damage import Damage, Damages, begins_record, can_go_on
from claimcli.corpus.entries import Entry, Top, entries_of
from claimcli.corpus.pending import Pending, is_one_to_one, key_of
from claimcli.corpus.repair import Repair, moved_field
from claimcli.corpus.schema import CLAIM, DRAFT, LIST_KEYS, NAME, SCHOLAR, TOP_LEVEL_KEYS
from claimcli.corpus.slicing import (
    ITEM,
    KEYS,
    LIST,
    Slice,
    extent_of,
    next_start,
    recut,
    second_document,
    slices,
)
from claimcli.corpus.surrogates import with_pairs_joined
from claimcli.corpus.synonyms import LISTS, word_meant
from claimcli.corpus.text import FileText, forbidden
from claimcli.corpus.yamltext import (
    AnyParser,
    NotYaml,
    Parser,
    Stream,
    failure_of,
    failures_told,
    last_line,
)
from claimcli.problems import Location, Problem

RUN = 1 << 16
"""Characters of items that are parsed in one go."""

JOIN_LIMIT = 20
"""Slices of one file that are tried with what follows them, since quotes are open at their end."""


class Document:
    """What is in one file.

    What cannot be parsed is reported and left out, so that one broken record costs one record.
    `text` (with the damage blanked), `problems` and `lost` are complete when `entries` has run to
    its end.
    """

    def __init__(self, file: str, content: FileText, parser: AnyParser = Parser) -> None:
        self.file = file
        self._source = content.text
        self._spoiled = content.spoiled
        self._parser = parser
        self._extent = extent_of(content.text)
        self._pending = Pending(slices(content.text, self._extent), self._extent.indent)
        self._top = Top(content.text)
        self._damages = Damages(file, content.text, list(content.problems))
        self._held: Entry | None = None  # given out when what follows shows that it is whole
        self._open: Slice | None = None  # the last item of the list that is open, or its key
        self._reached = (0, 0)
        self._joined = 0
        self._list_is_lost = False  # from that line on
        self._lost_from = 0
        self._end = content.text.count("\n", 0, self._extent.end) + 1

    @property
    def text(self) -> str:
        """The text with what is lost blanked; every line keeps its number."""
        return self._damages.text

    @property
    def problems(self) -> list[Problem]:
        """What was found wrong so far."""
        return self._damages.problems

    @property
    def lost(self) -> list[Damage]:
        """What is left out so far."""
        return self._damages.lost

    def slices(self) -> Iterator[Slice]:
        """The slices into which the text is cut as it stands."""
        return slices(self._source, self._extent)

    def entries(self) -> Iterator[Entry]:
        """Everything in the file that can be read, in order, each once."""
        self.problems.extend(forbidden(self.file, self._source[: self._extent.start]))
        while (run := self._pending.run(self._run_size())) and not self._top.ended:
            whole = self._whole(run) if len(run) > 1 else ()
            if whole:
                if self._held is not None:
                    yield self._held
                yield from whole[:-1]
                self._held, self._open = whole[-1], _opened(run[-1], whole[-1])
            elif len(run) > 1:
                self._pending.put_first(run)
            else:
                yield from self._in_turn(run[0])
        if self._held is not None:
            yield self._held
        self._leave_out_second_document()

    def _in_turn(self, piece: Slice) -> Iterator[Entry]:
        """The entries of a slice, each when the one behind it is there."""
        if self._open is not None and self._open.kind == ITEM:
            if piece.kind == LIST and self._takes_field(piece, self._open):
                return
            self._doubt_above(piece, self._open)
        for entry in self._read(piece):
            if self._held is not None:
                yield self._held
            self._held, self._open = entry, _opened(piece, entry)

    def _run_size(self) -> int:
        """So many characters are parsed in one go; a single slice where something is wrong."""
        return 0 if self._pending.again > 1 or self._spoiled or self._list_is_lost else RUN

    def _whole(self, run: list[Slice]) -> list[Entry]:
        """The entries of a run; none where there is more to say of one of its slices.

        A parser takes as long to be made as an item to be parsed, hence the runs.
        """
        found: list[Problem] = []
        text = "".join(piece.text for piece in run)
        kind = ITEM if run[0].kind == ITEM else KEYS
        try:
            entries = list(self._parsed(run[0]._replace(kind=kind, text=text), found))
        except NotYaml:
            entries = []
        if self._top.ended or not is_one_to_one(run, entries):
            self._top.forget()
            return []
        self.problems.extend(found)
        return entries

    def _read(self, piece: Slice) -> Iterator[Entry]:
        """The entries of a slice; what cannot be parsed in it is left out, and the rest comes."""
        if self._is_lost(piece):
            self._lose(piece)
            return
        found: list[Problem] = []
        values: list[Entry] = []  # given out if the whole slice can be parsed, unlike records
        after, self._reached = self._reached, (0, 0)
        whole, reached = 0, after
        try:
            for entry in self._parsed(piece, found):
                if type(entry.part) is not int or entry.key not in LIST_KEYS:
                    values.append(entry)
                    continue
                reached = (entry.line, entry.column)
                if reached > after:
                    yield entry
                whole = len(found)
        except NotYaml as failure:
            self._top.forget()
            if self._join_surrogates(piece, failure) or self._join(piece, failure):
                self._reached = reached
            else:
                self.problems.extend(found[:whole])
                self._repair(piece, failure)
            return
        yield from values
        self.problems.extend(found)
        if self._top.ended:
            line = found[-1].location.line
            self._damages.lose(line, self._source.count("\n") + 2)

    def _parsed(self, piece: Slice, found: list[Problem]) -> Iterator[Entry]:
        """The entries of a slice; those of an item only if all of it can be parsed."""
        with failures_told(piece.text, self._parser, int(piece.kind == ITEM)):
            stream = Stream(self.file, piece.text, piece.line - 1, found, self._parser)
            read = entries_of(stream, piece, self._top)
            yield from list(read) if piece.kind == ITEM else read

    def _is_lost(self, piece: Slice) -> bool:
        """Whether there is no use in parsing a slice."""
        if piece.kind != ITEM:
            self._list_is_lost = False
        elif self._list_is_lost and piece.line >= self._lost_from:
            return True
        at = bisect_left(self._spoiled, piece.line)
        return at < len(self._spoiled) and self._spoiled[at] < piece.end

    def _lose(self, piece: Slice) -> None:
        """Leave out a whole slice, and with the key of a list all that is in it."""
        if piece.kind == ITEM:
            self._damages.lose(piece.line, piece.end, records=1)
            return
        self._damages.lose(piece.line, piece.end, key_of(piece), False)
        self._list_is_lost, self._lost_from = piece.kind == LIST, piece.end

    def _join_surrogates(self, piece: Slice, failure: NotYaml) -> bool:
        """Whether a pair of escapes stopped the parser: it is read anew with one in its place."""
        broken = failure.breakdown
        text = with_pairs_joined(piece.text, broken.at) if broken else None
        if text is None:
            return False
        self._damages.lines[piece.line - 1 : piece.end - 1] = text.removesuffix("\n").split("\n")
        self._pending.put_first((piece._replace(text=text),))
        return True

    def _join(self, piece: Slice, failure: NotYaml) -> bool:
        """Whether quotes or brackets are merely open at its end: it is read anew to where they end.

        What stands within them looked like the beginning of another slice.
        """
        broken, size = failure.breakdown, piece.end - piece.line
        if broken is None or broken.at[0] < size or self._joined >= JOIN_LIMIT:
            return False
        self._joined += 1
        lines = self._damages.lines
        last = last_line("\n".join(lines[piece.line - 1 : self._end]), self._parser)
        if last is None or last < size:
            return False
        dashes = piece.indent if piece.kind == ITEM else None
        below = "\n".join(lines[piece.line + last : self._end]) + "\n"
        count = below.count("\n", 0, next_start(below, self._extent.indent, dashes))
        end = piece.line + last + 1 + count
        text = "\n".join(lines[piece.line - 1 : end - 1]) + "\n"
        if failure_of(text, self._parser):
            return False
        self._pending.take_over(piece._replace(text=text, end=end), dashes, lines)
        return True

    def _repair(self, piece: Slice, failure: NotYaml) -> None:
        """Leave out what is wrong with a slice; what is whole in it comes next."""
        if failure.breakdown is None:
            for problem in forbidden(self.file, piece.text, piece.line):
                self._damages.note(problem)
            self._lose(piece)
            return
        repair = Repair(self._damages, piece, self._extent.indent, self._open, self._parser)
        repair.run(failure.breakdown)
        if repair.above_is_torn:
            self._lose_held()
        self._list_is_lost, self._lost_from = repair.list_is_lost, piece.end
        if repair.other_dashes is None:
            self._pending.put_first(repair.again)
        else:
            lines = self._damages.lines
            self._pending.cut_anew(*repair.other_dashes, piece.end, lines)

    def _takes_field(self, piece: Slice, above: Slice) -> bool:
        """Whether what looks like the key of a list is a field of the record above, moved left.

        It is if the list above goes on behind it.
        """
        key, first = key_of(piece), self._pending.next()
        if first is not None:
            self._pending.put_first((first,))
        same = first is not None and first.indent == above.indent
        if key not in _FIELDS or (same and key in _KNOWN):
            return False
        dash = re.compile(rf"^ {{{above.indent}}}-\s+(?:\{{\s*)?id\s*:", re.MULTILINE)
        items = self._pending.items()
        below = "".join(item.text for item in items)
        other = dash.search(below)
        if other is None:
            self._pending.put_first(items)
            return False
        self._damages.note(moved_field(self.file, piece.line))
        self._lose_held()
        at = piece.end + below.count("\n", 0, other.start())
        self._damages.lose(piece.line, at)
        self._pending.put_first(
            recut(below[other.start() :], at, self._extent.indent, above.indent)
        )
        return True

    def _doubt_above(self, piece: Slice, above: Slice) -> None:
        """Leave out the item above, where what comes may be a field of it or the rest of its text.

        That is a text among records, or a key that no file has at its top.
        """
        if piece.kind == ITEM:
            is_torn = bool(_TEXT_ITEM.fullmatch(piece.text))
        else:
            key = key_of(piece)
            if key is None or key in _KNOWN or begins_record(piece.text):
                return
            if key in _FIELDS:
                self._lose_held()
                return
            is_torn = piece.kind == KEYS and word_meant(key, LISTS, TOP_LEVEL_KEYS) is None
        last = above.text.removesuffix("\n").rsplit("\n", 1)[-1]
        if is_torn and above.end == piece.line and can_go_on(last):
            self._lose_held()

    def _lose_held(self) -> None:
        """Leave out the last item, which has lost a part of itself."""
        if self._open and self._open.kind == ITEM and self._held:
            self._damages.lose(self._open.line, self._open.end, records=1)
            self._held = None

    def _leave_out_second_document(self) -> None:
        """E115 for what stands behind the first document, and what it holds as left out."""
        at = second_document(self._source, self._extent)
        if at is None or self._top.ended:
            return
        line = self._source.count("\n", 0, at) + 1
        message = "a second document begins here, and is not read"
        hint = "delete the line `---`, or move what follows to a file of its own"
        self.problems.append(Problem("E115", Location(self.file, line), message, hint))
        self._damages.lose(line, self._source.count("\n") + 2)


def _opened(piece: Slice, entry: Entry) -> Slice | None:
    """The slice of an entry, where a list is open behind it."""
    is_key = entry.key in LIST_KEYS and entry.part is None and entry.value is None
    return piece if piece.kind == ITEM or is_key else None


_KNOWN = frozenset(TOP_LEVEL_KEYS)
_FIELDS = frozenset((*CLAIM.fields, *SCHOLAR.fields, *NAME.fields, *SOURCE.fields, *DRAFT.fields))
_TEXT_ITEM = re.compile(r" *-\s+[^\s\[{\"'|>&*!#-][^:#]*")
