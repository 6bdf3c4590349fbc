"""`claimcli review --blind`: positions taken by a second reader, who does not see the first's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import typer

from claimcli.cli.output import Output, emit, tell
from claimcli.cli.recorder import recorder
from claimcli.cli.session import corpus_to_write, remark_on
from claimcli.cli.terminal_asker import TerminalAsker
from claimcli.corpus.find import path_to

if TYPE_CHECKING:
    from pathlib import Path

    from claimcli.answers.blind import BlindReview
    from claimcli.model import Claim
    from claimcli.store import Store
    from claimcli.texts import Texts


class Asked(NamedTuple):
    """What is asked for: by whom, in which corpus, with which texts, and at most how many."""

    by: str | None
    corpus: Path | None
    texts: Texts
    limit: int | None
    cache: bool


def read(store: Store, claims: list[Claim], asked: Asked, wanted: Output | None) -> None:
    """Ask of each passage; where an output is wanted, list them."""
    from claimcli.answers.blind import ask, told

    if wanted is not None:
        found = ask(store, claims, recorder(store.root, asked.by), wanted.rows)
        emit(found, wanted)
        remark_on(store)
        return
    root = corpus_to_write(asked.corpus)
    asker = TerminalAsker(path_to(root))
    name = recorder(root, asked.by, asker)
    found = ask(store, claims, name, asked.limit)
    tell(told(found))
    if found.to_read:
        _go_through(root, found, name, asked, asker)


def _go_through(
    root: Path, found: BlindReview, name: str, asked: Asked, asker: TerminalAsker
) -> None:
    from claimcli.dialogue.asker import Left
    from claimcli.dialogue.reading_blind import ReadingBlind
    from claimcli.store import open_store

    opened = partial(open_store, root, use_cache=asked.cache)
    reading, code = ReadingBlind(root, asker, asked.texts, name, opened), 0
    try:
        reading.go_through(found.to_read)
    except (Left, KeyboardInterrupt):
        code = 130
    left = found.total - reading.read
    tell(f"{reading.read:,} read; {left:,} {'waits' if left == 1 else 'wait'} yet")
    if code:
        raise typer.Exit(code)
