"""Records and a question that several tests compare, with counts to be worked out by hand."""

from __future__ import annotations

from claimcli.model import Citation, Claim, Creator, Question, Scholar, Source, Stance


class Records:
    """Entities held in dictionaries."""

    def __init__(self, *records: Scholar | Source | Question | Claim) -> None:
        self.by_id = {record.id: record for record in records}

    def _get(self, id: str, kind: type) -> object:
        record = self.by_id.get(id)
        return record if isinstance(record, kind) else None

    def scholar(self, id: str) -> Scholar | None:
        return self._get(id, Scholar)  # type: ignore[return-value]  # checked by kind

    def source(self, id: str) -> Source | None:
        return self._get(id, Source)  # type: ignore[return-value]  # checked by kind

    def question(self, id: str) -> Question | None:
        return self._get(id, Question)  # type: ignore[return-value]  # checked by kind

    def claim(self, id: str) -> Claim | None:
        return self._get(id, Claim)  # type: ignore[return-value]  # checked by kind


WHO = Question(
    id="who",
    question="Who began it?",
    exclusive=True,
    stances=(
        Stance("north", "The north"),
        Stance("south", "The south"),
        Stance("nobody", "No one"),
    ),
)
WHY = Question(id="why", question="Why?", stances=(Stance("gain", "Gain"), Stance("fear", "Fear")))


def source(id: str, year: str | None) -> Source:
    return Source(id=id, type="book", author=(Creator(family=id.title()),), issued=year)


ENTITIES = Records(
    Scholar(id="ann", name="Ann", kind="person", school="west"),
    Scholar(id="bob", name="Bob", kind="person"),
    Scholar(id="society", name="The Society", kind="group", school="west"),
    Scholar(id="ann-2000-many", name="many scholars", kind="unnamed"),
    Scholar(id="reeve", name="the reeve", kind="contemporary", school="west"),
    source("ann-2000", "2000"),
    source("bob-1975", "1975"),
    source("society-1981", "1981-05"),
    source("undated", None),
    WHO,
    WHY,
)
OWN = Citation("ann-2000")


def claim(id: str, stance: str, *scholars: str, **fields: object) -> Claim:
    asked = fields.pop("question", "who")
    return Claim(id=id, statement=id, stance=stance, scholars=scholars, question=asked, **fields)  # type: ignore[arg-type]  # fields of a claim


CLAIMS = (
    claim("a1", "south", "ann", citation=OWN),
    claim("b1", "north", "bob", citation=Citation("bob-1975", "p. 3"), via=(OWN,)),
    claim("b2", "south", "bob", citation=Citation("undated"), via=(OWN,), unclear=("stance",)),
    claim("m1", "north", "ann-2000-many", via=(OWN,)),
    claim("s1", "north", "society", "bob", citation=Citation("society-1981"), via=(OWN,)),
    claim("a2", "none", "ann", citation=OWN),
    claim("a3", "gain", "ann", citation=OWN, question="why", answers=("who/north",)),
)
