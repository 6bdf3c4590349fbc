"""Quotations held against small texts, each with one trap in it."""

from __future__ import annotations

import msgspec
import pytest
from support import calls, cases

from claimcli.quotes import Place, Selector, Status, Verdict, verify
from claimcli.quotes.verdicts import OMISSION_MAYBE, OMISSION_UNMARKED
from claimcli.texts import prepare

TEXT = (
    "The envoys came back in autumn. The king kept the silver, and the gener-\n"
    "als of the north-\nwestern army asked for horses. “It’s the ofﬁce that de­cides,”\n"
    "wrote the clerk: the café was Étienne’s. They waited at the ford – the old\n"
    "ford.\n"
)
"""Its traps: hyphens that go and stay, a ligature, a soft hyphen, curly quotes, a dash."""


def verdict(quote: str, text: str = TEXT, locator: str | None = None) -> Verdict:
    return verify(quote, locator, prepare(text))


def only_place(found: Verdict) -> Place:
    assert len(found.places) == 1
    return found.places[0]


def quoted(found: Verdict, text: str) -> list[str]:
    return ["…".join(text[start:end] for start, end in place.spans) for place in found.places]


def test_what_stands_there_is_exact() -> None:
    found = verdict("The king kept the silver")
    assert found.status == "exact"
    assert only_place(found) == Place(
        ((32, 56),),
        1,
        None,
        (
            Selector(
                "The king kept the silver",
                "The envoys came back in autumn. ",
                ", and the gener-\nals of the nort",
            ),
        ),
    )


@cases(
    ("quote", "as_printed", "line"),
    [
        ("and the generals of the", "and the gener-\nals of the", 1),
        ("the north-western army", "the north-\nwestern army", 2),
        ("the northwestern army", "the north-\nwestern army", 2),
        ("\"It's the office", "“It’s the ofﬁce", 3),
        ("that decides", "that de­cides", 3),
        ("cafe\u0301 was E\u0301tienne`s", "café was Étienne’s", 4),
        ("at the ford - the old ford", "at the ford – the old\nford", 4),
        ("the\nking   kept".replace("the", "The"), "The king kept", 1),
        ('de\u00adcides," wrote', "de­cides,”\nwrote", 3),
    ],
)
def test_printing_is_not_wording(quote: str, as_printed: str, line: int) -> None:
    found = verdict(quote)
    assert found.status == "normalised"
    assert quoted(found, TEXT) == [as_printed]
    assert only_place(found).line == line


@cases(
    ("quote", "difference"),
    [
        ("The queen kept the silver", "The [-king-]{+queen+} kept the silver"),
        ("The king kept all the silver", "The king kept {+all+} the silver"),
        ("The king kept silver, and", "The king kept [-the-] silver, and"),
        ("the king kept the silver", "[-The-]{+the+} king kept the silver"),
        ("They waited at the ford: the old", "They waited at the [-ford --]{+ford:+} the old"),
        ("north western army asked", "[-northwestern-]{+north western+} army asked"),
        ("the north-western arms asked", "the north-western [-army-]{+arms+} asked"),
    ],
)
def test_other_words_are_near_and_shown(quote: str, difference: str) -> None:
    found = verdict(quote)
    assert found.status == "near"
    assert found.difference == difference
    assert len(found.places) == 1


def test_a_quotation_ends_with_a_whole_word() -> None:
    found = verdict("asked for horse")
    assert (found.status, found.difference) == ("near", "asked for [-horses-]{+horse+}")
    assert verdict("nvoys came back").status == "near"
    assert verdict("nvoys came back", "“Envoys came back.”").status == "near"
    assert verdict("western army asked").status == "exact"  # a hyphen parts words


@cases(
    ("quote", "difference"),
    [
        ("then he can", "then he [-can't-]{+can+}"),
        ("all of the king", "all of the [-king's-]{+king+}"),
        ("the army of 12", "the army of [-12,500-]{+12+}"),
        ("with some 3", "with some [-3.5-]{+3+}"),
        ("5 million in gold", "[-3.5-]{+5+} million in gold"),
        ("and it was дорого", "and it was [-дорого\u0306-]{+дорого+}"),
    ],
)
def test_no_word_and_no_number_is_cut(quote: str, difference: str) -> None:
    text = (
        "So then he can’t leave. And all of the king’s men, the army of 12,500 with some 3.5\n"
        "million in gold, and it was дорого\u0306. It was in 1939.12 Pages 1977,1979 of l’armée."
    )
    found = verdict(quote, text)
    assert (found.status, found.difference) == ("near", difference)
    for whole in ("he can't", "of 12,500", "3.5\nmillion", "in 1939", "Pages 1977", "armée", "So"):
        assert verdict(whole, text).status in ("exact", "normalised")


