"""A docx of pandoc's set to be printed and handed in: A4, tables in small type, headings in ink.

Works cited are a bibliography, as Word has a style for one: each entry with its first line hanging.
"""

from __future__ import annotations

import io
import re
import zipfile

from claimcli.pictures.palette import INK

_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1361" w:bottom="1361" '
    'w:left="1361" w:header="709" w:footer="709" w:gutter="0"/>'
)
"""A4 with margins of 24 mm, in twentieths of a point."""

_TABLE_TEXT = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText">'
    '<w:name w:val="Table Text"/><w:basedOn w:val="Compact"/>'
    '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
)
"""Nine points, in halves of a point: so that the heads of narrow columns are not broken."""

_WORKS = re.compile(r'.*w:name="works-cited(?:-\d+)?".*?<w:pStyle w:val="Heading1"', re.DOTALL)
_ENTRY = re.compile(r'<w:numPr>.*?</w:numPr><w:pStyle w:val="Compact" ?/>')
_AS_ENTRY = '<w:pStyle w:val="Bibliography"/>'
_BIBLIOGRAPHY = re.compile(
    r'(<w:style [^>]*w:styleId="Bibliography"(?:(?!</w:style>).)*?)<w:pPr ?/>', re.DOTALL
)
_HANGING = r'\1<w:pPr><w:spacing w:after="80"/><w:ind w:left="567" w:hanging="567"/></w:pPr>'
"""A first line that begins a centimetre before the others."""

_HEADINGS = re.compile(
    r'<w:style [^>]*w:styleId="(?:Heading\d|Title|Subtitle)".*?</w:style>', re.DOTALL
)
_COLOUR = re.compile(r"<w:color [^>]*/>")


def on_paper(docx: bytes) -> bytes:
    """The same document; parts that are not as pandoc writes them stay as they are."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            content = before.read(part)
            if set_part := _PARTS.get(part.filename):
                content = set_part(content.decode("utf-8")).encode("utf-8")
            after.writestr(part, content)
    return made.getvalue()


def _document(xml: str) -> str:
    if "<w:pgSz" not in xml:
        xml = re.sub(r"<w:sectPr ?/>", "<w:sectPr></w:sectPr>", xml)
        xml = xml.replace("</w:sectPr>", f"{_PAGE}</w:sectPr>")
    xml = re.sub(r"<w:tbl>.*?</w:tbl>", _in_small_type, xml, flags=re.DOTALL)
    return _with_bibliography(xml)


def _with_bibliography(xml: str) -> str:
    """Entries of the last list of works are no items of a list."""
    before = _WORKS.match(xml)
    if not before:
        return xml
    works, about, rest = xml[before.end() :].partition('<w:pStyle w:val="Heading1"')
    return before.group() + _ENTRY.sub(_AS_ENTRY, works) + about + rest


def _in_small_type(table: re.Match[str]) -> str:
    return table.group().replace('<w:pStyle w:val="Compact" />', '<w:pStyle w:val="TableText" />')


def _styles(xml: str) -> str:
    ink = f'<w:color w:val="{INK[0].removeprefix("#").upper()}"/>'
    xml = _HEADINGS.sub(lambda style: _COLOUR.sub(ink, style.group()), xml)
    xml = _BIBLIOGRAPHY.sub(_HANGING, xml)
    return xml.replace("</w:styles>", f"{_TABLE_TEXT}</w:styles>")


_PARTS = {"word/document.xml": _document, "word/styles.xml": _styles}
