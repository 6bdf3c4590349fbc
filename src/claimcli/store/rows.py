"""Records to rows: what of a record goes into which column. Plain tuples, cheap to hand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from typing import NamedTuple

import msgspec

from claimcli.citations.issue_dates import years
from claimcli.claim_fields import PROSE
from claimcli.corpus.records import Records
from claimcli.dates.day_numbers import days
from claimcli.model import (
    Claim,
    Draft,
    Name,
    Question,
    Record,
    Scholar,
    Source,
    Spelling,
    Stance,
)
from claimcli.names.folding import index_text
from claimcli.names.identity import name_keys
from claimcli.names.recognition import index_keys, text_keys
from claimcli.problems import Severity
from claimcli.store.access_points import names_of, source_texts
from claimcli.store.schema import ENTITY_COLUMNS, WHOLE, Role, link

ClaimRow = tuple[str | None, int | None, int | None, bytes]
"""The columns of `claims` after the row number."""

EntityRow = tuple[str, str, str | None, int | None, int | None, bytes | None]
"""The columns of `entities` after the row number."""

Texts = tuple[str, ...]
"""What is indexed, in the order of `CLAIM_COLUMNS` or `ENTITY_COLUMNS`."""

SpellingRow = tuple[str, str, str | None]
"""Folded, as written, scheme."""

ENTITY_TYPES = {
    "scholar": Scholar,
    "source": Source,
    "question": Question,
    "name": Name,
    "draft": Draft,
}
"""The record in the `json` of an entity, by its kind."""


Entity = tuple[EntityRow, Texts, list[SpellingRow]]


class FileRows(NamedTuple):
    """The rows of one file, each with its position: records and stances in the file's order.

    A record's id comes before its rows: one claim's, or an entity's with those of its stances.
    `unread` is 1 for a file of which nothing could be used, not even to count what is left out.
    """

    left_out: int
    unread: int
    info: bytes | None
    claims: list[tuple[str, int, ClaimRow, Texts]]
    entities: list[tuple[str, int, list[Entity]]]


_encode = msgspec.json.Encoder().encode


def rows_of(records: Records) -> FileRows:
    """The rows of the records of one file."""
    info = _encode(records.info) if records.info else None
    rows = FileRows(records.left_out, int(_is_unread(records)), info, [], [])
    claims: dict[int, Claim] = {}
    position = 0
    for record in sorted(records.every, key=attrgetter("line")):
        if isinstance(record, Claim):
            claims[position] = record
            position += 1
        else:
            entities = list(entity_rows(record))
            rows.entities.append((record.id, position, entities))
            position += len(entities)
    indexed = zip(claims.items(), claim_texts(list(claims.values())), strict=True)
    rows.claims.extend((claim.id, at, claim_row(claim), texts) for (at, claim), texts in indexed)
    return rows


def _is_unread(records: Records) -> bool:
    """Whether a file gives nothing because of an error; one that is empty gives nothing either."""
    if records.left_out or records.info or records.every:
        return False
    return any(problem.severity is Severity.ERROR for problem in records.problems)


_UNUSUAL = re.compile("[^\x00-&(-_a-\x7f]")
"""What the tokenizer does not fold: beyond ASCII, and apostrophes, which belong to a word."""


def searchable(text: str) -> str:
    """A text as it is indexed: folded, but for what the tokenizer folds and splits itself."""
    if text.isascii() and "'" not in text and "`" not in text:  # told sooner than by a search
        return text
    found = _UNUSUAL.search(text)
    pieces: list[str] = []
    done = 0
    while found:
        start = text.rfind(" ", done, found.start()) + 1 or done
        end = text.find(" ", found.end())
        end = len(text) if end < 0 else end
        pieces += text[done:start], _folded(text[start:end])
        done = end
        found = _UNUSUAL.search(text, done)
    pieces.append(text[done:])
    return "".join(pieces)


_folded = lru_cache(maxsize=1 << 16)(index_text)


def claim_row(claim: Claim) -> ClaimRow:
    """A claim's columns."""
    earliest, latest = days(claim.period)
    return (claim.citation.source if claim.citation else None, earliest, latest, _encode(claim))


def claim_texts(claims: Sequence[Claim]) -> Iterator[Texts]:
    """What of each claim is indexed; the same again takes it out of the index.

    Column by column, which takes a tenth less time than claim by claim.
    """
    return zip(
        *([searchable(text(claim) or "") for claim in claims] for text in _PROSE),
        [searchable(_other(claim)) for claim in claims],
        [" ".join(_links(claim)) for claim in claims],
        [_names(claim) for claim in claims],
        strict=True,
    )


