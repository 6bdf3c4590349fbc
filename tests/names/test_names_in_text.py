"""Names inside running text, found by a query in any spelling; and ordinary English left alone."""

import csv
import random
import sqlite3
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.names.folding import fold, index_text, tokens
from claimcli.names.recognition import NameMatch, explain, index_keys, query_keys, text_keys

HERE = Path(__file__).parent

TEMPLATES = (
    "{} held that the truce was broken.",
    "In 1125 the court heard that {} had turned against it.",
    "According to the annals, {}, who had served under another flag, surrendered.",
    "Scholars disagree about {}.",
    "The letter of {} reached the capital.",
)


def pairs() -> list[tuple[str, str, bool]]:
    """All lists, without what must be declared, Han by itself and names in another order."""
    rows: list[dict[str, str]] = []
    for name in ("development_pairs.csv", "pairs.csv", "further_pairs.csv"):
        with (HERE / name).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    kinds = ("cyr", "palladius", "wg", "han", "kor", "different")
    return [(r["a"], r["b"], r["same"] == "yes") for r in rows if r["kind"] in kinds]


def found(query: str, text: str) -> bool:
    """Whether a search would find the query: as words, by the whole name's key, or word by word."""
    words, keys = query.split(), text_keys(text)
    as_words = f" {index_text(query)} " in f" {index_text(text)} "
    spans = {(c.start, c.end) for c in query_keys(words) if c.keys & keys}
    word_by_word = all((at, at + 1) in spans for at in range(len(words)))
    return as_words or (0, len(words)) in spans or word_by_word


# The query is a word of the other's name there.
PART_OF_THE_OTHER = {("Solov'ev", "Soloviov-Sedoi")}


@pytest.mark.slow
@cases("template", TEMPLATES)
def test_the_same_name_in_a_sentence_and_no_other(template: str) -> None:
    for a, b, same in pairs():
        for query, name in ((a, b), (b, a)):
            is_there = same or (query, name) in PART_OF_THE_OTHER
            assert found(query, template.format(name)) == is_there, (query, name)


@cases("query", ["Pingzhou", "Ping-chou", "P'ing-chou", "Ping Zhou", "pingzhou"])
@cases("written", ["Pingzhou", "Ping-chou", "P’ing-chou", "Ping Zhou", "平州", "Пинчжоу"])
def test_apart_joined_and_hyphenated(query: str, written: str) -> None:
    assert found(query, f"He held {written} until 1125.")


@cases(
    ("query", "text", "written", "label"),
    [
        ("Zhang Jue", "when Chang Chue of P'ing-chou fell", "Chang Chue", "Wade–Giles"),
        ("chang chüeh", "when Zhang Jue fell", "Zhang Jue", "pinyin"),
        ("張覺", "восстание Чжан Цзюэ", "Чжан Цзюэ", "Palladius"),
        ("Zhang Jue", "平州張覺叛金", "張覺", "Han"),
        ("Wan-yen A-ku-ta", "完顏阿骨打起兵", "完顏阿骨打", "Han"),
        ("Сун", "the Sung court", "Sung", "Wade–Giles"),
        ("Воробьёв", "in Vorob’ev’s book", "Vorob’ev", "transliteration"),
        ("vorobyov", "М. В. Воробьев писал", "Воробьев", "Cyrillic"),
        ("Koryo", "고려는 거란과 싸웠다", "고려", "Hangul"),
        ("고려", "the kingdom of Koryŏ", "Koryŏ", "McCune–Reischauer"),
        ("삼국사기", "the Samguk sagi says", "Samguk sagi", "Korean romanization"),
        ("Jin shi", "as the Chin shih has it", "Chin shih", "Wade–Giles"),
        (
            "Sanchao beimeng huibian",
            "so San-ch'ao pei-meng hui-pien 5",
            "San-ch'ao pei-meng hui-pien",
            "Wade–Giles",
        ),
    ],
)
def test_explained_with_its_place(query: str, text: str, written: str, label: str) -> None:
    start = text.index(written)
    assert explain(query.split(), text) == NameMatch(start, start + len(written), label)


def test_the_longest_group_of_words_is_explained() -> None:
    text = "Chang Pang-ch'ang and then Chang Chue"
    assert explain(["truce", "Zhang", "Jue"], text) == NameMatch(27, 37, "Wade–Giles")


def test_a_name_that_is_not_there_is_not_explained() -> None:
    assert explain(["Zhang Jun"], "Chang Chüeh of Ping-chou") is None
    assert explain(["張覺"], "張俊 and 張角") is None


def test_groups_of_a_query_longest_first() -> None:
    candidates = query_keys(["treaty", "Zhang", "Jue", "P'ing-chou"])
    groups = [(c.start, c.end) for c in candidates]
    assert groups == sorted(groups, key=lambda group: (group[0] - group[1], group[0]))
    assert (1, 3) in groups
    assert (0, 2) not in groups
    assert (1, 4) not in groups  # a name is in one romanization


