"""Which new records a corpus has already: a file of them that is given a second time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from claimcli.corpus.records import Reading
from claimcli.editing.composing import New
from claimcli.model import Claim, Record
from claimcli.names.folding import index_text


class Recorded(NamedTuple):
    """A record that is there already: which of the new ones it is, by its place among them.

    `is_reworded` where a claim has another statement there than the new one.
    """

    at: int
    record: Record
    is_reworded: bool = False


def recorded(reading: Reading, news: Sequence[New]) -> list[Recorded]:
    """Those of new records that the corpus has already, in their order.

    A claim is one that is there where the same holders take the same position with the same
    quotation from the same place; one without a quotation says the same besides. Each that is
    there is met once: of two new claims on one quotation, one may be there and the other not. Any
    other record is there where its id is one of its kind.
    """
    found = [*_claims_met(reading, news), *_others_met(reading, news)]
    return sorted(found, key=lambda one: one.at)


def unrecorded(reading: Reading, news: Sequence[New]) -> list[New]:
    """Those of new records that the corpus has not yet."""
    there = {one.at for one in recorded(reading, news)}
    return [one for at, one in enumerate(news) if at not in there]


_Key = tuple[object, ...]


def _claims_met(reading: Reading, news: Sequence[New]) -> Iterator[Recorded]:
    there: defaultdict[_Key, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        there[_key_of(claim)].append(claim)
    keyed = [(at, one, _key(one)) for at, one in enumerate(news) if one.kind == "claim"]
    left = []
    for at, one, key in keyed:  # first those that say the same, so that no other takes their place
        statement = _folded(one.values.get("statement"))
        same = (c for c in there.get(key, ()) if _folded(c.statement) == statement)
        if met := next(same, None):
            there[key].remove(met)
            yield Recorded(at, met)
        else:
            left.append((at, key))
    for at, key in left:
        if there.get(key):
            yield Recorded(at, there[key].pop(0), is_reworded=True)


def _others_met(reading: Reading, news: Sequence[New]) -> Iterator[Recorded]:
    kinds = {
        "scholar": reading.scholars,
        "source": reading.sources,
        "question": reading.questions,
        "name": reading.names,
    }
    there = {(kind, record.id): record for kind, every in kinds.items() for record in every}
    there |= {
        ("stance", f"{question.id}/{stance.id}"): question
        for question in reading.questions
        for stance in question.stances
    }
    for at, one in enumerate(news):
        id = one.values.get("id")
        known = f"{one.question}/{id}" if one.kind == "stance" else str(id)
        if id and (met := there.get((one.kind, known))):
            yield Recorded(at, met)


def _key_of(claim: Claim) -> _Key:
    read = claim.via[-1] if claim.via else claim.citation
    source, locator = (read.source, read.locator) if read else (None, None)
    position = (claim.question, claim.stance, claim.scholars)
    return _made(*position, source, locator, claim.quote, claim.statement)


def _key(one: New) -> _Key:
    """The key of a claim as it is given; one that is not in order is told by the checks."""
    values = one.values
    via, citation = values.get("via"), values.get("citation")
    read = via[-1] if isinstance(via, list | tuple) and via else citation
    work = read if isinstance(read, Mapping) else {"source": read}
    holders = values.get("scholars")
    scholars = holders if isinstance(holders, list | tuple) else [holders]
    return _made(
        *(one.question, values.get("stance"), scholars, work.get("source"), work.get("locator")),
        *(values.get("quote"), values.get("statement")),
    )


def _made(
    question: Any,
    stance: Any,
    scholars: Sequence[Any],
    source: Any,
    locator: Any,
    quote: Any,
    statement: Any,
) -> _Key:
    position = (str(question or ""), str(stance or ""), frozenset(map(str, scholars)))
    words = ("quote", _folded(quote)) if quote else ("statement", _folded(statement))
    return (*position, str(source or ""), _folded(locator), *words)


def _folded(text: Any) -> str:
    """A text without what printing makes of it; one of signs alone as it is."""
    return index_text(str(text or "")) or str(text or "")
