"""What is recorded of a work and stands in none of its citations."""

from __future__ import annotations

from pathlib import Path

from checking import BASE, OWN, claim, found, problems
from support import cases


@cases(
    ("kind", "variable", "told"),
    [
        ("book", "scale: '1:50000'", 1),
        ("book", "status: in print at Prague", 0),
        ("book", "publisher: Nauka", 0),
        ("book", "translator: [{family: Roe}]", 0),
        ("book", "part-title: The North", 0),
        ("book", "DOI: 10.1000/182", 0),  # an identifier is nothing that a reader misses
        ("book", "ISBN: '9780000000000'", 0),
        ("book", "language: ru", 0),
        ("book", "abstract: On the war.", 0),
        ("book", "note: With maps.", 0),
        ("article-journal", "publisher: Nauka", 0),  # nobody prints who publishes a journal
        ("article-journal", "volume: '3'", 0),
        ("article-journal", "scale: '1:50000'", 1),
        ("motion_picture", "director: [{family: Roe, given: B.}]", 0),
    ],
)
def test_a_variable_that_no_citation_prints(
    kind: str, variable: str, told: int, tmp_path: Path
) -> None:
    work = f"- id: w\n  type: {kind}\n  title: Towns\n  author: [{{family: Kim}}]\n  {variable}\n"
    claims = "claims:\n" + claim("citation: {source: w}", "quote: infringed the peace")
    assert found(tmp_path, claims, "219", BASE + work) == [("I219", 12)] * told


def test_it_is_named_with_the_type(tmp_path: Path) -> None:
    base = BASE.replace('issued: "2013"', "issued: \"2013\", scale: '1:50000'")
    told = [p.message for p in problems(tmp_path, "claims:\n" + claim(OWN), base)]
    assert "no citation of a work of type book prints `scale`" in told


def test_what_is_no_variable_is_told_as_that_alone(tmp_path: Path) -> None:
    base = BASE.replace('issued: "2013"', 'issued: "2013", titel: The war')
    codes = [code for code, _ in found(tmp_path, "claims:\n" + claim(OWN), "21", base)]
    assert codes == ["W215"]
