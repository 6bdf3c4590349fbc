"""What the checks of 4xx to 7xx find beyond their examples, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcli.checks.circles import circles
from claimcli.checks.running import check_corpus
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


def claim(*fields: str, id: str = "c", statement: str = "Song broke the truce.") -> str:
    lines = (f"  {field}\n" for field in fields)
    return f"- id: {id}\n  scholars: [kim]\n  statement: {statement}\n" + "".join(lines)


OWN = "citation: {source: kim-2013}"


def test_a_work_does_not_report_itself_nor_stand_twice_in_a_chain(tmp_path: Path) -> None:
    own = "claims:\n" + claim(OWN, "via: [{source: kim-2013}]", "quote: x")
    assert found(tmp_path, own, "401") == [("E401", 6)]
    around = "via: [{source: kim-1990}, {source: lee-2001}, {source: kim-1990}]"
    assert found(tmp_path, "claims:\n" + claim(around, "quote: x"), "401") == [("E401", 5)]


@pytest.mark.parametrize(
    ("cited", "via", "expected"),
    [
        ("kim-2013", "[{source: lee-2001}]", [("W403", 6)]),
        ("kim-1990", "[{source: lee-2001}]", []),
        ("kim-1990", "[{source: lee-2001}, {source: kim-2013}]", []),
        ("kim-1990", "[{source: kim-2013}, {source: lee-2001}]", [("W403", 6)]),
        ("undated", "[{source: lee-2001}]", []),
        ("same-year", "[{source: lee-2001}]", []),
        ("reprint", "[{source: lee-2001}]", []),
    ],
)
def test_a_report_is_not_older_than_what_it_reports(
    cited: str, via: str, expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    author = "author: [{family: Kim, given: A.}]"
    base = BASE + (
        f"- {{id: undated, type: book, {author}}}\n"
        f'- {{id: same-year, type: book, {author}, issued: "2001-05"}}\n'
        f'- {{id: reprint, type: book, {author}, issued: "2010", original-date: "1980"}}\n'
    )
    claims = "claims:\n" + claim(f"citation: {{source: {cited}}}", f"via: {via}", "quote: x")
    assert found(tmp_path, claims, "403", base) == expected


@pytest.mark.parametrize(
    ("source", "locator", "expected"),
    [
        ('page: "59-66"', "p. 63", 0),
        ('page: "59-66"', "p. 67", 1),
        ('page: "206-10"', "pp. 209-210", 0),
        ('page: "206-10"', "p. 211", 1),
        ('number-of-pages: "312"', "p. 312", 0),
        ('number-of-pages: "312"', "с. 313", 1),
        ('number-of-pages: "312"', "fol. 400r", 0),
        ('volume: "2"', "p. 4000", 0),
    ],
)
def test_a_page_is_one_of_the_work(
    source: str, locator: str, expected: int, tmp_path: Path
) -> None:
    author = "author: [{family: Kim, given: A.}]"
    base = f"{BASE}- {{id: work, type: article-journal, {author}, {source}}}\n"
    claims = "claims:\n" + claim(f"citation: {{source: work, locator: {locator}}}")
    assert found(tmp_path, claims, "405", base) == [("W405", 5)] * expected


def test_a_circle_is_told_once_and_shown_whole(tmp_path: Path) -> None:
    claims = "claims:\n" + "".join(
        claim(OWN, f"basis: [{{claim: {ground}}}]", id=id, statement=f"It was {id} and {ground}.")
        for id, ground in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))
    )
    told = [p for p in problems(tmp_path, claims) if p.code == "W407"]
    assert [(p.location.line, p.location.column) for p in told] == [(6, 19)]
    assert told[0].message.endswith("a circle: a → b → c → a")


def test_circles_of_arrows() -> None:
    assert list(circles({"a": ["b"], "b": ["c"]})) == []
    assert list(circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []})) == []
    assert list(circles({"x": ["a"], "a": ["b"], "b": ["a"]})) == [["a", "b"]]
    chain = {str(n): [str(n + 1)] for n in range(50_000)}
    assert [len(c) for c in circles({**chain, "50000": ["0"]})] == [50_001]


def test_a_claim_that_qualifies_what_it_disputes(tmp_path: Path) -> None:
    both = "relations: [{qualifies: d}, {disputes: d}]"
    claims = "claims:\n" + claim(OWN, both) + claim(OWN, id="d", statement="Jin broke it.")
    assert found(tmp_path, claims, "409") == [("W409", 6)]
    apart = claims.replace("{disputes: d}", "{revises: d}")
    assert found(tmp_path, apart, "409") == []


def test_every_date_is_read(tmp_path: Path) -> None:
    claims = (
        "id: q\nquestion: Who?\nperiod: 1127/1125\nstances:\n  a: {label: A}\n  b: {label: B}\n"
        "claims:\n"
        + claim(
            *(OWN, "stance: a", "period: 1126-13", "recorded: {by: Ann, date: May 2026}"),
            "checked: {by: Ben, date: 2026-02-30}",
        )
    )
    base = BASE.replace('"1990"', "{date-parts: [[1990, 2, 30]]}")
    told = [
        (p.code, p.location.file, p.location.line, p.location.column, p.hint)
        for p in problems(tmp_path, claims, base)
        if p.code[1] == "5"
    ]
    assert told == [
        ("E502", "a.yaml", 3, 9, "write `1125/1127`"),
        ("E503", "a.yaml", 13, 11, "write a date as `1127`, `1127-03-20`, `1125/1142`, "
         "`1120~` or `11XX`"),
        ("E501", "a.yaml", 14, 29, "write `2026-05`"),
        ("E503", "a.yaml", 15, 28, "where the day is not known write `2026-02`"),
        ("E503", "z.yaml", 6, 87, "where the day is not known write `1990-02`"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "statement", "code"),
    [
        (" ".join(["word"] * 25), "Song broke the truce.", []),
        (" ".join(["word"] * 26), "Song broke the truce.", ["I601"]),
        (" […] ".join(["some of the words"] * 6), "Song broke the truce.", []),
        ("金" * 50, "Song broke the truce.", []),
        ("金" * 51, "Song broke the truce.", ["I601"]),
        ("song BROKE the 'truce'", "Then Song broke the truce again.", ["W602"]),
        ("Song broke it", "Song broke it.", []),
        ("one two three four five six", "Zero one two three four five, seven six.", []),
        ("zero one two three four five six", "One two three four five six seven.", ["I609"]),
        ("broke the truce with", "Song broke the truce without need.", []),
        ("“Song […] broke the truce”", "Song broke the truce.", ["W602"]),
    ],
)
def test_quotes_are_short_and_not_the_statement(
    quote: str, statement: str, code: list[str], tmp_path: Path
) -> None:
    claims = "claims:\n" + claim(OWN, f'quote: "{quote}"', statement=statement)
    assert [c for c, _ in found(tmp_path, claims, "60")] == code


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Воpобьев", ("W607", "write 'Воробьев' in Cyrillic letters only")),
        ("Vorоb'ev", ("W607", "write 'Vorob' in Latin letters only")),
        ("Vorobьev", ("W607", "look at each of its letters")),
        ("XIX век, Jin-империя", None),
        ("й is a letter", None),
        ("и\u0306 is two", ("W606", "type the word again, or turn the file into the form NFC")),
        ("\u212a", ("W606", "type the word again, or turn the file into the form NFC")),
        ("שלום and \u200f a mark", None),
        ("\ue123", ("W608", None)),
        ("a\u00adb", ("W605", None)),
    ],
)
def test_characters_that_are_not_what_they_seem(
    note: str, told: tuple[str, str | None] | None, tmp_path: Path
) -> None:
    all_given = problems(tmp_path, "claims:\n" + claim(OWN, f"note: {note}"))
    given = [p for p in all_given if p.code[1] == "6"]
    assert [p.code for p in given] == ([told[0]] if told else [])
    if told and told[1]:
        assert given[0].hint == told[1]


def test_characters_are_looked_at_in_every_kind_of_record(tmp_path: Path) -> None:
    odd = '"a\\ab"'
    claims = (
        f"title: {odd}\nquestion: {odd}\nid: q\nstances:\n  a: {{label: {odd}}}\n"
        f"claims:\n{claim(OWN, 'stance: a', f'tags: [{odd}]')}"
        f"  basis: [{{source: lee-2001, locator: {odd}}}]\n"
        f"names:\n- id: n\n  name: Song\n  kind: state\n  spellings: [{{value: {odd}}}]\n"
    )
    base = BASE.replace("B.}", f"{odd}}}").replace("Alexander Kim", odd)
    told = [
        (p.location.file, p.location.line, p.location.column)
        for p in problems(tmp_path, claims, base)
        if p.code == "E603"
    ]
    assert told == [
        *(("a.yaml", line, column) for line, column in ((1, 8), (2, 11), (5, 14), (12, 10))),
        *(("a.yaml", line, column) for line, column in ((13, 39), (18, 23))),
        *(("z.yaml", line, column) for line, column in ((2, 19), (7, 60))),
    ]


DUPLICATES = ("701", "702")
SAID = "The night attack by which Song broke the truce opened the second war."


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (SAID, ["W701"]),
        (SAID.upper().replace(".", "!").capitalize(), ["W701"]),
        (SAID.replace("opened", "began"), ["W702"]),
        (SAID.replace("attack", "atack"), ["W702"]),
        (SAID.replace("broke", "did not break"), []),
        (SAID.replace("Song", "Jin"), []),
        (SAID.replace("second", "first"), []),
        (SAID.replace("night attack", "attack of 1126"), []),
        ("Hunger, and no attack by Song, opened the second war of the two empires.", []),
    ],
)
def test_claims_that_say_the_same(other: str, code: list[str], tmp_path: Path) -> None:
    claims = "claims:\n" + claim(OWN, statement=SAID) + claim(OWN, id="d", statement=other)
    assert [c for c, _ in found(tmp_path, claims, DUPLICATES)] == code


def test_the_same_from_another_holder_or_work_or_question_is_no_duplicate(tmp_path: Path) -> None:
    first = "claims:\n" + claim(OWN, statement=SAID)
    other_work = claim("citation: {source: kim-1990}", id="d", statement=SAID)
    other_holder = claim("via: [{source: kim-2013}]", "quote: x", id="d", statement=SAID)
    assert found(tmp_path, first + other_work, DUPLICATES) == []
    assert found(tmp_path, first + other_holder.replace("[kim]", "[many]"), DUPLICATES) == []
    assert [c for c, _ in found(tmp_path, first + other_holder, DUPLICATES)] == ["W701"]
    question = "id: q\nquestion: Who?\nstances:\n  a: {label: A}\n  b: {label: B}\n"
    (tmp_path / "q.yaml").write_text(
        question + "claims:\n" + claim(OWN, "stance: none", id="d", statement=SAID)
    )
    assert [c for c, _ in found(tmp_path, first, DUPLICATES)] == []


def test_answers_hold_a_stance(tmp_path: Path) -> None:
    question = (
        "id: q\nquestion: Who?\nstances:\n  a: {label: A}\n  b: {label: B}\n  c: {label: C}\n"
    )
    claims = question + "claims:\n" + claim(OWN, "stance: a", "answers: [q/b]")
    assert found(tmp_path, claims, "704") == [("I704", 6)]


def test_nothing_is_called_unused_that_a_broken_record_may_use(tmp_path: Path) -> None:
    claims = "claims:\n" + claim(OWN, "basis: [{source: lee-2001}, {source: kim-1990}]")
    assert found(tmp_path, claims, "707") == []
    broken = claims + "  qoute: x\n"
    assert found(tmp_path, broken, "707") == []
    assert found(tmp_path, broken.replace("lee-2001", "kim-2013"), "707") == [("I707", 7)]


def test_a_name_occurs_in_any_spelling_case_or_plural(tmp_path: Path) -> None:
    names = "names:\n" + "".join(
        f"- id: n{number}\n  name: {name}\n  kind: term\n"
        for number, name in enumerate(("song", "the Truce", "Jurchen", "Tangut", "金"))
    )
    said = claim(OWN, statement="Song broke the truce with the Jurchens of 金朝.")
    assert found(tmp_path, "claims:\n" + said + names, "708") == [("I708", 17)]
