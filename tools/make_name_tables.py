"""Make the tables of claimcli.names from pypinyin and OpenCC, repaired where those are wrong.

Run it with both installed: `python tools/make_name_tables.py [DIRECTORY]`. The tables are checked
in, so only a change to this script or to a repair needs it.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

import opencc
from pypinyin import Style
from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict
from pypinyin.style import convert

TABLES = Path(__file__).parents[1] / "src" / "claimcli" / "names" / "tables"
CJK = (
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0x20000, 0x2F800),
    range(0x30000, 0x32400),
)
TONES = "\u0300\u0301\u0304\u030c"

# Standard and variant: printed forms that OpenCC leaves as they are or takes elsewhere.
VARIANT_REPAIRS = """
清淸 高髙 青靑 告吿 乡鄕 尚尙 绪緖 吴呉 焰焔 邻隣 剑劒 回囘囬廻 国囯圀 参叅 宝寳 寇宼冦 鼓鼔 年秊
村邨 疏疎 略畧 阴隂 兔兎 俞兪 会㑹 研硏 郎郞 慎愼 填塡 颠顚 颖頴 冰氷 历厯 远逺 往徃 熙煕凞 辉煇
宁甯 冤寃 柏栢 赞讃 粗麤 强彊 耽躭 琉瑠 笑咲 哲喆 德惪 传伝 滨浜 一弌 四亖 边邉 渊渕 铁銕 矿鉱
斗闘鬭 涩渋澁 丰豊 聪聡 拔抜 壮壯 真眞 内內 即卽 既旣 净淨 录録 户戶戸 为爲 说說 教敎 产産
叙敍 绝絶 黄黃
"""
# Readings that names need and that are not among the first two of pypinyin.
READING_REPAIRS = """
单單 dan chan shan; 陕陝 shan shaan; 冒 mao mo; 顿頓 dun du; 龟龜 gui qiu jun; 会會 hui kuai
万 wan mo; 俟 si qi; 大 da dai; 蔚尉 wei yu; 宿 su xiu; 重 zhong chong; 长 chang zhang; 行 xing hang
六 liu lu; 番 fan pan; 句 ju gou; 契 qi xie; 蕃 fan bo; 阿 a e; 月 yue rou; 茲兹 zi ci; 氏 shi zhi
曾 zeng ceng; 解 jie xie; 查 cha zha; 仇 chou qiu; 区區 qu ou; 朴 pu piao; 翟 zhai di; 叶葉 ye she
盖蓋 gai ge; 乐樂 le yue; 覃 qin tan; 洗 xi xian; 车車 che ju; 都 du dou; 石 shi dan; 女 nv
莘 shen xin; 白百 bai bo; 伯 bo bai; 薄 bo bao; 朝 chao zhao; 缪繆 miao mou; 乾 qian gan
"""

MIN_WORDS = 2  # a second reading found in fewer words is a dictionary's, and no name's

# pypinyin's Wade–Giles and Palladius where they are wrong.
WADE_GILES_REPAIRS = {
    "ai": "ai",
    "hai": "hai",
    "lai": "lai",
    "mai": "mai",
    "nai": "nai",
    "sai": "sai",
    "shai": "shai",
    "wai": "wai",
    "chua": "ch'ua",
    "huo": "huo",
    "shuo": "shuo",
    "tie": "t'ieh",
    "yai": "yai",
    "lo": "lo",
    "o": "o",
    "me": "me",
    "eng": "eng",
    "ei": "ei",
}
PALLADIUS_REPAIRS = {
    "chuo": "чо",
    "duo": "до",
    "shuo": "шо",
    "suo": "со",
    "tuo": "то",
    "yo": "йо",
    "yai": "яй",
    "lo": "ло",
    "o": "о",
    "me": "мэ",
    "eng": "эн",
    "ei": "эй",
    "nun": "нунь",
    "den": "дэнь",
    "dia": "дя",
    "kei": "кэй",
}
# Further spellings in use; -eh for -e and erh are made by rule.
WADE_GILES_VARIANTS = {
    "si": "szu sze",
    "yi": "yi",
    "ge": "ke",
    "ke": "k'e",
    "he": "he",
    "e": "e",
    "gui": "kui",
    "kui": "k'ui",
    "shuo": "sho",
    "lve": "lvo",
    "wo": "uo",
}
PALLADIUS_VARIANTS = {"hui": "хой"}
PINYIN_VARIANTS = {"lv": "lyu", "nv": "nyu"}
NO_SYLLABLES = set("n ng m hng hm ê fiao cei wong din biang bong len nia rua tei".split())


@cache
def converter(scheme: str) -> opencc.OpenCC:
    """The OpenCC converter of that name."""
    return opencc.OpenCC(scheme)


def encodable(character: str, encoding: str) -> bool:
    """Whether a character set has the character."""
    try:
        character.encode(encoding)
    except UnicodeError:
        return False
    return True


def simplified_once(character: str) -> str:
    """OpenCC's answer; a regional form only where that is not the character's traditional one."""
    simplify = converter("t2s").convert
    if simplify(character) != character or encodable(character, "gb2312"):
        return str(simplify(character))
    regional = ["tw2t", "hk2t"] if encodable(character, "big5") else ["tw2t", "hk2t", "jp2t"]
    answers = (converter(scheme).convert(character) for scheme in regional)
    return next((a for a in answers if simplify(a) != character), character)


def end_of_chain(character: str, once: dict[str, str]) -> str:
    """Where a chain of variants ends."""
    seen = [character]
    while once[seen[-1]] != seen[-1]:
        seen.append(once[seen[-1]])
        if len(set(seen)) < len(seen):
            raise ValueError(f"variants of each other: {seen}")
    return seen[-1]


def han_variants() -> dict[str, str]:
    """Every character that folds to another one, to the end of the chain."""
    repairs = {v: group[0] for group in VARIANT_REPAIRS.split() for v in group[1:]}
    every = (chr(code) for code in chain(*CJK))
    settled = {character: character for character in repairs.values()}
    once = {c: simplified_once(c) for c in every} | settled | repairs
    folded = {c: end_of_chain(c, once) for c in once}
    return {character: end for character, end in folded.items() if end != character}


def toneless(reading: str) -> str:
    """Pinyin without tones, with v for ü."""
    decomposed = unicodedata.normalize("NFD", reading)
    plain = "".join(c for c in decomposed if c not in TONES)
    return unicodedata.normalize("NFC", plain).replace("ü", "v")


@cache
def repaired_readings() -> dict[str, tuple[str, ...]]:
    """The readings of READING_REPAIRS by character."""
    entries = (entry.split() for entry in READING_REPAIRS.replace("\n", ";").split(";"))
    return {c: tuple(entry[1:]) for entry in entries if entry for c in entry[0]}


@cache
def readings_in_words() -> Counter[tuple[str, str]]:
    """How many words of pypinyin's phrase list have a character in a reading."""
    return Counter(
        (character, toneless(reading[0]))
        for phrase, spoken in phrases_dict.items()
        for character, reading in zip(phrase, spoken, strict=False)
    )


