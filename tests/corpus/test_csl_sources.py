"""Sources as CSL-YAML: names, dates and variables (CSL 1.0.2, csl-data.json)."""

from __future__ import annotations

import json

from checking import placed
from support import cases

from claimcli.citations.issue_dates import year
from claimcli.corpus.csl import FIELDS, TYPES
from claimcli.corpus.reading import read_bytes
from claimcli.corpus.records import FileReading
from claimcli.corpus.synonyms import TYPES as SYNONYMS_OF_TYPES
from claimcli.corpus.synonyms import VARIABLES
from claimcli.model import Creator, Source


def read(lines: str) -> FileReading:
    return read_bytes("f.yaml", f"references:\n- id: x\n  type: book\n{lines}\n".encode())


def source(lines: str) -> Source:
    reading = read(lines)
    assert reading.problems == ()
    return reading.sources[0]


def problems(lines: str) -> list[tuple[str, int, int]]:
    return placed(read(lines).problems)


def test_a_source_of_pandoc() -> None:
    text = """\
---
references:
- author:
  - family: Rachewiltz
    given: Igor
    non-dropping-particle: de
  - literal: Academia Sinica
  container-title: Monumenta Serica
  editor:
  - family: Franke
    given: Herbert
  id: rachewiltz-1962
  issued:
    date-parts:
    - - 1962
      - 3
  original-date: "1911"
  page: 1-44
  title: Personnel and personalities
  type: article-journal
  volume: 08
...
"""
    reading = read_bytes("f.yaml", text.encode())
    assert reading.problems == ()
    assert reading.sources == (
        Source(
            id="rachewiltz-1962",
            type="article-journal",
            title="Personnel and personalities",
            author=(Creator("Rachewiltz", "Igor"), Creator(literal="Academia Sinica")),
            editor=(Creator("Franke", "Herbert"),),
            issued="1962-03",
            original_date="1911",
            csl={
                "author": [
                    {"family": "Rachewiltz", "given": "Igor", "non-dropping-particle": "de"},
                    {"literal": "Academia Sinica"},
                ],
                "container-title": "Monumenta Serica",
                "editor": [{"family": "Franke", "given": "Herbert"}],
                "id": "rachewiltz-1962",
                "issued": {"date-parts": [[1962, 3]]},
                "original-date": "1911",
                "page": "1-44",
                "title": "Personnel and personalities",
                "type": "article-journal",
                "volume": "08",
            },
            file="f.yaml",
            line=3,
        ),
    )


@cases(
    ("typed", "edtf"),
    [
        ("1975", "1975"),
        ("'1975-03'", "1975-03"),
        ("1977/1979", "1977/1979"),
        ("11XX", "11XX"),
        ("{date-parts: [[1975]]}", "1975"),
        ("{date-parts: [['1975', 3]]}", "1975-03"),
        ("{date-parts: [[1975, 3, 9]]}", "1975-03-09"),
        ("{date-parts: [[1977], [1979]]}", "1977/1979"),
        ("{date-parts: [[1977, 12], [1979, 1]]}", "1977-12/1979-01"),
        ("{date-parts: [[980]]}", "0980"),
        # CSL has no year 0, EDTF has; what CSL's processors print of these is beside them.
        ("{date-parts: [[-44]]}", "-0043"),  # 44 BC
        ("{date-parts: [[-44, 3, 15]]}", "-0043-03-15"),
        ("{date-parts: [[-1]]}", "0000"),  # 1 BC
        ("{date-parts: [[1]]}", "0001"),  # AD 1
        ("{date-parts: [[-50], [-20]]}", "-0049/-0019"),  # 50–20 BC
        ("{date-parts: [[-9999]]}", "-9998"),
        ("{date-parts: [[-10000]]}", "-9999"),
        ("{date-parts: [[-10001]]}", "Y-10000"),
        ("{date-parts: [[9999]]}", "9999"),
        ("{date-parts: [[10000]]}", "Y10000"),
        ("{date-parts: [[12000]]}", "Y12000"),
        ("{date-parts: [[1977], [0]]}", "1977/.."),  # 1977–
        ("{date-parts: [[1977, 12], [0]]}", "1977-12/.."),
        ("{date-parts: [[-44], [0]]}", "-0043/.."),  # 44 BC–
        ("{date-parts: [[0], [1977]]}", "../1977"),
        ("{date-parts: [[1977], [0]], circa: true}", "1977~/.."),
        ("{date-parts: [[1975]], circa: true}", "1975~"),
        ("{date-parts: [[1975], [1977]], circa: 1}", "1975~/1977~"),
        ("{date-parts: [[1975]], circa: false}", "1975"),
        ("{date-parts: [[1975]], season: 1}", "1975-21"),
        ("{date-parts: [[1975]], season: 4}", "1975-24"),
        ("{raw: 1975?}", "1975?"),
        ("{edtf: 1975~}", "1975~"),
        ("{literal: late Song}", None),
    ],
)
def test_dates_become_edtf(typed: str, edtf: str | None) -> None:
    assert source(f"  issued: {typed}").issued == edtf
    assert source(f"  original-date: {typed}").original_date == edtf


