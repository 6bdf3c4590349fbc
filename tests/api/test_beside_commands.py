"""From Python: what a command prints as text, and what needs no corpus, is what it prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from storing import write
from support import CORPORA, Run, cases

from claimcli import Corpus
from claimcli.api import clear_cache, explain, merge, schema
from claimcli.cli.skill import page
from claimcli.errors import ClaimcliError, UnknownValue

SMALL = CORPORA / "small"
HELD = CORPORA / "held"


@cases(
    ("line", "ask"),
    [
        ("search canal easton", lambda c: c.search("canal easton")),
        ("search zzzz", lambda c: c.search("zzzz")),
        ("compare who-began", lambda c: c.compare("who-began")),
        ("compare who-began --figure matrix", lambda c: c.matrix("who-began")),
        ("show ann", lambda c: c.show("ann")),
        ("list stances", lambda c: c.list("stances")),
        ("check", lambda c: c.check()),
        ("cite who-began --style author-date", lambda c: c.cite("who-began", style="author-date")),
    ],
)
def test_text_is_that_of_the_command(corpus: Corpus, run: Run, line: str, ask: Any) -> None:
    formats = {
        "check": ["json", "text", "github"],
        "show ann": ["jsonl", "csv", "md"],
        "cite who-began --style author-date": ["json", "csv", "table"],
    }.get(line, ["json", "tsv"])
    for format in formats:
        printed = run(*line.split(), "--format", format, "--corpus", str(SMALL)).out
        assert corpus.printed(ask(corpus), format) == printed


@cases("base", ["", "/somewhere/else"])
def test_problems_lead_to_their_files(
    base: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As lines with their excerpts and as annotations, from wherever they are read."""
    root = tmp_path / f"broken{len(base)}"
    write(root, {"corpus.yaml": "title: T\nformat: 1\n", "x.yaml": "names:\n- {id: a}\n"})
    monkeypatch.setenv("GITHUB_WORKSPACE", base or str(tmp_path))
    with Corpus.load(root) as corpus:
        found = corpus.check()
        for format in ("text", "github"):
            line = ("check", "--format", format, "--corpus", str(root))
            assert corpus.printed(found, format) == run(*line).out
        assert "x.yaml:2:3: E2" in corpus.printed(found, "text")
        place = "x.yaml" if base else f"{root.name}/x.yaml"
        assert f"::error file={place},line=2," in corpus.printed(found, "github")


def test_what_is_no_table_says_what_it_is_printed_as(corpus: Corpus, run: Run) -> None:
    with pytest.raises(UnknownValue, match="no format 'table'; the known ones are: csv, github"):
        corpus.printed(corpus.check(), "table")
    with pytest.raises(ClaimcliError, match="github has no fields to choose from"):
        corpus.printed(corpus.check(), "github", "code")
    report = corpus.report("who-began")
    for format in ("md", "json"):
        line = ("report", "who-began", "--format", format, "--corpus", str(SMALL))
        assert corpus.printed(report, format) == run(*line).out
    with pytest.raises(UnknownValue, match="no format 'table'"):
        corpus.printed(report, "table")


def test_a_list_of_what_was_found_is_viewed_and_printed_whole(corpus: Corpus, run: Run) -> None:
    printed = run("search", "canal", "--json", "--corpus", str(SMALL)).json
    assert json.loads(json.dumps(corpus.view(corpus.search("canal")))) == printed
    cited = corpus.cite("archer-2000-weston-closed-the-bridge", style="author-date")
    assert corpus.view(cited) == [
        {
            "id": "archer-2000-weston-closed-the-bridge",
            "style": "author-date",
            "text": "(Archer 2000, 40)",
        }
    ]
    assert cited == ["(Archer 2000, 40)"]
    line = ("cite", "who-began", "--format", "md", "--corpus", str(SMALL))
    notes = corpus.cite("who-began", markup="markdown")
    assert corpus.printed(notes, "md") == run(*line).out


def test_fields_are_chosen_as_the_command_does(corpus: Corpus, run: Run) -> None:
    line = ("list", "scholars", "--format", "csv", "--fields", "name,id", "--corpus", str(SMALL))
    listed = corpus.list("scholars")
    assert corpus.printed(listed, "csv", ["name", "id"]) == run(*line).out
    assert corpus.printed(listed, "csv", "name").splitlines()[0] == "name"
    with pytest.raises(ClaimcliError, match="no field 'nam'; the fields are: id, name"):
        corpus.printed(listed, "csv", ["nam"])
    with pytest.raises(UnknownValue, match="no format 'xls'"):
        corpus.printed(listed, "xls")
    with pytest.raises(TypeError, match="answer is to be of Answer, and is of str"):
        corpus.printed("ann")  # type: ignore[arg-type]  # what is tested


