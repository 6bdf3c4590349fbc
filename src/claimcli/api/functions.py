"""What the command line does without a corpus that was read, or beside one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimcli.arguments import PathLike, expect, expected_path

if TYPE_CHECKING:  # each is imported where it is asked for
    from claimcli.checks.check import Check
    from claimcli.merging.three_way import Result
    from claimcli.schemas.dialect import Schema


def explain(code: str) -> Check:
    """What a code of `check` means, with an example and how to mend it: `check --explain`.

    `code` is written out, `E306` or `306`. Raises `ClaimcliError` for any other.
    """
    from claimcli.checks.catalogue import CATALOGUE
    from claimcli.checks.selecting import code_named

    expect(str, "code", code)
    return CATALOGUE[code_named(code)]


def schema(what: str = "corpus", *, draft_07: bool = False) -> Schema:
    """JSON Schema (2020-12, or draft-07) of files, or of what a command prints: `schema`.

    `what` is `corpus` for files, or a command that prints JSON, as `search` or `list tags`; with
    the ids of a corpus, `Corpus.schema`. Raises `UnknownValue` for a command that prints none.
    """
    from claimcli.schemas.dialect import in_draft_07
    from claimcli.schemas.printed import of_output
    from claimcli.schemas.written import of_files

    expect(str, "what", what)
    made = of_files() if what == "corpus" else of_output(what)
    return in_draft_07(made) if draft_07 else made


def merge(base: bytes, ours: bytes, theirs: bytes) -> Result:
    """Two changes of one file of a corpus, merged by record and field: `merge-file`.

    Given and got are the bytes of files; `conflicts` of the result name what is for a person to
    decide, which stands between git's markers.
    """
    from claimcli.merging.three_way import merge as merged

    for name, content in (("base", base), ("ours", ours), ("theirs", theirs)):
        expect(bytes, name, content)
    return merged(base, ours, theirs)


def clear_cache(path: PathLike | None = None) -> list[Path]:
    """Delete the compiled corpus of a directory, or of every one: `cache clear`, `--all`.

    Gives the files that were deleted. What is open goes on as it is.
    """
    from claimcli.store import clear

    return clear(expected_path("path", path) if path is not None else None)
