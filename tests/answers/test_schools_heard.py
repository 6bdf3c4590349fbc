"""How a school is heard on a question: read, through others, in a phrase, or not at all."""

from __future__ import annotations

from comparing import OWN, WHO, Records, claim
from support import cases

from claimcli.answers.compare import compare
from claimcli.answers.sentences import text_of
from claimcli.answers.uncovered import schools_heard
from claimcli.model import Scholar

ENTITIES = Records(
    Scholar(id="wes", name="Wes", kind="person", school="west"),
    Scholar(id="ida", name="Ida", kind="person", school="west"),
    Scholar(id="many", name="many of the west", kind="unnamed", school="west"),
    Scholar(id="old", name="the old", kind="contemporary", school="west"),
    Scholar(id="eve", name="Eve", kind="person", school="east"),
)
READ, REPORTED = {"citation": OWN}, {"citation": OWN, "via": (OWN,)}


@cases(
    ("claims", "said"),
    [
        ([("eve", READ)], ["Nobody of the school “west” is recorded here."]),
        ([("eve", READ), ("wes", READ)], []),
        ([("eve", READ), ("wes", REPORTED), ("ida", READ)], []),
        (
            [("eve", READ), ("wes", REPORTED), ("many", {"via": (OWN,)})],
            ["The school “west” is heard only through the works of others."],
        ),
        (
            [("eve", READ), ("many", {"via": (OWN,)}), ("old", READ)],
            ["Of the school “west” there is only a phrase of a reporter's, which names nobody."],
        ),
        # a reporter's phrase is one also where it was read in the reporter's own work
        (
            [("eve", READ), ("many", READ)],
            ["Of the school “west” there is only a phrase of a reporter's, which names nobody."],
        ),
        (
            [("eve", READ), ("old", {"via": (OWN,)})],
            ["Of the school “west” there is only somebody of the time that is spoken of."],
        ),
        (
            [("eve", REPORTED), ("wes", REPORTED)],
            ["The schools “east” and “west” are heard only through the works of others."],
        ),
        ([], ["Nobody of the schools “east” or “west” is recorded here."]),
    ],
)
def test_a_school_is_heard_as_its_best_known_holder_is(
    claims: list[tuple[str, dict[str, object]]], said: list[str]
) -> None:
    made = [claim(f"c{at}", "north", who, **more) for at, (who, more) in enumerate(claims)]
    compared = compare(WHO, made, ENTITIES)
    assert list(map(text_of, schools_heard(["east", "west"], compared, made))) == said


def test_a_school_names_the_claims_of_all_its_holders() -> None:
    made = [claim("a", "north", "wes", **REPORTED), claim("b", "south", "many", via=(OWN,))]
    (sentence,) = schools_heard(["west"], compare(WHO, made, ENTITIES), made)
    assert [part.claims for part in sentence] == [("a", "b"), ()]


def test_a_corpus_without_schools_says_so() -> None:
    (sentence,) = schools_heard([], compare(WHO, [], ENTITIES), [])
    assert text_of(sentence) == "The corpus records no schools."
