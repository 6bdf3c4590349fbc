"""Questions, positions and claims as Argdown (argdown.org): what supports and what attacks what.

A claim supports the position that it takes, a ground what rests on it, and what disputes attacks.
Argdown has no word for qualifying and revising: these stand in the text. Nothing here is an
argument of claimcli's own: positions that merely exclude each other do not attack each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcli.answers.export import Selection
from claimcli.exports.graph import Edge, Node, graph
from claimcli.render.safe import visible

_ARROWS = {"takes": "+>", "rests on": "<+", "disputes": "->"}
_SIGNS = re.compile(r"[\\\[\]<>{}#@*_`:|~=+/-]")


def texts(selection: Selection) -> Iterator[str]:
    """A document: a heading for each question, a statement for each position and claim.

    Where there is nothing, the title is a heading: Argdown has no document without content.
    """
    title = visible(selection.title).replace("\\", "\\\\").replace('"', '\\"')
    yield f'===\ntitle: "{title}"\n===\n'
    node: Node | None = None
    edges: list[Edge] = []
    later: list[Node] = []
    for part in graph(selection):
        if isinstance(part, Edge):
            edges.append(part)
        elif part.kind == "elsewhere":
            later.append(part)
        else:
            yield _statement(node, edges)
            node, edges = part, []
    yield _statement(node, edges)
    for part in later:
        yield _statement(part, [])
    if node is None:
        yield f"\n# {escaped(selection.title)}\n"


def _statement(node: Node | None, edges: list[Edge]) -> str:
    if node is None:
        return ""
    if node.kind == "question":
        return f"\n# {escaped(node.label)}\n"
    said = [node.label, *(f"({e.kind} {e.target})" for e in edges if e.kind in _IN_WORDS)]
    known = f" ({escaped(node.known)})" if node.known else ""
    lines = [f"{_titled(node.id)}: {escaped(' '.join(said))}{known}"]
    lines += [f"  {_ARROWS[e.kind]} {_titled(e.target)}" for e in edges if e.kind in _ARROWS]
    return "\n" + "\n".join(lines) + "\n"


_IN_WORDS = ("qualifies", "revises")
_NO_TITLE = str.maketrans("[]", "()")
"""A title has no escapes: what would end it is put in other words."""


def _titled(id: str) -> str:
    """A statement by its title; a `-` at its beginning would be an arrow."""
    title = visible(id).translate(_NO_TITLE)
    return f"[_{title}]" if title.startswith("-") else f"[{title}]"


def escaped(text: str) -> str:
    """A text of one paragraph in which nothing is Argdown's."""
    return _SIGNS.sub(r"\\\g<0>", visible(text))
