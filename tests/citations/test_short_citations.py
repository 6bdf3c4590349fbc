"""Short citations and dates of works, after Chicago 17 chapter 15 and the rules named."""

from support import cases

from claimcli.citations import short
from claimcli.citations.creators import Person, creators, joined
from claimcli.citations.issue_dates import day, month, year
from claimcli.model import Creator, Source


def by(*families: str, **fields: object) -> Source:
    authors = tuple(Creator(family=family, given="A.") for family in families)
    return Source(id="the-id", type=fields.pop("type", "book"), author=authors, **fields)  # type: ignore[arg-type] # fields are those of text


@cases(
    ("source", "expected"),
    [
        # 15.22 and 15.29: up to three authors, then the first alone
        (by("Vorob'ev", issued="1975"), "Vorob'ev 1975"),
        (by("Okladnikov", "Derevianko", issued="1973"), "Okladnikov and Derevianko 1973"),
        (by("A", "B", "C", issued="1990"), "A, B, and C 1990"),
        (by("A", "B", "C", "D", issued="1990"), "A et al. 1990"),
        # 15.44: no date
        (by("Kim"), "Kim, n.d."),
        # 15.34: no author
        (by(title="Istoriia Kitaia", issued="1974"), "Istoriia Kitaia 1974"),
        # 15.40: a later edition of an older work
        (by("Maitland", original_date="1898", issued="1998"), "Maitland [1898] 1998"),
        (by("Maitland", original_date="1898", issued="1898"), "Maitland 1898"),
        (by("Maitland", original_date="1898"), "Maitland 1898"),
        (by("Maitland", original_date="1898~", issued="1998"), "Maitland [ca. 1898] 1998"),
        # 15.45: forthcoming, in the words that were recorded
        (by("Kim", issued="forthcoming"), "Kim, forthcoming"),
        # primary sources, by title, after the author where one is recorded (14.244)
        (by(type="classic", title="Jin shi"), "Jin shi"),
        (by("Toqto'a", type="classic", title="Jin shi", issued="1345"), "Toqto'a, Jin shi"),
        (by(title="Da Jin diaofa lu"), "Da Jin diaofa lu"),
        (by("Fan", type="manuscript", title="Lan pei lu"), "Fan, Lan pei lu"),
        (by("Fan", type="manuscript", title="Notes", issued="1990"), "Fan 1990"),
        (by("Toqto'a", type="classic", issued="1345"), "Toqto'a 1345"),
        # nothing to name it by
        (by(issued="1990"), "untitled book, 1990 [the-id]"),
        (by(), "untitled book [the-id]"),
        (by(type="document"), "untitled work [the-id]"),
        (by(type="motion_picture"), "untitled motion picture [the-id]"),
        (
            by(type="article-journal", csl={"container-title": "Shilin"}, issued="1932"),
            "untitled article, Shilin, 1932 [the-id]",
        ),
    ],
)
def test_work(source: Source, expected: str) -> None:
    assert short(source, "the-id") == expected
    assert short(source, "the-id", "fol. 12r") == f"{expected}, fol. 12r"


def test_unknown_source_goes_by_its_id() -> None:
    assert short(None, "goncharov-1986", "p. 113") == "goncharov-1986, p. 113"


def test_short_title_stands_for_a_long_one() -> None:
    source = Source(
        id="x",
        type="book",
        title="Ocherki istorii Kitaia s drevnosti do opiumnykh voin",
        issued="1959",
        csl={"title-short": "Ocherki istorii Kitaia"},
    )
    assert short(source, "x") == "Ocherki istorii Kitaia 1959"


def test_a_body_goes_by_its_whole_name() -> None:
    body = (Creator(literal="Academy of Sciences"),)
    assert short(Source(id="x", type="book", author=body, issued="1959"), "x") == (
        "Academy of Sciences 1959"
    )


def test_editors_stand_where_there_is_no_author() -> None:
    editors = (Creator(family="Franke", given="Herbert"), Creator(family="Twitchett"))
    source = Source(id="x", type="book", title="Alien Regimes", editor=editors, issued="1994")
    assert short(source, "x") == "Franke and Twitchett 1994"


