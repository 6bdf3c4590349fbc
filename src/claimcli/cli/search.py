"""`claimcli search`: claims by words, names in any spelling, and filters."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from claimcli import dates
from claimcli.answers.search import ask
from claimcli.answers.views import HIT_FIELDS
from claimcli.cli import completion, options
from claimcli.cli.output import emit, output
from claimcli.cli.session import known, open_corpus, remark_on
from claimcli.errors import ClaimcliError
from claimcli.model import CLAIM_CERTAINTIES, NO_STANCE, RELATION_TYPES
from claimcli.search import SORTS, Filters, scholar_meant, school_meant
from claimcli.store import Store

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


EPILOG = """Words are joined by AND, but for little ones (of, the); "a phrase" in quotation marks;
-word leaves out what has it in its own text or its holders' names; begin* for words that begin so.
In one field: statement: quote: translation: note: question: stance: scholar: school: source: via:
certainty: tag: name: id: before a word or a phrase. Case, accents and apostrophes do not count.
Other forms of a word (executed for execution) come after the word itself. Where no record has all
of three words or more, those with all but one are given, and that is said.

Examples:

\b
  claimcli search                       # everything
  claimcli search peace talks
  claimcli search '"perfidious acts"' -koryo
  claimcli search scholar:vorobev war
  claimcli search --question who-started-war --second-hand --json
"""


@app.command(cls=Search, epilog=EPILOG)
def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="What to look for; nothing lists everything."),
    ] = None,
    question: options.Question = None,
    stance: options.Stance = None,
    scholar: options.Scholar = None,
    school: options.School = None,
    source: options.Source = None,
    via: options.Via = None,
    certainty: options.Certainty = None,
    year: options.Year = None,
    period: options.Period = None,
    tag: options.Tag = None,
    relation: options.Relation = None,
    first_hand: options.FirstHand = False,
    second_hand: options.SecondHand = False,
    unclear: options.Unclear = False,
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
    no_cache: options.NoCache = False,
) -> None:
    """Find claims by words, names in any spelling, and filters.

    A filter given twice means either; several filters must all be met.
    """
    if first_hand and second_hand:
        raise ClaimcliError("--first-hand and --second-hand exclude each other; without them: both")
    wanted = output(format, json, fields, limit)
    wanted.check_fields(HIT_FIELDS)
    store = open_corpus(corpus, cache=not no_cache)
    filters = Filters(
        question=known("question", question, lambda: store.ids("question"), store),
        stance=known("stance", stance, lambda: _stances(store), store),
        scholar=tuple(scholar_meant(store, given) for given in scholar or ()),
        school=tuple(school_meant(store, given) for given in school or ()),
        source=known("source", source, lambda: store.ids("source"), store),
        via=known("source", via, lambda: store.ids("source"), store),
        certainty=known("certainty", certainty, lambda: CLAIM_CERTAINTIES),
        tag=known("tag", tag, store.tags, store),
        relation=known("relation", relation, lambda: RELATION_TYPES),
        year=_intervals("--year", year),
        period=_intervals("--period", period),
        first_hand=first_hand,
        second_hand=second_hand,
        unclear=unclear,
    )
    query, count = " ".join(words or ()), wanted.format == "table"
    emit(ask(store, query, filters, exact=exact, most=wanted.rows, sort=sort, count=count), wanted)
    remark_on(store)


def _stances(store: Store) -> Iterator[str]:
    """What --stance takes: a stance of any question, and `question/stance`."""
    yield NO_STANCE
    for question in store.questions():
        yield f"{question.id}/{NO_STANCE}"
        for stance in question.stances:
            yield from (stance.id, f"{question.id}/{stance.id}")


def _intervals(option: str, given: Iterable[str] | None) -> tuple[dates.Interval, ...]:
    try:
        return tuple(dates.parse_range(text) for text in given or ())
    except dates.DateError as error:
        raise ClaimcliError(f"{option}: {error}") from error
