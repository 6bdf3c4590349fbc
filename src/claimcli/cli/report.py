"""`claimcli report`: one or more questions as a document."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.cli import completion, options
from claimcli.cli.destination import Force, Out, deliver, destination, refuse_contradiction
from claimcli.cli.output import chosen_format
from claimcli.cli.session import open_corpus, remark_on
from claimcli.documents import DOCUMENTS
from claimcli.errors import ClaimcliError
from claimcli.resolving import question_of

if TYPE_CHECKING:
    from claimcli.answers.report import Dossier

app = typer.Typer(add_completion=False)

FORMATS = (*DOCUMENTS, "json")

ENDINGS = {
    **{f".{format}": format for format in FORMATS},
    ".markdown": "md",
    ".htm": "html",
}
"""What the name of a file ends with, and the format that this asks for."""

DATE = "SOURCE_DATE_EPOCH"
"""The environment's date of building (reproducible-builds.org)."""

EPILOG = """A docx is made by pandoc, where that is installed; from Markdown it makes PDF, too
(docs/reports.md). The document has no date but that of the commit, so that it can be made again to
the letter; --date or SOURCE_DATE_EPOCH gives it one.

Examples:

\b
  claimcli report who-started-war
  claimcli report who-started-war did-song-want-war -o war.md
  claimcli report who-started-war -o war.html
  claimcli report who-started-war --json | jq '.questions[].uncovered'
"""


@app.command(epilog=EPILOG)
def command(
    questions: Annotated[
        list[str],
        typer.Argument(
            metavar="QUESTION...",
            help="One or more questions, in the order of the document.",
            autocompletion=completion.offered(completion.questions),
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="What to write; as FILE ends, else md.",
            autocompletion=completion.offered(completion.words(FORMATS)),
        ),
    ] = None,
    json: options.Json = False,
    out: Out = None,
    force: Force = False,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The day of making to print in it."),
    ] = None,
    corpus: options.CorpusDirectory = None,
    no_cache: options.NoCache = False,
) -> None:
    """Make a document of questions: who holds what, and how that is known.

    Positions with holders, quotations and footnotes, what is second-hand and unsure, who answers
    whom, what is not covered, and a bibliography after Chicago 17. It takes no side.
    """
    by_ending = _by_ending(out)
    wanted = chosen_format(format or (None if json else by_ending), json, FORMATS)
    refuse_contradiction(out, wanted, by_ending)
    path = destination(out, force)
    if wanted == "docx" and path is None and sys.stdout.isatty():
        raise ClaimcliError("a docx is nothing for a terminal: name a file with -o FILE")
    day = _day(date) if date else _date()
    store = open_corpus(corpus, cache=not no_cache)
    asked = [question_of(store, question) for question in questions]
    from claimcli.answers.report import ask  # not for the help

    deliver(_written(ask(store, asked, day), wanted), path, force)
    remark_on(store)


def _by_ending(out: Path | None) -> str | None:
    """The format that a file's name asks for. Raises for one that only pandoc makes."""
    ending = out.suffix.lower() if out else ""
    if ending in _OF_PANDOC:
        line = f"claimcli report … | pandoc -f markdown-smart -o {out}"
        raise ClaimcliError(f"no {ending} is made here, but pandoc makes one of Markdown: {line}")
    return ENDINGS.get(ending)


_OF_PANDOC = (".pdf", ".odt", ".rtf", ".tex", ".epub", ".doc")
"""Endings of what no format here is."""


def _day(given: str) -> str:
    """A date that the caller gives. Raises for what is none (EDTF)."""
    from claimcli.dates import DateError, parse

    try:
        parse(given)
    except DateError as error:
        raise ClaimcliError(f"--date takes a day, such as 2026-11-28: {error}") from error
    return given


def _date() -> str | None:
    """The day to print, if the environment gives one."""
    given = os.environ.get(DATE)
    if not given:
        return None
    from datetime import UTC, datetime

    try:
        return datetime.fromtimestamp(int(given), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise ClaimcliError(f"{DATE} is no number of seconds: {given}") from error


def _written(dossier: "Dossier", format: str) -> bytes:
    if format == "json":
        from claimcli.render import json_text

        return json_text(dossier.view).encode()
    return DOCUMENTS[format](dossier)
