"""Random files, random additions, changes and removals: only the lines that must change do.

The oracle is PyYAML's own loader, which keeps every scalar as a text (`BaseLoader`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from manuscripts import FIELDS, IDS, RECORDS, Manuscript, manuscripts
from support import cases

from claimcli.editing.inserting import with_record
from claimcli.editing.removing import without_record
from claimcli.editing.setting import Address, with_field

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@lru_cache(maxsize=8)
def loaded(content: bytes) -> dict[str, Any]:
    found = yaml.load(content.decode("utf-8-sig"), LOADER) or {}
    return {key: value for key, value in found.items() if (key, value) != ("claims", "")}


def claims(content: bytes) -> list[Any]:
    found = loaded(content).get("claims")
    return found if isinstance(found, list) else []


def rest(content: bytes) -> dict[str, Any]:
    return {key: value for key, value in loaded(content).items() if key != "claims"}


def middle(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """What of the old bytes is gone, and what is there instead: the shortest."""
    same = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    end = 0
    while end < min(len(old), len(new)) - same and old[-1 - end] == new[-1 - end]:
        end += 1
    return old[same : len(old) - end], new[same : len(new) - end]


def added(manuscript: Manuscript, record: dict[str, Any]) -> None:
    old = manuscript.content
    before = list(manuscript.records)
    new = with_record(old, "claims", record)
    ids = [one["id"] for one in before]
    place = sum(id < record["id"] for id in ids) if ids == sorted(ids) else len(ids)
    assert claims(new) == [*before[:place], record, *before[place:]]
    assert rest(new) == rest(old)
    kept = old if before else re.sub(rb"claims:(?: \[\]| ~| null)?", b"claims:", old)
    gone, came = middle(kept, new)
    assert gone == b""
    if manuscript.line_end == "\r\n" and b"\r\n" in old:
        assert came.count(b"\n") == came.count(b"\r\n") or came[:1] == b"\n"


def changed(manuscript: Manuscript, at: int, field: str, value: Any) -> None:
    old, record = manuscript.content, manuscript.records[at]
    new = with_field(old, Address("claims", record["id"]), (field,), value)
    wanted = {**record, field: value}
    if value is None:
        del wanted[field]
    assert claims(new) == [*manuscript.records[:at], wanted, *manuscript.records[at + 1 :]]
    assert rest(new) == rest(old)
    start, end = manuscript.span(at, field)
    if start >= 0:
        tail = len(old) - end
        assert new[:start] == old[:start] or value is None
        assert new[len(new) - tail :] == old[end:] or value is None
    elif field not in record:
        assert middle(old, new)[0] == b""


def removed(manuscript: Manuscript, at: int) -> None:
    old = manuscript.content
    new = without_record(old, "claims", manuscript.records[at]["id"])
    assert claims(new) == [*manuscript.records[:at], *manuscript.records[at + 1 :]]
    assert rest(new) == rest(old)
    assert middle(old, new)[1] == b""
    assert new.count(b"#") >= free_comments(old)


def free_comments(content: bytes) -> int:
    """How many of the comments that end a part stand no deeper than a dash: they are of no record.

    What is deeper is the record's that it stands below, and goes with it.
    """
    dash = re.search(rb"^ *(?=-)", content, re.MULTILINE)
    found = re.findall(rb"^( *)# (?:---|the end)", content, re.MULTILINE)
    return sum(len(indent) <= len(dash[0]) for indent in found) if dash else len(found)


@st.composite
def additions(draw: Any) -> tuple[Manuscript, dict[str, Any]]:
    manuscript = draw(manuscripts())
    used = {record["id"] for record in manuscript.records}
    id = draw(IDS.filter(lambda id: id not in used))
    return manuscript, {**draw(RECORDS), "id": id}


@st.composite
def changes(draw: Any) -> tuple[Manuscript, int, str, Any]:
    manuscript = draw(manuscripts().filter(lambda m: m.records))
    at = draw(st.integers(0, len(manuscript.records) - 1))
    field = draw(st.sampled_from(sorted(FIELDS)))
    is_there = field in manuscript.records[at]
    return manuscript, at, field, draw(FIELDS[field] | st.none() if is_there else FIELDS[field])


@pytest.mark.slow
@settings(max_examples=10)
@given(additions())
def test_an_addition_alters_nothing(case: tuple[Manuscript, dict[str, Any]]) -> None:
    added(*case)


@pytest.mark.slow
@settings(max_examples=10)
@given(changes())
def test_a_change_alters_one_field(case: tuple[Manuscript, int, str, Any]) -> None:
    changed(*case)


@pytest.mark.slow
@settings(max_examples=10)
@given(changes())
def test_a_removal_takes_one_record(case: tuple[Manuscript, int, str, Any]) -> None:
    removed(*case[:2])


@cases("old", ["a", "'a'", '"a"', "a\n    b", "'a\n    b'", ""])
@cases("value", ["word " * 30 + "word", "two\nlines", "# " * 60 + "none"])
def test_a_comment_behind_a_value_stays_one(old: str, value: str) -> None:
    before, behind = f"claims:\n- id: a\n  note: {old}".rstrip(), "  # said\n  tags: [x]\n"
    new = with_field((before + behind).encode(), Address("claims", "a"), ("note",), value)
    assert claims(new) == [{"id": "a", "note": value, "tags": ["x"]}]
    assert new.decode().endswith(behind)


@cases("written", ["[a, b]", '["a","b"]', "[a,\n    'b']", "\n  - a\n  - b"])
def test_a_value_that_is_there_stays_as_it_is_written(written: str) -> None:
    content = f"claims:\n- id: a\n  tags: {written}\n  period: 1125\n".encode()
    assert with_field(content, Address("claims", "a"), ("tags",), ["a", "b"]) == content
    assert with_field(content, Address("claims", "a"), ("period",), "1125") == content


@st.composite
def all_three(draw: Any) -> tuple[Manuscript, dict[str, Any], int, str, Any]:
    manuscript, at, field, value = draw(changes())
    used = {record["id"] for record in manuscript.records}
    id = draw(IDS.filter(lambda id: id not in used))
    return manuscript, {**draw(RECORDS), "id": id}, at, field, value


@pytest.mark.once
@pytest.mark.slow
@pytest.mark.parametrize("half", [1, 2])
@settings(max_examples=1700)
@given(case=all_three())
def test_ten_thousand_of_them(
    half: int, case: tuple[Manuscript, dict[str, Any], int, str, Any]
) -> None:
    manuscript, record, at, field, value = case
    added(manuscript, record)
    changed(manuscript, at, field, value)
    removed(manuscript, at)
