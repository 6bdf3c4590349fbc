"""`claimcli check` as it is called: what it prints, where, and what it ends with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import CORPORA, Run, cases

SCHOLARS = "scholars:\n- id: kim\n  name: Alexander Kim\n  kind: person\n"
SOURCES = "references:\n- id: kim-2013\n  type: book\n  author: [{family: Kim, given: A.}]\n"
CLAIM = """\
claims:
- id: kim-2013-truce
  scholars: [kim]
  statement: Song broke the truce.
  citation: {source: kim-2013}
  quote: infringed the peace
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    root.mkdir()
    (root / "a.yaml").write_text(CLAIM, "utf-8")
    (root / "z.yaml").write_text(SCHOLARS + SOURCES, "utf-8")
    return root


def check(run: Run, corpus: Path, *options: str) -> tuple[int, str, str]:
    return run("check", "--corpus", str(corpus), *options)


def test_a_problem_is_shown_with_its_lines_a_caret_and_what_to_do(run: Run, corpus: Path) -> None:
    (corpus / "a.yaml").write_text(f"{CLAIM}  qoute: broke the truce\n", "utf-8")
    assert check(run, corpus) == (
        1,
        f"{corpus}/a.yaml:7:3: E203 a claim has no field 'qoute'\n"
        "     2 | - id: kim-2013-truce\n"
        "     … |\n"
        "     7 |   qoute: broke the truce\n"
        "       |   ^\n"
        "  help: did you mean 'quote'?\n"
        "\n",
        f"1 error in 1 file; 3 records in 2 files of {corpus} checked\n",
    )


def test_nothing_wrong_is_said_and_is_success(run: Run, corpus: Path) -> None:
    assert check(run, corpus) == (0, "", f"no problems: 3 records in 2 files of {corpus}\n")
    assert check(run, corpus, "--json") == (
        0,
        "[]\n",
        f"no problems: 3 records in 2 files of {corpus}\n",
    )
    assert check(run, corpus, "--format", "github")[:2] == (0, "")


def test_json_has_every_key(run: Run, corpus: Path) -> None:
    (corpus / "a.yaml").write_text(CLAIM.replace("[kim]", "[kim, kin]"), "utf-8")
    ran = run("check", "--corpus", str(corpus), "--json")
    assert ran.code == 1
    assert ran.json == [
        {
            "code": "E301",
            "severity": "error",
            "file": "a.yaml",
            "line": 3,
            "column": 19,
            "message": "there is no scholar 'kin'",
            "hint": "did you mean 'kim'?",
            "record": "kim-2013-truce",
        }
    ]


def test_annotations_of_github_are_escaped(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "c,1"
    root.mkdir()
    (root / "100%,a:b.yaml").write_text(f"{CLAIM}  50%::x: y\n", "utf-8")
    (root / "z.yaml").write_text(SCHOLARS + SOURCES, "utf-8")
    code, out, _ = check(run, root, "--format", "github")
    assert code == 1
    start, _, told = out.partition("::a claim")
    assert start == "::error file=100%25%2Ca%3Ab.yaml,line=7,col=3,title=E203"
    assert told.startswith(" has no field '50%25::x'%0Ahelp: its fields are id, stance,")
    assert told.count("\n") == 1


def test_paths_are_those_seen_from_the_working_directory(
    run: Run, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "a.yaml").write_text(CLAIM.replace("[kim]", "[kim, kin]"), "utf-8")
    monkeypatch.chdir(corpus.parent)
    assert check(run, corpus)[1].startswith("corpus/a.yaml:3:19: E301 ")
    assert run("check", "--corpus", str(corpus), "--json").json[0]["file"] == "a.yaml"
    monkeypatch.chdir(corpus)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(corpus.parent))
    assert check(run, corpus, "--format", "github")[1].startswith("::error file=corpus/a.yaml,")


