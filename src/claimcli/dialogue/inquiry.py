"""One new record asked for, field by field; what it refers to and is not there yet is made, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from claimcli.corpus.readers import Reader, Wrong, citation_key, identifier
from claimcli.corpus.schema import stance_identifier
from claimcli.dialogue.answering import choices, readers, refers_to, told
from claimcli.dialogue.asker import Asker, Back, Offer, Step, confirmed, gone_through
from claimcli.dialogue.offers import OfferedRecords
from claimcli.editing import ids
from claimcli.editing.asked_fields import FIELDS, RecordField
from claimcli.editing.composing import KEY_OF, New, taken_ids
from claimcli.editing.emitting import as_texts
from claimcli.editing.ids import taken_already
from claimcli.editing.typed import stances_labelled, value_of
from claimcli.errors import ClaimcliError, UnknownValue

_LIKELY = {("scholar", "kind"): "person", ("source", "type"): "book"}
"""What a field most often says."""

_WHERE = "  where in it"
_NEEDED = re.compile("required[^:]*: ")
_CLAUSE = re.compile(r"[:;(]|\. ")


class Inquiry:
    """The questions for one record of a kind, and what was answered so far.

    `words` are what to offer for its fields, as somebody would type it. `question`, of a stance, is
    the one that it is on, where that need not be asked.
    """

    def __init__(
        self,
        asker: Asker,
        known: OfferedRecords,
        kind: str,
        words: Mapping[str, str],
        question: str | None = None,
    ) -> None:
        self.kind = kind
        self.values: dict[str, Any] = {}
        self.question = question
        self._asks_question = kind in ("claim", "stance") and question is None
        self._asker = asker
        self._known = known
        self._words = dict(words)
        self._places: dict[str, tuple[str, str]] = {}

    def ask(self) -> New:
        """Ask for everything in its turn. Raises `Back` from the first question, and `Left`."""
        gone_through(
            [
                *([self._ask_question] if self._asks_question else ()),
                *(partial(self._ask_field, f) for f in FIELDS[self.kind] if f.in_turn),
                *([self._ask_stances] if self.kind == "question" else ()),
                self._ask_more,
                self._ask_id,
            ]
        )
        return self.record

    def ask_again(self, fields: Iterable[str]) -> New:
        """Ask for some fields once more."""
        gone_through([*self._steps(fields)])
        return self.record

    @property
    def record(self) -> New:
        """The record as far as it was told."""
        return New(self.kind, dict(self.values), self.question)

    @property
    def names(self) -> list[str]:
        """What may be asked for by its name."""
        first = ["question"] * self._asks_question
        last = ["stances"] * (self.kind == "question")
        return [*first, *(field.name for field in FIELDS[self.kind]), *last, "id"]

    # --- Fields ---

    def _steps(self, names: Iterable[str]) -> Iterable[Step]:
        apart: dict[str, Step] = {"id": self._ask_id, "stances": self._ask_stances}
        if self._asks_question:
            apart["question"] = self._ask_question
        by_name = {field.name: field for field in FIELDS[self.kind]}
        for name in names:
            yield apart[name] if name in apart else partial(self._ask_field, by_name[name])

    def _ask_field(self, field: RecordField) -> bool:
        if self._is_beside_the_point(field.name):
            return False
        choosing = choices(self.kind, field.name, self._known, self.question)
        if field.name == "stance":
            self._asker.say("\n".join(f"  {one.value}: {one.meaning}" for one in choosing.offers))
        self._answered(field, choosing.offers, choosing.is_work)
        return True

    def _is_beside_the_point(self, name: str) -> bool:
        """Whether nobody need be asked for a field, as things are."""
        if self.kind != "claim":
            return False
        via = self.values.get("via")
        return (name == "stance" and not self.question) or (name == "certainty" and bool(via))

    def _answered(self, field: RecordField, offers: list[Offer], is_work: bool) -> None:
        """Ask until there is an answer that will do, and keep it.

        A text that will not do is there to be mended; any other answer is not offered again.
        """
        self._asker.say(_clause(field.meaning))
        help = told(self.kind, field)
        while True:
            before = self._words.get(field.name)
            words = self._ask(field.name, offers, help, is_text=not offers)
            if not words and not self._must_have(field):
                self._forget(field.name)
                return
            value = self._taken(field, words, is_work)
            if value is not None:
                self.values[field.name] = value
                return
            if offers:
                self._words.pop(field.name)
                self._words.update({} if before is None else {field.name: before})

    def _taken(self, field: RecordField, words: str, is_work: bool) -> Any:
        """The value of an answer; None where it will not do, which is said."""
        try:
            return self._value(field, words, is_work)
        except Back:
            return None
        except ClaimcliError as error:
            self._asker.say(str(error))
            return None

    def _ask(self, name: str, offers: Iterable[Offer], help: str, *, is_text: bool = False) -> str:
        default = self._words.get(name, self._likely(name))
        words = self._asker.ask(name, default, offers=list(offers), help=help, is_text=is_text)
        self._words[name] = words = " ".join(words.split())
        return words

    def _must_have(self, field: RecordField) -> bool:
        """Whether it cannot be left out; then that is said."""
        missing = field.is_required or field.name == "stance"
        via_alone = field.name == "via" and "citation" not in self.values
        if missing:
            self._asker.say(f"it is needed: {field.meaning}")
        elif via_alone:
            self._asker.say("it is needed where there is no citation: < goes back to that")
        return missing or via_alone

    def _forget(self, name: str) -> None:
        self.values.pop(name, None)

    def _value(self, field: RecordField, words: str, is_work: bool) -> Any:
        """The value that was typed, with what it refers to; None where it will not do."""
        if not words:
            return None
        if is_work and not re.search("[,;{[]", words):
            value = self._with_place(field, words)
        else:
            value = value_of(KEY_OF[self.kind], (field.name,), words, self._known.claims)
        value = self._referring(field.name, value)
        return value if self._reads(readers(self.kind).get(field.name), value) else None

    def _with_place(self, field: RecordField, words: str) -> Any:
        """A work with the place in it, which is asked for apart."""
        source = self._known_or_made("source", words)
        work_before, place_before = self._places.get(field.name, ("", ""))
        likely = place_before if work_before == source else ""
        place = self._asker.ask(_WHERE, likely, help="p. 116, pp. 3-5, fol. 12r, ch. 2")
        self._words[field.name], self._places[field.name] = source, (source, place)
        work = {"source": source, **({"locator": place} if place else {})}
        return work if field.name == "citation" else [work]

    def _reads(self, reader: Reader | None, value: Any) -> bool:
        """Whether a field can have this value; what is wrong with it is said as `check` says it."""
        if value is None:
            return False
        read = reader(as_texts(value)) if reader else None
        if not isinstance(read, Wrong):
            return True
        for one in read.complaints:
            self._asker.say(one.message + (f"; {one.hint}" if one.hint else ""))
        return False

    def _likely(self, name: str) -> str:
        """What is probably the answer, where there is something to tell it by."""
        citation = self.values.get("citation")
        if self.kind == "claim" and name in ("question", "citation"):
            return getattr(self._known.last, {"citation": "source"}.get(name, name)) or ""
        if self.kind == "claim" and name == "via" and not citation:
            return self._known.last.source or ""
        if self.kind == "claim" and name == "scholars" and citation:
            return ", ".join(self._known.authors(citation["source"]))
        if self.kind == "claim" and name == "stance":
            tags = self._words.get("tags", "").split(",")
            return next(filter(None, (self._known.stance(self.question, t) for t in tags)), "")
        if self.kind == "stance" and name == "question":
            return self._known.last.question or ""
        return _LIKELY.get((self.kind, name), "")

    # --- What is referred to ---

    def _referring(self, field: str, value: Any) -> Any:
        """The value with the ids of records that there are, those among them that are made now.

        Raises `Back` where the person would rather answer again.
        """
        kind = refers_to(self.kind, field)
        if field == "stance":
            return self._known.stance(self.question, str(value)) or self._made("stance", str(value))
        if kind is None:
            return value
        if isinstance(value, str):
            return self._known_or_made(kind, value)
        if isinstance(value, list):
            return [self._referring(field, one) for one in value]
        if isinstance(value, dict) and value.get("source"):
            return {**value, "source": self._known_or_made("source", str(value["source"]))}
        return value

    def _stances(self) -> list[Offer]:
        return self._known.stances_of(self.question) if self.question else []

    def _known_or_made(self, kind: str, words: str) -> str:
        return self._known.named(kind, words) or self._made(kind, words)

    def _made(self, kind: str, words: str) -> str:
        """The id of a record that is made at once, if that is wanted; else raises `Back`."""
        offers = self._stances() if kind == "stance" else self._known.offers(kind)
        self._asker.say(str(UnknownValue(kind, words, [offer.value for offer in offers])))
        if not confirmed(self._asker, f"make a new {kind} of it", default=False):
            raise Back
        question = self.question if kind == "stance" else None
        new = Inquiry(self._asker, self._known, kind, _told_by(kind, words), question).ask()
        self._known.add(new)
        self._asker.say(f"{new.values['id']} is made with the rest")
        return str(new.values["id"])

    # --- What is no field ---

    def _ask_question(self) -> bool:
        """Which question a claim or a stance is on; a claim may be on none."""
        self._asker.say("the question that it is on" + ", - for none" * (self.kind == "claim"))
        while True:
            words = self._ask("question", self._known.offers("question"), "the id of a question")
            if not words and self.kind == "claim":
                self.question = None
                return True
            try:
                if words:
                    self.question = self._known_or_made("question", words)
                    return True
            except Back:
                continue

    def _ask_stances(self) -> bool:
        """The stances of a new question by their labels, one after another."""
        labels: list[str] = list(filter(None, self._words.get("stances", "").split("; ")))
        self._asker.say("its stances, one at a time, each in a few words; Enter after the last")
        help = "what one can hold on it, for example: Both sides wanted it"
        while True:
            before = labels[0] if labels and "stances" not in self.values else ""
            number = len(self.values.get("stances", ())) + 1
            label = self._asker.ask(f"stance {number}", before, help=help)
            labels = labels[1:]
            if not label:
                return True
            try:
                told = stances_labelled([label], self.values.get("stances", {}))
            except ClaimcliError as error:
                self._asker.say(str(error))
                continue
            self.values["stances"] = told

    def _ask_more(self) -> bool:
        """The other fields, by their names."""
        others = {field.name: field for field in FIELDS[self.kind] if not field.in_turn}
        for name in others:
            if name in self._words and name not in self.values:
                self._ask_field(others[name])
        offers = [Offer(name, _clause(field.meaning)) for name, field in others.items()]
        self._asker.say(f"more, if you like: {', '.join(others)}")
        help = "names of fields with commas between; Enter for none"
        said = self._asker.ask("more", "", offers=offers, help=help)
        wanted = [word for word in re.split(r"[,\s]+", said) if word]
        for name in wanted:
            if name in others:
                self._ask_field(others[name])
            else:
                self._asker.say(str(UnknownValue("field", name, others)))
        return self._ask_more() if wanted else True

    def _ask_id(self) -> bool:
        taken = self._ids()
        known = ids.IdsInUse(self._known.sources, taken)
        proposed = ids.proposed(self.kind, self.values, known) or ""
        before = self._words.get("id", "")
        self._asker.say("its id, which it keeps for good")
        while True:
            id = self._asker.ask("id", before or proposed, help="small letters, digits, hyphens")
            if self._is_id(id, taken):
                self.values["id"] = self._words["id"] = id
                return True

    def _ids(self) -> set[str]:
        if self.kind == "stance":
            return {offer.value for offer in self._stances()}
        made = {str(one.values["id"]) for one in self._known.made if one.kind != "stance"}
        return taken_ids(self._known.reading) | made

    def _is_id(self, id: str, taken: set[str]) -> bool:
        if id in taken:
            self._asker.say(taken_already(id))
            return False
        read: Reader = citation_key if self.kind == "source" else identifier
        if self.kind == "stance":
            read = _stance_id
        return self._reads(read, id)


def _stance_id(value: Any) -> Any:
    wrong = stance_identifier(value)
    return Wrong(*wrong) if wrong else value


def _clause(meaning: str) -> str:
    """What a field is for, as far as its first clause."""
    return _CLAUSE.split(_NEEDED.sub("", meaning, count=1))[0].strip()


def _told_by(kind: str, words: str) -> dict[str, str]:
    """What of a record is told by the words that somebody typed where its id should be."""
    name = {"scholar": "name", "question": "question", "stance": "label", "source": "id"}[kind]
    is_id = re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", words)
    return {"id" if is_id else name: words}
