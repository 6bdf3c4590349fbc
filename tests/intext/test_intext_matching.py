"""Which source record a citation means."""

from __future__ import annotations

import sys
from functools import partial
from types import FrameType

import pytest
from support import cases

from claimcli.citations import short
from claimcli.intext import InTextCitation, citations, known_author, matches, sources_of
from claimcli.model import Creator, Source

DOE = Source(
    id="doe-1975",
    type="book",
    title="The rivers",
    author=(Creator("Vorob'ev", "M. V."),),
    issued="1975",
)
PAIR = Source(
    id="pair-1973",
    type="book",
    author=(Creator("Okladnikov", "A. P."), Creator("Derevianko", "A.")),
    issued="1973-05",
)
HISTORY = Source(id="history-1974", type="book", title="Istoriia Kitaia s drevnosti", issued="1974")
TWO_WORDS = Source(id="two-1974", type="book", title="Reki Vostoka", issued="1974")
CHINESE = Source(
    id="ye-1979", type="book", author=(Creator("Ye", "Lunli"),), issued="1979", original_date="1247"
)
LITERAL = Source(id="bureau", type="book", author=(Creator(literal="Bureau of Rivers"),))
ALL = [DOE, PAIR, HISTORY, TWO_WORDS, CHINESE, LITERAL]


def cited(text: str) -> InTextCitation:
    ((found,),) = (parenthesis.cited for parenthesis in citations(text))
    return found


@cases(
    ("text", "source"),
    [
        ("(M. Vorob`ev, 1975)", "doe-1975"),
        ("(M. Vorob’ev, 1975, p. 116)", "doe-1975"),
        ("(M.V. Vorobev 1975a)", "doe-1975"),
        ("(Vorob'ev, M., 1975)", "doe-1975"),
        ("(VOROB'EV 1975)", "doe-1975"),
        ("(Mikhail Vorob'ev, 1975)", "doe-1975"),
        ("(A. Okladnikov, A. Derevianko, 1973)", "pair-1973"),
        ("(Okladnikov et al. 1973)", "pair-1973"),
        ("(Istoriia Kitaia, 1974, p. 106)", "history-1974"),
        ("(Reki Vostoka, 1974)", "two-1974"),  # it has the shape of a name
        ("(Ye Lunli, 1979)", "ye-1979"),
        ("(Lunli Ye, 1979)", "ye-1979"),
    ],
)
def test_one_source_is_meant(text: str, source: str) -> None:
    assert [found.id for found in sources_of(cited(text), ALL)] == [source]


@cases(
    "text",
    [
        "(E. Vorob'ev, 1975)",  # another man
        "(M. Vorob'ev, 1983)",
        "(A. Okladnikov, 1973)",  # the other author is missing
        "(A. Derevianko, A. Okladnikov, 1973)",
        "(Istoriia Kitaia, 1959)",
        "(Istoriia Kitaia s pozdneishikh vremen, 1974)",
        "(Lunli, 1979)",
        "(M. Vorob'ev, n.d.)",
    ],
)
def test_no_source_is_meant(text: str) -> None:
    assert sources_of(cited(text), ALL) == []


def test_two_sources_that_a_text_does_not_tell_apart() -> None:
    a = Source(id="a", type="book", author=(Creator("Roe", "J."),), issued="1990")
    b = Source(id="b", type="book", author=(Creator("Roe", "Jane"),), issued="1990")
    assert sources_of(cited("(J. Roe, 1990)"), [a, b]) == [a, b]


def test_a_letter_after_the_year_counts_where_the_record_has_one() -> None:
    marked = Source(
        id="r", type="book", author=(Creator("Roe"),), issued="1990", csl={"year-suffix": "b"}
    )
    assert matches(cited("(Roe 1990b)"), marked)
    assert not matches(cited("(Roe 1990a)"), marked)


def test_an_original_date_is_a_year_of_the_work() -> None:
    old = Source(id="o", type="book", author=(Creator("Roe"),), issued="1990", original_date="1904")
    assert matches(cited("(Roe 1904)"), old)
    assert matches(cited("(Roe [1904] 1990)"), old)


def by(family: str, given: str, year: str) -> Source:
    return Source(id=family, type="book", author=(Creator(family, given),), issued=year)


IN_SCRIPTS = [
    by("Vorob'ev", "M. V.", "1975"),
    by("Zhang", "Jue", "1980"),
    by("王", "曾瑜", "1990"),
    by("Кычанов", "Е. И.", "1991"),
    by("Tao", "Jing-shen", "1976"),
    Source(id="jin-shi", type="book", title="Jin shi", issued="1977"),
    HISTORY,
]


