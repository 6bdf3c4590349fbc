"""Somebody's editor, opened at a line, and what the checks say of the file afterwards."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcli.cli.output import tell
from claimcli.errors import ClaimcliError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcli.problems import Problem

VARIABLES = ("CLAIMCLI_EDITOR", "VISUAL", "EDITOR")
_USUAL = ("sensible-editor", "vim", "nano", "vi")

_PLUS = frozenset(
    "vi vim nvim gvim view nano emacs emacsclient micro joe jed kak gedit mg ne pico".split()
)
_GOTO = frozenset("code code-insiders codium vscodium cursor".split())
_BEHIND = frozenset("subl zed hx helix".split())
_LINE = frozenset("mate kate".split())


def arguments(command: str, file: str, line: int) -> list[str]:
    """The command line that opens a file at a line, as this editor takes it.

    `command` is what a variable says, with options of its own; an editor that is not known is
    given the file alone.
    """
    words = shlex.split(command)
    name = Path(words[0]).stem.lower() if words else ""
    if name in _PLUS:
        return [*words, f"+{line}", file]
    if name in _GOTO:
        wait = [] if {"--wait", "-w"} & set(words) else ["--wait"]
        return [*words, *wait, "-g", f"{file}:{line}"]
    if name in _BEHIND:
        return [*words, f"{file}:{line}"]
    return [*words, "-l", str(line), file] if name in _LINE else [*words, file]


def editor() -> str:
    """The editor that is wanted; raises where none is named and no usual one is there."""
    for variable in VARIABLES:
        if os.environ.get(variable, "").strip():
            return os.environ[variable]
    for usual in _USUAL:
        if shutil.which(usual):
            return usual
    raise ClaimcliError(f"no editor was found; name yours in {VARIABLES[0]} or EDITOR")


def edit(root: Path, file: str, line: int) -> None:
    """Open a file of a corpus, and say afterwards what is wrong with it that was not before.

    The command ends with 1 where that is an error, or the editor says that it failed.
    """
    from claimcli.checks.inspection import check_corpus

    before = check_corpus(root).problems
    words = arguments(editor(), str(root / file), line)
    try:
        code = subprocess.run(words, check=False).returncode
    except OSError as error:
        raise ClaimcliError(f"the editor cannot be run: {words[0]}: {error.strerror}") from error
    if code:
        tell(f"{words[0]} ended with {code}")
        raise typer.Exit(1)
    _look_again(root, before)


def _look_again(root: Path, before: Iterable[Problem]) -> None:
    from claimcli.checks.excerpts import with_lines
    from claimcli.checks.inspection import check_corpus
    from claimcli.cli.outcome import tell_problems
    from claimcli.editing.trial import news
    from claimcli.problems import Severity

    found = news(check_corpus(root).problems, before)
    tell_problems(root, with_lines(root, found))
    if any(problem.severity == Severity.ERROR for problem in found):
        raise typer.Exit(1)
    if not found:
        tell("no new problems")
