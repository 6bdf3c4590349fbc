"""Words found in another customary spelling, with the reason, and no other word taken for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support import cases

from claimcli.search import search
from claimcli.store import Store

Stating = Callable[..., Store]
Why = tuple[str, str, str | None]


def reasons(store: Store, query: str) -> dict[str, list[Why]]:
    hits = search(store, query).hits
    return {hit.claim.id: [(m.text, m.kind, m.reason) for m in hit.matches] for hit in hits}


def test_hyphened_solid_and_spaced_in_the_order_of_their_classes(stating: Stating) -> None:
    store = stating("By co-operation.", "By cooperation.", "By co operation.", "By co‑operation.")
    assert reasons(store, "cooperation") == {
        "c2": [("cooperation", "exact", None)],
        "c1": [("co-operation", "variant", "hyphen")],
        "c4": [("co‑operation", "variant", "hyphen")],
        "c3": [("co operation", "prefix", "written apart")],
    }
    assert reasons(store, "co-operation")["c2"] == [("cooperation", "variant", "hyphen")]
    assert reasons(store, "co operation")["c2"] == [("cooperation", "prefix", "written as one")]


@cases(
    ("hyphened", "solid"),
    [
        ("anti-clerical", "anticlerical"),
        ("to-day", "today"),
        ("pre-war", "prewar"),
        ("policy-maker", "policymaker"),
        ("Kriegsschuld-Frage", "Kriegsschuldfrage"),
        ("северо–запад", "северозапад"),
    ],
)
def test_both_ways(stating: Stating, hyphened: str, solid: str) -> None:
    store = stating(f"Here {hyphened} stands.", f"Here {solid} stands.")
    assert reasons(store, hyphened)["c2"] == [(solid, "variant", "hyphen")]
    assert reasons(store, solid)["c1"] == [(hyphened, "variant", "hyphen")]


@cases(
    ("one", "other"),
    [("Mueller", "Müller"), ("Goering", "Göring"), ("Oersted", "Ørsted"), ("Haakon", "Håkon")],
)
def test_letters_for_letters_both_ways(stating: Stating, one: str, other: str) -> None:
    store = stating(f"It was {one}.", f"It was {other}.")
    assert reasons(store, one)["c2"] == [(other, "variant", "spelling")]
    assert reasons(store, other)["c1"] == [(one, "variant", "spelling")]


def test_the_arabic_article(stating: Stating) -> None:
    store = stating("As al-Tabari has it.", "As aṭ-Ṭabarī has it.", "They met at Tabaria.")
    assert reasons(store, "al-Tabari")["c2"] == [("aṭ-Ṭabarī", "variant", "article")]
    assert reasons(store, "at-Tabari")["c1"] == [("al-Tabari", "variant", "article")]
    assert "c3" not in reasons(store, "al-Tabari")
    assert reasons(store, "al Tabari")["c2"] == [("aṭ-Ṭabarī", "variant", "article")]


@cases(
    ("query", "statement"),
    [
        ("notable", "There was no table."),
        ("no table", "It was notable."),
        ("into", "They went in to dine."),
        ("poet", "A pot."),
        ("al-Rayy", "They met at Rayy."),
        ("forties", "It was for ties."),
    ],
)
def test_no_false_friends(stating: Stating, query: str, statement: str) -> None:
    assert reasons(stating(statement, "Nothing of it."), query).get("c1", []) in (
        [],
        [(word, "exact", None) for word in query.split() if word in statement],
    )


def test_a_holder_is_found_by_the_other_spelling_of_his_name(stating: Stating) -> None:
    scholars = "scholars:\n- {id: somebody, name: Karl Müller, kind: person}\n"
    store = stating("He said so.", scholars=scholars)
    assert reasons(store, "Mueller") == {"c1": [("Müller", "variant", "spelling")]}


def test_every_place_that_met_is_marked(stating: Stating) -> None:
    store = stating("The war and a war; executed, executing.", "No.")
    [hit] = search(store, "war").hits
    assert [hit.matches[0].value[slice(*span)] for span in hit.matches[0].spans] == ["war", "war"]
    [hit] = search(store, "execution").hits
    marked = [hit.matches[0].value[slice(*span)] for span in hit.matches[0].spans]
    assert sorted(marked) == ["executed", "executing"]


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("statement:cooperation", ("co-operation", "variant", "hyphen")),
        ("statement:co-operation", ("co-operation", "exact", None)),
        ("statement:prewar", ("pre war", "prefix", "written apart")),
    ],
)
def test_in_a_field_as_in_all_of_them(stating: Stating, query: str, why: Why) -> None:
    store = stating("By co-operation.", "In pre war times.")
    (found,) = reasons(store, query).values()
    assert found == [why]
