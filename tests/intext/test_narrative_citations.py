"""Names before a bracket: whose they are the text tells, or the works that are known."""

from __future__ import annotations

from functools import partial

from support import cases

from claimcli.intext import as_printed, citations, known_author
from claimcli.model import Creator, Source


def by(year: str, *authors: tuple[str, str]) -> Source:
    return Source(
        id=authors[0][0], type="book", author=tuple(Creator(*a) for a in authors), issued=year
    )


KNOWN = [
    by("1999", ("Kim", "Alexander")),
    by("2005", ("李", "明")),
    by("2001", ("Roe", "R."), ("Doe", "D.")),
    by("1976", ("Tao", "Jing-shen")),
    Source(id="treaty", type="book", title="Treaty and trade", issued="1989"),
]


def read(text: str, sources: list[Source]) -> list[str]:
    """Each citation as its text prints it."""
    found = citations(text, partial(known_author, sources=sources))
    return [as_printed(text, cited) for parenthesis in found for cited in parenthesis.cited]


@cases(
    ("text", "cited"),
    [
        ("Kim (1999, p. 12) and Li (2005).", ["Kim (1999, p. 12)", "Li (2005)"]),
        ("Kim (1999, p. 12), and van Roe (2005).", ["Kim (1999, p. 12)", "van Roe (2005)"]),
        ("Kim (1999: 5) and Li (2005) and Li (07).", ["Kim (1999: 5)", "Li (2005)"]),
        ("Kim (1999: 5) and Li (2005) et Doe (2007)", ["Kim (1999: 5)", "Li (2005)", "Doe (2007)"]),
        ("Kim (1999, p. 12) and 李 (2005).", ["Kim (1999, p. 12)", "李 (2005)"]),
        ("張三（1999：5）和李四（2001）。", ["張三（1999：5）", "李四（2001）"]),
        ("김철수(1999: 5)와 이영희(2001)", ["김철수(1999: 5)", "이영희(2001)"]),
        ("李 (2005) said so.", ["李 (2005)"]),
        ("𠮷田 (2005) said so.", ["𠮷田 (2005)"]),
        ("李明 (2005) said so.", ["李明 (2005)"]),
        ("Kim (1999) and 李 (2005) argue.", ["Kim (1999)", "李 (2005)"]),
        ("See 李 (2005).", ["李 (2005)"]),
        # a comma joins no more than a sentence does
        ("For Kim (1999, p. 12), Kangxi (1662) was great.", ["Kim (1999, p. 12)"]),
        # the bracket before cites, but no name before it is joined to the other
        ("It ended (Kim 1999) and Kangxi (1662) died.", ["Kim 1999"]),
        ("One sign may be a verb，見（1999：5）。", []),
    ],
)  # fmt: skip
def test_the_text_tells_an_author(text: str, cited: list[str]) -> None:
    assert read(text, []) == cited


@cases(
    ("text", "cited"),
    [
        ("It is so, and Li (2005).", ["Li (2005)"]),
        ("It is in Li (2005), too.", ["Li (2005)"]),
        ("In Korea, Kim (1999) was first.", ["Kim (1999)"]),
        ("To Smith, Kim (1999) argues well.", ["Kim (1999)"]),
        ("Tao, Jing-shen (1976) was first.", ["Tao, Jing-shen (1976)"]),
        ("It is so，李（2005）。", ["李（2005）"]),
        ("It is in Kim (1999; 2003).", ["Kim (1999)", "2003"]),
        ("The book of Roe, Doe (2001).", ["Roe, Doe (2001)"]),
    ],
)
def test_a_known_work_tells_its_author(text: str, cited: list[str]) -> None:
    assert read(text, KNOWN) == cited


@cases(
    "text",
    [
        "In May (2005) it rained.",
        "By the Treaty (1689) it ended.",
        "The Treaty (1989) is a title, and that is no author.",
        "The Song (960-1279) and the Song (1960-1979).",
        "It is in Li (2004) and that year.",
        "It is in Doe (2001), who did not write it alone.",
        "It is in Smith, Roe (1999), and Kim (there).",
    ],
)
def test_other_names_and_years_stay_what_they_are(text: str) -> None:
    assert read(text, KNOWN) == []


def test_a_narrative_citation_ends_with_its_bracket() -> None:
    (found,) = citations("Now see Li (2005).")
    assert (found.span, found.cited[0].span) == ((11, 17), (8, 17))


@cases(
    ("text", "cited"),
    [
        ("See Li (1990, 1995).", [("Li (1990)", (4, 12)), ("1995", (14, 18))]),
        ("See Li [1990, p. 5, my italics].", [("Li [1990, p. 5]", (4, 18))]),
        ("See\n李（1990，頁5）", [("李（1990，頁5）", (4, 14))]),
        ("(Doe 1990, p. 5)", [("Doe 1990, p. 5", (1, 15))]),
    ],
)
def test_a_bracket_that_is_opened_is_printed_closed(
    text: str, cited: list[tuple[str, tuple[int, int]]]
) -> None:
    (found,) = citations(text)
    assert [(as_printed(text, one), one.span) for one in found.cited] == cited
