"""`claimcli new`: records made from options or a file, checked before they are written."""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcli.cli import completion, options, terminal_asker
from claimcli.cli.output import tell
from claimcli.cli.recorded_already import what_is_left
from claimcli.cli.texts_at_hand import TextsDirectory
from claimcli.editing.asked_fields import FIELDS, RecordField
from claimcli.errors import ClaimcliError

if TYPE_CHECKING:
    from claimcli.corpus.records import Reading
    from claimcli.editing.composing import New
    from claimcli.editing.plan import Plan

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
        _make(kind, given)

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


def _make(kind: str, given: dict[str, Any]) -> None:
    from claimcli.cli.session import corpus_to_write

    if given["source_file"] is not None:
        _demand_alone(given)
        records = _from_file(kind, given["source_file"])
        root = corpus_to_write(given["corpus"])
        _demand_outside(root, given["source_file"])
        _write(root, what_is_left(root, lambda reading: records, given["skip_recorded"]), given)
        return
    root = corpus_to_write(given["corpus"])
    words = _words(kind, given, root)
    missing = _missing(kind, words)
    if missing and terminal_asker.is_there():
        _converse(root, kind, words, given)
    elif missing:
        raise ClaimcliError(f"a new {kind} needs more:\n" + "\n".join(missing))
    else:
        _write_one(root, lambda reading: [_from_words(kind, words, given, reading)], kind, given)


def _write_one(
    root: Path, record: "Callable[[Reading], list[New]]", kind: str, given: dict[str, Any]
) -> None:
    """Write what was typed; of any other kind than a claim the id alone tells that it is there."""
    is_asked = kind == "claim" or given["skip_recorded"]
    _write(root, what_is_left(root, record, given["skip_recorded"]) if is_asked else record, given)


def _write(
    root: Path,
    records: "Callable[[Reading], list[New]]",
    given: dict[str, Any],
    *,
    is_agreed: bool = False,
) -> None:
    """Write records, and print their ids."""
    from claimcli.cli.outcome import carried_out
    from claimcli.dialogue.remembering import remember
    from claimcli.editing.composing import with_new
    from claimcli.render import send

    made: list[New] = []
    ids: list[str] = []

    def planned(reading: "Reading") -> "Plan":
        made[:] = records(reading)
        plan, ids[:] = with_new(root, reading, made, given.get("draft"))
        return plan

    carried_out(root, planned, dry_run=given["dry_run"], is_agreed=is_agreed)
    if not given["dry_run"]:
        send(f"{id}\n" for id in ids)
        remember(root, made)


def _converse(root: Path, kind: str, words: dict[str, str], given: dict[str, Any]) -> None:
    """Ask for what is missing, and write what was agreed upon."""
    from claimcli.cli.texts_at_hand import texts_there
    from claimcli.corpus.find import path_to
    from claimcli.dialogue.asker import Left
    from claimcli.dialogue.making import Wish, agreed_upon
    from claimcli.dialogue.remembering import remembered

    asker = terminal_asker.TerminalAsker(path_to(root))
    if given.get("draft"):
        _show_draft(root, given["draft"], asker, given.get("texts"))
    wish = Wish(kind, words, given.get("draft"))
    texts = texts_there(given.get("texts"))
    code = 0
    try:
        news = agreed_upon(root, wish, asker, remembered(root), texts)
    except (Left, KeyboardInterrupt):
        news, code = None, 130
    if news is None:
        tell("nothing is written; all is as it was")
        raise typer.Exit(code)
    _write(root, lambda reading: list(news), given, is_agreed=True)
    if news[-1].kind == "question" and not given["dry_run"]:
        tell(f"next: claimcli new claim --question {news[-1].values['id']}")


def _show_draft(
    root: Path, id: str, asker: terminal_asker.TerminalAsker, texts: Path | None
) -> None:
    """Show what was marked, and where it stands in its text, before anything is asked."""
    from claimcli.answers.review import Waiting, leaf
    from claimcli.cli.texts_at_hand import texts_there
    from claimcli.store import open_store

    with open_store(root) as store:
        draft = store.draft(id)
        if draft:
            asker.show(leaf(Waiting(draft, "draft"), store, texts_there(texts)))
            asker.say()


