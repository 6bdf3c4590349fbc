"""`claimcli verify`: quotations held against the texts they were read in."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from claimcli.answers.verify import FAILED, VERDICTS, VERIFIED_FIELDS, VOID, Verified, ask, verdicts
from claimcli.cli import completion, options
from claimcli.cli.output import emit, ending_with, output
from claimcli.cli.progress_bar import progress
from claimcli.cli.session import open_corpus, remark_on
from claimcli.cli.texts_at_hand import VARIABLE, TextsDirectory, place_of_texts
from claimcli.errors import ClaimcliError
from claimcli.resolving import claims_of
from claimcli.store import Store
from claimcli.texts import Texts, texts_in, texts_named

app = typer.Typer(add_completion=False)

EPILOG = """Verdicts: exact; normalised (as quoted but for the printing: line ends, hyphens,
dashes, ligatures, quotation marks, points, page furniture, notes); near (the difference
is shown); elsewhere (not on the page given); ambiguous (found more than once); missing; no text.
Exit code 1 when a quote is missing or only near. In a quote, […] stands for an omission, and other
words in brackets are passed over where the text has them not.

Examples:

\b
  claimcli verify --texts ~/texts
  claimcli verify vorobev-1975-both-wanted --text kim-2013=kim.txt --all
  claimcli verify --texts ~/texts --repair
  claimcli verify --texts ~/texts --json | jq '.[].places[].selectors'
"""


@app.command(epilog=EPILOG)
def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...",
            help="Claims; without any, every quote.",
            autocompletion=completion.offered(completion.ids),
        ),
    ] = None,
    texts: TextsDirectory = None,
    text: Annotated[
        list[str] | None,
        typer.Option("--text", metavar="SOURCE=FILE", help="The text of one source; repeatable."),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="ID",
            help="Quotes that were read in this work.",
            autocompletion=completion.offered(completion.sources),
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="VERDICT",
            help="Show these verdicts only; repeatable.",
            autocompletion=completion.offered(completion.words(VERDICTS)),
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="In a table, show the quotes that are in order, too.")
    ] = False,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair", help="Offer the text's own words for quotes that are near, one by one."
        ),
    ] = False,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes", help="With --repair, take them all, but where a number or negation differs."
        ),
    ] = False,
    limit: options.Limit = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    corpus: options.CorpusDirectory = None,
    no_pager: options.NoPager = False,
    no_cache: options.NoCache = False,
) -> None:
    """Hold quotations against the texts they were read in.

    Nothing is fetched: the texts are files. A table shows what needs attention; JSON and the other
    formats have every quote, with its characters, line, printed page and W3C TextQuoteSelectors.
    """
    wanted = output(format, json, fields, limit, no_pager)
    wanted.check_fields(VERIFIED_FIELDS)
    asked = verdicts(status or ())
    store = open_corpus(corpus, cache=not no_cache)
    claims = claims_of(store, ids or (), source or ())
    at_hand = _texts(store, texts, text or ())
    is_table = wanted.format == "table"
    found = ask(
        store,
        claims,
        at_hand,
        asked,
        gravest_first=is_table,
        only_to_look_at=is_table and not (asked or every),
        most=wanted.rows,
        names_bare=bool(ids),
        progress=partial(progress, doing="holding quotations against texts", unit="quotations"),
    )
    if yes and not repair:
        raise ClaimcliError("--yes goes with --repair")
    if repair and not found.is_void:
        _repair(corpus, store, found.found, at_hand, yes)
        return
    error = ClaimcliError(VOID) if found.is_void else None
    with ending_with(error.exit_code if error else int(found.has_failed)):
        emit(found, wanted, store.root)
        remark_on(store)
        if error:
            raise error


def _repair(
    corpus: Path | None, store: Store, found: Sequence[Verified], texts: Texts, yes: bool
) -> None:
    """Mend what is near; the command ends with 1 where some text still does not have the words."""
    from claimcli.cli import repairing  # not for those who only verify
    from claimcli.cli.session import corpus_to_write

    mended = repairing.repair(corpus_to_write(corpus), found, texts, yes=yes)
    remark_on(store)
    if any(one.status in FAILED and one.claim.id not in mended for one in found):
        raise typer.Exit(1)


def _texts(store: Store, directory: Path | None, named: Sequence[str]) -> Texts:
    """The texts at hand; one that is named goes before one of the directory."""
    place = place_of_texts(directory)
    if place is None and not named:
        raise ClaimcliError(
            "no texts to hold quotations against: "
            f"give --texts DIR or --text SOURCE=FILE, or set {VARIABLE};"
            " in DIR a text is named for its source, SOURCE.txt or SOURCE.pdf"
        )
    files = texts_in(place) if place else {}
    return Texts(files | texts_named(named, store.ids("source")))
