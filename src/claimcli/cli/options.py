"""The options that commands share: the same name and meaning everywhere."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.cli import completion
from claimcli.errors import ClaimcliError
from claimcli.model import CLAIM_CERTAINTIES, RELATION_TYPES
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
        "--fields", metavar="A,B,…", help="The columns of a table, csv, tsv or md, in this order."
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

Question = Annotated[
    list[str] | None,
    typer.Option(
        "--question",
        metavar="ID",
        help="Claims on this question.",
        autocompletion=completion.offered(completion.questions),
    ),
]
Stance = Annotated[
    list[str] | None,
    typer.Option(
        "--stance",
        metavar="ID",
        help="Claims that take this stance (STANCE or QUESTION/STANCE).",
        autocompletion=completion.offered(completion.stances),
    ),
]
Scholar = Annotated[
    list[str] | None,
    typer.Option(
        "--scholar",
        metavar="ID",
        help="Claims that this scholar holds; a name will do.",
        autocompletion=completion.offered(completion.scholars),
    ),
]
School = Annotated[
    list[str] | None,
    typer.Option(
        "--school",
        metavar="NAME",
        help="Claims of this school.",
        autocompletion=completion.offered(completion.schools),
    ),
]
Source = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="ID",
        help="Claims made in this work.",
        autocompletion=completion.offered(completion.sources),
    ),
]
Via = Annotated[
    list[str] | None,
    typer.Option(
        "--via",
        metavar="ID",
        help="Claims reported by this work.",
        autocompletion=completion.offered(completion.sources),
    ),
]
Certainty = Annotated[
    list[str] | None,
    typer.Option(
        "--certainty",
        metavar="WORD",
        help=f"One of: {', '.join(CLAIM_CERTAINTIES)}.",
        autocompletion=completion.offered(completion.words(CLAIM_CERTAINTIES)),
    ),
]
Year = Annotated[
    list[str] | None,
    typer.Option("--year", metavar="1950..1980", help="Year of the holder's own work."),
]
Period = Annotated[
    list[str] | None,
    typer.Option("--period", metavar="1123..1127", help="The time that the claim speaks of."),
]
Tag = Annotated[
    list[str] | None,
    typer.Option(
        "--tag",
        metavar="TAG",
        help="Claims so tagged.",
        autocompletion=completion.offered(completion.tags),
    ),
]
Relation = Annotated[
    list[str] | None,
    typer.Option(
        "--relation",
        metavar="WORD",
        help=f"Claims that do so to another: {', '.join(RELATION_TYPES)}.",
        autocompletion=completion.offered(completion.words(RELATION_TYPES)),
    ),
]
FirstHand = Annotated[bool, typer.Option("--first-hand", help="Read in the holder's own work.")]
SecondHand = Annotated[bool, typer.Option("--second-hand", help="Known through another's work.")]
Unclear = Annotated[
    bool, typer.Option("--unclear", help="Where something is the recorder's judgement.")
]
