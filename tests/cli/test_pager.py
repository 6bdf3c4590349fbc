"""Long tables go through a pager where git would use one, and a pager is never a failure."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from support import environment, program

pytestmark = pytest.mark.slow

pty = pytest.importorskip("pty")

LONG = ("compare", "who-began")
SHORT = ("list", "sources")
FIRST = "Who began the quarrel?"
REACHED = "takes no side"
"""The last words of the long table."""


class Seen(NamedTuple):
    """What the terminal was sent, what the command ended with, and what it said elsewhere."""

    text: str
    code: int
    said: str = ""


def on_a_terminal(
    tmp_path: Path,
    *arguments: str,
    settings: dict[str, str],
    lines: int = 24,
    interrupt: bool = False,
) -> Seen:
    """A command on a terminal of its own, so many lines high, which nobody types at."""
    fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
    unset = ("PAGER", "CLAIMCLI_PAGER", "LESS", "COLUMNS", "NO_COLOR")
    known = {k: v for k, v in environment(tmp_path).items() if k not in unset}
    ran = subprocess.Popen(
        program(*arguments),
        env={**known, "TERM": "xterm", **settings},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,  # how far slow work is would be told on a terminal
        start_new_session=True,
    )
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 4096):
            written += part
            if interrupt and b"READY" in written:
                os.killpg(ran.pid, signal.SIGINT)  # as a terminal sends Ctrl-C to all of them
                interrupt = False
    except OSError:  # how Linux tells the end
        pass
    finally:
        os.close(ours)
    said = ran.communicate()[1].decode()
    return Seen(written.decode().replace("\r\n", "\n"), ran.returncode, said)


def pager(tmp_path: Path, body: str) -> str:
    """The command of a pager that does as `body` says, with `read` for what it is sent."""
    script = tmp_path / "a pager.py"
    script.write_text(f"import os, signal, sys, time\nread = sys.stdin.read\n{body}\n", "utf-8")
    return f'"{sys.executable}" "{script}"'


SHOWS = "print('PAGED', os.environ['LESS'], len(read().splitlines()) > 24)"


@pytest.mark.parametrize("name", ["CLAIMCLI_PAGER", "PAGER"])
def test_what_is_longer_than_the_screen_is_paged(tmp_path: Path, name: str) -> None:
    seen = on_a_terminal(tmp_path, *LONG, settings={name: pager(tmp_path, SHOWS)})
    assert seen == Seen("PAGED FRX True\n", 0)


def test_ones_own_pager_goes_before_that_of_all_programs(tmp_path: Path) -> None:
    other = {"PAGER": "exit 9", "CLAIMCLI_PAGER": pager(tmp_path, SHOWS)}
    assert on_a_terminal(tmp_path, *LONG, settings=other).text == "PAGED FRX True\n"


def test_the_settings_of_less_are_the_users(tmp_path: Path) -> None:
    seen = on_a_terminal(tmp_path, *LONG, settings={"PAGER": pager(tmp_path, SHOWS), "LESS": "-S"})
    assert seen.text == "PAGED -S True\n"


def test_what_fits_on_the_screen_is_not_paged(tmp_path: Path) -> None:
    seen = on_a_terminal(tmp_path, *SHORT, settings={"PAGER": pager(tmp_path, SHOWS)})
    assert "Archer 2000" in seen.text
    assert "PAGED" not in seen.text
    assert (
        "PAGED"
        not in on_a_terminal(tmp_path, *LONG, lines=400, settings={"PAGER": "echo PAGED"}).text
    )


@pytest.mark.parametrize(
    "settings",
    [
        {"PAGER": ""},
        {"PAGER": "cat"},
        {"CLAIMCLI_PAGER": "", "PAGER": "echo PAGED"},
        {"CLAIMCLI_PAGER": " cat ", "PAGER": "echo PAGED"},
        {"PAGER": "echo PAGED", "TERM": "dumb"},
        {"PAGER": "/no/such/pager"},
        {"PAGER": "false"},
        {"PAGER": "exit 127"},
    ],
)
def test_without_a_pager_all_of_it_is_printed(tmp_path: Path, settings: dict[str, str]) -> None:
    seen = on_a_terminal(tmp_path, *LONG, settings=settings)
    assert seen.code == 0
    assert FIRST in seen.text
    assert REACHED in seen.text
    assert seen.text.count(FIRST) == 1
    assert "PAGED" not in seen.text


def test_no_pager_can_be_asked_for(tmp_path: Path) -> None:
    seen = on_a_terminal(tmp_path, *LONG, "--no-pager", settings={"PAGER": "echo PAGED"})
    assert "PAGED" not in seen.text
    assert REACHED in seen.text


def test_data_is_never_paged(tmp_path: Path) -> None:
    for format in ("json", "csv", "md"):
        seen = on_a_terminal(tmp_path, *LONG, "--format", format, settings={"PAGER": "echo PAGED"})
        assert "PAGED" not in seen.text


def test_a_pipe_is_never_paged(tmp_path: Path) -> None:
    known = {**environment(tmp_path), "PAGER": "echo PAGED"}
    ran = subprocess.run(program(*LONG), env=known, capture_output=True, text=True, check=True)
    assert "PAGED" not in ran.stdout
    assert "\x1b" not in ran.stdout


def test_who_quits_the_pager_ends_quietly(tmp_path: Path) -> None:
    seen = on_a_terminal(tmp_path, *LONG, settings={"PAGER": pager(tmp_path, "print(read(9))")})
    assert seen.code == 0
    assert (seen.text, seen.said) == (f"\x1b[1m{FIRST[:5]}\n", "")


def test_an_interrupted_pager_ends_quietly(tmp_path: Path) -> None:
    body = "signal.signal(2, lambda *_: sys.exit(0)); print('READY', flush=True); time.sleep(60)"
    seen = on_a_terminal(tmp_path, *LONG, interrupt=True, settings={"PAGER": pager(tmp_path, body)})
    assert (seen.text.strip(), seen.code) == ("READY", 0)


def test_ctrl_c_leaves_the_pager_to_itself(tmp_path: Path) -> None:
    # less goes on after Ctrl-C, and so does the program beneath it; what handles a signal may not
    # print, since it may come while READY is printed
    body = (
        "signal.signal(2, lambda *_: os.write(1, b'STILL HERE\\n')); text = read();"
        "print('READY ', flush=True); time.sleep(1); print(len(text) > 99)"
    )
    seen = on_a_terminal(tmp_path, *LONG, interrupt=True, settings={"PAGER": pager(tmp_path, body)})
    assert (seen.text.split(), seen.code) == (["READY", "STILL", "HERE", "True"], 0)


def test_the_code_of_a_check_is_kept(tmp_path: Path) -> None:
    broken = str(Path(__file__).parents[1] / "corpora" / "bad" / "E301-to-E305")
    asked = ("check", "--corpus", broken)
    seen = on_a_terminal(tmp_path, *asked, lines=5, settings={"PAGER": pager(tmp_path, SHOWS)})
    assert (seen.text.split()[0], seen.code) == ("PAGED", 1)


@pytest.mark.skipif(not shutil.which("less"), reason="less is not here")
def test_links_go_to_a_pager_that_lets_them_through(tmp_path: Path) -> None:
    told = subprocess.run(["less", "--version"], capture_output=True, text=True, check=True).stdout
    kept = tmp_path / "kept"
    on_a_terminal(tmp_path, *LONG, settings={"PAGER": f"less > '{kept}'"})
    assert ("\x1b]8;" in kept.read_text("utf-8")) == (int(told.split()[1]) >= 566)
    on_a_terminal(tmp_path, *LONG, settings={"PAGER": f"cat > '{kept}'"})
    assert "\x1b]8;" not in kept.read_text("utf-8")
    assert "\x1b[1m" in kept.read_text("utf-8")
