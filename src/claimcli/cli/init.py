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
    from claimcli.editing.initial import EXAMPLES, FILES, QUESTION, begin

    begin(place)
    steps = [] if place.resolve() == Path.cwd() else [(f"cd {directory}", "")]
    steps += [
        (f"claimcli compare {QUESTION}", "an example, and what it comes to"),
        ("claimcli import library.bib --scholars", "your library: BibTeX, CSL or RIS"),
        ("claimcli import annotations.json", "what you highlighted, or a table: .csv, .xlsx"),
        ("claimcli new question", "asks; then claimcli new claim"),
        ("claimcli check", "after you changed a file by hand"),
    ]
    steps += [] if merge_driver else [("git init && claimcli init --merge-driver", "for several")]
    tell(f"{len(FILES) + 1} files written. What to do next:")
    for command, why in steps:
        tell(f"  {command:42}{why}".rstrip())
    tell(f"The example counts until you delete it: the file questions/{QUESTION}.yaml, then")
    tell(f"  {' && '.join(f'claimcli edit {id} --delete' for id in EXAMPLES[:2])} \\")
    tell(f"  && {' && '.join(f'claimcli edit {id} --delete' for id in EXAMPLES[2:])}")


def _settle(place: Path) -> None:
    from claimcli.editing.git_settings import ATTRIBUTES, has_attributes, settle

    settle(place)
    tell("git merges by record in this clone now, and each hunk of a diff names its record")
    if not has_attributes(place):
        tell(f"for that .gitattributes has to say: {ATTRIBUTES}")
