"""`claimcli report`: where it goes, in what form, and that nothing is written over unasked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from debating import FILES
from storing import write
from support import Run, cases

from claimcli import Corpus


@pytest.fixture(autouse=True)
def debated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus of `debating` as the one to read, from a directory for what is written."""
    write(tmp_path / "claims", FILES)
    (tmp_path / "out").mkdir()
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path / "claims"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.chdir(tmp_path / "out")
    return tmp_path / "out"


def test_markdown_to_standard_output(run: Run) -> None:
    ran = run("report", "who")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith('# Who began it?<span id="who"></span>\n')
    assert ran.out == run("report", "who", "--format", "md", "-o", "-").out


def test_two_questions_with_notes_numbered_through(run: Run) -> None:
    text = run("report", "wider", "who").out
    assert text.index("# Were the towns at peace?") < text.index("# Who began it?")
    assert "[^8]: " in text
    assert "[^9]: " not in text


def test_json_is_what_python_views(run: Run, tmp_path: Path) -> None:
    view = run("report", "who", "wider", "--json").json
    with Corpus.load(tmp_path / "claims") as corpus:
        assert json.loads(json.dumps(corpus.view(corpus.report("who", "wider")))) == view
    assert list(view) == ["questions", "notes", "bibliography", "corpus", "date"]
    assert list(view["questions"][0]) == [
        *(
            "question",
            "part_of_text",
            "parts",
            "axis",
            "positions",
            "without_stance",
            "without_marks",
        ),
        *("totals", "known", "unsure", "witnesses", "several_positions", "revisions", "replies"),
        *("matrix", "uncovered"),
    ]
    assert view["questions"][0]["totals"]["second_hand"] == {"number": 1, "claims": ["b1", "b2"]}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "start"),
    [("a.md", "# Who"), ("a.MARKDOWN", "# Who"), ("a.json", "{"), ("a.html", "<!doctype html>")],
)
def test_the_format_is_that_of_the_ending(run: Run, debated: Path, name: str, start: str) -> None:
    ran = run("report", "who", "-o", name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (debated / name).read_text("utf-8").startswith(start)


def test_an_ending_that_tells_nothing_is_markdown(run: Run, debated: Path) -> None:
    run("report", "who", "--out", "a.txt")
    assert (debated / "a.txt").read_text("utf-8").startswith("# Who")


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("a.md", "--format json", "a.md would hold json, and its name says md: name it a.json"),
        ("b.HTML", "--format md", "b.HTML would hold md, and its name says html: name it b.md"),
        (
            "c.markdown",
            "--json",
            "c.markdown would hold json, and its name says md: name it c.json",
        ),
        (
            "d.json",
            "--format docx",
            "d.json would hold docx, and its name says json: name it d.docx",
        ),
    ],
)
def test_a_name_that_says_another_format_is_refused(
    run: Run, debated: Path, name: str, asked: str, said: str
) -> None:
    ran = run("report", "who", "-o", name, *asked.split())
    assert (ran.code, ran.out, ran.err) == (2, "", f"claimcli: {said}\n")
    assert not (debated / name).exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "asked"),
    [("a.markdown", "md"), ("a.htm", "html"), ("a.txt", "json"), ("a", "html"), ("a.json", "json")],
)
def test_a_name_that_says_the_same_or_nothing_is_taken(
    run: Run, debated: Path, name: str, asked: str
) -> None:
    assert run("report", "who", "-o", name, "--format", asked).code == 0
    assert (debated / name).is_file()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_a_docx(run: Run, debated: Path) -> None:
    assert run("report", "who", "-o", "a.docx").code == 0
    assert (debated / "a.docx").read_bytes().startswith(b"PK")


def test_without_pandoc_nothing_is_written(
    run: Run, debated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    ran = run("report", "who", "-o", "a.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "--format md" in ran.err
    assert list(debated.iterdir()) == []


def test_a_file_that_is_there_stays_unless_forced(run: Run, debated: Path) -> None:
    (debated / "a.md").write_text("mine", "utf-8")
    ran = run("report", "who", "-o", "a.md")
    assert ran.code == 2
    assert ran.err == "claimcli: a.md is there already: --force writes over it\n"
    assert (debated / "a.md").read_text("utf-8") == "mine"
    assert run("report", "who", "-o", "a.md", "--force").code == 0
    assert (debated / "a.md").read_text("utf-8").startswith("# Who")
    assert [path.name for path in debated.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    ("out", "said"), [(".", "is a directory"), ("nowhere/a.md", "there is no directory")]
)
def test_where_no_file_can_be(run: Run, debated: Path, out: str, said: str) -> None:
    ran = run("report", "who", "-o", out)
    assert ran.code == 2
    assert said in ran.err
    assert list(debated.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("report", "who", "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


@pytest.mark.usefixtures("bound_by_rights")
def test_a_directory_that_may_not_be_written_to(run: Run, debated: Path) -> None:
    debated.chmod(0o500)
    try:
        ran = run("report", "who", "-o", "a.md")
    finally:
        debated.chmod(0o700)
    assert ran.code == 2
    assert "a.md cannot be written" in ran.err
    assert list(debated.iterdir()) == []


@cases(
    ("arguments", "said"),
    [
        (("report",), "Missing argument"),
        (("report", "whoo"), "no question 'whoo'; did you mean 'who'?"),
        (("report", "who", "--format", "pdf"), "no format 'pdf'"),
        (("report", "who", "-o", "a.pdf"), "pandoc -f markdown-smart -o a.pdf"),
        (("report", "who", "--date", "banana"), "--date takes a day"),
        (("report", "who", "--date", "2026-13-45"), "--date takes a day"),
        (("report", "who", "--json", "--format", "md"), "contradict each other"),
    ],
)
def test_what_cannot_be_asked(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.slow
def test_there_is_no_date_unless_one_is_given(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Made on" not in run("report", "who").out
    assert "- Made on: 2026-11-27\n" in run("report", "who", "--date", "2026-11-27").out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")  # 2026-11-28T00:00:00Z
    assert "- Made on: 2026-11-28\n" in run("report", "who").out
    assert run("report", "who", "--json").json["date"] == "2026-11-28"


@pytest.mark.parametrize("given", ["yesterday", "1e400", "9" * 40])
def test_a_date_that_is_none(run: Run, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    ran = run("report", "who")
    assert (ran.code, ran.out) == (2, "")
    assert "SOURCE_DATE_EPOCH is no number of seconds" in ran.err
