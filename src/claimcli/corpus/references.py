"""Whether every id in a record leads to a record of the right kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import TypeVar

from claimcli.corpus.authorship import can_be_work_of
from claimcli.corpus.placing import Finding, finding
from claimcli.corpus.readers import IDENTIFIER, FieldPath, Unknown, as_identifier
from claimcli.corpus.records import Reading
from claimcli.model import NO_STANCE, Claim, Question, Record, Scholar, Source
from claimcli.nearest import did_you_mean, nearest

_R = TypeVar("_R", bound=Record)


def reference_findings(reading: Reading) -> Iterator[Finding]:
    """E301 to E307 of a corpus, not yet placed.

    What a broken record is referred to for is not called wrong, unless its id is what is broken.
    The claims concerned stay in the reading: they can be shown with the bare id.
    """
    known = _Known(reading)
    flawed = [left_out.record for left_out in reading.flawed]
    for claim in (*reading.claims, *(r for r in flawed if isinstance(r, Claim))):
        yield from _of_claim(known, claim)
    for question in (*reading.questions, *(r for r in flawed if isinstance(r, Question))):
        if question.part_of and question.part_of not in known.questions:
            yield from known.missing("E305", "question", question, ("part_of",), question.part_of)


class _Known:
    """The records that there are, by id, and those that were left out."""

    def __init__(self, reading: Reading) -> None:
        self.scholars: dict[str, Scholar] = {s.id: s for s in reading.scholars}
        self.sources: dict[str, Source] = {s.id: s for s in reading.sources}
        self.questions: dict[str, Question] = {q.id: q for q in reading.questions}
        self.claims: dict[str, Claim] = {c.id: c for c in reading.claims}
        self._left_out = [f for f in reading.flawed if f.record.id]
        self._refused = {f.record.id for f in self._left_out if "id" in f.bad}
        self.broken = reading.broken
        self.stances = {q.id: {s.id for s in q.stances} for q in _with_stances(reading)}
        self._nameless = [f.record for f in reading.flawed if not f.record.id]
        self.without_id = {q.file: q.id for q in _with_stances(reading) if not q.id}
        self._names = reading.names
        self._suggestions: dict[tuple[str, str], str] = {}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        kinds = {f.record.id: _kind(f.record) for f in self._left_out if "id" not in f.bad}
        kinds |= {name.id: "name" for name in self._names}
        kinds |= dict.fromkeys(self.scholars, "scholar")
        kinds |= dict.fromkeys(self.sources, "source")
        kinds |= dict.fromkeys(self.questions, "question")
        return kinds | dict.fromkeys(self.claims, "claim")

    @cached_property
    def authored(self) -> dict[str, Source]:
        """The sources of which it can be told who wrote them."""
        return {**self._readable(Source, "author", "editor"), **self.sources}

    @cached_property
    def spelled(self) -> dict[str, Scholar]:
        """The scholars of whom it can be told what they may have written."""
        return {**self._readable(Scholar, "name", "names", "kind"), **self.scholars}

    @cached_property
    def unnamed(self) -> set[str]:
        """The scholars that are a reporter's phrase."""
        scholars = {**self._readable(Scholar, "kind"), **self.scholars}
        return {id for id, scholar in scholars.items() if scholar.kind == "unnamed"}

    def _readable(self, kind: type[_R], *fields: str) -> dict[str, _R]:
        """The records left out of that kind, by id, in which these fields could be read."""
        whole = (f for f in self._left_out if not f.torn)
        good = (f.record for f in whole if f.bad.isdisjoint(("id", *fields)))
        return {record.id: record for record in good if isinstance(record, kind)}

    def missing(
        self, code: str, kind: str, record: Record, path: FieldPath, wanted: str
    ) -> Iterator[Finding]:
        """That there is no record of that kind and id; nothing where it is merely broken."""
        if isinstance(wanted, Unknown):
            return
        found = self._kinds.get(wanted)
        if found and found != kind:
            message = f"'{wanted}' is a {found}, not a {kind}"
            yield finding(code, record, path, message, f"write the id of a {kind}")
        elif not found and (wanted not in self.broken or wanted in self._refused):
            hint = self._suggestion(kind, wanted)
            yield finding(code, record, path, f"there is no {kind} '{wanted}'", hint)

    def _suggestion(self, kind: str, wanted: str) -> str:
        if (kind, wanted) not in self._suggestions:
            self._suggestions[kind, wanted] = (
                self._meant(kind, wanted) or f"record it, or write the id of another {kind}"
            )
        return self._suggestions[kind, wanted]

    def _meant(self, kind: str, wanted: str) -> str | None:
        """The id that is meant, or the record left out that is."""
        holders = self._holders(wanted) if kind == "scholar" else None
        if holders:
            return holders
        of_kind = [f for f in self._left_out if _kind(f.record) == kind]
        left_out = {as_identifier(f.record.id) or f.record.id: f for f in of_kind}
        usable = getattr(self, f"{kind}s")
        near = nearest(wanted, [*usable, *left_out])
        if near is None:
            return self._without_id(kind)
        if near in usable:
            return f"did you mean '{near}'?"
        broken = left_out[near]
        why = "which is no id" if "id" in broken.bad else "which is left out, being broken"
        place = f"{broken.record.file}:{broken.record.line}"
        return f"'{broken.record.id}' at {place} is probably meant, {why}"

    def _holders(self, wanted: str) -> str | None:
        """That a scholar's name is no id, or that a comma is missing between two ids."""
        ids = re.split(r"\s*[;/&+]\s*|\s+and\s+|\s+", wanted)
        if len(ids) > 1 and self.scholars.keys() >= set(ids):
            return f"put a comma between ids: write {', '.join(ids)}"
        named = self._named(wanted)
        return f"write {' or '.join(named)}" if 0 < len(named) < 4 else None

    def _named(self, name: str) -> list[str]:
        """The ids of the scholars who have a name, in any of its spellings."""
        from claimcli.names.keys import name_keys, same_name  # few corpora have such a mistake

        near = {id for key in name_keys(name) for id in self._by_name.get(key, ())}
        found = [id for id in near if any(same_name(name, s) for s in _names_of(self.scholars[id]))]
        return sorted(found)

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        """The ids of the scholars by the keys of their names."""
        from claimcli.names.keys import name_keys  # as above

        ids: dict[str, set[str]] = {}
        for scholar in self.scholars.values():
            for key in chain.from_iterable(map(name_keys, _names_of(scholar))):
                ids.setdefault(key, set()).add(scholar.id)
        return ids

    def _without_id(self, kind: str) -> str | None:
        """That a record of the kind has no id, so that it may be the one."""
        record = next((r for r in self._nameless if _kind(r) == kind), None)
        if record is None:
            return None
        return f"the {kind} at {record.file}:{record.line} has no id; if it is meant, give it this"

    def missing_stance(
        self, code: str, record: Record, path: FieldPath, question: str, stance: str
    ) -> Iterator[Finding]:
        """That a question, if there is one, has no such stance."""
        stances = self.stances.get(question)
        if stances is None or stance in stances or isinstance(stance, Unknown):
            return
        beginning = f"{question}/"
        if beginning in self.broken:
            return
        left_out = [b.removeprefix(beginning) for b in self.broken if b.startswith(beginning)]
        if stance in left_out and IDENTIFIER.fullmatch(stance):
            return
        meant = as_identifier(stance)
        refused = next((s for s in left_out if meant and as_identifier(s) == meant), None)
        known = ", ".join(sorted(stances)) or "none defined"
        hint = f"'{refused}' is probably meant, which is no id" if refused else None
        hint = hint or did_you_mean(stance, stances) or f"its stances: {known}"
        which = f"the question '{question}'" if question else "the question"
        yield finding(code, record, path, f"{which} has no stance '{stance}'", hint)


