"""What a stream can show: whether it may be coloured, and whether it has more than ASCII.

Colour follows no-color.org and bixense.com/clicolors; here nothing costly is imported, since the
help asks, too.
"""

from __future__ import annotations

import os
from typing import TextIO

_ON, _OFF = ("FORCE_COLOR", "CLICOLOR_FORCE"), ("", "0")
_WITHOUT_COLOUR = ("dumb", "unknown")


def is_coloured(stream: TextIO) -> bool:
    """Whether bold and colour may be sent: to a terminal, unless its user wants none.

    NO_COLOR forbids it everywhere; FORCE_COLOR and CLICOLOR_FORCE, but for 0, ask for it in a file
    or a pipe, too; CLICOLOR=0 and a TERM that is `dumb` forbid it on a terminal.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "") not in _OFF for name in _ON):
        return True
    asked = os.environ.get("CLICOLOR") != "0" and os.environ.get("FORCE_COLOR") != "0"
    return asked and not is_dumb() and stream.isatty()


def is_dumb() -> bool:
    """Whether the terminal says of itself that it only prints."""
    return os.environ.get("TERM", "").lower() in _WITHOUT_COLOUR


def columns(stream: TextIO) -> int | None:
    """How wide a stream is that is a terminal; None for any other."""
    if not stream.isatty():
        return None
    from shutil import get_terminal_size  # on a terminal only

    return get_terminal_size().columns


def is_ascii(stream: TextIO) -> bool:
    """Whether marks and rules have to do with ASCII.

    So it is where the stream is not UTF-8, and where LC_ALL asks for the C locale: Python takes
    that for UTF-8 unless it is told the encoding.
    """
    if not (stream.encoding or "").lower().replace("-", "").startswith("utf"):
        return True
    told = os.environ.get("PYTHONIOENCODING") or os.environ.get("PYTHONUTF8")
    return os.environ.get("LC_ALL") in ("C", "POSIX") and not told


def without_links(text: str) -> str:
    """Text without the escapes of links (OSC 8), and with their words."""
    from re import sub

    return sub("\x1b\\]8;[^\x1b]*\x1b\\\\", "", text)
