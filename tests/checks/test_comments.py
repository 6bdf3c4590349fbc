"""Texts that a comment cuts short: what is told, and what is left alone."""

from __future__ import annotations

from pathlib import Path

from support import cases

from claimcli.checks.inspection import check_corpus


def found(tmp_path: Path, content: str) -> list[tuple[int, int, str | None]]:
    """Line, column and record of each W122 in a file."""
    (tmp_path / "f.yaml").write_bytes(content.encode())
    problems = check_corpus(tmp_path, {"W122"}).problems
    return [(p.location.line, p.location.column, p.record) for p in problems]


def test_a_text_that_a_comment_cuts_short_is_told_at_the_comment(tmp_path: Path) -> None:
    text = "claims:\n- id: a\n  statement: The war # ruined all three countries.\n"
    assert found(tmp_path, text) == [(3, 22, "a")]
    (problem,) = check_corpus(tmp_path, {"W122"}).problems
    assert problem.message == (
        "'statement' ends here: the rest of the line is a comment to YAML, and was not read"
    )
    assert problem.hint == (
        "put the text in quotes if this belongs to it; a comment has two spaces before its #"
    )


@cases(
    ("field", "place"),
    [
        ("quote: x\t# y", [(3, 12)]),
        ("note: 張覺 # 平州", [(3, 12)]),
        ("note: 張覺  # 平州", []),
        ("note: one\n    two # three", [(4, 9)]),
        ("title: >- # folded\n    no # comment", []),
        ("note: |\n    no # comment\n    nor # here", []),
        ('note: "no # comment" # a comment', []),
        ("note: 'no # comment' # a comment", []),
        ("note: no#comment", []),
        ("note: # to do", []),
        ("note: ~ # none", []),
        ("note:\n    # before it\n    text", []),
        ("stance: none # as yet", []),
        ("scholars: [kim] # and who else?", []),
        ("tags: [a] # note: x # y", []),
        ("period: 1125 # or later", []),
        ("names: [{value: x # y\n    }]", []),
        ("scope: {label: x # y\n    }", [(3, 20)]),
        ("custom: {? [a] : b, note: x # y\n    }", [(3, 31)]),
    ],
)
def test_only_texts_in_words_without_quotes(
    field: str, place: list[tuple[int, int]], tmp_path: Path
) -> None:
    text = f"names:\n- kind: work\n  {field}\n  id: a\n"
    assert found(tmp_path, text) == [(line, column, "a") for line, column in place]


def test_the_record_is_named_and_not_its_neighbour(tmp_path: Path) -> None:
    text = (
        "id: q\nquestion: Who? # when?\nstances:\n  s: {label: S, meaning: M}\n"
        "  t:\n    label: T # U\n"
        "claims:\n- id: a\n  note: x # y\n- note: x # y\n- id: b\n  note: x # y\n"
    )
    assert found(tmp_path, text) == [
        (2, 16, "q"),
        (6, 14, "q"),
        (9, 11, "a"),
        (10, 11, None),
        (12, 11, "b"),
    ]


def test_around_what_cannot_be_read_the_lines_are_the_same(tmp_path: Path) -> None:
    text = "claims:\n- id: a\n  note: x: y # z\n- id: b\n  s: x\u2028y\n- id: c\n  note: x # y\n"
    assert found(tmp_path, text) == [(7, 11, "c")]


@cases("text", ["x # y\n", "", "--- # x\n", "- note: x # y\n", "a: b # c\n---\n"])
def test_what_is_no_file_of_records_is_read_to_its_end(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) in ([], [(1, 11, None)])
