"""The fields of a claim in words: who holds it, how it is known, what rests on what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import BY_JUDGEMENT
from claimcli.render.flat import cell, others
from claimcli.render.tables.claim import mark_of, side_of, unclear
from claimcli.render.tables.field_rows import Row
from claimcli.render.tables.holders import named
from claimcli.render.tables.lines import Line, piece
from claimcli.render.tables.parts import told
from claimcli.render.tables.roles import NO_SCHOLAR, UNSURE


def claim_rows(view: View, viewer: Viewer) -> Iterator[Row]:
    """What is known of a claim."""
    yield "held by", [_holder(scholar) for scholar in view["scholars"]]
    yield from _plain("question", view["question_text"] or _WITHOUT[bool(view["grounds_for"])])
    side = side_of(view, viewer)
    yield "stance", [side.words] if view["question"] else []
    yield from _plain("also answers", *view["answers"])
    yield "how it is known", [[mark_of(view, side.sign), piece(f" {chain(view)}")]]
    firm = view["certainty"] in ("asserted", "argued")
    yield "certainty", _lines([view["certainty"]], "" if firm else NO_SCHOLAR)
    yield from _plain("quote", _quote(view))
    yield from _plain("translation", view["translation"])
    yield from _plain("year of the work", told(view, "year"))
    yield from _plain("time spoken of", told(view, "period"))
    yield from _plain("rests on", *map(_basis, view["basis"]))
    yield from _plain("rests on this", *view["grounds_for"])
    for relation in view["relations"]:
        read = "relations" in view["unclear"]
        yield relation["type"], [_relation(relation, relation["target"], read)]
    for arrow in view["related_from"]:
        yield f"{arrow['type']} this", [_relation(arrow, arrow["claim"], arrow["by_reading"])]
    yield from _plain("tags", *view["tags"])
    yield "unclear", [unclear(view)] if view["unclear"] else []
    for key in ("note", "recorded", "checked"):
        yield from _plain(key, cell(view[key]))
    for name, words in others(view):
        yield from _plain(name, words)


_WITHOUT = ("none", "none: it supports other claims")
"""What is said of a claim on no question, as nothing rests on it or something does."""


def _plain(name: str, *values: str | None) -> Iterator[Row]:
    yield name, _lines(values)


def _lines(values: Sequence[str | None], style: str = "") -> list[Line]:
    return [[piece(value, style)] for value in values if value]


def chain(view: View) -> str:
    """How a claim reached the recorder, in words, from the holder's work to the text read."""
    if not view["via"]:
        return f"{cell(view['citation'])}, which was read"
    own = f"{view['citation']['text']} (not read)" if view["citation"] else "no work is named"
    *between, read = [f"reported in {step['text']}" for step in view["via"]]
    return "; ".join([own, *(f"{step} (not read)" for step in between), f"{read}, which was read"])


def _quote(view: View) -> str:
    """The words quoted, and whose they are."""
    if not view["quote"]:
        return ""
    holder = ", quoting the holder" if view["words"] == "holder" else ""
    read = view["via"][-1] if view["via"] else view["citation"]
    return f"“{view['quote']}” ({read['text'] if read else view['quote_source']}{holder})"


def _holder(scholar: View) -> Line:
    facts = [scholar["kind"] if scholar["kind"] != "person" else "", scholar["school"]]
    known = ", ".join(filter(None, facts))
    return [*named(scholar["name"], scholar["kind"]), piece(f" ({known})" if known else "")]


def _basis(ground: View) -> str:
    return f"{ground['text']} [{ground['claim']}]" if ground["claim"] else str(ground["text"])


def _relation(relation: View, id: str, is_judged: bool) -> Line:
    """The words of the other, after whose judgement it is that there is a relation at all."""
    words = f"{relation['text']} [{id}]" if relation["text"] else id
    return [(f"{BY_JUDGEMENT}: " * is_judged, UNSURE), piece(words)]
