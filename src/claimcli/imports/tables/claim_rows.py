"""Rows of a table to claims, each with its question, stance, holders and works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from claimcli.corpus.mappings import read_fields
from claimcli.corpus.readers import IDENTIFIER
from claimcli.corpus.schema import CLAIM
from claimcli.editing.setting import Address
from claimcli.imports.collating import Difference
from claimcli.imports.foreign import Loss, Place, Remark, as_texts, without_empty
from claimcli.imports.tables import cells
from claimcli.imports.tables.called.called_records import CalledRecords
from claimcli.imports.tables.called.proposals import Proposed, Unfit
from claimcli.imports.tables.row_values import KINDS, RowValues
from claimcli.model import Claim
from claimcli.names.folding import index_text

_REQUIRED = {"scholars": "does not say who holds it", "statement": "has no statement"}


class NewClaim(msgspec.Struct, frozen=True):
    """A claim that a row makes, its question, and where the row stands."""

    question: str | None
    values: dict[str, Any]
    place: Place


class Rows(msgspec.Struct):
    """What the rows of a file come to, as it grows."""

    proposed: list[Proposed] = msgspec.field(default_factory=list)
    claims: list[NewClaim] = msgspec.field(default_factory=list)
    differences: list[Difference] = msgspec.field(default_factory=list)
    same: list[str] = msgspec.field(default_factory=list)
    remarks: list[Remark] = msgspec.field(default_factory=list)


class ClaimRows:
    """Claims that are there and those of rows before, by which the next row is known again.

    `updates`: what rows say otherwise of claims that are there is going to be taken.
    """

    def __init__(self, called: CalledRecords, updates: bool = False) -> None:
        self._called = called
        self._updates = updates
        self._there = {
            _print(claim.question, claim.statement, claim.scholars): claim.id
            for claim in called.claims.values()
        }
        self._added: dict[str, dict[str, Any]] = {}

    def take(self, row: Mapping[str, Any], place: Place, into: Rows, refused: str | None) -> None:
        """Take a row; `refused` says what the checks have found wrong with it before."""
        values = RowValues(row, self._called)
        id = cells.plain(row.get("id"))
        try:
            if refused:
                raise Unfit(refused)
            values.demand_values()
            self._take(id, values, place, into, is_known=isinstance(row.get("id"), cells.Exact))
        except Unfit as unfit:
            self._called.drop()
            message = f"{unfit}; the row was left"
            into.remarks.append(Remark(place, Loss.BROKEN, message, id or None))

    def _take(self, id: str, row: RowValues, place: Place, into: Rows, *, is_known: bool) -> None:
        """`is_known`: the id is that of a record, so that another is another claim."""
        if id in self._called.claims:
            self._compare(self._called.claims[id], row, place, into)
            return
        for field, lacks in _REQUIRED.items():
            if not row.has(field):
                raise Unfit(f"the row {lacks}")
        question = row.question()
        values = {field: row.value(field, question) for field in KINDS}
        print = _print(question, values["statement"], values["scholars"])
        there = self._there.get(print)
        if there in self._called.claims:
            self._called.drop()
            self._compare(self._called.claims[there], row, place, into)
        elif there and not (is_known and id != there):
            self._called.drop()
            into.remarks.append(_again(there, self._added[there], without_empty(values), place))
        else:
            made = {"id": self._id(id, values, place, into), **without_empty(values)}
            _demand_claim(made)
            self._keep(made, question, row, place, into)
            self._there[print] = made["id"]

    def _keep(
        self,
        made: dict[str, Any],
        question: str | None,
        row: RowValues,
        place: Place,
        into: Rows,
    ) -> None:
        self._added[made["id"]] = made
        made_with = [one for one in self._called.keep() if one.kind != "claim"]
        into.remarks += _assumed(made_with, row, place)
        into.remarks += self._added_stances(made_with, place)
        into.proposed += made_with
        into.claims.append(NewClaim(question, made, place))

    def _added_stances(self, proposed: Iterable[Proposed], place: Place) -> Iterator[Remark]:
        """That a question of the corpus gets one more stance, which may be a slip."""
        for one in proposed:
            asked = self._called.asked.get(one.question or "")
            if one.kind == "stance" and asked:
                others = ", ".join(stance.id for stance in asked.stances)
                message = (
                    f"'{one.values['label']}' is a new stance of '{asked.id}', beside {others}"
                )
                yield Remark(place, Loss.CHANGED, message, one.values["id"], "stance")

    def _id(self, given: str, values: dict[str, Any], place: Place, into: Rows) -> str:
        """The row's own id where it is one and free, else one that is proposed."""
        known = self._called.known
        if given in known.broken:
            raise Unfit(f"the corpus has a record '{given}' that cannot be read; mend it first")
        if IDENTIFIER.fullmatch(given) and not given.isdecimal() and not known.kind(given):
            return self._called.propose("claim", {"id": given})
        id = self._called.propose("claim", without_empty(values))
        if given.isdecimal():
            message = "ids that are numbers alone are no ids of claims; others were proposed"
            into.remarks.append(Remark(place, Loss.CHANGED, message, about="id"))
        elif given:
            kind = known.kind(given)
            why = f"is the id of a {kind} already" if kind else "has signs that an id has not"
            message = f"'{given}' {why}: the claim is '{id}' here"
            into.remarks.append(Remark(place, Loss.CHANGED, message, id, "id"))
        return id

    # --- A claim that is there already ---

    def _compare(self, claim: Claim, row: RowValues, place: Place, into: Rows) -> None:
        """What a row says otherwise than the claim; what it does not say stays."""
        here = as_written(claim)
        question = row.question() or claim.question
        if question != claim.question:
            message = f"it stands on '{claim.question}' here, and on '{question}' there; it stays"
            into.remarks.append(Remark(place, Loss.LEFT, message, claim.id, "question"))
        differences = []
        for field in KINDS:
            is_elsewhere = field == "stance" and question != claim.question
            if is_elsewhere or not row.has(field):
                continue
            if self._called.is_printed(claim, field, row.text(field)):
                continue
            there = row.value(field, question)
            if there is not None and not _is_same(field, here.get(field), there):
                at = Address("claims", claim.id)
                differences.append(
                    Difference(claim.id, claim.file, at, field, here.get(field), there)
                )
        if self._updates:
            into.proposed += self._called.keep()
        self._called.drop()
        into.differences += differences
        if not differences:
            into.same.append(claim.id)


