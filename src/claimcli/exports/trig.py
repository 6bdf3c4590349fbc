"""RDF as TriG (W3C, 2014): the corpus in the default graph, each claim as a nanopublication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcli.answers.export import Selection
from claimcli.exports.rdf.nanopublications import graphs
from claimcli.exports.rdf.terms import PREFIXES, TYPE, Graph, Iri, Iris, Node, Term


def texts(selection: Selection) -> Iterator[str]:
    """A document: prefixes, then graph by graph."""
    names = _Names(Iris(selection.corpus).corpus)
    yield names.declared
    for graph in graphs(selection):
        yield "\n" + names.declared_for(graph)
        yield from _graph(graph, names)


class _Names:
    """IRIs by what the document calls them; `this` and `sub` are a nanopublication and its parts,
    as those who publish them write.
    """

    def __init__(self, corpus: Iri) -> None:
        self._corpus = f"{corpus.text}:"
        self._this = ""

    @property
    def declared(self) -> str:
        """The prefixes of all graphs."""
        prefixes = {**PREFIXES, "": self._corpus}
        return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items())

    def declared_for(self, graph: Graph) -> str:
        """The prefixes of a nanopublication, before the first of its graphs."""
        this = graph.id.text.partition("#")[0] if graph.id else ""
        if this == self._this:
            return ""
        self._this = this
        return f"@prefix this: <{this}> .\n@prefix sub: <{this}#> .\n\n"

    def short(self, iri: Iri) -> str:
        """A resource as a prefix and a name, where it has one."""
        whole, hash, name = iri.text.partition("#")
        if whole == self._this:
            return f"sub:{name}" if hash else "this:"
        if iri.text.startswith(self._corpus):
            return ":" + _NO_NAME.sub(r"\\\g<0>", iri.text.removeprefix(self._corpus))
        return iri.text if iri.text.partition(":")[0] in PREFIXES else f"<{iri.text}>"


_NO_NAME = re.compile(r"[#/.~]")
"""What an IRI may have and the name in a prefixed one has only behind `\\`."""


def _graph(graph: Graph, names: _Names) -> Iterator[str]:
    if graph.id:
        yield f"{names.short(graph.id)} {{\n"
    before = ""
    for node in graph.nodes:
        yield before + _node(node, names)
        before = "\n"
    if graph.id:
        yield "}\n"


def _node(node: Node, names: _Names) -> str:
    said = " ;\n    ".join(
        f"{'a' if predicate == TYPE else predicate} {_terms(terms, names)}"
        for predicate, terms in node.said.items()
    )
    return f"{names.short(node.id)} {said} .\n"


def _terms(terms: Iterable[Term], names: _Names) -> str:
    return ", ".join(_term(term, names) for term in terms)


def _term(term: Term, names: _Names) -> str:
    if isinstance(term, Iri):
        return names.short(term)
    return quoted(term) if isinstance(term, str) else str(term).lower()


def quoted(text: str) -> str:
    """A text in quotes: what cannot be seen by its number, half of a character spelled out."""
    marked = text.replace("\\", "\\\\").replace('"', '\\"')
    if not marked.isprintable():
        marked = "".join(c if c.isprintable() else _escaped(ord(c)) for c in marked)
    return f'"{marked}"'


def _escaped(code: int) -> str:
    if 0xD800 <= code < 0xE000:
        return f"\\\\u{code:04x}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
