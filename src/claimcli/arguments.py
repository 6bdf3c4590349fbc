"""What is given from Python, looked at before it leads to a mistake somewhere inside."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from claimcli.paths import expanded

_KINDS: dict[object, str] = {
    str: "a text",
    int: "a whole number",
    bytes: "bytes",
    Mapping: "a mapping",
    (str, os.PathLike): "a path",
}


def expect(kind: type | tuple[type, ...], name: str, value: object, *, none: bool = False) -> None:
    """Raise TypeError for an argument that is not of that kind, and not None where that will do."""
    if (none and value is None) or (isinstance(value, kind) and not isinstance(value, bool)):
        return
    wanted = _KINDS.get(kind) or f"of {getattr(kind, '__name__', 'another type')}"
    instead = "None" if value is None else f"of {type(value).__name__}"
    raise TypeError(f"{name} is to be {wanted}{' or None' * none}, and is {instead}")


def expected_path(name: str, path: str | os.PathLike[str]) -> Path:
    """The path, with `~` for the home directory; raises TypeError for what is none."""
    expect((str, os.PathLike), name, path)
    return expanded(Path(path))


def expected_words(name: str, given: Sequence[str]) -> Sequence[str]:
    """Several words, or one alone, which is no sequence of letters."""
    words = (given,) if isinstance(given, str) else given
    expect(Sequence, name, words)
    for word in words:
        expect(str, name, word)
    return words
