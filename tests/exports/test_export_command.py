"""`export`: where it goes, whole or not at all, and what it says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from exporting import selection
from storing import contents
from support import ROOT, Run, cases

from claimcli.answers.export import Selection
from claimcli.errors import ClaimcliError
from claimcli.exports.formats import FORMATS
from claimcli.search import FILTERS

WITH_EXTRA = {"xlsx": "xlsxwriter", "parquet": "duckdb"}
TEXTS = [name for name, format in FORMATS.items() if format.is_text]
FILES = [name for name, format in FORMATS.items() if not format.extra]


@cases("format", TEXTS)
def test_a_text_goes_to_standard_output(small: Path, run: Run, format: str) -> None:
    ran = run("export", format)
    assert ran.code == 0
    assert ran.out.endswith("\n")


@pytest.mark.slow
@pytest.mark.parametrize("format", FILES)
def test_nothing_is_written_over_unasked(
    small: Path, run: Run, format: str, tmp_path: Path
) -> None:
    place = tmp_path / "out"
    assert run("export", format, "-o", str(place)).code == 0
    before = contents(tmp_path)
    ran = run("export", format, "-o", str(place), "--question", "why")
    assert (ran.code, "--force writes over" in ran.err) == (2, True)
    after = contents(tmp_path)
    assert after == before
    assert run("export", format, "-o", str(place), "--scholar", "boris", "--force").code == 0
    changed = contents(tmp_path)
    assert changed.keys() == before.keys()
    assert changed != before


@pytest.mark.slow
@pytest.mark.parametrize("format", FILES)
@pytest.mark.parametrize("is_there", [False, True])
def test_it_is_there_whole_or_not_at_all(
    small: Path,
    run: Run,
    format: str,
    is_there: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = tmp_path / "out"
    if is_there:
        run("export", format, "-o", str(place))
    before = contents(tmp_path)
    monkeypatch.setattr(Selection, "sources", property(_full))
    monkeypatch.setattr(Selection, "claims", _full)
    ran = run("export", format, "-o", str(place), "--force")
    assert ran.code == 2
    assert contents(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"] * is_there


def _full(selection: Selection) -> None:
    raise OSError(28, "No space left on device")


def test_other_files_of_a_folder_stay(small: Path, run: Run, tmp_path: Path) -> None:
    run("export", "csv", "-o", str(tmp_path / "out"))
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    assert run("export", "csv", "-o", str(tmp_path / "out"), "--force").code == 0
    assert (tmp_path / "out" / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_filled(small: Path, run: Run, tmp_path: Path) -> None:
    assert run("export", "csv", "-o", str(tmp_path)).code == 0
    assert (tmp_path / "claims.csv").is_file()


@cases(
    ("arguments", "message"),
    [
        (("sqlte",), "no format 'sqlte'; did you mean 'sqlite'?"),
        (("csv",), "csv is a folder: name it with -o PATH"),
        (("sqlite",), "sqlite is a file (.db): name it with -o PATH"),
        (("bibtex", "--excel"), "--excel goes with csv; bibtex needs none"),
        (("bibtex", "--question", "whi"), "no question 'whi'; did you mean 'why'?"),
        (("bibtex", "-o", "nowhere/x.bib"), "there is no directory nowhere"),
    ],
)
def test_a_mistake_is_told(small: Path, run: Run, arguments: tuple[str, ...], message: str) -> None:
    ran = run("export", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_folder_is_no_file_and_a_file_no_folder(small: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "is a file" in run("export", "csv", "-o", str(tmp_path / "file"), "--force").err
    assert "is a directory" in run("export", "sqlite", "-o", str(tmp_path), "--force").err


def test_without_its_library_a_format_names_the_extra(
    small: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    for format, library in WITH_EXTRA.items():
        monkeypatch.setitem(sys.modules, library, None)
        monkeypatch.delitem(sys.modules, f"claimcli.exports.{format}", raising=False)
        ran = run("export", format, "-o", str(tmp_path / "x"))
        assert (ran.code, f"pip install 'claimcli[{format}]'" in ran.err) == (2, True), ran.err


def test_every_filter_of_search_selects(small: Path, run: Run) -> None:
    told = run("export", "--help").out
    assert [f.name for f in FILTERS if f"--{f.name.replace('_', '-')}" not in told] == []
    ran = run("export", "jsonl", "--second-hand", "--scholar", "boris")
    ids = [line.split('"')[3] for line in ran.out.splitlines()]
    assert ids == ["vorobev-1975-easton", "vorobev-1975-weston"]


def test_jsonl_is_what_search_prints(small: Path, run: Run) -> None:
    import json

    exported = [json.loads(line) for line in run("export", "jsonl").out.splitlines()]
    found = run("search", "--json").json
    for hit in found:
        del hit["score"], hit["matches"]
    assert exported == found


def test_a_hyphen_is_standard_output(small: Path, run: Run) -> None:
    assert run("export", "jsonl", "-o", "-").out == run("export", "jsonl").out != ""


def test_that_no_claim_passes_is_told_where_only_a_text_is_printed(small: Path, run: Run) -> None:
    ran = run("export", "jsonl", "--year", "1800")
    assert (ran.code, ran.out, ran.err) == (0, "", "no claims\n")
    ran = run("export", "csl-json", "--year", "1800")
    assert (ran.code, ran.out, ran.err) == (0, "[]\n", "no claims\n")


def test_more_than_mermaid_draws_is_told(run: Run, tmp_path: Path) -> None:
    """`c`, its question and position come to `flowchart LR` and five lines of their own."""
    for length, told in ((49_000, False), (50_000, True)):
        (tmp_path / "q.yaml").write_text(
            "id: q\nquestion: Q?\nstances: {a: {label: A}}\nclaims:\n- {id: c, stance: a,"
            f" scholars: [s], statement: {'x' * length}, citation: {{source: w}}}}\n",
            encoding="utf-8",
        )
        ran = run("export", "mermaid", "--corpus", str(tmp_path))
        assert ("GitHub draws 500 edges and 50,000 characters" in ran.err) is told


def test_more_edges_than_mermaid_draws_are_told(run: Run, tmp_path: Path) -> None:
    """One edge for each claim, and one from the position to its question."""
    for count, told in ((499, False), (500, True)):
        claims = "".join(
            f"- {{id: c{n}, stance: a, scholars: [s], statement: x, citation: {{source: w}}}}\n"
            for n in range(count)
        )
        text = f"id: q\nquestion: Q?\nstances: {{a: {{label: A}}}}\nclaims:\n{claims}"
        (tmp_path / "q.yaml").write_text(text, encoding="utf-8")
        ran = run("export", "mermaid", "--corpus", str(tmp_path))
        assert ("GitHub draws 500 edges and 50,000 characters" in ran.err) is told


def test_a_workbook_that_cannot_be_written_is_told(small: Path, tmp_path: Path) -> None:
    make = pytest.importorskip("claimcli.exports.xlsx", exc_type=ImportError).make
    with pytest.raises(ClaimcliError, match=r"the workbook cannot be written: .*Is a directory"):
        make(selection(small), tmp_path)


def test_records_that_were_left_out_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "title: T\nformat: 1\nclaims:\n- {id: a}\n"
        "- {id: b, scholars: [s], statement: S., citation: {source: w}}\n",
        encoding="utf-8",
    )
    ran = run("export", "sqlite", "-o", str(tmp_path / "x.db"), "--corpus", str(tmp_path))
    assert ran.code == 0
    assert "1 record was left out, being broken" in ran.err
    with closing(sqlite3.connect(tmp_path / "x.db")) as database:
        assert database.execute("SELECT id FROM claims").fetchall() == [("b",)]


def test_an_empty_corpus_is_tables_without_rows(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("title: T\nformat: 1\n", encoding="utf-8")
    assert run("export", "jsonl", "--corpus", str(tmp_path)).out == ""
    assert run("export", "csl-json", "--corpus", str(tmp_path)).out == "[]\n"
    out = tmp_path / "out"
    assert run("export", "csv", "-o", str(out), "--corpus", str(tmp_path)).code == 0
    assert (out / "tags.csv").exists() is False
    assert len((out / "claims.csv").read_text(encoding="utf-8").splitlines()) == 1


def test_every_format_is_in_the_documentation() -> None:
    text = (ROOT / "docs" / "exporting.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in text] == []
