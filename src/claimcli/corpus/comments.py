"""Texts without quotes that a comment cuts short: found by parsing again, for the checks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain
from typing import NamedTuple

from claimcli.corpus.positions import Place, places, without_damage
from claimcli.corpus.slicing import ITEM, Slice
from claimcli.corpus.text import FileText
from claimcli.corpus.values import ABSENT

_COMMENT = re.compile(r"[ \t](?=#)")  # who means a comment leaves two spaces before it
_BEHIND = re.compile(r"\S[ \t]#")


class Cut(NamedTuple):
    """A comment behind a text: the key of the text, where the # is, and the id of the record."""

    key: str
    line: int
    column: int
    record: str | None


def cuts(content: FileText, keys: Collection[str]) -> list[Cut]:
    """The plain texts under these keys that are followed, after one space, by a comment."""
    if not _BEHIND.search(content.text):
        return []
    text = without_damage(content) if content.spoiled else content.text
    found = places(text, _may_be_cut)
    lines = text.split("\n")
    records = chain((found.keys,), *found.records.values())
    return sorted(
        (cut for record in records for cut in _cuts(record, lines, keys, _id(record))),
        key=lambda cut: cut.line,
    )


def _may_be_cut(piece: Slice) -> bool:
    """Whether a comment is behind a text in a slice, or the id of the file's question is in it."""
    return piece.kind != ITEM or bool(_BEHIND.search(piece.text))


def _id(record: Place) -> str | None:
    identity = record.inside.get("id")
    return identity.text if identity else None


def _cuts(
    place: Place, lines: list[str], keys: Collection[str], record: str | None
) -> Iterator[Cut]:
    for key, inner in place.inside.items():
        if key in keys and inner.end and inner.text not in ABSENT:
            line, column = inner.end
            comment = _COMMENT.match(lines[line - 1], column - 1)
            if comment:
                yield Cut(str(key), line, comment.end() + 1, record)
        yield from _cuts(inner, lines, keys, record)
