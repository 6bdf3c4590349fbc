"""Filters by name: which scholar, which school is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support import Run, cases

from claimcli.errors import ClaimcliError
from claimcli.search.by_name import named, scholar_meant, school_meant
from claimcli.store import Store

Stating = Callable[..., Store]

SCHOLARS = """
scholars:
- id: vorobev
  name: M. V. Vorob'ev
  kind: person
  school: soviet
  names:
  - {value: Михаил Васильевич Воробьев, scheme: cyrillic}
- {id: e-kozhanov, name: E. Kozhanov, kind: person, school: Moscow}
- {id: s-kozhanov, name: S. Kozhanov, kind: person, school: moscow}
"""


@cases(
    "given",
    [
        *("vorobev", "Vorobev", "M. V. Vorob'ev", "Vorob'ev, M. V.", "Vorobyov", "Воробьёв"),
        *("Воробьев М. В.", "Mikhail Vorobiev"),
    ],
)
def test_a_scholar_by_any_name(stating: Stating, given: str) -> None:
    assert scholar_meant(stating("One.", scholars=SCHOLARS), given) == "vorobev"


def test_a_name_of_two_scholars_must_be_told_apart(stating: Stating) -> None:
    store = stating("One.", scholars=SCHOLARS)
    with pytest.raises(ClaimcliError, match=r"which: e-kozhanov, s-kozhanov$"):
        scholar_meant(store, "Kozhanov")
    assert scholar_meant(store, "E. Kozhanov") == "e-kozhanov"


@cases("given", ["vorobex", "", "?", "\x00", "\ud800"])
def test_an_unknown_scholar(stating: Stating, given: str) -> None:
    with pytest.raises(ClaimcliError, match=r"^no scholar '"):
        scholar_meant(stating("One.", scholars=SCHOLARS), given)


def test_an_unknown_scholar_is_told_the_nearest_id(stating: Stating) -> None:
    with pytest.raises(ClaimcliError, match=r"did you mean 'vorobev'"):
        scholar_meant(stating("One.", scholars=SCHOLARS), "vorobex")


def test_a_school_whatever_its_case_where_that_leaves_one(stating: Stating) -> None:
    store = stating("One.", scholars=SCHOLARS)
    assert school_meant(store, "Soviet") == "soviet"
    assert school_meant(store, "Moscow") == "Moscow"
    assert school_meant(store, "moscow") == "moscow"
    with pytest.raises(ClaimcliError, match=r"^no school 'MOSCOW'"):
        school_meant(store, "MOSCOW")


@pytest.mark.slow
def test_the_options_take_names(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from support import ROOT

    monkeypatch.setenv("CLAIMCLI_CORPUS", str(ROOT / "claims"))
    by_id = run("search", "--scholar", "vorobev", "--school", "soviet", "--json").json
    by_name = run("search", "--scholar", "Воробьёв", "--school", "Soviet", "--json").json
    assert [hit["id"] for hit in by_id] == [hit["id"] for hit in by_name]
    assert "vorobev-1975-both-wanted" in [hit["id"] for hit in by_name]


ALIKE = """
scholars:
- {id: congress-1956, name: Party Congress of 1956, kind: group}
- {id: congress-1961, name: Party Congress of 1961, kind: group}
- {id: with-breve, name: "Kim Ch'ŏl-su", kind: person}
- {id: revised, name: Gim Cheolsu, kind: person}
- {id: umlaut, name: Müller, kind: person}
- {id: plain, name: Muller, kind: person}
- {id: li-ming, name: Li Ming, kind: person}
- {id: li-ming-hao, name: Li Ming Hao, kind: person}
"""


@cases(
    ("given", "meant"),
    [
        ("Party Congress of 1956", "congress-1956"),
        ("party congress of 1961", "congress-1961"),
        ("Kim Ch'ŏl-su", "with-breve"),
        ("kim ch’ŏl su", "with-breve"),
        ("Gim Cheolsu", "revised"),
        ("Müller", "umlaut"),
        ("Muller", "plain"),
        ("li ming", "li-ming"),
        ("li ming hao", "li-ming-hao"),
    ],
)
def test_a_name_as_it_is_recorded_goes_before_similar_ones(
    stating: Stating, given: str, meant: str
) -> None:
    assert scholar_meant(stating("One.", scholars=ALIKE), given) == meant


def test_similar_names_are_several(stating: Stating) -> None:
    store = stating("One.", scholars=ALIKE)
    assert named(store, "김철수") == ["with-breve", "revised"]
    assert named(store, "müller") == ["umlaut", "plain"]
    assert named(store, "Party Congress") == ["congress-1956", "congress-1961"]
    assert named(store, "Party Congress of 1958") == []


def test_a_name_goes_before_a_scholar_who_is_written_otherwise(stating: Stating) -> None:
    names = "names:\n- {id: a-name, name: Lu, kind: person, spellings: [{value: Kim Cheolsu}]}\n"
    store = stating("One.", scholars=ALIKE, names=names)
    assert named(store, "Kim Cheolsu") == ["a-name"]
    assert named(store, "Kim Cheolsu", ("scholar",)) == ["with-breve", "revised"]
