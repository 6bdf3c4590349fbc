"""Names in Greek, Armenian and Georgian, whose letters standards put into Latin ones by rule.

A word has one spelling by each scheme, folded (`Θουκυδίδης`: thoukydides, thoukydidis,
thucydides). Scripts that leave vowels out, as Arabic and Hebrew do, tell none: there recorded
spellings are the way.

Greek: ALA-LC (of before and after 1453), ISO 843:1997 (the transcription of ELOT 743), and the
Latin form that scholarship in most languages uses. Armenian: ISO 9985, Hübschmann–Meillet, ALA-LC.
Georgian: ISO 9984, and the national system of 2002, which BGN/PCGN took over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from claimcli.names.folding import fold
from claimcli.names.uncased import Gram

MARK = "\ue000u"
"""Begins the key of a word by one of its spellings in Latin letters."""

SCRIPTS = (
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("Armenian", "\u0531-\u0587"),
    ("Georgian", "\u10a0-\u10ff\u1c90-\u1cbf"),
)
"""Scripts, and their characters as the inside of a character class."""

SHORTEST = 3
"""Letters from which on a word is a name that is looked for so."""

_GREEK = (
    "α:a β:b γ:g δ:d ε:e ζ:z η:e θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:ph"
    " χ:ch ψ:ps ω:o αυ:au ευ:eu ηυ:eu ου:ou υι:ui γγ:ng γκ:nk γξ:nx γχ:nch ^ρ:rh ρρ:rrh"
)
_VOICELESS = "θκξπσςτφχψ$"
_ELOT = "β:v η:i φ:f γκ:gk υι:yi ^ρ:r ρρ:rr ^μπ:b αυ:av ευ:ev ηυ:iv " + " ".join(
    f"{two}{letter}:{latin}{kept}"
    for two, latin in (("αυ", "af"), ("ευ", "ef"), ("ηυ", "if"))
    for letter, kept in zip(_VOICELESS, "th k x p s s t f ch ps ".split(" "), strict=True)
)
_ARMENIAN = (
    "ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:e թ:t ժ:z ի:i լ:l խ:x ծ:c կ:k հ:h ձ:j ղ:g ճ:c մ:m յ:y ն:n շ:s"
    " ո:o չ:c պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:c ւ:w փ:p ք:k օ:o ֆ:f ու:u"
)
_GEORGIAN = (
    "ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:z რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:g"
    " ყ:q შ:s ჩ:c ც:c ძ:j წ:c ჭ:c ხ:x ჯ:j ჰ:h"
)
SCHEMES = (
    ("Greek", _GREEK),
    ("Greek", f"{_GREEK} β:v"),
    ("Greek", f"{_GREEK} {_ELOT}"),
    ("Greek", f"{_GREEK} κ:c γκ:nc αι:ae ει:i οι:oe ου:u υι:yi ος$:us ον$:um οι$:i"),
    ("Armenian", _ARMENIAN),
    ("Armenian", f"{_ARMENIAN} ղ:l"),
    ("Armenian", f"{_ARMENIAN} ^յ:h ժ:zh խ:kh ծ:ts ձ:dz ղ:gh ճ:ch շ:sh չ:ch ց:ts եւ:ev"),
    ("Georgian", _GEORGIAN),
    ("Georgian", f"{_GEORGIAN} ჟ:zh ღ:gh შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh"),
)
"""Schemes by script: what letters become, of which later ones count; `^` and `$` end a word."""

_ROUGH, _SMOOTH, _PARTED = "\u0314", "\u0313", "\u0308"
_VOWELS = "αεηιουω"


@cache
def _scripts() -> re.Pattern[str]:
    """The letters of any of the scripts."""
    return re.compile(f"[{''.join(letters for _, letters in SCRIPTS)}]")


@cache
def _words() -> re.Pattern[str]:
    """The words in which there are such letters."""
    letters = "".join(letters for _, letters in SCRIPTS)
    return re.compile(f"[{letters}](?:[{letters}][\u0300-\u036f]*)*")


def script_of(text: str) -> str | None:
    """The script of these in which something is written."""
    found = _scripts().search(text)
    return found and next(name for name, letters in SCRIPTS if re.match(f"[{letters}]", found[0]))


@cache
def _tables(script: str) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    found = []
    for name, scheme in SCHEMES:
        if name == script:
            table = dict(pair.split(":") for pair in scheme.split())
            longest = sorted(map(re.escape, table), key=len, reverse=True)
            found.append((re.compile("|".join(longest)), table))
    return found


@lru_cache(maxsize=1 << 15)
def romanizations(word: str) -> tuple[str, ...]:
    """The spellings of a word in Latin letters, folded; none of one in another script."""
    script = None if word.isascii() else script_of(word)
    if script is None:
        return ()
    marked = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).lower())
    parted = re.sub(f"(?<=[{_VOWELS}])(?=[ιυ]{_PARTED})", "\0", marked)
    letters = f"^{''.join(sign for sign in parted if not unicodedata.combining(sign))}$"
    found = [_spelt(letters, *table) for table in _tables(script)]
    plain = [re.sub(r"[\0^$.]", "", spelt) for spelt in found]
    return tuple(dict.fromkeys(b + s for s in plain for b in _breathings(marked) if s.isalpha()))


def _spelt(letters: str, looked_for: re.Pattern[str], becoming: dict[str, str]) -> str:
    return looked_for.sub(lambda found: becoming[found[0]], letters)


def _breathings(marked: str) -> tuple[str, ...]:
    """What stands before a Greek vowel that begins a word; a word without either may have one."""
    if marked[0] not in _VOWELS:
        return ("",)
    first = marked[:4]
    return ("h",) if _ROUGH in first else ("",) if _SMOOTH in first else ("", "h")


def index_keys(text: str) -> tuple[str, ...]:
    """The keys of the names in these scripts that a text may have in it."""
    return tuple(key for gram in grams(text) for key in gram.keys)


def grams(text: str) -> Iterator[Gram]:
    """The words in these scripts that may be names: those with a capital, where there are any."""
    if text.isascii():
        return
    for found in _words().finditer(text):
        word = found.group()
        if len(word) >= SHORTEST and not (word[0].islower() and word[0] < "\u10a0"):
            yield Gram(*found.span(), [MARK + spelt for spelt in romanizations(word)])


def asked(word: str) -> list[str]:
    """What a word asks for: names in these scripts that are spelt so in Latin letters."""
    folded = fold(word)
    return [MARK + folded] if len(folded) >= SHORTEST and folded.isascii() else []
