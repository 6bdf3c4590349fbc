"""What notebooks show, in a cell of any width: nothing is cut off, and no name lies on another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from storing import write

from claimcli import Corpus

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (380, 599, 600, 839, 840, 1000, 1119, 1120, 1400)
"""Px of a cell: on both sides of each width at which something changes."""

PEOPLE = ("Воробьёв Михаил", "張覺之", "Alexander Kim", "Jing-shen Tao", "外山軍治", "<b>Bold</b>")
LABELS = (
    "It began it",
    "宋朝先開戰",
    "Чжурчжэни начали",
    "A label that goes on and on and on",
    "E",
)

OVERLAPS = """() => {
  const labels = [...document.querySelectorAll('svg text.label')]
  const shown = labels.filter(e => e.getClientRects().length)
  const boxes = shown.map(e => [e, e.getBoundingClientRect()])
  const over = (p, q) => p.left < q.right - 4 && q.left < p.right - 4
    && p.top < q.bottom - 4 && q.top < p.bottom - 4
  const met = []
  for (const [a, p] of boxes) for (const [b, q] of boxes)
    if (a !== b && a.ownerSVGElement === b.ownerSVGElement && over(p, q))
      met.push([a.textContent, b.textContent])
  return { met, labels: shown.length }
}"""
"""The names that lie on one another by more than 4 px, and how many are shown."""

CUT_OFF = """() => [...document.querySelectorAll('.claimcli *')].filter(
  e => !e.closest('svg') && !e.closest('.wide') && e.getBoundingClientRect().right > innerWidth + 1
).map(e => e.outerHTML.slice(0, 80))"""


def many(root: Path) -> Corpus:
    """Five positions, each held by six people in as many decades; every third is a report."""
    claims = [
        {
            "id": f"c{number}",
            "stance": f"p{number % 5}",
            "scholars": [f"s{number % 6}"],
            "statement": "說" * 30 if number % 2 else "Сказано " * 10,
            "citation": {"source": f"w{number}"},
            **({"via": [{"source": "w0"}]} if number % 3 == 0 else {}),
        }
        for number in range(30)
    ]
    files: dict[str, Any] = {
        "corpus.yaml": {"title": "Many", "format": 1},
        "people.yaml": {
            "scholars": [
                {"id": f"s{n}", "name": name, "kind": "person"} for n, name in enumerate(PEOPLE)
            ],
            "references": [
                {"id": f"w{n}", "type": "book", "title": f"T{n}", "issued": f"{1900 + 4 * n}"}
                for n in range(30)
            ],
        },
        "q.yaml": {
            "id": "q",
            "question": "Who?",
            "stances": {f"p{n}": {"label": label} for n, label in enumerate(LABELS)},
            "claims": claims,
        },
    }
    write(root, {name: json.dumps(content, ensure_ascii=False) for name, content in files.items()})
    return Corpus.load(root)


@pytest.fixture
def drawn(tmp_path: Path) -> str:
    """A comparison, a matrix, claims and a list, one below the other."""
    with many(tmp_path / "claims") as corpus:
        answers: list[Any] = [
            *(corpus.compare("q"), corpus.matrix("q", by="decade"), corpus.search("")),
            *(corpus.show("s0"), corpus.list("scholars"), corpus, corpus.cite("q")),
        ]
        return "".join(answer._repr_html_() for answer in answers)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_cell_of_any_width(browser: Browser, drawn: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(f"<body style='margin: 0'>{drawn}</body>")
    assert page.evaluate(CUT_OFF) == []
    found = page.evaluate(OVERLAPS)
    assert found["labels"] >= 5
    assert found["met"] == []
    words = page.locator(".glance td.num").first.evaluate("e => getComputedStyle(e).display")
    assert words == ("table-cell" if width >= 840 else "block")
    page.close()