@cases(
    ("typed", "edtf", "csl"),
    [
        ("[{year: 1877}]", "1877", {"date-parts": [[1877]]}),  # pandoc, older versions
        ("[{year: '1877', month: '05'}]", "1877-05", {"date-parts": [[1877, 5]]}),
        ("[{year: 1877, month: 5, day: 3}]", "1877-05-03", {"date-parts": [[1877, 5, 3]]}),
        ("{year: 1877, month: 5}", "1877-05", {"date-parts": [[1877, 5]]}),
        ("[{year: 1877}, {year: 1879}]", "1877/1879", {"date-parts": [[1877], [1879]]}),
        (
            "[{year: 1877, month: 12}, {year: 1878, month: 1}]",
            "1877-12/1878-01",
            {"date-parts": [[1877, 12], [1878, 1]]},
        ),
        ("[{year: -44, month: 3}]", "-0043-03", {"date-parts": [[-44, 3]]}),
        (
            "[{year: 1877, circa: true}]",
            "1877~",
            {"circa": "true", "date-parts": [[1877]]},
        ),
        ("{year: 1877, season: 2}", "1877-22", {"season": "2", "date-parts": [[1877]]}),
        ("[{year: 1877, season: Winter}]", "1877-24", {"season": "Winter", "date-parts": [[1877]]}),
        ("{date-parts: [['1877', '5']]}", "1877-05", {"date-parts": [[1877, 5]]}),  # Zotero
        ("{date-parts: [[1877, 5, '']]}", "1877-05", {"date-parts": [[1877, 5]]}),
        ('{"date-parts":[["1877",5,3]]}', "1877-05-03", {"date-parts": [[1877, 5, 3]]}),
        ("[{literal: n.d.}]", None, {"literal": "n.d."}),
        ("{literal: spring of 1877}", None, {"literal": "spring of 1877"}),
        ("{raw: 1877-05}", "1877-05", {"raw": "1877-05"}),
        ("1877~", "1877~", "1877~"),  # pandoc, newer versions
    ],
)
def test_dates_as_pandoc_and_zotero_write_them(typed: str, edtf: str | None, csl: object) -> None:
    read_source = source(f"  issued: {typed}")
    assert (read_source.issued, read_source.csl["issued"]) == (edtf, csl)
    assert source(f"  accessed: {typed}").csl["accessed"] == csl


@cases(
    "id",
    [
        "aristotle:rhetoric",
        "Smith1990",
        "smithWhoBegan1990",
        "smith_1990",
        "smith.1990",
        "Müller-2001",
        "воробьев1975",
        "司馬遷",
        "DBLP:conf:x-2001a",
        "_1",
        "ʿabbas_2",
        "हिन्दी",
    ],
)
def test_a_source_may_keep_its_citation_key(id: str) -> None:
    text = f"references:\n- id: {id}\n  type: book\n"
    reading = read_bytes("f.yaml", text.encode())
    assert ([s.id for s in reading.sources], reading.problems) == ([id], ())


@cases("id", ["a b", ":a", "'a:'", "-a", "a/b", "a@b", "'a,b'", "'#a'", "'...'", "a."])
def test_what_is_no_citation_key_is_no_id(id: str) -> None:
    text = f"references:\n- id: {id}\n  type: book\n"
    assert [p.code for p in read_bytes("f.yaml", text.encode()).problems] == ["E206"]


def test_keys_that_differ_in_capitals_are_two_sources() -> None:
    text = "references:\n- {id: Kim2013, type: book}\n- {id: kim2013, type: book}\n"
    assert [s.id for s in read_bytes("f.yaml", text.encode()).sources] == ["Kim2013", "kim2013"]


def test_other_records_have_ids_in_kebab_case() -> None:
    text = "scholars:\n- {id: kimA, name: Kim, kind: person}\n"
    assert [p.code for p in read_bytes("f.yaml", text.encode()).problems] == ["E206"]


@cases("parts", ["[[-44]]", "[[1977], [0]]", "[[1975, 3]]"])
def test_date_parts_that_are_shown_are_read_as_the_same_date(parts: str) -> None:
    first = source(f"  issued: {{date-parts: {parts}}}")
    assert first.csl["issued"] == {"date-parts": json.loads(parts)}
    assert source(f"  issued: {json.dumps(first.csl['issued'])}") == first


@cases(
    ("parts", "printed"), [("[[-44]]", "44 BCE"), ("[[-1]]", "1 BCE"), ("[[1977], [0]]", "1977–")]
)
def test_a_year_is_cited_as_other_programs_of_csl_cite_it(parts: str, printed: str) -> None:
    assert year(source(f"  issued: {{date-parts: {parts}}}").issued) == printed


