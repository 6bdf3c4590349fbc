"""W703, people under two ids: found by the keys of their names, in any script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimcli.checks.survey import Survey, named
from claimcli.corpus.findings import FieldPath, Finding, finding
from claimcli.model import Scholar
from claimcli.names import slavic
from claimcli.names.folding import fold
from claimcli.names.identity import name_keys, same_name
from claimcli.names.match_keys import split_parts

_NEIGHBOURS = 40
"""Earlier names with the same key that one is compared with; the latest ones."""


_PART_KEYS = "sf"
"""How the keys begin that one part of a name has; all others are those of the whole."""

_Key = tuple[str, str]
"""A kind of scholar, and a key of the name."""


class _Written(NamedTuple):
    """One written form of a scholar's name, with its path."""

    scholar: Scholar
    name: str
    path: FieldPath


def repeated_scholars(survey: Survey) -> Iterator[Finding]:
    """W703: two persons, or two groups, with one name between them in some spelling."""
    sharing: defaultdict[tuple[str, str], list[_Written]] = defaultdict(list)
    for scholar in survey.reading.scholars:
        if scholar.kind not in ("person", "group"):
            continue
        forms = [(form, _keys(form)) for form in _forms(scholar)]
        pairs = (
            (form, other) for form, keys in forms for other in _candidates(form, keys, sharing)
        )
        found = next(((f, o) for f, o in pairs if same_name(f.name, o.name)), None)
        if found:
            yield _second_entry(*found)
        for form, keys in forms:
            for key in keys:
                sharing[key].append(form)


def _candidates(
    form: _Written, keys: list[_Key], sharing: dict[_Key, list[_Written]]
) -> Iterator[_Written]:
    """Names that have a key in common with this one: of the whole, or of a part and the letters."""
    seen: set[str] = set()
    for key in keys:
        whole = key[1][0] not in _PART_KEYS
        for other in sharing.get(key, ())[-_NEIGHBOURS:]:
            if form.scholar.id == other.scholar.id:
                continue
            if other.name not in seen and (whole or _begin_alike(form.name, other.name)):
                seen.add(other.name)
                yield other


def _forms(scholar: Scholar) -> Iterator[_Written]:
    yield _Written(scholar, scholar.name, ("name",))
    for index, spelling in enumerate(scholar.names):
        if spelling.value != scholar.name:
            yield _Written(scholar, spelling.value, ("names", index, "value"))


def _keys(form: _Written) -> list[_Key]:
    return [(form.scholar.kind, key) for key in sorted(name_keys(form.name))]


def _begin_alike(name: str, other: str) -> bool:
    """Whether every part of the shorter name begins like a part of the longer, in some script.

    Many people of one family have the family name alone in common.
    """
    few, many = sorted((_first_letters(name), _first_letters(other)), key=len)
    return all(any(one & another for another in many) for one in few)


@lru_cache(maxsize=1 << 14)
def _first_letters(name: str) -> tuple[frozenset[str], ...]:
    """What each part of a name may begin with."""
    parts = split_parts(name)
    return tuple(frozenset(f[0] for f in (fold(p), *slavic.skeletons(p)) if f) for p in parts)


def _second_entry(form: _Written, other: _Written) -> Finding:
    one = f"'{form.scholar.id}'" if form.scholar.id else "this scholar"
    two = named(other.scholar)
    if form.name == other.name:
        message = f"{one} and {two} have the same name, '{form.name}'"
    else:
        why = same_name(form.name, other.name)
        message = f"{one} and {two} may be one: '{form.name}' is '{other.name}' ({why})"
    hint = (
        "make one entry of the two with all spellings in `names`; if they are two people, "
        "write their names out so far that they differ"
    )
    return finding("W703", form.scholar, form.path, message, hint)
