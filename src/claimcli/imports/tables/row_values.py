"""The fields of a claim from the cells of a row, in the words and ids of a corpus."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus import synonyms
from claimcli.corpus.csl import DATES, NAMES, SOURCE, TYPES
from claimcli.imports.bibtex.entry_dates import edtf
from claimcli.imports.bibtex.names import names
from claimcli.imports.foreign import CslItem, without_empty
from claimcli.imports.printed_pages import page
from claimcli.imports.tables import cells
from claimcli.imports.tables.called.called_records import CalledRecords
from claimcli.imports.tables.called.holders import is_phrase
from claimcli.imports.tables.called.proposals import Unfit
from claimcli.imports.zotero import TYPES as ZOTERO

KINDS = {field.name: field.value for field in CLAIM_FIELDS if field.name != "id"}
"""What kind of value each field of a claim takes, but its id."""

_OF_WORK = tuple(
    name for name in SOURCE.fields if name not in ("id", "note", "locator", "page", "source")
)
_WORK = ("citation", "source", "locator", "page", *_OF_WORK)
"""The columns that say in which work, and where in it, a claim is made."""

_HOLDERS = re.compile(r"\s+(?:and|&|und|et|и)\s+")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:[ ,]+[\w.'’-]+){0,3}")


class RowValues:
    """A row by the fields that its columns are: texts, or values of JSON."""

    def __init__(self, cells_by_field: Mapping[str, Any], called: CalledRecords) -> None:
        self._row = cells_by_field
        self._called = called
        self._values: dict[str, Any] = {}
        self._read: dict[str, Callable[[Any], Any]] = {
            "scholars": lambda value: self.holders(),
            "work": lambda value: self._citation(),
            "works": lambda value: self._works(value, "via"),
            "grounds": lambda value: self._works(value, "basis"),
            "relations": cells.relations,
            "answers": lambda value: cells.parts(value, ";,"),
            "fields": lambda value: cells.parts(value, ";,"),
            "tags": cells.parts,
            "stamp": cells.stamp,
        }

    def text(self, field: str) -> str:
        """A cell as one text, empty where there is none; without line breaks, but in JSON."""
        value = self._row.get(field)
        text = cells.plain(value)
        return text if isinstance(value, cells.Exact) else " ".join(text.split())

    def has(self, field: str) -> bool:
        """Whether the row says anything for a field of a claim."""
        fields = _WORK if field == "citation" else (field,)
        return any(self.text(name) not in ("", "[]", "{}") for name in fields)

    def demand_values(self) -> None:
        """Raise `Unfit` for a cell that is a formula, or an error of a spreadsheet."""
        for field, value in self._row.items():
            is_typed = isinstance(value, str) and not isinstance(value, cells.Exact)
            flaw = cells.flawed(field, value.strip()) if is_typed else None
            if flaw:
                raise Unfit(f"{field}: {flaw}")

    def question(self) -> str | None:
        """The id of its question, which may be a new one."""
        return self._called.questions.question(self.text("question"), self.text("question_text"))

    def value(self, field: str, question: str | None) -> Any:
        """The value of a field as it is written; None where the row has none."""
        if field == "stance":
            return self._stance(question)
        if field not in self._values:
            self._values[field] = self._value(field)
        return self._values[field]

    def _value(self, field: str) -> Any:
        if not self.has(field):
            return None
        read = self._read.get(KINDS[field])
        if read:
            return read(self._row.get(field))
        return cells.whole(self.text(field)) if field == "period" else self.text(field)

    def _stance(self, question: str | None) -> str | None:
        given, label = self.text("stance"), self.text("stance_label")
        if question is None:
            if given or label:
                raise Unfit(f"the stance '{given or label}' has no question")
            return None
        return self._called.questions.stance(question, given, label)

    # --- Holders ---

    def holders(self) -> list[str]:
        """The ids of its holders, some of whom may be new."""
        more = {name: self.text(name) for name in ("kind", "school")}
        read = cells.structured(self._row.get("scholars"))
        named = read if isinstance(read, list) else _names_in(self.text("scholars"), self._called)
        if any(map(is_phrase, map(cells.plain, named))):
            more["witness"] = self._witness()
        return list(
            dict.fromkeys(self._called.holders.scholar(one, more, self._cited_id) for one in named)
        )

    def _cited_id(self) -> str:
        """The id of the work that it cites, where that is known."""
        given = cells.structured(self._row.get("citation"))
        if isinstance(given, dict):
            return cells.plain(given.get("source"))
        found = self._called.works.called(self.text("citation") or self.text("source"))
        return found[0] if found else ""

    def _witness(self) -> str:
        """The id of the work that was read."""
        via = self.value("via", None)
        work = via[-1] if via else self.value("citation", None) or {}
        return str(work.get("source", ""))

    # --- Works ---

    def _citation(self) -> dict[str, str]:
        """The holder's own work, and the place in it."""
        given = cells.structured(self._row.get("citation"))
        if isinstance(given, dict):
            return self._cited(given, is_own=True)
        text = self.text("citation") or self.text("source")
        found = self._called.works.called(text) if text else None
        id, locator = found or (self._own_work(text), "")
        return without_empty({"source": id, "locator": self._place() or locator})

    def _place(self) -> str:
        return locator_of(self.text("locator"), self.text("page"))

    def _own_work(self, text: str) -> str:
        item, rest = self._item(), text
        if not text and not item.get("title") and not item.get("issued"):
            raise Unfit("the row names no work: neither a source nor a title")
        short = re.fullmatch(r"(.*?\s-?\d{3,4}[a-z]?), (.+)", text)
        if short:
            rest = short[1]
        authors = [] if item.get("author") else self._authors()
        return self._called.works.new(rest, item, authors)

    def _authors(self) -> list[dict[str, str]]:
        """Its holders as authors of a work of their own."""
        read = cells.structured(self._row.get("scholars"))
        listed = read if isinstance(read, list) else _names_in(self.text("scholars"), self._called)
        found: list[dict[str, str]] = []
        for one in listed:
            name = cells.plain(one.get("name")) if isinstance(one, dict) else cells.plain(one)
            name = self._called.holders.name_of(name)
            split = names(name)
            found += split if len(split) == 1 else [{"literal": name}]
        return found

    def _item(self) -> CslItem:
        """The variables of CSL that the row has, for a work that is new."""
        given = (name for name in _OF_WORK if name in self._row)
        return without_empty({name: csl_value(name, self._row[name]) for name in given})

    def _cited(self, given: Mapping[str, Any], is_own: bool = False) -> dict[str, str]:
        """A work and the place in it, as JSON has them."""
        id, locator = (cells.plain(given.get(key)) for key in ("source", "locator"))
        text = cells.plain(given.get("text"))
        if self._called.known.kind(id) != "source":
            item = {"id": id, **(self._item() if is_own else {})}
            short = text.removesuffix(f", {locator}") if locator else text
            id = self._called.works.new(short, item, self._authors() if is_own else [])
        return without_empty({"source": id, "locator": locator})

    def _works(self, value: Any, field: str) -> list[dict[str, str]]:
        read = cells.structured(value)
        if isinstance(read, list):
            return [self._ground(one) for one in read]
        return [self._named(text, field) for text in self._apart(cells.plain(value), field)]

    def _ground(self, one: Any) -> dict[str, str]:
        if isinstance(one, dict) and cells.plain(one.get("claim")):
            return {"claim": cells.plain(one["claim"])}
        return self._cited(one) if isinstance(one, dict) else self._named(cells.plain(one), "basis")

    def _apart(self, text: str, field: str) -> list[str]:
        """The works of a cell; a `;` within a place or a statement does not part them."""
        pieces = [piece for piece in re.split(r"\s*;\s+|\s*\n\s*|;$", text) if piece]
        found: list[str] = []
        at = 0
        while at < len(pieces):
            end = self._end_of_statement(pieces, at) if field == "basis" else at + 1
            piece = "; ".join(pieces[at:end])
            is_new = end - at > 1 or not found or self._is_work(piece)
            found = [*found, piece] if is_new else [*found[:-1], f"{found[-1]}; {piece}"]
            at = end
        return found

    def _end_of_statement(self, pieces: list[str], at: int) -> int:
        """Behind the last of the pieces that together are the statement of a claim."""
        for end in range(min(len(pieces), at + 12), at + 1, -1):
            if self._called.statement("; ".join(pieces[at:end])):
                return end
        return at + 1

    def _is_work(self, text: str) -> bool:
        known = self._called.works.called(text) or self._called.statement(text)
        return bool(known) or self._called.known.kind(text) == "claim" or bool(_cited(text))

    def _named(self, text: str, field: str) -> dict[str, str]:
        """A work, or of a basis a claim, by what it is called."""
        if field == "basis":
            claim = (
                text if self._called.known.kind(text) == "claim" else self._called.statement(text)
            )
            if claim:
                return {"claim": claim}
        found = self._called.works.called(text)
        if found:
            return without_empty({"source": found[0], "locator": found[1]})
        short = _cited(text)
        named, locator = (short[1], short[2] or "") if short else (text, "")
        return without_empty({"source": self._called.works.new(named, {}, []), "locator": locator})


