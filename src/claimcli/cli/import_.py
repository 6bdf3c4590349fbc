"""`claimcli import`: libraries and highlights, as other programs keep them, into the corpus."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.cli import completion, options
from claimcli.cli.output import emit, ending_with, output, tell
from claimcli.errors import ClaimcliError

if TYPE_CHECKING:
    from claimcli.answers.import_ import ForeignFile, Imported

app = typer.Typer(add_completion=False)

FORMATS = (
    *("bibtex", "biblatex", "csl-json", "csl-yaml", "ris"),
    *("zotero", "hypothesis", "readwise", "markdown"),
)

EPILOG = """What a file is, its content tells. Citation keys stay as they are. What is in the corpus
already stays untouched, so that a library can be imported again when it has grown; where the file
has other values, they are shown, and --update takes them. All is written or nothing. Ends with 1
where something in a file could not be read. docs/importing.md says what becomes of which field.

Examples:

\b
  claimcli import library.bib --dry-run
  claimcli import library.bib --scholars
  claimcli import annotations.json --map colours.txt
  claimcli import library.json --update --json | jq '.changed'
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
            help=f"What the files are: {', '.join(FORMATS)}.",
            autocompletion=completion.offered(completion.words(FORMATS)),
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
        Path | None,
        typer.Option(
            "--map",
            metavar="FILE",
            help="Lines like `yellow: QUESTION/STANCE`: what colours and tags of highlights mean.",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Of files that are not UTF-8: cp1252, …"),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come, and write nothing.")
    ] = False,
    json: options.Json = False,
    corpus: options.CorpusDirectory = None,
) -> None:
    """Bring a library, or what was marked while reading, into the corpus.

    BibTeX, biblatex, CSL (JSON or YAML) and RIS become sources. Highlights and notes of Zotero,
    Hypothesis and Readwise (CSV), and quotations in Markdown, become drafts, which are no claims
    yet. A report says, with lines, what is new, what differs, and what was changed or left.
    """
    from claimcli.answers.import_ import ask  # not for --help
    from claimcli.cli.outcome import tell_problems
    from claimcli.cli.session import corpus_to_write
    from claimcli.editing.plan import Rejected
    from claimcli.imports.planning import Wish

    root = corpus_to_write(corpus)
    given = [_read(file) for file in files]
    wish = Wish(into, scholars, update, _map(map) if map else None)
    try:
        found = ask(root, given, wish, format=format, encoding=encoding, dry_run=dry_run)
    except Rejected as rejected:
        tell_problems(root, rejected.found)
        tell("nothing is written: the checks would find these errors")
        raise typer.Exit(2) from None
    with ending_with(int(found.has_failed)):
        emit(found, output(None, json))
        tell(_said(found, dry_run))


def _map(file: Path) -> tuple[str, str]:
    from claimcli.imports.decoding import decoded

    found = _read(str(file))
    return found.name, decoded(found.name, found.content)


def _read(file: str) -> "ForeignFile":
    from claimcli.answers.import_ import ForeignFile
    from claimcli.corpus.files import why_not
    from claimcli.paths import expanded

    if file == "-":
        return ForeignFile("-", sys.stdin.buffer.read())
    try:
        return ForeignFile(file, expanded(Path(file)).read_bytes())
    except OSError as error:
        raise ClaimcliError(f"{file}: {why_not(error)}") from error


def _said(found: "Imported", dry_run: bool) -> str:
    """What was done, in one line."""
    from claimcli.answers.wording import plural

    taken = found.taken
    parts = [plural(len(taken.new), "new source")]
    if taken.people.new:
        parts.append(plural(len(taken.people.new), "new scholar"))
    if taken.drafts:
        parts.append(plural(len(taken.drafts), "new draft"))
    same = len(taken.same) + taken.same_drafts
    if same:
        parts.append(f"{same} there already")
    changed = len({one.id for one in taken.differences})
    if changed:
        parts.append(f"{changed} {'updated' if found.updates else 'with other values'}")
    words = ", ".join(parts)
    files = [change.file for change in found.done.plan.changes]
    if not files:
        hint = "; --update takes them" if changed and not found.updates else ""
        return f"nothing to write: {words}{hint}"
    return f"{'would write' if dry_run else 'wrote'} {', '.join(files)}: {words}"
