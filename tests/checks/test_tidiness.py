"""What nothing is made of: stances, scholars and works, and entries that stand twice."""

from __future__ import annotations

from pathlib import Path

from checking import BASE, OWN, claim, found, problems
from support import cases

QUESTION = "id: q\nquestion: Who?\nstances:\n  a: {label: A}\n  b: {label: B}\nclaims:\n"


def messages(tmp_path: Path, claims: str, code: str, base: str = BASE) -> list[str]:
    return [p.message for p in problems(tmp_path, claims, base) if p.code == code]


def test_a_question_with_one_stance_or_none_is_not_contested(tmp_path: Path) -> None:
    one = "id: q\nquestion: Who?\nstances:\n  a: {label: A}\nclaims:\n" + claim(OWN, "stance: a")
    assert found(tmp_path, one, "705") == [("I705", 3)]
    assert messages(tmp_path, one, "I705") == [
        "the question 'q' has only the stance 'a', so nothing is contested"
    ]
    none = "id: q\nquestion: Who?\nclaims:\n" + claim(OWN, "stance: none")
    assert found(tmp_path, none, "705") == [("I705", 1)]
    assert messages(tmp_path, none, "I705") == [
        "the question 'q' has no stance, so nothing is contested"
    ]
    assert found(tmp_path, QUESTION + claim(OWN, "stance: a"), "705") == []


def test_a_record_without_an_id_is_spoken_of_without(tmp_path: Path) -> None:
    nameless = "question: Who?\nstances:\n  a: {label: A}\nclaims:\n" + claim(OWN, "stance: a")
    assert messages(tmp_path, nameless, "I705") == [
        "the question has only the stance 'a', so nothing is contested"
    ]
    base = BASE.replace("references:", "- {name: Alexander Kim, kind: person}\nreferences:")
    assert messages(tmp_path, "claims:\n" + claim(OWN), "W703", base) == [
        "this scholar and 'kim' (z.yaml:2) have the same name, 'Alexander Kim'"
    ]


def test_a_warning_in_its_file_hides_no_stance_that_nobody_holds(tmp_path: Path) -> None:
    told = QUESTION + claim(OWN, "stance: a")
    assert found(tmp_path, told.replace("\n", "\r\n"), ("117", "704")) == [("I117", 1), ("I704", 5)]


@cases(
    ("name", "author", "told"),
    [
        ("Ann Archer", "author: [{family: Archer, given: A.}]", 0),
        ("Ann Archer", "editor: [{family: Archer, given: A.}]", 0),
        ("Li Yu", "author: [{family: Li, given: Yu}]", 0),
        ("Bank of Easton", "author: [{literal: Bank of Easton}]", 0),
        ("Ann Archer", "author: [{family: Bowman, given: B.}]", 1),
    ],
)
def test_who_wrote_a_work_that_is_cited_is_of_use(
    name: str, author: str, told: int, tmp_path: Path
) -> None:
    base = BASE.replace("references:", f"- {{id: s, name: {name}, kind: person}}\nreferences:")
    base += f"- {{id: work, type: book, title: Towns, {author}}}\n"
    claims = "claims:\n" + claim(OWN, "basis: [{source: work}]")
    lines = [line for _, line in found(tmp_path, claims, "706", base)]
    assert lines == [3] + [4] * told  # on line 3 is the phrase of a reporter, which nobody uses
    uncited = "claims:\n" + claim(OWN)
    assert [line for _, line in found(tmp_path, uncited, "706", base)] == [3, 4]


def test_an_entry_that_stands_twice_is_told_with_its_first_place(tmp_path: Path) -> None:
    claims = "claims:\n" + claim(OWN, "tags: [siege, war, truce, war, war]")
    assert messages(tmp_path, claims, "W709") == ["entry 4 of `tags` repeats entry 2"]
    assert found(tmp_path, "claims:\n" + claim(OWN, "tags: [siege, war]"), "709") == []


def test_an_author_in_another_script_wrote_what_is_cited(tmp_path: Path) -> None:
    base = BASE.replace("{family: Kim, given: A.}", "{family: Ким, given: А.}, {family: Утченко}")
    assert found(tmp_path, "claims:\n" + claim(OWN), "306", base) == []
    base = base.replace("references:", "- {id: u, name: S. Utchenko, kind: person}\nreferences:")
    told = messages(tmp_path, "claims:\n" + claim(OWN), "I706", base)
    assert told == ["'many' holds no claim and wrote no work that is cited"]
