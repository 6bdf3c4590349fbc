"""A great answer is written as it comes; what fails at once leaves no half of it behind."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from claimcli import render
from claimcli.errors import ClaimcliError, Renewable
from claimcli.render import HELD_BACK, _json_parts, _whole


class Damaged:
    """Something of ours that proves damaged after so many records."""

    def __init__(self) -> None:
        self.renewed = 0

    def renew(self) -> None:
        self.renewed += 1

    def records(self, good: int, size: int) -> Iterator[dict[str, str]]:
        for _ in range(good):
            yield {"text": "x" * size}
        raise Renewable("damaged", self.renew)


def test_no_more_is_held_than_is_held_back() -> None:
    met: list[int] = []

    def records() -> Iterator[dict[str, object]]:
        for number in itertools.count():
            met.append(number)
            yield {"n": number, "text": "x" * 1000}

    first = next(_whole(_json_parts(records())))
    assert HELD_BACK <= len(first) < HELD_BACK + 2000
    assert len(met) * 1000 < HELD_BACK + 2000


def test_what_fails_before_anything_is_written_can_be_asked_again() -> None:
    damaged = Damaged()
    with pytest.raises(Renewable):
        next(_whole(_json_parts(damaged.records(10, 100))))
    assert damaged.renewed == 0  # who asks again does that


def test_what_fails_later_is_told_and_mended() -> None:
    damaged = Damaged()
    parts = _whole(_json_parts(damaged.records(5, HELD_BACK // 2)))
    with pytest.raises(ClaimcliError, match="what was printed is not all: ask again"):
        list(parts)
    assert damaged.renewed == 1


def test_pieces_are_the_whole() -> None:
    rows = [{"n": n, "text": "y" * 300_000} for n in range(40)]
    assert b"".join(_whole(_json_parts(iter(rows)))).decode() == render.json_text(rows)
