"""Folding and words: values from the rules of each script, and what must hold of any text."""

import re
import sqlite3
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.names.folding import APOSTROPHES, Token, fold, has_han, index_text, is_han, tokens


@cases(
    ("text", "folded"),
    [
        ("Vorob'ev", "vorobev"),
        ("Vorob`ev", "vorobev"),
        ("Vorobʹëv", "vorobev"),
        ("Воробьёв", "воробьев"),
        ("Кычанов", "кычанов"),
        ("Юрий", "юрий"),
        ("ЩЕРБАТСКОЙ", "щербатской"),
        ("Koryŏ", "koryo"),
        ("Lü Buwei", "lu buwei"),
        ("Zhū Xī", "zhu xi"),
        ("P’ing-chou", "ping-chou"),
        ("Straße Æsir Łódź Đặng", "strasse aesir lodz dang"),
        ("ﬁne Ｈａｎ ①", "fine han 1"),
        ("女眞 張覺", "女真 张觉"),
        ("髙宗 淸史 后汉", "高宗 清史 后汉"),
        ("豊臣 渋谷 聡明", "丰臣 涩谷 聪明"),
        ("ｶﾞ が", "ガ が"),
        ("고려", "고려"),
        ("soft\u00adhyphen zero\u200dwidth", "softhyphen zerowidth"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_short_i_is_a_letter_in_either_normal_form() -> None:
    assert fold("Бои\u0306") == fold("Бой") == "бой"
    assert fold("Бои") == "бои"


def test_decomposed_and_composed_fold_alike() -> None:
    assert fold("Воробье\u0308в Nu\u0308zhen") == "воробьев nuzhen"
    assert fold("\u1100\u1169\u1105\u1167") == "고려"


@cases("mark", APOSTROPHES)
def test_every_apostrophe_stays_inside_a_word_and_folds_away(mark: str) -> None:
    assert tokens(f"P{mark}ing") == [Token(0, 5, "ping")]


def test_tokens_have_offsets_into_the_text_as_given() -> None:
    text = "At P’ing-chou «张覺» Nu\u0308-chen, 1125–26"
    assert [(text[t.start : t.end], t.folded) for t in tokens(text)] == [
        ("At", "at"),
        ("P’ing", "ping"),
        ("chou", "chou"),
        ("张", "张"),
        ("覺", "觉"),
        ("Nu\u0308", "nu"),
        ("chen", "chen"),
        ("1125", "1125"),
        ("26", "26"),
    ]


def test_quotation_marks_and_possessives_are_no_part_of_a_word() -> None:
    assert index_text("'The Jin's war', the Jurchens' war, Vorob’ev’s book, it's") == (
        "the jin war the jurchens war vorobev book it"
    )


def test_words_of_other_scripts_stay_whole() -> None:
    assert [t.folded for t in tokens("שָׁלוֹם हिन्दी ภาษาไทย")] == ["שלום", "हिन्दी", "ภาษาไทย"]


def test_has_han() -> None:
    assert has_han("the 張")
    assert not has_han("the Чжан 장")


def test_nothing_but_signs_has_no_words() -> None:
    assert tokens("… — ' \u0301 🙂") == []
    assert index_text("\x00\n\t") == ""


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aÉё йИ'’-張覺眞고ü\u0308\u0306 .1ŏ"))
def test_the_index_has_the_words_of_the_text(text: str) -> None:
    assert index_text(text).split() == [t.folded for t in tokens(text)]
    assert all(fold(text[t.start : t.end]) == t.folded for t in tokens(text))


def test_sqlite_keeps_the_words_as_they_are() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table t using fts5(x, tokenize='unicode61')")
    database.execute("create virtual table v using fts5vocab(t, row)")
    words = index_text("Кычанов Koryŏ Lü 張覺 고려 Straße 1125 Æsir")
    database.execute("insert into t values (?)", (words,))
    found = {row[0] for row in database.execute("select term from v")}
    assert found == set(words.split())


def test_no_variant_folds_to_another_variant() -> None:
    tables = Path(fold.__code__.co_filename).parent / "tables"
    lines = (tables / "han_variants.txt").read_text(encoding="utf-8").splitlines()
    pairs = [(v, line[0]) for line in lines if not line.startswith("#") for v in line[2:]]
    assert len(pairs) > 4000
    assert [v for v, simplified in pairs if fold(v) != fold(simplified)] == []
    assert re.search("[淸髙眞]", "".join(v for v, _ in pairs))


@cases(
    ("sign", "han"),
    [
        ("\u2e7f", False),  # the first radical is the next
        ("\u2e80", True),
        ("\u2fd5", True),  # the last radical
        ("\u3005", True),
        ("\u3006", False),
        ("\u4e00", True),
        ("\u9fff", True),
        ("\ua000", False),  # Yi
        ("\U00020000", True),
        ("\U0003ffff", True),
    ],
)
def test_what_is_han(sign: str, han: bool) -> None:
    assert (is_han(sign), has_han(f"a {sign}")) == (han, han)
