"""A report as one file of HTML: it asks nothing of anyone, and leads to nothing but itself."""

from __future__ import annotations

from claimcli.answers.report import Dossier
from claimcli.file_names import file_name
from claimcli.site.chapter import ChapterPage, apparatus
from claimcli.site.links import Links
from claimcli.site.typesetter import Typesetter


def document(found: Dossier) -> str:
    """The file. A claim that stands under several questions is led to where it stands first."""
    placed: set[str] = set()
    several = len(found.chapters) > 1
    pages = []
    for chapter in found.chapters:
        prefix = f"{file_name(chapter.question.id)}-" if several else ""
        page = ChapterPage(chapter, Links(), prefix)
        page.placed = placed
        pages.append(page)
    title = pages[0].question.question if not several else found.corpus.title or "A report"
    return Typesetter(found.corpus, is_site=False).set(
        "report.html",
        Links(),
        title=title,
        summary="",
        canonical=None,
        beside=None,
        style=("figures", "claims", "lists"),
        chapters=[page.values for page in pages],
        **apparatus(found),
    )
