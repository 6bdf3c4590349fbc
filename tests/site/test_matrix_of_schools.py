"""The table of who holds what, where schools have the rows: the numbers that the figure has."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import Run

OWN, OTHERS = {"source": "towns"}, {"source": "walls"}


def _claims(first: int, count: int, stance: str, **cited: object) -> list[dict[str, object]]:
    return [
        {"id": f"c{n}", "stance": stance, "scholars": [f"s{n}"], "statement": "So it was."} | cited
        for n in range(first, first + count)
    ]


@pytest.mark.slow
def test_each_number_says_how_those_that_it_counts_are_known(run: Run, tmp_path: Path) -> None:
    schools = ["eastern"] * 14 + ["western"] * 9
    scholars = [
        {"id": f"s{n}", "name": f"Scholar {n}", "kind": "person", "school": school}
        for n, school in enumerate(schools)
    ]
    scholars[22]["kind"] = "unnamed"
    claims = [
        *_claims(0, 10, "mayor", citation=OWN),  # eastern, read
        *_claims(10, 4, "mayor", citation=OTHERS, via=[OWN]),  # eastern, second-hand
        *_claims(14, 5, "flood", citation=OWN),  # western, read
        *_claims(19, 3, "mayor", citation=OTHERS, via=[OWN]),  # western, second-hand
        *_claims(22, 1, "flood", via=[OWN]),  # a phrase
    ]
    books = [{"id": id, "type": "book", "title": id} for id in ("towns", "walls")]
    corpus = {
        "title": "Towns",
        "scholars": scholars,
        "references": books,
        "id": "who",
        "question": "What closed the bridge?",
        "stances": {"mayor": {"label": "The mayor"}, "flood": {"label": "A flood"}},
        "claims": claims,
    }
    (tmp_path / "corpus.yaml").write_text(json.dumps(corpus), encoding="utf-8")
    page = run("report", "who", "--format", "html", "--corpus", str(tmp_path)).out
    table = page.partition('<table class="matrix">')[2].partition("</table>")[0]
    rows = re.findall(r'<th scope="row">(\w+)</th>(.*?)</tr>', table, re.DOTALL)
    found = {
        school: [re.findall(r"m-([a-z-]+) \w+.*?</svg>(\d+)", cell) for cell in cells.split("<td")]
        for school, cells in rows
    }
    assert found == {
        "eastern": [[], [("read", "10"), ("second-hand", "4")], []],
        "western": [[], [("second-hand", "3")], [("read", "5"), ("unnamed", "1")]],
    }
    key = page.partition("</table></div>")[2].partition("</ul>")[0]
    for words in ("read in their own words", "second-hand", "a reporter’s phrase"):
        assert words in key
