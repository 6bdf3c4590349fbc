"""Printed pages: where page numbers and form feeds put a quotation, and furniture passed over."""

from __future__ import annotations

import pytest
from support import cases

from claimcli.quotes import Verdict, verify
from claimcli.texts import prepare
from claimcli.texts.cited_pages import located_pages

FOOT = """\
The first paragraph of the extract is longer than a page of it, as happens where the pages before
have lost their numbers: nobody can tell from the text where the page begins that ends at the first
number, and nobody should say so; only the lines that touch the number are certainly on its page.

Before the spring the army had crossed the river twice, and in the camp beyond the river they

62

Jane Doe

waited for the governor of the town. He did not come in the morning, nor in the evening, nor on
the next day, and when the third day had passed they broke the gates and took the inter-

63

Studies in Rivers

national road to the north. There the scholars found the stones, and they copied what was on
them.

64

Jane Doe

Afterwards the stones were lost. Nobody has seen them since, though many have looked for them in
the cellars of the museum.

It was a long time ago, and the cellars are deep; but a cellar can be emptied, a list can be made,
and what is on a list can be looked for. The museum has promised such a list since it was founded.
"""

HEAD = """\
Studies in Rivers

62

It was said that the army had crossed the river twice before the spring, and that the governor

Jane Doe

63

waited for the army on the other side of it. He waited in vain, for they went another way.
"""

TWO_SIDED = """\
It was said that the army had crossed the river twice before the spring, and that the governor

Jane Doe

63

Studies in Rivers

waited for the army on the other side of it. He waited in vain, for they went another way.
"""

SHEETS = (
    "61\nThe envoys came back in the autumn and were received\n"
    "\fJane Doe\nby the king himself. They had brought the silver and the\n62\n"
    "\fStudies in Rivers\nhorses. The king kept the silver for himself.\n\n"
    "\fJane Doe\nThe horses went to the army.\n64\n"
)


def held(quote: str, text: str, locator: str | None = None) -> Verdict:
    return verify(quote, locator, prepare(text))


def page(quote: str, text: str) -> str | None:
    (place,) = held(quote, text).places
    return place.page


@cases(
    ("quote", "where"),
    [
        ("The first paragraph", None),  # page 62 or one before it
        ("Before the spring", "62"),
        ("waited for the governor", "63"),
        ("There the scholars found", "64"),
        ("Afterwards the stones", "65"),
        ("a cellar can be emptied", None),  # page 65 or one after it
    ],
)
def test_numbers_at_the_foot(quote: str, where: str | None) -> None:
    assert page(quote, FOOT) == where


def test_bounds_hold_where_the_page_is_open() -> None:
    assert held("The first paragraph", FOOT, "p. 60").status == "exact"
    assert held("The first paragraph", FOOT, "p. 63").status == "elsewhere"
    assert held("a cellar can be emptied", FOOT, "p. 70").status == "exact"
    assert held("a cellar can be emptied", FOOT, "p. 64").status == "elsewhere"


def test_an_end_no_longer_than_a_page_is_one_page() -> None:
    text = FOOT[: FOOT.index("It was a long")]
    assert page("looked for them in", text.replace("them in\n", "them in ")) == "65"
    assert page("The museum is sorry", f"{text}The museum is sorry.\n") == "65"


@cases("number", ["(63)", "[63]", "– 63 –", "p. 63", "63 / 90"])
def test_a_page_number_may_have_marks_around_it(number: str) -> None:
    text = FOOT.replace("\n63\n", f"\n{number}\n")
    assert page("waited for the governor", text) == "63"
    assert held("took the international road", text).status == "normalised"


def test_the_first_page_may_be_1() -> None:
    text = "The war began early and\n\n1\n\nwent on for long\n\n2\n\nuntil it was over.\n"
    assert page("The war began", text) == "1"


def test_pages_may_be_left_out_between_two_numbers_but_not_many() -> None:
    far = FOOT.replace("\n64\n", "\n83\n").replace("\n63\n", "\n82\n")  # 20 after 62
    assert page("Before the spring", far) == "62"
    further = FOOT.replace("\n64\n", "\n84\n").replace("\n63\n", "\n83\n")
    assert page("Before the spring", further) is None


def test_numbers_at_the_head() -> None:
    assert page("the army had crossed", HEAD) == "62"
    assert page("waited for the army", HEAD) == "63"


def test_foot_or_head_that_cannot_be_told_gives_no_page() -> None:
    assert page("the army had crossed", TWO_SIDED) is None
    assert page("waited for the army", TWO_SIDED) is None
    assert held("the army had crossed", TWO_SIDED, "p. 62").status == "exact"
    assert held("the army had crossed", TWO_SIDED, "p. 63").status == "exact"
    assert held("the army had crossed", TWO_SIDED, "p. 64").status == "elsewhere"
    assert held("waited for the army", TWO_SIDED, "p. 62").status == "elsewhere"


