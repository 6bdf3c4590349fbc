"""Texts with tags, and packed ones: what is in them is found as if it had been typed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from support import calls, cases

from claimcli.quotes import verify
from claimcli.texts import UnreadableText, prepare, read_text
from claimcli.texts.directory import texts_in
from claimcli.texts.markup import text_of

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>Not this</title></teiHeader>
<text><body><pb n="11"/><head>The war</head>
<p>Both sides <hi rend="italic">wanted</hi> this
  war.<note place="foot">See Smith, <title>Rome</title>, 34.</note> They fell
  back on the ci<lb break="no"/>
  ty by<lb/>night.</p>
<pb n="12"/><fw type="header">A HISTORY</fw>
<p>He <choice><sic>wantd</sic><corr>wanted</corr></choice> peace &amp; got <del>none</del> war.</p>
</body></text></TEI>"""
HOCR = """<!DOCTYPE html><html><head><title>scan</title></head><body>
<div class='ocr_page' title='image "p12.png"; bbox 0 0 9 9'><p class='ocr_par'>
<span class='ocr_line'><span class='ocrx_word'>Both</span> <span>si-</span></span>
<span class='ocr_line'><span class='ocrx_word'>des</span> <span>wanted</span></span>
</p></div></body></html>"""
ALTO = """<?xml version="1.0"?><alto><Description>none</Description><Layout>
<Page PRINTED_IMG_NR="12"><PrintSpace><TextBlock>
<TextLine><String CONTENT="Both"/><SP/><String CONTENT="si"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="des"/><SP/><String CONTENT="wanted"/></TextLine>
</TextBlock></PrintSpace></Page></Layout></alto>"""
HTML = """<html><head><title>T</title><style>p {}</style><body><h1>War</h1>
<p>Both sides<sup>1</sup> wanted <b>this</b> war<script>x = "<p>"</script>.
<table><tr><td>one<td>two</table><br>And then<a role="doc-noteref">2</a> on&hellip;"""


def statuses(text: str, *quotes: str) -> list[str]:
    return [verify(quote, None, prepare(text)).status.value for quote in quotes]


@cases(
    ("markup", "quotes"),
    [
        (
            TEI,
            [
                "Both sides wanted this war. They fell",
                "back on the city by night",
                "He wantd peace & got war",
                "See Smith, Rome, 34.",
            ],
        ),
        (HOCR, ["Both sides wanted"]),
        (ALTO, ["Both sides wanted"]),
        (HTML, ["Both sides wanted this war.", "And then on…", "one two"]),
        ("<p>war<p>and", ["war and"]),
        ("<p><choice><orig>warre</orig><reg>war</reg></choice> and peace", ["warre and peace"]),
        ("<p><expan>d<ex>omi</ex>nus</expan> <corr>said</corr> so", ["dominus said so"]),
        ("<p><app><lem>war</lem><rdg>peace</rdg></app> came", ["war came"]),
        ("<w:p><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:p>", ["well-known"]),
        ("So <mc:Choice>a war</mc:Choice><mc:Fallback>a war</mc:Fallback> came", ["So a war came"]),
        ("<html><body>a < b & c</body>", ["a < b & c"]),
        ("<p>x<![CDATA[ war & peace ]]></p>", ["war & peace"]),
    ],
)
def test_quotations_are_found(markup: str, quotes: list[str]) -> None:
    found = statuses(text_of(markup), *quotes)
    assert set(found) <= {"exact", "normalised"}, found


@cases(
    ("markup", "absent"),
    [(TEI, ["Not this", "A HISTORY", "none"]), (ALTO, ["none"]), (HOCR, ["scan", "bbox"]),
     (HTML, ["T", "x ="])],
)  # fmt: skip
def test_what_is_no_text_is_not_there(markup: str, absent: list[str]) -> None:
    words = text_of(markup).split()
    assert not [word for word in absent if word in words]


@cases(("markup", "page"), [(TEI, "p. 12"), (ALTO, "p. 12")])
def test_a_page_that_is_numbered_is_that_page(markup: str, page: str) -> None:
    quote = "He wantd peace" if markup is TEI else "Both sides wanted"
    assert verify(quote, page, prepare(text_of(markup))).status.value in ("exact", "normalised")


