"""`claimcli init`: a corpus of one's own begun, and git told how to merge it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.cli.output import tell

if TYPE_CHECKING:
    from claimcli.corpus.records import Reading
    from claimcli.editing.plan import Plan

app = typer.Typer(add_completion=False)

EPILOG = """Nothing is written over: where a file of a new corpus is there already, it is named. In
a corpus that is there, --without-example takes the example out of it, and --merge-driver changes
git's settings of this clone.

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
    without_example: Annotated[
        bool,
        typer.Option("--without-example", help="Take the example away, or begin without one."),
    ] = False,
) -> None:
    """Begin a corpus of your own, with an example that compares."""
    from claimcli.corpus.find import MARK, working_directory
    from claimcli.paths import expanded

    working_directory()
    place = expanded(directory)
    is_there = (place / MARK).is_file()
    if not (is_there and (merge_driver or without_example)):
        _begin(place, directory, merge_driver, not without_example)
    if without_example:
        _take_example(place, is_there)
    if merge_driver:
        _settle(place)


def _begin(place: Path, directory: Path, merge_driver: bool, has_example: bool) -> None:
    from shlex import quote

    from claimcli.editing.initial import FILES, QUESTION, begin

    begin(place)
    steps = [] if place.resolve() == Path.cwd() else [(f"cd {quote(str(directory))}", "")]
    if has_example:
        steps += [
            (f"claimcli compare {QUESTION}", "an example, and what it comes to"),
            ("claimcli init --without-example", "takes it away when you have seen it"),
        ]
    steps += [
        ("claimcli import library.bib --scholars", "your library: BibTeX, CSL or RIS"),
        ("claimcli import annotations.json", "what you highlighted, or a table: .csv, .xlsx"),
        ("claimcli new question", "asks; then claimcli new claim"),
        ("claimcli check", "after you changed a file by hand"),
    ]
    steps += [] if merge_driver else [("git init && claimcli init --merge-driver", "for several")]
    tell(f"{len(FILES) + has_example} files written. What to do next:")
    for command, why in steps:
        tell(f"  {command:42}{why}".rstrip())


def _take_example(place: Path, is_told: bool) -> None:
    from claimcli.cli.outcome import carried_out
    from claimcli.editing.example import without_example
    from claimcli.editing.plan import carry_out

    def planned(reading: "Reading") -> "Plan":
        return without_example(place, reading)

    if is_told:
        carried_out(place, planned, dry_run=False)
    else:
        carry_out(place, planned)


def _settle(place: Path) -> None:
    from claimcli.editing.git_settings import ATTRIBUTES, has_attributes, settle

    settle(place)
    tell("git merges by record in this clone now, and each hunk of a diff names its record")
    if not has_attributes(place):
        tell(f"for that .gitattributes has to say: {ATTRIBUTES}")
