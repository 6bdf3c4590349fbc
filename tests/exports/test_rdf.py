"""RDF, read by rdflib: nanopublications that are valid, and shapes that hold and do not hold."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from exporting import HOSTILE, selection, write_hostile
from support import CORPORA, ROOT

from claimcli import Corpus
from claimcli.exports import jsonld, trig

rdflib = pytest.importorskip("rdflib")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

SHAPES = files("claimcli.exports.rdf") / "shapes.ttl"
PAGE = ROOT / "docs" / "exporting.md"
SMALL = "urn:claimcli:a-quarrel-of-two-towns"
PREFIXES = """
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX claim: <urn:claimcli:terms#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX np: <http://www.nanopub.org/nschema#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <http://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def parsed(corpus: Path, format: Any = trig) -> Any:
    """The graphs of a corpus, asked all together where none is named."""
    graphs = rdflib.Dataset(default_union=True)
    text = "".join(format.texts(selection(corpus)))
    graphs.parse(data=text, format="trig" if format is trig else "json-ld")
    return graphs


def quads(graphs: Any) -> set[Any]:
    return {(s, p, o, str(graph)) for s, p, o, graph in graphs.quads()}


def asked(graphs: Any, query: str) -> list[tuple[str, ...]]:
    found = graphs.query(PREFIXES + query)
    return sorted(tuple(str(value).removeprefix(SMALL) for value in row) for row in found)


@pytest.fixture(params=["small", "hostile", "shipped"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    there = {"small": CORPORA / "small", "shipped": ROOT / "claims"}
    return there.get(request.param) or write_hostile(tmp_path / "corpus")


def test_both_ways_of_writing_say_the_same(corpus: Path) -> None:
    found = quads(parsed(corpus, trig))
    assert len(found) > 100
    assert found == quads(parsed(corpus, jsonld))


def test_who_holds_a_position_and_who_was_read() -> None:
    """By hand, from the comments of the small corpus."""
    query = """
    SELECT DISTINCT ?stance ?holder ?reported WHERE {
        ?publication dct:subject ?stance ; np:hasAssertion ?assertion .
        ?stance skos:inScheme <%s:question:who-began> .
        ?assertion prov:wasAttributedTo ?holder ; claim:secondHand ?reported .
        ?holder claim:kind "person" .
    }"""
    began = ":stance:who-began"
    assert asked(parsed(CORPORA / "small"), query % SMALL) == [
        (f"{began}/easton-began", ":scholar:ann", "false"),
        (f"{began}/easton-began", ":scholar:boris", "true"),
        (f"{began}/weston-began", ":scholar:ann", "false"),
        (f"{began}/weston-began", ":scholar:boris", "true"),
    ]


def test_what_the_recorder_judged_is_no_assertion() -> None:
    graphs = parsed(CORPORA / "small")
    query = "SELECT ?graph WHERE { GRAPH ?graph { ?publication claim:unclear 'stance' } }"
    assert asked(graphs, query) == [(":claim:vorobev-1975-weston#pubinfo",)]


def test_a_dispute_leads_to_the_claim_and_to_the_position() -> None:
    query = "SELECT ?what ?whom WHERE { ?what cito:disputes ?whom }"
    bridge = ":claim:archer-2000-weston-closed-the-bridge#claim"
    assert asked(parsed(CORPORA / "small"), query) == [
        (bridge, ":claim:vorobev-1975-easton#claim"),
        (bridge, ":stance:who-began/easton-began"),
    ]


@pytest.mark.parametrize("format", [trig, jsonld])
def test_hostile_texts_come_back_as_they_are(tmp_path: Path, format: Any) -> None:
    graphs = parsed(write_hostile(tmp_path / "corpus"), format)
    query = "SELECT ?text ?exact WHERE { ?q oa:hasBody ?c ; oa:hasTarget/oa:hasSelector/oa:exact"
    found = asked(graphs, query + " ?exact . ?c schema:text ?text }")
    assert found == sorted((text, text) for text in HOSTILE.values())
    written = "".join(format.texts(selection(tmp_path / "corpus")))
    assert not {"\x07", "\x1b", "\u202e"} & set(written)


@pytest.mark.parametrize("corpus", ["small", "hostile"], indirect=True)
def test_each_claim_is_a_valid_nanopublication(corpus: Path) -> None:
    nanopub = pytest.importorskip("nanopub")
    graphs = parsed(corpus)
    heads = list(graphs.subjects(rdflib.RDF.type, rdflib.URIRef(f"{NP}Nanopublication")))
    assert len(heads) == len(list(selection(corpus).claims()))
    for head in heads:
        alone = rdflib.Dataset()
        for part in ("head", "assertion", "provenance", "pubinfo"):
            name = rdflib.URIRef(f"{head}#{part}")
            for triple in graphs.graph(name):
                alone.add((*triple, name))
        assert nanopub.Nanopub(rdf=alone).is_valid


NP = "http://www.nanopub.org/nschema#"


def is_sound(graphs: Any) -> tuple[bool, str]:
    pyshacl = pytest.importorskip("pyshacl")
    holds, _, told = pyshacl.validate(graphs, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    return bool(holds), str(told)


def test_the_shapes_hold(corpus: Path) -> None:
    holds, told = is_sound(parsed(corpus))
    assert holds, told


@pytest.mark.parametrize(
    "word",
    [
        "http://www.w3.org/ns/prov#wasAttributedTo",
        "http://www.w3.org/ns/prov#wasQuotedFrom",
        "urn:claimcli:terms#secondHand",
        "http://schema.org/text",
        "http://www.w3.org/ns/oa#hasSource",
        "http://www.w3.org/ns/oa#exact",
        "http://www.w3.org/2004/02/skos/core#inScheme",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "urn:claimcli:terms#kind",
        "http://purl.org/dc/terms/bibliographicCitation",
    ],
)
def test_a_shape_fails_where_something_is_missing(word: str) -> None:
    graphs = parsed(CORPORA / "small")
    graphs.remove((None, rdflib.URIRef(word), None, None))
    holds, told = is_sound(graphs)
    assert not holds
    assert word.rpartition("#" if "#" in word else "/")[2] in told


def test_keys_of_any_script_are_names_and_what_is_not_declared_fails(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "title: T\nformat: 1\nclaims:\n- {id: c, scholars: [s], statement: S., citation: "
        "{source: 'A:b/c'}}\n- {id: d, scholars: [s], statement: S., citation: {source: Å.b}}\n",
        encoding="utf-8",
    )
    graphs = parsed(tmp_path)
    assert quads(graphs) == quads(parsed(tmp_path, jsonld))
    assert not is_sound(graphs)[0]


def test_the_example_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("war.trig").write_text("".join(trig.texts(selection(ROOT / "claims"))), "utf-8")
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (example,) = (block for block in blocks if "import rdflib" in block)
    names: dict[str, Any] = {}
    exec(example, names)
    with Corpus.load(ROOT / "claims", cache=False) as corpus:
        persons = {one.id: one.name for one in corpus.scholars if one.kind == "person"}
        reported = (claim for claim in corpus.claims if claim.second_hand)
        known = Counter(persons[id] for claim in reported for id in claim.scholars if id in persons)
    assert {str(name): int(claims) for name, claims in names["found"]} == known