def test_han_never_asks_for_readings_of_han() -> None:
    (candidate,) = query_keys(["金史"])
    assert not candidate.keys & text_keys("晉史")
    assert candidate.keys & text_keys("the Jin shi")


def test_one_character_alone_is_read_as_it_mostly_is() -> None:
    assert found("長", "It was General Chang who fled.")
    assert not found("樂", "It was General Yue who fled.")
    assert found("樂毅", "It was Yue Yi who fled.")


def test_grammar_is_no_name_by_itself() -> None:
    assert query_keys(["she"]) == []
    assert query_keys(["To"]) == []
    assert [(c.start, c.end) for c in query_keys(["su", "she"])] == [(0, 2), (0, 1)]


def test_lower_case_is_no_name_in_a_text() -> None:
    assert text_keys("the men sang a long song to the fan of the sun") == set()


def test_a_key_is_one_word_for_sqlite() -> None:
    text = "Чжан Цзюэ, Yelü Dashi, Lü, P'ing-chou, 張覺, Koryŏ, 고려, Щербатской, Ščerbatskoj"
    keys = text_keys(text)
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table t using fts5(x, tokenize='unicode61')")
    database.execute("create virtual table v using fts5vocab(t, row)")
    database.execute("insert into t values (?)", (" ".join(keys),))
    assert {row[0] for row in database.execute("select term from v")} == keys
    assert all(key[0] in "\ue000\ue006" and key[1:].isalnum() for key in keys)


PEOPLE = (
    "men,women,a man,two men,the nun,her son,the fan,a hen,the king,my mate,the tailor,the twins,"
    "our aunt,the baker,most people,the clerk,a dozen boys,Alice,Tom,Mrs Green,Dan,Ben,Jane,Peter,"
    "the children,some girls,a young lady,the miller,an old sailor,Ken,May,Lee"
).split(",")
DID = (
    "sang,ran,hung,saw,lay down near,took,found,bought,lost,painted,carried,sold,mended,forgot,"
    "asked for,looked at,talked about,put away,liked,left,kept,tore,won,gave away,shot,hit,rang"
).split(",")
THINGS = (
    "a song,the sun,a long coat,the pan,a pen,ten tins,the gun,a cup of tea,the bin,a lean pig,"
    "the tan shoes,a bang,the old fan,a wide lane,her bun,the map,nine pins,a tie,the den,a lamp,"
    "some rice,the bell,a chair,his pay,the fence,a short note,the van,a hut,a ring,the chain"
).split(",")
WHEN = (
    "at noon,last May,on Sunday,in the rain,then and there,by the sea,in June,long ago,so far,"
    "before ten,too late,on the way home,in London,near Paris,after the meal,all the same"
).split(",")
OPENERS = (
    "She,He,So,Long before that,Men say that,Then,To be sure,No doubt,Song after song,Sun or rain,"
    "Fan or foe,Dan says,Can you see how,May I add that,You know,Ten times,In the end,On Monday,"
    "Many a time,Hung on the wall,Tie or no tie,Gang or no gang,Pan in hand,Bin day came and,"
    "Lean years passed and,Tan as a nut,Sure enough,Yes,An hour later,As ever,Sing or not,"
    "Pen in hand,Wan and tired,Ran or walked,Lung trouble or not,Chin up,War or peace,Shed or barn"
).split(",")


def ordinary_sentences(count: int) -> list[str]:
    """Everyday English full of words that could be syllables, at the head of sentences as well."""
    choose = random.Random(1125).choice
    sentences = []
    for number in range(count):
        plain = f"{choose(PEOPLE)} {choose(DID)} {choose(THINGS)} {choose(WHEN)}."
        opener = choose(OPENERS)
        sentences.append(f"{opener} {plain}" if number % 2 else plain[0].upper() + plain[1:])
    return sentences


ONE_SYLLABLE_NAMES = {
    "Latin": (
        "Zhang Zhao Li Wang Song Sung Jin Chin Liao Han Tang Sui Chen Ch'en Zhu Chu Yue Yüeh Xu Hsü"
        " Qin Ch'in Lü Lu Fan Men Long Lung Sun She Shih Meng Tan Dan Pan Gan Wen Wan Ma Mao Hu"
        " Huang Yang Yen Tu Du Ting Ding Su Ho"
    ),
    "Han": (
        "張 趙 李 王 宋 金 遼 漢 唐 隋 陳 朱 岳 徐 秦 呂 盧 范 門 龍 孫 佘 石 孟 譚 單 潘 甘 文 萬"
        " 馬 毛 胡 黃 楊 嚴 杜 丁 蘇 何 梁 林 鄧 曹 彭 呂 田 任 姜 方"
    ),
    "Cyrillic": (
        "Чжан Чжао Ли Ван Сун Цзинь Ляо Хань Тан Суй Чэнь Чжу Юэ Сюй Цинь Люй Лу Фань Мэнь Лун Сунь"
        " Шэ Ши Мэн Тань Дань Пань Гань Вэнь Вань Ма Мао Ху Хуан Ян Янь Ду Дин Су Хэ Лян Линь Дэн"
        " Цао Пэн Тянь Жэнь Цзян Фан Бин"
    ),
}


