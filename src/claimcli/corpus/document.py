"""A file's text as entries, read on past what cannot be parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcli.corpus.causes import explain
from claimcli.corpus.damage import Damage, extent, identifiers, without_lines
from claimcli.corpus.entries import Entry, entries
from claimcli.corpus.text import FileText, forbidden
from claimcli.corpus.yamltext import AnyParser, NotYaml, Parser
from claimcli.problems import Location, Problem

DAMAGE_LIMIT = 20
"""Places in one file where reading starts again after what cannot be parsed."""


class Document:
    """What is in one file.

    What cannot be parsed is reported, blanked and left out, and the rest is read again, so that
    one broken record costs one record. `text` (with the damage blanked), `problems` and `lost`
    are complete when `entries` has run to its end.
    """

    def __init__(self, file: str, content: FileText, parser: AnyParser = Parser) -> None:
        self.file = file
        self.text = content.text
        self.problems: list[Problem] = list(content.problems)
        self.lost: list[Damage] = []
        self._parser = parser
        self._open = 1  # the line from which on nothing has been given out
        self._leave_out(content.spoiled)

    def entries(self) -> Iterator[Entry]:
        """Everything in the file that can be read, in order, each once."""
        reached = (0, 0)
        held: list[Entry] = []  # given out when a next record shows that they are whole
        while True:
            found: list[Problem] = []
            try:
                for entry in entries(self.file, self.text, found, self._parser):
                    if (entry.line, entry.column) > reached:
                        reached = (entry.line, entry.column)
                        if type(entry.value) is dict and "id" in entry.value:
                            yield from held
                            held = []
                            self._open = entry.line
                        held.append(entry)
            except NotYaml as failure:
                self._mend(failure)
                held = [entry for entry in held if not self._is_lost(entry.line)]
                continue
            yield from held
            self._leave_out_unread(found)
            return

    def _is_lost(self, line: int) -> bool:
        return any(damage.start <= line < damage.end for damage in self.lost)

    def _mend(self, failure: NotYaml) -> None:
        """Report what stopped the parser, and take it out of the text."""
        broken, before = failure.breakdown, self.text
        found = [explain(self.file, before, broken)] if broken else forbidden(self.file, before)
        self.problems += found[:DAMAGE_LIMIT]
        self._leave_out(problem.location.line for problem in found)
        if self.text == before and broken:  # the cause is in what was read: leave out the effect
            self._leave_out((broken.at[0] + 1,))
        if self.text == before:
            self._give_up(self._open)

    def _leave_out(self, lines: Iterable[int]) -> None:
        """Blank the records, or else the top-level values, that these lines belong to."""
        for line in lines:
            damage = extent(self.text, line, self._open)
            if damage is None:
                continue
            if len(self.lost) >= DAMAGE_LIMIT:
                self._report_giving_up(line)
                self._give_up(damage.start)
                return
            self.lost.append(damage)
            self.text = without_lines(self.text, damage.start, damage.end)

    def _leave_out_unread(self, found: list[Problem]) -> None:
        """Take over what was found, and count what stands behind the part that is read."""
        for problem in found:
            if problem.code == "E121" and self.lost:
                continue  # what is left of a text that is no YAML at all: one problem is enough
            self.problems.append(problem)
            if problem.code in ("E115", "E121", "E123"):
                self._give_up(problem.location.line)

    def _report_giving_up(self, line: int) -> None:
        message = f"more than {DAMAGE_LIMIT} places cannot be read; nothing from here on is"
        hint = "mend the first of them and check again"
        self.problems.append(Problem("E120", Location(self.file, line), message, hint))

    def _give_up(self, line: int) -> None:
        """Leave everything from a line on unread."""
        end = self.text.count("\n") + 2
        ids = identifiers(self.text, line, end)
        self.lost.append(Damage(line, end, None, True, ids, len(ids)))
        self.text = without_lines(self.text, line, end)
