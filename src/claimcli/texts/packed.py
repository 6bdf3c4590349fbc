"""The text of what is packed: a Word or OpenDocument text, an EPUB."""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import zipfile
import zlib
from urllib.parse import unquote

from claimcli.texts.markup import decoded, text_of

_ROOT = re.compile(r"<(?:\w+:)?rootfile\b[^>]*\bfull-path\s*=\s*[\"']([^\"']+)")
_TAG = re.compile(r"<(?:\w+:)?(item|itemref)\b([^>]*)>")
_ATTRIBUTE = re.compile(r"\b(id|href|idref)\s*=\s*[\"']([^\"']*)")


DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(RuntimeError, ValueError),  # a password, a method that nobody knows, times and sizes
)
"""What zipfile raises for an archive that is damaged or of another kind."""


class NotAText(Exception):
    """What is packed holds no text; the message says why, and what to do."""


def packed_text(content: bytes, most: int) -> str:
    """The text of a packed file, of at most so many bytes with its tags; raises `NotAText`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(_Unpacked(archive, most))
    except UnicodeDecodeError as error:
        raise NotAText("has a part in an unknown encoding; give a .txt in UTF-8") from error
    except DAMAGED as error:
        raise NotAText(f"cannot be unpacked: {error}") from error
    return "\n\n".join(filter(None, parts))


class _Unpacked:
    """The files of an archive, of which no more than a text has is unpacked."""

    def __init__(self, archive: zipfile.ZipFile, most: int) -> None:
        self.names = frozenset(archive.namelist())
        self._archive = archive
        self._left = most

    def read(self, name: str) -> str:
        """One of them; empty where there is none."""
        if name not in self.names:
            return ""
        with self._archive.open(name) as file:
            content = file.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise NotAText("its text is too long; give only the part that was read, as a .txt")
        return decoded(content)


def _parts(files: _Unpacked) -> list[str]:
    if "word/document.xml" in files.names:
        names = [f"word/{part}.xml" for part in ("document", "footnotes", "endnotes")]
    elif "META-INF/container.xml" in files.names:
        names = _in_order(files)
    elif "content.xml" in files.names:
        names = ["content.xml"]
    else:
        raise NotAText("is packed, and no Word, OpenDocument or EPUB text; give a .txt in UTF-8")
    return [text_of(markup).strip("\n") for markup in map(files.read, names) if markup]


def _in_order(files: _Unpacked) -> list[str]:
    """The pages of an EPUB in the order of its spine."""
    root = _ROOT.search(files.read("META-INF/container.xml"))
    package = root[1] if root else ""
    listed = [
        (tag, dict(_ATTRIBUTE.findall(rest))) for tag, rest in _TAG.findall(files.read(package))
    ]
    hrefs = {given.get("id"): given.get("href", "") for tag, given in listed if tag == "item"}
    wanted = (hrefs.get(given.get("idref")) for tag, given in listed if tag == "itemref")
    base = posixpath.dirname(package)
    return [posixpath.normpath(posixpath.join(base, unquote(href))) for href in wanted if href]
