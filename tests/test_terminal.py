"""What a stream is taken for: coloured or not, ASCII or more."""

from __future__ import annotations

import io

import pytest

from claimcli.terminal import is_ascii, is_coloured, without_links


class Stream(io.StringIO):
    """A stream that is a terminal or none, of some encoding."""

    def __init__(self, is_terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__()
        self.is_terminal = is_terminal
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]  # that of a text file can be told
        return self._encoding

    def isatty(self) -> bool:
        return self.is_terminal


ALL = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM", "LC_ALL")
UNSET = (*ALL, "PYTHONIOENCODING", "PYTHONUTF8")


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("variables", "on_a_terminal", "in_a_pipe"),
    [
        ({}, True, False),
        ({"TERM": "xterm-256color"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),  # no-color.org: where it is not empty
        ({"CLICOLOR": "0"}, False, False),
        ({"CLICOLOR": "1"}, True, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"CLICOLOR_FORCE": "0"}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, True),
        ({"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, True, True),
        ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    on_a_terminal: bool,
    in_a_pipe: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert is_coloured(Stream(True)) is on_a_terminal
    assert is_coloured(Stream(False)) is in_a_pipe


@pytest.mark.parametrize(
    ("encoding", "variables", "expected"),
    [
        ("utf-8", {}, False),
        ("UTF-8", {}, False),
        ("utf8", {}, False),
        ("ascii", {}, True),
        ("ANSI_X3.4-1968", {}, True),
        ("iso8859-1", {}, True),
        ("cp1252", {}, True),
        ("utf-8", {"LC_ALL": "C"}, True),
        ("utf-8", {"LC_ALL": "POSIX"}, True),
        ("utf-8", {"LC_ALL": "C.UTF-8"}, False),
        ("utf-8", {"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}, False),
    ],
)
def test_more_than_ascii(
    monkeypatch: pytest.MonkeyPatch, encoding: str, variables: dict[str, str], expected: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert is_ascii(Stream(True, encoding)) is expected


def test_the_words_of_links_stay() -> None:
    linked = "a \x1b]8;id=1;file:///a%1bb#L3\x1b\\\x1b[1mword\x1b[0m\x1b]8;;\x1b\\ b"
    assert without_links(linked) == "a \x1b[1mword\x1b[0m b"
