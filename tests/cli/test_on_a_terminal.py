"""What only a terminal is sent: colour for what matched and for codes, unless it is not wanted."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from support import CORPORA, environment, program

from claimcli.terminal import without_links

pytestmark = pytest.mark.slow

pytest.importorskip("pty")

PLAIN = [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"CLICOLOR": "0"}]


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


def test_a_statement_leads_to_its_place_in_the_file(tmp_path: Path) -> None:
    out = shown(tmp_path, "small", "search", "tolls", "--no-pager")
    (uri,) = set(re.findall(r"\x1b]8;id=\d+;(.+?)\x1b\\", out))
    file, _, line = uri.partition("#L")
    assert file == (CORPORA / "small" / "why.yaml").resolve().as_uri()
    read = Path(urlsplit(file).path).read_text("utf-8").splitlines()
    assert "archer-2000-easton-wanted-tolls" in read[int(line) - 1]


def piped(tmp_path: Path, *arguments: str, **more: str) -> bytes:
    """What a command writes where no terminal is."""
    known = {**environment(tmp_path), "COLUMNS": "80", **more}
    return subprocess.run(program(*arguments), env=known, capture_output=True, check=True).stdout


@pytest.mark.parametrize("name", ["CLICOLOR_FORCE", "FORCE_COLOR"])
def test_a_pipe_is_coloured_where_that_is_asked_for_and_leads_nowhere(
    tmp_path: Path, name: str
) -> None:
    out = piped(tmp_path, "search", "tolls", **{name: "1"})
    assert b"\x1b[1;33mtolls\x1b[0m" in out
    assert b"\x1b]8;" not in out
    assert b"\x1b" not in piped(tmp_path, "search", "tolls")


ASCII = [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}]


@pytest.mark.parametrize("more", ASCII)
def test_marks_and_rules_are_ascii_where_the_encoding_is(
    tmp_path: Path, more: dict[str, str]
) -> None:
    out = piped(tmp_path, "compare", "who-began", **more).decode("ascii")
    assert "A  Easton began it     o" + "-" * 26 + "*  " in out
    assert "* work was read   o second-hand   ~ a reporter's phrase, no scholar" in out
    assert " ~ many historians " in out
    assert "\\u" not in out


def test_what_is_no_mark_of_ours_is_spelled_out_in_ascii(tmp_path: Path) -> None:
    out = piped(tmp_path, "show", "easton", PYTHONIOENCODING="ascii").decode("ascii")
    assert "\\u6771\\u57ce (han)" in out


def test_a_message_is_broken_between_words(tmp_path: Path) -> None:
    out = shown(tmp_path, "small", "check", "--select", "I413", COLUMNS="60")
    assert all(len(line) <= 60 for line in plain(out).splitlines() if "|" not in line)
    assert "quoted\n" in plain(out)
    told = piped_check(tmp_path)
    assert any(len(line) > 60 for line in told.splitlines())  # a line each, for other programs
    assert " ".join(plain(out).split()) == " ".join(told.split())


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def piped_check(tmp_path: Path) -> str:
    known = {**environment(tmp_path), "COLUMNS": "60"}
    asked = program("check", "--select", "I413")
    return subprocess.run(asked, env=known, capture_output=True, text=True, check=False).stdout
