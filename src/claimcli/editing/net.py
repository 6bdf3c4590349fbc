"""The net under a splice: what was made is read again, and held against what was read before."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from typing import Any, NamedTuple

from claimcli.corpus.document import Document
from claimcli.corpus.schema import LIST_KEYS
from claimcli.corpus.text import decode

Thing = tuple[Any, Any, Any]
"""A key at the top of a file, the part of its value (none for an item of a list), and that part."""


class Said(NamedTuple):
    """What a file says, in order, and how often each code was told while it was read."""

    things: list[Thing]
    problems: Counter[str]
    lost: int


def said_in(content: bytes) -> Said:
    """Everything that the bytes of a file say."""
    document = Document("", decode("", content))
    things = [
        (entry.key, None if type(entry.part) is int else entry.part, _ended(entry.value))
        for entry in document.entries()
    ]
    codes = Counter(problem.code for problem in document.problems if problem.code[0] == "E")
    return Said(list(filter(_says, things)), codes, sum(d.records for d in document.lost))


def _ended(value: Any) -> Any:
    """A value without the end of its last line, which the last in a file may lack."""
    if isinstance(value, dict):
        return {key: _ended(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_ended(inner) for inner in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def _says(thing: Thing) -> bool:
    """Whether it says anything: the key of a list without items does not."""
    key, part, value = thing
    return not (key in LIST_KEYS and part is None and value in (None, []))


def holds(old: Said, new: bytes, wanted: list[Thing]) -> bool:
    """Whether the bytes say exactly what is wanted, and no more is wrong with them than was."""
    made = said_in(new)
    return made.things == wanted and made.lost == old.lost and not made.problems - old.problems


def with_more(old: Said, more: list[Thing], new: bytes) -> bool:
    """Whether the bytes say all that the old ones did, and these things more, in this order."""
    wanted, kept = deque((k, part, _ended(value)) for k, part, value in more), deque(old.things)
    made = said_in(new)
    for thing in made.things:
        if kept and kept[0] == thing:
            kept.popleft()
        elif wanted and wanted[0] == thing:
            wanted.popleft()
        else:
            return False
    return not wanted and not kept and made.lost == old.lost and not made.problems - old.problems


def with_changed(old: Said, change: Callable[[Thing], Thing | None], new: bytes) -> bool:
    """Whether the bytes say all that the old ones did, each thing changed, None being gone."""
    changed = (change(thing) for thing in old.things)
    return holds(old, new, [thing for thing in changed if thing is not None and _says(thing)])