def _cited(text: str) -> re.Match[str] | None:
    return re.fullmatch(r"(\S.*?\s-?\d{3,4}[a-z]?)(?:, (.+))?", text)


def _names_in(text: str, called: CalledRecords) -> list[str]:
    """The names in a cell: with semicolons between, or `and` between what are names."""
    found: list[str] = []
    for part in cells.parts(text):
        pieces = _HOLDERS.split(part)
        is_one = called.holders.is_scholar(part) or not all(map(_NAME.fullmatch, pieces))
        found += [part] if is_one else pieces
    return found


def locator_of(locator: str, number: str) -> str:
    """The place in a work: as it stands, or from the number of a page, which Excel may point."""
    return locator or page(cells.whole(number)) or ""


def type_of(text: str) -> str:
    """A type of CSL, from what people and Zotero call it; what is unknown stays."""
    word = re.sub(r"[\W_]+", "-", text.lower())
    known = {of_zotero.lower(): of_csl for of_zotero, of_csl in ZOTERO.items()}
    return text if text in TYPES else synonyms.TYPES.get(word) or known.get(word, text.lower())


def csl_value(name: str, value: Any) -> Any:
    """A cell as the value of a variable of CSL; None where it says nothing."""
    read = cells.structured(value)
    if read is not None:
        return read
    text = cells.whole(" ".join(cells.plain(value).split()))
    if not text:
        return None
    if name == "type":
        return type_of(text)
    if name in NAMES:
        listed = (part for half in text.split("|") for part in cells.parts(half))
        return [one for part in listed for one in names(part)]
    if name in DATES:
        found = edtf(text) or (f"{int(text):04}" if re.fullmatch(r"-?\d{1,4}", text) else None)
        return found or {"literal": text}
    return text
