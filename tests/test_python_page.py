"""docs/python.md: its examples print what it says, in their order, and its code passes mypy."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

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
    assert len(whole.examples) > 20
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(whole, out=told.append)
    assert not result.failed, "".join(told)


USED = """
from claimcli import Corpus
from claimcli.api import Hits

with Corpus.load() as corpus:
    hits: Hits = corpus.search("war", corpus.filters(scholar=["kim"], second_hand=True), limit=3)
    total: int = hits.total
    statement: str = hits[0].claim.statement
    labels: list[str] = [position.label for position in corpus.compare("q").positions]
    messages: list[str] = [problem.message for problem in corpus.check(select="E").problems]
    verdicts: list[str] = [str(one.status) for one in corpus.verify(source="kim-2013")]
    notes: list[str] = corpus.cite("c", style="note")
    names: list[str] = [row["name"] for row in corpus.list("scholars").rows]
    titles: str | None = corpus.info.title
    written: bytes = corpus.document("q", format="html")
    drawn: str = corpus.picture("q", "matrix", by="school")
    changed: str = corpus.diff().summary
    cells: list[object] = list(corpus.matrix("q").rows)
    pages: int = corpus.site("site").written
    whole: list[object] = [corpus.show("kim").view, corpus.replies("q").rows, corpus.chains("q")]
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
def test_a_frame_of_the_json(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(ROOT / "claims"))
    [code] = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    with Corpus.load() as corpus:
        names = {"corpus": corpus}
        exec(compile(code, PAGE.name, "exec"), names)
        assert len(names["frame"]) == 305  # type: ignore[arg-type]  # what the code makes
