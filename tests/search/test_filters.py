"""Filters: each value, several values, several filters, and dates that overlap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from support import Run, cases

from claimcli.dates import parse_range
from claimcli.search import FILTERS, Filters, search
from claimcli.store import Store

M, C, S = "merchants-paid", "crown-ordered", "salt-was-dear"


def passing(store: Store, query: str = "", **filters: Any) -> list[str]:
    return [hit.claim.id for hit in search(store, query, Filters(**filters)).hits]


@cases(
    ("filters", "ids"),
    [
        ({}, [M, C, S]),
        ({"question": ("who-built",)}, [M, C, S]),
        ({"question": ("why-built",)}, [S]),
        ({"stance": ("crown",)}, [C]),
        ({"stance": ("merchants",)}, [M, S]),
        ({"stance": ("who-built/merchants",)}, [M, S]),
        ({"stance": ("why-built/merchants",)}, []),
        ({"stance": ("salt", "crown")}, [C, S]),
        ({"scholar": ("ivanov",)}, [M]),
        ({"scholar": ("ivanov", "li-ming")}, [M, C]),
        ({"scholar": ("Ivanov",)}, []),
        ({"school": ("soviet",)}, [M]),
        ({"school": ("soviet", "chinese")}, [M, C]),
        ({"school": ("western",)}, []),
        ({"source": ("ivanov-1970",)}, [M]),
        ({"source": ("li-1985",)}, [C]),
        ({"via": ("ivanov-1970",)}, [C]),
        ({"certainty": ("argued",)}, []),
        ({"tag": ("money",)}, [M]),
        ({"first_hand": True}, [M]),
        ({"second_hand": True}, [C, S]),
        ({"first_hand": True, "second_hand": True}, [M, C, S]),
        ({"unclear": True}, [S]),
        ({"unclear": True, "first_hand": True}, []),
        ({"scholar": ("ivanov",), "stance": ("crown",)}, []),
        ({"second_hand": True, "question": ("why-built",)}, [S]),
    ],
)
def test_filters(store: Store, filters: dict[str, Any], ids: list[str]) -> None:
    assert passing(store, **filters) == ids


@cases(
    ("year", "ids"),
    [
        ("1970", [M]),
        ("1971..1985", [C]),
        ("1960..1990", [M, C]),
        ("..1970", [M]),
        ("1985..", [C]),
        ("1971..1984", []),
        ("197X", [M]),
    ],
)
def test_years_are_those_of_the_cited_work(store: Store, year: str, ids: list[str]) -> None:
    """The third claim cites no work, so that it has none."""
    assert passing(store, year=(parse_range(year),)) == ids


@cases(
    ("period", "ids"),
    [
        ("1410..1420", [C]),
        ("1400..1410", [C]),
        ("1420..", [C]),
        ("..1409", []),
        ("1421", []),
        ("1415", [C]),
    ],
)
def test_periods_that_overlap(store: Store, period: str, ids: list[str]) -> None:
    assert passing(store, period=(parse_range(period),)) == ids


def test_several_intervals_are_alternatives(store: Store) -> None:
    years = (parse_range("1970"), parse_range("1985"))
    assert passing(store, year=years) == [M, C]


def test_filters_and_words(store: Store) -> None:
    assert passing(store, "canal", scholar=("li-ming",)) == [C]
    assert passing(store, "canal", year=(parse_range("1970"),)) == [M]
    assert passing(store, "-paid", second_hand=True) == [C, S]
    assert passing(store, "-paid", year=(parse_range("1960..1990"),)) == [C]
    assert passing(store, "canal -crown", question=("who-built",)) == [M, S]


def test_counts_are_of_what_passes(store: Store) -> None:
    result = search(store, "canal", Filters(scholar=("li-ming",)), limit=1)
    assert result.total == 1


def test_years_before_the_common_era(stating: Callable[..., Store]) -> None:
    works = "references:\n- {id: unknown-work, type: classic, issued: '-0100'}\n"
    store = stating("One.", works=works)
    assert passing(store, year=(parse_range("..-0050"),)) == ["c1"]
    assert passing(store, year=(parse_range("-0099.."),)) == []


def test_the_table_has_each_filter_once_and_each_is_an_option(run: Run) -> None:
    assert sorted(filter.name for filter in FILTERS) == sorted(Filters.__struct_fields__)
    options = run("search", "--help").out.split()
    assert all(f"--{filter.name.replace('_', '-')}" in options for filter in FILTERS)
