"""Sources: the variables of CSL 1.0.2 (csl-data.json), their names and dates.

CSL-YAML is what pandoc and Zotero write, and CSL-JSON is YAML as well. All of it is accepted and
kept; a key that CSL does not know is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcli.corpus import synonyms
from claimcli.corpus.csl_dates import as_date_parts, date
from claimcli.corpus.mappings import Part, Shape, Short
from claimcli.corpus.readers import (
    Complaint,
    ListOf,
    Reader,
    citation_key,
    flow,
    shortened,
    text,
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


def anything(value: Any) -> Any:
    """What may hold whatever there is."""
    return value


def nameless(name: dict[str, Any]) -> Iterator[Complaint]:
    """E204 for a name that has no part which names anybody."""
    if not any(name.get(part) is not None for part in ("family", "given", "literal")):
        message = "a name must have a family, or a literal where it is not split"
        yield Complaint("E204", (), message, "write {family: …, given: …}")


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
    (nameless,),
    short=lambda name: _name_meant(name),
)


def _name_meant(written: str) -> Short | None:
    """`Family, Given` in one text."""
    family, _, given = (part.strip() for part in written.partition(","))
    return Short(flow({"family": family, "given": given}), {}) if family and given else None


def _creator(**parts: str) -> Creator:
    return Creator(parts.get("family"), parts.get("given"), parts.get("literal"))


_names = ListOf(Part(_NAME, _creator), "[{family: …, given: …}]")


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
    "id": citation_key,
    "type": text,
    **dict.fromkeys(NAMES, _names),
    **dict.fromkeys(DATES, date),
    **dict.fromkeys(TEXTS, text),
    "categories": ListOf(text, "[CATEGORY]"),
    "custom": anything,
}

SOURCE = Shape("a source", FIELDS, ("id", "type"), (_unknown_type,), _unknown_variable)


def source_fields(fields: dict[str, Any], written: dict[str, Any]) -> dict[str, Any]:
    """The fields of a `Source` from those of a CSL item and the item as it was written."""
    kept = ("id", "type", "title", "author", "editor", "issued", "note")
    return {
        **{key: fields[key] for key in kept if fields.get(key) is not None},
        "original_date": fields.get("original-date"),
        "csl": {
            key: as_date_parts(value) if key in DATES else value
            for key, value in written.items()
            if value is not None
        },
    }
