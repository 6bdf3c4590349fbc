"""`claimcli mcp`: a server for agents."""

import gc
import signal
import sys

import typer

from claimcli.cli import options
from claimcli.cli.output import tell
from claimcli.cli.texts_at_hand import TextsDirectory, place_of_texts
from claimcli.errors import ClaimcliError

app = typer.Typer(add_completion=False)

EPILOG = """A client starts the server itself: it is given the command line, with the corpus in it.
Messages go over standard input and output until the input ends (docs/agents.md).

Examples:

\b
  claimcli mcp --corpus claims
  claimcli mcp --texts ~/texts
"""

_MISSING = "a server for agents needs the extra 'mcp': pip install 'claimcli[mcp]'"


@app.command(epilog=EPILOG)
def command(
    corpus: options.CorpusDirectory = None,
    texts: TextsDirectory = None,
) -> None:
    """Serve the corpus to agents over the Model Context Protocol, to read.

    Tools to search, compare, show, list, check, verify and cite, over standard input and output.
    The corpus is the one that is found at the start, read again when its files change; no tool
    takes a path or writes anything.
    """
    from claimcli.cli.session import corpus_read  # not for --help

    root, place = corpus_read(corpus).resolve(), place_of_texts(texts)
    try:
        from claimcli.agents.server import serve  # takes longer to import than all the rest
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("claimcli"):
            raise
        raise ClaimcliError(_MISSING) from error
    if sys.stdin is None:
        raise ClaimcliError(
            "standard input is closed, and nothing can be asked: a client starts this"
        )
    if sys.stdin.isatty():
        tell("a client talks to this, and starts it itself (docs/agents.md); Ctrl-C ends it")
    gc.enable()  # this lives on, and a server's tasks and errors make cycles
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)  # else it would wait for a line first
    try:
        serve(root, place.resolve() if place else None)
    finally:
        signal.signal(signal.SIGINT, before)
