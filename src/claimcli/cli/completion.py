"""What the shell offers on TAB: ids of the corpus that the command line names, and fixed words.

Completion never fails and never speaks: where the corpus cannot be read there is nothing to offer.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from claimcli.store import Store

_UNSAFE = r"[^\w ./?,-]"
"""What a shell may take for more than text: completions are evaluated by some."""

_WIDTH = 60
"""What stands beside an id fits on its line."""

Offer = Iterator[tuple[str, str]]


def _offer(listed: Callable[[Store], Iterable[tuple[str, str]]]) -> Callable[..., Any]:
    def complete(ctx: typer.Context, incomplete: str) -> Offer:
        with contextlib.suppress(Exception):
            from claimcli.cli.session import open_corpus  # only when TAB was pressed

            with open(os.devnull, "w") as nobody, contextlib.redirect_stderr(nobody):  # noqa: PTH123 - no path
                store = open_corpus(_corpus_of(ctx))  # a remark would stand in what is typed
            for id, says in listed(store):
                if id.startswith(incomplete) and not re.search(_UNSAFE, id):
                    plain = re.sub(_UNSAFE, " ", says)
                    yield id, plain if len(plain) <= _WIDTH else plain[: _WIDTH - 1] + "…"

    return complete


def _corpus_of(ctx: typer.Context) -> Path | None:
    given = ctx.params.get("corpus")
    return Path(given) if given else None


def offered(complete: Callable[..., Any]) -> Callable[..., Any] | None:
    """A completion for typer where a shell asks for one; else none.

    Typer inspects each that it is given, which takes a millisecond at every start.
    """
    return complete if "_CLAIMCLI_COMPLETE" in os.environ else None


def words(known: Iterable[str]) -> Callable[..., Any]:
    """A completion with the words that an option or an argument takes."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return complete


questions = _offer(lambda store: ((q.id, q.question) for q in store.questions()))
stances = _offer(
    lambda store: ((s.id, s.label) for question in store.questions() for s in question.stances)
)
scholars = _offer(lambda store: ((s.id, s.name) for s in store.scholars()))
schools = _offer(lambda store: ((school, "") for school in store.schools()))
sources = _offer(lambda store: ((s.id, s.title or "") for s in store.sources()))
tags = _offer(lambda store: ((tag, "") for tag in store.tags()))
ids = _offer(lambda store: store.ids().items())