def test_a_lone_number_tells_the_paragraphs_beside_it() -> None:
    text = FOOT.replace("62\n\nJane Doe\n\n", "").replace("64\n\nJane Doe\n\n", "")
    assert page("Before the spring", text) is None
    assert page("waited for the governor", text) == "63"
    assert page("There the scholars", text) == "64"
    assert page("Afterwards the stones", text) is None


def test_a_sentence_runs_on_over_the_furniture() -> None:
    found = held("in the camp beyond the river they waited for the governor", FOOT, "p. 62")
    assert (found.status, found.places[0].page) == ("normalised", "62")
    over = held("took the international road", FOOT, "pp. 63-64")
    assert over.status == "normalised"
    (span,) = over.places[0].spans
    assert FOOT[slice(*span)] == "took the inter-\n\n63\n\nStudies in Rivers\n\nnational road"
    assert held("took the international road", FOOT, "p. 64").status == "normalised"


@pytest.mark.parametrize("sign", ["張", "𠮷"])
def test_a_sentence_runs_on_with_han_over_the_furniture(sign: str) -> None:
    text = (
        "In the spring of that year, before the rivers had fallen, the king of the north met\n\n"
        f"Jane Doe\n\n62\n\n{sign} at the ford, where the two had agreed to wait for each other "
        "with a small company. There he stayed.\n"
    )
    assert held(f"of the north met {sign} at the ford", text).status == "normalised"


def test_a_head_that_comes_again_cuts_no_sentence_without_a_number_either() -> None:
    text = FOOT.replace("62\n\n", "").replace("63\n\n", "").replace("64\n\n", "")
    assert held("beyond the river they waited for the governor", text).status == "normalised"


@pytest.mark.parametrize("furniture", ["Jane Doe", "62\n\nStudies in Rivers"])
def test_half_a_sentence_before_the_furniture_is_a_short_paragraph_of_the_text(
    furniture: str,
) -> None:
    text = (
        "In the spring of that year the rivers fell, and the army crossed them by night.\n\n"
        f"Yet the old king\n\n{furniture}\n\n"
        "never came to the ford, where the two had agreed to wait for each other.\n\n"
        "Jane Doe\n\nThere he stayed until the autumn, when the rivers rose and the war began.\n"
    )
    assert held("Yet the old king never came to the ford", text).status == "normalised"


def test_furniture_itself_can_be_quoted() -> None:
    assert held("Studies in Rivers", FOOT).status == "exact"


def test_a_short_line_between_sentences_is_no_furniture() -> None:
    text = "He went to the river and\n\nA Song\n\nand then he went home again.\n"
    assert held("to the river and and then", text).status != "normalised"


def test_numbers_of_sections_are_no_pages() -> None:
    text = "1\n\nHe went to the river.\n\n2\n\nHe came home again.\n\n3\n\nHe slept.\n"
    assert page("He came home again.", text) is None
    assert held("He came home again.", text, "p. 40").status == "exact"


def test_found_on_another_page_is_elsewhere() -> None:
    found = held("There the scholars found", FOOT, "p. 62")
    assert (found.status, found.places[0].page) == ("elsewhere", "64")
    assert held("There the scholars found", FOOT, "p. 64").status == "exact"
    assert held("There the scholars found", FOOT, "fol. 12r").status == "exact"
    assert held("There the scholars found", FOOT, "abstract").status == "exact"


def test_the_page_chooses_between_two_places() -> None:
    text = SHEETS.replace("to the army", "to the army for the silver and the rest")
    found = held("the silver", text, "p. 63")
    assert (found.status, [place.page for place in found.places]) == ("exact", ["63"])
    both = held("the silver", text)
    assert (both.status, [place.page for place in both.places]) == (
        "ambiguous",
        ["62", "63", "64"],
    )
    assert held("the silver", text, "p. 61").status == "elsewhere"


def test_form_feeds_with_numbers_at_either_edge() -> None:
    assert page("The envoys", SHEETS) == "61"
    assert page("They had brought", SHEETS) == "62"
    assert page("The king kept", SHEETS) == "63"  # prints no number; both neighbours agree
    assert page("The horses went", SHEETS) == "64"
    assert held("were received by the king himself", SHEETS).status == "normalised"


def test_a_number_within_a_sheet_is_text() -> None:
    text = (
        "One line\nand two lines,\nthe men were\n40\nin all, and\nthen they\ngrew old.\f The end."
    )
    assert held("the men were 40 in all", text).status == "normalised"
    assert held("the men were in all", text).status == "near"


def test_sheets_of_two_pages_each_tell_no_page() -> None:
    spreads = ["10\nHe came.\n11\n", "12\nHe saw.\n13\n", "He won.\n14\n", "He went.\n17\n"]
    assert page("He won", "\f".join(spreads)) is None
    assert page("He saw", "10\nHe came.\n11\n\f11\nHe saw.\n") == "11"  # 11 is one by chance
    single = ["10\nHe came.\n", "11\nHe saw.\n", "He won.\n12\n", "He went.\n13\n"]
    assert page("He won", "\f".join(single)) == "12"