def _demand_alone(given: dict[str, Any]) -> None:
    others = [
        n
        for n, value in given.items()
        if value and n not in ("source_file", "skip_recorded", "dry_run", "corpus")
    ]
    if others:
        raise ClaimcliError("--from takes whole records, and goes with no option for a field")


def _demand_outside(root: Path, name: str) -> None:
    """Its records would count twice: as what is new, and as a broken file of the corpus."""
    from claimcli.corpus.files import is_yaml
    from claimcli.paths import expanded

    if is_yaml(Path(name).name) and expanded(Path(name)).resolve().is_relative_to(root.resolve()):
        raise ClaimcliError(
            f"{name} stands within the corpus, which reads every YAML file there as its own;"
            " move it out, and give it from there"
        )


def _words(kind: str, given: dict[str, Any], root: Path) -> dict[str, str]:
    """What was typed for the fields, the question and the id, over what a draft tells."""
    typed = {field.name: given[_variable(field.name)] for field in FIELDS[kind]}
    typed["id"] = given["id"]
    if "on" in given:
        typed["question"] = given["on"]
    if given.get("stances"):
        typed["stances"] = "; ".join(given["stances"])
    typed = {name: words for name, words in typed.items() if words is not None}
    return {**_of_draft(root, given), **typed}


def _of_draft(root: Path, given: dict[str, Any]) -> dict[str, str]:
    if given.get("draft") is None:
        return {}
    from claimcli.corpus.reading import read_corpus
    from claimcli.editing.composing import draft_of
    from claimcli.editing.drafts import words_of

    reading = read_corpus(root)
    return words_of(draft_of(reading, given["draft"]), reading)


def _missing(kind: str, words: dict[str, str]) -> list[str]:
    """What has to be given yet, each with what it is."""
    missing = [
        f"  {field.option}: {field.meaning}"
        for field in FIELDS[kind]
        if field.is_required and field.name not in words
    ]
    if kind == "stance" and "question" not in words:
        missing.insert(0, "  --question: the question that it is on")
    return missing + (_missing_of_claim(words) if kind == "claim" else [])


def _missing_of_claim(words: dict[str, str]) -> list[str]:
    found = []
    if "citation" not in words and "via" not in words:
        found.append("  --citation or --via: the holder's own work, or the one that reports it")
    if "question" in words and "stance" not in words:
        found.append("  --stance: one of the question's stances, or none where it takes no side")
    if "question" not in words and "stance" in words:
        found.append("  --question: the question that has the stance")
    return found


def _from_words(
    kind: str, words: dict[str, str], given: dict[str, Any], reading: "Reading"
) -> "New":
    from claimcli.editing.composing import KEY_OF, New
    from claimcli.editing.typed import stances_labelled, value_of

    claims = {claim.id for claim in reading.claims}
    key = KEY_OF[kind]
    values: dict[str, Any] = {"id": words["id"]} if words.get("id") else {}
    for field in FIELDS[kind]:
        if field.name in words:
            values[field.name] = value_of(key, (field.name,), words[field.name], claims)
    for pair in given.get("further") or ():
        name, equals, typed = pair.partition("=")
        if not equals:
            raise ClaimcliError(f"--set {pair}: write FIELD=VALUE")
        values[name] = value_of(key, (name,), typed, claims)
    if given.get("stances"):
        values["stances"] = stances_labelled(given["stances"])
    return New(kind, values, words.get("question") if "on" in given else None)


def _from_file(kind: str, name: str) -> list["New"]:
    from claimcli.editing.given_records import records_in
    from claimcli.paths import expanded

    try:
        content = sys.stdin.buffer.read() if name == "-" else expanded(Path(name)).read_bytes()
    except OSError as error:
        raise ClaimcliError(f"{name} cannot be read: {error.strerror}") from error
    return records_in("standard input" if name == "-" else name, content, kind)