@cases(
    ("options", "codes"),
    [
        ((), ["E301", "I404", "I706"]),
        (("--select", "E"), ["E301"]),
        (("--select", "3"), ["E301"]),
        (("--select", "3xx,I4"), ["E301", "I404"]),
        (("--select", "706"), ["I706"]),
        (("--select", "404", "--select", "e301"), ["E301", "I404"]),
        (("--ignore", "I"), ["E301"]),
        (("--ignore", ""), ["E301", "I404", "I706"]),
        (("--select", "I", "--ignore", "I4"), ["I706"]),
        (("--select", "E5"), []),
    ],
)
def test_codes_are_selected_by_any_prefix(
    options: tuple[str, ...], codes: list[str], run: Run, corpus: Path
) -> None:
    reported = CLAIM.replace("citation: {source: kim-2013}", "via: [{source: kim-2013}]")
    reported = reported.replace("  quote: infringed the peace\n", "")
    (corpus / "a.yaml").write_text(reported.replace("[kim]", "[kim, kin]"), "utf-8")
    idle = "scholars:\n- id: lee\n  name: B. Lee\n  kind: person\n"
    (corpus / "b.yaml").write_text(idle, "utf-8")
    found = run("check", "--corpus", str(corpus), "--json", *options).json
    assert [problem["code"] for problem in found] == codes


@cases(
    ("options", "told"),
    [
        (("--select", "E999"), "no code 'E999'; there are 1xx files and YAML, 2xx records"),
        (("--ignore", "E2033"), "no code 'E2033'; did you mean 'E203'?"),
        (("--select", "E,W", "--ignore", "W,E"), "--select and --ignore leave no code"),
        (("--select", ""), "--select '' names no code; leave it out to check them all"),
        (("--select", "E", "--select", " , "), "--select ' , ' names no code"),
        (
            ("--explain", "E203", "--format", "github"),
            "--explain prints text or json, and --format github problems only",
        ),
        (("--select", "x"), "no code 'x'; there are 1xx files and YAML"),
        (("--fail-on", "warnings"), "no level 'warnings'; did you mean 'warning'?"),
        (("--format", "table"), "no format 'table'; the known ones are: github, json, text"),
        (("--json", "--format", "text"), "--json and --format text contradict each other"),
    ],
)
def test_a_mistake_of_the_callers_is_told(
    options: tuple[str, ...], told: str, run: Run, corpus: Path
) -> None:
    code, out, err = check(run, corpus, *options)
    assert (code, out) == (2, "")
    assert err.startswith(f"claimcli: {told}")


@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 1), ("info", 1)], ids=lambda v: str(v)
)
def test_a_warning_fails_where_that_is_asked_for(
    level: str, code: int, run: Run, corpus: Path
) -> None:
    (corpus / "a.yaml").write_text(f"{CLAIM}  tags: [war, war]\n", "utf-8")
    assert check(run, corpus, "--fail-on", level)[0] == code
    assert check(run, corpus, "--fail-on", level, "--ignore", "W")[0] == 0


def test_a_suggestion_fails_at_the_level_of_suggestions_only(run: Run, corpus: Path) -> None:
    (corpus / "b.yaml").write_text("references:\n- id: lee-1999\n  type: book\n", "utf-8")
    assert check(run, corpus, "--fail-on", "warning")[0] == 0
    assert check(run, corpus, "--fail-on", "info")[0] == 1


def test_text_of_a_corpus_never_steers_the_terminal(run: Run, corpus: Path) -> None:
    note = '  note: "\\e[2J"\n  x\u202ey: "\u009b1m"\n'
    (corpus / "a.yaml").write_bytes((CLAIM + note).encode())
    for format in ("text", "json", "github"):
        _, out, err = check(run, corpus, "--format", format)
        assert "U+009B" in out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out + err)


