"""What is told of questions as a document: Markdown, HTML, or a docx that pandoc makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # each is imported where it is asked for
    from claimcli.answers.report import Dossier


def _markdown(dossier: Dossier) -> bytes:
    from claimcli.report.markdown import markdown

    return markdown(dossier).encode("utf-8", "backslashreplace")


def _html(dossier: Dossier) -> bytes:
    from claimcli.site.single_file import document  # templates are for pages alone

    return document(dossier).encode("utf-8", "backslashreplace")


def _docx(dossier: Dossier) -> bytes:
    from claimcli.report.docx import docx
    from claimcli.report.markdown import markdown

    return docx(markdown(dossier))


DOCUMENTS = {"md": _markdown, "html": _html, "docx": _docx}
"""What makes a document of each format. Raises `ClaimcliError` where pandoc cannot."""
