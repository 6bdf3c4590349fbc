"""Two changes of a file come together by record and field; what contradicts itself is marked."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from manuscripts import FIELDS, IDS, RECORDS, Manuscript, manuscripts
from support import cases

from claimcli.editing.inserting import with_record
from claimcli.editing.refused import Refused
from claimcli.editing.removing import without_record
from claimcli.editing.setting import Address, with_field
from claimcli.merging.three_way import WHOLE, merge

BASE = """\
# The quarrel
id: who-began
question: Who began it?
stances:
  north: {label: The north}
claims:
# --- those of the north ---
- id: ann-north
  stance: north   # as she says
  scholars: [ann]
  statement: The north began it.
  certainty: argued
- id: bob-none
  stance: none
  scholars: [bob]
  statement: Nobody knows.
  note: Said in passing.
# the end
"""


def sides(ours: tuple[str, str], theirs: tuple[str, str]) -> tuple[bytes, bytes, bytes]:
    """The base, and the base with one text for another on either side."""
    made = [BASE.encode()]
    for old, new in (ours, theirs):
        assert BASE.count(old) == 1
        made.append(BASE.replace(old, new).encode())
    return made[0], made[1], made[2]


def merged(ours: tuple[str, str], theirs: tuple[str, str]) -> tuple[str, tuple[str, ...]]:
    content, conflicts = merge(*sides(ours, theirs))
    return content.decode(), conflicts


NEW = "- id: {id}\n  stance: north\n  scholars: [{id}]\n  statement: It did. # {id}\n"
END = "  note: Said in passing.\n# the end\n"


def with_new(id: str) -> tuple[str, str]:
    return END, "  note: Said in passing.\n" + NEW.format(id=id) + "# the end\n"


def test_two_additions_in_one_gap_go_where_they_sort() -> None:
    made, conflicts = merged(with_new("eve"), with_new("cid"))
    assert conflicts == ()
    added = NEW.format(id="cid") + NEW.format(id="eve")
    assert made == BASE.replace(END, END.replace("# the end", f"{added}# the end"))


def test_two_fields_on_lines_that_meet() -> None:
    made, conflicts = merged(
        ("  certainty: argued\n", "  certainty: probable\n"),
        ("  statement: The north began it.\n", "  statement: It was the north.\n"),
    )
    assert conflicts == ()
    assert "  statement: It was the north.\n  certainty: probable\n- id: bob-none" in made
    assert made.count("\n") == BASE.count("\n")


def test_a_field_put_in_and_the_record_behind_it_taken_out() -> None:
    record = BASE[BASE.index("- id: bob") : BASE.index("# the end")]
    made, conflicts = merged(
        ("  certainty: argued\n", "  certainty: argued\n  tags: [x]\n"), (record, "")
    )
    assert conflicts == ()
    assert made == BASE.replace(record, "").replace("argued\n", "argued\n  tags: [x]\n")


def test_a_comment_of_theirs_comes_with_their_change() -> None:
    made, conflicts = merged(
        ("  certainty: argued\n", "  certainty: probable\n"),
        ("  statement: The north began it.\n", "  # her words\n  statement: The North!\n"),
    )
    assert conflicts == ()
    assert "  # her words\n  statement: The North!\n  certainty: probable\n" in made


def test_one_field_changed_twice_is_marked_in_its_record_alone() -> None:
    base, ours, theirs = sides(
        ("  certainty: argued\n", "  certainty: probable\n"),
        ("  certainty: argued\n", "  certainty: asserted\n"),
    )
    theirs = theirs.replace(b"Said in passing.", b"Said twice.")
    content, conflicts = merge(base, ours, theirs)
    assert conflicts == ("ann-north",)
    before, _, behind = content.decode().partition("<<<<<<< ours\n")
    assert behind.startswith(
        "  certainty: probable\n=======\n  certainty: asserted\n>>>>>>> theirs\n- id: bob-none\n"
    )
    assert before == BASE[: BASE.index("  certainty")]
    assert "Said twice." in behind
    assert behind.count(">>>>>>>") == 1


def test_a_record_changed_here_and_taken_out_there_is_marked() -> None:
    record = BASE[BASE.index("- id: bob") : BASE.index("# the end")]
    for first, second in (
        (("Said in passing.", "Sure."), (record, "")),
        ((record, ""), ("Said in passing.", "Sure.")),
    ):
        made, conflicts = merged(first, second)
        assert conflicts == ("bob-none",)
        marked = made[made.index("<<<<<<<") : made.index(">>>>>>>")]
        assert marked.count("- id: bob-none") == 1
        assert "Sure." in marked
        assert "- id: ann-north" not in marked
        assert made.endswith("# the end\n")


def test_the_same_id_given_to_two_records_is_marked() -> None:
    mine, yours = with_new("eve"), with_new("eve")
    made, conflicts = merged(mine, (yours[0], yours[1].replace("It did", "It did not")))
    assert conflicts == ("eve",)
    assert made.count("- id: eve") == 1
    assert made.count("It did not.") == 1


def test_the_same_change_on_both_sides_is_none_to_decide() -> None:
    assert merged(with_new("eve"), with_new("eve")) == (BASE.replace(*with_new("eve")), ())


def test_a_key_at_the_top_and_a_stance() -> None:
    made, conflicts = merged(
        ("question: Who began it?\n", "question: Who began the quarrel?\n"),
        (
            "  north: {label: The north}\n",
            "  north: {label: The north}\n  south: {label: The south}\n",
        ),
    )
    assert conflicts == ()
    loaded = yaml.safe_load(made)
    assert (loaded["question"], list(loaded["stances"])) == (
        "Who began the quarrel?",
        ["north", "south"],
    )
    made, conflicts = merged(("Who began it?", "Who?"), ("Who began it?", "Why?"))
    assert conflicts == ("question",)
    assert (
        made.index("<<<<<<<") < made.index("Why?") < made.index(">>>>>>>") < made.index("stances:")
    )


@cases("broken", ["claims: [", "- id: a\n  id: b\n", "\xff"])
def test_what_cannot_be_read_is_merged_by_lines(broken: str) -> None:
    base, ours, theirs = sides(("Said in passing.", "Sure."), ("Who began it?", "Who?"))
    tail = broken.encode("latin-1") if broken == "\xff" else broken.encode()
    content, conflicts = merge(base + tail, ours + tail, theirs + tail)
    assert conflicts == ()
    assert b"Sure." in content
    assert b"question: Who?\n" in content
    content, conflicts = merge(base + tail, ours + tail, base.replace(b"Said in", b"In") + tail)
    assert conflicts == (WHOLE,)
    assert content.count(b"<<<<<<<") == 1


def test_lines_that_merge_to_one_record_twice_are_not_taken() -> None:
    """Moved by one side and changed by the other: by lines it would be there twice."""
    base = "claims:\n" + "".join(NEW.format(id=id) for id in "abcdef")
    moved = "claims:\n" + "".join(NEW.format(id=id) for id in "bcdefa")
    content, conflicts = merge(base.encode(), moved.encode(), base.replace("# a", "# A").encode())
    assert content.count(b"- id: a\n") == 1 or conflicts


# --- Any two changes that do not touch the same ---

Change = tuple[str, str, Any]

SHOWN = (Phase.explicit, Phase.generate)
"""Looking for a smaller example takes minutes, since git is asked each time."""


def applied(content: bytes, change: Change) -> bytes:
    kind, what, value = change
    if kind == "add":
        return with_record(content, "claims", value)
    if kind == "remove":
        return without_record(content, "claims", what)
    field, new = value
    return with_field(content, Address("claims", what), (field,), new)


@st.composite
def two_changes(draw: Any) -> tuple[Manuscript, Change, Change]:
    manuscript = draw(manuscripts().filter(lambda m: len(m.records) > 1))
    ids = [record["id"] for record in manuscript.records]
    first, second = draw(st.permutations(ids))[:2]
    new = draw(st.lists(IDS.filter(lambda id: id not in ids), unique=True, min_size=2, max_size=2))

    def change(id: str, fresh: str) -> Change:
        kind = draw(st.sampled_from(["add", "remove", "set", "set"]))
        if kind == "add":
            return "add", fresh, {**draw(RECORDS), "id": fresh}
        if kind == "remove":
            return "remove", id, None
        field = draw(st.sampled_from(sorted(FIELDS)))
        return "set", id, (field, draw(FIELDS[field]))

    return manuscript, change(first, new[0]), change(second, new[1])


def held(case: tuple[Manuscript, Change, Change]) -> None:
    manuscript, mine, yours = case
    base = manuscript.content
    ours, theirs = applied(base, mine), applied(base, yours)
    in_turn = {applied(ours, yours), applied(theirs, mine)}
    content, conflicts = merge(base, ours, theirs)
    assert conflicts == ()
    assert content in in_turn


@pytest.mark.slow
@settings(max_examples=100, phases=SHOWN)
@given(two_changes())
def test_disjoint_changes_merge_to_both_in_turn(case: tuple[Manuscript, Change, Change]) -> None:
    held(case)


@pytest.mark.once
@pytest.mark.slow
@settings(max_examples=2000, phases=SHOWN)
@given(two_changes())
def test_thousands_of_them(case: tuple[Manuscript, Change, Change]) -> None:
    held(case)


@pytest.mark.parametrize("change", [("add", "x", {"id": "x"}), ("remove", "a", None)])
def test_a_change_and_none(change: Change) -> None:
    base = b"claims:\n- id: a\n- id: b\n"
    assert merge(base, applied(base, change), base).content == applied(base, change)
    assert merge(base, base, applied(base, change)).content == applied(base, change)
    with pytest.raises(Refused):
        applied(b"\xff", change)
