"""CSL-JSON, CSL-YAML and RIS, what format a text is in, and its encoding."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.errors import ClaimcliError
from claimcli.imports import csl_json, csl_yaml, ris
from claimcli.imports.decoding import decoded
from claimcli.imports.detection import recognised
from claimcli.imports.foreign import Loss, Place, Work
from claimcli.imports.formats import read


@cases(
    ("text", "format"),
    [
        ("@book{k, title = {T}}", "bibtex"),
        ("% Encoding: UTF-8\n\n@String{a = {b}}", "bibtex"),
        ("TY  - BOOK\nER  - ", "ris"),
        ("\ufeff\r\n  TY  - JOUR\rER  - ", "ris"),
        ('[{"id": "a", "type": "book"}]', "csl-json"),
        ('{"items": [{"id": "a"}]}', "csl-json"),
        ("---\nreferences:\n- id: a\n", "csl-yaml"),
        ('[{"itemType": "annotation", "annotationText": "x"}]', "zotero"),
        ('{"rows": [{"uri": "u", "target": [{"selector": []}]}]}', "hypothesis"),
        ("Highlight,Book Title,Book Author\n", "readwise"),
        ("# Notes\n\n> both sides wanted this war\n\n[@kim-2013, p. 5]\n", "markdown"),
        ("Dear reader,", None),
        ("", None),
    ],
)
def test_the_content_tells_the_format(text: str, format: str | None) -> None:
    assert recognised(text) == format


@cases("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "utf-32"])
def test_a_byte_order_mark_counts(encoding: str) -> None:
    marks = {"utf-16-le-bom": b"\xff\xfe", "utf-16-be-bom": b"\xfe\xff"}
    mark, name = marks.get(encoding, b""), encoding.removesuffix("-bom")
    assert decoded("f", mark + "Größe 漢".encode(name)).lstrip("\ufeff") == "Größe 漢"


@cases(
    "head",
    ["% Encoding: ISO8859_1\n", "% Encoding: Cp1252\n", "@comment{x-kbibtex-encoding=latin1}\n"],
)
def test_what_a_file_declares_counts(head: str) -> None:
    assert decoded("f", f"{head}Größe".encode("cp1252")) == f"{head}Größe"


@cases(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF: what is highlighted"),
        (b"<!DOCTYPE html>\n<html>", "a page of the web, perhaps one that asks to sign in"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><xml/>', "XML: open it in Zotero"),
        (b"\nPMID- 123\nTI  - A title\n", "MEDLINE, as PubMed writes it: open it in Zotero"),
        (b"%0 Book\n%A Kim, A.\n", "EndNote's own format: open it in Zotero"),
        (b"FN Clarivate\nVR 1.0\nPT J\n", "the plain text of Web of Science: export as RIS"),
    ],
)
def test_what_another_file_is_and_what_to_do_with_it_is_said(content: bytes, what: str) -> None:
    with pytest.raises(ClaimcliError) as told:
        read("f", content)
    assert str(told.value).startswith(f"f: this is {what}")


def test_an_encoding_is_asked_for_and_never_guessed() -> None:
    content = "a\nGröße\n".encode("cp1252")
    with pytest.raises(ClaimcliError) as told:
        decoded("l.bib", content)
    first, *shown = str(told.value).splitlines()
    assert first == "l.bib:2: this is not UTF-8; which of these is right?"
    assert [line.split(maxsplit=2)[1] for line in shown] == ["cp1252", "cp1251", "gb18030"]
    assert shown[0].endswith("Größe")
    assert decoded("l.bib", content, "latin1") == "a\nGröße\n"


def test_an_encoding_that_does_not_fit_says_where() -> None:
    with pytest.raises(ClaimcliError, match=r"^f:2: the byte 0x81 "):
        decoded("f", b"a\n\x81", "cp1252")
    with pytest.raises(ClaimcliError, match="no encoding 'klingon'"):
        decoded("f", b"a", "klingon")


ITEM = {
    "id": "a:b",
    "type": "book",
    "volume": 3,
    "issued": {"date-parts": [["1975", 3]]},
    "author": [{"family": "Kim", "given": "A. A."}],
}


def test_csl_json_is_taken_as_it_is() -> None:
    found = csl_json.read(json.dumps([ITEM]))
    assert found.remarks == ()
    assert (found.works[0].key, found.works[0].csl) == (
        "a:b",
        {
            "type": "book",
            "volume": "3",
            "issued": {"date-parts": [[1975, 3]]},
            "author": [{"family": "Kim", "given": "A. A."}],
        },
    )


@cases(
    "text",
    [
        json.dumps(ITEM),
        json.dumps({"items": [ITEM]}),
        json.dumps([ITEM], indent=2),
        json.dumps([ITEM])[:-1],
    ],
)
def test_items_are_found_in_what_holds_them(text: str) -> None:
    assert [work.key for work in csl_json.read(text).works] == ["a:b"]


def test_a_broken_item_costs_itself_alone() -> None:
    text = '[{"id": "a", "type": "book"},\n{"id": b, "type": "book"},\n{"id": "c", "type": "book"}]'
    found = csl_json.read(text)
    assert [work.key for work in found.works] == ["a", "c"]
    assert [(r.loss, r.place.line, r.place.column) for r in found.remarks] == [(Loss.BROKEN, 2, 8)]


def test_what_csl_does_not_know_is_kept_in_custom_and_told() -> None:
    text = '[{"id": "http://zotero.org/1", "citation-key": "k", "type": "bok", "colour": 1,'
    found = csl_json.read(text + '"issued": {"date-parts": [["x"]]}}]')
    assert (found.works[0].key, found.works[0].csl) == (
        "k",
        {"type": "bok", "custom": {"colour": "1"}},
    )
    assert [(r.loss, r.about) for r in found.remarks] == [
        (Loss.LEFT, "id"),
        (Loss.CHANGED, "type"),
        (Loss.CHANGED, "colour"),
        (Loss.LEFT, "issued"),
    ]


def test_csl_yaml_is_read_as_a_corpus_reads_its_own() -> None:
    text = "---\nreferences:\n- id: kim_2013\n  type: book\n  volume: 08\n- {id: x, [}\n..."
    found = csl_yaml.read(text)
    assert [(work.key, work.csl) for work in found.works] == [
        ("kim_2013", {"type": "book", "volume": "08"})
    ]
    assert [(r.loss, r.place.line) for r in found.remarks] == [(Loss.BROKEN, 6)]


ONE_NAME = """---
references:
- id: Board&Bar n.d.
  type: webpage
  title: Rules
  author:
  - family: Board of Bar Overseers
    given: ""
