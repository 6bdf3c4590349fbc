"""Which source record a citation in a text means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcli.intext.parentheses import InTextCitation
from claimcli.model import Creator, Source
from claimcli.names.folding import fold

_YEAR = re.compile(r"\d{4}")
_SUFFIX = re.compile(r"(?<=\d)[^\W\d_]$")
_WORD = re.compile(r"[^\W_]+")


def matches(citation: InTextCitation, source: Source) -> bool:
    """Whether a citation can mean a source: the same year, and its authors or its title.

    Authors are compared in order: the family name folded (case, accents, every apostrophe), and
    no initial that contradicts the record's given name. All of the record's authors must be
    cited, unless the citation has `et al.` A title may be cited short: it must begin the record's.
    """
    return _same_year(citation, source) and (
        _same_authors(citation, source) or _titled(citation, source)
    )


def sources_of(citation: InTextCitation, sources: Iterable[Source]) -> list[Source]:
    """The sources that a citation can mean; more than one where it does not tell."""
    return [source for source in sources if matches(citation, source)]


def _same_year(citation: InTextCitation, source: Source) -> bool:
    """Whether the years agree; a citation without a date agrees with a record without one."""
    cited = _YEAR.search(citation.year or "")
    recorded = {
        y for date in (source.issued, source.original_date) for y in _YEAR.findall(date or "")
    }
    if cited is None:
        return not recorded
    suffix = _SUFFIX.search(citation.year or "")
    marked = source.csl.get("year-suffix")
    return cited.group() in recorded and (not suffix or not marked or marked == suffix.group())


def _same_authors(citation: InTextCitation, source: Source) -> bool:
    cited, recorded = citation.authors, source.author or source.editor
    enough = len(cited) <= len(recorded) if citation.others else len(cited) == len(recorded)
    return bool(cited) and enough and all(map(_same_person, cited, recorded))


def _same_person(cited: str, recorded: Creator) -> bool:
    words = _words(cited)
    if not recorded.family:
        return words == _words(recorded.literal or recorded.given or "")
    family, given = _words(recorded.family), _words(recorded.given or "")
    for at in range(len(words) - len(family) + 1):
        if words[at : at + len(family)] == family:
            rest = words[:at] + words[at + len(family) :]
            return all(map(_agree, rest, given))
    return False


def _agree(cited: str, given: str) -> bool:
    """Whether a given name or initial agrees with another: one may begin the other."""
    return cited.startswith(given) or given.startswith(cited)


def _titled(citation: InTextCitation, source: Source) -> bool:
    """Whether the title cited, or what looked like an author, begins the title of the record."""
    cited = citation.title or (citation.authors[0] if len(citation.authors) == 1 else "")
    if not cited or not source.title or (citation.title and citation.authors):
        return False
    words = _words(cited)
    return _words(source.title)[: len(words)] == words


def _words(name: str) -> list[str]:
    return _WORD.findall(fold(name))
