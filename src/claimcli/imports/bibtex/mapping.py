"""An entry to an item of CSL, with a remark on everything that does not go into it as it stands.

pandoc's reading of biblatex is followed, but for what it loses: capitals stay as they were typed,
and a field that CSL has no variable for goes into `custom`.
"""

from __future__ import annotations

import re

from claimcli.imports.bibtex import vocabulary
from claimcli.imports.bibtex.entry_dates import Date, date_of, has_month, year_month_day
from claimcli.imports.bibtex.latex import plain, url
from claimcli.imports.bibtex.names import OTHERS, literals, names
from claimcli.imports.bibtex.syntax import Entry, Field
from claimcli.imports.foreign import CslItem, Lines, Loss, Remark, Work, without_empty

_TAKEN = frozenset(("crossref", "xdata", "xref"))
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_IN_PERIODICALS = ("periodical", "article-journal", "article-newspaper", "article-magazine")
_IN_CONTAINERS = ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary")
_NUMBERED = ("book", "chapter", "entry-encyclopedia", "paper-conference")
"""Types of works whose number is that in a series."""
_BIBLATEX = frozenset(("date", "location", "journaltitle"))
"""Fields of biblatex by which an entry is known as one: there, publishers are a list."""
_USE_PREFIX = re.compile(r"(?:^|,)\s*useprefix\s*(?:=\s*true\s*)?(?:,|$)", re.IGNORECASE)
_ORDINALS = {"1": "st", "2": "nd", "3": "rd", "11": "th", "12": "th", "13": "th"}
_URL = re.compile(r"\\url\s*\{([^{}]*)\}|https?://\S+")


def work_of(entry: Entry, lines: Lines) -> tuple[Work, list[Remark]]:
    """The work that an entry is, and remarks on what of it was changed or left."""
    mapping = _Mapping(entry, lines)
    item = mapping.item()
    return Work(entry.key or None, item, lines.place(entry.offset)), mapping.remarks


