"""What was typed for a field, as the value that a file has: `kim-2013, p. 5` is a work."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus import csl
from claimcli.corpus.document import Document
from claimcli.corpus.schema import STANCES
from claimcli.corpus.text import FileText
from claimcli.editing.emitting import as_texts, flow
from claimcli.editing.ids import IdsInUse, proposed
from claimcli.editing.pasted import phrase
from claimcli.editing.setting import ORDER, QUESTION_KEYS
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import RELATION_TYPES

Typed = Callable[[str, Collection[str]], Any]


def _text(words: str, claims: Collection[str]) -> str:
    return words


def _words(words: str, claims: Collection[str]) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _work(words: str, claims: Collection[str]) -> dict[str, str]:
    source, _, locator = (part.strip() for part in words.partition(","))
    return {"source": source, **({"locator": locator} if locator else {})}


def _ground(words: str, claims: Collection[str]) -> dict[str, str]:
    return {"claim": words} if words in claims else _work(words, claims)


def _relation(words: str, claims: Collection[str]) -> dict[str, str]:
    found = re.fullmatch(r"(\w+)(?:\s*:\s*|\s+)(\S+)", words)
    if not found:
        kinds = ", ".join(RELATION_TYPES)
        raise ClaimcliError(f"'{words}' is no relation; write one of {kinds}, and an id behind it")
    return {found[1]: found[2]}


def _stamp(words: str, claims: Collection[str]) -> dict[str, str]:
    who, comma, when = (part.strip() for part in words.rpartition(","))
    return {"by": who, "date": when} if comma else {"by": words}


def _spelling(words: str, claims: Collection[str]) -> dict[str, str]:
    found = re.fullmatch(r"(.*\S)\s*\(([a-z-]+)\)", words)
    return {"value": found[1], "scheme": found[2]} if found else {"value": words}


def _creator(words: str, claims: Collection[str]) -> dict[str, str]:
    family, comma, given = (part.strip() for part in words.partition(","))
    return {"family": family, "given": given} if comma else {"literal": words}


def _flag(words: str, claims: Collection[str]) -> Any:
    """True or false; what is neither is told by the checks."""
    return {"true": True, "yes": True, "false": False, "no": False}.get(words.lower(), words)


def _several(one: Typed) -> Typed:
    """A list of values with semicolons between."""
    return lambda words, claims: [
        one(part.strip(), claims) for part in words.split(";") if part.strip()
    ]


_KINDS: dict[str, Typed] = {
    "scholars": _words,
    "answers": _words,
    "fields": _words,
    "tags": _words,
    "work": _work,
    "works": _several(_work),
    "grounds": _several(_ground),
    "relations": _several(_relation),
    "stamp": _stamp,
}
"""By the kind of value that a field of a claim takes, where that is no text."""

_TYPED: dict[str, dict[str, Typed]] = {
    "claims": {f.name: _KINDS[f.value] for f in CLAIM_FIELDS if f.value in _KINDS},
    "scholars": {"names": _several(_spelling)},
    "names": {"spellings": _several(_spelling)},
    "references": {
        **dict.fromkeys(csl.NAMES, _several(_creator)),
        "categories": _words,
    },
    QUESTION_KEYS: {"exclusive": _flag, "ordered": _flag},
    STANCES: {},
    "drafts": {"tags": _words, "answers": _words},
}
"""The fields of each kind of record that are no texts."""


def value_of(key: str, path: tuple[str, ...], words: str, claims: Collection[str] = ()) -> Any:
    """The value of a field from what was typed for it.

    A value in { } or [ ] is YAML, where the field is no text. `claims` are the ids that a basis may
    mean. Raises for a field that there is not.
    """
    field = path[0]
    _demand_known(key, field)
    words = words.strip()
    if not words:
        raise ClaimcliError(f"--set {'.'.join(path)}= has no value; --unset takes the field out")
    if field == "quote":
        return phrase(words)
    typed = _TYPED[key].get(field, _text)
    if len(path) > 1 or typed is _text:
        return words
    return _yaml(field, words) if words[0] in "[{" else typed(words, claims)


_WITHIN = {
    "claims": {
        **dict.fromkeys(("locator", "page", "pages"), "citation.locator"),
        "source": "citation.source",
    },
    "references": dict.fromkeys(("date", "year"), "issued"),
}
"""What is a part of a field, or called otherwise, and is typed for one."""


def _demand_known(key: str, field: str) -> None:
    if field not in ORDER[key]:
        meant = _WITHIN.get(key, {}).get(field)
        raise UnknownValue("field", field, ORDER[key], meant=[meant] if meant else [])


def given_for(key: str, path: tuple[str, ...], given: Any, claims: Collection[str]) -> Any:
    """The value of a field from what was typed for it, or given as it is; None takes it out."""
    if given is None or isinstance(given, str):
        return None if given is None else value_of(key, path, given, claims)
    _demand_known(key, path[0])
    return as_texts(given)


def as_typed(key: str, field: str, value: Any) -> str:
    """What somebody would type for a value that a field has: read again, it is that value."""
    if value is None or isinstance(value, str):
        return value or ""
    plain = _plainly(value)
    try:
        is_same = plain is not None and value_of(key, (field,), plain) == value
    except ClaimcliError:
        is_same = False
    return plain if plain is not None and is_same else flow(value)


def _plainly(value: Any) -> str | None:
    """A value without brackets, as far as there is a way to type it so."""
    if isinstance(value, dict):
        parts = list(value.values())
        if len(value) == 1 and next(iter(value)) in RELATION_TYPES:
            parts = [f"{kind} {target}" for kind, target in value.items()]
        return ", ".join(map(str, parts))
    if isinstance(value, list):
        plain = [_plainly(one) or "" for one in value]
        return ("; " if any(isinstance(one, dict) for one in value) else ", ").join(plain)
    return str(value)


def stances_labelled(
    given: Iterable[str], before: Mapping[str, dict[str, str]] = MappingProxyType({})
) -> dict[str, dict[str, str]]:
    """The stances of a new question, behind those that it has: `ID=LABEL`, or a label alone.

    Of a label an id is proposed. Raises where there is none, and for one that is given twice.
    """
    made = dict(before)
    for words in given:
        id, equals, label = (part.strip() for part in words.partition("="))
        if not equals:
            label, id = (
                words.strip(),
                proposed("stance", {"label": words}, IdsInUse({}, made)) or "",
            )
        if not id or id in made:
            raise ClaimcliError(f"stance {words}: write ID=LABEL, with an id that no other has")
        made[id] = {"label": label}
    return made


def _yaml(field: str, words: str) -> Any:
    """A list or a mapping in brackets."""
    document = Document("", FileText(f"note: {words}\n"))
    parts = [(entry.part, entry.value) for entry in document.entries()]
    if document.problems:
        raise ClaimcliError(f"the value of {field} cannot be read as YAML: {words}")
    if words[0] == "[":
        return [value for part, value in parts if part is not None]
    return {str(part): value for part, value in parts if part is not None}
