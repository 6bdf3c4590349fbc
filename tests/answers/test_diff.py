"""What changed between two states: records and fields, with renamed ids told as such."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from repositories import git, repository
from storing import write
from support import Run, cases

from claimcli.answers.diff import ask
from claimcli.revisions import UnknownRevision, commit_named, files_at

pytestmark = pytest.mark.slow  # each has a repository of git

FILES = {
    "corpus.yaml": "title: T\nformat: 1\n",
    "people.yaml": """\
scholars:
- {id: ann, name: Ann, kind: person}
- {id: bob, name: Bob, kind: person}
references:
- {id: ann-1950, type: book, title: Towns, author: [{literal: Ann}], issued: '1950'}
- {id: bob-1960, type: book, title: No Towns, author: [{literal: Bob}], issued: '1960'}
""",
    "questions/who.yaml": """\
id: who
question: Who began it?
stances:
  north: {label: The north}
  south: {label: The south}
claims:
- {id: a, stance: north, scholars: [ann], statement: It did., citation: {source: ann-1950}}
- {id: b, stance: south, scholars: [bob], statement: Not so., citation: {source: bob-1960},
   relations: [{disputes: a}, {qualifies: who/north}]}
""",
}


def committed(place: Path, **changed: str) -> None:
    write(place, {f"{name}.yaml": text for name, text in changed.items()})
    git(place, "add", "-A")
    git(place, "commit", "-q", "--allow-empty", "-m", "More")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return repository(tmp_path / "corpus", FILES)


def rewritten(corpus: Path, file: str, *pairs: tuple[str, str]) -> None:
    path = corpus / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def told(corpus: Path, before: str = "HEAD", after: str | None = None) -> list[tuple[Any, ...]]:
    found = ask(corpus, before, after)
    return [(c.change, c.kind, c.id, c.was, *c.fields) for c in found.changes]


def test_nothing_changed(corpus: Path) -> None:
    assert told(corpus) == []
    assert ask(corpus, "HEAD").asides[0].startswith("nothing changed")


def test_layout_order_and_files_are_no_change(corpus: Path) -> None:
    moved = (corpus / "questions" / "who.yaml").read_text("utf-8").replace("It did.", "'It did.'")
    (corpus / "questions" / "who.yaml").unlink()
    (corpus / "elsewhere.yaml").write_text(f"# a comment\n{moved}", encoding="utf-8")
    assert told(corpus) == []


def test_fields_of_a_claim(corpus: Path) -> None:
    rewritten(
        corpus,
        "questions/who.yaml",
        ("stance: north, scholars: [ann]", "stance: south, scholars: [ann, bob]"),
        ("did., citation: {source: ann-1950}", "did., citation: {source: ann-1950, locator: p. 5}"),
    )
    [change] = told(corpus)
    assert change[:4] == ("changed", "claim", "a", None)
    assert set(change[4:]) == {
        ("stance", "north", "south"),
        ("scholars", "[ann]", "[ann, bob]"),
        ("citation", "{source: ann-1950}", "{source: ann-1950, locator: p. 5}"),
    }


def test_what_came_and_went(corpus: Path) -> None:
    rewritten(
        corpus,
        "people.yaml",
        ("- {id: bob, name: Bob, kind: person}", "- {id: eve, name: Eve, kind: person}"),
        ("title: Towns", "title: Two Towns"),
    )
    rewritten(corpus, "corpus.yaml", ("title: T", "title: U"))
    assert told(corpus) == [
        ("changed", "corpus", "corpus", None, ("title", "T", "U")),
        ("added", "scholar", "eve", None),
        ("removed", "scholar", "bob", None),
        ("changed", "source", "ann-1950", None, ("title", "Towns", "Two Towns")),
    ]


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("scholar", "ann", "archer"),
        ("source", "ann-1950", "archer-1950"),
        ("claim", "a", "ann-1950-north"),
        ("question", "who", "who-began"),
        ("stance", "who/north", "who/the-north"),
    ],
)
def test_a_new_id_is_followed_wherever_it_is_named(
    corpus: Path, run: Run, kind: str, old: str, new: str
) -> None:
    renamed = new.partition("/")[2] or new
    assert run("edit", old, "--rename", renamed, "--corpus", str(corpus)).code == 0
    expected = [("renamed", kind, new, old)]
    assert told(corpus) == expected
    committed(corpus)
    assert told(corpus, "HEAD~1", "HEAD") == expected
    assert told(corpus, "HEAD", "HEAD~1") == [("renamed", kind, old, new)]


def test_a_new_id_and_a_change_are_two_records(corpus: Path) -> None:
    rewritten(corpus, "questions/who.yaml", ("id: a, ", "id: z, "), ("It did.", "It did so."))
    rewritten(corpus, "questions/who.yaml", ("disputes: a", "disputes: z"))
    assert [change[:4] for change in told(corpus)] == [
        *(("added", "claim", "z", None), ("changed", "claim", "b", None)),
        ("removed", "claim", "a", None),
    ]


def test_a_damaged_old_state_is_told(corpus: Path) -> None:
    whole = (corpus / "people.yaml").read_text("utf-8")
    broken = whole.replace("name: Ann, kind: person", "name: Ann, kind: nobody")
    committed(corpus, people=broken)
    committed(corpus, people="\x00 [\n")
    (corpus / "people.yaml").write_text(whole, encoding="utf-8")
    found = ask(corpus, "HEAD~1")
    assert found.remarks == ("of HEAD~1 1 record was left out, being broken",)
    assert [(c.change, c.id) for c in found.changes] == [("added", "ann")]
    assert [c.id for c in ask(corpus, "HEAD").changes] == ["ann", "bob", "ann-1950", "bob-1960"]


def test_a_state_without_the_corpus(corpus: Path) -> None:
    git(corpus, "checkout", "-q", "--orphan", "empty")
    git(corpus, "rm", "-rfq", "--cached", ".")
    git(corpus, "commit", "-q", "--allow-empty", "-m", "Nothing")
    found = ask(corpus, "empty")
    assert found.remarks == ("empty has no file of the corpus",)
    assert {change.change for change in found.changes} == {"added"}


# --- What git has ---


def test_files_below_a_folder_of_the_repository(tmp_path: Path) -> None:
    place = repository(
        tmp_path / "r",
        {
            "claims/corpus.yaml": "title: T\n",
            "claims/é ü.yaml": "title: U\n",
            "claims/.hidden/a.yaml": "x",
            "claims/notes.txt": "x",
            "other.yaml": "title: V\n",
        },
    )
    (place / "claims" / "link.yaml").symlink_to("corpus.yaml")
    git(place, "add", "-A")
    git(place, "commit", "-q", "-m", "A link")
    found = files_at(place / "claims", commit_named(place / "claims", "HEAD"))
    assert found == {"corpus.yaml": b"title: T\n", "é ü.yaml": b"title: U\n"}


@cases("revision", ["--output=stolen", "nothing", "", "HEAD:people.yaml", "-h"])
def test_what_is_no_revision(corpus: Path, revision: str) -> None:
    with pytest.raises(UnknownRevision, match="git knows no revision"):
        ask(corpus, revision)
    assert not (corpus / "stolen").exists()


def test_a_folder_that_git_does_not_know(tmp_path: Path) -> None:
    with pytest.raises(UnknownRevision, match="is in no repository of git"):
        ask(tmp_path, "HEAD")


# --- The command ---


def test_the_command_prints_it_in_every_format(corpus: Path, run: Run) -> None:
    rewritten(corpus, "questions/who.yaml", ("Not so.", "Not *so*."))
    rewritten(corpus, "people.yaml", ("{id: bob, name: Bob", "{id: rob, name: Bob"))
    rewritten(corpus, "questions/who.yaml", ("[bob]", "[rob]"))
    at = ("--corpus", str(corpus))
    ran = run("diff", *at)
    assert ran.out.splitlines() == [
        "claims: 1 changed; scholars: 1 renamed",
        "",
        "~ claim b",
        "    Not *so*.",
        "    statement",
        "      - Not so.",
        "      + Not *so*.",
        "",
        "> scholar bob → rob",
        "    Bob",
    ]
    assert run("diff", "--limit", "1", *at).err == "1 more change; --limit 2 shows all\n"
    assert run("diff", "--format", "md", *at).out.splitlines()[2] == (
        r"| changed | claim | b |  | Not \*so\*. | statement | Not so. | Not \*so\*. |"
    )
    view = run("diff", "HEAD", "--json", *at).json
    assert [list(one) for one in view] == [KEYS, KEYS]
    assert view[0]["fields"] == [{"field": "statement", "before": "Not so.", "after": "Not *so*."}]
    status = git(corpus, "status", "--porcelain")
    assert status == "M people.yaml\n M questions/who.yaml"


KEYS = ["change", "kind", "id", "was", "text", "fields", "file", "line"]
