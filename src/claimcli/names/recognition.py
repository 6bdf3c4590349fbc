"""Names inside running text and inside queries.

In a text a name begins at a capital letter and goes on over spaces and hyphens, with a few
lower-case parts that can be syllables (`Chin shih`). Every run of neighbouring parts gets the keys
it would have as a whole name, so that a query finds a name however it is divided. Han and Hangul
have no capitals: there every run of characters, or of words, is a name that may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from claimcli.names import korean, match_keys, romanized, uncased
from claimcli.names.folding import APOSTROPHES, fold, is_han
from claimcli.names.homographs import NOT_ALONE, SENTENCE_OPENERS
from claimcli.names.match_keys import LETTER, LETTERS, PART
from claimcli.names.respelling import respelling_keys
from claimcli.names.sinitic import looks_chinese
from claimcli.names.slavic import WRITTEN_VOWELS, vowel_groups
from claimcli.names.uncased import Gram, each_once

_HYPHENS = "-\u2010\u2011"
_MAX_PARTS = 8
_MAX_FOLLOWERS = 7
_FAR = 32  # more signs than that do not stand between two sentences


@cache
def _patterns(ascii_only: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A run of capitalized parts and what hyphens join to them; a part that may follow it."""
    letter, part, capital, hyphen = LETTER, PART, f"[{_capitals()}]", f"[{_HYPHENS}]"
    if ascii_only:
        letter, capital, hyphen = "[A-Za-z]", "[A-Z]", "-"
        part = PART.replace(LETTERS, f"{letter}+").replace(APOSTROPHES, "'`")
    rest = part.replace(f"{letter}+", f"{letter}*", 1)
    first = rf"{capital}(?<!\w.){rest}"  # a capital that no letter stands before
    run = rf"{first}(?:{hyphen}{part}|\s(?={capital}){part})*"
    return re.compile(run), re.compile(rf"\s{part}(?:{hyphen}{part})*")


def _capitals() -> str:
    latin = (*range(0x100, 0x180), *range(0x1CD, 0x1DD), *range(0x1E00, 0x1F00))
    return "A-ZÀ-ÖØ-Þ\u0400-\u042f" + "".join(filter(str.isupper, map(chr, latin)))


_CHINESE, _KOREAN = "Chinese", "Korean"
_OPENING = frozenset(".!?:;…")
_BEFORE_WORDS = " \t\n\r\"'“”‘’«»()[]"


class NameMatch(msgspec.Struct, frozen=True):
    """A name found by its key: `text[start:end]`, and the script or romanization it is in there."""

    start: int
    end: int
    label: str


class NameCandidate(msgspec.Struct, frozen=True):
    """Words of a query that may be one name, `words[start:end]`, and the keys to look for."""

    start: int
    end: int
    keys: frozenset[str]


class _Run(msgspec.Struct, frozen=True):
    """A run of parts: its keys, and the language it may go on in, in lower case.

    `opening` are its keys where it opens a sentence, if its first word may then be no name.
    """

    keys: tuple[str, ...]
    tongue: str
    opening: tuple[str, ...] | None


def index_keys(texts: Iterable[str]) -> str:
    """The keys of all the names that texts may have in them: what the index of names is given.

    Each is there once, with spaces between. A key is one word for SQLite's FTS5 `unicode61`: a
    private-use character, letters and digits.
    """
    found: list[str] = []
    for text in texts:
        for start, _, run in _runs(text):
            none_alone = run.opening is not None and _opens(text, start)
            found += run.opening or () if none_alone else run.keys
        if not text.isascii():
            found += uncased.index_keys(text)
            found += romanized.index_keys(text)
        found += respelling_keys(text)
    return " ".join(dict.fromkeys(found))


def text_keys(text: str) -> frozenset[str]:
    """The same keys of one text."""
    return frozenset(index_keys((text,)).split())


