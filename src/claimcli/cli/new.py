"""`claimcli new`: records made from options or a file, checked before they are written."""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.cli import completion, options
from claimcli.errors import ClaimcliError
from claimcli.model import NAME_KINDS, SCHOLAR_KINDS

if TYPE_CHECKING:
    from claimcli.editing.composing import New

app = typer.Typer(add_completion=False, no_args_is_help=True)

EPILOG = """The ids of what was made are printed. Nothing is written where `claimcli check` would
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


@app.callback(epilog=EPILOG)
def command() -> None:
    """Make a claim, question, stance, scholar, source or name."""


class Field(NamedTuple):
    """A field that has an option: its name, what it is for, and whether it must be given."""

    name: str
    help: str
    is_required: bool = False


_CLAIM = tuple(
    Field(f.name, f.meaning.replace("`", "").removeprefix("required: "), f.is_required)
    for f in CLAIM_FIELDS
    if f.name != "id"
)
_NOTE = Field("note", "free")
_QUESTION = (
    Field("question", "the question as a sentence", True),
    Field("scope", "what it covers"),
    Field("period", "the time (EDTF)"),
    Field("exclusive", "true where one cannot hold two of its stances without contradiction"),
    Field("ordered", "true where the stances run from pole to pole"),
    Field("part_of", "a wider question"),
    _NOTE,
)
_STANCE = (
    Field("label", "short enough for the heading of a column", True),
    Field("meaning", "what one holds who holds it"),
    _NOTE,
)
_SCHOLAR = (
    Field("name", "as it is shown", True),
    Field("kind", ", ".join(SCHOLAR_KINDS), True),
    Field("school", "free"),
    Field("names", "other spellings: 'Ivanov; Иванов (cyrillic)'"),
    _NOTE,
)
_SOURCE = (
    Field("type", "of CSL: book, article-journal, chapter, thesis, classic, document", True),
    Field("title", "of the work"),
    Field("author", "'Family, Given; Family, Given'; without a comma a body"),
    Field("editor", "the same"),
    Field("issued", "when it appeared (EDTF)"),
    Field("original-date", "when it first appeared, where a later edition is cited (EDTF)"),
    Field("container-title", "of the journal or the volume"),
    Field("volume", "of a journal or a set"),
    Field("issue", "of a journal"),
    Field("page", "first and last: 33-58"),
    Field("publisher", "who published it"),
    Field("publisher-place", "where"),
    _NOTE,
)
_NAME = (
    Field("name", "as it is shown", True),
    Field("kind", ", ".join(NAME_KINDS), True),
    Field("spellings", "other spellings: 'Zhang Jue (pinyin); 張覺 (han)'"),
    _NOTE,
)
_FIELDS = {
    "claim": _CLAIM,
    "question": _QUESTION,
    "stance": _STANCE,
    "scholar": _SCHOLAR,
    "source": _SOURCE,
    "name": _NAME,
}
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


def _option(field: Field) -> Any:
    name = f"--{field.name.replace('_', '-')}"
    help = field.help[:1].upper() + field.help[1:] + "." * (field.help[-1:] not in ".'")
    return Annotated[
        str | None,
        typer.Option(
            name, metavar="VALUE", help=("Required. " if field.is_required else "") + help
        ),
    ]


def _register(kind: str) -> None:
    """Make the command of a kind, with an option for each of its fields."""

    def run(**given: Any) -> None:
        _make(kind, given)

    more: dict[str, Any] = {"claim": {"on": _ON}, "stance": {"on": _ON}}.get(kind, {})
    more |= {"question": {"stances": _STANCES}, "source": {"further": _FURTHER}}.get(kind, {})
    types = {
        **more,
        "id": _ID,
        **{_variable(field.name): _option(field) for field in _FIELDS[kind]},
        "source_file": _FROM,
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
    app.command(kind)(run)


def _variable(field: str) -> str:
    return "of_" + field.replace("-", "_")


for _kind in _FIELDS:
    _register(_kind)


def _make(kind: str, given: dict[str, Any]) -> None:
    from claimcli.cli.outcome import carried_out  # not for --help
    from claimcli.cli.session import corpus_to_write
    from claimcli.editing.composing import with_new
    from claimcli.editing.plan import Plan
    from claimcli.render import send

    if given["source_file"] is not None:
        _demand_alone(given)
        records: Callable[[Any], list[New]] = _from_file(kind, given["source_file"])
    else:
        _demand_required(kind, given)
        records = lambda reading: [_from_options(kind, given, reading)]  # noqa: E731 - one of two
    root = corpus_to_write(given["corpus"])
    ids: list[str] = []

    def planned(reading: Any) -> Plan:
        plan, made = with_new(root, reading, records(reading))
        ids[:] = made
        return plan

    carried_out(root, planned, dry_run=given["dry_run"])
    if not given["dry_run"]:
        send(f"{id}\n" for id in ids)


def _demand_alone(given: dict[str, Any]) -> None:
    others = [
        n for n, value in given.items() if value and n not in ("source_file", "dry_run", "corpus")
    ]
    if others:
        raise ClaimcliError("--from takes whole records, and goes with no option for a field")


def _demand_required(kind: str, given: dict[str, Any]) -> None:
    """Raise where something is missing, naming all of it with what to give."""
    missing = [
        f"  --{field.name}: {field.help}"
        for field in _FIELDS[kind]
        if field.is_required and given[_variable(field.name)] is None
    ]
    if kind == "stance" and given["on"] is None:
        missing.insert(0, "  --question: the question that it is on")
    if kind == "claim":
        missing += _missing_of_claim(given)
    if missing:
        raise ClaimcliError(f"a new {kind} needs more:\n" + "\n".join(missing))


def _missing_of_claim(given: dict[str, Any]) -> list[str]:
    found = []
    if given["of_citation"] is None and given["of_via"] is None:
        found.append("  --citation or --via: the holder's own work, or the one that reports it")
    if given["on"] is not None and given["of_stance"] is None:
        found.append("  --stance: one of the question's stances, or none where it takes no side")
    if given["on"] is None and given["of_stance"] is not None:
        found.append("  --question: the question that has the stance")
    return found


def _from_options(kind: str, given: dict[str, Any], reading: Any) -> "New":
    from claimcli.editing.composing import KEY_OF, New
    from claimcli.editing.typed import value_of

    claims = {claim.id for claim in reading.claims}
    key = KEY_OF[kind]
    values: dict[str, Any] = {"id": given["id"]} if given["id"] else {}
    for field in _FIELDS[kind]:
        words = given[_variable(field.name)]
        if words is not None:
            values[field.name] = value_of(key, (field.name,), words, claims)
    for pair in given.get("further") or ():
        name, equals, words = pair.partition("=")
        if not equals:
            raise ClaimcliError(f"--set {pair}: write FIELD=VALUE")
        values[name] = value_of(key, (name,), words, claims)
    if given.get("stances"):
        values["stances"] = _stances(given["stances"])
    return New(kind, values, given.get("on"))


def _stances(given: list[str]) -> dict[str, dict[str, str]]:
    """The stances of a new question: by their ids, or by ids proposed from their labels."""
    from claimcli.editing.ids import Known, proposed

    made: dict[str, dict[str, str]] = {}
    for words in given:
        id, equals, label = (part.strip() for part in words.partition("="))
        if not equals:
            label, id = words.strip(), proposed("stance", {"label": words}, Known({}, made)) or ""
        if not id or id in made:
            raise ClaimcliError(f"--stance {words}: write ID=LABEL, with an id that no other has")
        made[id] = {"label": label}
    return made


def _from_file(kind: str, name: str) -> Callable[[Any], list["New"]]:
    from claimcli.editing.given_records import records_in
    from claimcli.paths import expanded

    try:
        content = sys.stdin.buffer.read() if name == "-" else expanded(Path(name)).read_bytes()
    except OSError as error:
        raise ClaimcliError(f"{name} cannot be read: {error.strerror}") from error
    records = records_in("standard input" if name == "-" else name, content, kind)
    return lambda reading: records
