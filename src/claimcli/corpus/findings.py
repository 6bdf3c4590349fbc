"""Something wrong inside a record, as who looks at records tells it: not yet a place in a file."""

from __future__ import annotations

import msgspec

from claimcli.model import CorpusInfo, Question, Record

FieldPath = tuple[str | int, ...]
"""The way from a record to a value inside: keys of mappings and indices (from 0) of lists."""

OWN = 0
"""The `line` of a finding about the keys of a file itself: its question, the corpus."""


class Finding(msgspec.Struct, frozen=True):
    """Something wrong inside a record, not yet placed.

    `line` is the record's, or `OWN`; `path` leads from the record to the value (empty for the
    record itself), `at_key` means the key of that value; `record` is the record's id.
    """

    code: str
    file: str
    line: int
    path: FieldPath
    message: str
    hint: str | None = None
    record: str | None = None
    at_key: bool = False


def finding(
    code: str,
    record: Record | CorpusInfo,
    path: FieldPath,
    message: str,
    hint: str | None = None,
    at_key: bool = False,
) -> Finding:
    """A finding about a record: `finding("E301", claim, ("scholars", 0), …)`.

    The path of a stance is `("stances", ID)` of its question.
    """
    own = isinstance(record, Question | CorpusInfo)
    line = OWN if own else record.line
    identity = None if isinstance(record, CorpusInfo) else record.id or None
    return Finding(code, record.file, line, path, message, hint, identity, at_key)
