"""The JSON that scripts rely on: every key written out again, in its order."""

from __future__ import annotations

from typing import Any

import pytest
from support import Run, cases

CLAIM = [
    "id",
    "question",
    "question_text",
    "stance",
    "stance_label",
    "statement",
    "scholars",
    "certainty",
    "citation",
    "via",
    "second_hand",
    "quote",
    "quote_source",
    "words",
    "translation",
    "year",
    "period",
    "basis",
    "relations",
    "answers",
    "unclear",
    "tags",
    "note",
    "recorded",
    "checked",
    "file",
    "line",
]
COUNTS = [
    *("scholars", "first_hand", "second_hand", "unnamed", "contemporaries"),
    *("witnesses", "unclear", "by_reading", "claims"),
]

pytestmark = pytest.mark.usefixtures("small")


def keys(view: dict[str, Any]) -> list[str]:
    return list(view)


def test_a_claim_to_the_last_value(run: Run) -> None:
    (claim,) = run("search", "id:archer-2000-weston-closed-the-bridge", "--json").json
    del claim["score"], claim["matches"]
    assert keys(claim) == CLAIM
    assert claim == {
        "id": "archer-2000-weston-closed-the-bridge",
        "question": "who-began",
        "question_text": "Who began the quarrel?",
        "stance": "weston-began",
        "stance_label": "Weston began it",
        "statement": "Weston closed the bridge, which was an act of war.",
        "scholars": [
            {"id": "ann", "name": "Ann Archer", "kind": "person", "school": "western"},
        ],
        "certainty": "argued",
        "citation": {"source": "archer-2000", "locator": "p. 40", "text": "Archer 2000, p. 40"},
        "via": [],
        "second_hand": False,
        "quote": "to close a bridge is to open a war",
        "quote_source": "archer-2000",
        "words": None,
        "translation": None,
        "year": 2000,
        "period": "1124/1125",
        "basis": [
            {
                "source": "chronicle",
                "locator": "ch. 2",
                "text": "Chronicle of Easton, ch. 2",
                "claim": None,
            },
            {
                "source": None,
                "locator": None,
                "claim": "archer-2000-bridge-was-shared",
                "text": "The bridge had been shared by both towns.",
            },
        ],
        "relations": [
            {
                "type": "disputes",
                "target": "vorobev-1975-easton",
                "text": "Easton sent its riders out before any word was given.",
            },
            {
                "type": "disputes",
                "target": "who-began/easton-began",
                "text": "Easton began it",
            },
        ],
        "answers": [],
        "unclear": [],
        "tags": ["trade"],
        "note": None,
        "recorded": None,
        "checked": None,
        "file": "who-began.yaml",
        "line": 31,
    }


def test_a_second_hand_claim(run: Run) -> None:
    view = run("show", "vorobev-1975-easton", "--json").json
    assert view["second_hand"] is True
    assert view["year"] == 1975  # the holder's work, not the reporter's
    assert view["quote_source"] == "archer-2000"
    assert view["citation"]["text"] == "Vorob'ev 1975, p. 12"
    assert [step["text"] for step in view["via"]] == ["Archer 2000"]


def test_a_claim_without_a_work_has_no_year(run: Run) -> None:
    view = run("show", "archer-2000-many-easton", "--json").json
    assert (view["citation"], view["year"]) == (None, None)


def test_a_hit_adds_score_and_matches(run: Run) -> None:
    (hit,) = run("search", "given", "--json").json
    assert keys(hit) == [*CLAIM, "score", "matches"]
    assert hit["matches"] == [
        {"field": "statement", "term": "given", "text": "given", "kind": "exact"}
    ]


def test_compare(run: Run) -> None:
    view = run("compare", "--question", "who-began", "--json").json
    assert keys(view) == (
        ["question", "by", "positions", "without_stance", "groups", "several_positions", "totals"]
    )
    assert view["question"] == {
        "id": "who-began",
        "text": "Who began the quarrel?",
        "scope": "The quarrel of 1125; not the later ones.",
        "period": "1125",
        "exclusive": True,
        "ordered": False,
        "part_of": None,
    }
    assert view["by"] == "scholar"
    for position in view["positions"]:
        assert keys(position) == (
            ["stance", "label", "meaning", "claims", "counts", "first_year", "last_year"]
        )
        assert keys(position["counts"]) == COUNTS
        assert all(keys(claim) == [*CLAIM, "secondary"] for claim in position["claims"])
    assert [claim["id"] for claim in view["positions"][0]["claims"] if claim["secondary"]] == [
        "archer-2000-easton-wanted-tolls"
    ]
    assert all(keys(claim) == [*CLAIM, "secondary"] for claim in view["without_stance"])
    assert view["groups"][0] == {
        "key": "boris",
        "label": "B. Vorob'ev",
        "counts": {"easton-began": 1, "weston-began": 1, "nobody": 0, "none": 0},
    }
    assert view["several_positions"] == [
        {
            "scholar": "boris",
            "stances": ["easton-began", "weston-began"],
            "claims": ["vorobev-1975-easton", "vorobev-1975-weston"],
            "by_reading": True,
            "second_hand_claims": 2,
        },
        {
            "scholar": "ann",
            "stances": ["easton-began", "weston-began"],
            "claims": [
                "archer-2000-easton-wanted-tolls",
                "archer-2000-weston-closed-the-bridge",
            ],
            "by_reading": False,
            "second_hand_claims": 0,
        },
    ]
    # ann and the chronicler in their own words, boris not; "many historians" apart; read were
    # archer-2000 and the chronicle; seven claims, one unclear.
    assert view["totals"] == {
        "scholars": 3,
        "first_hand": 2,
        "second_hand": 1,
        "unnamed": 1,
        "contemporaries": 0,
        "witnesses": 2,
        "unclear": 1,
        "by_reading": 0,
        "claims": 7,
    }


