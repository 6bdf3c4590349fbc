"""`claimcli edit`: one value and no other byte, every reference followed, or nothing at all."""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from storing import contents, write
from support import ROOT, Run, cases, program

from claimcli.cli import editor


def changed_lines(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """What of the files is gone (-) and what is there instead (+), line by line."""
    assert before.keys() == after.keys()
    found: list[str] = []
    for name in sorted(before):
        old, new = (texts[name].split("\n") for texts in (before, after))
        lines = difflib.unified_diff(old, new, lineterm="", n=0)
        found += [line for line in lines if line[:3] not in ("---", "+++", "@@ ")]
    return found


CLAIM = "vorobev-1975-easton"


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (["--set", "certainty=probable"], ["+  certainty: probable"]),
        (
            ["--set", "citation.locator=p. 13"],
            [
                "-  citation: {source: vorobev-1975, locator: p. 12}",
                "+  citation: {source: vorobev-1975, locator: p. 13}",
            ],
        ),
        (
            ["--set", "citation.locator=pp. 13, 15"],
            [
                "-  citation: {source: vorobev-1975, locator: p. 12}",
                "+  citation: {source: vorobev-1975, locator: 'pp. 13, 15'}",
            ],
        ),
        (["--set", "tags=riders, dawn"], ["+  tags: [riders, dawn]"]),
        (["--set", "note=He said: so"], ["+  note: 'He said: so'"]),
        (["--set", "note=no"], ["+  note: 'no'"]),
        (
            ["--set", "via=archer-2000, p. 3; chronicle"],
            [
                "-  via: [{source: archer-2000}]",
                "+  via: [{source: archer-2000, locator: p. 3}, {source: chronicle}]",
            ],
        ),
        (
            ["--unset", "quote", "--set", "certainty=argued"],
            ["-  quote: the riders of Easton rode at dawn", "+  certainty: argued"],
        ),
    ],
)
def test_a_field_is_set_and_no_other_byte(
    corpus: Path, run: Run, options: list[str], lines: list[str]
) -> None:
    before = contents(corpus)
    ran = run("edit", CLAIM, *options)
    assert ran.code == 0, ran.err
    assert ran.out == ""
    assert sorted(changed_lines(before, contents(corpus))) == sorted(lines)


