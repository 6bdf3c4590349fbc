"""Files as people write them, put together at random, of which it is known what each line is of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from hypothesis import strategies as st

Draw = Any

WORDS = ("truce", "Song", "Ünal", "金史", "no", "1125-01", "p. 5", "- dash", "a: b", "x # y", "😀")


class Line(NamedTuple):
    """A line of a file, and the record (its index) and field that it belongs to, if to any."""

    text: str
    record: int = -1
    field: str = ""


class Manuscript(NamedTuple):
    """A file: its lines, what ends them, and the records that it has below `claims`."""

    lines: tuple[Line, ...]
    line_end: str
    mark: bytes
    is_ended: bool
    records: tuple[dict[str, Any], ...]

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        text = self.line_end.join(line.text for line in self.lines)
        return self.mark + (text + self.line_end * self.is_ended).encode()

    def span(self, record: int, field: str) -> tuple[int, int]:
        """The bytes of the lines of a field, with the ends of the lines."""
        start, at = -1, len(self.mark)
        end = -1
        for line in self.lines:
            behind = at + len((line.text + self.line_end).encode())
            if (line.record, line.field) == (record, field):
                start = at if start < 0 else start
                end = behind
            at = behind
        return start, min(end, len(self.content))


TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)
IDS = st.from_regex(r"[a-d][0-9](-[a-c]{1,3})?", fullmatch=True)
WORKS = st.fixed_dictionaries(
    {"source": IDS}, optional={"locator": st.sampled_from(["p. 5", "pp. 1, 2", "fol. 3r: left"])}
)
FIELDS = {
    "stance": IDS,
    "scholars": st.lists(IDS, min_size=1, max_size=3),
    "statement": TEXTS,
    "citation": WORKS,
    "basis": st.lists(WORKS, min_size=1, max_size=3),
    "tags": st.lists(TEXTS, min_size=1, max_size=2),
    "note": st.one_of(TEXTS, TEXTS.map(lambda text: f"{text}\n\nx {text}")),
}
RECORDS = st.fixed_dictionaries({"id": IDS}, optional=FIELDS)


@st.composite
def manuscripts(draw: Draw) -> Manuscript:
    """A file with a list of claims, written in one of the many ways in which that can be."""
    ids = draw(st.lists(IDS, unique=True, max_size=5))
    if draw(st.booleans()):
        ids.sort()
    records = tuple({**draw(RECORDS), "id": id} for id in ids)
    lines = [*draw(st.sampled_from(ABOVE)), *_listed(draw, records), *draw(st.sampled_from(BELOW))]
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return Manuscript(tuple(lines), line_end, mark, draw(st.booleans()), records)


ABOVE: Sequence[Sequence[Line]] = (
    (),
    (Line("# what this is"),),
    (Line("id: q"), Line("question: Who? # the war"), Line("")),
    (Line("question: >-"), Line("  Who"), Line("  began"), Line("id: q")),
    (Line("names:"), Line("- id: zz"), Line("  name: 金"), Line("# and the claims")),
)
BELOW: Sequence[Sequence[Line]] = (
    (),
    (Line("# the end"),),
    (Line(""), Line("  # the end"), Line("")),
    (Line("note: some # more"),),
    (Line(""), Line("scholars:"), Line("- {id: yy, name: Y, kind: person}")),
)


def _listed(draw: Draw, records: Sequence[dict[str, Any]]) -> list[Line]:
    if not records:
        return [
            Line(
                draw(
                    st.sampled_from(["claims:", "claims: []", "claims: ~  # none", "claims: null"])
                )
            )
        ]
    way = draw(st.sampled_from(["lines", "lines", "lines", "braces", "brackets", "rows"]))
    if way == "brackets":
        return [Line(f"claims: [{', '.join(map(_braces, records))}]")]
    if way == "rows":
        rows = [f"  {_braces(one)}," for one in records]
        return [Line("claims: ["), *map(Line, rows[:-1]), Line(rows[-1][:-1]), Line("  ]")]
    dash = draw(st.sampled_from([0, 0, 2, 4]))
    gap = draw(st.sampled_from([[], [], [Line("")], [Line(" " * dash + "# --- more ---")]]))
    lines = [
        Line(draw(st.sampled_from(["claims:", "claims:  # all"]))),
        *draw(st.sampled_from([[], gap])),
    ]
    keys = dash + draw(st.sampled_from([2, 2, 4]))
    for at, record in enumerate(records):
        if at:
            lines += gap
        if way == "braces":
            lines.append(Line(f"{' ' * dash}- {_braces(record)}", at))
        else:
            lines += _record(draw, record, at, dash, keys)
    return lines


def _braces(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False)


def _record(draw: Draw, record: dict[str, Any], at: int, dash: int, keys: int) -> list[Line]:
    lines: list[Line] = []
    order = list(record) if draw(st.booleans()) else draw(st.permutations(list(record)))
    for field in order:
        lines += [Line(" " * keys + text, at, field) for text in _field(draw, field, record[field])]
    first = lines[0]
    return [first._replace(text=" " * dash + "-" + first.text[dash + 1 :]), *lines[1:]]


def _field(draw: Draw, key: str, value: Any) -> list[str]:
    if isinstance(value, str):
        return _text(draw, key, value)
    if draw(st.booleans()):
        return [f"{key}: {_braces(value)}"]
    room = draw(st.sampled_from(["", "  "]))
    if isinstance(value, list):
        return [f"{key}:", *(f"{room}- {_braces(one)}" for one in value)]
    return [f"{key}:", *(f"  {inner}: {_braces(one)}" for inner, one in value.items())]


def _text(draw: Draw, key: str, value: str) -> list[str]:
    ways = [[f"{key}: {_braces(value)}"], [f"{key}: {_braces(value)}  # said"]]
    if "\n" in value:
        ways.append([f"{key}: |-", *(f"  {line}" if line else "" for line in value.split("\n"))])
    else:
        ways.append([f"{key}: '{value}'"])
        ways.append([f"{key}: >-", *(f"    {word}" for word in [value])])
        if value.isalnum():
            ways.append([f"{key}: {value}"])
    chosen: list[str] = draw(st.sampled_from(ways))
    return chosen