def test_compare_scholars(run: Run) -> None:
    view = run("compare", "--scholar", "ann", "--scholar", "boris", "--json").json
    assert keys(view) == ["scholars", "questions"]
    assert [s["id"] for s in view["scholars"]] == ["ann", "boris"]
    assert keys(view["scholars"][0]) == ["id", "name", "kind", "school"]
    verdicts = {q["question"]["id"]: q["verdict"] for q in view["questions"]}
    assert verdicts == {"who-began": "agree", "why": "silent"}
    known = {held["scholar"]: held["read"] for held in view["questions"][0]["held"]}
    assert known == {"ann": ["easton-began", "weston-began"], "boris": []}  # he is reported by her
    for shared in view["questions"]:
        assert keys(shared) == ["question", "verdict", "held"]
        assert keys(shared["question"]) == (
            ["id", "text", "scope", "period", "exclusive", "ordered", "part_of"]
        )
        for held in shared["held"]:
            assert keys(held) == ["scholar", "stances", "given_up", "read", "claims"]
            assert all(keys(claim) == [*CLAIM, "secondary"] for claim in held["claims"])


def test_show_a_claim_gives_the_arrows_that_point_at_it(run: Run) -> None:
    rested_on = run("show", "archer-2000-bridge-was-shared", "--json").json
    assert keys(rested_on) == [*CLAIM, "grounds_for", "related_from"]
    assert rested_on["grounds_for"] == ["archer-2000-weston-closed-the-bridge"]
    disputed = run("show", "vorobev-1975-easton", "--json").json
    assert disputed["related_from"] == [
        {
            "type": "disputes",
            "by_reading": False,
            "claim": "archer-2000-weston-closed-the-bridge",
            "text": "Weston closed the bridge, which was an act of war.",
        }
    ]


@cases(
    ("id", "own", "claims"),
    [
        ("ann", "id name kind school names note file line", 4),
        (
            "archer-2000",
            "id type title author editor issued original_date year text csl note file line",
            7,
        ),
        (
            "who-began",
            "id question scope period exclusive ordered part_of stances note file line",
            7,
        ),
        # "Easton" stands in the statements of three claims, and again in the quote of one of them.
        ("easton", "id name kind spellings note file line", 3),
    ],
)
def test_show_another_record_gives_the_claims_it_has_part_in(
    run: Run, id: str, own: str, claims: int
) -> None:
    view = run("show", id, "--json").json
    assert keys(view) == [*own.split(), "claims"]
    assert len(view["claims"]) == claims
    assert all(keys(claim) == CLAIM for claim in view["claims"])


@cases(
    ("kind", "expected", "first"),
    [
        (
            "questions",
            f"id question stances voices {' '.join(COUNTS)}",
            ["who-began", "Who began the quarrel?", 3, 3, 3, 2, 1, 1, 0, 2, 1, 0, 7],
        ),
        (
            "stances",
            f"id label question {' '.join(COUNTS)}",
            [
                *("who-began/easton-began", "Easton began it", "Who began the quarrel?"),
                *(2, 1, 1, 1, 0, 1, 0, 0, 3),
            ],
        ),
        (
            "scholars",
            "id name kind school questions first_hand_claims second_hand_claims claims",
            ["ann", "Ann Archer", "person", "western", 2, 4, 0, 4],
        ),
        ("schools", "id scholars unnamed contemporaries claims", ["eastern", 1, 0, 0, 2]),
        (
            "sources",
            "id text type year claims via basis",
            ["archer-2000", "Archer 2000", "book", 2000, 4, 3, 0],
        ),
        ("names", "id name kind spellings claims", ["easton", "Easton", "place", 3, 3]),
        ("tags", "id claims", ["money", 1]),
    ],
)
def test_lists(run: Run, kind: str, expected: str, first: list[Any]) -> None:
    rows = run("list", kind, "--json").json
    assert keys(rows[0]) == expected.split()
    assert list(rows[0].values()) == first


def test_nothing_found_is_an_empty_array_and_success(run: Run) -> None:
    ran = run("search", "nosuchword", "--json")
    assert (ran.code, ran.out) == (0, "[]\n")
