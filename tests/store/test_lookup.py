"""What a store answers, counted by hand on the small corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import FILES, counts, write
from support import cases, there

from claimcli.corpus.reading import read_corpus
from claimcli.store import Role, Store, open_store


@pytest.fixture
def store(corpus: Path) -> Store:
    return open_store(corpus, use_cache=False)


def test_records_by_id(store: Store) -> None:
    claim = store.claim("crown-ordered")
    assert claim
    assert claim.statement == "The crown ordered the canal from Hongbao."
    assert (claim.file, claim.line) == ("questions/who-built.yaml", 15)
    assert there(store.scholar("ivanov")).name == "I. I. Ivanov"
    assert there(store.source("li-1985")).date == "1985"
    assert there(store.question("why-built")).stances[0].label == "For salt"
    assert there(store.name("red-fort")).kind == "place"


@cases("id", ["nobody", "", "who-built/crown", "merchants"])
def test_what_is_no_id_is_nothing(store: Store, id: str) -> None:
    assert store.claim(id) is None
    assert store.scholar(id) is None
    assert store.kind_of(id) is None


def test_an_id_of_another_kind_is_not_taken_for_it(store: Store) -> None:
    assert store.scholar("who-built") is None
    assert store.claim("ivanov") is None
    assert store.source("ivanov") is None


def test_kinds(store: Store) -> None:
    every = store.ids()
    assert every == {
        "red-fort": "name",
        "who-built": "question",
        "why-built": "question",
        "ivanov": "scholar",
        "li-ming": "scholar",
        "some-critics": "scholar",
        "ivanov-1970": "source",
        "li-1985": "source",
        "merchants-paid": "claim",
        "crown-ordered": "claim",
        "salt-was-dear": "claim",
    }
    assert {id: store.kind_of(id) for id in every} == every
    assert store.ids("question") == {"who-built": "question", "why-built": "question"}


def test_claims_on_a_question_are_also_those_that_answer_it(store: Store) -> None:
    on_who = [claim.id for claim in store.claims_on("who-built")]
    assert on_who == ["merchants-paid", "crown-ordered", "salt-was-dear"]
    assert [claim.id for claim in store.claims_on("why-built")] == ["salt-was-dear"]


def test_counts(store: Store) -> None:
    assert counts(store, Role.SCHOLAR) == {"ivanov": 1, "li-ming": 1, "some-critics": 1}
    assert counts(store, Role.WITNESS) == {"ivanov-1970": 2, "li-1985": 1}
    assert counts(store, Role.CITATION) == {"ivanov-1970": 1, "li-1985": 1}
    assert counts(store, Role.SOURCE) == {"ivanov-1970": 2, "li-1985": 2}
    assert counts(store, Role.STANCE) == {
        "who-built/merchants": 2,
        "who-built/crown": 1,
        "why-built/salt": 1,
    }
    assert counts(store, Role.FLAG) == {"first-hand": 1, "second-hand": 2, "unclear": 1}
    assert store.count(Role.TAG, "money") == 1
    assert store.count(Role.TAG, "war") == 0
    assert store.count_any(Role.SCHOLAR, ["ivanov", "li-ming"]) == 2
    assert store.count_any(Role.SOURCE, []) == 0


def test_the_whole(store: Store) -> None:
    assert (len(store.claims()), store.lost.records) == (3, 0)
    assert store.tags() == ["money"]
    assert store.schools() == ["chinese", "soviet"]


def test_claims_in_the_order_asked_for(store: Store) -> None:
    rows = [row for (row,) in store.rows("SELECT rowid FROM claims ORDER BY rowid DESC")]
    ids = [claim.id for claim in store.claims([*rows, rows[0]])]
    assert ids == ["salt-was-dear", "crown-ordered", "merchants-paid", "salt-was-dear"]


def test_which_of_some_ids_are_of_claims(store: Store) -> None:
    asked = ["crown-ordered", "nobody-said-so", "ivanov", "who-built/crown", "crown ordered", ""]
    assert store.claims_there(asked) == {"crown-ordered"}
    assert store.claims_there([]) == set()


def test_ids_and_tags_of_any_characters_keep_apart(tmp_path: Path) -> None:
    """References and tags are free text until somebody checks them."""
    odd = ["Old Text", "old text", "old-text", "old/text", 'a"b', "Ёж", "еж", "%20", "x OR y"]
    listed = "".join(f"  - '{tag}'\n" for tag in odd)
    claim = (
        f"- id: odd\n  scholars: [a]\n  statement: S.\n  citation: {{source: b}}\n  tags:\n{listed}"
    )
    write(tmp_path, {"a.yaml": f"claims:\n{claim}"})
    store = open_store(tmp_path, use_cache=False)
    assert counts(store, Role.TAG) == dict.fromkeys(odd, 1)
    assert all(store.count(Role.TAG, tag) == 1 for tag in odd)
    assert [claim.id for claim in store.linked(Role.TAG, 'a"b')] == ["odd"]


def test_of_two_records_with_one_id_the_first_in_order_counts(corpus: Path) -> None:
    twice = "- {id: ivanov, scholars: [x], statement: Again., citation: {source: y}}\n"
    write(corpus, {"a.yaml": "claims:\n" + twice, "z.yaml": "claims:\n" + twice})
    store = open_store(corpus, use_cache=False)
    assert store.kind_of("ivanov") == "claim"
    assert there(store.claim("ivanov")).file == "a.yaml"
    assert store.scholar("ivanov") is None
    assert store.lost.records == 2
    assert len(store.claims()) == 4


@pytest.mark.parametrize("first", ["scholar", "claim"])
def test_of_two_records_with_one_id_in_a_file_the_first_counts(corpus: Path, first: str) -> None:
    lists = {
        "scholar": "scholars:\n- {id: same, name: Same, kind: person}\n",
        "claim": "claims:\n- {id: same, scholars: [x], statement: S., citation: {source: y}}\n",
    }
    second = next(kind for kind in lists if kind != first)
    write(corpus, {"twice.yaml": lists[first] + lists[second]})
    store = open_store(corpus, use_cache=False)
    assert store.kind_of("same") == first
    assert (store.scholar("same") is not None) == (first == "scholar")
    assert (store.claim("same") is not None) == (first == "claim")
    assert store.lost.records == 1


def test_second_descriptions_of_the_corpus_and_of_ids_are_left_out(corpus: Path) -> None:
    """As many as reading the files finds, whether they came at once or one by one."""
    ivanov = "- {id: ivanov, name: Ivanov again, kind: person}\n"
    files = [
        ("d.yaml", "title: Second\n", 1),  # after corpus.yaml
        ("t.yaml", f"scholars:\n{ivanov}", 2),  # after scholars.yaml
        ("u.yaml", f"title: Third\nscholars:\n{ivanov}{ivanov}", 5),
    ]
    for name, text, left_out in files:
        write(corpus, {name: text})
        with open_store(corpus) as mended, open_store(corpus, use_cache=False) as fresh:
            assert mended.lost.records == fresh.lost.records == left_out
            assert there(mended.scholar("ivanov")).name == "I. I. Ivanov"
        assert read_corpus(corpus).left_out == left_out


def test_a_question_that_is_left_out_takes_its_stances_along(corpus: Path) -> None:
    again = FILES["questions/why-built.yaml"].replace("For salt", "For pepper")
    write(corpus, {"questions/zz.yaml": again.replace("salt-was-dear", "salt-was-cheap")})
    store = open_store(corpus, use_cache=False)
    assert [s.label for q in store.questions() for s in q.stances][-1] == "For salt"
    found = store.rows("SELECT id FROM entities WHERE kind = 'stance' AND id LIKE 'why%'")
    assert found == [("why-built/salt",)]


def test_broken_records_are_counted(corpus: Path) -> None:
    write(corpus, {"broken.yaml": "claims:\n- id: x\n- {id: y, nonsense: 1}\n"})
    store = open_store(corpus, use_cache=False)
    assert store.lost.records == 2
    assert len(store.claims()) == 3


def test_an_empty_corpus_has_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path, use_cache=False)
    assert (store.claims(), store.scholars(), store.ids()) == ([], [], {})


def test_an_answer_that_is_no_position_puts_a_claim_on_no_question(corpus: Path) -> None:
    claim = "- {id: x, scholars: [a], statement: S., citation: {source: b}, answers: [who-built]}\n"
    write(corpus, {"x.yaml": "claims:\n" + claim})
    store = open_store(corpus, use_cache=False)
    assert there(store.claim("x")).answers == ("who-built",)  # it is there
    ids = [claim.id for claim in store.claims_on("who-built")]
    assert ids == ["merchants-paid", "crown-ordered", "salt-was-dear"]
    assert store.count(Role.STANCE, "who-built") == 0