_PROSE = tuple(map(attrgetter, PROSE))
"""What gives each text of a claim that is searched word by word."""


def _other(claim: Claim) -> str:
    works = (claim.citation, *claim.via, *claim.basis)
    locators = [work.locator for work in works if work and work.locator]
    return " ".join([claim.id, *claim.tags, *locators])


def _names(claim: Claim) -> str:
    return index_keys(filter(None, [text(claim) for text in _PROSE]))


_link = lru_cache(maxsize=1 << 14)(link)
"""For targets that come again and again."""
_holder, _tag = partial(_link, Role.SCHOLAR), partial(_link, Role.TAG)


def _links(claim: Claim) -> list[str]:
    """The tokens of a claim's links; one that is there twice is no other than one."""
    links = [link(Role.ID, claim.id), _SECOND_HAND if claim.second_hand else _FIRST_HAND]
    links += map(_holder, claim.scholars)
    links += map(_tag, claim.tags)
    for question, stance in claim.positions:
        links.append(_position(question, stance))
    for step in claim.via:
        links.append(_work(Role.VIA, step.source))
    for ground in claim.basis:
        if ground.source:
            links.append(_work(Role.BASIS, ground.source))
        if ground.claim:
            links.append(_link(Role.GROUND, ground.claim))
    if claim.citation:
        links.append(_work(Role.CITATION, claim.citation.source))
    if claim.witness:
        links.append(_link(Role.WITNESS, claim.witness))
    for relation in claim.relations:
        links.append(_link(Role.TARGET, relation.target))
        links.append(_link(Role.RELATION, relation.type))
    if claim.certainty:
        links.append(_link(Role.CERTAINTY, claim.certainty))
    if claim.unclear:
        links.append(_link(Role.FLAG, "unclear"))
    return links


_FIRST_HAND, _SECOND_HAND = _link(Role.FLAG, "first-hand"), _link(Role.FLAG, "second-hand")


@lru_cache(maxsize=1 << 14)
def _position(question: str, stance: str) -> str:
    on, taken = _link(Role.QUESTION, question), _link(Role.STANCE, f"{question}/{stance}")
    return f"{on} {taken} {_link(Role.ANY_STANCE, stance)}"


@lru_cache(maxsize=1 << 14)
def _work(role: str, source: str) -> str:
    return f"{_link(role, source)} {_link(Role.SOURCE, source)}"


def entity_rows(record: Record) -> Iterator[Entity]:
    """The rows of a scholar, a source, a name, a draft, or a question and its stances.

    A draft is searched by nobody: it is no claim, and leads to none.
    """
    if isinstance(record, Scholar):
        texts = _texts(record, [record.name], record.school, record.names, names_of(record))
        yield _row("scholar", record, record.school), texts, []
    elif isinstance(record, Source):
        more = " ".join(filter(None, (record.date, record.letter and years(record))))
        texts = _texts(record, source_texts(record), more, whole=names_of(record))
        yield _row("source", record, None, record.date), texts, []
    elif isinstance(record, Question):
        yield _row("question", record), _texts(record, [record.question], _about(record)), []
        for stance in record.stances:
            row = ("stance", f"{record.id}/{stance.id}", None, None, None, None)
            yield row, _texts(stance, [stance.label], stance.meaning), []
    elif isinstance(record, Name):
        forms = [(index_text(s.value), s.value, s.scheme) for s in record.forms]
        yield _row("name", record), _texts(record, [record.name], None, record.spellings), forms
    elif isinstance(record, Draft):
        yield _row("draft", record), ("",) * len(ENTITY_COLUMNS), []


def _row(
    kind: str, record: Record, school: str | None = None, date: str | None = None
) -> EntityRow:
    return (kind, record.id, school, *days(date), _encode(record))


def _about(question: Question) -> str:
    """What else a question is remembered by: its scope, and the words of its id."""
    return " ".join(filter(None, (question.scope, question.id.replace("-", " "))))


def _texts(
    record: Record | Stance,
    texts: Iterable[str],
    more: str | None = None,
    variants: Iterable[Spelling] = (),
    whole: Iterable[str] = (),
) -> Texts:
    named, others = list(texts), [variant.value for variant in variants]
    keys: set[str] = set().union(*map(text_keys, (*named, *others)))
    keys.update(WHOLE + key for name in whole for key in name_keys(name))
    return (
        searchable(record.id),
        "\n".join(map(searchable, named)),
        "\n".join(map(searchable, others)),
        searchable(more or ""),
        " ".join(sorted(keys)),
    )
