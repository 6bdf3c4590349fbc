"""A compiled corpus, opened: records, what they are linked to, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from claimcli.errors import Lost
from claimcli.model import Claim, CorpusInfo, Scholar, Source
from claimcli.store.records import RecordReader, any_link
from claimcli.store.schema import LINK, Role, link, target

if TYPE_CHECKING:
    from claimcli.names.authorship import CreatorIndex


class Store(RecordReader):
    """The records of a corpus. Everything it gives is in file order unless said otherwise."""

    # --- The corpus as a whole ---

    @cached_property
    def prevalent(self) -> frozenset[str]:
        """The works that more than half of the claims were made in, reported by or rest on."""
        [(terms,)] = self.rows("SELECT value FROM meta WHERE key = 'prevalent'")
        return frozenset(map(target, terms.split()))

    @property
    def listing(self) -> str:
        """How the files looked that it was made of."""
        [(listing,)] = self.rows("SELECT value FROM meta WHERE key = 'listing'")
        return str(listing)

    @cached_property
    def lost(self) -> Lost:
        """What could not be used; records whose id another has are among it."""
        [(records, files, unseen)] = self.rows(
            "SELECT coalesce(sum(left_out), 0), coalesce(sum(unread), 0),"
            " (SELECT value FROM meta WHERE key = 'listing_problems') FROM files"
        )
        return Lost(records=int(records) + self._repeated, files=int(files) + int(unseen))

    @cached_property
    def info(self) -> CorpusInfo | None:
        """What the corpus says of itself, in the first file that does; None where none does."""
        found = self.rows("SELECT info FROM files WHERE info NOT NULL ORDER BY slot LIMIT 1")
        with self._reading():
            return msgspec.json.decode(found[0][0], type=CorpusInfo) if found else None

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The files that were read, below the root, in their order."""
        return tuple(path for (path,) in self.rows("SELECT path FROM files ORDER BY slot"))

    @cached_property
    def _repeated(self) -> int:
        """Records with an id that another has, and second descriptions of the corpus."""
        [(ids, infos)] = self.rows(
            "SELECT (SELECT count(*) FROM shadowed), count(info) FROM files WHERE info NOT NULL"
        )
        return int(ids) + max(0, int(infos) - 1)

    # --- Ids and the like ---

    def kind_of(self, id: str) -> str | None:
        """What the id is of: claim, scholar, source, question, name; None if of nothing."""
        found = self.rows("SELECT kind FROM entities WHERE id = ? AND json NOT NULL", (id,))
        if found:
            return str(found[0][0])
        return "claim" if self.count(Role.ID, id) else None

    def sources_keyed(self, key: str) -> list[Source]:
        """The sources that another program knows by this key: their CSL `citation-key`.

        The rows are looked through, which is for who has found no record of that id.
        """
        try:
            said = msgspec.json.encode({"citation-key": key})[1:-1]
        except UnicodeEncodeError:  # typed in another encoding: no file has it
            return []
        sql = "SELECT json FROM entities WHERE kind = 'source' AND instr(json, ?) ORDER BY rowid"
        found = self._decoded(Source, (json for (json,) in self.rows(sql, (said,))))
        return [source for source in found if source.csl.get("citation-key") == key]

    def lacking(self, kind: str, ids: Iterable[str]) -> set[str]:
        """Those of the ids that no record of the kind has; of a `stance`, `question/stance`."""
        wanted = sorted(ids)
        found = self.rows_among(
            f"SELECT id FROM entities WHERE kind = '{kind}' AND id IN ({{}})", wanted
        )
        return set(wanted).difference(id for (id,) in found)

    def claims_there(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids that claims have."""
        links = sorted({link(Role.ID, id) for id in ids})
        found = self.rows_among("SELECT term FROM claim_words WHERE term IN ({})", links)
        return {target(term) for (term,) in found}

    def ids(self, kind: str | None = None) -> dict[str, str]:
        """The kind of every id, or of those of one kind; claims come last, by their ids."""
        wanted = "json NOT NULL" if kind is None else "kind = ?"
        asked = () if kind is None else (kind,)
        found = self.rows(f"SELECT id, kind FROM entities WHERE {wanted} ORDER BY rowid", asked)
        claims = self.targets(Role.ID) if kind in (None, "claim") else ()
        return dict(found) | dict.fromkeys(claims, "claim")

    def tags(self) -> list[str]:
        """Every tag, in alphabetical order."""
        return sorted(self.targets(Role.TAG))

    def schools(self) -> list[str]:
        """Every school, in alphabetical order."""
        found = self.rows("SELECT DISTINCT school FROM entities WHERE school NOT NULL")
        return sorted(school for (school,) in found)

    # --- Claims by what they are linked to ---

    def claims_on(self, question: str) -> list[Claim]:
        """The claims on a question, those through `answers` among them."""
        return self.linked(Role.QUESTION, question)

    def claims_of_scholar(self, scholar: str) -> list[Claim]:
        """The claims that a scholar holds."""
        return self.linked(Role.SCHOLAR, scholar)

    def works_of(self, scholar: Scholar) -> list[Source]:
        """The works that can be a scholar's own, by his names."""
        return self._creators.works_of(scholar)

    @cached_property
    def _creators(self) -> CreatorIndex:
        from claimcli.names.authorship import CreatorIndex  # nothing else asks who made what

        return CreatorIndex(self.sources())

    def claims_of_source(self, source: str) -> list[Claim]:
        """The claims that a work has part in: cited, reporting, or rested on."""
        return self.linked(Role.SOURCE, source)

    def resting_on(self, claim: str) -> list[Claim]:
        """The claims that name this claim as their basis."""
        return self.linked(Role.GROUND, claim)

    def related_to(self, target: str) -> list[Claim]:
        """The claims that dispute, qualify or revise this claim or `question/stance`."""
        return self.linked(Role.TARGET, target)

    # --- Counts ---

    def count(self, role: str, target: str) -> int:
        """How many claims have a link of this role to the target."""
        found = self.rows("SELECT doc FROM claim_words WHERE term = ?", (link(role, target),))
        return int(found[0][0]) if found else 0

    def targets(self, role: str) -> list[str]:
        """Every target of a role."""
        bounds = (LINK + role, LINK + chr(ord(role) + 1))
        found = self.rows("SELECT term FROM claim_words WHERE term >= ? AND term < ?", bounds)
        return [target(term) for (term,) in found]

    def count_any(self, role: str, targets: Iterable[str]) -> int:
        """How many claims have a link of this role to at least one of the targets."""
        every = list(targets)
        if not every:
            return 0
        match = (any_link(role, every),)
        return int(
            self.rows("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH ?", match)[0][0]
        )

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word of the corpus, folded; one of claims and of other records comes twice."""
        return tuple(
            word
            for table in ("claim_words", "entity_words")
            for condition in ("term < '\ue000'", "term > '\uf8ff'")
            for (word,) in self.rows(f"SELECT term FROM {table} WHERE {condition}")
        )
