"""Holders by what a table calls them: id, name as it runs or turned round, a spelling of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from claimcli.citations.creators import person
from claimcli.corpus.readers import IDENTIFIER
from claimcli.corpus.records import Reading
from claimcli.imports.bibtex.names import names
from claimcli.imports.foreign import without_empty
from claimcli.imports.new_scholars import Register, creator
from claimcli.imports.tables.called.proposals import Proposals, Unfit
from claimcli.imports.tables.cells import plain
from claimcli.model import Source
from claimcli.names.authorship import can_be_work_of
from claimcli.names.folding import index_text
from claimcli.names.latin import latin_words

_LONGEST = 6
"""Words of a name; what has more is a phrase."""


class Holders:
    """The scholars of a corpus, and those that tables add; `unsure` are spellings of theirs."""

    def __init__(self, reading: Reading, works: Mapping[str, Source], proposals: Proposals) -> None:
        self.unsure: dict[tuple[str, str], None] = {}
        self._works = works
        self._proposals, self._known = proposals, proposals.known
        self._scholars = {scholar.id: scholar for scholar in reading.scholars}
        self._named: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._register = Register(reading)
        for scholar in reading.scholars:
            for spelling in (scholar.name, *(other.value for other in scholar.names)):
                self._named[index_text(spelling)][scholar.id] = None

    def take(self, id: str, name: str) -> None:
        """Take a new scholar for one that is there."""
        self._named[index_text(name)][id] = None
        self._register.add(name, id)

    def scholar(self, given: Any, more: Mapping[str, str], work: Callable[[], str]) -> str:
        """The id of a holder, by id or name; a new one where nobody is called so.

        `more` may have the kind and the school of one who is new. Of several with that name the
        one who wrote the `work` is meant. Raises `Unfit` where nobody can tell.
        """
        told = given if isinstance(given, dict) else {}
        name = plain(told.get("name") or told.get("id") or "") if told else plain(given)
        id = plain(told.get("id") or "") or name
        if self._known.kind(id) == "scholar":
            return id
        called = {} if told.get("id") else self._all_called(name)
        if called:
            return self._one_of(list(called), name, work)
        pending = self._proposals.pending("scholar", "name", name)
        if pending:
            return pending
        found = None if told.get("id") else self._spelled(name, work)
        return found or self._new_scholar(name, told, more)

    def _all_called(self, name: str) -> dict[str, None]:
        """The ids of those with this name, as it stands or turned round: `Kim, A. A.`."""
        return self._named.get(index_text(name)) or self._named.get(index_text(_in_order(name)), {})

    def _one_of(self, ids: list[str], name: str, work: Callable[[], str]) -> str:
        """The one of several of one name, by the work."""
        if len(ids) == 1:
            return ids[0]
        source = self._works.get(work())
        wrote = [id for id in ids if source and can_be_work_of(source, self._scholars[id])]
        if len(wrote) == 1:
            return wrote[0]
        raise Unfit(f"'{name}' may be any of {', '.join(ids)}: give the id")

    def _spelled(self, name: str, work: Callable[[], str]) -> str | None:
        """The scholar who may be spelled so, which nobody can be sure of."""
        if is_phrase(name):
            return None
        read = names(name)
        ids = self._register.scholars(creator(read[0])) if len(read) == 1 else []
        known = [id for id in ids if id in self._scholars]
        if not ids or (len(ids) > 1 and not known):
            return None
        found = self._one_of(known if len(ids) > 1 else ids, name, work)
        self.unsure[(name, found)] = None
        return found

    def _new_scholar(self, name: str, told: Mapping[str, Any], more: Mapping[str, str]) -> str:
        kind = plain(told.get("kind") or "") or more.get("kind") or ""
        values = {
            "name": name if told else _in_order(name),
            "kind": kind or ("unnamed" if is_phrase(name) else "person"),
            "school": plain(told.get("school") or "") or more.get("school", ""),
        }
        id = plain(told.get("id") or "")
        if not IDENTIFIER.fullmatch(id) or self._known.kind(id):
            by = more.get("witness", "")
            id = (
                self._known.free(f"{by}-{'-'.join(latin_words(name)[:4])}".strip("-")) if by else ""
            )
        return self._proposals.propose("scholar", without_empty({"id": id, **values}))

    def is_scholar(self, name: str) -> bool:
        """Whether somebody is called so, or has it for an id."""
        return self._known.kind(name) == "scholar" or bool(self._named.get(index_text(name)))

    def name_of(self, given: str) -> str:
        """The name of a scholar who may be given by id."""
        return self._scholars[given].name if given in self._scholars else given


def is_phrase(name: str) -> bool:
    """Whether it is a phrase for somebody, and no name: `most historians`."""
    words = name.split()
    return (name[:1].islower() and len(words) > 1) or len(words) > _LONGEST


def _in_order(name: str) -> str:
    """A name as it runs: `Kim, A. A.` is A. A. Kim."""
    read = names(name) if name.count(",") == 1 else []
    return person(read[0]).in_order if len(read) == 1 and "given" in read[0] else name
