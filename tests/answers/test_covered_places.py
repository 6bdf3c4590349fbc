"""Which records rest on a citation: the work, the place in it, and the sentence."""

from __future__ import annotations

from typing import Any

from support import cases

from claimcli.answers.coverage import Coverage, coverage
from claimcli.model import Basis, Citation, Claim, Creator, Source
from claimcli.texts import prepare

SMITH = Source(id="smith", type="book", author=(Creator("Smith", "John"),), issued="1990")
SMITH_ANN = Source(id="smith-ann", type="book", author=(Creator("Smith", "Ann"),), issued="1990")


def claim(quote: str | None = None, **works: Any) -> Claim:
    return Claim(id="record", statement="So it was.", scholars=("x",), quote=quote, **works)


def roles(text: str, record: Claim, *sources: Source) -> list[tuple[str, ...]]:
    """In what roles the record rests on each citation of the text."""
    found = coverage(prepare(text), [record], sources or (SMITH,))
    return [tuple(role for r in cited.resting for role in r.roles) for cited in found]


@cases(
    ("printed", "recorded", "rests"),
    [
        ("Smith 1990", None, True),
        ("Smith 1990", "p. 5", True),
        ("Smith 1990, p. 5", "p. 5", True),
        ("Smith 1990, pp. 4-6", "p. 5", True),
        ("Smith 1990: 5", "p. 5", True),
        ("Smith 1990, p. 5", "p. 6", False),
        ("Smith 1990, p. 5", None, False),
        ("Smith 1990, 第五頁", "p. 5", True),
        ("Smith 1990, p. 5", "頁5", True),
        ("Smith 1990, 5ff.", "p. 7", True),
        ("Smith 1990, 5f.", "p. 7", False),
        ("Smith 1990, ch. 2", "Ch. 2", True),
        ("Smith 1990, ch. 2", "ch. 3", False),
        ("Smith 1991", None, False),
    ],
)
def test_the_place_that_a_citation_gives(printed: str, recorded: str | None, rests: bool) -> None:
    record = claim(citation=Citation("smith", recorded), via=(Citation("read"),))
    assert roles(f"So it was ({printed}).", record) == [("citation",) if rests else ()]


def test_the_work_may_be_cited_come_between_or_be_a_basis() -> None:
    text = "So it was (Smith 1990)."
    read = Citation("read")
    assert roles(text, claim(citation=Citation("smith"), via=(read,))) == [("citation",)]
    assert roles(text, claim(via=(Citation("smith"), read))) == [("via",)]
    assert roles(text, claim(citation=read, basis=(Basis(source="smith"),))) == [("basis",)]
    twice = (Basis(source="smith", locator="p. 1"), Basis(source="smith", locator="p. 2"))
    assert roles(text, claim(citation=read, basis=twice)) == [("basis",)]
    assert roles(text, claim(citation=read, basis=(Basis(claim="smith"),))) == [()]


def test_a_citation_that_may_mean_two_works_is_recorded_by_either() -> None:
    record = claim(citation=Citation("smith-ann"), via=(Citation("read"),))
    assert roles("So it was (Smith 1990).", record, SMITH, SMITH_ANN) == [("citation",)]
    assert roles("So it was (J. Smith 1990).", record, SMITH, SMITH_ANN) == [()]


def test_a_record_of_another_page_leaves_a_citation_missing() -> None:
    text = "So it was (Smith 1990, 8). Then it was not (Smith 1990: 7 n. 3)."
    record = claim("So it was", citation=Citation("smith", "p. 7"), via=(Citation("read"),))
    states = [cited.coverage for cited in coverage(prepare(text), [record], [SMITH])]
    assert states == [Coverage.MISSING, Coverage.ELSEWHERE]


def test_the_quote_tells_the_sentence() -> None:
    text = "First it was so (Smith 1990). Then it was not (Smith 1990)."
    record = claim("it was not", citation=Citation("smith"), via=(Citation("read"),))
    states = [cited.coverage for cited in coverage(prepare(text), [record], [SMITH])]
    assert states == [Coverage.ELSEWHERE, Coverage.RECORDED]
