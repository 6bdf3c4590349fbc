"""`claimcli init`: a corpus of one's own begun."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.cli.output import tell

app = typer.Typer(add_completion=False)

EPILOG = """Nothing is written over: where a file of a new corpus is there already, it is named.

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
) -> None:
    """Begin a corpus of your own, with an example that compares."""
    from claimcli.corpus.find import working_directory
    from claimcli.editing.initial import FILES, QUESTION, begin
    from claimcli.paths import expanded

    working_directory()
    place = expanded(directory)
    begin(place)
    steps = [] if place.resolve() == Path.cwd() else [f"cd {directory}"]
    steps += [
        "claimcli check",
        f"claimcli compare {QUESTION}",
        "claimcli new --help",
        'git config diff.claims.xfuncname "^- id: (.*)$"',
    ]
    tell(f"{len(FILES)} files written. What to do next:")
    for step in steps:
        tell(f"  {step}")
