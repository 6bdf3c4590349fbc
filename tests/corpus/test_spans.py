"""The bytes of each record in its file: what a writer replaces, and all that it leaves alone."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from support import CORPORA, ROOT, cases

from claimcli.corpus.spans import spans
from claimcli.corpus.text import BYTE_ORDER_MARK

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


@cases("mark", [b"", BYTE_ORDER_MARK])
@cases("line_end", ["\n", "\r\n", "\r"])
def test_each_slice_is_found_on_disk(line_end: str, mark: bytes) -> None:
    content = on_disk(TEXT, line_end, mark)
    found = [content[span.start : span.end] for _, span in spans(content)]
    assert found == [on_disk(text, line_end, b"") for text in CUT]


def test_a_byte_that_is_not_utf8_moves_nothing() -> None:
    content = on_disk(TEXT, "\r\n", b"").replace("Ü".encode(), b"\xfc")
    assert [content[s.start : s.end][:10] for _, s in spans(content)][
        2
    ] == "- id: 李".encode() + b"\r"


def test_a_last_line_without_an_end_is_whole() -> None:
    content = b"claims:\n- id: a\n- id: b"
    assert [content[s.start : s.end] for _, s in spans(content)] == [
        *(b"claims:\n", b"- id: a\n", b"- id: b")
    ]


@cases("line_end", ["\n", "\r\n"])
@cases("file", FILES)
def test_the_spans_of_a_file_are_the_file(file: Path, line_end: str) -> None:
    text = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").removeprefix("\ufeff")
    if "\r" in text or "\n---" in text or "\n..." in text or text.startswith("---"):
        return  # it is not one document with line feeds
    content = on_disk(text, line_end, BYTE_ORDER_MARK)
    cut = list(spans(content))
    for (_, span), (_, after) in pairwise(cut):
        assert span.end == after.start
    for piece, span in cut:
        there = content[span.start : span.end].decode().replace("\r\n", "\n")
        assert there == piece.text.removeprefix("\ufeff")
