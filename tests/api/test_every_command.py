"""Every command and option has its way from Python: a new one is missed here until it has."""

from __future__ import annotations

import inspect
from typing import Any

import typer
from support import cases

from claimcli import Corpus, api
from claimcli.cli import skill
from claimcli.cli.main import COMMANDS, app
from claimcli.search import FILTERS

EVERYWHERE = frozenset(
    (
        *("corpus", "no_cache"),  # Corpus.load
        *("format", "json", "fields", "out", "force"),  # Corpus.printed, Corpus.view
        *("limit", "no_pager"),  # a slice; a pager is of a terminal
        "help",
    )
)
NARROWING = frozenset(filter.name for filter in FILTERS)

WAYS: dict[str, tuple[list[Any], dict[str, str]]] = {
    "search": ([Corpus.search], {"words": "query"}),
    "compare": (
        [Corpus.compare, Corpus.juxtapose, Corpus.matrix, Corpus.picture],
        {"words": "question", "asked": "question", "scholar": "scholars"},
    ),
    "show": ([Corpus.show], {}),
    "list": ([Corpus.list], {}),
    "cite": ([Corpus.cite], {}),
    "report": ([Corpus.document, Corpus.report], {}),
    "site": ([Corpus.site], {}),
    "export": ([Corpus.export, Corpus.exported], {}),
    "verify": ([Corpus.verify, Corpus.repair], {"repair": "", "yes": "", "every": "status"}),
    "coverage": ([Corpus.coverage], {}),
    "init": ([Corpus.init], {}),
    "new": ([Corpus.new], {"source_file": "records", "id": "records", "texts": ""}),
    "edit": (
        [Corpus.edit, Corpus.rename, Corpus.delete],
        {"set": "fields", "unset": "fields", "rename": "new", "delete": ""},
    ),
    "review": (
        [Corpus.review, Corpus.review_blind, Corpus.accept],
        {"listed": "", "blind": ""},
    ),
    "import": ([Corpus.import_], {"given": "set"}),
    "diff": ([Corpus.diff], {}),
    "merge-file": ([api.merge], {"name": "", "stdout": ""}),
    "schema": ([api.schema, Corpus.schema, Corpus.renew_schema], {"with_ids": "", "renew": ""}),
    "skill": ([skill.page], {}),
    "mcp": ([], {"texts": ""}),
    "cache": ([api.clear_cache], {"action": "", "every": "path"}),
    "check": ([Corpus.check, api.explain], {"fail_on": "", "explain": "code"}),
}
"""The ways of each command; for what it takes under another name that name, or none where it is
what the way does, or what of a value is looked at."""


def test_each_command_has_its_way() -> None:
    assert set(WAYS) == set(COMMANDS)


@cases("name", WAYS)
def test_what_a_command_takes_can_be_given(name: str) -> None:
    group: Any = typer.main.get_command(app)
    command = group.get_command(group.make_context("x", [], resilient_parsing=True), name)
    ways, called = WAYS[name]
    taken = {word for way in ways for word in inspect.signature(way).parameters}
    inner = getattr(command, "commands", {}).values() or [command]
    given = {p.name for one in inner for p in one.params} - EVERYWHERE
    if "filters" in taken or name == "search":
        given -= NARROWING
    if name == "new":
        given = {word for word in given if not word.startswith("of_")} - {
            "on",
            "stances",
            "further",
        }
    missing = {word for word in given if called.get(word, word) not in {*taken, ""}}
    assert not missing
