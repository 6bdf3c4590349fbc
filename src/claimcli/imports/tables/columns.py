"""Which field each column of a table is: by its name, a customary word for it, or a map.

The fields of a claim come from `claim_fields`, those of other records from `corpus.schema`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus import synonyms
from claimcli.corpus.csl import SOURCE
from claimcli.corpus.schema import NAME, QUESTION, SCHOLAR, STANCE
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.imports.foreign import Loss, Remark, Sheet

CLAIM_COLUMNS = (
    *(field.name for field in CLAIM_FIELDS),
    *("question", "question_text", "stance_label", "source", "locator", "page", "quote_source"),
    *("kind", "school"),
    *(name for name in SOURCE.fields if name not in ("id", "note", "locator", "page", "source")),
)
"""What a column of a table of claims may be: a field of a claim, part of its question, its work
and where in it, its holders' kind and school, or a variable of CSL for a work that is new."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "claim": CLAIM_COLUMNS,
    "draft": (*CLAIM_COLUMNS, "from"),
    "source": (*SOURCE.fields, "csl"),
    "scholar": tuple(SCHOLAR.fields),
    "name": tuple(NAME.fields),
    "question": (*QUESTION.fields, "stances"),
    "stance": ("id", "question", *STANCE.fields),
}
"""The fields that a table of each kind of record may have as columns."""

FOLLOWING = frozenset(
    "second_hand quote_source year score matches secondary file line text voices first_hand "
    "unnamed contemporaries witnesses by_reading claims questions first_hand_claims "
    "second_hand_claims original_date".split()
)
"""Columns of what claimcli prints that follow from other records."""

SYNONYMS = {
    "statement": "text claim argument thesis assertion",
    "scholars": "scholar holder holders historian historians",
    "stance": "position side",
    "question": "issue topic debate",
    "source": "work reference publication",
    "locator": "place",
    "page": "pages p pp",
    "quote": "quotation passage excerpt highlight",
    "via": "reported-in quoted-in cited-in",
    "issued": "year",
    "author": "authors",
    "editor": "editors",
    "note": "notes comment comments remark remarks",
    "tags": "tag keywords",
    "recorded": "recorder recorded-by",
}
"""Customary words for the fields of a claim, beside their names."""

_WORDS = {word: field for field, words in SYNONYMS.items() for word in words.split()}

WORKS = {
    "type": "item-type reference-type",
    "title": "title-of-work title-of-book title-of-article",
    "issued": "publication-year",
    "publisher-place": "place-published",
    "container-title": "publication-title journal-title title-of-journal book-title",
    "page": "page-range",
    "number-of-pages": "num-pages",
    "abstract": "abstract-note",
    "keyword": "keywords manual-tags",
}
"""Further words for variables of CSL, as Zotero and EndNote write them in tables."""

_OF_WORKS = {word: name for name, words in WORKS.items() for word in words.split()}


class Mapped(NamedTuple):
    """What somebody says of the columns of a table.

    `fields` are the fields of columns that are named, `fixed` values that every row has.
    """

    fields: Mapping[str, str] = {}
    fixed: Mapping[str, str] = {}


def kind_of(columns: Iterable[str], mapped: Mapped) -> str | None:
    """The kind of record that the rows of a table are, told from its columns; None where none is.

    A table with words that are quoted, but without statements, is one of drafts.
    """
    names = {_name(column) for column in columns}
    fields = {field for _, field in _fields(columns, CLAIM_COLUMNS, mapped)} | {*mapped.fixed}
    if "statement" in names or "statement" in mapped.fields.values():
        return "claim"
    if "csl" in names:
        return "source"
    if "label" in names:
        return "stance"
    if "name" in names and not names.isdisjoint(("kind", "school", "names", "spellings")):
        return "name" if "spellings" in names else "scholar"
    is_taken_down = not fields.isdisjoint(("scholars", "stance", "quote"))
    if "statement" in fields and (is_taken_down or "type" not in names):
        return "claim"
    if "quote" in fields:
        return "draft"
    if not {field for _, field in _fields(columns, COLUMNS["source"], mapped)}.isdisjoint(
        ("type", "title")
    ):
        return "source"
    return "question" if "question" in names and not is_taken_down else None


def is_of_claims(columns: Iterable[str]) -> bool:
    """Whether columns are those of claims, whatever the one with statements is called."""
    fields = {field for _, field in _fields(columns, CLAIM_COLUMNS, Mapped())}
    return len(fields & {"question", "stance", "scholars"}) > 1


class Fielded(NamedTuple):
    """The fields of a table: the column that each is in, and by which name."""

    fields: dict[str, int]
    remarks: tuple[Remark, ...]


