"""What a conversation can offer: the records of the corpus, and those that it has made itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from claimcli.citations import short
from claimcli.corpus.csl import SOURCE, source_fields
from claimcli.corpus.mappings import read_fields
from claimcli.corpus.records import Reading
from claimcli.dialogue.asker import Offer
from claimcli.editing.composing import New
from claimcli.editing.emitting import given
from claimcli.model import NO_STANCE, Scholar, Source
from claimcli.names.authorship import can_be_work_of
from claimcli.names.folding import index_text


class Last(msgspec.Struct, frozen=True):
    """What was named last, and is likely to be named again: ids of a question and of a source."""

    question: str | None = None
    source: str | None = None


class OfferedRecords:
    """The records that there are, those made in the conversation among them."""

    def __init__(self, reading: Reading, last: Last) -> None:
        self.reading = reading
        self.made: list[New] = []
        self.scholars: dict[str, Scholar] = {one.id: one for one in reading.scholars}
        self.sources: dict[str, Source] = {one.id: one for one in reading.sources}
        self.questions = {one.id: one.question for one in reading.questions}
        self.stances = {q.id: {s.id: s.label for s in q.stances} for q in reading.questions}
        self.claims = {one.id: one.statement for one in reading.claims}
        self.last = Last(
            last.question if last.question in self.questions else None,
            last.source if last.source in self.sources else None,
        )

    def add(self, new: New) -> None:
        """Take in a record that was made in the conversation; its id is among its values."""
        self.made.append(new)
        values, id = given(new.values), str(new.values["id"])
        if new.kind == "scholar":
            self.scholars[id] = Scholar(id=id, name=values["name"], kind=values["kind"])
        elif new.kind == "source":
            fields, _ = read_fields(SOURCE, values)
            made = Source(**source_fields(fields, values)) if fields else None
            self.sources[id] = made or Source(id=id, type=values["type"])
        elif new.kind == "question":
            self.questions[id] = values["question"]
            self.stances[id] = {key: one["label"] for key, one in values["stances"].items()}
        elif new.kind == "stance" and new.question:
            self.stances[new.question][id] = values["label"]

    def needed(self, news: list[New]) -> list[New]:
        """The records made on the way that these, or others that are needed, refer to."""
        needed, words = list(news), {word for one in news for word in _words(one)}
        for one in reversed(self.made):
            id = str(one.values["id"])
            if id in words or f"{one.question}/{id}" in words:
                needed.insert(0, one)
                words.update(_words(one))
        return needed

    def offers(self, kind: str) -> list[Offer]:
        """The ids of a kind of record, each with what it stands for."""
        return list(_OFFERS[kind](self))

    def stances_of(self, question: str) -> list[Offer]:
        """What one can hold on a question; the last is to take no side."""
        named = [Offer(*one) for one in self.stances[question].items()]
        return [*named, Offer(NO_STANCE, "on the question, but takes no side")]

    def stance(self, question: str | None, words: str) -> str | None:
        """The stance of a question that has this id, or is the only one of this label."""
        offers = self.stances_of(question) if question else []
        if words in [offer.value for offer in offers]:
            return words
        folded = index_text(words).strip()
        labelled = [one.value for one in offers if folded in map(index_text, one[:2])]
        return labelled[0] if len(labelled) == 1 and folded else None

    def named(self, kind: str, words: str) -> str | None:
        """The id of the record that has this id, or is the only one of this name."""
        known = {
            "scholar": self.scholars.keys(),
            "source": self.sources.keys(),
            "question": self.questions.keys(),
        }
        if words in known[kind]:
            return words
        folded = index_text(words)
        spelled = [
            id
            for id, one in self.scholars.items()
            if kind == "scholar" and folded in map(index_text, one.spelled)
        ]
        return spelled[0] if len(spelled) == 1 and folded.strip() else None

    def authors(self, source: str | None) -> list[str]:
        """The scholars of whom a source can be a work."""
        work = self.sources.get(source or "")
        if work is None:
            return []
        named = [s for s in self.scholars.values() if s.kind in ("person", "group")]
        return [scholar.id for scholar in named if can_be_work_of(work, scholar)]


def _words(new: New) -> Iterator[str]:
    """The texts in a record, and what it says of its question."""
    if new.question:
        yield new.question
        yield f"{new.question}/{new.values.get('stance')}"
    yield from _texts(list(new.values.values()))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))


def _source_offers(known: OfferedRecords) -> Iterator[Offer]:
    for id, source in known.sources.items():
        yield Offer(id, f"{short(source, id)}{f', {source.title}' if source.title else ''}")


def _position_offers(known: OfferedRecords) -> Iterator[Offer]:
    for question, stances in known.stances.items():
        for id, label in stances.items():
            yield Offer(f"{question}/{id}", label)


_OFFERS: dict[str, Any] = {
    "scholar": lambda known: (Offer(id, one.name) for id, one in known.scholars.items()),
    "source": _source_offers,
    "question": lambda known: (Offer(*one) for one in known.questions.items()),
    "claim": lambda known: (Offer(*one) for one in known.claims.items()),
    "position": _position_offers,
}
