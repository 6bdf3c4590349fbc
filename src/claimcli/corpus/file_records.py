"""The records of one file as they are put together from its entries."""

from __future__ import annotations

from typing import Any

import msgspec

from claimcli.corpus.csl import SOURCE, source_fields
from claimcli.corpus.document import Document
from claimcli.corpus.entries import Entry
from claimcli.corpus.findings import Finding
from claimcli.corpus.mappings import Shape, read_fields, salvaged
from claimcli.corpus.placing import complained, resolve_in
from claimcli.corpus.readers import Complaint, Unknown
from claimcli.corpus.records import FileReading, Flawed
from claimcli.corpus.schema import CLAIM, DRAFT, NAME, SCHOLAR
from claimcli.corpus.synonyms import LISTS, word_meant
from claimcli.corpus.top_level import TopLevel
from claimcli.corpus.values import FLAW
from claimcli.model import Citation, Claim, Draft, Name, Scholar, Source
from claimcli.problems import in_file_order

_SHAPES: dict[str, Shape] = {
    "claims": CLAIM,
    "scholars": SCHOLAR,
    "references": SOURCE,
    "names": NAME,
    "drafts": DRAFT,
}


class FileRecords:
    """What has been read of a file so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.left_out = 0
        self.broken: set[str] = set()
        self._kept: dict[str, list[Any]] = {key: [] for key in _SHAPES}
        self._flawed: list[Flawed] = []
        self._top = TopLevel(file, tuple(_SHAPES))

    def take(self, entry: Entry) -> None:
        """Read one entry: an item of a list of records, or something of the file itself."""
        shape = _SHAPES.get(entry.key)
        if shape is None or type(entry.part) is not int:
            self._top.take(entry)
            self._take_as_meant(entry)
            return
        fields, complaints = read_fields(shape, entry.value)
        if complaints:
            self._complain(entry, complaints)
        if fields is None or entry.flawed:
            self.left_out += 1
            self.broken.update(_identity(entry))
            self._salvage(entry, shape)
        else:
            self._kept[entry.key].append(self._record(entry, fields, entry.value))

    def _take_as_meant(self, entry: Entry) -> None:
        """Look into a record in a list that has a wrong name; it is left out all the same."""
        is_record = type(entry.part) is int and type(entry.value) is dict
        if not is_record or entry.key is FLAW or entry.key in self._top.known:
            return
        meant = word_meant(entry.key, LISTS, _SHAPES)
        if meant in _SHAPES:
            entry = entry._replace(key=meant)
            self._complain(entry, read_fields(_SHAPES[meant], entry.value)[1])
            self.broken.update(_identity(entry))
            self._salvage(entry, _SHAPES[meant])

    def _salvage(self, entry: Entry, shape: Shape) -> None:
        """Make a record of what is good in an entry, for the checks."""
        if type(entry.value) is dict:
            fields, bad = salvaged(shape, entry.value)
            identity = next(iter(_identity(entry)), Unknown())
            fields = {**_blank(entry.key, bad), **fields, "id": identity}
            good = {k: v for k, v in entry.value.items() if type(k) is str and k not in bad}
            record = self._record(entry, fields, good)
            self._flawed.append(Flawed(record, bad, entry.flawed))

    def _complain(self, entry: Entry, complaints: list[Complaint]) -> None:
        record = next(iter(_identity(entry)), None)
        self.findings += [complained(self.file, entry.line, record, c) for c in complaints]

    def _record(
        self, entry: Entry, fields: dict[str, Any], written: dict[str, Any]
    ) -> Claim | Scholar | Source | Name | Draft:
        file, line = self.file, entry.line
        if entry.key == "claims":
            question = self._top.question_id
            return Claim(file=file, line=line, question=question, **fields)
        if entry.key == "scholars":
            return Scholar(file=file, line=line, **fields)
        if entry.key == "references":
            return Source(file=file, line=line, **source_fields(fields, written))
        if entry.key == "drafts":
            origin = fields.get("from")
            rest = {key: value for key, value in fields.items() if key != "from"}
            return Draft(file=file, line=line, origin=origin, **rest)
        return Name(file=file, line=line, **fields)

    def finish(self, document: Document) -> FileReading:
        """The records of the whole file, when all entries have been taken."""
        top, kept = self._top, self._kept
        top.finish(document, with_records=any(kept.values()) or self.left_out > 0)
        claims = self._settled_claims()
        self.findings += top.findings
        problems = [*document.problems]
        if self.findings:
            problems += resolve_in(document.text, self.findings)
        lost = [identity for damage in document.lost for identity in damage.ids]
        return FileReading(
            file=self.file,
            info=top.info,
            claims=tuple(claims),
            scholars=tuple(kept["scholars"]),
            sources=tuple(kept["references"]),
            questions=(top.question,) if top.question else (),
            names=tuple(kept["names"]),
            drafts=tuple(kept["drafts"]),
            problems=tuple(sorted(problems, key=in_file_order)),
            left_out=self.left_out + top.left_out + sum(d.records for d in document.lost),
            broken=frozenset(self.broken.union(top.broken, lost)),
            flawed=(*self._flawed, *top.flawed),
        )

    def _settled_claims(self) -> list[Claim]:
        """The claims with their question, wherever in the file it was named, and a stance on it."""
        question, on_question = self._top.question_id, self._top.has_question
        settled: list[Claim] = []
        without: list[Claim] = []
        for claim in self._kept["claims"]:
            complaint = _stance_complaint(claim, on_question)
            if complaint:
                self.findings.append(complained(self.file, claim.line, claim.id, complaint))
                self.left_out += 1
                self.broken.add(claim.id)
                without.append(claim)
            elif claim.question == question:
                settled.append(claim)
            else:
                settled.append(msgspec.structs.replace(claim, question=question))
        self._settle_flawed()
        self._flawed += [Flawed(claim, frozenset(("stance",))) for claim in without]
        return settled

    def _settle_flawed(self) -> None:
        """The same for the claims that were left out, as far as their stance could be read."""
        question, on_question = self._top.question_id, self._top.has_question
        for index, flawed in enumerate(self._flawed):
            claim, bad = flawed.record, flawed.bad
            if not isinstance(claim, Claim):
                continue
            complaint = None if "stance" in bad else _stance_complaint(claim, on_question)
            if complaint:
                named = claim.id or None
                self.findings.append(complained(self.file, claim.line, named, complaint))
                bad |= {"stance"}
            settled = msgspec.structs.replace(claim, question=question)
            self._flawed[index] = Flawed(settled, bad, flawed.torn)


def _stance_complaint(claim: Claim, on_question: bool) -> Complaint | None:
    if on_question and claim.stance is None:
        hint = "add `stance:` with one of the question's stances, or `stance: none`"
        return Complaint("E211", (), "a claim on a question must have a stance", hint)
    if not on_question and claim.stance is not None:
        message = f"the stance '{claim.stance}' answers no question: this file has none"
        hint = "drop it, or move the claim to the question's file"
        return Complaint("E212", ("stance",), message, hint)
    return None


def _blank(key: str, bad: frozenset[str]) -> dict[str, Any]:
    """What stands in a record for what it must have."""
    if key == "claims":
        # A chain that cannot be read is a chain all the same: the claim is not first-hand.
        via = {"via": (Citation(Unknown()),)} if "via" in bad else {}
        return {"statement": "", "scholars": (), **via}
    if key == "drafts":
        return {}
    return {"type": ""} if key == "references" else {"name": "", "kind": ""}


def _identity(entry: Entry) -> tuple[str, ...]:
    """The id that an entry was given, if it was."""
    written = entry.value.get("id") if type(entry.value) is dict else None
    return (written,) if type(written) is str else ()
