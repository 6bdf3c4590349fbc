"""`claimcli coverage`: the citations of a text, and which of them are recorded."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.answers.coverage import COVERED_FIELDS, ask
from claimcli.cli import completion, options
from claimcli.cli.output import emit, output
from claimcli.cli.session import open_corpus, remark_on
from claimcli.paths import expanded
from claimcli.resolving import sources_of
from claimcli.texts import prepare, read_text

app = typer.Typer(add_completion=False)

EPILOG = """Read are citations in brackets, (Kim 1999, p. 12), and authors before a bracket that
begins with the year, Kim (1999). Such a name is an author's where the text shows it (a page, a
verb like "argues", "see") or the corpus has a work of that author and year. Not read are footnotes
and endnotes (Kim, Imjin War, 12) and years without brackets (See Kim 1999, p. 12). A place with a
year, (Nerchinsk 1689), may look like a citation: then it has no source.

A record rests on a citation when it names the cited work (as citation, via or
basis), on the same pages where the citation gives pages, and its quote stands in the sentence.
"elsewhere": there are such records, but from other sentences. "missing": there is none; a record
on other pages than those cited does not count.

Examples:

\b
  claimcli coverage kim.txt --source kim-2013
  claimcli coverage kim.txt --source kim-2013 --missing
  claimcli coverage kim.txt --source kim-2013 --json | jq '.[].sources'
"""


@app.command(epilog=EPILOG)
def command(
    text: Annotated[
        Path, typer.Argument(metavar="TEXT", help="The text: .txt, .pdf, .docx, .epub, …")
    ],
    source: Annotated[
        str,
        typer.Option(
            "--source",
            metavar="ID",
            help="The work that the text is of.",
            autocompletion=completion.offered(completion.sources),
        ),
    ],
    missing: Annotated[
        bool, typer.Option("--missing", help="Only citations that no record rests on yet.")
    ] = False,
    limit: options.Limit = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    corpus: options.CorpusDirectory = None,
    no_pager: options.NoPager = False,
    no_cache: options.NoCache = False,
) -> None:
    """Show a text's citations, and which of them no record rests on yet.

    Each comes with the records that rest on it; where there is none, with the sentence around it:
    that is what is left to record.
    """
    wanted = output(format, json, fields, limit, no_pager)
    wanted.check_fields(COVERED_FIELDS)
    store = open_corpus(corpus, cache=not no_cache)
    (read_in,) = sources_of(store, (source,))
    witness = prepare(read_text(expanded(text)))
    emit(ask(store, read_in, witness, missing=missing, most=wanted.rows), wanted, store.root)
    remark_on(store)
