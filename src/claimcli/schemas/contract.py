"""docs/json.md read as what it is: the tables of every key that the commands print as JSON.

The document comes with the package. It is held against what every command prints by the tests, so
that nothing of it has to be written down a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "schemas" / "json.md", _PACKAGE.parents[1] / "docs" / "json.md")
"""Where the document lies: in a wheel, in a checkout."""


class Key(NamedTuple):
    """What a table says of a key; `of` is the heading that the table stands under."""

    of: str
    name: str
    type: str
    meaning: str

    @property
    def words(self) -> tuple[str, ...]:
        """What stands in the meaning as code: of a *word*, every value that it can have."""
        return tuple(dict.fromkeys(re.findall(r"`(.+?)`", self.meaning)))


Keys = dict[str, Key]


@cache
def document() -> str:
    """The text of the document."""
    return next(place for place in _PLACES if place.is_file()).read_text(encoding="utf-8")


def printed_types() -> dict[str, str]:
    """What each command prints: `list tags` in backticks, and `array of [listed tag](#listed-tag)`.

    Commands with `--format jsonl` are among them, with the type of one line.
    """
    return dict(re.findall(r"^\| (`[^|]+) \| ([^|]+) \|$", document(), re.MULTILINE))


def keys_below_headings() -> dict[str, Keys]:
    """The keys below each heading that has a table of keys, with those of what it extends."""
    parts = re.split(r"^#+ ", document(), flags=re.MULTILINE)[1:]
    texts = {slug(heading): text for heading, _, text in (part.partition("\n") for part in parts)}
    own = {heading: tuple(_keys(heading, text)) for heading, text in texts.items()}

    def whole(heading: str) -> Keys:
        extended = re.search(r"^Every key of .*?\(#(.+?)\), and:", texts[heading], re.MULTILINE)
        return (whole(extended[1]) if extended else {}) | {key.name: key for key in own[heading]}

    return {heading: whole(heading) for heading in texts if own[heading]}


def slug(heading: str) -> str:
    """The anchor of a heading."""
    return heading.lower().replace(" ", "-")


def _keys(heading: str, text: str) -> Iterator[Key]:
    for names, type, meaning in re.findall(r"^\| (`.+?`) \| (.+?) \|(.*)\|$", text, re.MULTILINE):
        for name in re.findall(r"`(.+?)`", names):
            yield Key(heading, name, type, meaning.strip())