def test_a_stance_and_a_question_have_fields_too(corpus: Path, run: Run) -> None:
    before = contents(corpus)
    assert run("edit", "who-began/weston-began", "--set", "label=Weston").code == 0
    assert run("edit", "who-began", "--set", "exclusive=false").code == 0
    assert changed_lines(before, contents(corpus)) == [
        "-exclusive: true",
        "+exclusive: false",
        "-    label: Weston began it",
        "+    label: Weston",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--set", "certainty=perhaps"], "E208 there is no certainty 'perhaps'"),
        (["--set", "stance=both"], "E304"),
        (["--set", "scholars=bors"], "did you mean 'boris'?"),
        (["--set", "period=1125-13"], "E503"),
        (["--unset", "statement"], "E204"),
        (["--set", "certanty=argued"], "no field 'certanty'; did you mean 'certainty'?"),
        (["--set", "locator=p. 6"], "no field 'locator'; did you mean 'citation.locator'?"),
        (["--set", "source=x"], "no field 'source'; did you mean 'citation.source'?"),
        (["--set", "certainty"], "write FIELD=VALUE"),
        (["--set", "note="], "--unset takes the field out"),
        (["--set", "note=a", "--unset", "note"], "note is given twice"),
        (["--unset", "tags"], "it has no tags; nothing is written"),
        (["--set", "id=other"], f"claimcli edit {CLAIM} --rename NEW"),
        (["--set", "relations=hates x"], "no relation 'hates'"),
        (["--delete", "--set", "note=a"], "do not go together"),
        (["--set", "note=a\ud800b"], "half of a character"),
    ],
)
def test_what_would_be_wrong_is_not_written(
    corpus: Path, run: Run, options: list[str], said: str
) -> None:
    before = contents(corpus)
    ran = run("edit", CLAIM, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert contents(corpus) == before


def test_an_error_that_was_there_before_does_not_stop_a_change(corpus: Path, run: Run) -> None:
    with (corpus / "why.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: broken\n  statement: [\n")
    before = contents(corpus)
    assert run("edit", CLAIM, "--set", "certainty=argued").code == 0
    assert changed_lines(before, contents(corpus)) == ["+  certainty: argued"]


def test_a_value_that_is_there_already_writes_nothing(corpus: Path, run: Run) -> None:
    ran = run("edit", CLAIM, "--set", "stance=easton-began")
    assert (ran.code, ran.out) == (0, "")
    assert "says that already" in ran.err


def test_an_unknown_record_names_the_one_that_was_meant(corpus: Path, run: Run) -> None:
    ran = run("edit", "vorobev-1975-eastn", "--set", "note=a")
    assert ran.code == 2
    assert "did you mean 'vorobev-1975-easton'?" in ran.err
    ran = run("edit", "who-began/weston", "--set", "label=a")
    assert "did you mean 'who-began/weston-began'?" in ran.err


@pytest.mark.usefixtures("corpus")
def test_a_dry_run_prints_a_diff_that_git_takes(corpus: Path, run: Run) -> None:
    before = contents(corpus)
    ran = run("edit", "boris", "--rename", "vorobev", "--dry-run")
    assert contents(corpus) == before
    git = ["git", "apply", "-"]
    subprocess.run(git, input=ran.out.encode(), cwd=corpus, check=True)
    applied = contents(corpus)
    write(corpus, before)
    assert run("edit", "boris", "--rename", "vorobev").code == 0
    assert contents(corpus) == applied


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("boris", "vorobev", 2 * 3),
        ("vorobev-1975", "vorobev-1975a", 2 * 3),
        ("who-began/easton-began", "easton", 2 * 5),
    ],
)
def test_a_new_id_reaches_every_reference(
    corpus: Path, run: Run, old: str, new: str, lines: int
) -> None:
    before = contents(corpus)
    ran = run("edit", old, "--rename", new)
    assert ran.code == 0, ran.err
    assert run("check", "--select", "E").out == ""
    found = changed_lines(before, contents(corpus))
    assert len(found) == lines, found
    whole = f"who-began/{new}" if "/" in old else new
    assert run("show", whole.split("/")[0], "--json").code == 0


def test_where_nothing_refers_to_a_new_id_that_is_said(corpus: Path, run: Run) -> None:
    (corpus / "more.yaml").write_text(
        "scholars:\n- {id: idle, name: Ida Idle, kind: person}\n", "utf-8"
    )
    told = run("edit", "idle", "--rename", "idler").err
    assert told == "more.yaml:2: idle is idler now; nothing else refers to it\n"


@cases(
    "file, old, new, called",
    [
        ("asked/idle.yaml", "idle", "busy", "busy.yaml"),
        ("idle.yml", "idle", "busy", "busy.yml"),
        ("idle.yaml", "idle", "con", "~_con.yaml"),  # a device of Windows
        ("ida.yaml", "ida", "eda", "eda.yaml"),  # a scholar in a file of his own
        ("Ida~-1.yaml", "ida:1", "Ida:2", None),  # as Obsidian has it, and not as we would
        ("~Ida~-1.yaml", "Ida:1", "ida-1", "ida-1.yaml"),
        ("idle-question.yaml", "idle", "busy", None),
        ("north.yaml", "idle/north", "south", None),
    ],
)
def test_a_file_that_is_called_by_the_old_id_is_told(
    corpus: Path, run: Run, file: str, old: str, new: str, called: str | None
) -> None:
    (corpus / file).parent.mkdir(exist_ok=True)
    (corpus / file).write_text(
        "id: idle\nquestion: Who was idle?\nstances: {north: {label: The north}}\n"
        "scholars:\n- {id: ida, name: Ida Idle, kind: person}\n"
        "references:\n- {id: 'Ida:1', type: book}\n- {id: 'ida:1', type: book}\n",
        "utf-8",
    )
    said = run("edit", old, "--rename", new).err.splitlines()
    told = f"{file}: the file keeps its name, which nothing goes by; you may call it {called}"
    assert said[1:] == [told] * (called is not None)
    assert (corpus / file).is_file()
    (corpus / file).unlink()


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("ann", "the id 'ann' is taken already"),
        ("Boris V.", "is no id"),
        ("", "is no id"),
    ],
)
def test_an_id_that_cannot_be_is_refused(corpus: Path, run: Run, new: str, said: str) -> None:
    before = contents(corpus)
    ran = run("edit", "boris", "--rename", new)
    assert ran.code == 2
    assert said in ran.err
    assert contents(corpus) == before