@cases("script", list(ONE_SYLLABLE_NAMES))
def test_ordinary_english_does_not_drown_in_names(script: str) -> None:
    names = ONE_SYLLABLE_NAMES[script].split()
    sentences = ordinary_sentences(1000)
    assert (len(names), len(set(sentences))) >= (50, 900)
    indexed = [(text_keys(s), {t.folded for t in tokens(s)}) for s in sentences]
    false_hits = [
        (name, sentence)
        for name in names
        for candidate in query_keys([name])
        for sentence, (keys, words) in zip(sentences, indexed, strict=True)
        if candidate.keys & keys and fold(name) not in words
    ]
    assert false_hits[10:] == []


def test_a_capital_within_a_sentence_is_a_name_all_the_same() -> None:
    assert found("Lung", "It was General Long who fled.")
    assert not found("Lung", "Long before that they fled.")
    assert found("Chang Lung", "Zhang Long fled.")


@cases("before", ["", "They fled.", "“They fled!”", "Whither?", "So it was:"])
def test_a_sentence_begins_after_a_few_blanks_and_quotation_marks(before: str) -> None:
    assert not found("Lung", f"{before} “Long before that they fled.")
    assert not found("Lung", f"{before}{' ' * (31 - len(before[-1:]))}Long before that they fled.")
    assert found("Lung", f"{before}{' ' * 32}Long before that they fled.")


def test_a_key_is_indexed_once_however_often_names_have_it() -> None:
    texts = ("Chang Chüeh met Chang Pang-ch'ang.", "In Chang 張覺 fled; Chang Chüeh too.", "張覺")
    keys = index_keys(texts).split()
    assert len(keys) == len(set(keys))
    assert set(keys) == frozenset().union(*map(text_keys, texts))
    assert index_keys(()) == index_keys(("no name here",)) == ""


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_text_is_too_strange(text: str, query: str) -> None:
    match = explain(query.split(), text)
    assert match is None or 0 <= match.start < match.end <= len(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["Chu" * 3000, "Chu-" * 2500, "Tzu " * 2500, "A" * 10_000, "張" * 10_000, "고 " * 5000]
)
def test_long_runs_do_not_run_away(text: str) -> None:
    assert len(text_keys(text)) < 3000
    assert len(query_keys(text.split())) < 40_000  # stretches of up to eight of 5000 words


def test_numbers_of_tones_do_not_count_in_a_query() -> None:
    with_tones = query_keys(["Zhang1", "Jue2"])
    assert with_tones == query_keys(["Zhang", "Jue"])
    assert [(name.start, name.end) for name in with_tones] == [(0, 2), (0, 1), (1, 2)]


TITLES = (
    "建炎以來繫年要錄",
    "Chien-yen i-lai hsi-nien yao-lu",
    "Jianyan yilai xinian yaolu",
    "Jian yan yi lai xi nian yao lu",
)


@cases(("query", "written"), list(product(TITLES, TITLES)))
def test_titles_of_eight_syllables(query: str, written: str) -> None:
    assert found(query, f"This rests on the 《{written}》 alone.")


def test_the_first_characters_of_a_long_run() -> None:
    assert found("Jianyan yilai xinian", "建炎以來繫年要錄卷一")


@cases(
    ("query", "text", "is_there"),
    [
        ("Yuanshi", "when Yüan Shih-k'ai fell", False),
        ("元史", "when Yüan Shih-k'ai fell", False),
        ("Yuanshi", "когда Юань Ши-кай умер", False),
        ("元史", "the Yüan shih says", True),
        ("Yuan Shikai", "when Yüan Shih-k'ai fell", True),
        ("Shikai", "when Yüan Shih-k'ai fell", True),
        ("金太", "under Chin T'ai-tsu", False),
        ("金太祖", "under Chin T'ai-tsu", True),
        ("Huanglong", "at Huang-lung-fu", True),  # a place without what it is
        ("西夏", "the Hsi Hsia-led army", True),
        ("西夏", "the Hsi Hsia-made bow", True),
        ("西夏", "the Xi Xia-Song border", True),
        ("김부", "as Kim Pu-sik wrote", False),
        ("김부식", "as Kim Pu-sik wrote", True),
    ],
)
def test_a_name_over_a_space_takes_all_that_hyphens_join(
    query: str, text: str, is_there: bool
) -> None:
    assert found(query, text) == is_there


@cases(
    ("query", "text"),
    [
        ("삼국유사", "the Samguk yusa of Iryŏn"),
        ("고려사", "the Koryŏ sa says"),
        ("임진왜란", "after the Imjin waeran"),
        ("Чен", "as Chen held"),
        ("Троцкий", "as Trockij held"),
    ],
)
def test_what_can_be_chinese_as_well(query: str, text: str) -> None:
    assert found(query, text)
