"""Claims as nanopublications (nanopub.net/guidelines): four graphs for each.

The assertion is the holder's: what he says, what he rests it on, whom he disputes. Its provenance
says who holds it, in what work, through whom it came to us, and which words were read. The rest is
the recorder's, and stands in the publication info: under which stance it is filed, what in the
record is unclear, who recorded and who checked it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.export import Selection
from claimcli.exports.rdf.named_records import named_records
from claimcli.exports.rdf.terms import Graph, Iri, Iris, Node, Said, Term, node, part
from claimcli.model import NO_STANCE, Basis, Citation, Claim


def graphs(selection: Selection) -> Iterator[Graph]:
    """The default graph, then the nanopublications of the claims."""
    iris = Iris(selection.corpus)
    yield Graph(None, named_records(selection, iris))
    rights = selection.info.licence if selection.info else None
    for claim in selection.claims():
        yield from _nanopublication(claim, rights, iris)


def _nanopublication(claim: Claim, rights: str | None, iris: Iris) -> Iterator[Graph]:
    whole = iris.of("claim", claim.id)
    contents = {
        "assertion": ("np:hasAssertion", _assertion(claim, whole, iris)),
        "provenance": ("np:hasProvenance", _provenance(claim, whole, iris)),
        "pubinfo": ("np:hasPublicationInfo", [_publication(claim, whole, rights, iris)]),
    }
    has: dict[str, Said] = {word: part(whole, name) for name, (word, _) in contents.items()}
    yield Graph(part(whole, "head"), (node(whole, "np:Nanopublication", has),))
    for name, (_, nodes) in contents.items():
        yield Graph(part(whole, name), nodes)


# --- What is asserted ---


def _assertion(claim: Claim, whole: Iri, iris: Iris) -> Iterator[Node]:
    said: dict[str, list[Term]] = {}
    for nth, ground in enumerate(claim.basis, 1):
        word, there = _ground(ground, part(whole, f"basis-{nth}"), iris)
        said.setdefault(word, []).append(there)
        if ground.source:
            yield _place(Citation(ground.source, ground.locator), there, iris)
    for relation in claim.relations:
        said.setdefault(_ACTS[relation.type], []).append(_target(relation.target, iris))
    told: dict[str, Said] = {
        "schema:text": claim.statement,
        "claim:certainty": claim.certainty,
        "dct:temporal": claim.period,
    }
    yield node(part(whole, "claim"), "schema:Claim", {**told, **said})


_ACTS = {"disputes": "cito:disputes", "qualifies": "cito:qualifies", "revises": "cito:updates"}


def _ground(ground: Basis, place: Iri, iris: Iris) -> tuple[str, Iri]:
    if ground.source:
        return "cito:citesAsEvidence", place
    return "cito:obtainsSupportFrom", _target(ground.claim or "", iris)


def _target(target: str, iris: Iris) -> Iri:
    if "/" in target:
        return iris.position(target)
    return part(iris.of("claim", target), "claim")


def _place(work: Citation, at: Iri, iris: Iris, origin: Iri | None = None) -> Node:
    """A place in a work; `origin` is the one that it reports."""
    said: dict[str, Said] = {
        "oa:hasSource": iris.of("source", work.source),
        "bibo:locator": work.locator,
        "prov:wasDerivedFrom": origin,
    }
    return node(at, "oa:SpecificResource", said)


# --- How it is known ---


def _provenance(claim: Claim, whole: Iri, iris: Iris) -> Iterator[Node]:
    places = _places(claim, whole, iris)
    yield from places
    read = places[-1].id if places else None
    said: dict[str, Said] = {
        "prov:wasAttributedTo": [iris.of("scholar", id) for id in claim.scholars],
        "prov:wasQuotedFrom": read,
        "claim:secondHand": claim.second_hand,
    }
    yield node(part(whole, "assertion"), "prov:Entity", said)
    if claim.quote and read:
        yield from _quotation(claim, claim.quote, read, whole)


def _places(claim: Claim, whole: Iri, iris: Iris) -> list[Node]:
    """From the holder's own work outward; the last was read."""
    steps = [("citation", claim.citation)] if claim.citation else []
    steps += [(f"via-{nth}", step) for nth, step in enumerate(claim.via, 1)]
    found: list[Node] = []
    for name, step in steps:
        origin = found[-1].id if found else None
        found.append(_place(step, part(whole, name), iris, origin))
    return found


def _quotation(claim: Claim, quote: str, read: Iri, whole: Iri) -> Iterator[Node]:
    """A passage by its words (W3C Web Annotation, 4.2.4), which the statement describes."""
    passage, selector = part(whole, "passage"), part(whole, "selector")
    said: dict[str, Said] = {
        "oa:motivatedBy": Iri("oa:describing"),
        "oa:hasBody": part(whole, "claim"),
        "oa:hasTarget": passage,
        "claim:wordsOf": claim.words,
        "claim:translation": claim.translation,
    }
    yield node(part(whole, "quotation"), "oa:Annotation", said)
    yield node(passage, "oa:SpecificResource", {"oa:hasSource": read, "oa:hasSelector": selector})
    yield node(selector, "oa:TextQuoteSelector", {"oa:exact": quote})


# --- What the recorder says of it ---


def _publication(claim: Claim, whole: Iri, rights: str | None, iris: Iris) -> Node:
    recorded, checked = claim.recorded, claim.checked
    said: dict[str, Said] = {
        "dct:identifier": claim.id,
        "dct:isPartOf": iris.corpus,
        "dct:rights": rights,
        "dct:subject": list(_filed(claim, iris)),
        "claim:unclear": claim.unclear,
        "schema:keywords": claim.tags,
        "skos:note": claim.note,
        "dct:creator": recorded.by if recorded else None,
        "dct:created": recorded.date if recorded else None,
        "claim:checkedBy": checked.by if checked else None,
        "claim:checkedOn": checked.date if checked else None,
    }
    return node(whole, "schema:CreativeWork", said)


def _filed(claim: Claim, iris: Iris) -> Iterator[Term]:
    """The stances that it takes; where it takes none on its question, the question."""
    for question, stance in dict.fromkeys(claim.positions):
        is_none = stance == NO_STANCE
        yield iris.of("question", question) if is_none else iris.of("stance", question, stance)
