"""The classes of a match, in their order, and why each hit is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from storing import found
from support import cases

from claimcli.search import Match, search
from claimcli.store import Store

Stating = Callable[..., Store]

NAMES = """
names:
- id: zhang-jue
  name: Zhang Jue
  kind: person
  spellings:
  - {value: Lord of the Pass, scheme: title}
"""


def why(store: Store, query: str, id: str) -> list[tuple[str, str, str, str, str | None]]:
    [hit] = [hit for hit in search(store, query).hits if hit.claim.id == id]
    return [(m.field, m.term, m.text, m.kind, m.reason) for m in hit.matches]


def test_every_class_of_a_name(stating: Stating) -> None:
    store = stating(
        "Zhangs met the monk Jue.",
        "Zhang met the monk Jue.",
        "Here Chang Chüeh rebelled.",
        "The Lord of the Pass rebelled.",
        "It was ZHANG JUÉ who rebelled.",
        "It was Zhang Jue who rebelled.",
        "Zhang Jun did not rebel.",
        names=NAMES,
    )
    assert found(store, "Zhang Jue") == ["c6", "c5", "c4", "c3", "c2", "c1"]
    assert why(store, "Zhang Jue", "c6") == [("statement", "Zhang Jue", "Zhang Jue", "exact", None)]
    assert why(store, "Zhang Jue", "c5") == [
        ("statement", "Zhang Jue", "ZHANG JUÉ", "folded", None)
    ]
    assert why(store, "Zhang Jue", "c4") == [
        ("statement", "Zhang Jue", "Lord of the Pass", "variant", "title")
    ]
    assert why(store, "Zhang Jue", "c3") == [
        ("statement", "Zhang Jue", "Chang Chüeh", "transliteration", "Wade–Giles")
    ]
    assert why(store, "Zhang Jue", "c2") == [
        ("statement", "Zhang", "Zhang", "exact", None),
        ("statement", "Jue", "Jue", "exact", None),
    ]
    assert why(store, "Zhang Jue", "c1") == [
        ("statement", "Zhang", "Zhangs", "prefix", None),
        ("statement", "Jue", "Jue", "exact", None),
    ]


def test_scores_fall_in_the_order_of_the_hits(stating: Stating) -> None:
    store = stating("Harvests.", "The HARVEST.", "The harvest, the harvest.", "A harvest and more.")
    result = search(store, "harvest")
    scores = [hit.score or 0 for hit in result.hits]
    assert [hit.claim.id for hit in result.hits] == ["c3", "c4", "c2", "c1"]
    assert scores == sorted(scores, reverse=True)
    assert scores[1] > scores[2] > scores[3]


LONG = "a note on this and that " * 20
OF_A_PERSON = f"""
scholars:
- {{id: tolstoi, name: Lev Tolstoi, kind: person}}
- {{id: other, name: Ann Archer, kind: person}}
references:
- {{id: tales, type: book, title: Tales, author: [{{family: Tolstoi, given: Lev}}]}}
- {{id: notes, type: book, title: Notes, author: [{{family: Archer, given: Ann}}]}}
claims:
- {{id: rests-on-him, scholars: [other], statement: It was dear., citation: {{source: notes}},
   basis: [{{source: tales}}]}}
- {{id: of-him, scholars: [other], statement: Tolstoi wrote it., citation: {{source: notes}},
   note: {LONG}}}
- {{id: his, scholars: [tolstoi], statement: It was cheap., citation: {{source: notes}},
   note: {LONG}}}
