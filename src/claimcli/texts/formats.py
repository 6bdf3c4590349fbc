"""A file read as a text: plain text in UTF-8, a PDF by its name, others by how they begin.

HTML, TEI, hOCR and ALTO have tags; Word, OpenDocument and EPUB texts are packed.

What is read is bounded: a file may be larger than the memory, grow while it is read, or be a
device that never ends. A pipe (`--text kim-2013=<(pdftotext kim.pdf -)`) is read like a file.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from claimcli.errors import ClaimcliError

MOST_TEXT = 32_000_000
"""Bytes of plain text: more than twenty thick volumes."""

MOST_PDF = 256_000_000
"""Bytes of a PDF or a packed text, most of which are pictures."""

_WITH_PICTURES = (".pdf", ".docx", ".odt", ".epub")
_PACKED = b"PK\x03\x04"
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "a Word document of the old kind",
    b"{\\rtf": "a Rich Text document",
}
"""How files begin that look like texts and are read as none."""


class UnreadableText(ClaimcliError):
    """A file that was given as a text and cannot be read as one."""


def read_text(path: Path) -> str:
    """The text of a file, whatever its format; pages are parted by form feeds.

    Raises `UnreadableText`, which says what to do.
    """
    ending = path.suffix.lower()
    try:
        content = _content(path, MOST_PDF if ending in _WITH_PICTURES else MOST_TEXT)
    except (OSError, ValueError) as error:
        raise UnreadableText(f"{path}: {reason(error)}") from error
    return _pdf(path, content) if ending == ".pdf" else _text(path, content)


def _text(path: Path, content: bytes) -> str:
    """The text of what is no PDF, by how it begins."""
    for sign, what in _OTHERS.items():
        if content.startswith(sign):
            raise UnreadableText(f"{path}: is {what}; save it as .docx or as .txt in UTF-8")
    if content.startswith(_PACKED):
        return _packed(path, content)
    return _marked_up(path, content) if _may_have_tags(content) else _decoded(path, content)


def _packed(path: Path, content: bytes) -> str:
    from claimcli.texts.packed import NotAText, packed_text  # only a packed text needs it

    try:
        return packed_text(content, MOST_TEXT)
    except NotAText as error:
        raise UnreadableText(f"{path}: {error}") from error


def _may_have_tags(content: bytes) -> bool:
    return content[:64].lstrip(b"\xef\xbb\xbf \t\r\n\xff\xfe\x00").startswith(b"<")


def _marked_up(path: Path, content: bytes) -> str:
    from claimcli.texts.markup import (  # only a file with tags needs it
        decoded,
        is_marked_up,
        text_of,
    )

    if not is_marked_up(content) and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return _decoded(path, content)
    try:
        return text_of(decoded(content))
    except UnicodeDecodeError:
        return _decoded(path, content)  # which tells where it is not UTF-8


def _content(path: Path, most: int) -> bytes:
    """The bytes of a file or a pipe; raises for more than `most`, and waits for no writer."""
    with open(path, "rb", opener=_opened) as file:
        status = os.fstat(file.fileno())
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
            raise UnreadableText(f"{path}: is a device, and no file with a text")
        content = file.read(most + 1) if status.st_size <= most else b""
    size = max(status.st_size, len(content))
    if size > most:
        raise UnreadableText(f"{path}: {_too_large(size, most)}")
    return content


def _opened(path: str, flags: int) -> int:
    """A file opened without waiting: a pipe to which nobody writes is empty."""
    if not hasattr(os, "O_NONBLOCK"):
        return os.open(path, flags)
    descriptor = os.open(path, flags | os.O_NONBLOCK)
    os.set_blocking(descriptor, True)
    return descriptor


def _too_large(size: int, most: int) -> str:
    return (
        f"{_bytes(size)}, and a text has {_bytes(most)} at most; "
        "give only the part that was read, as a .txt in UTF-8"
    )


def _bytes(size: int) -> str:
    unit, name = (10**9, "GB") if size >= 10**9 else (10**6, "MB")
    return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        raise UnreadableText(
            f"{path}:{line}: not UTF-8 (byte 0x{byte:02x}); "
            "convert it first: iconv -f ENCODING -t UTF-8"
        ) from error


def _pdf(path: Path, content: bytes) -> str:
    from claimcli.texts.pdf import NoPdf, pdf_text  # only a PDF needs it

    try:
        return pdf_text(content, MOST_TEXT)
    except NoPdf as error:
        raise UnreadableText(f"{path}: {error}") from error


def reason(error: Exception) -> str:
    """Why a file cannot be read, in the system's words."""
    return (getattr(error, "strerror", None) or str(error)).lower()
