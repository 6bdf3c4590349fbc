"""The sentence around a citation, whatever full stops it has in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.intext import sentence_at


def around(text: str, words: str) -> str:
    start = text.index(words)
    return text[slice(*sentence_at(text, (start, start + len(words))))]


@cases(
    "sentence",
    [
        "However M. V. Doe held that it was so (M.V. Doe, 1990, p. 5).",
        "He says, e.g. in vol. 2, that Dr. Roe was wrong (Doe, 1990).",
        "It was so in the 1820 - 30s. when he came (Doe, 1990; A. Roe, 1991).",
        "Was it so (Doe, 1990)?",
        "It was so in 1125 (Doe et al. 1990), cf. Roe 1991 and others.",
        "Так было в 1125 г. и позже (И. Доу, 1990, с. 5).",
        "It was “so” (Doe, 1990)!",
    ],
)
def test_initials_and_abbreviations_end_no_sentence(sentence: str) -> None:
    text = f"There was something before. {sentence} There is more."
    assert around(text, "1990") == sentence


def test_a_bracket_after_the_full_stop_belongs_to_the_sentence_before() -> None:
    text = "It failed. It was unsuccessful. (A. Doe, 1959; B. Roe, 1960). It was only then."
    whole = "It was unsuccessful. (A. Doe, 1959; B. Roe, 1960)."
    assert around(text, "A. Doe, 1959") == whole
    assert around(text, "(A. Doe, 1959; B. Roe, 1960)") == whole
    assert around(text, "unsuccessful") == whole
    assert around(text, "only then") == "It was only then."


def test_a_bracket_that_only_begins_a_sentence_is_its_own() -> None:
    text = "It failed. (As always) it was lost (Doe, 1990). It was only then."
    assert around(text, "1990") == "(As always) it was lost (Doe, 1990)."


def test_paragraphs_end_sentences_and_page_breaks_do_not() -> None:
    text = (
        "A heading\n\nThe first sentence of the paragraph goes on over the page (Doe, 1990) and "
        "further\n\n63\n\nJane Roe\n\nuntil it ends here. Another.\n"
    )
    start, end = sentence_at(text, (text.index("1990"), text.index("1990") + 4))
    assert text[start:].startswith("The first sentence")
    assert text[:end].endswith("until it ends here.")


def test_a_line_left_blank_in_a_sentence_does_not_end_it() -> None:
    assert around("They began it to \n\ntake land (Doe, 1990). End.", "1990") == (
        "They began it to \n\ntake land (Doe, 1990)."
    )


def test_han_sentences() -> None:
    assert around("第一句。第二句（王 1990）。第三句。", "1990") == "第二句（王 1990）。"


@given(
    st.text(alphabet="ab. A(1990)\n?“”、。é", max_size=60), st.integers(0, 59), st.integers(1, 9)
)
def test_a_sentence_holds_its_span(text: str, at: int, length: int) -> None:
    if at < len(text):
        end = min(len(text), at + length)
        start, stop = sentence_at(text, (at, end))
        assert 0 <= start <= at
        assert stop <= len(text)
        assert stop >= end or not text[stop:end].strip()
