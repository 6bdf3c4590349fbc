"""By what names and titles scholars and works are found: their access points, as catalogues say."""

from __future__ import annotations

from claimcli.model import Name, Scholar, Source


def source_texts(source: Source) -> list[str]:
    """What a work is searched by: its makers and its titles."""
    titles = (source.title, source.csl.get("title-short"), source.csl.get("container-title"))
    return [*names_of(source), *(title for title in titles if isinstance(title, str))]


def names_of(record: Scholar | Source | Name) -> list[str]:
    """The names of a scholar, all spellings of a name, or a work's makers, given name first."""
    if isinstance(record, Name | Scholar):
        return [*record.spelled]
    return [
        " ".join(filter(None, (maker.given, maker.family, maker.literal)))
        for maker in (*record.author, *record.editor)
    ]
