"""The records of one file as they are put together from its entries."""

from __future__ import annotations

from typing import Any

import msgspec

from claimcli.corpus.csl import SOURCE, source_fields
from claimcli.corpus.document import Document
from claimcli.corpus.entries import Entry
from claimcli.corpus.fields import Complaint, Shape, read_fields
from claimcli.corpus.locating import Finding, complained, resolve_in
from claimcli.corpus.own import Own
from claimcli.corpus.readings import FileReading
from claimcli.corpus.shapes import CLAIM, NAME, SCHOLAR
from claimcli.model import Claim, Name, Scholar, Source
from claimcli.problems import in_file_order

_SHAPES: dict[str, Shape] = {
    "claims": CLAIM,
    "scholars": SCHOLAR,
    "references": SOURCE,
    "names": NAME,
}


class Draft:
    """What has been read of a file so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.left_out = 0
        self.broken: set[str] = set()
        self._claims: list[Claim] = []
        self._scholars: list[Scholar] = []
        self._sources: list[Source] = []
        self._names: list[Name] = []
        self._own = Own(file, tuple(_SHAPES))

    def take(self, entry: Entry) -> None:
        """Read one entry: an item of a list of records, or something of the file itself."""
        shape = _SHAPES.get(entry.key)
        if shape is None or type(entry.part) is not int:
            self._own.take(entry)
            return
        fields, complaints = read_fields(shape, entry.value)
        if complaints:
            self._complain(entry, complaints)
        if fields is None or entry.flawed:
            self.left_out += 1
            self.broken.update(_identity(entry))
        else:
            self._keep(entry, fields)

    def _complain(self, entry: Entry, complaints: list[Complaint]) -> None:
        record = next(iter(_identity(entry)), None)
        self.findings += [complained(self.file, entry.line, record, c) for c in complaints]

    def _keep(self, entry: Entry, fields: dict[str, Any]) -> None:
        file, line = self.file, entry.line
        if entry.key == "claims":
            question = self._own.question_id
            self._claims.append(Claim(file=file, line=line, question=question, **fields))
        elif entry.key == "scholars":
            self._scholars.append(Scholar(file=file, line=line, **fields))
        elif entry.key == "references":
            fields = source_fields(fields, entry.value)
            self._sources.append(Source(file=file, line=line, **fields))
        else:
            self._names.append(Name(file=file, line=line, **fields))

    def finish(self, document: Document) -> FileReading:
        """The records of the whole file, when all entries have been taken."""
        own = self._own
        own.finish(document, with_records=self._kept() or self.left_out > 0)
        claims = self._settled_claims()
        self.findings += own.findings
        problems = [*document.problems]
        if self.findings:
            problems += resolve_in(document.text, self.findings)
        lost = [identity for damage in document.lost for identity in damage.ids]
        return FileReading(
            file=self.file,
            info=own.info,
            claims=tuple(claims),
            scholars=tuple(self._scholars),
            sources=tuple(self._sources),
            questions=(own.question,) if own.question else (),
            names=tuple(self._names),
            problems=tuple(sorted(problems, key=in_file_order)),
            left_out=self.left_out + own.left_out + sum(d.records for d in document.lost),
            broken=frozenset(self.broken.union(own.broken, lost)),
        )

    def _kept(self) -> bool:
        return bool(self._claims or self._scholars or self._sources or self._names)

    def _settled_claims(self) -> list[Claim]:
        """The claims with their question, wherever in the file it was named, and a stance on it."""
        question, on_question = self._own.question_id, self._own.has_question
        settled: list[Claim] = []
        for claim in self._claims:
            complaint = _stance_complaint(claim, on_question)
            if complaint:
                self.findings.append(complained(self.file, claim.line, claim.id, complaint))
                self.left_out += 1
                self.broken.add(claim.id)
            elif claim.question == question:
                settled.append(claim)
            else:
                settled.append(msgspec.structs.replace(claim, question=question))
        return settled


def _stance_complaint(claim: Claim, on_question: bool) -> Complaint | None:
    if on_question and claim.stance is None:
        hint = "add `stance:` with one of the question's stances, or `stance: none`"
        return Complaint("E211", (), "a claim on a question must have a stance", hint)
    if not on_question and claim.stance is not None:
        message = f"the stance '{claim.stance}' answers no question: this file has none"
        hint = "drop it, or move the claim to the question's file"
        return Complaint("E212", ("stance",), message, hint)
    return None


def _identity(entry: Entry) -> tuple[str, ...]:
    """The id that an entry was given, if it was."""
    written = entry.value.get("id") if type(entry.value) is dict else None
    return (written,) if type(written) is str else ()
