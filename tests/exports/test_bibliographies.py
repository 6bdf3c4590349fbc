"""Sources as CSL-JSON and biblatex: pandoc reads them, and so does `import`."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from exporting import HOSTILE, selection, write_hostile
from support import CORPORA, ROOT, cases

from claimcli.exports import bibtex, csl_json
from claimcli.imports.bibtex.reading import read as read_bibtex
from claimcli.imports.csl_json import read as read_csl
from claimcli.model import Source

pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")


def cited(bibliography: Path) -> str:
    """The bibliography that pandoc makes of all of it, in a document of Word."""
    document = bibliography.with_suffix(".docx")
    _pandoc("--citeproc", "--bibliography", bibliography, "-o", document)
    return _pandoc(document, "-t", "plain", "--wrap=none")


def _pandoc(*options: str | Path) -> str:
    command: list[str | Path] = ["pandoc", *options]
    ran = subprocess.run(
        command, input='---\nnocite: "@*"\n---\n', capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
    return ran.stdout


def source(**csl: Any) -> Source:
    return Source(id="w", type=csl["type"], csl={"id": "w", **csl}, issued=csl.get("issued"))


def test_csl_dates_are_date_parts_where_these_say_the_same() -> None:
    dates = {
        "1975": {"date-parts": [[1975]]},
        "1975-03-02": {"date-parts": [[1975, 3, 2]]},
        "1975/1980": {"date-parts": [[1975], [1980]]},
        "1975~": {"date-parts": [[1975]], "circa": True},
        "-0043": {"date-parts": [[-44]]},  # EDTF has a year 0, CSL counts as people do
        "0000": {"date-parts": [[-1]]},
        "197X": {"raw": "197X"},
        "1975-21": {"raw": "1975-21"},
        "../1975": {"raw": "../1975"},
    }
    assert {d: csl_json.item(source(type="book", issued=d))["issued"] for d in dates} == dates


def test_an_entry_of_a_journal() -> None:
    article = source(
        type="article-journal",
        title="The C&O in 50% of {cases}",
        author=[{"family": "Rijn", "given": "A.", "non-dropping-particle": "van"}],
        issued="1975~",
        page="3-5",
        DOI="10.1/a_b%20c",
        **{"container-title": "War and Peace", "issue": "2"},
    )
    assert bibtex.entry(article) == (
        "@article{w,\n"
        "  author = {van Rijn, A.},\n"
        "  title = {{The C\\&O in 50\\% of \\textbraceleft{}cases\\textbraceright{}}},\n"
        "  journaltitle = {{War and Peace}},\n"
        "  date = {1975~},\n"
        "  number = {2},\n"
        "  pages = {3--5},\n"
        "  doi = {10.1/a_b%20c},\n"
        "}\n"
    )


@cases(
    ("name", "written"),
    [
        ({"literal": "Society for War and Peace"}, "{Society for War and Peace}"),
        ({"family": "King", "given": "M. L.", "suffix": "Jr."}, "King, Jr., M. L."),
        ({"family": "Rock and Roll", "given": "X"}, "{Rock and Roll}, X"),
        ({"family": "Plato"}, "{Plato}"),
    ],
)
def test_names_stay_one_name(name: dict[str, str], written: str) -> None:
    book = source(type="book", author=[name])
    assert f"author = {{{written}}}" in bibtex.entry(book)
    (work,) = read_bibtex(bibtex.entry(book)).works
    assert work.csl["author"] == ([{"literal": "Plato"}] if name == {"family": "Plato"} else [name])


@cases(
    ("type", "field"),
    [
        ("book", "publisher"),
        ("thesis", "institution"),
        ("report", "institution"),
        ("webpage", "organization"),
        ("software", "organization"),
        ("pamphlet", "howpublished"),
        ("manuscript", "howpublished"),
        ("document", "howpublished"),
    ],
)
def test_who_publishes_is_called_as_the_type_has_it(type: str, field: str) -> None:
    """The fields of the entry types in the manual of biblatex, 2.1.1."""
    entry = bibtex.entry(source(type=type, title="T", publisher="House"))
    assert f"  {field} = {{House}},\n" in entry
    (work,) = read_bibtex(entry).works
    assert (work.csl["type"], work.csl["publisher"]) == (type, "House")


@pytest.mark.slow
@cases(
    ("tag", "field"),
    [
        ("de-DE", "langid = {ngerman}"),
        ("de", "langid = {ngerman}"),
        ("en-US", "langid = {american}"),
        ("en-GB", "langid = {british}"),
        ("en", "langid = {english}"),
        ("fr", "langid = {french}"),
        ("fr-CA", "langid = {acadian}"),
        ("ru-RU", "langid = {russian}"),
        ("zh-Hant", "language = {zh-Hant}"),
        ("Church Slavonic", "language = {Church Slavonic}"),
    ],
)
def test_a_language_is_called_as_babel_does(tag: str, field: str) -> None:
    """Manual of biblatex, 2.2.3: a `language` is printed, by a `langid` words are hyphenated."""
    assert f"  {field},\n" in bibtex.entry(source(type="book", language=tag))


def test_what_is_exported_as_biblatex_comes_back_the_same() -> None:
    found = selection(ROOT / "claims")
    read = read_bibtex("".join(bibtex.texts(found)))
    assert read.remarks == ()
    back = {work.key: work.csl for work in read.works}
    for one in found.sources:
        plain = {"issued": one.issued, "original-date": one.original_date}
        csl = {key: plain.get(key, value) for key, value in one.csl.items() if key != "id"}
        if one.type == "classic":  # which is no type of biblatex
            csl["type"] = "book"
        assert back[one.id] == csl


@pytest.mark.slow
def test_what_is_exported_as_csl_comes_back_the_same() -> None:
    found = selection(ROOT / "claims")
    read = read_csl("".join(csl_json.texts(found)))
    assert read.remarks == ()
    back = {work.key: work.csl for work in read.works}
    kept = {one.id: {k: v for k, v in one.csl.items() if k != "id"} for one in found.sources}
    assert back.keys() == kept.keys()
    assert [id for id in kept if back[id].get("title") != kept[id].get("title")] == []


@pandoc
@pytest.mark.slow
@pytest.mark.parametrize(("format", "ending"), [(csl_json, "json"), (bibtex, "bib")])
def test_pandoc_cites_every_source(tmp_path: Path, format: Any, ending: str) -> None:
    file = tmp_path / f"sources.{ending}"
    found = selection(CORPORA / "small")
    file.write_text("".join(format.texts(found)), encoding="utf-8")
    printed = cited(file)
    assert "Archer, Ann. 2000. The Two Towns." in printed.replace("_", "")
    assert "B. 1975. Goroda." in printed.replace("_", "")
    assert "Chronicle of Easton" in printed


@pandoc
@pytest.mark.slow
@pytest.mark.parametrize(("format", "ending"), [(csl_json, "json"), (bibtex, "bib")])
def test_pandoc_reads_every_hostile_title(tmp_path: Path, format: Any, ending: str) -> None:
    found = selection(write_hostile(tmp_path / "corpus"))
    file = tmp_path / f"sources.{ending}"
    file.write_text("".join(format.texts(found)), encoding="utf-8")
    reader = "csljson" if ending == "json" else "biblatex"
    ran = subprocess.run(
        ["pandoc", "-f", reader, "-t", "csljson", file], capture_output=True, text=True, check=True
    )
    ids = {item["id"] for item in json.loads(ran.stdout)}
    assert ids == {f"w-{word}" for word in HOSTILE}


def test_hostile_titles_come_back_from_biblatex_in_one_line(tmp_path: Path) -> None:
    found = selection(write_hostile(tmp_path / "corpus"))
    works = {work.key: work.csl for work in read_bibtex("".join(bibtex.texts(found))).works}
    same = HOSTILE.keys() - {"control", "lines"}  # whose characters no entry can have
    titles = {word: works[f"w-{word}"]["title"] for word in same}
    assert titles == {word: HOSTILE[word].replace("\t", " ") for word in same}


@pytest.mark.skipif(not shutil.which("biber"), reason="biber is not installed")
@pytest.mark.slow
@pytest.mark.parametrize("corpus", ["small", "hostile", "shipped"])
def test_biber_finds_nothing_but_what_no_record_says(tmp_path: Path, corpus: str) -> None:
    there = {"small": CORPORA / "small", "shipped": ROOT / "claims"}
    found = selection(there.get(corpus) or write_hostile(tmp_path / "corpus"))
    (tmp_path / "x.bib").write_text("".join(bibtex.texts(found)), encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--output-file", "o.bib", "x.bib"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    told = [line for line in ran.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    # A work without a date or a title, and a volume in Roman figures, are as they were recorded.
    ours = [line for line in told if "Missing mandatory" not in line and "'volume'" not in line]
    assert ours == []
    read = read_bibtex((tmp_path / "o.bib").read_text(encoding="utf-8"))
    assert {work.key for work in read.works} == {source.id for source in found.sources}