@cases(
    ("text", "source"),
    [
        ("(Воробьев, 1975)", "Vorob'ev"),
        ("(М. В. Воробьёв, 1975. С. 116)", "Vorob'ev"),
        ("(Vorobyov 1975)", "Vorob'ev"),  # another romanization
        ("（張覺，1980）", "Zhang"),
        ("（张觉，1980）", "Zhang"),
        ("(Chang Chüeh 1980)", "Zhang"),
        ("(Wang Zengyu 1990)", "王"),
        ("(王曾瑜 1990, 3)", "王"),
        ("(王 1990, 3)", "王"),  # as it is cited here
        ("（張 1980）", "Zhang"),
        ("(Ван Цзэнъюй, 1990)", "王"),
        ("(Kychanov 1991)", "Кычанов"),
        ("(E. I. Kychanov 1991)", "Кычанов"),
        ("(Tao, Jing-shen 1976, 12)", "Tao"),
        ("(История Китая, 1974. С. 106)", "history-1974"),
        ("（《金史》1977，頁5）", "jin-shi"),
    ],
)
def test_a_work_is_known_in_another_script(text: str, source: str) -> None:
    assert [found.id for found in sources_of(cited(text), IN_SCRIPTS)] == [source]


@cases(
    "text",
    [
        "(Е. Воробьев, 1975)",  # the initial is another's
        "(Воробьев, 1983)",
        "(Воробьева, 1975)",  # a distance of one letter is another name
        "（張俊，1980）",  # Zhang Jun is another man
        "(Zhuang 1980)",
        "(李 1990, 3)",
        "(王 1991, 3)",
        "(A. I. Kychanov 1991)",
        "(История Кореи, 1974)",
        "(Tao, Jing 1976)",
    ],
)
def test_another_script_makes_no_two_names_one(text: str) -> None:
    assert sources_of(cited(text), IN_SCRIPTS) == []


def particled(**name: str) -> Source:
    csl = {part.replace("_", "-"): value for part, value in name.items()}
    creator = Creator(name["family"], name.get("given"))
    return Source(
        id=name["family"], type="book", author=(creator,), issued="1987", csl={"author": [csl]}
    )


PARTICLED = [
    particled(family="Blois", given="L.", non_dropping_particle="de"),
    particled(family="Glay", given="Marcel", non_dropping_particle="Le"),
    particled(family="Humboldt", given="Alexander", dropping_particle="von"),
    particled(
        family="Poussin", given="L.", dropping_particle="de la", non_dropping_particle="Vallée"
    ),
    particled(family="Alembert", given="Jean", non_dropping_particle="d'"),
    particled(family="Tabari", non_dropping_particle="al-"),
]


@cases(
    ("text", "source"),
    [
        ("(de Blois 1987, 22)", "Blois"),
        ("(L. de Blois 1987)", "Blois"),
        ("(Blois 1987)", "Blois"),
        ("(Le Glay 1987)", "Glay"),
        ("(von Humboldt 1987)", "Humboldt"),
        ("(A. von Humboldt 1987)", "Humboldt"),
        ("(Humboldt 1987)", "Humboldt"),
        ("(de la Vallée Poussin 1987)", "Poussin"),
        ("(Vallée Poussin 1987)", "Poussin"),
        ("(d’Alembert 1987)", "Alembert"),
        ("(Alembert 1987)", "Alembert"),
        ("(al-Tabari 1987)", "Tabari"),
    ],
)
def test_a_family_name_with_its_particles_or_without(text: str, source: str) -> None:
    assert [found.id for found in sources_of(cited(text), PARTICLED)] == [source]


@cases("text", ["(van Blois 1987)", "(K. de Blois 1987)", "(de Humboldt 1987)"])
def test_another_particle_or_initial_is_another_author(text: str) -> None:
    assert sources_of(cited(text), PARTICLED) == []


def test_an_author_with_a_particle_before_a_bracket() -> None:
    known = partial(known_author, sources=PARTICLED)
    (found,) = citations("It was De Blois (1987) in May (1987).", known)
    assert [source.id for source in sources_of(found.cited[0], PARTICLED)] == ["Blois"]


def test_one_author_is_not_taken_for_two() -> None:
    alone = by("Okladnikov", "A.", "1973")
    assert sources_of(cited("(A. Okladnikov, A. Derevianko, 1973)"), [alone]) == []


def test_either_year_of_a_reprint() -> None:
    reprint = by("Roe", "J.", "1975")
    assert matches(cited("(Roe 1959/1975)"), reprint)
    assert not matches(cited("(Roe 1959/1976)"), reprint)


def test_a_cyrillic_letter_after_the_year() -> None:
    marked = Source(
        id="v", type="book", author=(Creator("Воробьев"),), issued="1975", csl={"year-suffix": "b"}
    )
    assert matches(cited("(Воробьев, 1975б)"), marked)
    assert not matches(cited("(Воробьев, 1975а)"), marked)


