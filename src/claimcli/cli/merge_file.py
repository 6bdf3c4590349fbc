"""`claimcli merge-file`: three versions of a file brought together, as git asks a merge driver."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.cli.output import tell
from claimcli.errors import ClaimcliError

app = typer.Typer(add_completion=False)

EPILOG = """OURS is written over with the result. Ends with 1 where something is for a person to
decide: then git's conflict markers are in the records that both sides changed to different ends,
and in no other. Comments, order and line ends stay. `claimcli init --merge-driver` tells git to
merge so.

Examples:

\b
  claimcli merge-file base.yaml ours.yaml theirs.yaml
  claimcli merge-file --stdout base.yaml ours.yaml theirs.yaml
"""


@app.command(epilog=EPILOG)
def command(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="What both began with; %O of git.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our version; %A of git.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="The other one; %B of git.")],
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="What to call the file; %P of git.")
    ] = None,
    stdout: Annotated[
        bool, typer.Option("--stdout", help="Print the result, and write nothing.")
    ] = False,
) -> None:
    """Merge two changes of a corpus's file by record and field, for git."""
    from claimcli.merging.three_way import merge  # not for --help
    from claimcli.render import send
    from claimcli.writing import Writing, write_all

    versions = [_read(path) for path in (base, ours, theirs)]
    result = merge(*versions)
    if stdout:
        send([result.content])
    elif result.content != versions[1]:
        write_all([Writing(ours, result.content, versions[1])])
    if result.conflicts:
        tell(f"{name or ours}: for you to decide: {', '.join(result.conflicts)}")
        raise typer.Exit(1)


def _read(path: Path) -> bytes:
    from claimcli.corpus.files import why_not

    try:
        return path.read_bytes()
    except OSError as error:
        raise ClaimcliError(f"{path} cannot be read: {why_not(error)}") from error
