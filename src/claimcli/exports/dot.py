"""The graph for Graphviz (the DOT language), every id and label quoted."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.export import Selection
from claimcli.exports.graph import Edge, Node, graph
from claimcli.render.safe import visible

_SHAPES = {"question": "ellipse", "position": "box3d", "claim": "box", "elsewhere": "plaintext"}


def texts(selection: Selection) -> Iterator[str]:
    """A directed graph."""
    yield f"digraph {quoted(selection.title)} {{\n  rankdir=LR;\n  node [fontname=sans];\n"
    for part in graph(selection):
        yield _node(part) if isinstance(part, Node) else _edge(part)
    yield "}\n"


def _node(node: Node) -> str:
    # A claim known through others has a dashed outline.
    known = f"[{node.known}]" if node.known else ""
    dashed = ", style=dashed" if node.known.startswith("second-hand") else ""
    label = "".join(f"{_shown(line)}\\l" for line in (node.label, known) if line)
    return f'  {quoted(node.id)} [shape={_SHAPES[node.kind]}{dashed}, label="{label}"];\n'


def _edge(edge: Edge) -> str:
    dashed = ", style=dashed" if edge.is_unclear else ""
    ends = f"{quoted(edge.source)} -> {quoted(edge.target)}"
    return f"  {ends} [label={quoted(edge.kind)}{dashed}];\n"


def quoted(text: str) -> str:
    """A string of DOT: `\\N` and its like would be commands, so that each `\\` is doubled.

    A long one goes on in further lines, which Graphviz puts together: it reads 16 kB at once.
    """
    shown = visible(text)
    lines = (shown[at : at + _AT_ONCE] for at in range(0, len(shown), _AT_ONCE))
    return '"' + "\\\n".join(map(_escaped, lines)) + '"'


_AT_ONCE = 2_000
"""Signs of a string in a line: at most 10 kB, escaped."""


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _shown(text: str) -> str:
    """A line of a label, in which entities of HTML would be read as what they stand for."""
    return quoted(text.replace("&", "&amp;"))[1:-1]
