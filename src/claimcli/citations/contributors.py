"""Who had a hand in a work, as Chicago 17 names them: before the title, after it, in a book."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcli.citations.creators import Person, creators, joined, leading_role
from claimcli.citations.typography import bare
from claimcli.model import Source


class Part(NamedTuple):
    """What somebody did: in a note, in an entry, and after the name of one or of several."""

    note: str
    entry: str
    one: str = ""
    several: str = ""


PARTS = {
    "author": Part("by", "by"),
    "container-author": Part("by", "by"),
    "editor": Part("ed.", "edited", "ed.", "eds."),
    "editor-translator": Part("ed. and trans.", "edited and translated", "ed. and trans."),
    "translator": Part("trans.", "translated", "trans."),
    "compiler": Part("comp.", "compiled", "comp.", "comps."),
    "illustrator": Part("illus.", "illustrated"),
    "director": Part("directed by", "directed", "dir.", "dirs."),
    "script-writer": Part("written by", "written"),
    "series-creator": Part("created by", "created"),
    "producer": Part("produced by", "produced"),
    "executive-producer": Part("executive produced by", "executive produced"),
    "composer": Part("music by", "music"),
    "performer": Part("performed by", "performed"),
    "narrator": Part("narrated by", "narrated"),
    "host": Part("hosted by", "hosted"),
    "guest": Part("with", "with"),
    "contributor": Part("with", "with"),
    "curator": Part("curated by", "curated"),
    "organizer": Part("organized by", "organized"),
    "chair": Part("chaired by", "chaired"),
}
"""The roles of CSL that a citation can name, in the order in which it does (14.104)."""


def lead(source: Source, *, entry: bool = False) -> str:
    """Who made the work: a note names up to three (14.76), an entry ten, or seven of more."""
    role = leading_role(source)
    makers = creators(source, role)
    if not makers:
        return ""
    names = [person.in_order for person in makers]
    if entry:
        names = [makers[0].inverted, *names[1 : 10 if len(names) <= 10 else 7]]
    series = _entry_series(names, len(makers)) if entry else joined(names, most=3)
    did = _did(source, role, makers)
    return f"{bare(series)}, {did}" if did else bare(series)


def _did(source: Source, role: str, makers: tuple[Person, ...]) -> str:
    """What stands after the names that a work goes by where they are not its authors'."""
    if role == "editor" and creators(source, "translator") == makers:
        role = "editor-translator"
    part = PARTS.get(role, PARTS["author"])
    return part.several if len(makers) > 1 and part.several else part.one


def _entry_series(names: list[str], count: int) -> str:
    if count > len(names):
        return f"{', '.join(names)}, et al."
    if len(names) == 2 and "," in names[0]:
        return f"{names[0]}, and {names[1]}"
    return joined(names, most=10)


def contributors(
    source: Source, *, entry: bool = False, without: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Editors, translators and others beside those that a work goes by (14.104, 14.107).

    Who did several things is named once: `ed. and trans. Ann Kim`.
    """
    leading = leading_role(source)
    passed = (leading, "author", "container-author", *without)
    if _did(source, leading, creators(source, leading)) == "ed. and trans.":
        passed = (*passed, "translator")
    return tuple(
        f"{_verbs(roles, entry)} {named(persons)}" for persons, roles in _by_persons(source, passed)
    )


def named(persons: tuple[Person, ...]) -> str:
    """Up to three names as they run in a sentence."""
    return bare(joined([person.in_order for person in persons], most=3))


def _by_persons(
    source: Source, passed: tuple[str, ...]
) -> Iterator[tuple[tuple[Person, ...], list[str]]]:
    """The people with the roles that follow each other and are all theirs."""
    shared: dict[tuple[Person, ...], list[str]] = {}
    for role in PARTS:
        is_told = role not in passed and (role in source.csl or role == "editor")
        persons = creators(source, role) if is_told else ()
        if persons:
            shared.setdefault(persons, []).append(role)
    yield from shared.items()


def _verbs(roles: list[str], entry: bool) -> str:
    """What they did: `ed. and trans.`, `Edited and translated by`."""
    words = [PARTS[role].entry if entry else PARTS[role].note for role in roles]
    if entry:
        done = joined(words, most=len(words))
        return f"{done[:1].upper()}{done[1:]}" + " by" * (words[-1] != "with")
    return joined([word.removesuffix(" by") for word in words[:-1]] + words[-1:], most=len(words))


def container_author(source: Source) -> str:
    """Whose book a part is in, where it is another's (14.107)."""
    persons = creators(source, "container-author")
    return f"by {named(persons)}" if persons and persons != creators(source, "author") else ""
