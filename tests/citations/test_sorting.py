"""The order of entries: Chicago 17, 14.65 to 14.71, 15.18, 16.56 to 16.75."""

from __future__ import annotations

from citing import names, work
from support import cases

from claimcli.citations.disambiguation import disambiguated
from claimcli.citations.sorting import entry_order, listed_order
from claimcli.model import Source


def by(family: str, **fields: str) -> Source:
    return work("book", author=[{"family": family, "given": "A."}], **{"title": "T", **fields})


def in_order(*works: Source) -> bool:
    backwards = works[::-1]
    return sorted(backwards, key=entry_order) == list(works)


def in_order_of_years(*works: Source) -> bool:
    backwards = works[::-1]
    return sorted(backwards, key=listed_order) == list(works)


@cases(
    "families",
    [
        ("Elias", "Élie", "Eliot"),  # 16.67: accents count for nothing
        ("Lovell", "Łowmiański", "Lowther"),
        ("Ohm", "Øhrn", "Oksana"),
        ("Dixon", "Đorđević", "Dow"),
        ("Ozaki", "Özal", "Ozment"),
        ("Simek", "Šimko", "Simon"),
        ("Abbott", "ʿAbbūd", "Abel"),  # 16.75: ʿayn and hamza
        ("Tabak", "al-Ṭabarī", "Tabor"),  # 16.75: the Arabic article
        ("Nasa", "an-Nasafī", "Nash"),
        ("Shafer", "ash-Shāfiʿī", "Shah"),
        ("Hadley", "el-Hakim", "Hall"),
        ("Thorn", "Þórr", "Thorvald"),
        ("Dean", "de Blois", "Debs"),  # 16.59: letter by letter; 16.71: the particle counts
        ("Oakley", "O’Brien", "Ochs"),
        ("Straße", "Strasser", "Strata"),
        ("Ådahl", "Aden", "Ærø", "Afner"),
        ("Zimmer", "Арзютов", "Ёлкин", "Єфремов", "Ильин", "Іщенко", "Крюков"),  # other scripts
    ],
)
def test_names_as_if_they_were_plain_letters(families: tuple[str, ...]) -> None:
    assert in_order(*map(by, families))


def test_nothing_stands_before_something() -> None:  # 14.66
    assert in_order(
        work("book", author=[{"family": "Kim"}], title="T"),
        work("book", author=[{"family": "Kim", "given": "A."}], title="T"),
        work("book", author=[{"family": "Kim", "given": "Anna"}], title="T"),
        work("book", author=[{"family": "Kimball", "given": "A."}], title="T"),
    )


@cases(
    "titles",
    [
        ("New", "Newark", "New York"),  # 16.59: letter by letter
        ("Al-Andalus", "Antioch"),
        ("‘Babylon’ and after", "Bacon", "“Baghdad”"),
        ("Elysium", "États et sociétés", "Ethics"),
        ("A River", "The Saga"),
    ],
)
def test_titles(titles: tuple[str, ...]) -> None:
    assert in_order(*(work("book", title=title) for title in titles))


@cases(
    ("language", "title", "after", "before"),
    [
        ("de", "Die Zeit", "Yak", "Zion"),
        ("de-AT", "Das Reich", "Raven", "Rhine"),
        ("fr", "L’Ami du peuple", "Alsace", "Anjou"),
        ("fr", "Les Annales", "Anjou", "Artois"),
        ("es", "El Cid", "Castile", "Cordoba"),
        ("it", "Gli Ostrogoti", "Orvieto", "Otranto"),
        ("pt", "Os Lusíadas", "Lisbon", "Luso"),
        ("nl", "’t Huis", "Huddle", "Hulst"),
        ("sv", "En resa", "Rand", "Rest"),
        ("en", "Die Hard", "Dice", "Diesel"),  # no article in English
    ],
)
def test_articles_of_the_language_that_is_recorded(
    language: str, title: str, after: str, before: str
) -> None:
    assert in_order(
        work("book", title=after),
        work("book", title=title, language=language),
        work("book", title=before),
    )


def test_an_author_s_works_of_one_title_are_in_order_of_time() -> None:
    assert in_order(*(by("Kim", issued=date) for date in ("-0430", "-0043", "0120", "1900")))


def test_works_of_one_author_are_in_order_of_time_where_years_come_first() -> None:  # 15.18
    dates = ("-0430", "-0043/-0040", "0000", "0120", "112X", "1125~", "1900-03", "../1900", "1901")
    ordered = [by("Kim", issued=date) for date in dates]
    ordered += [by("Kim"), by("Kim", status="forthcoming")]
    assert in_order_of_years(*ordered)


def test_a_work_without_end_stands_with_its_beginning() -> None:
    ordered = [by("Kim", issued=date) for date in ("1970", "1971/1972", "1971/..", "1972")]
    assert in_order_of_years(*ordered)


def test_entries_of_one_name_by_title_and_then_by_time() -> None:  # 14.71
    ordered = [
        work("book", author=names("A. Kim"), title="The Jin", issued="1990"),
        work("book", author=names("A. Kim"), title="Jin", issued="1999"),
        work("book", author=names("A. Kim"), title="Liao", issued="1980"),
    ]
    assert in_order(*ordered)


def test_letters_of_years_follow_each_other_whatever_is_cited_first() -> None:
    author = names("A. Same")
    works = [
        work("book", id=id, title="T", author=author, issued=issued)
        for id, issued in (("w4", "../1900"), ("w15", "/1900"))
    ]
    ordered = sorted(disambiguated(works), key=listed_order)
    assert [one.letter for one in ordered] == ["a", "b"]
