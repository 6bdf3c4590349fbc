"""Notes, figures and heads between the two halves of a sentence, in the layouts of many texts.

Where they surely are none of the text, a quotation runs on over them. Where that cannot be told, it
is near, and what stands between is shown. Nothing else passes.
"""

from __future__ import annotations

import itertools

import pytest
from support import cases

from claimcli.quotes import Verdict, verify
from claimcli.quotes.verdicts import PAGE_BETWEEN
from claimcli.texts import Witness, prepare

ABOVE = "The army had waited for three days, and when nobody came it\nfell back on the"
GOES_ON = "city after a long retreat. There it stayed for the winter, and many\ndied.\n"
QUOTE = "when nobody came it fell back on the city after a long retreat"

NOTES = {
    "plain": "1 See Smith, Rome, 34.",
    "dotted": "1. See Smith, Rome, 34.",
    "raised": "¹ See Smith, Rome, 34.",
    "raised close": "¹See Smith, Rome, 34.",
    "star": "* See Smith, Rome, 34.",
    "dagger": "† Smith, Rome, 34.",
    "square": "[1] See Smith, Rome, 34.",
    "round": "(1) Smith, Rome, 34.",
    "half round": "1) Vgl. Schmidt, Rom, S. 34.",
    "circled": "① 参见张三：《金史》，第34页。",
    "by chapter": "3.12 See Smith, Rome, 34.",
    "by chapter with a dash": "3-12 Smith, Rome, 34.",
    "named": "Note 1: Smith, Rome, 34.",
    "small letters": "1 ibid., 34.",
    "no reference": "1 The city was not yet walled.",
    "two": "1 See Smith, Rome, 34.\n2 Ibid., 35.",
    "two apart": "1 See Smith, Rome, 34.\n\n2 Ibid., 35.",
    "three": "1 See Smith, 34.\n\n2 Ibid., 35.\n\n3 Jones, Carthage, 12.",
    "columns": "1 See Smith, 34.        3 Ibid., 36.\n2 Jones, 12.            4 Ibid., 37.",
    "several lines": "1 See Smith, 34, and for the other\nview Jones, who is of another\nmind.",
    "two paragraphs": "1 See Smith, Rome, 34.\n\nJones, who came later, has more to say\nof it.",
    "Russian": "1 См.: Петров И. И. История. С. 34.",
    "Russian ibid": "2 Там же. С. 35.",
    "Chinese": "1 張三：《金史》，頁34。",
    "Chinese in brackets": "〔1〕張三：《金史》，頁34。",
    "Hebrew": "1 ראה כהן, רומא, עמ׳ 34.",
    "Arabic": "١ انظر حسن، روما، ص ٣٤.",
    "Korean": "1) 김한규, 요동사, 34쪽.",
    "underscores": "__________\n1 See Smith, Rome, 34.",
    "dashes": "----------\n\n1 Smith, Rome, 34.",
    "drawn": "──────\n1 Smith, Rome, 34.",
    "long dash": "———\n\nSmith, Rome, 34.",
    "figure": "Figure 3. The walls of the city.",
    "figure in brief": "Fig. 3: The walls.",
    "map": "Рис. 5. Стены города.",
    "table": "Table 2\nThe men of either army.",
    "Chinese figure": "圖3 城牆。",
    "figure and note": "Abb. 3: Die Mauern.\n\n1 Vgl. Schmidt, Rom, S. 34.",
}
TURNS = {
    "number and form feed": "\n\n12\n\f",
    "form feed": "\n\f",
    "form feed and blank": "\n\n\f\n\n",
    "number": "\n\n12\n\n",
    "number at once": "\n12\n\f",
    "head": "\n\n\fThe Fall of Rome\n\n",
    "number and head": "\n\n12\n\n\fThe Fall of Rome\n\n",
    "head in capitals": "\n\fTHE FALL OF ROME\n",
    "head with number": "\n\n12\n\f13  The Fall of Rome\n",
    "head after number": "\n\n— 12 —\n\nThe Fall of Rome\n\n",
}


def page(note: str, turn: str, parted: str = "\n\n") -> Witness:
    return prepare(f"It was so.\n\n{ABOVE}{parted}{note}{turn}{GOES_ON}")


def held(quote: str, text: str) -> Verdict:
    return verify(quote, None, prepare(text))


@pytest.mark.slow
@cases("turn", TURNS)
def test_a_sentence_runs_on_over_what_is_set_apart_below_it(turn: str) -> None:
    for note, text in NOTES.items():
        found = verify(QUOTE, None, page(text, TURNS[turn]))
        assert (found.status, len(found.places)) == ("normalised", 1), note


CLOSE = ("plain", "raised", "star", "square", "two", "Russian", "Chinese", "Hebrew", "underscores")


@pytest.mark.slow
@pytest.mark.parametrize("turn", TURNS)
def test_what_no_blank_line_parts_from_the_text_is_at_least_shown(turn: str) -> None:
    for note, text in NOTES.items():
        found = verify(QUOTE, None, page(text, TURNS[turn], "\n"))
        if found.status != "normalised":
            assert note not in CLOSE or note == "Chinese"
            assert (found.status, found.hint) == ("near", PAGE_BETWEEN), note
            assert found.difference is not None
            assert " ".join(text.split()) in found.difference


@cases("call", ["1", "¹", "[1]", " [1]", "*", "†"])
def test_a_note_that_the_text_calls_is_one_wherever_the_page_ends(call: str) -> None:
    mark = call.strip()
    text = (
        f"The old king was dead.{call} They came to the ford,\nand there the army rested.\n"
        f"{mark} Smith, Rome, 34.\n12\n\fRome had no walls then, and many died.\n"
    )
    assert held("there the army rested. Rome had no walls", text).status == "normalised"
    uncalled = text.replace(f"dead.{call}", "dead.")
    assert held("there the army rested. Rome had no walls", uncalled).status == "near"


