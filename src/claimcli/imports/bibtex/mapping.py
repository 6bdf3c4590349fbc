"""An entry to an item of CSL, with a remark on everything that does not go into it as it stands.

pandoc's reading of biblatex is followed, but for what it loses: capitals stay as they were typed,
and a field that CSL has no variable for goes into `custom`.
"""

from __future__ import annotations

import re

from claimcli.imports.bibtex import vocabulary
from claimcli.imports.bibtex.entry_dates import Date, date_of, has_month, year_month_day
from claimcli.imports.bibtex.fields import Fields, joined
from claimcli.imports.bibtex.latex import plain
from claimcli.imports.bibtex.names import OTHERS, names, separators
from claimcli.imports.bibtex.publication import language, publication
from claimcli.imports.bibtex.syntax import Entry
from claimcli.imports.foreign import CslItem, Lines, Loss, Remark, Work, without_empty

_TAKEN = frozenset(("crossref", "xdata", "xref"))
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_IN_CONTAINERS = ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary")
_USE_PREFIX = re.compile(r"(?:^|,)\s*useprefix\s*(?:=\s*true\s*)?(?:,|$)", re.IGNORECASE)


def work_of(entry: Entry, lines: Lines) -> tuple[Work, list[Remark]]:
    """The work that an entry is, and remarks on what of it was changed or left."""
    mapping = _Mapping(entry, lines)
    item = mapping.item()
    return Work.of(entry.key or None, item, lines.place(entry.offset)), mapping.fields.remarks


class _Mapping:
    """One entry as an item of CSL, which takes one of its fields after the other."""

    def __init__(self, entry: Entry, lines: Lines) -> None:
        self.entry = entry
        self.fields = Fields(entry, lines)

    def item(self) -> CslItem:
        """The item, without an id."""
        item: CslItem = {"type": self._type()}
        item.update(self._people())
        item.update(self._titles(item["type"]))
        item.update(self._dates())
        item.update(publication(self.fields, item["type"]))
        for name, variable in vocabulary.VERBATIM.items():
            item[variable] = self.fields.verbatim(name) or item.get(variable)
        for name, variable in vocabulary.PARTS.items():
            if name in self.fields.left and not item.get(variable):
                item[variable] = self.fields.text(name)
        item["language"] = language(self.fields)
        item["note"] = joined(". ", self.fields.text("note"), self.fields.text("addendum"))
        self._rest()
        return without_empty({**item, "custom": self.fields.custom})

    # --- type, people, titles ---

    def _type(self) -> str:
        kind = self.entry.kind
        type = vocabulary.TYPES.get(kind)
        if kind == "periodical" and "issuetitle" in self.fields.left:
            return "article-journal"
        if type is None:
            message = (
                f"@{kind} is no type that CSL has; it was taken for a '{vocabulary.OTHER_TYPE}'"
            )
            self.fields.tell("entrytype", Loss.CHANGED, message)
            self.fields.custom["entrytype"] = kind
            return vocabulary.OTHER_TYPE
        subtype = self.fields.left.get("entrysubtype")
        if type == "article-journal" and subtype and subtype.text.lower() in _SUBTYPES:
            del self.fields.left["entrysubtype"]
            return _SUBTYPES[subtype.text.lower()]
        if (
            kind == "inbook"
            and not {"booktitle", "crossref", "maintitle"} & self.fields.left.keys()
        ):
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
        given = self.fields.left.get(f"{name}type")
        role = vocabulary.ROLES.get(given.text.strip().lower()) if given else None
        if role and name in self.fields.left:
            del self.fields.left[f"{name}type"]
        return role or variable

    def _names(self, name: str, use_prefix: bool) -> list[dict[str, str]]:
        field = self.fields.left.pop(name, None)
        if field is None:
            return []
        found = names(field.text, use_prefix, lambda command: None)
        for sign in separators(field.text):
            message = f"a name in '{name}' has {sign} in it: BibTeX puts `and` between names"
            self.fields.tell(name, Loss.CHANGED, message)
        named = [one for one in found if one.get("literal") != OTHERS]
        if len(named) < len(found):
            message = f"'and others' in '{name}': CSL has no word for it; it is kept in `custom`"
            self.fields.tell(name, Loss.CHANGED, message)
            self.fields.custom[f"{name}-others"] = "and others"
        return named

    def _titles(self, type: str) -> CslItem:
        title = self._title("")
        main, book = self._title("main"), self._title("book")
        journal = joined(
            ": ", self.fields.text("journaltitle"), self.fields.text("journalsubtitle")
        )
        journal = journal or self.fields.text("journal")
        if type in vocabulary.PERIODICALS or type not in (*_IN_CONTAINERS, "book"):
            container, volume = journal or book, main
        else:
            container, volume = (main, book) if main else (book or journal, "")
        if type == "book":  # the title by which its parts call it is none of its own
            return {"title": main or title, "volume-title": title if main else ""}
        if self.entry.kind == "periodical":
            issue = joined(": ", self.fields.text("issuetitle"), self.fields.text("issuesubtitle"))
            return {"title": issue or title, "container-title": title if issue else ""}
        return {"title": title, "container-title": container, "volume-title": volume}

    def _title(self, before: str) -> str:
        """A title with its subtitle and addition; `before` says of what: main, book."""
        whole = joined(
            ": ", self.fields.text(f"{before}title"), self.fields.text(f"{before}subtitle")
        )
        return joined(". ", whole, self.fields.text(f"{before}titleaddon"))

    # --- dates ---

    def _dates(self) -> CslItem:
        found: CslItem = {"issued": self._issued()}
        for name, variable in vocabulary.DATES.items():
            found[variable] = self._date(name)
        found["original-date"] = found["original-date"] or self._date("origyear")
        return found

    def _date(self, name: str) -> Date | None:
        field = self.fields.left.pop(name, None)
        return self._told(name, date_of(_bare(field.text))) if field else None

    def _issued(self) -> Date | None:
        date = self._date("date")
        year, month, day = (self.fields.left.get(part) for part in ("year", "month", "day"))
        if date is not None:
            for name in ("year", "month", "day"):
                self.fields.left.pop(name, None)  # which biblatex ignores beside `date`
            return date
        if year is None:
            return None
        parts = [_bare(part.text) if part else "" for part in (year, month, day)]
        for name in ("year", "day"):
            self.fields.left.pop(name, None)
        if not parts[1] or has_month(parts[1]):
            self.fields.left.pop("month", None)  # one that cannot be read goes into `custom`
        return self._told("year", year_month_day(*parts))

    def _told(self, name: str, date: Date) -> Date:
        if isinstance(date, dict):
            message = f"'{date['literal']}' in '{name}' is no date; it is kept as a phrase"
            self.fields.tell(name, Loss.CHANGED, message)
        return date

    # --- what CSL has no variable for ---

    def _rest(self) -> None:
        for name, field in self.fields.left.items():
            if name in _TAKEN:
                continue
            why = vocabulary.HOUSEKEEPING.get(name)
            if why or name.startswith("bdsk-"):
                self.fields.tell(
                    name, Loss.LEFT, f"'{name}' is {why or 'a path on one computer'}", field
                )
                continue
            self.fields.custom[name] = self.fields.plain(name, field.text)
            message = f"CSL has no variable for '{name}'; it is kept in `custom`"
            self.fields.tell(name, Loss.CHANGED, message, field)


def _bare(date: str) -> str:
    """A date without braces and commands; its `~` is one of EDTF."""
    return plain(date.replace("~", r"\textasciitilde{}"))
