"""The graph in each format, read by what draws it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from exporting import HOSTILE, selection, write_hostile
from support import CORPORA, ROOT

from claimcli.exports import argdown, dot, graphml, mermaid
from claimcli.exports.graph import Edge, Node, graph
from claimcli.render.safe import visible

SVG = "{http://www.w3.org/2000/svg}"
MODULES = os.environ.get("CLAIMCLI_NODE_MODULES", "")


def needs(module: str) -> pytest.MarkDecorator:
    """Something of npm's, in the folder that the environment names."""
    there = bool(MODULES) and (Path(MODULES) / module).exists() and shutil.which("node")
    return pytest.mark.skipif(not there, reason=f"{module} of npm is not installed")


@pytest.fixture(params=["small", "hostile"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "small":
        return CORPORA / "small"
    return write_hostile(tmp_path / "corpus")


def written(format: Any, corpus: Path, path: Path) -> Path:
    path.write_text("".join(format.texts(selection(corpus))), encoding="utf-8")
    return path


def size(corpus: Path) -> tuple[int, int]:
    parts = list(graph(selection(corpus)))
    return sum(isinstance(p, Node) for p in parts), sum(isinstance(p, Edge) for p in parts)


def test_a_graph_that_was_drawn_by_hand() -> None:
    """Of the question `why` of the small corpus, with one claim that also answers another."""
    assert (
        list(graph(selection(CORPORA / "small", question=("why",))))[-6:]
        == [
            Node("why", "question", "Why did Easton want the bridge?"),
            Node("why/trade", "position", "For trade"),
            Edge("why/trade", "why", "answers"),
            Node("why/pride", "position", "From pride"),
            Edge("why/pride", "why", "answers"),
            Node(
                "archer-2000-easton-wanted-tolls",
                "claim",
                "Ann Archer (2000): Easton wanted the tolls, and perhaps took the bridge for them.",
            ),
            Edge("archer-2000-easton-wanted-tolls", "why/trade", "takes"),
            Edge("archer-2000-easton-wanted-tolls", "who-began/easton-began", "takes"),
        ][-6:]
    )


def test_a_claim_says_how_it_is_known() -> None:
    labels = {
        part.id: part for part in graph(selection(CORPORA / "small")) if isinstance(part, Node)
    }
    reported = labels["archer-2000-many-easton"]
    assert reported.label == "“many historians”: Easton began the quarrel."
    assert reported.known == "second-hand, via Archer 2000"
    judged = labels["vorobev-1975-weston"]
    assert judged.known == "second-hand, via Archer 2000; unclear: stance"


def test_a_year_before_our_era_is_told_in_words(tmp_path: Path) -> None:
    """EDTF counts a year 0, so that -0043 is 44 BCE."""
    (tmp_path / "c.yaml").write_text(
        "title: T\nformat: 1\nreferences:\n- {id: w, type: book, title: W, issued: '-0043'}\n"
        "claims:\n- {id: c, scholars: [s], statement: S., citation: {source: w}}\n",
        encoding="utf-8",
    )
    assert list(graph(selection(tmp_path))) == [Node("c", "claim", "s (44 BCE): S.")]


def test_what_is_not_handed_on_is_named_all_the_same(tmp_path: Path) -> None:
    parts = list(graph(selection(CORPORA / "small", tag=("trade",))))
    outside = [part for part in parts if isinstance(part, Node) and part.kind == "elsewhere"]
    assert [node.id for node in outside] == ["archer-2000-bridge-was-shared", "vorobev-1975-easton"]


ODD = """
title: T
format: 1
id: q
question: Q?
stances: {a: {label: A}}
claims:
- id: c
  stance: a
  scholars: [s]
  statement: S.
  citation: {source: w}
  relations: [{disputes: q}, {disputes: "x]y"}, {disputes: "-z"}, {disputes: "b\\x07"}]
"""
"""A claim that disputes a question, and what nobody declared and no id may be."""


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "c.yaml").write_text(ODD, encoding="utf-8")
    return folder


def test_what_is_disputed_is_one_node_whatever_it_is(odd: Path) -> None:
    nodes = [(p.id, p.kind) for p in graph(selection(odd)) if isinstance(p, Node)]
    outside = [("x]y", "elsewhere"), ("-z", "elsewhere"), ("b\x07", "elsewhere")]
    assert nodes == [("q", "question"), ("q/a", "position"), ("c", "claim"), *outside]


def test_ids_that_nobody_declared_are_spelled_out_in_graphml(odd: Path) -> None:
    read = ElementTree.fromstring("".join(graphml.texts(selection(odd))))
    ids = [node.get("id") for node in read.iter("{http://graphml.graphdrawing.org/xmlns}node")]
    assert ids == ["q", "q/a", "c", "x]y", "-z", "b\\x07"]


def test_titles_that_argdown_cannot_have_are_put_in_other_words(odd: Path) -> None:
    lines = "".join(argdown.texts(selection(odd))).splitlines()
    assert [line for line in lines if "->" in line] == [
        "  -> [q]",
        "  -> [x)y]",
        "  -> [_-z]",
        "  -> [b\\x07]",
    ]


def test_a_document_without_claims_has_a_heading(tmp_path: Path) -> None:
    """Argdown takes front matter alone, and an empty file, for errors of syntax."""
    (tmp_path / "c.yaml").write_text("title: T\nformat: 1\n", encoding="utf-8")
    assert "".join(argdown.texts(selection(tmp_path))) == '===\ntitle: "T"\n===\n\n# T\n'


def test_a_long_string_of_dot_goes_on_in_further_lines() -> None:
    """Graphviz 2.43 cannot scan a string of more than 16,384 bytes in one."""
    text = "\\" * 20_001
    *lines, last = dot.quoted(text)[1:-1].split("\\\n")
    assert [line.replace("\\\\", "\\") for line in lines] == ["\\" * 2_000] * 10
    assert last == "\\\\"


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
@pytest.mark.slow
def test_graphviz_reads_a_word_of_any_length(tmp_path: Path) -> None:
    word = 'x&"\\' * 10_000
    (tmp_path / "x.dot").write_text(f"digraph {{ a [label={dot.quoted(word)}]; }}", "utf-8")
    command = ["dot", "-Tjson0", str(tmp_path / "x.dot")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    (node,) = json.loads(ran.stdout)["objects"]
    assert node["label"] == word.replace("\\", "\\\\")


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
@pytest.mark.slow
def test_graphviz_draws_each_label(corpus: Path, tmp_path: Path) -> None:
    file = written(dot, corpus, tmp_path / "x.dot")
    ran = subprocess.run(["dot", "-Tsvg", file], capture_output=True, text=True, check=True)
    assert "rror" not in ran.stderr
    groups = [g for g in ElementTree.fromstring(ran.stdout).iter(f"{SVG}g") if g.get("class")]
    drawn = {
        str(group.findtext(f"{SVG}title")): [text.text or "" for text in group.iter(f"{SVG}text")]
        for group in groups
        if group.get("class") == "node"
    }
    nodes, edges = size(corpus)
    assert len(drawn) == nodes
    assert sum(group.get("class") == "edge" for group in groups) == edges
    for part in graph(selection(corpus)):
        if isinstance(part, Node):
            label = drawn[part.id][0].replace("\xa0", " ")
            assert label == visible(part.label)
            assert drawn[part.id][1:] == ([f"[{visible(part.known)}]"] if part.known else [])


def test_networkx_reads_each_label(corpus: Path, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    read = networkx.read_graphml(
        written(graphml, corpus, tmp_path / "x.graphml"), force_multigraph=True
    )
    assert (read.number_of_nodes(), read.number_of_edges()) == size(corpus)
    nodes = {p.id: visible(p.label) for p in graph(selection(corpus)) if isinstance(p, Node)}
    assert {id: data["label"] for id, data in read.nodes(data=True)} == nodes
    assert read.is_directed()
    led = sorted((start, end, data["relation"]) for start, end, data in read.edges(data=True))
    edges = (part for part in graph(selection(corpus)) if isinstance(part, Edge))
    assert led == sorted((edge.source, edge.target, edge.kind) for edge in edges)


@needs("mermaid")
@pytest.mark.slow
def test_mermaid_reads_each_label(corpus: Path, tmp_path: Path) -> None:
    file = written(mermaid, corpus, tmp_path / "x.mmd")
    script = ROOT / "tests" / "exports" / "consumers.mjs"
    ran = subprocess.run(
        ["node", script, MODULES, file], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    read = json.loads(ran.stdout.splitlines()[-1])
    nodes, edges = size(corpus)
    assert (read["diagramType"][:9], len(read["labels"]), read["edges"]) == (
        "flowchart",
        nodes,
        edges,
    )
    # As Mermaid keeps `#38;` until it draws.
    drawn = [re.sub("ﬂ°°(\\d+)¶ß", lambda sign: chr(int(sign[1])), text) for text in read["labels"]]
    shown = [p for p in graph(selection(corpus)) if isinstance(p, Node)]
    known = {p.id: f"<br>[{visible(p.known)}]" if p.known else "" for p in shown}
    assert sorted(drawn) == sorted(visible(p.label) + known[p.id] for p in shown)


@needs("@argdown/cli")
@pytest.mark.slow
def test_argdown_reads_each_statement(corpus: Path, tmp_path: Path) -> None:
    file = written(argdown, corpus, tmp_path / "x.argdown")
    program = Path(MODULES) / ".bin" / "argdown"
    command: list[str | Path] = [program, "json", file, tmp_path / "out"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (made,) = (tmp_path / "out").glob("*.json")
    read = json.loads(made.read_text(encoding="utf-8"))
    nodes = [p for p in graph(selection(corpus)) if isinstance(p, Node) and p.kind != "question"]
    texts = {
        id: " ".join(member["text"] for member in statement["members"] if member.get("text"))
        for id, statement in read["statements"].items()
    }
    assert texts.keys() == {node.id for node in nodes}
    for node in nodes:
        if not node.known and corpus.name == "corpus":
            assert texts[node.id].split() == visible(node.label).split()
    supported = [r for r in read["relations"] if r["relationType"] in ("support", "entails")]
    disputed = [r for r in read["relations"] if r["relationType"] in ("attack", "contrary")]
    edges = [part for part in graph(selection(corpus)) if isinstance(part, Edge)]
    assert len(disputed) == sum(edge.kind == "disputes" for edge in edges)
    assert len(supported) == sum(edge.kind in ("takes", "rests on") for edge in edges)


def test_no_hostile_text_is_lost_on_the_way(tmp_path: Path) -> None:
    corpus = write_hostile(tmp_path / "corpus")
    for format in (dot, mermaid, graphml, argdown):
        text = "".join(format.texts(selection(corpus)))
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert len(HOSTILE) <= text.count("\n")
