"""`claimcli compare`: positions on a question, or scholars, side by side."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.answers import compare, juxtapose
from claimcli.answers.answer import Answer
from claimcli.answers.grouping import GROUPINGS
from claimcli.cli import completion, options
from claimcli.cli.destination import Force, Out, deliver, destination, refuse_contradiction
from claimcli.cli.output import Output, emit, output, tell
from claimcli.cli.session import open_corpus, remark_on
from claimcli.errors import ClaimcliError
from claimcli.model import Question
from claimcli.pictures.figures import FIGURES, SVG, drawn, figure_of
from claimcli.render import FORMATS
from claimcli.resolving import is_question, known, question_of, scholar_of
from claimcli.store import Store

app = typer.Typer(add_completion=False)

DEFAULT_GROUPING = "scholar"

EPILOG = """Examples:

\b
  claimcli compare                      # the questions
  claimcli compare who-started-war
  claimcli compare who-started-war --by school
  claimcli compare who-started-war --figure matrix --by decade --format csv
  claimcli compare who-started-war --format svg --out war.svg
  claimcli compare --scholar kim --scholar vorobev
  claimcli compare who-started-war --json | jq '.totals'
"""


@app.command(epilog=EPILOG)
def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[QUESTION]",
            help="The question to compare positions on; or two or more scholars, by id or name.",
            autocompletion=completion.offered(completion.questions),
        ),
    ] = None,
    question: Annotated[
        list[str] | None,
        typer.Option(
            "--question",
            metavar="ID",
            help="The same, said outright.",
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
    figure: Annotated[
        str | None,
        typer.Option(
            "--figure",
            metavar="|".join(FIGURES),
            help="This alone of a question; as a picture with --format svg.",
            autocompletion=completion.offered(completion.words(FIGURES)),
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
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join((*FORMATS, SVG)),
            help="How to print; a table unless said otherwise, svg for a picture.",
            autocompletion=completion.offered(completion.words((*FORMATS, SVG))),
        ),
    ] = None,
    out: Out = None,
    force: Force = False,
    json: options.Json = False,
    fields: options.Fields = None,
    limit: options.LimitOfEach = None,
    no_pager: options.NoPager = False,
    no_cache: options.NoCache = False,
) -> None:
    """Set the positions on a question side by side, or scholars against each other.

    Scholars are counted apart from unnamed holders (a reporter's "many scholars"), and those read
    in their own words apart from those known second-hand. Without an option: the questions. With
    --by csv, tsv, md and jsonl have the matrix: a row for each group and position, with its counts.
    """
    is_picture = format == SVG and not json
    wanted = output(None if is_picture else format, json, fields, limit, no_pager)
    path = _picture_goes(out, force, wanted, is_picture)
    known("grouping", (by or DEFAULT_GROUPING,), lambda: GROUPINGS)
    store = open_corpus(corpus, cache=not no_cache)
    given = {word: is_question(store, word) for word in words or ()}
    questions = [word for word, is_one in given.items() if is_one]
    scholars = [word for word, is_one in given.items() if not is_one] + (scholar or [])
    asked = options.only_one("--question", questions + (question or []))
    if (by or figure or is_picture) and (scholars or not asked):
        option = "--by groups the claims" if by else "--figure is" if figure else "a picture is"
        raise ClaimcliError(f"{option} of one --question")
    on = question_of(store, asked) if asked else None
    if scholars:
        meant = [scholar_of(store, given) for given in scholars]
        emit(juxtapose.ask(store, meant, on, wanted.rows), wanted, store.root)
    elif on and is_picture:
        name = figure or ("matrix" if by else "glance")
        found = figure_of(name, SVG).ask(store, on, by or DEFAULT_GROUPING)
        deliver(drawn(name, found).encode(), path, force)
    elif on:
        emit(_compared(store, on, by, figure, wanted), wanted, store.root)
    else:
        _questions(store, wanted)
    remark_on(store)


_OTHERS = (*FORMATS, "txt", "html", "pdf", "png", "jpg", "jpeg", "gif", "webp")
"""Endings that a picture in SVG has not."""


def _picture_goes(out: Path | None, force: bool, wanted: Output, is_picture: bool) -> Path | None:
    """The file of a picture, None for standard output; raises for what goes with no picture."""
    if is_picture and (wanted.fields or wanted.limit is not None):
        raise ClaimcliError("--fields and --limit go with rows, not with a picture")
    if out and not is_picture:
        raise ClaimcliError("--out goes with --format svg")
    ending = out.suffix.lower().removeprefix(".") if out else ""
    refuse_contradiction(out, SVG, ending if ending in _OTHERS else None)
    return destination(out, force)


def _compared(
    store: Store, question: Question, by: str | None, figure: str | None, wanted: Output
) -> Answer:
    """The comparison of a question, or one figure of it alone.

    Where a format has a row for each claim, groups have theirs in the matrix.
    """
    grouping = by or DEFAULT_GROUPING
    if by and not figure and wanted.format not in ("table", "json"):
        figure = "matrix"
    if figure:
        return figure_of(figure, wanted.format).ask(store, question, grouping)
    return compare.ask(store, question, grouping, wanted.rows)


def _questions(store: Store, wanted: Output) -> None:
    from claimcli.answers import list as listing  # not for a comparison

    if wanted.format == "table":
        tell("compare one of these: claimcli compare QUESTION")
    emit(listing.ask(store, "questions", most=wanted.rows), wanted)
