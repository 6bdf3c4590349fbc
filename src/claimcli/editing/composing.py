"""New records, as a plan: each with its id, in the file where it belongs, all or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from claimcli.corpus.records import Reading
from claimcli.corpus.schema import STANCES
from claimcli.corpus.text import load
from claimcli.editing.asked_fields import FIELDS
from claimcli.editing.emitting import Manner, item, mapping
from claimcli.editing.ids import IdsInUse, proposed, taken_already
from claimcli.editing.inserting import with_records, with_stance
from claimcli.editing.many_settings import Refusal, Setting, with_fields
from claimcli.editing.plan import Change, Plan
from claimcli.editing.references import LIST_OF
from claimcli.editing.refused import Refused
from claimcli.editing.removing import without_record
from claimcli.editing.setting import ORDER, QUESTION_KEYS
from claimcli.errors import ClaimcliError, Lost, UnknownValue
from claimcli.model import Draft, Record
from claimcli.problems import Problem


class New(NamedTuple):
    """A record to be made: its kind, its question where it is a claim on one or a stance of one.

    `values` have the keys of the format.
    """

    kind: str
    values: Mapping[str, Any]
    question: str | None = None


KEY_OF = {**LIST_OF, "question": QUESTION_KEYS, "stance": STANCES}
"""The key that stands for each kind in the tables of fields."""

_USUAL = {
    "claim": "background.yaml",
    "scholar": "scholars.yaml",
    "source": "sources.yaml",
    "name": "names.yaml",
    "draft": "drafts.yaml",
}
"""The files in which records go that have none of their kind beside them yet."""

_FIRST = ("question", "stance", "scholar", "source", "name", "claim", "draft")
"""The order in which they are written, so that claims find what they name."""


def with_new(
    root: Path, reading: Reading, news: Sequence[New], draft: str | None = None
) -> tuple[Plan, tuple[str, ...]]:
    """The plan by which these records are made, and their ids in the order of the records.

    `draft` is one that they are made of: it is taken out. Raises where an id is taken or cannot be
    proposed, for an unknown question or draft, and `Refused`.
    """
    made = _identified(reading, news)
    files = Files(root, reading)
    said = files.add(made)
    if draft is not None:
        said.append(files.take_out(draft_of(reading, draft)))
    return Plan(files.changes, tuple(said)), tuple(one.values["id"] for one in made)


def draft_of(reading: Reading, id: str) -> Draft:
    """The draft of that id; raises for an unknown one."""
    every = {draft.id: draft for draft in reading.drafts}
    if id not in every:
        raise UnknownValue("draft", id, every, lost=Lost(reading.left_out))
    return every[id]


def _identified(reading: Reading, news: Sequence[New]) -> list[New]:
    """The records with ids, each in the order of the format."""
    taken = taken_ids(reading)
    stances = {f"{q.id}/{s.id}" for q in reading.questions for s in q.stances}
    sources: dict[str, Any] = {source.id: source for source in reading.sources}
    made: dict[int, New] = {}
    for at in sorted(range(len(news)), key=lambda at: _FIRST.index(news[at].kind)):
        one = news[at]
        of_question = {s.partition("/")[2] for s in stances if s.startswith(f"{one.question}/")}
        known = IdsInUse(sources, of_question if one.kind == "stance" else taken)
        id = one.values.get("id") or proposed(one.kind, one.values, known)
        if not id:
            raise ClaimcliError(_nameless(one))
        if id in known.taken:
            raise ClaimcliError(taken_already(id))
        made[at] = one._replace(values=ordered(one.kind, {**one.values, "id": id}))
        if one.kind == "stance":
            stances.add(f"{one.question}/{id}")
        else:
            taken.add(str(id))
        if one.kind == "source":
            sources[str(id)] = dict(one.values)
    return [made[at] for at in range(len(news))]


def _nameless(one: New) -> str:
    """Why there is no id for a record that has none of its own."""
    missing = [f.name for f in FIELDS[one.kind] if f.is_required and not one.values.get(f.name)]
    if missing:
        needs = " and ".join(f"`{name}`" for name in missing)
        return f"a new {one.kind} needs {needs}; `claimcli new {one.kind} --help` says more"
    return f"no id can be made for the {one.kind}; give one with --id, or as `id`"


def taken_ids(reading: Reading) -> set[str]:
    """Every id that no new record may have: those of all kinds, and of records that are broken."""
    ids = {record.id for record in reading.every}
    return ids | {flawed.record.id for flawed in reading.flawed} | set(reading.broken)


def ordered(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values in the order of the format; of a source in the order that was given."""
    order = ("id", "type") if kind == "source" else ("id", *ORDER[KEY_OF[kind]])
    first = {key: values[key] for key in order if key in values}
    return {**first, **{key: value for key, value in values.items() if key not in first}}


