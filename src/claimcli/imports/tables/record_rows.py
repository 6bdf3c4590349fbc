"""Rows of tables of questions, stances, scholars, names and works to records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from claimcli.corpus.mappings import Shape, read_fields
from claimcli.corpus.readers import IDENTIFIER
from claimcli.corpus.schema import NAME, QUESTION, SCHOLAR, STANCE, STANCES
from claimcli.editing.setting import QUESTION_KEYS, Address
from claimcli.imports.collating import Difference
from claimcli.imports.csl_json import work_of
from claimcli.imports.foreign import CslItem, Loss, Place, Remark, Work, as_texts, without_empty
from claimcli.imports.tables import cells
from claimcli.imports.tables.called.called_records import CalledRecords
from claimcli.imports.tables.called.proposals import Unfit
from claimcli.imports.tables.claim_rows import Rows
from claimcli.imports.tables.row_values import csl_value
from claimcli.model import Record, Stance

Fields = Mapping[str, Any]

_SHAPES = {"scholar": SCHOLAR, "name": NAME, "question": QUESTION}
_KEYS = {"scholar": "scholars", "name": "names", "question": QUESTION_KEYS}
_NAMED_BY = {"scholar": "name", "name": "name", "question": "question"}
_LISTS = ("names", "spellings")
_FLAGS = ("exclusive", "ordered")
_SPELLING = re.compile(r"(.*\S)\s*\(([a-z-]+)\)")


class RecordRows:
    """The records of a corpus but claims and works, by which a row is known again."""

    def __init__(self, called: CalledRecords) -> None:
        reading = called.reading
        self._called = called
        self._there: dict[str, dict[str, Record]] = {
            "scholar": {one.id: one for one in reading.scholars},
            "name": {one.id: one for one in reading.names},
            "question": {one.id: one for one in reading.questions},
        }

    def take(self, kind: str, row: Fields, place: Place, into: Rows, refused: str | None) -> None:
        """Take a row; `refused` says what the checks have found wrong with it before."""
        try:
            if refused:
                raise Unfit(refused)
            if kind == "stance":
                self._take_stance(row, place, into)
            else:
                self._take(kind, row, place, into)
        except Unfit as unfit:
            self._called.drop()
            key = cells.plain(row.get("id")) or None
            into.remarks.append(Remark(place, Loss.BROKEN, f"{unfit}; the row was left", key))

    def _take(self, kind: str, row: Fields, place: Place, into: Rows) -> None:
        shape, known = _SHAPES[kind], self._called.known
        values = {field: _value(field, row.get(field)) for field in shape.fields}
        stances = _stances(row.get("stances")) if kind == "question" else {}
        values = without_empty({**values, "stances": stances})
        named = values.get(_NAMED_BY[kind])
        if not named:
            raise Unfit(f"the row has no {_NAMED_BY[kind]}")
        id = str(values.get("id") or "")
        there = self._there[kind].get(id) or self._named(kind, str(named), id)
        if there:
            _compare(there, Address(_KEYS[kind], there.id), values, into)
            return
        if kind == "scholar" and "kind" not in values:
            values["kind"] = "person"
            message = "the table has no kind of its scholars: they were taken for persons"
            into.remarks.append(Remark(place, Loss.CHANGED, message, about="kind"))
        if id and (not IDENTIFIER.fullmatch(id) or known.kind(id)):
            raise Unfit(f"'{id}' {'is taken already' if known.kind(id) else 'is no id'}")
        _demand(shape, values)
        self._called.propose(kind, values)
        into.proposed += self._called.keep()
        for stance, told in stances.items():
            self._called.questions.take_stance(
                into.proposed[-1].values["id"], stance, told["label"]
            )

    def _named(self, kind: str, name: str, id: str) -> Record | None:
        """The one record of that name, where the row has no id."""
        if id:
            return None
        found = [one for one in self._there[kind].values() if getattr(one, _NAMED_BY[kind]) == name]
        return found[0] if len(found) == 1 else None

    def _take_stance(self, row: Fields, place: Place, into: Rows) -> None:
        given, text = cells.plain(row.get("id")), cells.plain(row.get("question"))
        before, slash, id = given.partition("/")
        question = self._called.questions.question(before if slash else text, "")
        id = id if slash else given
        label = cells.plain(row.get("label"))
        if question is None or not label:
            raise Unfit(f"the row has no {'label' if question else 'question'}")
        values = {field: _value(field, row.get(field)) for field in STANCE.fields}
        asked = self._called.asked.get(question)
        there = asked.stance(id) if asked else None
        if asked and there:
            at = Address(STANCES, there.id)
            _compare(there, at, without_empty(values), into, asked.file)
            return
        if self._called.questions.has_stance(question, id):
            return
        self._called.propose("stance", without_empty({"id": id, **values}), question)
        into.proposed += self._called.keep()


def _value(field: str, given: Any) -> Any:
    if field in _LISTS:
        return _spellings(given)
    text = cells.plain(given)
    if field in _FLAGS:
        return {"true": True, "wahr": True, "false": None}.get(text.lower(), text)
    return cells.whole(text) if field == "period" else text


def _spellings(given: Any) -> list[dict[str, str]]:
    """Spellings with their schemes: `Иванов (cyrillic); Ivanov`."""
    read = cells.structured(given)
    if isinstance(read, list):
        listed = [one if isinstance(one, dict) else {"value": one} for one in read]
        return [without_empty({k: cells.plain(v) for k, v in one.items()}) for one in listed]
    found = []
    for part in cells.parts(given):
        scheme = _SPELLING.fullmatch(part)
        found.append({"value": scheme[1], "scheme": scheme[2]} if scheme else {"value": part})
    return [] if re.fullmatch(r"\d+", cells.plain(given)) else found  # `list names` counts them


def _stances(given: Any) -> dict[str, dict[str, str]]:
    """The stances of a question, where they stand in its row as JSON."""
    read = cells.structured(given)
    if isinstance(read, dict):
        read = [
            {"id": id, **(told if isinstance(told, dict) else {"label": told})}
            for id, told in read.items()
        ]
    made = {}
    for one in read or ():
        if isinstance(one, dict) and cells.plain(one.get("id")) and cells.plain(one.get("label")):
            fields = {field: cells.plain(one.get(field)) for field in STANCE.fields}
            made[cells.plain(one["id"])] = without_empty(fields)
    return made


def _compare(
    there: Record | Stance, at: Address, values: Mapping[str, Any], into: Rows, file: str = ""
) -> None:
    """What a row says otherwise than a record that is there."""
    here = msgspec.to_builtins(there)
    differences = [
        Difference(there.id, file or getattr(there, "file", ""), at, field, here.get(field), value)
        for field, value in values.items()
        if field not in ("id", "stances") and not _is_same(field, here.get(field), value)
    ]
    into.differences += differences
    if not differences:
        into.same.append(there.id)


def _is_same(field: str, here: Any, there: Any) -> bool:
    if here is None:
        return False
    if field in _LISTS:  # printed without their schemes
        values = [one["value"] for one in here]
        return [one["value"] for one in there] == values
    return bool(as_texts(here) == as_texts(there))


def _demand(shape: Shape, values: Mapping[str, Any]) -> None:
    written = {name: value for name, value in values.items() if name != "stances"}
    _, complaints = read_fields(shape, as_texts({"id": "x", **written}))
    wrong = next((one for one in complaints if one.code.startswith("E")), None)
    if wrong:
        where = f"{wrong.path[0]}: " if wrong.path else ""
        raise Unfit(f"{where}{wrong.message}")


def work_from(row: Fields, place: Place, remarks: list[Remark]) -> Work | None:
    """The work that a row of a table of sources is; adds remarks on what was changed or left."""
    csl = cells.structured(row.get("csl"))
    item: CslItem = csl if isinstance(csl, dict) else {}
    if not item:
        names = (name for name in row if name not in ("id", "csl"))
        item = without_empty({name: csl_value(name, row[name]) for name in names})
    id = cells.plain(row.get("id")) or cells.plain(item.get("id"))
    if not item:
        remarks.append(Remark(place, Loss.BROKEN, "the row says nothing of a work; it was left"))
        return None
    return work_of({**item, "id": id or None}, place, remarks)