def query_keys(words: Sequence[str]) -> list[NameCandidate]:
    """The names that neighbouring words of a query may be, longest first.

    `words` are as typed, with their hyphens and apostrophes, which say something. Capitals do not
    matter, nor do digits, which may tell tones. A word of everyday grammar is part of a longer name
    at most.
    """
    parts = tuple(map(match_keys.split_parts, words))
    candidates = (
        NameCandidate(start, start + size, keys)
        for size in range(min(len(words), _MAX_PARTS), 0, -1)
        for start in range(len(words) - size + 1)
        if (keys := _asked(parts[start : start + size]))
    )
    return list(candidates)


def explain(query_words: Sequence[str], text: str) -> NameMatch | None:
    """Where a text has a name of the query in another spelling, or None.

    The longest group of words counts, and of its places in the text the first.
    """
    found = (named(candidate.keys, text) for candidate in query_keys(query_words))
    return next((places[0] for places in found if places), None)


def named(keys: frozenset[str], text: str) -> list[NameMatch]:
    """Where a text has a name with one of the keys, one place after the other."""
    found: list[NameMatch] = []
    for gram in _grams(text, keys):
        common = keys.intersection(gram.keys)
        if common and (not found or gram.start >= found[-1].end):
            written = text[gram.start : gram.end]
            label = romanized.script_of(written) or match_keys.label(common, written)
            found.append(NameMatch(gram.start, gram.end, label))
    return found


def _grams(text: str, asked: frozenset[str]) -> Iterator[Gram]:
    """The stretches of a text that may be a name with one of the keys."""
    for start, written, run in _runs(text):
        if asked.isdisjoint(run.keys):
            continue
        none_alone = run.opening is not None and _opens(text, start)
        for last, gram in _placed(written):
            if last > 0 or not none_alone:
                yield Gram(start + gram.start, start + gram.end, gram.keys)
    if uncased.is_in(text):
        yield from uncased.grams(text, asked)
    yield from romanized.grams(text)


@lru_cache(maxsize=1 << 14)
def _placed(written: str) -> list[tuple[int, Gram]]:
    """The stretches of a run, each with the number of its last part."""
    spans = [found.span() for found in match_keys.part_pattern().finditer(written)]
    return [
        (last, Gram(spans[first][0], spans[last][1], keys))
        for first, last, keys in _stretches(*_parts(written))
    ]


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text[max(0, start - _FAR) : start].rstrip(_BEFORE_WORDS)
    return before[-1] in _OPENING if before else start < _FAR


def _runs(text: str) -> Iterator[tuple[int, str, _Run]]:
    """The runs of parts that may hold names, with where they begin and how they are written."""
    capitalized, following = _patterns(text.isascii())
    for found in capitalized.finditer(text):
        start, end = found.span()
        written = text[start:end]
        run = _run(written)
        tongue = run.tongue
        if tongue:
            further = following.match(text, end)
            if further and _may_follow(further[0], tongue):  # of the first word: mostly not
                end = _end_of_followers(text, further.end(), following, tongue)
                written = text[start:end]
                run = _run(written)
        yield start, written, run


def _end_of_followers(text: str, end: int, following: re.Pattern[str], tongue: str) -> int:
    for _ in range(_MAX_FOLLOWERS - 1):
        found = following.match(text, end)
        if not found or not _may_follow(found[0], tongue):
            break
        end = found.end()
    return end


@lru_cache(maxsize=1 << 16)
def _may_follow(spaced: str, tongue: str) -> bool:
    """Whether a lower-case word, with the space before it, may belong to the name it follows."""
    word = spaced[1:]
    is_plain = word.isascii() and word.isalpha() and word.islower()
    if is_plain and tongue == _CHINESE and not looks_chinese(word):
        return False  # what `_goes_on` would say, of most words and sooner
    if word in SENTENCE_OPENERS or word[0].isupper():
        return False
    return all(_goes_on(part, tongue) for part in match_keys.split_parts(word))


def _goes_on(part: str, tongue: str) -> bool:
    if tongue == _CHINESE:
        return match_keys.is_sinitic(part)
    return korean.korean_part(part) is not None


