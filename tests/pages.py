"""Pages as a browser takes them, without one: their elements, links and words."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"meta", "link", "input", "br", "img", "hr", "wbr"}


class Page(HTMLParser):
    """The elements of a page: raises where one is not closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == [], self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1:] == [tag], (tag, self._open[-3:], self.getpos())
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self._open and "title" not in self._open:
            self.text.append(data)

    @property
    def ids(self) -> list[str]:
        return [id for _, attributes in self.elements if (id := attributes.get("id")) is not None]

    @property
    def links(self) -> Iterator[str]:
        for _, attributes in self.elements:
            for name in ("href", "src", "action"):
                if address := attributes.get(name):
                    yield address


def page_in(site: Path, path: str) -> Page:
    """One page of a site."""
    return Page((site / path).read_text(encoding="utf-8"))


def pages_in(site: Path) -> dict[str, Page]:
    """Every page of a site by its path."""
    paths = (file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")))
    return {path: page_in(site, path) for path in paths}


def dead_links(site: Path) -> list[tuple[str, str]]:
    """The links within a site that lead nowhere, each with the page that it is on."""
    pages = pages_in(site)
    return [
        (path, address)
        for path, page in pages.items()
        for address in page.links
        if not _leads_somewhere(site, path, address, pages)
    ]


def _leads_somewhere(site: Path, path: str, address: str, pages: dict[str, Page]) -> bool:
    parts = urlsplit(address)
    if parts.scheme == "data" or address == "data:,":
        return True
    if parts.scheme or parts.netloc:
        return False
    file = (site / path).parent / unquote(parts.path) if parts.path else site / path
    meant = file.resolve()
    if not meant.is_relative_to(site.resolve()) or not meant.is_file():
        return False
    page = pages.get(meant.relative_to(site.resolve()).as_posix())
    return not parts.fragment or page is None or unquote(parts.fragment) in page.ids
