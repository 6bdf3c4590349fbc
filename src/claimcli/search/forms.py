"""The other forms of a word that a corpus has: execution, executed, executing."""

from __future__ import annotations

from claimcli.search.english import root, stem, strong_forms
from claimcli.search.typos import known_words
from claimcli.store import Store


def known_forms(store: Store, word: str) -> set[str]:
    """The words of the corpus that are other forms of a folded English word."""
    strong = strong_forms(word)
    found = known_words(store, strong) if strong else set()
    beginning = root(word)
    if beginning:
        same = stem(word)
        found.update(w for w in _beginning(store, beginning) if w.isalpha() and stem(w) == same)
    return found - {word}


def _beginning(store: Store, letters: str) -> set[str]:
    """The words of the corpus that begin so, as far as they are written in a to z."""
    bounds = (letters, letters + "{")  # the character after z
    return {
        word
        for table in ("claim_words", "entity_words")
        for (word,) in store.rows(f"SELECT term FROM {table} WHERE term >= ? AND term < ?", bounds)
    }
