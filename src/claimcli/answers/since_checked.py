"""What of a claim is not as it was when somebody held it against its text, as git tells.

The format has no room for what was looked at. The commit in which the present `checked` came has
it: git knows from which commit each line of a file is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from claimcli.answers.diff import Records, Told, differences, told, under_new_ids
from claimcli.corpus.reading import combine, read_bytes
from claimcli.corpus.records import FileReading, Reading
from claimcli.editing.editable_file import EditableFile
from claimcli.editing.locating import records
from claimcli.editing.refused import Refused
from claimcli.model import Claim, Stamp
from claimcli.revisions import Origin, UnknownRevision, commit_named, files_at, origins, parents

Change = tuple[str, str | None, str | None]
"""A field, what it was when the claim was checked, and what it is; None for nothing."""

WORDING = (
    *("statement", "quote", "words", "question", "stance", "scholars", "citation", "via"),
    "answers",
)
"""The fields that a check is of: what is said, by whom, where, and for which position."""

_MEANING = {"question": ("question", "scope"), "stance": ("label", "meaning")}
"""What of other records a position is understood by."""


def changed_since_checked(root: Path, reading: Reading) -> dict[str, tuple[Change, ...]]:
    """By their ids the checked claims that are not as they were then, and what is otherwise.

    An id that is another now is no change, nor is what is in no commit yet. Without git nothing is
    known to have changed.
    """
    checked = [claim for claim in reading.claims if claim.checked]
    try:
        head = commit_named(root, "HEAD") if checked else ""
    except UnknownRevision:
        head = ""
    if not head:
        return {}
    past, now = _Past(root), told(reading)
    changes = {claim.id: tuple(_changes(past, head, claim, now)) for claim in checked}
    return {id: found for id, found in changes.items() if found}


def _changes(past: _Past, head: str, claim: Claim, now: Records) -> Iterator[Change]:
    then = past.when_checked(head, past.id_at(head, claim.id, now), claim.checked)
    if then is None:
        return
    before = past.records(then.commit)
    key = ("claim", then.id)
    if next(_between(before, key, now, claim), None) is None:
        return
    before, names = under_new_ids(before, now)
    if names.get(("claim", claim.id)) == then.id:
        key = ("claim", claim.id)
    yield from _between(before, key, now, claim)


def _between(before: Records, key: tuple[str, str], now: Records, claim: Claim) -> Iterator[Change]:
    """What of a claim, and of what its positions mean, changed between two states."""
    if key in before:
        yield from _differing(before[key], now["claim", claim.id], WORDING)
    for question, stance in claim.positions:
        for kind, id in (("question", question), ("stance", f"{question}/{stance}")):
            if (kind, id) in before and (kind, id) in now:
                changes = _differing(before[kind, id], now[kind, id], _MEANING[kind])
                yield from ((f"{field} of {id}", old, new) for field, old, new in changes)


def _differing(old: Told, new: Told, fields: Iterable[str]) -> Iterator[Change]:
    return differences(_only(old.fields, fields), _only(new.fields, fields))


def _only(values: Mapping[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    return {field: values[field] for field in fields if field in values}


class _Then(NamedTuple):
    """A claim as it was: in which commit, and its id there."""

    commit: str
    id: str


class _Past:
    """The states of a corpus that git has; a file is read once, however many commits have it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[tuple[str, bytes], FileReading] = {}
        self._states: dict[str, _State] = {}
        self._stamps: dict[tuple[str, str], dict[str, list[Origin]]] = {}
        self._parents: dict[str, list[str]] = {}
        self._new_ids: dict[tuple[str, str], str] | None = None

    def records(self, commit: str) -> Records:
        """Every record that a commit has, as its files have them."""
        return self._state(commit).records

    def id_at(self, head: str, id: str, now: Records) -> str:
        """The id that a claim has in a commit, where it has another since."""
        if ("claim", id) in self.records(head):
            return id
        if self._new_ids is None:
            self._new_ids = under_new_ids(self.records(head), now)[1]
        return self._new_ids.get(("claim", id), id)

    def when_checked(self, commit: str, id: str, checked: Stamp | None) -> _Then | None:
        """The claim in the commit in which the `checked` came that it has; None if in none yet.

        Of a line that was only written in another way git names a commit too late: then the claim
        has the same `checked` in the commit before.
        """
        then = self._with(commit, id, checked)
        while then is not None:
            written = self._written(then, checked)
            if written is None:
                return then
            older = (self._with(p, written.id, checked) for p in self._before(written.commit))
            earlier = next(filter(None, older), None)
            if earlier is None:
                return written
            then = earlier
        return None

    def _with(self, commit: str, id: str, checked: Stamp | None) -> _Then | None:
        """A claim in a commit, if it has this `checked` there."""
        claim = self._state(commit).claims.get(id)
        return _Then(commit, id) if claim and claim.checked == checked else None

    def _written(self, then: _Then, checked: Stamp | None) -> _Then | None:
        """The claim in the commit in which the lines of its `checked` were last written."""
        file = self._state(then.commit).claims[then.id].file
        for origin in self._stamped(then.commit, file).get(then.id, ()):
            id = self._state(origin.commit).claim_at(origin.file, origin.line)
            if id and (found := self._with(origin.commit, id, checked)):
                return found
        return None

    def _stamped(self, commit: str, file: str) -> dict[str, list[Origin]]:
        """For each claim of a file where the lines of its `checked` come from."""
        if (commit, file) not in self._stamps:
            lines = origins(self._root, commit, file)
            places = _lines_of_checked(self._state(commit).contents[file])
            self._stamps[commit, file] = {
                id: [lines[at - 1] for at in its if at <= len(lines)] for id, its in places.items()
            }
        return self._stamps[commit, file]

    def _before(self, commit: str) -> list[str]:
        if commit not in self._parents:
            self._parents[commit] = parents(self._root, commit)
        return self._parents[commit]

    def _state(self, commit: str) -> _State:
        if commit not in self._states:
            contents = files_at(self._root, commit)
            files = [self._file(*one) for one in contents.items()]
            self._states[commit] = _State(contents, combine(self._root, files))
        return self._states[commit]

    def _file(self, file: str, content: bytes) -> FileReading:
        if (file, content) not in self._files:
            self._files[file, content] = read_bytes(file, content)
        return self._files[file, content]


