"""Words that are written as one, with a hyphen, or apart: cooperation, co-operation, co operation.

And the other customary spellings of a word, which the index tells by keys: see `names.respelling`.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcli.names.respelling import MARK, respelt, with_other_articles, without_article
from claimcli.search.clauses import Clue, Phrase, Respelling
from claimcli.search.query import Term
from claimcli.search.stop_words import STOP_WORDS

PREFIXES = (
    *("anti", "co", "counter", "crypto", "demi", "extra", "hyper", "infra", "inter", "intra"),
    *("macro", "micro", "mid", "mono", "multi", "neo", "non", "pan", "poly", "post", "pre", "pro"),
    *("proto", "pseudo", "quasi", "re", "semi", "socio", "sub", "super", "supra", "trans", "ultra"),
    *("gegen", "nach", "nicht", "nord", "ost", "süd", "vor", "west"),
    *("анти", "контр", "пан", "пост", "пред", "про", "псевдо", "северо", "юго", "восточно"),
)
"""What is joined to a word, and stands by itself in none of these languages, or seldom."""

_TIMES = frozenset(("today", "tonight", "tomorrow"))
_SHORTEST_PART, _SHORTEST_REST, _SHORTEST_TOGETHER = 3, 3, 7
_NEGATIONS = frozenset(("no", "nor", "not", "without"))


def keys(terms: Sequence[Term]) -> list[str]:
    """The keys under which texts that spell it otherwise may be indexed."""
    return [MARK + word for word in _spelled(terms)]


def _spelled(terms: Sequence[Term]) -> list[str]:
    return [*_solid(terms), *_articles(terms)]


def _solid(terms: Sequence[Term]) -> list[str]:
    """What it is as one word; words that are typed apart are none."""
    words = terms[0].words
    return ["".join(words)] if len(terms) == 1 and not (terms[0].phrase and len(words) > 1) else []


def _articles(terms: Sequence[Term]) -> list[str]:
    """With the Arabic article in its other forms; typed apart, only al and el are the article."""
    words = [word for term in terms for word in term.words]
    if len(words) != 2 or (len(terms) == 2 and words[0] not in ("al", "el")):
        return []
    return with_other_articles(*words)


def customary(terms: Sequence[Term], known: frozenset[str]) -> tuple[Clue, ...]:
    """Its other customary spellings; `known` are those of its keys that the corpus has."""
    found: list[Clue] = []
    marked = frozenset(word for word in _spelled(terms) if MARK + word in known)
    articles = frozenset(_articles(terms))
    if marked - articles:
        found.append(Clue(Respelling(marked - articles)))
    if marked & articles:
        found.append(Clue(Respelling(marked & articles), "article"))
    if articles:
        name = next(word for term in reversed(terms) for word in reversed(term.words))
        found += (Clue(Phrase((form, name)), "article") for form in ("al", "el"))
    if len(terms) == 1:
        found += _in_letters(terms[0])
    return tuple(found)


def _in_letters(term: Term) -> list[Clue]:
    """As a word of plain letters, as one without the hyphen."""
    other = respelt(term.text) if len(term.words) == 1 else None
    found = [Clue(Phrase((other,)), "spelling")] if other else []
    bare = without_article(term.words[0]) if len(term.words) == 1 and not term.phrase else None
    found += [Clue(Phrase((bare,)), "article")] if bare else []
    if len(term.words) > 1 and not term.phrase and not "".join(term.words).isdigit():
        found.append(Clue(Phrase(("".join(term.words),)), "hyphen"))
    return found


def apart(word: str) -> tuple[Clue, ...]:
    """A word as two, where the first is a prefix."""
    cuts = [len(p) for p in PREFIXES if word.startswith(p)]
    cuts += [2] if word in _TIMES else []
    whole = [(word[:at], word[at:]) for at in cuts if len(word) - at >= _SHORTEST_REST]
    return tuple(Clue(Phrase(parts), "written apart") for parts in whole)


def together(words: Sequence[str]) -> tuple[str, ...]:
    """Two words as one, if together they can be a word that is written so."""
    if len(words) != 2 or not all(word.isalpha() for word in words):
        return ()
    first, solid = words[0], "".join(words)
    is_word = len(solid) >= _SHORTEST_TOGETHER and not (STOP_WORDS | _NEGATIONS) & {*words}
    is_word = is_word and min(map(len, words)) >= _SHORTEST_PART
    if not (first in PREFIXES or solid in _TIMES or is_word):
        return ()
    return (solid,)
