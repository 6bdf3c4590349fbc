"""The filters as options of a command: what `--help` and TAB say of them."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Annotated, TypeVar

import typer

from claimcli.cli import completion
from claimcli.search import FILTERS, Filter

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
    command.__signature__ = written.replace(parameters=in_place)  # type: ignore[attr-defined]  # as `signature` reads
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
