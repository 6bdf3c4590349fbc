"""RIS, as EndNote, Zotero and library catalogues write it.

A record begins with TY and ends with ER. What is not quite so is read all the same, and told: a
blank before a tag, one blank for two, tags in small letters, a record that the next one ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcli.corpus import synonyms
from claimcli.imports import ris_tags
from claimcli.imports.bibtex.entry_dates import Date, date_of, year_month_day
from claimcli.imports.foreign import CslItem, Foreign, Loss, Place, Remark, Work, without_empty

_LINE = re.compile(r"([ \t\ufeff]*)([A-Z][A-Z0-9])([ \t]{0,3})-(?:[ \t]|$)(.*)", re.DOTALL)
_SMALL = re.compile(_LINE.pattern, re.DOTALL | re.IGNORECASE)
_BEGINS = re.compile(r"^[ \t\ufeff]*TY[ \t]{0,3}-", re.MULTILINE)
_NUMBER = re.compile(r"\s*(?:\d+\.?|<\d+>)\s*")
"""What some databases print above each record."""
_TELLING = frozenset(("TI", "T1", "AU", "A1"))
_INITIALS = re.compile(r"(\S.*?)\s+((?:[^\W\d_a-z]\.[ -]?)+)")


class _Tag(NamedTuple):
    name: str
    value: str
    place: Place


class _Record(NamedTuple):
    tags: list[_Tag]
    place: Place


def read(text: str) -> Foreign:
    """The works of a text in RIS. Never raises for what is in it."""
    remarks: list[Remark] = []
    works = []
    for record in _records(text, remarks):
        mapping = _Mapping(record, remarks)
        works.append(Work.of(mapping.key(), mapping.item(), record.place))
    return Foreign("ris", tuple(works), remarks=tuple(remarks))


def _records(text: str, remarks: list[Remark]) -> Iterator[_Record]:
    """The records of a text, each with its tags; a line without one goes on with the line above."""
    form = _LINE if _BEGINS.search(text) else _SMALL
    record: _Record | None = None
    stray: list[_Tag] = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        found = form.match(line)
        name = found[2].upper() if found else ""
        tag = _Tag(name, (found[4] if found else line).strip(), _place(number, found))
        if name == "TY":
            _tell_stray(stray, remarks)
            if record:
                yield _unended(record, remarks)
            record = _Record([tag], tag.place)
        elif name == "ER":
            if record:
                yield record
            record = None
        elif record:
            _take(tag, record)
        elif tag.value and not _NUMBER.fullmatch(line):
            stray.append(tag)
    _tell_stray(stray, remarks)
    if record:
        yield _unended(record, remarks)


def _place(number: int, found: re.Match[str] | None) -> Place:
    return Place(number, len(found[1]) + 1 if found else 1)


def _take(tag: _Tag, record: _Record) -> None:
    """Put a tag into a record; a line without one belongs to the tag above."""
    if tag.name:
        record.tags.append(tag)
    elif tag.value:
        last = record.tags[-1]
        record.tags[-1] = last._replace(value=f"{last.value} {tag.value}")


def _tell_stray(stray: list[_Tag], remarks: list[Remark]) -> None:
    """Tell of lines outside of a record; with a title or a name they are one themselves."""
    if not stray:
        return
    listed = ", ".join(dict.fromkeys(tag.name for tag in stray if tag.name)) or stray[0].value[:40]
    is_record = any(tag.name in _TELLING for tag in stray)
    message = f"'{listed}' stands outside of any record" + ": no TY begins one" * is_record
    loss = Loss.BROKEN if is_record else Loss.LEFT
    remarks.append(Remark(stray[0].place, loss, message))
    stray.clear()


def _unended(record: _Record, remarks: list[Remark]) -> _Record:
    message = "the record that begins here has no ER; it was read up to the next one"
    remarks.append(Remark(record.place, Loss.CHANGED, message))
    return record


class _Mapping:
    """One record as an item of CSL."""

    def __init__(self, record: _Record, remarks: list[Remark]) -> None:
        self.record = record
        self.remarks = remarks
        self.values: dict[str, list[_Tag]] = {}
        for tag in record.tags:
            if tag.value:
                self.values.setdefault(tag.name, []).append(tag)

    def key(self) -> str | None:
        """The record's ID where it is a citation key and no number."""
        written = self._first("ID")
        return (
            written if written and any(map(str.isalpha, written)) and " " not in written else None
        )

    def item(self) -> CslItem:
        """The item, without an id."""
        type = self._type()
        item: CslItem = {"type": type}
        self._series(type, item)
        for name, variable in ris_tags.PLAIN.items():
            if not item.get(variable):
                item[variable] = self._first(name)
        if not item.get("title"):  # a book may only have the title by which chapters call it
            named = (
                "title-short" if item.get("title-short") or type != "book" else "container-title"
            )
            item["title"] = item.pop(named, None)
        for name, (variable, separator) in ris_tags.LISTS.items():
            item[variable] = separator.join(tag.value for tag in self.values.pop(name, ()))
        self._people(type, item)
        self._dates(item)
        self._numbers(type, item)
        item["genre"] = self._first("M3")
        item["custom"] = self._rest()
        return without_empty(item)

    def _first(self, name: str) -> str:
        """The value of a tag, taken; more than one value leaves the rest to be kept."""
        tags = self.values.get(name)
        if not tags:
            return ""
        value = tags[0].value
        self.values[name] = [tag for tag in tags[1:] if tag.value != value]
        if not self.values[name]:
            del self.values[name]
        return value

    def _tell(self, tag: _Tag, loss: Loss, message: str) -> None:
        self.remarks.append(Remark(tag.place, loss, message, about=tag.name))

    def _type(self) -> str:
        tag = self.record.tags[0]
        self.values.pop("TY", None)
        word = re.sub(r"[\W_]+", "-", tag.value.lower())
        type = ris_tags.TYPES.get(tag.value.upper()) or synonyms.TYPES.get(word)
        if type is None:
            message = f"'{tag.value}' is no type of RIS that CSL has; it was taken for a 'document'"
            self._tell(tag, Loss.CHANGED, message)
        return type or "document"

    def _series(self, type: str, item: CslItem) -> None:
        """T2 is what a work is in: a periodical, a book, or a series of books."""
        variable = "collection-title" if type in ("book", "report", "map") else "container-title"
        if type == "paper-conference" and "C3" in self.values:  # T2 is what was held there
            item["container-title"], variable = self._first("C3"), "event-title"
        item[variable] = self._first("T2")
        item["collection-title"] = item.get("collection-title") or self._first("T3")

    def _people(self, type: str, item: CslItem) -> None:
        """Names; A2 and A3 change places where a work is a book itself."""
        second, third = "editor", "collection-editor"
        if type == "book":
            second, third = third, second
        elif type == "personal_communication":
            second = "recipient"
        roles = {**ris_tags.NAMES, "A2": second, "A3": third}
        if type == "chapter":
            roles["C2"] = "container-author"
        for name, role in roles.items():
            if role == third and type not in (*ris_tags.IN_SERIES, "book"):
                continue
            found = [_name(tag.value) for tag in self.values.pop(name, ())]
            item[role] = [*item.get(role, ()), *found]

    def _dates(self, item: CslItem) -> None:
        dates = [(tag, _date(tag.value)) for name in ("DA", "PY", "Y1") for tag in self._all(name)]
        read = [date for _, date in dates if isinstance(date, str)]
        item["issued"] = max(read, key=len) if read else (dates[0][1] if dates else None)
        if dates and not read:
            tag = dates[0][0]
            self._tell(tag, Loss.CHANGED, f"'{tag.value}' is no date; it is kept as a phrase")
        accessed = self._first("Y2")
        item["accessed"] = _date(accessed) if accessed else None

    def _all(self, name: str) -> list[_Tag]:
        return self.values.pop(name, [])

    def _numbers(self, type: str, item: CslItem) -> None:
        number, first, last = self._first("IS"), self._first("SP"), self._first("EP")
        variable = "issue" if type in ris_tags.PERIODICALS else "number"
        if type in (*ris_tags.IN_SERIES, "book"):
            item["collection-number"] = self._first("SV") or self._first("M1")
        item[variable] = number or self._first("M1")
        if type in ris_tags.PERIODICALS:  # that of an article without pages
            item["number"] = self._first("C7")
        pages = (
            f"{first}-{last}" if first and last and "-" not in first and first != last else first
        )
        item["number-of-pages" if type in ("book", "thesis") else "page"] = pages or last
        serial = self._first("SN")
        digits = re.sub(r"[^\dXx]", "", serial)
        if type == "report" and len(digits) not in (8, 10, 13):
            item["number"] = serial
        else:
            item["ISSN" if type in ris_tags.PERIODICALS or len(digits) == 8 else "ISBN"] = serial

    def _rest(self) -> dict[str, str]:
        custom = {}
        for name, tags in self.values.items():
            if name == "ID":
                continue
            if name in ris_tags.HOUSEKEEPING:
                self._tell(tags[0], Loss.LEFT, f"{name} says nothing of the work")
                continue
            if name in ris_tags.ATTACHMENTS:
                self._tell(tags[0], Loss.LEFT, f"{name} is a link to a file or a database")
                continue
            custom[name] = "; ".join(tag.value for tag in tags)
            message = f"{name} has no place in CSL; it is kept in `custom`"
            self._tell(tags[0], Loss.CHANGED, message)
        return custom


def _name(text: str) -> dict[str, str]:
    """`Family, Given, Suffix`; without a comma only `Family A.B.` is split."""
    if "," not in text and (found := _INITIALS.fullmatch(text.strip())):
        return {"family": found[1], "given": found[2]}
    parts = [part.strip() for part in text.split(",", 2)]
    if len(parts) == 1 or not parts[0]:
        return {"literal": text.strip(", ")}
    name = dict(zip(("family", "given", "suffix"), parts, strict=False))
    return {part: value for part, value in name.items() if value}


def _date(text: str) -> Date:
    """`1975/03/09/spring`: year, month, day, and words, of which most may be empty."""
    parts = [part.strip() for part in text.split("/")]
    if len(parts) == 2 and len(parts[1]) == 4:
        return date_of(text)  # two years
    if len(parts) == 1 or not parts[0].isdecimal():
        return date_of(text)
    return year_month_day(*(part.lstrip("0") if n else part for n, part in enumerate(parts[:3])))
