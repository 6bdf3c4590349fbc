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
