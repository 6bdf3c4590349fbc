"""`claimcli cite`: what is to be copied under a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CORPORA, Run, cases


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(CORPORA / "held"))


ARCHER = "Ann Archer, The Two Towns (Easton: Bridge Press, 2000)"


def test_notes_one_line_for_each_never_folded(run: Run) -> None:
    ran = run("cite", "hundred-years", "shared", "unread")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"B. Vorob'ev, Goroda (1975), 12, cited in {ARCHER}, 1.",
        f"{ARCHER}, 1.",
        "“the clerk of the bridge,” cited in U. Unread, Unread (1950).",
    ]


def test_author_date(run: Run) -> None:
    ran = run("cite", "hundred-years", "shared", "--style", "author-date")
    assert ran.out.splitlines() == [
        "(Vorob'ev 1975, 12, cited in Archer 2000, 1)",
        "(Archer 2000, 1)",
    ]


def test_a_bibliography_is_sorted_and_has_each_work_once(run: Run) -> None:
    ran = run("cite", "toll-roll", "hundred-years", "riders-at-dawn", "--style", "bibliography")
    assert ran.out.splitlines() == [
        "Archer, Ann. The Two Towns. Easton: Bridge Press, 2000.",
        "The Toll Roll.",
        "Vorob'ev, B. Goroda. 1975.",
    ]


def test_json(run: Run) -> None:
    assert run("cite", "toll-roll", "hundred-years", "--style", "bibliography", "--json").json == [
        {
            "id": "archer-2000",
            "style": "bibliography",
            "text": "Archer, Ann. The Two Towns. Easton: Bridge Press, 2000.",
        },
        {"id": "toll-roll", "style": "bibliography", "text": "The Toll Roll."},
        {"id": "vorobev-1975", "style": "bibliography", "text": "Vorob'ev, B. Goroda. 1975."},
    ]
    assert run("cite", "shared", "--json").json == [
        {"id": "shared", "style": "note", "text": f"{ARCHER}, 1."}
    ]


def test_sources_are_cited_as_a_whole(run: Run) -> None:
    assert run("cite", "archer-2000", "toll-roll").out == f"{ARCHER}.\nThe Toll Roll.\n"
    assert run("cite", "archer-2000", "--style", "author-date").out == "(Archer 2000)\n"


def test_markdown_sets_titles_in_italics_in_paragraphs(run: Run) -> None:
    ran = run("cite", "toll-roll", "vorobev-1975", "--style", "bibliography", "--format", "md")
    assert ran.out == "*The Toll Roll*.\n\nVorob'ev, B. *Goroda*. 1975.\n"


def test_a_question_stands_for_its_claims(run: Run) -> None:
    assert len(run("cite", "bridge", "--json").json) == 9
    works = run("cite", "bridge", "--style", "bibliography", "--json").json
    assert [work["id"] for work in works] == [
        "archer-2000",
        "smith-1980",
        "unread-1950",
        "vorobev-1975",
    ]


def test_the_same_id_twice_is_cited_once(run: Run) -> None:
    assert run("cite", "toll-roll", "toll-roll").out == "The Toll Roll.\n"


def test_csv_has_columns(run: Run) -> None:
    ran = run("cite", "toll-roll", "--format", "csv", "--fields", "text,id")
    assert ran.out == "text,id\nThe Toll Roll.,toll-roll\n"


UNDECLARED = """\
title: A work that nobody declared
format: 1
scholars: [{id: ann, name: Ann, kind: person}]
references: [{id: known-1990, type: book, title: Known, issued: '1990'}]
claims:
- id: told
  scholars: [ann]
  statement: It was so.
  citation: {source: lost-1980, locator: p. 3}
  via: [{source: known-1990}]
