"""All problems of a corpus in one pass, in file order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from claimcli.checks.catalogue import CATALOGUE
from claimcli.checks.check import Found
from claimcli.checks.survey import Survey
from claimcli.collector import uncollected
from claimcli.corpus.findings import Finding
from claimcli.corpus.placing import resolve
from claimcli.corpus.reading import read_corpus
from claimcli.corpus.records import Reading
from claimcli.problems import Problem, in_file_order
from claimcli.progress import Progress


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
        found = [
            one for one in chain(reading.problems, _found(reading, codes)) if one.code in codes
        ]
        problems = [one for one in found if isinstance(one, Problem)]
        problems += resolve(root, (one for one in found if isinstance(one, Finding)))
        problems.sort(key=in_file_order)
    return Checked(root, reading.files, len(reading.every) + reading.left_out, tuple(problems))


def _found(reading: Reading, codes: Collection[str]) -> Iterator[Found]:
    """What the checks for these codes find, among it what other codes stand for."""
    survey = Survey(reading)
    checks = dict.fromkeys(check.find for code, check in CATALOGUE.items() if code in codes)
    found = chain.from_iterable(find(survey) for find in checks)
    return _borne_out(found, reading) if reading.flawed else found


def _borne_out(found: Iterable[Found], reading: Reading) -> Iterator[Found]:
    """Without the findings of which the reason may only be a field that could not be read."""
    bad = {(f.record.file, f.record.line, f.record.id or ""): f.bad for f in reading.flawed}
    for one in found:
        rests_on = CATALOGUE[one.code].rests_on
        unread = bad.get(_record_of(one)) if rests_on else None
        if not unread or unread.isdisjoint(rests_on):
            yield one


def _record_of(found: Found) -> tuple[str, int, str]:
    """The record that a finding is about: its file and line, and its id."""
    place = found.location if isinstance(found, Problem) else found
    return place.file, place.line, found.record or ""
