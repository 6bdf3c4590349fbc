"""W703, people under two ids: found by the keys of their names, in any script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimcli.checks.known import Known, place
from claimcli.corpus.locating import Finding, finding
from claimcli.model import Scholar
from claimcli.names import slavic
from claimcli.names.folding import fold
from claimcli.names.forms import split_parts
from claimcli.names.keys import name_keys, same_name

_NEIGHBOURS = 40
"""Earlier names with the same key that one is compared with; the latest ones."""


class _Written(NamedTuple):
    """One written form of a scholar's name, with its path."""

    scholar: Scholar
    name: str
    path: tuple[str | int, ...]


def repeated_scholars(known: Known) -> Iterator[Finding]:
    """W703: two persons, or two groups, with one name between them in some spelling."""
    sharing: defaultdict[tuple[str, str], list[_Written]] = defaultdict(list)
    for scholar in known.reading.scholars:
        if scholar.kind not in ("person", "group"):
            continue
        forms = [(form, _keys(form)) for form in _forms(scholar)]
        candidates = (
            (form, other)
            for form, keys in forms
            for other in {o[1:]: o for k in keys for o in sharing[k][-_NEIGHBOURS:]}.values()
        )
        found = next((pair for pair in candidates if _may_be_one(*pair) and _why(*pair)), None)
        if found:
            yield _second_entry(*found)
        for form, keys in forms:
            for key in keys:
                sharing[key].append(form)


def _forms(scholar: Scholar) -> Iterator[_Written]:
    yield _Written(scholar, scholar.name, ("name",))
    for index, spelling in enumerate(scholar.names):
        if spelling.value != scholar.name:
            yield _Written(scholar, spelling.value, ("names", index, "value"))


def _keys(form: _Written) -> list[tuple[str, str]]:
    return [(form.scholar.kind, key) for key in name_keys(form.name)]


def _why(form: _Written, other: _Written) -> str | None:
    return same_name(form.name, other.name)


def _may_be_one(form: _Written, other: _Written) -> bool:
    """A quick look at names with initials, which many people of one family have.

    Every part of the shorter one must begin like a part of the longer one, in some script.
    """
    letters, others = _first_letters(form.name), _first_letters(other.name)
    if not letters or not others:
        return True
    few, many = sorted((letters, others), key=len)
    return all(any(one & another for another in many) for one in few)


@lru_cache(maxsize=1 << 14)
def _first_letters(name: str) -> tuple[frozenset[str], ...]:
    """What each part of a name may begin with; nothing for a name without initials."""
    parts = split_parts(name)
    if not any(len(fold(part)) == 1 for part in parts):
        return ()
    return tuple(frozenset(f[0] for f in (fold(p), *slavic.skeletons(p)) if f) for p in parts)


def _second_entry(form: _Written, other: _Written) -> Finding:
    one, two = f"'{form.scholar.id}'", f"'{other.scholar.id}' ({place(other.scholar)})"
    if form.name == other.name:
        message = f"{one} and {two} have the same name, '{form.name}'"
    else:
        message = (
            f"{one} and {two} may be one: '{form.name}' is '{other.name}' ({_why(form, other)})"
        )
    hint = (
        "make one entry of the two with all spellings in `names`; if they are two people, "
        "write their names out so far that they differ"
    )
    return finding("W703", form.scholar, form.path, message, hint)
