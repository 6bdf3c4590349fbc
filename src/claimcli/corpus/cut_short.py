"""Texts without quotes that a comment cuts short: found by parsing again, for the checks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain
from typing import NamedTuple

from claimcli.corpus.nodes import Node
from claimcli.corpus.positions import Places, places, without_damage
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
    records = chain((found.own,), *found.records.values())
    return sorted(
        (cut for record in records for cut in _cuts(record, found, keys, record.id)),
        key=lambda cut: cut.line,
    )


def _may_be_cut(piece: Slice) -> bool:
    """Whether a comment is behind a text in a slice, or the id of the file's question is in it."""
    return piece.kind != ITEM or bool(_BEHIND.search(piece.text))


def _cuts(value: Node, found: Places, keys: Collection[str], record: str | None) -> Iterator[Cut]:
    for name, (_, inner) in value.inside.items():
        if name in keys and not inner.style and inner.text is not None:
            comment = _COMMENT.match(found.text, inner.end)
            if comment and inner.text not in ABSENT:
                yield Cut(str(name), *found.at(comment.end()), record)
        yield from _cuts(inner, found, keys, record)
