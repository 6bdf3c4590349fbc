"""Notes in Markdown: a quotation in a block, with a reference behind it.

A reference is a citation of pandoc (`[@kim-2013, p. 5]`), in the block, below it, or in a heading
above; or the one that Zotero puts behind a highlight in a note that is made of annotations.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcli.imports.foreign import Draft, Foreign, Loss, Place, Remark
from claimcli.imports.printed_pages import page

_KEY = r"@\{?([^\s\[\]{}(),;]*[^\s\[\]{}(),;.:!?-])\}?"
_CITED = re.compile(rf"\[\s*-?{_KEY}(?:\s*,\s*([^\]]*))?\]|(?<![\w.]){_KEY}(?:\s*\[([^\]]*)\])?")
_FRONT = re.compile(r"^(?:citekey|citation-?key|bibtex-?key)\s*:\s*[\"']?@?([^\s\"']+)", re.I)
_ZOTERO = re.compile(
    r"[“\"«](?P<quote>.+?)[”\"»]\s*\(\[(?P<cited>[^\]]*)\]\(zotero://select/\S*?\)\)"
    r"(?:\s*\(\[\w+\]\(zotero://open-\S*?annotation=(?P<key>\w+)\S*?\)\))?(?P<comment>.*)",
    re.DOTALL,
)
_PAGE = re.compile(r"(?:,|:)\s*(?:pp?\.\s*|S\.\s*)?([\dA-Za-z][\w.]*(?:\s*[-–]\s*[\w.]+)?)\s*$")
_TAG = re.compile(r"(?<!\S)#([^\W\d_][\w/-]*)")
_MARKS = re.compile(r"^[\s—–-]+|[\s—–-]+$|^[\"“„«]|[\"”“»]$")


class _Block(NamedTuple):
    """Lines of one kind: `quote` (without their marks), `heading` or `words`."""

    kind: str
    text: str
    line: int


def read(text: str) -> Foreign:
    """The quotations of a note as drafts, each with the reference that stands nearest."""
    remarks: list[Remark] = []
    drafts: list[Draft] = []
    above = ""
    blocks = list(_blocks(text))
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            found = _CITED.search(block.text) or _FRONT.match(block.text)
            above = next(filter(None, found.groups()), "") if found else above
        elif block.kind == "quote":
            behind = blocks[number + 1] if number + 1 < len(blocks) else None
            draft = _draft(block, behind, above)
            drafts.append(draft)
            if draft.key is None:
                message = "no reference stands behind this quotation: `[@KEY, p. 5]` is one"
                remarks.append(Remark(draft.place, Loss.CHANGED, message))
        else:
            drafts += _of_zotero(block)
    return Foreign("markdown", drafts=tuple(drafts), remarks=tuple(remarks))


def _blocks(text: str) -> Iterator[_Block]:
    kind, lines, start = "", list[str](), 0
    for number, line in enumerate(text.splitlines(), start=1):
        here = _kind(line)
        if here != kind or here == "heading":
            if lines and kind:
                yield _Block(kind, "\n".join(lines), start)
            kind, lines, start = here, [], number
        lines.append(re.sub(r"^\s{0,3}>[ \t]?", "", line) if here == "quote" else line.strip())
    if lines and kind:
        yield _Block(kind, "\n".join(lines), start)


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if re.match(r"\s{0,3}>", line):
        return "quote"
    return "heading" if re.match(r"#{1,6}\s", line) or _FRONT.match(line) else "words"


def _draft(block: _Block, behind: _Block | None, above: str) -> Draft:
    """A quotation; what follows it without being one is its reference and a comment."""
    inside = list(_CITED.finditer(block.text))
    below = _CITED.search(behind.text) if behind and behind.kind == "words" else None
    words = block.text
    found = None
    if inside and not block.text[inside[-1].end() :].strip(" .)\n"):
        found = inside[-1]
        words = block.text[: found.start()]
    elif below and behind and not behind.text[: below.start()].strip("—–- (\n"):
        found = below
    comment = _comment(block, behind, below if found is below else None)
    quote = " ".join(_MARKS.sub("", _MARKS.sub("", words.strip())).split())
    tags = _TAG.findall(comment)
    comment = " ".join(_TAG.sub("", comment).strip(" .)—–\n").split())
    print = hashlib.sha256(quote.encode()).hexdigest()[:12]
    key, locator = _reference(found) if found else (above or None, None)
    place = Place(block.line)
    return Draft(f"note {print}", quote, locator, comment or None, tuple(tags), place, key)


def _comment(block: _Block, behind: _Block | None, below: re.Match[str] | None) -> str:
    """What stands behind the reference, or right below a quotation that has its own."""
    if behind is None or behind.kind != "words" or _ZOTERO.search(behind.text):
        return ""
    if below:
        return behind.text[below.end() :]
    ends = block.line + block.text.count("\n")
    return behind.text if behind.line == ends + 1 else ""


def _reference(found: re.Match[str]) -> tuple[str | None, str | None]:
    key = found[1] or found[3]
    return key, page((found[2] or found[4] or "").strip())


def _of_zotero(block: _Block) -> Iterator[Draft]:
    """Highlights in a note of Zotero's, each a paragraph or an item of a list."""
    for offset, line in enumerate(block.text.split("\n")):
        found = _ZOTERO.search(line)
        if found is None:
            continue
        cited = found["cited"]
        label = _PAGE.search(cited)
        comment = found["comment"].strip(" .")
        origin = found["key"] or hashlib.sha256(found["quote"].encode()).hexdigest()[:12]
        yield Draft(
            origin=f"zotero {origin}",
            quote=" ".join(found["quote"].split()),
            locator=page(label[1]) if label else None,
            comment=" ".join(_TAG.sub("", comment).split()) or None,
            tags=tuple(_TAG.findall(comment)),
            place=Place(block.line + offset),
            key=None,
            work=_cited_work(cited[: label.start()] if label else cited),
        )


def _cited_work(cited: str) -> dict[str, object] | None:
    """`Kim, 2013` as a work of which only the first name and the year are known."""
    found = re.fullmatch(r"(.+?),?\s+(?:et al\.,?\s+)?(\d{4})\w?", cited.strip())
    return {"author": [{"family": found[1].strip(", ")}], "issued": found[2]} if found else None
