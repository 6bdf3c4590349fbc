"""`claimcli search`: claims by words, names in any spelling, and filters."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from claimcli.answers.search import ask
from claimcli.answers.views import HIT_FIELDS
from claimcli.cli import completion, options
from claimcli.cli.filter_options import filtered
from claimcli.cli.output import emit, output
from claimcli.cli.session import open_corpus, remark_on
from claimcli.resolving import filters_of
from claimcli.search import FIELDS, SORTS

app = typer.Typer(add_completion=False)


class Search(TyperCommand):
    """The command, whose words may begin with a hyphen: `-koryo` leaves out, and is no option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As always, with words that begin with one hyphen told from options, which have two."""
        params = self.get_params(ctx)
        flags = frozenset(o for p in params if getattr(p, "is_flag", False) for o in p.opts)
        return super().parse_args(ctx, list(_words_apart(args, flags)))


def _words_apart(args: list[str], flags: frozenset[str]) -> Iterator[str]:
    """The arguments; `flags` are the options that take no value."""
    before = ""
    for arg in args:
        is_value = before.startswith("--") and "=" not in before and before not in flags
        is_word = arg.startswith("-") and arg[1:2] not in ("", "-") and arg != "-h"
        yield (
            f" {arg}" if is_word and not is_value else arg
        )  # a space keeps it from being an option
        before = arg


EPILOG = f"""Words are joined by AND, but for little ones (of, the); "a phrase" in quotation marks;
-word leaves out what has it in its own text or its holders' names; begin* for words that begin so.
In one field: {" ".join(f"{field}:" for field in FIELDS)} before a word or a phrase.
Case, accents and apostrophes do not count. Other forms of a word (executed for execution) come
after the word itself. Where no record has all of three words or more, those with all but one are
given, and that is said.

Examples:

\b
  claimcli search                       # everything
  claimcli search peace talks
  claimcli search '"perfidious acts"' -koryo
  claimcli search scholar:vorobev war
  claimcli search --question who-started-war --second-hand --json
"""


@app.command(cls=Search, epilog=EPILOG)
@filtered
def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="What to look for; nothing lists everything."),
    ] = None,
    exact: Annotated[
        bool,
        typer.Option("--exact", help="No other spellings, scripts, forms or typos; every word."),
    ] = False,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="|".join(SORTS),
            help="By relevance if there are words, else in file order.",
            autocompletion=completion.offered(completion.words(SORTS)),
        ),
    ] = None,
    limit: options.Limit = None,
    format: options.Format = None,
    json: options.Json = False,
    fields: options.Fields = None,
    corpus: options.CorpusDirectory = None,
    no_pager: options.NoPager = False,
    no_cache: options.NoCache = False,
    **filters: Any,
) -> None:
    """Find claims by words, names in any spelling, and filters.

    A filter given twice means either; several filters must all be met.
    """
    wanted = output(format, json, fields, limit, no_pager)
    wanted.check_fields(HIT_FIELDS)
    store = open_corpus(corpus, cache=not no_cache)
    chosen = filters_of(store, filters)
    query, count = " ".join(words or ()), wanted.format == "table"
    found = ask(store, query, chosen, exact=exact, most=wanted.rows, sort=sort, count=count)
    emit(found, wanted, store.root)
    remark_on(store)
