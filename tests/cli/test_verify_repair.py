"""`claimcli verify --repair`: the text's own words, and never a number or a negation unsaid."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from scripted import Scripted
from support import CORPORA, Run, cases

from claimcli.corpus.reading import read_corpus
from claimcli.dialogue.repairing import mended_one_by_one, mendings
from claimcli.quotes import verify
from claimcli.quotes.own_wording import own_wording
from claimcli.texts import Texts, prepare

TEXT = """\
It is often said that both sides wanted this war, although the Jurchen were better
prepared. The envoys did not agree to the treaty in 1123, and they asked for
ten thou-
sand bolts of silk. Nobody knows why they went home before the winter of that
year, when the river froze and the bridge was closed to all.
"""


@cases(
    ("quote", "words", "warned"),
    [
        ("both sides wanted that war", "both sides wanted this war", []),
        ("both sides wanted this, war", "both sides wanted this war", []),
        (
            "they asked for ten thousand bales of silk",
            "they asked for ten thousand bolts of silk",
            [],
        ),
        (
            "agree to the treaty in 1132",
            "agree to the treaty in 1123",
            ["a number differs: the text has 1123, the quotation 1132"],
        ),
        (
            "The envoys did agree to the treaty",
            "The envoys did not agree to the treaty",
            ["a negation differs: the text has not, the quotation none"],
        ),
        (
            "the river did not freeze and the bridge was closed to all",
            None,
            [],
        ),
        ("before the winter of that year … the bridge was closed", None, []),
        ("wanted this war, although the Jurchen were better", None, []),
    ],
)
def test_the_words_of_the_text(quote: str, words: str | None, warned: list[str]) -> None:
    witness = prepare(TEXT)
    found = own_wording(quote, None, verify(quote, None, witness), witness)
    if words is not None:
        assert found is not None
        assert (found.words, list(found.warnings)) == (words, warned)
    elif found is not None:
        assert verify(found.words, None, witness).status in ("exact", "normalised")


CLAIM = """\
id: why
question: Why?
stances:
  a: {label: A}
  b: {label: B}
claims:   # in order
- id: slip
  stance: a
  scholars: [ann]
  statement: They wanted it.
  citation: {source: archer-2000}
  quote: 'both sides wanted that war'   # read twice
- id: other-year
  stance: b
  scholars: [ann]
  statement: They agreed late.
  citation: {source: archer-2000}
  quote: agree to the treaty in 1132
- id: not-there
  stance: none
  scholars: [ann]
  statement: It rained.
  citation: {source: archer-2000}
  quote: a great rain fell on the fields of barley
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small corpus with three quotations of which none is right, and a text."""
    root = shutil.copytree(CORPORA / "small", tmp_path / "corpus")
    (root / "why.yaml").write_text(CLAIM, encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "archer-2000.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("CLAIMCLI_TEXTS", str(texts))
    monkeypatch.chdir(root)
    return root


IDS = ("slip", "other-year", "not-there")
MENDED = CLAIM.replace("'both sides wanted that war'", "'both sides wanted this war'")


def test_all_are_taken_but_those_that_may_mean_something_else(corpus: Path, run: Run) -> None:
    ran = run("verify", *IDS, "--repair", "--yes")
    assert ran.code == 1  # two quotations are still not in the text
    assert (corpus / "why.yaml").read_text(encoding="utf-8") == MENDED
    assert "left as it is: other-year: a number differs: the text has 1123" in ran.err
    assert "1 more cannot be mended from the text" in ran.err
    assert "1 quotation mended" in ran.err
    again = run("verify", "slip", "--repair", "--yes")
    assert (again.code, (corpus / "why.yaml").read_text(encoding="utf-8")) == (0, MENDED)


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--repair"], 2, "--repair asks on a terminal"),
        (["--yes"], 2, "--yes goes with --repair"),
        (["--repair", "--yes", "--texts", "."], 2, "no text is at hand"),
    ],
)
def test_nothing_is_done_without_a_text_or_a_yes(
    corpus: Path, run: Run, options: list[str], code: int, said: str
) -> None:
    ran = run("verify", *IDS, *options)
    assert ran.code == code
    assert said in ran.err
    assert (corpus / "why.yaml").read_text(encoding="utf-8") == CLAIM


@pytest.mark.parametrize(
    ("answers", "written"),
    [
        (("yes", "no"), ["slip"]),
        (("no", "y"), ["other-year"]),
        (("quit",), []),
        (("<", "maybe", "yes"), ["slip"]),
        (("y", "y"), ["slip", "other-year"]),
    ],
)
def test_one_by_one(corpus: Path, answers: tuple[str, ...], written: list[str]) -> None:
    from claimcli.answers.verify import verified

    texts = Texts({"archer-2000": corpus.parent / "texts" / "archer-2000.txt"})
    claims = [claim for claim in read_corpus(corpus).claims if claim.id in IDS]
    asker = Scripted(*answers)
    found = mended_one_by_one(corpus, mendings(verified(claims, texts), texts), texts, asker)
    assert found == written
    expected = MENDED if "slip" in written else CLAIM
    if "other-year" in written:
        expected = expected.replace("1132", "1123")
    assert (corpus / "why.yaml").read_text(encoding="utf-8") == expected
    assert "now:  both sides wanted that war" in asker.said
    assert "then: both sides wanted this war" in asker.said
    if len(asker.shown) > 1:
        assert any(
            line.startswith("MIND: a number differs") and "They agreed late." in line
            for line in asker.said
        )