class _Mapping:
    """One entry, with the fields of it that have not been taken yet."""

    def __init__(self, entry: Entry, lines: Lines) -> None:
        self.entry = entry
        self.lines = lines
        self.left = {name: f for name, f in entry.fields.items() if f.text.strip()}
        self.remarks: list[Remark] = []
        self.custom: dict[str, str] = {}
        self.is_biblatex = not _BIBLATEX.isdisjoint(self.left)

    def item(self) -> CslItem:
        """The item, without an id."""
        item: CslItem = {"type": self._type()}
        item.update(self._people())
        item.update(self._titles(item["type"]))
        item.update(self._dates())
        item.update(self._publication(item["type"]))
        for name, variable in vocabulary.VERBATIM.items():
            item[variable] = self._verbatim(name) or item.get(variable)
        for name, variable in vocabulary.PARTS.items():
            if name in self.left and not item.get(variable):
                item[variable] = self._text(name)
        item["language"] = self._language()
        item["note"] = _joined(". ", self._text("note"), self._text("addendum"))
        self._rest()
        return without_empty({**item, "custom": self.custom})

    # --- one field ---

    def tell(self, name: str, loss: Loss, message: str, field: Field | None = None) -> None:
        """A remark on a field."""
        field = field or self.entry.fields.get(name)
        place = self.lines.place(field.offset if field else self.entry.offset)
        self.remarks.append(Remark(place, loss, message, self.entry.key or None, name))

    def _text(self, name: str) -> str:
        """A field as plain text; empty where there is none. It is taken."""
        field = self.left.pop(name, None)
        return self._plain(name, field.text) if field else ""

    def _plain(self, name: str, text: str) -> str:
        def unknown(command: str) -> None:
            message = f"'{command}' in '{name}' is a command that is not known; it stays as typed"
            self.tell(name, Loss.CHANGED, message)

        return plain(text, unknown)

    def _verbatim(self, name: str) -> str:
        field = self.left.pop(name, None)
        return url(field.text) if field else ""

    def _texts(self, name: str, separator: str = "; ") -> str:
        """A list, such as of places, as one text."""
        field = self.left.pop(name, None)
        return separator.join(
            self._plain(name, one) for one in literals(field.text if field else "")
        )

    # --- type, people, titles ---

    def _type(self) -> str:
        kind = self.entry.kind
        type = vocabulary.TYPES.get(kind)
        if kind == "periodical" and "issuetitle" in self.left:
            return "article-journal"
        if type is None:
            message = (
                f"@{kind} is no type that CSL has; it was taken for a '{vocabulary.OTHER_TYPE}'"
            )
            self.tell("entrytype", Loss.CHANGED, message)
            self.custom["entrytype"] = kind
            return vocabulary.OTHER_TYPE
        subtype = self.left.get("entrysubtype")
        if type == "article-journal" and subtype and subtype.text.lower() in _SUBTYPES:
            del self.left["entrysubtype"]
            return _SUBTYPES[subtype.text.lower()]
        if kind == "inbook" and not {"booktitle", "crossref", "maintitle"} & self.left.keys():
            return "book"  # of BibTeX: the title is that of the book
        return type

    def _people(self) -> CslItem:
        found: CslItem = {}
        options = self.entry.fields.get("options")
        use_prefix = bool(options and _USE_PREFIX.search(options.text))
        for name, variable in vocabulary.PEOPLE.items():
            found[self._role(name, variable)] = self._names(name, use_prefix)
        for name in ("editora", "editorb", "editorc"):
            role = self._role(name, "")
            if role:
                found[role] = self._names(name, use_prefix)
        return found

    def _role(self, name: str, variable: str) -> str:
        """The variable for a name field: an editor may be a compiler."""
        given = self.left.get(f"{name}type")
        role = vocabulary.ROLES.get(given.text.strip().lower()) if given else None
        if role and name in self.left:
            del self.left[f"{name}type"]
        return role or variable

    def _names(self, name: str, use_prefix: bool) -> list[dict[str, str]]:
        field = self.left.pop(name, None)
        if field is None:
            return []
        found = names(field.text, use_prefix, lambda command: None)
        named = [one for one in found if one.get("literal") != OTHERS]
        if len(named) < len(found):
            message = f"'and others' in '{name}': CSL has no word for it; it is kept in `custom`"
            self.tell(name, Loss.CHANGED, message)
            self.custom[f"{name}-others"] = "and others"
        return named

    def _titles(self, type: str) -> CslItem:
        title = self._title("")
        main, book = self._title("main"), self._title("book")
        journal = _joined(": ", self._text("journaltitle"), self._text("journalsubtitle"))
        journal = journal or self._text("journal")
        if type in _IN_PERIODICALS or type not in (*_IN_CONTAINERS, "book"):
            container, volume = journal or book, main
        else:
            container, volume = (main, book) if main else (book or journal, "")
        if type == "book":  # the title by which its parts call it is none of its own
            return {"title": main or title, "volume-title": title if main else ""}
        if self.entry.kind == "periodical":
            issue = _joined(": ", self._text("issuetitle"), self._text("issuesubtitle"))
            return {"title": issue or title, "container-title": title if issue else ""}
        return {"title": title, "container-title": container, "volume-title": volume}

    def _title(self, before: str) -> str:
        """A title with its subtitle and addition; `before` says of what: main, book."""
        whole = _joined(": ", self._text(f"{before}title"), self._text(f"{before}subtitle"))
        return _joined(". ", whole, self._text(f"{before}titleaddon"))

    # --- dates ---

    def _dates(self) -> CslItem:
        found: CslItem = {"issued": self._issued()}
        for name, variable in vocabulary.DATES.items():
            found[variable] = self._date(name)
        found["original-date"] = found["original-date"] or self._date("origyear")
        return found

    def _date(self, name: str) -> Date | None:
        field = self.left.pop(name, None)
        return self._told(name, date_of(_bare(field.text))) if field else None

    def _issued(self) -> Date | None:
        date = self._date("date")
        year, month, day = (self.left.get(part) for part in ("year", "month", "day"))
        if date is not None:
            for name in ("year", "month", "day"):
                self.left.pop(name, None)  # which biblatex ignores beside `date`
            return date
        if year is None:
            return None
        parts = [_bare(part.text) if part else "" for part in (year, month, day)]
        for name in ("year", "day"):
            self.left.pop(name, None)
        if not parts[1] or has_month(parts[1]):
            self.left.pop("month", None)  # one that cannot be read goes into `custom`
        return self._told("year", year_month_day(*parts))

    def _told(self, name: str, date: Date) -> Date:
        if isinstance(date, dict):
            message = f"'{date['literal']}' in '{name}' is no date; it is kept as a phrase"
            self.tell(name, Loss.CHANGED, message)
        return date

    # --- where and by whom it was published ---

    def _publication(self, type: str) -> CslItem:
        item: CslItem = {}
        self._found_url(item)
        self._preprint(item)
        places = _joined("; ", *dict.fromkeys((self._texts("location"), self._texts("address"))))
        if type == "patent":
            named = (vocabulary.COUNTRIES.get(place, place) for place in places.split("; "))
            item["jurisdiction"] = "; ".join(named)
        else:
            item["publisher-place"] = places
        houses = ("school", "institution", "organization", "howpublished", "publisher")
        take = self._texts if self.is_biblatex else self._text
        item["publisher"] = _joined("; ", *dict.fromkeys(map(take, houses)))
        item["collection-title"] = self._series(type)
        item["page"] = self._pages()
        item["genre"] = self._genre()
        item["volume"] = _joined(".", self._text("volume"), self._text("part"))
        if "number" in self.left:
            variable = "number"
            if type in _IN_PERIODICALS:
                variable = "issue"
            elif type in _NUMBERED:
                variable = "collection-number"
            item[variable] = self._text("number")
        if type in _IN_PERIODICALS and not item.get("issue"):
            item["issue"] = self._text("issue")
        return item

    def _found_url(self, item: CslItem) -> None:
        """An address in `howpublished` or `note`, where BibTeX has no field for one."""
        for name in ("howpublished", "note"):
            field = self.left.get(name)
            found = _URL.fullmatch(field.text.strip()) if field else None
            if found and "url" not in self.left:
                del self.left[name]
                item["URL"] = url(found[1] or found[0])

    def _preprint(self, item: CslItem) -> None:
        """An address of arXiv or JSTOR from its number, where there is no other."""
        field = self.left.get("eprint")
        kind = self.left.get("eprinttype") or self.left.get("archiveprefix")
        known = _ADDRESSES.get(kind.text.strip().lower()) if kind else None
        if field and known and "url" not in self.left:
            item.setdefault("URL", known + url(field.text))

    def _series(self, type: str) -> str:
        """A series; that of a journal may be a number, or one of two words."""
        series = self._text("series")
        if type in _IN_PERIODICALS and series.isdecimal():
            ending = _ORDINALS.get(series[-2:]) or _ORDINALS.get(series[-1], "th")
            return f"{series}{ending} series"
        return {"newseries": "New series", "oldseries": "Old series"}.get(series, series)

    def _pages(self) -> str:
        pages = self._text("pages")
        return re.sub(r"\s*[–—]\s*", "-", pages)

    def _genre(self) -> str:
        genre = self._text("type")
        return vocabulary.TYPE_STRINGS.get(genre, genre) or vocabulary.GENRES.get(
            self.entry.kind, ""
        )

    def _language(self) -> str:
        named = self._text("langid").lower()
        variant = self.left.get("langidopts")
        if named == "english" and variant:
            said = variant.text.rpartition("=")[2].strip().lower()
            named = said if said in vocabulary.LANGUAGES else named
        languages = [one.strip() for one in self._texts("language", ",").split(",") if one.strip()]
        if not named and len(languages) == 1:
            return vocabulary.LANGUAGES.get(languages[0].lower(), languages[0])
        if languages:
            self.custom["language"] = ", ".join(languages)
        return vocabulary.LANGUAGES.get(named, named)

    # --- what CSL has no variable for ---

    def _rest(self) -> None:
        for name, field in self.left.items():
            if name in _TAKEN:
                continue
            why = vocabulary.HOUSEKEEPING.get(name)
            if why or name.startswith("bdsk-"):
                self.tell(name, Loss.LEFT, f"'{name}' is {why or 'a path on one computer'}", field)
                continue
            self.custom[name] = self._plain(name, field.text)
            message = f"CSL has no variable for '{name}'; it is kept in `custom`"
            self.tell(name, Loss.CHANGED, message, field)


_ADDRESSES = {
    "googlebooks": "https://books.google.com?id=",
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "hdl": "https://hdl.handle.net/",
}


def _bare(date: str) -> str:
    """A date without braces and commands; its `~` is one of EDTF."""
    return plain(date.replace("~", r"\textasciitilde{}"))


def _joined(separator: str, *parts: str) -> str:
    """The parts that there are; a stop at the end of one is not doubled."""
    whole = ""
    for part in filter(None, parts):
        ends = whole.endswith((".", "?", "!")) and separator[0] in ".:"
        whole = f"{whole} {part}" if ends else f"{whole}{separator if whole else ''}{part}"
    return whole
