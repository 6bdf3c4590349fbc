"""Words of Russian and Korean in another form, typed or declared."""

from __future__ import annotations

from collections.abc import Callable

from storing import found
from support import cases

from claimcli.search import search
from claimcli.search.endings import stems
from claimcli.search.mentions import claims_naming, count_naming
from claimcli.store import Store

Stating = Callable[..., Store]

JURCHEN = """
names:
- id: jurchen
  name: Jurchen
  kind: people
  spellings:
  - {value: чжурчжэни, scheme: cyrillic}
  - {value: 여진, scheme: hangul}
"""


@cases(
    "forms",
    [
        # The cases of the singular and the plural, from a grammar.
        "война войны войне войну войной войною войнам войнами войнах",
        "империя империи империю империей империям империями империях",
        "остров острова острову островом острове островов островам островами островах",
        "договор договора договору договором договоре договоры договоров договорами",
        "чжурчжэни чжурчжэней чжурчжэням чжурчжэнями чжурчжэнях",
        "Китай Китая Китаю Китаем Китае".lower(),
        "музей музея музею музеем музее музеи музеев музеям музеями музеях",
        "무역 무역을 무역은 무역에 무역의 무역과 무역도 무역으로 무역에서",
    ],
)
def test_all_forms_of_a_word_have_a_stem_in_common(forms: str) -> None:
    assert frozenset.intersection(*map(stems, forms.split()))


@cases(
    ("one", "other"),
    [
        ("остров", "осторожно"),
        ("война", "воины"),
        ("китай", "кит"),
        ("무역", "무술"),
        ("war", "wars"),
        ("송이", "송"),
    ],
)
def test_other_words_have_none(one: str, other: str) -> None:
    assert stems(one).isdisjoint(stems(other))


def test_a_word_is_found_in_another_form(stating: Stating) -> None:
    store = stating("Войны начались рано.", "히데요시는 무역을 원했다.", "Острова далеки.")
    assert found(store, "война") == ["c1"]
    assert found(store, "войной") == ["c1"]
    assert found(store, "무역") == found(store, "무역은") == ["c2"]
    assert found(store, "остров") == found(store, "островами") == ["c3"]
    assert found(store, "войной", exact=True) == []


def test_a_declared_spelling_is_found_in_another_form(stating: Stating) -> None:
    store = stating(
        "Войны с чжурчжэнями начались рано.", "여진이 공격했다.", "Nothing of them.", names=JURCHEN
    )
    assert set(found(store, "Jurchen")) == {"c1", "c2"}
    assert set(found(store, "여진")) == set(found(store, "чжурчжэни")) == {"c1", "c2"}
    [hit] = [hit for hit in search(store, "Jurchen").hits if hit.claim.id == "c1"]
    [match] = hit.matches
    assert (match.text, match.kind, match.reason) == ("чжурчжэнями", "variant", "Cyrillic")


def test_a_form_of_a_declared_spelling_finds_the_others(stating: Stating) -> None:
    names = (
        JURCHEN
        + """
- id: bohai
  name: Bohai
  kind: people
  spellings: [{value: Бохай, scheme: cyrillic}]
"""
    )
    store = stating("The Jurchen came.", "The Bohai were there.", "Nothing of them.", names=names)
    assert found(store, "여진은") == found(store, "чжурчжэнями") == ["c1"]
    assert found(store, "Бохая") == found(store, "Бохаем") == ["c2"]
    assert found(store, "Бохая", exact=True) == []


def test_claims_that_name_it_are_counted_with_all_forms(stating: Stating) -> None:
    store = stating(
        "Войны с чжурчжэнями начались рано.", "여진이 공격했다.", "Nothing of them.", names=JURCHEN
    )
    name = store.name("jurchen")
    assert name
    assert count_naming(store, name) == 2
    assert [claim.id for claim in claims_naming(store, name)] == ["c1", "c2"]
