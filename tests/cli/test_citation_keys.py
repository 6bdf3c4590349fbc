"""A source whose id had to be another is found by the citation key that it has elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Run, cases

CORPUS = """\
title: T
format: 1
scholars:
- {id: ann, name: Ann Archer, kind: person}
- {id: keyed, name: Key, kind: person}
references:
- {id: archer-1950, type: book, title: Bees, issued: '1950', citation-key: author_1935_Title}
- {id: conf-x, type: book, title: Ants, citation-key: 'DBLP:conf/x/2001'}
- {id: smith-a, type: book, title: Flies, citation-key: 'Smith:2001a'}
- {id: plus, type: book, title: Wasps, citation-key: 'müller2001+x'}
- {id: spaced, type: book, title: Moths, citation-key: 'Li 2001'}
- {id: quoted, type: book, title: Gnats, citation-key: "o'k\\"\\\\2001"}
- {id: han, type: book, title: Mites, citation-key: 司馬遷}
- {id: number, type: book, title: Newts, citation-key: 1234}
- {id: stance, type: book, title: Toads, citation-key: who/north}
- {id: named, type: book, title: Frogs, citation-key: Key}
- {id: ann-work, type: book, title: Owls, citation-key: ann}
- {id: twin-a, type: book, title: Kites, citation-key: twin}
- {id: twin-b, type: book, title: Rooks, citation-key: twin}
- {id: telling, type: book, title: Crows, note: '"citation-key":"told"'}
"""

QUESTION = """\
id: who
question: Who?
stances: {north: {label: The north}}
claims:
- {id: bees, stance: north, scholars: [ann], statement: It was.,
   citation: {source: archer-1950, locator: p. 3}}
"""

KEYS = [
    *[
        ("author_1935_Title", "archer-1950", "Bees (1950)."),
        ("DBLP:conf/x/2001", "conf-x", "Ants."),
    ],
    *[("Smith:2001a", "smith-a", "Flies."), ("müller2001+x", "plus", "Wasps.")],
    *[("Li 2001", "spaced", "Moths."), ("o'k\"\\2001", "quoted", "Gnats.")],
    *[("司馬遷", "han", "Mites."), ("1234", "number", "Newts.")],
    *[("who/north", "stance", "Toads."), ("Key", "named", "Frogs.")],
]


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus.yaml").write_text(CORPUS, encoding="utf-8")
    (tmp_path / "who.yaml").write_text(QUESTION, encoding="utf-8")
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path))


@cases("key, id, cited", KEYS)
def test_a_key_shows_and_cites_its_source_and_says_which(
    run: Run, key: str, id: str, cited: str
) -> None:
    shown, told = run("show", key), f"'{key}' is the citation key of '{id}'\n"
    assert (shown.code, shown.out, shown.err) == (0, run("show", id).out, told)
    assert run("show", key, "--json").json["id"] == id
    ran = run("cite", key)
    assert (ran.code, ran.out, ran.err) == (0, f"{cited}\n", told)


def test_an_id_goes_before_a_key(run: Run) -> None:
    shown = run("show", "ann", "--json")
    assert (shown.json["name"], shown.err) == ("Ann Archer", "")


def test_of_several_of_one_key_all_are_named(run: Run) -> None:
    for command in ("show", "cite"):
        ran = run(command, "twin")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "claimcli: 'twin' is the citation key of twin-a, twin-b; say which\n"


@cases("key", ["told", "author_1935_title", "\udcff", ""])
def test_what_no_source_has_for_its_key_is_unknown(run: Run, key: str) -> None:
    ran = run("cite", key)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("claimcli: no record '")


def test_claims_are_found_by_the_key_of_their_work(run: Run) -> None:
    ran = run("search", "--source", "author_1935_Title", "--json")
    assert [claim["id"] for claim in ran.json] == ["bees"]
    assert run("search", "--source", "nowhere").code == 2