class _Word(msgspec.Struct, frozen=True):
    """One part of a run: what it is indexed under alone, and the languages it can be in.

    `syllable`: whether it is a lower-case syllable of a name (`k'ai`), and no word of English.
    """

    capital: bool
    keys: list[str]
    chinese: bool
    korean: bool
    syllable: bool


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> _Word:
    capital, one = word[0].isupper(), (word,)
    is_chinese, is_korean = match_keys.is_sinitic(word), korean.korean_part(word) is not None
    keys: list[str] = []
    if capital and len(word) > 1 and word.lower() not in NOT_ALONE:
        keys += match_keys.sinitic_indexed(one) if is_chinese else ()
        keys += match_keys.korean_indexed(one) if is_korean else ()
        keys += match_keys.slavic_indexed(word)
    is_syllable = (is_chinese or is_korean) and not capital and word not in SENTENCE_OPENERS
    is_syllable = is_syllable and vowel_groups(fold(word), WRITTEN_VOWELS) == 1
    return _Word(capital, keys, is_chinese, is_korean, is_syllable)


@lru_cache(maxsize=1 << 16)
def _run(written: str) -> _Run:
    words, hyphened = _parts(written)
    stretches = list(_stretches(words, hyphened))
    opening, first, last = None, words[0].lower(), _word(words[-1])
    if first in SENTENCE_OPENERS and first not in NOT_ALONE:
        opening = each_once(keys for _, end, keys in stretches if end > 0)
    # What can be Chinese goes on in Chinese.
    tongue = _CHINESE if last.chinese else _KOREAN if last.korean else ""
    return _Run(each_once(keys for _, _, keys in stretches), tongue, opening)


def _parts(written: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """The parts of a run, and of each whether a hyphen joins the next to it."""
    if written.isalpha():
        return (written,), (False,)
    found = list(match_keys.part_pattern().finditer(written))
    hyphened = (written[part.end()] in _HYPHENS for part in found[:-1])
    return tuple(part.group() for part in found), (*hyphened, False)


def _stretches(
    words: Sequence[str], hyphened: Sequence[bool]
) -> Iterator[tuple[int, int, list[str]]]:
    """The stretches that can be a name: first and last word, and their keys.

    Each begins with a capital. A word of grammar or a letter is no name alone. What goes over a
    space does not leave out a syllable that a hyphen joins to it: Yüan Shih-k'ai is not the Yüan
    shih, but Hsi Hsia-led is Hsi Hsia.
    """
    known = [_word(word) for word in words]
    for first, word in enumerate(known):
        if not word.capital:
            continue
        if word.keys:
            yield first, first, word.keys
        chinese, korean = word.chinese, word.korean
        for last in range(first + 1, min(len(words), first + _MAX_PARTS)):
            chinese, korean = chinese and known[last].chinese, korean and known[last].korean
            if not (chinese or korean):
                break
            if hyphened[last] and known[last + 1].syllable and not all(hyphened[first:last]):
                continue
            parts = words[first : last + 1]
            keys = match_keys.sinitic_indexed(parts) if chinese else []
            if korean:
                keys = keys + match_keys.korean_indexed(parts)
            if keys:
                yield first, last, keys


@lru_cache(maxsize=1 << 10)
def _asked(words: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """The keys that words of a query ask for as one name; again for each text that is explained."""
    parts = tuple(part for word in words for part in word)
    if not parts or len(parts) > _MAX_PARTS or not all(words):
        return frozenset()
    joined = "".join(parts)
    if not joined.isascii():
        if all(map(is_han, joined)):
            return frozenset(match_keys.han_asked(joined))
        if korean.is_hangul(joined):
            return frozenset(match_keys.hangul_asked(joined))
    if len(parts) > 1:
        return frozenset(match_keys.sinitic_asked(parts) + match_keys.korean_asked(parts))
    return frozenset(_asked_alone(parts[0]))


def _asked_alone(word: str) -> list[str]:
    if word.lower() in NOT_ALONE or len(word) == 1:
        return []
    parts = (word,)
    return (
        match_keys.sinitic_asked(parts)
        + match_keys.korean_asked(parts)
        + match_keys.slavic_asked(word)
        + romanized.asked(word)
    )
