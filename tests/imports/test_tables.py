"""Tables of claims: what becomes of every row, and what claimcli prints coming back as it was."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from support import ROOT, Ran, Run, cases

from claimcli.corpus.reading import read_corpus
from claimcli.model import Claim

TABLE = """\
Question,Position,Argument,Historian,Year,Work,Page,Quote
Who began it?,Austria began it,Austria did.,"Fischer, Fritz",1961,Griff,87.0,den Krieg
Who began it?,Russia began it,Russia did.,McMeekin,2011,Roots,12-14,"said ""first"" to it"
Who began it?,none,Nobody can say.,Fritz Fischer,1961,Griff,9,
"""


def put(root: Path, text: str | bytes, name: str = "t.csv") -> str:
    """A file beside the corpus."""
    content = text if isinstance(text, bytes) else text.encode()
    (root.parent / name).write_bytes(content)
    return f"../{name}"


def plain(root: Path) -> dict[str, dict[str, Any]]:
    """The claims of a corpus, without where they stand."""
    return {claim.id: _without_place(claim) for claim in read_corpus(root).claims}


def _without_place(claim: Claim) -> dict[str, Any]:
    values = msgspec.json.decode(msgspec.json.encode(claim))
    return {name: value for name, value in values.items() if name not in ("file", "line")}


def told(ran: Ran) -> list[tuple[int, str, str]]:
    return [(one["line"], one["loss"], one["message"]) for one in ran.json["remarks"]]


def broken(ran: Ran) -> list[tuple[int, str]]:
    return [(line, message) for line, loss, message in told(ran) if loss == "broken"]


def test_a_table_becomes_questions_stances_scholars_sources_and_claims(
    root: Path, run: Run
) -> None:
    ran = run("import", put(root, TABLE), "--json")
    assert ran.code == 0, ran.err
    assert ran.json["questions"] == [{"id": "who-began", "question": None, "text": "Who began it?"}]
    assert [one["id"] for one in ran.json["new"]] == ["fischer-1961", "mcmeekin-2011"]
    reading = read_corpus(root)
    assert [(s.id, s.name, s.kind) for s in reading.scholars] == [
        ("fischer", "Fritz Fischer", "person"),
        ("mcmeekin", "McMeekin", "person"),
    ]
    (question,) = reading.questions
    assert [(s.id, s.label) for s in question.stances] == [
        ("austria-began", "Austria began it"),
        ("russia-began", "Russia began it"),
    ]
    assert plain(root) == {
        "fischer-1961-austria-began": {
            "id": "fischer-1961-austria-began",
            "question": "who-began",
            "stance": "austria-began",
            "scholars": ["fischer"],
            "statement": "Austria did.",
            "citation": {"source": "fischer-1961", "locator": "p. 87"},
            "quote": "den Krieg",
        },
        "mcmeekin-2011-russia-began": {
            "id": "mcmeekin-2011-russia-began",
            "question": "who-began",
            "stance": "russia-began",
            "scholars": ["mcmeekin"],
            "statement": "Russia did.",
            "citation": {"source": "mcmeekin-2011", "locator": "pp. 12-14"},
            "quote": 'said "first" to it',
        },
        "fischer-1961-nobody-can-say": {
            "id": "fischer-1961-nobody-can-say",
            "question": "who-began",
            "stance": "none",
            "scholars": ["fischer"],
            "statement": "Nobody can say.",
            "citation": {"source": "fischer-1961", "locator": "p. 9"},
        },
    }
    assert run("check").code == 0


def test_a_second_import_changes_nothing_and_of_a_grown_table_what_is_new_comes(
    root: Path, run: Run
) -> None:
    run("import", put(root, TABLE))
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    view = run("import", "../t.csv", "--json").json
    assert (len(view["same"]), view["written"], view["changed"]) == (3, [], [])
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before
    more = 'Who began it?,Russia began it,Russia hid it.,Sean McMeekin,2011,"McMeekin 2011",,\n'
    view = run("import", put(root, TABLE + more), "--json").json
    assert [one["id"] for one in view["claims"]] == ["mcmeekin-2011-russia-hid"]
    assert (view["new"], view["scholars"]) == ([], [])
    assert view["unsure"] == [{"name": "Sean McMeekin", "scholar": "mcmeekin"}]


def test_what_differs_is_said_and_update_changes_that_alone(root: Path, run: Run) -> None:
    run("import", put(root, TABLE))
    file = root / "questions" / "who-began.yaml"
    file.write_text(file.read_text("utf-8") + "# mine\n", encoding="utf-8")
    changed = TABLE.replace(",87.0,", ",88,").replace("den Krieg", "")
    view = run("import", put(root, changed), "--json").json
    assert view["changed"] == [
        {
            "id": "fischer-1961-austria-began",
            "field": "citation",
            "here": '{"source":"fischer-1961","locator":"p. 87"}',
            "there": '{"source":"fischer-1961","locator":"p. 88"}',
            "taken": False,
        }
    ]
    before = file.read_text("utf-8")
    run("import", "../t.csv", "--update")
    assert file.read_text("utf-8") == before.replace("p. 87", "p. 88")


def test_a_dry_run_shows_what_would_be_and_writes_nothing(root: Path, run: Run) -> None:
    ran = run("import", put(root, TABLE), "--dry-run")
    assert "3 new claims" in ran.out
    assert "+++ b/questions/who-began.yaml" in ran.out
    assert "+  statement: Austria did." in ran.out
    assert [path.name for path in root.rglob("*.yaml")] == ["corpus.yaml"]
    diff = run("import", "../t.csv", "--dry-run", "--json").json["diff"]
    subprocess.run(["git", "apply"], input=diff, text=True, check=True, cwd=root)
    assert len(plain(root)) == 3


BAD = """\
question,stance,statement,holder,source,page
Why?,a,One.,Ann Lee,lee-2001,1
Why?,a,,Ann Lee,lee-2001,2
Why?,a,Three.,,lee-2001,3
Why?,a,Four.,Ann Lee,,4
Why?,,Five.,Ann Lee,lee-2001,5
Why?,a,"Six.,Ann Lee,lee-2001,6
Why?,a,"Seven" and more,Ann Lee,lee-2001,7
Why?,a,Eight.,Ann Lee,lee-2001,8,9,10
Why?,a,=HYPERLINK("http://x"),Ann Lee,lee-2001,9
Why?,a,Ten.,Ann Lee,lee-2001,#REF!
Why?,a,Eleven.,Ann Lee,lee-2001,5-Mar
Why?,a,Twelve.,Bo Kim,lee-2001,12
Why?,a,Thirteen.,Ann Lee
Why?,b,Fourteen.,Ann Lee,lee-2001,14
"""


def test_a_broken_row_stops_no_other_and_is_told_with_its_line(root: Path, run: Run) -> None:
    ran = run("import", put(root, BAD), "--json")
    assert ran.code == 1
    assert [line for line, _ in broken(ran)] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
    said = dict(broken(ran))
    assert said[3].startswith("the row has no statement")
    assert said[4].startswith("the row does not say who holds it")
    assert said[5].startswith("the row names no work")
    assert said[6].startswith("the row has no stance")
    assert "quotation mark" in said[7]
    assert "written twice" in said[8]
    assert said[9] == "the row has 8 cells and not 6, and was left"
    assert "is a formula" in said[10]
    assert "#REF!" in said[11]
    assert "made it of pages" in said[12]
    assert said[13].startswith("none of 'kim' is an author or editor of 'lee-2001'")
    assert said[14].startswith("a claim must have a citation or a via")
    assert [c["statement"] for c in plain(root).values()] == ["One.", "Fourteen."]
    assert [s.id for s in read_corpus(root).scholars] == ["lee"]  # nobody for a row that was left


@pytest.mark.slow
@pytest.mark.parametrize(
    ("made", "options"),
    [
        (lambda text: text.replace(",", ";"), ()),
        (lambda text: text.replace(",", "\t"), ()),
        (lambda text: text.replace(",", "|"), ()),
        (lambda text: "sep=;\n" + text.replace(",", ";"), ()),
        (lambda text: text.replace("\n", "\r\n"), ()),
        (lambda text: text.replace("\n", "\r"), ()),
        (lambda text: "\ufeff" + text, ()),
        (lambda text: text.encode("utf-16"), ()),
        (lambda text: text.encode("utf-16-le"), ("--encoding", "utf-16-le")),
        (lambda text: text.encode("cp1252"), ("--encoding", "cp1252")),
        (lambda text: "\n\n" + text + "\n\n", ()),
        (lambda text: text.replace("\n", ",,\n"), ()),
        (lambda text: "".join(f'"{line}"\n' for line in text.splitlines()), ()),
        (lambda text: "".join(f'"{line}";;;\n' for line in text.splitlines()), ()),
    ],
)
def test_the_same_table_however_it_was_saved(
    root: Path, run: Run, made: Any, options: tuple[str, ...]
) -> None:
    text = (
        "question,stance,statement,holder,source,page\n"
        "Why?,für,Ein Grund.,Jörg Müller,müller-2001,1125.0\n"
        "Why?,wider,Kein Grund.,Jörg Müller,müller-2001,12–14\n"
    )
    ran = run("import", put(root, made(text)), "--as", "csv", "--json", *options)
    assert ran.code == 0, ran.err + ran.out
    found = plain(root)
    assert [c["citation"]["locator"] for c in found.values()] == ["p. 1125", "pp. 12-14"]
    assert [s.name for s in read_corpus(root).scholars] == ["Jörg Müller"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        ("Größe,statement\na,b\n".encode("cp1252"), "--encoding cp1252"),
        ("词,statement\na,b\n".encode("gb18030"), "--encoding gb18030"),
        ("question,statement\n".encode("utf-16-le"), "--encoding utf-16-le"),
        (b"colour,shape\nred,round\nblue,square\n", "no column is known as a statement"),
    ],
)
def test_what_cannot_be_read_at_all_is_said(
    root: Path, run: Run, content: bytes, said: str
) -> None:
    ran = run("import", put(root, content))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_header_alone_is_no_mistake(root: Path, run: Run) -> None:
    ran = run("import", put(root, TABLE.split("\n")[0] + "\n"))
    assert ran.code == 0
    assert "nothing to write" in ran.err


@pytest.mark.parametrize("file", [False, True])
def test_columns_can_be_named_by_hand(root: Path, run: Run, file: bool) -> None:
    text = "Wer,Was,Wo,S.\nAnn Lee,One.,lee-2001,5\n"
    pairs = ["Wer=scholars", "Was=statement", "Wo=source", "S.=page"]
    put(root, "\n".join(pairs), "map.txt")
    maps = ["--map", "../map.txt"] if file else [x for pair in pairs for x in ("--map", pair)]
    fixed = ["--set", "question=Why?", "--set", "stance=none"]
    ran = run("import", put(root, text), *maps, *fixed, "--json")
    assert ran.code == 0, ran.err
    (claim,) = plain(root).values()
    assert (claim["question"], claim["stance"], claim["citation"]) == (
        "why",
        "none",
        {"source": "lee-2001", "locator": "p. 5"},
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--map", "Wir=scholars"), "no column 'Wir'; did you mean 'Wer'?"),
        (("--map", "Wer=scholers"), "no field 'scholers'; did you mean 'scholars'?"),
        (("--set", "stence=none"), "no field 'stence'; did you mean 'stance'?"),
        (("--set", "stance"), "--set stance: write FIELD=VALUE"),
    ],
)
def test_a_map_that_leads_nowhere_is_told(
    root: Path, run: Run, options: tuple[str, ...], said: str
) -> None:
    ran = run("import", put(root, "Wer,statement\nAnn Lee,One.\n"), *options)
    assert ran.code == 2
    assert said in ran.err


def test_of_two_columns_of_one_field_the_first_counts(root: Path, run: Run) -> None:
    text = "statement,holder,source,page,page\nOne.,Ann Lee,lee-2001,5,6\n"
    ran = run("import", put(root, text), "--json")
    assert (1, "left", "column 5, 'page', was left: column 4, 'page', is the page already") in told(
        ran
    )


def test_the_same_claim_twice_is_one(root: Path, run: Run) -> None:
    line = "One.,Ann Lee,lee-2001,{}\n"
    text = "statement,holder,source,page\n" + line.format(5) + line.format(5) + line.format(6)
    ran = run("import", put(root, text), "--json")
    assert [(line, loss) for line, loss, m in told(ran) if "second time" in m] == [
        (3, "left"),
        (4, "left"),
    ]
    assert "with another citation" in told(ran)[-1][2]
    assert len(plain(root)) == 1


def test_whose_name_two_scholars_have_nobody_decides(root: Path, run: Run) -> None:
    people = "".join(f"- {{id: {id}, name: Ann Lee, kind: person}}\n" for id in ("lee", "lee-2"))
    (root / "people.yaml").write_text(f"scholars:\n{people}", "utf-8")
    ran = run("import", put(root, "statement,holder,source\nOne.,Ann Lee,lee-2001\n"), "--json")
    assert broken(ran) == [(2, "'Ann Lee' may be any of lee, lee-2: give the id; the row was left")]


LEES = """\
scholars:
- {id: lee, name: Ann Lee, kind: person}
- {id: lee-bo, name: Bo Lee, kind: person}
references:
- {id: bo-2001, type: book, author: [{family: Lee, given: Bo}], title: War}
- {id: else-1999, type: book, author: [{family: Rao}], title: Peace}
"""


def test_of_two_of_one_family_name_the_author_of_the_work_is_meant(root: Path, run: Run) -> None:
    (root / "people.yaml").write_text(LEES, encoding="utf-8")
    text = "statement,holder,source\nOne.,Lee,bo-2001\nTwo.,Lee,else-1999\n"
    ran = run("import", put(root, text), "--json")
    assert broken(ran) == [(3, "'Lee' may be any of lee, lee-bo: give the id; the row was left")]
    assert [c["scholars"] for c in plain(root).values()] == [["lee-bo"]]
    assert ran.json["unsure"] == [{"name": "Lee", "scholar": "lee-bo"}]


def test_a_stance_that_is_new_to_a_question_is_told(root: Path, run: Run) -> None:
    run("import", put(root, TABLE))
    line = "Who began it?,Austria,Austria knew.,Fritz Fischer,1961,Griff,10,\n"
    ran = run("import", put(root, TABLE + line), "--json")
    assert (
        5,
        "changed",
        "'Austria' is a new stance of 'who-began', beside austria-began, russia-began",
    ) in told(ran)


def test_what_a_reporter_says_comes_with_via(root: Path, run: Run) -> None:
    text = (
        "statement,holder,kind,cited in,page,quote\n"
        "One.,many historians,unnamed,Kim 2013,,they say so\n"
        'Two.,Bo Rao,,"Kim 2013, p. 4",,\n'
    )
    ran = run("import", put(root, text), "--json")
    assert ran.code == 0, ran.out
    one, two = plain(root).values()
    assert (one["scholars"], one["via"]) == (
        ["kim-2013-many-historians"],
        [{"source": "kim-2013"}],
    )
    assert two["via"] == [{"source": "kim-2013", "locator": "p. 4"}]
    assert "citation" not in two
    (source,) = read_corpus(root).sources
    assert (source.id, source.author[0].family, source.issued) == ("kim-2013", "Kim", "2013")


# --- What claimcli prints ---


def emptied(folder: Path) -> None:
    """Take all claims out of the files of a corpus."""
    for path in folder.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?ms)^claims:\n.*", "", text), encoding="utf-8")
        if not path.read_text("utf-8").strip():
            path.unlink()


def comes_back(folder: Path, format: str, run: Run) -> None:
    before = plain(folder)
    printed = folder.parent / f"all.{format}"
    printed.write_text(run("search", "--format", format, "--corpus", str(folder)).out, "utf-8")
    files = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    again = run("import", str(printed), "--corpus", str(folder), "--json")
    assert (again.code, again.json["written"], len(again.json["same"])) == (0, [], len(before))
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == files
    emptied(folder)
    assert plain(folder) == {}
    ran = run("import", str(printed), "--corpus", str(folder), "--json")
    assert ran.code == 0, ran.err
    assert (ran.json["new"], ran.json["scholars"], ran.json["questions"]) == ([], [], [])
    assert plain(folder) == before


@pytest.mark.slow
@pytest.mark.parametrize("format", ["csv", "tsv", "jsonl"])
def test_what_search_prints_of_the_shipped_corpus_comes_back_id_for_id(
    tmp_path: Path, run: Run, format: str
) -> None:
    comes_back(Path(shutil.copytree(ROOT / "claims", tmp_path / "claims")), format, run)


@pytest.mark.slow
@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_what_it_prints_of_a_generated_corpus_comes_back(
    tmp_path: Path, run: Run, format: str
) -> None:
    folder = tmp_path / "generated"
    made = [sys.executable, str(ROOT / "benchmarks" / "generate.py"), str(folder), "--claims=300"]
    subprocess.run(made, check=True)
    comes_back(folder, format, run)


def everything(root: Path) -> dict[str, dict[str, Any]]:
    """All records of a corpus, without where they stand."""
    reading = read_corpus(root)
    kinds = (reading.claims, reading.scholars, reading.sources, reading.questions, reading.names)
    return {one.id: _bare(msgspec.to_builtins(one)) for records in kinds for one in records}


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if k not in ("file", "line")}
    return [_bare(one) for one in value] if isinstance(value, list | tuple) else value


@pytest.mark.slow
@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_an_exported_corpus_comes_back_whole(
    root: Path, run: Run, tmp_path: Path, format: str
) -> None:
    shipped = str(ROOT / "claims")
    ran = run("export", format, "-o", str(tmp_path / "out"), "--corpus", shipped)
    assert ran.code == 0, ran.err
    ran = run("import", str(tmp_path / "out"), "--json")
    assert (ran.code, [r for r in ran.json["remarks"] if r["loss"] != "changed"]) == (0, [])
    assert everything(root) == everything(ROOT / "claims")
    again = run("import", str(tmp_path / "out"), "--json").json
    assert again["written"] == []
    assert len(again["same"]) == len(everything(root))


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Reference Type,Author,Year,Title,Place Published,Publisher", "new"),
        ("Key,Item Type,Publication Year,Author,Title,Publication Title", "new"),
        ("name,kind,school", "scholars"),
        ("name,kind,spellings", "names"),
        ("id,question,scope", "questions"),
    ],
)
def test_tables_of_other_records_are_known_by_their_columns(
    root: Path, run: Run, header: str, kind: str
) -> None:
    values = {"Reference Type": "Book", "Item Type": "journalArticle", "kind": "person", "id": "x"}
    values |= {"Year": "1999", "Publication Year": "1999", "spellings": "Иван (cyrillic)"}
    row = ",".join(values.get(column, f"Some {column}") for column in header.split(","))
    view = run("import", put(root, f"{header}\n{row}\n"), "--as", "csv", "--json").json
    assert len(view[kind]) == 1
    if kind == "new":
        (source,) = read_corpus(root).sources
        assert source.type == ("book" if "Reference" in header else "article-journal")
        assert source.issued == "1999"


@pytest.mark.parametrize("header", ["name,sort_name", "Gruppe,DE,EN", "display_name,name,birth"])
def test_a_table_of_names_alone_makes_nobody_a_scholar(root: Path, run: Run, header: str) -> None:
    ran = run("import", put(root, f"{header}\n" + "a,b,c\n" * 3), "--as", "csv")
    assert ran.code == 2
    assert "no column is known" in ran.err


def test_a_table_of_quotations_becomes_drafts(root: Path, run: Run) -> None:
    text = "quote,title,page,comment,tags\nthe truce was broken,The War,7,why?,truce\n"
    (draft,) = run("import", put(root, text), "--json").json["drafts"]
    assert (draft["quote"], draft["locator"], draft["comment"], draft["tags"]) == (
        "the truce was broken",
        "p. 7",
        "why?",
        ["truce"],
    )
    assert run("import", "../t.csv", "--json").json["same_drafts"] == 1


def test_records_of_json_in_an_empty_corpus(root: Path, run: Run, small: Path) -> None:
    text = run("search", "--format", "jsonl", "--corpus", str(small)).out
    before = plain(small)
    ran = run("import", put(root, text, "all.jsonl"), "--json", "--corpus", str(root))
    assert ran.code == 0, ran.out
    assert plain(root) == before


REFERENCES = """\
statement,holder,source
One.,Fritz Fischer,"Fischer, Fritz. Griff nach der Weltmacht. 1961"
Two.,Fritz Fischer,"Fischer, Fritz. Griff nach der Weltmacht. 1961"
Three.,Sean McMeekin,The Russian Origins of the First World War 2011
Four.,M. V. Müller,"M. V. Müller: Krieg und Frieden, Berlin 1902"
Five.,Christopher Clark,Clark 2012
"""


def test_a_reference_written_out_and_a_title_that_ends_with_a_year_are_kept_whole(
    root: Path, run: Run
) -> None:
    assert run("import", put(root, REFERENCES)).code == 0
    works = {
        (source.title, source.issued, source.author[0].family)
        for source in read_corpus(root).sources
        if source.author
    }
    assert works >= {
        ("Griff nach der Weltmacht", "1961", "Fischer"),
        ("The Russian Origins of the First World War 2011", None, "McMeekin"),
        ("Krieg und Frieden, Berlin", "1902", "Müller"),
        (None, "2012", "Clark"),
    }
    again = run("import", put(root, REFERENCES))
    assert again.err.strip() == "nothing to write: 5 there already"


def test_of_a_short_citation_no_name_is_lost(root: Path, run: Run) -> None:
    ran = run("import", put(root, "statement,holder,source\nOne.,Ann Lee,Kim 2013\n"), "--json")
    [(line, why)] = broken(ran)
    assert line == 2
    assert why.startswith("none of 'lee' is an author or editor of 'kim-2013'")


@cases(
    ("header", "said"),
    [
        (
            "question,stance,holder,source",
            "t.csv:1: no column is known as a statement, nor as a quotation, a title or a scholar: "
            "question, stance, holder, source; say --map 'COLUMN=statement'",
        ),
        (
            "question,stance,text,source",
            "t.csv:1: no column says who holds the claims: question, stance, text, source; say "
            "--map 'COLUMN=scholars', or --set 'scholars=NAME' where one holds them all",
        ),
    ],
)
def test_a_column_that_every_row_needs_is_asked_for(
    header: str, said: str, root: Path, run: Run
) -> None:
    ran = run("import", put(root, f"{header}\nWho?,A,One,lee-2001\n"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"claimcli: ../{said}\n"


def test_a_table_without_rows_is_told(root: Path, run: Run) -> None:
    ran = run("import", put(root, "question,stance,text,holder\n"))
    assert "t.csv:1:1 there is a header, and no row below it" in ran.out


def test_a_value_given_twice_and_what_is_no_json_are_told(root: Path, run: Run) -> None:
    row = '"text": "One.", "holder": "Ann Lee", "source": "lee-2001"'
    text = f'{{{row}, "page": NaN}}\n{{{row}, "text": "Two."}}\n'
    ran = run("import", put(root, text, "t.jsonl"), "--json")
    assert [
        (line, message) for line, _, message in told(ran) if "JSON" in message or "times" in message
    ] == [
        (1, "NaN is no value of JSON, and was left"),
        (2, "'text' is given 2 times; the last one counts"),
    ]
    claims = {claim.statement: claim for claim in read_corpus(root).claims}
    citation = claims["One."].citation
    assert (citation.source, citation.locator) == ("lee-2001", None) if citation else False
    assert "Two." in claims
