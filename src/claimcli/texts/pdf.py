"""The text of a PDF, its pages parted by form feeds; pypdf reads it, where it is installed."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator


class NoPdf(Exception):
    """What was given as a PDF gives no text; the message says why, and what to do."""


def pdf_text(content: bytes, most: int) -> str:
    """The text of a PDF, of at most so many characters; raises `NoPdf`."""
    pages = _page_texts(content, most)
    if not any(page.strip() for page in pages):
        raise NoPdf("a PDF without text, perhaps a scan; recognise its text first, or give a .txt")
    return "\f".join(pages)


def _page_texts(content: bytes, most: int) -> list[str]:
    extract = _extractor()
    pages: list[str] = []
    try:
        for page in extract(content):
            pages.append(page)
            most -= len(page)
            if most < 0:
                raise NoPdf("its text is too long; give only the part that was read, as a .txt")
    except NoPdf:
        raise
    except Exception as error:  # pypdf raises what it likes on a broken file
        what = str(error) or type(error).__name__
        raise NoPdf(f"cannot be read as PDF: {what}") from error
    return pages


def _extractor() -> Callable[[bytes], Iterator[str]]:
    try:
        from pypdf import PdfReader  # optional, and slow to import
    except ImportError as error:
        needed = "PDF needs the extra 'pdf': pip install 'claimcli[pdf]'; or give a .txt"
        raise NoPdf(needed) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of what it mends
    return lambda content: (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
