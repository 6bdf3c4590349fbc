"""What every answer has: rows with its fields, a JSON, and a table that shows it."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from support import CORPORA, Run, cases

import claimcli.answers
from claimcli.answers import (
    check,
    cite,
    compare,
    coverage,
    juxtapose,
    matrix,
    review,
    search,
    show,
    verify,
)
from claimcli.answers import list as listing
from claimcli.answers.answer import Answer
from claimcli.answers.list import LISTED
from claimcli.answers.views import CLAIM_FIELDS
from claimcli.model import Claim
from claimcli.store import Store, open_store
from claimcli.texts import Texts, prepare

COMMANDS = (
    *("search", "compare", "matrix", "juxtapose", "show", "list"),
    *("check", "verify", "coverage", "cite", "report", "diff", "review"),
)
DRAWN = [name for name in COMMANDS if name not in ("check", "cite", "report")]  # which print lines


@pytest.fixture
def store() -> Iterator[Store]:
    store = open_store(CORPORA / "held", use_cache=False)
    yield store
    store.close()


TEXT = "So it was (Archer 2000, p. 1)."
ASKED: dict[str, Callable[[Store], Answer]] = {
    "search": lambda s: search.ask(s, "bridge"),
    "compare": lambda s: compare.ask(s, s.questions()[0]),
    "matrix": lambda s: matrix.ask(s, s.questions()[0], "decade"),
    "juxtapose": lambda s: juxtapose.ask(s, s.scholars()[:2]),
    "show a claim": lambda s: show.ask(s, s.claims()[0].id),
    "show a scholar": lambda s: show.ask(s, s.scholars()[0].id),
    **{f"list {kind}": lambda s, kind=kind: listing.ask(s, kind) for kind in LISTED},  # type: ignore[misc]  # the kind is bound
    "check": lambda s: check.ask(s.root),
    "verify": lambda s: verify.ask(s, s.claims(), Texts({})),
    "review": lambda s: review.ask(s, s.claims(), s.drafts(), Texts({})),
    "coverage": lambda s: coverage.ask(s, "archer-2000", prepare(TEXT)),
    "cite": lambda s: cite.ask(s, [s.claims()[0].id], "note"),
}


@cases("name", ASKED)
def test_each_row_has_the_fields_and_is_json(store: Store, name: str) -> None:
    answer = ASKED[name](store)
    rows = list(answer.rows)
    assert all(tuple(row) == answer.fields for row in rows)
    assert set(answer.columns) <= set(answer.fields)
    view = answer.view
    whole = view if isinstance(view, dict) else list(view)
    assert json.loads(json.dumps(whole)) == whole
    if not isinstance(view, dict):
        assert whole == rows


@cases("name", ASKED)
def test_an_answer_cannot_be_changed(store: Store, name: str) -> None:
    answer = ASKED[name](store)
    field = type(answer).__struct_fields__[0]
    with pytest.raises(AttributeError):
        setattr(answer, field, None)


def test_each_file_of_answers_has_a_command_or_is_shared() -> None:
    folder = Path(inspect.getfile(claimcli.answers)).parent
    shared = """
    accounts answer axis blind career chain chains chapters chronology codings corpus
    counting crossing disagreements dossier_view export footnotes grouping holders import_
    intercoder_agreement language_names marks namesakes page_search passage provenance replies
    sentences several_positions several_verdicts sigla since_checked site summaries tally testimony
    to_review transmission uncovered views wording
    """
    assert {path.stem for path in folder.glob("*.py")} == {*COMMANDS, *shared.split(), "__init__"}
    assert all(callable(import_module(f"claimcli.answers.{name}").ask) for name in COMMANDS)


@cases("name", DRAWN)
def test_each_answer_has_a_table(name: str) -> None:
    assert callable(import_module(f"claimcli.render.tables.{name}").draw)


def test_every_field_of_a_claim_is_published() -> None:
    assert set(Claim.__struct_fields__) <= set(CLAIM_FIELDS)


@pytest.mark.usefixtures("small")
def test_what_a_limit_leaves_out_is_the_same_whoever_asks(run: Run) -> None:
    # Seven claims are on the question, of which three say Easton began it and two take no side.
    store = open_store(CORPORA / "small", use_cache=False)
    asked = store.question("who-began")
    assert asked
    left_out = compare.ask(store, asked, most=1).left_out
    assert left_out
    assert (left_out.more, left_out.limit) == (4, 3)
    told = run("compare", "who-began", "--limit", "1").err
    assert "4 more claims; --limit 3 under each heading shows all" in told
    store.close()
