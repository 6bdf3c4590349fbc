"""The authors of works as scholars: who is there already, and who is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from claimcli.citations.creators import person
from claimcli.corpus.records import Reading
from claimcli.imports.foreign import CslItem
from claimcli.imports.holdings import Holdings
from claimcli.imports.made_ids import latin
from claimcli.model import Creator
from claimcli.names.authorship import is_spelling_of
from claimcli.names.folding import index_text
from claimcli.names.identity import same_given_name


class Unsure(msgspec.Struct, frozen=True):
    """A name that may be that of a scholar who is there, and was taken for that scholar's."""

    name: str
    scholar: str


class People(msgspec.Struct, frozen=True):
    """Scholars to be added, as records, and the names of which nobody can be sure."""

    new: tuple[dict[str, Any], ...] = ()
    unsure: tuple[Unsure, ...] = ()


def scholars_of(items: Iterable[CslItem], reading: Reading, known: Holdings) -> People:
    """The authors of works, else their editors, each once; their ids are taken in `known`.

    Who is spelled like a scholar that is there already is that scholar, also by initials.
    """
    register = Register(reading)
    names: dict[str, Mapping[str, str]] = {}
    for item in items:
        for name in item.get("author") or item.get("editor") or ():
            written = _name(name)
            if written and not register.has(written):
                names.setdefault(index_text(written), name)
    new: list[dict[str, Any]] = []
    taken = dict.fromkeys(names, "")
    while unknown := [key for key in taken if not register.scholar(creator(names[key]))]:
        for key in sorted(unknown, key=len, reverse=True):  # `M. Kim` after `Marion Kim`
            if not register.scholar(creator(names[key])):
                record = _record(names[key], _name(names[key]), known)
                new.append(record)
                register.add(record["name"], record["id"])
                del taken[key]
    found = ((_name(names[key]), register.scholar(creator(names[key]))) for key in taken)
    return People(_in_order(new, names), tuple(Unsure(name, id) for name, id in found if id))


def _in_order(new: list[dict[str, Any]], names: Iterable[str]) -> tuple[dict[str, Any], ...]:
    """New scholars as they come in the file."""
    order = {key: at for at, key in enumerate(names)}
    return tuple(sorted(new, key=lambda record: order[index_text(record["name"])]))


class Register:
    """Scholars by the words of their names."""

    def __init__(self, reading: Reading) -> None:
        self._ids: dict[str, str] = {}
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for scholar in reading.scholars:
            for spelling in (scholar.name, *(other.value for other in scholar.names)):
                self.add(spelling, scholar.id)

    def add(self, spelling: str, id: str) -> None:
        """Take a spelling for that of a scholar."""
        folded = index_text(spelling)
        if folded not in self._ids:
            self._ids[folded] = id
            for word in folded.split():
                self._by_word.setdefault(word, []).append((spelling, id))

    def has(self, spelling: str) -> bool:
        """Whether a name is that of a scholar, letter by letter."""
        return index_text(spelling) in self._ids

    def scholar(self, one: Creator) -> str | None:
        """The one scholar whose name somebody may have; None where there is none, or several."""
        ids = self.scholars(one)
        return ids[0] if len(ids) == 1 else None

    def scholars(self, one: Creator) -> list[str]:
        """All scholars whose name somebody may have."""
        words = index_text(one.family or one.literal or "").split()
        same = self._by_word.get(words[-1], ())[:_MOST_COMPARED] if words else ()
        return list(dict.fromkeys(id for spelling, id in same if _may_be(one, spelling)))


_MOST_COMPARED = 200
"""Names with one word in common that are held against each other."""


def _may_be(one: Creator, spelling: str) -> bool:
    """Whether a name may be a scholar's: initials have to agree, in their order.

    A name that begins with the family name is only taken for one where it is whole: W. Mitchell is
    not Mitchell Whitelaw.
    """
    if not is_spelling_of(one, spelling):
        return False
    words, given = index_text(spelling).split(), index_text(one.given or "").split()
    family = index_text(one.family or "").split()
    if not given or not {*family} <= {*words}:
        return True  # without a given name, or in another script or romanization
    is_last, is_first = words[-len(family) :] == family, words[: len(family)] == family
    if not (is_last or is_first):
        return False
    rest = words[: -len(family)] if is_last else words[len(family) :]
    if all(len(word) > 1 for word in (*rest, *given)):
        return True
    if not _go_together(rest, given):
        return False
    return is_last and all(a[0] == b[0] for a, b in zip(rest, given, strict=False))


def _go_together(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether, where both have a given name written out, one of them is the same.

    S. Jane Cohen is not Stuart Cohen.
    """
    written = [[word for word in given if len(word) > 1] for given in (ones, others)]
    return not all(written) or any(same_given_name(a, b) for a in written[0] for b in written[1])


def creator(name: Mapping[str, str]) -> Creator:
    """A name of CSL as a creator."""
    return Creator(name.get("family"), name.get("given"), name.get("literal"))


def _name(name: Any) -> str:
    """A name as it runs: `M. V. Vorob'ev`."""
    return person(name).in_order if isinstance(name, dict) else ""


def _record(name: Mapping[str, str], written: str, known: Holdings) -> dict[str, Any]:
    """A new scholar; the id is the family name, with the given name where that is taken."""
    family = name.get("family") or name.get("literal") or written
    short, long = latin(family), latin(f"{family} {name.get('given', '')}")
    wanted = short or "scholar"
    if known.kind(wanted) and long:
        wanted = long
    id = known.free(wanted)
    known.take(id, "scholar")
    return {"id": id, "name": written, "kind": "group" if "literal" in name else "person"}
