"""One call of a tool: the corpus opened as it is now, as a command opens it, and asked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcli.agents.paging import page, sendable
from claimcli.agents.parameters import schema_of, taken
from claimcli.agents.tools import TOOLS, Call, Tool
from claimcli.answers.views import View
from claimcli.corpus.find import find_corpus
from claimcli.errors import UnknownValue, renewing, told_of
from claimcli.store import Store, open_store


def definitions() -> list[View]:
    """The tools as a client is told of them; none of them writes, or asks anything outside."""
    return [_definition(tool) for tool in TOOLS.values()]


def _definition(tool: Tool) -> View:
    return {
        "name": tool.name,
        "description": tool.says,
        "inputSchema": schema_of(tool.parameters),
        "annotations": {"readOnlyHint": True, "openWorldHint": False},
    }


def answered(root: Path, texts: Path | None, name: str, arguments: Mapping[str, Any]) -> View:
    """What a tool answers of the corpus in a directory, with what is to be told of that.

    `texts` is the directory of the texts that quotations are held against. Raises `ClaimcliError`.
    """
    if name not in TOOLS:
        raise UnknownValue("tool", name, TOOLS)
    tool = TOOLS[name]
    given = taken(tool.parameters, arguments)

    def ask() -> View:
        with open_store(find_corpus(root, {}, root)) as store:
            view = page(tool.ask(Call(store, given, texts)), given, tool.rows)
            return {**view, "remarks": [*view["remarks"], *_of_corpus(store)]}

    view: View = sendable(renewing(ask))
    return view


def _of_corpus(store: Store) -> list[str]:
    """What of the corpus could not be read, and why it was not read from the cache."""
    passed_over = [f"the cache is not used: {store.passed_over}"] if store.passed_over else []
    return [*passed_over, *([told_of(store.lost)] if any(store.lost) else [])]
