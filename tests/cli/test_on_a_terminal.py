"""What only a terminal is sent: colour for what matched and for codes, unless it is not wanted."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from support import CORPORA, environment, program

from claimcli.terminal import without_links

pytestmark = pytest.mark.slow

pytest.importorskip("pty")

PLAIN = [{"NO_COLOR": "1"}, {"TERM": "dumb"}]


def shown(tmp_path: Path, corpus: str, *arguments: str, **more: str) -> str:
    """What a terminal shows of a command's output."""
    ours, theirs = os.openpty()
    known = {**environment(tmp_path, corpus), "TERM": "xterm", "COLUMNS": "80", **more}
    subprocess.run(
        program(*arguments), env=known, stdout=theirs, stderr=subprocess.DEVNULL, check=False
    )
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 4096):
            written += part
    except OSError:  # how Linux tells the end
        pass
    finally:
        os.close(ours)
    return written.decode().replace("\r\n", "\n")


def test_what_matched_stands_out(tmp_path: Path) -> None:
    out = without_links(shown(tmp_path, "small", "search", "tolls"))
    assert "Easton wanted the \x1b[1;33mtolls\x1b[0m, and" in out
    assert out.count("\x1b[1;33m") == 1


def test_a_quotation_of_what_matched_is_shown_with_it(tmp_path: Path) -> None:
    out = without_links(shown(tmp_path, "small", "search", '"a bridge"'))
    assert "“to close \x1b[1;33ma bridge\x1b[0m is to open" in out


def test_a_citation_stands_out_in_its_sentence(tmp_path: Path) -> None:
    text = str(CORPORA / "held" / "archer-2000.txt")
    out = shown(tmp_path, "held", "coverage", text, "--source", "archer-2000", "--missing")
    assert "Some say otherwise (\x1b[1;33mNobody 1999\x1b[0m)." in out


def test_codes_of_problems_are_painted_by_severity(tmp_path: Path) -> None:
    out = shown(tmp_path, "bad/E301-to-E305", "check", "--select", "E301")
    assert ": \x1b[31mE301\x1b[0m " in out


@pytest.mark.parametrize("more", PLAIN)
def test_a_terminal_without_colour_is_sent_none(tmp_path: Path, more: dict[str, str]) -> None:
    for arguments in (("search", "tolls"), ("check",)):
        out = shown(tmp_path, "small", *arguments, **more)
        assert "tolls" in out or "stance" in out
        assert "\x1b" not in out
