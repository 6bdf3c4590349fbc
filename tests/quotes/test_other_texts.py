"""Words that their own text does not have, found in another at a bounded cost."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import cases

from claimcli.quotes import other_texts
from claimcli.quotes.other_texts import Missing, in_other_texts
from claimcli.texts import Texts, prepare, texts_in

SMITH = "The envoys came back.\nThe king kept the silver,\nand the gener-\nals asked for horses.\n"
QUOTE = "and the generals asked for horses"


def at_hand(directory: Path, **written: str) -> Texts:
    for name, text in written.items():
        (directory / f"{name}.txt").write_text(text, encoding="utf-8")
    return Texts(texts_in(directory))


@cases(
    ("quote", "line"),
    [
        (QUOTE, 3),
        ("envoys came back", 1),
        ("The king kept […] asked for horses", 2),
        ("[t]he king kept the 'silver'", None),
        ("the king kept the silver", None),
        ("the king kept no silver", None),
        ("the generals asked for a horse", None),
        ("horses", None),  # one word stands anywhere
    ],
)
def test_the_line_of_the_other_text(tmp_path: Path, quote: str, line: int | None) -> None:
    texts = at_hand(tmp_path, kim="Nothing of it.", smith=SMITH)
    missing = Missing("kim", quote)
    expected = {missing: f"stands in smith, line {line}"} if line else {}
    assert in_other_texts([missing], texts) == expected


@cases(
    ("quote", "text"),
    [
        ("金軍既至城下", "序。\n時金軍既至\n城下，遂攻之。"),
        ("Царь никогда не ждал войска", "Так.\nЦарь никогда не ждал\nвойска."),
        ("בראשית ברא אלהים", "כן.\nבראשית ברא אלהים את"),
        ("« la paix du royaume »", "Ah.\nIl dit “la paix du royaume” alors."),
    ],
)
def test_other_scripts(tmp_path: Path, quote: str, text: str) -> None:
    texts = at_hand(tmp_path, kim="Nothing of it.", smith=text)
    found = in_other_texts([Missing("kim", quote)], texts)
    assert list(found.values()) == ["stands in smith, line 2"]


def test_the_own_text_and_texts_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "b.pdf").write_bytes(b"no PDF")
    texts = at_hand(tmp_path, smith=SMITH, young=SMITH)
    assert in_other_texts([Missing("smith", QUOTE)], texts) == {
        Missing("smith", QUOTE): "stands in young, line 3"
    }
    (tmp_path / "young.txt").unlink()
    assert in_other_texts([Missing("smith", QUOTE)], texts) == {}


@pytest.mark.slow
def test_no_more_is_read_and_looked_at_than_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    often = " ".join(["generals asked for their horses"] * 50)
    written = {f"text{number:03}": often for number in range(200)}
    texts = at_hand(tmp_path, kim="Nothing.", **written)
    prepared = []

    def counted(text: str) -> object:
        prepared.append(text)
        return prepare(text)

    monkeypatch.setattr(other_texts, "prepare", counted)
    missing = [Missing("kim", f"{QUOTE} {word}") for word in ("one", "two", "three")]
    assert in_other_texts(missing, texts) == {}
    assert len(prepared) <= other_texts.MOST_TRIED + 20
    monkeypatch.setattr(other_texts, "MOST_READ", len(often) + len("Nothing."))
    prepared.clear()
    in_other_texts(missing, texts)
    assert len(prepared) == 3 * 20
