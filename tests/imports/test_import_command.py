"""`import` on a corpus: what is written, what stays, and what is said."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from storing import contents
from support import Ran, Run

from claimcli.corpus.reading import read_corpus

LIBRARY = """\
@book{vogel_cinema_2016,
  author = {Vogel, Amos and Kim, A. A.},
  title = {The Cinema},
  year = 2016,
  file = {/home/me/x.pdf},
}
@article{aristotle:rhetoric, author = {Aristotle}, title = {Rhetoric}, date = {-0043}}
@book{DBLP:conf/x/2001, title = {Signs}}
@misc{ann, title = {A name that is taken}}
"""
CORPUS = {
    "corpus.yaml": "title: Own\nformat: 1\n",
    "people.yaml": "scholars:\n- {id: ann, name: Ann Archer, kind: person}\n"
    "- {id: kim, name: Alexander A. Kim, kind: person}\n",
    "sources.yaml": "# by hand\nreferences:\n- id: own-1999   # mine\n  type: book\n",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus that one stands in, and a library beside it."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name, text in CORPUS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "library.bib").write_text(LIBRARY, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def brought(run: Run, *options: str, file: str = "../library.bib") -> Any:
    ran = run("import", file, "--json", *options)
    assert ran.code == 0, ran.err
    return ran.json


def test_what_is_new_is_written_and_nothing_else_changes(root: Path, run: Run) -> None:
    view = brought(run)
    assert [new["id"] for new in view["new"]] == [
        "vogel_cinema_2016",
        "aristotle:rhetoric",
        "DBLP:conf-x-2001",
        "ann-work",
    ]
    assert (view["written"], view["into"]) == (["sources.yaml"], "sources.yaml")
    text = (root / "sources.yaml").read_text(encoding="utf-8")
    assert text.startswith("# by hand\nreferences:\n- id: DBLP:conf-x-2001\n")  # sorted by id
    assert "\n- id: own-1999   # mine\n  type: book\n" in text
    sources = {source.id: source for source in read_corpus(root).sources}
    assert sources["vogel_cinema_2016"].csl == {
        "id": "vogel_cinema_2016",
        "type": "book",
        "author": [{"family": "Vogel", "given": "Amos"}, {"family": "Kim", "given": "A. A."}],
        "title": "The Cinema",
        "issued": "2016",
    }
    assert sources["aristotle:rhetoric"].issued == "-0043"
    assert sources["DBLP:conf-x-2001"].csl["citation-key"] == "DBLP:conf/x/2001"
    assert sources["ann-work"].csl["citation-key"] == "ann"
    assert {file.name for file in root.iterdir()} == set(CORPUS)


def test_a_second_import_changes_nothing(root: Path, run: Run) -> None:
    brought(run, "--scholars")
    before = contents(root)
    view = brought(run, "--scholars")
    assert (view["new"], view["changed"], view["scholars"], view["written"]) == ([], [], [], [])
    assert (len(view["same"]), view["remarks"]) == (4, [])
    assert contents(root) == before


def test_of_a_library_that_has_grown_only_what_is_new_is_taken(root: Path, run: Run) -> None:
    brought(run)
    before = (root / "sources.yaml").read_text(encoding="utf-8")
    more = LIBRARY.replace("The Cinema", "The New Cinema") + "@book{z, title = {Z}}\n"
    (root / "../library.bib").write_text(more, encoding="utf-8")
    view = brought(run)
    assert [new["id"] for new in view["new"]] == ["z"]
    assert view["changed"] == [
        {
            "id": "vogel_cinema_2016",
            "field": "title",
            "here": "The Cinema",
            "there": "The New Cinema",
            "taken": False,
        }
    ]
    after = (root / "sources.yaml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert brought(run, "--update")["changed"][0]["taken"] is True
    updated = (root / "sources.yaml").read_text(encoding="utf-8")
    assert updated == after.replace("title: The Cinema", "title: The New Cinema")


def test_what_a_person_added_stays(root: Path, run: Run) -> None:
    brought(run)
    path = root / "sources.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "title: The Cinema", "title: The Cinema\n  note: Mine"
    )
    path.write_text(text, encoding="utf-8")
    assert brought(run, "--update")["changed"] == []
    assert path.read_text(encoding="utf-8") == text


def test_a_dry_run_writes_nothing(root: Path, run: Run) -> None:
    view = brought(run, "--dry-run")
    assert (len(view["new"]), view["written"]) == (4, [])
    assert (root / "sources.yaml").read_text(encoding="utf-8") == CORPUS["sources.yaml"]


@pytest.mark.parametrize(
    ("longer", "shorter", "is_one"),
    [
        ("Cohen, S. Jane Picken", "Cohen, Stuart", False),
        ("Cohen, Stuart A.", "Cohen, Stuart", True),
        ("Cohen, Stuart A.", "Cohen, S.", True),
        ("Cohen, Stuart A.", "Cohen, Simon", False),
    ],
)
def test_a_given_name_that_is_written_out_tells_people_apart(
    root: Path, run: Run, longer: str, shorter: str, is_one: bool
) -> None:
    entries = [
        f"@book{{k{at}, author = {{{name}}}, title = {{T{at}}}}}"
        for at, name in enumerate((longer, shorter))
    ]
    (root / "../library.bib").write_text("\n".join(entries), encoding="utf-8")
    assert len(brought(run, "--scholars")["scholars"]) == 2 - is_one


def test_where_the_same_is_to_be_said_of_a_few_their_lines_are_told(root: Path, run: Run) -> None:
    notes = "> one\n\n> two\n\n> three\n"
    (root / "../notes.md").write_text(notes, encoding="utf-8")
    ran = run("import", "../notes.md")
    told = " ".join(ran.out.split())
    assert "../notes.md:1:1 no reference stands behind this quotation" in told
    assert "(and in lines 3, 5)" in told


def test_what_a_line_calls_a_work_is_kept_where_there_is_none(root: Path, run: Run) -> None:
    (root / "../notes.md").write_text("> words\n\nSmith 1901, p. 5\nSo!\n", encoding="utf-8")
    [draft] = brought(run, file="../notes.md")["drafts"]
    assert (draft["source"], draft["locator"], draft["comment"]) == (
        None,
        "p. 5",
        "Smith 1901; So!",
    )


def test_a_draft_in_any_script_has_an_id_that_tells_it(root: Path, run: Run) -> None:
    (root / "../notes.md").write_text("> Вальс вошёл к нам\n\n[@kim_2013, с. 44]\n", "utf-8")
    [draft] = brought(run, file="../notes.md")["drafts"]
    assert draft["id"] == "draft-p44-vals-voshel-k-nam"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("../library.bib", "next: claimcli new question; claimcli import FILE"),
        ("../notes.md", "`claimcli review` makes claims of them"),
        ("../claims.csv", "next: claimcli compare what-was-it"),
    ],
)
def test_what_comes_next_is_said(root: Path, run: Run, file: str, said: str) -> None:
    (root / "../notes.md").write_text("> words\n", encoding="utf-8")
    (root / "../claims.csv").write_text(
        "question,stance,statement,holder,source,page\n"
        "What was it?,A war,It was.,Ann Lee,Lee 1999,5\n",
        encoding="utf-8",
    )
    (root / "../library.bib").write_text("@book{b, title = {T}}", encoding="utf-8")
    assert said in " ".join(run("import", file).err.split())


def test_authors_become_scholars_and_who_is_there_stays_one(root: Path, run: Run) -> None:
    view = brought(run, "--scholars")
    assert view["scholars"] == [
        {"id": "vogel", "name": "Amos Vogel", "kind": "person"},
        {"id": "aristotle", "name": "Aristotle", "kind": "person"},
    ]
    assert view["unsure"] == [{"name": "A. A. Kim", "scholar": "kim"}]
    assert view["written"] == ["sources.yaml", "people.yaml"]
    assert [s.id for s in read_corpus(root).scholars] == ["ann", "aristotle", "kim", "vogel"]


@pytest.mark.parametrize(
    ("name", "id", "kind"),
    [
        ("Воробьев, М. В.", "vorobev", "person"),
        ("司馬, 光", "sima", "person"),
        ("김, 부식", "gim", "person"),
        ("{World Bank}", "world-bank", "group"),
        ('M{\\"u}ller, A.', "muller", "person"),
        ("Archer, Bob", "archer", "person"),
    ],
)
def test_an_id_is_made_of_a_name_in_any_script(
    root: Path, run: Run, name: str, id: str, kind: str
) -> None:
    (root / "../one.bib").write_text(f"@book{{k1, author = {{{name}}}}}", encoding="utf-8")
    (made,) = brought(run, "--scholars", file="../one.bib")["scholars"]
    assert (made["id"], made["kind"]) == (id, kind)


def test_new_sources_go_where_one_wants_them(root: Path, run: Run) -> None:
    assert brought(run, "--into", "works/library.yaml")["written"] == ["works/library.yaml"]
    assert (root / "sources.yaml").read_text(encoding="utf-8") == CORPUS["sources.yaml"]


@pytest.mark.parametrize("into", ["../out.yaml", "/etc/x.yaml", ".hidden.yaml", "library.txt", ""])
def test_nothing_is_written_outside_of_the_corpus(root: Path, run: Run, into: str) -> None:
    ran = run("import", "../library.bib", "--into", into)
    assert (ran.code, ran.out) == (2, "")
    assert "name a .yaml file within the corpus" in ran.err
    assert {file.name for file in root.iterdir()} == set(CORPUS)


def test_a_broken_entry_costs_itself_and_the_exit_code_tells(root: Path, run: Run) -> None:
    (root / "../library.bib").write_text(f"{LIBRARY}@book{{b, title = {{B", encoding="utf-8")
    ran: Ran = run("import", "../library.bib")
    assert ran.code == 1
    assert "../library.bib:10:18 the brace that is opened here is not closed [b]" in ran.out
    assert len(read_corpus(root).sources) == 5


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (b"Dear reader,\n", (), "what this is cannot be told; say --as one of bibtex"),
        (b"@book{k}", ("--as", "bibtx"), "no format 'bibtx'; did you mean 'bibtex'?"),
        ("@book{k, title = {Größe}}".encode("cp1252"), (), "this is not UTF-8; which of these"),
        (b"@book{k}", ("--encoding", "klingon"), ""),
    ],
)
def test_what_cannot_be_read_is_said(
    root: Path, run: Run, content: bytes, options: tuple[str, ...], said: str
) -> None:
    (root / "../x").write_bytes(content)
    ran = run("import", "../x", *options)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_file_that_is_not_there_is_told(root: Path, run: Run) -> None:
    ran = run("import", "../nosuch.bib")
    assert (ran.code, ran.err) == (2, "claimcli: ../nosuch.bib: no such file or directory\n")


@pytest.mark.parametrize("content", ["", "\n", "[]", "references: []\n"])
def test_a_file_with_nothing_in_it(root: Path, run: Run, content: str) -> None:
    (root / "../x").write_text(content, encoding="utf-8")
    ran = run("import", "../x", "--as", "csl-json" if content == "[]" else "csl-yaml")
    assert ran.code == 0
    assert "nothing to write: nothing new" in ran.err


def test_the_corpus_of_the_package_is_for_reading(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library.bib").write_text(LIBRARY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMCLI_CORPUS", raising=False)
    ran = run("import", "library.bib")
    assert ran.code in (2, 3)
    assert "--corpus DIR" in ran.err or "for reading" in ran.err


ANNOTATIONS = """[
{"key": "A", "itemType": "annotation", "annotationText": "both sides wanted this war",
 "annotationPageLabel": "116", "annotationColor": "#ffd400", "parentItem": "B"},
{"key": "C", "itemType": "annotation", "annotationComment": "Who?", "parentItem": "B"},
{"key": "B", "itemType": "book", "citationKey": "kim_2013", "title": "War", "date": "2013",
 "creators": [{"creatorType": "author", "lastName": "Kim", "firstName": "A."}]}]"""
QUESTION = (
    "id: why\nquestion: Why?\nstances:\n  both: {label: Both}\n  one: {label: One}\nclaims:\n"
)


def test_highlights_become_drafts_with_their_work(root: Path, run: Run) -> None:
    (root / "../a.json").write_text(ANNOTATIONS, encoding="utf-8")
    (root / "../map.txt").write_text("# mine\nyellow: why/both\n", encoding="utf-8")
    (root / "why.yaml").write_text(QUESTION.replace("claims:\n", ""), encoding="utf-8")
    view = brought(run, "--map", "../map.txt", file="../a.json")
    assert view["drafts"] == [
        {
            "id": "kim_2013-p116-both-sides-wanted-this",
            "quote": "both sides wanted this war",
            "source": "kim_2013",
            "locator": "p. 116",
            "comment": None,
            "tags": ["yellow"],
            "answers": ["why/both"],
            "from": "zotero A",
        },
        {
            **dict.fromkeys(("quote", "locator")),
            "id": "kim_2013-who",
            "source": "kim_2013",
            "comment": "Who?",
            "tags": [],
            "answers": [],
            "from": "zotero C",
        },
    ]
    assert view["written"] == ["sources.yaml", "drafts.yaml"]
    before = contents(root)
    again = brought(run, file="../a.json")
    assert (again["drafts"], again["same_drafts"], again["written"]) == ([], 2, [])
    assert contents(root) == before


def test_a_passage_that_became_a_claim_does_not_come_again(root: Path, run: Run) -> None:
    (root / "../a.json").write_text(ANNOTATIONS, encoding="utf-8")
    brought(run, file="../a.json")
    (root / "drafts.yaml").unlink()
    claim = (
        "- {id: kim-both, stance: both, scholars: [kim], statement: Both., quote: wanted this war,"
        " citation: {source: kim_2013, locator: p. 116}}\n"
    )
    (root / "why.yaml").write_text(QUESTION + claim, encoding="utf-8")
    view = brought(run, file="../a.json")
    assert ([draft["from"] for draft in view["drafts"]], view["same_drafts"]) == (["zotero C"], 1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("yellow: whi/both", "no question 'whi'; did you mean 'why'?"),
        ("yellow: why/bth", "no stance 'why/bth'; did you mean 'why/both'?"),
        ("yellow", "map.txt:1: write `COLOUR-OR-TAG: QUESTION/STANCE`"),
    ],
)
def test_a_map_that_leads_nowhere_is_told(root: Path, run: Run, line: str, said: str) -> None:
    (root / "../a.json").write_text(ANNOTATIONS, encoding="utf-8")
    (root / "../map.txt").write_text(f"{line}\n", encoding="utf-8")
    (root / "why.yaml").write_text(QUESTION.replace("claims:\n", ""), encoding="utf-8")
    ran = run("import", "../a.json", "--map", "../map.txt")
    assert ran.code == 2
    assert said in ran.err


def test_a_work_without_a_key_is_known_again_by_what_it_is(root: Path, run: Run) -> None:
    text = "TY  - BOOK\nAU  - Kim, A.\nTI  - War\nPY  - 2013\nER  - \n"
    (root / "../a.ris").write_text(text, encoding="utf-8")
    assert [n["id"] for n in brought(run, file="../a.ris")["new"]] == ["kim-2013"]
    more = text.replace("War", "Peace") + text
    (root / "../a.ris").write_text(more, encoding="utf-8")
    view = brought(run, file="../a.ris")
    assert ([n["id"] for n in view["new"]], view["same"]) == (["kim-2013-2"], ["kim-2013"])


def test_two_reports_of_one_title_and_year_are_two_works_at_every_import(
    root: Path, run: Run
) -> None:
    one = "TY  - JOUR\nAU  - Kim, A.\nTI  - Report\nPY  - 1904\nJF  - Annals\nVL  - 1\nER  - \n"
    two = one.replace("VL  - 1", "VL  - 2")
    untitled = "TY  - GEN\nAB  - Of the north.\nER  - \n"
    (root / "../a.ris").write_text(one + two + one + untitled, encoding="utf-8")
    view = brought(run, file="../a.ris")
    assert [n["id"] for n in view["new"]] == ["kim-1904", "kim-1904-2", "work"]
    again = brought(run, file="../a.ris")
    assert (again["new"], again["changed"], again["written"]) == ([], [], [])
    # What somebody puts right in the corpus is a difference, and no other work.
    sources = root / "sources.yaml"
    before = sources.read_text(encoding="utf-8")
    sources.write_text(before.replace("volume: 2", "volume: 3"), encoding="utf-8")
    mended = brought(run, file="../a.ris")
    assert mended["new"] == []
    assert [(c["id"], c["field"], c["there"]) for c in mended["changed"]] == [
        ("kim-1904-2", "volume", "2")
    ]


def test_who_is_a_scholar_does_not_depend_on_the_order_nor_on_the_second_time(
    root: Path, run: Run
) -> None:
    # R. Mitchell is nobody's short form here: there are two whom it could mean. W. Mitchell is not
    # Mitchell Whitelaw, whose given name is another's family name.
    names = ("Mitchell, R.", "Mitchell, Robert", "Mitchell, Rose", "Whitelaw, Mitchell", "Lee, T.")
    more = ("Mitchell, W.", "Lee, Thomas")
    entries = (f"@book{{b{n}, author = {{{name}}}}}" for n, name in enumerate((*names, *more)))
    (root / "../people.bib").write_text("\n".join(entries), encoding="utf-8")
    view = brought(run, "--scholars", file="../people.bib")
    assert [s["name"] for s in view["scholars"]] == [
        *("R. Mitchell", "Robert Mitchell", "Rose Mitchell", "Mitchell Whitelaw", "W. Mitchell"),
        "Thomas Lee",
    ]
    assert [u["name"] for u in view["unsure"]] == ["T. Lee"]
    assert brought(run, "--scholars", file="../people.bib")["scholars"] == []


HOSTILE = r"""
@book{a, title = {\x1b]8;;evil\x07 [red]x[/red] <script>alert(1)</script>}, author = {-, =}}
@book{b, title = {- id: x}, note = {a: b # c}, publisher = {'"}, series = {{{{}}}}}
@book{c, title = {*alias &anchor !tag}, year = {1975-02-30}, date = {9999999999999999999999}}
@book{d, title = {line{"} \" \\ end}, author = {{} and {} and , and ,,, and a, b, c, d, e}}
"""


def test_hostile_texts_are_kept_as_texts(root: Path, run: Run) -> None:
    text = (
        HOSTILE.replace(r"\x1b", "\x1b").replace(r"\x07", "\x07") + "@book{e, title={\u2028\x00}}"
    )
    (root / "../h.bib").write_text(text, encoding="utf-8")
    ran = run("import", "../h.bib", "--scholars")
    assert ran.code == 0, ran.err
    assert "\x1b" not in ran.out + ran.err
    reading = read_corpus(root)
    assert [p for p in reading.problems if p.code[0] == "E"] == []
    titles = {source.id: source.title for source in reading.sources}
    assert titles["b"] == "- id: x"
    assert run("check").code == 0


def test_files_of_several_formats_at_once_are_all_or_none(root: Path, run: Run) -> None:
    shutil.copy(root / "../library.bib", root / "../copy.bib")
    (root / "../x").write_text("Dear reader,\n", encoding="utf-8")
    assert run("import", "../library.bib", "../x").code == 2
    assert (root / "sources.yaml").read_text(encoding="utf-8") == CORPUS["sources.yaml"]
    ran = run("import", "../library.bib", "../copy.bib", "--json")
    assert (len(ran.json["new"]), len(ran.json["same"])) == (4, 4)


def test_a_value_with_a_comment_in_it_stays_and_is_told(root: Path, run: Run) -> None:
    brought(run)
    path = root / "sources.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "  - {family: Vogel, given: Amos}\n  - {family: Kim, given: A. A.}",
        "  - family: Vogel # he\n    given: Amos",
    )
    assert "# he" in text
    text = text.replace("The Cinema", "A Cinema")
    path.write_text(text, encoding="utf-8")
    ran = run("import", "../library.bib", "--update")
    assert ran.code == 0
    assert "1 value taken from the file\n  vogel_cinema_2016  title" in ran.out
    assert "it stays: a comment stands in the value on line 20" in " ".join(ran.out.split())
    assert "1 updated" in ran.err
    after = path.read_text(encoding="utf-8")
    assert after == text.replace("A Cinema", "The Cinema")
    again = brought(run, "--update")
    assert [(one["field"], one["taken"]) for one in again["changed"]] == [("author", False)]
    assert again["written"] == []


def test_keys_that_had_to_change_are_told_together(root: Path, run: Run) -> None:
    keys = "".join(f"@book{{o'brien{n}, title = {{Book {n}}}}}\n" for n in range(3))
    (root.parent / "odd.bib").write_text(keys, encoding="utf-8")
    ran = run("import", "../odd.bib", "--dry-run")
    assert "it is 'o-brien0' here (and in lines 2, 3)" in " ".join(ran.out.split())


def test_two_keys_that_come_to_one_id_stay_two_works(root: Path, run: Run) -> None:
    works = "@book{a/b, title = {Six}}\n@book{a-b, title = {Seven}}\n@book{A-b, title = {Eight}}\n"
    (root.parent / "odd.bib").write_text(works, encoding="utf-8")
    view = brought(run, file="../odd.bib")
    assert [one["id"] for one in view["new"]] == ["a-b", "a-b-2", "A-b"]
    keys = {s.id: s.csl.get("citation-key") for s in read_corpus(root).sources if s.title}
    assert keys == {"a-b": "a/b", "a-b-2": "a-b", "A-b": None}
    again = run("import", "../odd.bib")
    assert again.err.strip() == "nothing to write: 3 there already"


def test_a_second_item_of_one_key_is_told(root: Path, run: Run) -> None:
    items = '[{"id": "a", "type": "book", "title": "T"}, {"id": "a", "type": "book", "title": "U"}]'
    (root.parent / "twice.json").write_text(items, encoding="utf-8")
    view = brought(run, file="../twice.json")
    assert [one["id"] for one in view["new"]] == ["a"]
    [remark] = view["remarks"]
    assert (remark["loss"], remark["column"]) == ("left", 45)
    assert remark["message"] == "'a' was there already, with other title; the first counts"
