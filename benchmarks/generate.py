"""A corpus of any size to measure on: `python benchmarks/generate.py DIR [--claims 100000]`.

The same seed gives the same corpus. Words follow Zipf's law over a vocabulary with a long tail;
the names of the people, places and scholars are Chinese, Russian and Korean, each written now in
Han or Cyrillic, now in one romanization, now in another. One question has a thousand claims.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

Fields = dict[str, Any]

COMMON = """the of and in to that was his by as for on with from their which at an were who had
not this but after court war emperor army treaty north frontier envoy tribute alliance border
general troops siege peace demanded refused argued claims held reign dynasty province officials
chronicle campaign cavalry ceded annual payments policy revolt commander defeat prefecture captured
promised attacked negotiated restored surrendered withdrew sources suggest probably blame
provoked weakness strength economy grain famine taxation silk silver horses northern southern
western eastern ministers faction reform memorial edict garrison river wall pass city capital
fortress allies enemies vassal rebels peasants merchants trade""".split()
SYLLABLES = """ba be bra ca ce cla co cre da de dra el en er fa fe fin fo ga ge gra ha he ho il im
in ka ke la le li lo ma me mi mon na ne no or pa pe per pla po pro ra re ri ro sa se sta ste tor
ta te ti tra tu un ur va ve vi""".split()
ENDINGS = "tion ment ing ed ness ity al ous er ism ist ary ence able ive".split()

# Characters of Chinese names: Han, pinyin, Wade–Giles, Palladius.
SURNAMES = """張 zhang chang чжан|王 wang wang ван|李 li li ли|劉 liu liu лю
|陳 chen ch'en чэнь|楊 yang yang ян|趙 zhao chao чжао|黃 huang huang хуан|周 zhou chou чжоу
|吳 wu wu у|徐 xu hsü сюй|孫 sun sun сунь|朱 zhu chu чжу|馬 ma ma ма|胡 hu hu ху|郭 guo kuo го
|何 he ho хэ|高 gao kao гао|林 lin lin линь|鄭 zheng cheng чжэн|謝 xie hsieh се|宋 song sung сун
|唐 tang t'ang тан|許 xu hsü сюй|韓 han han хань|馮 feng feng фэн|曹 cao ts'ao цао
|曾 zeng tseng цзэн|彭 peng p'eng пэн|蕭 xiao hsiao сяо|蔡 cai ts'ai цай|潘 pan p'an пань
|田 tian t'ien тянь|董 dong tung дун|袁 yuan yüan юань|于 yu yü юй|余 yu yü юй|葉 ye yeh е
|蔣 jiang chiang цзян|杜 du tu ду|蘇 su su су|魏 wei wei вэй|程 cheng ch'eng чэн|呂 lü lü люй
|丁 ding ting дин|沈 shen shen шэнь|任 ren jen жэнь|姚 yao yao яо"""
GIVEN = """覺 jue chüeh цзюэ|俊 jun chün цзюнь|偉 wei wei вэй|明 ming ming мин|德 de te дэ
|光 guang kuang гуан|文 wen wen вэнь|武 wu wu у|國 guo kuo го|安 an an ань|平 ping p'ing пин
|子 zi tzu цзы|大 da ta да|天 tian t'ien тянь|世 shi shih ши|元 yuan yüan юань
|宗 zong tsung цзун|弘 hong hung хун|昌 chang ch'ang чан|永 yong yung юн|泰 tai t'ai тай
|中 zhong chung чжун|正 zheng cheng чжэн|敏 min min минь|彥 yan yen янь|邦 bang pang бан
|達 da ta да|飛 fei fei фэй|檜 hui hui хуй|貫 guan kuan гуань|良 liang liang лян|嗣 si ssu сы
|綱 gang kang ган|澤 ze tse цзэ|師 shi shih ши|道 dao tao дао|雅 ya ya я|康 kang k'ang кан
|通 tong t'ung тун|延 yan yen янь|年 nian nien нянь|仲 zhong chung чжун|思 si ssu сы
|溫 wen wen вэнь|敬 jing ching цзин|休 xiu hsiu сю|純 chun ch'un чунь|齊 qi ch'i ци
|全 quan ch'üan цюань"""
RUSSIAN = """Воробьев Vorob'ev|Окладников Okladnikov|Шавкунов Shavkunov
|Гончаров Goncharov|Кычанов Kychanov|Соловьев Solov'ev|Григорьев Grigor'ev
|Медведев Medvedev|Ларичев Larichev|Яковлев Iakovlev|Щербаков Shcherbakov|Дьяков D'iakov
|Зайцев Zaitsev|Ермаков Ermakov|Попов Popov|Лебедев Lebedev|Козлов Kozlov|Новиков Novikov
|Морозов Morozov|Волков Volkov"""
KOREAN = """김부식 Kim Pusik|윤관 Yun Kwan|이자겸 Yi Chagyŏm|정지상 Chŏng Chisang
|최충헌 Ch'oe Ch'unghŏn|강감찬 Kang Kamch'an|서희 Sŏ Hŭi|묘청 Myoch'ŏng"""

