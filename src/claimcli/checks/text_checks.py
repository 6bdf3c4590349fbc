"""6xx, quotations: short, and not what the statement says already."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from claimcli.checks.characters import odd_characters
from claimcli.checks.check import Check
from claimcli.checks.survey import Survey
from claimcli.corpus.findings import Finding, finding
from claimcli.names.folding import has_han, index_text
from claimcli.quotes.editorial_marks import OMISSION

WORDS = 25
"""Words that a quotation may have."""

RUN = 6
"""Words in a row that are taken over, and not just the only words there are for a thing."""

_SHORTEST = 4
"""Words from which on a quotation in a statement is no coincidence."""


def long_quote(survey: Survey) -> Iterator[Finding]:
    """I601: more than 25 words; two Han characters count as a word."""
    for claim in survey.reading.claims:
        quote = claim.quote
        if quote and _may_be_long(quote) and (words := _length(quote)) > WORDS:
            message = f"the quote has {words} words, more than {WORDS}"
            hint = "keep the words that carry the claim; […] stands for what is left out"
            yield finding("I601", claim, ("quote",), message, hint)


def _may_be_long(quote: str) -> bool:
    """A quick look that takes every character beyond ASCII for Han."""
    beyond = 0 if quote.isascii() else len(quote) - len(quote.encode("ascii", "ignore"))
    return quote.count(" ") + 1 + beyond / 2 > WORDS


def _length(quote: str) -> int:
    if not has_han(quote):
        return len(OMISSION.sub(" ", quote).split())
    words = index_text(quote).split()
    han = sum(1 for word in words if has_han(word))
    return len(words) - han + (han + 1) // 2


def quote_in_statement(survey: Survey) -> Iterator[Finding]:
    """I602: a statement that is not in the recorder's own words."""
    for claim in survey.reading.claims:
        quote = claim.quote
        # Most quotes begin with a word that the statement does not have: no need to fold the rest.
        if quote and _begins_in(quote, claim.statement) and _is_within(quote, claim.statement):
            message = "the statement repeats the quote word for word"
            hint = "say it plainly in your own way; if there is no plainer, let it stand"
            yield finding("I602", claim, ("statement",), message, hint)


def _begins_in(quote: str, statement: str) -> bool:
    word = quote.split(None, 1)[0]
    return not (word.isascii() and word.isalnum()) or word.lower() in statement.lower()


def _is_within(quote: str, statement: str) -> bool:
    words = index_text(OMISSION.sub(" ", quote))
    return len(words.split()) >= _SHORTEST and f" {words} " in f" {index_text(statement)} "


def words_taken_over(survey: Survey) -> Iterator[Finding]:
    """I609: a run of the quote's words in the statement, where I602 does not tell it already."""
    for claim in survey.reading.claims:
        quote = claim.quote or ""
        words = _folded(quote)
        if len(words) >= RUN and _may_share_run(words, others := _folded(claim.statement)):
            run = _shared_run(words, others)
            if run and not _is_within(quote, claim.statement):
                count = _length(" ".join(run))
                message = f"the statement takes over {count} words of the quote: '{_shown(run)}'"
                hint = "say it plainly in your own way, or quote fewer words; twist nothing"
                yield finding("I609", claim, ("statement",), message, hint)


_index_text = lru_cache(maxsize=1 << 16)(index_text)


def _folded(text: str) -> list[str]:
    """The folded words of a text, a Han character being one; most are met again and again."""
    return " ".join(map(_index_text, text.split())).split()


def _may_share_run(words: list[str], others: list[str]) -> bool:
    """A quick look: a run of six holds every third word with the two that follow it, once."""
    text = " ".join(others)
    return any(" ".join(words[i : i + 3]) in text for i in range(0, len(words) - 2, 3))


def _shared_run(words: list[str], others: list[str]) -> list[str]:
    """The first run of six words or more that both have, as far as it goes."""
    starts = {tuple(others[i : i + RUN]): i for i in range(len(others) - RUN + 1)}
    for i in range(len(words) - RUN + 1):
        at = starts.get(tuple(words[i : i + RUN]))
        if at is not None:
            pairs = zip(words[i:], others[at:], strict=False)
            run = [word for word, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
            if _length(" ".join(run)) >= RUN:
                return run
    return []


def _shown(run: list[str]) -> str:
    gap = "" if all(map(has_han, run)) else " "
    return gap.join(run if len(run) <= 8 else [*run[:8], "…"])


CHECKS = (
    Check(
        code="I601",
        title="long quote",
        explanation=(
            "A quote is a short phrase, 25 words at most (two Han characters count as one): "
            "enough to find the place and to see that the claim is there, and no copy of the text."
        ),
        find=long_quote,
    ),
    Check(
        code="I602",
        title="quote found in the statement",
        explanation=(
            "The statement says in the recorder's words what is claimed; the quote keeps the "
            "words of the text. Where the one holds the other, a quotation stands there without "
            "its marks. A claim is put into one's own words by saying it plainly in one's own "
            "way, never by twisting it: a clear sentence that shares words is better than a bent "
            "one that shares none."
        ),
        find=quote_in_statement,
    ),
    Check(
        code="E603",
        title="control character in a text",
        explanation=(
            "A text in double quotes has an escape such as `\\e` or `\\x07`, which makes a "
            "character that steers a terminal and means nothing to a reader."
        ),
        find=odd_characters,
    ),
    Check(
        code="E604",
        title="half of a character",
        explanation=(
            "A surrogate (U+D800 to U+DFFF) is half of a character in UTF-16, as some programs "
            "escape it. Alone it is nothing, and cannot be written to a file."
        ),
        find=odd_characters,
    ),
    Check(
        code="W605",
        title="character that nobody sees",
        explanation=(
            "A soft hyphen, a space without width, a mark of direction. They come along with "
            "copied text, and keep a word from being found."
        ),
        find=odd_characters,
    ),
    Check(
        code="W606",
        title="not in Unicode's normal form",
        explanation=(
            "The same letter can be one character or a letter and a mark. In a corpus it is one "
            "(NFC), so that what looks alike is alike, for every program that reads it."
        ),
        find=odd_characters,
    ),
    Check(
        code="W607",
        title="letters of two scripts in one word",
        explanation=(
            "Latin and Cyrillic have letters that look alike. A word in which both stand was "
            "typed or scanned wrongly, and no search finds it."
        ),
        find=odd_characters,
    ),
    Check(
        code="W608",
        title="character that was lost",
        explanation=(
            "U+FFFD stands where a program could not read a character, and a private-use "
            "character has a meaning only in the font of the PDF that it was copied from. "
            "Noncharacters (U+FDD0 to U+FDEF, U+FFFE and U+FFFF of every plane) mean nothing."
        ),
        find=odd_characters,
    ),
    Check(
        code="I609",
        title="words of the quote taken over",
        explanation=(
            "The statement has six words or more of the quote in a row (two Han characters count "
            "as one). Whoever reads the statement alone takes its wording for the recorder's. Say "
            "it plainly in your own way; where no other words are as clear, let it stand."
        ),
        find=words_taken_over,
    ),
)
