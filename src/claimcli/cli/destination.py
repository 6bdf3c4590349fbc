"""Where a document goes: a file, written whole or not at all and never over another unasked.

Without a file it goes to standard output.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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


def destination(file: Path | None, force: bool, *, is_folder: bool = False) -> Path | None:
    """The file or folder to write, None for standard output.

    Raises for one that is there, unless forced; a folder with nothing in it may be.
    """
    from claimcli.paths import expanded

    if file is None or str(file) == STANDARD_OUTPUT:
        return None
    path = expanded(file)
    if path.is_dir() and not is_folder:
        raise ClaimcliError(f"{file} is a directory: name a file in it")
    if path.is_file() and is_folder:
        raise ClaimcliError(f"{file} is a file: name a folder, which is made")
    if (path.is_file() or (path.is_dir() and any(path.iterdir()))) and not force:
        what = "files of the same names in it" if is_folder else "it"
        raise ClaimcliError(f"{file} is there already: --force writes over {what}")
    if not path.parent.is_dir():
        raise ClaimcliError(f"{file} cannot be written: there is no directory {path.parent}")
    return path


def refuse_contradiction(file: Path | None, format: str, meant: str | None) -> None:
    """Raise for a file whose name says that it holds another format; `meant` is what it says."""
    if file and meant and meant != format:
        right = file.with_suffix(f".{format}")
        raise ClaimcliError(
            f"{file} would hold {format}, and its name says {meant}: name it {right}"
        )


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


@contextmanager
def delivered(path: Path, force: bool) -> Iterator[Path]:
    """Where to make a file or folder that goes there at the end, or not at all."""
    from claimcli.delivering import made_whole

    if path.exists() and not path.is_file() and not path.is_dir():
        raise ClaimcliError(f"{path} is a pipe or a device: leave out -o, and send it there")
    with made_whole(path, force=force) as new:
        yield new