"""


@pytest.mark.parametrize("typed", ["Tolstoi", "Толстой", "Tolstoy"])
def test_what_rests_on_a_work_of_somebody_comes_last(stating: Stating, typed: str) -> None:
    """In whatever spelling the name is typed."""
    hits = found(stating(person=OF_A_PERSON), typed)
    assert set(hits[:2]) == {"of-him", "his"}
    assert hits[2:] == ["rests-on-him"]


def test_exact_leaves_folding_only(stating: Stating) -> None:
    store = stating(
        "Zhangs met the monk Jue.",
        "Here Chang Chüeh rebelled.",
        "The Lord of the Pass rebelled.",
        "It was ZHANG JUÉ who rebelled.",
        names=NAMES,
    )
    assert found(store, "Zhang Jue", exact=True) == ["c4"]
    assert sorted(found(store, "rebeled")) == ["c2", "c3", "c4"]
    assert found(store, "rebeled", exact=True) == []


def test_what_is_not_recorded_is_no_word(stating: Stating) -> None:
    """A claim without quote and note has no "None" in them."""
    store = stating("It was none of theirs.", "It was None of theirs.")
    assert found(store, '"None"') == ["c2", "c1"]


def test_a_repeated_word_asks_no_more_than_once(stating: Stating) -> None:
    store = stating("Zhang Jue fled.", "Jue met a Zhang.", "Chang Chüeh fled.")
    assert found(store, "Zhang Jue " * 900) == found(store, "Zhang Jue") == ["c1", "c3", "c2"]


def test_the_id_of_a_question_is_named_where_it_is_asked_for(store: Store) -> None:
    fields = [m.field for m in search(store, "question:why-built").hits[0].matches]
    assert fields == ["question"]
    fields = [m.field for m in search(store, "question:built").hits[-1].matches]
    assert fields == ["question", "answers"]
    fields = [m.field for m in search(store, "built question:who-built salt").hits[0].matches]
    assert "question" not in fields[:1]


def test_a_limit_takes_the_best_and_counts_all(stating: Stating) -> None:
    store = stating(*(f"Harvests of year {n}." for n in range(30)), "The harvest.")
    result = search(store, "harvest", limit=3)
    assert [hit.claim.id for hit in result.hits] == ["c31", "c1", "c2"]
    assert result.total == 31
    assert search(store, "harvest", limit=3, count=False).total is None
    assert search(store, "harvest", limit=0).hits == []
    assert search(store, "harvest", limit=0).total == 31
    every = [hit.claim.id for hit in search(store, "harvest").hits]
    assert every[:3] == ["c31", "c1", "c2"]
    assert len(every) == 31


def test_a_limit_leaves_what_is_as_typed_first(stating: Stating) -> None:
    """Though another has it in a shorter text, but in capitals."""
    store = stating("HARVEST.", "It was the harvest of that year and of the years before it.")
    assert found(store, "harvest", limit=1) == ["c2"]


def test_words_are_joined_by_and(stating: Stating) -> None:
    store = stating("The salt river.", "The salt tax.", "The river tax.")
    assert found(store, "salt tax") == ["c2"]
    assert found(store, "tax -salt") == ["c3"]
    assert found(store, "-salt") == ["c3"]
    assert found(store, "-salt -river") == []
    assert found(store, '"the river"') == ["c3"]
    assert found(store, '-"the river"') == ["c1", "c2"]


def test_what_is_not_wanted_is_not_wanted_in_any_spelling(stating: Stating) -> None:
    store = stating("Zhang Jue fled.", "Chang Chüeh fled.", "The Lord of it fled.", "He fled.")
    assert sorted(found(store, "fled -Chang")) == ["c3", "c4"]
    assert sorted(found(store, 'fled -"Zhang Jue"')) == ["c3", "c4"]
    assert sorted(found(store, "fled -fle")) == ["c1", "c2", "c3", "c4"]


def test_everything_a_person_might_remember(store: Store) -> None:
    assert found(store, "dear") == ["salt-was-dear"]  # statement, quote
    assert found(store, "critics named") == ["salt-was-dear"]  # note
    assert found(store, "ivanov paid") == ["merchants-paid"]  # a holder
    assert set(found(store, "李明")) == {"crown-ordered", "salt-was-dear"}  # his Han, a work of his
    assert set(found(store, "silver")) == {"crown-ordered", "salt-was-dear"}  # title
    assert set(found(store, "river 1970")) == {"merchants-paid", "crown-ordered"}  # title, year
    assert found(store, "money") == ["merchants-paid"]  # tag
    assert found(store, "soviet") == ["merchants-paid"]  # school
    assert found(store, '"why was it built"') == ["salt-was-dear"]  # question
    assert set(found(store, '"merchants built it"')) == {"merchants-paid", "salt-was-dear"}
    assert found(store, "salt-was-dear") == ["salt-was-dear"]  # id
    assert found(store, '"p. 12"') == ["merchants-paid"]  # locator
    assert found(store, "Red Fort") == ["crown-ordered"]  # a name's other spelling


def test_a_match_says_where_it_stands(store: Store) -> None:
    [hit] = search(store, "Red Fort").hits
    [match] = hit.matches
    assert match == Match(
        field="statement",
        term="Red Fort",
        text="Hongbao",
        kind="variant",
        reason="pinyin",
        value="The crown ordered the canal from Hongbao.",
        spans=((33, 40),),
    )


def test_all_places_of_a_text_are_shown(stating: Stating) -> None:
    store = stating("Salt, more salt and SALT.")
    [hit] = search(store, "salt").hits
    [match] = hit.matches
    assert (match.text, match.kind) == ("salt", "exact")
    assert [match.value[slice(*span)] for span in match.spans] == ["Salt", "salt", "SALT"]


def test_a_holder_found_by_another_spelling_is_shown_by_his_name(store: Store) -> None:
    assert ("scholars", "李明", "Li Ming", "variant", "Han") in why(store, "李明", "crown-ordered")


def test_fields(store: Store) -> None:
    assert found(store, "scholar:ivanov") == ["merchants-paid"]
    assert found(store, "scholar:Ivanov") == ["merchants-paid"]
    assert found(store, "scholar:Иванов") == ["merchants-paid"]
    assert found(store, 'scholar:"li ming"') == ["crown-ordered"]
    assert found(store, "scholar:some-critics") == ["salt-was-dear"]
    assert found(store, "school:chinese") == ["crown-ordered"]
    assert found(store, "source:ivanov-1970") == ["merchants-paid"]
    assert found(store, "source:salt") == ["crown-ordered"]
    assert found(store, "via:li-1985") == ["salt-was-dear"]
    assert found(store, "via:trade") == ["crown-ordered"]
    assert found(store, "question:why-built") == ["salt-was-dear"]
    assert found(store, "question:canal") == ["merchants-paid", "crown-ordered", "salt-was-dear"]
    assert found(store, "stance:merchants") == ["merchants-paid", "salt-was-dear"]
    assert found(store, "stance:who-built/crown") == ["crown-ordered"]
    assert found(store, 'stance:"for salt"') == ["salt-was-dear"]
    assert found(store, "tag:money") == ["merchants-paid"]
    assert found(store, "statement:canal") == ["merchants-paid", "crown-ordered"]
    assert found(store, "quote:canal") == []
    assert found(store, "note:critics") == ["salt-was-dear"]
    assert found(store, "name:red-fort") == ["crown-ordered"]
    assert found(store, 'name:"red fort"') == ["crown-ordered"]
    assert found(store, "id:crown-ordered") == ["crown-ordered"]
    assert found(store, "id:crown") == ["crown-ordered"]
    assert found(store, "certainty:argued") == []


def test_fields_and_words_and_exclusions(store: Store) -> None:
    assert found(store, "canal scholar:li-ming") == ["crown-ordered"]
    assert found(store, "canal -scholar:li-ming -via:li-1985") == ["merchants-paid"]
    assert found(store, "tag:nothing canal") == []


def test_a_query_of_fields_alone_is_answered_in_file_order_without_scores(store: Store) -> None:
    hits = search(store, "question:who-built").hits
    assert [hit.score for hit in hits] == [None, None, None]
    assert [hit.matches[0].field for hit in hits] == ["question", "question", "answers"]


def test_apostrophes_accents_and_case(stating: Stating) -> None:
    store = stating("Vorob'ev wrote.", "Vorob’ev wrote.", "Vorobev wrote.", "VOROBʹËV wrote.")
    for query in ("vorobev", "Vorob'ev", "VOROB`EV", "vorobʼëv"):
        assert sorted(found(store, query)) == ["c1", "c2", "c3", "c4"]
    assert found(store, "Vorobev")[0] == "c3"
    assert found(store, "Vorob’ev")[0] == "c2"


def test_nothing_found_says_what_was_tried_and_what_is_near(store: Store) -> None:
    result = search(store, "mercantile")
    assert (list(result.hits), result.total) == ([], 0)
    assert len(result.tried) == 5
    assert result.nearest[0] == "merchants"
    assert search(store, "mercantile", exact=True).tried == ("the words as typed",)
    assert search(store, "canal").tried == ()


@cases(
    ("sort", "ids"),
    [
        ("file", ["merchants-paid", "crown-ordered", "salt-was-dear"]),
        ("relevance", ["merchants-paid", "crown-ordered", "salt-was-dear"]),
        ("id", ["crown-ordered", "merchants-paid", "salt-was-dear"]),
        ("year", ["merchants-paid", "crown-ordered", "salt-was-dear"]),
        ("question", ["merchants-paid", "crown-ordered", "salt-was-dear"]),
        ("scholar", ["merchants-paid", "crown-ordered", "salt-was-dear"]),
    ],
)
def test_orders(store: Store, sort: str, ids: list[str]) -> None:
    assert found(store, "", sort=sort) == ids


def test_orders_put_what_is_missing_last(stating: Stating) -> None:
    works = "references:\n- {id: unknown-work, type: book, issued: '1999'}\n"
    more = "claims:\n- {id: b0, scholars: [a], statement: S., via: [{source: unknown-work}]}\n"
    store = stating("One.", works=works, again=more)
    assert found(store, "") == ["b0", "c1"]
    assert found(store, "", sort="year") == ["c1", "b0"]
    assert found(store, "", sort="scholar") == ["b0", "c1"]


def test_claims_without_a_question_come_last_in_the_order_of_questions(stating: Stating) -> None:
    question = """
id: why
question: Why?
stances: {so: {label: So}}
claims:
- {id: q1, stance: so, scholars: [a], statement: S., citation: {source: unknown-work}}
"""
    store = stating("One.", why=question)
    assert found(store, "", sort="file") == ["c1", "q1"]
    assert found(store, "", sort="question") == ["q1", "c1"]


def test_a_word_with_hyphens_is_shown_in_the_id_as_well_as_in_the_text(store: Store) -> None:
    text = [
        ("statement", "Salt was dear", "folded"),
        ("quote", "salt was dear", "folded"),
    ]
    both = why(store, "salt-was-dear", "salt-was-dear")
    assert [(f, t, kind) for f, _, t, kind, _ in both] == [*text, ("id", "salt-was-dear", "exact")]
    phrase = why(store, '"salt was dear"', "salt-was-dear")
    assert [(f, t) for f, _, t, _, _ in phrase] == [(f, t) for f, t, _ in text]
