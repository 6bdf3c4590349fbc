"""What tells the works of a corpus apart that short citations would give one name and year.

Works by different people of one family name go by initials as well, or by the given name where
these are the same (15.21); works of many that begin alike go by more names than the first (15.29);
and works of one maker and year by letters, in the order of a bibliography (15.20), unless each
has one of its own recorded (`year-suffix`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations, pairwise

from msgspec.structs import replace

from claimcli.citations import key
from claimcli.citations.creators import Person, joined, leading_creators
from claimcli.citations.sorting import entry_order
from claimcli.model import Source
from claimcli.names.folding import fold
from claimcli.names.identity import same_given_name
from claimcli.names.initials import is_initial


def disambiguated(sources: Iterable[Source]) -> list[Source]:
    """All works of a corpus, those that need it with their `makers` and `letter`."""
    works = [replace(source, makers="", letter="") for source in sources]
    return list(_with_letters(_with_names(_with_given_names(works))))


# --- Given names ---


def _with_given_names(works: list[Source]) -> list[Source]:
    """The works of people with others' family names go by the first maker's given name."""
    namesakes: defaultdict[str, list[Person]] = defaultdict(list)
    leading = {work.id: leading_creators(work) for work in works}
    for people in leading.values():
        if people and people[0].given:
            namesakes[fold(people[0].family)].append(people[0])
    naming = {family: _naming(list(dict.fromkeys(people))) for family, people in namesakes.items()}
    return [_named(work, leading[work.id], naming) for work in works]


_Naming = Callable[[Person], str] | None
"""How the people of one family name are called; None where that name is enough."""


def _naming(people: list[Person]) -> _Naming:
    if not _differ(people):
        return None
    alike: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        alike[person.with_initials].append(person)
    if any(map(_differ, alike.values())):
        return lambda person: person.in_order
    return lambda person: person.with_initials


def _differ(people: list[Person]) -> bool:
    """Whether two people of one family name are not one, as far as their given names go.

    They are two where two parts in one place are, and of these there are far fewer than people.
    """
    parts: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for person in people:
        for place, part in enumerate(person.given.split()):
            parts[place][part] = None
    pairs = chain.from_iterable(combinations(found, 2) for found in parts.values())
    return not all(_go_together(one, other) for one, other in pairs)


def _go_together(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return fold(one)[:1] == fold(other)[:1]
    return same_given_name(one, other)


def _named(work: Source, people: tuple[Person, ...], naming: dict[str, _Naming]) -> Source:
    called = naming.get(fold(people[0].family)) if people else None
    if called is None or not people[0].given:
        return work
    others = [person.family for person in people[1:]]
    return replace(work, makers=joined([called(people[0]), *others], most=3))


# --- More names than the first ---


def _with_names(works: list[Source]) -> list[Source]:
    """Works of a year that are all `A et al.` go by as many names as tell their makers apart."""
    alike = _alike(work for work in works if len(leading_creators(work)) > 3)
    named: dict[str, str] = {}
    for group in alike:
        families = {work.id: _families(work) for work in group}
        most = _most_in_common(families.values())
        for work in group:
            own = families[work.id]
            if own in most:
                named[work.id] = _first(own, most[own] + 1)
    return [replace(work, makers=named.get(work.id, work.makers)) for work in works]


def _families(work: Source) -> tuple[str, ...]:
    first = key(work)[0].removesuffix(" et al.")
    return (first, *(person.family for person in leading_creators(work)[1:]))


def _most_in_common(families: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """For each series of names, where there are several, how many another begins with as well.

    In their order it is one of the two beside it.
    """
    most: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for one, other in pairwise(sorted(set(families))):
        common = _in_common(one, other)
        most[one], most[other] = max(most[one], common), max(most[other], common)
    return most


def _in_common(own: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many names two works have in common before they differ."""
    pairs = zip(own, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(own), len(other)))


def _first(names: tuple[str, ...], most: int) -> str:
    """The first names of a series: `A, B, et al.`, all where one more would be the last."""
    if most >= len(names) - 1:
        return joined(list(names), most=len(names))
    return f"{', '.join(names[:most])}{',' if most > 1 else ''} et al."


# --- Letters ---


def _with_letters(works: list[Source]) -> Iterator[Source]:
    letters: dict[str, str] = {}
    for group in _alike(work for work in works if key(work)[2]):
        group.sort(key=entry_order)
        recorded = [str(work.csl.get("year-suffix") or "").strip() for work in group]
        own = all(map(str.isalpha, recorded)) and len(set(recorded)) == len(group)
        given = recorded if own else map(_letter, range(len(group)))
        letters.update((work.id, letter) for work, letter in zip(group, given, strict=True))
    return (replace(work, letter=letters.get(work.id, "")) for work in works)


def _alike(works: Iterable[Source]) -> list[list[Source]]:
    """The works that would be cited in the same words, where they are several."""
    groups: defaultdict[tuple[str, str, str], list[Source]] = defaultdict(list)
    for work in works:
        groups[key(work)].append(work)
    return [group for group in groups.values() if len(group) > 1]


def _letter(at: int) -> str:
    """The letters in their order: a to z, then aa, ab."""
    rest, last = divmod(at, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("a") + last)
