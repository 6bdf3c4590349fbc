"""The catalogue of codes against the code that uses them, and its examples against themselves."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

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
    "E102": (5, 44),
    "E103": (5, 24),
    "E105": (5, 2),
    "E106": (5, 1),
    "E107": (5, 34),
    "E108": (5, 14),
    "E109": (6, 9),
    "E110": (5, 14),
    "E111": (6, 3),
    "E112": (5, 14),
    "E113": (5, 14),
    "E114": (6, 56),
    "E115": (6, 1),
    "W116": (1, 1),
    "I117": (1, 8),
    "W118": (2, 21),
    "E119": (6, 3),
    "E120": (43, 1),
    "E121": (1, 1),
    "W122": (5, 31),
    "E123": (19, 1),
    "E201": (1, 1),
    "W202": (1, 1),
    "E203": (6, 3),
    "E204": (2, 3),
    "E205": (3, 13),
    "E206": (2, 7),
    "E207": (6, 10),
    "E208": (6, 14),
    "E209": (6, 11),
    "E210": (2, 3),
    "E211": (14, 3),
    "E212": (6, 11),
    "E213": (2, 7),
    "E214": (2, 9),
    "W215": (10, 3),
    "E216": (10, 24),
    "W217": (9, 9),
    "E218": (1, 1),
    "E301": (3, 19),
    "E302": (6, 20),
    "E303": (6, 26),
    "E304": (18, 11),
    "E305": (6, 13),
    "E306": (5, 22),
    "E307": (3, 14),
    "E401": (5, 38),
    "W402": (5, 18),
    "W403": (6, 18),
    "I404": (5, 3),
    "W405": (5, 41),
    "E406": (6, 19),
    "W407": (6, 19),
    "E408": (3, 10),
    "W409": (8, 15),
    "W410": (6, 3),
    "W411": (19, 26),
    "W412": (5, 41),
    "E501": (6, 11),
    "E502": (6, 11),
    "E503": (6, 11),
    "W504": (10, 17),
    "W505": (7, 28),
    "W506": (11, 18),
    "I601": (6, 10),
    "W602": (4, 14),
    "E603": (6, 9),
    "E604": (6, 22),
    "W605": (6, 9),
    "W606": (6, 9),
    "W607": (6, 9),
    "W608": (6, 9),
    "I609": (4, 14),
    "W701": (8, 14),
    "W702": (8, 14),
    "W703": (11, 9),
    "I704": (6, 3),
    "I705": (3, 1),
    "I706": (2, 7),
    "I707": (2, 7),
    "I708": (8, 9),
    "W709": (6, 22),
}


def stored(text: str, saved: str) -> bytes:
    if saved == "crlf":
        return text.replace("\n", "\r\n").encode()
    if saved == "mixed":
        return text.replace("\n", "\r\n", 1).encode()
    return text.encode(saved)


def problems_of(root: Path, content: bytes) -> list[Problem]:
    shutil.copytree(BESIDE, root, dirs_exist_ok=True)
    (root / EXAMPLE).write_bytes(content)
    return list(check_corpus(root).problems)


def test_the_corpus_beside_the_examples_is_faultless() -> None:
    checked = check_corpus(BESIDE)
    assert checked.problems == ()
    # 3 scholars, 3 sources, a question and its 3 claims
    assert checked.records == 10


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_the_example_has_its_problem_where_it_was_counted(code: Check, tmp_path: Path) -> None:
    found = problems_of(tmp_path, stored(code.example, code.saved))
    places = [
        (problem.location.file, problem.location.line, problem.location.column)
        for problem in found
        if problem.code == code.code
    ]
    assert places == [(EXAMPLE, *POSITIONS[code.code])]


@pytest.mark.parametrize("code", [c for c in SHOWN if c.code != "E120"], ids=lambda code: code.code)
def test_the_example_has_no_other_problem(code: Check, tmp_path: Path) -> None:
    found = problems_of(tmp_path, stored(code.example, code.saved))
    assert [problem.code for problem in found] == [code.code]


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_the_mended_example_has_no_problem(code: Check, tmp_path: Path) -> None:
    assert problems_of(tmp_path, code.mended.encode()) == []


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
