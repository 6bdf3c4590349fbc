"""Where a document goes: a file, written whole or not at all and never over another unasked.

Without a file it goes to standard output.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcli.errors import ClaimcliError

STANDARD_OUTPUT = "-"

Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="Where to; standard output unless said."),
]
Force = Annotated[bool, typer.Option("--force", help="Write over FILE if it is there.")]


def destination(file: Path | None, force: bool) -> Path | None:
    """The file to write, None for standard output. Raises for one that is there, unless forced."""
    from claimcli.paths import expanded

    if file is None or str(file) == STANDARD_OUTPUT:
        return None
    path = expanded(file)
    if path.is_dir():
        raise ClaimcliError(f"{file} is a directory: name a file in it")
    if path.is_file() and not force:
        raise ClaimcliError(f"{file} is there already: --force writes over it")
    if not path.parent.is_dir():
        raise ClaimcliError(f"{file} cannot be written: there is no directory {path.parent}")
    return path


def deliver(content: bytes, path: Path | None, force: bool) -> None:
    """Write it where it goes. Raises `CannotWrite`, and then nothing is changed."""
    from claimcli.writing import Writing, write_all, write_whole

    if path is None:
        from claimcli.render import send

        send([content])
    elif path.exists() and not path.is_file():  # a pipe or a device: nothing to take the place of
        path.write_bytes(content)
    elif force:
        write_whole(path, content)
    else:
        write_all([Writing(path, content, expected=None)])
