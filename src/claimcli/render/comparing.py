"""Comparisons drawn for a person: positions, who holds them, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.render.tables import (
    HEAD,
    QUIET,
    cited,
    grid,
    heading,
    holders,
    indented,
    statement,
    text,
)
from claimcli.views import View

_LEGEND = (
    "* a phrase of the reporter's, not a named scholar, and never counted as one",
    "+ recorded under another question, but answers this one too",
    "? something here is the recorder's judgement; `claimcli search --unclear` finds these",
)


def comparison(view: View, width: int) -> Iterator[RenderableType]:
    """A question: each position with its claims, then who is on several sides, then the matrix."""
    yield from _question(view["question"])
    yield _overview(view)
    for position in view["positions"]:
        yield Text()
        yield from _position(position, width)
    if view["without_stance"]:
        yield Text()
        yield heading("Takes no side")
        yield indented(_claims(view["without_stance"], width))
    if view["several_positions"]:
        yield Text()
        yield from _several(view)
    if view["groups"]:
        yield Text()
        yield heading(f"Claims by {view['by']}")
        yield indented(_matrix(view))
    yield Text()
    yield from (text(line, QUIET) for line in _legend(view))


def _question(question: View) -> Iterator[RenderableType]:
    yield heading(question["text"])
    if question["scope"]:
        yield text(question["scope"])
    facts = [f"Time: {question['period']}."] if question["period"] else []
    facts += ["One answer excludes the others."] if question["exclusive"] else []
    if facts:
        yield text(" ".join(facts), QUIET)
    yield Text()


def _overview(view: View) -> RenderableType:
    """Positions side by side in numbers: scholars and how they were read come first."""
    table = grid()
    table.add_column("Position", ratio=1, overflow="fold")
    for column in ("scholars", "first hand", "second hand", "un- named", "texts read", "years"):
        width = {"years": 9, "scholars": 8}.get(column, 6)
        table.add_column(column, justify="right", header_style=QUIET, width=width)
    for position in view["positions"]:
        counts = position["counts"]
        numbers = [
            counts[c] for c in ("scholars", "first_hand", "second_hand", "unnamed", "witnesses")
        ]
        table.add_row(text(position["label"]), *map(_number, numbers), text(_years(position)))
    return table


def _number(count: int) -> Text:
    return Text(str(count)) if count else Text("·", QUIET)


def _years(position: View) -> str:
    first, last = position["first_year"], position["last_year"]
    return "·" if first is None else str(first) if first == last else f"{first}-{last}"


def _position(position: View, width: int) -> Iterator[RenderableType]:
    yield text(position["label"], HEAD).append(f"  {position['stance']}", f"not bold {QUIET}")
    if position["meaning"]:
        yield indented(text(position["meaning"], QUIET))
    if position["claims"]:
        yield indented(_claims(position["claims"], width))
    else:
        yield indented(text("No claim recorded.", QUIET))


def _claims(claims: Sequence[View], width: int) -> RenderableType:
    """Claims under their holders; a holder is named once for a run of claims."""
    wide = width >= 110
    names = ("Held by", "Claim", "Where", *(("ID",) if wide else ()))
    table = grid(*names, ratios=(4, 8, 6, 8) if wide else (5, 8, 6), head=False)
    last = None
    for claim in claims:
        who = holders(claim)
        row = [
            text("" if who == last else who),
            statement(claim).append(" +" * bool(claim.get("secondary"))),
            text(cited(claim)),
        ]
        table.add_row(*row, *((text(claim["id"], QUIET),) if wide else ()))
        last = who
    return table


def _several(view: View) -> Iterator[RenderableType]:
    exclusive = view["question"]["exclusive"]
    yield heading("On more than one side")
    if exclusive:
        yield indented(
            text("These answers exclude each other: a contradiction in what is recorded.", QUIET)
        )
    labels = {p["stance"]: p["label"] for p in view["positions"]}
    names = {s["id"]: s["name"] for c in _all_claims(view) for s in c["scholars"]}
    table = grid("", "", ratios=(4, 13), head=False)
    for several in view["several_positions"]:
        held = "; ".join(labels.get(stance, stance) for stance in several["stances"])
        table.add_row(text(names[several["scholar"]]), text(held))
    yield indented(table)


def _all_claims(view: View) -> Iterator[View]:
    for position in view["positions"]:
        yield from position["claims"]
    yield from view["without_stance"]


def _matrix(view: View) -> RenderableType:
    table = grid()
    table.add_column("", ratio=3, overflow="fold")
    columns = [(p["stance"], p["label"]) for p in view["positions"]] + [("none", "No side")]
    for _, label in columns:
        table.add_column(text(label), justify="right", ratio=2, header_style=QUIET)
    for group in view["groups"]:
        table.add_row(text(group["label"]), *(_number(group["counts"][s]) for s, _ in columns))
    return table


def _legend(view: View) -> Iterator[str]:
    claims = list(_all_claims(view))
    marks = (
        any(s["kind"] == "unnamed" for c in claims for s in c["scholars"]),
        any(c["secondary"] for c in claims),
        any(c["unclear"] for c in claims),
    )
    yield totals_line(view["totals"])
    yield from (line for line, used in zip(_LEGEND, marks, strict=True) if used)


def totals_line(counts: View) -> str:
    """Counts in words: scholars first, claims last, since they tell the recorder's grain."""
    parts = [
        f"{plural(counts['scholars'], 'scholar')} "
        f"({counts['first_hand']} read in their own words, {counts['second_hand']} second-hand)",
        f"{counts['unnamed']} unnamed" if counts["unnamed"] else "",
        plural(counts["witnesses"], "text") + " read",
        plural(counts["claims"], "claim")
        + (f", {counts['unclear']} with something unclear" if counts["unclear"] else ""),
    ]
    return "; ".join(filter(None, parts)) + "."


