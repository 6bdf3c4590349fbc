"""The comments of a file, which no merge may lose."""

from __future__ import annotations

import re
from collections import Counter

from claimcli.corpus.nodes import root_of
from claimcli.editing.editable_file import EditableFile

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


def comments_in(content: bytes) -> Counter[str]:
    """Each comment, and how often it stands there; a # within a value begins none."""
    file = EditableFile(content)
    rest, last = [], 0
    for piece in file.pieces:
        root = root_of(piece.slice, piece.start)
        for scalar in sorted(root.scalars, key=lambda one: one.start) if root else ():
            if scalar.start >= last:
                rest.append(file.text[last : scalar.start])
                last = scalar.end
    rest.append(file.text[last:])
    return Counter(found.strip() for found in _COMMENT.findall("_".join(rest)))