CITED = "  citation: {source: archer-2000}\n  quote: many"
"""A reporter's phrase with a work of its own, which cannot be."""


@pytest.mark.parametrize(
    ("old", "new"), [("archer-2000-many", "archer-2000-several"), ("who-began", "who")]
)
def test_an_error_that_was_there_is_no_new_one_under_a_new_id(
    corpus: Path, run: Run, old: str, new: str
) -> None:
    path = corpus / "who-began.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("  via: [{source: archer-2000}]\n  quote: many", CITED, 1)
    path.write_text(text.replace("  stance: weston-began\n", "  stance: western\n", 1), "utf-8")
    errors = len(run("check", "--select", "E", "--json").json)
    assert errors >= 2
    ran = run("edit", old, "--rename", new)
    assert ran.code == 0, ran.err
    assert len(run("check", "--select", "E", "--json").json) == errors


def test_an_error_that_a_new_id_makes_is_refused_all_the_same(corpus: Path, run: Run) -> None:
    path = corpus / "who-began.yaml"
    path.write_text(path.read_text("utf-8").replace("[boris]", "[borys]", 1), "utf-8")
    before = contents(corpus)
    ran = run("edit", "ann", "--set", "kind=persn")
    assert ran.code == 2
    assert contents(corpus) == before


def test_what_is_referred_to_is_not_deleted(corpus: Path, run: Run) -> None:
    before = contents(corpus)
    ran = run("edit", "boris", "--delete")
    assert ran.code == 2
    line = 1 + before["who-began.yaml"].split("\n").index("  scholars: [boris]")
    assert f"who-began.yaml:{line}: scholars of vorobev-1975-easton" in ran.err
    assert contents(corpus) == before


def test_a_record_that_nothing_refers_to_goes_alone(corpus: Path, run: Run) -> None:
    before = contents(corpus)
    ran = run("edit", "weston", "--delete")
    assert ran.code == 0, ran.err
    after = contents(corpus)
    gone = "- id: weston\n  name: Weston\n  kind: place\n"
    assert after["people.yaml"] == before["people.yaml"].replace(gone, "")
    assert run("edit", "who-began/nobody", "--delete").code == 0
    gone = "  nobody:\n    label: It began by itself\n"
    assert contents(corpus)["who-began.yaml"] == before["who-began.yaml"].replace(gone, "")


