"""Works for tests, with their CSL variables as keywords, and their citations."""

from __future__ import annotations

from typing import Any

from claimcli.citations.chicago import author_date, bibliography, note
from claimcli.model import Citation, Claim, Creator, Source


def work(kind: str, **csl: Any) -> Source:
    fields = {name.replace("__", "-"): value for name, value in csl.items()}
    return Source(
        id=fields.pop("id", "work"),
        type=kind,
        title=fields.get("title"),
        issued=fields["issued"] if isinstance(fields.get("issued"), str) else None,
        original_date=fields.get("original-date"),
        author=tuple(map(creator, fields.get("author", ()))),
        editor=tuple(map(creator, fields.get("editor", ()))),
        csl=fields,
    )


def creator(name: dict[str, str]) -> Creator:
    return Creator(*(name.get(part) for part in ("family", "given", "literal")))


def names(*people: str) -> list[dict[str, str]]:
    parts = (person.rpartition(" ") for person in people)
    return [{"given": given, "family": family} for given, _, family in parts]


def cite(source: Source, locator: str | None = None) -> tuple[str, str, str]:
    claim = Claim(id="c", statement="", scholars=(), citation=Citation(source.id, locator))
    lookup = {source.id: source}.get
    return note(claim, lookup), author_date(claim, lookup), bibliography(source)
