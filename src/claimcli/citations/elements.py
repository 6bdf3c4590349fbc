"""The parts of a work in full: who made it, its title, what it is part of, where it came out.

Each is set as Chicago 17, chapter 14 has it, and empty where it is not recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimcli.citations.contributors import lead
from claimcli.citations.creators import creators, joined
from claimcli.citations.issue_dates import UNDATED, date_words, day, printed, reprinted
from claimcli.citations.page_ranges import ranges
from claimcli.citations.typography import bare, commas, italic, ordinal, rich
from claimcli.model import Source


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
    """Which edition it is (14.113): `2nd ed.`; a reprint is none."""
    number = field(source, "edition")
    if is_reprint(source):
        return ""
    if re.fullmatch("[0-9]{1,3}", number):
        return f"{ordinal(int(number))} ed."
    is_short = re.fullmatch(r"(\d+(st|nd|rd|th)?\b ?)?([Rr]ev\.)?", number)
    return f"{number} ed." if number and is_short else number


def edition_of_a_day(source: Source) -> str:
    """Which edition of a newspaper of one day (14.193): `late edition`, `Midwest edition`."""
    said = edition(source)
    if not said or _SAYS_EDITION.search(said) or not re.search("[A-Za-z]", said):
        return said
    words = (word.lower() if word.lower() in _USUAL_EDITIONS else word for word in said.split())
    return f"{' '.join(words)} edition"


_USUAL_EDITIONS = frozenset(
    "late early first second third final city national international morning afternoon evening"
    " weekend home main metropolitan suburban regional local early-morning".split()
)
"""What editions are called that are no names: small within a citation."""

_SAYS_EDITION = re.compile(
    r"\bed(s|n)?\b|[eé]d[iy][czt]i|издани|выпуск|ausgabe|blatt|auflage|wydanie|vydán|izdan|"
    r"ut(gåva|gave|gáva)|upplaga|uitgave|oplage|\bextra\b",
    re.IGNORECASE,
)
"""That it is an edition, in the words of some language."""


def is_reprint(source: Source) -> bool:
    """Whether an edition is recorded as a reprint of an earlier one (14.114)."""
    told = (field(source, key) for key in ("edition", "genre"))
    return any(re.match(r"repr(int)?\b|anastatic", words, re.IGNORECASE) for words in told)


def volume(source: Source) -> str:
    """Its volume with what that is called (14.119), or how many there are (14.116); its part."""
    number, count = field(source, "volume"), field(source, "number-of-volumes")
    titled = italic(field(source, "volume-title"))
    if number:
        return commas(numbered("vol.", number), titled, part(source))
    return commas(numbered(count, "vols.") if count else titled, part(source))


def part(source: Source) -> str:
    """Which part of a volume it is, and what that is called (14.121): `pt. 2`."""
    return commas(
        numbered("pt.", field(source, "part-number")), italic(field(source, "part-title"))
    )


def numbered(label: str, number: str) -> str:
    """A number with what is counted before it, unless it is recorded with that: `Bd. 2`."""
    if not number:
        return ""
    return f"{label} {number}" if re.match(r"\d|[IVXLCDM]+\b|\w\b|\w+\.$", number) else number


def volume_of_pages(source: Source) -> str:
    """The volume as it may stand before page numbers; empty where it has a title or a part."""
    number = field(source, "volume")
    is_alone = not any(field(source, key) for key in ("volume-title", "part-number", "part-title"))
    return number if is_alone and re.match(r"\d\w*$|[IVXLCDM]+$", number) else ""


def series(source: Source) -> str:
    """The series and the number in it (14.123)."""
    named, number = field(source, "collection-title"), field(source, "collection-number")
    return f"{named} {number}".strip() if named else ""


def kinds(source: Source) -> tuple[str, str]:
    """Its version, and in recorded words what kind of work it is, with a number: `paper 12`."""
    kind = "" if is_reprint(source) else field(source, "genre")
    return version(source), f"{kind} {field(source, 'number')}".strip()


def version(source: Source) -> str:
    """Which version of a program or of data it is (14.268): `version 1.2`."""
    return numbered("version", field(source, "version"))


def section(source: Source) -> str:
    """The section of a newspaper (14.191): `sec. B`."""
    return numbered("sec.", field(source, "section"))


def medium(source: Source) -> str:
    """What it was read on where it is not paper (14.159), and how large that is."""
    return commas(field(source, "medium"), field(source, "dimensions"))


def imprint(source: Source) -> str:
    """Place, publisher and year."""
    return commas(publisher(source), years(source))


def publisher(source: Source) -> str:
    """Place and publisher."""
    parts = field(source, "publisher-place"), field(source, "publisher")
    return ": ".join(filter(None, parts))


def town(source: Source) -> str:
    """The place of a publisher or a school that does not have it in its name."""
    place, named = field(source, "publisher-place"), field(source, "publisher")
    return "" if place.lower() in named.lower() else place


def original_imprint(source: Source) -> str:
    """Place, publisher and year of the edition that was the first."""
    parts = field(source, "original-publisher-place"), field(source, "original-publisher")
    return commas(": ".join(filter(None, parts)), reprinted(source))


def first_published(source: Source) -> str:
    """That an edition or a translation is not the first, and what that was called (14.99)."""
    before, title = original_imprint(source), italic(field(source, "original-title"))
    if title:
        return f"Originally published as {title}" + (f" ({before})" if before else "")
    house, place = field(source, "original-publisher"), field(source, "original-publisher-place")
    where = (f" by {house}" if house else "") + (f" in {place}" if place else "")
    year = reprinted(source)
    told = f"{where}, {year}" if where and year else where or f" {year}".rstrip()
    return f"First published{told}" if told else ""


def years(source: Source) -> str:
    """The year of the work that is cited, not of its original."""
    return printed(source, "issued") or date_words(source) or UNDATED


def occasion(source: Source, kind: str) -> str:
    """Where something was said (14.217): `lecture presented at the Annual Meeting, Boston`.

    `kind` is what it is called where the source does not say it.
    """
    called = field(source, "genre") or kind
    event = field(source, "event-title") or field(source, "event")
    held = f"{called} presented at the {without_article(event)}".strip() if event else called
    return commas(held, field(source, "publisher"), field(source, "event-place"))


def without_article(name: str) -> str:
    """A name without `the` in front."""
    return re.sub("^the ", "", name, flags=re.IGNORECASE)


def page_range(source: Source) -> str:
    """The pages that the work is on."""
    return ranges(field(source, "page"))


def archive(source: Source) -> str:
    """Where it is kept (14.221), from the shelf to the town."""
    shelf = field(source, "archive_location") or field(source, "call-number")
    keys = ("archive_collection", "archive", "archive-place")
    named = commas(*(field(source, key) for key in keys))
    return commas(shelf, named) if named or field(source, "archive_location") else ""


def link(source: Source) -> str:
    """The address of its DOI, else its own."""
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", field(source, "DOI"))
    return f"https://doi.org/{doi}" if doi else field(source, "URL")


def accessed(source: Source) -> str:
    """When a page of the web was read."""
    read = printed(source, "accessed", day)
    return f"accessed {read}" if read else ""


def field(source: Source, key: str) -> str:
    """A CSL variable as rich text; empty where it is not recorded or not a plain value."""
    value = source.csl.get(key)
    return rich(str(value)).strip() if isinstance(value, str | int) else ""
