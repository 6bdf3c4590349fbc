"""What RDF is made of: IRIs, texts and nodes; and the IRI of each record.

A corpus has no address of its own, so that its records are called `urn:claimcli:CORPUS:KIND:ID`
(RFC 8141), with what an IRI cannot have as `%` and two digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import quote

PREFIXES = {
    "bibo": "http://purl.org/ontology/bibo/",
    "cito": "http://purl.org/spar/cito/",
    "claim": "urn:claimcli:terms#",
    "dct": "http://purl.org/dc/terms/",
    "np": "http://www.nanopub.org/nschema#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
"""Vocabularies by what stands before the colon; `claim` has the words that none of them has."""


class Iri(NamedTuple):
    """A resource by its whole IRI, or by a word of a vocabulary (`prov:Agent`)."""

    text: str


Term = Iri | str | bool | int
"""A resource or a value."""

TYPE = "rdf:type"


class Node(NamedTuple):
    """A resource and what is said of it: the objects of each predicate, which is a word."""

    id: Iri
    said: Mapping[str, list[Term]]


class Graph(NamedTuple):
    """Nodes in a graph, to be gone through once; the default graph has no id."""

    id: Iri | None
    nodes: Iterable[Node]


Said = Term | Iterable[Term] | None


def node(id: Iri, type: str, said: Mapping[str, Said]) -> Node:
    """A node of a type (several are parted by blanks), without what is nothing."""
    types: Mapping[str, Said] = {TYPE: [Iri(word) for word in type.split()]}
    listed = {predicate: _listed(value) for predicate, value in {**types, **said}.items()}
    return Node(id, {predicate: terms for predicate, terms in listed.items() if terms})


def _listed(value: Said) -> list[Term]:
    if value is None or value == "":
        return []
    if isinstance(value, Iri | str | bool | int):
        return [value]
    return list(value)


class Iris:
    """The IRIs of the records of a corpus."""

    def __init__(self, corpus: str) -> None:
        self.corpus = Iri(f"urn:claimcli:{corpus}")

    def of(self, kind: str, *ids: str) -> Iri:
        """A record; a stance by its question and its own id."""
        return Iri(f"{self.corpus.text}:{kind}:{'/'.join(map(_quoted, ids))}")

    def position(self, position: str) -> Iri:
        """A stance by `question/stance`."""
        return self.of("stance", *position.split("/", 1))


def part(whole: Iri, name: str) -> Iri:
    """Something that is part of a record."""
    return Iri(f"{whole.text}#{name}")


def _quoted(id: str) -> str:
    return quote(id, safe="", errors="surrogatepass")
