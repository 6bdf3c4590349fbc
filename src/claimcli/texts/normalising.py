"""A text as letters and gaps, so that its printing can be told from its wording.

A text becomes its visible characters in one string (`letters`) and, for each of them, what stood
before it (`gaps`): nothing, white space, a hyphen, a dash, a hyphen at the end of a line.
Ligatures, quotation marks, dashes, Unicode forms and Han variants are made alike; the raised
numbers of notes are kept apart (`notes`). Two wordings are the same where their letters are equal
and each gap could be the other as a typesetter sets it. A map leads from every letter back to the
characters of the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from claimcli.names.folding import HAN
from claimcli.texts.note_numbers import no_plain_digit, notes
from claimcli.texts.points import unpointed, without_points
from claimcli.texts.typesetting import blanked, set_alike, signs_alike

JOINED, SPACE, HYPHEN, LINE_END, TRAILING, LEADING, SPACED, DASH, MAQAF = range(9)
"""What stands before a letter: nothing, a space, `-`, `-` and a line break, `- `, ` -`, ` - `, `–`.

A dash may also be two hyphens. Whoever has no key for it types a hyphen, or one between spaces.
The maqaf of Hebrew (`־`) may be a hyphen, or a space.
"""

PRINTED = ("", " ", "-", "", "- ", " -", " - ", "–", "־")
"""How each of them is printed on one line."""

_SET_AS = {
    LINE_END: frozenset((JOINED, HYPHEN, TRAILING)),  # when the line is not broken there
    DASH: frozenset((HYPHEN, SPACED)),
    MAQAF: frozenset((HYPHEN, SPACE, TRAILING)),
}

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f"
_GAP = re.compile(rf"[\s\-–־{_UNSEEN}]+")
_UNSEEN_RUN = re.compile(f"[{_UNSEEN}]+")
_BREAK = re.compile(r"[\n\f\r\v\x85\u2028\u2029]")
_SOFT_BREAK = re.compile(rf"\u00ad[^\S\n]*{_BREAK.pattern}")
_UNSPACED_SCRIPT = re.compile(f"[{HAN}\u3001-\u303f\u3040-\u30ff\uff00-\uffef]")
_MARK = re.compile("['\"…]")
_DIGRAPHS = {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "װ": "וו", "ױ": "וי", "ײ": "יי"}
_DIGRAPH = re.compile("[œŒæÆװױײ]")

Span = tuple[int, int]
"""Letters of a normalised text, from and to."""


class Normalised(msgspec.Struct, frozen=True, eq=False):
    """`letters[i]` was `text[starts[i]:ends[i]]`, and `gaps[i]` is what stood before it.

    `notes[i]` is what stood between `letters[i - 1]` and that, and is no letter: the raised number
    of a note, the end of a verse (`׃`). `tail` is what stood after the last letter.
    """

    text: str
    letters: str
    gaps: bytes
    starts: array[int]
    ends: array[int]
    notes: dict[int, str]
    tail: int = JOINED

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original that the letters from start to end were."""
        return self.starts[start], self.ends[end - 1]

    def drawn(self, letter: int) -> str:
        """A letter as the original has it, with its points."""
        return self.text[self.starts[letter] : self.ends[letter]]

    def printed(self, start: int, end: int) -> str:
        """The letters from start to end with their gaps, as on one line."""
        rest = range(start + 1, end)
        return self.with_note(start) + "".join(
            PRINTED[self.gaps[at]] + self.with_note(at) for at in rest
        )

    def with_note(self, letter: int) -> str:
        """A letter with the number of the note after it, if there is one."""
        return self.letters[letter] + self.notes.get(letter + 1, "")


def normalise(text: str, *, noted: bool = True) -> Normalised:
    """The letters and gaps of a text; offsets are those of the text as given.

    Args:
        text: the text, or a quotation.
        noted: whether raised numbers after words are those of notes, and not letters as others.
    """
    bare, places = without_points(text)
    alike = set_alike(bare)
    numbers = [(at, alike[at:end]) for at, end in notes(alike)] if noted else []
    alike = blanked(alike, ((at, at + len(number)) for at, number in numbers))
    as_is = _plainly_set(alike)
    letters: list[str] = []
    gaps = bytearray()
    starts, ends = array("I"), array("I")
    tail = JOINED
    for run, gap in _runs(alike):
        start, stop = run
        if as_is or _plainly_set(alike[start:stop]):
            letters.append(alike[start:stop])
            starts.extend(range(start, stop))
            ends.extend(range(start + 1, stop + 1))
        else:
            _append_clusters(alike[start:stop], start, letters, starts, ends)
        if len(starts) > len(gaps):
            gaps.append(gap)
            gaps.extend(bytes(len(starts) - len(gaps)))
            tail = JOINED
        else:
            tail = gap
    noted_at = {bisect_left(starts, at): number for at, number in numbers}
    if places is not None:
        starts, ends = (array("I", map(places.__getitem__, found)) for found in (starts, ends))
    return Normalised(text, "".join(letters), bytes(gaps), starts, ends, noted_at, tail)


def _runs(text: str) -> Iterator[tuple[tuple[int, int], int]]:
    """The runs of visible characters, each with the gap before it; the last may be empty."""
    position, gap = 0, JOINED
    for blank in _GAP.finditer(text):
        start, stop = blank.span()
        if start > position:
            yield (position, start), gap
        before, after = text[start - 1 : start], text[stop : stop + 1]
        plain = blank.group() == " " and _ordinary(before, after)
        position, gap = stop, SPACE if plain else _gap(blank.group(), before, after)
    yield (position, len(text)), gap


def _ordinary(before: str, after: str) -> bool:
    """Whether white space between two characters is simply white space."""
    return before.isascii() and after.isascii() and after not in _SPACED_OFF


_SPACED_OFF = frozenset(";:!?")
"""Signs before which French sets a space and English none."""


@lru_cache(maxsize=4096)
def _gap(blank: str, before: str, after: str) -> int:
    """What a run of white space, hyphens and invisible characters between two letters is."""
    if _SOFT_BREAK.search(blank):
        return JOINED
    seen = _UNSEEN_RUN.sub("", blank)
    bare = seen.strip()
    if not seen or (not bare and _no_space(before, after)):
        return JOINED
    if not bare:
        return SPACE
    led, trailed = seen[0].isspace(), seen[-1].isspace()
    dash = "–" in bare or "--" in bare
    if led and trailed:
        return SPACED
    broken = _BREAK.search(seen) is not None
    if dash and (broken or not (led or trailed)):
        return DASH
    if led:
        return LEADING
    if bare == "־":
        return MAQAF
    if trailed and broken:
        number = before.isdigit() and after.isdigit()
        return LINE_END if bare == "-" and not number else HYPHEN
    return TRAILING if trailed else HYPHEN


def _no_space(before: str, after: str) -> bool:
    """Whether white space here is the typesetter's: within Han, or before a French colon.

    Han has the quotation marks and the dots of other scripts, too.
    """
    if after in _SPACED_OFF:
        return True
    unspaced = [_UNSPACED_SCRIPT.match(sign) is not None for sign in (before, after)]
    return all(unspaced) or (
        any(unspaced) and _MARK.match(before if unspaced[1] else after) is not None
    )


def _append_clusters(
    run: str, position: int, letters: list[str], starts: array[int], ends: array[int]
) -> None:
    """Append a run whose letters are composed, decomposed or compatible forms, made plain."""
    for start, end in _clusters(run):
        plain = _plain(run, start, end)
        letters.append(plain)
        starts.extend([position + start] * len(plain))
        ends.extend([position + end] * len(plain))


def _plain(run: str, start: int, end: int) -> str:
    """A cluster in its compatible form, unless that makes a plain digit of a raised one."""
    if no_plain_digit(run, start):
        return run[start:end]
    plain = unpointed(unicodedata.normalize("NFKC", run[start:end])).replace(" ", "")
    capital = run[end : end + 1].isupper()
    spelled = _DIGRAPH.sub(lambda sign: _spelled(sign.group(), capital=capital), plain)
    return signs_alike(spelled)


def _spelled(digraph: str, *, capital: bool) -> str:
    """The two letters of a digraph; `ÆTAS` is AETAS, `Ætas` Aetas."""
    letters = _DIGRAPHS[digraph]
    return letters.upper() if capital and digraph.isupper() else letters


def _plainly_set(text: str) -> bool:
    """Whether each character of a text is one letter as it stands."""
    return text.isascii() or (unicodedata.is_normalized("NFKC", text) and not _DIGRAPH.search(text))


def _clusters(run: str) -> list[tuple[int, int]]:
    """A base character with its combining marks or its Hangul vowel and final, each as a span."""
    heads = [i for i, c in enumerate(run) if i == 0 or not _joins(c)]
    return list(zip(heads, [*heads[1:], len(run)], strict=True))


def _joins(character: str) -> bool:
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"


def same_gaps(one: bytes, other: bytes) -> bool:
    """Whether two equally long runs of gaps could be one wording, differently broken."""
    return one == other or all(map(_compatible, one, other))


def _compatible(one: int, other: int) -> bool:
    return one == other or other in set_as(one)


def added_dashes(quote: Normalised, text: Normalised, start: int, end: int) -> tuple[str, str]:
    """The dashes that a quotation begins and ends with where a stretch of the text has none."""
    after = text.gaps[end] if end < len(text.letters) else text.tail
    return (
        _dash(quote.gaps[0], text.gaps[start], LEADING) if quote.letters else "",
        _dash(quote.tail, after, TRAILING),
    )


def _dash(gap: int, there: int, spaced: int) -> str:
    """A dash, unless the text has one; a hyphen without a space (`-5`) is no spaced dash."""
    like = (HYPHEN, LINE_END, DASH, MAQAF, spaced) if gap == HYPHEN else range(HYPHEN, MAQAF + 1)
    return "" if gap in (JOINED, SPACE) or there in like else PRINTED[gap] or "-"


def set_as(gap: int) -> frozenset[int]:
    """What else a gap may be in the same wording."""
    return _ALSO[gap]


_ALSO = tuple(
    _SET_AS.get(gap, frozenset()) | {other for other, also in _SET_AS.items() if gap in also}
    for gap in range(len(PRINTED))
)
