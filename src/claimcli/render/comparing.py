"""Comparisons drawn for a person: positions, who holds them, and how that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.views import View
from claimcli.dates import in_words, year_in_words
from claimcli.model import NO_STANCE, positions_of
from claimcli.render import Result
from claimcli.render.columns import Column, fitting, taken
from claimcli.render.columns import left_out as without_column
from claimcli.render.tables import (
    HEAD,
    NARROW,
    QUIET,
    cited,
    grid,
    heading,
    holders,
    indented,
    legend,
    measured,
    rest,
    statement,
    text,
)
from claimcli.render.words import OF_THE_TIME, named, no_scholars, plural


def comparison(result: Result, width: int) -> Iterator[RenderableType]:
    """A question: each position with its claims, then who is on several sides, then the matrix."""
    view, names = result.value, result.labels
    ids, longest = 0, max((len(claim["id"]) for claim in _all_claims(view)), default=0)
    if width >= longest + _BESIDE_IDS:
        ids = longest
    yield from _question(view["question"])
    yield _overview(view, width)
    for position in view["positions"]:
        yield Text()
        remark = result.remarks.get(f"{view['question']['id']}/{position['stance']}")
        yield from _position(position, remark, result.totals[position["stance"]], width, ids)
    if result.totals[NO_STANCE]:
        yield Text()
        yield heading("Takes no side")
        yield from _some(view["without_stance"], result.totals[NO_STANCE], width, ids)
    if view["several_positions"]:
        yield Text()
        yield from _several(view, names, result.remarks)
    if view["groups"]:
        yield Text()
        yield heading(f"Claims by {view['by']}")
        yield indented(_matrix(view, names, width))
    yield Text()
    yield text(totals_line(view["totals"]), QUIET)
    yield from legend(_all_claims(view), "*" * bool(view["totals"]["unnamed"]))
    if longest and not ids:
        enough = longest + _BESIDE_IDS
        yield text(f"ids stand beside the claims from {enough} columns on; --json has them", QUIET)


_BESIDE_IDS = 76
"""Columns that claims are to have beside their ids."""


def _question(question: View) -> Iterator[RenderableType]:
    yield heading(question["text"])
    if question["scope"]:
        yield text(question["scope"])
    facts = [f"Time: {in_words(question['period'])}."] if question["period"] else []
    facts += ["One answer excludes the others."] if question["exclusive"] else []
    if facts:
        yield text(" ".join(facts), QUIET)
    yield Text()


def _overview(view: View, width: int) -> RenderableType:
    """Positions side by side in numbers: scholars and how they were read come first.

    On a narrow terminal the numbers that say least give way to the positions.
    """
    columns = _counted(view, width)
    labels = max((cell_len(position["label"]) for position in view["positions"]), default=0)
    first = max(_POSITION, min(labels, width - taken(columns)))
    table = measured(
        *(first, *(column.width for column in columns)),
        heads=("Position", *(column.head for column in columns)),
        right=range(1, len(columns) + 1),
        quiet=True,
    )
    for position in view["positions"]:
        told = {**position["counts"], "years": _years(position)}
        table.add_row(text(position["label"]), *(_number(told[c.field]) for c in columns))
    return table


def left_out(view: View, width: int) -> tuple[str, ...]:
    """The numbers for which a terminal of this width has no room."""
    gone = without_column(_contents(view), _counted(view, width))
    return tuple(field.replace("witnesses", _HEADS["witnesses"]) for field in gone)


def _counted(view: View, width: int) -> list[Column]:
    return fitting(_contents(view), _LEAST_FIRST, width - _POSITION, _HEADS)


def _contents(view: View) -> dict[str, int]:
    """How wide the numbers are, those left out that hardly any question has."""
    contents = dict.fromkeys(_COUNTED, _DIGITS)
    contents["years"] = max((len(_years(position)) for position in view["positions"]), default=0)
    if not any(position["counts"]["contemporaries"] for position in view["positions"]):
        del contents["contemporaries"]
    return contents


_COUNTED = (
    *("scholars", "first_hand", "second_hand", "unnamed", "contemporaries"),
    *("witnesses", "years"),
)
_HEADS = {
    "unnamed": "un- named",
    "contemporaries": OF_THE_TIME,
    "witnesses": "texts read",
}
_DIGITS = 4
"""Columns that a count is to have."""
_LEAST_FIRST = ("witnesses", "years", "contemporaries", "unnamed", "scholars")
_POSITION = 18
"""Columns that the label of a position is to have."""


def _number(count: int | str) -> Text:
    return Text(str(count)) if count else Text("·", QUIET)


def _years(position: View) -> str:
    first, last = position["first_year"], position["last_year"]
    if first is None:
        return "·"
    if first == last:
        return year_in_words(first)
    return f"{1 - first if last <= 0 else year_in_words(first)}-{year_in_words(last)}"


def _position(
    position: View, remark: str | None, total: int, width: int, ids: int
) -> Iterator[RenderableType]:
    id = text(f"  {position['stance']}", f"not bold {QUIET}")
    yield text(position["label"], HEAD).append_text(id)
    for words in filter(None, (position["meaning"], remark)):
        yield indented(text(words, QUIET))
    if total:
        yield from _some(position["claims"], total, width, ids)
    else:
        yield indented(text("No claim recorded.", QUIET))


def _some(claims: Sequence[View], total: int, width: int, ids: int) -> Iterator[RenderableType]:
    """The claims under a heading, and how many of them a limit left out."""
    yield indented(_claims(claims, width, ids))
    yield from map(indented, rest(total - len(claims)))


def _claims(claims: Sequence[View], width: int, ids: int) -> RenderableType:
    """Claims under their holders; a holder is named once for a run of claims.

    `ids` is the width of the column of ids, 0 for none.
    """
    if width < NARROW:
        return _stacked(claims)
    table = grid("Held by", "Claim", "Where", ratios=(4 if ids else 5, 8, 6), head=False)
    if ids:
        table.add_column("ID", width=ids, no_wrap=True)
    last = None
    for claim in claims:
        who = holders(claim)
        row = [
            text("" if who == last else who),
            statement(claim).append(" +" * bool(claim["secondary"])),
            text(cited(claim)),
        ]
        table.add_row(*row, *((text(claim["id"], QUIET),) if ids else ()))
        last = who
    return table


def _stacked(claims: Sequence[View]) -> RenderableType:
    lines: list[RenderableType] = []
    last = None
    for claim in claims:
        who = holders(claim)
        lines += [text(who, HEAD)] if who != last else []
        said = statement(claim).append(" +" * bool(claim["secondary"]))
        lines += [indented(said), indented(text(cited(claim), QUIET), 4)]
        last = who
    return Group(*lines)


def _several(
    view: View, names: Mapping[str, str], remarks: Mapping[str, str]
) -> Iterator[RenderableType]:
    """Who holds more than one position; who gave one up contradicts himself in nothing."""
    kept = [several for several in view["several_positions"] if several["scholar"] not in remarks]
    yield heading("On more than one side")
    if view["question"]["exclusive"] and kept:
        yield indented(
            text("These answers exclude each other: a contradiction in what is recorded.", QUIET)
        )
    labels = {p["stance"]: p["label"] for p in view["positions"]}
    table = grid("", "", ratios=(4, 13), head=False)
    for several in view["several_positions"]:
        held = "; ".join(labels.get(stance, stance) for stance in several["stances"])
        remark = remarks.get(several["scholar"])
        table.add_row(
            text(names[several["scholar"]]), text(f"{held} ({remark})" if remark else held)
        )
    yield indented(table)


def _all_claims(view: View) -> Iterator[View]:
    for position in view["positions"]:
        yield from position["claims"]
    yield from view["without_stance"]


def _matrix(view: View, names: Mapping[str, str], width: int) -> RenderableType:
    """Claims by group and stance; in words where there is no room for a column each."""
    columns = {p["stance"]: p["label"] for p in view["positions"]} | {NO_STANCE: "No side"}
    table = grid()
    table.add_column("", ratio=3, overflow="fold")
    in_words = width < _CELL * (len(columns) + 1)
    if in_words:
        table.show_header = False
        table.add_column("", ratio=8, overflow="fold")
    else:
        for label in columns.values():
            table.add_column(text(label), justify="right", ratio=2, header_style=QUIET)
    for group in view["groups"]:
        numbers = [(label, group["counts"][stance]) for stance, label in columns.items()]
        told = [text("; ".join(f"{label} {n}" for label, n in numbers if n))]
        table.add_row(
            text(_group_name(view, group, names)),
            *(told if in_words else (_number(n) for _, n in numbers)),
        )
    return table


_CELL = 12
"""Columns of the terminal that a stance takes in the matrix."""


def _group_name(view: View, group: View, names: Mapping[str, str]) -> str:
    known = names if view["by"] == "scholar" else {}
    return known.get(group["key"], str(group["label"]))


def totals_line(counts: View) -> str:
    """Counts in words: scholars first, claims last, since they tell the recorder's grain."""
    parts = [
        f"{plural(counts['scholars'], 'scholar')} "
        f"({counts['first_hand']} read in their own words, {counts['second_hand']} second-hand)",
        *no_scholars(counts),
        plural(counts["witnesses"], "text") + " read",
        plural(counts["claims"], "claim")
        + (f", {counts['unclear']} with something unclear" if counts["unclear"] else ""),
    ]
    return "; ".join(filter(None, parts)) + "."


