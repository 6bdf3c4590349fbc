"""`claimcli export`: claims, and all that they name, in a format that others read."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcli.cli import completion, options
from claimcli.cli.destination import Force, delivered, destination
from claimcli.cli.filter_options import filtered
from claimcli.cli.output import tell
from claimcli.cli.session import open_corpus, remark_on
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.exports.formats import FORMATS, ExportFormat
from claimcli.resolving import filters_of

if TYPE_CHECKING:
    from claimcli.answers.export import Selection
    from claimcli.exports.formats import Make

app = typer.Typer(add_completion=False)

_LISTED = "\n".join(f"  {format.name:<10} {format.says}" for format in FORMATS.values())

EPILOG = f"""Formats:

\b
{_LISTED}

A file goes to standard output unless -o names one; a folder must be named. Filters choose claims,
and with them the questions, scholars and sources that they name. docs/exporting.md tells what opens
what.

Examples:

\b
  claimcli export sqlite -o war.db
  claimcli export csv -o tables
  claimcli export jsonl --question who-started-war | jq .statement
  claimcli export bibtex --scholar vorobev -o vorobev.bib
"""


@app.command(epilog=EPILOG)
@filtered
def command(
    format: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="One of those below.",
            autocompletion=completion.offered(completion.words(FORMATS)),
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="PATH", help="The file or folder to make."),
    ] = None,
    force: Force = False,
    excel: Annotated[
        bool, typer.Option("--excel", help="csv that Excel opens as UTF-8 with a double click.")
    ] = False,
    corpus: options.CorpusDirectory = None,
    no_cache: options.NoCache = False,
    **filters: Any,
) -> None:
    """Hand claims on: tables, databases, bibliographies, graphs.

    Without filters it is the whole corpus. What is written is there whole or not at all.
    """
    wanted = _format(format, excel)
    path = destination(out, force, is_folder=wanted.is_folder)
    if path is None:
        _demand_text(wanted)
    make = _make(wanted, excel) if path else None  # what is not installed is said at once
    store = open_corpus(corpus, cache=not no_cache)
    from claimcli.answers.export import ask  # not for the help
    from claimcli.answers.wording import plural

    # What is printed on a terminal shows by itself how far it is.
    found = ask(store, filters_of(store, filters), _show if path or not _is_shown() else None)
    if path is None or make is None:
        _print(wanted, found)
    else:
        _deliver(make, found, path, force)
        tell(f"{out}: {plural(found.total, 'claim')}, and all that they name")
    _remark(wanted, found)
    remark_on(store)


def _show(done: int, total: int) -> None:
    """How many claims are done, which stays while indexes are made, or tables compressed."""
    from claimcli.cli.progress_bar import progress

    progress(done, total, "exporting", "claims", stays=True)


def _is_shown() -> bool:
    return sys.stdout.isatty()


def _deliver(make: "Make", found: "Selection", path: Path, force: bool) -> None:
    from claimcli.cli.progress_bar import clear

    try:
        with delivered(path, force) as new:
            make(found, new)
    finally:
        clear()


def _remark(format: ExportFormat, found: "Selection") -> None:
    from claimcli.cli.progress_bar import clear

    remarks = list(format.remarks(found))  # which may go through the claims again
    if remarks:
        clear()
    for remark in remarks:
        tell(remark)


def _format(name: str, excel: bool) -> ExportFormat:
    if name not in FORMATS:
        raise UnknownValue("format", name, FORMATS)
    if excel and name != "csv":
        raise ClaimcliError(f"--excel goes with csv; {name} needs none")
    return FORMATS[name]


def _demand_text(format: ExportFormat) -> None:
    """Raise where there is nothing for standard output."""
    if not format.is_text:
        what = "a folder" if format.is_folder else f"a file ({format.ending})"
        raise ClaimcliError(f"{format.name} is {what}: name it with -o PATH")


def _make(format: ExportFormat, excel: bool) -> "Make":
    if excel:
        from claimcli.exports.csv import make_for_excel

        return make_for_excel
    return format.make


def _print(format: ExportFormat, found: "Selection") -> None:
    from claimcli.cli.progress_bar import clear
    from claimcli.render import send

    texts = format.texts(found)
    if _is_shown():
        from claimcli.render.safe import visible

        texts = ("\n".join(map(visible, text.split("\n"))) for text in texts)
    try:
        send(texts)
    finally:
        clear()
    if not found.total:
        tell("no claims")
    elif format.is_folder:
        tell(
            "these are the claims; with -o DIR come questions, scholars, sources and names as well"
        )
