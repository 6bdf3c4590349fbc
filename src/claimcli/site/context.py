"""What the parts of a question's page have in common: colours, links, where numbers lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from markupsafe import Markup

from claimcli.answers.compare import Comparison
from claimcli.answers.sentences import Said, Sentence
from claimcli.pictures.palette import NONE
from claimcli.site import addresses
from claimcli.site.language_tags import with_tongues
from claimcli.site.links import Links
from claimcli.site.numbers import Numbers


class Context(msgspec.Struct, frozen=True):
    """A comparison on a page; `tones` are the classes of its positions' colours, by letter.

    `prefix` tells the anchors of a question from those of others on the page.
    """

    compared: Comparison
    links: Links
    numbers: Numbers
    tones: Mapping[str, str]
    prefix: str = ""

    def anchor(self, stance: str) -> str:
        """The anchor of a position."""
        return self.prefix + addresses.anchor("position", stance)

    def tone(self, siglum: str | None) -> str:
        """The class of a letter's colour; that of no position where there is none."""
        return self.tones.get(siglum or "", NONE)

    def linked(self, sentence: Sentence) -> Markup:
        """A sentence whose numbers lead to the claims that they count."""
        link = Markup('<a class="quiet" href="{}">{}</a>')
        address = self.numbers.address
        return _led(sentence, link, lambda said: address(said.claims, said.words))


def remark(sentence: Sentence, links: Links) -> Markup:
    """The note of a record, in which the ids of claims lead to them."""
    link = Markup('<a href="{}">{}</a>')
    return _led(sentence, link, lambda said: links.to("claim", next(iter(said.claims), None)))


def _led(sentence: Sentence, link: Markup, to: Callable[[Said], str | None]) -> Markup:
    """A sentence in which words that have an address are a link to it."""
    parts = []
    for said in sentence:
        address, words = to(said), with_tongues(said.words)
        parts.append(link.format(address, words) if address else words)
    return Markup("").join(parts)
