"""How the parts of a citation are set and joined: italics, commas, periods.

Italics are kept as a pair of private-use characters until `finished` writes them out, so that no
text from a corpus can pass for markup. Of what CSL marks in a text only italics are set.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from claimcli.citations.quotation_marks import with_mark

Markup = Literal["plain", "markdown"]

_OPEN, _CLOSE = "\ue000", "\ue001"
_SPECIAL = r"([\\*_`\[\]{}<>&|~$#^@])"
_ADDRESS = r"(https?://[^\s<>\ue000\ue001]*[^\s<>.,;:)\ue000\ue001])"
_TAG = (
    r"(</?(?:i|b|sup|sub)>|</span>"
    r'|<span class="nocase">|<span style="font-variant: ?small-caps;">)'
)
"""What CSL takes for rich text: these tags and no others."""


def bare(text: str) -> str:
    """Text without the marks of italics: what a corpus gives goes through here or `rich`."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def plain(text: str) -> str:
    """Text of a corpus without the marks of italics and without the tags of CSL."""
    return bare(rich(text))


def rich(text: str) -> str:
    """Text of a corpus with its CSL tags read: `<i>` is italics, the others are left out.

    Italics within italics are upright. A tag without its partner is text.
    """
    if "<" not in text:
        return bare(text)
    pieces = re.split(_TAG, bare(text))  # every second piece is a tag
    italics = False
    for at, name in _paired(pieces).items():
        italics ^= name == "i"
        pieces[at] = "" if name != "i" else _OPEN if italics else _CLOSE
    return "".join(pieces)


def _paired(pieces: list[str]) -> dict[int, str]:
    """The tags that have their partner, by their place, with what they are the tags of."""
    paired: dict[int, str] = {}
    opened: list[tuple[int, str]] = []
    waiting: Counter[str] = Counter()
    for at in range(1, len(pieces), 2):
        name = re.sub(r"(?<=span).*|\W", "", pieces[at])
        if not pieces[at].startswith("</"):
            opened.append((at, name))
            waiting[name] += 1
        elif waiting[name]:
            while opened:
                start, other = opened.pop()
                waiting[other] -= 1
                if other == name:
                    paired.update({start: name, at: name})
                    break
    return dict(sorted(paired.items()))


def italic(text: str) -> str:
    """Text in italics, as `finished` will write it; what is italic in it becomes upright."""
    inner = text.strip().translate({ord(_OPEN): _CLOSE, ord(_CLOSE): _OPEN})
    return f"{_OPEN}{inner}{_CLOSE}".replace(_OPEN + _CLOSE, "") if bare(inner) else ""


def commas(*parts: str) -> str:
    """The parts that are not empty, separated by commas, which go inside quotation marks."""
    return _joined(parts, ",")


def sentences(*parts: str) -> str:
    """The parts that are not empty, each ended with one period."""
    return _followed(_joined(parts, "."), ".")


def capital(text: str) -> str:
    """The text with its first letter a capital, also in brackets, but not `n.d.` and `ca.`."""
    return re.sub(r"^\[?(?!n\.d\.|ca\. )\w", lambda start: start.group().upper(), text)


def ordinal(number: int) -> str:
    """A number as it is set where something is numbered: `2nd`, `12th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


class Run(NamedTuple):
    """Text that is set in one way."""

    text: str
    is_italic: bool = False


Runs = tuple[Run, ...]
"""A citation as it is set."""


def runs(text: str) -> Runs:
    """The text by how it is set, for whatever writes italics in its own way."""
    joined = text.replace(_CLOSE + _OPEN, "")
    pieces = re.split(f"[{_OPEN}{_CLOSE}]", joined)  # every second piece is in italics
    return tuple(Run(piece, bool(at % 2)) for at, piece in enumerate(pieces) if piece)


def whole(text: str) -> str:
    """Text that was cut, with the italics closed that it opens, without a lone quotation mark."""
    if text.count("“") != text.count("”"):
        text = re.sub("[“”]", "", text)
    return text + _CLOSE * (text.count(_OPEN) - text.count(_CLOSE))


def finished(text: str, markup: Markup) -> str:
    """The text as it goes out: in Markdown italics, links, and all else escaped; else bare."""
    return bare(text) if markup == "plain" else in_markdown(runs(text))


def in_markdown(text: Runs) -> str:
    """Runs in Markdown: italics, links, and all else escaped."""
    written = []
    for at, run in enumerate(text):
        before = at > 0 and text[at - 1].text[-1:].isalnum()
        after = at + 1 < len(text) and text[at + 1].text[:1].isalnum()
        written.append(
            _emphasised(run.text, before, after) if run.is_italic else _escaped(run.text)
        )
    return "".join(written)


def _emphasised(text: str, word_before: bool, word_after: bool) -> str:
    """Text in Markdown's italics, without what they may not begin or end with beside a word."""
    start = re.match(r"[\W_]*" if word_before else r"\s*", text)
    begin = start.end() if start else 0
    end = len(text.rstrip())
    while word_after and end > begin and not text[end - 1].isalnum():
        end -= 1
    inner = _escaped(text[begin:end])
    around = _escaped(text[:begin]), _escaped(text[max(begin, end) :])
    return f"{around[0]}*{inner}*{around[1]}" if inner else "".join(around)


def _escaped(text: str) -> str:
    """Text as Markdown shows it as it is, but for addresses, which become links."""
    pieces = re.split(_ADDRESS, text)  # every second piece is an address
    return "".join(
        f"<{piece}>" if at % 2 else re.sub(_SPECIAL, r"\\\1", piece)
        for at, piece in enumerate(pieces)
    )


def _joined(parts: Iterable[str], mark: str) -> str:
    *but_last, last = [part for part in parts if part] or [""]
    return " ".join([*(_followed(part, mark) for part in but_last), last])


def _followed(text: str, mark: str) -> str:
    """A text and its mark, but no period after `.`, `?`, `!`."""
    if mark == "." and text.rstrip(f"{_CLOSE}\u201d\u2019")[-1:] in (".", "?", "!"):
        return text
    return with_mark(text, mark)
