"""A file's values to records, and all that is wrong with each."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import yaml
from checking import placed
from hypothesis import given, settings
from hypothesis import strategies as st
from support import calls, cases

from claimcli.corpus.reading import read_bytes, read_corpus
from claimcli.corpus.records import FileReading
from claimcli.model import (
    Basis,
    Citation,
    Claim,
    CorpusInfo,
    Name,
    Question,
    Relation,
    Scholar,
    Spelling,
    Stamp,
    Stance,
)

CORPORA = Path(__file__).parents[1] / "corpora"

FULL = """\
id: who
question: Who began it?
scope: The war of 1125.
period: 1125/1127
exclusive: true
ordered: false
part_of: wars
note: A note.
stances:
  jin:
    label: Jin
    meaning: Jin began it.
  song: {label: Song, note: Rare.}
claims:
- id: a
  stance: jin
  scholars: [kim, vorobev]
  statement: >-
    Jin began
    it.
  citation: {source: kim-2013, locator: p. 3}
  via: [{source: x}, {source: y, locator: fol. 12r}]
  quote: Jin began it
  words: holder
  translation: It was Jin
  certainty: argued
  period: 1125-01
  basis:
  - {source: z, locator: pp. 1-2}
  - {claim: b}
  relations: [{disputes: b}, {revises: who/song}]
  answers: [why/jin]
  unclear: [scholars, basis]
  tags: [war]
  recorded: {by: me, date: 2024-01-02}
  checked: {by: you}
  note: No
"""

MINIMAL = """\
claims:
- id: a
  scholars: [kim]
  statement: S.
  citation: {source: k}
"""


def read(text: str) -> FileReading:
    return read_bytes("f.yaml", text.encode())


def found(text: str) -> list[tuple[str, int, int]]:
    return placed(read(text).problems)


def test_every_field_of_a_question_and_a_claim_is_read() -> None:
    reading = read(FULL)
    assert reading.problems == ()
    assert reading.questions == (
        Question(
            id="who",
            question="Who began it?",
            scope="The war of 1125.",
            period="1125/1127",
            exclusive=True,
            ordered=False,
            part_of="wars",
            note="A note.",
            stances=(
                Stance("jin", "Jin", "Jin began it.", line=10),
                Stance("song", "Song", note="Rare.", line=13),
            ),
            file="f.yaml",
            line=1,
        ),
    )
    assert reading.claims == (
        Claim(
            id="a",
            question="who",
            stance="jin",
            scholars=("kim", "vorobev"),
            statement="Jin began it.",
            citation=Citation("kim-2013", "p. 3"),
            via=(Citation("x"), Citation("y", "fol. 12r")),
            quote="Jin began it",
            words="holder",
            translation="It was Jin",
            certainty="argued",
            period="1125-01",
            basis=(Basis("z", "pp. 1-2"), Basis(claim="b")),
            relations=(Relation("disputes", "b"), Relation("revises", "who/song")),
            answers=("why/jin",),
            unclear=("scholars", "basis"),
            tags=("war",),
            recorded=Stamp("me", "2024-01-02"),
            checked=Stamp("you"),
            note="No",
            file="f.yaml",
            line=15,
        ),
    )


def test_one_file_may_hold_several_kinds() -> None:
    reading = read(
        "title: T\nabout: A\nlicence: CC0-1.0\nformat: 1\nnote: N\n"
        "scholars:\n- id: kim\n  name: A. Kim\n  kind: person\n  school: russian\n"
        "  names: [{value: Ким, scheme: cyrillic}]\n"
        "names:\n- id: chang\n  name: Chang Chue\n  kind: person\n  spellings: [{value: 張覺}]\n"
    )
    assert reading.problems == ()
    assert reading.info == CorpusInfo("T", "A", "CC0-1.0", 1, "N", "f.yaml", 1)
    assert reading.scholars == (
        Scholar(
            id="kim",
            name="A. Kim",
            kind="person",
            school="russian",
            names=(Spelling("Ким", "cyrillic"),),
            file="f.yaml",
            line=7,
        ),
    )
    assert reading.names == (
        Name(
            id="chang",
            name="Chang Chue",
            kind="person",
            spellings=(Spelling("張覺"),),
            file="f.yaml",
            line=13,
        ),
    )


def test_claims_above_their_question_belong_to_it() -> None:
    reading = read(
        f"{MINIMAL}  stance: jin\nid: who\nquestion: Who?\nstances: {{jin: {{label: J}}}}\n"
    )
    assert reading.problems == ()
    assert [(c.question, c.stance) for c in reading.claims] == [("who", "jin")]


def test_the_note_of_a_file_with_a_question_is_the_questions() -> None:
    reading = read("title: T\nnote: N\nid: who\nquestion: Who?\n")
    assert reading.questions[0].note == "N"
    assert reading.info == CorpusInfo("T", file="f.yaml", line=1)


def test_a_claim_on_no_question_has_no_stance() -> None:
    (claim,) = read(MINIMAL).claims
    assert (claim.question, claim.stance) == (None, None)


def test_text_is_without_the_white_space_around_it() -> None:
    reading = read(MINIMAL.replace("S.", "|\n    S.\n    T.\n"))
    assert reading.claims[0].statement == "S.\nT."


def test_all_problems_of_a_record_are_found_at_once() -> None:
    text = """\
