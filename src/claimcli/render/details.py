"""One record with everything that is known of it, drawn for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from claimcli.render.comparing import plural
from claimcli.render.flat import cell
from claimcli.render.tables import HEAD, QUIET, claims_table, grid, heading, indented, text
from claimcli.views import View

_TITLES = ("statement", "question", "name", "text")
_SHOWN_APART = ("id", "file", "line", "claims")


def claim(view: View) -> Iterator[RenderableType]:
    """A claim with its chain in words, what it rests on and what rests on it."""
    yield from _title(view)
    yield _rows(_claim_rows(view))


def record(view: View) -> Iterator[RenderableType]:
    """A scholar, source, question or name: its fields, then the claims it has part in."""
    yield from _title(view)
    fields = [
        (key.replace("_", " "), _values(key, value))
        for key, value in view.items()
        if key not in _SHOWN_APART and value not in (None, [], {})
    ]
    yield _rows(fields)
    yield Text()
    yield heading(plural(len(view["claims"]), "claim"))
    yield from map(indented, claims_table(view["claims"]))


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


def _values(key: str, value: object) -> Sequence[str]:
    if key == "csl" and isinstance(value, dict):
        return [f"{variable}: {cell(content)}" for variable, content in value.items()]
    if key in ("names", "spellings") and isinstance(value, list):
        return [v["value"] + (f" ({v['scheme']})" if v["scheme"] else "") for v in value]
    if key == "stances" and isinstance(value, list):
        return [f"{s['id']}: {s['label']}" for s in value]
    return [cell(v) for v in value] if isinstance(value, list) else [cell(value)]


def _claim_rows(view: View) -> Iterator[tuple[str, Sequence[str]]]:
    rows: list[tuple[str, Sequence[str]]] = [
        ("held by", [_holder(s) for s in view["scholars"]]),
        ("question", [view["question_text"] or "none: it supports other claims"]),
        ("stance", [view["stance_label"] or view["stance"] or ""]),
        ("also answers", view["answers"]),
        ("how it is known", [chain(view)]),
        ("certainty", [view["certainty"] or ""]),
        ("quote", [_quote(view)]),
        ("translation", [view["translation"] or ""]),
        ("year of the work", [cell(view["year"])]),
        ("time spoken of", [view["period"] or ""]),
        ("rests on", [_basis(b) for b in view["basis"]]),
        ("rests on this", view["grounds_for"]),
        *[(r["type"], [r["target"]]) for r in view["relations"]],
        *[(f"{r['type']} this", [r["claim"]]) for r in view["related_from"]],
        ("tags", view["tags"]),
        ("unclear", [", ".join(view["unclear"])]),
        ("note", [view["note"] or ""]),
        ("recorded", [cell(view["recorded"])]),
        ("checked", [cell(view["checked"])]),
    ]
    yield from ((name, values) for name, values in rows if any(values))


def _holder(scholar: View) -> str:
    facts = [scholar["kind"] if scholar["kind"] != "person" else "", scholar["school"]]
    known = ", ".join(filter(None, facts))
    return str(scholar["name"]) + (f" ({known})" if known else "")


def _basis(ground: View) -> str:
    return f"{ground['text']} [{ground['claim']}]" if ground["claim"] else str(ground["text"])


def _rows(rows: Iterable[tuple[str, Sequence[str]]]) -> RenderableType:
    table = grid(head=False)
    table.add_column(style=QUIET, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.expand = True
    for name, values in rows:
        table.add_row(text(name), Group(*(text(value) for value in values)))
    return table
