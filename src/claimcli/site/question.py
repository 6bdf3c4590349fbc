"""The page of a question on a site."""

from __future__ import annotations

from claimcli.answers.report import Dossier
from claimcli.site.chapter import ChapterPage, apparatus
from claimcli.site.links import Links
from claimcli.site.typesetter import Typesetter


def question_page(setter: Typesetter, found: Dossier, links: Links, **beside: object) -> str:
    """The page of a question: a report of one chapter, with pages beside it to lead to."""
    [chapter] = found.chapters
    page = ChapterPage(chapter, links)
    return setter.set(
        "question.html",
        page.links,
        title=page.question.question,
        summary=page.question.scope or "",
        style=("figures", "claims", "lists"),
        chapter=page.values,
        **apparatus(found),
        **beside,
    )
