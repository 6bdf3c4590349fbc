"""However a printer sets a sentence, it is the same quotation, and its span is what he printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli.quotes import verify
from claimcli.texts import prepare
from claimcli.texts.normalising import normalise

WORD = st.text(alphabet="abcdefiklnstéüö", min_size=3, max_size=9)
SENTENCE = st.lists(WORD, min_size=2, max_size=8).map(lambda words: "“" + " ".join(words) + "’s”")
BEFORE, AFTER = "1125 and 1126:\n\n2000 ", " (3000) and the rest,\n4000.\n"


def broken(sentence: str, at: int) -> str:
    words = sentence.split(" ")
    at %= max(1, len(words) - 1)
    return " ".join(words[: at + 1]) + "  \r\n\t" + " ".join(words[at + 1 :])


def straight(sentence: str, at: int) -> str:
    return sentence.translate({ord("“"): '"', ord("”"): '"', ord("’"): "'"})


def ligatures(sentence: str, at: int) -> str:
    return sentence.replace("fi", "ﬁ").replace("st", "ﬆ")


def soft_hyphens(sentence: str, at: int) -> str:
    return inside_word(sentence, at, "\u00ad")


def soft_breaks(sentence: str, at: int) -> str:
    return inside_word(sentence, at, "\u00ad\n  ")


def line_end_hyphens(sentence: str, at: int) -> str:
    return inside_word(sentence, at, "-\n")


def decomposed(sentence: str, at: int) -> str:
    return unicodedata.normalize("NFD", sentence)


def unbreakable(sentence: str, at: int) -> str:
    return sentence.replace(" ", "\u00a0")


def invisible(sentence: str, at: int) -> str:
    return inside_word(sentence, at, "\u200b")


def inside_word(sentence: str, at: int, put: str) -> str:
    places = [i for i in range(2, len(sentence)) if sentence[i - 1 : i + 1].isalpha()]
    if not places:
        return sentence
    place = places[at % len(places)]
    return sentence[:place] + put + sentence[place:]


PRINTERS = [
    broken,
    straight,
    ligatures,
    soft_hyphens,
    soft_breaks,
    line_end_hyphens,
    decomposed,
    unbreakable,
    invisible,
]


@pytest.mark.slow
@pytest.mark.parametrize("printer", PRINTERS, ids=lambda printer: printer.__name__)
@given(sentence=SENTENCE, at=st.integers(0, 100))
def test_printing_maps_back(printer: Callable[[str, int], str], sentence: str, at: int) -> None:
    printed = printer(sentence, at)
    there = verify(sentence, None, prepare(BEFORE + printed + AFTER))
    assert there.status == ("exact" if printed == sentence else "normalised")
    assert [place.spans for place in there.places] == [((len(BEFORE), len(BEFORE + printed)),)]
    assert there.places[0].line == 3
    back = verify(printed, None, prepare(BEFORE + sentence + AFTER))
    assert back.status == there.status
    assert [place.spans for place in back.places] == [((len(BEFORE), len(BEFORE + sentence)),)]


@pytest.mark.slow
@given(sentence=SENTENCE, ats=st.lists(st.integers(0, 100), min_size=9, max_size=9))
def test_printers_work_together(sentence: str, ats: list[int]) -> None:
    printed = sentence
    for printer, at in zip(PRINTERS, ats, strict=True):
        printed = printer(printed, at)
    found = verify(sentence, None, prepare(BEFORE + printed + AFTER))
    assert found.status == "normalised"
    assert found.places[0].selectors[0].exact == printed


@pytest.mark.slow
@given(sentence=SENTENCE, at=st.integers(0, 100))
def test_another_letter_is_another_wording(sentence: str, at: int) -> None:
    changed = inside_word(sentence, at, "x")
    found = verify(changed, None, prepare(BEFORE + sentence + AFTER))
    assert found.status not in ("exact", "normalised")


@given(st.text(), st.text())
def test_any_quotation_of_any_text_has_a_verdict(quote: str, text: str) -> None:
    found = verify(quote, "p. 5", prepare(text))
    for place in found.places:
        for (start, end), selector in zip(place.spans, place.selectors, strict=True):
            assert 0 <= start < end <= len(text)
            assert selector.exact == text[start:end]


@given(st.text(alphabet="ab é\u0301ﬁ½\u00ad-–\n \u11a8가\u1100\u1161", max_size=30))
def test_offsets_rise_and_cover_what_they_name(text: str) -> None:
    found = normalise(text)
    assert len(found.letters) == len(found.gaps) == len(found.starts) == len(found.ends)
    assert list(found.starts) == sorted(found.starts)
    for letter, start, end in zip(found.letters, found.starts, found.ends, strict=True):
        assert letter in unicodedata.normalize("NFKC", text[start:end]).replace("\u2013", "–")


def test_the_half_of_a_ligature_has_its_whole_span() -> None:
    text = "the ﬁ of"
    (place,) = verify("the f", None, prepare(text)).places
    assert place.spans == ((0, 5),)
