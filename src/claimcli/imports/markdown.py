"""Notes in Markdown: a quotation in a block, with a reference behind it.

A reference is a citation of pandoc (`[@kim-2013, p. 5]`), in the block, below it, or in a heading
above; a line below it that names a work as an essay does (`Kim 2013, p. 5`); or the links that
Zotero and its plugins for Obsidian put behind a highlight (`zotero_links`). A callout
(`> [!quote]`) is a quotation where it says so; a block within the block (`>>`) is what somebody
noted on it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from claimcli.imports import zotero_links
from claimcli.imports.foreign import CslItem, Draft, Foreign, Loss, Place, Remark
from claimcli.imports.printed_pages import page
from claimcli.imports.zotero import COLOURS
from claimcli.imports.zotero_links import work_named

_KEY = r"@\{?([^\s\[\]{}(),;]*[^\s\[\]{}(),;.:!?-])\}?"
_CITED = re.compile(
    rf"\[\s*-?{_KEY}(?:(?:\s*,\s*|\s+(?=[^\]\d]{{0,12}}\d))([^\]]*))?\]"
    rf"|(?<![\w.]){_KEY}(?:\s*\[([^\]]*)\])?"
)
_NAMED = re.compile(
    r"[\s—–(\[-]*(?:[^\W\d_][\w.-]*\s+){0,3}?(?P<family>[^\W\d_][\w'’-]*)"
    r"(?:,?\s+(?:and|&|и|und|et|y|e)\s+[^\d(]{1,60}?|,?\s+(?:et al|и др)\.?|等)?"
    r",?\s*\(?(?P<year>\d{4})[a-zа-я]?\)?\s*[,:]\s*"
    r"(?P<where>(?:[^\W\d_]{1,4}\.?\s*)?\d+[a-z]?(?:\s*[-–—,]+\s*\d+[a-z]?)*页?)[\s)\].]*"
)
"""A line that names a work as an essay does, with the page: `(O'Mara 2005, 98)`."""

_FRONT = re.compile(r"^(?:citekey|citation-?key|bibtex-?key)\s*:\s*[\"']?@?([^\s\"']+)", re.I)
_TAG = re.compile(r"(?<!\S)#([^\W\d_][\w/-]*)")
_MARKS = re.compile(r"^[\s—–-]+|[\s—–-]+$|^[\"“„«]|[\"”“»]$")
_CALLOUT = re.compile(r"\s*\[!(?P<kind>[^\]|]+)(?:\|(?P<more>[^\]]*))?\][+-]?[ \t]*(?P<title>.*)")
_QUOTING = frozenset(("quote", "highlight", "annotation", "underline", "excerpt"))
_FIELD = re.compile(r"\s*(?:\**[\w -]+\**::.*)?")
_LABEL = re.compile(r"\s*<mark\b[^>]*>([^<]+)</mark>\s*", re.IGNORECASE)
_PAGE = re.compile(r"(?:pages?\.?|pp?\.|S\.)\s*([\w–-]*\w)", re.IGNORECASE)
_BELOW = re.compile(r"\n\s*[-*]\s+(.*)", re.DOTALL)
"""What is noted in a callout below the quotation, as an item of a list."""


class _Block(NamedTuple):
    """Lines of one kind: `quote` and `aside` (without their marks), `heading` or `words`."""

    kind: str
    text: str
    line: int


def read(text: str) -> Foreign:
    """The quotations of a note as drafts, each with the reference that stands nearest."""
    remarks: list[Remark] = []
    drafts: list[Draft] = []
    above, label = "", ""
    blocks = list(_blocks(text))
    for number, block in enumerate(blocks):
        behind = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.kind == "heading":
            found = _CITED.search(block.text) or _FRONT.match(block.text)
            above = next(filter(None, found.groups()), "") if found else above
        elif block.kind == "quote":
            drafts += _quoted(block, behind, above, label, remarks)
        elif block.kind == "aside" and number and blocks[number - 1].kind == "quote" and drafts:
            drafts[-1] = _noted(drafts[-1], block)
        elif block.kind == "aside":
            drafts += _quoted(block, behind, above, label, remarks)
        else:
            in_links = _of_zotero(block)
            drafts += (replace(draft, key=above or None) for draft in in_links)
        named = _LABEL.fullmatch(block.text)
        label = named[1].strip() if named else ""
    return Foreign("markdown", drafts=tuple(drafts), remarks=tuple(remarks))


def _blocks(text: str) -> Iterator[_Block]:
    kind, lines, start = "", list[str](), 0
    for number, line in enumerate(text.splitlines(), start=1):
        here = _kind(line)
        if here != kind or here == "heading":
            if lines and kind:
                yield _Block(kind, "\n".join(lines), start)
            kind, lines, start = here, [], number
        is_quoted = here in ("quote", "aside")
        lines.append(re.sub(r"^[\s>]*>[ \t]?", "", line) if is_quoted else line.strip())
    if lines and kind:
        yield _Block(kind, "\n".join(lines), start)


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if re.match(r"\s{0,3}>\s?>", line):
        return "aside"
    if re.match(r"\s{0,3}>", line):
        return "quote"
    return "heading" if re.match(r"#{1,6}\s", line) or _FRONT.match(line) else "words"


def _quoted(
    block: _Block, behind: _Block | None, above: str, label: str, remarks: list[Remark]
) -> list[Draft]:
    """The quotation of a block; none where it is no quotation, which is told."""
    callout = _CALLOUT.fullmatch(block.text.split("\n", 1)[0])
    tags = [label] if label else []
    where = None
    if callout:
        kind, more = callout["kind"].strip().lower(), (callout["more"] or "").strip().lower()
        colour = COLOURS.get(more, more) or (kind if kind in COLOURS.values() else "")
        where = _PAGE.search(callout["title"])
        if kind not in _QUOTING and not where and kind != colour:
            return _left(block, f"a callout, [!{callout['kind']}], is no quotation", remarks)
        block = block._replace(text="\n" + block.text.partition("\n")[2])
        tags = [*tags, colour] if colour else tags
    if all(map(_FIELD.fullmatch, block.text.split("\n"))):
        return _left(block, "fields of a note are no quotation", remarks)
    below = _BELOW.search(block.text) if callout and not zotero_links.has_mark(block.text) else None
    if below:
        block = block._replace(text=block.text[: below.start()])
    draft = zotero_links.marked(block.text, Place(block.line)) or _draft(block, behind, above)
    if below:
        words = " ".join(below[1].replace("**", "").split())
        draft = replace(draft, comment=" ".join(filter(None, (draft.comment, words))) or None)
    if callout and draft.quote:
        tags += _TAG.findall(draft.quote)
        draft = replace(draft, quote=" ".join(_TAG.sub("", draft.quote).split()) or None)
    draft = replace(
        draft,
        key=draft.key or (above or None),
        locator=draft.locator or (page(where[1]) if where else None),
        tags=(*tags, *draft.tags),
    )
    if draft.key is None and draft.work is None:
        message = "no reference stands behind this quotation: `[@KEY, p. 5]` or `Kim 2013, p. 5`"
        remarks.append(Remark(draft.place, Loss.CHANGED, message))
    return [draft]


def _left(block: _Block, why: str, remarks: list[Remark]) -> list[Draft]:
    remarks.append(Remark(Place(block.line), Loss.LEFT, f"{why}, and was left"))
    return []


def _noted(draft: Draft, block: _Block) -> Draft:
    """A draft with what is noted on it below."""
    words = " ".join(block.text.split())
    return replace(draft, comment=" ".join(filter(None, (draft.comment, words))) or None)


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
    draft = Draft(f"note {print}", quote, locator, None, tuple(tags), Place(block.line), key)
    named = None if key or behind is None else _named(behind)
    if named and behind:
        comment = " ".join(behind.text.split("\n")[1:])
        draft = replace(draft, locator=page(named["where"]), work=_work(named))
    return replace(draft, comment=comment or None)


def _named(behind: _Block) -> re.Match[str] | None:
    """The work that the first line behind a quotation names, where it does nothing else."""
    found = _NAMED.fullmatch(behind.text.split("\n", 1)[0]) if behind.kind == "words" else None
    return found if found and not found["family"][0].islower() else None


def _work(named: re.Match[str]) -> CslItem | None:
    """The work of which the first name and the year are told."""
    return work_named(f"{named['family']}, {named['year']}")


def _comment(block: _Block, behind: _Block | None, below: re.Match[str] | None) -> str:
    """What stands behind the reference, or right below a quotation that has its own."""
    if behind is None or behind.kind != "words" or zotero_links.has_mark(behind.text):
        return ""
    if below:
        return behind.text[below.end() :]
    ends = block.line + block.text.count("\n")
    return behind.text if behind.line == ends + 1 and behind.text.strip("-* \n") else ""


def _reference(found: re.Match[str]) -> tuple[str | None, str | None]:
    key = found[1] or found[3]
    return key, page((found[2] or found[4] or "").strip())


def _of_zotero(block: _Block) -> Iterator[Draft]:
    """Highlights in a note of Zotero's, each a paragraph or an item of a list."""
    for offset, line in enumerate(block.text.split("\n")):
        yield from zotero_links.spans(line, Place(block.line + offset))
        draft = zotero_links.marked(line, Place(block.line + offset), is_quoted=False)
        if draft:
            yield draft
