"""The corpus that a command works on, opened once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claimcli.corpus.find import (
    MARK,
    VARIABLE,
    CorpusNotFound,
    demand_writable,
    find_corpus,
    is_from_afar,
    is_overlooked,
    working_directory,
)
from claimcli.errors import told_of
from claimcli.store import open_store

if TYPE_CHECKING:
    from claimcli.store import Store


def open_corpus(corpus: Path | None, *, cache: bool = True) -> Store:
    """The corpus that is meant, compiled; progress on stderr where that takes long."""
    from claimcli.cli.progress_bar import progress

    root = corpus_read(corpus)
    store = open_store(root, use_cache=cache, progress=progress)
    if store.passed_over:
        from claimcli.cli.output import tell

        tell(f"the cache is not used: {store.passed_over}")
    _ = store.lost  # asked for before anything is printed, which a damaged cache would print twice
    return store


def corpus_read(corpus: Path | None) -> Path:
    """Where the corpus is; a remark on stderr if that may surprise whoever is beside another."""
    here = working_directory()
    root = _finished(find_corpus(corpus, os.environ, here))
    named = corpus is not None or os.environ.get(VARIABLE)
    if not named and is_overlooked(root, here):
        from claimcli.cli.output import tell

        tell(f"{_UNMARKED}: reading the corpus of claimcli itself")
    return root


_UNFINISHED = ".claimcli-unfinished"
"""As `editing.plan` has it, which takes too long to import for those who only read."""


def _finished(root: Path) -> Path:
    """The corpus, when what a killed process has left half done is done."""
    if os.path.exists(f"{root}/{_UNFINISHED}"):  # noqa: PTH110 - asked at every start
        from claimcli.cli.output import tell
        from claimcli.editing.plan import finished
        from claimcli.writing import CannotWrite

        try:
            for path in finished(root):
                tell(f"{path}: a change that was broken off is completed")
        except CannotWrite as error:
            tell(str(error))
    return root


_UNMARKED = f"the YAML here has no {MARK} beside it"


def corpus_of_ones_own(corpus: Path | None) -> Path:
    """Where the corpus is that somebody works on; raises `CorpusNotFound` where there is none.

    The corpus of the package itself is for reading: nobody who mends asks for it from afar.
    """
    here = working_directory()
    root = _finished(find_corpus(corpus, os.environ, here))
    named = corpus is not None or os.environ.get(VARIABLE)
    if not named and is_from_afar(root, here):
        why = _UNMARKED if is_overlooked(root, here) else "no corpus here or in a folder above"
        begin = "to begin one, run `claimcli init DIR`"
        raise CorpusNotFound(f"{why}; {begin}, or name a corpus with --corpus DIR")
    return root


def corpus_to_write(corpus: Path | None) -> Path:
    """The corpus that somebody writes to; raises for the one inside an installed package."""
    root = corpus_of_ones_own(corpus)
    demand_writable(root)
    return root


def remark_on(store: Store) -> None:
    """Say on stderr what of the corpus could not be read, if anything could not."""
    from claimcli.cli.output import tell

    if any(store.lost):
        tell(told_of(store.lost))
