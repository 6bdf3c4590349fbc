"""JSON as foreign files have it: what is no JSON, or said twice, is told and costs itself alone."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any


class Told:
    """A decoder that notes in `remarks` what it has met since these were taken."""

    def __init__(self) -> None:
        self._remarks: list[str] = []
        self._decoder = json.JSONDecoder(
            strict=False, object_pairs_hook=self._mapping, parse_constant=self._constant
        )

    def decode(self, text: str, start: int = 0) -> tuple[Any, int]:
        """The value that begins there and where it ends; raises as `json` does."""
        return self._decoder.raw_decode(text, start)

    def taken(self) -> list[str]:
        """What was met, each once."""
        remarks, self._remarks = self._remarks, []
        return list(dict.fromkeys(remarks))

    def _mapping(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            for key, count in Counter(key for key, _ in pairs).items():
                if count > 1:
                    self._remarks.append(f"'{key}' is given {count} times; the last one counts")
        return made

    def _constant(self, word: str) -> None:
        self._remarks.append(f"{word} is no value of JSON, and was left")
