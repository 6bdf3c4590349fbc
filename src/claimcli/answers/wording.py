"""Words that answers are told in, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcli.model import NO_STANCE

if TYPE_CHECKING:  # a message needs no views
    from claimcli.answers.counting import Counts
    from claimcli.commit import Commit
    from claimcli.model import Question


BY_JUDGEMENT = "by the recorder's judgement"
"""Said of what a claim does to another, wherever that is shown, if its holder does not say so."""


def typeset(words: str) -> str:
    """Words of our own as a page or a picture sets them: with a curly apostrophe."""
    return words.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def plural(number: int, noun: str) -> str:
    """`1 claim`, `2 bases`, `1,200 claims`."""
    return f"{number:,} {noun if number == 1 else plural_of(noun)}"


def plural_of(noun: str) -> str:
    """`claims`, `bases`."""
    if noun.endswith("is"):
        return noun[:-2] + "es"
    return noun + "s"


def label_of(question: Question, stance: str) -> str:
    """What a position is called; by its id where the question does not declare it."""
    if stance == NO_STANCE:
        return "takes no side"
    found = question.stance(stance)
    return found.label if found else stance


def holders_counted(counts: Counts) -> str:
    """`2 scholars (1 second-hand), 3 unnamed, 1 of the time`; `nobody recorded`."""
    second = f" ({counts.second_hand:,} second-hand)" if counts.second_hand else ""
    named = plural(counts.scholars, "scholar") + second if counts.scholars else ""
    return ", ".join(filter(None, (named, *no_scholars(counts)))) or "nobody recorded"


def totals_line(counts: Counts) -> str:
    """Counts in words: scholars first, claims last, since they tell the recorder's grain."""
    unclear = f", {counts.unclear:,} with something unclear" if counts.unclear else ""
    parts = (
        scholars_counted(counts),
        *no_scholars(counts),
        plural(counts.witnesses, "text") + " read",
        plural(counts.claims, "claim") + unclear,
    )
    return "; ".join(parts) + "."


def scholars_counted(counts: Counts) -> str:
    """`12 scholars (10 read in their own words, 2 second-hand)`."""
    known = f"{counts.first_hand:,} read in their own words, {counts.second_hand:,} second-hand"
    return f"{plural(counts.scholars, 'scholar')} ({known})"


def no_scholars(counts: Counts) -> Iterator[str]:
    """Holders that are never counted as scholars, where there are any: `3 unnamed`."""
    if counts.unnamed:
        yield f"{counts.unnamed:,} unnamed"
    if counts.contemporaries:
        yield f"{counts.contemporaries:,} {OF_THE_TIME}"


def corpus_state(commit: Commit | None, version: str) -> str:
    """Which state of a corpus was read, and with what: `commit b508020 of 2026-11-28; …`."""
    read = f"read with claimcli {version}"
    if commit is None:
        return read
    changed = "" if commit.is_clean else ", with changes that are not in it"
    return f"commit {commit.id[:SHORT]} of {commit.date}{changed}; {read}"


SHORT = 10
"""So much of the id of a commit tells it from all others."""


def by_reading_alone(counts: Counts) -> str:
    """How many scholars stand in a position by the recorder's reading alone; empty if none do."""
    read, all = counts.by_reading, counts.scholars
    if not read:
        return ""
    who = (
        "Its one scholar stands" if all == 1 else f"{read:,} of {all:,} scholars {_STAND[read > 1]}"
    )
    return f"{who} here by the recorder's reading alone."


_STAND = ("stands", "stand")

OF_THE_TIME = "of the time"
"""What is said of a holder who lived in what is spoken of, and is no scholar."""
