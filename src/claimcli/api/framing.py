"""A corpus and its answers as data frames: pandas, polars and Arrow, for who has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from claimcli.answers.answer import Answer
from claimcli.api.loaded import Loaded
from claimcli.api.results import Results
from claimcli.arguments import expect
from claimcli.search import Filters

if TYPE_CHECKING:  # not for those who only search, or have not the libraries
    import pandas
    import polars
    import pyarrow

    from claimcli.exports.answer_frames import Types

Framed: TypeAlias = str | Answer | Results[Any]
"""What a frame can be made of: a table by its name, or an answer."""

Columns: TypeAlias = dict[str, list[Any]]


class Framing(Loaded):
    """Tables and answers as data frames.

    A frame has the columns of a table of `claimcli export parquet` (docs/exporting.md), or the keys
    of an answer's records (docs/json.md), also where it has no rows. Years are whole numbers, lists
    are lists, records within them structs or dicts, and what is not recorded is missing. The
    libraries are not installed with claimcli: `ImportError` where one is not there.
    """

    def to_pandas(self, of: Framed = "claims", filters: Filters | None = None) -> pandas.DataFrame:
        """A table or an answer as a `pandas.DataFrame`; a list is a list of Python there.

        `filters` choose the claims of a table. Raises for an unknown table, and for an answer that
        has no records, such as a report.
        """
        import pandas  # only for who has it

        from claimcli.exports.answer_frames import Types

        types = Types(
            *("string", "Int64", "Float64", "boolean"), lambda one: object, lambda one: object
        )
        columns, kinds = self._columns(of, filters, types)
        return pandas.DataFrame(
            {name: pandas.Series(values, dtype=kinds[name]) for name, values in columns.items()}
        )

    def to_polars(self, of: Framed = "claims", filters: Filters | None = None) -> polars.DataFrame:
        """The same as a `polars.DataFrame`."""
        import polars  # only for who has it

        from claimcli.exports.answer_frames import Types

        types = Types(
            *(polars.String, polars.Int64, polars.Float64, polars.Boolean),
            polars.List,
            polars.Struct,
        )
        columns, kinds = self._columns(of, filters, types)
        return polars.DataFrame(columns, schema=kinds)

    def to_arrow(self, of: Framed = "claims", filters: Filters | None = None) -> pyarrow.Table:
        """The same as a `pyarrow.Table`."""
        import pyarrow  # only for who has it

        from claimcli.exports.answer_frames import Types

        types = Types(
            *(pyarrow.string(), pyarrow.int64(), pyarrow.float64(), pyarrow.bool_()),
            pyarrow.list_,
            lambda fields: pyarrow.struct(list(fields.items())),
        )
        columns, kinds = self._columns(of, filters, types)
        return pyarrow.table(columns, schema=pyarrow.schema(list(kinds.items())))

    def _columns(
        self, of: Framed, filters: Filters | None, types: Types
    ) -> tuple[Columns, dict[str, Any]]:
        from claimcli.answers.export import ask  # not for those who only search
        from claimcli.exports.answer_frames import answer_columns
        from claimcli.exports.frames import columns
        from claimcli.exports.frames import types as types_of

        expect(Filters, "filters", filters, none=True)
        answer = of.answer if isinstance(of, Results) else of
        if isinstance(answer, Answer):
            return self._asked(lambda store: answer_columns(answer, types))
        expect(str, "table", answer)
        found = self._asked(lambda store: columns(ask(store, filters or Filters()), answer))
        names = {"text": types.text, "integer": types.integer, "boolean": types.boolean}
        return found, types_of(answer, names)
