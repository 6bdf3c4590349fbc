"""What rests on second-hand claims, directly and at any remove."""

from __future__ import annotations

from claimcli.answers.provenance import reached, to_check
from claimcli.model import Basis, Citation, Claim, Stamp

CHECKED = Stamp("Olga", "2026-04-02")


def claim(
    id: str, *basis: str, work: str | None = None, via: str = "archer", checked: Stamp | None = None
) -> Claim:
    return Claim(
        id=id,
        statement="",
        scholars=("boris",),
        citation=Citation(work) if work else None,
        via=(Citation(via),) if via else (),
        basis=tuple(Basis(claim=ground) for ground in basis),
        checked=checked,
    )


def order(*claims: Claim) -> list[tuple[str, int, int, int]]:
    return [(c.claim.id, c.directly, c.in_all, c.on_work) for c in to_check(claims)]


def test_what_most_rests_on_comes_first() -> None:
    # d rests on c, c on b, b on a; e on a
    claims = (claim("d", "c"), claim("c", "b"), claim("b", "a"), claim("a"), claim("e", "a"))
    assert order(*claims) == [
        ("a", 2, 4, 0),
        ("b", 1, 2, 0),
        ("c", 1, 1, 0),
        ("d", 0, 0, 0),
        ("e", 0, 0, 0),
    ]


def test_a_circle_ends_and_nothing_rests_on_itself() -> None:
    claims = (claim("a", "b", "a"), claim("b", "a"), claim("c", "c"))
    assert order(*claims) == [("a", 1, 1, 0), ("b", 1, 1, 0), ("c", 0, 0, 0)]
    assert reached("a", {"a": {"b"}, "b": {"a"}}) == {"b"}


def test_first_hand_claims_need_no_such_check_but_count_as_resting() -> None:
    assert order(claim("a"), claim("b", "a", via="")) == [("a", 1, 1, 0)]


def test_ties_checked_last_then_by_the_work_that_most_draw_on() -> None:
    # three claims draw on w: two cite it, one rests on it
    rests = Claim(
        id="r", statement="", scholars=(), citation=Citation("x"), basis=(Basis(source="w"),)
    )
    claims = (
        claim("checked", work="w", checked=CHECKED),
        claim("lone", work="v"),
        claim("drawn", work="w"),
        rests,
    )
    assert order(*claims) == [("drawn", 0, 0, 3), ("lone", 0, 0, 1), ("checked", 0, 0, 3)]


def test_what_is_checked_comes_last_only_where_as_much_rests_on_both() -> None:
    # two claims rest on each of c, d and u: on c and d directly, on u one through the other
    claims = (
        *(claim("u"), claim("u1", "u"), claim("u2", "u1")),
        *(claim("c", checked=CHECKED), claim("c1", "c"), claim("c2", "c")),
        *(claim("d"), claim("d1", "d"), claim("d2", "d")),
    )
    assert order(*claims)[:3] == [("d", 2, 2, 0), ("c", 2, 2, 0), ("u", 1, 2, 0)]


def test_all_that_rests_on_a_claim_goes_before_what_names_it() -> None:
    # y and z rest on x; v alone on w, but on v rests u, on u rests t, and on t rests s.
    claims = (
        *(claim("x"), claim("y", "x"), claim("z", "x")),
        *(claim("w"), claim("v", "w"), claim("u", "v"), claim("t", "u"), claim("s", "t")),
    )
    assert [(id, directly, in_all) for id, directly, in_all, _ in order(*claims)][:3] == [
        ("w", 1, 4),
        ("v", 1, 3),
        ("x", 2, 2),
    ]
