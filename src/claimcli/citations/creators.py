"""Names of authors and editors: CSL names as values, and the forms that citations print them in."""

from __future__ import annotations

from re import Match, sub
from typing import Any

import msgspec
from msgspec.structs import replace

from claimcli.model import Creator, Source
from claimcli.names.folding import is_han

_UNSPACED = (("\u3040", "\u30ff"), ("\uac00", "\ud7af"))
"""Kana and Hangul: scripts that, like Han, have the family name first and nothing between."""

_GIVEN = r"[^\W\d_]+(?:['\u2019\u02b9][^\W\d_]*)*\.?"
"""A part of a given name, with the apostrophes of a romanization."""

_ELIDED = ("'", "’", "-", "‐")
"""How a particle ends that stands before its name without a space."""

_PARTS = ("chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference")
"""CSL types of works within a book, whose editors are the book's."""

LEGAL = ("bill", "legal_case", "legislation", "regulation", "treaty")
"""CSL types of works that go by their title, whoever made them (14.276 to 14.290)."""


class Person(msgspec.Struct, frozen=True):
    """A CSL name with its parts; a body, or a name that is not split, has only `family`.

    `particle` is one that stays with the given name (`von`); one that belongs to the family name
    is part of it. `is_static` tells that the parts keep their order: family name first.
    """

    family: str
    given: str = ""
    suffix: str = ""
    particle: str = ""
    is_static: bool = False
    comma: str = ""

    @property
    def in_order(self) -> str:
        """As it runs in a sentence: `M. V. Vorob'ev`."""
        if is_family_first(self.family):
            return self.family + self.given
        parts = (self.family, self.given) if self.is_static else (self.given, self._whole_family)
        return _spaced(_spaced(*parts) + self.comma * bool(self.suffix), self.suffix)

    @property
    def inverted(self) -> str:
        """As it stands first in a bibliography: `Vorob'ev, M. V.`."""
        if not self.given or self.is_static or is_family_first(self.family):
            return self.in_order
        given = _spaced(self.given, self.particle)
        return ", ".join(part for part in (self.family, given, self.suffix) if part)

    @property
    def initials(self) -> str:
        """The given name as initials (15.22): `A.`, `M. V.`, `J.-P.`, `J.-s.`; `de` as it is."""
        if is_family_first(self.family):
            return self.given
        return sub(_GIVEN, _initial, self.given)

    @property
    def with_initials(self) -> str:
        """In order, with initials: `E. Kozhanov`."""
        return replace(self, given=self.initials).in_order

    @property
    def _whole_family(self) -> str:
        return attached(self.particle, self.family) if self.particle else self.family


def creators(source: Source, role: str) -> tuple[Person, ...]:
    """The names a source gives for a CSL role (`author`, `editor`, `translator`, …), in order."""
    listed = source.csl.get(role)
    if isinstance(listed, (list, tuple)):
        found = (person(name) for name in listed if isinstance(name, dict))
        return tuple(one for one in found if one.family)
    if role in ("author", "editor"):
        found = (_from_creator(name) for name in getattr(source, role))
        return tuple(one for one in found if one.family)
    return ()


_LEADING = ("author", "editor", "editor-translator", "compiler", "translator")
"""The roles that a work can go by, the first that is recorded (14.103)."""


def leading_role(source: Source) -> str:
    """Whose names a work goes by: its authors', else its editors' or others' who made the whole.

    What is part of a book goes by authors alone, and a law, a case or a treaty by its title.
    """
    if source.type in LEGAL:
        return ""
    if source.type in _PARTS or creators(source, "author"):
        return "author"
    return next((role for role in _LEADING[1:] if creators(source, role)), "author")


def leading_creators(source: Source) -> tuple[Person, ...]:
    """The people that a work goes by."""
    if source.type in LEGAL:
        return ()
    authors = creators(source, "author")
    if authors or source.type in _PARTS:
        return authors
    return next(filter(None, (creators(source, role) for role in _LEADING[1:])), ())


def joined(names: list[str], most: int) -> str:
    """Names as a series: `A and B`, `A, B, and C`; the first `et al.` where more than `most`."""
    if len(names) > most:
        return f"{names[0]} et al."
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _initial(name: Match[str]) -> str:
    """The initial of a part of a given name, also of one after a hyphen that is not capitalised.

    What is an abbreviation already stays: `Yu.`, `Th.`.
    """
    part, follows = name[0], name.string[name.start() - 1 : name.start()] in ("-", "\u2010")
    return f"{part[0]}." if (part[0].isupper() or follows) and part[-1] != "." else part


def person(name: dict[str, Any]) -> Person:
    """A CSL name as it is written in a file."""
    family, given = name.get("family"), name.get("given")
    if len(name) == 2 and family and type(family) is str and type(given) is str:
        return Person(family.strip(), given.strip())  # as most are, without the rest of the work
    part = {key: str(value).strip() for key, value in name.items() if value}
    before, suffix = part.get("non-dropping-particle", ""), part.get("suffix", "")
    if not part.get("family") or not (part.get("given") or part.get("dropping-particle")):
        only = part.get("family") or part.get("literal") or part.get("given") or ""
        return Person(_spaced(attached(before, only), suffix) if only else "")
    return Person(
        attached(before, part["family"]),
        part.get("given", ""),
        suffix,
        part.get("dropping-particle", ""),
        _is_set(part, "static-ordering"),
        "," * _is_set(part, "comma-suffix"),
    )


def _is_set(part: dict[str, str], flag: str) -> bool:
    return part.get(flag, "false").lower() not in ("false", "0")


def particles(source: Source, creator: Creator) -> tuple[str, ...]:
    """The particles before the family name of an author or editor, as its CSL name has them."""
    for role in ("author", "editor"):
        listed = source.csl.get(role)
        for name in listed if isinstance(listed, (list, tuple)) else ():
            if isinstance(name, dict) and _is_of(name, creator):
                parts = (name.get(f"{kind}dropping-particle") for kind in ("", "non-"))
                return tuple(word for part in parts for word in str(part or "").split())
    return ()


def _is_of(name: dict[str, Any], creator: Creator) -> bool:
    return (name.get("family"), name.get("given")) == (creator.family, creator.given)


def attached(*parts: str) -> str:
    """Particles and the name they stand before: `de Blois`, but `d'Alembert` and `al-Tabari`."""
    return "".join(part if part.endswith(_ELIDED) else f"{part} " for part in parts if part).strip()


def _from_creator(name: Creator) -> Person:
    if name.family:
        return Person(name.family, name.given or "")
    return Person(name.literal or name.given or "")


def is_family_first(family: str) -> bool:
    """Whether a name is in a script that has the family name first and nothing between."""
    first = family[:1]
    return is_han(first) or any(low <= first <= high for low, high in _UNSPACED)


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
