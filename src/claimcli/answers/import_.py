"""What foreign files bring to a corpus: what is new, what differs, what was left, with lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from claimcli.answers.answer import Answer
from claimcli.answers.views import View
from claimcli.answers.wording import plural
from claimcli.citations import short
from claimcli.corpus.readers import flow
from claimcli.corpus.records import Reading
from claimcli.editing.composing import New
from claimcli.editing.plan import ERRORS, Done, Plan, Rejected, as_diff, carry_out
from claimcli.imports.collating import Difference, source_of
from claimcli.imports.exported.reading import joined
from claimcli.imports.foreign import CslItem, Foreign, Loss, Remark, as_texts
from claimcli.imports.formats import parts_of, read
from claimcli.imports.given_files import ForeignFile
from claimcli.imports.planning import Taken, Wish, planned
from claimcli.imports.tables.taking import Refused, RowPlace

FIELDS = ("what", "id", "field", "message", "file", "line", "column")
"""The keys of a row: one for everything that was taken, differs, or was changed or left."""


KINDS = ("question", "stance", "name", "claim")
"""What else tables make, beside sources, scholars and drafts."""

_NO_DRAFT: View = {
    **dict.fromkeys(("id", "quote", "source", "locator", "comment")),
    "tags": [],
    "answers": [],
    "from": None,
}


class Imported(Answer, frozen=True):
    """What an import came to.

    `files` are the names and what was read of each; `is_written` is false where nothing had to be
    written, or nothing was to be; `updates` tells whether differences were taken, `is_dry` whether
    it was only tried.
    """

    files: tuple[tuple[str, Foreign], ...]
    taken: Taken
    done: Done
    is_written: bool
    updates: bool
    is_dry: bool = False

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
    def said(self) -> str:
        """What was done, in one line."""
        files = [change.file for change in self.done.plan.changes]
        words = ", ".join(self._counted()) or "nothing new"
        if not files:
            is_other = any(not self.is_updated(one) for one in self.taken.differences)
            hint = "; --update takes them" if is_other and not self.updates else ""
            return f"nothing to write: {words}{hint}"
        return f"{'would write' if self.is_dry else 'wrote'} {', '.join(files)}: {words}"

    def _counted(self) -> Iterator[str]:
        """What is new of each kind, and what is here already, with its number."""
        taken = self.taken
        kinds = Counter(one.kind for one in taken.records)
        new = {
            "source": len(taken.new),
            "scholar": len(taken.people.new),
            **{kind: kinds[kind] for kind in KINDS},
            "draft": len(taken.drafts),
        }
        yield from (plural(number, f"new {kind}") for kind, number in new.items() if number)
        same = len(taken.same) + taken.same_drafts
        if same:
            yield f"{same:,} there already"
        updated = {one.id for one in taken.differences if self.is_updated(one)}
        changed = {one.id for one in taken.differences} - updated
        for ids, how in ((updated, "updated"), (changed, "with other values")):
            if ids:
                yield f"{len(ids):,} {how}"

    @property
    def rows(self) -> Iterator[View]:
        """What is new, what differs, who is new, and every remark."""
        for item in self.taken.new:
            yield _row("new", item["id"], None, in_short(item))
        for one in self.taken.differences:
            what = "updated" if self.is_updated(one) else "differs"
            yield _row(what, one.id, one.field, self.in_words(one))
        for scholar in self.taken.people.new:
            yield _row("scholar", scholar["id"], None, scholar["name"])
        for record in self.taken.records:
            yield _row(record.kind, record.values["id"], None, in_words(record))
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
                    "rows": sum(len(sheet.rows) for sheet in foreign.sheets),
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
                    "taken": self.is_updated(one),
                }
                for one in taken.differences
            ],
            "same": list(taken.same),
            "scholars": list(taken.people.new),
            **{f"{kind}s": list(self._made(kind)) for kind in KINDS},
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
            "diff": as_diff(self.done.plan) if self.is_dry else None,
        }

    def is_updated(self, one: Difference) -> bool:
        """Whether the file's value was taken, or would be."""
        return self.updates and (one.id, one.field) not in self.taken.stays

    def in_words(self, one: Difference) -> str:
        """What is here and what is there, and why it stays where it could not be changed."""
        why = self.taken.stays.get((one.id, one.field))
        return f"{difference_in_words(one)}{f'; it stays: {why}' if why else ''}"

    def _made(self, kind: str) -> Iterator[View]:
        for one in self.taken.records:
            if one.kind == kind:
                text = in_words(one)
                yield {"id": one.values["id"], "question": one.question, "text": text}


def ask(
    root: Path,
    files: Sequence[ForeignFile],
    wish: Wish,
    *,
    format: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    dry_run: bool = False,
) -> Imported:
    """Bring what foreign files hold into the corpus: all of it, or nothing.

    A row of a table in which the checks find an error is left out, and told. Raises
    `ClaimcliError` for a file that cannot be read, and what `carry_out` raises.
    """
    otherwise = "csv" if wish.mapped.fields or wish.mapped.fixed else None
    pairs = tuple(
        part
        for name, content in joined(files)
        for part in parts_of(name, read(name, content, format, encoding, sheet, otherwise))
    )
    return bring(root, pairs, wish, dry_run=dry_run)


def bring(
    root: Path, pairs: Sequence[tuple[str, Foreign]], wish: Wish, *, dry_run: bool = False
) -> Imported:
    """Bring what was read of files, each with its name, into the corpus; else as `ask`."""
    refused: dict[RowPlace, str] = {}
    while True:
        trial = _Trial(root, pairs, wish, refused)
        try:
            done = carry_out(root, trial.plan, dry_run=dry_run, codes=ERRORS)
        except Rejected as rejected:
            more = _rows_of(rejected, trial.taken)
            if not more.keys() - refused.keys():
                raise
            refused = {**refused, **more}
        else:
            is_written = bool(done.plan.changes) and not dry_run
            return Imported(tuple(pairs), trial.taken, done, is_written, wish.update, dry_run)


class _Trial:
    """An import without some rows; `taken` is what it came to when it was planned last."""

    taken: Taken

    def __init__(
        self, root: Path, files: Sequence[tuple[str, Foreign]], wish: Wish, refused: Refused
    ) -> None:
        self._given = root, files, wish, refused

    def plan(self, reading: Reading) -> Callable[[], Plan]:
        """What makes the plan for the files of the corpus."""
        root, files, wish, refused = self._given
        made = planned(root, reading, files, wish, refused)

        def plan() -> Plan:
            plan, self.taken = made()
            return plan

        return plan


def _rows_of(rejected: Rejected, taken: Taken) -> dict[RowPlace, str]:
    """The rows of tables whose claims the checks would not have, and what they say of them."""
    found: dict[RowPlace, str] = {}
    for one in rejected.found:
        problem = one.problem
        place = taken.rows.get(problem.record or "")
        if place:
            hint = f" ({problem.hint})" if problem.hint else ""
            found.setdefault(place, f"{problem.message}{hint}")
    return found


def _row(what: str, id: str | None, field: str | None, message: str, *place: Any) -> View:
    file, line, column = place or (None, None, None)
    values = (what, id, field, message, file, line, column)
    return dict(zip(FIELDS, values, strict=True))


def in_words(record: New) -> str:
    """What a record says in short: the words of a question, the statement of a claim."""
    told = ("statement", "question", "label", "name")
    return next(str(record.values[key]) for key in told if key in record.values)


def in_short(item: CslItem) -> str:
    """A work in short: `Kim 2013, The Treaty`."""
    source = source_of(item)
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
