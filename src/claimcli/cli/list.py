"""`claimcli list`: what the corpus holds, with counts."""

from typing import Annotated

import typer

from claimcli.answers.list import LISTED, OF_A_QUESTION, ask
from claimcli.cli import completion, options
from claimcli.cli.output import emit, output, tell
from claimcli.cli.session import open_corpus, remark_on
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.resolving import question_of

app = typer.Typer(add_completion=False)

EPILOG = """Examples:

\b
  claimcli list questions
  claimcli list scholars --format csv
  claimcli list stances --json | jq '.[] | select(.unnamed > 0).id'
  claimcli list several
  claimcli list witnesses
  claimcli list to-check --limit 5
  claimcli list stances --question who-started-war
  claimcli list disagreements --question who-started-war
  claimcli list agreement --question who-started-war
"""


@app.command(epilog=EPILOG)
def command(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help=f"One of: {', '.join(LISTED)}.",
            autocompletion=completion.offered(completion.words(LISTED)),
        ),
    ] = None,
    question: Annotated[
        list[str] | None,
        typer.Option(
            "--question",
            metavar="ID",
            help=f"Of {', '.join(OF_A_QUESTION)}: this question only.",
            autocompletion=completion.offered(completion.questions),
        ),
    ] = None,
    corpus: options.CorpusDirectory = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    limit: options.Limit = None,
    no_pager: options.NoPager = False,
    no_cache: options.NoCache = False,
) -> None:
    """List questions, stances, scholars, schools, sources, names or tags, with counts.

    Scholars and unnamed holders are counted apart; claims, last, tell the recorder's grain.
    `several` are those who hold more than one position on a question, as worded or by the
    recorder's reading alone. `drafts` are passages that were marked and are no claims yet.
    `witnesses` are the texts that were read. `to-check` are the
    second-hand claims in the order to look them up: by how many claims rest on each, in all and
    then directly; among equals the unchecked first, then by how many claims draw on the same work.
    `disagreements` are the places that two people took for other positions, side by side, and
    `agreement` is Krippendorff's alpha of them, nominal, and ordinal where stances are ordered: of
    claims that several people recorded at the same places, and of blind readings (see `review`).
    """
    if kind is None:
        raise ClaimcliError(f"list what? One of: {', '.join(LISTED)}")
    if kind not in LISTED:
        raise UnknownValue("list", kind, LISTED)
    only = options.only_one("--question", question)
    wanted = output(format, json, fields, limit, no_pager)
    store = open_corpus(corpus, cache=not no_cache)
    found = ask(store, kind, question_of(store, only) if only else None, wanted.rows)
    emit(found, wanted, store.root)
    if kind == "drafts" and found.listed and wanted.format == "table":
        tell("`claimcli review` makes claims of them; `claimcli new claim --draft ID` of one")
    remark_on(store)
