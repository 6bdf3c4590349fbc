"""`claimcli import`: libraries and highlights, as other programs keep them, into the corpus."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.cli import completion, options
from claimcli.cli.output import emit, ending_with, output, tell
from claimcli.imports.known_formats import ALSO, FORMATS

if TYPE_CHECKING:
    from claimcli.answers.import_ import Imported
    from claimcli.imports.given_files import ForeignFile

app = typer.Typer(add_completion=False)

CALLED = (*FORMATS, *ALSO)

EPILOG = """What a file is, its content tells. Citation keys stay as they are. What is in the corpus
already stays untouched, so that a library can be imported again when it has grown; where the file
has other values, they are shown, and --update takes them. A row or an entry that cannot be read is
told, and costs itself alone; the command then ends with 1. docs/importing.md says what becomes of
which field, and which columns of a table are known.

Examples:

\b
  claimcli import library.bib --dry-run
  claimcli import library.bib --scholars
  claimcli import annotations.json --map colours.txt
  claimcli import library.json --update --json | jq '.changed'
  claimcli import claims.csv --dry-run
  claimcli import claims.csv --map 'Argument=statement'
"""


@app.command(epilog=EPILOG)
def command(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files to read; - is standard input.")
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="FORMAT",
            help=f"What the files are: {', '.join(CALLED)}.",
            autocompletion=completion.offered(completion.words(CALLED)),
        ),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(
            "--into", metavar="FILE", help="The corpus's file for new sources, else where most are."
        ),
    ] = None,
    scholars: Annotated[
        bool, typer.Option("--scholars", help="Make scholars of the authors, too.")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Take the file's values where the corpus has others.")
    ] = False,
    map: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD|FILE",
            help="What a column of a table is (- leaves it out); repeatable. Or a file of such "
            "lines, or of lines like `yellow: QUESTION/STANCE`: what colours and tags mean.",
        ),
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="What all rows of a table have, where it has no column for it; repeatable.",
        ),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook.")
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Of files that are not UTF-8: cp1252, …"),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would come, as a diff, too; write nothing.")
    ] = False,
    json: options.Json = False,
    corpus: options.CorpusDirectory = None,
) -> None:
    """Bring a library, marked passages or a table of claims into the corpus.

    BibTeX, biblatex, CSL (JSON or YAML) and RIS become sources. Highlights and notes of Zotero,
    Hypothesis and Readwise (CSV), and quotations in Markdown, become drafts, which are no claims
    yet. Tables (CSV, TSV, JSON lines, XLSX, ODS) with columns such as question, stance, statement,
    holder, source and page become claims, with the questions, stances, scholars and sources that
    they name. A report says, with lines, what is new, what differs, and what was changed or left.
    """
    from claimcli.answers.import_ import ask  # not for --help
    from claimcli.cli.outcome import refuse, tell_of_schema
    from claimcli.cli.session import corpus_to_write
    from claimcli.corpus.find import path_to
    from claimcli.editing.plan import Rejected
    from claimcli.imports.given_files import maps_in
    from claimcli.imports.planning import Wish
    from claimcli.imports.tables.columns import mapped_from

    root = corpus_to_write(corpus)
    read = [one for file in files for one in _read(file)]
    colours, columns = maps_in(map or ())
    wish = Wish(into, scholars, update, colours, mapped_from(columns, given or ()))
    try:
        found = ask(
            root, read, wish, format=format, encoding=encoding, sheet=sheet, dry_run=dry_run
        )
    except Rejected as rejected:
        refuse(root, rejected.found)
    with ending_with(int(found.has_failed)):
        emit(found, output(None, json))
        if dry_run and not json:
            _preview(found, path_to(root))
        tell(found.said)
        further = _next(found) if found.is_written else ""
        if further:
            tell(further)
        if found.is_written:
            tell_of_schema(root)


_LINES = 60
"""Lines of a diff that a preview shows; JSON has all."""


def _preview(found: "Imported", prefix: str) -> None:
    """The first lines of what would become of the files."""
    from claimcli.editing.plan import as_diff
    from claimcli.render import send
    from claimcli.render.safe import visible

    lines = as_diff(found.done.plan, prefix.lstrip("/")).split("\n")[:-1]
    send(f"{visible(line)}\n" for line in lines[:_LINES])
    if len(lines) > _LINES:
        send([f"… and {len(lines) - _LINES:,} lines more; --json has all, as `diff`\n"])


def _read(file: str) -> "list[ForeignFile]":
    from claimcli.imports.given_files import ForeignFile, foreign_files

    return [ForeignFile("-", sys.stdin.buffer.read())] if file == "-" else foreign_files(file)


def _next(found: "Imported") -> str:
    """What comes next, with what was brought in."""
    taken = found.taken
    if taken.drafts:
        return "a draft is no claim yet: `claimcli review` makes claims of them, one by one"
    question = next((one.values["id"] for one in taken.records if one.kind == "question"), None)
    if question:
        return f"next: claimcli compare {question}"
    if taken.new and not taken.same and not taken.records:
        return "next: claimcli new question; claimcli import FILE, for what you have highlighted"
    return ""
