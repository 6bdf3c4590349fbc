"""Which source record a citation in a text means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, takewhile
from typing import Any

import msgspec

from claimcli.citations.creators import attached, creators, particles
from claimcli.intext.parentheses import InTextCitation
from claimcli.model import Creator, Source
from claimcli.names.authorship import is_spelling_of, without_titles
from claimcli.names.folding import fold
from claimcli.names.identity import name_keys, same_name

_YEAR = re.compile(r"\d{4}")
_CYRILLIC_SUFFIX = str.maketrans("абвг", "abcd")
_NOT_A_MONTH = re.compile(r"/|^\d{4}-(?:2\d|X)")  # from one day to another, a season
_SUFFIX = re.compile(r"(?<=\d)[^\W\d_]$")
_TO = re.compile(r"\s+(?:to|an|à|a|к)\s+")
_AND_IN_SPANISH = re.compile(r"\s+y\s+")
_JOINED = re.compile(r"\s+(?:and|und|et|e|и)\s+|\s*&\s*")
_WORD = re.compile(r"[^\W_]+")


def matches(citation: InTextCitation, source: Source) -> bool:
    """Whether a citation can mean a source: the same year, and its authors or its title.

    Authors are compared in order: the family name folded (case, accents, every apostrophe), with
    its particles or without, or the same in another script or romanization, and no initial that
    contradicts the record's given name. A name that is not split, of a body or a person of one
    name, is cited whole or by its initials (`UNHCR`). All of the record's authors must be cited,
    unless the citation has `et al.` A title may be cited short: it must begin the record's, in
    whatever script. A letter is cited by who wrote it and to whom. A day must be the record's.
    """
    return _same_year(citation, source) and (
        _same_authors(citation, source)
        or _titled(citation, source)
        or _same_letter(citation, source)
    )


def sources_of(citation: InTextCitation, sources: Iterable[Source]) -> list[Source]:
    """The sources that a citation can mean; more than one where it does not tell."""
    return [source for source in sources if matches(citation, source)]


def known_author(citation: InTextCitation, sources: Iterable[Source]) -> bool:
    """Whether a source has the authors and the year of a citation; a title is not enough."""
    return any(_same_year(citation, s) and _same_authors(citation, s) for s in sources)


def _same_year(citation: InTextCitation, source: Source) -> bool:
    """Whether the years agree; a citation without a date agrees with a record without one."""
    cited = set(_YEAR.findall(citation.year or ""))
    recorded = {
        y for date in (source.issued, source.original_date) for y in _YEAR.findall(date or "")
    }
    if not cited:
        return not recorded
    if citation.day and not _same_day(citation, source):
        return False
    suffix = _SUFFIX.search(citation.year or "")
    marked = source.csl.get("year-suffix")
    letter = suffix.group().translate(_CYRILLIC_SUFFIX) if suffix else None
    return bool(cited & recorded) and (not letter or not marked or marked == letter)


def _same_day(citation: InTextCitation, source: Source) -> bool:
    """Whether month and day agree, as far as both the citation and the record have them."""
    cited = f"{(citation.year or '')[:4]}-{citation.day}"
    dates = [date.rstrip("?~%") for date in (source.issued, source.original_date) if date]
    return any(
        date.startswith(cited) or cited.startswith(date) or _NOT_A_MONTH.search(date)
        for date in dates
    )


def _same_letter(citation: InTextCitation, source: Source) -> bool:
    """Whether it names who wrote a letter, and to whom: `John Adams to Abigail Adams`."""
    sides_named = _TO.split(citation.title or "", maxsplit=1)
    recipients = [Creator(p.family, p.given) for p in creators(source, "recipient")]
    if len(sides_named) < 2 or not (recipients and source.author):
        return False
    sides = zip(sides_named, (source.author, recipients), strict=True)
    return all(_are(named.partition(",")[0], meant, source) for named, meant in sides)


def _are(named: str, meant: Sequence[Creator], source: Source) -> bool:
    """Whether the persons named on one side of a letter are those who are recorded."""
    names = [name for name in _JOINED.split(named) if name]
    return len(names) == len(meant) and all(
        _same_person(name, one, particles(source, one))
        for name, one in zip(names, meant, strict=True)
    )


def _same_authors(citation: InTextCitation, source: Source) -> bool:
    cited, recorded = citation.authors, source.author or source.editor
    if _named_whole(citation, recorded):
        return True
    if any(map(_AND_IN_SPANISH.search, cited)):
        apart = tuple(name for one in cited for name in _AND_IN_SPANISH.split(one))
        citation = msgspec.structs.replace(citation, authors=apart)
        if _same_authors(citation, source):
            return True  # `Ortega y Gasset` is one
    if len(recorded) == 1 and cited == (recorded[0].family, recorded[0].given):
        return True  # `Tao, Jing-shen` looks like two authors
    enough = len(cited) <= len(recorded) if citation.others else len(cited) == len(recorded)
    if not cited or not enough:
        return False
    pairs = zip(cited, recorded, strict=False)
    suffixes = {_suffix(str(n.get("suffix") or "")) for n in _names_of(source)} - {None}
    if suffixes and any(_suffix(name) not in (None, *suffixes) for name in cited):
        return False  # the son of that name
    return all(_same_person(name, creator, particles(source, creator)) for name, creator in pairs)


def _names_of(source: Source) -> list[dict[str, Any]]:
    """The authors or editors as the file has them."""
    listed = source.csl.get("author") or source.csl.get("editor")
    return [n for n in listed if isinstance(n, dict)] if isinstance(listed, (list, tuple)) else []


def _named_whole(citation: InTextCitation, recorded: Sequence[Creator]) -> bool:
    """Whether creators that are not split into family and given names are cited as they stand.

    Such a name looks like a title (`House of Commons`) or like two authors (`UNESCO and ICOM`).
    """
    if not recorded or any(creator.family for creator in recorded):
        return False
    names = [creator.literal or creator.given or "" for creator in recorded]
    cited = citation.authors or ((citation.title,) if citation.title else ())
    meant = names[: len(cited)] if citation.others else names
    if len(meant) == 1 == len(cited) and _is_body(cited[0], meant[0]):
        return True
    return bool(cited) and _letters(*cited) == _letters(*meant) != ""


def _is_body(cited: str, name: str) -> bool:
    """Whether a name is cited in whatever script, without titles, or by its initials."""
    return (
        is_spelling_of(Creator(literal=name), cited)
        or without_titles(cited) == without_titles(name) != []
        or _abbreviates(cited, name)
    )


_JOINING = frozenset("and und et и the".split())
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def _letters(*names: str) -> str:
    """The letters of names without what joins them, however they are divided (`U.S.`, `US`)."""
    words = chain.from_iterable(_words(_IN_BRACKETS.sub(" ", name)) for name in names)
    return "".join(word for word in words if word not in _JOINING)


def _abbreviates(cited: str, name: str) -> bool:
    """Whether capitals are the initials of a name, or stand in brackets after it (`HMC`)."""
    short = "".join(filter(str.isalnum, cited))
    if not (short.isupper() and 1 < len(short) == sum(map(str.isalpha, cited))):
        return False
    if short in ("".join(filter(str.isalnum, given)) for given in _IN_BRACKETS.findall(name)):
        return True
    words = re.findall(r"[^\W\d_]+", _IN_BRACKETS.sub(" ", name))
    great = [word for word in words if word[0].isupper()]
    initials = ("".join(word[0] for word in some).upper() for some in (great, words))
    return len(great) > 1 and short in initials


def _same_person(cited: str, recorded: Creator, before: tuple[str, ...]) -> bool:
    """Whether a name cited is that of a creator, whose family name has particles before it."""
    words, given = _without_suffix(_words(cited)), _words(recorded.given or "")
    if not _words(recorded.family or ""):
        return words == _words(recorded.literal or recorded.given or "")
    for family in _family_names(recorded.family or "", before):
        for at in range(len(words) - len(family) + 1):
            if words[at : at + len(family)] == family:
                rest = words[:at] + words[at + len(family) :]
                return all(map(_agree, rest, given))
    return _same_in_another_script(cited, recorded)


def _family_names(family: str, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words of a family name with all its particles, with the last of them, and without."""
    parts = family.split()
    own = len(tuple(takewhile(str.islower, parts[:-1])))  # `von der Goltz` in one piece
    for at in range(len(before) + 1):
        yield _without_suffix(_words(attached(*before[at:], family)))
        yield _without_suffix(_words(" ".join((*before[at:], family))))  # `de’ Medici`
    for at in range(1, own + 1):
        yield _without_suffix(_words(" ".join(parts[at:])))


