"""What changed between two states of a corpus: records and their fields, not lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from claimcli import citations
from claimcli.answers.answer import Answer, LeftOut, of_list
from claimcli.answers.views import View
from claimcli.answers.wording import plural
from claimcli.corpus.reading import combine, read_bytes, read_corpus
from claimcli.corpus.records import Reading
from claimcli.editing.emitting import flow
from claimcli.editing.references import LIST_OF, Target, thing_under
from claimcli.model import CorpusInfo, Record, Source, Stance
from claimcli.revisions import commit_named, files_at

FIELDS = ("change", "kind", "id", "was", "field", "before", "after", "text", "file", "line")
"""The keys of a row: one for each field that changed, or for a whole record."""

KEYS = ("change", "kind", "id", "was", "text", "fields", "file", "line")
"""The keys of a record that changed."""

KINDS = ("corpus", "question", "stance", "claim", "scholar", "source", "name", "draft")
"""The kinds of records, in the order in which their changes are told."""

_RENAMED_FIRST = ("scholar", "source", "name", "question", "stance", "claim", "draft")
"""The order in which new ids are looked for: what refers to a record follows it."""


class Told(NamedTuple):
    """A record: its fields as a file has them, its text in short, and where it stands."""

    fields: dict[str, Any]
    text: str
    file: str
    line: int


Records = dict[tuple[str, str], Told]
"""The records of a corpus by kind and id."""


class Changed(NamedTuple):
    """A record that is not as it was.

    `fields` are those that changed: the name, what was there and what is, None for nothing.
    """

    change: str
    kind: str
    id: str
    was: str | None
    record: Told
    fields: tuple[tuple[str, str | None, str | None], ...] = ()


class Diff(Answer, frozen=True):
    """The changes from one state to another; `total` counts those that a limit left out, too."""

    before: str
    after: str
    changes: tuple[Changed, ...]
    total: int
    lost: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a row."""
        return FIELDS

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a record that changed."""
        return KEYS

    @property
    def columns(self) -> tuple[str, ...]:
        """What a person reads of a change."""
        return ("change", "kind", "id", "was", "text", "field", "before", "after")

    @property
    def rows(self) -> Iterator[View]:
        """A row for each field that changed, or for a record that came, went or was renamed."""
        for one in self.changes:
            for field, before, after in one.fields or ((None, None, None),):
                values = (one.change, one.kind, one.id, one.was, field, before, after)
                place = (one.record.text, one.record.file, one.record.line)
                yield dict(zip(FIELDS, (*values, *place), strict=True))

    @property
    def view(self) -> list[View]:
        """The records that changed, each with its fields."""
        return [_view(one) for one in self.changes]

    @property
    def left_out(self) -> LeftOut | None:
        """How many changes a limit left out."""
        return of_list("change", len(self.changes), self.total)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What of either state could not be read."""
        return self.lost

    @property
    def asides(self) -> tuple[str, ...]:
        """Between which states nothing changed."""
        if self.total:
            return ()
        return (f"nothing changed in the records between {self.before} and {self.after}",)

    @property
    def summary(self) -> str:
        """How many records of each kind changed, in words."""
        counts = Counter((one.kind, one.change) for one in self.changes)
        said = []
        for kind in KINDS:
            parts = [f"{n} {change}" for (k, change), n in counts.items() if k == kind]
            said += [f"{kind}s: {', '.join(parts)}" if kind != "corpus" else kind] if parts else []
        return "; ".join(said)


def _view(one: Changed) -> View:
    return {
        "change": one.change,
        "kind": one.kind,
        "id": one.id,
        "was": one.was,
        "text": one.record.text,
        "fields": [dict(zip(("field", "before", "after"), f, strict=True)) for f in one.fields],
        "file": one.record.file,
        "line": one.record.line,
    }


WORKING_TREE = "the files as they are"
"""What stands for the state that is no commit."""


def ask(root: Path, before: str, after: str | None = None, most: int | None = None) -> Diff:
    """What changed in the corpus below `root` from one revision to another, else to its files.

    Raises `UnknownRevision`. What of an old state cannot be read is told in the remarks.
    """
    old = _reading_at(root, before)
    new = read_corpus(root) if after is None else _reading_at(root, after)
    name = after or WORKING_TREE
    found = tuple(changes(told(old), told(new)))
    lost = tuple(filter(None, (_lost(before, old), _lost(name, new))))
    return Diff(before, name, found[:most], len(found), lost)


def _reading_at(root: Path, revision: str) -> Reading:
    files = files_at(root, commit_named(root, revision))
    return combine(root, (read_bytes(file, content) for file, content in files.items()))


def _lost(state: str, reading: Reading) -> str:
    if not reading.files:
        return f"{state} has no file of the corpus"
    broken = reading.left_out
    if not broken:
        return ""
    were = "was" if broken == 1 else "were"
    return f"of {state} {plural(broken, 'record')} {were} left out, being broken"


# --- What a state says ---


