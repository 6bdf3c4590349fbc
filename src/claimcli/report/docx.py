"""A report as docx, with real footnotes: made by pandoc where that is at hand."""

from __future__ import annotations

import subprocess

from claimcli.errors import ClaimcliError
from claimcli.report.paper import on_paper

READER = "markdown-smart"
"""Pandoc's Markdown, without its turning straight quotation marks, which a text may have, curly."""

_SECONDS = 120
"""How long pandoc may take; a long report takes it a second."""

_LINE = ("pandoc", "--from", READER, "--to", "docx", "--metadata", "lang=en", "--output", "-")


class NoPandoc(ClaimcliError):
    """Pandoc is not there, or it could not make a docx; the message says what to do."""


def docx(markdown: str) -> bytes:
    """The document that pandoc makes of it, set to be printed. Raises `NoPandoc`."""
    text = markdown.encode("utf-8", "backslashreplace")
    try:
        ran = subprocess.run(_LINE, input=text, capture_output=True, timeout=_SECONDS, check=False)
    except FileNotFoundError as error:
        raise NoPandoc(
            "a docx is made by pandoc, which is not here: install it from "
            "https://pandoc.org/installing.html, or take --format md"
        ) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoPandoc(f"pandoc could not be run: {error}; --format md does without") from error
    if ran.returncode or not ran.stdout.startswith(b"PK"):
        said = ran.stderr.decode(errors="replace").strip().splitlines()
        raise NoPandoc(f"pandoc made no docx: {said[-1] if said else 'it said nothing'}")
    return on_paper(ran.stdout)
