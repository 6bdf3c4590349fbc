"""docs/python.md: its examples print what it says, in their order, and its code passes mypy."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import ROOT

from claimcli import Corpus

PAGE = ROOT / "docs" / "python.md"


def blocks() -> list[str]:
    return re.findall(r"```pycon\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.slow
def test_each_example_gives_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(ROOT / "claims"))
    whole = doctest.DocTestParser().get_doctest("".join(blocks()), {}, PAGE.name, str(PAGE), 0)
    assert len(whole.examples) > 25
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(whole, out=told.append)
    assert not result.failed, "".join(told)


USED = """
from claimcli import Corpus
from claimcli.api import CitationTexts, Claims, Hits, Written, clear_cache, explain, merge, schema

with Corpus.load() as corpus:
    hits: Hits = corpus.search("war", corpus.filters(scholar=["kim"], second_hand=True), limit=3)
    total: int = hits.total
    statement: str = hits[0].claim.statement
    labels: list[str] = [position.label for position in corpus.compare("q").positions]
    messages: list[str] = [problem.message for problem in corpus.check(select="E").problems]
    verdicts: list[str] = [str(one.status) for one in corpus.verify(source="kim-2013")]
    notes: list[str] = corpus.cite("c", style="note")
    whole_answer: CitationTexts = corpus.cite("c")
    some: Claims = corpus.claims[:3]
    again: bool = corpus.is_stale
    corpus.reload()
    viewed: dict[str, object] = corpus.view(hits[0])
    rows: list[dict[str, object]] = corpus.view(hits)
    names: list[str] = [row["name"] for row in corpus.list("scholars").rows]
    titles: str | None = corpus.info.title
    written: bytes = corpus.document("q", format="html")
    drawn: str = corpus.picture("q", "matrix", by="school")
    changed: str = corpus.diff().summary
    cells: list[object] = list(corpus.matrix("q").rows)
    pages: int = corpus.site("site").written
    whole: list[object] = [corpus.show("kim").view, corpus.replies("q").rows, corpus.chains("q")]
    side: str = corpus.juxtapose("kim", "vorobev", question="q").questions[0].verdict
    cited: list[str] = [str(one.coverage) for one in corpus.coverage("kim.txt", "kim-2013")]
    text: str = corpus.printed(hits, "csv", ["id"]) + corpus.exported("jsonl")
    corpus.export("csv", "tables", corpus.filters(tag="money"), force=True, excel=True)
    dossier: str = corpus.report("q", date="2020-01-01").date or ""
    places: list[str] = [f"{claim.file}:{claim.line}" for claim in corpus.claims]
    draft: str | None = corpus.draft("d").quote
    ids: dict[str, object] = {**corpus.schema(draft_07=True), **schema("list tags")}
    said: str = explain("E306").explanation
    gone: int = len(clear_cache(corpus.cache_file))
    both: bytes = merge(b"", b"", b"").content

with Corpus.init("mine") as mine:
    made: Written = mine.new("scholar", {"id": "a", "name": "A", "kind": "person"}, dry_run=True)
    changed_ids: tuple[str, ...] = mine.edit("a", {"note": None}).ids + mine.rename("a", "b").ids
    codes: list[str] = [problem.code for problem in mine.delete("b").problems]
    new: int = len(mine.import_("library.bib", scholars=True, map=["A=statement"]).taken.new)
    for waiting in mine.review(texts="texts", limit=3).waiting:
        if waiting.claim:
            mine.accept(waiting.claim, "A. Reader")
    for passage in mine.review_blind("B. Second").to_read:
        mine.read_blind(passage, "none", by="B. Second")
    mended: tuple[str, ...] = mine.repair(texts="texts").ids
    place: str = mine.renew_schema().name
"""


@pytest.mark.slow
def test_code_that_uses_it_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "uses.py"
    path.write_text(USED, "utf-8")
    line = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "c"), str(path)]
    ran = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    path.write_text(USED.replace("total: int", "total: str"), "utf-8")
    ran = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert 'has type "int", variable has type "str"' in ran.stdout


@pytest.mark.slow
def test_the_frames_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(ROOT / "claims"))
    [code] = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    with Corpus.load() as corpus:
        names: dict[str, Any] = {"corpus": corpus}
        exec(compile(code, PAGE.name, "exec"), names)
        assert len(names["claims"]) == len(corpus.claims)
        assert "Alexander Kim" in names["holders"]