def test_a_long_line_is_shown_around_the_place(run: Run, corpus: Path) -> None:
    long = CLAIM.replace("[kim]", "[" + "kim, " * 60 + "kin]")
    (corpus / "a.yaml").write_text(long, "utf-8")
    _, out, _ = check(run, corpus, "--select", "E")
    lines = out.split("\n")
    assert lines[0] == f"{corpus}/a.yaml:3:314: E301 there is no scholar 'kin'"
    assert lines[2] == "     3 | …, " + "kim, " * 6 + "kin]"
    assert lines[3] == "       | " + " " * 33 + "^"


def records_shown(out: str) -> list[list[str]]:
    """Of each problem the numbers of the lines that are shown."""
    return [re.findall(r"^ +(\d+) \|", told, re.MULTILINE) for told in out.split("\n\n")[:-1]]


def test_of_two_records_with_one_id_the_one_that_is_meant_is_named(run: Run, corpus: Path) -> None:
    again = CLAIM.partition("\n")[2].replace("[kim]", "[kin]")
    later = "- scholars: [kin]\n  id: kim-2013-truce\n"
    (corpus / "a.yaml").write_text(CLAIM + again + later, "utf-8")
    _, out, _ = check(run, corpus, "--select", "E301,E213")
    # The second begins on line 7, the third on line 12, and names itself on line 13.
    assert records_shown(out) == [["7"], ["7", "8"], ["12"], ["13"]]


def test_a_record_of_the_same_id_in_another_file_is_not_shown(run: Run, corpus: Path) -> None:
    (corpus / "b.yaml").write_text(f"# again\n{CLAIM}  qoute: x\n", "utf-8")
    _, out, _ = check(run, corpus, "--select", "E203")
    assert records_shown(out) == [["3", "8"]]


def test_lines_that_say_nothing_part_no_record_from_its_id(run: Run, corpus: Path) -> None:
    (corpus / "a.yaml").write_text(f"{CLAIM}\n# id: kim-2013-truce\n  qoute: x\n", "utf-8")
    _, out, _ = check(run, corpus, "--select", "E203")
    assert records_shown(out) == [["2", "9"]]


def test_a_place_without_text_is_shown_without_a_line(run: Run, corpus: Path) -> None:
    (corpus / "b.yaml").write_text("", "utf-8")
    told = check(run, corpus)[1]
    assert told.startswith(f"{corpus}/b.yaml:1:1: W202 ")
    assert " | " not in told


def test_a_text_cut_short_is_told_where_that_is_asked_for(run: Run, corpus: Path) -> None:
    cut = CLAIM.replace("the truce.", "the # truce.")
    (corpus / "a.yaml").write_text(cut, "utf-8")
    for options, codes in ((("--select", "W1"), ["W122"]), (("--ignore", "W122"), [])):
        found = run("check", "--corpus", str(corpus), "--json", *options).json
        assert [problem["code"] for problem in found] == codes


def test_the_caret_stands_under_the_place_after_wide_characters(run: Run, corpus: Path) -> None:
    (corpus / "a.yaml").write_text(f"{CLAIM}  tags: [金史, {{a: b}}]\n", "utf-8")
    _, out, _ = check(run, corpus)
    lines = out.split("\n")
    assert lines[0].startswith(f"{corpus}/a.yaml:7:14: E205 ")
    # each of the two characters is as wide as two
    assert lines[3:5] == ["     7 |   tags: [金史, {a: b}]", "       | " + " " * 15 + "^"]


def test_every_problem_comes_in_one_pass_and_in_file_order(run: Run) -> None:
    found = run("check", "--corpus", str(CORPORA / "bad" / "E301-to-E305"), "--json").json
    places = [(p["file"], p["line"], p["column"]) for p in found]
    assert places == sorted(places)
    errors = [(p["code"], p["file"], p["line"]) for p in found if p["severity"] == "error"]
    assert errors == [
        ("E302", "background.yaml", 5),
        ("E302", "background.yaml", 7),
        ("E303", "background.yaml", 9),
        ("E303", "background.yaml", 11),
        ("E305", "background.yaml", 12),
        ("E305", "background.yaml", 13),
        ("E305", "who.yaml", 3),
        ("E304", "who.yaml", 8),
        ("E301", "who.yaml", 9),
    ]


