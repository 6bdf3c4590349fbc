"""Whether ids lead somewhere, with the place of each that does not."""

from __future__ import annotations

from pathlib import Path

from support import cases

from claimcli.checks.reference_checks import not_by_their_holder, unresolved_ids
from claimcli.checks.survey import Survey
from claimcli.corpus.findings import finding
from claimcli.corpus.placing import resolve
from claimcli.corpus.reading import combine, read_bytes, read_corpus
from claimcli.corpus.records import Reading
from claimcli.problems import Problem, in_file_order

BESIDE = Path(__file__).parents[1] / "corpora" / "examples"
BAD = Path(__file__).parents[1] / "corpora" / "bad"

CLAIM = """\
claims:
- id: a
  scholars: [kim]
  statement: S.
  citation: {source: kim-2013}
"""


def check(text: str, root: Path) -> list[Problem]:
    """The problems of references in a file beside the corpus of the examples."""
    (root / "z.yaml").write_text(text, "utf-8")
    beside = read_corpus(BESIDE)
    files = [read_bytes(file, (BESIDE / file).read_bytes()) for file in beside.files]
    return placed(combine(root, [*files, read_bytes("z.yaml", text.encode())]))


def placed(reading: Reading) -> list[Problem]:
    survey = Survey(reading)
    found = (*unresolved_ids(survey), *not_by_their_holder(survey))
    return sorted(resolve(reading.root, found), key=in_file_order)


def places(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(p.code, str(p.location)) for p in problems]


def test_a_corpus_with_one_of_each() -> None:
    reading = read_corpus(BAD / "E301-to-E305")
    assert [(p.code, str(p.location), p.message, p.hint) for p in placed(reading)] == [
        (
            "E302",
            "background.yaml:5:22",
            "there is no source 'vorobyev-1975'",
            "did you mean 'vorobev-1975'?",
        ),
        (
            "E302",
            "background.yaml:7:13",
            "'vorobev' is a scholar, not a source",
            "write the id of a source",
        ),
        (
            "E303",
            "background.yaml:9:13",
            "there is no claim 'vorobev-truc'",
            "did you mean 'vorobev-truce'?",
        ),
        (
            "E303",
            "background.yaml:11:16",
            "'who' is a question, not a claim",
            "write the id of a claim",
        ),
        (
            "E305",
            "background.yaml:12:15",
            "the question 'who' has no stance 'june'",
            "its stances: jin",
        ),
        ("E305", "background.yaml:13:13", "'jin' is no answer", "write QUESTION/STANCE"),
        ("E305", "who.yaml:3:10", "there is no question 'whoo'", "did you mean 'who'?"),
        (
            "E304",
            "who.yaml:8:11",
            "the question 'who' has no stance 'song'",
            "its stances: jin",
        ),
        (
            "E301",
            "who.yaml:9:23",
            "there is no scholar 'vorobyev'",
            "did you mean 'vorobev'?",
        ),
    ]
    assert len(reading.claims) == 3  # claims with such problems are shown all the same


def test_what_refers_to_a_broken_record_is_not_called_wrong(tmp_path: Path) -> None:
    text = (
        f"{CLAIM}  basis: [{{claim: b}}, {{source: w}}]\n"
        "- id: b\n  statement: S: T\n"
        "references:\n- id: w\n"
    )
    assert check(text, tmp_path) == []


def test_stances_that_cannot_be_read_are_not_called_missing(tmp_path: Path) -> None:
    text = f"id: q\nquestion: Who?\nstances: [jin]\n{CLAIM}  stance: jin\n"
    assert check(text, tmp_path) == []
    text = f"id: q\nquestion: Who?\nstances: {{jin: [x]}}\n{CLAIM}  stance: jin\n"
    assert check(text, tmp_path) == []
    text = f"id: q\nquestion: Who?\nstancs: {{jin: [x}}\n{CLAIM}  stance: jin\n"
    assert check(text, tmp_path) == []


STANCES = "stances: {jin: {label: Jin}}\n"


@cases(
    ("question", "place"),
    [
        (f"id: q\nquestion: Who?\nexclusive: no\n{STANCES}", "z.yaml:10:11"),
        (f"id: q\nqestion: Who?\n{STANCES}", "z.yaml:9:11"),
        (f"id: Q 1\nquestion: Who?\n{STANCES}", "z.yaml:9:11"),
        (f"question: Who?\n{STANCES}", "z.yaml:8:11"),
        (f"id: q\n{STANCES}", "z.yaml:8:11"),
        (f"id: q\nquestion: Who?\n{STANCES}".replace("stances", "stanses"), "z.yaml:9:11"),
    ],
)
def test_a_broken_question_has_its_stances(question: str, place: str, tmp_path: Path) -> None:
    assert check(f"{question}{CLAIM}  stance: jin\n", tmp_path) == []
    found = check(f"{question}{CLAIM}  stance: sung\n", tmp_path)
    assert places(found) == [("E304", place)]


