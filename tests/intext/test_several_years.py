import pytest

from claimcli.intext import citations


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("It is so (Smith 1990a; 1990b).", [("1990a", None), ("1990b", None)]),
        ("It is so (Smith 1990: 12; 1992: 3).", [("1990", "p. 12"), ("1992", "p. 3")]),
    ],
)
def test_each_year_is_a_work_of_its_own(text: str, cited: list[tuple[str, str | None]]) -> None:
    (parenthesis,) = citations(text)
    assert [(c.year, c.locator) for c in parenthesis.cited] == cited
