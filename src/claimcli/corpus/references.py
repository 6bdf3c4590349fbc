"""Whether every id in a record leads to a record of the right kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from claimcli.corpus.authorship import can_be_work_of
from claimcli.corpus.fields import Unknown
from claimcli.corpus.locating import Finding, finding
from claimcli.corpus.readings import Reading
from claimcli.model import NO_STANCE, Claim, Question, Record, Scholar, Source
from claimcli.nearest import did_you_mean

_Path = tuple[str | int, ...]


def reference_findings(reading: Reading) -> Iterator[Finding]:
    """E301 to E307 of a corpus, not yet placed.

    What a broken record is referred to for is not called wrong. The claims concerned stay in the
    reading: they can be shown with the bare id.
    """
    known = _Known(reading)
    flawed = [left_out.record for left_out in reading.flawed]
    for claim in (*reading.claims, *(r for r in flawed if isinstance(r, Claim))):
        yield from _of_claim(known, claim)
    for question in (*reading.questions, *(r for r in flawed if isinstance(r, Question))):
        if question.part_of and question.part_of not in known.questions:
            yield from known.missing("E305", "question", question, ("part_of",), question.part_of)


class _Known:
    """The records that there are, by id."""

    def __init__(self, reading: Reading) -> None:
        self.scholars: dict[str, Scholar] = {s.id: s for s in reading.scholars}
        self.sources: dict[str, Source] = {s.id: s for s in reading.sources}
        self.questions: dict[str, Question] = {q.id: q for q in reading.questions}
        self.claims: dict[str, Claim] = {c.id: c for c in reading.claims}
        self.stances = {q.id: {s.id for s in q.stances} for q in reading.questions}
        self.broken = reading.broken
        self._names = reading.names
        self._suggestions: dict[tuple[str, str], str] = {}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        kinds = {name.id: "name" for name in self._names}
        kinds |= dict.fromkeys(self.scholars, "scholar")
        kinds |= dict.fromkeys(self.sources, "source")
        kinds |= dict.fromkeys(self.questions, "question")
        return kinds | dict.fromkeys(self.claims, "claim")

    def missing(
        self, code: str, kind: str, record: Record, path: _Path, wanted: str
    ) -> Iterator[Finding]:
        """That there is no record of that kind and id; nothing where it is merely broken."""
        if wanted in self.broken or isinstance(wanted, Unknown):
            return
        if wanted in self._kinds:
            message = f"'{wanted}' is a {self._kinds[wanted]}, not a {kind}"
            yield finding(code, record, path, message, f"write the id of a {kind}")
        else:
            hint = self._suggestion(kind, wanted)
            yield finding(code, record, path, f"there is no {kind} '{wanted}'", hint)

    def _suggestion(self, kind: str, wanted: str) -> str:
        if (kind, wanted) not in self._suggestions:
            ids = [known for known, its_kind in self._kinds.items() if its_kind == kind]
            meant = did_you_mean(wanted, ids)
            self._suggestions[kind, wanted] = (
                meant or f"record it, or write the id of another {kind}"
            )
        return self._suggestions[kind, wanted]

    def missing_stance(
        self, code: str, record: Record, path: _Path, question: str, stance: str
    ) -> Iterator[Finding]:
        """That a question, if there is one, has no such stance."""
        stances = self.stances.get(question)
        if stances is None or stance in stances or f"{question}/{stance}" in self.broken:
            return
        known = ", ".join(sorted(stances)) or "none defined"
        hint = did_you_mean(stance, stances) or f"its stances: {known}"
        message = f"the question '{question}' has no stance '{stance}'"
        yield finding(code, record, path, message, hint)


def _of_claim(known: _Known, claim: Claim) -> Iterator[Finding]:
    for index, scholar in enumerate(claim.scholars):
        if scholar not in known.scholars:
            yield from known.missing("E301", "scholar", claim, ("scholars", index), scholar)
    for path, work in claim.works:
        if work.source not in known.sources:
            yield from known.missing("E302", "source", claim, (*path, "source"), work.source)
    for index, basis in enumerate(claim.basis):
        if basis.claim is not None and basis.claim not in known.claims:
            yield from known.missing("E303", "claim", claim, ("basis", index, "claim"), basis.claim)
    if claim.question and claim.stance and claim.stance != NO_STANCE:
        yield from known.missing_stance("E304", claim, ("stance",), claim.question, claim.stance)
    yield from _answers(known, claim)
    yield from _relations(known, claim)
    yield from _first_hand(known, claim)


def _answers(known: _Known, claim: Claim) -> Iterator[Finding]:
    for index, answer in enumerate(claim.answers):
        path: _Path = ("answers", index)
        if "/" in answer:
            yield from _answer(known, claim, path, answer)
        elif not isinstance(answer, Unknown):
            message = f"'{answer}' is no answer"
            yield finding("E305", claim, path, message, "write QUESTION/STANCE")


def _answer(known: _Known, claim: Claim, path: _Path, answer: str) -> Iterator[Finding]:
    question, _, stance = answer.partition("/")
    if question not in known.questions:
        yield from known.missing("E305", "question", claim, path, question)
    yield from known.missing_stance("E305", claim, path, question, stance)


def _relations(known: _Known, claim: Claim) -> Iterator[Finding]:
    for index, relation in enumerate(claim.relations):
        path: _Path = ("relations", index, relation.type)
        if "/" in relation.target:
            yield from _answer(known, claim, path, relation.target)
        elif relation.target not in known.claims:
            yield from known.missing("E303", "claim", claim, path, relation.target)


def _first_hand(known: _Known, claim: Claim) -> Iterator[Finding]:
    """A claim without `via`: somebody who holds it must have written the work that is cited."""
    if claim.via or claim.citation is None:
        return
    holders = [known.scholars.get(scholar) for scholar in claim.scholars]
    for index, holder in enumerate(holders):
        if holder and holder.kind == "unnamed":
            message = f"'{holder.id}' is a reporter's phrase, so its own work cannot have been read"
            hint = "put the reporter's work in `via`, and drop the citation"
            yield finding("E307", claim, ("scholars", index), message, hint)
    named = [holder for holder in holders if holder and holder.kind != "unnamed"]
    source = known.sources.get(claim.citation.source)
    if source is None or None in holders or not named:
        return
    if not any(can_be_work_of(source, holder) for holder in named):
        yield finding("E306", claim, ("citation", "source"), *_not_by(source, named))


def _not_by(source: Source, holders: list[Scholar]) -> tuple[str, str]:
    """Message and hint for a work that none of the holders wrote."""
    who = ", ".join(f"'{holder.id}'" for holder in holders)
    if not (source.author or source.editor):
        message = f"no author of '{source.id}' is recorded, so it cannot be the work of {who}"
        return message, "record its author, or say in `via` in what work the claim was read"
    if all(holder.kind == "anonymous" for holder in holders):
        message = f"'{source.id}' has an author, so it is not the work of the anonymous {who}"
        return message, "name the author as the holder, or cite the anonymous work"
    message = f"none of {who} is an author or editor of '{source.id}'"
    return message, "say in `via` in what work the claim was read, or add the spelling of the name"
