from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from support import CORPORA, Run, cases

from claimcli import __version__
from claimcli.cli.main import COMMANDS, module_of


def test_version(run: Run) -> None:
    assert run("--version").out == f"claimcli {__version__}\n"


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    assert ran.out == run("--help").out
    assert all(f"  {name} " in ran.out for name in COMMANDS)


@cases("name", COMMANDS)
def test_each_command_has_help_with_examples(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert "Examples:" in ran.out
    assert f"  claimcli {name}" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\\b" not in ran.out, "the mark that keeps the lines of the examples apart is printed"
    first, second = ran.out.partition("Examples:")[2].strip().splitlines()[:2]
    assert all(line.strip().startswith("claimcli ") for line in (first, second))


@cases("kind", ("claim", "question", "stance", "scholar", "source", "name"))
def test_each_kind_of_new_has_help_that_fits(run: Run, kind: str) -> None:
    ran = run("new", kind, "--help")
    assert ran.code == 0
    assert f"  claimcli new {kind} " in ran.out.partition("Examples:")[2]
    assert max(map(len, ran.out.splitlines())) <= 80


@cases("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    documented = import_module(f"claimcli.cli.{module_of(name)}").command.__doc__
    assert documented.split("\n")[0] == COMMANDS[name]


def complete(tmp_path: Path, line: str) -> list[str]:
    words = line.split(" ")
    ran = subprocess.run(
        [sys.executable, "-m", "claimcli"],
        env={
            **os.environ,
            "CLAIMCLI_CORPUS": str(CORPORA / "small"),
            "CLAIMCLI_CACHE": str(tmp_path),
            "_CLAIMCLI_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout.split()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("claimcli com", ["compare"]),
        ("claimcli compare --question wh", ["who-began", "why"]),
        ("claimcli search --stance w", ["weston-began"]),
        ("claimcli search --scholar b", ["boris"]),
        ("claimcli search --source vor", ["vorobev-1975"]),
        ("claimcli search --school e", ["eastern"]),
        ("claimcli search --tag t", ["trade"]),
        ("claimcli search --certainty a", ["asserted", "argued"]),
        ("claimcli search --sort r", ["relevance"]),
        ("claimcli search --format j", ["json", "jsonl"]),
        ("claimcli check --fail-on w", ["warning"]),
        ("claimcli check --format g", ["github"]),
        ("claimcli list q", ["questions"]),
        ("claimcli compare --by d", ["decade"]),
        ("claimcli cite easton --style n", ["note"]),
        ("claimcli verify --status n", ["normalised", "near", "no-text"]),
        ("claimcli report who-began w", ["who-began", "why"]),
        ("claimcli report why --format d", ["docx"]),
        ("claimcli cache p", ["path"]),
        ("claimcli show east", ["easton"]),
        ("claimcli search --corpus /nowhere --scholar b", []),
    ],
)
def test_the_shell_is_offered_what_the_corpus_has(
    tmp_path: Path, line: str, offered: list[str]
) -> None:
    assert complete(tmp_path, line) == offered


@pytest.mark.slow
def test_completion_hands_a_shell_nothing_to_run(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("title: T\nformat: 1\n", encoding="utf-8")
    (tmp_path / "s.yaml").write_text(
        'scholars:\n- {id: eve, name: "\\$(touch x) `y` \\e[31m", kind: person}\n'
        "- {id: bob, name: Bob, kind: person}\n",
        encoding="utf-8",
    )
    ran = subprocess.run(
        [sys.executable, "-m", "claimcli"],
        env={
            **os.environ,
            "CLAIMCLI_CORPUS": str(tmp_path),
            "CLAIMCLI_CACHE": str(tmp_path / "cache"),
            "_CLAIMCLI_COMPLETE": "complete_zsh",
            "_TYPER_COMPLETE_ARGS": "claimcli search --scholar ",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert "bob" in ran.stdout
    assert not set("$`\x1b") & set(ran.stdout)


@pytest.mark.parametrize("arguments", [("--help",), ("list", "--help"), ("search", "-h")])
def test_the_heads_of_the_help_are_bold_where_colour_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    plain = run(*arguments).out
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    coloured = run(*arguments).out
    assert coloured.startswith("\x1b[1mUsage:\x1b[0m claimcli ")
    assert "\n\x1b[1mOptions:\x1b[0m\n" in coloured
    assert coloured.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain
