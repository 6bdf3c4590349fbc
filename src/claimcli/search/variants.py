"""Declared spellings: what names.yaml and scholars.yaml say is another form of the same name."""

from __future__ import annotations

from collections.abc import Sequence

from claimcli.model import Name, Spelling
from claimcli.names.folding import tokens
from claimcli.names.match_keys import (
    EXACT,
    sinitic_indexed,
    slavic_asked,
    slavic_indexed,
    split_parts,
)
from claimcli.names.respelling import with_other_articles
from claimcli.search import linking
from claimcli.search.clauses import NameKeys
from claimcli.search.fts import phrase, within
from claimcli.search.inflection import known_forms
from claimcli.search.plan import Variant
from claimcli.store import Store

MOST = 20
"""Records looked at for one word: what so many have in common is no name of one of them."""


def declared(store: Store, words: Sequence[str]) -> tuple[Variant, ...]:
    """The other spellings of the names that have exactly these words as one of theirs."""
    found = store.rows(
        "SELECT DISTINCT folded, written, scheme FROM spellings WHERE entity IN"
        " (SELECT entity FROM spellings WHERE folded = ?) AND folded <> ? AND folded <> ''"
        " ORDER BY rowid",
        (" ".join(words),) * 2,
    )
    return tuple(Variant(tuple(folded.split(" ")), *rest) for folded, *rest in found)


def declared_in_other_forms(store: Store, word: str) -> tuple[Variant, ...]:
    """Other spellings of the names of which another form of a word is one (`Китая`, `여진은`)."""
    if word.isascii():
        return ()
    forms = sorted(known_forms(store, word))
    return tuple(dict.fromkeys(v for form in forms for v in declared(store, (form,))))


def spellings_of(store: Store, name: Name) -> tuple[Variant, ...]:
    """All spellings of a name, and the forms that texts give to them."""
    found = map(_variant, name.forms)
    return with_forms(store, [variant for variant in found if variant.words])


def with_forms(store: Store, variants: Sequence[Variant]) -> tuple[Variant, ...]:
    """The spellings, and the forms that texts in Russian and Korean give to those of one word."""
    forms = [
        Variant((form,), form, variant.scheme)
        for variant in variants
        if len(variant.words) == 1 and not variant.words[0].isascii()
        for form in sorted(known_forms(store, variant.words[0]))
    ]
    return (*variants, *forms)


def read_as_declared(store: Store, keys: Sequence[str]) -> tuple[Variant, ...]:
    """The spellings of the names of which another spelling is read exactly as these keys ask.

    So that Ju-chen, which can be Ruchen, finds whatever Ruchen is declared to be. Careless
    spellings lead nowhere here: Ch'in and Chin look alike without the apostrophe.
    """
    exact = frozenset(key for key in keys if key.startswith(EXACT))
    ids = [id for kind, id in linking.found(store, NameKeys(exact).fts) if kind == "name"]
    found: list[Variant] = []
    for name in filter(None, map(store.name, ids[:MOST])):
        read = [s for s in name.forms if exact.intersection(sinitic_indexed(split_parts(s.value)))]
        found += map(_variant, (s for s in name.forms if s not in read) if read else ())
    return tuple(variant for variant in found if variant.words)


def _variant(spelling: Spelling) -> Variant:
    folded = tuple(token.folded for token in tokens(spelling.value))
    return Variant(folded, spelling.value, spelling.scheme)


def family_names(store: Store, word: str) -> tuple[Variant, ...]:
    """The other spellings of a family name that a scholar is declared under.

    A text mentions a scholar by the family name alone, so that one in another spelling
    (`Деревняко` for `Derevianko`) is met there only through this. Only where one scholar has it:
    of several, a declared spelling says nothing. What the rules of spelling tell is left to them.
    """
    found = linking.found(store, within("text variants", phrase([word])))
    if len(found) > MOST:
        return ()
    scholars = [s for kind, id in found if kind == "scholar" and (s := store.scholar(id))]
    bearing = [s for s in scholars if (word,) in map(_family, s.forms)]
    if len(bearing) != 1 or bearing[0].kind != "person":
        return ()
    others = {_family(s): s for s in reversed(bearing[0].forms) if _family(s)}
    return tuple(
        Variant(family, spelling.value, spelling.scheme)
        for family, spelling in others.items()
        if family != (word,) and not (len(family) == 1 and _is_respelt(word, *family))
    )


def _family(spelling: Spelling) -> tuple[str, ...]:
    """The words of the family name of a spelling that is written given name first, in an alphabet.

    Without its Arabic article, of which there are many forms.
    """
    words = spelling.value.split()
    folded = tuple(token.folded for token in tokens(words[-1])) if len(words) > 1 else ()
    if len(folded) == 2 and with_other_articles(*folded):
        folded = folded[1:]
    return folded if folded and len(folded[-1]) > 1 else ()


def _is_respelt(word: str, other: str) -> bool:
    """Whether the rules of transliteration tell that the two are one."""
    return not set(slavic_asked(word)).isdisjoint(slavic_indexed(other))
