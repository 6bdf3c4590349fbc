"""A file read as a text: plain text in UTF-8, or a PDF by its name."""

from __future__ import annotations

from pathlib import Path

from claimcli.errors import ClaimcliError


class UnreadableText(ClaimcliError):
    """A file that was given as a text and cannot be read as one."""


def read_text(path: Path) -> str:
    """The text of a file: UTF-8, with or without a byte-order mark, or a PDF by its name.

    Pages of a PDF are parted by form feeds. Raises `UnreadableText`, which says what to do.
    """
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableText(f"{path}: {reason(error)}") from error
    return _pdf(path, content) if path.suffix.lower() == ".pdf" else _decoded(path, content)


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
        return pdf_text(content)
    except NoPdf as error:
        raise UnreadableText(f"{path}: {error}") from error


def reason(error: Exception) -> str:
    """Why a file cannot be read, in the system's words."""
    return (getattr(error, "strerror", None) or str(error)).lower()
