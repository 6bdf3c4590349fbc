"""Notes for Obsidian: a Markdown file for each record, with its fields as properties.

A link is there only where its note is: of what is not handed on stands the text, of what no record
declares the id. Links of properties are Obsidian's (`[[claims/ID|text]]`), those of the text are
Markdown's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from claimcli import citations
from claimcli.answers.export import Selection
from claimcli.answers.views import View
from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.exports.graph import shown_holder, told
from claimcli.file_names import file_name
from claimcli.model import NO_STANCE, Claim, Name, Question, Scholar, Source, Spelling, Stance
from claimcli.render import json_line
from claimcli.render.safe import visible

Note = tuple[str, View, list[str]]
"""The path of a note without its ending, its properties, and the paragraphs of its text."""


def make(selection: Selection, folder: Path) -> None:
    """A folder of notes, to be opened as a vault or put into one."""
    folder.mkdir()
    for path, properties, paragraphs in _notes(selection):
        file = folder / f"{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_note(properties, paragraphs), encoding="utf-8", newline="\n")


def _note(properties: View, paragraphs: list[str]) -> str:
    front = "".join(_property(key, value) for key, value in properties.items() if value)
    return f"---\n{front}---\n\n" + "\n\n".join(filter(None, paragraphs)) + "\n"


def _property(key: str, value: Any) -> str:
    """A property in YAML: each text in the quotes of JSON, so that it is no number and no date."""
    if isinstance(value, list):
        return f"{key}:\n" + "".join(f"  - {_quoted(one)}\n" for one in value)
    return f"{key}: {_quoted(value)}\n"


def _quoted(value: str | bool) -> str:
    return json_line(value).decode()


def _notes(selection: Selection) -> Iterator[Note]:
    yield _corpus(selection)
    links = _Links(selection)
    for question in selection.questions:
        yield _question(question, links)
        yield from (_position(question, stance, links) for stance in question.stances)
    yield from map(_scholar, selection.scholars)
    yield from map(_source, selection.sources)
    yield from map(_name, selection.names)
    for claim in selection.claims():
        yield _claim(claim, links)


# --- Links ---


class _Links:
    """Where the notes of records are, of those that are handed on."""

    def __init__(self, selection: Selection) -> None:
        self.viewer = selection.viewer
        self._has_claim = selection.has_claim
        self._paths = {
            **{one.id: _path("scholars", one.id) for one in selection.scholars},
            **{one.id: _path("sources", one.id) for one in selection.sources},
            **{one.id: _path("questions", one.id) for one in selection.questions},
            **{
                f"{one.id}/{stance.id}": _path("positions", one.id, stance.id)
                for one in selection.questions
                for stance in one.stances
            },
        }

    def to(self, id: str, text: str | None = None) -> str:
        """A link in a property to a record; its text alone where it has no note."""
        path = self._paths.get(id) or (_path("claims", id) if self._has_claim(id) else None)
        label = visible(text or id)
        return f"[[{path}|{label.translate(_NO_LINK)}]]" if path else label


_NO_LINK = str.maketrans("[]|", "()/")
"""A property has no escapes: what would end a link in it is put in other words."""


def _path(*parts: str) -> str:
    return "/".join((parts[0], *map(file_name, parts[1:])))


def _link(path: str, text: str) -> str:
    """A link in the text of a note that stands in the topmost folder."""
    return f"[{escaped(text)}]({quote(path, safe='/~')}.md)"


# --- Notes ---


def _corpus(selection: Selection) -> Note:
    corpus = selection.corpus_view
    asked = [f"- {_link(_path('questions', q.id), q.question)}" for q in selection.questions]
    properties = {key: corpus[key] for key in ("title", "licence", "revision")}
    about, note = (escaped(corpus[key] or "") for key in ("about", "note"))
    return "corpus", properties, [about, "\n".join(asked), note]


def _question(question: Question, links: _Links) -> Note:
    wider = question.part_of
    properties = {
        "id": question.id,
        "question": question.question,
        "scope": question.scope,
        "period": question.period,
        "exclusive": question.exclusive,
        "ordered": question.ordered,
        "part_of": _to_question(wider, links) if wider else None,
        "positions": [links.to(f"{question.id}/{s.id}", s.label) for s in question.stances],
    }
    text = [escaped(question.question), escaped(question.scope or "")]
    return _path("questions", question.id), properties, [*text, escaped(question.note or "")]


def _position(question: Question, stance: Stance, links: _Links) -> Note:
    properties = {"question": _to_question(question.id, links), "aliases": [stance.label]}
    texts = (stance.label, stance.meaning, stance.note)
    return _path("positions", question.id, stance.id), properties, [escaped(t or "") for t in texts]


def _scholar(scholar: Scholar) -> Note:
    properties = {**_named(scholar, scholar.names), "school": scholar.school}
    return _path("scholars", scholar.id), properties, [escaped(scholar.note or "")]


def _name(name: Name) -> Note:
    return _path("names", name.id), _named(name, name.spellings), [escaped(name.note or "")]


def _source(source: Source) -> Note:
    keys = ("id", "type", "title", "issued", "original_date")
    properties = {key: getattr(source, key) for key in keys}
    entry, note = citations.short(source, source.id), source.note or ""
    return _path("sources", source.id), properties, [escaped(entry), escaped(note)]


def _named(record: Scholar | Name, spellings: Iterable[Spelling]) -> View:
    aliases = dict.fromkeys([record.name, *(spelling.value for spelling in spellings)])
    return {"id": record.id, "name": record.name, "kind": record.kind, "aliases": list(aliases)}


# --- Claims ---


def _claim(claim: Claim, links: _Links) -> Note:
    said, how = told(claim, links.viewer)
    quoted = (claim.quote, claim.translation)
    paragraphs = [
        escaped(said),
        f"({escaped(how)})" if how else "",
        *(f"> {escaped(text)}" for text in quoted if text),
        escaped(claim.note or ""),
    ]
    return _path("claims", claim.id), _fields(claim, links), paragraphs


def _fields(claim: Claim, links: _Links) -> View:
    properties: View = {}
    for field in CLAIM_FIELDS:
        if value := getattr(claim, field.name):
            properties |= _PROPERTIES[field.value](field.name, value, links)
    if claim.question:
        properties["question"] = _to_question(claim.question, links)
        if claim.stance and claim.stance != NO_STANCE:
            properties["stance"] = _to_position(f"{claim.question}/{claim.stance}", links)
    return properties


def _to_question(id: str, links: _Links) -> str:
    question = links.viewer.question(id)
    return links.to(id, question.question if question else None)


def _to_position(position: str, links: _Links) -> str:
    return links.to(position, links.viewer.text_of(position))


def _to_work(citation: Any, links: _Links) -> str:
    return links.to(citation.source, links.viewer.citation(citation)["text"])


def _to_ground(ground: Any, links: _Links) -> str:
    text = links.viewer.basis(ground)["text"]
    return links.to(ground.source or ground.claim, text)


def _to_holder(id: str, links: _Links) -> str:
    return links.to(id, shown_holder(links.viewer.holder(id)))


def _related(relations: Any, links: _Links) -> View:
    """A property for each type of relation."""
    found: dict[str, list[str]] = {}
    for relation in relations:
        found.setdefault(relation.type, []).append(_to_position(relation.target, links))
    return found


def tag(text: str) -> str:
    """A tag as Obsidian has them: letters, digits and `_ - /`, and not digits alone."""
    found = re.sub(r"[^\w/-]+", "-", text).strip("-/")
    return f"_{found}" if found.isdigit() else found


_Property = Callable[[str, Any, _Links], View]


def _listed(link: Callable[[Any, _Links], str]) -> _Property:
    return lambda name, values, links: {name: [link(value, links) for value in values]}


def _text(name: str, value: Any, links: _Links) -> View:
    return {name: value}


_PROPERTIES: dict[str, _Property] = {
    **dict.fromkeys(("id", "text", "words", "certainty"), _text),
    "fields": lambda name, values, links: {name: list(values)},
    "scholars": _listed(_to_holder),
    "work": lambda name, work, links: {name: _to_work(work, links)},
    "works": _listed(_to_work),
    "grounds": _listed(_to_ground),
    "answers": _listed(_to_position),
    "relations": lambda name, relations, links: _related(relations, links),
    "tags": lambda name, tags, links: {name: list(filter(None, map(tag, tags)))},
    "stamp": lambda name, stamp, links: {f"{name}_by": stamp.by, f"{name}_date": stamp.date},
}
"""The properties of a field, by what kind of value it takes."""


# --- Texts ---

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~^$&%=@]")
_START = re.compile(r"(\d{0,9})([-+.):])")


def escaped(text: str) -> str:
    """A text of one paragraph in which nothing is Markdown's, Obsidian's or HTML's."""
    signs = _SIGNS.sub(r"\\\g<0>", visible(text).strip())
    return _START.sub(r"\1\\\2", signs, count=1) if _START.match(signs) else signs
