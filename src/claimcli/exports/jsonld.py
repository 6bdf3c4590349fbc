"""RDF as JSON-LD 1.1: the corpus in the default graph, each claim as a nanopublication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcli.answers.export import Selection
from claimcli.exports.rdf.nanopublications import graphs
from claimcli.exports.rdf.terms import PREFIXES, TYPE, Graph, Iri, Node, Term
from claimcli.render import json_line


def texts(selection: Selection) -> Iterator[str]:
    """A document with a node or a graph on each line."""
    before = f'{{"@context": {json_line(PREFIXES).decode()},\n"@graph": [\n'
    for graph in graphs(selection):
        for value in _values(graph):
            yield before + json_line(value).decode()
            before = ",\n"
    yield "\n]}\n"


def _values(graph: Graph) -> Iterator[dict[str, Any]]:
    nodes = map(_node, graph.nodes)
    if graph.id is None:
        yield from nodes
    else:
        yield {"@id": graph.id.text, "@graph": list(nodes)}


def _node(node: Node) -> dict[str, Any]:
    said: dict[str, Any] = {"@id": node.id.text}
    for predicate, terms in node.said.items():
        if predicate == TYPE:
            said["@type"] = [term.text for term in terms if isinstance(term, Iri)]
        else:
            said[predicate] = list(map(_term, terms))
    return said


def _term(term: Term) -> Any:
    if isinstance(term, Iri):
        return {"@id": term.text}
    return term.encode("utf-8", "backslashreplace").decode() if isinstance(term, str) else term
