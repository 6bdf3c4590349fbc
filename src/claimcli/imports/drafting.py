"""Marked passages held against a corpus: which are new as drafts, and in which works they stand.

A mark that became a claim already does not come again: a claim that was read in the same work
quotes words of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from claimcli.corpus.readers import as_identifier
from claimcli.corpus.records import Reading
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.imports.collating import collated
from claimcli.imports.foreign import CslItem, Draft, Loss, Remark, Work
from claimcli.imports.holdings import Holdings
from claimcli.names.folding import index_text
from claimcli.names.latin import latin_words
from claimcli.nearest import did_you_mean

_WORDS = 4
"""Words of a passage in the id of its draft."""

_PAGE = re.compile(r"(?:(?:pp?|ss?|сс?|стр)\.|第)\s*([0-9a-z]+)")

Meanings = Mapping[str, tuple[str, ...]]
"""What a colour or a tag stands for: questions, or `question/stance`."""

_LINE = re.compile(r"\s*(?P<word>\"[^\"]+\"|'[^']+'|#?[^\s:=#][^:=]*?)\s*[:=]\s*(?P<answers>[^#]+)")


class Drafted(msgspec.Struct, frozen=True):
    """What the marks of a file come to: records of new drafts, and of works that they are in."""

    new: tuple[dict[str, Any], ...] = ()
    works: tuple[CslItem, ...] = ()
    same: int = 0
    remarks: tuple[Remark, ...] = ()


def meanings(name: str, text: str, reading: Reading) -> Meanings:
    """What the lines of a map say: `yellow: who-started-war/both-wanted`.

    Raises `ClaimcliError` for a line that says nothing, `UnknownValue` for a question or a stance
    that the corpus has not.
    """
    found: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith(("# ", "//")) or line.strip() == "#":
            continue
        read = _LINE.fullmatch(line.rstrip())
        if read is None:
            raise ClaimcliError(f"{name}:{number}: write `COLOUR-OR-TAG: QUESTION/STANCE`")
        answers = tuple(read["answers"].replace(",", " ").split())
        for answer in answers:
            _demand(answer, reading)
        found[_word(read["word"].strip("\"'"))] = answers
    return found


def _demand(answer: str, reading: Reading) -> None:
    question, slash, stance = answer.partition("/")
    stances = {q.id: [s.id for s in q.stances] for q in reading.questions}
    if question not in stances:
        raise UnknownValue("question", question, stances)
    if slash and stance not in stances[question]:
        raise UnknownValue("stance", answer, [f"{question}/{s}" for s in stances[question]])


def _word(word: str) -> str:
    return word.strip().lstrip("#").casefold()


def drafted(
    drafts: Sequence[Draft], reading: Reading, known: Holdings, meant: Meanings | None = None
) -> Drafted:
    """The drafts that are new, each with an id of its own; their works are known from then on."""
    there = {draft.origin for draft in reading.drafts if draft.origin}
    claimed = _quotes(reading)
    new: list[dict[str, Any]] = []
    works: list[CslItem] = []
    remarks: list[Remark] = []
    same = 0
    for draft in drafts:
        if draft.origin in there:
            same += 1
            continue
        there.add(draft.origin)
        source = _source(draft, known, works, remarks)
        if draft.quote and _is_claimed(draft.quote, claimed.get(source or "", ())):
            same += 1
            continue
        if source is None and draft.work:
            draft = msgspec.structs.replace(draft, comment=_with_name(draft, draft.work))
        new.append(_record(draft, source, known, meant or {}))
    return Drafted(tuple(new), tuple(works), same, tuple(remarks))


def _quotes(reading: Reading) -> dict[str, list[str]]:
    """The quotations of claims by the work that was read, folded."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for claim in reading.claims:
        if claim.quote and claim.witness:
            quotes[claim.witness].append(index_text(claim.quote))
    return quotes


def _is_claimed(quote: str, claimed: Iterable[str]) -> bool:
    folded = f" {index_text(quote)} "
    return any(f" {one} " in folded for one in claimed)


def _no_source(key: str, draft: Draft, known: Holdings) -> Remark:
    meant = did_you_mean(key, known.sources)
    message = f"there is no source '{key}': {meant or 'import the library first'}"
    return Remark(draft.place, Loss.CHANGED, message, key, "source")


def _source(
    draft: Draft, known: Holdings, works: list[CslItem], remarks: list[Remark]
) -> str | None:
    """The id of the work that a passage stands in; a work that is not there yet is added."""
    if draft.key:
        id = known.id_by_key(draft.key) or draft.key
        if known.kind(id) == "source":
            return id
    if draft.work is None:
        if draft.key:
            remarks.append(_no_source(draft.key, draft, known))
        return None
    if "title" not in draft.work:
        return _by_name(draft, known, remarks)
    found = collated([Work.of(draft.key, draft.work, draft.place)], known)
    works += found.new
    remarks += found.remarks
    return found.ids[0]


def _with_name(draft: Draft, work: CslItem) -> str:
    """The comment on a passage in a work that is not known, with what the work was called."""
    return "; ".join(filter(None, (_called(work), draft.comment)))


def _called(work: CslItem) -> str:
    return f"{work['author'][0]['family']} {work['issued']}"


def _by_name(draft: Draft, known: Holdings, remarks: list[Remark]) -> str | None:
    """The one source of that first name and year."""
    assert draft.work
    ids = known.ids_by_name(draft.work)
    if len(ids) == 1:
        return ids[0]
    message = f"{'no source' if not ids else 'more than one source'} is '{_called(draft.work)}'"
    message += f": {', '.join(ids[:_WORDS])}" if ids else ""
    remarks.append(Remark(draft.place, Loss.CHANGED, message, None, "source"))
    return None


def _record(draft: Draft, source: str | None, known: Holdings, meant: Meanings) -> dict[str, Any]:
    answers = dict.fromkeys(one for tag in draft.tags for one in meant.get(_word(tag), ()))
    id = known.free(_id(draft, source))
    known.take(id, "draft")
    record = {
        "id": id,
        "quote": draft.quote,
        "source": source,
        "locator": draft.locator,
        "comment": draft.comment,
        "tags": list(draft.tags),
        "answers": list(answers),
        "from": draft.origin,
    }
    return {key: value for key, value in record.items() if value}


def _id(draft: Draft, source: str | None) -> str:
    """`kim-2013-p116-both-sides-wanted-this`: work, page, first words."""
    words = re.findall(r"\w+", draft.quote or draft.comment or "")[:_WORDS]
    text = " ".join(words)
    begin = (as_identifier(text) if text.isascii() else "-".join(latin_words(text))) or "passage"
    page = _PAGE.match((draft.locator or "").lower())
    place = f"p{page[1]}" if page else ""
    return "-".join(filter(None, (source or "draft", place, begin[:40].strip("-"))))
