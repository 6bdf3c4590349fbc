"""What waits to be reviewed: a claim that is checked is asked for again only if it has changed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from repositories import git, repository
from storing import write

from claimcli.answers.review import ask, leaf
from claimcli.store import open_store
from claimcli.texts import Texts

pytestmark = pytest.mark.slow  # each has a repository of git

NO_TEXTS = Texts({})

QUESTION = """\
id: who
question: Who began it?
stances:
  north: {label: The north}
  south: {label: The south, meaning: The south moved first.}
claims:
- id: a
  stance: north
  scholars: [ann]
  statement: The north did.
  citation: {source: ann-1950, locator: p. 1}
  quote: the north it was
- id: b
  stance: south
  scholars: [bob]
  statement: Not so.
  citation: {source: bob-1960}
"""
PEOPLE = """\
scholars:
- {id: ann, name: Ann, kind: person}
- {id: bob, name: Bob, kind: person}
references:
- {id: ann-1950, type: book, title: Towns, author: [{literal: Ann}], issued: '1950'}
- {id: bob-1960, type: book, title: No Towns, author: [{literal: Bob}], issued: '1960'}
"""
DRAFTS = """\
drafts:
- {id: d, quote: the south it was, source: ann-1950}
- id: r
  quote: the north it was
  source: ann-1950
  answers: [who/south]
  from: blind reading of ann by Petr Ivanov, 2026-03-01
"""
CHECKED = "  checked: {by: Olga, date: '2026-03-05'}\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two claims, of which the first was checked, in a repository; and two drafts."""
    checked = QUESTION.replace("- id: b", f"{CHECKED}- id: b")
    files = {
        "corpus.yaml": "title: T\nformat: 1\n",
        "people.yaml": PEOPLE,
        "who.yaml": checked,
        "drafts.yaml": DRAFTS,
    }
    return repository(tmp_path / "corpus", files)


def rewritten(corpus: Path, file: str, *pairs: tuple[str, str], commit: bool = True) -> None:
    path = corpus / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    if commit:
        git(corpus, "add", "-A")
        git(corpus, "commit", "-q", "-m", "More")


def waiting(corpus: Path, texts: Texts = NO_TEXTS) -> dict[str, tuple[str, tuple[object, ...]]]:
    """Why each that waits does, and what changed, by its id."""
    store = open_store(corpus)
    found = ask(store, store.claims(), store.drafts(), texts)
    return {one.record.id: (one.why, one.changes) for one in found.waiting}


AS_IT_WAS = {"b": ("unchecked", ()), "d": ("draft", ())}
"""What waits while the checked claim is as it was: the reading of a second person does not."""


def test_what_is_checked_does_not_wait(corpus: Path) -> None:
    assert waiting(corpus) == AS_IT_WAS


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("The north did.", "They did.", ("statement", "The north did.", "They did.")),
        ("quote: the north it was", "quote: it was", ("quote", "the north it was", "it was")),
        ("stance: north", "stance: none", ("stance", "north", "none")),
        ("[ann]", "[ann, bob]", ("scholars", "[ann]", "[ann, bob]")),
        (
            "locator: p. 1}",
            "locator: p. 2}",
            *[
                (
                    "citation",
                    "{source: ann-1950, locator: p. 1}",
                    "{source: ann-1950, locator: p. 2}",
                )
            ],
        ),
        (
            "  quote: the",
            "  via: [{source: bob-1960}]\n  quote: the",
            ("via", None, "[{source: bob-1960}]"),
        ),
        (
            "north: {label: The north}",
            "north: {label: The north, meaning: It struck.}",
            ("meaning of who/north", None, "It struck."),
        ),
        ("Who began it?", "Who won it?", ("question of who", "Who began it?", "Who won it?")),
    ],
)
@pytest.mark.parametrize("commit", [True, False])
def test_what_changed_since_waits_with_what_changed(
    corpus: Path, old: str, new: str, change: tuple[object, ...], commit: bool
) -> None:
    rewritten(corpus, "who.yaml", (old, new), commit=commit)
    assert waiting(corpus) == {"a": ("changed", (change,)), **AS_IT_WAS}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  checked:", "  note: It says so.\n  checked:"),
        ("meaning: The south moved first.", "meaning: The south struck first."),
        ("statement: The north did.", 'statement: "The north did."'),
        ("- id: a\n", "# Looked at twice.\n- id: a\n"),
    ],
)
def test_what_says_nothing_else_does_not_wait(corpus: Path, old: str, new: str) -> None:
    rewritten(corpus, "who.yaml", (old, new))
    assert waiting(corpus) == AS_IT_WAS


def test_what_is_checked_anew_does_not_wait(corpus: Path) -> None:
    rewritten(corpus, "who.yaml", ("The north did.", "They did."))
    assert "a" in waiting(corpus)
    rewritten(corpus, "who.yaml", ("2026-03-05", "2026-03-06"), commit=False)
    assert waiting(corpus) == AS_IT_WAS
    rewritten(corpus, "who.yaml", ("They did.", "They began."), ("03-06", "03-07"))
    assert waiting(corpus) == AS_IT_WAS
    rewritten(corpus, "who.yaml", ("They began.", "The north did."))
    changed = ("statement", "They began.", "The north did.")
    assert waiting(corpus)["a"] == ("changed", (changed,))