@pytest.mark.slow
def test_a_table_and_quotations(run: Run) -> None:
    with Corpus.load(HELD) as corpus:
        found = corpus.verify(texts=HELD)
        line = ("verify", "--texts", str(HELD), "--corpus", str(HELD))
        assert corpus.printed(found, "csv") == run(*line, "--format", "csv").out
        assert corpus.printed(found, "table") == run(*line, "--all").out
        table = run("list", "sources", "--corpus", str(HELD)).out
        assert corpus.printed(corpus.list("sources"), "table") == table


def test_what_an_export_prints(corpus: Corpus, run: Run, tmp_path: Path) -> None:
    for format in ("jsonl", "bibtex", "dot"):
        printed = run("export", format, "--tag", "money", "--corpus", str(SMALL)).out
        assert corpus.exported(format, corpus.filters(tag="money")) == printed
    with pytest.raises(ClaimcliError, match=r"^sqlite is no text: `export` makes a file"):
        corpus.exported("sqlite")
    (tmp_path / "tables").mkdir()
    corpus.export("csv", tmp_path / "tables", excel=True)
    with pytest.raises(ClaimcliError, match="tables is there already: `force` writes over it"):
        corpus.export("csv", tmp_path / "tables")
    assert (tmp_path / "tables" / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    with pytest.raises(ClaimcliError, match="`excel` goes with csv"):
        corpus.export("sqlite", tmp_path / "x.db", excel=True)


@pytest.mark.parametrize("line", ["schema", "schema list tags", "schema search --draft-07"])
def test_schemas_are_those_of_the_command(run: Run, line: str) -> None:
    words = line.removeprefix("schema").removesuffix("--draft-07").strip()
    made = schema(words or "corpus", draft_07=line.endswith("07"))
    assert made == run(*line.split()).json


def test_the_schema_with_the_ids_of_a_corpus(corpus: Corpus, run: Run) -> None:
    line = ("schema", "--with-ids", "--draft-07", "--corpus", str(SMALL))
    assert corpus.schema(draft_07=True) == run(*line).json
    assert "ann" in corpus.schema()["$defs"]["scholar"]["enum"]
    with pytest.raises(UnknownValue, match="no schema 'serch'; did you mean 'search'"):
        schema("serch")


def test_what_a_code_means(run: Run) -> None:
    found, printed = explain("e306"), run("check", "--explain", "E306", "--json").json
    told = (found.code, str(found.severity), found.title, found.explanation, found.example)
    keys = ("code", "severity", "title", "explanation", "example")
    assert told == tuple(printed[key] for key in keys)
    assert found.mended == printed["mend"]
    with pytest.raises(ClaimcliError, match="no code 'E999'"):
        explain("E999")


def test_two_changes_of_a_file_are_merged() -> None:
    """Each side adds a name of its own; in the second case both give one another note."""
    base = b"names:\n- {id: a, name: A, kind: place}\n"
    ours, theirs = base + b"- {id: b, name: B, kind: place}\n", base.replace(b"A,", b"Aa,")
    done = merge(base, ours, theirs)
    assert done.conflicts == ()
    assert done.content == ours.replace(b"A,", b"Aa,")
    against = merge(base, base.replace(b"A,", b"X,"), theirs)
    assert against.conflicts == ("a",)
    with pytest.raises(TypeError, match="ours is to be bytes, and is of str"):
        merge(base, "x", theirs)  # type: ignore[arg-type]  # what is tested


def test_the_cache_is_found_and_deleted(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "c", {"corpus.yaml": "title: T\nformat: 1\n"})
    with Corpus.load(tmp_path / "c") as corpus:
        place = corpus.cache_file
    assert run("cache", "path", "--corpus", str(tmp_path / "c")).out == f"{place}\n"
    assert clear_cache(tmp_path / "c") == [place]
    assert clear_cache(tmp_path / "c") == []
    assert not place.exists()


def test_the_page_for_agents(run: Run) -> None:
    assert page() == run("skill").out
    assert json.dumps(page())
