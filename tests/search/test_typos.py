"""Mistyped words: which known words are meant, and that a known word is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support import cases

from claimcli.search import search
from claimcli.search.typos import corrections, nearest, one_edit
from claimcli.store import Store

Stating = Callable[..., Store]


@cases("typed", ["tretay", "treatty", "teaty", "treasy", "treat", "rteaty"])
def test_one_edit_in_a_word_of_five_letters_or_more(stating: Stating, typed: str) -> None:
    store = stating("The treaty held.", "A truce.")
    assert corrections(store, typed) == [("treaty", 1)]


@cases("typed", ["tretya", "tritty", "tre", "rtaety"])
def test_not_two_edits_in_a_short_word(stating: Stating, typed: str) -> None:
    assert corrections(stating("The treaty held."), typed) == []


@cases("typed", ["fort", "fotr", "foort", "fo"])
def test_short_words_are_left_alone(stating: Stating, typed: str) -> None:
    assert corrections(stating("The fork."), typed) == []


@cases("typed", ["negotiatoins", "negotations", "negotiatiosn", "negotaitoins", "nogotiatons"])
def test_two_edits_in_a_word_of_nine_letters_or_more(stating: Stating, typed: str) -> None:
    store = stating("Negotiations failed.", "The negation.")
    assert [word for word, _ in corrections(store, typed)] == ["negotiations"]


@pytest.mark.parametrize(
    ("typed", "known"), [("politail", "political"), ("burearuatic", "bureaucratic")]
)
def test_letters_exchanged_over_one_that_is_wanting(
    stating: Stating, typed: str, known: str
) -> None:
    assert corrections(stating(f"The {known} court."), typed) == [(known, 2)]


@pytest.mark.parametrize(
    ("typed", "known"),
    [("calvary", "cavalry"), ("treatise", "treaties"), ("casuality", "causality")],
)
def test_the_same_letters_in_another_order(stating: Stating, typed: str, known: str) -> None:
    store = stating(f"The {known} came.")
    assert [word for word, _ in corrections(store, typed)] == [known]


@pytest.mark.parametrize(("typed", "known"), [("tinsel", "silent"), ("senator", "treason")])
def test_another_word_of_the_same_letters_is_no_typo(
    stating: Stating, typed: str, known: str
) -> None:
    assert corrections(stating(f"The {known} came."), typed) == []


def test_the_nearest_of_a_short_word_differs_in_one_letter(stating: Stating) -> None:
    store = stating("The fort stood for years near the canal and its title was old.")
    assert nearest(store, ["fork"]) == ("fort",)
    assert nearest(store, ["kim"]) == ()
    assert nearest(store, ["battle"]) == ()
    assert nearest(store, ["canals"]) == ("canal",)


def test_a_short_word_that_differs_in_two_letters_is_not_near(stating: Stating) -> None:
    """Of crown and crowds eight letters in eleven are the same; as many of castle and cases."""
    store = stating("The crowds came in all cases.")
    assert nearest(store, ["crown"]) == ()
    assert nearest(store, ["castle"]) == ("cases",)


def test_the_nearest_of_twelve_words_are_sought(stating: Stating) -> None:
    store = stating("The canal.")
    others = [f"zzzz{letter}" for letter in "abcdefghijkl"]
    assert nearest(store, [*others[:11], "canals"]) == ("canal",)
    assert nearest(store, [*others, "canals"]) == ()


def test_three_edits_are_too_many(stating: Stating) -> None:
    assert corrections(stating("Negotiations failed."), "nogotaitoins") == []


def test_one_edit_is_better_than_two(stating: Stating) -> None:
    store = stating("The commander.", "The commanders.", "The command.")
    assert corrections(store, "comander") == [("commander", 1)]


def test_cyrillic_words(stating: Stating) -> None:
    store = stating("Крепость пала.")
    assert corrections(store, "крпеость") == [("крепость", 1)]


@cases("typed", ["張覺", "12345", "김부식", "a1b2c3"])
def test_what_is_not_spelled_with_letters_has_no_typos(stating: Stating, typed: str) -> None:
    assert corrections(stating("張俊 12346 김부신 a1b2c4"), typed) == []


def test_all_one_edit_spellings() -> None:
    assert one_edit("ab", "ab") == {
        *("a", "b", "ba", "aa", "bb"),
        *("aab", "bab", "abb", "aba"),
    }


def test_words_of_records_are_known_too(store: Store) -> None:
    assert corrections(store, "ivonov") == [("ivanov", 1)]
    result = search(store, "ivonov")
    assert result.hits[0].claim.id == "merchants-paid"
    assert result.hits[0].matches[0].kind == "typo"


def test_a_hit_says_how_many_letters_are_wrong(stating: Stating) -> None:
    store = stating("The treaty held.", "Negotiations failed.")
    [hit] = search(store, "tretay").hits
    assert [(m.text, m.kind, m.reason) for m in hit.matches] == [("treaty", "typo", "1 typo")]
    [hit] = search(store, "negotaitoins failed").hits
    assert [(m.text, m.kind, m.reason) for m in hit.matches] == [
        ("Negotiations", "typo", "2 typos"),
        ("failed", "exact", None),
    ]


def test_a_word_that_finds_something_is_not_corrected(stating: Stating) -> None:
    store = stating("The treaty held.", "A treat.")
    assert [hit.claim.id for hit in search(store, "treat").hits] == ["c2", "c1"]
    assert [hit.matches[0].kind for hit in search(store, "treat").hits] == ["exact", "prefix"]
    # Both words are known; that no record has both is no typo.
    assert search(store, "treat held").total == 1
    assert search(store, "treat nothing").total == 0


def test_an_unwanted_word_is_not_corrected(stating: Stating) -> None:
    store = stating("The treaty held.", "A truce held.")
    assert [hit.claim.id for hit in search(store, "held -tretay").hits] == ["c1", "c2"]


def test_no_name_in_wade_giles_is_corrected_to_another(stating: Stating) -> None:
    store = stating("The Chin and Chang fought.", "They came to China.")
    assert [hit.claim.id for hit in search(store, "Ching").hits] == ["c2"]  # of English


def test_no_chinese_name_is_corrected_to_another(stating: Stating) -> None:
    store = stating("The army of Zhangyue came.", "It was in danger.")
    assert search(store, "zhanyue").total == 0
    # Both can be read as two syllables, but the corpus has no such name.
    [hit] = search(store, "daner").hits
    assert [(m.text, m.kind) for m in hit.matches] == [("danger", "typo")]


@pytest.mark.parametrize("typed", ["chana", "cinese", "Chima"])
def test_the_country_is_corrected_though_it_reads_as_syllables(
    stating: Stating, typed: str
) -> None:
    [hit] = search(stating("The Chinese of China."), typed).hits
    assert [match.kind for match in hit.matches] == ["typo"]
