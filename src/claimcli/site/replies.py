"""Who answers whom, and who changed his mind, for the template of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimcli.answers.replies import End, Reply
from claimcli.pictures.replies import FEWEST, MOST, arcs, arcs_of
from claimcli.pictures.svg import Svg
from claimcli.site.context import Context


def drawn(replies: Sequence[Reply], context: Context) -> Svg | None:
    """The replies as arcs; None where they are too few to be drawn, or too many to be seen."""
    found = arcs_of(replies, context.compared)
    return arcs(found) if FEWEST <= len(found) <= MOST else None


def exchange(reply: Reply, context: Context) -> dict[str, Any]:
    """A reply: what is said, what it does, and to what."""
    return {
        "type": reply.type,
        "is_judged": reply.is_judged,
        "source": _end(reply.source, context),
        "target": _end(reply.target, context),
    }


def _end(end: End, context: Context) -> dict[str, Any]:
    siglum = end.sigla[0] if end.sigla else None
    return {
        "siglum": siglum or "–",
        "tone": context.tone(siglum),
        "who": ", ".join(end.holders) if end.is_claim else "the position",
        "year": end.year,
        "words": end.words or end.target,
        "address": _address(end, context),
    }


def _address(end: End, context: Context) -> str | None:
    question, _, stance = end.target.partition("/")
    if not end.is_claim and question == context.compared.question.id:
        return "#" + context.anchor(stance)
    return context.links.to_target(end.target)
