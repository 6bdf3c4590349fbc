"""Which format a text is in, told from what it holds and never from the name of its file."""

from __future__ import annotations

import re

from claimcli.imports.tables.json_rows import is_of_records
from claimcli.imports.tables.separated import has_known_header, is_table

_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]\w*\s*[{(]", re.MULTILINE)
_RIS = re.compile(r"^[ \t\ufeff]*TY[ \t]{0,3}-[ \t]*[A-Z]", re.MULTILINE | re.IGNORECASE)
_REFERENCES = re.compile(r"^references[ \t]*:", re.MULTILINE)
_READWISE = re.compile(r'\s*"?Highlight"?\s*[,;\t].*Book (?:Title|Author)', re.IGNORECASE)
_HYPOTHESIS = re.compile(r'[^\r\n]*Annotation/Reply Type"?[,;\t]"?Quote')
_QUOTED = re.compile(r"^[ \t]{0,3}>[ \t]?\S|\]\(zotero://|data-annotation=\"%7B", re.MULTILINE)
_ANNOTATION = re.compile(r'"(?:annotationText|annotationType|annotationPageLabel|annotations)"\s*:')
_TARGET = re.compile(r'"(?:TextQuoteSelector|target|group)"')

_FAR = 200_000
"""Characters of a file of JSON in which its format is looked for."""


def recognised(text: str) -> str | None:
    """The format of a text, one of `known_formats`; None where it is none of these."""
    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] in ("{", "["):
        return _of_json(start)
    if _RIS.search(text[:5000]) and not _ENTRY.match(start):
        return "ris"
    if _ENTRY.search(text):
        return "bibtex"
    return _of_lines(text, start)


def _of_lines(text: str, start: str) -> str | None:
    """The format of a table, a list of works, or notes, without what stands before it."""
    if _READWISE.match(start):
        return "readwise"
    if _HYPOTHESIS.match(start):
        return "hypothesis"
    if has_known_header(text):
        return "csv"
    if _REFERENCES.search(text):
        return "csl-yaml"
    if _QUOTED.search(text):
        return "markdown"
    return "csv" if is_table(text) else None


_BY_ZOTERO = "open it in Zotero, and export that as BibTeX, RIS or CSL JSON"
_OTHERS = (
    (
        re.compile(r"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*"),
        "a picture, which has no text to read",
    ),
    (re.compile(r"\x1f\x8b|BZh|7z\xbc\xaf|Rar!|\xfd7zXZ"), "a packed file: unpack it first"),
    (re.compile(r"\{\\rtf"), "RTF: save it as plain text, or the table in it as CSV"),
    (re.compile(r"%PDF-"), "a PDF: what is highlighted in it comes as JSON from Zotero"),
    (
        re.compile(r"<!doctype html|<html", re.I),
        "a page of the web, perhaps one that asks to sign in",
    ),
    (re.compile(r"<\?xml|<[A-Za-z]"), f"XML: {_BY_ZOTERO}"),
    (re.compile(r"PMID-"), f"MEDLINE, as PubMed writes it: {_BY_ZOTERO}"),
    (re.compile(r"%0\s"), f"EndNote's own format: {_BY_ZOTERO}"),
    (
        re.compile(r"(?:FN|PT|VR) \S"),
        "the plain text of Web of Science: export as RIS or BibTeX there",
    ),
)
"""What other files begin with, what they are, and what to do."""


def other_kind(content: bytes) -> str | None:
    """What a file is that is not read, and what to do; None where nobody can tell."""
    start = content[:1000].decode("latin-1").lstrip("\xef\xbb\xbf \t\r\n")
    return next((what for begins, what in _OTHERS if begins.match(start)), None)


_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def is_text(content: bytes) -> bool:
    """Whether bytes can be text, in one encoding or another: next to no control characters."""
    start = content[:4000]
    is_wide = start.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_of_two_bytes(start)
    return is_wide or len(_CONTROLS.findall(start)) + start.count(0) <= len(start) / 50


def _is_of_two_bytes(start: bytes) -> bool:
    """Whether every second byte is mostly 0, as in text of two bytes for a letter."""
    halves = sorted(start[at::2].count(0) for at in (0, 1))
    return halves[0] * 10 < halves[1] and halves[1] * 4 > len(start)


def is_binary(content: bytes) -> bool:
    """Whether the bytes of a file are an archive, as workbooks are, or of Excel before 2007."""
    return content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def _of_json(text: str) -> str | None:
    head = text[:_FAR]
    if '"TextQuoteSelector"' in head or (_TARGET.search(head) and '"uri"' in head):
        return "hypothesis"
    if _ANNOTATION.search(head):
        return "zotero"
    return "jsonl" if is_of_records(text) else "csl-json"