def test_a_note_that_runs_on_to_the_next_page() -> None:
    text = (
        f"{ABOVE}\n\n1 See Smith, Rome, 34, who has it from an old song of the\n\n12\n\f"
        "city after a long retreat. There they stayed until the king of the\n\n"
        "valley, where it is still sung.\n\n2 Ibid., 36.\n\n13\n\f"
        "north came with his men, and they went home.\n"
    )
    for quote in (
        QUOTE,
        "until the king of the north came",
        "an old song of the valley, where it is still sung",
        "See Smith, Rome, 34, who has it",
        "2 Ibid., 36.",
    ):
        assert held(quote, text).status in ("exact", "normalised"), quote
    for quote in ("an old song of the city", "until the king of the 2 Ibid.", "on the valley"):
        assert held(quote, text).status not in ("exact", "normalised"), quote


def test_a_head_that_nothing_shows_to_be_one_is_shown() -> None:
    text = "They were driven from their\n\n2   P.A. BRUNT\n\nfarms by the veterans."
    found = held("driven from their farms", text)
    assert (found.status, found.hint) == ("near", PAGE_BETWEEN)
    assert found.difference == "driven from their [-2 P.A. BRUNT-] farms"


def test_words_of_text_and_note_are_ambiguous() -> None:
    text = f"{ABOVE}\n\n1 It fell back on the hills.\n\n12\n\f{GOES_ON}"
    assert len(held("fell back on the", text).places) == 2
    assert held("back on the hills", text).status == "exact"


def test_a_divided_word_runs_on_over_a_note() -> None:
    for sign in "-¬=\u00ad":
        text = f"{ABOVE} inter{sign}\n\n1 See Smith, 34.\n\n12\n\fnational {GOES_ON}"
        assert held("back on the international city after", text).status == "normalised"


@cases(
    ("above", "below", "quote"),
    [
        ("Армия отступила, не дождавшись вестей от", "царя, и ушла в город.", "от царя, и ушла"),
        ("金軍既至城下，遂攻其", "城門，三日而克之。", "遂攻其城門，三日"),
        ("הצבא נסוג אל תוך", "העיר הגדולה אחרי ימים.", "אל תוך העיר הגדולה"),
        ("تراجع الجيش نحو", "المدينة بعد أيام طويلة.", "نحو المدينة بعد أيام"),
        ("그 군대는 사흘을 기다리다가 끝내", "성으로 물러났다.", "끝내 성으로 물러났다"),
    ],
)
@cases("note", ["plain", "Russian", "Chinese", "Hebrew", "Arabic", "drawn"])
def test_in_other_scripts(above: str, below: str, quote: str, note: str) -> None:
    text = f"{above}\n\n{NOTES[note]}\n\n12\n\f{below}\n"
    assert held(quote, text).status == "normalised"


def test_the_page_of_a_note_is_that_above_its_number() -> None:
    text = "\f".join(
        f"{ABOVE}\n\n1 See Smith, Rome, on page {number}.\n\n{number}\n" for number in (12, 13, 14)
    )
    for number in ("12", "13", "14"):
        (place,) = held(f"See Smith, Rome, on page {number}", text).places
        assert place.page == number


TEXTS = [
    # what stands between the halves is text, or there is no end of a page
    "He had seen the men of\n\n1 See Smith.\n\nall the towns on the river.\n",
    "He had seen the men of\n12 Turkish ships and\n\n13\n\fall the towns on the river.\n",
    "He had seen the men of\n1917 come back.\n\n13\n\fall the towns on the river.\n",
    "He had seen the men of\n\nTable 2 shows them.\n\nall the towns on the river.\n",
    "He saw the men of.\n\n1. First some.\n\n2. Then the rest.\n\fall the towns on the river.\n",
    "He saw what follows:\n\n1. The men of\n\n2. The rest.\n\n12\n\fall the towns on the river.\n",
    "He had seen the men of\n\nthe north. They came with\n\n12\n\fall the towns on the river.\n",
    "\n\n".join(
        f"A line {word} that is broken off where it is double spaced and" for word in "abcdef"
    )
    + "\n\nhe had seen the men of\n\n12 ships in all.\n\n13\n\fall the towns on the river.\n",
    "He saw the men of\n\n40\n\n1 ship.\n\nall the towns on the river.\n",
]


@cases("text", TEXTS)
def test_what_may_be_text_is_not_passed_over(text: str) -> None:
    assert held("the men of all the towns", text).status not in ("exact", "normalised")


@pytest.mark.slow
def test_no_other_words_pass_where_a_page_ends() -> None:
    words = QUOTE.split()
    changed = {
        *(" ".join(words[:i] + words[i + 1 :]) for i in range(1, len(words) - 1)),
        *(" ".join([*words[:i], "not", *words[i:]]) for i in range(1, len(words))),
        *(" ".join([*words[:i], "Smith", *words[i + 1 :]]) for i in range(len(words))),
        *(" ".join([*words[:i], words[i + 1], words[i], *words[i + 2 :]]) for i in range(11)),
    }
    tried = 0
    for note, turn, parted in itertools.product(NOTES.values(), TURNS.values(), ("\n\n", "\n")):
        witness = page(note, turn, parted)
        for quote in sorted(changed)[tried % 5 :: 5]:
            assert verify(quote, None, witness).status not in ("exact", "normalised"), quote
            tried += 1
    assert tried > 7000
