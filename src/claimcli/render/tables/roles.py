"""The roles of colour, and the signs that stand for something: nothing else names either.

Only the names of ANSI are used, so that the reader's theme decides what they are; colour is never
alone, and without it everything can be read. Signs have one in ASCII each.
"""

from __future__ import annotations

from claimcli.answers.marks import Known

HEAD = "bold"
QUIET = "dim"
SAID_OF = "italic dim"
"""What is said of a question or a position by who recorded it."""
MATCH = "bold yellow"
UNSURE = "yellow"
"""The recorder's judgement."""
WARNING = "bold yellow"
"""What a reader must know before he believes the rest."""
NO_SCHOLAR = "italic"
"""The name of a holder who is none."""
LACKING, ADDED = "red", "green"
"""What a text has and a quotation has not; the other way."""

COLOURS = ("blue", "red", "green", "magenta", "cyan", "yellow")
"""Of positions, in their order; a seventh begins again, and its letter tells it apart."""
RAMP = ("blue", "cyan", "green", "yellow", "red")
"""Of positions that run from pole to pole; where they are more, neighbours share one."""

MEANINGS: dict[Known, str] = {
    "read": "work was read",
    "second-hand": "second-hand",
    "unnamed": "a reporter's phrase, no scholar",
    "contemporary": "of the time spoken of, no scholar",
}
UNCLEAR = "?"
NOUGHT = "·"
RULE, HAIRLINE, TICK = "─", "┄", "┴"
BLOCKS = "▁▂▃▄▅▆▇█"
NO_SIDE = "–"
"""Stands where a position has its letter."""

_IN_ASCII = str.maketrans(
    {
        **{"●": "*", "○": "o", "◌": "~", "◇": "^"},
        **{"─": "-", "┄": "-", "┴": "+", "·": ".", "–": "-", "…": "..."},
        **{block: str(step) for step, block in enumerate(BLOCKS, start=1)},
        **{"“": '"', "”": '"', "‘": "'", "’": "'", "→": "->", "—": "-"},
    }
)


def in_ascii(drawn: str) -> str:
    """What was drawn, with the signs that ASCII has for ours."""
    return drawn.translate(_IN_ASCII)
