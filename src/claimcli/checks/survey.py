"""A corpus as the checks see it: its records by id, and who holds what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

import msgspec

from claimcli.corpus.records import Reading
from claimcli.corpus.text import decode, load
from claimcli.model import NO_STANCE, Claim, Draft, Name, Question, Record, Scholar, Source
from claimcli.nearest import nearest
from claimcli.problems import Severity

_R = TypeVar("_R", bound=Record)
_NONE: frozenset[str] = frozenset()
_MOST_COMPARED = 300_000
"""Pairs of ids that are held against each other in search of what is meant: half a second."""
_WORD = re.compile(r"[\w-]+")


class Survey:
    """The records of a reading by id. What is worked out from them is worked out once.

    `usable` is the reading as commands see it; `scholars`, `sources`, `questions` and `claims` are
    its records by id. `reading` has the flawed records among the others, since they are looked at
    as well, of which `bad` are the fields of each, by identity, that tell nothing; `first_claims`
    and `first_questions` are of these, the first with each id.
    """

    def __init__(self, reading: Reading) -> None:
        self.usable = reading
        self.scholars: dict[str, Scholar] = {s.id: s for s in reading.scholars}
        self.sources: dict[str, Source] = {s.id: s for s in reading.sources}
        self.questions: dict[str, Question] = {q.id: q for q in reading.questions}
        self.claims: dict[str, Claim] = {c.id: c for c in reading.claims}
        self.reading = _with_flawed(reading) if reading.flawed else reading
        self.bad = {id(flawed.record): flawed.bad for flawed in reading.flawed}
        self.first_claims: dict[str, Claim] = _by_id(self.reading.claims)
        self.first_questions: dict[str, Question] = _by_id(self.reading.questions)
        self._left_to_compare = _MOST_COMPARED
        self._every_source = {**self._readable(Source), **self.sources}

    def source(self, wanted: str, *fields: str) -> Source | None:
        """The source of that id, if there is one in which these fields could be read."""
        found = self._every_source.get(wanted)
        return found if found and self.bad.get(id(found), _NONE).isdisjoint(fields) else None

    def nearest(self, wanted: str, known: Collection[str]) -> str | None:
        """The known id that is most like one which leads nowhere.

        None where that would take long: so many ids are not misspelled one by one.
        """
        self._left_to_compare -= len(known)
        return nearest(wanted, known) if self._left_to_compare >= 0 else None

    @cached_property
    def spelled(self) -> dict[str, Scholar]:
        """The scholars of whom it can be told what they may have written."""
        return {**self._readable(Scholar, "name", "names", "kind"), **self.scholars}

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """The scholars that are a reporter's phrase."""
        scholars = {**self._readable(Scholar, "kind"), **self.scholars}
        return frozenset(id for id, scholar in scholars.items() if scholar.kind == "unnamed")

    def _readable(self, kind: type[_R], *fields: str) -> dict[str, _R]:
        """The first records left out of that kind, by id, in which these fields could be read."""
        whole = (f for f in self.usable.flawed if f.record.id and not f.torn)
        good = (f.record for f in whole if f.bad.isdisjoint(("id", *fields)))
        return _by_id(record for record in good if isinstance(record, kind))

    @cached_property
    def held(self) -> frozenset[tuple[str, str]]:
        """Every question and stance that a claim takes, in its own file or through `answers`."""
        return frozenset(taken for claim in self.reading.claims for taken in claim.positions)

    @cached_property
    def misheld(self) -> frozenset[str]:
        """The questions of which a claim takes a stance that they do not have."""
        stances = {(q.id, s.id) for q in self.reading.questions for s in q.stances}
        unknown = self.held - stances
        return frozenset(question for question, stance in unknown if stance != NO_STANCE)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The ids of the works that claims cite, were read in or rest on, or drafts stand in."""
        marked = (draft.source for draft in self.reading.drafts if draft.source)
        cited = (work.source for claim in self.reading.claims for _, work in claim.works)
        return frozenset((*cited, *marked))

    @cached_property
    def probably_meant(self) -> frozenset[str]:
        """The scholars and sources that are like an id which leads nowhere."""
        scholars = {scholar.id for scholar in self.reading.scholars}
        holders = {holder for claim in self.reading.claims for holder in claim.scholars}
        pairs = (
            (holders - scholars, scholars),
            (self.cited - self._every_source.keys(), self._every_source),
        )
        near = (self.nearest(lost, known) for gone, known in pairs for lost in gone if lost)
        return frozenset(filter(None, near))

    @cached_property
    def broken_files(self) -> frozenset[str]:
        """The files in which an error was found: a record in them may have been left out."""
        errors = (p for p in self.reading.problems if p.severity == Severity.ERROR)
        return frozenset(problem.location.file for problem in errors)

    @cached_property
    def broken_texts(self) -> dict[str, str]:
        """What is written in these files, since a record left out may refer to anything."""
        contents = ((file, load(self.reading.root, file)) for file in sorted(self.broken_files))
        return {file: decode(file, c).text for file, c in contents if isinstance(c, bytes)}

    @cached_property
    def _broken_words(self) -> dict[str, Counter[str]]:
        """How often each word, as ids are, stands in which of these files."""
        words: dict[str, Counter[str]] = {}
        for file, text in self.broken_texts.items():
            for word in _WORD.findall(text):
                words.setdefault(word, Counter())[file] += 1
        return words

    def may_be_referred_to(self, record: Record) -> bool:
        """Whether something may refer to this record that could not be followed.

        It is a misspelled id, or a record that was left out: the id stands in the same file.
        """
        if record.id in self.probably_meant:
            return True
        found: Mapping[str, int]
        if _WORD.fullmatch(record.id):
            found = self._broken_words.get(record.id, {})
        else:
            word = re.compile(rf"(?<![\w-]){re.escape(record.id)}(?![\w-])")
            found = {file: len(word.findall(text)) for file, text in self.broken_texts.items()}
        return any(count > (file == record.file) for file, count in found.items())

    def may_have_more_stances(self, question: Question) -> bool:
        """Whether a stance of the question was left out, or may have been."""
        beginning = f"{question.id}/"
        lost = any(identity.startswith(beginning) for identity in self.reading.broken)
        torn = (p.location.file for p in self.reading.problems if p.code.startswith("E1"))
        return lost or question.file in torn or "stances" in self.bad.get(id(question), _NONE)


def _by_id(records: Iterable[_R]) -> dict[str, _R]:
    """The first record with each id."""
    found: dict[str, _R] = {}
    for record in records:
        found.setdefault(record.id, record)
    return found


def _with_flawed(reading: Reading) -> Reading:
    """The reading with the flawed records where they were written."""
    order = {file: number for number, file in enumerate(reading.files)}

    def merged(records: tuple[_R, ...], kind: type[_R]) -> tuple[_R, ...]:
        flawed = [f.record for f in reading.flawed if isinstance(f.record, kind)]
        return tuple(sorted((*records, *flawed), key=lambda r: (order[r.file], r.line)))

    return msgspec.structs.replace(
        reading,
        claims=merged(reading.claims, Claim),
        scholars=merged(reading.scholars, Scholar),
        sources=merged(reading.sources, Source),
        questions=merged(reading.questions, Question),
        names=merged(reading.names, Name),
        drafts=merged(reading.drafts, Draft),
    )


def named(record: Record) -> str:
    """A record's id with its file and line, for a message; the line alone where it has no id."""
    where = place(record)
    return f"'{record.id}' ({where})" if record.id else f"the {kind_of(record)} at {where}"


def kind_of(record: Record) -> str:
    """What a record is, for a message: `claim`, `scholar`."""
    return type(record).__name__.lower()


def place(record: Record) -> str:
    """File and line of a record, for a message."""
    return f"{record.file}:{record.line}"
