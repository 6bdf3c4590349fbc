"""The views as SQL: one text that SQLite, DuckDB and Spark all run."""

from __future__ import annotations

from pathlib import Path

from claimcli.exports.relational import VIEWS

_FOLDER = Path(__file__).parent / "views"


def select(view: str) -> str:
    """What a view selects."""
    return (_FOLDER / f"{view}.sql").read_text(encoding="utf-8")


def views(kind: str = "VIEW") -> list[str]:
    """The statements that make the views, in their order; `kind` may be `TEMPORARY VIEW`."""
    return [f"CREATE {kind} {view} AS\n{select(view)}" for view in VIEWS]