def fielded(sheet: Sheet, kind: str, mapped: Mapped) -> Fielded:
    """Which column each field of a kind of record is in; a remark on each that is none.

    Raises `ClaimcliError` for a column of the map that the table has not, and for a field that
    there is not.
    """
    known = COLUMNS[kind]
    _demand(sheet, known, mapped)
    fields: dict[str, int] = {}
    remarks: list[Remark] = []
    named = dict(_fields(sheet.columns, known, mapped))
    for at in sorted(
        range(len(sheet.columns)), key=lambda at: _rank(sheet.columns[at], known, mapped)
    ):
        column, field = sheet.columns[at], named.get(at)
        if field is None or field == LEFT_OUT:
            if column and field is None and _name(column) not in FOLLOWING:
                remarks.append(_unknown(sheet, column, at))
        elif field in fields and _name(column) in FOLLOWING:
            continue
        elif field in fields:
            message = (
                f"column {at + 1}, '{column}', was left: column {fields[field] + 1}, "
                f"'{sheet.columns[fields[field]]}', is the {field} already"
            )
            remarks.append(Remark(sheet.head, Loss.LEFT, message, about=column))
        else:
            fields[field] = at
    return Fielded(fields, tuple(remarks))


LEFT_OUT = "-"
"""In a map: the column is not to be taken, and nothing need be said of it."""


def _unknown(sheet: Sheet, column: str, at: int) -> Remark:
    message = (
        f"column {at + 1}, '{column}', is no field, and was left; --map '{column}=note' keeps it"
    )
    return Remark(sheet.head, Loss.LEFT, message, about=column)


def _rank(column: str, known: tuple[str, ...], mapped: Mapped) -> int:
    """What is mapped goes before a field's own name, and that before another word for it."""
    if column in mapped.fields:
        return 0
    return 1 if _name(column) in known else 2


def _demand(sheet: Sheet, known: tuple[str, ...], mapped: Mapped) -> None:
    for column, field in mapped.fields.items():
        if not any(_is_meant(one, column) for one in sheet.columns):
            raise UnknownValue("column", column, filter(None, sheet.columns))
        if field != LEFT_OUT and field not in known:
            raise UnknownValue("field", field, known)
    for field in mapped.fixed:
        if field not in known:
            raise UnknownValue("field", field, known)


def _fields(
    columns: Iterable[str], known: tuple[str, ...], mapped: Mapped
) -> Iterator[tuple[int, str]]:
    """The columns that are fields, by their index."""
    for at, column in enumerate(columns):
        meant = (field for one, field in mapped.fields.items() if _is_meant(column, one))
        field = next(meant, None) or _customary(_name(column), known)
        if field:
            yield at, field


def _is_meant(column: str, given: str) -> bool:
    return column == given or _name(column) == _name(given) != ""


def _customary(name: str, known: tuple[str, ...]) -> str | None:
    """The field that a name stands for; one of these fields, else None."""
    words = (_WORDS.get(name), synonyms.VARIABLES.get(name), _OF_WORKS.get(name))
    for field in (name, name.replace("_", "-"), name.replace("-", "_"), *words):
        if field in known:
            return field
    return next((field for field in known if field.lower() == name), None)


def _name(column: str) -> str:
    """A column's name in small letters, with a hyphen for what parts its words."""
    plain = re.sub(r"\s*\(.*\)$", "", column.strip()).casefold()
    return plain if re.fullmatch(r"\w+", plain) else re.sub(r"[\W_]+", "-", plain).strip("-")


def mapped_from(pairs: Iterable[str], fixed: Iterable[str]) -> Mapped:
    """What `Column=field` and `field=value` say. Raises where one of them says nothing."""
    fields = dict(_pair(pair, "--map", "Column=field") for pair in pairs)
    return Mapped(fields, dict(_pair(pair, "--set", "FIELD=VALUE") for pair in fixed))


def _pair(text: str, option: str, like: str) -> tuple[str, str]:
    before, equals, behind = text.rpartition("=") if option == "--map" else text.partition("=")
    if not equals or not before.strip() or not behind.strip():
        raise ClaimcliError(f"{option} {text}: write {like}")
    return before.strip(), behind.strip()


def pairs_in(text: str) -> list[str]:
    """The lines of a map that say `COLUMN=FIELD`; none where it is one of colours and tags."""
    lines = [line.strip() for line in text.splitlines()]
    said = [line for line in lines if line and not line.startswith("# ")]
    known = {*CLAIM_COLUMNS, LEFT_OUT}
    return said if all(line.rpartition("=")[2].strip() in known for line in said) else []
