"""What a tool takes: its JSON Schema, and what is given held against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from claimcli.errors import ClaimcliError, UnknownValue

Schema = dict[str, Any]
"""A JSON Schema (draft 2020-12)."""

Given = Mapping[str, Any]
"""What was given, by the names of the parameters; what was not is None."""


class Parameter(NamedTuple):
    """What a tool takes: `takes` is one of KINDS, `words` are the values that there are.

    `bounds` are what the schema says of a number.
    """

    name: str
    takes: str
    says: str = ""
    words: tuple[str, ...] = ()
    is_required: bool = False
    bounds: Mapping[str, int] = MappingProxyType({})

    @property
    def schema(self) -> Schema:
        """Its JSON Schema."""
        words = {"enum": list(self.words)} if self.words else {}
        says = {"description": self.says} if self.says else {}
        if self.takes == "texts":
            return {"type": "array", "items": {"type": "string", **words}, **says}
        return {"type": KINDS[self.takes].type, **words, **says, **self.bounds}


def schema_of(parameters: Iterable[Parameter]) -> Schema:
    """The JSON Schema of all that a tool takes."""
    every = tuple(parameters)
    required = [one.name for one in every if one.is_required]
    return {
        "type": "object",
        "properties": {one.name: one.schema for one in every},
        **({"required": required} if required else {}),
    }


def taken(parameters: Iterable[Parameter], arguments: Mapping[str, Any]) -> Given:
    """What was given, with None for the rest; one text will do for a list of texts.

    Raises `ClaimcliError` for what the tool does not take, for a value of another kind, and for
    what is missing.
    """
    every = {one.name: one for one in parameters}
    for name in arguments:
        if name not in every:
            raise UnknownValue("argument", name, every)
    given = {name: _value(one, arguments.get(name)) for name, one in every.items()}
    for name, one in every.items():
        if one.is_required and not given[name]:
            words = f"; one of: {', '.join(one.words)}" if one.words else ""
            raise ClaimcliError(f"{name} is missing{words}")
    return given


def _value(parameter: Parameter, value: Any) -> Any:
    if value is None:
        return None
    kind = KINDS[parameter.takes]
    if not kind.is_met(value):
        raise ClaimcliError(f"{parameter.name} is to be {kind.words}, and is {_shown(value)}")
    return [value] if parameter.takes == "texts" and isinstance(value, str) else value


def _shown(value: Any) -> str:
    """A value as somebody who gave JSON knows it."""
    names = {bool: "true or false", dict: "an object", list: "a list", str: "a text"}
    return names.get(type(value)) or str(value)


class _Kind(NamedTuple):
    type: str
    words: str
    is_met: Callable[[Any], bool]


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _are_texts(value: Any) -> bool:
    every = value if isinstance(value, list) else [value]
    return all(isinstance(one, str) for one in every)


KINDS = {
    "text": _Kind("string", "a text", lambda value: isinstance(value, str)),
    "texts": _Kind("array", "a list of texts", _are_texts),
    "number": _Kind("integer", "a whole number from 0", _is_number),
    "flag": _Kind("boolean", "true or false", lambda value: isinstance(value, bool)),
}
"""What a parameter may take: its type in JSON Schema, the same in words, and what is of it."""
