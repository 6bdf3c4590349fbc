"""`claimcli compare`: positions on a question, or scholars, side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcli import views
from claimcli.cli import completion, options
from claimcli.cli.output import Output, emit, output, tell
from claimcli.cli.session import known, open_corpus, question_of, remark_on, scholar_of
from claimcli.comparison import GROUPINGS, compare, juxtapose
from claimcli.errors import ClaimcliError
from claimcli.listing import LISTED, listed
from claimcli.model import NO_STANCE
from claimcli.render import Result
from claimcli.store import Store

app = typer.Typer(add_completion=False)

DEFAULT_GROUPING = "scholar"

EPILOG = """Examples:

\b
  claimcli compare                                            the questions
  claimcli compare --question who-started-war
  claimcli compare --question who-started-war --by school
  claimcli compare --scholar kim --scholar vorobev
  claimcli compare --question who-started-war --json | jq '.totals'
"""


@app.command(epilog=EPILOG)
def command(
    question: Annotated[
        str | None,
        typer.Option(
            "--question",
            metavar="ID",
            help="The question to compare positions on.",
            autocompletion=completion.questions,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="|".join(GROUPINGS),
            help="What the rows of the matrix are; scholar unless said.",
            autocompletion=completion.groupings,
        ),
    ] = None,
    scholar: Annotated[
        list[str] | None,
        typer.Option(
            "--scholar",
            metavar="ID",
            help="Two or more: set them side by side over every question they answer.",
            autocompletion=completion.scholars,
        ),
    ] = None,
    corpus: options.CorpusDirectory = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    no_cache: options.NoCache = False,
) -> None:
    """Set the positions on a question side by side, or scholars against each other.

    Scholars are counted apart from unnamed holders (a reporter's "many scholars"), and those read
    in their own words apart from those known second-hand. Without an option: the questions.
    """
    known("grouping", (by or DEFAULT_GROUPING,), lambda: GROUPINGS)
    if by and (scholar or not question):
        raise ClaimcliError("--by groups the claims of one --question")
    wanted = output(format, json, fields)
    store = open_corpus(corpus, cache=not no_cache)
    if scholar:
        result = _scholars(store, scholar, question)
    elif question:
        result = _question(store, question, by or DEFAULT_GROUPING)
    else:
        result = _questions(store, wanted)
    emit(result, wanted, noun="question")
    remark_on(store)


def _question(store: Store, id: str, by: str) -> Result:
    question = question_of(store, id)
    found = compare(question, store.claims_on(question.id), store, by)
    view = views.comparison_view(found, store)
    rows = [
        {"position": position["stance"], **claim}
        for position in view["positions"]
        for claim in position["claims"]
    ]
    rows += [{"position": NO_STANCE, **claim} for claim in view["without_stance"]]
    return Result("comparison", view, rows, ("position", *views.ENTRY_FIELDS))


def _scholars(store: Store, ids: list[str], question: str | None) -> Result:
    scholars = [scholar_of(store, id) for id in dict.fromkeys(ids)]
    if len(scholars) < 2:
        raise ClaimcliError("--scholar sets scholars side by side: name two or more")
    asked = [question_of(store, question)] if question else store.questions()
    view = views.juxtaposition_view(juxtapose(scholars, asked, store.claims_on), store)
    rows = [
        {"compared_on": q["question"]["id"], "verdict": q["verdict"], **claim}
        for q in view["questions"]
        for held in q["held"]
        for claim in held["claims"]
    ]
    labels = {f"{q.id}/{s.id}": s.label for q in asked for s in q.stances}
    fields = ("compared_on", "verdict", *views.ENTRY_FIELDS)
    return Result("juxtaposition", view, rows, fields, labels=labels)


def _questions(store: Store, wanted: Output) -> Result:
    rows = listed(store, "questions")
    if wanted.format == "table":
        tell("compare one of these: claimcli compare --question ID")
    return Result("listing", rows, rows, LISTED["questions"])
