"""A corpus written to from Python: the same bytes as the commands write, and the same refusals."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from storing import FILES, write
from support import Run, cases

from claimcli import Corpus
from claimcli.corpus import find
from claimcli.editing.plan import Rejected
from claimcli.editing.stamping import Otherwise
from claimcli.errors import ClaimcliError, UnknownValue

CLAIM: dict[str, Any] = {
    "id": "crown-paid",
    "stance": "crown",
    "scholars": ["li-ming"],
    "statement": "The crown paid for it.",
    "citation": {"source": "li-1985", "locator": "p. 7"},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "c", FILES)
    return tmp_path / "c"


@pytest.fixture
def corpus(root: Path) -> Iterator[Corpus]:
    with Corpus.load(root) as corpus:
        yield corpus


def files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


AS_COMMANDS: dict[str, tuple[Callable[[Corpus], Any], tuple[str, ...]]] = {
    "new": (
        lambda c: c.new("claim", {**CLAIM, "question": "who-built"}),
        (
            *("new", "claim", "--question", "who-built", "--id", "crown-paid"),
            *("--stance", "crown", "--scholars", "li-ming", "--citation", "li-1985, p. 7"),
            *("--statement", "The crown paid for it."),
        ),
    ),
    "new stance": (
        lambda c: c.new("stance", {"question": "who-built", "label": "Nobody built it"}),
        ("new", "stance", "--question", "who-built", "--label", "Nobody built it"),
    ),
    "edit": (
        lambda c: c.edit("crown-ordered", {"certainty": "probable", "period": None}),
        ("edit", "crown-ordered", "--set", "certainty=probable", "--unset", "period"),
    ),
    "edit of a list": (
        lambda c: c.edit("merchants-paid", {"tags": ["money", "trade"]}),
        ("edit", "merchants-paid", "--set", "tags=money, trade"),
    ),
    "edit of works": (
        lambda c: c.edit("crown-ordered", {"via": [{"source": "ivanov-1970", "locator": "p. 3"}]}),
        ("edit", "crown-ordered", "--set", "via=ivanov-1970, p. 3"),
    ),
    "edit within": (
        lambda c: c.edit("merchants-paid", {"citation.locator": "p. 13"}),
        ("edit", "merchants-paid", "--set", "citation.locator=p. 13"),
    ),
    "edit of a stance": (
        lambda c: c.edit("who-built/crown", {"label": "The court built it"}),
        ("edit", "who-built/crown", "--set", "label=The court built it"),
    ),
    "rename": (lambda c: c.rename("li-ming", "li"), ("edit", "li-ming", "--rename", "li")),
    "delete": (lambda c: c.delete("red-fort"), ("edit", "red-fort", "--delete")),
}


@pytest.mark.slow
@pytest.mark.parametrize(("change", "line"), AS_COMMANDS.values(), ids=AS_COMMANDS)
def test_the_bytes_are_those_of_the_command(
    root: Path, tmp_path: Path, run: Run, change: Callable[[Corpus], Any], line: tuple[str, ...]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(root, other)
    before = files(root)
    with Corpus.load(root) as corpus:
        done = change(corpus)
    ran = run(*line, "--corpus", str(other))
    assert ran.code == 0, ran.err
    assert files(root) == files(other) != before
    assert set(done.files) == {n for n, content in files(root).items() if content != before[n]}


def test_what_was_written_is_there_at_once(corpus: Corpus) -> None:
    done = corpus.new("claim", {**CLAIM, "question": "who-built"})
    assert (done.ids, done.files) == (("crown-paid",), ("questions/who-built.yaml",))
    assert corpus.view(corpus.claim("crown-paid"))["citation"]["locator"] == "p. 7"
    assert corpus.compare("who-built").totals.claims == 4  # one of them through `answers`
    corpus.rename("crown-paid", "crown-did")
    assert [hit.claim.id for hit in corpus.search("crown paid")] == ["crown-did"]
    corpus.delete("crown-did")
    with pytest.raises(UnknownValue, match="no claim 'crown-did'"):
        corpus.claim("crown-did")


def test_of_records_that_are_there_only_the_others_are_made(corpus: Corpus) -> None:
    claim = {**CLAIM, "question": "who-built"}
    claim.pop("id", None)
    (id,) = corpus.new("claim", claim).ids
    assert corpus.new("claim", claim, skip_recorded=True).files == ()
    other = {**claim, "statement": "It was dug in a year.", "quote": "in a year"}
    done = corpus.new("claim", claim, other, skip_recorded=True)
    assert [corpus.claim(one).quote for one in done.ids] == ["in a year"]
    assert id not in done.ids


def test_several_records_are_made_or_none(corpus: Corpus, root: Path) -> None:
    person = {"id": "wang", "name": "Wang", "kind": "person"}
    before = files(root)
    with pytest.raises(ClaimcliError, match="the id 'ivanov' is taken already"):
        corpus.new("scholar", person, {**person, "id": "ivanov"})
    assert files(root) == before
    done = corpus.new("scholar", person, {**person, "id": "wen", "name": "Wen"})
    assert done.ids == ("wang", "wen")
    assert [corpus.scholar(id).name for id in done.ids] == ["Wang", "Wen"]


def test_what_would_be_an_error_is_refused_and_told(corpus: Corpus, root: Path) -> None:
    before = files(root)
    with pytest.raises(Rejected) as raised:
        corpus.new("claim", {**CLAIM, "scholars": ["nobody"], "question": "who-built"})
    assert [one.problem.code for one in raised.value.found] == ["E301"]
    told = str(raised.value)
    assert told.startswith("nothing is written: the checks would find these errors\n  questions/")
    assert "nobody" in told
    assert files(root) == before


def test_trying_writes_nothing(corpus: Corpus, root: Path) -> None:
    before = files(root)
    done = corpus.edit("merchants-paid", {"note": "Unsure."}, dry_run=True)
    assert "+  note: Unsure.\n" in done.diff
    assert files(root) == before
    assert corpus.claim("merchants-paid").note is None


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda c: c.new("claims", {}), "no kind 'claims'; did you mean 'claim'"),
        (lambda c: c.new("claim"), "give the claim that is to be made"),
        (lambda c: c.edit("merchant-paid", {"note": "x"}), "no record 'merchant-paid'"),
        (lambda c: c.edit("merchants-paid", {"nota": "x"}), "no field 'nota'"),
        (lambda c: c.edit("merchants-paid", {"nota": ["x"]}), "no field 'nota'"),
        (lambda c: c.edit("merchants-paid", {"id": "x"}), "an id is changed by"),
        (lambda c: c.delete("ivanov"), "'ivanov' is still referred to"),
        (lambda c: c.import_("nothing.bib"), "nothing.bib: "),
        (lambda c: c.import_(), "give the files that are to be imported"),
        (lambda c: c.review("nothing"), "no claim or draft 'nothing'"),
        (lambda c: c.review_blind("X", filters=c.filters(tag="money")), "--tag tells what"),
    ],
)
def test_mistakes_are_told(corpus: Corpus, ask: Callable[[Corpus], object], said: str) -> None:
    with pytest.raises(ClaimcliError, match=said):
        ask(corpus)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda c: c.new("claim", ["x"]), "record is to be a mapping, and is of list"),
        (lambda c: c.new(None, {}), "kind is to be a text, and is None"),
        (lambda c: c.edit("merchants-paid", "note"), "fields is to be a mapping, and is of str"),
        (lambda c: c.rename("merchants-paid", 1), "new is to be a text"),
        (lambda c: c.accept("merchants-paid", "X"), "claim is to be of Claim, and is of str"),
        (lambda c: c.read_blind("x", by="X"), "passage is to be of ToRead, and is of str"),
        (lambda c: c.import_(3), "file is to be a path, and is of int"),
    ],
)
def test_wrong_types_are_told(corpus: Any, ask: Callable[[Any], object], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        ask(corpus)


NO_VALUES: list[tuple[Any, str]] = [
    (float("nan"), "note is to be a text, .*, and is of float: nan"),
    (3.5, "and is of float: 3.5"),
    (object(), "and is of object"),
    (b"x", "and is of bytes"),
    ({1}, "and is of set"),
    ([b"x"], "and is of bytes"),
    ({"a": {"b": b"x"}}, "note.a.b is to be"),
    ({3: "x"}, "a field of note is to be a text, and is of int"),
    (datetime(2020, 1, 2), "and is of datetime"),
]


@cases(("value", "said"), NO_VALUES)
def test_what_no_file_can_have_is_refused(corpus: Any, root: Path, value: Any, said: str) -> None:
    """Such as what pandas has for what is missing, in a record of a frame."""
    before = files(root)
    record = {"id": "x", "name": "X", "kind": "person", "note": value}
    with pytest.raises(TypeError, match=said):
        corpus.new("scholar", record)
    with pytest.raises(TypeError, match=said):
        corpus.edit("ivanov", {"note": value})
    with pytest.raises(TypeError, match="a field of fields is to be a text, and is of int"):
        corpus.edit("ivanov", {3: "x"})
    assert files(root) == before


@pytest.mark.slow
def test_numbers_dates_and_tuples_are_what_a_file_has_for_them(corpus: Corpus) -> None:
    record = {"id": 3, "name": "X", "kind": "person", "note": date(2020, 1, 2)}
    assert corpus.new("scholar", record).ids == ("3",)
    assert corpus.scholar("3").note == "2020-01-02"
    corpus.edit("merchants-paid", {"tags": ("canal", "money")})
    assert corpus.claim("merchants-paid").tags == ("canal", "money")


@pytest.mark.slow
def test_a_library_comes_in(corpus: Corpus, tmp_path: Path) -> None:
    library = tmp_path / "library.bib"
    library.write_text("@book{wang2001, author={Wang, An}, title={Silt}, year={2001}}\n", "utf-8")
    tried = corpus.import_(library, scholars=True, dry_run=True)
    assert ([item["id"] for item in tried.taken.new], tried.is_written) == (["wang2001"], False)
    assert len(corpus.sources) == 2
    done = corpus.import_(library, scholars=True)
    assert done.is_written
    assert corpus.source("wang2001").title == "Silt"
    assert [scholar.name for scholar in corpus.scholars][-1] == "An Wang"


def test_a_table_comes_in_with_what_its_columns_are(corpus: Corpus, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Argument,who\nIt was dug by hand.,Li Ming\n", "utf-8")
    corpus.import_(
        table,
        map=["Argument=statement", "who=scholars"],
        set={"question": "who-built", "source": "li-1985", "stance": "none"},
    )
    (hit,) = corpus.search("dug by hand")
    assert (hit.claim.scholars, hit.claim.citation.source) == (("li-ming",), "li-1985")  # type: ignore[union-attr]  # it has one


def test_what_waits_is_accepted_if_it_is_still_what_was_looked_at(corpus: Corpus) -> None:
    waiting = corpus.review(filters=corpus.filters(question="who-built")).waiting
    assert [(one.record.id, one.why) for one in waiting] == [
        ("merchants-paid", "unchecked"),
        ("crown-ordered", "unchecked"),
        ("salt-was-dear", "unchecked"),
    ]
    seen = corpus.claim("crown-ordered")
    corpus.accept(corpus.claim("merchants-paid"), "A. Reader")
    checked = corpus.claim("merchants-paid").checked
    assert checked is not None
    assert (checked.by, checked.date) == ("A. Reader", date.today().isoformat())
    corpus.edit("crown-ordered", {"statement": "The crown wanted the canal."})
    with pytest.raises(Otherwise, match="crown-ordered has been changed meanwhile"):
        corpus.accept(seen, "A. Reader")


def test_a_second_reader_takes_positions(corpus: Corpus) -> None:
    found = corpus.review_blind("B. Second", filters=corpus.filters(question="who-built"))
    passage = next(one for one in found.to_read if one.quote == "paid by the merchants")
    with pytest.raises(UnknownValue, match="no stance 'crwn'; did you mean 'crown'"):
        corpus.read_blind(passage, "crwn", by="B. Second")
    with pytest.raises(ClaimcliError, match="say a stance of who-built, or none"):
        corpus.read_blind(passage, by="B. Second")
    done = corpus.read_blind(passage, "crown", by="B. Second", why="Of the court.")
    assert done.ids == ("b-second-reading-1",)
    assert corpus.draft("b-second-reading-1").answers == ("who-built/crown",)
    assert corpus.review_blind("B. Second").total == found.total - 1
    assert [row["id"] for row in corpus.list("disagreements").rows] == ["merchants-paid"]


@pytest.mark.slow
def test_a_quotation_is_mended_where_no_number_differs(corpus: Corpus, tmp_path: Path) -> None:
    """One differs in a word, the other would be in a number: that one is left to a person."""
    corpus.edit("crown-ordered", {"quote": "ordered in 1411 by the crown itself"})
    text = tmp_path / "ivanov.txt"
    text.write_text(
        "It was paid for by the merchants. It was ordered in 1412 by the crown itself.", "utf-8"
    )
    corpus.edit("merchants-paid", {"quote": "It was paid up by the merchants"})
    done = corpus.repair(text={"ivanov-1970": text})
    assert done.ids == ("merchants-paid",)
    assert corpus.claim("merchants-paid").quote == "It was paid for by the merchants"
    assert corpus.claim("crown-ordered").quote == "ordered in 1411 by the crown itself"


def test_a_corpus_is_begun(tmp_path: Path) -> None:
    with Corpus.init(tmp_path / "mine") as begun:
        assert begun.compare("example-who-began").totals.scholars == 2
        assert begun.check(select="E").problems == ()
    with pytest.raises(ClaimcliError, match="would be written over"):
        Corpus.init(tmp_path / "mine")
    for place in (tmp_path / "mine", tmp_path / "other"):
        with Corpus.init(place, without_example=True) as emptied:
            assert (list(emptied.claims), list(emptied.questions)) == ([], [])


def test_the_corpus_of_the_package_is_for_reading(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMCLI_CORPUS", raising=False)
    monkeypatch.setattr(find, "_SHIPPED", (root.resolve(),) * 2)
    before = files(root)
    for corpus in (Corpus.load(), Corpus.load(root)):
        with pytest.raises(ClaimcliError, match="that comes with claimcli is for reading"):
            corpus.edit("merchants-paid", {"note": "x"})
        with pytest.raises(ClaimcliError, match="that comes with claimcli is for reading"):
            corpus.import_(root / "sources.yaml")
    assert files(root) == before


@pytest.mark.slow
def test_an_answer_given_before_is_as_it_was(corpus: Corpus) -> None:
    """Its records are values; what it refers to is looked up as it is now."""
    before = corpus.compare("who-built")
    corpus.edit("merchants-paid", {"statement": "Merchants paid."})
    waiting, listed = corpus.review(), corpus.list("questions")
    corpus.edit("ivanov", {"name": "Ivan Ivanov"})
    claim = corpus.view(before)["positions"][0]["claims"][0]
    assert claim["statement"] == "The merchants paid for the canal."
    assert claim["scholars"][0]["name"] == "Ivan Ivanov"
    assert next(iter(waiting.rows))["text"] == "Ivanov 1970, p. 12"
    assert "Who built the canal?" in corpus.printed(listed, "table")