CLAIMS_OF_A_FILE = 500
LARGE_QUESTION = 1000
CERTAINTIES = ("asserted", "argued", "probable", "conjectured")
SCHOOLS = ("soviet", "russian", "chinese", "western", "korean", "japanese")


def _table(text: str) -> list[list[str]]:
    return [row.split(" ") for row in text.replace("\n", "").split("|")]


class World(NamedTuple):
    """What the claims are made from: words and names with their cumulative frequencies."""

    words: list[str]
    word_weights: list[float]
    names: list[tuple[str, ...]]
    name_weights: list[float]
    scholars: list[Fields]
    sources: list[Fields]


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 3) for rank in range(count)))


def _vocabulary(rng: random.Random, size: int) -> list[str]:
    words = dict.fromkeys(COMMON)
    while len(words) < size:
        stem = "".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 3, 4))))
        words[stem + rng.choice(("", "", *ENDINGS))] = None
    return list(words)


def _chinese(rng: random.Random) -> tuple[str, ...]:
    """One name: Han, pinyin, Wade–Giles, Palladius."""
    surname = rng.choice(_table(SURNAMES))
    given = rng.sample(_table(GIVEN), rng.choice((1, 2, 2)))
    first = given[0]
    rest = given[1] if len(given) > 1 else ["", "", "", ""]
    wade = "-".join(filter(None, (first[2], rest[2]))).capitalize()
    return (
        surname[0] + first[0] + rest[0],
        f"{surname[1]} {first[1]}{rest[1]}".title(),
        f"{surname[2].capitalize()} {wade}",
        f"{surname[3]} {first[3]}{rest[3]}".title(),
    )


def _initials(rng: random.Random) -> tuple[str, str]:
    pairs = list(zip("АБВГДИКЛМНПСТ", "ABVGDIKLMNPST", strict=True))
    chosen = rng.choices(pairs, k=2)
    return ". ".join(c for c, _ in chosen) + ".", ". ".join(c for _, c in chosen) + "."


def _scholar(rng: random.Random, number: int) -> Fields:
    if number % 3 == 0:
        han, pinyin, wade, palladius = _chinese(rng)
        names = [(han, "han"), (wade, "wade-giles"), (palladius, "palladius")]
        name, school = pinyin, rng.choice(("chinese", "western"))
    else:
        cyrillic, latin = rng.choice(_table(RUSSIAN))
        before, after = _initials(rng)
        stem = rng.choice(("", "Ново", "Старо", "Бело"))
        roman = {"": "", "Ново": "Novo", "Старо": "Staro", "Бело": "Belo"}[stem]
        family = (roman + latin.lower()).capitalize() if stem else latin
        names = [(f"{(stem + cyrillic.lower()).capitalize()} {before}", "cyrillic")]
        name, school = f"{after} {family}", rng.choice(SCHOOLS)
    spelled = [{"value": value, "scheme": scheme} for value, scheme in names]
    return {
        "id": f"scholar-{number}", "name": name, "kind": "person",
        "school": school, "names": spelled,
    }  # fmt: skip


def _author(world: World, source: int) -> Fields:
    """The scholar who wrote the source of that number."""
    return world.scholars[source % len(world.scholars)]


def _source(rng: random.Random, world: World, number: int) -> Fields:
    holder = _author(world, number)["name"].split(" ")
    title = " ".join(_words(rng, world, 6)).capitalize()
    author = [{"family": holder[-1], "given": " ".join(holder[:-1])}]
    return {
        "id": f"source-{number}", "type": "book", "title": title, "author": author,
        "issued": str(rng.randint(1880, 2020)),
    }  # fmt: skip


