"""Where the page of a record is, by the name of its file."""

from __future__ import annotations

from urllib.parse import quote

from claimcli.file_names import file_name


def page(kind: str, id: str, ending: str = "html") -> str:
    """The address of a record's page from the root of the site, ready for a link."""
    return quote(path(kind, id, ending), safe="/~")


def path(kind: str, id: str, ending: str = "html") -> str:
    """The file of a record's page, from the root of the site."""
    return f"{kind}/{file_name(id)}.{ending}"


def anchor(kind: str, id: str) -> str:
    """What an element of a page is called that stands for a record: an id of HTML, without space.

    Begins with the kind, so that no record has the name of a part of the page.
    """
    return f"{kind}-{file_name(id)}"


def fragment(kind: str, id: str) -> str:
    """The link to such an element."""
    return "#" + quote(anchor(kind, id), safe="~")


def position(question: str, stance: str) -> str:
    """The address of a position, on the page of its question, from the root of the site."""
    return page("question", question) + fragment("position", stance)
