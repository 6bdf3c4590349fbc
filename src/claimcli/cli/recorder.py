"""Who writes: as told, else as git knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.errors import ClaimcliError

if TYPE_CHECKING:
    from claimcli.dialogue.asker import Asker

By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who looks at them; else the name that git has."),
]


def recorder(root: Path, by: str | None, asker: Asker | None = None) -> str:
    """The name of who writes; asked for where neither tells it. Raises where nobody is there."""
    name = " ".join((_as_git_knows(root) if by is None else by).split())
    while not name and asker:
        name = asker.ask("your name, as the records are to have it", help="--by NAME says it")
    if not name:
        raise ClaimcliError("say who looks at them: --by NAME, or `git config user.name NAME`")
    return name


def _as_git_knows(root: Path) -> str:
    from claimcli.git import asked

    answered = asked(root, "config", "user.name")
    return answered.out.decode("utf-8", "replace") if answered else ""