def readings(character: str, simplified: str) -> tuple[str, ...]:
    """The repaired readings, else the usual one and one more if words have it; Mandarin only."""
    if character in repaired_readings():
        return repaired_readings()[character]
    listed = map(toneless, pinyin_dict.get(ord(character), "").split(","))
    usual, *others = dict.fromkeys(r for r in listed if r and r not in NO_SYLLABLES) or [""]
    counts = readings_in_words()
    living = [r for r in others if counts[simplified, r] >= MIN_WORDS]
    return (usual, *living[:1]) if usual else ()


def han_readings(variants: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Readings of simplified characters, and of variants that are read differently."""
    characters = map(chr, CJK[1])
    every = {c: readings(c, variants.get(c, c)) for c in characters}
    return {
        c: r for c, r in every.items() if r and (c not in variants or r != every.get(variants[c]))
    }


def wade_giles(pinyin: str, toned: str) -> str:
    """The standard Wade–Giles spelling, aspirates as `'`, without ê and ŭ."""
    if pinyin in WADE_GILES_REPAIRS:
        return WADE_GILES_REPAIRS[pinyin]
    return str(convert(toned, Style.WADEGILES, True)).replace("`", "'")


def palladius(pinyin: str, toned: str) -> str:
    """The standard Palladius spelling."""
    if pinyin in PALLADIUS_REPAIRS:
        return PALLADIUS_REPAIRS[pinyin]
    return "".join(c for c in convert(toned, Style.CYRILLIC, True) if not c.isdigit())


def syllables() -> Iterable[str]:
    """A line for each syllable: its pinyin, Wade–Giles and Palladius spellings, standard first."""
    toned: dict[str, str] = {"yai": "yái"}
    for reading in chain.from_iterable(v.split(",") for v in pinyin_dict.values()):
        toned.setdefault(toneless(reading), reading)
    for pinyin in sorted(toned.keys() - NO_SYLLABLES):
        forms = (
            [pinyin, PINYIN_VARIANTS.get(pinyin, "")],
            [wade_giles(pinyin, toned[pinyin]), WADE_GILES_VARIANTS.get(pinyin, "")],
            [palladius(pinyin, toned[pinyin]), PALLADIUS_VARIANTS.get(pinyin, "")],
        )
        yield "\t".join(" ".join(form).strip() for form in forms)


def grouped(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """`key characters` lines, from pairs of character and key."""
    groups: dict[str, list[str]] = {}
    for character, key in pairs:
        groups.setdefault(key, []).append(character)
    return [f"{key}\t{''.join(characters)}" for key, characters in sorted(groups.items())]


def by_reading(readings: dict[str, tuple[str, ...]]) -> Iterable[str]:
    """A line for each syllable: the characters whose usual reading it is, and the others."""
    for syllable in sorted(set(chain.from_iterable(readings.values()))):
        usual = "".join(c for c, r in readings.items() if r[0] == syllable)
        also = "".join(c for c, r in readings.items() if syllable in r[1:])
        yield f"{syllable}\t{usual}\t{also}"


def write(path: Path, says: str, lines: Iterable[str]) -> None:
    """A table with a comment that says what it is."""
    header = f"# {says} Made by tools/make_name_tables.py."
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")


def main(directory: Path) -> None:
    """Write all tables into a directory."""
    variants = han_variants()
    write(
        directory / "han_variants.txt",
        "Simplified form and its variants.",
        grouped(variants.items()),
    )
    write(
        directory / "han_readings.txt",
        "Reading, whose usual one it is, who else has it.",
        by_reading(han_readings(variants)),
    )
    write(
        directory / "syllables.txt",
        "Pinyin, Wade-Giles, Palladius; standard spelling first.",
        syllables(),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TABLES)
