"""Who answers whom, and who changed his mind, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcli.answers.replies import End, Reply
from claimcli.answers.sentences import series
from claimcli.answers.wording import BY_JUDGEMENT
from claimcli.dates import year_in_words
from claimcli.report.escaping import block, plain
from claimcli.report.numbers import Numbers


def changes(revisions: Iterable[Reply], numbers: Numbers) -> Iterator[str]:
    """Each change with what is held now and what was held before."""
    items = [f"- {_change(reply, numbers)}" for reply in revisions]
    yield "\n".join(items)


def _change(reply: Reply, numbers: Numbers) -> str:
    where = _where(reply.target, numbers)
    before = f"before ({where})" if where else "before"
    now = f"{_who(reply.source, numbers)}: {plain(reply.source.words or '')}"
    told = f"{BY_JUDGEMENT} this revises what was held " * reply.is_judged + before
    held = plain(reply.target.words or reply.target.target)
    return block(f"{now} {told[:1].upper()}{told[1:]}: {held}")


def who_answers(replies: Iterable[Reply], numbers: Numbers) -> Iterator[str]:
    """Each reply with the words of both."""
    items = [f"- {_reply(reply, numbers)}" for reply in replies]
    if items:
        yield "Only where it is recorded; positions that are opposed are no reply to each other."
        yield "\n".join(items)


def _reply(reply: Reply, numbers: Numbers) -> str:
    said = f"{_who(reply.source, numbers)}: {plain(reply.source.words or '')}"
    target = reply.target
    whom = _who(target, numbers) if target.is_claim else _position(target)
    words = f": {_ended(plain(target.words))}" if target.words else "."
    return block(f"{said} {_this(reply)} *{reply.type}* {whom}{words}")


def _this(reply: Reply) -> str:
    return f"{BY_JUDGEMENT.capitalize()} this" if reply.is_judged else "This"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _position(end: End) -> str:
    return f"position {series(end.sigla)}" if end.sigla else f"the position {plain(end.target)}"


def _who(end: End, numbers: Numbers) -> str:
    """The holders, with year, letters and note: `**Ann Kim** (2013, under B, n. 4)`."""
    names = series([f"**{plain(name)}**" for name in end.holders]) or plain(end.target)
    year = "" if end.year is None else year_in_words(end.year)
    told = ", ".join(filter(None, (year, _where(end, numbers))))
    return f"{names} ({told})" if told else names


def _where(end: End, numbers: Numbers) -> str:
    under = f"under {series(end.sigla)}" if end.sigla else ""
    return ", ".join(filter(None, (under, numbers.of(end.target))))
