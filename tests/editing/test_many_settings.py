"""Fields of many records in a file given other values at once, and no other byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support import calls

from claimcli.corpus.records import Reading
from claimcli.editing.many_settings import Setting, with_fields
from claimcli.editing.plan import ERRORS, Change, Plan, Rejected, carry_out
from claimcli.editing.setting import Address

WORKS = """\
# by hand
references:
- id: kim-2013
  type: book
  title: The Treaty   # as printed
  note: >-   # folded
    old
    words
- {id: "lee-2001", type: book, title: War}
- id: tao-1976
  type: book
  title: Two Sons

  # of heaven
"""


def put(*given: tuple[str, str, object]) -> list[Setting]:
    return [Setting(Address("references", id), field, value) for id, field, value in given]


def test_values_of_several_records_and_of_one() -> None:
    made, refused = with_fields(
        WORKS.encode(),
        put(
            ("tao-1976", "title", "Two Sons of Heaven"),
            ("kim-2013", "title", "The Treaties"),
            ("kim-2013", "issued", "2013"),
            ("kim-2013", "volume", "2"),
            ("kim-2013", "page", "5-9"),
            ("lee-2001", "title", "Wars"),
        ),
    )
    expected = (
        WORKS.replace(
            "type: book\n  title: The Treaty ", "type: book\n  issued: 2013\n  title: The Treaties "
        )
        .replace("    words\n", "    words\n  volume: 2\n  page: 5-9\n")
        .replace("title: War}", "title: Wars}")
        .replace("Two Sons\n", "Two Sons of Heaven\n")
    )
    assert made.decode() == expected
    assert refused == []


def test_what_cannot_be_changed_is_told_and_stops_no_other() -> None:
    given = put(
        ("kim-2013", "note", "new words"),
        ("nobody", "title", "None"),
        ("tao-1976", "type", "thesis"),
    )
    made, refused = with_fields(WORKS.encode(), given)
    assert made.decode() == WORKS.replace("tao-1976\n  type: book", "tao-1976\n  type: thesis")
    assert [one.setting for one in refused] == given[:2]
    assert refused[0].why == "a comment stands in the value on line 6; change it in an editor"
    assert "'nobody' was not found" in refused[1].why


def test_of_two_values_for_one_field_the_last_counts() -> None:
    given = put(("lee-2001", "title", "A"), ("kim-2013", "title", "B"), ("lee-2001", "title", "C"))
    made, refused = with_fields(WORKS.encode(), given)
    text = made.decode()
    assert "title: C}" in text
    assert "title: B   # as printed" in text
    assert refused == []


def test_thousands_of_values_take_as_long_as_the_file_is() -> None:
    def given(size: int) -> tuple[bytes, list[Setting]]:
        works = "".join(f"- id: w-{n}\n  type: book\n  title: T{n}\n" for n in range(size))
        changes = put(*((f"w-{n}", "title", f"New {n}") for n in range(size)))
        return f"references:\n{works}".encode(), changes

    assert calls(with_fields, *given(60)) < 2.5 * calls(with_fields, *given(30))


def test_only_what_stops_a_change_is_looked_for_where_so_asked(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("title: Own\nformat: 1\n", encoding="utf-8")
    twice = (
        b"- {id: lee, name: Ann Lee, kind: person}\n- {id: lee-2, name: Ann Lee, kind: person}\n"
    )
    people = b"scholars:\n" + twice

    def planned(content: bytes) -> Callable[[Reading], Plan]:
        return lambda reading: Plan((Change("people.yaml", None, content),))

    done = carry_out(tmp_path, planned(people), dry_run=True)
    assert [one.problem.code for one in done.remarks] == ["W703"]
    done = carry_out(tmp_path, planned(people), dry_run=True, codes=ERRORS)
    assert done.remarks == ()
    with pytest.raises(Rejected):
        carry_out(
            tmp_path, planned(people + b"- {id: lee, name: Bo, kind: person}\n"), codes=ERRORS
        )
    assert not (tmp_path / "people.yaml").exists()
