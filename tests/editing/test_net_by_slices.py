"""The net where only items come: all slices as they were, and between them what is new."""

from __future__ import annotations

from support import cases

from claimcli.corpus.slicing import slices
from claimcli.editing.inserting import with_records
from claimcli.editing.net import with_items_more

OLD = "references:\n- id: a\n  type: book\n# of b\n- id: c\n  type: book\nnames:\n- id: n\n"
NEW = OLD.replace("- id: c", "- id: b\n  type: 'map'\n- id: c")
B = ("references", None, {"id": "b", "type": "map"})


@cases(
    ("new", "more", "is_held"),
    [
        (NEW, [B], True),
        (OLD, [], True),
        # not what is wanted, too much of it or too little
        (NEW, [], False),
        (OLD, [B], False),
        (NEW, [B, B], False),
        (NEW, [("references", None, {"id": "b"})], False),
        (NEW.replace("names", "claims"), [("names", None, B[2])], False),
        # something else is another one, gone, or elsewhere
        (NEW.replace("id: a", "id: e"), [B], False),
        (NEW.replace("# of b\n", ""), [B], False),
        (NEW.replace("names:\n- id: n\n", ""), [B], False),
        (NEW.replace("- id: a\n  type: book\n# of b\n", "") + "- id: a\n", [B], False),
        # the new item opens what swallows others, or a list of its own
        (NEW.replace("'map'", "'map"), [B], False),
        (NEW.replace("'map'", "map\nscholars:"), [B], False),
        (NEW.replace("'map'", "[map"), [B], False),
        # what is wrong anywhere is for the other way to judge
        (NEW.replace("id: n\n", "id: n: m\n"), [B], False),
        (NEW + "names: []\n", [B], False),
        (NEW + "---\nx: y\n", [B], False),
    ],
)
def test_what_is_held(new: str, more: list[tuple[str, None, object]], is_held: bool) -> None:
    assert with_items_more(slices(OLD), more, new.encode()) is is_held


def test_what_was_wrong_is_not_taken_for_right() -> None:
    """Words for words as it was, and yet another list since a quote is open."""
    old = "references:\n- id: a\n  title: 'open\n- id: c\n  type: book\n"
    new = old + "- id: d\n  type: map\n"
    d = ("references", None, {"id": "d", "type": "map"})
    assert with_items_more(slices(old), [d], new.encode()) is False


@cases(
    ("old", "place"),
    [
        # ids in quotes, plain, in brackets, behind another field: where they sort
        ("- id: 'a'\n- id: c\n", "- id: 'a'\n- id: b\n- id: c\n"),
        ("- {id: a}\n- {id: c}\n", "- {id: a}\n- {id: b}\n- {id: c}\n"),
        ("- type: book\n  id: a\n- id: c\n", "- type: book\n  id: a\n- id: b\n- id: c\n"),
        ("- id: a   # mine\n- id: c\n", "- id: a   # mine\n- id: b\n- id: c\n"),
        # not sorted: at the end, though the last line has none
        ("- id: c\n- id: a\n", "- id: c\n- id: a\n- id: b\n"),
        ("- id: c\n- id: a", "- id: c\n- id: a\n- id: b"),
        ("- id: a\n\n- id: c\n\n# end\n", "- id: a\n\n- id: b\n\n- id: c\n\n# end\n"),
    ],
)
def test_a_record_goes_where_it_went(old: str, place: str) -> None:
    made = with_records(f"references:\n{old}".encode(), "references", [{"id": "b"}])
    assert made.decode() == f"references:\n{place}"
