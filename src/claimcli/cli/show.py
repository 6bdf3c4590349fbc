"""`claimcli show`: everything known of one record."""

from typing import Annotated

import typer

from claimcli.answers.show import ask
from claimcli.cli import completion, options
from claimcli.cli.output import emit, output
from claimcli.cli.session import open_corpus, remark_on

app = typer.Typer(add_completion=False)

EPILOG = """Examples:

\b
  claimcli show vorobev-1975-both-wanted
  claimcli show vorobev --limit 5
  claimcli show kim-2013 --json | jq '.claims | length'
  claimcli show corpus
"""


@app.command(epilog=EPILOG)
def command(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Any id, or a name; `corpus` is the whole.",
            autocompletion=completion.offered(completion.ids),
        ),
    ],
    corpus: options.CorpusDirectory = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    limit: options.LimitOfEach = None,
    no_pager: options.NoPager = False,
    no_cache: options.NoCache = False,
) -> None:
    """Show all that is known of a claim, scholar, source, question or name.

    Of a claim: its chain back to the holder, what it rests on and what rests on it, and what
    disputes, qualifies or revises it. Of any other record: the claims it has part in, which are
    also the rows of csv, tsv, md and jsonl. Of the corpus: what it says of itself, what it holds,
    and its commit.
    """
    wanted = output(format, json, fields, limit, no_pager)
    store = open_corpus(corpus, cache=not no_cache)
    emit(ask(store, id, wanted.rows), wanted, store.root)
    remark_on(store)
