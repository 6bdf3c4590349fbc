"""Workbooks as tables of claims: what Excel and LibreOffice make of what was typed."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from support import Run
from workbooks import Cell, ods, xlsx, zipped

from claimcli.corpus.reading import read_corpus
from claimcli.imports.tables.errors_in_sheets import lost_cells

pytest.importorskip("python_calamine")

HEAD = ("question", "stance", "statement", "holder", "source", "page", "year")
ROWS: list[tuple[Cell, ...]] = [
    HEAD,
    ("Why?", "a", "One.", "Ann Lee", "lee-2001", 1125.0, 2001.0),
    ("Why?", "b", "Two & more.", "Ann Lee", "lee-2001", "12-14", 2001.0),
]


def brought(root: Path, run: Run, content: bytes, *options: str, code: int = 0) -> Any:
    (root.parent / "book").write_bytes(content)
    ran = run("import", "../book", "--json", *options)
    assert ran.code == code, ran.err + ran.out
    return ran.json


def claims(root: Path) -> list[tuple[str, str | None]]:
    found = read_corpus(root).claims
    return [(c.statement, c.citation.locator if c.citation else None) for c in found]


@pytest.mark.parametrize("made", [xlsx, ods])
def test_the_rows_of_a_sheet_become_claims(root: Path, run: Run, made: Any) -> None:
    view = brought(root, run, made({"Claims": ROWS}))
    assert view["files"][0]["format"] == made.__name__
    assert claims(root) == [("One.", "p. 1125"), ("Two & more.", "pp. 12-14")]
    (source,) = read_corpus(root).sources
    assert source.issued == "2001"
    again = brought(root, run, made({"Claims": ROWS}))
    assert (again["written"], len(again["same"])) == ([], 2)


def test_what_stands_above_the_header_is_told_and_lines_are_those_of_the_sheet(
    root: Path, run: Run
) -> None:
    rows = [("My claims",), (), *ROWS, ("Why?", "a", None, "Ann Lee", "lee-2001", 3.0)]
    view = brought(root, run, xlsx({"S": rows}), code=1)
    assert [(r["line"], r["message"]) for r in view["remarks"] if r["loss"] != "changed"] == [
        (1, "'My claims' stands above the header, and was left"),
        (6, "the row has no statement; the row was left"),
    ]


def test_of_several_sheets_it_is_said_which_were_taken(root: Path, run: Run) -> None:
    book = xlsx({"Claims": ROWS, "Old": [HEAD, (*ROWS[1][:2], "Old.", *ROWS[1][3:])],
                 "Colours": [("red", "blue"), ("x", "y")]}, hidden=["Old"])  # fmt: skip
    left = [r["message"] for r in brought(root, run, book)["remarks"] if r["loss"] == "left"]
    assert left == [
        "the sheet 'Old' is hidden, and was left; --sheet 'Old' takes it",
        "the sheet 'Colours' has no known columns, and was left; --sheet takes it",
    ]
    assert [statement for statement, _ in claims(root)] == ["One.", "Two & more."]
    brought(root, run, book, "--sheet", "Old")
    assert "Old." in [statement for statement, _ in claims(root)]


def test_an_unknown_sheet_is_told(root: Path, run: Run) -> None:
    (root.parent / "book").write_bytes(xlsx({"Claims": ROWS}))
    ran = run("import", "../book", "--sheet", "Claim")
    assert (ran.code, "no sheet 'Claim'; did you mean 'Claims'?" in ran.err) == (2, True)


def test_sheets_of_one_book_go_together_and_lines_say_of_which(root: Path, run: Run) -> None:
    people = [("id", "name", "kind"), ("ann-lee", "Ann Lee", "person"), ("x", "", "person")]
    view = brought(root, run, xlsx({"Claims": ROWS, "People": people}), code=1)
    assert [s.id for s in read_corpus(root).scholars] == ["ann-lee"]
    (wrong,) = [r for r in view["remarks"] if r["loss"] == "broken"]
    assert (wrong["file"], wrong["line"]) == ("../book[People]", 3)


def test_merged_cells_stand_for_each_of_their_rows(root: Path, run: Run) -> None:
    rows = [ROWS[0], ROWS[1], (None, "b", *ROWS[2][2:])]
    view = brought(root, run, xlsx({"S": rows}, merged="A2:A3"))
    assert {c.question for c in read_corpus(root).claims} == {"why"}
    assert "merged cells: each of the 2 rows has 'Why?'" in [r["message"] for r in view["remarks"]]


def test_a_page_that_became_a_day_is_not_taken(root: Path, run: Run) -> None:
    rows = [ROWS[0], (*ROWS[1][:5], 45721.0), ROWS[2]]  # 5 March 2025
    view = brought(root, run, xlsx({"S": rows}, dates="F"), code=1)
    (wrong,) = [r for r in view["remarks"] if r["loss"] == "broken"]
    assert wrong["message"].startswith("page: the cell is a date, 2025-03-05")


def test_errors_and_formulas_without_a_value_are_told(root: Path, run: Run) -> None:
    rows = [ROWS[0], (*ROWS[1][:5], "<v>#REF!</v>"), (*ROWS[2][:5], "<f>A1+1</f>")]
    view = brought(root, run, xlsx({"S": rows}))
    assert [(r["line"], r["message"]) for r in view["remarks"] if "cell" in r["message"]] == [
        (2, "the cell F2 holds the error #REF!; it counts as empty"),
        (3, "the cell F3 holds a formula without a value; it counts as empty"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx"),
        (zipped({"Index/Document.iwa": ""}), "in Numbers, File > Export To"),
        (zipped({"word/document.xml": ""}), "a document of Word"),
        (zipped({"xl/workbook.bin": ""}), "save it as .xlsx, or as CSV"),
        (zipped({"a.txt": ""}), "an archive"),
        (b"PK\x03\x04 and no more", "no workbook, or a damaged one"),
        (zipped({"xl/workbook.xml": "<no"}), "the workbook cannot be read"),
    ],
    ids=["xls", "numbers", "word", "xlsb", "archive", "cut off", "damaged"],
)
def test_what_is_no_workbook_is_refused_with_what_to_do(
    root: Path, run: Run, content: bytes, said: str
) -> None:
    (root.parent / "book").write_bytes(content)
    ran = run("import", "../book")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_without_the_extra_its_name_is_said(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    (root.parent / "book").write_bytes(xlsx({"S": ROWS}))
    ran = run("import", "../book")
    assert ran.code == 2
    assert "pip install 'claimcli[tables]'" in ran.err


@pytest.mark.slow
def test_the_library_is_imported_for_workbooks_alone(tmp_path: Path) -> None:
    said = "import sys, claimcli.imports.formats; print('python_calamine' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_a_sheet_that_cannot_be_unpacked_has_no_lost_cells() -> None:
    """The reader of workbooks takes what zipfile refuses: a wrong sum, for one."""
    chance, packed = random.Random(2), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", '<sheet r:id="r1"/>')
        archive.writestr("xl/_rels/workbook.xml.rels", '<Relationship Id="r1" Target="s.xml"/>')
        archive.writestr("xl/s.xml", '<c r="B2" t="e"><v>#REF!</v></c>')
    assert dict(lost_cells(packed.getvalue(), 0)).keys() == {"B2"}
    end = packed.getvalue().index(b"PK\x01\x02")  # whence the table of what is in it
    for _ in range(100):
        content = bytearray(packed.getvalue())
        content[chance.randrange(end)] ^= chance.randrange(1, 256)
        assert dict(lost_cells(bytes(content), 0)).keys() <= {"B2"}
