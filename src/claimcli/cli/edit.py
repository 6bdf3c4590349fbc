"""`claimcli edit`: a record changed in its file, by options or in an editor."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.cli import completion, options
from claimcli.errors import ClaimcliError

if TYPE_CHECKING:
    from claimcli.editing.amending import Settings

app = typer.Typer(add_completion=False)

EPILOG = """A field that is a list takes its values with commas between, works and relations with
semicolons; YAML in [ ] or { } will do as well. No other byte of the file changes. Nothing is
written where `claimcli check` would find a new error.

Examples:

\b
  claimcli edit vorobev-1975-both-wanted --set certainty=probable
  claimcli edit vorobev-1975-both-wanted --set note=Unsure. --dry-run
  claimcli edit vorobev-1975-both-wanted --set 'via=kim-2013, p. 61'
  claimcli edit who-started-war/both-wanted --set 'label=Both wanted it'
  claimcli edit vorobev --rename vorobyov
"""


@app.command(epilog=EPILOG)
def command(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A record of any kind, or a stance as QUESTION/STANCE.",
            autocompletion=completion.offered(completion.ids),
        ),
    ],
    set: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Give a field this value; repeatable."),
    ] = None,
    unset: Annotated[
        list[str] | None,
        typer.Option("--unset", metavar="FIELD", help="Take a field out; repeatable."),
    ] = None,
    rename: Annotated[
        str | None,
        typer.Option(
            "--rename", metavar="NEW", help="Give it another id, and all that refers to it."
        ),
    ] = None,
    delete: Annotated[
        bool, typer.Option("--delete", help="Take it out, unless something refers to it.")
    ] = False,
    dry_run: options.DryRun = False,
    corpus: options.CorpusDirectory = None,
) -> None:
    """Change a record, rename or delete it, or open it in your editor.

    Without an option the editor is opened: CLAIMCLI_EDITOR, VISUAL or EDITOR.
    """
    from claimcli.cli.outcome import carried_out  # not for --help
    from claimcli.cli.session import corpus_to_write
    from claimcli.editing import amending

    settings = _settings(set or (), unset or ())
    if sum((bool(settings), rename is not None, delete)) > 1:
        raise ClaimcliError("--set and --unset, --rename and --delete do not go together")
    root = corpus_to_write(corpus)
    if settings:
        carried_out(root, lambda r: amending.with_settings(root, r, id, settings), dry_run=dry_run)
    elif rename is not None:
        carried_out(root, lambda r: amending.renamed(root, r, id, rename), dry_run=dry_run)
    elif delete:
        carried_out(root, lambda r: amending.without(root, r, id), dry_run=dry_run)
    else:
        _open(root, id, dry_run)


def _settings(set: list[str] | tuple[()], unset: list[str] | tuple[()]) -> "Settings":
    """The fields and what was typed for them, in the order in which they were given."""
    settings: Settings = {}
    for given in set:
        field, equals, words = given.partition("=")
        if not equals:
            raise ClaimcliError(f"--set {given}: write FIELD=VALUE")
        _add(settings, field, words)
    for field in unset:
        _add(settings, field, None)
    return settings


def _add(settings: "Settings", field: str, words: str | None) -> None:
    path = tuple(field.strip().split("."))
    if path in settings:
        raise ClaimcliError(f"{field} is given twice")
    settings[path] = words


def _open(root: Path, id: str, dry_run: bool) -> None:
    """Open the record's file at its line, and look at what was written."""
    from claimcli.cli.editor import edit
    from claimcli.corpus.reading import read_corpus
    from claimcli.editing.amending import found

    if dry_run:
        raise ClaimcliError("--dry-run goes with --set, --unset, --rename and --delete")
    at = found(read_corpus(root), id)
    edit(root, at.file, at.line)
