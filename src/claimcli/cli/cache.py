"""`claimcli cache`: where the compiled corpus is kept, and how to be rid of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from claimcli.cli import completion, options
from claimcli.cli.output import tell
from claimcli.corpus.find import find_corpus
from claimcli.errors import UnknownValue
from claimcli.render.safe import visible
from claimcli.store import cache_path, clear

app = typer.Typer(add_completion=False)

ACTIONS = ("path", "clear")

EPILOG = """Examples:

\b
  claimcli cache path
  claimcli cache clear
"""


@app.command(epilog=EPILOG)
def command(
    action: Annotated[
        str,
        typer.Argument(
            metavar="path|clear", help="What to do.", autocompletion=completion.cache_actions
        ),
    ],
    corpus: options.CorpusDirectory = None,
) -> None:
    """Say where the compiled corpus is kept, or delete it.

    It is only ever a cache: commands build it anew when it is missing, damaged or out of date, and
    answer the same without it. CLAIMCLI_CACHE names another directory for it.
    """
    if action not in ACTIONS:
        raise UnknownValue("action", action, ACTIONS)
    root = find_corpus(corpus, os.environ, Path.cwd())
    if action == "path":
        typer.echo(visible(str(cache_path(root))))
        return
    deleted = clear(root)
    tell("deleted" if deleted else "there was nothing to delete")