def juxtaposition(result: Result) -> Iterator[RenderableType]:
    """Scholars side by side, question by question, each with what he holds on it.

    `labels` are those of the stances, by `question/stance`.
    """
    view = result.value
    names = [named(scholar) for scholar in view["scholars"]]
    yield heading(" · ".join(names))
    yield text(_verdicts(view["questions"]), QUIET)
    for shared in view["questions"]:
        yield Text()
        verdict = _ONE_SIDE if shared["verdict"] == "silent" else shared["verdict"]
        yield text(shared["question"]["text"], HEAD).append(f"  {verdict}", QUIET)
        table = grid(*names, ratios=[1] * len(names))
        table.add_row(*(_held(h, shared["question"]["id"], result) for h in shared["held"]))
        yield indented(table)
    yield Text()
    yield from legend(c for q in view["questions"] for held in q["held"] for c in held["claims"])


_ONE_SIDE = "at most one takes a side"


def _verdicts(questions: Iterable[View]) -> str:
    met = [q["verdict"] for q in questions]
    words = {"agree": "agree on", "differ": "differ on", "partly": "agree in part on"}
    parts = [f"{word} {met.count(v)}" for v, word in words.items() if v in met]
    if "silent" in met:
        parts.append(f"{_ONE_SIDE} on {met.count('silent')}")
    return "; ".join(parts).capitalize() + "." if parts else "No claim recorded."


def _held(held: View, question: str, result: Result) -> RenderableType:
    total = result.totals[f"{question}/{held['scholar']}"]
    if not total:
        return text("silent", QUIET)
    parts: list[RenderableType] = []
    for claim in held["claims"]:
        mark = " +" * bool(claim["secondary"]) + " ?" * bool(claim["unclear"])
        positions = positions_of(claim["question"], claim["stance"], claim["answers"])
        stances = [stance for asked, stance in positions if asked == question]
        sides = (result.labels.get(f"{question}/{s}", s) for s in stances if s != NO_STANCE)
        parts += [Text()] if parts else []
        parts.append(statement(claim).append(mark))
        parts.append(text(f"{'; '.join(sides) or 'takes no side'} · {cited(claim)}", QUIET))
    return Group(*parts, *rest(total - len(held["claims"])))