# --- In which file ---


class Files:
    """The files of a corpus as they are to be, those that are new among them."""

    def __init__(self, root: Path, reading: Reading) -> None:
        self._root = root
        self._lost = Lost(reading.left_out)
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes] = {}
        self._questions = {question.id: question.file for question in reading.questions}
        self._usual = _usual_files(reading)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What becomes of them."""
        return tuple(
            Change(file, self._before[file], after)
            for file, after in self._after.items()
            if after != self._before[file]
        )

    def add(self, news: Sequence[New]) -> list[str]:
        """Put records that have ids into their files, and say where each is."""
        said = []
        for kind in _FIRST:
            for (file, key), records in _by_file(self, kind, news).items():
                self.write(file, key, records)
                said += [f"{file}: {record['id']}" for record in records]
        return said

    def place(self, one: New) -> str:
        """The file in which a record belongs."""
        if one.kind == "question":
            return self._place_of_question(str(one.values["id"]))
        if one.question is not None:
            file = self._questions.get(one.question)
            if file is None:
                raise UnknownValue("question", one.question, self._questions, lost=self._lost)
            return file
        return self._usual[one.kind]

    def _place_of_question(self, id: str) -> str:
        folders = Counter(str(PurePosixPath(file).parent) for file in self._questions.values())
        folder = folders.most_common(1)[0][0] if folders else "questions"
        file = f"{id}.yaml" if folder == "." else f"{folder}/{id}.yaml"
        if (self._root / file).exists():
            raise ClaimcliError(f"{file} is there already; give the question another --id")
        self._questions[id] = file
        return file

    def write(self, file: str, key: str, records: Sequence[Mapping[str, Any]]) -> None:
        """Put records into a file, below a key."""
        content = self._content(file)
        try:
            self._after[file] = _with(content, key, records)
        except Refused as refused:
            text = "".join(item(record, Manner()) for record in records)
            raise Refused(
                f"{file}: {refused}; nothing is written. By hand, below `{key}:`\n\n{text}"
            ) from refused

    def change(self, file: str, settings: Sequence[Setting]) -> list[Refusal]:
        """Give fields of records in a file other values; what could not be, and why."""
        self._after[file], refusals = with_fields(self._content(file), settings)
        return refusals

    def take_out(self, draft: Draft) -> str:
        """Take a draft out of its file; gives what that is in words."""
        try:
            content = self._content(draft.file)
            self._after[draft.file] = without_record(content, "drafts", draft.id)
        except Refused as refused:
            raise Refused(f"{draft.file}:{draft.line}: {refused}; nothing is written") from refused
        return f"{draft.file}: the draft {draft.id} is taken out"

    def _content(self, file: str) -> bytes:
        if file not in self._before:
            content = load(self._root, file) if (self._root / file).exists() else None
            if isinstance(content, Problem):
                raise ClaimcliError(f"{file}: {content.message}")
            self._before[file] = content
        return self._after.get(file, self._before[file] or b"")


def _usual_files(reading: Reading) -> dict[str, str]:
    """The file with most records of each kind that have no question."""
    records: dict[str, Iterable[Record]] = {
        "claim": (claim for claim in reading.claims if claim.question is None),
        "scholar": reading.scholars,
        "source": reading.sources,
        "name": reading.names,
        "draft": reading.drafts,
    }
    most = {kind: Counter(one.file for one in of).most_common(1) for kind, of in records.items()}
    return {kind: files[0][0] if files else _USUAL[kind] for kind, files in most.items()}


def _with(content: bytes, key: str, records: Sequence[Mapping[str, Any]]) -> bytes:
    if key == QUESTION_KEYS:
        return mapping(records[0], 0).encode()
    if key != STANCES:
        return with_records(content, key, records)
    for record in records:
        values = {name: value for name, value in record.items() if name != "id"}
        content = with_stance(content, str(record["id"]), values)
    return content


def _by_file(
    files: Files, kind: str, news: Iterable[New]
) -> dict[tuple[str, str], list[dict[str, Any]]]:
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for one in news:
        if one.kind == kind:
            place = (files.place(one), KEY_OF[kind])
            found.setdefault(place, []).append(dict(one.values))
    return found
