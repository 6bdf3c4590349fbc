"""Quotes for what was read at first hand, and questions whose sides are the recorder's readings."""

from __future__ import annotations

from pathlib import Path

from checking import OWN, claim, found
from support import cases

QUOTE = "quote: infringed the peace"


@cases(
    ("fields", "told"),
    [
        ((OWN,), [("I413", 5)]),
        ((OWN, QUOTE), []),
        (("note: from memory", OWN), [("I413", 6)]),
        (("citation: {source: kim-2013, locator: p. 3}",), [("I413", 5)]),
        (("citation: {source: kim-2013, locator: abstract}", "certainty: argued"), [("I413", 5)]),
        ((OWN, "words: holder"), [("I413", 5)]),
        ((OWN, "quote: 違約"), []),
        ((OWN, "via: [{source: lee-2001}]"), []),  # second-hand: I404 speaks of it
        ((OWN, "via: [{source: lee-2001}]", QUOTE), []),
        (("via: [{source: lee-2001}]",), []),
        ((OWN, "quote: [x, y]"), []),  # it is there, and cannot be read
        (("citation: [x]",), []),
    ],
)
def test_a_first_hand_claim_has_words_that_show_it(
    fields: tuple[str, ...], told: list[tuple[str, int]], tmp_path: Path
) -> None:
    assert found(tmp_path, "claims:\n" + claim(*fields), "413") == told


def question(sided: int, unclear: int, *, none: int = 0) -> str:
    """A question with so many claims on a side, of which some are unclear in stance."""
    text = "id: q\nquestion: Who?\nstances:\n  a: {label: A}\n  b: {label: B}\nclaims:\n"
    for number in range(sided + none):
        stance = "none" if number >= sided else "ab"[number % 2]
        marks = ("unclear: [stance]", "note: open") if number < unclear else ()
        text += claim(
            OWN, f"stance: {stance}", *marks, id=f"c{number}", statement=f"It was war {number}."
        )
    return text


@cases(
    ("sided", "unclear", "none", "told"),
    [
        (5, 0, 0, False),
        (5, 1, 0, False),  # a fifth is not more than a fifth
        (5, 2, 0, True),
        (6, 2, 0, True),
        (9, 2, 0, True),
        (10, 2, 0, False),
        (10, 3, 0, True),
        (4, 4, 0, False),  # of so few a share says nothing
        (1, 1, 0, False),
        (10, 2, 9, False),  # a claim that takes no side counts on neither
        (9, 2, 9, True),
        (20, 4, 0, False),
        (20, 5, 0, True),
    ],
)
def test_more_than_a_fifth_of_the_sides_by_a_reading(
    sided: int, unclear: int, none: int, told: bool, tmp_path: Path
) -> None:
    text = question(sided, unclear, none=none)
    assert found(tmp_path, text, "414") == [("I414", 2)] * told


def test_another_field_that_is_unclear_is_no_reading_of_the_side(tmp_path: Path) -> None:
    assert found(tmp_path, question(5, 5).replace("[stance]", "[scholars]"), "414") == []
