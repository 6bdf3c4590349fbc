"""The claims of a position in Markdown: by holder, each with its note, its quotation, its chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcli.answers.accounts import Account, Holding
from claimcli.answers.chain import Link
from claimcli.answers.chapters import Section
from claimcli.answers.chronology import Dated, Decade
from claimcli.answers.marks import SIGNS
from claimcli.answers.sentences import series
from claimcli.answers.transmission import judged
from claimcli.answers.wording import OF_THE_TIME, holders_counted
from claimcli.citations.issue_dates import told
from claimcli.dates import year_in_words
from claimcli.report.escaping import block, identifier, linked_to, plain
from claimcli.report.numbers import Numbers, spaced


def held(section: Section, anchor: str, numbers: Numbers) -> Iterator[str]:
    """The holders one after the other, each with claims; of many, the claims by decade.

    `anchor` is what the heading above is linked to by.
    """
    yield numbers.words(section.summary)
    if section.decades:
        yield from _by_decade(section.decades, anchor, numbers)
        return
    for holding in section.holdings:
        yield _heading(holding)
        items = (f"- {_claim(account, numbers)}" for account in holding.accounts)
        yield "\n".join(items).rstrip()


def _by_decade(decades: Iterable[Decade], anchor: str, numbers: Numbers) -> Iterator[str]:
    """A heading for each decade with who is counted, and below it its claims by year."""
    for decade in decades:
        id = identifier(anchor, decade.label)
        yield f"### {decade.label[:1].upper()}{decade.label[1:]}{linked_to(id)}"
        yield f"{holders_counted(decade.tally.counts)}."
        items = (f"- {_dated(dated)} {_claim(dated.account, numbers)}" for dated in decade.claims)
        yield "\n".join(items).rstrip()


def _dated(dated: Dated) -> str:
    """`1958 ○ **Petrov**:`, with the sign of how that is known."""
    year = "" if dated.year is None else f"{year_in_words(dated.year)} "
    judged = " ?" * ("scholars" in dated.account.claim.unclear)
    return f"{year}{SIGNS[dated.known]}{judged} {_names(dated.holding)}:"


def _heading(holding: Holding) -> str:
    return _names(holding) + _KNOWN[holding.known] + _JUDGED * holding.is_judged


def _names(holding: Holding) -> str:
    quoted = "“{}”" if holding.known == "unnamed" else "{}"
    names = (quoted.format(plain(holder.name)) for holder in holding.holders)
    return series([f"**{name}**" for name in names])


_JUDGED = "; that this is who holds it is the recorder's judgement"


_KNOWN = {
    "read": "",
    "second-hand": ", as reported by others",
    "unnamed": ", a reporter's phrase and no scholar",
    "contemporary": f", somebody {OF_THE_TIME} and no scholar",
}


def _claim(account: Account, numbers: Numbers) -> str:
    """The statement with its note and the words quoted; below it what else is to be said of it."""
    statement = block(f"{plain(account.claim.statement)}[^{account.note}]")
    said = " ".join(filter(None, (statement, _quotation(account))))
    more = block(" ".join(filter(None, _apparatus(account, numbers))))
    return f"{said}\n\n  {more}\n" if more else f"{said}\n"


def _apparatus(account: Account, numbers: Numbers) -> Iterator[str]:
    claim = account.claim
    yield f"In translation: “{plain(claim.translation)}”." if claim.translation else ""
    yield _chain(account.chain) if claim.second_hand else ""
    yield _CERTAINTY.get(claim.certainty or "", "")
    yield f"Time spoken of: {plain(told(claim.period))}." if claim.period else ""
    yield _grounds(account, numbers)
    yield _elsewhere(account)
    yield f"The recorder's judgement: {plain(judged(claim.unclear))}." if claim.unclear else ""
    yield f"Note: {_remark(account, numbers)}" if claim.note else ""


_CERTAINTY = {
    "argued": "Argued.",
    "probable": "Put as probable.",
    "conjectured": "Put as a conjecture.",
}
"""How firmly the holder puts it; a plain assertion is not remarked on."""


def _quotation(account: Account) -> str:
    """The words quoted, and whose they are where the holder's own work was not read."""
    if not account.claim.quote:
        return ""
    quote = f"“{plain(account.claim.quote)}”"
    if not account.claim.second_hand:
        return quote
    whose = "the holder's own words, in" if account.words == "holder" else "the words of"
    return f"{quote} ({whose} {plain(account.quoted_from or '')})"


def _chain(chain: tuple[Link, ...]) -> str:
    """How it came to the reader: `Not read: Li 1975, p. 3. Reported in Kim 2013.`"""
    own, *reports = (link for link in chain if link.station != "holder")
    first = f"Not read: {_ended(own.text)}" if own.id else "No work is named."
    steps = [f"{plain(link.text)}{'' if link.is_read else ' (not read)'}" for link in reports]
    return f"{first} Reported in {', in '.join(steps)}."


def _ended(text: str) -> str:
    return plain(text).removesuffix(".") + "."


def _remark(account: Account, numbers: Numbers) -> str:
    """The note of the record; a claim that it names by its id goes by its note, or its words."""
    elsewhere = {ground.claim: ground.text.removesuffix(".") for ground in account.mentioned}
    return "".join(
        numbers.of(part.claims[0])
        or f"a claim recorded elsewhere: {plain(elsewhere[part.claims[0]])}"
        if part.claims
        else spaced(part.words)
        for part in account.remark
    )


def _grounds(account: Account, numbers: Numbers) -> str:
    """Works, then claims by their notes, then what is recorded elsewhere by its words."""
    works = [plain(ground.text) for ground in account.grounds if not ground.claim]
    claims = {ground.claim: ground.text for ground in account.grounds if ground.claim}
    here = numbers.at(claims)
    elsewhere = [plain(text).removesuffix(".") for id, text in claims.items() if not numbers.of(id)]
    grounds = [*works, f"what is claimed at {here}" if here else ""]
    if elsewhere:
        grounds.append(f"what is recorded elsewhere: {'; '.join(elsewhere)}")
    told = "; ".join(filter(None, grounds))
    return f"Rests on {told.removesuffix('.')}." if told else ""


def _elsewhere(account: Account) -> str:
    if not account.entry.secondary:
        return ""
    if account.recorded_under is None:
        return "Recorded as background."
    return f"Recorded under the question: {plain(account.recorded_under)}"
