"""`claimcli show`: everything known of one record."""

from typing import Annotated

import typer

from claimcli.answers import views
from claimcli.answers.show import Shown, shown
from claimcli.cli import completion, options
from claimcli.cli.output import emit, output
from claimcli.cli.session import open_corpus, remark_on
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import NO_STANCE
from claimcli.render import Result
from claimcli.store import Store

app = typer.Typer(add_completion=False)

EPILOG = """Examples:

\b
  claimcli show vorobev-1975-both-wanted
  claimcli show vorobev --limit 5
  claimcli show kim-2013 --json | jq '.claims | length'
"""


@app.command(epilog=EPILOG)
def command(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Any id.", autocompletion=completion.offered(completion.ids)
        ),
    ],
    corpus: options.CorpusDirectory = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    limit: options.LimitOfEach = None,
    no_cache: options.NoCache = False,
) -> None:
    """Show all that is known of a claim, scholar, source, question or name.

    Of a claim: its chain back to the holder, what it rests on and what rests on it, and what
    disputes, qualifies or revises it. Of any other record: the claims it has part in, which are
    also the rows of csv, tsv, md and jsonl.
    """
    wanted = output(format, json, fields, limit)
    store = open_corpus(corpus, cache=not no_cache)
    found = shown(store, id, wanted.rows)
    if found is None:
        _refuse_stance(store, id)
        from claimcli.search import named  # only when something went wrong

        raise UnknownValue("record", id, store.ids(), lost=store.lost, meant=named(store, id))
    emit(_result(found), wanted)
    remark_on(store)


def _refuse_stance(store: Store, id: str) -> None:
    """Raise for a position, which has no page of its own."""
    name, _, stance = id.partition("/")
    question = store.question(name)
    if stance and question:
        if stance != NO_STANCE and question.stance(stance) is None:
            known = (f"{name}/{other.id}" for other in question.stances)
            raise UnknownValue("stance", id, known, lost=store.lost)
        found = f"`claimcli search --question {name} --stance {stance}` finds its claims"
        raise ClaimcliError(f"'{id}' is a stance, shown with '{name}'; {found}")


def _result(found: Shown) -> Result:
    view = found.view
    if "claims" not in view:
        return Result("claim", view, [view], tuple(view))
    return Result(
        *("record", view, view["claims"], views.CLAIM_FIELDS),
        parts=found.parts,
        totals=found.totals,
        counts=found.counts,
    )
