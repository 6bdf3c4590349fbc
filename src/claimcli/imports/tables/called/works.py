"""Works by what a table calls them: key, short citation with the place in it, title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from claimcli.citations import short
from claimcli.citations.disambiguation import disambiguated
from claimcli.corpus.readers import Wrong, citation_key
from claimcli.corpus.records import Reading
from claimcli.imports.collating import source_of
from claimcli.imports.foreign import CslItem, without_empty
from claimcli.imports.new_scholars import creator
from claimcli.imports.tables.called.proposals import Proposals, Unfit
from claimcli.model import Source
from claimcli.names.authorship import is_spelling_of
from claimcli.names.folding import index_text

_SHORT = re.compile(r"(?P<who>.*\D)\s(?P<year>-?\d{3,4})[a-z]?(?:,\s+(?P<locator>.+))?")
"""A short citation: `Kim 2013`, `Kim 2013b, p. 5`."""


class Works:
    """The sources of a corpus, `known` by id, and those that tables add."""

    def __init__(self, reading: Reading, proposals: Proposals) -> None:
        self.known: dict[str, Source] = {s.id: s for s in disambiguated(reading.sources)}
        self._proposals, self._known = proposals, proposals.known
        self._cited: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._titled: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for source in self.known.values():
            self.cites(short(source, source.id), source.id)
            if source.title:
                self._titled[index_text(source.title)][source.id] = None

    def take(self, item: CslItem) -> None:
        """Take a new work for one that is there."""
        self._known.add(item)
        self.cites(short(source_of(item), item["id"]), item["id"])
        if "title" in item:
            self._titled[index_text(item["title"])][item["id"]] = None

    def cites(self, text: str, id: str) -> None:
        """What a work is called in short in a table, where it says the id, too."""
        self._cited[spaced(text)][id] = None

    def called(self, text: str) -> tuple[str, str] | None:
        """The id of the work that a text names, and the place in it; None of no known work."""
        if self._known.kind(text) == "source":
            return text, ""
        id, comma, locator = (part.strip() for part in text.partition(","))
        if comma and self._known.kind(id) == "source":
            return id, locator
        by_key = self._known.id_by_key(id)
        if by_key:
            return by_key, locator
        return self._cited_as(text) or self._titled_as(text)

    def _cited_as(self, text: str) -> tuple[str, str] | None:
        """By its short citation, the longest that the text begins with."""
        text = spaced(text)
        ends = [*(found.start() for found in re.finditer(r",? ", text)), len(text)]
        for end in reversed(ends):
            found = self._cited.get(text[:end])
            if found:
                if len(found) > 1:
                    raise Unfit(f"'{text[:end]}' may be any of {', '.join(found)}: give the id")
                return next(iter(found)), text[end:].lstrip(", ")
        return None

    def _titled_as(self, text: str) -> tuple[str, str] | None:
        found = self._titled.get(index_text(text), {})
        return (next(iter(found)), "") if len(found) == 1 else None

    def new(self, text: str, item: CslItem, authors: list[dict[str, str]]) -> str:
        """The id of a work that is new: named by a key, in short, or by its title."""
        found = _SHORT.fullmatch(text)
        listed = _families(found["who"]) if found else []
        if not all(_may_be_family(one) or _is_by([one], authors) for one in listed):
            found = None  # a title, or a reference written out, which ends with a year
        key = text if _is_key(text) else ""
        made = dict(item)
        key = made.pop("id", "") or key
        if found:
            made.setdefault("issued", f"{int(found['year']):04}")
            authors = authors if _is_by(listed, authors) else [{"family": one} for one in listed]
        elif text and not key:
            title, year = _written_out(text, authors) or (text, "")
            made.setdefault("title", title)
            if year:
                made.setdefault("issued", f"{int(year):04}")
        if authors:
            made.setdefault("author", authors)
        first = {"id": key, "type": made.get("type", "document")}
        there = self._known.ids_by_work({**first, **made})
        if there and not key:
            return there[0]
        first |= {name: made[name] for name in ("author", "title", "issued") if name in made}
        values = without_empty({**first, **made})
        if key and self._known.kind(key):
            raise Unfit(f"'{key}' is the id of a {self._known.kind(key)}, and no work")
        pending = self._proposals.pending("source", "id", key) if key else None
        return pending or self._proposals.propose("source", values)


def spaced(text: str) -> str:
    """A text with one blank for each white space."""
    return " ".join(text.split())


def _is_key(text: str) -> bool:
    """Whether it is a citation key, and no title of one word: `lee-2001`, `vogel_cinema`."""
    return bool(re.search(r"[\d_:-]", text)) and not isinstance(citation_key(text), Wrong)


def _written_out(text: str, authors: list[dict[str, str]]) -> tuple[str, str] | None:
    """Title and year of a reference that begins with one of these authors and ends with a year."""
    ends = _ENDS.fullmatch(text)
    if ends is None:
        return None
    stops = reversed([*re.finditer(r"[.:,]+\s+", ends[1])])
    behind = (found.end() for found in stops if _is_by([text[: found.start()]], authors))
    title = next((ends[1][at:] for at in behind), None)
    return (title, ends[2]) if title else None


_ENDS = re.compile(r"(.*[^\s.,])[.,]*\s+\(?(\d{3,4})\)?\.?")
"""`Fischer, Fritz. Griff nach der Weltmacht. 1961`."""


def _is_by(families: Iterable[str], authors: Iterable[dict[str, str]]) -> bool:
    """Whether one of these names, and no more than a name, is that of one of these authors."""
    return any(_is_whole(one, name) for one in authors for name in families)


def _is_whole(author: dict[str, str], name: str) -> bool:
    words = index_text(" ".join(author.values())).split()
    is_no_longer = len(index_text(name).split()) <= len(words)
    return is_no_longer and is_spelling_of(creator(author), name)


def _may_be_family(name: str) -> bool:
    """Whether it can be a name before a year, and not the title of a work that ends with one."""
    words = name.split()
    is_short = len(words) <= _LONGEST and not any(w.endswith(".") and len(w) > 3 for w in words)
    return is_short and _TITLE_WORDS.isdisjoint(map(str.lower, words))


_LONGEST = 3
"""Words of a family name: `van der Leeuw`."""

_TITLE_WORDS = frozenset(
    "a an the of and or in on at to for by with from as is was were war wars history origins "
    "les des et à im über und el los las il i gli o os as".split()
)
"""What no family name has, and most titles."""


def _families(who: str) -> list[str]:
    """The names before a year: `Kim, Lee, and Tao`, `Kim et al.`."""
    listed = re.sub(r"\s+et al\.?$", "", who.strip(" ,"))
    return [one for one in re.split(r",\s+(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*", listed) if one]