def test_the_year_0_is_told_how_to_write() -> None:
    (problem,) = read("  issued: {date-parts: [[0]]}").problems
    assert (problem.message, problem.hint) == (
        "CSL has no year 0",
        "write -1 for 1 BCE, -44 for 44 BCE",
    )


def test_numbers_are_text_outside_date_parts() -> None:
    read_source = source("  volume: 12\n  issued: {date-parts: [[1975, 03]], season: 2}")
    assert read_source.csl["volume"] == "12"
    assert read_source.csl["issued"] == {"date-parts": [[1975, 3]], "season": "2"}


@cases(
    ("line", "problem"),
    [
        ("  issued: {date-parts: [1975]}", ("E216", 4, 24)),
        ("  issued: {date-parts: 1975}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[]]}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[1975, 13]]}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[1975, 0]]}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[c. 1975]]}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[0]]}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[0], [0]]}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[0, 3]]}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[1977], [0, 3]]}", ("E216", 4, 24)),
        ("  issued: {date-parts: [[1], [2], [3]]}", ("E216", 4, 24)),
        ("  issued: {circa: true}", ("E216", 4, 11)),
        ("  issued: {raw: 1975, yearly: 1975}", ("E203", 4, 23)),
        ("  issued: {year: 1975, month: May}", ("E216", 4, 11)),
        ("  issued: [{year: 1975, day: 3}]", ("E216", 4, 12)),
        ("  issued: [{year: 0}]", ("E216", 4, 12)),
        ("  issued: []", ("E216", 4, 11)),
        ("  issued: [{year: 1}, {year: 2}, {year: 3}]", ("E216", 4, 11)),
        ("  issued: [[1975]]", ("E205", 4, 11)),
        ("  author: Kim", ("E205", 4, 11)),
        ("  author: [Kim]", ("E205", 4, 12)),
        ("  author: [{suffix: Jr.}]", ("E204", 4, 12)),
        ("  author: [{given: A., familly: Kim}]", ("E203", 4, 24)),
        ("  translator: Kim", ("E205", 4, 15)),
        ("  title: [A, B]", ("E205", 4, 10)),
        ("  language: ''", ("E207", 4, 13)),
    ],
)
def test_what_csl_cannot_read_is_an_error(line: str, problem: tuple[str, int, int]) -> None:
    assert problems(line) == [problem]
    assert read(line).sources == ()


def test_a_key_that_is_no_variable_is_kept_with_a_warning() -> None:
    reading = read("  titel: War\n  colour: [red]")
    assert [(p.code, p.location.line, p.hint) for p in reading.problems] == [
        ("W215", 4, "did you mean 'title'?"),
        ("W215", 5, "what has no variable of its own goes into `custom`"),
    ]
    assert reading.sources[0].csl["colour"] == ["red"]
    assert reading.left_out == 0


def test_an_unknown_type_is_kept_with_a_warning() -> None:
    reading = read_bytes("f.yaml", b"references:\n- id: x\n  type: article-jurnal\n")
    (problem,) = reading.problems
    assert (problem.code, problem.hint) == ("W217", "did you mean 'article-journal'?")
    assert reading.sources[0].type == "article-jurnal"


def test_id_and_type_are_required() -> None:
    reading = read_bytes("f.yaml", b"references:\n- title: War\n")
    assert [p.message for p in reading.problems] == [
        "a source must have 'id'",
        "a source must have 'type'",
    ]


@cases(
    ("key", "meant"),
    [
        ("date", "issued"),
        ("Year", "issued"),
        ("journal", "container-title"),
        ("city", "publisher-place"),
        ("place", "publisher-place"),
        ("pages", "page"),
        ("doi", "DOI"),
        ("containr-title", "container-title"),
    ],
)
def test_an_everyday_word_leads_to_the_variable(key: str, meant: str) -> None:
    assert [(p.code, p.hint) for p in read(f"  {key}: x").problems] == [
        ("W215", f"did you mean '{meant}'?")
    ]


@cases(
    ("kind", "meant"),
    [
        ("journal-article", "article-journal"),
        ("Journal Article", "article-journal"),
        ("web page", "webpage"),
        ("dissertation", "thesis"),
        ("book_section", "chapter"),
    ],
)
def test_an_everyday_word_leads_to_the_type(kind: str, meant: str) -> None:
    reading = read_bytes("f.yaml", f"references:\n- id: x\n  type: {kind}\n".encode())
    assert [(p.code, p.hint) for p in reading.problems] == [("W217", f"did you mean '{meant}'?")]


def test_everyday_words_lead_to_words_of_csl_and_are_none() -> None:
    assert set(VARIABLES.values()) <= set(FIELDS)
    assert VARIABLES.keys().isdisjoint(FIELDS)
    assert set(SYNONYMS_OF_TYPES.values()) <= TYPES
    assert SYNONYMS_OF_TYPES.keys().isdisjoint(TYPES)
