"""A corpus as a whole: what it says of itself, what it holds, and which state of it was read."""

from __future__ import annotations

import msgspec

from claimcli.answers.answer import Answer
from claimcli.answers.counting import Counts, Entry, count
from claimcli.answers.views import View
from claimcli.commit import Commit, commit_of
from claimcli.errors import Lost
from claimcli.model import CorpusInfo
from claimcli.store import Store
from claimcli.version import __version__

ID = "corpus"
"""What a corpus is shown by, unless a record has that id."""

_COUNTED = tuple(name for name in Counts.__struct_fields__ if name not in ("by_reading", "claims"))
"""What is counted of all claims; where claims stand by reading is asked of a question alone."""

CORPUS_FIELDS = (
    *("title", "about", "licence", "format", "note", "questions", "stances"),
    *(*_COUNTED, "sources", "names", "quotes", "checked", "second_hand_claims", "claims"),
    *("left_out", "unread", "commit", "committed", "clean", "claimcli", "file", "line"),
)
"""The keys of a corpus."""


class Holdings(msgspec.Struct, frozen=True):
    """How many records there are, and of the claims how many have what.

    `checked` are claims that somebody held against the text after they were recorded.
    """

    questions: int
    stances: int
    sources: int
    names: int
    quotes: int
    checked: int
    second_hand_claims: int


class Description(Answer, frozen=True):
    """A corpus. `info` is None where no file says anything of the whole; `commit` without git.

    `counts` are those of all its claims, over all questions: who holds any, and how he was read.
    """

    info: CorpusInfo | None
    counts: Counts
    holdings: Holdings
    lost: Lost
    commit: Commit | None
    version: str = __version__

    @property
    def title(self) -> str | None:
        """Its title."""
        return self.info.title if self.info else None

    @property
    def view(self) -> View:
        """The corpus as published."""
        values = {**self._said, **self._counted, **self._state}
        return {key: values[key] for key in CORPUS_FIELDS}

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a corpus."""
        return CORPUS_FIELDS

    @property
    def rows(self) -> tuple[View]:
        """The corpus alone."""
        return (self.view,)

    @property
    def _said(self) -> View:
        keys = ("title", "about", "licence", "format", "note", "file", "line")
        return {key: getattr(self.info, key, None) for key in keys}

    @property
    def _counted(self) -> View:
        counted = {key: getattr(self.counts, key) for key in (*_COUNTED, "claims")}
        return {**counted, **msgspec.structs.asdict(self.holdings)}

    @property
    def _state(self) -> View:
        commit = self.commit
        return {
            "left_out": self.lost.records,
            "unread": self.lost.files,
            "commit": commit.id if commit else None,
            "committed": commit.date if commit else None,
            "clean": commit.is_clean if commit else None,
            "claimcli": self.version,
        }


def ask(store: Store) -> Description:
    """The corpus that was read; git is asked which state of it that is."""
    claims, questions = store.claims(), store.questions()
    return Description(
        info=store.info,
        counts=count(map(Entry, claims), store),
        holdings=Holdings(
            questions=len(questions),
            stances=sum(len(question.stances) for question in questions),
            sources=len(store.sources()),
            names=len(store.names()),
            quotes=sum(claim.quote is not None for claim in claims),
            checked=sum(claim.checked is not None for claim in claims),
            second_hand_claims=sum(claim.second_hand for claim in claims),
        ),
        lost=store.lost,
        commit=commit_of(store.root, store.files),
    )