def test_who_edits_a_classic_has_not_written_it() -> None:
    source = by(type="classic", title="Caesar", editor=(Creator(family="Kim"),))
    assert short(source, "the-id", "ch. 2") == "Caesar, ch. 2"


def test_numbers_follow_a_classic_without_a_comma() -> None:  # 14.244
    source = by("Plutarch", type="classic", title="<i>Caesar</i>")
    assert short(source, "the-id", "13.5") == "Plutarch, Caesar 13.5"
    assert short(by("Plutarch", issued="1999"), "the-id", "13.5") == "Plutarch 1999, 13.5"


@cases(
    ("issued", "expected"),
    [
        ({"literal": "spring 2004"}, "Ward, spring 2004"),
        ({"literal": "\ue000<i>spring</i>"}, "Ward, spring"),
        ({"literal": ["2004"]}, "Ward, n.d."),
        ("2004", "Ward, n.d."),  # only a phrase is read here
    ],
)
def test_a_date_in_words_is_cited_as_it_is(issued: object, expected: str) -> None:
    source = Source(id="x", type="book", author=(Creator(family="Ward"),), csl={"issued": issued})
    assert short(source, "x") == expected


@cases(
    ("name", "family", "in_order", "inverted"),
    [
        ({"family": "Vorob'ev", "given": "M. V."}, "Vorob'ev", "M. V. Vorob'ev", "Vorob'ev, M. V."),
        ({"literal": "Academy of Sciences"}, *["Academy of Sciences"] * 3),
        ({"given": "Laozi"}, *["Laozi"] * 3),
        # 8.5, 16.71: a particle that stays with the name, and one that does not
        (
            {"family": "Gulik", "given": "Robert", "non-dropping-particle": "van"},
            *("van Gulik", "Robert van Gulik", "van Gulik, Robert"),
        ),
        (
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            *("Humboldt", "Alexander von Humboldt", "Humboldt, Alexander von"),
        ),
        # a particle that ends with an apostrophe or a hyphen is joined to the name
        (
            {"family": "Alembert", "given": "Jean", "non-dropping-particle": "d'"},
            *("d'Alembert", "Jean d'Alembert", "d'Alembert, Jean"),
        ),
        ({"family": "Tabari", "non-dropping-particle": "al-"}, *["al-Tabari"] * 3),
        (
            {"family": "Alembert", "given": "Jean", "dropping-particle": "d'"},
            *("Alembert", "Jean d'Alembert", "Alembert, Jean d'"),
        ),
        # names that are not split, with what belongs to them
        ({"given": "Elizabeth", "suffix": "II"}, *["Elizabeth II"] * 3),
        ({"family": "Pius", "suffix": "XII"}, *["Pius XII"] * 3),
        ({"literal": "Gerbert", "suffix": "of Aurillac"}, *["Gerbert of Aurillac"] * 3),
        ({"literal": "Ṭabarī", "non-dropping-particle": "al-"}, *["al-Ṭabarī"] * 3),
        # names whose parts keep their order
        (
            {"family": "Mao", "given": "Zedong", "static-ordering": "true"},
            *("Mao", "Mao Zedong", "Mao Zedong"),
        ),
        (
            {"family": "Nagy", "given": "Imre", "static-ordering": "false"},
            *("Nagy", "Imre Nagy", "Nagy, Imre"),
        ),
        # 6.43, 16.41: a suffix
        (
            {"family": "Wright", "given": "Arthur F.", "suffix": "Jr."},
            *("Wright", "Arthur F. Wright Jr.", "Wright, Arthur F., Jr."),
        ),
        (
            {"family": "Wright", "given": "A.", "suffix": "Jr.", "comma-suffix": "true"},
            *("Wright", "A. Wright, Jr.", "Wright, A., Jr."),
        ),
        # names written in Han or Hangul run on, family first
        ({"family": "陶", "given": "晉生"}, "陶", "陶晉生", "陶晉生"),
        ({"family": "김", "given": "부식"}, "김", "김부식", "김부식"),
        ({"family": "𠮷田", "given": "茂"}, "𠮷田", "𠮷田茂", "𠮷田茂"),
        ({"family": "やまだ", "given": "太郎"}, "やまだ", "やまだ太郎", "やまだ太郎"),
    ],
)
def test_name(name: dict[str, str], family: str, in_order: str, inverted: str) -> None:
    (person,) = creators(Source(id="x", type="book", csl={"author": [name]}), "author")
    assert (person.family, person.in_order, person.inverted) == (family, in_order, inverted)


