"""Sources: the variables of CSL 1.0.2 (csl-data.json), their names and dates.

CSL-YAML is what pandoc and Zotero write. All of it is accepted and kept; a key that CSL does not
know is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcli.corpus import synonyms
from claimcli.corpus.mappings import Shape, Short, read_fields, record
from claimcli.corpus.readers import (
    Complaint,
    Reader,
    Wrong,
    complaint,
    flow,
    identifier,
    list_of,
    shortened,
    text,
    unexpected,
)
from claimcli.model import Creator

_words = str.split

TYPES = frozenset(
    _words(
        "article article-journal article-magazine article-newspaper bill book broadcast chapter "
        "classic collection dataset document entry entry-dictionary entry-encyclopedia event "
        "figure graphic hearing interview legal_case legislation manuscript map motion_picture "
        "musical_score pamphlet paper-conference patent performance periodical "
        "personal_communication post post-weblog regulation report review review-book software "
        "song speech standard thesis treaty webpage"
    )
)
NAMES = _words(
    "author chair collection-editor compiler composer container-author contributor curator "
    "director editor editor-translator editorial-director executive-producer guest host "
    "illustrator interviewer narrator organizer original-author performer producer recipient "
    "reviewed-author script-writer series-creator translator"
)
DATES = _words("accessed available-date event-date issued original-date submitted")
TEXTS = _words(
    "DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection "
    "archive_location authority call-number chapter-number citation-key citation-label "
    "citation-number collection-number collection-title container-title container-title-short "
    "dimensions division edition event event-place event-title first-reference-note-number genre "
    "issue journalAbbreviation jurisdiction keyword language locator medium note number "
    "number-of-pages number-of-volumes original-publisher original-publisher-place original-title "
    "page page-first part part-number part-title printing publisher publisher-place references "
    "reviewed-genre reviewed-title scale section shortTitle source status supplement "
    "supplement-number title title-short version volume volume-title volume-title-short "
    "year-suffix"
)


def _any(value: Any) -> Any:
    return value


_NAME = Shape(
    "a name",
    dict.fromkeys(
        _words(
            "family given literal dropping-particle non-dropping-particle suffix comma-suffix "
            "static-ordering parse-names"
        ),
        text,
    ),
    (),
    (lambda name: _nameless(name),),
    short=lambda name: _name_meant(name),
)


def _name_meant(written: str) -> Short | None:
    """`Family, Given` in one text."""
    family, _, given = (part.strip() for part in written.partition(","))
    return Short(flow({"family": family, "given": given}), {}) if family and given else None


def _nameless(name: dict[str, Any]) -> Iterator[Complaint]:
    if not any(name.get(part) is not None for part in ("family", "given", "literal")):
        message = "a name must have a family, or a literal where it is not split"
        yield Complaint("E204", (), message, "write {family: …, given: …}")


def _creator(**parts: str) -> Creator:
    return Creator(parts.get("family"), parts.get("given"), parts.get("literal"))


_names = list_of(record(_NAME, _creator), "[{family: …, given: …}]")

_DATE_PARTS = "write {date-parts: [[1975]]}, with month and day after the year where known"


_OPEN = ".."
"""An end that an interval does not have, in EDTF; in CSL it is `[0]`."""


def _parts(value: Any) -> Any:
    """CSL date-parts to EDTF: a date, or the first and the last of an interval."""
    if type(value) is not list or not 1 <= len(value) <= 2:
        return _not_date(value)
    dates = [_edtf(parts) for parts in value]
    if set(dates) == {_OPEN}:
        return complaint("E216", "CSL has no year 0", "write -1 for 1 BCE, -44 for 44 BCE")
    return "/".join(map(str, dates)) if all(dates) else _not_date(value)


_DIGITS = 12
"""More than the longest year that anybody writes; Python refuses to read thousands of them."""


def _edtf(parts: Any) -> str | None:
    """Year, month and day as an EDTF date, or None.

    CSL counts years as people do: -1 is 1 BCE, which is 0000 in EDTF, and no year is 0.
    """
    if type(parts) is not list or not 1 <= len(parts) <= 3:
        return None
    if not all(type(p) is str and p.removeprefix("-").isdecimal() and p.isascii() for p in parts):
        return None
    if max(map(len, parts)) > _DIGITS:
        return None
    year, rest = int(parts[0]), [int(part) for part in parts[1:]]
    if any(not 1 <= part <= limit for part, limit in zip(rest, (12, 31), strict=False)):
        return None
    if year == 0:
        return None if rest else _OPEN
    year += year < 0
    sign = "-" if year < 0 else ""
    prefix = "Y" if abs(year) > 9999 else ""
    return "-".join([f"{prefix}{sign}{abs(year):04}", *(f"{part:02}" for part in rest)])


def _not_date(value: Any) -> Wrong:
    shown = f"'{shortened(value)}'" if type(value) is str else "this"
    return complaint("E216", f"{shown} is no date in CSL's way of writing", _DATE_PARTS)


_DATE = Shape(
    "a date",
    {
        "date-parts": _parts,
        "season": text,
        "circa": text,
        "literal": text,
        "raw": text,
        "edtf": text,
    },
    (),
    (lambda date: _dateless(date),),
)


def _dateless(date: dict[str, Any]) -> Iterator[Complaint]:
    if not any(date.get(part) is not None for part in ("date-parts", "literal", "raw", "edtf")):
        yield Complaint("E216", (), "the date has no date-parts", _DATE_PARTS)


def date(value: Any) -> Any:
    """A date as EDTF: as it is written, or made from CSL's parts; None for a mere phrase.

    `circa` becomes `~` and a season `-21` to `-24`. Whether an EDTF string is a date at all is not
    looked at here.
    """
    if type(value) is str:
        return text(value)
    if type(value) is not dict:
        return unexpected(value, "a date", _DATE_PARTS)
    fields, complaints = read_fields(_DATE, value)
    return _date_of(fields) if fields is not None else Wrong(*complaints)


def _date_of(fields: dict[str, str]) -> str | None:
    if "date-parts" not in fields:
        return fields.get("edtf") or fields.get("raw")
    parts, season = fields["date-parts"], fields.get("season", "")
    if season in ("1", "2", "3", "4") and parts.removeprefix("-").isdecimal():
        parts = f"{parts}-2{season}"
    circa = fields.get("circa", "false") not in ("false", "0")
    if not circa:
        return parts
    return "/".join(part if part == _OPEN else f"{part}~" for part in parts.split("/"))


def _unknown_variable(key: str) -> Complaint:
    meant = synonyms.did_you_mean_by(key, synonyms.VARIABLES, FIELDS)
    hint = meant or "what has no variable of its own goes into `custom`"
    return Complaint("W215", (key,), f"'{key}' is no variable of CSL", hint, at_key=True)


def _unknown_type(source: dict[str, Any]) -> Iterator[Complaint]:
    kind = source.get("type")
    if type(kind) is str and kind.strip() and kind not in TYPES:
        meant = synonyms.did_you_mean_by(kind, synonyms.TYPES, TYPES)
        hint = meant or "`document` fits what has no type of its own"
        yield Complaint("W217", ("type",), f"'{shortened(kind)}' is no type of CSL", hint)


FIELDS: dict[str, Reader] = {
    "id": identifier,
    "type": text,
    **dict.fromkeys(NAMES, _names),
    **dict.fromkeys(DATES, date),
    **dict.fromkeys(TEXTS, text),
    "categories": list_of(text, "[CATEGORY]"),
    "custom": _any,
}

SOURCE = Shape("a source", FIELDS, ("id", "type"), (_unknown_type,), _unknown_variable)


def source_fields(fields: dict[str, Any], written: dict[str, Any]) -> dict[str, Any]:
    """The fields of a `Source` from those of a CSL item and the item as it was written."""
    kept = ("id", "type", "title", "author", "editor", "issued", "note")
    return {
        **{key: fields[key] for key in kept if fields.get(key) is not None},
        "original_date": fields.get("original-date"),
        "csl": {key: _plain(key, value) for key, value in written.items() if value is not None},
    }


def _plain(key: str, value: Any) -> Any:
    """A value as it was written, with the numbers in date-parts as numbers."""
    if key not in DATES or type(value) is not dict or "date-parts" not in value:
        return value
    return {**value, "date-parts": [[int(p) for p in parts] for parts in value["date-parts"]]}
