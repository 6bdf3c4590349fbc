"""What is given from Python, looked at before it leads to a mistake somewhere inside."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from claimcli.errors import ClaimcliError
from claimcli.paths import expanded

_KINDS: dict[object, str] = {
    str: "a text",
    int: "a whole number",
    bytes: "bytes",
    Mapping: "a mapping",
    Sequence: "a text or a list of texts",
    (str, os.PathLike): "a path",
}


def expect(kind: type | tuple[type, ...], name: str, value: object, *, none: bool = False) -> None:
    """Raise TypeError for an argument that is not of that kind, and not None where that will do."""
    if (none and value is None) or (isinstance(value, kind) and not isinstance(value, bool)):
        return
    wanted = _KINDS.get(kind) or f"of {getattr(kind, '__name__', 'another type')}"
    instead = "None" if value is None else f"of {type(value).__name__}"
    raise TypeError(f"{name} is to be {wanted}{' or None' * none}, and is {instead}")


PathLike = str | os.PathLike[str]


def expected_path(name: str, path: PathLike) -> Path:
    """The path, with `~` for the home directory; raises TypeError for what is none."""
    expect((str, os.PathLike), name, path)
    return expanded(Path(path))


def expect_limit(limit: object) -> None:
    """Raise TypeError for a limit that is no whole number, and `ClaimcliError` below nought."""
    expect(int, "limit", limit, none=True)
    if isinstance(limit, int) and limit < 0:
        raise ClaimcliError(f"limit is to be 0 or more, and is {limit}")


def expected_value(name: str, value: object) -> Any:
    """What a field may have, and what is in it: a date becomes its text, a tuple a list.

    Raises TypeError for anything else, such as the number that pandas has for what is missing.
    """
    if value is None or isinstance(value, (str, int)):
        return value
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, Mapping):
        return {
            expected_key(name, key): expected_value(f"{name}.{key}", one)
            for key, one in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [expected_value(name, one) for one in value]
    raise TypeError(f"{name} is to be {_VALUES}, and is of {type(value).__name__}: {value!r:.40}")


def expected_key(name: str, key: object) -> str:
    """The name of a field; raises TypeError for what is no text."""
    expect(str, f"a field of {name}", key)
    return str(key)


_VALUES = "a text, a whole number, true or false, a date, a list or a mapping"


def expected_words(name: str, given: Sequence[str]) -> Sequence[str]:
    """Several words, or one alone, which is no sequence of letters."""
    words = (given,) if isinstance(given, str) else given
    expect(Sequence, name, words)
    for word in words:
        expect(str, name, word)
    return words
