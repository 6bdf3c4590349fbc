"""The documents are true: what they show is printed, what they tell to type can be typed.

`CLAIMCLI_UPDATE=1 pytest tests/test_readme.py` writes the output that the commands now give; read
the difference before committing it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from furnishing import FILES, furnish
from support import ROOT, Run

from claimcli.cli.main import COMMANDS

README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
SHELL = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    "COLUMNS": "80",
    "LC_ALL": "C.UTF-8",
    "CLAIMCLI_CORPUS": str(ROOT / "claims"),
}


def examples(language: str) -> list[tuple[Path, str]]:
    """The blocks of a language in all documents."""
    fenced = re.compile(rf"```{language}\n(.*?)```", re.DOTALL)
    return [(page, block) for page in PAGES for block in fenced.findall(page.read_text("utf-8"))]


def named(example: tuple[Path, str]) -> str:
    return f"{example[0].stem}: {example[1][:40]}"


NEEDED = {r"parquet|duckdb": "duckdb", r"cldf validate": "pycldf"}
"""What an example has to have, beyond what the tests of everything else have."""


IN_ONE_GO = ROOT / "docs" / "beginning.md"
"""Its examples follow each other, in a home of their own."""


def transcript(block: str, place: Path, more: Mapping[str, str] = MappingProxyType({})) -> str:
    """The block with the output that its commands give in a folder, as a terminal shows it."""
    lines = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        ran = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            env={**SHELL, "CLAIMCLI_CACHE": str(place / "cache"), **more},
            cwd=place,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=True,
        )
        lines += [f"$ {command}\n", ran.stdout]
    return "".join(lines)


def check_or_write(page: Path, block: str, printed: str) -> None:
    if os.environ.get("CLAIMCLI_UPDATE"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(block, printed), encoding="utf-8")
    else:
        assert printed == block


@pytest.mark.slow
def test_the_way_from_nothing_to_a_footnote(tmp_path: Path) -> None:
    home = place = tmp_path / "home"
    home.mkdir()
    for name in ("library.bib", "marked.md"):
        (home / name).write_text(FILES[name], encoding="utf-8")
    own = {"HOME": str(home), "CLAIMCLI_CORPUS": "", "CLAIMCLI_CACHE": str(tmp_path / "cache")}
    for block in [block for page, block in examples("console") if page == IN_ONE_GO]:
        printed = transcript(block, place, own).replace(str(home), "~")
        place = place / (re.findall(r"^\$ cd (.*)$", block, re.MULTILINE) or ["."])[-1]
        check_or_write(IN_ONE_GO, block, printed)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "block"), [one for one in examples("console") if one[0] != IN_ONE_GO]
)
@pytest.mark.skipif(not shutil.which("jq"), reason="the examples use jq")
def test_each_example_prints_what_the_page_says(page: Path, block: str, tmp_path: Path) -> None:
    for program, name in NEEDED.items():
        if re.search(program, block) and not find_spec(name):
            pytest.skip(f"{name} is not installed")
    check_or_write(page, block, transcript(block, tmp_path))


def command_lines(page: Path) -> Iterator[str]:
    """The lines of the `sh` blocks of a document, each whole."""
    for of, block in examples("sh"):
        whole = block.replace("\\\n", " ")
        yield from (line for line in whole.splitlines() if of == page and line[:1] not in "#")


ELSEWHERE = {
    "pip install": "what it takes to install, .ci/run does",
    "npm ": "what npm installs is tried in a step of its own in .ci/run",
    "--reference-doc=": "a template of the reader's own",
    "--pdf-engine=": "an engine that few have",
    "-o union/": "corpora that a reader may have; that they count together, tests/exports tries",
    "git ": "what is asked of git is tried with a repository, in tests/cli",
    "claimcli mcp": "a server, which a client starts in tests/agents",
    "pre-commit ": "so is pre-commit",
    "# asks": "who is asked is tried on a terminal of a test's own, in tests/cli",
    "uv tool ": "as pip",
    "pipx ": "as pip",
}
"""Lines that are not run here, by what they have in them, and why."""


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_command_line_runs(page: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    furnish(place)
    (tmp_path / "notes.yaml").write_text(FILES["notes.yaml"], encoding="utf-8")
    for name, content in files_shown(page):
        (place / name).write_text(content, encoding="utf-8")
    env = {key: value for key, value in SHELL.items() if key != "CLAIMCLI_CORPUS"}
    env |= {"HOME": str(place), "CLAIMCLI_CACHE": str(tmp_path / "cache")}
    for line in command_lines(page):
        programs = re.findall(r"(?:^|\| )([\w-]+)", line.partition(" #")[0])
        if any(part in line for part in ELSEWHERE) or not all(map(shutil.which, programs)):
            continue
        command = ["bash", "-o", "pipefail", "-c", line]
        ran = subprocess.run(
            command, env=env, cwd=place, capture_output=True, text=True, check=False
        )
        # Of the text of the examples hardly any quotation is found, which is what 1 says.
        expected = (2,) if "# refused" in line else (0, 1) if "claimcli verify" in line else (0,)
        is_right = ran.returncode in expected and "No such option" not in ran.stderr
        assert is_right, f"{line}\n{ran.stderr}"


def files_shown(page: Path) -> list[tuple[str, str]]:
    """The files of a corpus that a document shows, by the name in their first line."""
    text = page.read_text(encoding="utf-8")
    return re.findall(r"```yaml\n# (claims/\S+)\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("example", examples("(?:yaml|json)"), ids=named)
def test_what_is_shown_of_a_file_can_be_read(example: tuple[Path, str]) -> None:
    yaml.safe_load(example[1])


def test_records_that_are_shown_have_no_error(run: Run, tmp_path: Path) -> None:
    page = ROOT / "docs" / "format.md"
    [(_, block)] = [one for one in examples("yaml") if one[0] == page]
    (tmp_path / "corpus.yaml").write_text(f"title: T\n{block}", encoding="utf-8")
    ran = run("check", "--corpus", str(tmp_path))
    assert ran.code == 0, ran.out


@pytest.mark.slow
def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    ((page, code),) = [one for one in examples("python") if one[0].name == "guide.md"]
    exec(compile(code, str(page), "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    # Vorob'ev, read second-hand, stands on both sides of whether Song wanted the war.
    assert "vorobev ('wanted', 'did-not-want')" in printed


def test_the_example_corpus_has_no_error(run: Run, tmp_path: Path) -> None:
    files = files_shown(ROOT / "docs" / "writing.md")
    assert len(files) == 3
    for path, content in files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    ran = run("check", "--fail-on", "warning", "--corpus", str(tmp_path))
    assert ran.code == 0, ran.out
    view = run("compare", "--question", "who-began", "--json", "--corpus", str(tmp_path)).json
    assert [len(position["claims"]) for position in view["positions"]] == [1, 0]


def test_the_readme_is_one_screen_and_leads_to_every_document() -> None:
    text = README.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    named = set(re.findall(r"\]\((docs/[\w-]+\.md)\)", text))
    assert named == {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")}


def test_ci_runs_the_readme_test_command() -> None:
    (command,) = re.findall(r"<!-- tests -->\n```sh\n(.*)\n```", README.read_text(encoding="utf-8"))
    assert command.endswith("-m pytest -n 2")
    assert "<!-- tests -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_each_command_is_in_a_document() -> None:
    text = "".join(page.read_text("utf-8") for page in PAGES)
    assert [name for name in COMMANDS if f"claimcli {name}" not in text] == []
