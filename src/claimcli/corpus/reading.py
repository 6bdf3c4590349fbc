"""Files to records: everything a corpus holds, and everything wrong with how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import attrgetter
from pathlib import Path

from claimcli.collector import uncollected
from claimcli.corpus.document import Document
from claimcli.corpus.file_records import FileRecords
from claimcli.corpus.files import files_of
from claimcli.corpus.findings import Finding, finding
from claimcli.corpus.placing import resolve
from claimcli.corpus.records import FileReading, Flawed, Reading
from claimcli.corpus.text import FileText, cannot_be_read, decode, load
from claimcli.model import CorpusInfo, Record
from claimcli.problems import Problem, in_file_order
from claimcli.progress import Progress

_KINDS = ("claims", "scholars", "sources", "questions", "names", "drafts")


def read_corpus(root: Path, progress: Progress | None = None) -> Reading:
    """Everything below `root`. Never raises for what is in it: that is in `problems`.

    `progress` is told how many files are read and of how many, at the start and after each.
    """
    listing = files_of(root)
    tell = progress or (lambda done, total: None)
    readings: list[FileReading] = []
    tell(0, len(listing.files))
    with uncollected():
        for file in listing.files:
            readings.append(read_file(root, file))
            tell(len(readings), len(listing.files))
    return combine(root, readings, map(cannot_be_read, listing.problems))


def read_file(root: Path, file: str) -> FileReading:
    """The records of one file below `root` (a `/`-separated path) and what is wrong in it."""
    content = load(root, file)
    if isinstance(content, Problem):
        return FileReading(file=file, problems=(content,))
    text = decode(file, content)
    del content  # it is as large as the text
    return _read_text(file, text)


def read_bytes(file: str, content: bytes) -> FileReading:
    """The same from the bytes of the file."""
    return _read_text(file, decode(file, content))


def _read_text(file: str, text: FileText) -> FileReading:
    document = Document(file, text)
    records = FileRecords(file)
    with uncollected():
        for entry in document.entries():
            records.take(entry)
        return records.finish(document)


def combine(
    root: Path, readings: Iterable[FileReading], problems: Iterable[Problem] = ()
) -> Reading:
    """The corpus that files make together, in their order.

    An id that is given twice (E213) belongs to the record that comes first, whatever their kinds;
    the later one is left out. So is a second description of the corpus (E218).
    """
    files = list(readings)
    repeated, findings = _repeated(files)
    infos = [reading.info for reading in files if reading.info]
    findings += [_second_description(info, infos[0]) for info in infos[1:]]
    found = [*problems, *chain.from_iterable(r.problems for r in files), *resolve(root, findings)]
    kept = {
        kind: tuple(
            record
            for reading in files
            for record in getattr(reading, kind)
            if id(record) not in repeated
        )
        for kind in _KINDS
    }
    return Reading(
        root=root,
        files=tuple(reading.file for reading in files),
        info=infos[0] if infos else None,
        problems=tuple(sorted(found, key=in_file_order)),
        left_out=sum(reading.left_out for reading in files)
        + len(repeated)
        + max(0, len(infos) - 1),
        broken=frozenset(chain.from_iterable(reading.broken for reading in files)),
        flawed=(*chain.from_iterable(r.flawed for r in files), *map(Flawed, repeated.values())),
        **kept,
    )


def _repeated(files: list[FileReading]) -> tuple[dict[int, Record], list[Finding]]:
    """The usable records whose id another has before them, by identity, and what is found.

    A flawed record is told of as well, but takes its id from no other.
    """
    first: dict[str, Record] = {}
    repeated: dict[int, Record] = {}
    findings: list[Finding] = []
    for reading in files:
        for record in sorted(reading.every, key=attrgetter("line")):
            earlier = first.setdefault(record.id, record)
            if earlier is not record:
                repeated[id(record)] = record
                findings.append(_second_use(record, earlier))
    order = {reading.file: number for number, reading in enumerate(files)}
    for flawed in chain.from_iterable(reading.flawed for reading in files):
        if "id" not in flawed.bad:
            other = first.setdefault(flawed.record.id, flawed.record)
            if other is not flawed.record:
                pair = sorted((flawed.record, other), key=lambda r: (order[r.file], r.line))
                findings.append(_second_use(pair[1], pair[0]))
    return repeated, findings


def _second_use(record: Record, earlier: Record) -> Finding:
    kind = type(earlier).__name__.lower()
    place = f"{earlier.file}:{earlier.line}"
    message = f"the id '{record.id}' is that of a {kind} already ({place})"
    hint = "give this one another id, or delete it if it is a copy; records of all kinds share ids"
    return finding("E213", record, ("id",), message, hint)


def _second_description(info: CorpusInfo, first: CorpusInfo) -> Finding:
    message = f"the corpus is described already ({first.file}:{first.line})"
    return finding("E218", info, ("title",), message, "keep one description", at_key=True)
