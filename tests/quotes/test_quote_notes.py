"""Numbers of notes in a text: raised ones may be left out of a quotation, exponents may not."""

from __future__ import annotations

from support import cases

from claimcli.quotes import verify
from claimcli.quotes.verdicts import NOTE_NUMBER
from claimcli.texts import prepare

TEXT = (
    "Caesar¹ and Cato² won the war.³ … In 10² cases (Kim 1999)⁴ he held “five km² of land”⁵ and\n"
    "Sulla's⁶ men; see CAH² on it. It was 5 miles² wide, with H₂O; 10₂ and the ¹⁴C dates;\n"
    "café² so.\n"
)


def held(quote: str, text: str = TEXT) -> tuple[str, str | None]:
    found = verify(quote, None, prepare(text))
    return found.status, found.difference


@cases(
    ("quote", "as_printed"),
    [
        ("Caesar and Cato won the war", "Caesar¹ and Cato² won the war"),
        ("Caesar¹ and Cato won", "Caesar¹ and Cato² won"),
        ("the war. … In", "the war.³ … In"),
        ("(Kim 1999) he held", "(Kim 1999)⁴ he held"),
        ("of land\" and Sulla's men", "of land”⁵ and\nSulla's⁶ men"),
        ("'five km² of land'⁵ and Sulla's⁶", "“five km² of land”⁵ and\nSulla's⁶"),
        ("H2O", "H₂O"),
        ("café so.", "café² so."),
        ("cafe\u0301 so.", "café² so."),
    ],
)
def test_the_number_of_a_note_may_be_left_out(quote: str, as_printed: str) -> None:
    found = verify(quote, None, prepare(TEXT))
    assert found.status == "normalised"
    assert found.places[0].selectors[0].exact == as_printed


@cases(
    "quote",
    [
        "Caesar¹ and Cato² won the war.³",
        "won the war.³",
        "In 10² cases",
        "five km² of land",
        "CAH² on it",
        "miles² wide",  # without its figure it looks like a note's number
        "10₂ and",
        "¹⁴C dates",
    ],
)
def test_raised_digits_as_the_text_has_them(quote: str) -> None:
    assert held(quote) == ("exact", None)


@cases(
    ("quote", "difference"),
    [
        ("Caesar1 and Cato2 won", "[-Caesar¹-]{+Caesar1+} and [-Cato²-]{+Cato2+} won"),
        ("Caesar² and Cato² won", "[-Caesar¹-]{+Caesar²+} and Cato² won"),
        ("In 102 cases", "In [-10²-]{+102+} cases"),
        ("In 10 cases", "In [-10²-]{+10+} cases"),
        ("five km of land", "five [-km²-]{+km+} of land"),
        ("five km2 of land", "five [-km²-]{+km2+} of land"),
        ("CAH on it", "[-CAH²-]{+CAH+} on it"),
        ("was 5 miles wide", "was 5 [-miles²-]{+miles+} wide"),
        ("102 and the", "[-10₂-]{+102+} and the"),
        ("the 14C dates", "the [-¹⁴C-]{+14C+} dates"),
    ],
)
def test_no_raised_digit_is_a_plain_one_and_no_exponent_is_left_out(
    quote: str, difference: str
) -> None:
    assert held(quote) == ("near", difference)


def test_the_text_must_have_the_number_that_a_quotation_has() -> None:
    assert held("Caesar¹ won", "Caesar won.") == ("near", "[-Caesar-]{+Caesar¹+} won")
    assert held("won the war.²")[0] == "near"
    assert held("왕은 금¹을 샀다", "왕은 금¹을 팔았다")[1] == "왕은 금¹을 [-팔았다-]{+샀다+}"


@cases(
    ("text", "quote", "status"),
    [
        ("据金史¹卷三。", "金史卷三", "normalised"),
        ("여진¹은 강했다.", "여진은 강했다", "normalised"),
        ("据金史①卷三。", "金史①卷三", "exact"),
        ("据金史①卷三。", "金史1卷三", "near"),
        ("廣100米²也。", "廣100米也", "near"),
        ("so (10)² was", "so (10) was", "near"),
        ("the e\u0301² was it", "the e\u0301 was it", "near"),
        ("the ‘king’ and ‘queen¹ of’ it", "king' and 'queen of' it", "normalised"),
        ("so (2 × 10)³ was", "so (2 × 10) was", "near"),
        ("the reign (1115–1234)² was", "reign (1115–1234) was", "normalised"),
        ("据《金史》¹卷三。", "据《金史》卷三", "normalised"),
        ("据《金史》¹卷三。", "》¹卷三", "exact"),
        ("so (10)² was", ")² was", "exact"),
        ("at Nîm\u00ades⁵ was", "at Nîmes was", "normalised"),
        ("at Nîm\u00ad\n  es⁵ was", "at Nîmes was", "normalised"),
        ("the gener-\nal⁵ was", "the general was", "normalised"),
        ("the general⁵ was", "the gener-\nal⁵ was", "normalised"),
        ("so k\u00adm² was", "so km was", "near"),
        ("so ½² was", "so ½ was", "near"),
        ("by volume Ⅳ² it", "by volume Ⅳ it", "near"),
        ("Revolution²1939 was it", "Revolution1939 was it", "near"),
    ],
)
def test_numbers_after_other_signs(text: str, quote: str, status: str) -> None:
    assert held(quote, text)[0] == status


@cases(
    ("quote", "difference", "hint"),
    [
        ("veterans. Sulla gave", "[-veterans.12-]{+veterans.+} Sulla gave", NOTE_NUMBER),
        ("by Caesar and", "by [-Caesar1-]{+Caesar+} and", NOTE_NUMBER),
        ("by Caesar2 and", "by [-Caesar1-]{+Caesar2+} and", None),
        ("by Caesar or Cato", "by [-Caesar1 and-]{+Caesar or+} Cato", None),
        ("in 193 he won", "in [-1939-]{+193+} he won", None),
    ],
)
def test_plain_digits_may_be_the_number_of_a_note(
    quote: str, difference: str, hint: str | None
) -> None:
    text = "He sent veterans.12 Sulla gave it up, by Caesar1 and Cato, and in 1939 he won."
    found = verify(quote, None, prepare(text))
    assert (found.status, found.difference, found.hint) == ("near", difference, hint)


@cases("call", ["3", "[3]", "[^3]", "^3^", "*", "†"])
def test_a_call_that_the_quotation_lacks_may_be_that_of_a_note(call: str) -> None:
    found = verify("The king went home", None, prepare(f"The king went{call} home."))
    assert (found.status, found.hint) == ("near", NOTE_NUMBER)


def test_a_word_that_the_quotation_lacks_is_no_call_of_a_note() -> None:
    found = verify("The king went home", None, prepare("The king went [not] home."))
    assert (found.status, found.hint) == ("near", None)