def hints(text: str, root: Path) -> list[tuple[str, str | None]]:
    return [(p.message, p.hint) for p in check(text, root)]


SYME = """\
scholars:
- {id: syme, name: Ronald Syme, kind: person, names: [{value: Рональд Сайм}]}
- {id: gruen-1, name: Erich Gruen, kind: person}
- {id: gruen-2, name: Ernst Gruen, kind: person}
"""


@cases(
    ("written", "hint"),
    [
        ("Ronald Syme", "write syme"),
        ("R. Syme", "write syme"),
        ("'Syme, Ronald'", "write syme"),
        ("Рональд Сайм", "write syme"),
        ("Syme", "did you mean 'syme'?"),
        ("E. Gruen", "write gruen-1 or gruen-2"),
        ("syme gruen-1", "put a comma between ids: write syme, gruen-1"),
        ("syme and gruen-1", "put a comma between ids: write syme, gruen-1"),
        (
            "Theodor Mommsen",
            "record it (`claimcli new scholar`), or write the id of another scholar",
        ),
    ],
)
def test_a_holder_who_is_named_has_an_id(written: str, hint: str, tmp_path: Path) -> None:
    (told,) = hints(CLAIM.replace("[kim]", f"[kim, {written}]") + SYME, tmp_path)
    assert told == (f"there is no scholar '{written.strip(chr(39))}'", hint)


def test_where_a_file_was_deleted_that_is_said(tmp_path: Path) -> None:
    found = [(p.message, p.hint) for p in placed(read_alone(CLAIM, tmp_path))]
    assert found == [
        (
            "there is no scholar 'kim'",
            "there are no scholars at all: bring their file back, or `claimcli new scholar`",
        ),
        (
            "there is no source 'kim-2013'",
            "there are no sources at all: bring their file back, or `claimcli new source`",
        ),
    ]
    found = [(p.message, p.hint) for p in placed(read_alone(CLAIM + SYME, tmp_path))]
    assert found[0][1] == "record it (`claimcli new scholar`), or write the id of another scholar"


def read_alone(text: str, root: Path) -> Reading:
    """A file that has nothing beside it."""
    (root / "z.yaml").write_text(text, "utf-8")
    return combine(root, [read_bytes("z.yaml", text.encode())])


SOURCE = "references:\n- id: {}\n  type: book\n  author: [{{family: Kim, given: Alexander}}]\n"


def test_an_id_that_is_none_is_named_where_it_is_meant(tmp_path: Path) -> None:
    claim = CLAIM.replace("kim-2013", "kolb-2004")
    meant = "'kolb+2004' at z.yaml:7 is probably meant, which is no id"
    text = claim + SOURCE.format("kolb+2004")
    assert hints(text, tmp_path) == [("there is no source 'kolb-2004'", meant)]
    text = claim.replace("kolb-2004", "kolb+2004") + SOURCE.format("kolb+2004")
    assert hints(text, tmp_path) == [("there is no source 'kolb+2004'", meant)]


def test_a_record_left_out_is_named_where_it_is_meant(tmp_path: Path) -> None:
    text = CLAIM.replace("kim-2013", "kolb-2040") + SOURCE.format("kolb-2004") + "  page: []\n"
    meant = "'kolb-2004' at z.yaml:7 is probably meant, which is left out, being broken"
    assert hints(text, tmp_path) == [("there is no source 'kolb-2040'", meant)]


def test_a_record_without_an_id_is_named_where_it_may_be_meant(tmp_path: Path) -> None:
    text = CLAIM.replace("kim-2013", "lee-1990") + SOURCE.replace("- id: {}\n  ", "- ")
    meant = "the source at z.yaml:7 has no id; if it is meant, give it this"
    assert hints(text, tmp_path) == [("there is no source 'lee-1990'", meant)]


def test_a_record_that_runs_into_the_next_is_held_against_nobody(tmp_path: Path) -> None:
    twice = "scholars:\n- {id: lee, name: Lee, kind: person, name: X, kind: unnamed}\n"
    assert check(CLAIM.replace("[kim]", "[lee]") + twice, tmp_path) == []
    stances = "stances:\n  jin:\n    label: Jin\n    label: Song\n"
    assert check(f"id: q\nquestion: Who?\n{stances}{CLAIM}  stance: song\n", tmp_path) == []


def test_a_stance_whose_id_is_none_is_named_where_it_is_meant(tmp_path: Path) -> None:
    question = "id: q\nquestion: Who?\nstances: {No_War: {label: No}, war: {label: War}}\n"
    meant = (
        "the question 'q' has no stance 'no-war'",
        "'No_War' is probably meant, which is no id",
    )
    assert hints(f"{question}{CLAIM}  stance: no-war\n", tmp_path) == [meant]