def _kind(record: Record) -> str:
    return type(record).__name__.lower()


def _names_of(scholar: Scholar) -> tuple[str, ...]:
    return (scholar.name, *(spelling.value for spelling in scholar.names))


def _with_stances(reading: Reading) -> Iterator[Question]:
    """The questions of which the stances could be read; of two with one id, the first."""
    for left_out in reversed(reading.flawed):
        if isinstance(left_out.record, Question) and "stances" not in left_out.bad:
            yield left_out.record
    yield from reading.questions


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
    asked = claim.question or known.without_id.get(claim.file)
    if asked is not None and claim.stance and claim.stance != NO_STANCE:
        yield from known.missing_stance("E304", claim, ("stance",), asked, claim.stance)
    yield from _answers(known, claim)
    yield from _relations(known, claim)
    yield from _first_hand(known, claim)


def _answers(known: _Known, claim: Claim) -> Iterator[Finding]:
    for index, answer in enumerate(claim.answers):
        path: FieldPath = ("answers", index)
        if "/" in answer:
            yield from _answer(known, claim, path, answer)
        elif not isinstance(answer, Unknown):
            message = f"'{answer}' is no answer"
            yield finding("E305", claim, path, message, "write QUESTION/STANCE")


def _answer(known: _Known, claim: Claim, path: FieldPath, answer: str) -> Iterator[Finding]:
    question, _, stance = answer.partition("/")
    if question not in known.questions:
        yield from known.missing("E305", "question", claim, path, question)
    yield from known.missing_stance("E305", claim, path, question, stance)


def _relations(known: _Known, claim: Claim) -> Iterator[Finding]:
    for index, relation in enumerate(claim.relations):
        path: FieldPath = ("relations", index, relation.type)
        if "/" in relation.target:
            yield from _answer(known, claim, path, relation.target)
        elif relation.target not in known.claims:
            yield from known.missing("E303", "claim", claim, path, relation.target)


def _first_hand(known: _Known, claim: Claim) -> Iterator[Finding]:
    """A claim without `via`: somebody who holds it must have written the work that is cited."""
    if claim.via or claim.citation is None:
        return
    for index, holder in enumerate(claim.scholars):
        if holder in known.unnamed:
            message = f"'{holder}' is a reporter's phrase, so its own work cannot have been read"
            hint = "put the reporter's work in `via`, and drop the citation"
            yield finding("E307", claim, ("scholars", index), message, hint)
    holders = [
        known.spelled.get(holder) for holder in claim.scholars if holder not in known.unnamed
    ]
    named = [holder for holder in holders if holder]
    source = known.authored.get(claim.citation.source)
    if source is None or len(named) < len(holders) or not named:
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
