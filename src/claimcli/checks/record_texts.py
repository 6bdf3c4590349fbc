"""Every text of a record, with its path: what the checks of characters look at."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.claim_fields import PROSE
from claimcli.corpus.findings import FieldPath
from claimcli.model import Claim, CorpusInfo, Draft, Name, Question, Record, Scholar, Source

Text = tuple[FieldPath, str]


def texts_of(record: Record | CorpusInfo) -> Iterator[Text]:
    """The texts that a person wrote in a record, ids and words from closed lists left out."""
    if isinstance(record, Claim):
        yield from _of_claim(record)
    elif isinstance(record, CorpusInfo):
        yield from _named(("title", "about", "licence", "note"), record)
    elif isinstance(record, Scholar):
        yield from _named(("name", "school", "note"), record)
        yield from _spellings("names", record)
    elif isinstance(record, Name):
        yield from _named(("name", "note"), record)
        yield from _spellings("spellings", record)
    elif isinstance(record, Question):
        yield from _of_question(record)
    elif isinstance(record, Source):
        yield from _inside((), record.csl)
    elif isinstance(record, Draft):
        yield from _named(("quote", "locator", "comment", "note"), record)


def joined(record: Record | CorpusInfo) -> str:
    """The same texts as one, without their paths: of a claim in a third of the time."""
    if not isinstance(record, Claim):
        return "\n".join(text for _, text in texts_of(record))
    cited = (record.citation, *record.via, *record.basis)
    texts = (record.statement, record.quote, record.translation, record.note, *record.tags)
    locators = [step.locator for step in cited if step and step.locator]
    return "\n".join(filter(None, (*texts, *locators)))


def _named(fields: tuple[str, ...], record: Record | CorpusInfo) -> Iterator[Text]:
    for field in fields:
        text = getattr(record, field)
        if text:
            yield (field,), text


def _of_claim(claim: Claim) -> Iterator[Text]:
    yield from _named(tuple(PROSE), claim)
    for path, work in claim.works:
        if work.locator:
            yield (*path, "locator"), work.locator
    for index, tag in enumerate(claim.tags):
        yield ("tags", index), tag


def _spellings(field: str, record: Scholar | Name) -> Iterator[Text]:
    spellings = record.names if isinstance(record, Scholar) else record.spellings
    for index, spelling in enumerate(spellings):
        yield (field, index, "value"), spelling.value


def _of_question(question: Question) -> Iterator[Text]:
    yield from _named(("question", "scope", "note"), question)
    for stance in question.stances:
        for field in ("label", "meaning", "note"):
            text = getattr(stance, field)
            if text:
                yield ("stances", stance.id, field), text


def _inside(path: FieldPath, value: object) -> Iterator[Text]:
    """The texts in a value of CSL, as deep as it goes."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _inside((*path, key), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _inside((*path, index), inner)
