"""A record's file is called by its id: two ids never meet in one file, on whatever disk."""

from __future__ import annotations

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.file_names import file_name

# Written out by hand from the rule in the docstring of the module.
KNOWN = {
    "vorobev-1975-both-wanted": "vorobev-1975-both-wanted",
    "smithWho1990": "smith~Who1990",
    "aristotle:rhetoric": "aristotle~-rhetoric",
    "a_b.c-d": "a_b.c-d",
    "張覺": "張覺",
    "воробьев": "воробьев",
    "Воробьев": "~Воробьев",
    "가나": "가나",
    "müller": "müller",
    "straße": "stra~0df~e",
    "ı": "~0131~",
    "..": "~02e~.",
    "../etc/passwd": "~02e~.~02f~etc~02f~passwd",
    "a/b": "a~02f~b",
    "a\\b": "a~05c~b",
    "con": "~_con",
    "con.x": "~_con.x",
    "console": "console",
    "LPT1": "~L~P~T1",
    "lpt1": "~_lpt1",
    "": "~_",
    "a b": "a~020~b",
    '"><script>': "~022~~03e~~03c~script~03e~",
    "x\x00": "x~00~",
}


@cases(("id", "name"), KNOWN.items())
def test_an_id_becomes_a_name_of_a_file(id: str, name: str) -> None:
    assert file_name(id) == name


def on_any_disk(name: str) -> str:
    """What a disk takes a name for that knows no capitals and composes or decomposes letters."""
    return normalize("NFKC", normalize("NFC", name).casefold())


@given(st.lists(st.text(), min_size=2, max_size=2, unique=True))
def test_two_ids_never_meet(ids: list[str]) -> None:
    one, other = map(file_name, ids)
    assert on_any_disk(one) != on_any_disk(other)


@cases(
    ("one", "other"),
    [
        ("Smith", "smith"),
        ("SMITH", "Smith"),
        ("smith", "~smith"),
        ("~S", "S"),
        ("a:b", "a-b"),
        ("a:b", "a~-b"),
        ("straße", "strasse"),
        ("ſ", "s"),
        ("é", "e\u0301"),
        ("가", "\u1100\u1161"),
        ("K", "\u212a"),
        ("σ", "ς"),
        ("x" * 500, "x" * 501),
        ("é" * 200 + "a", "é" * 200 + "b"),
    ],
)
def test_ids_that_a_disk_could_take_for_one_another(one: str, other: str) -> None:
    assert on_any_disk(file_name(one)) != on_any_disk(file_name(other))


@given(st.text())
def test_a_name_stays_in_its_folder_and_is_not_too_long(id: str) -> None:
    name = file_name(id)
    assert not set(name) & set('/\\:*?"<>|\x00')
    assert not name.startswith(".")
    assert 0 < len(f"{name}.html".encode()) < 143  # what the most narrow disks allow


def test_a_long_id_keeps_its_beginning() -> None:
    assert file_name("kim-2013-" + "very-" * 60).startswith("kim-2013-very-very-")