def told(reading: Reading) -> Records:
    """Every record of a corpus as its file has it."""
    found: Records = {}
    if reading.info:
        info = reading.info
        found["corpus", "corpus"] = Told(fields_of(info), info.title, info.file, info.line)
    kinds: tuple[tuple[str, Sequence[Record]], ...] = (
        *(("question", reading.questions), ("claim", reading.claims)),
        *(("scholar", reading.scholars), ("source", reading.sources)),
        *(("name", reading.names), ("draft", reading.drafts)),
    )
    for kind, records in kinds:
        for record in records:
            found[kind, record.id] = Told(
                fields_of(record), _text(record), record.file, record.line
            )
    for question in reading.questions:
        for stance in question.stances:
            place = (question.file, stance.line)
            found["stance", f"{question.id}/{stance.id}"] = Told(
                fields_of(stance), stance.label, *place
            )
    return found


_PLACE = frozenset(("id", "file", "line", "stances", "makers", "letter"))


def fields_of(record: Record | CorpusInfo | Stance) -> dict[str, Any]:
    """The fields of a record as its file has them."""
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    if isinstance(record, Source):  # as the file has it, in the variables of CSL
        values = dict(record.csl)
    fields = {key: value for key, value in values.items() if key not in _PLACE}
    if "relations" in fields:
        fields["relations"] = [{one["type"]: one["target"]} for one in fields["relations"]]
    return fields


def _text(record: Record) -> str:
    if isinstance(record, Source):
        return citations.short(record, record.id)
    words = ("statement", "question", "name", "quote", "comment")
    return next(filter(None, (getattr(record, word, None) for word in words)), record.id)


# --- What is otherwise ---


def changes(before: Records, after: Records) -> Iterator[Changed]:
    """What changed, kind by kind; a record with another id and nothing else is renamed."""
    before, names = under_new_ids(before, after)
    for kind in KINDS:
        keys = [key for key in dict.fromkeys([*after, *before]) if key[0] == kind]
        for key in keys:
            yield from _change(key, before.get(key), after.get(key), names.get(key))


def _change(
    key: tuple[str, str], old: Told | None, new: Told | None, was: str | None
) -> Iterator[Changed]:
    kind, id = key
    if new is None or old is None:
        record = new or old
        assert record
        yield Changed("added" if new else "removed", kind, id, None, record)
        return
    if was:
        yield Changed("renamed", kind, id, was, new)
    fields = tuple(differences(old.fields, new.fields))
    if fields:
        yield Changed("changed", kind, id, None, new, fields)


def differences(
    old: dict[str, Any], new: dict[str, Any]
) -> Iterator[tuple[str, str | None, str | None]]:
    """The fields that are not as they were: the name, what was there and what is."""
    for field in dict.fromkeys([*new, *old]):
        if old.get(field) != new.get(field):
            yield field, _words(old.get(field)), _words(new.get(field))


def _words(value: Any) -> str | None:
    """A value as a text; what is no text, as YAML on one line."""
    return value if value is None or isinstance(value, str) else flow(value)


def under_new_ids(before: Records, after: Records) -> tuple[Records, dict[tuple[str, str], str]]:
    """The old records under the ids that they have now, and what their ids were."""
    names: dict[tuple[str, str], str] = {}
    for kind in _RENAMED_FIRST:
        for old, new in _renamed(kind, before, after):
            names[kind, new] = old
            before = _respelled(before, kind, old, new)
    return before, names


def _renamed(kind: str, before: Records, after: Records) -> list[tuple[str, str]]:
    """The ids of a kind that went, and those that came with the same record; no two alike."""
    gone = {key[1]: one for key, one in before.items() if key[0] == kind and key not in after}
    came = {key[1]: one for key, one in after.items() if key[0] == kind and key not in before}
    by_content: dict[bytes, tuple[list[str], list[str]]] = {}
    for side, records in enumerate((gone, came)):
        for id, one in records.items():
            question = [id.partition("/")[0]] if kind == "stance" else []
            content = msgspec.json.encode([*question, one.fields], order="sorted")
            by_content.setdefault(content, ([], []))[side].append(id)
    pairs = by_content.values()
    return [(old[0], new[0]) for old, new in pairs if len(old) == len(new) == 1]


def _respelled(records: Records, kind: str, old: str, new: str) -> Records:
    """The records where one has another id, which all that refer to it have, too."""
    made: Records = {}
    question, _, stance = old.partition("/")
    target = Target(kind, stance or old, question if stance else "")
    short = new.partition("/")[2] if stance else new
    for (of, id), one in records.items():
        key = (of, new) if (of, id) == (kind, old) else (of, id)
        if kind == "question" and of == "stance" and id.startswith(f"{old}/"):
            key = (of, f"{new}/{id.partition('/')[2]}")
        made[key] = one
        if of in LIST_OF and of == "claim" and kind in (*LIST_OF, "question", "stance"):
            is_own = bool(stance) and one.fields.get("question") == question
            fields = thing_under(target, short, is_own)(("claims", None, one.fields))[2]
            made[key] = one._replace(fields=fields)
        if kind == "question":
            made[key] = _on_question(
                made[key], "question" if of == "claim" else "part_of", old, new
            )
    return made


def _on_question(one: Told, field: str, old: str, new: str) -> Told:
    """The record with the new id of the question that it is on, or part of."""
    return one._replace(fields={**one.fields, field: new}) if one.fields.get(field) == old else one
