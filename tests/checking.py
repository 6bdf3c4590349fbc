"""A corpus of a few lines, and what the checks find in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claimcli.checks.inspection import check_corpus
from claimcli.problems import Problem

BASE = """\
scholars:
- {id: kim, name: Alexander Kim, kind: person}
- {id: many, name: many historians, kind: unnamed}
references:
- {id: kim-2013, type: book, author: [{family: Kim, given: A.}], issued: "2013"}
- {id: kim-1990, type: book, author: [{family: Kim, given: A.}], issued: "1990"}
- {id: lee-2001, type: book, author: [{family: Lee, given: B.}], issued: "2001"}
"""


def problems(tmp_path: Path, claims: str, base: str = BASE) -> list[Problem]:
    (tmp_path / "a.yaml").write_text(claims, "utf-8")
    (tmp_path / "z.yaml").write_text(base, "utf-8")
    return list(check_corpus(tmp_path).problems)


def found(
    tmp_path: Path, claims: str, family: str | tuple[str, ...], base: str = BASE
) -> list[tuple[str, int]]:
    """Code and line of each problem whose number begins so."""
    told = problems(tmp_path, claims, base)
    return [(p.code, p.location.line) for p in told if p.code[1:].startswith(family)]


def placed(problems: Iterable[Problem]) -> list[tuple[str, int, int]]:
    """Code, line and column of each."""
    return [(p.code, p.location.line, p.location.column) for p in problems]


def claim(*fields: str, id: str = "c", statement: str = "Song broke the truce.") -> str:
    lines = (f"  {field}\n" for field in fields)
    return f"- id: {id}\n  scholars: [kim]\n  statement: {statement}\n" + "".join(lines)


OWN = "citation: {source: kim-2013}"