def test_names_that_csl_gives_without_a_name_are_passed_over() -> None:
    csl = {"author": [{"family": ""}, "Kim", {"family": "Kim"}], "editor": "Kim"}
    source = Source(id="x", type="book", csl=csl)
    assert creators(source, "author") == (Person("Kim"),)
    assert creators(source, "editor") == ()
    assert creators(source, "translator") == ()


def test_series_of_names() -> None:
    assert joined(["A", "B", "C"], most=3) == "A, B, and C"
    assert joined(["A", "B"], most=1) == "A et al."
    assert joined([], most=3) == ""


@cases(
    ("date", "expected"),
    [
        (None, ""),
        ("1975", "1975"),
        ("1975-03-05", "1975"),
        ("1125-24", "1125"),
        ("forthcoming", "forthcoming"),
        # 14.145: a date that is inferred is put in brackets
        ("1750?", "[1750?]"),
        ("1120~", "[ca. 1120]"),
        ("1120%", "[ca. 1120?]"),
        ("197X", "[1970s]"),
        # 9.32, 9.33: a century and its first decade are both called the 1800s
        ("18XX", "[19th century]"),
        ("180X", "[1800–1809]"),
        ("181X", "[1810s]"),
        ("200X~", "[ca. 2000–2009]"),
        ("11XX?", "[12th century?]"),
        ("20XX", "[21st century]"),
        ("01XX", "[2nd century]"),
        ("00XX", "[1 BCE–99]"),
        ("1975-XX", "1975"),
        # 9.34: eras
        ("-0043", "44 BCE"),
        ("-01XX", "[200–101 BCE]"),
        ("000X", "[1 BCE–9]"),
        # 14.144, with 9.61 and 9.64 for the second year
        ("1959/1962", "1959–62"),
        ("1104/1107", "1104–7"),
        ("1108/1133", "1108–33"),
        ("1100/1113", "1100–1113"),
        ("1898/1903", "1898–1903"),
        ("1975-03/1975-06", "1975"),
        ("1971/..", "1971–"),
        ("../1980", "by 1980"),
        ("1120~/1130", "[ca. 1120–30]"),
        ("-0220/-0205", "221–206 BCE"),
        ("-0043/0000", "44–1 BCE"),
        ("0000/0014", "1 BCE–14"),
    ],
)
def test_year(date: str | None, expected: str) -> None:
    assert year(date) == expected


@cases(
    ("date", "to_the_day", "to_the_month"),
    [
        ("1975-03-05", "March 5, 1975", "March 1975"),
        ("1931-02", "February 1931", "February 1931"),
        ("1975-21", "Spring 1975", "Spring 1975"),
        ("1975", "1975", "1975"),
        ("1975/1976", "1975–76", "1975–76"),
        ("-0043-03-15", "March 15, 44 BCE", "March 44 BCE"),
        ("1776-07-04~", "[ca. July 4, 1776]", "[ca. July 1776]"),
        ("1776-07?", "[July 1776?]", "[July 1776?]"),
        ("1776-07-04T10:00:00", "July 4, 1776", "July 1776"),
        # 6.78: of the second date what differs
        ("1776-07-04/1776-07-09", "July 4–9, 1776", "July 1776"),
        ("1776-07-04/1776-08-09", "July 4–August 9, 1776", "July–August 1776"),
        (
            "1776-12-30/1777-01-02",
            *("December 30, 1776–January 2, 1777", "December 1776–January 1777"),
        ),
        ("1998-07/1998-08", "July–August 1998", "July–August 1998"),
        ("1975-21/1975-22", "Spring–Summer 1975", "Spring–Summer 1975"),
        ("1776-07-04/..", "1776–", "1776–"),
        ("1975-13-05", "1975-13-05", "1975-13"),
        (None, "", ""),
    ],
)
def test_day_and_month(date: str | None, to_the_day: str, to_the_month: str) -> None:
    assert (day(date), month(date)) == (to_the_day, to_the_month)