@cases(
    ("quote", "difference"),
    [
        ("-5 degrees of frost", "[-5-]{+-5+} degrees of frost"),
        ("was 5 degrees –", "was 5 degrees {+-+}"),
        ("It was-", "It [-was-]{+was-+}"),
    ],
)
def test_a_dash_at_either_end_must_be_there(quote: str, difference: str) -> None:
    found = verdict(quote, "It was 5 degrees of frost – or less, in pre- and post—")
    assert (found.status, found.difference) == ("near", difference)


@cases("quote", ["– or less", "-or less, in pre-", "of frost --", "and post—"])
def test_a_dash_at_either_end_that_is_there(quote: str) -> None:
    text = "It was 5 degrees of frost—or less, in pre- and post—"
    assert verdict(quote, text).status in ("exact", "normalised")


def test_a_dash_has_its_spaces_on_both_sides_or_on_one() -> None:
    text = "They waited at the ford - the old one, by the -river bed."
    assert verdict("the ford - the old", text).status == "exact"
    assert verdict("the ford – the old", text).status == "normalised"
    assert verdict("the ford -the old", text).difference == "the ford [-- the-]{+-the+} old"
    assert verdict("by the - river bed", text).difference == "by the [--river-]{+- river+} bed"


def test_a_hyphen_before_a_space_is_none_and_breaks_no_word() -> None:
    text = "In pre- and postwar years the generals of both gener- ations wrote."
    assert verdict("pre- and postwar", text).status == "exact"
    assert verdict("pre-and postwar", text).status == "near"
    assert verdict("both generations wrote", text).status == "near"


def test_a_near_place_begins_at_its_first_word() -> None:
    text = "The envoys of the north-western army asked for horses."
    assert verdict("western arms asked", text).difference == "western [-army-]{+arms+} asked"


def test_what_is_not_there_is_missing() -> None:
    assert verdict("Nobody ever wrote a thing of this kind") == Verdict(Status.MISSING)
    assert verdict("") == Verdict(Status.MISSING)
    assert verdict("  [...] ") == Verdict(Status.MISSING)
    assert verdict("any words at all", "") == Verdict(Status.MISSING)


def test_twice_is_ambiguous_and_all_places_are_given() -> None:
    text = "He won the war. Later he lost\nthe\nwar. After the war, nothing."
    found = verdict("the war", text)
    assert found.status == "ambiguous"
    assert quoted(found, text) == ["the war", "the\nwar", "the war"]
    assert [place.line for place in found.places] == [1, 2, 3]


def test_places_may_overlap() -> None:
    found = verdict("金金", "金金金。")
    assert (found.status, quoted(found, "金金金。")) == ("ambiguous", ["金金", "金金"])


def test_two_equally_near_places_are_both_given_and_neither_has_the_words() -> None:
    text = "The old king crossed the river here. The new king crossed the river here."
    found = verdict("The bad king crossed the river here", text)
    assert (found.status, len(found.places)) == ("near", 2)
    assert found.difference == "The [-old-]{+bad+} king crossed the river here"  # 2 against 3
    nearer = verdict("The nev king crossed the river here", text)
    assert (nearer.status, quoted(nearer, text)) == (
        "near",
        ["The new king crossed the river here"],
    )


def test_an_omission_takes_the_parts_in_order() -> None:
    found = verdict("The envoys came back […] kept the silver")
    assert found.status == "exact"
    assert quoted(found, TEXT) == ["The envoys came back…kept the silver"]
    assert [s.exact for s in only_place(found).selectors] == [
        "The envoys came back",
        "kept the silver",
    ]
    assert verdict("The king kept [. . .] and the generals").status == "normalised"
    assert verdict("kept the silver [...] The envoys came").status == "missing"
    assert verdict("[...] The king kept [...]").status == "exact"


