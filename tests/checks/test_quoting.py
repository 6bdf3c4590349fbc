"""Quotations: how long they may be, and what a statement may have of them."""

from __future__ import annotations

from pathlib import Path

from checking import OWN, claim, found, problems
from support import cases


@cases(
    ("quote", "statement", "code"),
    [
        (" ".join(["word"] * 25), "Song broke the truce.", []),
        (" ".join(["word"] * 26), "Song broke the truce.", ["I601"]),
        ("half-hearted " + " ".join(["word"] * 24), "Song broke the truce.", []),
        (" […] ".join(["some of the words"] * 6), "Song broke the truce.", []),
        ("金" * 50, "Song broke the truce.", []),
        ("金" * 51, "Song broke the truce.", ["I601"]),
        ("song BROKE the 'truce'", "Then Song broke the truce again.", ["I602"]),
        ("Song broke it", "Song broke it.", []),
        ("one two three four five six", "Zero one two three four five, seven six.", []),
        ("zero one two three four five six", "One two three four five six seven.", ["I609"]),
        ("broke the truce with", "Song broke the truce without need.", []),
        ("“Song […] broke the truce”", "Song broke the truce.", ["I602"]),
    ],
)
def test_quotes_are_short_and_not_the_statement(
    quote: str, statement: str, code: list[str], tmp_path: Path
) -> None:
    claims = "claims:\n" + claim(OWN, f'quote: "{quote}"', statement=statement)
    assert [c for c, _ in found(tmp_path, claims, "60")] == code


@cases(
    ("quote", "statement"),
    [
        # What stands between the words, on either side, wherever in the run it does.
        *(
            (f"so {' '.join(words)} then", "The one two three four five six.")
            for words in (
                ("one,", "two", "three", "four", "five", "six"),
                ("one", "two,", "three", "four", "five", "six"),
                ("one", "two", "three,", "four", "five", "six"),
                ("one", "two", "three", "four,", "five", "six"),
                ("one", "two", "three", "four", "five,", "six"),
                ("one", "two", "“three”", "four", "(five)", "six"),
            )
        ),
        ("so one two three four five six then", "The one, two, three; four: five - six."),
        ("so one-two three-four five-six then", "The one two three four five six."),
        ("so one Jin’s three four five six then", "The one Jin three four five six."),
        ("so one café three four five six then", "The one cafe three four five six."),
        ("so one Vorob'ev three four five six then", "The one Vorobʹev three four five six."),
    ],
)
def test_no_mark_hides_a_run_of_six_words(quote: str, statement: str, tmp_path: Path) -> None:
    claims = "claims:\n" + claim(OWN, f'quote: "{quote}"', statement=f'"{statement}"')
    assert [c for c, _ in found(tmp_path, claims, "60")] == ["I609"]


@cases(
    ("quote", "statement", "told"),
    [
        ("so one two three four five then", "The one two three four five.", None),
        (
            "so one two three four five six then",
            "The one two three four five six.",
            "6 words of the quote: 'one two three four five six'",
        ),
        (
            "so a b c d e f g h then",
            "The a b c d e f g h.",
            "8 words of the quote: 'a b c d e f g h'",
        ),
        (
            "so a b c d e f g h i then",
            "The a b c d e f g h i.",
            "9 words of the quote: 'a b c d e f g h …'",
        ),
        # Eleven characters are as long as five words and a half, which count as six; ten are five.
        ("甲子丑寅卯辰巳午未申酉乙", "丙子丑寅卯辰巳午未申酉丁", None),
        (
            "甲子丑寅卯辰巳午未申酉戌乙",
            "丙子丑寅卯辰巳午未申酉戌丁",
            "6 words of the quote: '子丑寅卯辰巳午未…'",
        ),
        (
            "甲 子丑寅卯辰巳午未申酉戌, 乙",
            "丙 子丑寅卯 辰巳午未申酉戌 丁",
            "6 words of the quote: '子丑寅卯辰巳午未…'",
        ),
    ],
)
def test_the_words_that_are_taken_over_are_counted_and_shown(
    quote: str, statement: str, told: str | None, tmp_path: Path
) -> None:
    claims = "claims:\n" + claim(OWN, f'quote: "{quote}"', statement=statement)
    messages = [p.message for p in problems(tmp_path, claims) if p.code[1:].startswith("60")]
    assert messages == ([f"the statement takes over {told}"] if told else [])
