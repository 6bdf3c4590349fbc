"""What goes wrong is said in words, with the right exit code, and hides nothing that is good."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import Run, cases, environment, program

QUESTION = """\
id: who
question: Who?
stances:
  north: {label: The north}
claims:
- id: good
  stance: north
  scholars: [ann]
  statement: The north did.
  citation: {source: ann-2000}
"""
PEOPLE = """\
scholars:
- {id: ann, name: Ann Archer, kind: person}
references:
- {id: ann-2000, type: book, author: [{family: Archer, given: Ann}], issued: '2000'}
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "corpus"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: T\nformat: 1\n", encoding="utf-8")
    (root / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    (root / "who.yaml").write_text(QUESTION, encoding="utf-8")
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(root))
    return root


def add(root: Path, claim: str) -> None:
    with (root / "who.yaml").open("a", encoding="utf-8") as file:
        file.write(claim)


def errors(run: Run) -> list[dict[str, Any]]:
    """What `check` finds that cannot be right; the small corpus has lesser problems too."""
    ran = run("check", "--json")
    found = [problem for problem in ran.json if problem["severity"] == "error"]
    assert ran.code == bool(found)
    return found


def test_no_such_directory(run: Run, tmp_path: Path) -> None:
    ran = run("search", "--corpus", str(tmp_path / "nowhere"))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"claimcli: no corpus at {tmp_path / 'nowhere'}: no such directory\n"


def test_an_empty_directory_is_no_corpus(run: Run, tmp_path: Path) -> None:
    ran = run("list", "questions", "--corpus", str(tmp_path))
    assert ran.code == 3
    assert "there is no YAML file in it" in ran.err


def test_an_empty_corpus_is_valid_and_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("title: T\nformat: 1\n", encoding="utf-8")
    ran = run("search", "--json", "--corpus", str(tmp_path))
    assert (ran.code, ran.out, ran.err) == (0, "[]\n", "")
    ran = run("search", "--corpus", str(tmp_path))
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing found\n")
    ran = run("search", "--format", "csv", "--fields", "id,stance", "--corpus", str(tmp_path))
    assert ran.out == "id,stance\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [b"claims:\n- id: [\n", b"\xff\xfe\x00", b"- just\n- a list\n", b"\x00\x01", b"a: b: c\n"],
)
def test_a_file_that_cannot_be_read_does_not_hide_the_others(
    run: Run, corpus: Path, content: bytes
) -> None:
    (corpus / "broken.yaml").write_bytes(content)
    ran = run("search", "--json")
    assert ran.code == 0
    assert [hit["id"] for hit in ran.json] == ["good"]
    assert {problem["file"] for problem in errors(run)} == {"broken.yaml"}


def test_a_broken_record_is_left_out_and_counted(run: Run, corpus: Path) -> None:
    add(corpus, "- id: bad\n  stance: north\n  scholars: [ann]\n  citation: {source: ann-2000}\n")
    ran = run("search", "--json")
    assert [hit["id"] for hit in ran.json] == ["good"]
    assert ran.err == "1 record was left out, being broken; `claimcli check` tells why\n"
    told = run("show", "bad").err
    assert told.startswith("claimcli: no record 'bad'; ")
    assert told.endswith("; 1 record was left out, being broken; `claimcli check` tells why\n")
    (problem,) = errors(run)
    assert (problem["file"], problem["line"], problem["record"]) == ("who.yaml", 11, "bad")


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "--json"),
        ("search", "north"),
        ("list", "questions", "--json"),
        ("compare", "--json"),
        ("compare", "--question", "who", "--json"),
        ("show", "good", "--json"),
        ("cite", "good", "--json"),
    ],
)
def test_a_whole_file_that_cannot_be_read_is_told_of(
    run: Run, corpus: Path, arguments: tuple[str, ...]
) -> None:
    whole = run(*arguments)
    (corpus / "more.yaml").write_text(QUESTION.replace("good", "bad"), "utf-16")
    for _ in range(2):
        ran = run(*arguments)
        assert (ran.code, ran.out) == (0, whole.out)
        assert ran.err == (
            whole.err + "nothing could be read of 1 file or directory; `claimcli check` tells why\n"
        )


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "bad"),
        ("compare", "--question", "bad"),
        ("search", "--source", "bad"),
        ("search", "--scholar", "bad"),
        ("search", "--school", "bad"),
        ("cite", "bad"),
        ("coverage", "kim.txt", "--source", "bad"),
    ],
)
def test_what_is_not_found_may_be_in_a_file_that_cannot_be_read(
    run: Run, corpus: Path, arguments: tuple[str, ...]
) -> None:
    (corpus / "more.yaml").write_text(QUESTION.replace("good", "bad"), "utf-16")
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err.endswith(
        "; nothing could be read of 1 file or directory; `claimcli check` tells why\n"
    )


