"""Claims in a notebook: who holds each, what is said, and always how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcli.answers.marks import Known, known_of
from claimcli.answers.namesakes import ToldApart
from claimcli.answers.show import Arrow, ShownClaim, ShownRecord
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import BY_JUDGEMENT, typeset
from claimcli.entities import Entities
from claimcli.model import NO_STANCE, Citation, Claim
from claimcli.notebook.frame import counted, framed, key, sign
from claimcli.pictures.shapes import SAID, icon
from claimcli.pictures.svg import Svg, element, joined
from claimcli.render.tables.lines import Line
from claimcli.render.tables.reasons import NO_REASONS, Reasons
from claimcli.render.tables.roles import MATCH
from claimcli.search import Hit

SHOWN = 20
"""Claims that are drawn; of more it is said how many there are."""


def claims(
    found: Sequence[Claim | Hit], total: int, entities: Entities, remarks: Iterable[str] = ()
) -> str:
    """Claims or hits one below the other, the first of them."""
    shown = found[:SHOWN]
    return framed(
        element("p", counted(len(shown), total, "claim"), class_="count"),
        *(element("p", remark, class_="warn") for remark in remarks),
        *_cards(shown, entities),
    )


def claim(shown: Claim | Hit, entities: Entities) -> str:
    """One claim or hit."""
    return framed(*_cards([shown], entities))


def shown_claim(shown: ShownClaim) -> str:
    """A claim with what rests on it and what answers it."""
    view, entities = shown.view, shown.entities
    parts = [
        ("Rests on", [ground["text"] for ground in view["basis"]]),
        ("Rests on this", [one.statement for one in shown.grounds_for]),
        (
            "Answered by",
            [f"{_does(arrow)}: {arrow.claim.statement}" for arrow in shown.related_from],
        ),
        ("Note", [view["note"]] if view["note"] else []),
    ]
    more = [
        element("p", element("b", head), f" {'; '.join(lines)}", class_="more")
        for head, lines in parts
        if lines
    ]
    return framed(*_cards([shown.record], entities), *more)


def _does(arrow: Arrow) -> str:
    judged = f", {typeset(BY_JUDGEMENT)}" if arrow.is_judged else ""
    return arrow.type + judged


def shown_record(shown: ShownRecord) -> str:
    """A scholar, source, question or name by its words, with the claims of each part that it has.

    What others say where they cite a scholar stands apart from what he holds.
    """
    view = shown.view
    words = next(filter(None, (view.get(key) for key in ("question", "name", "text"))), view["id"])
    kind = "; ".join(filter(None, (view.get("kind"), view.get("school"))))
    return framed(
        element("p", element("b", words), f" {kind}", class_="head"),
        *(piece for part in shown.parts for piece in _part(shown, part)),
        *([] if shown.parts else [element("p", "no claims", class_="count")]),
    )


def _part(shown: ShownRecord, part: str) -> Iterator[Svg]:
    """The first claims of a part, below how many there are of it."""
    claims, total = shown.parts[part], shown.totals[part]
    few = claims[:SHOWN]
    yield element("p", f"{counted(len(few), total, 'claim')} {part}", class_="part")
    yield from _cards(few, shown.entities)


def _cards(found: Sequence[Claim | Hit], entities: Entities) -> Iterator[Svg]:
    every = [one.claim if isinstance(one, Hit) else one for one in found]
    viewer = Viewer(ToldApart(entities, (id for claim in every for id in claim.scholars)))
    met: set[Known] = set()
    for one, record in zip(found, every, strict=True):
        view = viewer.claim(record)
        known = known_of([s["kind"] for s in view["scholars"]], view["second_hand"])
        met.add(known)
        reasons = Reasons(one.matches) if isinstance(one, Hit) and one.matches else NO_REASONS
        yield _card(view, known, viewer, reasons)
    if met:
        yield key(met, "? the recorder’s judgement" if any(c.unclear for c in every) else "")


def _card(view: View, known: Known, viewer: Viewer, reasons: Reasons) -> Svg:
    letter, tone = sign(viewer.question(view["question"]), view["stance"])
    quote = reasons.quote(view) or ([(f"“{view['quote']}”", "")] if view["quote"] else ())
    whose = "the holder’s words in" if view["words"] == "holder" else "the words of"
    of = viewer.citation(Citation(view["quote_source"] or ""))["text"]
    return element(
        "div",
        element("p", icon(known, tone), " ", _holders(view), class_="who"),
        element("p", _marked(reasons.marked("statement", view["statement"])), class_="what"),
        *([element("p", _marked(quote), f" ({whose} {of})", class_="quote")] if quote else ()),
        element("p", *_apparatus(view, known, letter), class_="app"),
        *(element("p", _marked(line), class_="app") for line in reasons.below()),
        class_="claim",
    )


def _holders(view: View) -> Svg:
    """Who holds it; those who are no scholars look different, and are said to be what they are."""
    parts: list[str] = []
    for scholar in view["scholars"]:
        kind = scholar["kind"]
        is_scholar = kind not in ("unnamed", "contemporary")
        named = element("b" if is_scholar else "i", scholar["name"])
        parts += [", ", named, "" if is_scholar else f" ({SAID[kind]})"]
    return joined(*parts[1:])


def _marked(line: Line | Sequence[tuple[str, str]]) -> Svg:
    """Pieces of a line, with what met standing out."""
    return joined(*(element("mark", text) if MATCH in style else text for text, style in line))


def _apparatus(view: View, known: Known, letter: Svg) -> Iterator[str]:
    """The position, where it stands, through whom it is known, how firm, what is unclear."""
    if view["question"] is None:
        position = "background"
    elif view["stance"] == NO_STANCE:
        position = f"takes no side on {view['question']}"
    else:
        position = f"{view['stance_label'] or view['stance']} ({view['question']})"
    told: list[str] = [joined(letter, " " * bool(letter), position)]
    told += [view["citation"]["text"]] if view["citation"] else []
    told += [f"via {step['text']}" for step in view["via"]]
    told += [SAID["second-hand"]] if view["second_hand"] else []
    told += [view["certainty"]] if view["certainty"] else []
    told += [element("span", f"? {field}", class_="warn") for field in view["unclear"]]
    told.append(element("code", view["id"]))
    for number, part in enumerate(told):
        yield from (" · " * bool(number), part)