def _is_same(field: str, here: Any, there: Any) -> bool:
    if field == "citation" and here and "locator" not in there:  # the place that is there stays
        here = {"source": here["source"]}
    return bool(here is not None and _bare(as_texts(here)) == _bare(as_texts(there)))


_ODD = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")


def _bare(value: Any) -> Any:
    """A value without the signs that claimcli spells out where it prints a text."""
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    plain = "".join(sign for sign in value if sign.isprintable())
    return " ".join(_ODD.sub("", plain).split()).lstrip("'")


def as_written(claim: Claim) -> dict[str, Any]:
    """The fields of a claim as they are written in a file."""
    values: dict[str, Any] = {name: getattr(claim, name) for name in KINDS}
    values["relations"] = [{one.type: one.target} for one in claim.relations]
    plain = msgspec.to_builtins(values)
    return without_empty({name: plain[name] for name in KINDS})


def _assumed(proposed: Iterable[Proposed], row: RowValues, place: Place) -> Iterator[Remark]:
    """What the table does not say of new scholars and works, and was assumed."""
    for one in proposed:
        id, values = one.values["id"], one.values
        if one.kind == "source" and values["type"] == "document" and not row.has("type"):
            message = "the table has no type of the work; it was taken for a 'document'"
            yield Remark(place, Loss.CHANGED, message, id, "type")
        if one.kind == "scholar" and not row.has("kind"):
            message = "the table has no kind of the scholar, who was taken for a person"
            if values["kind"] == "unnamed":
                message = f"'{values['name']}' was taken for a phrase, which names nobody"
            yield Remark(place, Loss.CHANGED, message, id, "kind")


def _again(id: str, first: dict[str, Any], values: dict[str, Any], place: Place) -> Remark:
    """The same claim a second time in a table: the first counts."""
    other = [name for name, value in values.items() if first.get(name) != value]
    more = f", with another {' and '.join(other)}" if other else ""
    message = f"the claim '{id}' comes a second time{more}; the first counts"
    return Remark(place, Loss.LEFT, message, id)


def _print(question: str | None, statement: str, holders: Iterable[str]) -> Any:
    """What tells a claim without an id from others."""
    return question, index_text(statement), frozenset(holders)


def _demand_claim(values: dict[str, Any]) -> None:
    """Raise `Unfit` for what reading would call an error."""
    _, complaints = read_fields(CLAIM, as_texts(values))
    wrong = next((one for one in complaints if one.code.startswith("E")), None)
    if wrong:
        where = f"{wrong.path[0]}: " if wrong.path else ""
        hint = f" ({wrong.hint})" if wrong.hint else ""
        raise Unfit(f"{where}{wrong.message}{hint}")
