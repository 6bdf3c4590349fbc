"""All problems of a corpus in one pass, in file order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from claimcli.checks.catalogue import CATALOGUE
from claimcli.checks.comments import cut_texts
from claimcli.checks.known import Known
from claimcli.checks.table import CHECKS
from claimcli.corpus.placing import Finding, resolve
from claimcli.corpus.reading import read_corpus
from claimcli.corpus.records import Reading
from claimcli.corpus.references import reference_findings
from claimcli.longwork import Progress, uncollected
from claimcli.problems import Problem, in_file_order

_COMMENTS = "W122"


class Checked(msgspec.Struct, frozen=True):
    """What was looked at and what is wrong with it, in file order."""

    root: Path
    files: tuple[str, ...]
    records: int
    problems: tuple[Problem, ...]


def check_corpus(
    root: Path, codes: Collection[str] = CATALOGUE, progress: Progress | None = None
) -> Checked:
    """Everything wrong with the corpus below `root`, as far as these codes are asked for.

    Never raises for what a corpus holds. `progress` is told how many files are read, and of how
    many.
    """
    with uncollected():
        reading = read_corpus(root, progress)
        findings = [found for found in all_findings(reading, codes) if found.code in codes]
        found = [problem for problem in reading.problems if problem.code in codes]
        found += resolve(root, findings)
        if _COMMENTS in codes:
            found += cut_texts(root, reading.files)
        found.sort(key=in_file_order)
    return Checked(root, reading.files, _records(reading), tuple(found))


def all_findings(reading: Reading, codes: Collection[str]) -> Iterator[Finding]:
    """What is wrong between the records of a reading, not yet placed."""
    if any(code[1] == "3" for code in codes):
        yield from reference_findings(reading)
    wanted = [check for code, check in CHECKS.items() if code in codes]
    known = Known(reading)
    found = chain.from_iterable(check(known) for check in dict.fromkeys(wanted))
    yield from _borne_out(found, reading) if reading.flawed else found


_RESTS_ON = {
    "I404": {"quote", "via"},
    "W410": {"note", "unclear"},
    "I706": {"id", "name", "names", "kind"},
    "I707": {"id"},
    "I708": {"name", "spellings"},
}
"""Codes that say what is not in a record, and the fields in which it may be all the same."""


def _borne_out(found: Iterable[Finding], reading: Reading) -> Iterator[Finding]:
    """Without the findings of which the reason may only be a field that could not be read."""
    bad = {(f.record.file, f.record.line, f.record.id or ""): f.bad for f in reading.flawed}
    for one in found:
        fields = bad.get((one.file, one.line, one.record or ""))
        if not fields or fields.isdisjoint(_RESTS_ON.get(one.code, ())):
            yield one


def _records(reading: Reading) -> int:
    kinds = (reading.claims, reading.scholars, reading.sources, reading.questions, reading.names)
    return sum(map(len, kinds)) + reading.left_out