def _world(rng: random.Random, claims: int) -> World:
    words = _vocabulary(rng, max(2000, min(60_000, claims)))
    names: list[tuple[str, ...]] = [_chinese(rng) for _ in range(max(50, claims // 25))]
    names += [tuple(row) for row in _table(RUSSIAN)]
    names += [(han, " ".join(roman)) for han, *roman in _table(KOREAN)]
    rng.shuffle(names)
    scholars = [_scholar(rng, number) for number in range(max(20, claims // 50))]
    world = World(words, _zipf(len(words)), names, _zipf(len(names)), scholars, [])
    sources = [_source(rng, world, number) for number in range(max(30, claims // 30))]
    return world._replace(sources=sources)


def _words(rng: random.Random, world: World, count: int) -> list[str]:
    return rng.choices(world.words, cum_weights=world.word_weights, k=count)


def _sentence(rng: random.Random, world: World, count: int) -> str:
    words = _words(rng, world, count)
    for name in rng.choices(
        world.names, cum_weights=world.name_weights, k=rng.choice((0, 1, 1, 2))
    ):
        words.insert(rng.randint(1, len(words)), rng.choice(name))
    if rng.random() < 0.8:  # most sentences begin with one of a few words
        words.insert(0, rng.choice(COMMON[:30]))
    text = " ".join(words)
    return text[0].upper() + text[1:]


def _claim(rng: random.Random, world: World, number: int, stances: tuple[str, ...]) -> Fields:
    at = rng.randrange(len(world.sources))
    source = world.sources[at]
    claim: Fields = {
        "id": f"claim-{number}",
        "stance": rng.choice(stances),
        "scholars": [_author(world, at)["id"]],
        "statement": _sentence(rng, world, 20) + ".",
        "citation": {"source": source["id"], "locator": f"p. {rng.randint(1, 400)}"},
        "quote": _sentence(rng, world, 14),
    }
    later = [s for s in rng.choices(world.sources, k=2) if s["issued"] > source["issued"]]
    if later and rng.random() < 0.6:
        claim["via"] = [{"source": later[0]["id"]}]
    if rng.random() < 0.5:
        claim["certainty"] = rng.choice(CERTAINTIES)
    if rng.random() < 0.3:
        claim["period"] = f"{rng.randint(960, 1279):04}"
    if rng.random() < 0.3:
        claim["note"] = _sentence(rng, world, 12) + "."
    if number and rng.random() < 0.1:
        claim["basis"] = [{"claim": f"claim-{rng.randrange(number)}"}]
    return claim


STANCES = ("jin-began", "song-began", "both-began", "none")


def _question(rng: random.Random, world: World, number: int) -> Fields:
    return {
        "id": f"question-{number}",
        "question": _sentence(rng, world, 6) + "?",
        "stances": {
            stance: {"label": stance.replace("-", " ").capitalize()} for stance in STANCES[:3]
        },
    }


def files(claims: int = 100_000, seed: int = 1) -> Iterator[tuple[str, Fields]]:
    """Each file's path and what is in it: questions with their claims, scholars, sources."""
    rng = random.Random(seed)
    world = _world(rng, claims)
    yield "corpus.yaml", {"title": "A corpus to measure on", "format": "1"}
    yield "scholars.yaml", {"scholars": world.scholars}
    yield "sources.yaml", {"references": world.sources}
    yield "names.yaml", {"names": _name_records(world)}
    done = number = 0
    while done < claims:
        large = number == 0 and claims >= 10 * LARGE_QUESTION
        size = min(LARGE_QUESTION if large else CLAIMS_OF_A_FILE, claims - done)
        made = [_claim(rng, world, done + i, STANCES) for i in range(size)]
        yield f"questions/q{number:04}.yaml", {**_question(rng, world, number), "claims": made}
        done += size
        number += 1


def _name_records(world: World) -> list[Fields]:
    """A record for every twentieth name."""
    chosen = [name for name in world.names[::20] if len(name) == 4]
    return [
        {
            "id": f"name-{number}", "name": name[1], "kind": "person",
            "spellings": [{"value": name[0], "scheme": "han"}, {"value": name[2]}],
        }
        for number, name in enumerate(chosen)
    ]  # fmt: skip


def as_yaml(fields: Fields) -> str:
    """One file's text, in the manner that people write it."""
    return "".join(f"{key}:{_value(value, '')}" for key, value in fields.items())


def _value(value: object, indent: str) -> str:
    if isinstance(value, str):
        plain = value[0].isalpha() and ": " not in value and " #" not in value
        return (
            f" {value}\n" if plain or value.isdigit() else " '" + value.replace("'", "''") + "'\n"
        )
    if isinstance(value, dict):
        return "\n" + "".join(f"{indent}  {k}:{_value(v, indent + '  ')}" for k, v in value.items())
    assert isinstance(value, list)
    return "\n" + "".join(_entry(entry, indent) for entry in value)


def _entry(entry: object, indent: str) -> str:
    if isinstance(entry, str):
        return f"{indent}- {entry}\n"
    assert isinstance(entry, dict)
    lines = (f"{indent}  {key}:{_value(value, indent + '  ')}" for key, value in entry.items())
    return f"{indent}- " + "".join(lines)[len(indent) + 2 :]


def write(folder: Path, claims: int = 100_000, seed: int = 1) -> None:
    """Write the corpus into a folder, which is made where it is missing."""
    for path, fields in files(claims, seed):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(as_yaml(fields), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, options.claims, options.seed)
