"""What the words of a table mean in a corpus: which question, stance, scholar and work.

Whoever and whatever is there is found by id, by name or title, and as claimcli prints it; what is
not is proposed as a new record, and kept once the row that needs it turns out to be good.
"""

from __future__ import annotations

import re
from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from claimcli.citations import before, short
from claimcli.citations.creators import person
from claimcli.citations.disambiguation import disambiguated
from claimcli.corpus.readers import IDENTIFIER, Wrong, citation_key
from claimcli.corpus.records import Reading
from claimcli.editing import ids
from claimcli.imports.bibtex.names import names
from claimcli.imports.collating import source_of
from claimcli.imports.foreign import CslItem, without_empty
from claimcli.imports.holdings import Holdings
from claimcli.imports.people import Register, creator
from claimcli.imports.tables.cells import plain
from claimcli.model import NO_STANCE, Claim, Question, Source
from claimcli.names.authorship import can_be_work_of
from claimcli.names.folding import index_text
from claimcli.names.latin import latin_words
from claimcli.nearest import did_you_mean

_SHORT = re.compile(r"(?P<who>.*\D)\s(?P<year>-?\d{3,4})[a-z]?(?:,\s+(?P<locator>.+))?")
"""A short citation: `Kim 2013`, `Kim 2013b, p. 5`."""


_LONGEST = 6
"""Words of a name; what has more is a phrase."""


class Unfit(Exception):
    """A row that makes no record, and why."""


class Proposed(NamedTuple):
    """A new record: its kind and values, and the question of a stance."""

    kind: str
    values: dict[str, Any]
    question: str | None = None


