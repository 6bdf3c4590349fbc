"""The catalogue of codes against the code that uses them, and its examples against themselves."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from support import cases

from claimcli.checks.catalogue import CATALOGUE, FAMILIES
from claimcli.checks.check import Check
from claimcli.checks.inspection import check_corpus
from claimcli.problems import Problem

BESIDE = Path(__file__).parents[1] / "corpora" / "examples"
SOURCES = Path(__file__).parents[2] / "src" / "claimcli"
EXAMPLE = "z-example.yaml"  # read after everything else

SHOWN = [code for code in CATALOGUE.values() if code.shown]

# Counted by hand in the examples: line and column of the one problem that each is there for.
POSITIONS = {
    "E102": (6, 44),
    "E103": (6, 24),
    "E105": (6, 2),
    "E106": (6, 1),
    "E107": (6, 34),
    "E108": (6, 14),
    "E109": (7, 9),
    "E110": (6, 14),
    "E111": (7, 3),
    "E112": (6, 14),
    "E113": (6, 14),
    "E114": (7, 56),
    "E115": (7, 1),
    "W116": (1, 1),
    "I117": (1, 8),
    "W118": (2, 21),
    "E119": (7, 3),
    "E120": (43, 1),
    "E121": (1, 1),
    "W122": (6, 31),
    "E123": (21, 1),
    "E201": (1, 1),
    "W202": (1, 1),
    "E203": (7, 3),
    "E204": (2, 3),
    "E205": (3, 13),
    "E206": (2, 7),
    "E207": (6, 10),
    "E208": (7, 14),
    "E209": (7, 11),
    "E210": (2, 3),
    "E211": (15, 3),
    "E212": (7, 11),
    "E213": (2, 7),
    "E214": (2, 9),
    "W215": (11, 3),
    "E216": (11, 24),
    "W217": (10, 9),
    "E218": (1, 1),
    "I219": (12, 3),
    "E301": (3, 19),
    "E302": (7, 20),
    "E303": (7, 26),
    "E304": (20, 11),
    "E305": (7, 13),
    "E306": (5, 22),
    "E307": (3, 14),
    "E401": (5, 38),
    "W402": (5, 18),
    "W403": (6, 18),
    "I404": (5, 3),
    "W405": (5, 41),
    "E406": (7, 19),
    "W407": (7, 19),
    "E408": (3, 10),
    "W409": (9, 15),
    "W410": (7, 3),
    "W411": (21, 26),
    "W412": (5, 41),
    "I413": (5, 3),
    "I414": (2, 1),
    "E501": (7, 11),
    "E502": (7, 11),
    "E503": (7, 11),
    "W504": (11, 17),
    "W505": (8, 28),
    "W506": (12, 18),
    "I601": (6, 10),
    "I602": (4, 14),
    "E603": (7, 9),
    "E604": (7, 22),
    "W605": (7, 9),
    "W606": (7, 9),
    "W607": (7, 9),
    "W608": (7, 9),
    "I609": (4, 14),
    "W701": (9, 14),
    "W702": (9, 14),
    "W703": (12, 9),
    "I704": (6, 3),
    "I705": (3, 1),
    "I706": (2, 7),
    "I707": (2, 7),
    "I708": (9, 9),
    "W709": (7, 22),
    "I710": (2, 7),
}


def stored(text: str, saved: str) -> bytes:
    if saved == "crlf":
        return text.replace("\n", "\r\n").encode()
    if saved == "mixed":
        return text.replace("\n", "\r\n", 1).encode()
    return text.encode(saved)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BESIDE, tmp_path / "root"))


def problems_of(root: Path, content: bytes) -> list[Problem]:
    (root / EXAMPLE).write_bytes(content)
    return list(check_corpus(root).problems)


def test_the_corpus_beside_the_examples_is_faultless() -> None:
    checked = check_corpus(BESIDE)
    assert checked.problems == ()
    # 3 scholars, 3 sources, a question and its 3 claims
    assert checked.records == 10


@cases("code", SHOWN)
def test_the_example_has_its_problem_where_it_was_counted_and_no_other(
    code: Check, root: Path
) -> None:
    found = problems_of(root, stored(code.example, code.saved))
    places = [
        (problem.location.file, problem.location.line, problem.location.column)
        for problem in found
        if problem.code == code.code
    ]
    assert places == [(EXAMPLE, *POSITIONS[code.code])]
    if code.code != "E120":
        assert [problem.code for problem in found] == [code.code]


@cases("code", SHOWN)
def test_the_mended_example_has_no_problem(code: Check, root: Path) -> None:
    assert problems_of(root, code.mended.encode()) == []


def codes_in_use() -> set[str]:
    """The codes that stand in the source, but for where they are explained."""
    used = re.compile(r'(?<!code=)"([EWI]\d{3})"')
    return {code for p in SOURCES.rglob("*.py") for code in used.findall(p.read_text("utf-8"))}


def test_every_code_in_use_is_explained_and_no_other() -> None:
    assert codes_in_use() == set(CATALOGUE)


def test_every_example_is_that_of_a_code() -> None:
    names = [f"{c.code}.{'yaml' if c.shown else 'txt'}" for c in CATALOGUE.values()]
    for side in ("wrong", "mended"):
        found = (SOURCES / "checks" / "examples" / side).iterdir()
        assert sorted(path.name for path in found) == sorted(names)


def test_no_number_is_used_twice() -> None:
    assert len({code[1:] for code in CATALOGUE}) == len(CATALOGUE)


def test_every_code_is_of_a_family_and_says_what_it_means() -> None:
    for code, entry in CATALOGUE.items():
        assert code == entry.code
        assert int(code[1]) in FAMILIES
        assert entry.title
        assert entry.explanation.endswith(".")
