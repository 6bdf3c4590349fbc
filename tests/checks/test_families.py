"""What the checks of 4xx to 7xx find beyond their examples, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import BASE, OWN, claim, found, problems
from support import cases

from claimcli.checks.circles import circles


def test_a_work_does_not_report_itself_nor_stand_twice_in_a_chain(tmp_path: Path) -> None:
    own = "claims:\n" + claim(OWN, "via: [{source: kim-2013}]", "quote: x")
    assert found(tmp_path, own, "401") == [("E401", 6)]
    around = "via: [{source: kim-1990}, {source: lee-2001}, {source: kim-1990}]"
    assert found(tmp_path, "claims:\n" + claim(around, "quote: x"), "401") == [("E401", 5)]


@cases(
    ("cited", "via", "expected"),
    [
        ("kim-2013", "[{source: lee-2001}]", [("W403", 6)]),
        ("kim-1990", "[{source: lee-2001}]", []),
        ("kim-1990", "[{source: lee-2001}, {source: kim-2013}]", []),
        ("kim-1990", "[{source: kim-2013}, {source: lee-2001}]", [("W403", 6)]),
        ("undated", "[{source: lee-2001}]", []),
        ("kim-1990", "[{source: undated}]", []),
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


@cases(
    ("source", "locator", "expected"),
    [
        ('page: "59-66"', "p. 63", 0),
        ('page: "59-66"', "p. 67", 1),
        ('page: "206-10"', "pp. 209-210", 0),
        ('page: "206-10"', "p. 211", 1),
        ('page: "206-10"', "p. 205", 1),
        ('page: "59-66"', "pp. 59-66", 0),
        ('page: "59-66"', "pp. 63-67", 1),
        ('page: "59-66"', "pp. 58–60", 1),
        ('page: "206-10"', "pp. 208-9", 0),
        ('page: "206-10"', "pp. 208-11", 1),
        ('page: "59-66"', "pp. 65-3", 0),
        ('page: "63"', "p. 64", 0),  # it may be the first of several
        ('page: "63-63"', "p. 64", 1),
        ('page: "99-1010"', "pp. 99-1000", 0),
        ('page: "99-1010"', "p. 1011", 1),
        ('number-of-pages: "312"', "pp. 310-12", 0),
        ('number-of-pages: "312"', "pp. 310-13", 1),
        ('number-of-pages: "0"', "p. 1", 0),
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


@pytest.mark.parametrize(
    ("locator", "told"),
    [
        ("p. 70", "page 70 of 'work', which stands on pages 59-66"),
        ("pp. 63-70", "page 70 of 'work', which stands on pages 59-66"),
        ("pp. 57-70", "page 57 of 'work', which stands on pages 59-66"),
    ],
)
def test_the_first_page_that_the_work_does_not_have_is_named(
    locator: str, told: str, tmp_path: Path
) -> None:
    base = f'{BASE}- {{id: work, type: chapter, author: [{{family: Kim}}], page: "59-66"}}\n'
    claims = "claims:\n" + claim(f"citation: {{source: work, locator: {locator}}}")
    assert [p.message for p in problems(tmp_path, claims, base) if p.code == "W405"] == [told]


@cases(
    ("locator", "spans"),
    [
        ("pp. 20-10", ["20-10"]),
        ("pp. 20–10", ["20–10"]),
        ("p. 20-10", ["20-10"]),
        ("S. 120-116", ["120-116"]),
        ("с. 20 - 10", ["20 - 10"]),
        ("'vol. 2, pp. 20-10'", ["20-10"]),
        ("'pp. 5-7, 20-10, 40-30'", ["20-10", "40-30"]),
        ("pp. 208-7", ["208-7"]),
        ("pp. 208-11", []),
        ("pp. 208-9", []),
        ("pp. 10-10", []),
        ("'pp. 20, 10'", []),
        ("p. 3-1", []),  # the first page of a third chapter
        ("ch. 20-10", []),
        ("pp. 20-10a", []),
        ("app. 20-10", []),
    ],
)
def test_pages_do_not_lead_back(locator: str, spans: list[str], tmp_path: Path) -> None:
    claims = "claims:\n" + claim(f"citation: {{source: kim-2013, locator: {locator}}}")
    told = [p for p in problems(tmp_path, claims) if p.code == "W412"]
    assert [p.message for p in told] == [f"the pages {s} end before they begin" for s in spans]
    assert {(p.location.line, p.location.column) for p in told} <= {(5, 41)}


def test_a_flawed_scholar_is_no_work_with_pages(tmp_path: Path) -> None:
    base = BASE.replace("kind: person}", "kind: person, scool: x}")
    claims = "claims:\n" + claim("citation: {source: kim, locator: p. 3}")
    told = problems(tmp_path, claims, base)
    errors = [(p.code, p.location.file) for p in told if p.code[0] == "E"][:2]
    assert errors == [("E302", "a.yaml"), ("E203", "z.yaml")]


def test_a_circle_is_told_once_and_shown_whole(tmp_path: Path) -> None:
    claims = "claims:\n" + "".join(
        claim(OWN, f"basis: [{{claim: {ground}}}]", id=id, statement=f"It was {id} and {ground}.")
        for id, ground in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))
    )
    told = [p for p in problems(tmp_path, claims) if p.code == "W407"]
    assert [(p.location.line, p.location.column) for p in told] == [(6, 19)]
    assert told[0].message.endswith("a circle: a → b → c → a")


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (7, "c0 → c1 → c2 → c3 → c4 → c5 → c6 → c0"),
        (8, "c0 → c1 → c2 → c3 → c4 → c5 → … → c0"),
    ],
)
def test_a_circle_of_more_than_seven_is_shown_in_part(
    size: int, shown: str, tmp_path: Path
) -> None:
    claims = "claims:\n" + "".join(
        claim(OWN, f"basis: [{{claim: c{(n + 1) % size}}}]", id=f"c{n}", statement=f"It was {n}.")
        for n in range(size)
    )
    told = [p.message for p in problems(tmp_path, claims) if p.code == "W407"]
    assert told == [f"these claims rest on each other in a circle: {shown}"]


@pytest.mark.slow
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


@cases(
    ("recorded", "checked", "told"),
    [
        ("2026-05-02", "2026-05-02", 0),  # on the day it was made
        ("2026-05-02", "2026-05-01", 1),
        ("2026-05-02", "2026-05-03", 0),
        ("2026-05-31", "2026-06-01", 0),
        ("2026-06-01", "2026-05-31", 1),
        ("2026-05", "2026-05-01", 0),  # it may have been made on the first
        ("2026-05-31", "2026-05", 0),  # it may have been checked on the last
        ("2026-05", "2026-04", 1),
        ("2026", "2026-01-01", 0),
        ("2026", "2025-12-31", 1),
        ("2026-05-01/2026-05-03", "2026-05-02", 0),
        ("2026-05-02/2026-05-03", "2026-05-01", 1),
        ("2024-02-29", "2024-02-28", 1),
    ],
)
def test_a_record_is_checked_no_sooner_than_it_is_made(
    recorded: str, checked: str, told: int, tmp_path: Path
) -> None:
    stamps = (f"recorded: {{by: Ann, date: {recorded}}}", f"checked: {{by: Ben, date: {checked}}}")
    claims = "claims:\n" + claim(OWN, *stamps)
    assert found(tmp_path, claims, "505") == [("W505", 7)] * told


@cases(
    ("issued", "original", "told"),
    [("1975", "1975", 0), ("1975", "1976", 1), ("1976", "1975", 0), ("1975", "1975-06", 0)],
)
def test_an_original_comes_out_no_later_than_what_is_cited(
    issued: str, original: str, told: int, tmp_path: Path
) -> None:
    dates = f'issued: "{issued}", original-date: "{original}"'
    base = f"{BASE}- {{id: w, type: book, author: [{{family: Kim}}], {dates}}}\n"
    assert [code for code, _ in found(tmp_path, "claims:\n" + claim(OWN), "506", base)] == (
        ["W506"] * told
    )


_NOTHING = "delete it; no program can tell what was meant by it"


@cases(
    ("note", "told"),
    [
        ("Воpобьев", ("W607", "write 'Воробьев' in Cyrillic letters only")),
        ("Vorоb'ev", ("W607", "write 'Vorob' in Latin letters only")),
        ("Vorobьev", ("W607", "look at each of its letters")),
        ("XIX век, Jin-империя", None),
        ("й is a letter", None),
        ("и\u0306 is two", ("W606", "type the word again, or turn the file into the form NFC")),
        ("a\u2000wide space", ("W606", "write a plain space")),
        ("\u212a", ("W606", "type the word again, or turn the file into the form NFC")),
        ("שלום and \u200f a mark", None),
        ("\ue123", ("W608", None)),
        *[(f"a{c}b", ("W608", _NOTHING)) for c in "\ufdd0\ufdef\U0001fffe\U0010ffff"],
        *[(f'"a\\u{code}b"', ("W608", _NOTHING)) for code in ("FFFE", "ffff")],
        *[("a\ufdf0b", None), ("a\U0001fffdb", None), ("a\ufeffb", ("W605", None))],
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


def test_the_word_that_is_not_in_normal_form_is_named(tmp_path: Path) -> None:
    told = problems(tmp_path, "claims:\n" + claim(OWN, "note: written in Franc\u0327ais by one"))
    assert [p.message for p in told if p.code == "W606"] == [
        "'Fran\u00e7ais' is not written in Unicode's normal form: "
        "U+0063 + U+0327 stands for U+00E7 (\u00e7)"
    ]


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
