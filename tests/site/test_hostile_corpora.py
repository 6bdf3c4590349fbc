"""Whatever stands in a corpus: on a page it is text, never markup, a script, a link or a path."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pages import Page, dead_links, page_in, pages_in
from storing import write
from support import Run

from claimcli.cli.main import main

TEXTS = {
    "a script": "</script><script>alert(1)</script>",
    "an end of style": "</style></title></head><body onload=alert(1)>",
    "an attribute": '" onmouseover="alert(1)" x="',
    "entities": "&quot;&#60;img src=x&#62;&amp;lt;",
    "a comment": "<!-- --> ]]> <![CDATA[ <!DOCTYPE",
    "a template": "{{ 7*7 }} {% raw %} {{ links.__class__ }}",
    "control characters": "bell\\x07 escape\\x1b[31m delete\\x7f nul\\x00",
    "directions": "\u202eevil\u202c \u200f\u2066x\u2069",
    "line separators": "a\u2028b\u2029c\x85d",
    "an address": "javascript:alert(1)",
    "very long": "Donaudampfschifffahrtsgesellschaft" * 60,
}
"""Eleven kinds, each in every field that takes text."""


def quoted(text: str) -> str:
    """Text as a scalar of YAML; where it has them, escapes as YAML knows them."""
    if "\\x" in text:
        return f'"{text}"'
    return json.dumps(text)


def corpus(text: str) -> dict[str, str]:
    """A corpus that has the text in every field."""
    q = quoted(text)
    return {
        "corpus.yaml": f"title: {q}\nabout: {q}\nlicence: {q}\nformat: 1\n",
        "people.yaml": f"""
scholars:
- {{id: ann, name: {q}, kind: person, school: {q}, note: {q}, names: [{{value: {q}, scheme: {q}}}]}}
- {{id: many, name: {q}, kind: unnamed}}
references:
- id: own
  type: book
  title: {q}
  author: [{{family: {q}, given: {q}}}]
  issued: '1990'
  note: {q}
- {{id: other, type: book, title: {q}, issued: '2000'}}
names:
- {{id: place, name: {q}, kind: place, spellings: [{{value: {q}, scheme: {q}}}], note: {q}}}
""",
        "questions/who.yaml": f"""
id: who
question: {q}
scope: {q}
note: {q}
exclusive: true
stances:
  north: {{label: {q}, meaning: {q}}}
  south: {{label: {q}, meaning: {q}}}
claims:
- id: one
  stance: north
  scholars: [ann]
  statement: {q}
  citation: {{source: own, locator: {q}}}
  quote: {q}
  translation: {q}
  note: {q}
  tags: [{q}]
  basis: [{{source: other, locator: {q}}}, {{claim: two}}]
  relations: [{{disputes: two}}, {{revises: three}}]
- id: two
  stance: south
  scholars: [many]
  statement: {q}
  via: [{{source: other, locator: {q}}}]
  quote: {q}
  unclear: [stance]
  note: {q}
- id: three
  stance: south
  scholars: [ann]
  statement: {q}
  citation: {{source: own}}
""",
    }


def built(text: str, base: Path) -> Path:
    """The site of a corpus with a text in every field."""
    write(base / "corpus", corpus(text))
    assert main(["site", str(base / "out"), "--corpus", str(base / "corpus"), "--no-cache"]) == 0
    return base / "out"


QUICK = "a script"
KINDS = [pytest.param(kind, marks=() if kind == QUICK else pytest.mark.slow) for kind in TEXTS]


@pytest.fixture(params=KINDS, scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a corpus with one kind of text in every field."""
    return built(TEXTS[request.param], tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of the same corpus with harmless words."""
    return pages_in(built("harmless words", tmp_path_factory.mktemp("harmless")))


STRUCTURE = {"script", "style", "form", "input", "iframe", "img", "object", "embed", "base"}


def test_the_text_adds_no_element_that_does_something(
    site: Path, harmless: dict[str, Page]
) -> None:
    for path, page in pages_in(site).items():
        met = Counter(tag for tag, _ in page.elements if tag in STRUCTURE)
        expected = Counter(tag for tag, _ in harmless[path].elements if tag in STRUCTURE)
        assert met == expected, path


@pytest.mark.slow
def test_the_text_adds_no_handler_and_no_address(site: Path) -> None:
    for path, page in pages_in(site).items():
        for tag, attributes in page.elements:
            assert not [name for name in attributes if name.startswith("on")], (path, tag)
        for address in page.links:
            assert urlsplit(address).scheme in ("", "data"), (path, address)


@pytest.mark.slow
def test_every_link_still_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == []


STEERING = set("\x00\x07\x1b\x7f\x85\u2028\u2029\u202e\u202c\u200f\u2066\u2069")


@pytest.mark.slow
def test_no_character_steers_a_page(site: Path) -> None:
    for file in site.rglob("*"):
        if file.suffix in (".html", ".md"):
            text = file.read_text(encoding="utf-8")
            assert not set(text) & STEERING, file


@pytest.mark.parametrize("site", ["a script"], indirect=True)
def test_the_text_itself_is_there(site: Path) -> None:
    assert TEXTS["a script"] in "".join(page_in(site, "claim/one.html").text)


IDS = ("../up", "a/b", "..", ".", "con", "A", "a", "a:b", "x" * 300, "張覺", "-", "a b", '"><b>')


@pytest.mark.slow
def test_no_id_leads_out_of_the_site_or_meets_another(tmp_path: Path, run: Run) -> None:
    sources = "".join(f"- {{id: {json.dumps(id)}, type: book, issued: '1990'}}\n" for id in IDS)
    files = {
        "corpus.yaml": "title: Odd\nformat: 1\n",
        "sources.yaml": f"references:\n{sources}",
    }
    write(tmp_path / "in" / "corpus", files)
    out = tmp_path / "in" / "out"
    assert run("site", str(out), "--corpus", str(tmp_path / "in" / "corpus")).code == 0
    views = [json.loads(file.read_bytes()) for file in (out / "source").glob("*.json")]
    read = {view["id"] for view in views}
    assert {"con", "A", "a", "a:b", "張覺"} <= read <= set(IDS)
    assert len(views) == len(read)
    assert dead_links(out) == []
    assert {path.name for path in (tmp_path / "in").iterdir()} == {"corpus", "out"}
