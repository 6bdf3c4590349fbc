"""The schema in an editor: yaml-language-server completes, marks, and tells what a field is for.

`npm ci` in this folder, or in a copy of its two package files, which CLAIMCLI_YAML_SERVER names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editing_by_hand import LanguageServer
from support import CORPORA, Run

pytestmark = pytest.mark.slow

PROGRAM = Path("node_modules", ".bin", "yaml-language-server")

QUESTION = """\
id: {id}
question: Who began the quarrel?
claims:
- id: new-claim
  stance: {stance}
  scholars: [ann]
  statement: So it was.
  citation: {{source: archer-2000, locator: 40}}
  period: 1125
"""

Open = Callable[..., LanguageServer]


@pytest.fixture
def program() -> Path:
    folder = Path(os.environ.get("CLAIMCLI_YAML_SERVER") or Path(__file__).parent)
    if not (folder / PROGRAM).exists():
        pytest.skip("no yaml-language-server: CLAIMCLI_YAML_SERVER names a folder of npm's with it")
    return folder / PROGRAM


@pytest.fixture
def server(program: Path, tmp_path: Path, run: Run) -> Iterator[Open]:
    """Opens a server that is told of the schema that `claimcli schema corpus …` prints."""
    running: list[LanguageServer] = []

    def opened(*options: str) -> LanguageServer:
        schema = tmp_path / "schema.json"
        ran = run("schema", "corpus", *options, "--out", str(schema))
        assert ran.code == 0, ran.err
        running.append(LanguageServer(program, tmp_path, schema))
        return running[-1]

    yield opened
    for one in running:
        one.close()


def said(server: LanguageServer, text: str) -> list[tuple[int, str]]:
    """What is marked: line, from 1, and message."""
    _, found = server.opened(text)
    return [(one["range"]["start"]["line"] + 1, one["message"]) for one in found]


@pytest.mark.parametrize("draft", [(), ("--draft-07",)])
def test_a_field_is_completed_marked_and_told(server: Open, draft: tuple[str, ...]) -> None:
    editor = server(*draft)
    whole = QUESTION.format(id="who-began", stance="none")
    assert said(editor, whole) == []
    [(line, message)] = said(editor, f"{whole}  wrongkey: 1\n")
    assert (line, "wrongkey" in message) == (10, True)
    assert "certainty" in editor.completed(f"{whole}  c|\n")
    assert editor.completed(f"{whole}  certainty: |\n")[:4] == [
        *("asserted", "argued", "probable", "conjectured")
    ]
    shown = editor.hovered(whole.replace("  period", "  per|iod"))
    assert "the time the claim speaks of" in shown


def test_stances_are_those_of_the_question(server: Open) -> None:
    editor = server("--with-ids", "--corpus", str(CORPORA / "small"))
    own = QUESTION.format(id="who-began", stance="|")
    offered = ["easton-began", "weston-began", "nobody", "none"]
    assert sorted(editor.completed(own)) == sorted(offered)
    assert said(editor, QUESTION.format(id="who-began", stance="easton-began")) == []
    assert len(said(editor, QUESTION.format(id="why", stance="easton-began"))) == 1
    assert len(said(editor, QUESTION.format(id="who-began", stance="somebody"))) == 1


def test_ids_are_those_of_the_corpus(server: Open) -> None:
    editor = server("--with-ids", "--corpus", str(CORPORA / "small"))
    text = QUESTION.format(id="who-began", stance="none")
    assert "boris" in editor.completed(text.replace("[ann]", "[|]"))
    assert "chronicle" in editor.completed(text.replace("source: archer-2000", "source: |"))
    assert len(said(editor, text.replace("[ann]", "[anna]"))) == 1