"""


def test_a_name_with_an_empty_part_is_a_name_and_a_key_of_any_signs_a_key() -> None:
    # Zotero writes institutions so, and keys of what it finds; JSON and YAML say the same.
    in_yaml = csl_yaml.read(ONE_NAME)
    item = {
        "id": "Board&Bar n.d.",
        "type": "webpage",
        "title": "Rules",
        "author": [{"family": "Board of Bar Overseers", "given": ""}],
    }
    in_json = csl_json.read(json.dumps([item]))
    assert not in_yaml.remarks
    assert not in_json.remarks
    (work,) = in_yaml.works
    assert work.key == "Board&Bar n.d."
    assert work.csl["author"] == [{"family": "Board of Bar Overseers"}]
    assert [one.csl for one in in_json.works] == [work.csl]


RIS = """TY  - JOUR
AU  - Kim, A. A., Jr.
AU  - World Bank
TI  - War
  in the north
T2  - J. Hist.
PY  - 1975
DA  - 1975/03/09/spring
SP  - 10
EP  - 20
SN  - 1234-5678
KW  - war
KW  - Song
L1  - /x.pdf
ZZ  - what
ER  -
"""


@cases("ends", ["\n", "\r\n", "\r"])
def test_a_record_of_ris(ends: str) -> None:
    found = ris.read(RIS.replace("\n", ends))
    assert [work.csl for work in found.works] == [
        {
            "type": "article-journal",
            "container-title": "J. Hist.",
            "title": "War in the north",
            "keyword": "war, Song",
            "author": [
                {"family": "Kim", "given": "A. A.", "suffix": "Jr."},
                {"literal": "World Bank"},
            ],
            "issued": "1975-03-09",
            "page": "10-20",
            "ISSN": "1234-5678",
            "custom": {"ZZ": "what"},
        }
    ]
    assert [(r.loss, r.place.line) for r in found.remarks] == [(Loss.LEFT, 14), (Loss.CHANGED, 15)]


@cases(
    "text",
    [
        " TY  - BOOK\nTI  - War\nER  - \n",
        "TY - BOOK\nTI - War\nER -\n",
        "TY  - BOOK\n\nTI  - War\n\nER  - \n\n",
        "TY  - BOOK\nTI  - War\nER  - \nTY  - BOOK\nTI  - War\n",
        "TY  - BOOK\nTI  - War\nTY  - BOOK\nTI  - War\nER  - \n",
    ],
)
def test_ris_that_is_not_quite_so_is_read_all_the_same(text: str) -> None:
    found = ris.read(text)
    assert [work.csl for work in found.works] == [{"type": "book", "title": "War"}] * len(
        found.works
    )
    assert len(found.works) == text.count("TY")
    assert len(found.remarks) == text.count("TY") - text.count("ER")


@pytest.mark.parametrize(
    ("lines", "item"),
    [
        ("ty  - JOUR\nti  - As it was\nau  - Kim, A.", {"title": "As it was"}),  # small letters
        ("TY  - Journal Article\nST  - War", {"type": "article-journal", "title": "War"}),
        ("TY  - BOOK\nBT  - War\nM1  - 7", {"title": "War", "collection-number": "7"}),
        ("TY  - CHAP\nTI  - I\nC2  - Kim, A.\nSV  - 7", {"collection-number": "7"}),
        ("TY  - CHAP\nC2  - Kim, A.", {"container-author": [{"family": "Kim", "given": "A."}]}),
        ("TY  - CONF\nT2  - A meeting\nC3  - Its acts", {"container-title": "Its acts"}),
        ("TY  - CONF\nT2  - A meeting\nC3  - Its acts", {"event-title": "A meeting"}),
        ("TY  - JOUR\nTI  - T\nC7  - e12", {"number": "e12"}),  # of an article without pages
        ("TY  - RPRT\nSN  - RM-1/4", {"number": "RM-1/4"}),
        ("TY  - BOOK\nAU  - Kim A.A.", {"author": [{"family": "Kim", "given": "A.A."}]}),
        ("TY  - BOOK\nAU  - World Bank", {"author": [{"literal": "World Bank"}]}),
        ("TY  - BOOK\nTT  - War", {"custom": {"TT": "War"}}),  # a translation is no original
        ("TY  - BOOK\nDO  - 10.1/x\nDO  - 10.1/x", {"custom": None}),
    ],
)
def test_what_databases_write_into_ris(lines: str, item: dict[str, object]) -> None:
    # By the table of EndNote's field names for each type, and what Zotero writes.
    (work,) = ris.read(f"1.\n{lines}\nER  - \n\n2.\n").works
    assert {name: work.csl.get(name) for name in item} == item


def test_what_stands_between_records_is_told_and_only_a_record_is_a_loss() -> None:
    text = "TY  - BOOK\nER  - \nNL  - War\nLink: http://x\nTI  - Peace\nPY  - 1975\nER  - \n"
    left, broken = ris.read(f"{text}TY  - BOOK\nER  - \nNL  - War\n").remarks[::-1]
    assert (left.loss, left.place.line) == (Loss.LEFT, 10)
    assert (broken.loss, broken.place.line) == (Loss.BROKEN, 3)
    assert broken.message == "'NL, TI, PY' stands outside of any record: no TY begins one"


def test_who_edits_a_book_and_who_a_series() -> None:
    book, part = (
        ris.read(f"TY  - {type}\nA2  - A, B\nA3  - C, D\nER  - ").works[0].csl
        for type in ("BOOK", "CHAP")
    )
    a, c = [{"family": "A", "given": "B"}], [{"family": "C", "given": "D"}]
    assert (book["editor"], book["collection-editor"]) == (c, a)
    assert (part["editor"], part["collection-editor"]) == (a, c)


@given(st.text(st.sampled_from(list('TYERAU -/\n\r1975,é漢[]{}":')), max_size=100))
def test_no_text_makes_a_reader_raise(text: str) -> None:
    for reader in (ris, csl_json, csl_yaml):
        reader.read(text)
        reader.read(f"TY  - BOOK\n{text}")
    recognised(text)


@cases(
    "item",
    [
        {"type": "book", "title": "Щит", "issued": {"date-parts": [[1975, 2]]}},
        {"title": "half \ud83d of it"},
        {"volume": 1 << 70, "number": -1.5, "custom": {"a": [True, None, {"b": ""}]}},
        {},
    ],
)
def test_an_item_that_is_kept_packed_is_what_it_was(item: dict[str, object]) -> None:
    work = Work.of("k", item, Place(1))
    assert work.csl == item
    assert list(work.csl) == list(item)
    assert work == Work.of("k", dict(item), Place(1))
