"""CLDF 1 (cldf.clld.org): a StructureDataset, in which holders stand where languages do.

A question is a parameter, a stance a code, and a value says that a claim puts its holder under a
stance. `claims.csv` has every claim, also those that take no side, which are no values. An id of
CLDF has letters, digits, `_` and `-`: whatever else one has here becomes `_` and its number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from claimcli.answers.export import Selection
from claimcli.exports import bibtex
from claimcli.exports.cldf_tables import TABLES, Table, metadata
from claimcli.model import NO_STANCE, Citation, Claim, Source
from claimcli.render.flat import inert
from claimcli.render.safe import visible

Row = list[Any]


def make(selection: Selection, folder: Path) -> None:
    """A folder with metadata, tables and `sources.bib`."""
    folder.mkdir()
    described = msgspec.json.format(msgspec.json.encode(metadata(selection.corpus_view)))
    (folder / "StructureDataset-metadata.json").write_bytes(described + b"\n")
    keys = _Keys(selection)
    with (folder / "sources.bib").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(keys.entries())
    with ExitStack() as opened:
        writers = {table.url: opened.enter_context(_opened(table, folder)) for table in TABLES}
        for url, row in _rows(selection, keys):
            writers[url].writerow(map(_cell, row))


@contextmanager
def _opened(table: Table, folder: Path) -> Iterator[Any]:
    with (folder / table.url).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in table.columns)
        yield writer


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return inert(visible(value))
    return str(value).lower() if isinstance(value, bool) else value


def _rows(selection: Selection, keys: _Keys) -> Iterator[tuple[str, Row]]:
    yield from (("questions.csv", row) for row in _questions(selection))
    yield from (("stances.csv", row) for row in _stances(selection))
    yield from (("holders.csv", row) for row in _holders(selection))
    for claim in selection.claims():
        yield "claims.csv", _claim(claim, keys)
        yield from (("values.csv", row) for row in _values(claim, selection, keys))


def _questions(selection: Selection) -> Iterator[Row]:
    yield from ([cldf_id(one.id), one.question, one.scope] for one in selection.questions)
    yield from ([cldf_id(id), id, None] for id in sorted(selection.undeclared.questions))


def _stances(selection: Selection) -> Iterator[Row]:
    for question in selection.questions:
        for stance in question.stances:
            ids = [_position(question.id, stance.id), cldf_id(question.id)]
            yield [*ids, stance.label, stance.meaning]
    for position in sorted(selection.undeclared.positions):
        asked, _, taken = position.partition("/")
        yield [_position(asked, taken), cldf_id(asked), taken, None]


def _holders(selection: Selection) -> Iterator[Row]:
    yield from ([cldf_id(one.id), one.name, one.kind, one.school] for one in selection.scholars)
    yield from ([cldf_id(id), id, None, None] for id in sorted(selection.undeclared.scholars))


def _claim(claim: Claim, keys: _Keys) -> Row:
    said = (claim.statement, claim.quote, claim.certainty, claim.period, claim.second_hand)
    unclear = " ".join(claim.unclear)
    return [cldf_id(claim.id), *said, unclear, claim.note, keys.references(claim)]


def _values(claim: Claim, selection: Selection, keys: _Keys) -> Iterator[Row]:
    """A value for each holder in each position that the claim takes."""
    taken = (pair for pair in dict.fromkeys(claim.positions) if pair[1] != NO_STANCE)
    pairs = [(*pair, holder) for pair in taken for holder in claim.scholars]
    for nth, (question, stance, holder) in enumerate(pairs, 1):
        ids = (f"{cldf_id(claim.id)}--{nth}", cldf_id(holder), cldf_id(question))
        label = selection.viewer.text_of(f"{question}/{stance}") or stance
        code = _position(question, stance)
        yield [*ids, label, code, claim.note, keys.references(claim), cldf_id(claim.id)]


# --- Ids ---


def cldf_id(id: str) -> str:
    """An id as CLDF has them."""
    return re.sub(r"[^a-zA-Z0-9_-]|^-", lambda sign: f"_{ord(sign[0])}", id) or "_"


def _position(question: str, stance: str) -> str:
    return f"{cldf_id(question)}--{cldf_id(stance)}"


class _Keys:
    """The keys of works in `sources.bib`, in which capitals do not count."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._undeclared = sorted(selection.undeclared.sources)
        self._keys: dict[str, str] = {}
        taken: set[str] = set()
        for id in chain((source.id for source in selection.sources), self._undeclared):
            key = cldf_id(id)
            while key.casefold() in taken:
                key += "_"
            taken.add(key.casefold())
            self._keys[id] = key

    def entries(self) -> Iterator[str]:
        """The works as BibTeX; one that no record declares has its key alone."""
        for source in self._selection.sources:
            yield bibtex.entry(_renamed(source, self._keys[source.id])) + "\n"
        yield from (f"@misc{{{self._keys[id]},\n}}\n\n" for id in self._undeclared)

    def references(self, claim: Claim) -> str:
        """The works of a claim, from the holder's own outward: the last was read."""
        steps: Iterable[Citation] = (*([claim.citation] if claim.citation else []), *claim.via)
        return ";".join(map(self._reference, steps))

    def _reference(self, step: Citation) -> str:
        place = visible(step.locator or "").translate(_NO_PLACE)
        return self._keys[step.source] + (f"[{place}]" if place else "")


_NO_PLACE = str.maketrans("[];", "(),")
"""What would end a place in a reference, for which CLDF has no escape."""


def _renamed(source: Source, key: str) -> Source:
    return msgspec.structs.replace(source, id=key)
