"""The style sheet of a page: the parts that its kind needs, as small as they can be said."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from claimcli.pictures.palette import COLOURS, INK, PAPER, RULE, SOFT

_PARTS = ("page", "figures", "claims", "claim", "lists", "print")


@cache
def stylesheet(*parts: str) -> str:
    """The rules of these parts, of `page` first and of `print` last."""
    wanted = [part for part in _PARTS if part in ("page", "print", *parts)]
    texts = [_colours(), *(_read(part) for part in wanted)]
    return "".join(map(_small, texts))


def _read(part: str) -> str:
    return (files(__package__) / "style" / f"{part}.css").read_text(encoding="utf-8")


def _colours() -> str:
    """The colours as variables: on paper, and where the reader wants it dark."""
    return (
        f":root{{color-scheme:light dark;{_variables(0)}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(1)}}}}}"
        + "".join(f".{name}{{--k:var(--{name})}}" for name in COLOURS)
    )


def _variables(scheme: int) -> str:
    roles = {"paper": PAPER, "ink": INK, "soft": SOFT, "rule": RULE, **_OTHERS}
    named = {**roles, **COLOURS}
    return "".join(f"--{name}:{pair[scheme]};" for name, pair in named.items())


_OTHERS = {
    "leaf": ("#f3f1ea", "#1f2125"),
    "link": ("#7d2419", "#f0a08c"),
    "mark": ("#fff1b8", "#4a3e10"),
    "warn": ("#8a4b00", "#f0bd76"),
}


def _small(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,>])\s*", r"\1", css).replace(";}", "}").strip()
