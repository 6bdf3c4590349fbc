"""A corpus that grows fourfold takes no more than some four times the work to check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import BASE, OWN, claim
from support import calls

from claimcli.checks.inspection import check_corpus

pytestmark = pytest.mark.slow

QUESTION = "id: q\nquestion: Who?\nstances:\n"


def stances(n: int) -> str:
    asked = "".join(f"  s{i}: {{label: L{i}}}\n" for i in range(n))
    said = (
        claim(OWN, f"stance: s{i}", id=f"c{i}", statement=f"It was number {i} of the war.")
        for i in range(n)
    )
    return f"{QUESTION}{asked}claims:\n{''.join(said)}"


def wrong_stances(n: int) -> str:
    return stances(n).replace("  stance: s", "  stance: t")


def unknown_ids(n: int) -> str:
    said = (
        claim(f"citation: {{source: gone-{i}}}", id=f"c{i}").replace("kim", f"no-{i}")
        for i in range(n)
    )
    known = "".join(f"- {{id: p-{i}, name: P{i}, kind: group}}\n" for i in range(n))
    return f"claims:\n{''.join(said)}scholars:\n{known}"


def namesakes(n: int) -> str:
    people = "".join(f"- {{id: p{i}, name: A. Kim, kind: person}}\n" for i in range(n))
    return f"scholars:\n{people}"


def entries(n: int) -> str:
    tags = ", ".join(f"t{i % (n // 2)}" for i in range(n))
    grounds = ", ".join(f"{{source: kim-2013, locator: p. {i}}}" for i in range(n))
    return "claims:\n" + claim(OWN, f"tags: [{tags}]", f"basis: [{grounds}]")


def holders(n: int) -> str:
    people = "".join(f"- {{id: p{i}, name: Name {i}, kind: person}}\n" for i in range(n))
    every = ", ".join(f"p{i}" for i in range(n))
    said = claim(OWN).replace("[kim]", f"[{every}]")
    return f"claims:\n{said}scholars:\n{people}"


def one_mistake(n: int) -> str:
    people = "".join(f"- {{id: p-{i}, name: P{i}, kind: group}}\n" for i in range(n))
    return f"claims:\n{claim(OWN, 'note: p-7')}scholars:\n{people}- id: [\n"


def chain(n: int) -> str:
    return "claims:\n" + "".join(
        claim(OWN, f"basis: [{{claim: c{i + 1}}}]", id=f"c{i}", statement=f"It was {i}.")
        for i in range(n)
    )


def works_of_one_family(n: int) -> str:
    said = (claim(f"citation: {{source: w{i}}}", id=f"c{i}") for i in range(n))
    author = "author: [{family: Kim, given: B.}]"
    works = (f"- {{id: w{i}, type: book, title: T, {author}}}\n" for i in range(n))
    people = (f"- {{id: p{i}, name: Kim Ch{i}, kind: person}}\n" for i in range(n))
    parts = ("claims:\n", *said, "references:\n", *works, "scholars:\n", *people)
    return "".join(parts)


def names_for_ids(n: int) -> str:
    said = (claim(OWN, id=f"c{i}").replace("[kim]", f"[A. Kim{i}]") for i in range(n))
    people = (f"- {{id: p{i}, name: A. Kim, kind: person}}\n" for i in range(n))
    return "".join(("claims:\n", *said, "scholars:\n", *people))


def work(root: Path, content: str) -> int:
    """How many functions are called to check it."""
    (root / "a.yaml").write_text(content, "utf-8")
    (root / "z.yaml").write_text(BASE, "utf-8")
    return calls(check_corpus, root)


SHAPES = (
    *(stances, wrong_stances, unknown_ids, namesakes, entries, holders, one_mistake, chain),
    *(works_of_one_family, names_for_ids),
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_four_times_as_much_is_four_times_the_work(
    shape: Callable[[int], str], tmp_path: Path
) -> None:
    work(tmp_path, shape(50))  # what is imported and remembered for good
    less = work(tmp_path, shape(300))  # first, since the words of the greater are remembered, too
    assert work(tmp_path, shape(1200)) < 6 * less


def test_a_hint_names_a_dozen_stances_and_counts_the_others(tmp_path: Path) -> None:
    asked = "".join(f"  side{i:02}: {{label: L{i}}}\n" for i in range(15))
    said = claim(OWN, "stance: xyz", "quote: infringed the peace")
    (tmp_path / "a.yaml").write_text(f"{QUESTION}{asked}claims:\n{said}", "utf-8")
    (tmp_path / "z.yaml").write_text(BASE, "utf-8")
    (told,) = (p for p in check_corpus(tmp_path).problems if p.code == "E304")
    listed = ", ".join(f"side{i:02}" for i in range(12))
    assert told.hint == f"its stances: {listed} and 3 more"


def test_among_many_wrong_ids_what_is_meant_is_sought_for_the_first(tmp_path: Path) -> None:
    asked = "".join(f"  side-{i}: {{label: L{i}}}\n" for i in range(1000))
    said = (claim(OWN, f"stance: side{i}", id=f"c{i}") for i in range(310))
    (tmp_path / "a.yaml").write_text(f"{QUESTION}{asked}claims:\n{''.join(said)}", "utf-8")
    (tmp_path / "z.yaml").write_text(BASE, "utf-8")
    hints = [p.hint or "" for p in check_corpus(tmp_path, {"E304"}).problems]
    # 300,000 pairs of ids are compared at most
    assert [hint.startswith("did you mean") for hint in hints] == [True] * 300 + [False] * 10
