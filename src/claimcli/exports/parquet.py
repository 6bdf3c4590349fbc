"""Tables as Parquet: a file for each, written by DuckDB, and the views as SQL beside them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import starmap
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import msgspec

from claimcli.answers.export import Selection
from claimcli.errors import ClaimcliError
from claimcli.exports.engines import views
from claimcli.exports.relational import TABLES, Table
from claimcli.exports.tabulating import tabulated

TYPES = {"text": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "json": "VARCHAR"}
"""What DuckDB calls the types of columns."""
_MARGIN = 1 << 16
"""Bytes of a line beyond the longest that DuckDB is told to expect."""
_ROW_GROUP = 40_960
"""Rows that are compressed together: fewer than usual, which takes a quarter less memory."""

_encode = msgspec.json.Encoder().encode_lines


FIRST_TITLE = "A corpus of my own"
"""What `init` calls every corpus."""


def remarks(selection: Selection) -> Iterator[str]:
    """That its tables cannot be told from those of others, where it has the title of all."""
    if selection.title == FIRST_TITLE:
        yield (
            f"the corpus is called {FIRST_TITLE!r}, as every new one is: give it a title of its own"
            " in corpus.yaml before its tables are put together with others"
        )


def make(selection: Selection, folder: Path) -> None:
    """A folder of tables; `views.sql` makes the views where the tables are there by their names."""
    folder.mkdir()
    with TemporaryDirectory(dir=folder.parent) as lines:
        longest = _write_lines(selection, Path(lines))
        try:
            with duckdb.connect(config={"memory_limit": "200MB", "threads": 1}) as engine:
                engine.execute(f"SET temp_directory = {_quoted(lines)}")
                for table in TABLES:
                    _copy(engine, table, Path(lines), folder, longest)
        except duckdb.Error as error:
            raise ClaimcliError(f"DuckDB cannot write the tables: {error}") from error
    text = ";\n\n".join(statement.rstrip() for statement in views("TEMPORARY VIEW"))
    (folder / "views.sql").write_text(f"{text};\n", encoding="utf-8")


def _write_lines(selection: Selection, folder: Path) -> int:
    """The rows as objects of JSON, which tell nothing from an empty text; gives the longest line's
    bytes.
    """
    longest = 0
    objects = {table.name: _object_of(table) for table in TABLES}
    with ExitStack() as opened:
        files = {t.name: opened.enter_context((folder / t.name).open("wb")) for t in TABLES}
        for table, rows in tabulated(selection):
            lines = _encode(list(starmap(objects[table], rows)))
            files[table].write(lines)
            longest = max(longest, *map(len, lines.split(b"\n")))
    return longest


def _object_of(table: Table) -> type[msgspec.Struct]:
    """What is encoded in half the time of a dict; what is None is left out, and comes to NULL."""
    return msgspec.defstruct(
        table.name, [(name, Any, None) for name in table.fields], omit_defaults=True, gc=False
    )


def _copy(
    engine: duckdb.DuckDBPyConnection, table: Table, lines: Path, folder: Path, longest: int
) -> None:
    types = ", ".join(f"{_quoted(c.name)}: '{TYPES[c.type]}'" for c in table.columns)
    source, target = lines / table.name, folder / f"{table.name}.parquet"
    engine.execute(
        f"COPY (FROM read_json({_quoted(source)}, format = 'newline_delimited',"
        f" columns = {{{types}}}, maximum_object_size = {longest + _MARGIN}))"
        f" TO {_quoted(target)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP})"
    )


def _quoted(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"
