"""What a corpus has already of the records that are given: left out, or recorded once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcli.cli import terminal_asker
from claimcli.cli.output import tell
from claimcli.errors import ClaimcliError

if TYPE_CHECKING:
    from claimcli.corpus.records import Reading
    from claimcli.editing.already_recorded import Recorded
    from claimcli.editing.composing import New

    Records = Callable[[Reading], list[New]]

_SHOWN = 20
"""Records that are listed."""


def what_is_left(root: Path, records: Records, skip: bool | None) -> Records:
    """The records, without those that are there already if `skip`.

    Where `skip` is None, somebody at a terminal is asked; elsewhere what is there is an error.
    """
    from claimcli.editing.already_recorded import recorded

    if skip is None and terminal_asker.is_there():
        skip = _asked(root, records)

    def left(reading: Reading) -> list[New]:
        news = records(reading)
        there = [] if skip is False else recorded(reading, news)
        if there and not skip:
            raise ClaimcliError(_refused(there, len(news)))
        if there:
            for line in _told(there, len(news), "left out"):
                tell(line)
        known = {one.at for one in there}
        return [one for at, one in enumerate(news) if at not in known]

    return left


def _asked(root: Path, records: Records) -> bool | None:
    """Whether what is there is to be left out; None where nothing is."""
    from claimcli.corpus.find import path_to
    from claimcli.corpus.reading import read_corpus
    from claimcli.dialogue.asker import Left, confirmed
    from claimcli.editing.already_recorded import recorded

    reading = read_corpus(root)
    news = records(reading)
    there = recorded(reading, news)
    if not there:
        return None
    asker = terminal_asker.TerminalAsker(path_to(root))
    for line in _told(there, len(news)):
        asker.say(line)
    try:
        return confirmed(asker, f"leave {'it' if len(there) == 1 else 'them'} out")
    except (Left, KeyboardInterrupt):
        tell("nothing is written; all is as it was")
        raise typer.Exit(130) from None


def _refused(there: Sequence[Recorded], of: int) -> str:
    advice = "--skip-recorded leaves that out, --also-recorded writes all the same"
    return "\n".join([*_told(there, of, "nothing is written"), advice])


def _told(there: Sequence[Recorded], of: int, done: str = "") -> list[str]:
    """How many of the records are there, and where."""
    verb = "is" if len(there) == 1 else "are"
    what = f"{len(there)} of {of} records {verb}" if of > 1 else "this is"
    lines = [
        f"  {one.record.file}:{one.record.line}: {one.record.id}"
        + ", with another statement" * one.is_reworded
        for one in there[:_SHOWN]
    ]
    if len(there) > _SHOWN:
        lines.append(f"  and {len(there) - _SHOWN} more")
    return [f"{what} recorded already{f'; {done}' if done else ''}", *lines]
