"""Three versions of some lines merged as git merges them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from claimcli.errors import ClaimcliError
from claimcli.git import asked

_LABELS = ("-L", "ours", "-L", "base", "-L", "theirs")


def merged_lines(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """What git makes of them, with its markers where they meet; and whether they do not.

    Raises where git is not there.
    """
    with tempfile.TemporaryDirectory(prefix="claimcli-") as made:
        folder = Path(made)
        for name, content in (("ours", ours), ("base", base), ("theirs", theirs)):
            (folder / name).write_bytes(content)
        answered = asked(folder, "merge-file", "-p", *_LABELS, "ours", "base", "theirs")
    if answered is None or answered.code >= 128:
        raise ClaimcliError("git could not be run, which merging needs")
    return answered.out, answered.code == 0


def in_markers(ours: bytes, theirs: bytes) -> bytes:
    """Two versions as a conflict that a person is to decide."""
    parts = (b"<<<<<<< ours\n", _ended(ours), b"=======\n", _ended(theirs), b">>>>>>> theirs\n")
    return b"".join(parts)


def _ended(lines: bytes) -> bytes:
    return lines if not lines or lines.endswith(b"\n") else lines + b"\n"
