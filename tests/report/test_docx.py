"""A report as docx: real footnotes, and what is said where pandoc is not there."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from debating import FILES
from storing import write

from claimcli import Corpus
from claimcli.report.docx import NoPandoc, docx
from claimcli.report.markdown import markdown
from claimcli.report.paper import on_paper


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = tmp_path_factory.mktemp("debating")
    write(root, FILES)
    with Corpus.load(root, cache=False) as corpus:
        return markdown(corpus.report("who", "wider"))


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_each_note_is_a_footnote(text: str) -> None:
    """Eight: seven claims on the first question, and one of them again on the second."""
    with zipfile.ZipFile(io.BytesIO(docx(text))) as archive:
        footnotes = archive.read("word/footnotes.xml").decode()
        body = archive.read("word/document.xml").decode()
    assert len(re.findall(r"<w:footnoteRef ?/>", footnotes)) == 8
    assert len(re.findall(r"<w:footnoteReference ", body)) == 8
    assert "cited in Archer," in re.sub("<[^>]+>", "", footnotes)
    assert "“Baker blames the north” (the words of Archer 2000, p. 9)" in re.sub(
        "<[^>]+>", "", body
    )


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_it_is_set_to_be_printed(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(docx(text))) as archive:
        styles = archive.read("word/styles.xml").decode()
        body = archive.read("word/document.xml").decode()
    assert body.count('<w:pgSz w:w="11906" w:h="16838"/>') == 1  # A4 (ISO 216): 210 by 297 mm
    tables = "".join(re.findall(r"<w:tbl>.*?</w:tbl>", body, re.DOTALL))
    assert set(re.findall(r'<w:pStyle w:val="(\w+)"', tables)) == {"TableText"}
    assert styles.count('w:styleId="TableText"') == 1
    headings = re.findall(r'w:styleId="Heading\d".*?</w:style>', styles, re.DOTALL)
    assert {colour for each in headings for colour in re.findall("<w:color [^>]*>", each)} == {
        '<w:color w:val="1F1D19"/>'
    }


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_works_cited_are_a_bibliography_and_no_list(text: str) -> None:
    """Chicago 14.61 has the lines after the first of an entry set in."""
    with zipfile.ZipFile(io.BytesIO(docx(text))) as archive:
        styles = archive.read("word/styles.xml").decode()
        body = archive.read("word/document.xml").decode()
    works, _, about = body.partition(">Works cited<")[2].partition('"Heading1"')
    assert len(re.findall("<w:p>", works)) - 1 == works.count('"Bibliography"') == 3
    assert "<w:numPr>" not in works
    assert about.count("<w:numPr>") == 3  # corpus, licence, state
    style = styles.partition('w:styleId="Bibliography"')[2].partition("</w:style>")[0]
    assert '<w:ind w:left="567" w:hanging="567"/>' in style


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_the_heads_of_numbers_have_room(text: str) -> None:
    """`Unnamed` in nine points: seven letters of 0.7 em at most, and 11 pt beside: 55 pt.

    The text is 11906 - 2 * 1361 = 9184 twentieths of a point wide, of which columns have shares.
    """
    with zipfile.ZipFile(io.BytesIO(docx(text))) as archive:
        body = archive.read("word/document.xml").decode()
    shares = [
        int(wide) for wide in re.findall(r'<w:gridCol w:w="(\d+)"', body.split("</w:tbl>")[0])
    ]
    narrowest = 9184 / 20 * min(shares) / sum(shares)
    assert narrowest >= 55


def test_parts_that_are_not_as_pandoc_writes_them_stay() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w:body><w:pgSz w:w='1'/><w:pgSz /></w:body>")
        archive.writestr("media/a.png", b"\x89PNG\xff")
    with zipfile.ZipFile(io.BytesIO(on_paper(made.getvalue()))) as archive:
        assert archive.read("word/document.xml") == (
            b"<w:body><w:pgSz w:w='1'/><w:pgSz /></w:body>"
        )
        assert archive.read("media/a.png") == b"\x89PNG\xff"


def test_without_pandoc_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoPandoc, match=r"pandoc\.org/installing\.html, or take --format md"):
        docx("a")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo it burns >&2; exit 3", "it burns"),
        ("exit 3", "it said nothing"),
        ("echo no archive", "it said nothing"),
    ],
)
def test_a_pandoc_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    program = tmp_path / "pandoc"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPandoc, match=f"pandoc made no docx: {said}"):
        docx("a")
