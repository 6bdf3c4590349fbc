"""`claimcli schema`: JSON Schema of the files of a corpus, and of what the commands print."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.cli import options
from claimcli.cli.destination import Force, Out, deliver, destination
from claimcli.errors import ClaimcliError

app = typer.Typer(add_completion=False)

CORPUS = "corpus"
"""What stands for the files of a corpus."""

EPILOG = """With the schema of its files an editor completes keys and words, marks what is wrong
while it is typed, and tells what a field is for. With --with-ids it knows the scholars, sources,
claims and stances of a corpus, too, until there are new ones: `new`, `edit`, `import` and `check`
tell when the file that `init` made has not those of now, and --renew makes it anew. docs/schema.md
says how an editor is told.

Examples:

\b
  claimcli schema corpus
  claimcli schema --renew
  claimcli schema corpus --with-ids --out schema.json
  claimcli schema search | jq '."$defs".hit.required'
  claimcli schema list tags
"""


@app.command(epilog=EPILOG)
def command(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]",
            help="`corpus` for files, or a command that prints JSON; `corpus` unless said.",
        ),
    ] = None,
    with_ids: Annotated[
        bool, typer.Option("--with-ids", help="With the ids of the corpus, of files alone.")
    ] = False,
    renew: Annotated[
        bool,
        typer.Option("--renew", help="Write the corpus's own .claimcli.schema.json, with its ids."),
    ] = False,
    draft_07: Annotated[
        bool, typer.Option("--draft-07", help="In draft-07 for older editors, not in 2020-12.")
    ] = False,
    out: Out = None,
    force: Force = False,
    corpus: options.CorpusDirectory = None,
) -> None:
    """Print JSON Schema of a corpus's files, or of what a command prints as JSON."""
    from claimcli.render import json_text  # not for --help
    from claimcli.schemas.dialect import in_draft_07
    from claimcli.schemas.printed import of_output

    name = " ".join(what or ()) or CORPUS
    if with_ids and name != CORPUS:
        raise ClaimcliError("--with-ids goes with `claimcli schema corpus`")
    if renew:
        _renew(corpus, (with_ids, draft_07, name != CORPUS, out is not None, force))
        return
    path = destination(out, force)
    made = _of_corpus(with_ids, corpus) if name == CORPUS else of_output(name)
    deliver(json_text(in_draft_07(made) if draft_07 else made).encode(), path, force)


def _renew(corpus: Path | None, others: tuple[bool, ...]) -> None:
    """Write the file that an editor is told of by `init`, in the dialect that editors know."""
    from claimcli.cli.session import corpus_to_write
    from claimcli.editing.initial import SCHEMA
    from claimcli.render import json_text
    from claimcli.schemas.dialect import in_draft_07

    if any(others):
        raise ClaimcliError("--renew goes with --corpus alone")
    root = corpus_to_write(corpus)
    made = json_text(in_draft_07(_of_corpus(True, root))).encode()
    deliver(made, root / SCHEMA, force=True)


def _of_corpus(with_ids: bool, corpus: Path | None) -> dict[str, object]:
    from claimcli.cli.session import open_corpus, remark_on
    from claimcli.schemas.known_ids import known_in, of_files_with
    from claimcli.schemas.written import of_files

    if not with_ids:
        return of_files()
    store = open_corpus(corpus)
    made = of_files_with(known_in(store))
    remark_on(store)
    return made
