"""Generated corpora in which every field is in use, those of claims by the table of fields."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from exporting import HOSTILE
from hypothesis import strategies as st

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.model import CLAIM_CERTAINTIES, NAME_KINDS, RELATION_TYPES, SCHOLAR_KINDS

Fields = dict[str, Any]
Draw = Any

SOUND = [
    text for text in HOSTILE.values() if not re.search("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]", text)
]
"""Hostile texts but for control characters, with which `import` writes no file."""

texts = st.one_of(
    st.sampled_from(SOUND),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12),
    st.text("'=+-@ \"\t\n,;x＝", min_size=1, max_size=6),
).map(str.strip).filter(bool)  # fmt: skip
"""Texts as a file can have them: not empty, without white space around them."""

dates = st.sampled_from(["1975", "1975-03-02", "1120~", "11XX", "1125/1142", "../1975", "-0043"])
schemes = st.sampled_from(["han", "pinyin", "cyrillic"])


def some(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(values, min_size=1, max_size=most)


def record(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Fields]:
    """A record with all of its fields, or without some that may be left out."""
    return st.fixed_dictionaries(fields)


def spellings() -> st.SearchStrategy[list[Fields]]:
    return some(st.one_of(record(value=texts), record(value=texts, scheme=schemes)))


def values_of(own: str) -> dict[str, st.SearchStrategy[Any]]:
    """What a field of a claim may have, by what kind of value it takes."""
    others = [id for id in CLAIMS if id != own]
    report = st.sampled_from(["aKey:Of1990_Zotero", "w3"])
    works = st.one_of(record(source=report), record(source=report, locator=texts))
    targets = st.sampled_from([*others, "q1/a", "q2/a"])
    unclear = [field.name for field in CLAIM_FIELDS if field.can_be_unclear]
    acts = st.sampled_from(RELATION_TYPES)
    return {
        "text": texts,
        "scholars": st.permutations(["s1", "s2"]),
        "work": st.one_of(
            record(source=st.just("w1")), record(source=st.just("w1"), locator=texts)
        ),
        "works": st.lists(works, min_size=1, max_size=2, unique_by=lambda work: work["source"]),
        "words": st.just("holder"),
        "certainty": st.sampled_from(CLAIM_CERTAINTIES),
        "grounds": some(st.one_of(works, record(claim=st.sampled_from(others)))),
        "relations": some(st.builds(lambda type, to: {type: to}, acts, targets)),
        "answers": st.lists(st.sampled_from(["q1/a", "q1/b"]), min_size=1, unique=True),
        "fields": st.lists(st.sampled_from(unclear), min_size=1, max_size=3, unique=True),
        "tags": st.lists(texts, min_size=1, max_size=2, unique=True),
        "stamp": st.one_of(record(by=texts), record(by=texts, date=dates)),
    }


CLAIMS = ("c1", "c2", "c3", "c4")
REQUIRED = ("scholars", "statement", "citation", "note")


def claims(id: str, stances: list[str]) -> st.SearchStrategy[Fields]:
    """A claim with some of the fields, or all; in a question where there are stances."""
    values = values_of(id)
    fields = {field.name: values[field.value] for field in CLAIM_FIELDS if field.value != "id"}
    fields["period"] = dates
    del fields["stance"]
    taken = {"stance": st.sampled_from([*stances, "none"])} if stances else {}
    always = {"id": st.just(id), **taken, **{key: fields.pop(key) for key in REQUIRED}}
    return st.fixed_dictionaries(always, optional=fields)


@st.composite
def corpora(draw: Draw) -> dict[str, Fields]:
    """The files of a corpus by their names: people, works, names; two questions; background."""
    holders = [draw(_scholar(id)) for id in ("s1", "s2")]
    own = draw(_source("w1")) | {"author": [{"literal": one["name"]} for one in holders]}
    one, two, three = (draw(claims(id, ["a"])) for id in CLAIMS[:3])
    return {
        "corpus": {"title": draw(texts), "format": 1},
        "all": {
            "scholars": holders,
            "references": [own, *(draw(_source(id)) for id in ("aKey:Of1990_Zotero", "w3"))],
            "names": [draw(_name(id)) for id in ("n1", "n2")],
        },
        "q1": {**draw(_question("q1", ["a", "b"], "q2")), "claims": [one, two]},
        "q2": {**draw(_question("q2", ["a"], None)), "claims": [three]},
        "background": {"claims": [draw(claims("c4", []))]},
    }


def _scholar(id: str) -> st.SearchStrategy[Fields]:
    names = texts.map(lambda text: f"Ann {text}")  # by which the author of his work is known
    always = record(id=st.just(id), name=names, kind=st.sampled_from(SCHOLAR_KINDS[:2]))
    more = st.fixed_dictionaries(
        {}, optional={"school": texts, "names": spellings(), "note": texts}
    )
    return st.builds(dict.__or__, always, more)


def _name(id: str) -> st.SearchStrategy[Fields]:
    always = record(id=st.just(id), name=texts, kind=st.sampled_from(NAME_KINDS))
    more = st.fixed_dictionaries({}, optional={"spellings": spellings(), "note": texts})
    return st.builds(dict.__or__, always, more)


def _source(id: str) -> st.SearchStrategy[Fields]:
    people = some(st.one_of(record(family=texts, given=texts), record(literal=texts)))
    types = st.sampled_from(["book", "article-journal", "chapter"])
    always = record(id=st.just(id), type=types, author=people)
    more = {
        "title": texts, "editor": people, "issued": dates, "page": texts,
        "original-date": dates, "publisher": texts, "note": texts, "custom": record(odd=texts),
    }  # fmt: skip
    return st.builds(dict.__or__, always, st.fixed_dictionaries({}, optional=more))


def _question(id: str, stances: list[str], wider: str | None) -> st.SearchStrategy[Fields]:
    stance = st.fixed_dictionaries({"label": texts}, optional={"meaning": texts, "note": texts})
    always = {
        "id": st.just(id),
        "question": texts,
        "stances": st.fixed_dictionaries(dict.fromkeys(stances, stance)),
    }
    more = {
        "scope": texts,
        "period": dates,
        "exclusive": st.booleans(),
        "ordered": st.booleans(),
        "note": texts,
        **({"part_of": st.just(wider)} if wider else {}),
    }
    return st.fixed_dictionaries(always, optional=more)


def write(files: dict[str, Fields], folder: Path) -> Path:
    """The corpus in a folder; JSON is YAML."""
    folder.mkdir()
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(json.dumps(content), encoding="utf-8")
    return folder