def test_ids_in_another_script_are_not_taken_for_each_other(tmp_path: Path) -> None:
    question = "id: q\nquestion: Who?\nstances: {Север: {label: No}, war: {label: War}}\n"
    told = ("the question 'q' has no stance 'Юг'", "its stances: war")
    assert hints(f"{question}{CLAIM}  stance: Юг\n", tmp_path) == [told]


def test_a_broken_record_of_another_kind_is_not_what_is_wanted(tmp_path: Path) -> None:
    text = f"{CLAIM}  basis: [{{source: lee}}]\nscholars:\n- id: lee\n  name: Lee\n  kind: man\n"
    wrong = ("'lee' is a scholar, not a source", "write the id of a source")
    assert hints(text, tmp_path) == [wrong]


def test_a_broken_author_and_work_are_held_against_each_other_all_the_same(tmp_path: Path) -> None:
    text = CLAIM.replace("kim-2013", "lee-1990") + SOURCE.format("lee-1990").replace("Kim", "Lee")
    assert places(check(f"{text}  page: []\n", tmp_path)) == [("E306", "z.yaml:5:22")]
    assert places(check(f"{text}  editor: x\n", tmp_path)) == []


def test_taking_no_side_is_always_possible(tmp_path: Path) -> None:
    assert check(f"id: q\nquestion: Who?\n{CLAIM}  stance: none\n", tmp_path) == []


def test_but_it_is_no_answer(tmp_path: Path) -> None:
    found = check(f"{CLAIM}  answers: [who-started-war/none]\n", tmp_path)
    assert places(found) == [("E305", "z.yaml:6:13")]


@cases(
    ("holders", "lines", "place"),
    [
        ("kim", "  citation: {source: kim-2013}", None),
        ("kim", "  citation: {source: vorobev-1975}", "z.yaml:5:22"),
        ("kim", "  citation: {source: vorobev-1975}\n  via: [{source: kim-2013}]", None),
        ("kim", "  via: [{source: vorobev-1975}]", None),
        ("kim", "  citation: {source: song-shi}", "z.yaml:5:22"),
        ("anonymous", "  citation: {source: song-shi}", None),
        ("anonymous", "  citation: {source: kim-2013}", "z.yaml:5:22"),
        ("anonymous, kim", "  citation: {source: kim-2013}", None),
        ("kim", "  citation: {source: edited-2000}", None),
    ],
)
def test_a_work_is_read_first_hand_only_by_its_authors(
    holders: str, lines: str, place: str | None, tmp_path: Path
) -> None:
    text = (
        f"claims:\n- id: a\n  scholars: [{holders}]\n  statement: S.\n{lines}\n"
        "references:\n- id: song-shi\n  type: classic\n"
        "- id: edited-2000\n  type: book\n  editor: [{family: Kim, given: A.}]\n"
    )
    assert places(check(text, tmp_path)) == ([("E306", place)] if place else [])


def test_a_reporters_phrase_has_no_work_of_its_own(tmp_path: Path) -> None:
    found = check(CLAIM.replace("[kim]", "[kim, kim-2013-many]"), tmp_path)
    assert places(found) == [("E307", "z.yaml:3:19")]


def test_a_finding_on_a_stance_and_on_a_missing_path() -> None:
    reading = read_corpus(BESIDE)
    (question,) = reading.questions
    claim = reading.claims[0]
    problems = resolve(
        BESIDE,
        [
            finding("W999", question, ("stances", "song-provoked"), "m", at_key=True),
            finding("W999", question, (), "m"),
            finding("W999", claim, (), "m"),
            finding("W999", claim, ("citation", "locator"), "m"),
        ],
    )
    file = "questions/who-started-war.yaml"
    assert [str(p.location) for p in problems] == [
        f"{file}:6:3",
        f"{file}:1:1",
        f"{file}:9:3",
        f"{file}:13:13",
    ]
    assert [p.record for p in problems] == [question.id, question.id, claim.id, claim.id]


def test_damage_above_a_record_does_not_shift_it(tmp_path: Path) -> None:
    separator = "claims:\n- id: b\n  statement: x\u2028y\n"
    syntax = "claims:\n- id: b\n  statement: x: y\n"
    for above in (separator, syntax):
        found = check(above + CLAIM.replace("claims:\n", "").replace("[kim]", "[kin]"), tmp_path)
        assert places(found) == [("E301", "z.yaml:5:14")]


def test_a_file_that_has_gone_leaves_the_line_of_the_record(tmp_path: Path) -> None:
    claim = read_corpus(BESIDE).claims[0]
    (problem,) = resolve(tmp_path, [finding("W999", claim, ("quote",), "m")])
    assert str(problem.location) == "questions/who-started-war.yaml:9:1"