def test_an_author_of_signs_alone_is_nobody_who_is_cited() -> None:
    assert sources_of(cited("(Kim 2013, p. 5)"), [by("—", "", "2013")]) == []


@pytest.mark.slow
def test_names_are_compared_in_full_only_where_they_may_be_one() -> None:
    works = [by(f"Sm{chr(97 + n // 26)}{chr(97 + n % 26)}th", "A.", "1990") for n in range(100)]
    compared = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal compared
        compared += event == "call" and frame.f_code.co_name == "same_name"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for work in works:
            citation = InTextCitation((work.author[0].family or "",), None, "1990", None, (0, 0), 1)
            assert work in sources_of(citation, works)
    finally:
        sys.setprofile(before)
    assert compared < 20 * len(works)  # of 10,000 pairs


def letter(id: str, author: Creator, to: str, issued: str) -> Source:
    family, _, given = to.partition(", ")
    recipient = ({"family": family, "given": given} if given else {"literal": family},)
    return Source(
        id=id,
        type="personal_communication",
        author=(author,),
        issued=issued,
        csl={"recipient": recipient},
    )


LETTERS = [
    letter("fourth", Creator("Adams", "John"), "Adams, Abigail", "1776-07-04"),
    letter("ninth", Creator("Adams", "John"), "Adams, Abigail", "1776-07-09"),
    letter("dinkel", Creator("Dinkel", "Joseph"), "Agassiz, Louis", "1869"),
    letter("email", Creator("Conlon", "Constance"), "author", "2000-04-17"),
]


@cases(
    ("text", "ids"),
    [  # as Chicago 17 has correspondents, 14.111, 14.224, and messages, 15.53
        ("(Adams to Adams, July 4, 1776)", ["fourth"]),
        ("(John Adams to Abigail Adams, July 4, 1776)", ["fourth"]),
        ("(Adams to Adams, 9 July 1776, p. 3)", ["ninth"]),
        ("(J. Adams to A. Adams, 9 Jul. 1776)", ["ninth"]),
        ("(Adams to Adams, July 1776)", ["fourth", "ninth"]),
        ("(Adams to Adams 1776)", ["fourth", "ninth"]),
        ("(Adams to Adams, Philadelphia, July 4, 1776)", ["fourth"]),
        ("(Adams an Adams, 4.7.1776)", ["fourth"]),
        ("(Adams, July 4, 1776)", ["fourth"]),
        ("(Dinkel to Agassiz, 1869)", ["dinkel"]),
        ("(Constance Conlon, email to author, April 17, 2000)", ["email"]),
        ("(Adams to Adams, July 5, 1776)", []),
        ("(Adams to Jefferson, July 4, 1776)", []),
        ("(S. Adams to A. Adams, July 4, 1776)", []),
        ("(Agassiz to Dinkel, 1869)", []),
    ],
)
def test_a_letter_is_cited_by_both_who_write_and_the_day(text: str, ids: list[str]) -> None:
    assert [found.id for found in sources_of(cited(text), LETTERS)] == ids


@cases("letter", LETTERS)
def test_a_letter_is_known_by_its_own_short_citation(letter: Source) -> None:
    assert letter in sources_of(cited(f"({short(letter, letter.id)})"), LETTERS)


@cases(
    ("text", "issued", "same"),
    [
        ("(Doe, 4 July 1976)", "1976-07-04", True),
        ("(Doe, July 1976)", "1976-07-04", True),
        ("(Doe, 4 July 1976)", "1976-07", True),
        ("(Doe, 4 July 1976)", "1976", True),
        ("(Doe, July 1976)", "1976-22", True),  # a season
        ("(Doe, 5 July 1976)", "1976-07-04", False),
        ("(Doe, August 1976)", "1976-07-04?", False),
        ("(Doe, July 1976)", "1976-07/1976-09", True),
    ],
)
def test_a_day_that_is_cited_is_that_of_the_record(text: str, issued: str, same: bool) -> None:
    doe = Source(id="doe", type="article-newspaper", author=(Creator("Doe"),), issued=issued)
    assert matches(cited(text), doe) == same


def test_the_spanish_and_joins_two_or_stands_within_one_name() -> None:
    two = Source(id="two", type="book", author=(Creator("Pérez"), Creator("García")), issued="1990")
    one = Source(id="one", type="book", author=(Creator("Ortega y Gasset", "José"),), issued="1930")
    assert sources_of(cited("(véase Pérez y García 1990)"), [two, one]) == [two]
    assert sources_of(cited("(Ortega y Gasset 1930)"), [two, one]) == [one]
