"""Libraries as they come: what is damaged is read as it was meant where that is plain, and told."""

from __future__ import annotations

from typing import Any

from support import cases

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
