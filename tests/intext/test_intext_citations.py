"""In-text citations in the shapes that texts print them in, and what only looks like one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.intext import InTextCitation, Parenthesis, citations


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """Each citation as (authors or title, year, locator)."""
    cited = (citation for found in citations(text) for citation in found.cited)
    return [(" / ".join(c.authors) or f"«{c.title}»", c.year, c.locator) for c in cited]


def test_a_citation_has_its_place() -> None:
    text = "One.\nTwo (see M. Doe,\n1970, p. 5; R. Roe 1971)."
    assert citations(text) == [
        Parenthesis(
            (9, 46),
            2,
            (
                InTextCitation(("M. Doe",), None, "1970", "p. 5", (14, 32), 2),
                InTextCitation(("R. Roe",), None, "1971", None, (34, 45), 3),
            ),
        )
    ]


@cases(
    ("text", "cited"),
    [
        ("(M. Doe, 1970)", [("M. Doe", "1970", None)]),
        ("(Doe 1970)", [("Doe", "1970", None)]),
        ("(M.V. Doe 1970)", [("M.V. Doe", "1970", None)]),
        ("(Doe, M. V., 1970)", [("Doe, M. V.", "1970", None)]),
        ("(Doe M.V. 1970)", [("Doe M.V.", "1970", None)]),
        ("(Yu. Larin, 1998)", [("Yu. Larin", "1998", None)]),
        ("(J.-P. Roe, 1943)", [("J.-P. Roe", "1943", None)]),
        ("(van der Berg 1990)", [("van der Berg", "1990", None)]),
        ("(M. Vorob`ev, 1983)", [("M. Vorob`ev", "1983", None)]),
        ("(Xu Yun, 1979)", [("Xu Yun", "1979", None)]),
        ("(王五 1990: 25)", [("王五", "1990", "p. 25")]),
        ("（王五、1964、12頁）", [("王五", "1964", "p. 12")]),
        ("(Иванов, 1975, с. 116–119)", [("Иванов", "1975", "pp. 116-119")]),
        ("[Иванов И.И. 1975: 116]", [("Иванов И.И.", "1975", "p. 116")]),
    ],
)
def test_an_author_and_a_year(text: str, cited: list[tuple[str, str, str]]) -> None:
    assert read(f"It is so {text}.") == cited


@cases(
    ("text", "cited"),
    [
        ("(M. Doe, 1975, J. Roe, 2001)", [("M. Doe", "1975", None), ("J. Roe", "2001", None)]),
        (
            "(M. Doe, 1975, p. 6, J. Roe, 2001, p. 7)",
            [("M. Doe", "1975", "p. 6"), ("J. Roe", "2001", "p. 7")],
        ),
        ("(M. Doe 1977, 1979)", [("M. Doe", "1977", None), ("M. Doe", "1979", None)]),
        ("(Doe 1977; 1979)", [("Doe", "1977", None), ("Doe", "1979", None)]),
        ("(Doe 1977 and 1979)", [("Doe", "1977", None), ("Doe", "1979", None)]),
        ("(Doe 1990a, b)", [("Doe", "1990a", None), ("Doe", "1990b", None)]),
        ("(A. Doe, B. Roe, 1973)", [("A. Doe / B. Roe", "1973", None)]),
        ("(Doe and Roe 1973)", [("Doe / Roe", "1973", None)]),
        ("(Doe & Roe, 1973)", [("Doe / Roe", "1973", None)]),
        ("(Doe, Roe, and Poe 1973)", [("Doe / Roe / Poe", "1973", None)]),
        (
            "(A. Doe, 1959;\nN. Roe,\n1961)",
            [("A. Doe", "1959", None), ("N. Roe", "1961", None)],
        ),
    ],
)
def test_several_works_and_co_authors(text: str, cited: list[tuple[str, str, str]]) -> None:
    assert read(f"It is so {text}.") == cited


def test_and_others() -> None:
    for text in ("(e.g., Doe et al., 1990)", "(Doe u. a. 1990)", "(Доу и др., 1990)"):
        (found,) = citations(text)
        assert (len(found.cited[0].authors), found.cited[0].others) == (1, True)


@cases(
    ("text", "title"),
    [
        ("(Istoriia stran vostoka v srednie veka, 1970)", "Istoriia stran vostoka v srednie veka"),
        ("(Istoriia Severo-Vostoka, 1970)", "Istoriia Severo-Vostoka"),
        ("(Ocherki istorii, 1970)", "Ocherki istorii"),
        ("(Istoriia, mysl' i zhizn', 1970)", "Istoriia, mysl' i zhizn'"),
        ("(“The River Way,” 1970)", "The River Way"),
        ("(Cambridge History of Rivers, 1970)", "Cambridge History of Rivers"),
        ("(История рек, 1970)", "История рек"),
    ],
)
def test_a_title_stands_for_its_authors(text: str, title: str) -> None:
    (found,) = citations(text)
    (cited,) = found.cited
    assert (cited.authors, cited.title, cited.year) == ((), title, "1970")


def test_a_short_title_beside_its_author() -> None:
    (found,) = citations("(M. Doe, Reki, 1975, p. 5)")
    (cited,) = found.cited
    assert (cited.authors, cited.title, cited.locator) == (("M. Doe",), "Reki", "p. 5")


@cases(
    ("printed", "locator"),
    [
        ("1986, p. 33", "p. 33"),
        ("1986, p. 33-34", "pp. 33-34"),
        ("1986, p. 33 -34", "pp. 33-34"),
        ("1986, p. 311 - \n312", "pp. 311-312"),
        ("1986, pp. 33–34", "pp. 33-34"),
        ("1986, pp. 33—34", "pp. 33-34"),
        ("1986, pp. 33‑34", "pp. 33-34"),
        ("1986, pp. 311-2", "pp. 311-312"),
        ("1986, pp. 12, 15–16", "pp. 12, 15-16"),
        ("1986, pp. 12 and 15", "pp. 12, 15"),
        ("1986,p.68", "p. 68"),
        ("1986: 45", "p. 45"),
        ("1986:45–7, 50", "pp. 45-47, 50"),
        ("1986, 45", "p. 45"),
        ("1986 p. 45", "p. 45"),
        ("1986, S. 45", "p. 45"),
        ("1986, p. 45f.", "pp. 45f."),
        ("1986, p. xiv", "p. xiv"),
        ("1986, vol. 2, p. 5", "vol. 2, p. 5"),
        ("1986: vol. 2, 45", "vol. 2, p. 45"),
        ("1986, 2: 45", "2: 45"),
        ("1986, fol. 12r", "fol. 12r"),
        ("1986, juan 3", "juan 3"),
        ("1986, ch. 3", "ch. 3"),
        ("1986, p. 45, emphasis added", "p. 45"),
        ("1986, p. 45 for the details", "p. 45"),
        ("1986", None),
    ],
)
def test_places_in_one_form(printed: str, locator: str | None) -> None:
    assert read(f"It is so (S. Doe, {printed}).") == [("S. Doe", "1986", locator)]


@cases(
    "text",
    [
        "(1115 - 1234)",
        "(Northern Song 1125 - 1127, Southern Song 1127 - 1142)",
        "(X - 1234)",
        "(modern Beijing)",
        "(the ruling dynasty of Northern Song)",
        "(Ming 1368 - 1644)",
        "(Kangxi, 1654–1722)",
        "(K. Marx, 1818-1883)",
        "(Treaty of Nerchinsk, 1689)",
        "(October Revolution, 1917)",
        "(the border incident in 1969)",
        "(in 1969)",
        "(from 1950 to 1960)",
        "(died 1935)",
        "(15 May 1975)",
        "(Moscow, 1975)",
        "(in Russian, 1975)",
        "(1975)",
        "(an army of 1,200,000 soldiers)",
        "(12)",
        "[5]",
        "(see p. 63)",
        "(Ibid., p. 3)",  # of nothing
    ],
)
def test_times_and_places_are_no_citations(text: str) -> None:
    assert citations(f"It was so {text}, as everybody knows.") == []


def test_a_bracket_in_a_bracket_is_read_by_itself() -> None:
    text = "An army (in that century the army (Istoriia rek, 1974, p. 106) was large) marched."
    (found,) = citations(text)
    assert text[slice(*found.span)] == "(Istoriia rek, 1974, p. 106)"
    assert read("It is so (M. Doe [1904] 1930).") == [("M. Doe", "1930", None)]


def test_brackets_that_do_not_close() -> None:
    assert read("a) one (Doe, 1990) b) two :-( three (Roe, 1991") == [("Doe", "1990", None)]
    assert read("(one [two (Doe, 1990) three)") == [("Doe", "1990", None)]


@cases(
    ("text", "cited"),
    [
        ("Doe (1990, p. 5) is right.", [("Doe", "1990", "p. 5")]),
        ("As Doe (1990) argues, it is so.", [("Doe", "1990", None)]),
        ("In Doe and Roe (1973) it is so.", [("Doe / Roe", "1973", None)]),
        ("M. Doe (1975) and S. Roe (1986, 1990)", [
            ("M. Doe", "1975", None),
            ("S. Roe", "1986", None),
            ("S. Roe", "1990", None),
        ]),
        ("Doe’s (1975) book", [("Doe", "1975", None)]),
        ("Doe et al. (1975) came", [("Doe", "1975", None)]),
        ("The emperor Kangxi (1654) reigned.", []),
        ("The Treaty of Nerchinsk (1689) was signed.", []),
        ("It was the end of the Empire (1917).", []),
    ],
)  # fmt: skip
def test_names_before_the_bracket(text: str, cited: list[tuple[str, str, str]]) -> None:
    assert read(text) == cited


def test_ibid_is_the_work_before_it() -> None:
    text = "It (M. Doe, 1990, p. 3) is (R. Roe 1991) so (ibid., p. 7), and (Doe, 1992) so (Ibid.)."
    assert read(text)[2:] == [
        ("R. Roe", "1991", "p. 7"),
        ("Doe", "1992", None),
        ("Doe", "1992", None),
    ]
    again = "So (M. Doe, 1990; R. Roe, 1991) it is (M. Doe, op. cit., p. 4)."
    assert read(again)[2:] == [("M. Doe", "1990", "p. 4")]


def test_works_without_a_year() -> None:
    assert read("(Doe, forthcoming; Roe n.d.)") == [
        ("Doe", "forthcoming", None),
        ("Roe", "n.d.", None),
    ]


def test_years_in_a_range_need_a_page() -> None:
    assert read("(Doe 1954–1962)") == []
    assert read("(Doe 1954–1962, 2: 45)") == [("Doe", "1954-1962", "2: 45")]
    assert read("(Doe 1990/91)") == [("Doe", "1990/91", None)]


def test_a_page_break_inside_a_parenthesis() -> None:
    text = (
        "The army was mobilized, as we read in the book, only in the autumn (G. Doe, 1998, p. 186 -"
        "\n\n63\n\nJane Roe\n\n187) and that was too late for a war."
    )
    (found,) = citations(text)
    (cited,) = found.cited
    assert (cited.locator, found.span) == ("pp. 186-187", (67, 110))


@given(st.text(alphabet="()[]（；,;. 12990DoeRaé.:-–p\nibd’", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for found in citations(text):
        assert found.cited
        for cited in found.cited:
            assert 0 <= cited.span[0] < cited.span[1] <= len(text)


def _real_text(name: str) -> str:
    folder = os.environ.get("CLAIMCLI_TEXTS")
    path = Path(folder or "", name)
    if not folder or not path.is_file():
        pytest.skip("CLAIMCLI_TEXTS names no folder with this text")
    return path.read_text(encoding="utf-8")


def test_a_real_article_counted_by_hand() -> None:
    found = citations(_real_text("kim-2013.txt"))
    cited = [citation for parenthesis in found for citation in parenthesis.cited]
    works = {(c.authors, c.title, c.year) for c in cited}
    assert (len(found), len(cited), len(works)) == (36, 56, 28)
    assert [c.locator for c in cited if c.locator] == [
        "p. 245",
        "p. 116",
        "p. 113",
        "pp. 116-119",
        "p. 33",
        "pp. 311-312",
        "p. 32",
        "pp. 33-34",
        "p. 227",
        "p. 41",
        "p. 68",
        "pp. 186-187",
        "p. 106",
    ]