@pytest.mark.parametrize(
    "written",
    [
        '  checked: {by: "Olga", date: 2026-03-05}\n',
        "  checked:\n    by: Olga\n    date: '2026-03-05'\n",
    ],
)
def test_a_stamp_in_another_spelling_is_no_new_one(corpus: Path, written: str) -> None:
    rewritten(corpus, "who.yaml", ("The north did.", "They did."))
    rewritten(corpus, "who.yaml", (CHECKED, written))
    assert waiting(corpus)["a"] == (
        "changed",
        (("statement", "The north did.", "They did."),),
    )


def test_other_ids_are_no_change(corpus: Path) -> None:
    rewritten(corpus, "people.yaml", ("id: ann,", "id: anna,"), commit=False)
    rewritten(
        corpus,
        "who.yaml",
        ("[ann]", "[anna]"),
        ("  north:", "  northern:"),
        ("stance: north", "stance: northern"),
        ("- id: a\n", "- id: anna-north\n"),
    )
    assert waiting(corpus) == AS_IT_WAS
    rewritten(corpus, "who.yaml", ("The north did.", "They did."), commit=False)
    changed = ("statement", "The north did.", "They did.")
    assert waiting(corpus)["anna-north"] == ("changed", (changed,))


def test_a_claim_that_moved_to_another_file_is_followed(corpus: Path) -> None:
    (corpus / "questions").mkdir()
    (corpus / "who.yaml").rename(corpus / "questions" / "who.yaml")
    git(corpus, "add", "-A")
    git(corpus, "commit", "-q", "-m", "Move")
    assert waiting(corpus) == AS_IT_WAS
    rewritten(corpus, "questions/who.yaml", ("The north did.", "They did."))
    assert waiting(corpus)["a"][0] == "changed"


def test_a_corpus_below_the_top_of_a_repository(tmp_path: Path) -> None:
    checked = QUESTION.replace("- id: b", f"{CHECKED}- id: b")
    repository(
        tmp_path / "all",
        {"c/corpus.yaml": "title: T\nformat: 1\n", "c/people.yaml": PEOPLE, "c/who.yaml": checked},
    )
    assert set(waiting(tmp_path / "all" / "c")) == {"b"}
    rewritten(tmp_path / "all", "c/who.yaml", ("The north did.", "They did."))
    assert waiting(tmp_path / "all" / "c")["a"][0] == "changed"


def test_without_git_what_is_checked_is_checked(tmp_path: Path) -> None:
    checked = QUESTION.replace("- id: b", f"{CHECKED}- id: b")
    files = {"corpus.yaml": "title: T\nformat: 1\n", "people.yaml": PEOPLE, "who.yaml": checked}
    write(tmp_path / "c", files)
    assert waiting(tmp_path / "c") == {"b": ("unchecked", ())}


def text_of(tmp_path: Path, words: str, day: str) -> Texts:
    """The text of the work that was read, as it is since noon of a day."""
    path = tmp_path / "ann-1950.txt"
    path.write_text(words, encoding="utf-8")
    noon = (date.fromisoformat(day) - date(1970, 1, 1)).days * 86400 + 43200
    os.utime(path, (noon, noon))
    return Texts({"ann-1950": path})


@pytest.mark.parametrize(
    ("words", "day", "why"),
    [
        ("Surely the north it was.", "2026-04-01", None),
        ("Surely it was.", "2026-04-01", "text"),
        ("Surely it was.", "2026-03-01", None),  # whoever checked it knew the text so
    ],
)
def test_what_its_text_has_lost_waits(
    corpus: Path, tmp_path: Path, words: str, day: str, why: str | None
) -> None:
    found = waiting(corpus, text_of(tmp_path, words, day))
    assert found.get("a") == ((why, ()) if why else None)


def test_everything_is_asked_for_again_on_request(corpus: Path) -> None:
    store = open_store(corpus)
    found = ask(store, store.claims(), store.drafts(), NO_TEXTS, again=True, most=3)
    assert [(one.record.id, one.why) for one in found.waiting] == [
        ("d", "draft"),
        ("b", "unchecked"),
        ("a", "checked"),
    ]
    assert found.left_out is None


def test_what_changed_comes_first_then_drafts_then_what_nobody_checked(corpus: Path) -> None:
    rewritten(corpus, "who.yaml", ("The north did.", "They did."))
    store = open_store(corpus)
    found = ask(store, store.claims(), store.drafts(), NO_TEXTS, most=2)
    assert [(one.record.id, one.why) for one in found.waiting] == [
        ("a", "changed"),
        ("d", "draft"),
    ]
    assert found.left_out is not None
    assert found.left_out.more == 1


def test_a_leaf_has_the_passage(corpus: Path, tmp_path: Path) -> None:
    store, texts = open_store(corpus), text_of(tmp_path, "So the south it was.", "2026-03-01")
    found = {
        one.record.id: leaf(one, store, texts)
        for one in ask(store, store.claims(), store.drafts(), texts).waiting
    }
    assert found["b"].passage is None  # it has no quotation
    passage = found["d"].passage
    assert passage is not None
    assert [one.text for one in passage.places[0] if one.is_quoted] == ["the south it was"]
