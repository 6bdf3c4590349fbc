"""The text of a file with tags: HTML, EPUB's pages, TEI, hOCR, ALTO, what is within docx and odt.

Tags are looked at by their names alone, so that a file need not be well formed. Blocks become
paragraphs, lines lines, and where a page begins stands a form feed, with the number that is given
for it. The text's own wording is kept: of what an editor offers beside it (`<corr>`, `<reg>`) and
of what was struck out nothing. Notes come behind it, and their numbers are raised.
"""

from __future__ import annotations

import re

from claimcli.texts.tags import Piece, pieces

_SKIPPED = frozenset(
    "script style template svg math teiheader standoff fw figdesc rdg del metadata annotation"
    " fallback instrtext deltext binary-data description styles tracked-changes".split()
)
"""What holds no words of the text, or not those that stand there."""

_OFFERED = frozenset(("corr", "reg", "expan"))
"""What an editor offers for what stands beside it in a `<choice>`; alone it is all there is."""

_BLOCKS = frozenset(
    "p div h h1 h2 h3 h4 h5 h6 head li item tr row table lg blockquote section article ab textblock"
    " figure figcaption dt dd list list-item caption titlepage body header footer".split()
)
_LINES = frozenset("l br lb line-break textline cr".split())
_LINE_CLASSES = frozenset("ocr_line ocrx_line ocr_textfloat ocr_header ocr_caption".split())
_SPACES = frozenset("td th tc cell tab s sp table-cell table-row".split())
_NOTES = frozenset(("note", "footnote", "endnote"))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKED = re.compile(rb"\s*(?:<\?xml|<!DOCTYPE|<html|<TEI|<alto|<body|<div|<p[\s>])", re.IGNORECASE)
_ENCODING = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([\w.:-]+)""")
_BLANK = re.compile(r"\s+")
_SPACES_RUN = re.compile(r"[^\S\n\f]{2,}")
_LOOSE = re.compile(r"[^\S\n\f]?\n[^\S\n\f]?")
_MOST_RAISED = 10


def is_marked_up(content: bytes) -> bool:
    """Whether a file begins as one with tags does."""
    return _MARKED.match(content.removeprefix(b"\xef\xbb\xbf")) is not None


def decoded(content: bytes) -> str:
    """The characters of such a file: in UTF-8, or in the encoding that it names.

    Raises UnicodeDecodeError where they cannot be read so.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _ENCODING.search(content[:1024])
        if named is None:
            raise
    try:
        return content.decode(named[1].decode())
    except LookupError:
        return content.decode("utf-8-sig")


def text_of(markup: str) -> str:
    """The text of a file with tags, in paragraphs and lines, its notes behind it."""
    reader = _Reader()
    for piece in pieces(markup):
        reader.take(piece)
    parts = ("".join(part) for part in (reader.text, *reader.notes))
    joined = _LOOSE.sub("\n", _SPACES_RUN.sub(" ", "\n\n".join(filter(None, parts))))
    return re.sub(r"\n{3,}", "\n\n", joined).strip("\n") + "\n"


class _Reader:
    """Collects the text, piece by piece, and each note apart."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.notes: list[list[str]] = []
        self._into = self.text
        self._outer: list[list[str]] = []  # of the notes that are open
        self._skipping: list[str] = []
        self._raising: list[str] = []  # the tags that raise what is in them
        self._references = 0
        self._choices = 0
        self._is_html = False

    def take(self, piece: Piece) -> None:
        """Take the next tag or text."""
        if not piece.name:
            self._take_text(piece.text)
        elif piece.ends:
            self._end(piece.name)
        elif not (piece.empty and piece.name in _SKIPPED | _NOTES):
            self._begin(piece.name, piece.given)

    def _begin(self, name: str, given: dict[str, str]) -> None:
        self._is_html = self._is_html or name == "html"
        if self._skipping and not (name == "body" and self._skipping == ["head"]):
            self._skipping += [name] * (name == self._skipping[0])
            return
        self._skipping = []
        self._choices += name == "choice"
        if self._is_skipped(name):
            self._skipping.append(name)
        elif name in _NOTES:
            self._outer.append(self._into)
            self.notes.append([])
            self._into = self.notes[-1]
        elif _begins_page(name, given):
            self._put(f"\n\n\f{_number_of_page(given)}")
        elif name == "string":  # of ALTO, which has its words as attributes
            self._put(given.get("content", ""))
        elif name in ("hyp", "nobreakhyphen"):
            self._put(given.get("content") or "-")
        elif name in ("footnotereference", "endnotereference"):
            self._references += 1
            self._put(str(self._references).translate(_RAISED))
        elif name == "sup" or "noteref" in given.get("type", "") + given.get("role", ""):
            self._raising += [name] * (len(self._raising) < _MOST_RAISED)
        else:
            self._put_space(name, given)

    def _is_skipped(self, name: str) -> bool:
        offered = self._choices > 0 and name in _OFFERED
        return name in _SKIPPED or offered or (name == "head" and self._is_html)

    def _put_space(self, name: str, given: dict[str, str]) -> None:
        classes = given.get("class", "").split()
        if name in _BLOCKS:
            self._put("\n\n")
        elif name in _LINES or not _LINE_CLASSES.isdisjoint(classes):
            self._put("\u00ad\n" if given.get("break") == "no" else "\n")
        elif name in _SPACES:
            self._put(" ")

    def _end(self, name: str) -> None:
        if self._skipping:
            if name == self._skipping[-1]:
                self._skipping.pop()
        elif name == "choice":
            self._choices = max(0, self._choices - 1)
        elif name in _NOTES and self._outer:
            self._into = self._outer.pop()
        elif name in self._raising:
            self._raising.remove(name)
        elif name in _BLOCKS:
            self._put("\n\n")
        elif name in ("l", "textline"):
            self._put("\n")

    def _take_text(self, text: str) -> None:
        if text and not self._skipping:
            self._put(self._as_set(_BLANK.sub(" ", text)))

    def _as_set(self, data: str) -> str:
        return data.translate(_RAISED) if self._raising and data.strip().isdigit() else data

    def _put(self, text: str) -> None:
        self._into.append(text)


def _begins_page(name: str, given: dict[str, str]) -> bool:
    """Whether a page begins at a tag, in TEI, ALTO, hOCR or EPUB."""
    return (
        name in ("pb", "page")
        or "ocr_page" in given.get("class", "").split()
        or "pagebreak" in given.get("type", "")
        or given.get("role") == "doc-pagebreak"
    )


def _number_of_page(given: dict[str, str]) -> str:
    """The number that is printed on a page, as a line of its own, where it is given."""
    keys = ("n", "printed_img_nr", "aria-label", "title")
    numbers = (re.search(r"\d+|\b[ivxlc]+\b", given.get(key, "")) for key in keys)
    is_scan = "ocr_page" in given.get("class", "")  # whose title tells of its picture
    number = None if is_scan else next((found[0] for found in numbers if found), None)
    return f"{number}\n\n" if number else ""
