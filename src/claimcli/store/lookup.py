"""A compiled corpus, opened: records by id, by what they are linked to, and how many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from claimcli.errors import Lost
from claimcli.model import Claim, CorpusInfo, Draft, Name, Question, Record, Scholar, Source
from claimcli.store.reader import Reader
from claimcli.store.schema import LINK, Role, link, target

if TYPE_CHECKING:
    from claimcli.names.authorship import CreatorIndex

AnyRecord = TypeVar("AnyRecord", bound=Record)

_EXPECTED: dict[str, type[Record]] = {"scholar": Scholar, "source": Source}
"""What claims name by the hundred; the kinds of the table `entities`."""

_AT_ONCE = 500
"""Claims asked for in one statement."""


class Store(Reader):
    """The records of a corpus. Everything it gives is in file order unless said otherwise."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        root: Path,
        *,
        renew: Callable[[], object] | None = None,
        passed_over: str | None = None,
    ) -> None:
        """Take over a connection to a compiled corpus, as `Reader` does."""
        super().__init__(connection, root, renew=renew, passed_over=passed_over)
        self._records: dict[tuple[str, str], Record | None] = {}
        self._claims_named: dict[str, Claim | None] = {}
        self._expected: set[str] = set()
        self._expected_claims: set[str] = set()

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

    # --- Records by id ---

    def claim(self, id: str) -> Claim | None:
        """The claim of that id."""
        if id not in self._claims_named:
            ids, self._expected_claims = sorted(self._expected_claims | {id}), set()
            self._claims_named.update(dict.fromkeys(ids))
            for start in range(0, len(ids), _AT_ONCE):
                found = self._linked(Role.ID, ids[start : start + _AT_ONCE])
                self._claims_named.update((claim.id, claim) for claim in found)
        return self._claims_named[id]

    def scholar(self, id: str) -> Scholar | None:
        """The scholar of that id."""
        return self._entity("scholar", id, Scholar)

    def source(self, id: str) -> Source | None:
        """The source of that id."""
        return self._entity("source", id, Source)

    def question(self, id: str) -> Question | None:
        """The question of that id."""
        return self._entity("question", id, Question)

    def name(self, id: str) -> Name | None:
        """The name of that id."""
        return self._entity("name", id, Name)

    def draft(self, id: str) -> Draft | None:
        """The draft of that id."""
        return self._entity("draft", id, Draft)

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
        found = self._all("source", Source, having=said)
        return [source for source in found if source.csl.get("citation-key") == key]

    def _entity(self, kind: str, id: str, type: type[AnyRecord]) -> AnyRecord | None:
        key = (kind, id)
        if key in self._records:
            return self._records[key]  # type: ignore[return-value]  # of `type`, by its kind
        if id in self._expected:
            self._read_expected()
        if key not in self._records:
            found = self.rows("SELECT kind, json FROM entities WHERE id = ?", (id,))
            is_there = bool(found) and found[0][0] == kind
            with self._reading():
                record = msgspec.json.decode(found[0][1], type=type) if is_there else None
            self._records[key] = record
        return self._records[key]  # type: ignore[return-value]  # of `type`, by its kind

    def expect(self, claims: Sequence[Claim]) -> None:
        """Be told that what these claims name will be asked for: scholars, sources and claims.

        They are read together when the first of them is, in a tenth of the time.
        """
        self._expected.update([id for claim in claims for id in claim.scholars])
        self._expected.update([work.source for claim in claims for _, work in claim.works])
        grounds = [ground for claim in claims for ground in claim.basis]
        self._expected_claims.update(ground.claim for ground in grounds if ground.claim)

    def expect_claims(self, ids: Iterable[str]) -> None:
        """Be told that these claims will be asked for, as `expect` is."""
        self._expected_claims.update(ids)

    def forget_claims(self) -> None:
        """Let go of claims that were asked for by id: whoever goes through a great many does so."""
        self._claims_named.clear()
        self._expected_claims.clear()

    def _read_expected(self) -> None:
        ids, self._expected = sorted(self._expected), set()
        decode = {kind: msgspec.json.Decoder(type).decode for kind, type in _EXPECTED.items()}
        found = self.rows_among("SELECT kind, id, json FROM entities WHERE id IN ({})", ids)
        with self._reading():
            for kind, id, json in found:
                if kind in decode:
                    self._records[kind, id] = decode[kind](json)

    # --- All of a kind ---

    def scholars(self) -> list[Scholar]:
        """Every scholar."""
        return self._all("scholar", Scholar)

    def sources(self) -> list[Source]:
        """Every source."""
        return self._all("source", Source)

    def questions(self) -> list[Question]:
        """Every question."""
        return self._all("question", Question)

    def names(self) -> list[Name]:
        """Every name."""
        return self._all("name", Name)

    def drafts(self) -> list[Draft]:
        """Every draft."""
        return self._all("draft", Draft)

    def claims(self, rows: Iterable[int] | None = None) -> list[Claim]:
        """The claims of these row numbers, in the order given; without any, every claim."""
        if rows is None:
            every = self._decoded("SELECT json FROM claims ORDER BY rowid")
            self.expect(every)
            return every
        wanted = list(rows)
        sql = "SELECT rowid, json FROM claims WHERE rowid IN ({})"
        found: dict[int, bytes] = dict(self.rows_among(sql, wanted))
        decode = self._decode_claim
        with self._reading():
            return [decode(found[row]) for row in wanted]

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

    def _all(self, kind: str, type: type[AnyRecord], having: bytes = b"") -> list[AnyRecord]:
        """The records of a kind; those in whose JSON these bytes are."""
        found = self.rows(
            "SELECT json FROM entities WHERE kind = ? AND instr(json, ?) ORDER BY rowid",
            (kind, having),
        )
        decode = msgspec.json.Decoder(type).decode
        with self._reading():
            records = [decode(json) for (json,) in found]
        self._records.update(((kind, record.id), record) for record in records)
        return records

    def _decoded(self, sql: str, *parameters: str) -> list[Claim]:
        """The claims whose JSON a query gives."""
        found = self.rows(sql, parameters)
        with self._reading():
            return [self._decode_claim(json) for (json,) in found]

    @cached_property
    def _decode_claim(self) -> Any:
        return msgspec.json.Decoder(Claim).decode

    # --- Claims by what they are linked to ---

    def linked(self, role: str, *targets: str) -> list[Claim]:
        """The claims that have a link of this role to any of the targets."""
        found = self._linked(role, targets) if targets else []
        self.expect(found)
        return found

    def _linked(self, role: str, targets: Sequence[str]) -> list[Claim]:
        """The same for at least one target, without expecting that what they name is asked for."""
        return self._decoded(
            "SELECT json FROM claims WHERE rowid IN"
            " (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?) ORDER BY rowid",
            any_link(role, targets),
        )

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


def any_link(role: str, targets: Iterable[str]) -> str:
    """A full-text query for a link of this role to any of the targets."""
    tokens = " OR ".join(f'"{link(role, target)}"' for target in targets)
    return f"links : ({tokens})"
