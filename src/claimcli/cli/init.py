"""`claimcli init`: a corpus of one's own begun, and git told how to merge it."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.cli.output import tell

app = typer.Typer(add_completion=False)

EPILOG = """Nothing is written over: where a file of a new corpus is there already, it is named. In
a corpus that is there, --merge-driver writes no file: it changes git's settings of this clone.

Examples:

\b
  claimcli init quarrel
  claimcli init ~/quarrel
"""


@app.command(epilog=EPILOG)
def command(
    directory: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where; the working directory if not said.")
    ] = Path(),
    merge_driver: Annotated[
        bool,
        typer.Option(
            "--merge-driver", help="Tell git to merge by record; also where a corpus is already."
        ),
    ] = False,
) -> None:
    """Begin a corpus of your own, with an example that compares."""
    from claimcli.corpus.find import MARK, working_directory
    from claimcli.paths import expanded

    working_directory()
    place = expanded(directory)
    if not (merge_driver and (place / MARK).is_file()):
        _begin(place, directory, merge_driver)
    if merge_driver:
        _settle(place)


def _begin(place: Path, directory: Path, merge_driver: bool) -> None:
    from claimcli.editing.initial import FILES, QUESTION, begin

    begin(place)
    steps = [] if place.resolve() == Path.cwd() else [f"cd {directory}"]
    steps += ["claimcli check", f"claimcli compare {QUESTION}", "claimcli new --help"]
    steps += [] if merge_driver else ["git init && claimcli init --merge-driver"]
    tell(f"{len(FILES) + 1} files written. What to do next:")
    for step in steps:
        tell(f"  {step}")


def _settle(place: Path) -> None:
    from claimcli.editing.git_settings import ATTRIBUTES, has_attributes, settle

    settle(place)
    tell("git merges by record in this clone now, and each hunk of a diff names its record")
    if not has_attributes(place):
        tell(f"for that .gitattributes has to say: {ATTRIBUTES}")
