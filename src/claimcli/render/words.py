"""Words that messages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcli.views import View


def plural(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`, `2 bases`."""
    return f"{number} {noun if number == 1 else plural_of(noun)}"


def plural_of(noun: str) -> str:
    """`claims`, `bases`."""
    if noun.endswith("is"):
        return noun[:-2] + "es"
    return noun + "s"


def holders_counted(counts: View) -> str:
    """`2 scholars (1 second-hand), 3 unnamed`; `nobody recorded`."""
    second = f" ({counts['second_hand']} second-hand)" if counts["second_hand"] else ""
    named = plural(counts["scholars"], "scholar") + second if counts["scholars"] else ""
    unnamed = f"{counts['unnamed']} unnamed" if counts["unnamed"] else ""
    return ", ".join(filter(None, (named, unnamed))) or "nobody recorded"


def named(holder: View) -> str:
    """A holder's name; an unnamed one is marked `*`."""
    return f"{holder['name']}{'*' * (holder['kind'] == 'unnamed')}"
