"""YAML text to events: the one module that imports yaml.

PyYAML's parser with what a corpus does without (tags, anchors, aliases) reported on the way. The
parser of libyaml is used where PyYAML has it.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from claimcli.corpus.causes import TOO_DEEP, Breakdown
from claimcli.problems import Location, Problem

try:
    from yaml.cyaml import CParser as Parser  # type: ignore[attr-defined]  # not in its __all__
except ImportError:  # PyYAML built without libyaml: ten times slower, otherwise the same
    from yaml import SafeLoader as Parser  # type: ignore[assignment]  # same interface

__all__ = [
    "DEPTH_LIMIT",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "NotYaml",
    "Parser",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "Stream",
    "StreamEndEvent",
    "StreamStartEvent",
    "TooDeep",
    "failure_of",
    "failures_told",
    "last_line",
]

AnyParser = Callable[[str], Any]
"""Makes an object with the `get_event` of PyYAML's parsers from a text."""

DEPTH_LIMIT = 50
"""Collections inside collections; a record has five."""

_MARKS = re.compile(r"(?<!\w)[&*!]")
_STANDARD_TAG = "tag:yaml.org,2002:"


class NotYaml(Exception):
    """The text cannot be parsed from some point on.

    `breakdown` says where and why; None where a character is the reason that YAML forbids.
    """

    def __init__(self, breakdown: Breakdown | None) -> None:
        super().__init__(breakdown)
        self.breakdown = breakdown


class TooDeep(Exception):
    """Nesting beyond the limit, at the event that goes beyond it."""

    def __init__(self, event: Any) -> None:
        super().__init__(event)
        self.at = (event.start_mark.line, event.start_mark.column)


class Stream:
    """The events of a slice of a text and what is found wrong in them, as they come.

    `lines` is how many lines of the file stand above the slice. `item` is the event that began
    the item of a top-level list which is being read, `before` how many problems had been found by
    then; `again` is the second `id` that was met in it, where reading it stopped.
    """

    def __init__(
        self, file: str, text: str, lines: int, problems: list[Problem], parser: AnyParser
    ) -> None:
        self.file = file
        self.lines = lines
        self.problems = problems
        self.item: Any = None
        self.before = 0
        self.again: Any = None
        self.text = text
        get = parser(text).get_event
        marked = any(mark in text for mark in "&*!") and _MARKS.search(text)
        self.get: Callable[[], Any] = self._watching(get) if marked else get

    def note(self, code: str, mark: Any, message: str, hint: str) -> None:
        """Add a problem at a mark of the parser."""
        location = Location(self.file, self.lines + mark.line + 1, mark.column + 1)
        self.problems.append(Problem(code, location, message, hint))

    def has_no_colon(self, empty: Any) -> bool:
        """Whether an empty value has no colon before it, but the key itself."""
        at: int = empty.start_mark.index
        while at and self.text[at - 1].isspace():
            at -= 1
        return self.text[at - 1 : at] != ":"

    def _watching(self, get: Callable[[], Any]) -> Callable[[], Any]:
        """`get`, looking for tags, anchors and aliases; used only where the text may hold one."""

        def watched() -> Any:
            event = get()
            if getattr(event, "anchor", None) is not None:
                self._note_anchor(event)
            if getattr(event, "tag", None) is not None:
                self._note_tag(event)
            return event

        return watched

    def _note_anchor(self, event: Any) -> None:
        sign, kind = ("*", "an alias") if type(event) is AliasEvent else ("&", "an anchor")
        self.note(
            "E112",
            event.start_mark,
            f"'{sign}{event.anchor}' is {kind} to YAML, which a corpus does not use",
            f"write the value out; if the text itself begins with {sign}, put it in quotes",
        )

    def _note_tag(self, event: Any) -> None:
        tag = event.tag.replace(_STANDARD_TAG, "!!")
        self.note(
            "E113",
            event.start_mark,
            f"'{tag}' is a tag to YAML, which a corpus does not use",
            "delete it; if the text itself begins with !, put it in quotes",
        )