def test_a_stance_the_question_does_not_have(run: Run, corpus: Path) -> None:
    add(corpus, "- id: x\n  stance: nroth\n  scholars: [ann]\n  statement: S.\n")
    add(corpus, "  citation: {source: ann-2000}\n")
    (problem,) = errors(run)
    assert (problem["line"], problem["column"]) == (12, 11)
    assert "nroth" in problem["message"]
    assert "north" in problem["hint"]
    # The claim itself is not lost: it stands in a position of its own.
    view = run("compare", "--question", "who", "--json").json
    assert [(p["stance"], len(p["claims"])) for p in view["positions"]] == [
        ("north", 1),
        ("nroth", 1),
    ]
    assert "nroth" in run("search", "S").out.split()


def test_a_scholar_nobody_declared(run: Run, corpus: Path) -> None:
    add(corpus, "- id: x\n  stance: north\n  scholars: [anne]\n  statement: S.\n")
    add(corpus, "  via: [{source: ann-2000}]\n")
    (problem,) = errors(run)
    assert (problem["line"], problem["column"]) == (13, 14)
    assert "'ann'" in problem["hint"]
    hits = run("search", "--json").json
    assert hits[1]["scholars"] == [{"id": "anne", "name": "anne", "kind": None, "school": None}]


def test_an_id_given_twice_keeps_the_first(run: Run, corpus: Path) -> None:
    add(corpus, "- id: good\n  stance: north\n  scholars: [ann]\n  statement: Again.\n")
    add(corpus, "  citation: {source: ann-2000}\n")
    assert [hit["statement"] for hit in run("search", "--json").json] == ["The north did."]
    (problem,) = errors(run)
    assert (problem["line"], problem["column"]) == (11, 7)
    assert "who.yaml:6" in problem["message"] + str(problem["hint"])


@pytest.mark.usefixtures("bound_by_rights")
def test_a_directory_without_permission(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0)
    ran = run("search", "--corpus", str(tmp_path))
    tmp_path.chmod(0o700)
    assert (ran.code, ran.out) == (3, "")
    assert "permission" in ran.err


