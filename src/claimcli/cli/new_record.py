"""What `claimcli new` does: a record of what was typed, of a conversation, or of a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from claimcli.cli import terminal_asker
from claimcli.cli.outcome import carried_out
from claimcli.cli.output import tell
from claimcli.cli.recorded_already import what_is_left
from claimcli.cli.session import corpus_to_write
from claimcli.cli.texts_at_hand import texts_there
from claimcli.corpus.files import is_yaml
from claimcli.corpus.find import path_to
from claimcli.corpus.reading import read_corpus
from claimcli.dialogue.asker import Left
from claimcli.dialogue.remembering import remember, remembered
from claimcli.editing.asked_fields import FIELDS
from claimcli.editing.composing import KEY_OF, New, draft_of, with_new
from claimcli.editing.drafts import words_of
from claimcli.editing.given_records import records_in
from claimcli.editing.typed import stances_labelled, value_of
from claimcli.errors import ClaimcliError
from claimcli.paths import expanded
from claimcli.render import send

if TYPE_CHECKING:
    from claimcli.corpus.records import Reading
    from claimcli.editing.plan import Plan


def make(kind: str, fields: Mapping[str, str | None], given: Mapping[str, Any]) -> None:
    """Make a record of what was typed for its fields and given otherwise, or those of a file."""
    if given["source_file"] is not None:
        _demand_alone(fields, given)
        records = _from_file(kind, given["source_file"])
        root = corpus_to_write(given["corpus"])
        _demand_outside(root, given["source_file"])
        _write(root, what_is_left(root, lambda reading: records, given["skip_recorded"]), given)
        return
    root = corpus_to_write(given["corpus"])
    words = _words(fields, given, root)
    missing = _missing(kind, words)
    if missing and terminal_asker.is_there():
        _converse(root, kind, words, given)
    elif missing:
        raise ClaimcliError(f"a new {kind} needs more:\n" + "\n".join(missing))
    else:
        _write_one(root, lambda reading: [_from_words(kind, words, given, reading)], kind, given)


def _write_one(
    root: Path, record: Callable[[Reading], list[New]], kind: str, given: Mapping[str, Any]
) -> None:
    """Write what was typed; of any other kind than a claim the id alone tells that it is there."""
    is_asked = kind == "claim" or given["skip_recorded"]
    _write(root, what_is_left(root, record, given["skip_recorded"]) if is_asked else record, given)


def _write(
    root: Path,
    records: Callable[[Reading], list[New]],
    given: Mapping[str, Any],
    *,
    is_agreed: bool = False,
) -> None:
    """Write records, and print their ids."""
    made: list[New] = []
    ids: list[str] = []

    def planned(reading: Reading) -> Plan:
        made[:] = records(reading)
        plan, ids[:] = with_new(root, reading, made, given.get("draft"))
        return plan

    carried_out(root, planned, dry_run=given["dry_run"], is_agreed=is_agreed)
    if not given["dry_run"]:
        send(f"{id}\n" for id in ids)
        remember(root, made)


def _converse(root: Path, kind: str, words: dict[str, str], given: Mapping[str, Any]) -> None:
    """Ask for what is missing, and write what was agreed upon."""
    from claimcli.dialogue.making import Wish, agreed_upon  # not for who says all

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
    from claimcli.answers.review import Waiting, leaf  # as above
    from claimcli.store import open_store

    with open_store(root) as store:
        draft = store.draft(id)
        if draft:
            asker.show(leaf(Waiting(draft, "draft"), store, texts_there(texts)))
            asker.say()


_BESIDE_A_FILE = ("source_file", "skip_recorded", "dry_run", "corpus")


def _demand_alone(fields: Mapping[str, str | None], given: Mapping[str, Any]) -> None:
    others = (value for name, value in given.items() if name not in _BESIDE_A_FILE)
    if any((*fields.values(), *others)):
        raise ClaimcliError("--from takes whole records, and goes with no option for a field")


def _demand_outside(root: Path, name: str) -> None:
    """Its records would count twice: as what is new, and as a broken file of the corpus."""
    if is_yaml(Path(name).name) and expanded(Path(name)).resolve().is_relative_to(root.resolve()):
        raise ClaimcliError(
            f"{name} stands within the corpus, which reads every YAML file there as its own;"
            " move it out, and give it from there"
        )


def _words(
    fields: Mapping[str, str | None], given: Mapping[str, Any], root: Path
) -> dict[str, str]:
    """What was typed for the fields, the question and the id, over what a draft tells."""
    typed = {**fields, "id": given["id"]}
    if "on" in given:
        typed["question"] = given["on"]
    if given.get("stances"):
        typed["stances"] = "; ".join(given["stances"])
    told = {name: words for name, words in typed.items() if words is not None}
    return {**_of_draft(root, given), **told}


def _of_draft(root: Path, given: Mapping[str, Any]) -> dict[str, str]:
    if given.get("draft") is None:
        return {}
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
    kind: str, words: dict[str, str], given: Mapping[str, Any], reading: Reading
) -> New:
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


def _from_file(kind: str, name: str) -> list[New]:
    try:
        content = sys.stdin.buffer.read() if name == "-" else expanded(Path(name)).read_bytes()
    except OSError as error:
        raise ClaimcliError(f"{name} cannot be read: {error.strerror}") from error
    return records_in("standard input" if name == "-" else name, content, kind)