DOCUMENT = (
    '<w:document><w:body><w:p><w:r><w:t>Both sides </w:t></w:r><w:r><w:t xml:space="preserve">'
    'wanted</w:t></w:r><w:r><w:footnoteReference w:id="20"/></w:r><w:r><w:t> this.</w:t></w:r>'
    "<w:del><w:r><w:delText>never</w:delText></w:r></w:del></w:p></w:body></w:document>"
)
NOTES = '<w:footnotes><w:footnote w:id="20"><w:p><w:t>See Smith.</w:t></w:p></w:footnote>'
PACKAGE = (
    '<package><manifest><item id="a" href="one.xhtml"/><item href="t%20wo.xhtml" id="b"/>'
    '</manifest><spine><itemref idref="b"/><itemref idref="a"/></spine></package>'
)
EPUB = {
    "META-INF/container.xml": '<container><rootfile full-path="OPS/p.opf"/></container>',
    "OPS/p.opf": PACKAGE,
    "OPS/one.xhtml": "<html><p>this war.</p></html>",
    "OPS/t wo.xhtml": '<html><p>Both sides<a epub:type="noteref">1</a> wanted</p></html>',
}
ODT = {"content.xml": "<office:text><text:p>Both<text:s/>sides wanted this war.</text:p>"}


def packed(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@cases(
    ("files", "quote"),
    [
        ({"word/document.xml": DOCUMENT, "word/footnotes.xml": NOTES}, "Both sides wanted this."),
        ({"word/document.xml": DOCUMENT, "word/footnotes.xml": NOTES}, "See Smith."),
        (EPUB, "Both sides wanted this war."),
        (ODT, "Both sides wanted this war."),
    ],
)
def test_packed_texts_are_read(files: dict[str, str], quote: str, tmp_path: Path) -> None:
    text = read_text(packed(tmp_path / "text.bin", files))
    assert statuses(text, quote)[0] in ("exact", "normalised")
    assert "never" not in text


@cases(
    ("content", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1", "is a Word document of the old kind"),
        (b"{\\rtf1 war}", "is a Rich Text document"),
        (b"PK\x03\x04 broken", "cannot be unpacked"),
        (b"<?xml version='1.0'?>\n<p>\xff</p>", ":2: not UTF-8"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "text.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableText) as caught:
        read_text(path)
    assert told in str(caught.value)


def test_a_packed_table_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="no Word, OpenDocument or EPUB text"):
        read_text(packed(tmp_path / "t.xlsx", {"xl/workbook.xml": "<a/>"}))


def test_what_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcli.texts.formats.MOST_TEXT", 1000)
    bomb = packed(tmp_path / "text.docx", {"word/document.xml": "<w:p>" + "war " * 1000})
    assert bomb.stat().st_size < 1000
    with pytest.raises(UnreadableText, match="its text is too long"):
        read_text(bomb)


def test_encodings_that_a_file_names(tmp_path: Path) -> None:
    path = tmp_path / "text.xml"
    path.write_bytes("<?xml version='1.0' encoding='ISO-8859-1'?><p>Müller</p>".encode("latin-1"))
    assert read_text(path) == "Müller\n"
    path.write_bytes("<?xml version='1.0'?><p>Müller</p>".encode("utf-16"))
    assert read_text(path) == "Müller\n"


def test_a_text_that_begins_with_a_bracket_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("<he> came & went", encoding="utf-8")
    assert read_text(path) == "<he> came & went"


def test_the_text_of_a_source_may_have_any_of_the_formats(tmp_path: Path) -> None:
    for name in ("a.txt", "a.pdf", "b.docx", "b.html", "c.xml", "d.csv", "e.EPUB"):
        (tmp_path / name).touch()
    found = {source: path.name for source, path in texts_in(tmp_path).items()}
    assert found == {"a": "a.txt", "b": "b.docx", "c": "c.xml", "e": "e.EPUB"}


HOSTILE = (
    *(
        "<",
        "<a ",
        "<!--",
        '<a x="',
        "<div>",
        "<?",
        "<![CDATA[",
        "&",
        "<note>",
        "<sup>",
        "</",
        "<s/>",
    ),
    *("<a b='", "<!DOCTYPE [", "</sup>", "<choice>", "<!", "<script>"),
)


@cases("sign", HOSTILE)
def test_what_is_no_markup_takes_no_longer_than_its_length(sign: str) -> None:
    once, twice = (calls(text_of, sign * times) for times in (50, 100))
    assert twice < 2.5 * once


@pytest.mark.slow
@cases("sign", HOSTILE)
def test_much_of_what_is_no_markup_comes_to_an_end(sign: str) -> None:
    """A pattern that tries every end for every beginning would take hours, in one call."""
    assert text_of(sign * 50_000)
