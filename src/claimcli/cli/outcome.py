"""What becomes of a change to a corpus: written, shown, or refused with what the checks say."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import typer

from claimcli.cli.output import tell
from claimcli.corpus.find import path_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from claimcli.checks.excerpts import Excerpt
    from claimcli.corpus.records import Reading
    from claimcli.editing.plan import Done, Plan


def carried_out(
    root: Path, planned: Callable[[Reading], Plan], *, dry_run: bool, is_agreed: bool = False
) -> Done:
    """Carry out a change and say so on stderr; with `dry_run` print it as a diff.

    What the checks would call an error is told as `check` tells it, and the command ends with 2.
    What they say beside errors is told, too, unless somebody has seen it and agreed (`is_agreed`).
    """
    from claimcli.editing.plan import Rejected, carry_out  # not for --help

    try:
        done = carry_out(root, planned, dry_run=dry_run)
    except Rejected as rejected:
        refuse(root, rejected.found)
    if dry_run:
        _show(root, done.plan)
    tell_problems(root, () if is_agreed else done.remarks)
    if not dry_run:
        for line in done.plan.said:
            tell(f"{path_to(root)}{line}")
        tell_of_schema(root)
    return done


def tell_of_schema(root: Path) -> None:
    """Say that the schema with ids, which an editor has, has not those of now."""
    from claimcli.editing.initial import SCHEMA

    if not (root / SCHEMA).is_file():
        return
    from claimcli.schemas.known_ids import ids_in, known_in
    from claimcli.store import open_store

    known = ids_in((root / SCHEMA).read_bytes())
    if known is None:
        return
    with open_store(root) as store:
        now = known_in(store).ids
    if any(known[kind] != now.get(kind) for kind in known):
        file = f"{path_to(root)}{SCHEMA}"
        tell(f"{file} has not the ids of now: `claimcli schema --renew` makes it anew")


def refuse(root: Path, found: Iterable[Excerpt]) -> NoReturn:
    """Tell the errors that the checks would find, and end the command."""
    tell_problems(root, found)
    tell("nothing is written: the checks would find these errors")
    raise typer.Exit(2)


def tell_problems(root: Path, found: Iterable[Excerpt]) -> None:
    """Say on stderr what the checks found, as `check` prints it."""
    from claimcli.render import problems

    sys.stdout.flush()
    for text in problems.text(found, path_to(root)):
        print(text, end="", file=sys.stderr)


def _show(root: Path, plan: Plan) -> None:
    """The plan as a diff: on a terminal made harmless, elsewhere as `git apply` takes it."""
    from claimcli.editing.plan import as_diff
    from claimcli.render import send
    from claimcli.render.safe import visible

    text = as_diff(plan, path_to(root).lstrip("/"))
    if sys.stdout.isatty():
        text = "".join(f"{visible(line)}\n" for line in text.split("\n")[:-1])
    send([text])
