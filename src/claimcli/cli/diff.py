"""`claimcli diff`: what changed in the records between two revisions."""

from typing import Annotated

import typer

from claimcli.cli import options
from claimcli.cli.output import emit, output

app = typer.Typer(add_completion=False)

EPILOG = """Records and fields are compared, not lines: moving or reformatting a record is no
change, and one that has a new id and is otherwise the same is renamed. The revisions are read from
git's objects; no file is touched. --format md is made to be pasted into a pull request.

Examples:

\b
  claimcli diff
  claimcli diff HEAD~1 HEAD --format md
  claimcli diff HEAD --json | jq -r '.[] | select(.kind == "claim").id'
"""


@app.command(epilog=EPILOG)
def command(
    before: Annotated[
        str, typer.Argument(metavar="[REV]", help="Since when: HEAD~2, a branch, a tag; else HEAD.")
    ] = "HEAD",
    after: Annotated[
        str | None,
        typer.Argument(metavar="[REV]", help="Until when; else the files as they are."),
    ] = None,
    corpus: options.CorpusDirectory = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    limit: options.Limit = None,
    no_pager: options.NoPager = False,
) -> None:
    """Show what changed in claims and other records between two revisions of git."""
    from claimcli.answers.diff import ask  # not for --help
    from claimcli.cli.session import corpus_of_ones_own

    wanted = output(format, json, fields, limit, no_pager)
    root = corpus_of_ones_own(corpus)
    emit(ask(root, before, after, wanted.rows), wanted, root)
