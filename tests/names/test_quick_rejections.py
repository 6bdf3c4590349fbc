"""What is told without a table: it must never say no to a syllable."""

from __future__ import annotations

import pytest

from claimcli.names import sinitic
from claimcli.names.match_keys import sinitic_asked, sinitic_indexed
from claimcli.names.tables import syllables

pytestmark = pytest.mark.slow


def _latin_spellings() -> set[str]:
    spelt = {spelling for s in syllables() for spelling in (*s.pinyin, *s.wade_giles)}
    without_h = {s[:-1] for s in spelt if s.endswith(("eh", "erh"))}
    bare = {s.replace("'", "") for s in spelt | without_h}
    return bare | {s.replace("v", "u") for s in bare} | {"shaan", "xian"}


def test_beginnings_and_endings_are_those_of_the_tables() -> None:
    assert {s[:2] for s in _latin_spellings()} == sinitic.BEGINNINGS
    assert {s[-2:] for s in _latin_spellings()} == sinitic.ENDINGS


def test_every_spelling_is_read_after_another_syllable() -> None:
    spelt = [spelling for s in syllables() for spelling in s.pinyin if spelling[0] not in "aeo"]
    for spelling in (s.replace("v", "ü") for s in spelt):
        assert sinitic.part("ba" + spelling).sinitic, spelling


@pytest.mark.parametrize("foreign", ["Frontier", "Emperor", "Смирнов", "Xq"])
def test_a_foreign_word_before_a_name_makes_no_name_with_it(foreign: str) -> None:
    assert sinitic_indexed((foreign, "P'an")) == []
    assert sinitic_asked((foreign, "P'an")) == []
    assert "\ue000ppan" in sinitic_asked(("P'an",))