def test_an_omission_is_no_longer_than_about_a_page() -> None:
    near_by = f"He began it. {'word ' * 300}He ended it."
    far_off = f"He began it. {'word ' * 400}He ended it."
    assert verdict("He began it […] ended it", near_by).status == "exact"  # 1,202 letters
    assert verdict("He began it […] ended it", far_off).status == "missing"  # 1,602 letters


def test_an_omission_with_two_ends_is_ambiguous() -> None:
    text = "He began the war, and lost the day; he came again and lost the day."
    found = verdict("He began […] lost the day", text)
    assert found.status == "ambiguous"
    assert [place.spans for place in found.places] == [
        ((0, 8), (22, 34)),
        ((0, 8), (54, 66)),
    ]


def test_one_part_may_be_near() -> None:
    found = verdict("The envoys came back […] kept the gold and the generals")
    assert found.status == "near"
    assert (
        found.difference == "The envoys came back […] kept the [-silver,-]{+gold+} and the generals"
    )


def test_brackets_of_the_quoter() -> None:
    assert verdict("[t]he king kept the silver").status == "normalised"
    assert verdict("[E\u0301]crivit", "Il écrivit.").status == "normalised"
    assert verdict("The king [sic] kept the silver").status == "exact"
    assert verdict("the [...] was his", "Here the [...] was his.").status == "exact"


def test_words_in_brackets_are_the_quoters_where_the_text_has_them_not() -> None:
    assert verdict("The king [Philip] kept the silver").status == "normalised"
    assert verdict("[Philip,] The king kept […] and the generals [!]").status == "normalised"
    assert verdict("The king [Philip] kept the gold").difference == (
        "The king kept the [-silver-]{+gold+}"
    )
    assert verdict("The king [kept] silver").status == "near"  # the rest must be there
    assert verdict("The envoy[s]").status == "near"  # part of a word
    text = "The [old] king kept the silver, and the gold."
    assert verdict("The [old] king kept […] the gold", text).status == "exact"
    assert verdict("The king kept", text).status == "near"
    assert verdict("The [old] king kept the iron", text).difference == (
        "The [old] king kept the [-silver-]{+iron+}"
    )


@cases(
    ("quote", "text"),
    [
        ("said, “[The] king came", "He said, “king came.”"),
        ("([the king] came)", "Then (came) it."),
        ("war—[the great] war", "The war—war came."),
        ("war--[the great] war", "The war—war came."),
        ("the “war.”[12] He", "He won the “war.” He came."),
        ("[Caesar [the dictator]] came and", "Then came and went."),
        ("he [Caesar [the dictator]] came", "Then he came."),
        ("[The] king [Philip [sic]] came", "The king came."),
        ("他[王]說", "他說好。"),
    ],
)
def test_words_in_brackets_are_passed_over_with_their_space(quote: str, text: str) -> None:
    assert verdict(quote, text).status == "normalised"


@cases(
    ("quote", "text"),
    [
        ("then he [the king] came", "And then he himself came."),
        ("then he [Caesar] gave", "And then he Caesar gave."),
        ("the year 19[39] was", "In the year 1949 was it."),
        ("the year 193 [9] was", "In the year 1939 was it."),
        ("it was un[happy] there", "For it was unlucky there."),
        ("then re-[the] sign", "And then resign."),
    ],
)
def test_no_bracket_takes_the_place_of_words(quote: str, text: str) -> None:
    assert verdict(quote, text).status not in ("exact", "normalised")


@cases("mark", ["…", "...", ". . .", "...."])
def test_an_omission_without_brackets_is_told(mark: str) -> None:
    found = verdict(f"The envoys came back {mark} the silver, and")
    assert (found.status, found.hint) == ("missing", OMISSION_UNMARKED)
    nowhere = verdict(f"Nobody wrote {mark} a thing of this kind")
    assert (nowhere.status, nowhere.hint) == ("missing", OMISSION_MAYBE)


def test_an_ellipsis_of_the_text_is_no_omission() -> None:
    text = "And so... he went to the river and stayed."
    assert verdict("And so... he went", text).status == "exact"
    assert verdict("And so… he went", text).status == "normalised"
    found = verdict("And so... she went", text)
    assert (found.status, found.hint) == ("near", None)
    assert verdict("Nobody wrote [...] a thing of this kind", text).hint is None