"""


@pytest.fixture
def with_a_lost_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus.yaml").write_text(UNDECLARED)
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path))


@pytest.mark.usefixtures("with_a_lost_work")
@pytest.mark.parametrize(
    ("style", "printed", "instead"),
    [
        ("bibliography", "Known. 1990.\n", "left out"),
        ("note", "lost-1980, p. 3, cited in Known (1990).\n", "cited by its id"),
        ("author-date", "(lost-1980, p. 3, cited in Known 1990)\n", "cited by its id"),
    ],
)
def test_a_work_that_is_not_declared_is_not_lost_in_silence(
    run: Run, style: str, printed: str, instead: str
) -> None:
    ran = run("cite", "told", "--style", style)
    assert (ran.code, ran.out) == (0, printed)
    assert ran.err.splitlines()[0] == (
        f"source 'lost-1980' is not declared, and {instead}; `claimcli check` tells where"
    )
    assert run("cite", "lost-1980", "--style", style).code == 2  # here it is the caller's mistake


ALIKE = """\
title: Works of one name and year
format: 1
references:
- {id: badian-1958-a, type: book, title: Zeta, author: [{family: Badian}], issued: '1958'}
- {id: badian-1958-b, type: book, title: Eta, author: [{family: Badian}], issued: '1958'}
- {id: ann-1999, type: book, title: Eta, author: [{family: Smith, given: Ann}], issued: '1999'}
- {id: bob-1999, type: book, title: Eta, author: [{family: Smith, given: Bob}], issued: '1999'}
- {id: ward, type: book, title: Eta, author: [{family: Ward}], issued: {literal: spring 2004}}
scholars: [{id: badian, name: E. Badian, kind: person}]
claims:
- id: so
  scholars: [badian]
  statement: It was so.
  citation: {source: badian-1958-a, locator: p. 3}
"""


@pytest.fixture
def alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus.yaml").write_text(ALIKE)
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path))


@pytest.mark.usefixtures("alike")
@pytest.mark.parametrize("cache", [(), ("--no-cache",)])
def test_works_of_one_name_and_year_are_told_apart(run: Run, cache: tuple[str, ...]) -> None:
    ids = ("badian-1958-a", "badian-1958-b", "ann-1999", "bob-1999", "ward")
    assert run("cite", *ids, "--style", "author-date", *cache).out.splitlines() == [
        "(Badian 1958b)",
        "(Badian 1958a)",
        "(A. Smith 1999)",
        "(B. Smith 1999)",
        "(Ward, spring 2004)",
    ]
    assert run("cite", *ids, "--style", "author-date-bibliography", *cache).out.splitlines() == [
        "Badian. 1958a. Eta.",
        "Badian. 1958b. Zeta.",
        "Smith, Ann. 1999. Eta.",
        "Smith, Bob. 1999. Eta.",
        "Ward. Spring 2004. Eta.",
    ]
    assert "Badian 1958b, p. 3" in run("search", "so", *cache).out


@pytest.mark.usefixtures("alike")
def test_the_letter_of_a_year_hinders_no_search(run: Run) -> None:
    [hit] = run("search", "1958", "--json").json
    assert hit["citation"]["text"] == "Badian 1958b, p. 3"
    assert [match["text"] for match in hit["matches"]] == ["1958"]
    [hit] = run("search", "Badian 1958b", "--json").json
    assert {match["text"] for match in hit["matches"]} == {"Badian", "1958b"}
    assert run("search", "Badian 1958a", "--json").json == []


@pytest.mark.usefixtures("alike")
def test_a_date_in_words_has_no_year(run: Run) -> None:
    ward = run("show", "ward", "--json").json
    assert (ward["text"], ward["issued"], ward["year"]) == ("Ward, spring 2004", None, None)


@pytest.mark.usefixtures("alike")
def test_an_author_stands_as_in_an_index(run: Run) -> None:
    assert "author  Smith, Ann\n" in run("show", "ann-1999").out


@cases(
    ("arguments", "message"),
    [
        (["toll-rol"], "no record 'toll-rol'; did you mean 'toll-roll'?"),
        (["ann"], "'ann' is a scholar; cite takes claims, sources and questions"),
        (["shared", "--style", "notes"], "no style 'notes'; did you mean 'note'?"),
        ([], "Missing argument 'ID...'"),
    ],
)
def test_the_callers_mistakes(run: Run, arguments: list[str], message: str) -> None:
    ran = run("cite", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
