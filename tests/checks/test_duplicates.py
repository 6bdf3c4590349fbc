"""Claims that are made twice, in the same words or nearly."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import OWN, claim, found, problems
from support import cases

DUPLICATES = ("701", "702")
SAID = "The night attack by which Song broke the truce opened the second war."


@cases(
    ("other", "code"),
    [
        (SAID, ["W701"]),
        (SAID.upper().replace(".", "!").capitalize(), ["W701"]),
        (SAID.replace("opened", "began"), ["W702"]),
        (SAID.replace("attack", "atack"), ["W702"]),
        (SAID.replace("The night", "A night"), ["W702"]),
        (SAID.replace("broke", "did not break"), []),
        (SAID.replace("Song", "Jin"), []),
        (SAID.replace("Song", "it"), []),
        (SAID.replace("second", "long"), []),
        (SAID.replace("second", "first"), []),
        (SAID.replace("night attack", "attack of 1126"), []),
        ("Hunger, and no attack by Song, opened the second war of the two empires.", []),
    ],
)
def test_claims_that_say_the_same(other: str, code: list[str], tmp_path: Path) -> None:
    claims = "claims:\n" + claim(OWN, statement=SAID) + claim(OWN, id="d", statement=other)
    assert [c for c, _ in found(tmp_path, claims, DUPLICATES)] == code


def test_it_is_told_which_claim_says_the_same_and_how_nearly(tmp_path: Path) -> None:
    said = (SAID, SAID.replace("opened", "began"), SAID)
    claims = (claim(OWN, id=f"c{n}", statement=text) for n, text in enumerate(said))
    told = [p for p in problems(tmp_path, "claims:\n" + "".join(claims)) if p.code[1] == "7"]
    assert [(p.code, p.record, p.message) for p in told if p.code in ("W701", "W702")] == [
        ("W702", "c1", "this says nearly the same as 'c0' (a.yaml:2), also held by 'kim'"),
        ("W701", "c2", "this says the same as 'c0' (a.yaml:2), also held by 'kim'"),
    ]


def test_the_same_from_another_holder_or_work_or_question_is_no_duplicate(tmp_path: Path) -> None:
    first = "claims:\n" + claim(OWN, statement=SAID)
    other_work = claim("citation: {source: kim-1990}", id="d", statement=SAID)
    other_holder = claim("via: [{source: kim-2013}]", "quote: x", id="d", statement=SAID)
    assert found(tmp_path, first + other_work, DUPLICATES) == []
    assert found(tmp_path, first + other_holder.replace("[kim]", "[many]"), DUPLICATES) == []
    assert [c for c, _ in found(tmp_path, first + other_holder, DUPLICATES)] == ["W701"]
    question = "id: q\nquestion: Who?\nstances:\n  a: {label: A}\n  b: {label: B}\n"
    (tmp_path / "q.yaml").write_text(
        question + "claims:\n" + claim(OWN, "stance: none", id="d", statement=SAID)
    )
    assert [c for c, _ in found(tmp_path, first, DUPLICATES)] == []


@pytest.mark.parametrize(("between", "told"), [(39, ["W701"]), (40, [])])
def test_a_claim_is_compared_with_the_latest_forty_that_have_its_word(
    between: int, told: list[str], tmp_path: Path
) -> None:
    said = ["Famine.", *(f"Famine {number}." for number in range(between)), "Famine!"]
    claims = (claim(OWN, id=f"c{n}", statement=text) for n, text in enumerate(said))
    assert [c for c, _ in found(tmp_path, "claims:\n" + "".join(claims), DUPLICATES)] == told
