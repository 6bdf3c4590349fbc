"""The lists of a site: all scholars, works, names and claims; and the map for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from claimcli import citations
from claimcli.answers.site import Site
from claimcli.answers.wording import OF_THE_TIME, plural
from claimcli.model import Claim, Scholar
from claimcli.pictures.svg import words
from claimcli.site.links import Links
from claimcli.site.typesetter import Typesetter

Row = dict[str, Any]
Groups = list[tuple[str, list[Row]]]

_HOLDERS = (
    ("Scholars", ("person", "group", "anonymous")),
    ("Reporters’ phrases", ("unnamed",)),
    (f"Somebody {OF_THE_TIME}", ("contemporary",)),
)


def lists(
    setter: Typesetter, site: Site, links: Links, beside: Callable[[str], dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    """The pages that list every record of a kind."""
    found = {
        "scholars": ("Scholars", _scholars(site, links), "index"),
        "sources": ("Sources", _sources(site, links), "index"),
        "names": ("Names", _names(site, links), "index"),
        "claims": ("Claims", _claims(site, links, setter), "plain"),
    }
    for name, (title, groups, shape) in found.items():
        total = sum(len(rows) for _, rows in groups)
        yield (
            f"{name}.html",
            setter.set(
                "list.html",
                links,
                title=title,
                summary="",
                style=("lists",),
                facts=f"{total:,} in all",
                groups=[group for group in groups if group[1]],
                shape=shape,
                **beside(name),
            ),
        )


def _scholars(site: Site, links: Links) -> Groups:
    return [
        (
            heading,
            [_scholar(site, s, links) for s in site.scholars if s.kind in kinds],
        )
        for heading, kinds in _HOLDERS
    ]


def _scholar(site: Site, scholar: Scholar, links: Links) -> Row:
    school = f"{scholar.school} · " if scholar.school else ""
    claims = plural(site.claims.get(scholar.id, 0), "claim")
    return {
        "text": scholar.name,
        "address": links.page("scholar", scholar.id),
        "app": school + claims + (f" · {scholar.id}" if scholar.id in site.namesakes else ""),
    }


def _sources(site: Site, links: Links) -> Groups:
    rows = [
        (
            source.id in site.read,
            {
                "text": citations.short(source, source.id),
                "address": links.page("source", source.id),
                "app": source.title if source.author else None,
            },
        )
        for source in site.sources
    ]
    return [
        ("Read", [row for is_read, row in rows if is_read]),
        ("Named in them, not read", [row for is_read, row in rows if not is_read]),
    ]


def _names(site: Site, links: Links) -> Groups:
    kinds = dict.fromkeys(name.kind for name in site.names)
    return [
        (
            kind.capitalize(),
            [
                {
                    "text": name.name,
                    "address": links.page("name", name.id),
                    "app": " · ".join(spelling.value for spelling in name.spellings),
                }
                for name in site.names
                if name.kind == kind
            ],
        )
        for kind in kinds
    ]


def _claims(site: Site, links: Links, setter: Typesetter) -> Groups:
    by_question: dict[str | None, list[Claim]] = {}
    for claim in site.every_claim():
        by_question.setdefault(claim.question, []).append(claim)
    asked = {question.id: question.question for question in site.questions}
    return [
        (
            asked.get(id or "", id or "Background"),
            [_claim(claim, site, links, setter) for claim in claims],
        )
        for id, claims in by_question.items()
    ]


def _claim(claim: Claim, site: Site, links: Links, setter: Typesetter) -> Row:
    names = [
        setter.called(id, s.name if (s := site.entities.scholar(id)) else id)
        for id in claim.scholars
    ]
    address = links.page("claim", claim.id)
    return {"text": claim.statement, "address": address, "app": ", ".join(names)}


def sitemap(base: str, addresses: Iterable[str]) -> str:
    """The map of a site (sitemaps.org 0.9)."""
    urls = "".join(f"<url><loc>{words(base + address)}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