@cases(
    "quote",
    [
        "waited -- the old one",
        "waited—the old one",
        "waited - the old one",
        "war - and lost",
        "war--and lost",
        "lost—all",
        "lost - all in 1939-45",
        "war – and lost – all",
        "north–western war",
    ],
)
def test_dashes_of_any_kind_are_one(quote: str) -> None:
    text = "He waited – the old one. The north-western war—and lost--all in 1939–45."
    assert verdict(quote, text).status == "normalised"


def test_a_hyphen_in_a_word_is_no_dash() -> None:
    text = "The north-western war was lost, the pre- and postwar years—all of them—too."
    assert verdict("north - western war", text).difference == (
        "[-north-western-]{+north - western+} war"
    )
    assert verdict("north -- western war", text).status == "near"
    assert verdict("pre - and postwar", text).status == "near"
    assert verdict("postwar years – all of us – too", text).difference == (
        "postwar years - all of [-them–too-]{+us - too+}"
    )


def test_quotation_marks_of_any_kind_are_one_but_no_hard_sign_and_no_inches() -> None:
    text = 'They say “the ‘old’ king” of it; the s"ezd was 5" long. 他說“好”了。'
    assert verdict("say 'the \"old\" king' of", text).status == "normalised"
    assert verdict("say «the „old“ king» of", text).status == "normalised"
    assert verdict("他說『好』了", text).status == "normalised"
    assert verdict("他說'好'了", text).status == "normalised"
    assert verdict("the s'ezd was", text).status == "near"
    assert verdict("was 5' long", text).status == "near"
    assert verdict("the 'war of 1939'", "By the “war of 1939” he").status == "normalised"
    assert verdict("was 5” long", text).status == "normalised"


def test_words_that_differ_are_shown_whole() -> None:
    text = "They were driven from their 2 P.A. BRUNT farms by the veterans."
    assert verdict("driven from their farms", text).difference == (
        "driven from their [-2 P.A.-]{+farms+}"
    )
    spaced = text.replace("P.A.", "P. A.")
    assert verdict("driven from their farms", spaced).difference == (
        "driven from their [-2 P.-]{+farms+}"
    )


def test_han_variants_and_breaks_within_han() -> None:
    text = "The book is the Sanchao beimeng huibian (三朝\n北盟會編) of 1196."
    assert quoted(verdict("三朝北盟会编", text), text) == ["三朝\n北盟會編"]
    assert verdict("三朝北盟会编", text).status == "normalised"
    assert verdict("三朝\n北盟會編", text).status == "exact"
    assert verdict("曰：“可”也……了", "王曰：\n“可”\n也……\n了").status == "normalised"
    assert verdict("北盟", text).status == "exact"  # Han has no words to cut
    assert verdict("𠀀𠮷", "之𠀀𠮷𠮷去").status == "exact"
    assert verdict("三朝北盟會錄", text).difference == "三朝北盟会[-编-]{+录+}"


def test_hangul_and_its_letters() -> None:
    text = "The name is 여진 and no other."
    assert verdict("\u110b\u1167\u110c\u1175\u11ab", text).status == "normalised"
    assert quoted(verdict("여진", "그때 여진은 강했다."), "그때 여진은 강했다.") == ["여진"]


def test_status_and_places_as_json() -> None:
    found = verdict("the old\nford", "At the old\nford.")
    assert msgspec.json.decode(msgspec.json.encode(found)) == {
        "status": "exact",
        "places": [
            {
                "spans": [[3, 15]],
                "line": 1,
                "page": None,
                "selectors": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "the old\nford",
                        "prefix": "At ",
                        "suffix": ".",
                    }
                ],
                "sheet": None,
            }
        ],
        "difference": None,
        "hint": None,
        "passed_over": [],
    }


@pytest.mark.slow
def test_a_quotation_as_long_as_a_chapter_takes_time_with_its_length() -> None:
    numbers = [number * 7919 % 3001 for number in range(3000)]
    text = " ".join(f"word{number}" for number in numbers)
    long = " ".join(f"word{number}" for number in numbers[::2])
    assert verdict(long, text).status == "missing"
    assert verdict(text[:5000], text).status == "exact"
    for quote in (long, text):
        half = quote[: len(quote) // 2]
        assert calls(verdict, quote, text) < 2.5 * calls(verdict, half, text)