@contextlib.contextmanager
def failures_told(text: str, parser: AnyParser, around: int = 0) -> Iterator[None]:
    """Turn what a parser of this text raises into `NotYaml`, with lines as the parser has them.

    `around` is how many collections of the file the text stands in.
    """
    try:
        yield
    except yaml.reader.ReaderError:
        raise NotYaml(None) from None
    except TooDeep as deep:
        raise NotYaml(Breakdown(TOO_DEEP, deep.at)) from None
    except yaml.MarkedYAMLError as error:
        too_deep = _too_deep(error, text, parser(text).get_event, around)
        raise NotYaml(too_deep or _breakdown(error, text, parser)) from None


_IN_FLOW = re.compile(r"""[][{}]|"(?:[^"\\]|\\.)*"|'[^']*'|(?<!\S)#[^\n]*""", re.DOTALL)

_AHEAD = 2048
"""Characters that a parser looks ahead at most; a key has 1,024."""


def _too_deep(error: Any, text: str, get: Callable[[], Any], around: int) -> Breakdown | None:
    """Whether the limit was passed before the parser failed, and where.

    A parser looks ahead of its events for as long as a bracket may begin a key, and may have a
    limit of its own to what it then meets: so brackets are counted from its last event on.
    """
    depth, start = _depth_before_error(get)
    depth += around
    failed: Any = error.problem_mark or error.context_mark
    for found in _IN_FLOW.finditer(text, start, min(failed.index + 1, start + _AHEAD)):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > DEPTH_LIMIT:
            line, begin = text.count("\n", 0, found.start()), text.rfind("\n", 0, found.start()) + 1
            return Breakdown(TOO_DEEP, (line, found.start() - begin))
    return None


def _depth_before_error(get: Callable[[], Any]) -> tuple[int, int]:
    """How many collections are open at the last event before a syntax error, and where it ends."""
    depth = end = 0
    with contextlib.suppress(yaml.YAMLError):
        while event := get():
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            end = event.end_mark.index
    return depth, end


def _breakdown(error: Any, text: str, parser: AnyParser) -> Breakdown:
    context: Any = error.context_mark
    mark: Any = error.problem_mark or context  # one of the two is always there
    return Breakdown(
        error.problem or "",
        (mark.line, mark.column),
        error.context or "",
        (context.line, context.column) if context else None,
        _quoted_before_error(parser(text).get_event),
    )


def _quoted_before_error(get: Callable[[], Any]) -> tuple[int, int] | None:
    """First and last line (from 0) of the scalar before a syntax error, if it is quoted."""
    last: Any = None
    with contextlib.suppress(yaml.YAMLError):
        while event := get():
            last = event
    if getattr(last, "style", None) in ("'", '"'):
        return last.start_mark.line, last.end_mark.line
    return None


def last_line(text: str, parser: AnyParser) -> int | None:
    """The last line, from 0, of quotes or brackets in the first value of a text.

    That is the first item of the list, or the value of the first key, that the text begins with;
    None where it cannot be parsed to its end.
    """
    get, depth, last, values = parser(text).get_event, 0, 0, 0
    with contextlib.suppress(yaml.YAMLError):
        while type(event := get()) is not StreamEndEvent:
            start, end = event.start_mark, event.end_mark
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if start.index < end.index and getattr(event, "style", None) not in ("|", ">"):
                last = end.line
            if depth == 1 and isinstance(event, ScalarEvent | AliasEvent | yaml.CollectionEndEvent):
                values += 1
            elif depth == 1:
                wanted = 1 if type(event) is SequenceStartEvent else 2
            if depth == 1 and values == wanted:
                return last
    return None


def failure_of(text: str, parser: AnyParser) -> NotYaml | None:
    """Why a text cannot be parsed to its end; None where it can."""
    get = parser(text).get_event
    try:
        with failures_told(text, parser):
            while type(get()) is not StreamEndEvent:
                pass
    except NotYaml as failure:
        return failure
    return None