def test_the_last_words_of_a_sheet_are_not_on_the_next() -> None:
    text = "10\nHe came.\f11\nHe saw.\f12\nHe won."
    assert held("He came.", text, "p. 10").status == "exact"
    assert held("He came.", text, "p. 11").status == "elsewhere"
    assert held("He came. He saw.", text, "p. 11").status == "normalised"
    assert held("He came. He saw.", text, "p. 12").status == "elsewhere"


def test_the_count_of_a_sheet_is_not_its_page() -> None:
    text = "One page.\fAnother page of it.\fThe last page."
    (place,) = held("Another page", text).places
    assert (place.page, place.sheet) == (None, 2)
    for locator in ("p. 2", "p. 3", "p. 14", "pp. 1-99", "14"):
        assert held("Another page", text, locator).status == "exact"
    assert held("page", text, "p. 2").status == "ambiguous"  # a locator chooses none of them


def test_the_sheet_stands_beside_the_printed_page() -> None:
    (place,) = held("They had brought", SHEETS).places
    assert (place.page, place.sheet) == ("62", 2)
    assert held("kept it", "The king kept it.").places[0].sheet is None


OPENING = [
    "Rivers",
    *(f"Text {c} of it.\n\n{n}" for c, n in zip("abcd", range(312, 316), strict=True)),
]


@cases(
    ("sheets", "pages"),
    [
        (OPENING, ["311", "312", "313", "314", "315"]),  # the first page prints no number
        ([*OPENING[:4], "Text d of it."], ["311", "312", "313", "314", "315"]),  # nor the last
        ([*OPENING[:2], "Text b of it.\n\n318", *OPENING[3:]], ["311", "312", "313", "314", "315"]),
        # two sheets are missing: what stands between them is not told
        (
            [*OPENING[:3], "Text z of it.", "Text c of it.\n\n317", "Text d of it.\n\n318"],
            ["311", "312", "313", None, "317", "318"],
        ),
        # preliminary pages in Roman numbers are not counted with the others
        (
            ["Text p of it.\n\nv", "Text q of it.\n\nvi", *(f"Text {c}.\n\n{c}" for c in "123")],
            [None, None, "1", "2", "3"],
        ),
        (["Rivers\n\n1975", "Text b of it.", "Text c of it."], [None, None, None]),  # a year
        (["Text a.\n\n312\n\n313", "Text b.\n\n314\n\n315", "Text c.\n\n316\n\n317"], [None] * 3),
    ],
)  # fmt: skip
def test_sheets_and_the_numbers_printed_on_them(sheets: list[str], pages: list[str | None]) -> None:
    witness = prepare("\f".join(sheets))
    starts = [sum(len(sheet) + 1 for sheet in sheets[:at]) for at in range(len(sheets))]
    assert [witness.pages.label(start) for start in starts] == pages


def test_a_page_that_follows_from_the_others_contradicts_a_locator() -> None:
    text = "\f".join(OPENING)
    assert held("Text b of it", text, "p. 313").status == "exact"
    assert held("Rivers", text, "p. 311").status == "exact"
    assert held("Rivers", text, "p. 1").status == "elsewhere"


def test_a_form_feed_may_close_the_last_page() -> None:
    text = "One page.\fAnother page of it.\f"
    assert held("Another page", text, "p. 3").status == "exact"  # there is no third page


def test_numbers_that_agree_with_nothing_give_no_page() -> None:
    text = "\f".join(["He went there.", "7\n\nHe came back.", "He slept.", "He woke.", "He ate."])
    assert page("He slept", text) is None
    assert held("He slept", text, "p. 40").status == "exact"


def test_a_text_without_pages_is_never_elsewhere() -> None:
    assert held("kept it", "The king kept it.", "p. 5").status == "exact"


@cases(
    ("locator", "pages"),
    [
        ("p. 116", [(116, 116)]),
        ("pp. 311–312", [(311, 312)]),
        ("pp. 311-2, 320", [(311, 312), (320, 320)]),
        ("vol. 2, p. 5", [(5, 5)]),
        ("с. 45—47", [(45, 47)]),
        ("Bd. 2, S. 7", [(7, 7)]),
        ("63", [(63, 63)]),
        ("p. 5f.", [(5, 6)]),
        ("pp. 5ff.", [(5, 999_999_999)]),
        ("頁5", [(5, 5)]),
        ("第5—7頁", [(5, 7)]),
        ("116쪽", [(116, 116)]),
        ("卷74，頁1690", [(1690, 1690)]),
        ("fol. 12r", []),
        ("p. xiv", []),
        ("ch. 3", []),
        ("abstract", []),
        (None, []),
    ],
)
def test_pages_of_a_locator(locator: str | None, pages: list[tuple[int, int]]) -> None:
    assert located_pages(locator) == pages


def test_a_page_number_in_roman_figures_is_passed_over_and_counts_no_page() -> None:
    text = "The army had crossed the river, and the governor\n\nxii\n\nwaited for it in vain.\n"
    found = verify("the governor waited for it", "p. 12", prepare(text))
    assert (found.status, found.places[0].page) == ("normalised", None)
