"""A corpus that was read: its records, and asking it whatever becomes of its cache."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar
from weakref import WeakSet

import msgspec

from claimcli.answers import corpus
from claimcli.answers.answer import Answer
from claimcli.answers.corpus import Description
from claimcli.api.results import Claims
from claimcli.arguments import PathLike, expect, expected_path
from claimcli.corpus.find import VARIABLE, find_corpus, working_directory
from claimcli.entities import Entities
from claimcli.errors import Answer as Given
from claimcli.errors import ClaimcliError, UnknownValue, renewing
from claimcli.model import Claim, Draft, Name, Question, Record, Scholar, Source
from claimcli.paths import expanded
from claimcli.store import Store, cache_path, is_current, open_store

if TYPE_CHECKING:
    from claimcli.texts import Texts

AnyRecord = TypeVar("AnyRecord", bound=Record)
AnyAnswer = TypeVar("AnyAnswer", bound=Answer)
AnyLoaded = TypeVar("AnyLoaded", bound="Loaded")


class Loaded:
    """A corpus that was read: its records, in file order.

    Records are immutable and know their file and line. `left_out` says how many records were too
    broken to use, `unread` of how many files nothing could be read; `check` tells why. It is as its
    files were when it was read, and answers the thread that read them.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._cache = True
        self._is_named = True
        _OPEN.add(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.root)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process has of it: the directory, which is read there."""
        return _read_there, (type(self), self.root, self._cache, self._is_named)

    @classmethod
    def load(cls, path: PathLike | None = None, *, cache: bool = True) -> Self:
        """Read the corpus in a directory.

        Without `path` it is found as the commands find it: `CLAIMCLI_CORPUS`, the nearest one
        above the working directory, else the one that comes with claimcli. Raises
        `claimcli.errors.ClaimcliError` where there is none. With `cache=False` the YAML is read
        afresh and nothing is written.
        """
        expect((str, os.PathLike), "path", path, none=True)
        named = Path(path) if path is not None else None
        root = find_corpus(named, os.environ, working_directory())
        loaded = cls(open_store(root, use_cache=cache))
        loaded._cache, loaded._is_named = cache, bool(named or os.environ.get(VARIABLE))
        return loaded

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files that are held open."""
        _OPEN.discard(self)
        self._store.close()

    @property
    def is_stale(self) -> bool:
        """Whether files were changed, added or taken away since they were read."""
        return not self._asked(is_current)

    def reload(self) -> None:
        """Read the files again, if any changed. Raises where the corpus is gone, and keeps it.

        Records that were given stay as they are; what an answer refers to is looked up anew.
        """
        if self.is_stale:
            find_corpus(self.root, {}, self.root)
            self._read_again()

    def _read_again(self) -> None:
        self._store.close()
        self._store = open_store(self.root, use_cache=self._cache)

    @property
    def root(self) -> Path:
        """The directory that was read."""
        return self._store.root

    @property
    def cache_file(self) -> Path:
        """Where the corpus is kept compiled, if it is: `claimcli cache path`."""
        return cache_path(self.root)

    @property
    def records(self) -> Entities:
        """The records by their ids, None where there is none: what an answer refers to."""
        return _Records(self._asked)

    @property
    def info(self) -> Description:
        """What the corpus says of itself, what it holds, and which commit it is at."""
        return self._answer(corpus.ask)

    @property
    def left_out(self) -> int:
        """How many records were left out, being broken."""
        return self._asked(lambda store: store.lost.records)

    @property
    def unread(self) -> int:
        """Of how many files and directories nothing could be read."""
        return self._asked(lambda store: store.lost.files)

    @property
    def claims(self) -> Claims:
        """Every claim, in file order."""
        return Claims(self._asked(lambda store: store.claims()), self.records)

    @property
    def questions(self) -> Sequence[Question]:
        """Every question, in file order."""
        return self._asked(lambda store: store.questions())

    @property
    def scholars(self) -> Sequence[Scholar]:
        """Every scholar, in file order."""
        return self._asked(lambda store: store.scholars())

    @property
    def sources(self) -> Sequence[Source]:
        """Every source, in file order."""
        return self._asked(lambda store: store.sources())

    @property
    def drafts(self) -> Sequence[Draft]:
        """Every passage that was marked and is no claim yet, in file order."""
        return self._asked(lambda store: store.drafts())

    @property
    def names(self) -> Sequence[Name]:
        """Every name, in file order."""
        return self._asked(lambda store: store.names())

    def claim(self, id: str) -> Claim:
        """The claim of that id; raises for an unknown one, naming the nearest."""
        return self._one("claim", id, lambda store: store.claim(id))

    def question(self, id: str) -> Question:
        """The question of that id; raises for an unknown one, naming the nearest."""
        return self._one("question", id, lambda store: store.question(id))

    def scholar(self, id: str) -> Scholar:
        """The scholar of that id; raises for an unknown one, naming the nearest."""
        return self._one("scholar", id, lambda store: store.scholar(id))

    def source(self, id: str) -> Source:
        """The source of that id; raises for an unknown one, naming the nearest."""
        return self._one("source", id, lambda store: store.source(id))

    def name(self, id: str) -> Name:
        """The name of that id; raises for an unknown one, naming the nearest."""
        return self._one("name", id, lambda store: store.name(id))

    def draft(self, id: str) -> Draft:
        """The draft of that id; raises for an unknown one, naming the nearest."""
        return self._one("draft", id, lambda store: store.draft(id))

    def _one(self, kind: str, id: str, read: Callable[[Store], AnyRecord | None]) -> AnyRecord:
        expect(str, "id", id)

        def one(store: Store) -> AnyRecord:
            record = read(store)
            if record is None:
                raise UnknownValue(kind, id, store.ids(kind), lost=store.lost)
            return record

        return self._asked(one)

    def _texts(self, texts: PathLike | None, text: Mapping[str, PathLike] | None) -> Texts:
        from claimcli.texts import Texts, texts_in  # not for those who only search

        expect((str, os.PathLike), "texts", texts, none=True)
        expect(Mapping, "text", text, none=True)
        named = {
            self.source(id).id: expected_path("text", path) for id, path in (text or {}).items()
        }
        files = texts_in(expanded(Path(texts))) if texts is not None else {}
        return Texts(files | named)

    def _answer(self, ask: Callable[[Store], AnyAnswer]) -> AnyAnswer:
        """An answer that can be viewed for as long as the corpus is open, whatever its cache."""
        answer = self._asked(ask)
        if hasattr(answer, "entities"):
            return msgspec.structs.replace(answer, entities=self.records)
        return answer

    def _asked(self, ask: Callable[[Store], Given]) -> Given:
        """What the store answers; where it proves damaged, what one that is made anew does."""

        def of_whole() -> Given:
            if self._store.is_damaged:
                self._store = open_store(self.root)
            return ask(self._store)

        return renewing(of_whole)


