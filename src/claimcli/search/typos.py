"""Known words that an unknown one may be a mistyping of.

One edit (a letter too many, too few, or another, or two neighbours exchanged) in a word of five
letters or more, two from nine; from seven on, the same letters in another order after the first.
Measured against the words of the corpus itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcli.store import Store

ONE_EDIT = 5
"""Letters from which on a word may have one edit."""

TWO_EDITS = 9
"""Letters from which on a word may have two."""

SAME_LETTERS = 7
"""Letters from which on a word may have its letters in another order."""

LONGEST = 40
"""Letters beyond which a word is not corrected: its spellings would fill the memory."""

NEAREST = 3
"""Words named where nothing was found."""

_SHORTEST = 4
_SHORT = 5
_LIKE_ENOUGH = 70.0
_VERY_LIKE = 80.0
_SHORT_LIKE_ENOUGH = 75.0
_MOST = 12
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "".join(map(chr, [*range(0x430, 0x450), 0x456, 0x457, 0x454, 0x491])),  # а-я, іїєґ
)
_TABLES = ("claim_words", "entity_words")


def corrections(store: Store, word: str) -> list[tuple[str, int]]:
    """The words of the corpus one edit away; if there are none and the word is long, two."""
    alphabet = next((a for a in _ALPHABETS if frozenset(a).issuperset(word)), "")
    if not alphabet or len(word) > LONGEST:
        return []
    one = known_words(store, (w for w in one_edit(word, alphabet) if _may_have(w, word, ONE_EDIT)))
    if one:
        return [(known, 1) for known in sorted(one)]
    if len(word) < SAME_LETTERS:
        return []
    return [
        (w, 2)
        for w in _two_edits(store, word)
        if _may_have(w, word, TWO_EDITS) or _has_same_letters(w, word)
    ]


def _may_have(known: str, typed: str, length: int) -> bool:
    """Whether the longer of the two is long enough."""
    return max(len(known), len(typed)) >= length


def _has_same_letters(known: str, typed: str) -> bool:
    """Whether one is the other with the letters after the first in another order (calvary)."""
    return known[0] == typed[0] and sorted(known) == sorted(typed)


def one_edit(word: str, alphabet: str) -> set[str]:
    """Every spelling one edit away."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {a + b[1:] for a, b in cuts if b}
    exchanged = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    other = {a + letter + b[1:] for a, b in cuts if b for letter in alphabet}
    more = {a + letter + b for a, b in cuts for letter in alphabet}
    return (fewer | exchanged | other | more) - {word}


def known_words(store: Store, words: Iterable[str]) -> set[str]:
    """Those of the words that the corpus has."""
    sought = list(words)
    return {
        word
        for table in _TABLES
        for (word,) in store.rows_among(f"SELECT term FROM {table} WHERE term IN ({{}})", sought)
    }


def _two_edits(store: Store, word: str) -> list[str]:
    from rapidfuzz.distance import OSA, DamerauLevenshtein  # only what nothing matches comes here
    from rapidfuzz.process import extract

    words = [known for known in store.vocabulary if abs(len(known) - len(word)) <= 2]
    # Letters exchanged over one that is wanting (politail) are three edits to the faster measure.
    near = [w for w, *_ in extract(word, words, scorer=OSA.distance, score_cutoff=3, limit=None)]
    return sorted({w for w in near if DamerauLevenshtein.distance(word, w, score_cutoff=2) <= 2})


def nearest(store: Store, words: Iterable[str]) -> tuple[str, ...]:
    """The words of the corpus most like those given, for somebody who found nothing."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    sought = [word for word in words if len(word) >= _SHORTEST][:_MOST]
    if not sought:
        return ()
    known = sorted({w for w in store.vocabulary if len(w) >= _SHORTEST and not w.isdigit()})
    found = [
        (-score, like)
        for word in sought
        for like, score, _ in extract(
            word, known, scorer=ratio, score_cutoff=_like_enough(word), limit=None
        )
        if like[0] == word[0] or score >= _VERY_LIKE
    ]
    return tuple(dict.fromkeys(like for _, like in sorted(found)))[:NEAREST]


def _like_enough(word: str) -> float:
    """How many letters in a hundred are the same: of a short word, all but one."""
    return _SHORT_LIKE_ENOUGH if len(word) <= _SHORT else _LIKE_ENOUGH
