"""Works that one name and year would not tell apart, after Chicago 17 chapter 15.

That letters go by title over all works, that only the first maker has initials, and that a letter
stands after the first of two years is also how pandoc's Chicago style has it.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from support import cases

from claimcli.citations import short
from claimcli.citations.creators import Person
from claimcli.citations.disambiguation import disambiguated
from claimcli.model import Creator, Source


def by(*names: str, **fields: str) -> Source:
    authors = tuple(Creator(family=n.split(", ")[0], given=n.partition(", ")[2]) for n in names)
    id = fields.pop("id", "|".join([*names, *fields.values()]))
    return Source(id=id, type=fields.pop("type", "book"), author=authors, **fields)  # type: ignore[arg-type] # fields are those of text


def cited(*sources: Source) -> list[str]:
    return [short(source, source.id) for source in disambiguated(sources)]


def test_letters_in_the_order_of_the_titles() -> None:  # 15.20, and 14.71 for the article
    assert cited(
        by("Badian, E.", title="Waiting", issued="1958"),
        by("Badian, E.", title="The Legate", issued="1958"),
        by("Badian, E.", title="Legate", issued="1959"),
    ) == ["Badian 1958b", "Badian 1958a", "Badian 1959"]


def test_the_order_of_the_files_counts_for_nothing() -> None:
    works = [by("Kim, A.", id=id, issued="1990") for id in ("kim-b", "kim-a")]
    assert cited(*works) == ["Kim 1990b", "Kim 1990a"]
    assert cited(*works[::-1]) == ["Kim 1990a", "Kim 1990b"]
    assert disambiguated(disambiguated(works)) == disambiguated(works)
    assert cited(disambiguated(works)[0]) == ["Kim 1990"]  # alone it needs none


@cases(
    ("recorded", "letters"),
    [(("b", "a"), "ba"), (("b", None), "ab"), (("a", "a"), "ab"), (("", "*"), "ab")],
)
def test_letters_that_are_recorded_for_each(recorded: tuple[str | None, ...], letters: str) -> None:
    works = [by("Kim, A.", id=id, issued="1990") for id in ("kim-a", "kim-b")]
    marked = (replace(w, csl={"year-suffix": s}) for w, s in zip(works, recorded, strict=True))
    assert cited(*marked) == [f"Kim 1990{letter}" for letter in letters]


def test_letters_go_on_after_z() -> None:
    works = [by("Kim, A.", title=f"{number:02}", issued="1990") for number in range(28)]
    assert [text[-2:] for text in cited(*works)[24:]] == ["0y", "0z", "aa", "ab"]


@cases(
    ("date", "with_letter"),
    [
        ({"issued": "1959/1962"}, "Kim 1959–62a"),
        ({}, "Kim, n.d.-a"),
        ({"original_date": "1960", "issued": "2004"}, "Kim [1960a] 2004"),
        ({"issued": "1120~"}, "Kim [ca. 1120a]"),
        ({"issued": "1750?"}, "Kim [1750?-a]"),
        ({"issued": "forthcoming"}, "Kim, forthcoming-a"),
        ({"issued": "-0043"}, "Kim 44 BCE-a"),
    ],
)
def test_where_the_letter_stands(date: dict[str, str], with_letter: str) -> None:
    assert cited(*(by("Kim, A.", title=title, **date) for title in "AB"))[0] == with_letter


def test_people_of_one_name_go_by_initials_whatever_the_year() -> None:  # 15.21
    assert cited(
        by("Doershuk, Carl", issued="2010"),
        by("Doershuk, John", issued="2009"),
        by("Doershuk, John", "Smith, Ann", issued="2009"),
        by("Smith, Bob", issued="1999"),
    ) == ["C. Doershuk 2010", "J. Doershuk 2009", "J. Doershuk and Smith 2009", "Smith 1999"]


def test_where_initials_are_the_same_by_the_given_name() -> None:  # 15.21
    works = [by(f"Smith, {given}", issued="1999") for given in ("Ann", "Alice", "A.", "Bob")]
    assert cited(*works) == [
        "Ann Smith 1999",
        "Alice Smith 1999",
        "A. Smith 1999",
        "Bob Smith 1999",
    ]


@pytest.mark.parametrize(
    "forms",
    [
        ("Vorob'ev, M.", "Vorob'ev, M. V.", "Vorob'ev, Mikhail", "Vorob'ev"),
        ("Kim, Alexander", "Kim, Aleksandr", "KIM, A."),
    ],
)
def test_what_may_be_one_person_is_not_told_apart(forms: tuple[str, ...]) -> None:
    works = [by(form, issued=f"199{number}") for number, form in enumerate(forms)]
    family = forms[0].partition(",")[0]
    assert [text.casefold() for text in cited(*works)] == [
        f"{family} 199{number}".casefold() for number in range(len(forms))
    ]


def test_a_given_name_with_a_hyphen_has_two_initials() -> None:
    works = [by("Tao, Jing-shen", issued="1976"), by("Tao, Xisheng", issued="1935")]
    assert cited(*works) == ["J.-s. Tao 1976", "X. Tao 1935"]


def test_a_name_in_han_is_given_whole() -> None:
    assert cited(by("陶, 晉生", issued="1977"), by("陶, 希聖", issued="1935")) == [
        "陶晉生 1977",
        "陶希聖 1935",
    ]


@cases(
    ("given", "initials"),
    [
        *(("Ann", "A."), ("M. V.", "M. V."), ("Mikhail Vasil\u2019evich", "M. V.")),
        *(("Jing-shen", "J.-s."), ("Fu-ch’eng", "F.-c."), ("Yu. N.", "Yu. N."), ("Kŭn-u", "K.-u.")),
        *(("Jean-Pierre", "J.-P."), ("Alexander von", "A. von"), ("Ю.", "Ю."), ("", "")),
    ],
)
def test_initials(given: str, initials: str) -> None:
    assert Person("Smith", given).initials == initials


def test_works_of_many_go_by_as_many_names_as_differ() -> None:  # 15.29
    first = by("Schonen", "Baker", "Crane", "Dove", issued="2009")
    second = by("Schonen", "Brooks", "Crane", "Dove", issued="2009")
    assert cited(first, second) == [
        "Schonen, Baker, et al. 2009",
        "Schonen, Brooks, et al. 2009",
    ]
    same = by("Schonen", "Baker", "Crane", "Dove", title="Z", issued="2009")
    assert cited(first, same) == ["Schonen et al. 2009a", "Schonen et al. 2009b"]


def test_works_by_title_have_letters_and_those_without_a_year_none() -> None:
    assert cited(*(by(title="Istoriia", issued="1974", id=id) for id in "ab")) == [
        "Istoriia 1974a",
        "Istoriia 1974b",
    ]
    assert cited(*(by(title="Jin shi", type="classic", id=id) for id in "ab")) == ["Jin shi"] * 2
    assert cited(*(by(id=id, issued="1990") for id in "ab")) == [
        "untitled book, 1990 [a]",
        "untitled book, 1990 [b]",
    ]


@pytest.mark.slow
def test_thousands_who_share_a_name_are_told_apart() -> None:
    many = [by("Schonen, A.", f"B{n}", "C", "D", issued="2009", id=f"w{n}") for n in range(3000)]
    assert len(set(cited(*many))) == 3000
    alike = [
        by("Kim, " + "A. " * (n % 60) + " " * n, issued="1990", id=str(n)) for n in range(2000)
    ]
    assert len(set(cited(*alike))) == 2000
