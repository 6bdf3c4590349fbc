"""`claimcli verify`: quotations held against the texts they were read in."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from claimcli.answers.verify import (
    FAILED,
    GRAVEST_FIRST,
    IN_ORDER,
    VERIFIED_FIELDS,
    Verified,
    tally,
    verified,
    verified_view,
    without_page,
    without_text,
)
from claimcli.cli import completion, options
from claimcli.cli.output import emit, ending_with, output, tell
from claimcli.cli.progress import progress
from claimcli.cli.session import known, open_corpus, remark_on
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import Claim
from claimcli.paths import expanded
from claimcli.quotes import Status
from claimcli.render import Result
from claimcli.render.words import plural
from claimcli.store import Role, Store
from claimcli.texts import Texts, texts_in, texts_named

app = typer.Typer(add_completion=False)

DIRECTORY = "CLAIMCLI_TEXTS"
"""The environment's directory of texts."""

VERDICTS = tuple(status.replace(" ", "-") for status in Status)
"""As `--status` takes them; with a space, too."""

EPILOG = """Verdicts: exact; normalised (as quoted but for the printing: line ends, hyphens,
dashes, ligatures, quotation marks, page furniture, raised numbers of notes); near (the difference
is shown); elsewhere (not on the page given); ambiguous (found more than once); missing; no text.
Exit code 1 when a quote is missing or only near. In a quote, […] stands for an omission, and other
words in brackets are passed over where the text has them not.

Examples:

\b
  claimcli verify --texts ~/texts
  claimcli verify vorobev-1975-both-wanted --text kim-2013=kim.txt --all
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
    texts: Annotated[
        Path | None,
        typer.Option(
            "--texts",
            metavar="DIR",
            help=f"Texts named for their source, SOURCE.txt or SOURCE.pdf; else {DIRECTORY}.",
        ),
    ] = None,
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
    limit: options.Limit = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    corpus: options.CorpusDirectory = None,
    no_cache: options.NoCache = False,
) -> None:
    """Hold quotations against the texts they were read in.

    Nothing is fetched: the texts are files. A table shows what needs attention; JSON and the other
    formats have every quote, with its characters, line, printed page and W3C TextQuoteSelectors.
    """
    wanted = output(format, json, fields, limit)
    wanted.check_fields(VERIFIED_FIELDS)
    verdicts = _verdicts(status)
    store = open_corpus(corpus, cache=not no_cache)
    claims = _claims(store, ids or (), known("source", source, lambda: store.ids("source"), store))
    at_hand = _texts(store, texts, text or ())
    found = _verified(claims, at_hand)
    asked = [one for one in found if not verdicts or one.status in verdicts]
    if wanted.format == "table":
        asked = _for_a_table(asked, whole=bool(verdicts) or every)
    rows = [verified_view(one) for one in asked[: wanted.rows]]
    result = Result("verified", rows, rows, VERIFIED_FIELDS)
    statuses = {one.status for one in found}
    nothing = "no text is at hand for any of these quotations: nothing was verified"
    error = ClaimcliError(nothing) if statuses == {Status.NO_TEXT} else None
    with ending_with(error.exit_code if error else int(bool(FAILED & statuses))):
        emit(result, wanted, total=len(asked), noun="quotation")
        _summarise(found, claims, named=bool(ids))
        remark_on(store)
        if error:
            raise error


def _for_a_table(asked: Iterable[Verified], *, whole: bool) -> list[Verified]:
    """The gravest first; only what needs attention, unless the whole is wanted."""
    shown = [one for one in asked if whole or _needs_attention(one)]
    return sorted(shown, key=lambda one: GRAVEST_FIRST.index(one.status))


def _verdicts(given: Iterable[str] | None) -> frozenset[str]:
    words = [word.replace("-", " ") for word in given or ()]
    return frozenset(known("verdict", words, lambda: [str(status) for status in Status]))


def _claims(store: Store, ids: Sequence[str], sources: Sequence[str]) -> list[Claim]:
    """The claims asked for, in the order asked or of the files."""
    if not ids:
        return store.linked(Role.WITNESS, *sources) if sources else store.claims()
    claims = []
    for id in dict.fromkeys(ids):
        claim = store.claim(id)
        if claim is None:
            raise UnknownValue("claim", id, store.ids("claim"), lost=store.lost)
        claims.append(claim)
    return [claim for claim in claims if not sources or claim.witness in sources]


def _texts(store: Store, directory: Path | None, named: Sequence[str]) -> Texts:
    """The texts at hand; one that is named goes before one of the directory."""
    place = _place(directory)
    if place is None and not named:
        raise ClaimcliError(
            "no texts to hold quotations against: "
            f"give --texts DIR or --text SOURCE=FILE, or set {DIRECTORY}"
        )
    files = texts_in(place) if place else {}
    return Texts(files | texts_named(named, store.ids("source")))


def _place(directory: Path | None) -> Path | None:
    """The directory of texts that the option names, else the environment."""
    if directory is not None:
        return expanded(directory)
    named = os.environ.get(DIRECTORY)
    return expanded(Path(named), DIRECTORY) if named else None


def _verified(claims: Sequence[Claim], texts: Texts) -> list[Verified]:
    """The verdicts, with progress on a terminal where that takes long."""
    found = []
    quoted = [claim for claim in claims if claim.quote is not None]
    for done, one in enumerate(verified(quoted, texts)):
        progress(done, len(quoted), "holding quotations against texts", "quotations")
        found.append(one)
    progress(len(quoted), len(quoted), "holding quotations against texts", "quotations")
    return found


def _needs_attention(one: Verified) -> bool:
    """Whether a table shows it unasked; for texts that are not at hand the summary is enough."""
    if one.status in IN_ORDER:
        return bool(one.verdict.passed_over)
    return one.status is not Status.NO_TEXT


def _summarise(found: Sequence[Verified], claims: Sequence[Claim], *, named: bool) -> None:
    """How many quotes of each verdict there are, and what could not be held against anything."""
    counts = ", ".join(f"{count} {status}" for status, count in tally(found).items())
    tell(plural(len(found), "quotation") + (f": {counts}" if counts else ""))
    for source, waiting in without_text(found).items():
        tell(f"no text of {source} ({waiting}): name it {source}.txt, or --text {source}=FILE")
    if unpaged := without_page(found):
        tell(f"page given but not checked, since the text does not tell it: {unpaged}")
    bare = [claim.id for claim in claims if claim.quote is None]
    if bare:
        tell(f"without a quotation: {', '.join(bare) if named else len(bare)}")