@pytest.mark.usefixtures("small")
@cases(
    ("arguments", "message"),
    [
        (("compare", "--question", "who-beganne"), "did you mean 'who-began'?"),
        (("show", "anne"), "did you mean 'ann'?"),
        (("compare", "who-beganne"), "did you mean 'who-began'?"),
        (("compare", "boriz", "ann"), "did you mean 'boris'?"),
        (("show", "zzzqqq"), "`claimcli search` finds claims by their words"),
        (("show", "who-began/easton-began"), "--question who-began --stance easton-began"),
        (("show", "who-began/none"), "`claimcli search --question who-began --stance none`"),
        (("show", "who-began/easton-begun"), "did you mean 'who-began/easton-began'?"),
        (("compare", "--scholar", "ann", "--scholar", "boriz"), "did you mean 'boris'?"),
        (("search", "--stance", "eston-began"), "did you mean 'easton-began'?"),
        (("search", "--source", "archer2000"), "did you mean 'archer-2000'?"),
        (("search", "--certainty", "argud"), "did you mean 'argued'?"),
        (("list", "stance"), "did you mean 'stances'?"),
        (("search", "--format", "jsonn"), "did you mean 'json'?"),
        (("compare", "--question", "who-began", "--by", "scool"), "did you mean 'school'?"),
        (("search", "--sort", "yaer"), "did you mean 'year'?"),
        (("serch",), "did you mean 'search'?"),
        (("search", "--fields", "nosuch"), "the fields are: id, question,"),
        (("search", "--json", "--format", "csv"), "contradict each other"),
        (("cache", "paht"), "did you mean 'path'?"),
        (("search", "--json", "--fields", "ids"), "no field 'ids'; the fields are: id, question,"),
        (("check", "--fields", "code"), "--fields goes with --json"),
        (("search", "--year", "1950-1980"), "1950/1980"),
        (("compare", "--scholar", "ann"), "name two or more"),
        (("compare", "--by", "school"), "--by groups the claims of one --question"),
        (("compare", "--figure", "matrix"), "--figure is of one --question"),
        (("compare", "who-began", "--figure", "matrx"), "did you mean 'matrix'?"),
        (("search", "--limit", "-1"), "'--limit'"),
        (("search", "--nosuch"), "No such option: --nosuch"),
        (("--corpus", "x", "check"), "Options follow the command: claimcli COMMAND --corpus"),
        (("search", "scolar:ann"), "did you mean 'scholar'?"),
    ],
)
def test_the_callers_mistakes_name_what_was_meant(
    run: Run, arguments: tuple[str, ...], message: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("small")
def test_a_word_that_begins_with_a_hyphen_is_left_out(run: Run) -> None:
    # "bridge" stands in three claims; of these one speaks of the tolls.
    assert len(run("search", "bridge", "--json").json) == 3
    hits = run("search", "bridge", "--json", "-tolls").json
    assert sorted(hit["id"] for hit in hits) == [
        "archer-2000-bridge-was-shared",
        "archer-2000-weston-closed-the-bridge",
    ]


@pytest.mark.usefixtures("small")
def test_a_mistake_in_a_query_is_shown_under_it(run: Run) -> None:
    assert run("search", 'bridge "of war').err.splitlines() == [
        "claimcli: the quotation mark is not closed",
        '  bridge "of war',
        "         ^",
        'close it with "',
    ]


HOSTILE = "[red]not red[/red] [sic] \\e[31m \\u202Eright to left \\x07 =1+1"


def test_text_of_a_corpus_is_data(run: Run, corpus: Path) -> None:
    add(corpus, f'- id: h\n  stance: north\n  scholars: [ann]\n  statement: "{HOSTILE}"\n')
    add(corpus, "  citation: {source: ann-2000}\n")
    add(
        corpus, f'- id: i\n  stance: "{HOSTILE}"\n  scholars: [eve, "{HOSTILE}"]\n  statement: S.\n'
    )
    add(corpus, f'  citation: {{source: "{HOSTILE}", locator: "{HOSTILE}"}}\n')
    (corpus / "evil.yaml").write_text(
        'scholars:\n- {id: eve, name: "=cmd[/]\\e]0;x", kind: person}\n', encoding="utf-8"
    )
    for arguments in (
        ("search",),
        ("search", "sic"),
        ("compare", "--question", "who"),
        *(("compare", "--question", "who", "--by", by) for by in ("source", "school")),
        ("compare", "--scholar", "ann", "--scholar", "eve"),
        ("show", "h"),
        ("show", "i"),
        ("show", "who"),
        ("cite", "i"),
        ("show", "eve"),
        ("list", "scholars"),
        ("list", "witnesses"),
        ("check",),
        *(("search", "--format", f) for f in ("csv", "tsv", "md", "json", "jsonl")),
    ):
        ran = run(*arguments)
        assert ran.code in (0, 1), arguments
        shown = set(ran.out + ran.err)
        assert not shown & {"\x1b", "\u202e", "\x07"}, arguments
    text = run("show", "h").out
    assert "[red]not red[/red] [sic]" in text
    assert "\n'=cmd" in run("list", "scholars", "--format", "tsv", "--fields", "name").out


@pytest.mark.slow
def test_lone_surrogates_on_the_command_line_are_no_fault(tmp_path: Path) -> None:
    ran = subprocess.run(
        [*map(os.fsencode, program("search")), b"\xff\xfe"],
        env=environment(tmp_path),
        capture_output=True,
        check=False,
    )
    assert ran.returncode in (0, 2)
    assert b"Traceback" not in ran.stderr
    assert b"fault" not in ran.stderr


@pytest.mark.usefixtures("small")
def test_no_colour_and_no_padding_when_it_is_no_terminal(run: Run) -> None:
    out = run("compare", "--question", "who-began").out
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_a_number_of_thousands_of_digits_is_no_fault(run: Run, corpus: Path) -> None:
    number = "9" * 5000
    add(corpus, "- id: x\n  stance: north\n  scholars: [ann]\n  statement: S.\n")
    add(corpus, f"  citation: {{source: ann-2000, locator: p. {number}}}\n")
    (corpus / "more.yaml").write_text(
        f"references:\n- {{id: far, type: book, issued: {{date-parts: [[{number}]]}}}}\n"
        f"- {{id: part, type: chapter, page: {number}-{number}}}\n"
        "claims:\n"
        "- {id: y, scholars: [ann], statement: S., citation: {source: part, locator: p. 3}}\n",
        encoding="utf-8",
    )
    assert [hit["id"] for hit in run("search", "--json").json] == ["y", "good", "x"]
    assert run("check", "--json").code in (0, 1)


@pytest.mark.slow
@pytest.mark.parametrize("command", [("search", "north"), ("check",), ("cache", "path")])
def test_a_working_directory_that_is_gone(tmp_path: Path, command: tuple[str, ...]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    leave = "import os, sys; os.rmdir(os.getcwd()); from claimcli.cli.main import main; "
    ran = subprocess.run(
        [sys.executable, "-c", leave + "sys.exit(main(sys.argv[1:]))", *command],
        cwd=gone,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == "claimcli: the working directory is gone; change to one that exists\n"


@pytest.mark.parametrize("word", ["*zzqx", "Jur?hen"])
def test_a_star_within_a_word_is_told(run: Run, word: str) -> None:
    said = "letters can be left out at the end of a word only"
    assert said in run("search", word).err
    assert said not in run("search", "zzzz", "kory?").err
