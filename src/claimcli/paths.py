"""Paths that begin with `~`, a home directory, where no shell has seen to them."""

from __future__ import annotations

from pathlib import Path

from claimcli.errors import ClaimcliError


class NoHome(ClaimcliError):
    """A path begins with `~`, and it is not known whose home directory that is."""


def expanded(path: Path, variable: str | None = None) -> Path:
    """The path with `~` or `~user` at its beginning expanded; raises `NoHome`.

    `variable` is the environment variable that it comes from, which the message names.
    """
    try:
        return path.expanduser()
    except RuntimeError as error:
        where = f"{variable}: " if variable else ""
        raise NoHome(f"{where}no home directory is known for {path.parts[0]}") from error
