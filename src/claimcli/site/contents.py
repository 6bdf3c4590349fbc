"""Every file of a site, one after the other: pages, and beside each its JSON and its Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from claimcli.answers.report import Dossier
from claimcli.answers.site import Site
from claimcli.progress import Progress
from claimcli.render import json_text
from claimcli.site import addresses, indexes, page_markdown
from claimcli.site.claim import claim_page
from claimcli.site.front import front_page, question_row, text_row
from claimcli.site.links import Links
from claimcli.site.name import name_page
from claimcli.site.question import question_page
from claimcli.site.scholar import scholar_page
from claimcli.site.search_index import index_script
from claimcli.site.search_script import search_script
from claimcli.site.source import source_page
from claimcli.site.typesetter import Typesetter

File = tuple[str, bytes]


def contents(
    site: Site,
    write_report: Callable[[Dossier], str],
    base_url: str | None = None,
    progress: Progress | None = None,
) -> Iterator[File]:
    """The files of a site by their path.

    `write_report` gives the Markdown of a question; `base_url` is where it all will be.
    """
    told = progress or (lambda done, total: None)
    writer = _Writer(site, write_report, base_url)
    for done, page in enumerate(writer.pages()):
        told(done, site.total)
        yield from page
    told(site.total, site.total)
    yield from writer.rest()


class _Writer:
    """Sets the pages, and remembers their addresses for the map of the site."""

    def __init__(
        self, site: Site, write_report: Callable[[Dossier], str], base_url: str | None
    ) -> None:
        self.site = site
        self.write_report = write_report
        self.base = base_url
        self.setter = Typesetter(site.description, site.namesakes)
        self.at_root, self.inside = Links("", site.ids), Links("../", site.ids)
        self.addresses: list[str] = []

    def pages(self) -> Iterator[list[File]]:
        """The files of each record."""
        asked, read = [], []
        for dossier in self.site.dossiers():
            [chapter] = dossier.chapters
            asked.append(question_row(chapter.comparison, self.at_root, self.setter))
            view = chapter.comparison.view
            id, report = chapter.question.id, self.write_report(dossier)
            yield self._record("question", id, question_page, dossier, view, report)
        for career in self.site.careers():
            yield self._record("scholar", career.scholar.id, scholar_page, career)
        for testimony in self.site.testimonies():
            if testimony.read:
                read.append(text_row(testimony, self.at_root, self.setter))
            yield self._record("source", testimony.source.id, source_page, testimony)
        for name in self.site.names_shown():
            yield self._record("name", name.record.id, name_page, name)
        for claim in self.site.claims_shown():
            yield self._record("claim", claim.record.id, claim_page, claim)
        yield [
            self._page(
                "index.html",
                front_page(self.setter, asked, read, self.at_root, **self._beside("index")),
            )
        ]

    def rest(self) -> Iterator[File]:
        """Lists, search, and what servers ask for."""
        for path, html in indexes.lists(self.setter, self.site, self.at_root, self._beside):
            yield self._page(path, html)
        search = self.setter.set(
            "search.html",
            self.at_root,
            title="Search",
            summary="",
            style=("lists",),
            **self._beside("search"),
        )
        yield self._page("search.html", search)
        yield "search.js", search_script().encode()
        yield "search-index.js", "".join(index_script(self.site.searched())).encode()
        yield "index.json", json_text(self.site.description.view).encode()
        yield "index.md", page_markdown.front(self.site).encode()
        yield ".nojekyll", b""
        if self.base:
            yield "sitemap.xml", indexes.sitemap(self.base, self.addresses).encode()

    def _record(
        self,
        kind: str,
        id: str,
        write: Callable[..., str],
        answer: Any,
        view: Any = None,
        text: str = "",
    ) -> list[File]:
        view = view or answer.view
        address = addresses.page(kind, id)
        beside = address.rpartition("/")[2].removesuffix(".html")
        html = write(self.setter, answer, self.inside, beside=beside, canonical=self._url(address))
        self.addresses.append(address)
        return [
            (addresses.path(kind, id), html.encode()),
            (addresses.path(kind, id, "json"), json_text(view).encode()),
            (
                addresses.path(kind, id, "md"),
                (text or page_markdown.page(view)).encode("utf-8", "backslashreplace"),
            ),
        ]

    def _page(self, path: str, html: str) -> File:
        self.addresses.append(path)
        return path, html.encode()

    def _beside(self, name: str) -> dict[str, str | None]:
        return {
            "beside": name if name == "index" else None,
            "canonical": self._url(f"{name}.html"),
        }

    def _url(self, address: str) -> str | None:
        return self.base + address if self.base else None
