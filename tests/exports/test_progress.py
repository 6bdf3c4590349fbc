"""How far an export is: told by each format that goes through claims, shown on a terminal alone."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from support import CORPORA, Run, cases

from claimcli.answers.export import ask
from claimcli.cli import progress_bar
from claimcli.exports.formats import FORMATS
from claimcli.search import Filters
from claimcli.store import open_store

OF_CLAIMS = [
    name for name, one in FORMATS.items() if not one.extra and name not in ("csl-json", "bibtex")
]


CLEARED = "\r\x1b[K"


class Terminal(io.StringIO):
    """A terminal, which knows whether a file was there each time the line was taken away."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self.was_there: list[bool] = []

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if CLEARED in text:
            self.was_there.append(self._file.exists())
        return super().write(text)


@pytest.mark.slow
@cases("format", OF_CLAIMS)
def test_each_format_tells_from_the_first_claim_to_the_last(
    tmp_path_factory: pytest.TempPathFactory, format: str
) -> None:
    told: list[tuple[int, int]] = []
    store = open_store(CORPORA / "small", use_cache=False)
    found = ask(store, Filters(), lambda done, total: told.append((done, total)))
    FORMATS[format].make(found, tmp_path_factory.mktemp("made") / "out")
    assert told[0] == (0, found.total)
    assert told[-1] == (found.total, found.total)


def test_on_a_terminal_it_stays_until_the_file_is_there_and_goes(
    small: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_bar, "PATIENCE", -1.0)
    terminal = Terminal(tmp_path / "x.db")
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run("export", "sqlite", "-o", str(tmp_path / "x.db")).code == 0
    shown, told = terminal.getvalue().rsplit(CLEARED, 1)
    assert terminal.was_there[-1]
    total = told.split(" claims")[0].split(": ")[1]
    assert shown.endswith(f"\rexporting: {total} of {total} claims")
    assert told.split() == f"{tmp_path / 'x.db'}: {total} claims, and all that they name".split()


def test_a_remark_begins_a_line_of_its_own(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "q.yaml").write_text(
        "title: T\nformat: 1\nclaims:\n- {id: c, scholars: [s], citation: {source: w},"
        f" statement: {'x' * 50_000}}}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(progress_bar, "PATIENCE", -1.0)
    terminal = Terminal(tmp_path / "x.mmd")
    monkeypatch.setattr(sys, "stderr", terminal)
    out = ("-o", str(tmp_path / "x.mmd"))
    assert run("export", "mermaid", *out, "--corpus", str(tmp_path), "--no-cache").code == 0
    assert f"{CLEARED}GitHub draws 500 edges" in terminal.getvalue()


def test_in_a_pipe_nothing_is_shown(
    small: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_bar, "PATIENCE", -1.0)
    ran = run("export", "sqlite", "-o", str(tmp_path / "x.db"))
    assert ran.err.count("\n") == 1
    assert "exporting" not in ran.err
    assert "\x1b" not in ran.err


def test_what_goes_to_the_terminal_itself_is_not_mixed_with_it(
    small: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_bar, "PATIENCE", -1.0)
    terminal = Terminal(tmp_path / "x.db")
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run("export", "trig").code == 0
    assert "exporting" not in terminal.getvalue()
