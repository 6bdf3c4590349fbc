"""A work in full after Chicago 17, chapter 14: as a note has it, and as a bibliography has it.

Only what is recorded is printed: a part that is not known is left out, save for what a work
cannot be found without, whose absence is said: its title, and the journal or book that it is part
of. One function for each way in which the manual sets works.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from claimcli.citations import goes_by_title, short_title
from claimcli.citations.dating import UNDATED, day, month, reprinted, year
from claimcli.citations.people import joined, leading_people, leading_role, people
from claimcli.citations.typography import bare, capital, commas, italic, ordinal, quoted, sentences
from claimcli.model import Source


class Form(NamedTuple):
    """A work in full: `note` lacks the place cited, the link and the period; `entry` is whole.

    `pages` is what parts the note from page numbers; None where a locator stays as recorded.
    `title` is the short title as it is set.
    """

    note: str
    entry: str
    title: str
    pages: str | None
    link: str


class Layout(NamedTuple):
    """How a kind of work is set, after its makers and its title, which is set by `title`.

    `note` is parted by commas and `facts` follow it in parentheses; `entry` is in sentences.
    """

    title: Callable[[str], str]
    note: tuple[str, ...] = ()
    facts: str = ""
    entry: tuple[str, ...] = ()
    pages: str | None = ", "


def form(source: Source) -> Form:
    """The forms of a source, after its CSL type; a type without a rule is set as a book."""
    layout = _primary(source) if _is_primary(source) else _LAYOUTS.get(source.type, _book)(source)
    title, link = _title(source, layout.title), _link(source)
    facts = f" ({layout.facts})" if layout.facts else ""
    note = commas(_lead(source), title, *layout.note) + facts
    entry = sentences(_lead(source, entry=True), capital(title), *layout.entry, link)
    return Form(note, entry, layout.title(short_title(source)), layout.pages, link)


def opening(source: Source) -> tuple[tuple[str, ...], str]:
    """What the entry of a source begins with: its makers as in an index, and its title."""
    names = tuple(bare(person.inverted) for person in leading_people(source))
    return names, _title(source, bare)


def _is_primary(source: Source) -> bool:
    if source.type in _LAYOUTS and (source.type != "manuscript" or _lead(source)):
        return False
    return source.type == "classic" or goes_by_title(source)


def _primary(source: Source) -> Layout:
    """A classic or an old text, 14.242 to 14.251: by its title, with its edition if known."""
    edition = _imprint(source) if _house(source) else ""
    kept = _archive(source)
    entry = (*_helpers(source, entry=True), edition, kept)
    return Layout(italic, (*_helpers(source), kept), edition, entry, pages=None)


def _book(source: Source) -> Layout:
    """14.23; 14.103 editors, 14.113 editions, 14.114 reprints, 14.116 volumes, 14.123 series."""
    about = (_edition(source), _volume(source), _series(source))
    imprint, original = _imprint(source), reprinted(source)
    helpers = _helpers(source, entry=True)
    facts, printed = imprint, [imprint]
    if original and people(source, "translator"):
        facts, printed = f"{original}; {imprint}", [imprint, f"First published {original}"]
    elif original:
        facts, printed = f"{original}; repr., {imprint}", [original, f"Reprint, {imprint}"]
    entry = (*helpers, *map(capital, about), *printed)
    return Layout(italic, (*_helpers(source), *about), facts, entry)


def _article(source: Source) -> Layout:
    """An article in a journal, 14.168 to 14.178: pages follow the year after a colon."""
    journal, issue = _container(source, "journal"), _field(source, "issue")
    numbers = f"{journal} {_field(source, 'volume')}".strip()
    numbers = commas(numbers, f"no. {issue}" if issue else "")
    when = month(source.issued) or UNDATED
    pages = f": {_range(source)}" if _range(source) else ""
    return Layout(quoted, (numbers,), when, (capital(f"{numbers} ({when}){pages}"),), pages=": ")


def _periodical(source: Source) -> Layout:
    """An article in a magazine or a newspaper, 14.188 to 14.191: the day, and no volume."""
    paper = _container(source, source.type.removeprefix("article-"))
    where = commas(paper, day(source.issued) or UNDATED)
    return Layout(quoted, (where,), "", (capital(where),))


def _chapter(source: Source) -> Layout:
    """A part of a book by several hands, 14.107: its pages stand before the place."""
    book = _container(source, "book")
    about = (_edition(source), _volume(source), _series(source))
    editors = [helper[:1].lower() + helper[1:] for helper in _helpers(source, entry=True)]
    within = commas(f"In {book}", *editors, *about, _range(source))
    note = (f"in {book}", *_helpers(source), *about)
    return Layout(quoted, note, _imprint(source), (within, _imprint(source)))


def _thesis(source: Source) -> Layout:
    """A thesis or dissertation, 14.215."""
    kind = _field(source, "genre") or "thesis"
    school = commas(kind, _field(source, "publisher"), _year(source))
    return Layout(quoted, (), school, (capital(school),))


def _manuscript(source: Source) -> Layout:
    """An unpublished manuscript, 14.218, and where it is kept, 14.221."""
    kind = commas(_field(source, "genre") or "unpublished manuscript", day(source.issued))
    kept = _archive(source)
    return Layout(quoted, (), commas(kind, kept), (capital(kind), kept), pages=None)


def _webpage(source: Source) -> Layout:
    """A page of a website, 14.207: the site in roman, its date, else when it was read."""
    when = day(source.issued) or _accessed(source)
    site = (_field(source, "container-title"), _field(source, "publisher"), when)
    return Layout(quoted, site, "", (*site[:2], capital(when)), pages=None)


_LAYOUTS = {
    "article-journal": _article,
    "article-magazine": _periodical,
    "article-newspaper": _periodical,
    "chapter": _chapter,
    "entry-dictionary": _chapter,
    "entry-encyclopedia": _chapter,
    "manuscript": _manuscript,
    "paper-conference": _chapter,
    "post": _webpage,
    "post-weblog": _webpage,
    "thesis": _thesis,
    "webpage": _webpage,
}


def _lead(source: Source, *, entry: bool = False) -> str:
    """Who made the work: a note names up to three (14.76), an entry ten, or seven of more."""
    role = leading_role(source)
    makers = people(source, role)
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


def _helpers(source: Source, *, entry: bool = False) -> tuple[str, ...]:
    """Editors and translators beside an author or within a book (14.104, 14.107)."""
    roles = {"editor": ("ed.", "Edited by"), "translator": ("trans.", "Translated by")}
    roles.pop(leading_role(source), None)
    named = ((words[entry], people(source, role)) for role, words in roles.items())
    return tuple(
        f"{words} {bare(joined([person.in_order for person in persons], most=3))}"
        for words, persons in named
        if persons
    )


def _title(source: Source, setting: Callable[[str], str]) -> str:
    """The title as it is set; that there is none is said, with the id where nothing else names."""
    if source.title:
        return setting(source.title)
    return "[title not recorded]" if _lead(source) else f"[title not recorded: {source.id}]"


def _container(source: Source, kind: str) -> str:
    """The journal or book that a work is part of, in italics; that it is not known is said."""
    return italic(_field(source, "container-title")) or f"[{kind} not recorded]"


def _edition(source: Source) -> str:
    edition = _field(source, "edition")
    return f"{ordinal(int(edition))} ed." if re.fullmatch("[0-9]{1,3}", edition) else edition


def _volume(source: Source) -> str:
    volume, count = _field(source, "volume"), _field(source, "number-of-volumes")
    return f"vol. {volume}" if volume else f"{count} vols." if count else ""


def _series(source: Source) -> str:
    series, number = _field(source, "collection-title"), _field(source, "collection-number")
    return f"{series} {number}".strip() if series else ""


def _imprint(source: Source) -> str:
    return commas(_house(source), _year(source))


def _house(source: Source) -> str:
    place, publisher = _field(source, "publisher-place"), _field(source, "publisher")
    return ": ".join(part for part in (place, publisher) if part)


def _year(source: Source) -> str:
    return year(source.issued) or year(source.original_date) or UNDATED


def _range(source: Source) -> str:
    return dashed(_field(source, "page"))


def dashed(pages: str) -> str:
    """Page numbers with a dash between them and no space (9.60)."""
    return re.sub(r"(?<=\w)\s*[-\u2010-\u2015]+\s*(?=\w)", "\u2013", pages)


def _archive(source: Source) -> str:
    return commas(*(_field(source, key) for key in ("archive_location", "archive")))


def _link(source: Source) -> str:
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", _field(source, "DOI"))
    return f"https://doi.org/{doi}" if doi else _field(source, "URL")


def _accessed(source: Source) -> str:
    value = source.csl.get("accessed")
    parts = value.get("date-parts") if isinstance(value, dict) else None
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        value = "-".join(str(part).zfill(2) for part in parts[0])
    return f"accessed {day(value)}" if isinstance(value, str) and value else ""


def _field(source: Source, key: str) -> str:
    """A CSL variable as text; empty where it is not recorded or not a plain value."""
    value = source.csl.get(key)
    return bare(str(value)).strip() if isinstance(value, str | int) else ""
