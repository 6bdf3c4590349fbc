"""What a code of `check` means, for a terminal and as an object."""

from __future__ import annotations

import textwrap

from claimcli.checks.catalogue import FAMILIES
from claimcli.checks.check import Check
from claimcli.render.safe import visible

_SAVED = {
    "latin-1": "saved as Latin-1",
    "utf-8-sig": "saved with a byte-order mark",
    "crlf": "saved with the line ends of Windows",
    "mixed": "its first line with the line end of Windows",
}
_LONGEST = 20
"""Lines of an example that are shown."""


def text(entry: Check) -> str:
    """Everything about a code: what it is, an example, the example mended."""
    head = f"{entry.code} {entry.title} ({entry.severity}; {_family(entry)})"
    saved = f" ({_SAVED[entry.saved]})" if entry.saved in _SAVED else ""
    return (
        f"{head}\n\n{textwrap.fill(entry.explanation, 80)}\n\n"
        f"Example{saved}:\n\n{_indented(entry.example)}\n"
        f"Mended:\n\n{_indented(entry.mended)}"
    )


def view(entry: Check) -> dict[str, str]:
    """The same as an object."""
    return {
        "code": entry.code,
        "severity": str(entry.severity),
        "family": _family(entry),
        "title": entry.title,
        "explanation": entry.explanation,
        "example": entry.example,
        "mend": entry.mended,
    }


def _family(entry: Check) -> str:
    return FAMILIES[int(entry.code[1])]


def _indented(file: str) -> str:
    """A file set in, with tabs and what cannot be seen made visible."""
    lines = [visible(line.replace("\t", "→")) for line in file.rstrip("\n").split("\n")]
    shown = lines if len(lines) <= _LONGEST else [*lines[: _LONGEST - 1], "…"]
    return textwrap.indent("\n".join(shown) + "\n", "    ")
