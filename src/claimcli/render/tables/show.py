"""One record with everything that is known of it, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.answers.counting import Counts
from claimcli.answers.show import ShownClaim, ShownRecord
from claimcli.answers.views import CLAIM_FIELDS, View, Viewer
from claimcli.answers.wording import holders_counted, plural
from claimcli.render.flat import cell
from claimcli.render.tables.claims import claims_table, legend_of
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.parts import (
    DATES,
    HEAD,
    MOST,
    QUIET,
    beyond,
    grid,
    heading,
    indented,
    rest,
    text,
    told,
)

_TITLES = ("statement", "question", "name", "text")
_SHOWN_APART = ("id", "file", "line", "claims")


def draw(shown: ShownClaim | ShownRecord, width: int) -> Drawn:
    """A claim with its chain in words and the arrows at it; another record with its claims."""
    return Drawn(_claim(shown) if isinstance(shown, ShownClaim) else _record(shown, width))


def _claim(shown: ShownClaim) -> Iterator[RenderableType]:
    view = shown.view
    yield from _title(view)
    yield _rows(_claim_rows(view))


def _record(shown: ShownRecord, width: int) -> Iterator[RenderableType]:
    """Its fields, then the claims that it has part in, by part."""
    view, viewer = shown.view, Viewer(shown.entities)
    yield from _title(view)
    fields = [(key.replace("_", " "), _values(key, view, shown.counts)) for key in view]
    yield _rows((name, values) for name, values in fields if any(values))
    for part, claims in shown.parts.items():
        yield Text()
        yield heading(f"{plural(shown.totals[part], 'claim')} {part}")
        yield from map(indented, claims_table(list(map(viewer.claim, claims)), width))
        yield from (indented(line) for line in rest(shown.totals[part] - len(claims)))
    if not shown.parts:
        yield Text()
        yield heading("no claims")
    yield from legend_of(view["claims"])


def _title(view: View) -> Iterator[RenderableType]:
    yield text(next(view[key] for key in _TITLES if view.get(key)), HEAD)
    yield text(f"{view['id']}  {view['file']}:{view['line']}", QUIET)
    yield Text()


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
    return f"“{view['quote']}” ({view['quote_source']}{holder})"


def _values(key: str, view: View, counts: Mapping[str, Counts]) -> Sequence[str]:
    value = view[key]
    if key in _SHOWN_APART or value is None or value is False:
        return []
    if key == "year" or key in DATES:
        return [told(view, key)]
    if key == "csl" and isinstance(value, dict):
        more = {name: v for name, v in value.items() if name.replace("-", "_") not in view}
        return [f"{variable}: {cell(content)}" for variable, content in more.items()]
    if key in ("names", "spellings") and isinstance(value, list):
        return [v["value"] + (f" ({v['scheme']})" if v["scheme"] else "") for v in value]
    if key == "stances" and isinstance(value, list):
        return [line for stance in value for line in _stance(stance, counts)]
    return [cell(v) for v in value] if isinstance(value, list) else [cell(value)]


def _stance(stance: View, counts: Mapping[str, Counts]) -> Iterator[str]:
    held = counts.get(stance["id"])
    who = f": {holders_counted(held)}" if held else ""
    yield f"{stance['label']} ({stance['id']}){who}"
    yield from (f"  {words}" for words in (stance["meaning"], stance["note"]) if words)


_WITHOUT_QUESTION = ("none", "none: it supports other claims")
"""What is said of a claim on no question, as nothing rests on it or something does."""


def _claim_rows(view: View) -> Iterator[tuple[str, Sequence[str]]]:
    rows: list[tuple[str, Sequence[str]]] = [
        ("held by", [_holder(s) for s in view["scholars"]]),
        ("question", [view["question_text"] or _WITHOUT_QUESTION[bool(view["grounds_for"])]]),
        ("stance", [view["stance_label"] or view["stance"] or ""]),
        ("also answers", view["answers"]),
        ("how it is known", [chain(view)]),
        ("certainty", [view["certainty"] or ""]),
        ("quote", [_quote(view)]),
        ("translation", [view["translation"] or ""]),
        ("year of the work", [told(view, "year")]),
        ("time spoken of", [told(view, "period")]),
        ("rests on", [_basis(b) for b in view["basis"]]),
        ("rests on this", view["grounds_for"]),
        *((r["type"], [_words(r, r["target"])]) for r in view["relations"]),
        *((f"{r['type']} this", [_words(r, r["claim"])]) for r in view["related_from"]),
        ("tags", view["tags"]),
        ("unclear", [", ".join(view["unclear"])]),
        ("note", [view["note"] or ""]),
        ("recorded", [cell(view["recorded"])]),
        ("checked", [cell(view["checked"])]),
        *((key.replace("_", " "), [cell(view[key])]) for key in CLAIM_FIELDS if key not in _TOLD),
    ]
    yield from ((name, values) for name, values in rows if any(values))


_TOLD = (
    *("id", "question", "question_text", "stance", "stance_label", "statement", "scholars"),
    *("certainty", "citation", "via", "second_hand", "quote", "quote_source", "words"),
    *("translation", "year", "period", "basis", "relations", "answers", "unclear", "tags", "note"),
    *("recorded", "checked", "file", "line"),
)
"""The keys of a claim that are told in words of their own; any other one is told by its key."""


def _holder(scholar: View) -> str:
    facts = [scholar["kind"] if scholar["kind"] != "person" else "", scholar["school"]]
    known = ", ".join(filter(None, facts))
    return str(scholar["name"]) + (f" ({known})" if known else "")


def _basis(ground: View) -> str:
    return f"{ground['text']} [{ground['claim']}]" if ground["claim"] else str(ground["text"])


def _words(relation: View, id: str) -> str:
    return f"{relation['text']} [{id}]" if relation["text"] else id


def _rows(rows: Iterable[tuple[str, Sequence[str]]]) -> RenderableType:
    table = grid(head=False)
    table.add_column(style=QUIET, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.expand = True
    for name, values in rows:
        told = (text(value) for value in values[:MOST])
        table.add_row(text(name), Group(*told, *beyond(len(values), "line")))
    return table
