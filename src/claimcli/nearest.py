"""The known word that somebody most probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

LIKENESS = 0.6
"""Below this share of equal letters, naming a word confuses more than it helps."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None where none is like enough; case does not count."""
    # rapidfuzz takes 20 ms to import, and only a corpus with a mistake in it needs it.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    found = extractOne(
        word.lower(),
        tuple(known),
        scorer=OSA.normalized_similarity,
        processor=str.lower,
        score_cutoff=LIKENESS,
    )
    return found[0] if found else None


def holding(words: str, known: Iterable[str]) -> list[str]:
    """The known ids that have all of the words, each as the beginning of one of theirs."""
    wanted = re.findall(r"\w+", words.lower())
    return [
        id
        for id in known
        if wanted and all(f"-{word}" in re.sub(r"\W", "-", f"-{id.lower()}") for word in wanted)
    ]


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The question to ask about an unknown word, or None."""
    meant = nearest(word, known)
    return f"did you mean '{meant}'?" if meant else None
