"""An id that leads to no record: what is said of it, and what is probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

from claimcli.checks.survey import Survey, kind_of, place
from claimcli.corpus.findings import FieldPath, Finding, finding
from claimcli.corpus.readers import IDENTIFIER, Unknown, as_identifier
from claimcli.corpus.records import Flawed, Reading
from claimcli.model import Question, Record

_MOST_LISTED = 12
"""Stances that a hint names."""
_NEW = "record it (`claimcli new {0}`), or write the id of another {0}"
_FILED = ("scholar", "source")
"""Kinds that mostly stand in a file of their own."""
_NAMESAKES = 40
"""Scholars with a key in common that a name is compared with."""


class Lost:
    """What tells of an id that is not there; the records left out are known, too.

    What a broken record is referred to for is not called wrong, unless its id is what is broken.
    """

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        reading = survey.usable
        self._left_out = [f for f in reading.flawed if f.record.id]
        self._refused = {f.record.id for f in self._left_out if "id" in f.bad}
        self._broken = reading.broken
        self._stances = {
            q.id: dict.fromkeys(s.id for s in q.stances) for q in _with_stances(reading)
        }
        self._nameless = [f.record for f in reading.flawed if not f.record.id]
        self.without_id = {q.file: q.id for q in _with_stances(reading) if not q.id}
        self._suggestions: dict[tuple[str, str], str] = {}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        kinds = {f.record.id: kind_of(f.record) for f in self._left_out if "id" not in f.bad}
        kinds |= {name.id: "name" for name in self.survey.usable.names}
        kinds |= dict.fromkeys(self.survey.scholars, "scholar")
        kinds |= dict.fromkeys(self.survey.sources, "source")
        kinds |= dict.fromkeys(self.survey.questions, "question")
        return kinds | dict.fromkeys(self.survey.claims, "claim")

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
        elif not found and (wanted not in self._broken or wanted in self._refused):
            hint = self._suggestion(kind, wanted)
            yield finding(code, record, path, f"there is no {kind} '{wanted}'", hint)

    def _suggestion(self, kind: str, wanted: str) -> str:
        if (kind, wanted) not in self._suggestions:
            self._suggestions[kind, wanted] = (
                self._meant(kind, wanted) or self._none(kind) or _NEW.format(kind)
            )
        return self._suggestions[kind, wanted]

    def _none(self, kind: str) -> str | None:
        """Where the corpus has none of the kind at all, as when their file was deleted."""
        if (
            kind not in _FILED
            or self._left_out_of_kind.get(kind)
            or getattr(self.survey, f"{kind}s")
        ):
            return None
        return f"there are no {kind}s at all: bring their file back, or `claimcli new {kind}`"

    def _meant(self, kind: str, wanted: str) -> str | None:
        """The id that is meant, or the record left out that is."""
        holders = self._holders(wanted) if kind == "scholar" else None
        if holders:
            return holders
        left_out = self._left_out_of_kind.get(kind, {})
        usable = getattr(self.survey, f"{kind}s")
        near = self.survey.nearest(wanted, {**usable, **left_out})
        if near is None:
            return self._without_id(kind)
        if near in usable:
            return f"did you mean '{near}'?"
        broken = left_out[near]
        why = "which is no id" if "id" in broken.bad else "which is left out, being broken"
        return f"'{broken.record.id}' at {place(broken.record)} is probably meant, {why}"

    def _holders(self, wanted: str) -> str | None:
        """That a scholar's name is no id, or that a comma is missing between two ids."""
        ids = re.split(r"\s*[;/&+]\s*|\s+and\s+|\s+", wanted)
        if len(ids) > 1 and self.survey.scholars.keys() >= set(ids):
            return f"put a comma between ids: write {', '.join(ids)}"
        named = self._named(wanted)
        return f"write {' or '.join(named)}" if 0 < len(named) < 4 else None

    @cached_property
    def _left_out_of_kind(self) -> dict[str, dict[str, Flawed]]:
        """The records left out by kind and id, the id as it would be one."""
        found: dict[str, dict[str, Flawed]] = {}
        for flawed in self._left_out:
            id = flawed.record.id
            found.setdefault(kind_of(flawed.record), {})[as_identifier(id) or id] = flawed
        return found

    @cached_property
    def _left_out_stances(self) -> dict[str, list[str]]:
        """The stances left out by question."""
        found: dict[str, list[str]] = {}
        for identity in self._broken:
            question, slash, stance = identity.partition("/")
            if slash:
                found.setdefault(question, []).append(stance)
        return found

    def _named(self, name: str) -> list[str]:
        """The ids of the scholars who have a name, in any of its spellings."""
        from claimcli.names.identity import name_keys, same_name  # few corpora have such a mistake

        keys = name_keys(name)
        near = {id for key in keys for id in islice(self._by_name.get(key, ()), _NAMESAKES)}
        return [
            id
            for id in sorted(near)[:_NAMESAKES]
            if any(same_name(name, s) for s in self.survey.scholars[id].spelled)
        ]

    @cached_property
    def _by_name(self) -> dict[str, dict[str, None]]:
        """The ids of the scholars by the keys of their names."""
        from claimcli.names.identity import name_keys  # as above

        ids: dict[str, dict[str, None]] = {}
        for scholar in self.survey.scholars.values():
            for key in chain.from_iterable(map(name_keys, scholar.spelled)):
                ids.setdefault(key, {})[scholar.id] = None
        return ids

    def _without_id(self, kind: str) -> str | None:
        """That a record of the kind has no id, so that it may be the one."""
        record = next((r for r in self._nameless if kind_of(r) == kind), None)
        if record is None:
            return None
        return f"the {kind} at {place(record)} has no id; if it is meant, give it this"

    def missing_stance(
        self, code: str, record: Record, path: FieldPath, question: str, stance: str
    ) -> Iterator[Finding]:
        """That a question, if there is one, has no such stance."""
        stances = self._stances.get(question)
        if stances is None or stance in stances or isinstance(stance, Unknown):
            return
        beginning = f"{question}/"
        if beginning in self._broken:
            return
        left_out = self._left_out_stances.get(question, [])
        if stance in left_out and IDENTIFIER.fullmatch(stance):
            return
        which = f"the question '{question}'" if question else "the question"
        hint = self._stance_meant(stance, left_out) or self._stances_there(stance, stances)
        yield finding(code, record, path, f"{which} has no stance '{stance}'", hint)

    def _stance_meant(self, stance: str, left_out: Sequence[str]) -> str | None:
        meant = as_identifier(stance)
        refused = next((s for s in left_out if meant and as_identifier(s) == meant), None)
        return f"'{refused}' is probably meant, which is no id" if refused else None

    def _stances_there(self, stance: str, stances: Collection[str]) -> str:
        near = self.survey.nearest(stance, stances)
        return f"did you mean '{near}'?" if near else f"its stances: {_listed(stances)}"


def _listed(stances: Collection[str]) -> str:
    """The stances of a question, as many as go into a line."""
    shown = list(islice(stances, _MOST_LISTED))
    more = len(stances) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "") or "none defined"


def _with_stances(reading: Reading) -> Iterator[Question]:
    """The questions of which the stances could be read; of two with one id, the first."""
    for left_out in reversed(reading.flawed):
        if isinstance(left_out.record, Question) and "stances" not in left_out.bad:
            yield left_out.record
    yield from reading.questions
