"""The index of the search in the page, as a script that works from a folder.

`search-index.js` gives `claimcliIndex` a value by `JSON.parse` of a string, which browsers read
sooner than an object. It has:

    fields      words that may stand before a colon
    prose       the texts of a claim that are searched word by word
    tables      what folding, names and words are looked up in: see `search_tables`
    claims      the claims in file order, one list for each field
    refs        what their numbers refer to: scholars, positions, stances (words, letter, class of
                the colour, address, question), sources with their short citations (`cited`) and
                years; and addresses of pages that an id does not tell
    keys        keys of the names in their texts, with differences of the claims' numbers
    entities    scholars, sources, questions, stances and names: see `search_records`
    prevalent   works whose titles tell nothing, because most claims are made in them

The page finds what `search` finds but for one thing: it mends no typing errors, and says so where
it could. It does not rank: hits come as a chronology.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimcli.answers.page_search import PageSearch
from claimcli.claim_fields import PROSE
from claimcli.model import Claim
from claimcli.names.folding import has_han
from claimcli.names.match_keys import CARELESS, EXACT
from claimcli.search import FIELDS
from claimcli.site.search_records import KEYS, TEXTS, claim_columns, claim_keys, entities, prevalent
from claimcli.site.search_tables import tables

_IN_A_STRING = str.maketrans(
    {
        "\\": "\\\\",
        "'": "\\'",
        "<": "\\u003c",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


def index_script(corpus: PageSearch) -> Iterator[str]:
    """The text of `search-index.js`, in pieces."""
    yield "globalThis.claimcliIndex = JSON.parse('"
    before = "{"
    for name, pieces in _parts(corpus):
        yield f'{before}"{name}":'
        for piece in pieces:
            yield piece.translate(_IN_A_STRING)
        before = ","
    yield "}');\n"


def _parts(corpus: PageSearch) -> Iterator[tuple[str, Iterable[str]]]:
    """The parts of the index, each as JSON in pieces."""
    columns, references = claim_columns(corpus.claims, corpus.entities)
    keys = list(claim_keys(corpus.keys))
    known = list(entities(corpus.records))
    yield "fields", [_json(FIELDS)]
    yield "prose", [_json(list(PROSE))]
    yield "tables", [_json(tables(has_han=_has_han(corpus.claims, keys, known)))]
    yield "claims", _object(columns)
    yield "refs", _object(references)
    yield "keys", _array(keys)
    yield "entities", _array(known)
    yield "prevalent", _array(prevalent(corpus))


def _has_han(
    claims: Iterable[Claim], keys: Iterable[tuple[str, list[int]]], known: Iterable[list[Any]]
) -> bool:
    """Whether what is typed in Han can be met: by Han, or by a name that is read as Chinese."""
    told = (*(key for key, _ in keys), *(row[KEYS] for row in known))
    if any(kind in key for key in told for kind in (EXACT, CARELESS)):
        return True
    texts = (getattr(claim, field) for claim in claims for field in PROSE)
    shared = (text for row in known for text in row[TEXTS])
    return any(has_han(text) for text in (*texts, *shared) if text)


def _object(values: dict[str, Any]) -> Iterator[str]:
    before = "{"
    for name, value in values.items():
        yield f"{before}{_json(name)}:{_json(value)}"
        before = ","
    yield "}"


def _array(values: Iterable[Any]) -> Iterator[str]:
    before = "["
    for value in values:
        yield before + _json(value)
        before = ","
    yield "]" if before == "," else "[]"


_SURROGATE = re.compile("[\ud800-\udfff]")


def _json(value: Any) -> str:
    """A value as JSON that UTF-8 can have: half a character, which no text should have, escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", text)
