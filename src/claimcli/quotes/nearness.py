"""Where a text nearly has the words of a quotation, and what differs.

Words that the two share vote for stretches of the text; the stretches with most votes are
measured by edit distance, cut at the words that make it least.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import msgspec

from claimcli.names.folding import HAN, has_han
from claimcli.quotes.occurrences import differs_in_points, letter_matches
from claimcli.texts.normalising import (
    JOINED,
    LINE_END,
    PRINTED,
    SPACE,
    Normalised,
    Span,
    added_dashes,
    same_gaps,
    set_as,
)
from claimcli.texts.note_numbers import RAISED
from claimcli.texts.points import points_agree
from claimcli.texts.word_index import WordIndex, words_of

LEAST_LIKENESS = 0.75
"""Below this share of unchanged characters a stretch is another sentence and not a misquotation.

Measured: of 150 stretches of six words and more from another text on the same subject, none
came nearer to a text of 27,000 characters than 0.69, of twelve words 0.50. Three and four words
do by chance; what is near is not accepted, only shown with its difference, so that does no harm.
"""

_MOST_POSTINGS = 4000
_MOST_STRETCHES = 8
_MOST_MEASURED = 1200  # words: measuring takes time with the square of their number
_LONGEST_MEASURED = 3000  # characters of a quotation: aligning takes time with their cube
_REACH = 6
_LEAST_ALIGNED = 55
_AFTER = rf"(?<=[^\W\d_{RAISED}]|[.,;:!?…'\")\]])"
_CALL = r"\[\^?\w{1,3}\]"
_NUMBER = re.compile(
    rf"{_AFTER}[\d{RAISED}]+(?!\w)|(?:^|{_AFTER}){_CALL}|{_AFTER}(?:[*†‡§]{{1,3}}|\^\d+\^)(?!\w)"
)
"""The call of a note: `Caesar1`, `Caesar[1]`, `Caesar*`."""

_NOTED = re.compile(rf"{_NUMBER.pattern}|[{RAISED}]")
_WORD_TO = re.compile(r"\w.*$")
_WORD_FROM = re.compile(r".*\w\.?")
_LONGEST_WORD = 30
_TOKEN = re.compile(rf"[{HAN}]\s*|[^\s{HAN}]+\s*")


class Near(msgspec.Struct, frozen=True):
    """A stretch of letters, and how many characters of the quotation must change to give it."""

    span: Span
    distance: int


def nearest(quote: Normalised, text: Normalised, index: WordIndex) -> list[Near]:
    """The stretches of a text that come near a quotation, the nearest first, none overlapping.

    Where it is there but for a word that it cuts, those stretches and no others.
    """
    if cut := list(islice(_cut(quote, text, index), _MOST_STRETCHES)):
        return sorted(cut, key=lambda near: near.distance)
    wanted = [word.lower() for _, word in words_of(quote)]
    printed = quote.printed(0, len(quote.letters)) if quote.letters else ""
    if len(printed) > _LONGEST_MEASURED:
        return []
    stretches = _stretches(wanted, index)
    measured = (_measured(printed, text, index, *stretch) for stretch in stretches)
    best = sorted((near for near in measured if near), key=lambda n: (n.distance, n.span))
    apart: list[Near] = []
    for near in best:
        if all(near.span[1] <= n.span[0] or n.span[1] <= near.span[0] for n in apart):
            apart.append(near)
    return apart


def _cut(quote: Normalised, text: Normalised, index: WordIndex) -> Iterator[Near]:
    """Where a text has the letters of a quotation, but more of its first or last word."""
    length = len(quote.letters)
    for start in letter_matches(quote.letters, text.letters):
        end = start + length
        low, high = _whole(index, start, end)
        more = high - low - length
        if 0 < 2 * more < length and same_gaps(quote.gaps[1:], text.gaps[start + 1 : end]):
            yield Near((low, high), more)


def _whole(index: WordIndex, start: int, end: int) -> Span:
    """A stretch of letters with the words that it cuts as wholes."""
    first, last = bisect_right(index.starts, start) - 1, bisect_left(index.starts, end) - 1
    return (
        index.starts[first] if first >= 0 and index.ends[first] > start else start,
        max(end, index.ends[last]) if last >= 0 else end,
    )


def _stretches(wanted: Sequence[str], index: WordIndex) -> list[tuple[int, int]]:
    """The stretches, in words, that share most words with a quotation in about its order."""
    rarest = sorted(enumerate(wanted), key=lambda w: len(index.places.get(w[1], ())))
    slack = max(2, len(wanted) // 4)
    votes: Counter[int] = Counter()
    voters = postings = 0
    for offset, word in rarest:
        places = index.places.get(word, ())
        if postings and postings + len(places) > _MOST_POSTINGS:
            break
        postings += len(places)
        voters += bool(places)
        votes.update({bucket for at in places for bucket in _buckets(at - offset, slack)})
    enough = max(1, voters // 3)
    most = max(4, min(_MOST_STRETCHES, _MOST_MEASURED // len(wanted))) if wanted else 0
    likely = [bucket for bucket, count in votes.most_common(most) if count >= enough]
    return [
        (max(0, bucket * slack - slack), (bucket + 2) * slack + len(wanted)) for bucket in likely
    ]


def _buckets(diagonal: int, slack: int) -> tuple[int, int]:
    """Half-overlapping buckets, so that words moved by an insertion still vote together."""
    return diagonal // slack, diagonal // slack - 1


class _Stretch(msgspec.Struct, frozen=True):
    """Letters of a text from `low` on as printed, and where in `printed` each of them stands.

    `after` is where each of them ends, with the number of its note.
    """

    low: int
    printed: str
    at: list[int]
    after: list[int]

    def between(self, start: int, end: int) -> str:
        """The letters from start to end as printed."""
        return self.printed[self.at[start - self.low] : self.after[end - 1 - self.low]]

    def letter(self, offset: int) -> int:
        """The letter that stands at or after an offset in `printed`."""
        return self.low + bisect_left(self.at, offset)


def _measured(
    quote: str, text: Normalised, index: WordIndex, first: int, after: int
) -> Near | None:
    """The part of a stretch of words that is nearest to a quotation, if it is near enough."""
    from rapidfuzz import fuzz  # costs start-up that only misquotations need
    from rapidfuzz.distance import Levenshtein

    edges = sorted({*index.starts[first:after], *index.ends[first:after]})
    if not edges:
        return None
    stretch = _stretch(quote, text, edges[0], edges[-1])
    aligned = fuzz.partial_ratio_alignment(quote, stretch.printed, score_cutoff=_LEAST_ALIGNED)
    if aligned is None:
        return None
    starts = _around(edges, stretch.letter(aligned.dest_start))
    ends = _around(edges, stretch.letter(aligned.dest_end))
    distance, _, span = min(
        (
            Levenshtein.distance(quote, stretch.between(start, end)),
            abs(len(stretch.between(start, end)) - len(quote)),
            (start, end),
        )
        for start in starts
        for end in ends
        if start < end
    )
    size = max(len(quote), len(stretch.between(*span)))
    return Near(span, distance) if distance <= (1 - LEAST_LIKENESS) * size else None


def _around(edges: list[int], letter: int) -> list[int]:
    """The edges of words next to a letter, on both sides."""
    at = bisect_left(edges, letter)
    return edges[max(0, at - _REACH) : at + _REACH + 1]


def _stretch(quote: str, text: Normalised, low: int, high: int) -> _Stretch:
    """The letters from low to high as the quotation would print them."""
    pieces: list[str] = []
    at, after, length = [], [], 0
    noted = _NOTED.search(quote) is not None
    for letter in range(low, high):
        before = _gap_as_in(quote, text, letter) if letter > low else ""
        shown = text.with_note(letter) if noted else text.letters[letter]
        pieces.append(before + shown)
        at.append(length + len(before))
        length += len(pieces[-1])
        after.append(length)
    return _Stretch(low, "".join(pieces), at, after)


def _gap_as_in(quote: str, text: Normalised, letter: int) -> str:
    """What stands before a letter of a text, as the quotation has it if it may be set so."""
    gap = text.gaps[letter]
    if gap in (JOINED, SPACE):
        return PRINTED[gap]
    before = text.letters[max(0, letter - 3) : letter]
    for also in sorted(set_as(gap) - {LINE_END}):
        if f"{before}{PRINTED[also]}{text.letters[letter]}" in quote:
            return PRINTED[also]
    return PRINTED[gap]


def difference(quote: Normalised, text: Normalised, span: Span) -> str:
    """What a quotation makes of its text: `[-the text's words-]{+the quotation's+}`."""
    shown = [
        ours if same else _changed(theirs, ours)
        for same, theirs, ours in _changes(quote, text, span)
    ]
    return "".join(shown).strip()


def lacks_numbers(quote: Normalised, text: Normalised, span: Span) -> bool:
    """Whether a quotation only lacks the calls of notes after a letter or a stop: `Caesar1`."""
    changed = [words for same, *words in _changes(quote, text, span) if not same]
    return changed != [] and all(
        _NUMBER.sub("", theirs).rstrip() == ours.rstrip() for theirs, ours in changed
    )


def _changes(quote: Normalised, text: Normalised, span: Span) -> Iterator[tuple[bool, str, str]]:
    """The words of a text and of a quotation in runs: whether they are the same, and either's."""
    if differs_in_points(quote, text, span[0]):
        yield from _drawn_changes(quote, text, span[0])
        return
    from difflib import SequenceMatcher  # only misquotations need it

    begun, ended = added_dashes(quote, text, *span)
    printed = begun + quote.printed(0, len(quote.letters)) + ended
    theirs = _TOKEN.findall(_stretch(printed, text, *span).printed)
    ours = _TOKEN.findall(printed)
    there, here = ([token.rstrip() for token in tokens] for tokens in (theirs, ours))
    codes = SequenceMatcher(None, there, here, autojunk=False).get_opcodes()
    if codes and codes[0][0] != "equal" and codes[0][2]:
        theirs[0] = _begun(text, span[0]) + theirs[0]
    if codes and codes[-1][0] != "equal" and codes[-1][1] < codes[-1][2]:
        theirs[-1] += _ended(text, span[1])
    for kind, a, b, c, d in codes:
        yield kind == "equal", "".join(theirs[a:b]), "".join(ours[c:d])