claims:
- id: Big
  stanc: x
  scholars: kim
  certainty: sure
  words: mine
  basis: [{source: a, claim: b}, {}, {source: [c]}]
  relations: [{denies: x}, {disputes: a, revises: b}]
  unclear: [colour]
  recorded: {date: 2024}
"""
    assert found(text) == [
        ("E204", 2, 3),
        ("E210", 2, 3),
        ("E206", 2, 7),
        ("E203", 3, 3),
        ("E205", 4, 13),
        ("E208", 5, 14),
        ("E208", 6, 10),
        ("E209", 7, 23),
        ("E209", 7, 34),
        ("E205", 7, 47),
        ("E208", 8, 16),
        ("E205", 8, 28),
        ("E208", 9, 13),
        ("E204", 10, 13),
    ]
    reading = read(text)
    assert (reading.claims, reading.left_out, reading.broken) == ((), 1, frozenset(["Big"]))


@cases(
    ("lines", "message", "hint"),
    [
        ("  qoute: x", "a claim has no field 'qoute'", "did you mean 'quote'?"),
        (
            "  note\u00a0: x",
            "a claim has no field 'note\u00a0'",
            "U+00A0 (no-break space) is no space to YAML; type it anew, with a plain one",
        ),
        ("  tags: war", "a list is expected here, not the text 'war'", "write [war]"),
        ("  via: x-1", "a list is expected here, not the text 'x-1'", "write [{source: x-1}]"),
        ("  via: X 1", "a list is expected here, not the text 'X 1'", "write [{source: ID}]"),
        (
            "  via: [x-1]",
            "a citation is expected here, not the text 'x-1'",
            "write {source: x-1}",
        ),
        ("  via: {source: x}", "a list is expected here, not a mapping", "write [{source: x}]"),
        ("  via: [[x]]", "a citation is expected here, not a list", "write {source: …}"),
        ("  answers: a/b", "a list is expected here, not the text 'a/b'", "write [a/b]"),
        (
            "  tags: war, peace",
            "a list is expected here, not the text 'war, peace'",
            "write [war, peace]",
        ),
        (
            "  basis: [smith-1950]",
            "a basis is expected here, not the text 'smith-1950'",
            "write {source: smith-1950} or {claim: smith-1950}",
        ),
        (
            "  basis: ['smith-1950: it''s there']",
            "a basis is expected here, not the text 'smith-1950: it's there'",
            "write {source: smith-1950, locator: 'it''s there'}",
        ),
        (
            "  stance: [a, b]",
            "a text is expected here, not a list",
            "write one stance; a claim that takes two is two records",
        ),
        (
            "  recorded: 2024-01-01",
            "who and when is expected here, not the text '2024-01-01'",
            "write {by: NAME, date: 2024-01-01}",
        ),
        ("  quote: [a]", "a text is expected here, not a list", "write a"),
        ("  note: {a: b}", "a text is expected here, not a mapping", None),
        ("  tags: [a, ]\n  quote:", None, None),
        ("  tags: [a, [b]]", "a text is expected here, not a list", "write b"),
        (
            "  recorded: me",
            "who and when is expected here, not the text 'me'",
            "write {by: me, date: DATE}",
        ),
        (
            "  certainty: argues",
            "there is no certainty 'argues'; there is asserted, argued, probable, conjectured",
            "did you mean 'argued'?",
        ),
        (
            "  basis: [{claim: b}]\n  via: [{source: x, locator: [116, 118]}]",
            "a text is expected here, not a list",
            "write the places as one text: pp. 116, 118",
        ),
        ("  quote: '  '", "the text is empty", "write it, or drop the key"),
    ],
)
def test_a_problem_says_what_is_wrong_and_what_to_do(
    lines: str, message: str | None, hint: str | None
) -> None:
    problems = read(f"{MINIMAL}{lines}\n").problems
    assert [(p.message, p.hint, p.record) for p in problems] == (
        [(message, hint, "a")] if message else []
    )


@cases(
    ("written", "expected"),
    [
        (
            "claims: [{id: a, statement: S, scholar: kim, citation: {source: x}}]",
            [("a claim has no field 'scholar'", "did you mean 'scholars'?")],
        ),
        (
            "claims: [{id: a, statement: S, scholars: [kim], citaton: {source: x}}]",
            [("a claim has no field 'citaton'", "did you mean 'citation'?")],
        ),
        (
            "claims: [{id: a, statement: S, citation: 'smith-1950, p. 3', scholars: [kim]}]",
            [
                (
                    "a citation is expected here, not the text 'smith-1950, p. 3'",
                    "write {source: smith-1950, locator: p. 3}",
                )
            ],
        ),
        (
            "scholars: [{id: kim, name: Kim}]",
            [
                (
                    "a scholar must have 'kind'",
                    "add `kind:` with one of person, group, anonymous, unnamed, contemporary",
                )
            ],
        ),
        (
            "id: q\nquestion: Who?\nstances: {yes: There was}",
            [("a stance is expected here, not the text 'There was'", "write {label: There was}")],
        ),
        (
            "id: q\nqestion: Who?",
            [("there is no key 'qestion' at the top of a file", "did you mean 'question'?")],
        ),
        (
            "id: q\nquestion: Who?\n\u3000scope: x",
            [
                (
                    "there is no key '\u3000scope' at the top of a file",
                    "U+3000 (ideographic space) is no space to YAML; type it anew, with a plain "
                    "one",
                )
            ],
        ),
        (
            "title: T\nsources: [{id: x, type: book, page: []}]",
            [
                ("there is no key 'sources' at the top of a file", "did you mean 'references'?"),
                ("a text is expected here, not a list", None),
            ],
        ),
    ],
)
def test_one_slip_is_told_once_with_what_to_write(
    written: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(p.message, p.hint) for p in read(written).problems] == expected


@cases(
    ("written", "hint"),
    [
        ("mommsen-römisch", "for example 'mommsen-romisch'"),
        ("Vorob'ev 1975", "for example 'vorobev-1975'"),
        ("weiß_łódź--1", "for example 'weiss-lodz-1'"),
        ("утченко-1965", None),
        ("陶-1970", None),
        ("--", None),
    ],
)
def test_an_id_is_suggested_with_the_letters_that_it_has(written: str, hint: str | None) -> None:
    (problem,) = read(MINIMAL.replace("id: a", f"id: {written}")).problems
    assert (problem.code, problem.hint) == ("E206", hint)


QUOTES = "within { } a text with a comma must stand in quotes: write "


@cases(
    ("fields", "column", "message", "hint"),
    [
        (
            "citation: {source: gruen-1974, locator: pp. 5, 7}",
            87,
            "the comma ends the text of 'locator', and a citation has no field '7'",
            QUOTES + "`locator: 'pp. 5, 7'`",
        ),
        (
            "citation: {source: gruen-1974, locator: pp. 5, 7, 9-10}",
            87,
            "the comma ends the text of 'locator', and a citation has no field '7'",
            QUOTES + "`locator: 'pp. 5, 7, 9-10'`",
        ),
        (
            "note: Gruen's view, that is, the old one, citation: {source: g}",
            60,
            "the comma ends the text of 'note', and a claim has no field 'that is'",
            QUOTES + "`note: 'Gruen''s view, that is, the old one'`",
        ),
        (
            "citation: {locator: p. 5, f}",
            66,
            "the comma ends the text of 'locator', and a citation has no field 'f'",
            QUOTES + "`locator: 'p. 5, f'`, and add `source:`",
        ),
        (
            "citation: {source: gruen-1974, p. 5}",
            71,
            "the comma ends the text of 'source', and a citation has no field 'p. 5'",
            "write {source: gruen-1974, locator: p. 5}",
        ),
        (
            "citation: {source: g}, note: Old, quote, and new",
            81,
            "the comma ends the text of 'note', and a claim has no field 'and new'",
            QUOTES + "`note: 'Old, quote, and new'`",
        ),
        (
            "citation: {gruen-1974, p. 5}",
            50,
            "these texts stand here without their keys",
            "write {source: gruen-1974, locator: p. 5}",
        ),
        (
            "citation: {source: g}, recorded: {by: A. Smith, 2024-01-02}",
            88,
            "the comma ends the text of 'by', and who and when has no field '2024-01-02'",
            "write {by: A. Smith, date: 2024-01-02}",
        ),
        (
            "citation: {source:gruen-1974}",
            51,
            "a space is missing after `source:`",
            "write `source: gruen-1974`",
        ),
        (
            "citation: {source: gruen-1974, locator:pp. 5, 7}",
            71,
            "a space is missing after `locator:`",
            "write `locator: 'pp. 5, 7'`",
        ),
        (
            "citation: {gruen-1974, locator: p. 5}",
            51,
            "'gruen-1974' stands here without a key",
            "write `source: gruen-1974`",
        ),
    ],
)
def test_a_text_that_its_comma_divides_is_told_once(
    fields: str, column: int, message: str, hint: str
) -> None:
    reading = read(f"claims:\n- {{id: a, scholars: [k], statement: S, {fields}}}\n")
    told = [(p.code, p.location.column, p.message, p.hint) for p in reading.problems]
    assert told == [("E203", column, message, hint)]
    assert (reading.left_out, reading.broken) == (1, frozenset(["a"]))


@cases(
    ("written", "message", "hint"),
    [
        (
            "scholars: [{id: k, name: Kim, kind person}]",
            "a colon is missing after `kind`",
            "write `kind: person`",
        ),
        (
            "references: [{id: k, type: book, title: War, Peace and Rome}]",
            "the comma ends the text of 'title', and a source has no field 'Peace and Rome'",
            QUOTES + "`title: 'War, Peace and Rome'`",
        ),
        (
            "references: [{id: k, type: book, author: [{family: Syme, Ronald}]}]",
            "the comma ends the text of 'family', and a name has no field 'Ronald'",
            "write {family: Syme, given: Ronald}",
        ),
        (
            "references: [{id: k, type: book, author: [{Syme, Ronald}]}]",
            "these texts stand here without their keys",
            "write {family: Syme, given: Ronald}",
        ),
        (
            "id: q\nquestion: Who?\nstances: {a: {label: Rome, the city}}",
            "the comma ends the text of 'label', and a stance has no field 'the city'",
            QUOTES + "`label: 'Rome, the city'`",
        ),
    ],
)
def test_so_is_one_in_every_other_record(written: str, message: str, hint: str) -> None:
    assert [(p.message, p.hint) for p in read(written).problems] == [(message, hint)]


def test_a_text_that_its_comma_divides_is_looked_at_whole() -> None:
    reading = read(MINIMAL.replace("{source: k}", "{source:k, locator: pp. 5, 7}"))
    (flawed,) = reading.flawed
    assert isinstance(flawed.record, Claim)
    assert flawed.record.citation == Citation("k", "pp. 5, 7")


def test_a_key_without_a_value_is_no_part_of_a_text() -> None:
    assert read(MINIMAL.replace("{source: k}", "{source: k, locator}")).problems == ()
    (problem,) = read(f"{MINIMAL}  note: N\n  colour:\n").problems
    assert problem.message == "a claim has no field 'colour'"
    (problem,) = read(MINIMAL.replace("{source: k}", "{source: k, page: }")).problems
    assert problem.message == "a citation has no field 'page'"


@cases(
    ("typed", "hint"),
    [("no", "write false"), ("yes", "write true"), ("True", "write true"), ("1", None)],
)
def test_true_and_false_have_no_other_names(typed: str, hint: str | None) -> None:
    reading = read(f"id: who\nquestion: Who?\nexclusive: {typed}\n")
    (problem,) = reading.problems
    assert problem.message == f"'{typed}' is neither true nor false"
    assert (problem.hint, problem.location.line, problem.location.column) == (hint, 3, 12)
    assert (reading.questions, reading.left_out) == ((), 1)


def test_a_broken_stance_leaves_the_question_and_its_other_stances() -> None:
    reading = read(
        "id: who\nquestion: Who?\nstances:\n  jin: {label: Jin}\n  song: {meaning: It was Song.}\n"
        "  none: {label: Nobody}\n  x: Xenia\n"
    )
    assert [stance.id for stance in reading.questions[0].stances] == ["jin"]
    assert placed(reading.problems) == [
        ("E204", 5, 9),
        ("E206", 6, 3),
        ("E205", 7, 6),
    ]
    assert reading.left_out == 3
    assert reading.broken == {"who/song", "who/none", "who/x"}


@cases(
    ("text", "problem"),
    [
        ("id: who\n", ("E204", 1, 1)),
        ("stances: {}\nquestion: Who?\n", ("E204", 1, 1)),
        ("id: who\nquestion:\n", ("E204", 2, 1)),
        ("id: who\nquestion: Who?\nstances: [a]\n", ("E205", 3, 10)),
        ("licence: CC0\n", ("E204", 1, 1)),
        ("title: [T]\n", ("E205", 1, 8)),
        ("title: T\nlicense: CC0\n", ("E203", 2, 1)),
        ("claims: none\n", ("E205", 1, 9)),
        ("claims:\n  a: {id: b}\n", ("E205", 2, 3)),
        ("claims:\n- just a text\n", ("E205", 2, 3)),
        ("id: who\nquestion: Who?\nid: what\n", ("E111", 3, 1)),
        ("title: *x\n", ("E112", 1, 8)),
    ],
)
def test_problems_of_a_file_s_own_keys(text: str, problem: tuple[str, int, int]) -> None:
    assert found(text) == [problem]


@cases("text", ["claims:\n", "claims: []\n", "scholars: []\nnames:\n"])
def test_a_list_may_be_empty(text: str) -> None:
    assert read(text) == FileReading(file="f.yaml")


def test_what_a_flaw_hides_is_not_called_missing() -> None:
    reading = read(
        "id: *x\nquestion: Who?\nclaims:\n- id: a\n  scholars: *y\n  statement: S.\n"
        "  stance: jin\n  citation: {source: k}\n"
    )
    assert [p.code for p in reading.problems] == ["E112", "E112"]
    assert (reading.questions, reading.claims, reading.left_out) == ((), (), 2)


def test_a_claim_of_a_broken_question_is_kept() -> None:
    reading = read(f"id: who\nquestion: A: B\n{MINIMAL}  stance: jin\n")
    assert [p.code for p in reading.problems] == ["E107"]
    assert [claim.id for claim in reading.claims] == ["a"]


def test_records_on_one_line_keep_their_own_columns() -> None:
    text = "scholars: [{id: a, name: A, kind: x}, {id: b, name: B, kind: y}]\n"
    assert found(text) == [("E208", 1, 35), ("E208", 1, 62)]


def test_a_reading_can_be_sent_to_another_process() -> None:
    reading = read(FULL + "  colour: red\n- id: b\n")
    assert pickle.loads(pickle.dumps(reading)) == reading


def test_ids_twice() -> None:
    reading = read_corpus(CORPORA / "bad" / "E213-ids-twice")
    assert [str(p.location) for p in reading.problems] == ["b.yaml:3:7", "b.yaml:8:7"]
    assert [p.message for p in reading.problems] == [
        "the id 'kim' is that of a scholar already (a.yaml:2)",
        "the id 'truce' is that of a claim already (a.yaml:6)",
    ]
    assert [(c.id, c.file) for c in reading.claims] == [("truce", "a.yaml")]
    assert (len(reading.scholars), len(reading.sources), reading.left_out) == (1, 0, 2)


def test_a_corpus_is_put_together_from_its_files() -> None:
    reading = read_corpus(CORPORA / "examples")
    assert reading.files == (
        "corpus.yaml",
        "questions/who-started-war.yaml",
        "scholars.yaml",
        "sources.yaml",
    )
    assert reading.info is not None
    assert reading.info.title == "A corpus beside examples"
    assert [scholar.id for scholar in reading.scholars] == ["kim", "anonymous", "kim-2013-many"]
    assert [source.id for source in reading.sources] == ["kim-2013", "vorobev-1975", "overview"]
    assert reading.claims[0].file == "questions/who-started-war.yaml"


def test_an_empty_corpus_has_nothing_and_no_problem(tmp_path: Path) -> None:
    reading = read_corpus(tmp_path)
    assert (reading.files, reading.claims, reading.problems) == ((), (), ())


@pytest.mark.slow
@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_can_be_read(content: bytes) -> None:
    reading = read_bytes("f.yaml", content)
    assert reading.problems == tuple(sorted(reading.problems, key=lambda p: p.location))


_KEYS = (
    "id claims scholars references names stances title question statement via basis source claim "
    "relations disputes issued date-parts author family a b 1 none"
)
_WORDS = st.sampled_from(_KEYS.split())
_VALUES = st.recursive(
    _WORDS | st.none() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.slow
@given(st.dictionaries(_WORDS, _VALUES, max_size=5))
@settings(max_examples=300)
def test_any_values_can_be_read(values: dict[str, object]) -> None:
    text = yaml.safe_dump(values, allow_unicode=True)
    reading = read_bytes("f.yaml", text.encode("utf-8", "surrogatepass"))
    for problem in reading.problems:
        assert problem.location.line <= text.count("\n") + 1


def test_thousands_of_commas_in_one_record_take_time_with_their_number() -> None:
    def read(count: int) -> FileReading:
        words = "".join(f", b{number}" for number in range(count))
        return read_bytes("f.yaml", f"claims:\n- {{id: c, statement: a{words}}}\n".encode())

    assert [problem.code for problem in read(3000).problems].count("E203") == 1
    assert calls(read, 2000) < 5 * calls(read, 500)


@pytest.mark.parametrize("field", ["id: {}", "stance: {}", "scholars: [{}]", "answers: [{}]"])
def test_an_id_of_over_a_thousand_characters_is_none(field: str) -> None:
    for count, codes in ((1_000, []), (1_001, ["E206"])):
        text = f"claims:\n- {field.format('x' * count)}\n"
        found = [p.code for p in read_bytes("a.yaml", text.encode()).problems]
        assert [code for code in found if code == "E206"] == codes


def test_nor_may_a_work_a_ground_or_what_is_disputed_be_called_so() -> None:
    long = "x" * 1_001
    text = (
        f"claims:\n- via: [{{source: {long}}}]\n  basis: [{{claim: {long}}}]\n"
        f"  relations: [{{disputes: {long}}}]\n"
    )
    found = [p.location for p in read_bytes("a.yaml", text.encode()).problems if p.code == "E206"]
    assert [(place.line, place.column) for place in found] == [(2, 18), (3, 19), (4, 26)]
