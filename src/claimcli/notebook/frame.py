"""What is around everything in a notebook: one element with its style, which reaches nothing else.

Which colours a notebook has nobody can ask: text and lines are of the colour that text has there,
and a position's colour is mixed with it, so that it stands out from a light ground and a dark one.
There is no script, and without the style sheet the text reads as well.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from claimcli.answers.marks import KNOWN, Known
from claimcli.answers.sigla import number_of, siglum
from claimcli.answers.wording import plural
from claimcli.model import Question
from claimcli.pictures.palette import COLOURS, NONE, colour
from claimcli.pictures.shapes import MEANING, icon
from claimcli.pictures.svg import Svg, element, joined

_SHARE = 55
"""Per cent of a position's colour on paper; the rest is the colour of the text."""


def framed(*parts: Svg) -> str:
    """The parts as one element."""
    return element("div", Svg(f"<style>{_style()}</style>"), *parts, class_="claimcli")


@cache
def _style() -> str:
    text = (files(__package__) / "notebook.css").read_text(encoding="utf-8")
    text = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"/\*.*?\*/|\s+", " ", text, flags=re.DOTALL))
    mixed = (
        f".claimcli .{name}{{--k:color-mix(in oklab,{paper} {_SHARE}%,currentColor)}}"
        for name, (paper, _) in COLOURS.items()
    )
    return text + "".join(mixed)


def sign(question: Question | None, stance: str | None) -> tuple[Svg, str]:
    """The letter of a position, empty for what has none, and the class of its colour."""
    number = number_of(question, stance)
    if number is None:
        return Svg(""), NONE
    tone = colour(question, number)
    return element("span", siglum(number), class_=f"sig {tone}"), tone


def key(met: set[Known], *more: str) -> Svg:
    """What the marks mean, and what else is to be said."""
    marks = (joined(icon(known, NONE), f" {MEANING[known]}") for known in KNOWN if known in met)
    entries = [*marks, *filter(None, more)]
    return element("p", *(element("span", entry) for entry in entries), class_="key")


def counted(shown: int, total: int, noun: str) -> str:
    """`20 of 305 claims`; `1 claim`."""
    return plural(total, noun) if shown == total else f"{shown:,} of {plural(total, noun)}"
