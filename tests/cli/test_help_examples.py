"""Every example of every help text can be pasted into a shell as it stands."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from furnishing import furnish
from support import Run

from claimcli.cli import main, new
from claimcli.cli.main import COMMANDS, module_of


def examples() -> list[str]:
    helps = [
        main.EPILOG,
        *(import_module(f"claimcli.cli.{module_of(name)}").EPILOG for name in COMMANDS),
        *new.EPILOGS.values(),
    ]
    found = r"^  (claimcli (?:.*\\\n)*.*)$"
    return [
        re.sub(r"\\\n +", "", line)
        for text in helps
        for line in re.findall(found, text, re.MULTILINE)
    ]


def samples() -> dict[str, str]:
    """The files that a help text shows, by their names."""
    shown = re.compile(r"^where (\S+), .* has\n((?:  .*\n)+)", re.MULTILINE)
    return {
        name: re.sub("(?m)^  ", "", lines)
        for text in new.EPILOGS.values()
        for name, lines in shown.findall(text)
    }


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A directory with the files that the examples name, which is also the home of `~/texts`."""
    furnish(tmp_path)
    for name, text in samples().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(tmp_path / "claims"))
    monkeypatch.chdir(tmp_path)
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        yield


def test_every_command_has_examples() -> None:
    assert {line.split()[1] for line in examples()} == COMMANDS.keys()


@pytest.mark.slow
@pytest.mark.parametrize("line", examples())
def test_an_example_runs_as_it_stands(line: str, run: Run) -> None:
    parts = shlex.shlex(line, posix=True, punctuation_chars="|;&<>()")
    parts.whitespace_split = True
    words = list(parts)  # raises where a quotation mark is left open
    if words[1] == "mcp" and not find_spec("mcp"):
        pytest.skip("the extra 'mcp' is not installed")
    if ">" in words:
        words = words[: words.index(">")]
    command, _, jq = (list(words[1:]), "", []) if "|" not in words else split(words)
    if "--repair" in command:
        command.append("--yes")  # nobody is here to be asked
    ran = run(*command)
    # Of the text above hardly any quotation is found, which is what 1 says.
    assert ran.code in ((0, 1) if command[0] == "verify" else (0,)), ran.err
    if jq and shutil.which("jq"):
        subprocess.run(jq, input=ran.out, text=True, check=True, stdout=subprocess.DEVNULL)


def split(words: list[str]) -> tuple[list[str], str, list[str]]:
    """The arguments of claimcli, and the command that reads what it prints."""
    at = words.index("|")
    return words[1:at], "|", words[at + 1 :]
