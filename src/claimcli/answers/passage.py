"""A quotation in its text: the verdict on it, and what stands around the place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimcli.answers.answer import Answer
from claimcli.answers.verify import VERIFIED_FIELDS, Verified, verified, with_other_texts
from claimcli.answers.views import View
from claimcli.model import Claim
from claimcli.quotes import Place
from claimcli.texts import Texts, UnreadableText

AROUND = 400
"""Characters of the text that are shown on either side of a quotation."""


class Stretch(msgspec.Struct, frozen=True):
    """Some of a text on one line; `is_quoted` where it is what the quotation has."""

    text: str
    is_quoted: bool = False


class Passage(Answer, frozen=True):
    """A quotation with its verdict and the text around each of its places, in order.

    `places` is empty where the text is not at hand or does not have the words.
    """

    verified: Verified
    places: tuple[tuple[Stretch, ...], ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Those of a quotation that was verified, and the passages."""
        return (*VERIFIED_FIELDS, "passages")

    @property
    def rows(self) -> Iterator[View]:
        """The quotation alone."""
        passages = ["".join(one.text for one in place) for place in self.places]
        yield {**self.verified.view, "passages": passages}


def ask(claim: Claim, texts: Texts) -> Passage | None:
    """The quotation of a claim in the text that was read; None of a claim without one.

    Raises `UnreadableText`.
    """
    found = next(iter(with_other_texts(verified([claim], texts), texts)), None)
    if found is None:
        return None
    witness = texts.witness(claim.witness or "")
    text = witness.text if witness else ""
    return Passage(found, tuple(_around(place, text) for place in found.verdict.places))


def if_readable(claim: Claim, texts: Texts) -> tuple[Passage | None, str]:
    """The same, or why the text cannot be read."""
    try:
        return ask(claim, texts), ""
    except UnreadableText as error:
        return None, str(error)


def _around(place: Place, text: str) -> tuple[Stretch, ...]:
    """The text from some way before a place to some way behind it, cut between words."""
    first, last = place.spans[0][0], place.spans[-1][1]
    begin, end = max(0, first - AROUND), min(len(text), last + AROUND)
    begin = text.find(" ", begin, first) + 1 or begin if begin else 0
    cut = text.rfind(" ", last, end) if end < len(text) else end
    end = cut if cut > last else end
    made = [Stretch("…" * (begin > 0) + _on_one_line(text[begin:first]))]
    at = first
    for start, stop in place.spans:
        made.append(Stretch(_on_one_line(text[at:start])))
        made.append(Stretch(_on_one_line(text[start:stop]), is_quoted=True))
        at = stop
    made.append(Stretch(_on_one_line(text[at:end]) + "…" * (end < len(text))))
    return tuple(one for one in made if one.text)


def _on_one_line(text: str) -> str:
    """Text with each run of white space as one blank, at its ends, too."""
    words = " ".join(text.split())
    return " " * text[:1].isspace() + words + " " * (text[-1:].isspace() and bool(words))
