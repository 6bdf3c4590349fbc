"""Who takes several positions: as worded, by the recorder's reading, or one after the other."""

from __future__ import annotations

from comparing import ENTITIES, OWN, WHO, claim
from support import cases

from claimcli.answers.compare import compare
from claimcli.answers.juxtapose import Held, Juxtaposition, juxtapose
from claimcli.answers.several_positions import given_up, revised
from claimcli.model import Claim, Relation

Unclear = tuple[str, ...]


@cases(
    ("unclear", "reading"),
    [
        # the fields that are unclear in a claim for the north, and in two for the south
        (((), (), ()), ""),
        ((("basis", "note"), (), ()), ""),
        ((("statement",), (), ()), "only by the recorder's reading of the statement"),
        ((("scholars",), (), ()), "only by the recorder's reading of who holds it"),
        (
            (("statement", "scholars"), (), ()),
            "only by the recorder's reading of who holds it and of the statement",
        ),
        # the other claim for the south is clear in it
        (((), ("statement",), ()), ""),
        (((), ("statement",), ("basis",)), ""),
        (((), ("statement",), ("statement",)), "only by the recorder's reading of the statement"),
        (((), ("statement",), ("scholars",)), ""),
        # nothing but the stance is read into both
        (((), ("stance",), ("stance",)), "only by the recorder's reading"),
    ],
)
def test_a_position_is_worded_where_a_claim_is_clear_in_holder_and_statement(
    unclear: tuple[Unclear, Unclear, Unclear], reading: str
) -> None:
    stances = ("north", "south", "south")
    made = [
        claim(f"c{at}", stance, "ann", citation=OWN, unclear=fields)
        for at, (stance, fields) in enumerate(zip(stances, unclear, strict=True))
    ]
    (several,) = compare(WHO, made, ENTITIES).several_positions
    assert several.reading == reading
    assert several.is_worded is (reading == "")
    assert several.is_contradiction is (reading == "")


def change(id: str, stance: str, *targets: str, who: str = "ann", **more: object) -> Claim:
    relations = tuple(Relation("revises", target) for target in targets)
    return claim(id, stance, who, citation=OWN, relations=relations, **more)


@cases(
    ("claims", "gone", "left"),
    [
        # a later claim gives up the only one for the north
        ([change("a", "north"), change("b", "south", "a")], {"a": "b"}, {"north"}),
        # or one of two: the other still stands there
        ([change("a", "north"), change("n", "north"), change("b", "south", "a")], {"a": "b"}, ()),
        # or both
        (
            [change("a", "north"), change("n", "north"), change("b", "south", "a", "n")],
            {"a": "b", "n": "b"},
            {"north"},
        ),
        # or the position as such, where no claim is named
        ([change("a", "north"), change("b", "south", "who/north")], {}, {"north"}),
        # he says it better, and stays where he was
        ([change("a", "north"), change("b", "north", "a")], {"a": "b"}, ()),
        ([change("a", "north", "who/north")], {}, ()),
        # another question, what nobody recorded
        ([change("a", "north"), change("b", "south", "why/gain", "x")], {}, ()),
    ],
)
def test_what_a_holder_gave_up(
    claims: list[Claim], gone: dict[str, str], left: set[str] | tuple[()]
) -> None:
    assert {id: later.id for id, later in revised(claims).items()} == gone
    assert given_up("who", claims) == set(left)


def test_nobody_gives_up_what_another_holds() -> None:
    claims = [change("a", "north"), change("b", "south", "a", who="bob")]
    assert revised(claims) == {}


def beside(*claims: Claim) -> Juxtaposition:
    people = [scholar for id in ("ann", "bob") if (scholar := ENTITIES.scholar(id))]
    return juxtapose(people, [WHO], lambda _: claims, ENTITIES)


@cases(("of_bob", "verdict"), [("south", "agree"), ("north", "differ"), ("nobody", "differ")])
def test_who_changed_his_mind_stands_where_he_stands_now(of_bob: str, verdict: str) -> None:
    of_ann = change("a", "north"), change("b", "south", "a")
    (shared,) = beside(*of_ann, change("c", of_bob, who="bob")).questions
    assert shared.verdict == verdict
    first: Held = shared.held[0]
    assert (first.stances, first.given_up, first.kept) == (
        ("north", "south"),
        ("north",),
        {"south"},
    )


def test_what_was_given_up_is_published_beside_all_that_was_held() -> None:
    of_ann = change("a", "north"), change("b", "south", "a")
    found = beside(*of_ann, change("c", "south", who="bob"))
    held = found.view["questions"][0]["held"]
    assert [(h["stances"], h["given_up"]) for h in held] == [
        (["north", "south"], ["north"]),
        (["south"], []),
    ]
