"""Texts as files: what they are named, how they are decoded, and what cannot be read."""

from __future__ import annotations

import io
import os
import random
import re
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support import cases

from claimcli.errors import ClaimcliError
from claimcli.texts import Texts, UnreadableText, read_text, texts_in, texts_named
from claimcli.texts.pdf import NoPdf, pdf_text


def pdf(*pages: str) -> bytes:
    """A PDF with one line of text on each page, after the PDF reference, 1.4."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, page in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({page}) Tj ET" if page else ""
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    out += (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    )
    return out.encode("latin-1")


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableText) as refused:
        read_text(path)
    return str(refused.value)


def test_files_are_named_for_their_source_and_text_goes_before_pdf(tmp_path: Path) -> None:
    for name in ("kim-2013.txt", "kim-2013.pdf", "so-2000.PDF", "notes.md", "README"):
        (tmp_path / name).write_text("x")
    (tmp_path / "directory.txt").mkdir()
    assert texts_in(tmp_path) == {
        "kim-2013": tmp_path / "kim-2013.txt",
        "so-2000": tmp_path / "so-2000.PDF",
    }


def test_no_id_leads_out_of_the_directory(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "texts").mkdir()
    assert Texts(texts_in(tmp_path / "texts")).witness("../secret") is None


def test_a_directory_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="none: no such file or directory"):
        texts_in(tmp_path / "none")


def test_a_text_is_named_for_a_known_source() -> None:
    assert texts_named(["kim=a=b.txt"], ["kim"]) == {"kim": Path("a=b.txt")}
    with pytest.raises(ClaimcliError, match="no source 'kin'; did you mean 'kim'"):
        texts_named(["kin=a.txt"], ["kim"])
    for wrong in ("kim", "kim=", "a.txt"):
        with pytest.raises(ClaimcliError, match="--text takes SOURCE=FILE"):
            texts_named([wrong], ["kim"])


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfsaid\r\nso", "said\r\nso"),
        ("Воробьёв 張覺".encode(), "Воробьёв 張覺"),
        (b"\x00\x1b[31m\x07", "\x00\x1b[31m\x07"),
        (b"", ""),
    ],
)
def test_utf_8_with_or_without_a_byte_order_mark(tmp_path: Path, content: bytes, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert read_text(tmp_path / "a.txt") == text


def test_a_text_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("one\nВоробьев".encode("cp1251"))
    assert refusal(path) == (
        f"{path}:2: not UTF-8 (byte 0xc2); convert it first: iconv -f ENCODING -t UTF-8"
    )


def test_files_that_are_none(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.txt") == f"{tmp_path}/a.txt: no such file or directory"
    assert refusal(tmp_path) == f"{tmp_path}: is a directory"
    assert "null" in refusal(Path("a\0.txt"))


def test_the_pages_of_a_pdf_are_parted_by_form_feeds(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("The first page.", "And the second."))
    assert [page.strip() for page in read_text(path).split("\f")] == [
        "The first page.",
        "And the second.",
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "cannot be read as PDF: "),
        (b"%PDF-1.4\nnonsense", "cannot be read as PDF: "),
        (bytes(range(256)) * 40, "cannot be read as PDF: "),
        (pdf(""), "a PDF without text, perhaps a scan"),
    ],
)
def test_a_pdf_that_gives_no_text(tmp_path: Path, content: bytes, why: str) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    assert refusal(path).startswith(f"{path}: {why}")


def test_without_pypdf_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)  # as if it were not installed
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("x"))
    assert re.search(r"needs the extra 'pdf': pip install 'claimcli\[pdf\]'", refusal(path))


@pytest.mark.parametrize(("name", "most"), [("a.txt", "32 MB"), ("a.pdf", "256 MB")])
def test_a_file_of_gigabytes_is_refused_unread(tmp_path: Path, name: str, most: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(3_000_000_000)  # a hole: it takes no room
    assert refusal(path) == (
        f"{path}: 3 GB, and a text has {most} at most; "
        "give only the part that was read, as a .txt in UTF-8"
    )


@pytest.mark.slow
def test_the_largest_text_and_one_byte_more(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 32_000_000)
    assert len(read_text(path)) == 32_000_000
    with path.open("ab") as file:
        file.write(b"x")
    assert "32 MB, and a text has 32 MB at most" in refusal(path)


READ = """
import sys
from pathlib import Path
from claimcli.texts import UnreadableText, read_text
try:
    print(read_text(Path(sys.argv[1])), end="")
except UnreadableText as error:
    print(error)
"""


def piped(written: str) -> str:
    """What is read from a pipe into which a command of the shell writes."""
    shell = f'exec 3< <({written}); exec "$0" -c "$1" /dev/fd/3'
    command = ["bash", "-c", shell, sys.executable, READ]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.slow
def test_a_pipe_is_read_like_a_file_and_none_is_waited_for(tmp_path: Path) -> None:
    assert piped("sleep 0.1; printf 'It was so.'") == "It was so."
    os.mkfifo(tmp_path / "nobody-writes.txt")
    assert read_text(tmp_path / "nobody-writes.txt") == ""


@pytest.mark.slow
def test_what_never_ends_is_read_to_the_limit() -> None:
    assert "a text has 32 MB at most" in piped("yes")


@cases("device", ["/dev/zero", "/dev/null", "/dev/urandom", "/dev/full"])
def test_a_device_is_no_text(device: str) -> None:
    assert refusal(Path(device)) == f"{device}: is a device, and no file with a text"


def test_other_things_that_are_no_files(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert refusal(loop).startswith(f"{loop}: ")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.txt"))
        assert refusal(tmp_path / "s.txt").startswith(f"{tmp_path}/s.txt: ")
    assert refusal(tmp_path / "a.txt" / "b.txt").startswith(f"{tmp_path}/a.txt/b.txt: ")


def test_a_file_without_a_size_is_read() -> None:
    assert "Linux" in read_text(Path("/proc/version"))


def test_the_text_of_a_pdf_has_the_same_limit() -> None:
    pytest.importorskip("pypdf")
    assert pdf_text(pdf("The first page.", "And the second."), 31)
    with pytest.raises(NoPdf, match=r"its text is too long; give only the part"):
        pdf_text(pdf("The first page.", "And the second."), 20)


def test_a_damaged_archive_is_told_of_whatever_byte_is_wrong(tmp_path: Path) -> None:
    """A changed byte stops unpacking in many ways; a text read all the same is a text."""
    chance, packed, told = random.Random(1), io.BytesIO(), 0
    words = " ".join(str(chance.random()) for _ in range(200))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document><w:t>{words}</w:t></w:document>")
    for _ in range(200):
        content = bytearray(packed.getvalue())
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
        (tmp_path / "a.docx").write_bytes(content)
        try:
            read_text(tmp_path / "a.docx")
        except UnreadableText as error:
            assert "a.docx: " in str(error)  # noqa: PT017  # most, but not each, stop it
            told += 1
    assert told > 150
