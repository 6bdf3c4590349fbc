"""JSON Schema of the files of a corpus, from the fields that reading knows.

It takes what `check` takes: numbers and truth values stand for the text they are written as
(`period: 1125`), and what is empty is not recorded. What only several records together show is left
to `check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from claimcli import record_fields
from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus.csl import SOURCE, TYPES, anything, nameless
from claimcli.corpus.csl_dates import DATE, date, date_parts
from claimcli.corpus.mappings import Part, Rule, Shape
from claimcli.corpus.readers import (
    IDENTIFIER,
    LONGEST_ID,
    ListOf,
    OneOf,
    Reader,
    citation_key,
    flag,
    identifier,
    reference,
    text,
)
from claimcli.corpus.schema import (
    BASIS,
    CITATION,
    CLAIM,
    CORPUS,
    DRAFT,
    FORMAT,
    NAME,
    QUESTION,
    SCHOLAR,
    SPELLING,
    STAMP,
    STANCE,
    STANCES,
    citation_or_via,
    format_number,
    quote_or_comment,
    relation,
    source_or_claim,
)
from claimcli.model import NO_STANCE, RELATION_TYPES
from claimcli.schemas.dialect import LATEST, Schema

ADDRESS = "https://claimcli.org/schemas/corpus-1.json"
"""The `$id` of the schema, which stays for format 1."""

_NOTHING = "null"
_TEXT: Schema = {"type": ["string", "number", "boolean", _NOTHING], "minLength": 1}
_SHORT: Schema = {"maxLength": LONGEST_ID}
_KEBAB: Schema = {"type": ["string", "number"], "pattern": f"^{IDENTIFIER.pattern}$", **_SHORT}
_SIGNS = r"\s/()\[\]{},;'" + '"'
_KEY = f"^[^{_SIGNS}:.-]([^{_SIGNS}]*[^{_SIGNS}:.-])?$"
"""A citation key of any script; which signs are letters, patterns of JSON Schema cannot tell."""


def of_files() -> Schema:
    """The schema of any file of a corpus, in the latest draft."""
    return {
        "$schema": LATEST,
        "$id": ADDRESS,
        "description": f"A file of a corpus of claimcli, format {FORMAT}.",
        "type": ["object", _NOTHING],
        "properties": {
            **_described(CORPUS, record_fields.CORPUS),
            **_described(QUESTION, record_fields.QUESTION),
            STANCES: _stances(),
            **{key: _list(shape, said) for key, (shape, said) in RECORDS.items()},
        },
        "additionalProperties": False,
        "allOf": [_of_a_question(), _of_a_description()],
    }


_CLAIM_MEANINGS = {field.name: field.meaning for field in CLAIM_FIELDS}

RECORDS: dict[str, tuple[Shape, Mapping[str, str]]] = {
    "claims": (CLAIM, _CLAIM_MEANINGS),
    "scholars": (SCHOLAR, record_fields.SCHOLAR),
    "references": (SOURCE, record_fields.SOURCE),
    "names": (NAME, record_fields.NAME),
    "drafts": (DRAFT, record_fields.DRAFT),
}
"""The records below each key of a file, and what their fields are for."""

_PARTS: dict[str, Mapping[str, str]] = {
    SPELLING.name: record_fields.SPELLING,
    STAMP.name: record_fields.STAMP,
    CITATION.name: record_fields.CITATION,
    BASIS.name: record_fields.BASIS,
}
"""What the fields of the mappings inside records are for, by the name of their shape."""


def _list(shape: Shape, meanings: Mapping[str, str]) -> Schema:
    key = next(key for key, (of, _) in RECORDS.items() if of is shape)
    return {
        "description": record_fields.FILE[key],
        "type": ["array", _NOTHING],
        "items": _mapping(shape, meanings),
    }


def _stances() -> Schema:
    of_one = {"type": ["string", "number"], "pattern": _KEBAB["pattern"], "not": _is(NO_STANCE)}
    return {
        "description": record_fields.FILE[STANCES],
        "type": ["object", _NOTHING],
        "propertyNames": of_one,
        "additionalProperties": _mapping(STANCE, record_fields.STANCE),
    }


def _is(word: str) -> Schema:
    return {"const": word}


def _of_a_question() -> Schema:
    """A file with a key of a question has a whole one, and its claims a stance; no other has."""
    keys = [key for key in (*QUESTION.fields, STANCES) if key != "note"]
    return {
        "if": {"anyOf": [{"required": [key]} for key in keys]},
        "then": {**_needing(QUESTION.required), **_of_claims(_needing(("stance",)))},
        "else": _of_claims({"not": {"required": ["stance"]}}),
    }


def _of_a_description() -> Schema:
    keys = [key for key in CORPUS.fields if key != "note"]
    return {
        "if": {"anyOf": [{"required": [key]} for key in keys]},
        "then": _needing(CORPUS.required),
    }


def _needing(keys: Iterable[str]) -> Schema:
    return {"required": list(keys)}


def _of_claims(each: Schema) -> Schema:
    return {"properties": {"claims": {"items": each}}}


# --- What a reader takes ---


def _mapping(shape: Shape, meanings: Mapping[str, str]) -> Schema:
    """A mapping of this shape; where unknown keys are no error, they may be there."""
    made: Schema = {
        "type": "object",
        "properties": _described(shape, meanings),
        "required": list(shape.required),
        "additionalProperties": shape.other is not None,
    }
    for rule in shape.rules:
        made |= _RULES.get(rule, {})
    return made


def _described(shape: Shape, meanings: Mapping[str, str]) -> Schema:
    made = {
        name: {**_said(meanings.get(name)), **taken_by(reader)}
        for name, reader in shape.fields.items()
    }
    if shape is SOURCE:  # an editor is to offer the types of CSL, and others are no error
        made["type"]["anyOf"] = [{"enum": sorted(TYPES)}, {}]
    return made


def _said(meaning: str | None) -> Schema:
    return {"description": meaning} if meaning else {}


def taken_by(reader: Reader) -> Schema:
    """What a field takes that is read by this."""
    if isinstance(reader, OneOf):
        return {"enum": list(reader.words)}
    if isinstance(reader, ListOf):
        least: Schema = {} if reader.empty else {"minItems": 1}
        return {"type": ["array", _NOTHING], "items": taken_by(reader.read), **least}
    if isinstance(reader, Part):
        inside = _mapping(reader.shape, _PARTS.get(reader.shape.name, {}))
        return {**inside, "type": ["object", _NOTHING]}
    return _PLAIN[reader]()


def _date() -> Schema:
    """EDTF, or what CSL has: a mapping, or one or two in a list."""
    parts = _mapping(DATE, {})
    return {
        **parts,
        "type": ["string", "number", "object", "array", _NOTHING],
        "items": parts,
        "minItems": 1,
        "maxItems": 2,
    }


def _date_parts() -> Schema:
    part = {"type": ["integer", "string", _NOTHING]}
    one = {"type": "array", "minItems": 1, "maxItems": 3, "items": part}
    return {"type": ["array", _NOTHING], "minItems": 1, "maxItems": 2, "items": one}


def _relation() -> Schema:
    kinds = {
        kind: {**_TEXT, **_SHORT, **_said(record_fields.RELATIONS[kind])} for kind in RELATION_TYPES
    }
    return {
        "type": "object",
        "properties": kinds,
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }


_PLAIN: dict[Reader, Callable[[], Schema]] = {
    text: lambda: dict(_TEXT),
    reference: lambda: {**_TEXT, **_SHORT},
    identifier: lambda: dict(_KEBAB),
    citation_key: lambda: {"type": ["string", "number"], "pattern": _KEY, **_SHORT},
    flag: lambda: {"enum": [True, False]},
    format_number: lambda: {"enum": [FORMAT]},
    date: _date,
    date_parts: _date_parts,
    relation: _relation,
    anything: dict,
}
"""What each reader takes that is no list, no mapping and no choice of words."""


def _one_of(*keys: str) -> Schema:
    return {"anyOf": [_needing((key,)) for key in keys]}


_RULES: dict[Rule, Schema] = {
    citation_or_via: _one_of("citation", "via"),
    quote_or_comment: _one_of("quote", "comment"),
    nameless: _one_of("family", "given", "literal"),
    source_or_claim: {
        "oneOf": [
            {"required": ["source"]},
            {"required": ["claim"], "not": {"required": ["locator"]}},
        ]
    },
}
"""What rules for whole mappings come to; of the others a schema says nothing."""