class _State:
    """A corpus as a commit has it."""

    def __init__(self, contents: Mapping[str, bytes], reading: Reading) -> None:
        self.contents = contents
        self.claims = {claim.id: claim for claim in reading.claims}
        self._reading = reading

    @cached_property
    def _begun(self) -> dict[str, list[tuple[int, str]]]:
        """For each file the lines on which its claims begin, in their order."""
        found: dict[str, list[tuple[int, str]]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.file, []).append((claim.line, claim.id))
        return {file: sorted(begun) for file, begun in found.items()}

    @cached_property
    def records(self) -> Records:
        """Every record as its file has it."""
        return told(self._reading)

    def claim_at(self, file: str, line: int) -> str | None:
        """The id of the claim that a line of a file is of."""
        begun = self._begun.get(file, [])
        at = bisect_right(begun, line, key=itemgetter(0))
        return begun[at - 1][1] if at else None


def _lines_of_checked(content: bytes) -> dict[str, range]:
    """The lines that the `checked` of each claim of a file takes up."""
    try:
        text = EditableFile(content)
    except Refused:
        return {}
    found = {}
    for standing in records(text, "checked"):
        identity, value = standing.node.value("id"), standing.node.value("checked")
        if standing.key == "claims" and identity and identity.text and value:
            last = text.line(max(value.start, value.end - 1))
            found[identity.text] = range(text.line(value.start), last + 1)
    return found
