"""The other forms of a word that a corpus has: execution, executed; чжурчжэни, чжурчжэней."""

from __future__ import annotations

from claimcli.search.endings import stems
from claimcli.search.english import root, stem, strong_forms
from claimcli.search.typos import known_words
from claimcli.store import Store

_LAST = "\U0010ffff"
"""Comes after every letter."""


def known_forms(store: Store, word: str) -> set[str]:
    """The words of the corpus that are other forms of a folded word."""
    return (_english(store, word) if word.isascii() else _others(store, word)) - {word}


def _english(store: Store, word: str) -> set[str]:
    strong = strong_forms(word)
    found = known_words(store, strong) if strong else set()
    beginning = root(word)
    if beginning:
        same = stem(word)
        found.update(w for w in _beginning(store, beginning) if _is_plain(w) and stem(w) == same)
    return found


def _is_plain(word: str) -> bool:
    return word.isascii() and word.isalpha()


def _others(store: Store, word: str) -> set[str]:
    """Of a word that endings are known of."""
    asked = stems(word)
    if not asked:
        return set()
    beginning = min(asked, key=len)
    return {w for w in _beginning(store, beginning) if not asked.isdisjoint(stems(w))}


def _beginning(store: Store, letters: str) -> set[str]:
    """The words of the corpus that begin so."""
    bounds = (letters, letters + _LAST)
    return {
        word
        for table in ("claim_words", "entity_words")
        for (word,) in store.rows(f"SELECT term FROM {table} WHERE term >= ? AND term < ?", bounds)
    }
