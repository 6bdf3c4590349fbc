"""Words that messages are made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcli.answers.views import View


def plural(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `2 bases`."""
    return f"{number} {noun if number == 1 else plural_of(noun)}"


def plural_of(noun: str) -> str:
    """`claims`, `bases`."""
    if noun.endswith("is"):
        return noun[:-2] + "es"
    return noun + "s"


def holders_counted(counts: View) -> str:
    """`2 scholars (1 second-hand), 3 unnamed, 1 of the time`; `nobody recorded`."""
    second = f" ({counts['second_hand']} second-hand)" if counts["second_hand"] else ""
    named = plural(counts["scholars"], "scholar") + second if counts["scholars"] else ""
    return ", ".join(filter(None, (named, *no_scholars(counts)))) or "nobody recorded"


def no_scholars(counts: View) -> Iterator[str]:
    """Holders that are never counted as scholars, where there are any: `3 unnamed`."""
    for key, words in (("unnamed", "unnamed"), ("contemporaries", OF_THE_TIME)):
        if counts[key]:
            yield f"{counts[key]} {words}"


OF_THE_TIME = "of the time"
"""What is said of a holder who lived in what is spoken of, and is no scholar."""


def named(holder: View) -> str:
    """A holder's name; an unnamed one is marked `*`, a contemporary of the events in words."""
    mark = {"unnamed": "*", "contemporary": f" ({OF_THE_TIME})"}.get(holder["kind"], "")
    return f"{holder['name']}{mark}"
