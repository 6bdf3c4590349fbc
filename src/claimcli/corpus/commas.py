"""Words in a flow mapping that YAML takes for keys: what they were meant as, and what to write.

`{locator: pp. 5, 7}` is a locator and a key `7` without a value, since a comma ends a text there.
`{source:kim-2013}`, without its space, is one such key alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from claimcli.corpus.readers import Complaint, flow, shortened
from claimcli.corpus.values import Bare

_TIED = re.compile(r"([\w-]+):(.*\S)", re.DOTALL)
_WITHOUT_COLON = re.compile(r"([\w-]+)\s+(.*\S)", re.DOTALL)


class Mended(NamedTuple):
    """A mapping as it was probably meant.

    `complaints` has every key that was none, with what to say of it; nothing where it is told
    with another. `lacking` are the required fields that these complaints speak of.
    """

    meant: dict[Any, Any]
    complaints: dict[str, Complaint | None]
    lacking: frozenset[str] = frozenset()


def mended(
    name: str, fields: Collection[str], required: Collection[str], value: dict[Any, Any]
) -> Mended:
    """What a mapping means, `name` with these fields, if some of its keys are parts of texts."""
    odd = {key for key in value if type(key) is Bare and key not in fields}
    if not odd:
        return Mended(value, {})
    lacking = [key for key in required if value.get(key) is None]
    meant: dict[Any, Any] = {}
    complaints: dict[str, Complaint | None] = {}
    field, first = "", ""  # the text that a part may belong to, and the part that is told of
    between: list[str] = []  # parts of it that are called like fields
    told = {}
    for key, given in value.items():
        if key not in odd:
            meant[key] = given
            if type(key) is Bare:
                between.append(key)
            else:
                field, first, between = (key if type(given) is str else ""), "", []
            continue
        apart = _apart(key, fields, lacking, meant)
        if apart:
            (field, text), first = apart, key
            meant[field] = text
        elif field:
            meant[field] = ", ".join((meant[field], *between, key))
            first, between = first or key, []
        elif len(lacking) == 1 and lacking[0] not in meant:
            field, first = lacking[0], key
            meant[field] = str(key)
        else:
            meant[key] = given
            continue
        complaints[key] = None
        told[first] = field
    lost = [key for key in lacking if meant.get(key) is None]
    for key, field in told.items():
        complaints[key] = _told(name, key, field, meant[field], value, lost)
    return Mended(meant, complaints, frozenset(lost if told else ()))


def _apart(
    key: str, fields: Collection[str], lacking: Collection[str], meant: Mapping[Any, Any]
) -> tuple[str, str] | None:
    """The field and its text, where the space between them is missing, or the colon."""
    for pattern, free in ((_TIED, fields), (_WITHOUT_COLON, lacking)):
        found = pattern.fullmatch(key)
        if found and found[1] in free and meant.get(found[1]) is None:
            return found[1], found[2].strip()
    return None


def _told(
    name: str, key: str, field: str, text: str, value: dict[Any, Any], lost: list[str]
) -> Complaint:
    """What to say of the first key of those that make up a text."""
    hint = f"write `{_pair(field, text)}`"
    if type(value.get(field)) is str:
        message = (
            f"the comma ends the text of '{field}', and {name} has no field '{shortened(key)}'"
        )
        hint = f"within {{ }} a text with a comma must stand in quotes: {hint}"
        if lost:
            hint += f", and add {', '.join(f'`{key}:`' for key in lost)}"
    elif key.startswith(f"{field}:"):
        message = f"a space is missing after `{field}:`"
    elif key.startswith(f"{field} "):
        message = f"a colon is missing after `{field}`"
    else:
        message = f"'{shortened(key)}' stands here without a key"
    return Complaint("E203", (key,), message, hint, at_key=True)


def _pair(field: str, text: str) -> str:
    """A field and its text, as they have to be written between { and }."""
    return flow({field: shortened(text)})[1:-1]
