"""Text from a corpus in Markdown as pandoc reads it: nothing of it becomes markup."""

from __future__ import annotations

import re

from claimcli.citations.typography import Runs, in_markdown
from claimcli.render.safe import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$@&])")
"""Begins or ends code, an emphasis, attributes, a link, HTML, a heading, a table, a formula."""

_AT_START = re.compile(
    r"(\s*)(?:([-+=:%])"
    r"|(\((?:\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]+|#)|\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]+|#)"
    r"(\)|(?<![A-Z])\.|(?<=[A-Z]{2})\.|(?<=[A-Z])\.(?=\s\s))(?=\s|$))"
)
"""What at the start of a block begins a list, a rule or a definition: `- `, `1.`, `(iv)`, `: `.

Not an initial with one space after it.
"""


def plain(text: str) -> str:
    """A text on one line, as it is, wherever in a line it stands."""
    return _SPECIAL.sub(r"\\\1", visible(text).strip())


def block(markdown: str) -> str:
    """Markdown that begins a paragraph or an item, without what would make it something else."""
    return _AT_START.sub(_unmade, markdown, count=1) if _AT_START.match(markdown) else markdown


def set_in_runs(runs: Runs) -> str:
    """A citation with its titles in italics, as a paragraph."""
    shown = tuple(run._replace(text=visible(run.text)) for run in runs)
    return block(in_markdown(shown))


def identifier(*parts: str) -> str:
    """What a heading is linked to by: letters, digits, `-` and `_`, whatever the ids have."""
    joined = "-".join(parts)
    return re.sub(r"[^\w-]", lambda odd: f"_{ord(odd.group()):x}", joined)


def linked_to(id: str) -> str:
    """What makes a heading the target of links, at its end.

    Pandoc's own `{#id}` is read by pandoc alone, and shown as text by code hosts.
    """
    return f'<span id="{id}"></span>'


def _unmade(found: re.Match[str]) -> str:
    space, sign, number, point = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{point}"
