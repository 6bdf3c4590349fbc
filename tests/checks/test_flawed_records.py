"""All problems in one pass: what is wrong in a record that has to be left out."""

from __future__ import annotations

from pathlib import Path

from claimcli.checks.inspection import check_corpus
from claimcli.corpus.reading import read_corpus

BASE = """\
scholars:
- {id: kim, name: Alexander Kim, kind: person}
references:
- {id: kim-2013, type: book, author: [{family: Kim, given: A.}], issued: "2013"}
"""
QUESTION = """\
id: who
question: Who broke the truce?
stances:
  jin: {label: Jin}
  song: {label: Song}
claims:
- id: a
  stance: jin
  scholars: [kim]
  statement: Plundering went on.
  citation: {source: kim-2013}
"""
FIVE = """\
- id: b
  stance: sung
  scholars: [kim, nobody]
  statement: A night attack ended the truce.
  citation: {source: kim-2031}
  certainty: argues
  period: "1234-13"
"""
MENDED = """\
- id: b
  stance: song
  scholars: [kim]
  statement: A night attack ended the truce.
  citation: {source: kim-2013}
  certainty: argued
  period: "1234-12"
"""


def found(tmp_path: Path, claims: str, base: str = BASE) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem that is more than a hint."""
    (tmp_path / "a.yaml").write_text(claims, "utf-8")
    (tmp_path / "z.yaml").write_text(base, "utf-8")
    problems = check_corpus(tmp_path).problems
    return [(p.code, p.location.line, p.location.column) for p in problems if p.code[0] != "I"]


def claim(*fields: str, id: str = "c") -> str:
    lines = "".join(f"  {field}\n" for field in fields)
    return f"- id: {id}\n  scholars: [kim]\n  statement: Song broke the truce.\n{lines}"


OWN = "citation: {source: kim-2013}"


def test_five_errors_of_one_record_are_told_at_once(tmp_path: Path) -> None:
    assert found(tmp_path, QUESTION + FIVE) == [
        ("E304", 13, 11),
        ("E301", 14, 19),
        ("E302", 16, 22),
        ("E208", 17, 14),
        ("E503", 18, 11),
    ]


def test_and_none_when_they_are_mended(tmp_path: Path) -> None:
    assert found(tmp_path, QUESTION + MENDED) == []


def test_the_record_is_left_out_all_the_same(tmp_path: Path) -> None:
    found(tmp_path, QUESTION + FIVE)
    reading = read_corpus(tmp_path)
    assert ([c.id for c in reading.claims], reading.left_out) == (["a"], 1)
    assert [flawed.record.id for flawed in reading.flawed] == ["b"]


def test_what_is_good_in_a_broken_list_is_looked_at_in_its_place(tmp_path: Path) -> None:
    via = "via: [{source: [x]}, {source: gone, page: 3}]"
    assert found(tmp_path, "claims:\n" + claim(via, "quote: some words")) == [
        ("E205", 5, 18),
        ("E302", 5, 33),
        ("E203", 5, 39),
    ]


def test_what_cannot_be_read_is_not_called_missing_as_well(tmp_path: Path) -> None:
    via = "via: [{source: kim-2013}]"
    assert found(tmp_path, "claims:\n" + claim(via, "quote: [x, y]")) == [("E205", 6, 10)]
    unclear = "claims:\n" + claim(OWN, "unclear: [quote]", "note: [x, y]")
    assert found(tmp_path, unclear) == [("E205", 7, 9)]
    assert found(tmp_path, "claims:\n- id: c\n  scholars: 3\n") == [
        ("E204", 2, 3),
        ("E210", 2, 3),
        ("E205", 3, 13),
        ("E301", 3, 13),
    ]


def test_a_work_that_cannot_be_read_is_held_against_nobody(tmp_path: Path) -> None:
    base = BASE + "- {id: lee, type: book, author: x}\n"
    assert found(tmp_path, "claims:\n" + claim("citation: {source: lee}"), base) == [
        ("E205", 5, 33)
    ]


def test_unread_items_are_not_alike(tmp_path: Path) -> None:
    fields = (OWN, "via: [{source: [x]}, {source: [y]}]", "quote: w", "answers: [[a], [b]]")
    assert found(tmp_path, "claims:\n" + claim(*fields)) == [
        ("E205", 6, 18),
        ("E205", 6, 33),
        ("E205", 8, 13),
        ("E205", 8, 18),
    ]


def test_a_stance_is_asked_for_where_another_field_is_wrong(tmp_path: Path) -> None:
    claims = QUESTION.replace("  stance: jin\n", "  certainty: argues\n")
    assert ("E211", 7, 3) in found(tmp_path, claims)
    assert ("E208", 8, 14) in found(tmp_path, claims)


def test_an_id_given_twice_is_told_of_a_record_with_another_error(tmp_path: Path) -> None:
    good, flawed = claim(OWN), claim(OWN, "qoute: x").replace("broke", "kept")
    expected = [("E213", 6, 7), ("E203", 10, 3)]
    assert found(tmp_path, f"claims:\n{good}{flawed}") == expected
    expected = [("E203", 6, 3), ("E213", 7, 7)]
    assert found(tmp_path, f"claims:\n{flawed}{good}") == expected
    assert [c.line for c in read_corpus(tmp_path).claims] == [7]


def test_the_same_claim_again_is_told_though_a_field_is_wrong(tmp_path: Path) -> None:
    claims = "claims:\n" + claim(OWN) + claim(OWN, "certainty: argues", id="d")
    assert found(tmp_path, claims) == [("W701", 8, 3 + len("statement: ")), ("E208", 10, 14)]


def test_a_field_given_twice_has_the_place_of_the_one_that_is_read(tmp_path: Path) -> None:
    claims = "claims:\n" + claim(OWN, "period: '1234'", "period: '1234-13'")
    assert found(tmp_path, claims) == [("E111", 7, 3), ("E503", 7, 11)]


def test_sources_scholars_and_questions_too(tmp_path: Path) -> None:
    source = 'references:\n- {id: w, type: book, author: x, issued: "2013-13", title: "a\\x07"}\n'
    assert found(tmp_path, source) == [
        ("E205", 2, 31),
        ("E503", 2, 42),
        ("E603", 2, 60),
    ]
    scholar = 'scholars:\n- {id: s, name: "a\\x07", kind: persn}\n'
    assert found(tmp_path, scholar) == [
        ("E603", 2, 17),
        ("E208", 2, 32),
    ]
    question = QUESTION.replace(
        "stances:\n", "exclusive: no\npart_of: gone\nperiod: x\nstances:\n", 1
    )
    assert found(tmp_path, question) == [
        ("E208", 3, 12),
        ("E305", 4, 10),
        ("E501", 5, 9),
    ]


def codes(tmp_path: Path, claims: str, base: str = BASE) -> list[tuple[str, int]]:
    """Code and line of each problem, hints among them, but for the quotes that all lack."""
    (tmp_path / "a.yaml").write_text(claims, "utf-8")
    (tmp_path / "z.yaml").write_text(base, "utf-8")
    problems = check_corpus(tmp_path).problems
    return [(p.code, p.location.line) for p in problems if p.code != "I413"]


def test_nothing_is_asked_of_a_record_whose_id_is_refused(tmp_path: Path) -> None:
    base = BASE + "- {id: kolb+2004, type: book}\nnames: []\n"
    base = base.replace("scholars:\n", "scholars:\n- {id: F_Kolb, name: Kolb, kind: person}\n")
    assert codes(tmp_path, "claims:\n" + claim(OWN), base) == [("E206", 2), ("E206", 6)]


def test_a_record_without_an_id_is_looked_at(tmp_path: Path) -> None:
    claims = "claims:\n" + claim(OWN) + claim(OWN).replace("- id: c\n", "- note: again\n")
    assert codes(tmp_path, claims) == [("E204", 6), ("W701", 8)]
    unnamed = claim(OWN).replace("- id: c\n", "- note: again\n")
    told = check_at(tmp_path, "claims:\n" + unnamed + claim(OWN), "W701")
    assert told == ["this says the same as the claim at a.yaml:2, also held by 'kim'"]


def check_at(tmp_path: Path, claims: str, code: str) -> list[str]:
    codes(tmp_path, claims)
    return [p.message for p in check_corpus(tmp_path).problems if p.code == code]


def test_a_broken_work_is_looked_at_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    late = "- {id: lee, type: book, title: T, issued: '1990', editor: x}\n"
    claims = "claims:\n" + claim(OWN, "via: [{source: lee}]", "quote: w")
    assert found(tmp_path, claims, BASE + late) == [("W403", 6, 18), ("E205", 5, 59)]
    unread = late.replace("'1990'", "[x]")
    assert [one[0] for one in found(tmp_path, claims, BASE + unread)] == ["E205", "E205"]


def test_a_single_stance_is_told_beside_another_mistake(tmp_path: Path) -> None:
    lone = QUESTION.replace("  song: {label: Song}\n", "")
    assert codes(tmp_path, lone.replace("stances:", "exclusive: no\nstances:", 1)) == [
        ("E208", 3),
        ("I705", 4),
    ]
    assert codes(tmp_path, QUESTION.replace("{label: Song}", "Song")) == [("E205", 5)]


def test_what_a_misspelled_id_probably_means_is_not_to_be_dropped(tmp_path: Path) -> None:
    claims = "claims:\n" + claim("citation: {source: kim-2031}").replace("[kim]", "[kimm]")
    assert codes(tmp_path, claims) == [("E301", 3), ("E302", 5)]
    far = claims.replace("kim-2031", "zzz").replace("kimm", "zzz")
    assert codes(tmp_path, far) == [("E301", 3), ("E302", 5), ("I706", 2), ("I707", 4)]