def test_no_file_makes_a_traceback(run: Run, tmp_path: Path) -> None:
    for number, content in enumerate(
        (b"", b"\x00\xff" * 50, b"[" * 100_000, b"- " * 5000, b"a: &x [*x]\n", b'"\\ud800": 1\n')
    ):
        root = tmp_path / str(number)
        root.mkdir()
        (root / "a.yaml").write_bytes(content)
        code, _, err = check(run, root)
        assert code in (0, 1)
        assert "fault" not in err


def test_no_corpus_is_told(run: Run, tmp_path: Path) -> None:
    code, out, err = check(run, tmp_path)
    assert (code, out) == (3, "")
    assert err.endswith("there is no YAML file in it\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, "no corpus here or in a folder above; "),
        ({"notes.txt": "war"}, "no corpus here or in a folder above; "),
        ({"claims.yaml": CLAIM}, "the YAML here has no corpus.yaml beside it; "),
    ],
)
def test_where_there_is_no_corpus_none_is_checked(
    files: dict[str, str], why: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMCLI_CORPUS", raising=False)
    monkeypatch.chdir(tmp_path)
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    begin = "to begin one, run `claimcli init DIR`"
    assert run("check") == (3, "", f"claimcli: {why}{begin}, or name a corpus with --corpus DIR\n")
    assert run("list", "questions", "--json").code == 0  # who reads is shown the one of the package
    (tmp_path / "corpus.yaml").write_text("title: Mine\nformat: 1\n", encoding="utf-8")
    assert run("check").code != 3


@pytest.mark.parametrize("name", ["library.bib", "notes/library.RIS", "a.json", "t.csv", "t.docx"])
def test_a_file_that_is_not_read_is_remarked_on(name: str, run: Run, corpus: Path) -> None:
    (corpus / name).parent.mkdir(exist_ok=True)
    (corpus / name).write_bytes(b"PK\x03\x04 \xff")
    (found,) = run("check", "--corpus", str(corpus), "--json").json
    assert (found["code"], found["file"], found["line"], found["column"]) == ("I124", name, 1, 1)
    assert found["message"] == (
        f"'{Path(name).name}' is not read: the records of a corpus are in *.yaml and *.yml"
    )
    told = check(run, corpus)[1]
    assert "PK" not in told


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "a.yml",
        "b.YAML",
        "paper.pdf",
        "paper.txt",
        "LICENSE",
        ".zotero.json",
        ".x/a.bib",
    ],
)
def test_what_lies_beside_a_corpus_rightly_is_left_alone(name: str, run: Run, corpus: Path) -> None:
    (corpus / name).parent.mkdir(exist_ok=True)
    (corpus / name).write_text("names: []\n", "utf-8")
    found = run("check", "--corpus", str(corpus), "--json").json
    assert [problem["code"] for problem in found] == []


def test_files_of_a_kind_are_remarked_on_once_in_a_folder(run: Run, corpus: Path) -> None:
    (corpus / "more").mkdir()
    for name in ("b.bib", "a.bib", "c.BIB", "t.csv", "more/d.bib", "records.yaml.txt"):
        (corpus / name).write_text("", "utf-8")
    found = run("check", "--corpus", str(corpus), "--json").json
    assert [(p["file"], p["message"].partition(":")[0]) for p in found] == [
        ("a.bib", "'a.bib' and 2 more like it are not read"),
        ("more/d.bib", "'d.bib' is not read"),
        ("records.yaml.txt", "'records.yaml.txt' is not read"),
        ("t.csv", "'t.csv' is not read"),
    ]
    hints = {p["file"]: p["hint"] for p in found}
    assert hints["records.yaml.txt"] == "name it .yaml if it is a file of records"
    assert hints["a.bib"].startswith("`claimcli import FILE` records its works")