_GENERATIONS = frozenset(
    "jr sr jun sen jnr snr junior senior ii iii iv fils père filho neto".split()
)


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without `Jr.` or `III`, which is no part of the family name."""
    return words[:1] + tuple(word for word in words[1:] if word not in _GENERATIONS)


_ALIKE = {"jun": "jr", "jnr": "jr", "junior": "jr", "sen": "sr", "snr": "sr", "senior": "sr"}


def _suffix(name: str) -> str | None:
    """The generation that a name ends with, in its short form."""
    found = next((word for word in _words(name) if word in _GENERATIONS), None)
    return _ALIKE.get(found, found) if found else None


def _same_in_another_script(cited: str, recorded: Creator) -> bool:
    """Whether the keys of two names are equal: the family name alone, or with given names."""
    family, given = recorded.family or "", recorded.given or ""
    whole = (f"{family} {given}", f"{given} {family}") if given else ()
    return any(_may_be_same(cited, n) and same_name(cited, n) for n in (family, *whole))


def _may_be_same(one: str, other: str) -> bool:
    """Whether two names can be one, at far less cost: in a text most are met with all others."""
    return not name_keys(one).isdisjoint(name_keys(other))


def _agree(cited: str, given: str) -> bool:
    """Whether a given name or initial agrees with another: one may begin the other."""
    return cited.startswith(given) or given.startswith(cited)


def _titled(citation: InTextCitation, source: Source) -> bool:
    """Whether the title cited, or what looked like an author, begins the title of the record."""
    cited = citation.title or (citation.authors[0] if len(citation.authors) == 1 else "")
    if not cited or not source.title or (citation.title and citation.authors):
        return False
    words, title = _words(cited), _words(source.title)
    if title[: len(words)] == words:
        return True
    if cited.isascii() == source.title.isascii():
        return False
    return any(same_name(cited, " ".join(title[:end])) for end in range(1, len(title) + 1))


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(name)))
