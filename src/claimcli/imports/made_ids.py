"""Ids that are made where a file gives none: `kim-2013`, and for a scholar `kim`."""

from __future__ import annotations

import re
from typing import Any

from claimcli.corpus.readers import as_identifier
from claimcli.imports.foreign import CslItem

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        (
            *"a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch".split(),
            *("", "y", "", "e", "iu", "ia", "i", "i", "ie", "g", "u"),
        ),
        strict=True,
    )
)
"""Library of Congress, without its marks."""


def made_key(item: CslItem) -> str:
    """A key from the first name and the year; from the title where there is no name."""
    name = _first(item.get("author") or item.get("editor"))
    title = " ".join(str(item.get("title", "")).split()[:3])
    year = re.search(r"\d{4}", str(item.get("issued", "")))
    if year:
        return f"{latin(name) or latin(title) or 'work'}-{year[0]}"
    return "-".join(filter(None, (latin(name), latin(title)))) or "work"


def _first(names: Any) -> str:
    first = names[0] if isinstance(names, list) and names else {}
    return str(first.get("family") or first.get("literal") or "")


def latin(name: str) -> str:
    """A name as an id: without accents, Cyrillic and Chinese in Latin letters; empty if neither."""
    plain = "".join(_CYRILLIC.get(letter, letter) for letter in name.lower())
    return as_identifier(plain.replace("'", "").replace("’", "")) or _as_read(name)


def _as_read(name: str) -> str:
    """A name in Han or Hangul as it is read."""
    from claimcli.names.korean import is_hangul, read_hangul  # tables that only such names need
    from claimcli.names.sinitic import read_han

    whole = "".join(name.split())
    if len(whole) > _LONGEST:
        return ""
    forms = read_hangul(whole) if is_hangul(whole) else read_han(whole)
    forms = frozenset(form.replace("0", "") for form in forms)  # which parts syllables
    return min((form for form in forms if form.isascii() and form.isalpha()), default="")


_LONGEST = 8
"""Signs of a name; each may be read in several ways."""
