"""`claimcli new`: records made from options or a file, checked before they are written."""

import inspect
from typing import Annotated, Any

import typer

from claimcli.cli import completion, options
from claimcli.cli.texts_at_hand import TextsDirectory
from claimcli.editing.asked_fields import FIELDS, RecordField

app = typer.Typer(add_completion=False, no_args_is_help=True)

EPILOG = """On a terminal what is missing is asked for, with completion of known ids; the record is
shown as it will be written, then written. Elsewhere options say all.

The ids of what was made are printed. Nothing is written where `claimcli check` would
find a new error; --dry-run shows what would be.

Examples:

\b
  claimcli new scholar --name 'Ivan Petrov' --kind person
  claimcli new source --author 'Petrov, Ivan' --issued 1950 --type book
  claimcli new stance --question who-started-war --label 'Nobody wanted it'
  claimcli new question --question 'Who won?' --stance 'jin=Jin won'
  claimcli new claim --scholars kim --statement 'It was.' --citation kim-2013
  claimcli new name --name 'Kaifeng' --kind place --spellings '開封 (han)'
"""

_ASKS = "On a terminal what is missing is asked for."
EPILOGS = {
    "claim": f"""{_ASKS} --draft ID begins with what was marked.

\b
Examples:
  claimcli new claim --question who-started-war --stance both-wanted \\
    --scholars vorobev --citation 'vorobev-1975, p. 116' \\
    --statement 'Both courts wanted it.' --quote 'on both sides'
  claimcli new claim --scholars kim --statement 'It was.' --citation kim-2013
  claimcli new claim --from new.yaml

\b
where new.yaml, a file beside the corpus, has
  - question: who-started-war
    stance: both-wanted
    scholars: [vorobev]
    statement: Both courts wanted it.
    citation: {{source: vorobev-1975, locator: p. 116}}
    quote: on both sides
""",
    "question": f"""{_ASKS}

\b
Examples:
  claimcli new question --question 'Who won?' --stance Jin --stance Song
  claimcli new question --question 'Who won?' --stance jin=Jin --exclusive yes
  claimcli new question --from question.yaml

\b
where question.yaml, a file beside the corpus, has
  question: Who won?
  stances:
    jin: Jin won
    song: Song won
""",
    "stance": f"""{_ASKS}

\b
Examples:
  claimcli new stance --question who-started-war --label 'Nobody wanted it'
""",
    "scholar": f"""{_ASKS}

\b
Examples:
  claimcli new scholar --name 'Ivan Petrov' --kind person
  claimcli new scholar --name 'many historians' --kind unnamed
""",
    "source": f"""{_ASKS} `claimcli import` brings in a library at once.

\b
Examples:
  claimcli new source --author 'Petrov, Ivan' --issued 1950 --type book
  claimcli new source --type chapter --title 'On it' --set genre=lecture
""",
    "name": f"""{_ASKS}

\b
Examples:
  claimcli new name --name 'Kaifeng' --kind place --spellings '開封 (han)'
""",
}
"""What stands below the help for each kind of record."""


@app.callback(epilog=EPILOG)
def command() -> None:
    """Make a claim, question, stance, scholar, source or name."""


_SAID = {
    "claim": "Record who holds what, where, and how it is known.",
    "question": "Begin a question, in a file of its own.",
    "stance": "Give a question one more stance, behind those that it has.",
    "scholar": "Record somebody who makes claims.",
    "source": "Record a work, in the variables of CSL.",
    "name": "Record a name that claims are about, with its spellings.",
}

_ID = Annotated[
    str | None, typer.Option("--id", metavar="ID", help="Its id; proposed where none is given.")
]
_FROM = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Records in YAML or JSON, or - for standard input: one or many, all or none.",
    ),
]
_SKIP = Annotated[
    bool | None,
    typer.Option(
        "--skip-recorded/--also-recorded",
        help="Leave out what is recorded already, or write it all the same.",
    ),
]
_FURTHER = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="Any other variable of CSL; repeatable."),
]
_STANCES = Annotated[
    list[str] | None,
    typer.Option("--stance", metavar="[ID=]LABEL", help="A stance, in their order; repeatable."),
]
_ON = Annotated[
    str | None,
    typer.Option(
        "--question",
        metavar="ID",
        help="The question that it is on.",
        autocompletion=completion.offered(completion.questions),
    ),
]


def _option(field: RecordField) -> Any:
    said = field.meaning
    help = said[:1].upper() + said[1:] + "." * (said[-1:] not in ".'")
    return Annotated[
        str | None,
        typer.Option(
            field.option, metavar="VALUE", help=("Required. " if field.is_required else "") + help
        ),
    ]


_DRAFT = Annotated[
    str | None,
    typer.Option(
        "--draft", metavar="ID", help="The draft that it is made of, which then goes; see `list`."
    ),
]
_MORE: dict[str, dict[str, Any]] = {
    "claim": {"on": _ON, "draft": _DRAFT, "texts": TextsDirectory},
    "stance": {"on": _ON},
    "question": {"stances": _STANCES},
    "source": {"further": _FURTHER},
}
"""The options of a kind that are no fields of it."""


def _register(kind: str) -> None:
    """Make the command of a kind, with an option for each of its fields."""

    def run(**given: Any) -> None:
        from claimcli.cli.new_record import make  # not for --help

        make(kind, {field.name: given.pop(_variable(field.name)) for field in FIELDS[kind]}, given)

    types = {
        **_MORE.get(kind, {}),
        "id": _ID,
        **{_variable(field.name): _option(field) for field in FIELDS[kind]},
        "source_file": _FROM,
        "skip_recorded": _SKIP,
        "dry_run": options.DryRun,
        "corpus": options.CorpusDirectory,
    }
    run.__doc__ = _SAID[kind]
    run.__annotations__ = types
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # what typer reads
        [
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                default=False if name == "dry_run" else None,
                annotation=type,
            )
            for name, type in types.items()
        ]
    )
    app.command(kind, epilog=EPILOGS[kind])(run)


def _variable(field: str) -> str:
    return "of_" + field.replace("-", "_")


for _kind in FIELDS:
    _register(_kind)
