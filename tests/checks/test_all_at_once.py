"""All problems in one pass: mending what is told never brings up what was not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcli.checks.inspection import check_corpus

Line = tuple[str, str, tuple[str, ...]]
"""A line as it is wrong, as it is right, and what is wrong with it."""


def same(text: str) -> list[Line]:
    """Lines with nothing wrong in them."""
    return [(line, line, ()) for line in text.splitlines()]


QUESTION: list[Line] = [
    *same("id: troy\nquestion: Was there a war?\nscope: Troy VI and VII."),
    ("exclusive: yes", "exclusive: true", ("E208",)),
    ("part_of: antiquity", "", ("E305",)),
    *same("stances:\n  war: {label: War}"),
    ("  no-war: No war", "  no-war: {label: No war}", ("E205",)),
    ("  Both: {label: Both}", "  both: {label: Both}", ("E206",)),
    *same("claims:\n- id: a\n  scholars: [kolb]\n  citation: {source: kolb-2004}"),
    ("  stance: wra", "  stance: no-war", ("E304",)),
    ("  statment: No army came.", "  statement: No army came.", ("E203",)),
    ("- note: The id is missing.", "- id: b", ("E204",)),
    ("  stance: woe", "  stance: war", ("E304",)),
    ("  scholars: [nobody]", "  scholars: [latacz]", ("E301",)),
    ("  citation: {source: gone-1990}", "  citation: {source: latacz-2001}", ("E302",)),
    ("  basis: [{claim: nothing}]", "  basis: [{claim: a}]", ("E303",)),
    ("  period: 1234-13", "  period: 1234-12", ("E503",)),
    ("  answers: [troy]", "  answers: [troy/war]", ("E305",)),
    *same("  statement: An army came."),
    *same("- id: c\n  stance: none\n  statement: Others see more war in it.\n  quote: more war"),
    ("  scholar: latacz, kolb", "  scholars: [latacz, kolb]", ("E203",)),
    ("  via: [korfmann-1990]", "  via: [{source: latacz-2001}]", ("E205", "E302")),
    ("  recorded: 2024-02-30", "  recorded: {by: me, date: 2024-02-28}", ("E205", "E503")),
    *same("- id: d\n  stance: war\n  statement: All of Troy burnt down.\n  quote: it burnt"),
    ("  scholars: kold", "  scholars: [kolb]", ("E205", "E301")),
    ("  citation: kolb-2040, p. 3", "  citation: {source: kolb-2004}", ("E205", "E302")),
    ("  relations: [{denies: z}]", "  relations: [{disputes: troy/no-war}]", ("E208", "E303")),
    *same("- id: e\n  stance: none\n  statement: Some see no war at all."),
    ("  scholars: [some]", "  scholars: [latacz]", ("E307",)),
    *same("  citation: {source: latacz-2001}"),
    *same("- id: f\n  stance: war\n  statement: Two wars were one.\n  scholars: [kolb]"),
    ("  citation: {source: latacz-2001}", "  citation: {source: kolb-2004}", ("E306",)),
    ("  certainty: sure", "  certainty: argued", ("E208",)),
    *same("- id: g\n  stance: war\n  statement: The walls fell.\n  scholars: [latacz]"),
    ("  citation: {source: kolb}", "  citation: {source: latacz-2001}", ("E302",)),
]
PEOPLE: list[Line] = [
    *same("scholars:\n- id: kolb\n  name: Frank Kolb\n  kind: person"),
    ("  school: [a, b]", "  school: a", ("E205",)),
    *same("- id: latacz\n  name: Joachim Latacz\n  kind: person"),
    ("  scool: philology", "  school: philology", ("E203",)),
    *same("- id: some\n  name: some archaeologists\n  kind: unnamed"),
    ("  names: Some", "  names: [{value: Some}]", ("E205",)),
    *same("references:\n- id: kolb-2004\n  type: book\n  author: [{family: Kolb, given: Frank}]"),
    ("  issued: [2004]", "  issued: 2004", ("E205",)),
    *same("- id: latacz-2001\n  type: book\n  author: [{family: Latacz, given: Joachim}]"),
    ("  accessed: {when: 2001}", "  accessed: 2001-01-01", ("E203", "E216")),
    ("  date: 2001", "  issued: 2001", ("W215",)),
]

Told = set[tuple[str, int, str]]


def written(root: Path, mended: set[tuple[str, int]]) -> Told:
    """File, line and code of all problems, but for suggestions, when some lines are mended."""
    for file, lines in (("a.yaml", QUESTION), ("b.yaml", PEOPLE)):
        text = [line[(file, number) in mended] for number, line in enumerate(lines, start=1)]
        (root / file).write_text("\n".join(map(str, text)), "utf-8")
    problems = check_corpus(root).problems
    return {(p.location.file, p.location.line, p.code) for p in problems if p.code[0] != "I"}


SLIPS = {
    (file, number): codes
    for file, lines in (("a.yaml", QUESTION), ("b.yaml", PEOPLE))
    for number, (_, _, codes) in enumerate(lines, start=1)
    if codes
}


def test_every_slip_is_told_at_once(tmp_path: Path) -> None:
    told = written(tmp_path, set())
    assert told == {(*place, code) for place, codes in SLIPS.items() for code in codes}


def test_nothing_is_told_when_all_are_mended(tmp_path: Path) -> None:
    assert written(tmp_path, set(SLIPS)) == set()


@pytest.mark.slow
def test_mending_one_slip_brings_up_no_other(tmp_path: Path) -> None:
    before = written(tmp_path, set())
    assert {place: written(tmp_path, {place}) for place in SLIPS} == {
        place: {told for told in before if told[:2] != place} for place in SLIPS
    }