def _drawn_changes(
    quote: Normalised, text: Normalised, start: int
) -> Iterator[tuple[bool, str, str]]:
    """The same, where only the points on letters differ: each word as it is drawn."""
    length = len(quote.letters)
    begins = [at for at in range(1, length) if quote.gaps[at] != JOINED]
    for low, high in pairwise([0, *begins, length]):
        drawn = [(text.drawn(start + at), quote.drawn(at)) for at in range(low, high)]
        after = PRINTED[quote.gaps[high]] if high < length else ""
        theirs, ours = ("".join(letters) + after for letters in zip(*drawn, strict=True))
        yield all(points_agree(*pair) for pair in drawn), theirs, ours


def _begun(text: Normalised, start: int) -> str:
    """What a word has before a stretch that begins within it: words that differ are shown whole."""
    low = start
    while low > 0 and start - low < _LONGEST_WORD and text.gaps[low] == JOINED:
        low -= 1
    found = _WORD_TO.search(text.letters[low:start])
    return found.group() if found and not has_han(text.letters[low : start + 1]) else ""


def _ended(text: Normalised, end: int) -> str:
    """What a word has after a stretch that ends within it: `.A` where that is the `P` of `P.A.`"""
    high = end
    while high < min(len(text.letters), end + _LONGEST_WORD) and text.gaps[high] == JOINED:
        high += 1
    rest = text.letters[end:high]
    found = _WORD_FROM.match(rest)
    if found:
        return "" if has_han(text.letters[end - 1 : high]) else found.group()
    inside = text.gaps[end - 1] == JOINED and text.letters[end - 2 : end - 1].isalnum()
    initial = text.letters[end - 1].isupper() and not inside
    return "." if initial and rest.startswith(".") else ""


def _changed(theirs: str, ours: str) -> str:
    marked = f"[-{theirs.rstrip()}-]" if theirs else ""
    marked += f"{{+{ours.rstrip()}+}}" if ours else ""
    return marked + (" " if (ours or theirs)[-1:] == " " else "")
