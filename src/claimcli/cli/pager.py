"""Long output through the user's pager, where git would use one, and never a failure for it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from claimcli.terminal import is_ascii, is_dumb

VARIABLES = ("CLAIMCLI_PAGER", "PAGER")
"""Where a pager is named, the first that is set; empty or `cat` for none."""

_USUAL = "less"
_LESS = "FRX"
"""Ends where all fits on the screen, colours, leaves the screen as it is: git's choice."""
_ENDED_BY_HAND = (2, 130)
"""What less and a shell end with after Ctrl-C."""
_SINCE = 566
"""The version of less from which on it lets links through."""


def paged(text: str) -> bool:
    """Show text in the pager, if it is one for it; whether somebody has seen it there.

    Only on a terminal, and only what is longer than its screen. False also where the pager could
    not be run or failed: the text is then to be printed as it is.
    """
    command = _command()
    if not command or not _is_long(text):
        return False
    sys.stdout.flush()
    known = {**os.environ, "LESS": os.environ.get("LESS", _LESS), "LV": os.environ.get("LV", "-c")}
    if not is_ascii(sys.stdout):
        known.setdefault("LESSCHARSET", "utf-8")
    try:
        pager = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env=known)
    except OSError:
        return False
    with _left_to_the_pager():
        with suppress(BrokenPipeError):  # who has seen enough quits before all is written
            pager.communicate(_for(command, text).encode("utf-8", "backslashreplace"))
        return pager.wait() <= 0 or pager.returncode in _ENDED_BY_HAND


def _command() -> str:
    """The pager that the user named, else less; nothing for none."""
    named = next((os.environ[name] for name in VARIABLES if name in os.environ), _USUAL).strip()
    return "" if named == "cat" else named


def _is_long(text: str) -> bool:
    """Whether a terminal is there to show it, and its screen is too small."""
    if is_dumb() or not sys.stdout.isatty():
        return False
    try:
        lines = os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return False
    return text.count("\n") >= lines > 0


@contextmanager
def _left_to_the_pager() -> Iterator[None]:
    """Ctrl-C means something to a pager, and does not end us under it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _for(command: str, text: str) -> str:
    """The text, without links unless the pager is known to let them through."""
    from claimcli.terminal import without_links

    return text if command.split()[0] == _USUAL and _follows_links() else without_links(text)


def _follows_links() -> bool:
    try:
        told = subprocess.run([_USUAL, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return False
    version = told.stdout.split()[1:2]
    return bool(version) and version[0].isdigit() and int(version[0]) >= _SINCE
