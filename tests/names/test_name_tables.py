"""The shipped tables against a complete list of syllables, and each repair by itself."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from support import cases

from claimcli.names.folding import fold
from claimcli.names.identity import same_name
from claimcli.names.sinitic import careless_spellings, part, read_spelling
from claimcli.names.tables import readings, syllables

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def syllable_list() -> list[tuple[str, str, str]]:
    """Pinyin, Wade–Giles with all its marks, Palladius: from reference works and no library."""
    with (HERE / "syllables.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["pinyin"], row["wade_giles"], row["palladius"]) for row in rows]


SYLLABLES = syllable_list()


def exact(spelling: str) -> frozenset[str]:
    return read_spelling([part(spelling)]).exact


def key(pinyin: str) -> str:
    return pinyin.replace("ü", "v")


def test_the_list_is_complete_and_the_table_has_just_that() -> None:
    assert len(SYLLABLES) == 411
    assert sorted(s.pinyin[0] for s in syllables()) == sorted(key(p) for p, _, _ in SYLLABLES)


def test_every_syllable_in_three_romanizations() -> None:
    table = {s.pinyin[0]: s for s in syllables()}
    for pinyin, wade_giles, palladius in SYLLABLES:
        assert key(pinyin) in exact(pinyin)
        assert key(pinyin) in exact(palladius), palladius
        plain = wade_giles.replace("ê", "e").replace("ŭ", "u").replace("ü", "v")
        assert table[key(pinyin)].wade_giles[0] == plain
        if "'" in wade_giles:
            assert key(pinyin) in exact(wade_giles), wade_giles
        bare = wade_giles.replace("'", "")
        assert read_spelling([part(bare)]).careless & careless_spellings(key(pinyin)), bare


SHARED_PALLADIUS = {"ло": {"luo", "lo"}}


def test_palladius_means_one_syllable() -> None:
    for pinyin, _, palladius in SYLLABLES:
        assert exact(palladius) == SHARED_PALLADIUS.get(palladius, {key(pinyin)}), palladius


# Where ü is often printed as u, an aspirate alone does not tell the two apart.
WITH_OR_WITHOUT_UMLAUT = {
    "ch'u": {"chu", "qu"},
    "ch'uan": {"chuan", "quan"},
    "ch'un": {"chun", "qun"},
}


def test_every_other_aspirated_spelling_means_one_syllable() -> None:
    aspirated = {w: {key(p)} for p, w, _ in SYLLABLES if "'" in w}
    assert {w: exact(w) for w in aspirated} == aspirated | WITH_OR_WITHOUT_UMLAUT


@cases(
    ("han", "pinyin", "wade_giles"),
    [  # where pypinyin has -ei or another syllable
        ("愛", "ai", "ai"),
        ("海", "hai", "hai"),
        ("來", "lai", "lai"),
        ("買", "mai", "mai"),
        ("乃", "nai", "nai"),
        ("塞", "sai", "sai"),
        ("曬", "shai", "shai"),
        ("外", "wai", "wai"),
        ("火", "huo", "huo"),
        ("說", "shuo", "shuo"),
        ("鐵", "tie", "t'ieh"),
    ],
)
def test_repaired_wade_giles(han: str, pinyin: str, wade_giles: str) -> None:
    assert same_name(han, wade_giles)
    assert pinyin in readings(fold(han))
    assert careless_spellings(pinyin) == {wade_giles.replace("'", "")}


@cases(
    ("cyrillic", "pinyin"),
    [("до", "duo"), ("чо", "chuo"), ("шо", "shuo"), ("со", "suo"), ("то", "tuo"), ("йо", "yo")],
)
def test_repaired_palladius(cyrillic: str, pinyin: str) -> None:
    assert exact(cyrillic) == {pinyin}


REPAIRED_VARIANTS = (
    "清淸 高髙 青靑 告吿 乡鄕 尚尙 绪緖 吴呉 焰焔 邻隣 剑劒 回囘 回囬 回廻 国囯 国圀"
    " 参叅 宝寳 寇宼 寇冦 鼓鼔 年秊 村邨 疏疎 略畧 阴隂 兔兎 俞兪 会㑹 研硏 郎郞 慎愼"
    " 填塡 颠顚 颖頴 冰氷 历厯 远逺 往徃 熙煕 熙凞 辉煇 宁甯 冤寃 柏栢 赞讃 粗麤 强彊"
    " 耽躭 琉瑠 笑咲 哲喆 德惪 传伝 滨浜 一弌 四亖 边邉 渊渕 铁銕 矿鉱 斗闘 斗鬭 涩渋"
    " 拔抜 壮壯 真眞 内內 即卽 既旣 净淨 录録 户戶 户戸 为爲 说說 教敎 产産 叙敍 绝絶"
    " 黄黃"
).split()


def test_repaired_variants() -> None:
    assert [pair for pair in REPAIRED_VARIANTS if fold(pair[1]) != pair[0]] == []


@cases("pair", ["金晋", "芸艺", "余馀", "著着", "山陕", "全权", "覚觉"])
def test_only_variants_are_folded_together(pair: str) -> None:
    assert (fold(pair[0]) == fold(pair[1])) == (pair == "覚觉")


@cases(
    ("character", "expected"),
    [
        ("单", {"dan", "chan", "shan"}),
        ("陕", {"shan", "shaan"}),
        ("冒", {"mao", "mo"}),
        ("龟", {"gui", "qiu", "jun"}),
        ("会", {"hui", "kuai"}),
        ("万", {"wan", "mo"}),
        ("乾", {"qian", "gan"}),
        ("女", {"nv"}),
        ("莘", {"shen", "xin"}),
        ("曾", {"zeng", "ceng"}),
        ("缪", {"miao", "mou"}),
        ("翟", {"zhai", "di"}),
        ("吕", {"lv"}),
        ("鲁", {"lu"}),
    ],
)
def test_readings_of_a_character(character: str, expected: set[str]) -> None:
    assert set(readings(character)) == expected


def test_a_character_of_no_table_has_no_reading() -> None:
    assert readings("x") == ()
    assert readings("\U00020000") == ()


def test_the_tables_are_what_the_script_makes(tmp_path: Path) -> None:
    pytest.importorskip("pypinyin")
    pytest.importorskip("opencc")
    script = ROOT / "tools" / "make_name_tables.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)
    shipped = ROOT / "src" / "claimcli" / "names" / "tables"
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == ["han_readings.txt", "han_variants.txt", "syllables.txt"]
    assert [n for n in made if (tmp_path / n).read_bytes() != (shipped / n).read_bytes()] == []
