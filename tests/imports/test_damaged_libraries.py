"""Libraries as they come: what is damaged is read as it was meant where that is plain, and told."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support import cases

from claimcli.errors import ClaimcliError
from claimcli.imports.foreign import Foreign, Loss
from claimcli.imports.formats import read

A_B = [{"family": "A", "given": "B"}]


def library(text: str) -> Foreign:
    return read("x", text.encode())


def items(found: Foreign) -> list[dict[str, Any]]:
    return [{k: v for k, v in work.csl.items() if k != "type"} for work in found.works]


@cases(
    ("text", "item", "line"),
    [
        ("@book{a, author = {A, B} title = {C}}", {"author": A_B, "title": "C"}, 1),
        ('@book{a, author = "A, B"\n title = "C"}', {"author": A_B, "title": "C"}, 2),
        ("@book{a\n title = {C}}", {"title": "C"}, 2),
        ("@book{a, year = 2001 title = {C}}", {"title": "C", "issued": "2001"}, 1),
        ("@book{a, title = {C}, month = jan year = 2001}", {"title": "C", "issued": "2001-01"}, 1),
        ("@book(a, author = {A, B} title = {C})", {"author": A_B, "title": "C"}, 1),
    ],
)
def test_a_comma_that_is_missing(text: str, item: dict[str, Any], line: int) -> None:
    found = library(text)
    assert items(found) == [item]
    assert [(r.loss, r.place.line) for r in found.remarks] == [(Loss.CHANGED, line)]
    assert "a comma is missing" in found.remarks[0].message


@cases(
    ("text", "journal", "told"),
    [
        ("@article{a, journal = jh}", "jh", True),
        ('@string{jh = "J"}\n@article{a, journal = jh # { and } # "K"}', "J and K", False),
        ("@string(jh = {J})\n@article{a, journal = JH}", "J", False),
        ('@string{jh = "J" # " of " # "H"}\n@article{a, journal = jh}', "J of H", False),
        ("@string{jh = {J}, ah = {A}}\n@article{a, journal = ah}", "A", False),
        ("@article{a, journal = jh}\n@string{jh = {J}}", "jh", True),
    ],
)
def test_strings_that_are_joined_or_not_there(text: str, journal: str, told: bool) -> None:
    found = library(text)
    assert items(found) == [{"container-title": journal}]
    assert [r.message for r in found.remarks] == (
        ["there is no @string 'jh'; its name was taken for the text"] if told else []
    )


RIJN = {"family": "Rijn", "given": "Simon", "non-dropping-particle": "van"}


@cases(
    ("name", "read"),
    [
        ("{World Bank}", {"literal": "World Bank"}),
        ("{Barnes {and} Noble}", {"literal": "Barnes and Noble"}),
        ("family=Rijn, given=Simon, prefix=van, useprefix=true", RIJN),
        ("given=Simon, prefix=van, useprefix=true, family=Rijn", RIJN),
        ("given=Simon, family=van Rijn", {"family": "van Rijn", "given": "Simon"}),
        ('given=Simon, family="Rijn, the Elder"', {"family": "Rijn, the Elder", "given": "Simon"}),
        ('"family=Rijn, the Elder", given=S', {"family": "Rijn, the Elder", "given": "S"}),
        ("Smith, Jr., John", {"family": "Smith", "given": "John", "suffix": "Jr."}),
    ],
)
def test_names_in_braces_and_by_parts(name: str, read: dict[str, str]) -> None:
    assert items(library(f"@book{{a, author = {{{name}}}}}")) == [{"author": [read]}]


@cases(
    ("text", "titles", "told"),
    [
        ("@book{a, title={T}}\n@book{a, title={U}}", ["T"], (2, "line 1 has 'a' already, otherw")),
        ("@book{a, title={T}}\n@book{a, title={T}}", ["T"], (2, "line 1 has 'a' already, the sa")),
        ("@book{a, title={T},\n title={U}}", ["T"], (2, "'title' is given a second time")),
        ("@book{a, title={T}\n@book{b, title={U}}", ["U"], (1, "the entry that begins here is")),
        ('@book{a, title="T}\n\n@book{b, title={U}}', ["U"], (1, "the quotation mark that is op")),
        ("@book{a; title={T}}\n@book{b, title={U}}", ["U"], (1, "a field, `name = {…}`, is expe")),
        ("@inbook{a, crossref={a}, title={T}}", ["T"], (1, "there is no entry 'a' to take")),
        ("@inbook{a, crossref={b}, title={T}}", ["T"], (1, "there is no entry 'b' to take")),
    ],
)
def test_what_cannot_be_meant_is_told(text: str, titles: list[str], told: tuple[int, str]) -> None:
    found = library(text)
    assert [item["title"] for item in items(found)] == titles
    (remark,) = found.remarks
    assert remark.place.line == told[0]
    assert remark.message.startswith(told[1])


RECORD = "TY  - BOOK\nAU  - A, B\nTI  - T\nER  - \n"


@cases(
    ("text", "works", "losses"),
    [
        (" " + RECORD, 1, []),
        ("\ufeff" + RECORD, 1, []),
        ("\n\n" + RECORD, 1, []),
        (RECORD.replace("\n", "\r"), 1, []),
        (RECORD.replace("  - ", " - "), 1, []),
        (RECORD.replace("ER  - ", "ER  -"), 1, []),
        (RECORD.replace("ER  - ", "\tER  - "), 1, []),
        (RECORD.replace("ER  - \n", ""), 1, [Loss.CHANGED]),
        (RECORD.replace("ER  - \n", "") + RECORD, 2, [Loss.CHANGED]),
        (RECORD + "TI  - Lost\nER  - \n", 1, [Loss.BROKEN]),
    ],
)
def test_records_of_ris_that_are_not_quite_so(text: str, works: int, losses: list[Loss]) -> None:
    found = library(text)
    assert items(found) == [{"author": A_B, "title": "T"}] * works
    assert [remark.loss for remark in found.remarks] == losses


def test_a_value_of_json_that_is_given_twice_is_told() -> None:
    found = read(
        "x.json",
        b'[{"id": "a", "type": "book", "title": "T", "title": "U"},\n {"id": "b", "type": '
        b'"book", "title": "V", "volume": NaN}]',
    )
    assert [work.csl.get("title") for work in found.works] == ["U", "V"]
    assert "volume" not in found.works[1].csl
    assert [(one.place.line, one.message) for one in found.remarks] == [
        (1, "'title' is given 2 times; the last one counts"),
        (2, "NaN is no value of JSON, and was left"),
    ]


def test_a_comma_that_is_missing_behind_a_key_is_read_as_if_it_were_there() -> None:
    found = read("x.bib", b"@book{lee title = {War}, year = 1999}\n")
    [work] = found.works
    assert (work.key, work.csl["title"]) == ("lee", "War")
    [remark] = found.remarks
    assert (remark.place, remark.message) == (
        (1, 11),
        "a comma is missing behind the key 'lee'; it is read as if it were there",
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(32)), "a picture, which has no text"),
        (b"\x1f\x8b\x08\x00" + bytes(range(32)), "a packed file: unpack it first"),
        (bytes(range(256)) * 4, "this is no text; if it is one, say --encoding"),
        (b"\0" * 500, "this is no text; if it is one, say --encoding"),
        ("id,Wörter\n1,Café\n".encode() + "2,Café\n".encode("latin-1"), "has two encodings"),
        ("question,text\n".encode("utf-16-le"), "--encoding utf-16-le"),
        ("id,文\n1,战争\n".encode("gb18030"), "--encoding gb18030   id,文"),
    ],
)
def test_what_is_no_text_or_in_two_encodings_is_told(content: bytes, said: str) -> None:
    with pytest.raises(ClaimcliError, match=re.escape(said)):
        read("x", content)