def plural(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}" + "s" * (number != 1)


def juxtaposition(view: View, labels: Mapping[str, str]) -> Iterator[RenderableType]:
    """Scholars side by side, question by question, each with what he holds on it.

    `labels` are those of the stances, by `question/stance`.
    """
    names = {s["id"]: s["name"] for s in view["scholars"]}
    yield heading(" · ".join(names.values()))
    yield text(_verdicts(view["questions"]), QUIET)
    for shared in view["questions"]:
        yield Text()
        yield text(shared["question"]["text"], HEAD).append(f"  {shared['verdict']}", QUIET)
        table = grid(*names.values(), ratios=[1] * len(names))
        table.add_row(*(_held(h, shared["question"]["id"], labels) for h in shared["held"]))
        yield indented(table)
    yield Text()
    yield from (text(line, QUIET) for line in _LEGEND[1:])


def _verdicts(questions: Iterable[View]) -> str:
    met = [q["verdict"] for q in questions]
    words = {"agree": "agree on", "differ": "differ on", "partly": "agree in part on"}
    parts = [f"{word} {met.count(v)}" for v, word in words.items() if v in met]
    if "silent" in met:
        parts.append(f"only one takes a side on {met.count('silent')}")
    return "; ".join(parts).capitalize() + "." if parts else "No claim recorded."


def _held(held: View, question: str, labels: Mapping[str, str]) -> RenderableType:
    if not held["claims"]:
        return text("silent", QUIET)
    parts: list[Text] = []
    for claim in held["claims"]:
        mark = " +" * bool(claim["secondary"]) + " ?" * bool(claim["unclear"])
        stances = _stances(claim, question)
        sides = (labels.get(f"{question}/{s}", s) for s in stances if s != "none")
        parts += [Text()] if parts else []
        parts.append(statement(claim).append(mark))
        parts.append(text(f"{'; '.join(sides) or 'takes no side'} · {cited(claim)}", QUIET))
    return Group(*parts)


def _stances(claim: View, question: str) -> list[str]:
    own = [claim["stance"]] if claim["question"] == question else []
    answers = (str(answer).partition("/") for answer in claim["answers"])
    return own + [stance for asked, _, stance in answers if asked == question]
