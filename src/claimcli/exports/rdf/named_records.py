"""The records that claims name: questions as SKOS schemes, stances as concepts, agents, works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcli import citations
from claimcli.answers.export import Selection
from claimcli.answers.views import creator_view
from claimcli.citations.creators import person
from claimcli.exports.rdf.terms import Iri, Iris, Node, node
from claimcli.model import Name, Question, Scholar, Source, Spelling, Stance


def named_records(selection: Selection, iris: Iris) -> Iterator[Node]:
    """A node for the corpus and for each record that is no claim."""
    yield _corpus(selection, iris)
    for question in selection.questions:
        yield _question(question, iris)
        for nth, stance in enumerate(question.stances, 1):
            yield _stance(question, stance, nth, iris)
    yield from (_scholar(scholar, iris) for scholar in selection.scholars)
    yield from (_source(source, iris) for source in selection.sources)
    yield from (_name(name, iris) for name in selection.names)


def _corpus(selection: Selection, iris: Iris) -> Node:
    corpus = selection.corpus_view
    said = {
        "dct:title": corpus["title"],
        "dct:description": corpus["about"],
        "dct:rights": corpus["licence"],
        "dct:hasVersion": corpus["revision"],
        "skos:note": corpus["note"],
    }
    return node(iris.corpus, "schema:Dataset", said)


def _question(question: Question, iris: Iris) -> Node:
    wider = question.part_of
    said = {
        "skos:prefLabel": question.question,
        "skos:scopeNote": question.scope,
        "skos:note": question.note,
        "dct:temporal": question.period,
        "dct:isPartOf": iris.of("question", wider) if wider else None,
        "claim:exclusive": question.exclusive,
        "claim:ordered": question.ordered,
        "skos:hasTopConcept": [iris.of("stance", question.id, s.id) for s in question.stances],
    }
    return node(iris.of("question", question.id), "skos:ConceptScheme", said)


def _stance(question: Question, stance: Stance, nth: int, iris: Iris) -> Node:
    said = {
        "skos:prefLabel": stance.label,
        "skos:definition": stance.meaning,
        "skos:note": stance.note,
        "skos:inScheme": iris.of("question", question.id),
        "schema:position": nth,
    }
    return node(iris.of("stance", question.id, stance.id), "skos:Concept", said)


_AGENTS = {"person": "prov:Agent prov:Person", "group": "prov:Agent prov:Organization"}


def _scholar(scholar: Scholar, iris: Iris) -> Node:
    said = {
        "skos:prefLabel": scholar.name,
        "skos:altLabel": _others(scholar.name, scholar.names),
        "claim:kind": scholar.kind,
        "claim:school": scholar.school,
        "skos:note": scholar.note,
    }
    kind = _AGENTS.get(scholar.kind, "prov:Agent")
    return node(iris.of("scholar", scholar.id), kind, said)


def _source(source: Source, iris: Iris) -> Node:
    said = {
        "dct:bibliographicCitation": citations.short(source, source.id),
        "dct:title": source.title,
        "dct:creator": [person(creator_view(one)).inverted for one in source.author],
        "dct:issued": source.issued,
        "dct:created": source.original_date,
        "dct:type": source.type,
        "dct:identifier": [str(source.csl[key]) for key in _NUMBERS if source.csl.get(key)],
        "skos:note": source.note,
    }
    return node(iris.of("source", source.id), "dct:BibliographicResource", said)


_NUMBERS = ("DOI", "ISBN", "ISSN", "URL")

_THINGS = {"person": "schema:Person", "place": "schema:Place", "state": "schema:Place"}


def _name(name: Name, iris: Iris) -> Node:
    said = {
        "skos:prefLabel": name.name,
        "skos:altLabel": _others(name.name, name.spellings),
        "claim:kind": name.kind,
        "skos:note": name.note,
    }
    return node(iris.of("name", name.id), _THINGS.get(name.kind, "schema:Thing"), said)


def _others(name: str, spellings: Iterable[Spelling]) -> list[Iri | str | bool | int]:
    """The spellings but for the name itself: SKOS has no label that is both (S13)."""
    return [one for one in dict.fromkeys(s.value for s in spellings) if one != name]
