"""The graph as GraphML (graphml.graphdrawing.org), for Gephi, yEd and networkx."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from claimcli.answers.export import Selection
from claimcli.exports.graph import Edge, Node, graph
from claimcli.render.safe import visible

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="known" for="node" attr.name="known" attr.type="string"/>
  <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
  <key id="unclear" for="edge" attr.name="unclear" attr.type="boolean"/>
"""


def texts(selection: Selection) -> Iterator[str]:
    """A directed graph, in which two nodes may have several edges."""
    yield f'{_HEAD}  <graph id={quoteattr(visible(selection.title))} edgedefault="directed">\n'
    for part in graph(selection):
        yield _node(part) if isinstance(part, Node) else _edge(part)
    yield "  </graph>\n</graphml>\n"


def _node(node: Node) -> str:
    values = {"kind": node.kind, "label": node.label, "known": node.known}
    return f"    <node id={quoteattr(visible(node.id))}>{_values(values)}</node>\n"


def _edge(edge: Edge) -> str:
    ends = f"source={quoteattr(visible(edge.source))} target={quoteattr(visible(edge.target))}"
    values = {"relation": edge.kind, "unclear": str(edge.is_unclear).lower()}
    return f"    <edge {ends}>{_values(values)}</edge>\n"


def _values(values: dict[str, str]) -> str:
    return "".join(
        f'<data key="{key}">{escape(visible(value))}</data>'
        for key, value in values.items()
        if value
    )
