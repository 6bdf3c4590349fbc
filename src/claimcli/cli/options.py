"""The options that commands share: the same name and meaning everywhere."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.cli import completion
from claimcli.errors import ClaimcliError
from claimcli.render import FORMATS


def only_one(option: str, values: list[str] | None) -> str | None:
    """The value of an option that may be given once; raises where it is given more often."""
    if values and len(set(values)) > 1:
        raise ClaimcliError(f"{option} is given {len(values)} times, and can be met only once")
    return values[0] if values else None


CorpusDirectory = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        metavar="DIR",
        help="The corpus; else CLAIMCLI_CORPUS, the nearest one above, the shipped one.",
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read the YAML afresh and leave the cache alone.")
]
NoPager = Annotated[
    bool, typer.Option("--no-pager", help="Print long tables straight to the terminal.")
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        help="How to print; a table unless said otherwise.",
        autocompletion=completion.offered(completion.words(FORMATS)),
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Fields = Annotated[
    str | None,
    typer.Option(
        "--fields", metavar="A,B,…", help="Only these columns, or keys of JSON, in this order."
    ),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", min=0, metavar="N", help="At most N; a table shows 20 unless told."),
]
LimitOfEach = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=0,
        metavar="N",
        help="At most N claims under each heading; a table shows 20 unless told.",
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what would change, as a diff, and write nothing.")
]
