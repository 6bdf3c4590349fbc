"""Any other answer in a notebook: its records in a table, each with its name, its id below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from claimcli.answers.answer import Answer
from claimcli.answers.cite import Citations
from claimcli.answers.compare import Comparison
from claimcli.answers.counting import Counts
from claimcli.answers.grouping import Group
from claimcli.answers.list import Listing
from claimcli.answers.marks import KNOWN, MEANING, SIGNS, apart
from claimcli.answers.matrix import Matrix
from claimcli.answers.views import View
from claimcli.answers.wording import plural
from claimcli.notebook.frame import counted, framed, sign
from claimcli.pictures.svg import Svg, element, joined
from claimcli.problems import Problem
from claimcli.render.tables.columns import HEADS
from claimcli.render.tables.parts import number, told

SHOWN = 50
"""Rows that are drawn; of more it is said how many there are."""

_NAMES = ("statement", "label", "name", "text", "question_text", "question", "message")
"""What a record is called: by the first of these that its row has."""

_OF_CLAIMS = (
    *("id", "question", "verdict", "statement", "stance_label", "scholars", "citation", "via"),
    *("certainty", "unclear", "why"),
)
_ASIDE = frozenset(("voices",))


def answer(found: Answer) -> str:
    """Any answer that has no drawing of its own."""
    if isinstance(found, Listing):
        return listing(found)
    if isinstance(found, Matrix):
        return matrix(found)
    if isinstance(found, Citations):
        return citations(found)
    if isinstance(found.view, dict) and len(found.view) == len(found.fields):
        return one(found.view)
    # Of `check`, whose module reads YAML and is loaded for nobody who does not ask for it.
    wrong: Sequence[Problem] | None = getattr(found, "problems", None)
    return records(found) if wrong is None else problems(wrong, found.remarks)


def listing(found: Listing) -> str:
    """A list with its counts; of stances each has its letter."""
    head = element("p", counted(len(found.listed), found.total, found.noun), class_="count")
    why = [element("p", why, class_="warn") for why in found.asides]
    return framed(head, *why, *_table(found.listed[:SHOWN], found.fields, found))


def citations(found: Citations) -> str:
    """Each as it is to be copied."""
    return framed(
        *(element("p", remark, class_="warn") for remark in found.remarks),
        *(element("p", citation["text"], class_="cited") for citation in found.rows),
    )


def one(view: View) -> str:
    """A thing that is alone, such as a corpus, with a row for each of its keys that says more."""
    rows = (
        element("tr", element("th", name.replace("_", " "), scope="row"), element("td", said))
        for name, said in ((name, told(view, name)) for name in view if _says(view[name]))
    )
    return framed(element("table", element("tbody", *rows), class_="one"))


def matrix(found: Matrix) -> str:
    """A row for each group, a column for each position: holders by how they are known."""
    compared, groups = found.compared, found.compared.groups[:SHOWN]
    counts = [_cells(group, compared) for group in groups]
    heads = (
        joined(sign(compared.question, one.stance)[0], " ", one.label) for one in compared.positions
    )
    rows = (
        element(
            "tr",
            element("th", group.label, scope="row"),
            *(element("td", _counted(each)) for each in cells),
        )
        for group, cells in zip(groups, counts, strict=True)
    )
    head = element(
        "tr", element("th", compared.by), *(element("th", one, scope="col") for one in heads)
    )
    table = element("table", element("thead", head), element("tbody", *rows), class_="rows cross")
    held = {known for cells in counts for each in cells for known, _ in apart(each)}
    met = [known for known in KNOWN if known in held]
    return framed(
        element("p", element("b", compared.question.question), class_="head"),
        element("div", table, class_="wide"),
        *_more(len(compared.groups), "row"),
        element("p", *(element("span", f"{SIGNS[k]} {MEANING[k]}") for k in met), class_="key"),
    )


def _cells(group: Group, compared: Comparison) -> list[Counts]:
    return [group.cell(position.stance, compared.entities) for position in compared.positions]


def _counted(counts: Counts) -> Svg:
    """A sign and a number for each way in which holders are known, as text; another for nobody."""
    told = [
        element("span", f"{SIGNS[known]} {held:,}", class_="held", title=MEANING[known])
        for known, held in apart(counts)
    ]
    return joined(*told) if told else Svg("·")


def problems(wrong: Sequence[Problem], remarks: Iterable[str]) -> str:
    """Each problem with its code, what to do, and its place."""
    shown = wrong[:SHOWN]
    rows = (
        element(
            "tr",
            element("th", element("code", one.code), scope="row", class_=f"code {one.severity}"),
            element("td", one.message, *_hint(one.hint), element("br"), _place(str(one.location))),
        )
        for one in shown
    )
    body = [element("table", element("tbody", *rows))] if shown else []
    return framed(
        *(element("p", remark, class_="count") for remark in remarks),
        *body,
        *_more(len(wrong), "problem"),
    )


def records(found: Answer, total: int | None = None) -> str:
    """The records of any answer, with what is told beside them."""
    shown = list(islice(found.rows, SHOWN + 1))
    all_of = total if total is not None else len(shown)
    beyond = all_of > SHOWN or len(shown) > SHOWN
    told_of = plural(all_of, "record") if total is not None or not beyond else ""
    head = f"the first {SHOWN}" if beyond and total is None else told_of
    return framed(
        element("p", head, class_="count"),
        *(element("p", remark, class_="count") for remark in (*found.remarks, *found.asides)),
        *_table(shown[:SHOWN], _columns(found)),
        *(_more(all_of, "record") if total is not None else ()),
    )


def _columns(found: Answer) -> Sequence[str]:
    """Of claims what is read most: all of their keys have no room on a line."""
    of_claims = [field for field in found.columns if field in _OF_CLAIMS]
    return of_claims if {"statement", "quote", "via"} <= {*found.columns} else found.columns


def _hint(hint: str | None) -> list[Svg]:
    return [element("br"), element("span", hint, class_="more")] if hint else []


def _place(place: str) -> Svg:
    return element("code", place, class_="more")


def _more(total: int, noun: str) -> list[Svg]:
    left = total - SHOWN
    return [element("p", f"… and {plural(left, f'more {noun}')}", class_="count")] * (left > 0)


def _table(rows: Sequence[View], fields: Sequence[str], of: Listing | None = None) -> list[Svg]:
    """The rows with a column for each field that any of them has; nothing where there are none."""
    if not rows:
        return []
    lead = next((name for name in _NAMES if name in fields), fields[0])
    said = [f for f in fields if any(map(_says, (row.get(f) for row in rows)))]
    kept = [f for f in said if f not in ("id", lead, *_ASIDE)]
    counts = {f for f in kept if all(type(row[f]) in (int, type(None)) for row in rows)}
    heads = (
        element("th", _head(f), scope="col", class_="num" if f in counts else None)
        for f in (lead, *kept)
    )
    body = (
        element(
            "tr",
            element("th", *_lead(row, lead, of), scope="row"),
            *(_cell(row, f, f in counts) for f in kept),
        )
        for row in rows
    )
    table = element(
        "table", element("thead", element("tr", *heads)), element("tbody", *body), class_="rows"
    )
    return [element("div", table, class_="wide")]


def _says(value: object) -> bool:
    """Whether it is more than nothing or a plain no; nought is a number."""
    return value is not None and value is not False and value not in ("", [], {})


def _head(field: str) -> str:
    return HEADS.get(field, field.replace("_", " "))


def _lead(row: View, lead: str, of: Listing | None) -> list[str]:
    """What the record is called, behind the letter of a position, and its id."""
    name, id = told(row, lead), row.get("id")
    letter = Svg("")
    if of is not None and of.kind == "stances" and id:
        question, _, stance = id.partition("/")
        letter, _ = sign(of.question(question), stance)
    shown = [joined(letter, " " * bool(letter), name)]
    return [*shown, *([element("br"), element("code", id)] if id and id != name else [])]


def _cell(row: View, field: str, is_count: bool) -> Svg:
    if not is_count:
        return element("td", told(row, field))
    words = told(row, field) if field in ("year", "line", "column") else number(row[field])
    return element("td", words, class_="num")
