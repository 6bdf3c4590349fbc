"""A process that reads files for the one that builds a store: paths in, rows out."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from claimcli.store.building import read_rows, send


def main() -> None:
    """Read the files below the given root whose paths come on stdin, each ended by a NUL."""
    gc.disable()  # records make no cycles
    root = Path(sys.argv[1])
    path = b""
    while byte := sys.stdin.buffer.read(1):
        if byte == b"\0":
            send(read_rows(root, path.decode()), sys.stdout.buffer)
            path = b""
        else:
            path += byte


if __name__ == "__main__":
    main()
