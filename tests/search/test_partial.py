"""Where no record has every word: all but one of them, told so; and what is said of none."""

from __future__ import annotations

from collections.abc import Callable

from claimcli.search import search
from claimcli.store import Store

Stating = Callable[..., Store]


def partial(stating: Stating) -> Store:
    return stating(
        "The fleet sailed from Linan.",
        "The fleet carried horses.",
        "Horses from Linan died.",
        "Chang Chue fled.",
        "Nothing of it is known.",
    )


def test_one_word_of_three_may_be_wanting(stating: Stating) -> None:
    result = search(partial(stating), "fleet horses Linan")
    assert result.is_partial
    assert {hit.claim.id for hit in result.hits} == {"c1", "c2", "c3"}
    terms = {hit.claim.id: [match.term for match in hit.matches] for hit in result.hits}
    assert terms == {
        "c1": ["fleet", "Linan"],
        "c2": ["fleet", "horses"],
        "c3": ["horses", "Linan"],
    }


def test_what_has_every_word_is_all_that_is_given(stating: Stating) -> None:
    result = search(partial(stating), "fleet sailed Linan")
    assert (result.total, result.is_partial) == (1, False)


def test_of_two_words_none_is_left_out(stating: Stating) -> None:
    result = search(partial(stating), "sailed horses")
    assert (result.total, result.is_partial) == (0, False)
    assert (result.words, result.unmet) == (("sailed", "horses"), ())


def test_a_word_that_is_nowhere_is_named_and_not_left_out(stating: Stating) -> None:
    result = search(partial(stating), "fleet horses Linan zeppelins")
    assert (result.total, result.unmet) == (0, ("zeppelins",))


def test_a_name_of_two_words_is_one(stating: Stating) -> None:
    assert search(partial(stating), "Chang Chue horses").total == 0
    assert search(partial(stating), "Chang Chue horses fleet").total == 1


def test_what_is_in_quotation_marks_or_a_field_is_never_left_out(stating: Stating) -> None:
    store = partial(stating)
    assert [h.claim.id for h in search(store, '"from Linan" fleet horses died').hits] == ["c3"]
    assert search(store, "statement:sailed horses Linan died fleet").total == 0


def test_of_many_words_none_is_corrected(stating: Stating) -> None:
    words = "fleet sailed horses carried linan died chang chue nothing known fled".split()
    assert "words a letter or two away" in search(partial(stating), " ".join(words)).tried
    result = search(partial(stating), " ".join([*words, "fleeet", "hrosse"]))
    assert (result.total, result.unmet) == (0, ("fleeet", "hrosse"))
    assert "words a letter or two away" not in result.tried


def test_exact_leaves_nothing_out(stating: Stating) -> None:
    assert search(partial(stating), "fleet horses Linan", exact=True).total == 0


def test_what_is_not_wanted_stays_out(stating: Stating) -> None:
    result = search(partial(stating), "fleet horses Linan -died")
    assert {hit.claim.id for hit in result.hits} == {"c1", "c2"}
