"""The parts of a work in full: who made it, its title, what it is part of, where it came out.

Each is set as Chicago 17, chapter 14 has it, and empty where it is not recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimcli.citations.creators import creators, joined, leading_role
from claimcli.citations.issue_dates import UNDATED, day, printed
from claimcli.citations.page_ranges import ranges
from claimcli.citations.typography import bare, commas, italic, ordinal, rich
from claimcli.model import Source


def lead(source: Source, *, entry: bool = False) -> str:
    """Who made the work: a note names up to three (14.76), an entry ten, or seven of more."""
    role = leading_role(source)
    makers = creators(source, role)
    if not makers:
        return ""
    names = [person.in_order for person in makers]
    if entry:
        names = [makers[0].inverted, *names[1 : 10 if len(names) <= 10 else 7]]
    series = _entry_series(names, len(makers)) if entry else joined(names, most=3)
    series = bare(series)
    return series if role == "author" else f"{series}, {'ed.' if len(makers) == 1 else 'eds.'}"


def _entry_series(names: list[str], count: int) -> str:
    if count > len(names):
        return f"{', '.join(names)}, et al."
    if len(names) == 2 and "," in names[0]:
        return f"{names[0]}, and {names[1]}"
    return joined(names, most=10)


def contributors(source: Source, *, entry: bool = False) -> tuple[str, ...]:
    """Editors and translators beside an author or within a book (14.104, 14.107)."""
    roles = {"editor": ("ed.", "Edited by"), "translator": ("trans.", "Translated by")}
    roles.pop(leading_role(source), None)
    named = ((words[entry], creators(source, role)) for role, words in roles.items())
    return tuple(
        f"{words} {bare(joined([person.in_order for person in persons], most=3))}"
        for words, persons in named
        if persons
    )


def title(source: Source, setting: Callable[[str], str]) -> str:
    """The title as it is set; that there is none is said, with the id where nothing else names."""
    if source.title:
        return setting(rich(source.title))
    return "[title not recorded]" if lead(source) else f"[title not recorded: {source.id}]"


def container(source: Source, kind: str) -> str:
    """The journal or book that a work is part of, in italics; that it is not known is said."""
    return italic(field(source, "container-title")) or f"[{kind} not recorded]"


def reviewed(source: Source) -> tuple[str, str]:
    """A review's own title, and what it reviews (14.202): `review of *Caesar*, by Anna Kim`.

    Where only who wrote the reviewed work is recorded apart, the title is that of his work.
    """
    by = joined([person.in_order for person in creators(source, "reviewed-author")], most=3)
    named, own = field(source, "reviewed-title"), rich(source.title or "")
    if not named and by:
        named, own = own, ""
    if not named and not by:
        return own, ""
    work = italic(named) or "[work not recorded]"
    return own, commas(f"review of {work}", f"by {bare(by)}" if by else "")


def edition(source: Source) -> str:
    """Which edition it is (14.113): `2nd ed.`."""
    number = field(source, "edition")
    return f"{ordinal(int(number))} ed." if re.fullmatch("[0-9]{1,3}", number) else number


def is_later_edition(source: Source) -> bool:
    """Whether it is another edition than the first, and so no mere reprint."""
    return field(source, "edition") not in ("", "1")


def volume(source: Source) -> str:
    """Its volume with what that is called (14.119), or how many there are (14.116)."""
    number, count = field(source, "volume"), field(source, "number-of-volumes")
    if number:
        return commas(f"vol. {number}", italic(field(source, "volume-title")))
    return f"{count} vols." if count else italic(field(source, "volume-title"))


def volume_of_pages(source: Source) -> str:
    """The volume as it may stand before page numbers; empty where it has a title, too (14.119)."""
    number = field(source, "volume")
    titled = field(source, "volume-title")
    return number if re.fullmatch(r"\w+", number) and not titled else ""


def series(source: Source) -> str:
    """The series and the number in it (14.123)."""
    named, number = field(source, "collection-title"), field(source, "collection-number")
    return f"{named} {number}".strip() if named else ""


def kind(source: Source) -> str:
    """What kind of work it is, in recorded words, and its number: `working paper 12`."""
    return f"{field(source, 'genre')} {field(source, 'number')}".strip()


def imprint(source: Source) -> str:
    """Place, publisher and year."""
    return commas(publisher(source), years(source))


def publisher(source: Source) -> str:
    """Place and publisher."""
    parts = field(source, "publisher-place"), field(source, "publisher")
    return ": ".join(filter(None, parts))


def years(source: Source) -> str:
    """The year of the work that is cited, not of its original."""
    return printed(source, "issued") or printed(source, "original-date") or UNDATED


def occasion(source: Source, kind: str) -> str:
    """Where something was said (14.217): `lecture presented at the Annual Meeting, Boston`.

    `kind` is what it is called where the source does not say it.
    """
    called = field(source, "genre") or kind
    event = field(source, "event-title") or field(source, "event")
    article = "" if re.match("the ", event, re.IGNORECASE) else "the "
    held = f"{called} presented at {article}{event}".strip() if event else called
    return commas(held, field(source, "publisher"), field(source, "event-place"))


def page_range(source: Source) -> str:
    """The pages that the work is on."""
    return ranges(field(source, "page"))


def archive(source: Source) -> str:
    """Where it is kept (14.221), from the shelf to the town."""
    keys = ("archive_location", "archive_collection", "archive", "archive-place")
    return commas(*(field(source, key) for key in keys))


def link(source: Source) -> str:
    """The address of its DOI, else its own."""
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", field(source, "DOI"))
    return f"https://doi.org/{doi}" if doi else field(source, "URL")


def accessed(source: Source) -> str:
    """When a page of the web was read."""
    value = source.csl.get("accessed")
    dates = value.get("date-parts") if isinstance(value, dict) else None
    if isinstance(dates, list) and dates and isinstance(dates[0], list):
        value = "-".join(str(part).zfill(2) for part in dates[0])
    return f"accessed {day(value)}" if isinstance(value, str) and value else ""


def field(source: Source, key: str) -> str:
    """A CSL variable as rich text; empty where it is not recorded or not a plain value."""
    value = source.csl.get(key)
    return rich(str(value)).strip() if isinstance(value, str | int) else ""
