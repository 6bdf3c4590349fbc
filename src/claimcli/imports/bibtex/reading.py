"""A .bib file to works."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcli.imports.bibtex.inheritance import inherited
from claimcli.imports.bibtex.mapping import work_of
from claimcli.imports.bibtex.syntax import Entry, Syntax
from claimcli.imports.foreign import Foreign, Loss, Remark, Work

_NO_WORKS = ("set", "xdata")
_REFERRING = re.compile(r"(?:crossref|xdata)\s*=", re.IGNORECASE)


def read(text: str) -> Foreign:
    """The works of a text in BibTeX or biblatex. Never raises for what is in it."""
    syntax = Syntax(text)
    remarks = syntax.remarks
    entries: Iterable[Entry] = syntax.entries()
    if _REFERRING.search(text):  # else each can go as soon as it is a work
        entries, missing = inherited(entries)
        for entry, field, key in missing:
            message = f"there is no entry '{key}' to take anything from"
            place = syntax.lines.place(field.offset)
            remarks.append(Remark(place, Loss.CHANGED, message, entry.key))
    works: list[Work] = []
    first: dict[str, Work] = {}
    for entry in entries:
        if entry.kind in _NO_WORKS:
            remarks.append(_left(syntax, entry, f"@{entry.kind} is no work"))
            continue
        work, told = work_of(entry, syntax.lines)
        earlier = first.setdefault(entry.key, work) if entry.key else work
        if earlier is work:
            works.append(work)
            remarks += told
        else:
            where = f"line {earlier.place.line} has '{entry.key}' already"
            same = earlier.csl == work.csl
            how = "the same" if same else "otherwise; this one was left, for the first counts"
            remarks.append(_left(syntax, entry, f"{where}, {how}"))
    remarks.sort(key=lambda remark: remark.place)
    return Foreign("bibtex", tuple(works), remarks=tuple(remarks))


def _left(syntax: Syntax, entry: Entry, message: str) -> Remark:
    return Remark(syntax.lines.place(entry.offset), Loss.LEFT, message, entry.key or None)
