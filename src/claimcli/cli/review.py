"""`claimcli review`: claims held against their passages one by one, and drafts made claims."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcli.cli import completion, options, reading_blind, terminal_asker
from claimcli.cli.filter_options import filtered
from claimcli.cli.output import Output, emit, output, tell
from claimcli.cli.recorder import By, recorder
from claimcli.cli.session import corpus_to_write, open_corpus, remark_on
from claimcli.cli.texts_at_hand import TextsDirectory, texts_there
from claimcli.errors import ClaimcliError
from claimcli.resolving import filters_of

if TYPE_CHECKING:
    from claimcli.answers.review import Review
    from claimcli.store import Store
    from claimcli.texts import Texts

app = typer.Typer(add_completion=False)

EPILOG = """On a terminal each is shown beside its passage, and asked for: accept, correct, skip,
leave. What changed since it was checked comes first, then drafts, then what nobody checked.
Accepting writes `checked` with your name and the day, at once. A claim that is checked is
asked for again only when its words, its position or the meaning of that have changed since, as git
tells, or its text has lost the quotation. Elsewhere, and with --list or --format, what waits is
listed.

With --blind a second reader sees the passage, its holder and the positions, and nothing of what the
first one made of it; `list disagreements` then has both, and `list agreement` how far they agree.

Examples:

\b
  claimcli review --list
  claimcli review --drafts
  claimcli review --question who-started-war --texts ~/texts
  claimcli review --second-hand --json | jq length
  claimcli review --blind --by 'Petr Ivanov' --list
"""


@app.command(epilog=EPILOG)
@filtered
def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...",
            help="Claims or drafts, checked or not; without any, all that waits.",
            autocompletion=completion.offered(completion.ids),
        ),
    ] = None,
    by: By = None,
    texts: TextsDirectory = None,
    blind: Annotated[
        bool,
        typer.Option(
            "--blind", help="Take positions as a second reader, who does not see the first one's."
        ),
    ] = False,
    drafts: Annotated[
        bool | None,
        typer.Option("--drafts/--no-drafts", help="Drafts alone, or none; without it, both."),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Ask for what is checked, too.")] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List what waits, and ask nothing.")
    ] = False,
    limit: options.Limit = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    corpus: options.CorpusDirectory = None,
    no_pager: options.NoPager = False,
    no_cache: options.NoCache = False,
    **filters: Any,
) -> None:
    """Hold claims against their passages one by one, and make drafts claims."""
    if blind and (ids or again or drafts is not None):
        raise ClaimcliError(
            "--blind goes without ids, which tell too much, and without --again and --drafts"
        )
    is_asked = not (listed or format or json) and terminal_asker.is_there()
    wanted = output(format, json, fields, limit, no_pager)
    store = open_corpus(corpus, cache=not no_cache)
    at_hand = texts_there(texts)
    from claimcli.answers.to_review import demand_blind, to_review  # not for --help

    chosen = filters_of(store, filters)
    if blind:
        demand_blind(chosen)
        asked = reading_blind.Asked(by, corpus, at_hand, limit, not no_cache)
        claims, _ = to_review(store, (), chosen)
        reading_blind.read(store, claims, asked, None if is_asked else wanted)
        return
    from claimcli.answers.review import ask

    marked = to_review(store, ids or (), chosen, drafts)
    most = limit if is_asked else wanted.rows
    found = ask(store, *marked, at_hand, again=again or bool(ids), most=most)
    if not is_asked:
        _list(found, wanted, store)
    elif not found.waiting:
        tell(found.asides[0])
    else:
        _go_through(corpus, found, at_hand, by, not no_cache)


def _list(found: "Review", wanted: Output, store: "Store") -> None:
    emit(found, wanted, store.root)
    if found.waiting and wanted.format == "table":
        tell("on a terminal `claimcli review` goes through them")
    remark_on(store)


def _go_through(
    corpus: Path | None, found: "Review", texts: "Texts", by: str | None, cache: bool
) -> None:
    """Ask of each, and say at the end what was done and what waits yet."""
    from claimcli.corpus.find import path_to
    from claimcli.dialogue.asker import Left
    from claimcli.dialogue.reviewing import Reviewing
    from claimcli.store import open_store

    root = corpus_to_write(corpus)
    asker = terminal_asker.TerminalAsker(path_to(root))
    code, reviewing = 0, None
    try:
        name = recorder(root, by, asker)
        reviewing = Reviewing(root, asker, texts, name, lambda: open_store(root, use_cache=cache))
        reviewing.go_through(found.waiting)
    except (Left, KeyboardInterrupt):
        code = 130
    _tell(len(found.waiting), reviewing.did if reviewing else {})
    if code:
        raise typer.Exit(code)


def _tell(waiting: int, did: "Mapping[str, int]") -> None:
    """What was done, and how much waits yet: what was skipped, and what was not come to."""
    left = waiting - sum(did.get(what, 0) for what in ("accepted", "made", "discarded"))
    done = [f"{number:,} {what}" for what, number in did.items() if number]
    told = ", ".join(done) or "nothing is written"
    tell(f"{told}; {left:,} {'waits' if left == 1 else 'wait'} yet" if left > 0 else told)
