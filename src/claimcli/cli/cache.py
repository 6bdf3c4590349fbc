"""`claimcli cache`: where the compiled corpus is kept, and how to be rid of it."""

import os
from pathlib import Path
from typing import Annotated

import typer

from claimcli.answers.wording import plural
from claimcli.cli import completion, options
from claimcli.cli.output import tell
from claimcli.corpus.find import find_corpus, working_directory
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.render.safe import visible
from claimcli.store import cache_path, clear

app = typer.Typer(add_completion=False)

ACTIONS = ("path", "clear")

EPILOG = """Examples:

\b
  claimcli cache path
  claimcli cache clear
  claimcli cache clear --all   # of every corpus, also of those that are gone
"""


@app.command(epilog=EPILOG)
def command(
    action: Annotated[
        str,
        typer.Argument(
            metavar="|".join(ACTIONS),
            help="What to do.",
            autocompletion=completion.offered(completion.words(ACTIONS)),
        ),
    ],
    every: Annotated[
        bool,
        typer.Option("--all", help="Clear every corpus's, also of those that are gone."),
    ] = False,
    corpus: options.CorpusDirectory = None,
) -> None:
    """Say where the compiled corpus is kept, or delete it.

    It is only ever a cache: commands build it anew when it is missing, damaged or out of date, and
    answer the same without it. CLAIMCLI_CACHE names another directory for it.
    """
    if action not in ACTIONS:
        raise UnknownValue("action", action, ACTIONS)
    if every:
        _clear_every(action, corpus)
        return
    root = find_corpus(corpus, os.environ, working_directory())
    if action == "path":
        typer.echo(visible(str(cache_path(root))))
    else:
        tell("deleted" if clear(root) else "there was nothing to delete")


def _clear_every(action: str, corpus: Path | None) -> None:
    if action != "clear" or corpus:
        raise ClaimcliError("--all goes with `claimcli cache clear`, and not with --corpus")
    deleted = len(clear())
    tell(f"deleted {plural(deleted, 'file')}" if deleted else "there was nothing to delete")
