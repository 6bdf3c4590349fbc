"""A corpus written to: records made, changed and checked, as the commands do it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import msgspec

from claimcli.api.loaded import Loaded
from claimcli.arguments import (
    PathLike,
    expect,
    expected_key,
    expected_path,
    expected_value,
    expected_words,
)
from claimcli.corpus.find import demand_writable, is_from_afar, working_directory
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.problems import Problem

if TYPE_CHECKING:  # reading and writing YAML is not for those who only search
    from claimcli.answers.import_ import Imported
    from claimcli.corpus.records import Reading
    from claimcli.editing.plan import Done, Plan


class Written(msgspec.Struct, frozen=True):
    """What became of the files, or with `dry_run` would.

    Args:
        ids: of the records that were made, changed, renamed (the new one) or taken out.
        said: what was done, in the words of the command.
        files: those that changed, relative to the corpus.
        problems: what `check` says of it beside errors, with which nothing would be written.
        diff: a unified diff, as `--dry-run` prints it and `git apply` takes it.
    """

    ids: tuple[str, ...]
    said: tuple[str, ...]
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    diff: str


class Recording(Loaded):
    """What writes to the files of a corpus, which is read again afterwards.

    A person's files are changed by splices: no other byte is touched, and nothing is written where
    `check` would find a new error, which `claimcli.editing.plan.Rejected` then tells. `dry_run`
    writes nothing and tells what would be. The corpus inside an installed package is for reading.
    """

    @classmethod
    def init(
        cls, directory: PathLike, *, merge_driver: bool = False, without_example: bool = False
    ) -> Self:
        """Begin a corpus in a directory, with an example that compares: `claimcli init`.

        `merge_driver` tells the repository of git that the directory is in to merge by record;
        `without_example` takes the example away, or begins without one. Raises where a file would
        be written over, and where there is no repository or no example.
        """
        from claimcli.corpus.find import MARK
        from claimcli.editing.example import without_example as planned
        from claimcli.editing.git_settings import settle  # not for those who only search
        from claimcli.editing.initial import begin
        from claimcli.editing.plan import carry_out

        place = expected_path("directory", directory)
        if not ((merge_driver or without_example) and (place / MARK).is_file()):
            begin(place)
        if without_example:
            carry_out(place, lambda reading: planned(place, reading))
        if merge_driver:
            settle(place)
        return cls.load(place)

    def new(
        self,
        kind: str,
        *records: Mapping[str, Any],
        draft: str | None = None,
        skip_recorded: bool = False,
        dry_run: bool = False,
    ) -> Written:
        """Make records of a kind, all or none: `claimcli new`.

        Args:
            kind: `claim`, `question`, `stance`, `scholar`, `source` or `name`.
            records: fields with the keys of the format; `question` says which one a claim is on or
                a stance is of. An `id` is proposed where none is given.
            draft: the id of one that the claim is made of; it is taken out.
            skip_recorded: leave out what the corpus has already: claims of the same holders and
                position, with the same quotation from the same place, and other records by ids.
            dry_run: see the class.

        Raises `UnknownValue` for another kind, question or draft, and where an id is taken.
        """
        from claimcli.editing.already_recorded import unrecorded
        from claimcli.editing.asked_fields import FIELDS
        from claimcli.editing.composing import with_new  # not for those who only search
        from claimcli.editing.given_records import news_of

        expect(str, "kind", kind)
        expect(str, "draft", draft, none=True)
        if kind not in FIELDS:
            raise UnknownValue("kind", kind, FIELDS)
        given = [_fields("record", record) for record in records]
        news = [one for record in given for one in news_of("the record", record, kind)]
        if not news:
            raise ClaimcliError(f"give the {kind} that is to be made")

        def planned(reading: Reading) -> tuple[Plan, tuple[str, ...]]:
            wanted = unrecorded(reading, news) if skip_recorded else news
            return with_new(self.root, reading, wanted, draft)

        return self._written(planned, dry_run)

    def edit(self, id: str, fields: Mapping[str, Any], *, dry_run: bool = False) -> Written:
        """Give fields of a record other values: `claimcli edit --set`, `--unset`.

        `id` is of a record of any kind, or `question/stance`. A value is a text, as `--set` takes
        it, or a list or mapping as the format has it; None takes the field out. `citation.locator`
        is a field of a field. Raises for an unknown record or field.
        """
        from claimcli.editing.amending import with_settings  # not for those who only search

        expect(str, "id", id)
        given = _fields("fields", fields)
        settings = {tuple(name.split(".")): value for name, value in given.items()}
        return self._changed(id, lambda r: with_settings(self.root, r, id, settings), dry_run)

    def rename(self, id: str, new: str, *, dry_run: bool = False) -> Written:
        """Give a record another id, and all that refers to it: `claimcli edit --rename`."""
        from claimcli.editing.amending import renamed  # not for those who only search

        expect(str, "id", id)
        expect(str, "new", new)
        return self._changed(new, lambda r: renamed(self.root, r, id, new), dry_run)

    def delete(self, id: str, *, dry_run: bool = False) -> Written:
        """Take a record out: `claimcli edit --delete`. Raises while something refers to it."""
        from claimcli.editing.amending import without  # not for those who only search

        expect(str, "id", id)
        return self._changed(id, lambda r: without(self.root, r, id), dry_run)

    def import_(
        self,
        *files: PathLike,
        format: str | None = None,
        into: str | None = None,
        scholars: bool = False,
        update: bool = False,
        map: Sequence[str] | str = (),
        set: Mapping[str, str] | None = None,
        sheet: str | None = None,
        encoding: str | None = None,
        dry_run: bool = False,
    ) -> Imported:
        """Bring libraries, highlights and tables into the corpus: `claimcli import`.

        The arguments are the options, `set` as a mapping of fields to what all rows have in them.
        Raises for a file that cannot be read at all; what of one cannot be is told in the answer.
        """
        from claimcli.answers.import_ import ask  # not for those who only search
        from claimcli.imports.given_files import foreign_files, maps_in
        from claimcli.imports.planning import Wish
        from claimcli.imports.tables.columns import mapped_from

        expect(Mapping, "set", set, none=True)
        given = [one for f in files for one in foreign_files(str(expected_path("file", f)))]
        if not given:
            raise ClaimcliError("give the files that are to be imported")
        colours, columns = maps_in(expected_words("map", map))
        fixed = [f"{field}={value}" for field, value in (set or {}).items()]
        wish = Wish(into, scholars, update, colours, mapped_from(columns, fixed))
        found = ask(
            self._own(),
            given,
            wish,
            format=format,
            encoding=encoding,
            sheet=sheet,
            dry_run=dry_run,
        )
        self._read_again()
        return found

    def renew_schema(self) -> Path:
        """Write the schema that an editor is told of, with the ids of now: `schema --renew`.

        Gives the file, `.claimcli.schema.json` of the corpus.
        """
        from claimcli.editing.initial import SCHEMA
        from claimcli.render import json_text
        from claimcli.schemas.dialect import in_draft_07
        from claimcli.schemas.known_ids import known_in, of_files_with
        from claimcli.writing import write_whole  # not for those who only search

        place = self._own() / SCHEMA
        self.reload()
        made = in_draft_07(of_files_with(self._asked(known_in)))
        write_whole(place, json_text(made).encode())
        return place

    def _changed(self, id: str, planned: Callable[[Reading], Plan], dry_run: bool) -> Written:
        return self._written(lambda reading: (planned(reading), (id,)), dry_run)

    def _written(
        self, planned: Callable[[Reading], tuple[Plan, tuple[str, ...]]], dry_run: bool
    ) -> Written:
        """Carry out a change whose plan comes with the ids that it concerns."""
        from claimcli.editing.plan import carry_out  # not for those who only search

        ids: list[str] = []

        def plan(reading: Reading) -> Plan:
            made, ids[:] = planned(reading)
            return made

        done = carry_out(self._own(), plan, dry_run=dry_run)
        self._read_again()
        return _told(done, tuple(ids))

    def _own(self) -> Path:
        """The directory, where it is one to write to."""
        is_found = not self._is_named and is_from_afar(self.root, working_directory())
        demand_writable(self.root, is_found=is_found)
        return self.root


def _fields(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record with their values; raises TypeError for what no file can have."""
    expect(Mapping, name, given)
    return {
        expected_key(name, key): expected_value(str(key), value) for key, value in given.items()
    }


def _told(done: Done, ids: tuple[str, ...]) -> Written:
    from claimcli.editing.plan import as_diff

    changes = done.plan.changes
    return Written(
        ids,
        done.plan.said,
        tuple(change.file for change in changes),
        tuple(one.problem for one in done.remarks),
        as_diff(done.plan),
    )