@cases(
    ("command", "words"),
    [
        ("vim", ["vim", "+7", "a.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "a.yaml"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "a.yaml"]),
        ("code", ["code", "--wait", "-g", "a.yaml:7"]),
        ("codium -w", ["codium", "-w", "-g", "a.yaml:7"]),
        ("subl --wait", ["subl", "--wait", "a.yaml:7"]),
        ("hx", ["hx", "a.yaml:7"]),
        ("'my editor' --fast", ["my editor", "--fast", "a.yaml"]),
    ],
)
def test_an_editor_is_opened_at_the_line(command: str, words: list[str]) -> None:
    assert editor.arguments(command, "a.yaml", 7) == words


@pytest.mark.slow
def test_the_editor_of_claimcli_goes_before_the_others(corpus: Path) -> None:
    script = corpus.parent / "vi"
    script.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "line, file = sys.argv[1:]\n"
        "lines = open(file).read().split('\\n')\n"
        "at = int(line[1:]) - 1\n"
        "lines[at + 1] = lines[at + 1].replace('easton', 'eastern')\n"
        "open(file, 'w').write('\\n'.join(lines))\n"
    )
    script.chmod(0o755)
    env = {**os.environ, "EDITOR": "false", "VISUAL": "false", "CLAIMCLI_EDITOR": str(script)}
    command = program("edit", CLAIM)
    ran = subprocess.run(command, env=env, cwd=corpus, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "E304" in ran.stderr
    assert "stance: eastern-began" in (corpus / "who-began.yaml").read_text()
    failing = {**env, "CLAIMCLI_EDITOR": "false"}
    assert subprocess.run(command, env=failing, cwd=corpus, check=False).returncode == 1


ADD = """
import sys
from pathlib import Path
from claimcli.editing.inserting import with_record
from claimcli.editing.plan import Change, Plan, carry_out
root, name = Path(sys.argv[1]), sys.argv[2]
for number in range(20):
    def planned(reading):
        before = (root / "people.yaml").read_bytes()
        record = {"id": f"{name}-{number}", "name": name, "kind": "place"}
        return Plan((Change("people.yaml", before, with_record(before, "names", record)),))
    carry_out(root, planned)
"""


@pytest.mark.slow
def test_two_processes_lose_nothing_of_what_they_add(corpus: Path) -> None:
    command = [sys.executable, "-c", ADD, str(corpus)]
    both = [subprocess.Popen([*command, name]) for name in ("left", "right")]
    assert [process.wait() for process in both] == [0, 0]
    text = (corpus / "people.yaml").read_text()
    assert {f"{name}-{n}" for name in ("left", "right") for n in range(20)} <= {
        line.removeprefix("- id: ") for line in text.split("\n")
    }


def test_the_shipped_corpus_of_an_installation_is_not_written_to(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    packed = shutil.copytree(ROOT / "claims", tmp_path / "package" / "shipped")
    monkeypatch.setattr("claimcli.corpus.find._SHIPPED", (packed, ROOT / "claims"))
    ran = run("edit", "vorobev", "--set", "note=a", "--corpus", str(packed))
    assert ran.code == 2
    assert "`claimcli init DIR` begins one of your own" in ran.err
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    ran = run("edit", "vorobev", "--set", "note=a")
    assert ran.code == 3
    assert "`claimcli init DIR`" in ran.err


def test_a_question_with_claims_of_its_own_goes_with_its_file(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("init", str(tmp_path / "own")).code == 0
    monkeypatch.chdir(tmp_path / "own")
    ran = run("edit", "example-who-began", "--delete")
    assert ran.code == 2
    assert "all of it is in questions/example-who-began.yaml: delete the file" in ran.err
    Path("questions/example-who-began.yaml").unlink()
    assert run("check").code == 0


@pytest.mark.slow
def test_a_schema_with_ids_that_has_not_those_of_now_is_told_of(corpus: Path, run: Run) -> None:
    assert run("schema", "--renew").code == 0
    first = Path(".claimcli.schema.json").read_text(encoding="utf-8")
    assert first == run("schema", "--with-ids", "--draft-07").out
    assert "schema" not in run("edit", "ann", "--set", "school=northern").err
    ran = run("edit", "ann", "--rename", "anna")
    assert ".claimcli.schema.json has not the ids of now: `claimcli schema --renew`" in ran.err
    assert "`claimcli schema --renew`" in run("check").err
    assert run("schema", "--renew").code == 0
    assert "schema" not in run("check").err
    Path("more.bib").write_text("@book{new-2001, title = {New}}", encoding="utf-8")
    assert "schema" not in run("import", "more.bib", "--dry-run").err
    assert "`claimcli schema --renew`" in run("import", "more.bib").err
    assert run("schema", "--renew").code == 0
    assert "schema" not in run("edit", "anna", "--set", "school=eastern").err
    Path(".claimcli.schema.json").write_text("{}", encoding="utf-8")
    assert "schema" not in run("edit", "anna", "--rename", "ann").err