class Meant:
    """A corpus, and the records that tables add to it, by what people call them."""

    def __init__(self, reading: Reading, known: Holdings) -> None:
        self.known = known
        self.reading = reading
        self.unsure: dict[tuple[str, str], None] = {}
        self.works: dict[str, Source] = {s.id: s for s in disambiguated(reading.sources)}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in reading.claims}
        self.questions: dict[str, Question] = {q.id: q for q in reading.questions}
        self._scholars = {scholar.id: scholar for scholar in reading.scholars}
        self._names = {scholar.id: scholar.name for scholar in reading.scholars}
        self._named: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._register = Register(reading)
        self._cited: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._titled: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._stated: dict[str, str] = {}
        self._questions: dict[str, str] = {}
        self._stances: dict[str, dict[str, str]] = {}
        self._numbers: dict[str, int] = {}
        self._staged: list[Proposed] = []
        self._learn()

    def _learn(self) -> None:
        for scholar in self.reading.scholars:
            for spelling in (scholar.name, *(other.value for other in scholar.names)):
                self._named[index_text(spelling)][scholar.id] = None
        for source in self.works.values():
            self._cited[_spaced(short(source, source.id))][source.id] = None
            if source.title:
                self._titled[index_text(source.title)][source.id] = None
        for claim in self.reading.claims:
            self._stated.setdefault(_spaced(claim.statement), claim.id)
        for question in self.reading.questions:
            self._take_question(question.id, question.question)
            for stance in question.stances:
                self.take_stance(question.id, stance.id, stance.label)

    # --- What a row proposes is kept with it, or dropped ---

    def keep(self) -> list[Proposed]:
        """What the row needed is there from now on."""
        kept, self._staged = self._staged, []
        for one in kept:
            self._note(one)
        return kept

    def drop(self) -> None:
        """The row was no good, and what it alone needed is not made."""
        for one in self._staged:
            if one.kind != "stance":
                self.known.release(one.values["id"])
        self._staged = []

    def _note(self, one: Proposed) -> None:
        id, values = one.values["id"], one.values
        if one.kind == "scholar":
            self._named[index_text(values["name"])][id] = None
            self._register.add(values["name"], id)
        elif one.kind == "source":
            self.known.add(values)
            self.cites(short(source_of(values), id), id)
            if "title" in values:
                self._titled[index_text(values["title"])][id] = None
        elif one.kind == "question":
            self._take_question(id, values["question"])
        elif one.kind == "stance":
            self.take_stance(str(one.question), id, values["label"])

    def states(self, statement: str, id: str) -> None:
        """A claim of a table, so that others may rest on it by its words."""
        self._stated.setdefault(_spaced(statement), id)

    def cites(self, text: str, id: str) -> None:
        """What a work is called in short in a table, where it says the id, too."""
        self._cited[_spaced(text)][id] = None

    def propose(self, kind: str, values: dict[str, Any], question: str | None = None) -> str:
        """The id of a new record, which a row needs; its own, or one that nothing has."""
        id = values.get("id")
        if not id:
            sources = ChainMap[str, Any](self.known.added, self.known.sources)
            taken = self._stances.get(str(question), {}) if kind == "stance" else self.known.ids
            id = ids.proposed(kind, values, ids.Known(sources, taken, self._numbers))
            id = id or self.known.free(kind)
        if kind != "stance":
            self.known.take(id, kind)
        self._staged.append(Proposed(kind, {"id": id, **values, **{"id": id}}, question))
        return str(id)

    def _pending(self, kind: str, key: str, value: str) -> str | None:
        """The id of a record that the same row has proposed already."""
        alike = (p.values for p in self._staged if p.kind == kind)
        return next((v["id"] for v in alike if v.get(key) == value), None)

    # --- Questions and stances ---

    def _take_question(self, id: str, text: str) -> None:
        self._questions.setdefault(index_text(text), id)
        self._stances.setdefault(id, {})

    def take_stance(self, question: str, id: str, label: str) -> None:
        """Take an id for that of a stance."""
        self._stances.setdefault(question, {})[id] = index_text(label)

    def question(self, given: str, text: str) -> str | None:
        """The id of a question, by its id or its words; a new one where there are words."""
        words = text or given
        if not words:
            return None
        if given in self._stances:
            return given
        found = self._questions.get(index_text(words)) or self._pending("question", "id", given)
        if found:
            return found
        is_id = bool(IDENTIFIER.fullmatch(given))
        if is_id and not text and "-" in given:
            meant = did_you_mean(given, self._stances) or "give its words, as `question_text`"
            raise Unfit(f"no question '{given}'; {meant}")
        values = {"question": words}
        if is_id and text and self.known.kind(given) is None:
            values = {"id": given, **values}
        return self.propose("question", values)

    def has_stance(self, question: str, id: str) -> bool:
        """Whether a question has a stance of that id."""
        return id in self._stances.get(question, {})

    def stance(self, question: str, given: str, label: str) -> str:
        """The id of a stance of a question, by its id or its label; a new one where it has none."""
        if given == NO_STANCE or (not given and not label):
            if not given:
                message = "the row has no stance; write `none` for a claim that takes no side"
                raise Unfit(message)
            return NO_STANCE
        there = self._stances.get(question, {})
        if given in there:
            return given
        words = label or given
        folded = index_text(words)
        found = next((id for id, called in there.items() if called == folded), None)
        if found:
            return found
        values = {"label": words}
        if IDENTIFIER.fullmatch(given):
            values = {"id": given, **values}
        return self.propose("stance", values, question)

    # --- Scholars ---

    def scholar(self, given: Any, more: Mapping[str, str], work: Callable[[], str]) -> str:
        """The id of a holder, by id or name; a new one where nobody is called so.

        `more` may have the kind and the school of one who is new. Of several with that name the
        one who wrote the `work` is meant. Raises `Unfit` where nobody can tell.
        """
        told = given if isinstance(given, dict) else {}
        name = plain(told.get("name") or told.get("id") or "") if told else plain(given)
        id = plain(told.get("id") or "") or name
        if self.known.kind(id) == "scholar":
            return id
        called = {} if told.get("id") else self._all_called(name)
        if called:
            return self._one_of(list(called), name, work)
        pending = self._pending("scholar", "name", name)
        if pending:
            return pending
        found = None if told.get("id") else self._spelled(name, work)
        return found or self._new_scholar(name, told, more)

    def _all_called(self, name: str) -> dict[str, None]:
        """The ids of those with this name, as it stands or turned round: `Kim, A. A.`."""
        return self._named.get(index_text(name)) or self._named.get(index_text(_in_order(name)), {})

    def _one_of(self, ids: list[str], name: str, work: Callable[[], str]) -> str:
        """The one of several of one name, by the work."""
        if len(ids) == 1:
            return ids[0]
        source = self.works.get(work())
        wrote = [id for id in ids if source and can_be_work_of(source, self._scholars[id])]
        if len(wrote) == 1:
            return wrote[0]
        raise Unfit(f"'{name}' may be any of {', '.join(ids)}: give the id")

    def _spelled(self, name: str, work: Callable[[], str]) -> str | None:
        """The scholar who may be spelled so, which nobody can be sure of."""
        if is_phrase(name):
            return None
        read = names(name)
        ids = self._register.scholars(creator(read[0])) if len(read) == 1 else []
        known = [id for id in ids if id in self._scholars]
        if not ids or (len(ids) > 1 and not known):
            return None
        found = self._one_of(known if len(ids) > 1 else ids, name, work)
        self.unsure[(name, found)] = None
        return found

    def _new_scholar(self, name: str, told: Mapping[str, Any], more: Mapping[str, str]) -> str:
        kind = plain(told.get("kind") or "") or more.get("kind") or ""
        values = {
            "name": name if told else _in_order(name),
            "kind": kind or ("unnamed" if is_phrase(name) else "person"),
            "school": plain(told.get("school") or "") or more.get("school", ""),
        }
        id = plain(told.get("id") or "")
        if not IDENTIFIER.fullmatch(id) or self.known.kind(id):
            by = more.get("witness", "")
            id = self.known.free(f"{by}-{'-'.join(latin_words(name)[:4])}".strip("-")) if by else ""
        return self.propose("scholar", without_empty({"id": id, **values}))

    def is_scholar(self, name: str) -> bool:
        """Whether somebody is called so, or has it for an id."""
        return self.known.kind(name) == "scholar" or bool(self._named.get(index_text(name)))

    def name_of(self, given: str) -> str:
        """The name of a scholar who may be given by id."""
        return self._names.get(given, given)

    # --- Works ---

    def work(self, text: str) -> tuple[str, str] | None:
        """The id of the work that a text names, and the place in it; None of no known work."""
        if self.known.kind(text) == "source":
            return text, ""
        id, comma, locator = (part.strip() for part in text.partition(","))
        if comma and self.known.kind(id) == "source":
            return id, locator
        by_key = self.known.id_by_key(id)
        if by_key:
            return by_key, locator
        return self._cited_as(text) or self._titled_as(text)

    def _cited_as(self, text: str) -> tuple[str, str] | None:
        """By its short citation, the longest that the text begins with."""
        text = _spaced(text)
        ends = [*(found.start() for found in re.finditer(r",? ", text)), len(text)]
        for end in reversed(ends):
            found = self._cited.get(text[:end])
            if found:
                if len(found) > 1:
                    raise Unfit(f"'{text[:end]}' may be any of {', '.join(found)}: give the id")
                return next(iter(found)), text[end:].lstrip(", ")
        return None

    def _titled_as(self, text: str) -> tuple[str, str] | None:
        found = self._titled.get(index_text(text), {})
        return (next(iter(found)), "") if len(found) == 1 else None

    def statement(self, text: str) -> str | None:
        """The id of the claim that says just this."""
        return self._stated.get(_spaced(text))

    def new_work(self, text: str, item: CslItem, authors: list[dict[str, str]]) -> str:
        """The id of a work that is new: named by a key, in short, or by its title."""
        found = _SHORT.fullmatch(text)
        key = text if _is_key(text) else ""
        made = dict(item)
        key = made.pop("id", "") or key
        if found:
            made.setdefault("issued", f"{int(found['year']):04}")
            authors = authors or [{"family": one} for one in _families(found["who"])]
        elif text and not key:
            made.setdefault("title", text)
        if authors:
            made.setdefault("author", authors)
        there = self.known.ids_by_work(made)
        if there and not key:
            return there[0]
        first = {"id": key, "type": made.get("type", "document")}
        first |= {name: made[name] for name in ("author", "title", "issued") if name in made}
        values = without_empty({**first, **made})
        if key and self.known.kind(key):
            raise Unfit(f"'{key}' is the id of a {self.known.kind(key)}, and no work")
        pending = self._pending("source", "id", key) if key else None
        return pending or self.propose("source", values)

    # --- As claimcli prints it ---

    def is_printed(self, claim: Claim, field: str, text: str) -> bool:
        """Whether a text is what `search` prints in a table for a field of a claim."""
        printed = self._printed(claim, field)
        return printed is not None and _spaced(printed) == text

    def _printed(self, claim: Claim, field: str) -> str | None:
        if field == "scholars":
            return "; ".join(map(self._called, claim.scholars))
        if field == "citation" and claim.citation:
            return self._printed_work(claim.citation.source, claim.citation.locator)
        if field == "via":
            return "; ".join(self._printed_work(v.source, v.locator) for v in claim.via)
        if field == "basis":
            return "; ".join(self._grounds(claim))
        if field in ("answers", "unclear", "tags"):
            return "; ".join(getattr(claim, field))
        return None

    def _grounds(self, claim: Claim) -> Iterator[str]:
        for ground in claim.basis:
            if ground.source:
                yield self._printed_work(ground.source, ground.locator)
            else:
                other = self.claims.get(ground.claim or "")
                yield other.statement if other else ground.claim or ""

    def _called(self, id: str) -> str:
        return self._names.get(id, id)

    def _printed_work(self, id: str, locator: str | None) -> str:
        source = self.works.get(id)
        text = short(source, id)
        return f"{text}{before(source, locator)}{locator}" if locator else text


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _is_key(text: str) -> bool:
    """Whether it is a citation key, and no title of one word: `lee-2001`, `vogel_cinema`."""
    return bool(re.search(r"[\d_:-]", text)) and not isinstance(citation_key(text), Wrong)


def is_phrase(name: str) -> bool:
    """Whether it is a phrase for somebody, and no name: `most historians`."""
    words = name.split()
    return (name[:1].islower() and len(words) > 1) or len(words) > _LONGEST


def _in_order(name: str) -> str:
    """A name as it runs: `Kim, A. A.` is A. A. Kim."""
    read = names(name) if name.count(",") == 1 else []
    return person(read[0]).in_order if len(read) == 1 and "given" in read[0] else name


def _families(who: str) -> list[str]:
    """The names before a year: `Kim, Lee, and Tao`, `Kim et al.`."""
    listed = re.sub(r"\s+et al\.?$", "", who.strip(" ,"))
    return [one for one in re.split(r",\s+(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*", listed) if one]
