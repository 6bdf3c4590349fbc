"""The bytes of each record in its file: what a writer replaces, and all that it leaves alone."""

from __future__ import annotations

from pathlib import Path

from support import CORPORA, ROOT, cases

from claimcli.corpus.text import BYTE_ORDER_MARK
from claimcli.editing.editable_file import EditableFile, Piece

FILES = sorted((*(ROOT / "claims").rglob("*.yaml"), *CORPORA.rglob("*.yaml")))

TEXT = """\
# who they are
scholars:
- id: smith   # Ünal's teacher
  name: J. Smith
- id: 李
  name: |
    - id: no record
names: []
"""
CUT = [
    "scholars:\n",  # what stands above the first key is of no slice
    "- id: smith   # Ünal's teacher\n  name: J. Smith\n",
    "- id: 李\n  name: |\n    - id: no record\n",
    "names: []\n",
]


def on_disk(text: str, line_end: str, mark: bytes) -> bytes:
    return mark + text.replace("\n", line_end).encode()


def on_its_bytes(content: bytes) -> list[tuple[Piece, bytes]]:
    """Each slice of a file with the bytes that it takes there."""
    file = EditableFile(content)
    return [(one, content[file.byte(one.start) : file.byte(one.end)]) for one in file.pieces]


@cases("mark", [b"", BYTE_ORDER_MARK])
@cases("line_end", ["\n", "\r\n", "\r"])
def test_each_slice_is_found_on_disk(line_end: str, mark: bytes) -> None:
    content = on_disk(TEXT, line_end, mark)
    found = [taken for _, taken in on_its_bytes(content)]
    assert found == [on_disk(text, line_end, b"") for text in CUT]


def test_a_last_line_without_an_end_is_whole() -> None:
    content = b"claims:\n- id: a\n- id: b"
    found = [taken for _, taken in on_its_bytes(content)]
    assert found == [b"claims:\n", b"- id: a\n", b"- id: b"]


@cases("line_end", ["\n", "\r\n"])
@cases("file", FILES)
def test_the_spans_of_a_file_are_the_file(file: Path, line_end: str) -> None:
    text = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").removeprefix("\ufeff")
    if "\r" in text or "\n---" in text or "\n..." in text or text.startswith("---"):
        return  # it is not one document with line feeds
    content = on_disk(text, line_end, BYTE_ORDER_MARK)
    cut = on_its_bytes(content)
    assert content.endswith(b"".join(taken for _, taken in cut))
    for piece, taken in cut:
        there = taken.decode().replace("\r\n", "\n")
        assert there == piece.slice.text.removeprefix("\ufeff")
