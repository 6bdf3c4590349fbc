"""`claimcli compare`: positions on a question, or scholars, side by side."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from claimcli.answers import views
from claimcli.answers.compare import (
    GROUPINGS,
    Comparison,
    compare,
    first_held,
    first_of,
    juxtapose,
    revised,
    undeclared,
)
from claimcli.answers.views import View
from claimcli.cli import completion, options
from claimcli.cli.output import Output, emit, output, tell
from claimcli.cli.session import known, open_corpus, question_of, remark_on, scholar_of
from claimcli.errors import ClaimcliError
from claimcli.model import NO_STANCE
from claimcli.render import Result
from claimcli.render.words import named
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


class Compare(TyperCommand):
    """The command, which takes words only to say which option was meant."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The usage without the words."""
        return list(super().collect_usage_pieces(ctx))[:1]


@app.command(cls=Compare, epilog=EPILOG)
def command(
    words: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    question: Annotated[
        list[str] | None,
        typer.Option(
            "--question",
            metavar="ID",
            help="The question to compare positions on.",
            autocompletion=completion.offered(completion.questions),
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="|".join(GROUPINGS),
            help="What the rows of the matrix are; scholar unless said.",
            autocompletion=completion.offered(completion.words(GROUPINGS)),
        ),
    ] = None,
    scholar: Annotated[
        list[str] | None,
        typer.Option(
            "--scholar",
            metavar="ID",
            help="Two or more: set them side by side over every question they answer.",
            autocompletion=completion.offered(completion.scholars),
        ),
    ] = None,
    corpus: options.CorpusDirectory = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    limit: options.LimitOfEach = None,
    no_cache: options.NoCache = False,
) -> None:
    """Set the positions on a question side by side, or scholars against each other.

    Scholars are counted apart from unnamed holders (a reporter's "many scholars"), and those read
    in their own words apart from those known second-hand. Without an option: the questions.
    """
    if words:
        raise ClaimcliError(f"compare takes options: did you mean --question {words[0]}?")
    asked = options.only_one("--question", question)
    known("grouping", (by or DEFAULT_GROUPING,), lambda: GROUPINGS)
    if by and (scholar or not asked):
        raise ClaimcliError("--by groups the claims of one --question")
    wanted = output(format, json, fields, limit)
    if by and wanted.format not in ("table", "json"):  # which have a row for each claim
        raise ClaimcliError(f"--by goes with a table and json; {wanted.format} has no matrix")
    store = open_corpus(corpus, cache=not no_cache)
    if not scholar and not asked:
        _questions(store, wanted)
    elif scholar:
        emit(_scholars(store, scholar, asked, wanted.rows), wanted)
    elif asked:
        emit(_question(store, asked, by or DEFAULT_GROUPING, wanted), wanted)
    remark_on(store)


def _question(store: Store, id: str, by: str, wanted: Output) -> Result:
    question, most = question_of(store, id), wanted.rows
    whole = compare(question, store.claims_on(question.id), store, by)
    totals = {position.stance: len(position.entries) for position in whole.positions}
    totals[NO_STANCE] = len(whole.without_stance)
    view = views.comparison_view(whole if most is None else first_of(whole, most), store)
    fields = ("position", *views.ENTRY_FIELDS)
    if wanted.format == "json":  # which has no use for the rest
        return Result("comparison", view, (), fields)
    rows = tuple(_rows(view))
    return Result(
        "comparison",
        view,
        rows,
        fields,
        labels=_names(store, whole),
        remarks=_remarks(whole),
        totals=totals,
    )


def _remarks(whole: Comparison) -> dict[str, str]:
    """What is to be said of stances that the question does not have, and of changes of mind."""
    unknown = (f"{whole.question.id}/{stance}" for stance in undeclared(whole))
    said = dict.fromkeys(unknown, "not one of the question's stances")
    return said | dict.fromkeys(revised(whole), "one revises the other")


def _rows(view: View) -> Iterator[View]:
    for position in view["positions"]:
        yield from ({"position": position["stance"], **claim} for claim in position["claims"])
    yield from ({"position": NO_STANCE, **claim} for claim in view["without_stance"])


def _names(store: Store, whole: Comparison) -> dict[str, str]:
    """The holders as a table names them, those whose claims a limit left out among them."""
    taken = [entry.claim for position in whole.positions for entry in position.entries]
    ids = dict.fromkeys(id for claim in taken for id in claim.scholars)
    ids |= dict.fromkeys(id for entry in whole.without_stance for id in entry.claim.scholars)
    return {id: named(views.holder_view(id, store)) for id in ids}


def _scholars(store: Store, ids: list[str], question: str | None, most: int | None) -> Result:
    meant = (scholar_of(store, id) for id in ids)
    scholars = list({scholar.id: scholar for scholar in meant}.values())
    if len(scholars) < 2:
        raise ClaimcliError("--scholar sets scholars side by side: name two or more")
    asked = [question_of(store, question)] if question else store.questions()
    whole = juxtapose(scholars, asked, store.claims_on)
    totals = {
        f"{shared.question.id}/{held.scholar}": len(held.entries)
        for shared in whole.questions
        for held in shared.held
    }
    view = views.juxtaposition_view(whole if most is None else first_held(whole, most), store)
    rows = [
        {"compared_on": q["question"]["id"], "verdict": q["verdict"], **claim}
        for q in view["questions"]
        for held in q["held"]
        for claim in held["claims"]
    ]
    labels = {f"{q.id}/{s.id}": s.label for q in asked for s in q.stances}
    fields = ("compared_on", "verdict", *views.ENTRY_FIELDS)
    return Result("juxtaposition", view, rows, fields, labels=labels, totals=totals)


def _questions(store: Store, wanted: Output) -> None:
    from claimcli.answers.list import LISTED, listed  # not for a comparison

    rows = listed(store, "questions")
    if wanted.format == "table":
        tell("compare one of these: claimcli compare --question ID")
    some = rows if wanted.rows is None else rows[: wanted.rows]
    result = Result("listing", some, some, LISTED["questions"])
    emit(result, wanted, total=len(rows), noun="question")