def _read_there(kind: type[AnyLoaded], root: Path, cache: bool, is_named: bool) -> AnyLoaded:
    loaded = kind.load(root, cache=cache)
    loaded._is_named = is_named
    return loaded


class _Records:
    """The records that an answer's views ask for, of a corpus whose cache may be made anew."""

    def __init__(self, asked: Callable[[Callable[[Store], Any]], Any]) -> None:
        self._asked = asked

    def scholar(self, id: str) -> Scholar | None:
        """The scholar of that id."""
        found: Scholar | None = self._asked(lambda store: store.scholar(id))
        return found

    def source(self, id: str) -> Source | None:
        """The source of that id."""
        found: Source | None = self._asked(lambda store: store.source(id))
        return found

    def question(self, id: str) -> Question | None:
        """The question of that id."""
        found: Question | None = self._asked(lambda store: store.question(id))
        return found

    def claim(self, id: str) -> Claim | None:
        """The claim of that id."""
        found: Claim | None = self._asked(lambda store: store.claim(id))
        return found

    def claims_on(self, question: str) -> Sequence[Claim]:
        """The claims on a question."""
        found: Sequence[Claim] = self._asked(lambda store: store.claims_on(question))
        return found


_OPEN: WeakSet[Loaded] = WeakSet()
"""The corpora that are loaded."""


def entities_of(claim: Claim) -> Entities | None:
    """The records of a loaded corpus that has this very claim, which itself knows but their ids."""
    for loaded in tuple(_OPEN):
        with suppress(ClaimcliError):  # closed, or another thread's
            if loaded.claim(claim.id) == claim:
                return loaded.records
    return None
