"""A position of many holders is told by the years of their works, decade by decade."""

from __future__ import annotations

import re
from pathlib import Path

from storing import write
from support import cases

from claimcli import Corpus
from claimcli.answers.chronology import decade_of
from claimcli.report.markdown import markdown


def corpus(years: list[int | None]) -> dict[str, str]:
    """A question with a holder for each year; every third of them is known second-hand."""
    works = "".join(
        f"""- {{id: w{n}, type: book, title: T{n}{f", issued: '{year}'" if year else ""}}}\n"""
        for n, year in enumerate(years)
    )
    people = "".join(f"- {{id: p{n}, name: P{n}, kind: person}}\n" for n in range(len(years)))
    claims = "".join(
        f"- {{id: c{n}, stance: s, scholars: [p{n}], statement: Said {n}., "
        f"citation: {{source: w{n}}}{', via: [{source: w0}]' if n % 3 == 1 else ''}}}\n"
        for n in range(len(years))
    )
    return {
        "all.yaml": f"references:\n{works}scholars:\n{people}",
        "q.yaml": f"id: q\nquestion: Q?\nstances: {{s: {{label: S}}}}\nclaims:\n{claims}",
    }


def report(folder: Path, years: list[int | None]) -> str:
    write(folder, corpus(years))
    with Corpus.load(folder, cache=False) as loaded:
        return markdown(loaded.report("q"))


YEARS: list[int | None] = [
    *(1991, 1950, None, 1959, 1995, 1951, 1990, 1958, 1952, 1957, 1953, 1956, None),
]


def test_more_than_twelve_holders_stand_in_decades(tmp_path: Path) -> None:
    position = report(tmp_path, YEARS).split("## A. S<")[1].split("\n## ")[0]
    blocks = [block for block in position.split("\n\n") if not block.startswith("  ")]
    assert blocks[1] == "13 scholars, four of them known here only second-hand; " + (
        "works of 1950 to 1995 and two without a year."
    )
    assert blocks[2:4] == ['### 1950s<span id="q-s-1950s"></span>', "8 scholars (3 second-hand)."]
    assert blocks[4] == "- 1950 ○ **P1**: Said 1.[^1]"
    assert blocks[5:7] == ["- 1951 ● **P5**: Said 5.[^2]", "- 1952 ● **P8**: Said 8.[^3]"]
    heads = re.findall(r'### (.*?)<span id="(.*?)">', position)
    assert heads == [
        ("1950s", "q-s-1950s"),
        ("1990s", "q-s-1990s"),
        ("No year", "q-s-no_20year"),
    ]


def test_notes_are_numbered_as_they_are_met(tmp_path: Path) -> None:
    text = report(tmp_path, YEARS).split("# Works cited")[0]
    assert re.findall(r"\[\^(\d+)\]", text) == [str(number) for number in range(1, 14)]


def test_twelve_stand_one_by_one(tmp_path: Path) -> None:
    text = report(tmp_path, YEARS[:12])
    assert "### " not in text
    assert "**P1**, as reported by others" in text


@cases(
    ("year", "label"),
    [
        *((1950, "1950s"), (1959, "1950s"), (9, "0s"), (1, "0s"), (None, "no year")),
        # the year 0 of ISO 8601 is 1 BCE, -43 is 44 BCE, -9 is 10 BCE
        *((0, "0s BCE"), (-43, "40s BCE"), (-9, "10s BCE")),
    ],
)
def test_the_decade_of_a_year(year: int | None, label: str) -> None:
    assert decade_of(year) == label
