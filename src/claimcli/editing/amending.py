"""What `claimcli edit` does to a corpus, as plans: a field set, a record taken out or renamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from claimcli.corpus.nodes import root_of
from claimcli.corpus.readers import Wrong, citation_key, identifier
from claimcli.corpus.records import Reading
from claimcli.corpus.schema import QUESTION, STANCES, stance_identifier
from claimcli.editing.editable_file import EditableFile, Splice
from claimcli.editing.ids import taken_already
from claimcli.editing.locating import record_of, top
from claimcli.editing.net import said_in, with_changed
from claimcli.editing.plan import Change, Plan
from claimcli.editing.references import (
    LIST_OF,
    Reference,
    Target,
    references,
    respelled,
    thing_under,
    under,
)
from claimcli.editing.refused import Refused
from claimcli.editing.removing import without_record, without_stance
from claimcli.editing.setting import QUESTION_KEYS, Address, with_field
from claimcli.editing.typed import given_for
from claimcli.errors import ClaimcliError, Lost, UnknownValue
from claimcli.file_names import file_name
from claimcli.model import Record


class Found(NamedTuple):
    """A record of the corpus: what it is, and where."""

    target: Target
    file: str
    line: int

    @property
    def address(self) -> Address:
        """The record within its file."""
        kind = self.target.kind
        keys = {**LIST_OF, "question": QUESTION_KEYS, "stance": STANCES}
        return Address(keys[kind], self.target.id)


Settings = dict[tuple[str, ...], Any]
"""Fields, or fields of fields, and what was typed for them, or their values where these are no
texts; None for one that is taken out."""


def found(reading: Reading, id: str) -> Found:
    """The record of that id, or the stance `QUESTION/STANCE`; raises `UnknownValue`."""
    question, slash, stance = id.partition("/")
    every = _records(reading)
    record = every.get(question)
    if record is not None and not slash:
        return Found(Target(type(record).__name__.lower(), id), record.file, record.line)
    for one in reading.questions:
        for member in one.stances if one.id == question else ():
            if member.id == stance:
                return Found(Target("stance", stance, question), one.file, member.line)
    stances = (f"{q.id}/{s.id}" for q in reading.questions for s in q.stances)
    lost = Lost(reading.left_out)
    raise UnknownValue("record", id, stances if slash else every, lost=lost)


def _records(reading: Reading) -> dict[str, Record]:
    """Every record by its id, those that are broken among them."""
    flawed = (one.record for one in reading.flawed if one.record.id)
    every: dict[str, Record] = {}
    for record in chain(reading.every, flawed):
        every.setdefault(record.id, record)
    return every


def with_settings(root: Path, reading: Reading, id: str, settings: Settings) -> Plan:
    """The plan by which fields of a record have other values."""
    at = found(reading, id)
    before = content = (root / at.file).read_bytes()
    claims = {claim.id for claim in reading.claims}
    said = []
    for path, words in settings.items():
        if path[0] == "id":
            raise ClaimcliError(f"an id is changed by `claimcli edit {id} --rename NEW`")
        value = given_for(at.address.key, path, words, claims)
        content = _told(at, lambda old=content, p=path, v=value: with_field(old, at.address, p, v))
        said.append(f"{at.file}:{at.line}: {'.'.join(path)} of {id} {_done(value)}")
    if content == before:
        return Plan((), (f"{at.file}:{at.line}: {id} says that already; nothing is written",))
    return Plan((Change(at.file, before, content),), tuple(said))


def with_quotes(root: Path, reading: Reading, quotes: Mapping[str, str]) -> Plan:
    """The plan by which claims, by their ids, have other quotations."""
    contents: dict[str, tuple[bytes, bytes]] = {}
    said = []
    for id, words in quotes.items():
        at = found(reading, id)
        before, content = contents.get(at.file) or ((root / at.file).read_bytes(),) * 2
        after = _told(
            at, lambda old=content, a=at, w=words: with_field(old, a.address, ["quote"], w)
        )
        contents[at.file] = (before, after)
        said.append(f"{at.file}:{at.line}: quote of {id} set")
    changes = (Change(file, old, new) for file, (old, new) in contents.items())
    return Plan(tuple(changes), tuple(said))


def _done(value: Any) -> str:
    return "taken out" if value is None else "set"


def _told(at: Found, make: Any) -> bytes:
    """What a splice makes; where it is refused, the place is named at which to do it by hand."""
    try:
        made: bytes = make()
    except Refused as refused:
        where = f"{at.file}:{at.line}"
        raise Refused(f"{where}: {refused}; nothing is written") from refused
    return made


# --- Taken out ---


def without(root: Path, reading: Reading, id: str) -> Plan:
    """The plan by which a record is no more; raises where something refers to it, naming what."""
    at = found(reading, id)
    left = [f"  {place}" for place in _places(root, reading, at)]
    if left:
        more = f"\n  and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
        listed = "\n".join(left[:_SHOWN])
        is_own = all(place.startswith(f"  {at.file}:") for place in left)
        whole = f"\nall of it is in {at.file}: delete the file to be rid of the question"
        hint = whole if is_own and at.target.kind == "question" else ""
        said = f"'{id}' is still referred to; nothing is written\n{listed}{more}{hint}"
        raise ClaimcliError(said)
    before = (root / at.file).read_bytes()
    after = _told(at, lambda: _bytes_without(before, at))
    return Plan((Change(at.file, before, after or None),), (f"{at.file}:{at.line}: {id} deleted",))


_SHOWN = 20
"""References that are listed."""


def _places(root: Path, reading: Reading, at: Found) -> Iterator[str]:
    """Where something refers to the record: file and line, the record and its field."""
    if at.target.kind == "question":
        for claim in reading.claims:
            if claim.question == at.target.id:
                yield f"{claim.file}:{claim.line}: {claim.id}, a claim on it"
    for file, text in _files(root, reading, at.target):
        for one in references(text, at.target, file == at.file):
            yield f"{file}:{one.line}: {one.field} of {one.record}"


def _bytes_without(content: bytes, at: Found) -> bytes:
    key, id = at.address
    if key == STANCES:
        return without_stance(content, id)
    if key != QUESTION_KEYS:
        return without_record(content, key, id)
    others = {thing[0] for thing in said_in(content).things} - {*QUESTION.fields, STANCES}
    if others:
        listed = ", ".join(map(str, sorted(others)))
        raise Refused(f"the file has more than the question in it ({listed})")
    return b""  # the file goes


def _files(root: Path, reading: Reading, target: Target) -> Iterator[tuple[str, EditableFile]]:
    """The files in which the id occurs. Raises `Refused` where one of them cannot be followed."""
    for file in reading.files:
        content = (root / file).read_bytes()
        if target.id.encode() not in content:
            continue
        try:
            text = EditableFile(content)
        except Refused as refused:
            raise Refused(f"{file}: {refused}, and it may refer to '{target.id}'") from refused
        for piece in text.pieces:
            if target.id in piece.slice.text and root_of(piece.slice, piece.start) is None:
                raise Refused(
                    f"{file}:{piece.slice.line} cannot be read, and may refer to '{target.id}';"
                    " `claimcli check` tells why"
                )
        yield file, text


# --- Under another id ---


def renamed(root: Path, reading: Reading, id: str, new: str) -> Plan:
    """The plan by which a record has another id, wherever something refers to it."""
    at = found(reading, id)
    _demand_free(reading, at, new)
    changes, count = [], 0
    for file, text in _files(root, reading, at.target):
        is_own = file == at.file
        places = list(references(text, at.target, is_own))
        splices = [_respelled(text, at.target, one, new) for one in places]
        splices += _own_id(text, at, new) if is_own else ()
        if splices:
            after = text.with_splices(splices)
            change = thing_under(at.target, new, is_own)
            if not with_changed(said_in(text.content), change, after):
                raise Refused(f"{file}: '{id}' cannot be renamed there without touching more")
            changes.append(Change(file, text.content, after))
            count += len(places)
    where = (
        f"{count} reference{'s' * (count != 1)} in {len(changes)} file{'s' * (len(changes) != 1)}"
    )
    told = f"{where} changed" if count else "nothing else refers to it"
    said = f"{at.file}:{at.line}: {id} is {new} now; {told}"
    return Plan(tuple(changes), (said, *_of_file(at, new)), (at.target.id, new))


def _of_file(at: Found, new: str) -> Iterator[str]:
    """What is said where the file has the old id for its name, as that of a question has.

    It stays where it is: its history and other branches know it there, and no command goes by it.
    """
    file = PurePosixPath(at.file)
    if at.target.kind != "stance" and file.stem == file_name(at.target.id):
        called = f"{file_name(new)}{file.suffix}"
        yield f"{file}: the file keeps its name, which nothing goes by; you may call it {called}"


def _demand_free(reading: Reading, at: Found, new: str) -> None:
    """Raise for an id that is none, or that another record has."""
    if at.target.kind == "stance":
        wrong = stance_identifier(new)
        question = next(q for q in reading.questions if q.id == at.target.question)
        taken = question.stance(new) is not None
    else:
        read = (citation_key if at.target.kind == "source" else identifier)(new)
        wrong = read.complaints if isinstance(read, Wrong) else ()
        taken = new in _records(reading)
    if wrong:
        hint = f"; {wrong[0].hint}" if wrong[0].hint else ""
        raise ClaimcliError(wrong[0].message + hint)
    if taken:
        raise ClaimcliError(taken_already(new))


def _respelled(text: EditableFile, target: Target, one: Reference, new: str) -> Splice:
    path = (one.field,) if one.field in ("stance", "part_of") else ()
    made = under(target, path, one.node.text or "", new)
    assert made is not None
    return respelled(text, one, made)


def _own_id(text: EditableFile, at: Found, new: str) -> list[Splice]:
    """The splice at which the record itself has its id."""
    key, id = at.address
    if key == STANCES:
        stances = top(text).value(STANCES)
        pair = stances.member(id) if stances else None
        node, boxed = (pair[0] if pair else None), bool(stances and stances.braces)
    elif key == QUESTION_KEYS:
        node, boxed = top(text).value("id"), text.extent.whole
    else:
        standing = record_of(text, key, id)
        node = standing.node.value("id") if standing else None
        boxed = bool(standing and standing.node.braces)
    if node is None:
        raise Refused(f"{at.file}:{at.line}: the id was not found; nothing is written")
    return [respelled(text, Reference(id, "id", at.line, node, boxed), new)]
