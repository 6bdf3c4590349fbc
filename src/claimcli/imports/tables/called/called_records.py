"""A corpus, and the records that tables add to it, by what people call them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcli.citations import before, short
from claimcli.corpus.records import Reading
from claimcli.imports.holdings import Holdings
from claimcli.imports.tables.called.holders import Holders
from claimcli.imports.tables.called.proposals import Proposals, Proposed
from claimcli.imports.tables.called.questions import Questions
from claimcli.imports.tables.called.works import Works, spaced
from claimcli.model import Claim, Question


class CalledRecords:
    """The records by what they are called, each kind by itself."""

    def __init__(self, reading: Reading, known: Holdings) -> None:
        self.reading = reading
        self.known = known
        self.claims: dict[str, Claim] = {claim.id: claim for claim in reading.claims}
        self.asked: dict[str, Question] = {q.id: q for q in reading.questions}
        self._proposals = Proposals(known)
        self.questions = Questions(reading.questions, self._proposals)
        self.works = Works(reading, self._proposals)
        self.holders = Holders(reading, self.works.known, self._proposals)
        self._stated: dict[str, str] = {}
        for claim in reading.claims:
            self.states(claim.statement, claim.id)

    # --- What a row proposes is kept with it, or dropped ---

    def propose(self, kind: str, values: dict[str, Any], question: str | None = None) -> str:
        """The id of a new record, which a row needs; its own, or one that nothing has."""
        stances = self.questions.stances(str(question))
        return self._proposals.propose(kind, values, question, stances)

    def keep(self) -> list[Proposed]:
        """What the row needed is there from now on."""
        kept = self._proposals.taken()
        for one in kept:
            self._note(one)
        return kept

    def drop(self) -> None:
        """The row was no good, and what it alone needed is not made."""
        self._proposals.drop()

    def _note(self, one: Proposed) -> None:
        id, values = one.values["id"], one.values
        if one.kind == "scholar":
            self.holders.take(id, values["name"])
        elif one.kind == "source":
            self.works.take(values)
        elif one.kind == "question":
            self.questions.take(id, values["question"])
        elif one.kind == "stance":
            self.questions.take_stance(str(one.question), id, values["label"])

    # --- Claims by their words ---

    def states(self, statement: str, id: str) -> None:
        """A claim of a table, so that others may rest on it by its words."""
        self._stated.setdefault(spaced(statement), id)

    def statement(self, text: str) -> str | None:
        """The id of the claim that says just this."""
        return self._stated.get(spaced(text))

    # --- As claimcli prints it ---

    def is_printed(self, claim: Claim, field: str, text: str) -> bool:
        """Whether a text is what `search` prints in a table for a field of a claim."""
        printed = self._printed(claim, field)
        return printed is not None and spaced(printed) == text

    def _printed(self, claim: Claim, field: str) -> str | None:
        if field == "scholars":
            return "; ".join(map(self.holders.name_of, claim.scholars))
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

    def _printed_work(self, id: str, locator: str | None) -> str:
        source = self.works.known.get(id)
        text = short(source, id)
        return f"{text}{before(source, locator)}{locator}" if locator else text
