"""The filters as options of a command: what `--help` and TAB say of them, and what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from inspect import Parameter, signature
from typing import Annotated, Any, TypeVar

import typer

from claimcli import dates
from claimcli.cli import completion
from claimcli.cli.session import known
from claimcli.errors import ClaimcliError
from claimcli.model import NO_STANCE
from claimcli.search import FILTERS, Filter, Filters, scholar_meant, school_meant
from claimcli.store import Store

Command = TypeVar("Command", bound=Callable[..., None])

_OFFERED = {
    "question": completion.questions,
    "stance": completion.stances,
    "scholar": completion.scholars,
    "school": completion.schools,
    "source": completion.sources,
    "tag": completion.tags,
}


def filtered(command: Command) -> Command:
    """The command with an option for each filter, behind its argument; it is given as `**filters`.

    Typer reads the options of a command from its signature.
    """
    written = signature(command, eval_str=True)
    argument, *others = (p for p in written.parameters.values() if p.name != "filters")
    parameters = (argument, *map(_parameter, FILTERS), *others)
    in_place = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in parameters]
    command.__signature__ = written.replace(parameters=in_place)  # type: ignore[attr-defined]
    return command


def _parameter(filter: Filter) -> Parameter:
    option = f"--{filter.name.replace('_', '-')}"
    if filter.values == "flag":
        flag = Annotated[bool, typer.Option(option, help=filter.help)]
        return Parameter(filter.name, Parameter.KEYWORD_ONLY, default=False, annotation=flag)
    offer = _OFFERED.get(filter.values) or (filter.words and completion.words(filter.words))
    several = Annotated[
        list[str] | None,
        typer.Option(
            option,
            metavar=filter.metavar,
            help=filter.help,
            autocompletion=completion.offered(offer) if offer else None,
        ),
    ]
    return Parameter(filter.name, Parameter.KEYWORD_ONLY, default=None, annotation=several)


def filters_of(store: Store, typed: dict[str, Any]) -> Filters:
    """What was typed, as the filters of a search; raises for a value that there is not."""
    if typed["first_hand"] and typed["second_hand"]:
        raise ClaimcliError("--first-hand and --second-hand exclude each other; without them: both")
    return Filters(
        **{filter.name: _values(store, filter, typed[filter.name]) for filter in FILTERS}
    )


def _values(store: Store, filter: Filter, typed: Any) -> Any:
    match filter.values:
        case "flag":
            return typed
        case "interval":
            return _intervals(f"--{filter.name}", typed)
        case "words":
            return known(filter.name, typed, lambda: filter.words)
        case "scholar":
            return tuple(scholar_meant(store, given) for given in typed or ())
        case "school":
            return tuple(school_meant(store, given) for given in typed or ())
        case "stance":
            return known("stance", typed, lambda: _stances(store), store)
        case "tag":
            return known("tag", typed, store.tags, store)
        case kind:
            return known(kind, typed, lambda: store.ids(kind), store)


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
