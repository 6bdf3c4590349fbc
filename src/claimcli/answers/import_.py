"""What foreign files bring to a corpus: what is new, what differs, what was left, with lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from claimcli.answers.answer import Answer
from claimcli.answers.views import View
from claimcli.citations import short
from claimcli.corpus.csl import SOURCE, source_fields
from claimcli.corpus.mappings import read_fields
from claimcli.corpus.readers import flow
from claimcli.corpus.records import Reading
from claimcli.editing.plan import Done, Plan, carry_out
from claimcli.imports.foreign import CslItem, Foreign, Loss, Remark
from claimcli.imports.formats import read
from claimcli.imports.merging import Difference, as_texts
from claimcli.imports.planning import Taken, Wish, planned
from claimcli.model import Source

FIELDS = ("what", "id", "field", "message", "file", "line", "column")
"""The keys of a row: one for everything that was taken, differs, or was changed or left."""


_NO_DRAFT: View = {
    **dict.fromkeys(("id", "quote", "source", "locator", "comment")),
    "tags": [],
    "answers": [],
    "from": None,
}


class ForeignFile(NamedTuple):
    """A file to be imported, by the name it was given with."""

    name: str
    content: bytes


class Imported(Answer, frozen=True):
    """What an import came to.

    `files` are the names and what was read of each; `is_written` is false where nothing had to be
    written, or nothing was to be; `updates` tells whether differences were taken.
    """

    files: tuple[tuple[str, Foreign], ...]
    taken: Taken
    done: Done
    is_written: bool
    updates: bool

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a row."""
        return FIELDS

    @property
    def has_failed(self) -> bool:
        """Whether something in a file could not be read at all."""
        return any(remark.loss is Loss.BROKEN for _, remark in self.told)

    @property
    def told(self) -> Iterator[tuple[str, Remark]]:
        """Every remark with the name of its file."""
        for (name, _), remarks in zip(self.files, self.taken.remarks, strict=True):
            yield from ((name, remark) for remark in remarks)

    @property
    def rows(self) -> Iterator[View]:
        """What is new, what differs, who is new, and every remark."""
        for item in self.taken.new:
            yield _row("new", item["id"], None, in_short(item))
        for one in self.taken.differences:
            what = "updated" if self.updates else "differs"
            yield _row(what, one.id, one.field, difference_in_words(one))
        for scholar in self.taken.people.new:
            yield _row("scholar", scholar["id"], None, scholar["name"])
        for draft in self.taken.drafts:
            yield _row("draft", draft["id"], None, draft.get("quote") or draft.get("comment", ""))
        for name, remark in self.told:
            place = (name, remark.place.line, remark.place.column)
            yield _row(str(remark.loss), remark.key, remark.about, remark.message, *place)

    @property
    def view(self) -> View:
        """The whole as one object."""
        taken = self.taken
        return {
            "files": [
                {
                    "file": name,
                    "format": foreign.format,
                    "works": len(foreign.works),
                    "drafts": len(foreign.drafts),
                }
                for name, foreign in self.files
            ],
            "into": taken.into,
            "written": [change.file for change in self.done.plan.changes] * self.is_written,
            "new": [{"id": item["id"], "text": in_short(item)} for item in taken.new],
            "changed": [
                {
                    "id": one.id,
                    "field": one.field,
                    "here": None if one.here is None else _as_text(one.here),
                    "there": _as_text(one.there),
                    "taken": self.updates,
                }
                for one in taken.differences
            ],
            "same": list(taken.same),
            "scholars": list(taken.people.new),
            "unsure": [{"name": u.name, "scholar": u.scholar} for u in taken.people.unsure],
            "drafts": [{**_NO_DRAFT, **draft} for draft in taken.drafts],
            "same_drafts": taken.same_drafts,
            "remarks": [
                {
                    "file": name,
                    "line": remark.place.line,
                    "column": remark.place.column,
                    "loss": str(remark.loss),
                    "key": remark.key,
                    "field": remark.about,
                    "message": remark.message,
                }
                for name, remark in self.told
            ],
        }


def ask(
    root: Path,
    files: Sequence[ForeignFile],
    wish: Wish,
    *,
    format: str | None = None,
    encoding: str | None = None,
    dry_run: bool = False,
) -> Imported:
    """Bring what foreign files hold into the corpus: all of it, or nothing.

    Raises `ClaimcliError` for a file that cannot be read, and what `carry_out` raises.
    """
    read_files = [read(file.name, file.content, format, encoding) for file in files]
    last: list[Taken] = []

    def plan(reading: Reading) -> Plan:
        made, taken = planned(root, reading, read_files, wish)
        last.append(taken)
        return made

    done = carry_out(root, plan, dry_run=dry_run)
    names = (file.name for file in files)
    pairs = tuple(zip(names, read_files, strict=True))
    is_written = bool(done.plan.changes) and not dry_run
    return Imported(pairs, last[-1], done, is_written, wish.update)


def _row(what: str, id: str | None, field: str | None, message: str, *place: Any) -> View:
    file, line, column = place or (None, None, None)
    values = (what, id, field, message, file, line, column)
    return dict(zip(FIELDS, values, strict=True))


def in_short(item: CslItem) -> str:
    """A work in short: `Kim 2013, The Treaty`."""
    fields, _ = read_fields(SOURCE, as_texts(item))
    if not fields:
        return str(item["id"])
    source = Source(**source_fields(fields, item))
    title = f", {source.title}" if source.title and (source.author or source.editor) else ""
    return f"{short(source, source.id)}{title}"


def difference_in_words(one: Difference) -> str:
    """What is here and what is there."""
    here = "nothing" if one.here is None else f"'{_shown(one.here)}'"
    return f"here {here}, there '{_shown(one.there)}'"


def _as_text(value: Any) -> str:
    """A value of CSL: a text as it is, anything else as JSON."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value if len(value) <= 60 else value[:59] + "…"
    return flow(as_texts(value))
