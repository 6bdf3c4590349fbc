"""What names.yaml and scholars.yaml declare, met through another spelling that reads the same."""

from __future__ import annotations

from collections.abc import Callable

from claimcli.search import search
from claimcli.search.persons import candidates
from claimcli.search.variants import family_names, read_as_declared
from claimcli.store import Store

Stating = Callable[..., Store]

PEOPLE = """
names:
- id: jurchen
  name: Jurchen
  kind: people
  spellings:
  - {value: Ruchen}
  - {value: Nüzhen, scheme: pinyin}
- id: qin
  name: Qin Empire
  kind: state
  spellings:
  - {value: Qin, scheme: pinyin}
- id: jin
  name: Golden Empire
  kind: state
  spellings:
  - {value: Jin, scheme: pinyin}
"""

SCHOLARS = """
scholars:
- id: derevianko
  name: A. P. Derevianko
  kind: person
  names:
  - {value: Анатолий Пантелеевич Деревняко, scheme: cyrillic}
- id: kim
  name: Alexander Kim
  kind: person
"""


def found(store: Store, query: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (hit.claim.id, match.text, match.kind, match.reason)
        for hit in search(store, query).hits
        for match in hit.matches
    ]


def test_what_a_spelling_is_declared_to_be_is_found_through_its_reading(stating: Stating) -> None:
    """Ju-chen is the Wade–Giles of what pinyin writes Ruzhen, or of Ruchen without apostrophe."""
    store = stating("The Jurchen fled.", "The Nüzhen fled.", "The Khitan fled.", names=PEOPLE)
    assert sorted(found(store, "Ju-chen")) == [
        ("c1", "Jurchen", "variant", "declared spelling"),
        ("c2", "Nüzhen", "variant", "pinyin"),
    ]


def test_a_reading_that_is_exactly_another_s_leads_nowhere_else(stating: Stating) -> None:
    """Ch'in is Qin; Jin would be Chin, without the apostrophe."""
    store = stating("The Golden Empire fell.", "The Qin Empire fell.", names=PEOPLE)
    assert [id for id, *_ in found(store, "Ch'in")] == ["c2"]


def test_a_family_name_in_a_declared_spelling(stating: Stating) -> None:
    """The two are not one by any rule: Деревняко is transliterated Derevniako."""
    store = stating("So says Derevianko.", "So says Kim.", scholars=SCHOLARS)
    assert found(store, "Деревняко") == [("c1", "Derevianko", "variant", "declared spelling")]


def test_what_the_rules_tell_is_no_declared_spelling(stating: Stating) -> None:
    scholars = SCHOLARS.replace("Деревняко", "Деревянко")
    store = stating("So says Derevianko.", scholars=scholars)
    assert found(store, "Деревянко") == [("c1", "Derevianko", "transliteration", "transliteration")]


def test_a_family_name_of_two_scholars_declares_nothing(stating: Stating) -> None:
    other = "- {id: other, name: B. Other, kind: person, names: [{value: Борис Деревняко}]}\n"
    store = stating("So says Derevianko.", scholars=SCHOLARS + other)
    assert family_names(store, "деревняко") == ()


def test_a_person_by_the_russian_and_the_english_form_of_the_name(stating: Stating) -> None:
    held = "claims:\n- {id: k1, scholars: [kim], statement: Yes., citation: {source: w}}\n"
    store = stating("So says Michael Kim.", scholars=SCHOLARS, held=held)
    for query in ("Александр Ким", "Aleksandr Kim", "Kim, Aleksandr", "А. Ким"):
        assert [(id, text) for id, text, *_ in found(store, query)] == [("k1", "Alexander Kim")]
    assert search(store, "Mikhail Kim yes").total == 0


def test_words_after_a_name_are_words_of_their_own(stating: Stating) -> None:
    held = """
claims:
- {id: k1, scholars: [kim], statement: Tribute was paid., citation: {source: w}}
- {id: k2, scholars: [kim], statement: Nothing was paid., citation: {source: w}}
"""
    store = stating("None.", scholars=SCHOLARS, held=held)
    assert [id for id, *_ in found(store, "Aleksandr Kim tribute")] == ["k1", "k1"]


def test_han_that_sounds_alike_is_another_name(stating: Stating) -> None:
    """勤 is read qin as well; whom the Qin Empire is declared to be says nothing of it."""
    store = stating("The Qin Empire fell.", "秦 fell.", names=PEOPLE)
    assert [(id, kind) for id, _, kind, _ in found(store, "勤")] == [("c1", "transliteration")]


def test_a_word_in_more_than_twenty_records_is_nobodys_family_name(stating: Stating) -> None:
    def works(count: int) -> str:
        titled = (f"- {{id: w{n}, type: book, title: On Деревняко}}\n" for n in range(count))
        return f"references:\n{''.join(titled)}"

    twenty = stating("None.", scholars=SCHOLARS, works=works(19))
    assert [variant.written for variant in family_names(twenty, "деревняко")] == [
        "A. P. Derevianko"
    ]
    more = stating("None.", scholars=SCHOLARS, works=works(20))
    assert family_names(more, "деревняко") == ()


def test_of_many_names_that_read_the_same_twenty_are_looked_at(stating: Stating) -> None:
    people = (
        f"- {{id: n{n}, name: People {n}, kind: people, spellings: [{{value: Ruchen}}]}}\n"
        for n in range(21)
    )
    store = stating("None.", names=f"names:\n{''.join(people)}")
    keys = candidates(["Ju-chen"])[0, 1]
    read = [variant.written for variant in read_as_declared(store, keys)]
    assert read == [f"People {n}" for n in range(20)]


ARAB = """
scholars:
- id: tabari
  name: Muḥammad ibn Jarīr al-Ṭabarī
  kind: person
  names:
  - {value: محمد بن جرير الطبري, scheme: arabic}
- id: levy-bruhl
  name: Lucien Lévy-Bruhl
  kind: person
  names:
  - {value: Люсьен Леви-Брюль, scheme: cyrillic}
"""


def test_a_family_name_of_two_words_is_found_by_its_other_spelling(stating: Stating) -> None:
    said = ("So at-Tabari says.", "So Lévy-Bruhl says.", "يقول الطبري", "So Levy says.")
    store = stating(*said, scholars=ARAB)
    assert {hit[0] for hit in found(store, "الطبري")} == {"c1", "c3"}
    assert {hit[0] for hit in found(store, "Tabari")} == {"c1", "c3"}
    assert {v.words for v in family_names(store, "tabari")} == {("الطبري",)}
    assert {v.words for v in family_names(store, "الطبري")} == {("tabari",)}
    assert family_names(store, "levy") == ()
