"""`claimcli list`: what the corpus holds, with counts."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcli.cli import completion, options
from claimcli.cli.output import emit, output, tell
from claimcli.cli.session import open_corpus, remark_on
from claimcli.errors import UnknownValue
from claimcli.listing import LISTED, listed
from claimcli.render import Result

app = typer.Typer(add_completion=False)

EPILOG = """Examples:

\b
  claimcli list questions
  claimcli list scholars --format csv
  claimcli list stances --json | jq '.[] | select(.unnamed > 0).id'
"""


@app.command(epilog=EPILOG)
def command(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=f"One of: {', '.join(LISTED)}.",
            autocompletion=completion.kinds,
        ),
    ],
    corpus: options.CorpusDirectory = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    limit: options.Limit = None,
    no_cache: options.NoCache = False,
) -> None:
    """List questions, stances, scholars, schools, sources, names or tags, with counts.

    Scholars and unnamed holders are counted apart; claims, last, tell the recorder's grain.
    """
    if kind not in LISTED:
        raise UnknownValue("list", kind, LISTED)
    wanted = output(format, json, fields, limit)
    store = open_corpus(corpus, cache=not no_cache)
    rows = listed(store, kind)
    some = rows if wanted.rows is None else rows[: wanted.rows]
    emit(
        Result("listing", some, some, LISTED[kind]),
        wanted,
        total=len(rows),
        noun=kind.removesuffix("s"),
    )
    if not rows and wanted.format == "table":
        tell(f"the corpus has no {kind}")
    remark_on(store)
