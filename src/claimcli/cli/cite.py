"""`claimcli cite`: notes, author-date references and bibliographies."""

from typing import Annotated

import typer

from claimcli.answers.cite import CITED_FIELDS, STYLES, ask
from claimcli.cli import completion, options
from claimcli.cli.output import emit, output, tell
from claimcli.cli.session import open_corpus, remark_on
from claimcli.resolving import known

app = typer.Typer(add_completion=False)

EPILOG = """A claim known second-hand is cited as the manual has it: the holder's work, then
"cited in" (or "quoted in") the work that was read. What is not recorded is not invented.
A short-note is for a work that was cited before.

Examples:

\b
  claimcli cite vorobev-1975-both-wanted
  claimcli cite vorobev-1975-both-wanted --style author-date
  claimcli cite who-started-war --style bibliography --format md
"""


@app.command(epilog=EPILOG)
def command(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Claims, sources, or questions for every claim on them.",
            autocompletion=completion.offered(completion.ids),
        ),
    ],
    style: Annotated[
        str,
        typer.Option(
            "--style",
            metavar="|".join(STYLES),
            help="Chicago 17.",
            autocompletion=completion.offered(completion.words(STYLES)),
        ),
    ] = "note",
    corpus: options.CorpusDirectory = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    no_cache: options.NoCache = False,
) -> None:
    """Cite claims and sources after Chicago: notes, author-date, bibliography.

    One line for each, to be copied, after the Chicago Manual of Style, 17th edition. A
    bibliography has one entry for each work that is named, in alphabetical order;
    author-date-bibliography has the years in front that author-date refers to. `--format md`
    sets titles in italics.
    """
    wanted = output(format, json, fields)
    wanted.check_fields(CITED_FIELDS)
    known("style", (style,), lambda: STYLES)
    store = open_corpus(corpus, cache=not no_cache)
    to_copy = wanted.format in ("table", "md") and not wanted.fields
    markdown = to_copy and wanted.format == "md"
    found = ask(store, ids, style, "markdown" if markdown else "plain")
    if to_copy:
        from claimcli.render.citing import write_citations  # lines to be copied, not a table

        write_citations(found.rows, apart=markdown)
        for remark in found.remarks:
            tell(remark)
    else:
        emit(found, wanted)
    remark_on(store)
