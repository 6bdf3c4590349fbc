"""Claims and drafts reviewed, with answers that are written down here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from scripted import Scripted
from storing import contents

from claimcli.answers.review import Leaf, ask
from claimcli.dialogue.asker import Left
from claimcli.dialogue.reviewing import Reviewing
from claimcli.store import open_store
from claimcli.texts import Texts

pytestmark = pytest.mark.slow  # each has a repository of git, or writes

TODAY = date.today().isoformat()
STAMP = f"  checked: {{by: Olga, date: '{TODAY}'}}\n"

DRAFTS = """\
# What was marked.
drafts:
- id: bridge-closed
  quote: to close a bridge is to open a war
  source: archer-2000
  locator: p. 40
  answers: [who-began/weston-began]
"""


@pytest.fixture
def corpus(corpus: Path) -> Path:
    """The same, of which nothing is checked, with a draft."""
    (corpus / "drafts.yaml").write_text(DRAFTS, encoding="utf-8")
    return corpus


def reviewed(root: Path, *answers: str, ids: tuple[str, ...] = ()) -> tuple[Reviewing, Scripted]:
    """What comes of a review by Olga, of all claims or of these; every answer is used up."""
    asker, texts = Scripted(*answers), Texts({})
    store = open_store(root)
    waiting = ask(store, store.claims(), store.drafts(), texts).waiting
    reviewing = Reviewing(root, asker, texts, "Olga", lambda: open_store(root))
    reviewing.go_through([w for w in waiting if (w.record.id in ids if ids else w.claim)])
    assert asker.is_done
    return reviewing, asker


FIRST = "vorobev-1975-easton"
SECOND = "archer-2000-many-easton"


def test_accepting_writes_one_line_and_no_other_byte(corpus: Path) -> None:
    before = contents(corpus)
    reviewing, asker = reviewed(corpus, "s", "accept", "leave")
    after = contents(corpus)
    old = "  quote: the riders of Easton rode at dawn\n"
    assert after.pop("who-began.yaml") == before.pop("who-began.yaml").replace(old, old + STAMP)
    assert after == before
    assert dict(reviewing.did) == {"skipped": 1, "accepted": 1}
    assert f"who-began.yaml:18: checked of {FIRST} set" in asker.said
    assert f"2 of 8  {FIRST}" in asker.said


def test_what_was_accepted_before_somebody_leaves_is_written(corpus: Path) -> None:
    with pytest.raises(Left):
        reviewed(corpus, "s", "a", "a")
    assert (corpus / "who-began.yaml").read_text(encoding="utf-8").count(STAMP) == 2
    store = open_store(corpus)
    waiting = ask(store, store.claims(), store.drafts(), Texts({})).waiting
    assert [one.record.id for one in waiting][:3] == [
        "bridge-closed",
        "archer-2000-bridge-was-shared",
        "archer-2000-weston-closed-the-bridge",
    ]


def test_a_correction_is_written_and_looked_at_again(corpus: Path) -> None:
    before = contents(corpus)
    reviewing, asker = reviewed(
        corpus,
        *("correct", "statement", "Easton rode first.", "citation", "vorobev-1975, p. 13"),
        *("", "accept"),
        ids=(FIRST,),
    )
    expected = before["who-began.yaml"]
    for old, new in (
        ("Easton sent its riders out before any word was given.", "Easton rode first."),
        ("locator: p. 12", "locator: p. 13"),
        ("rode at dawn\n", f"rode at dawn\n{STAMP}"),
    ):
        expected = expected.replace(old, new)
    assert contents(corpus) == {**before, "who-began.yaml": expected}
    assert ("citation", "vorobev-1975, p. 12") in asker.prompts
    leaves = [one for one in asker.shown if isinstance(one, Leaf)]
    assert [leaf.claim["statement"] for leaf in leaves if leaf.claim] == [
        "Easton sent its riders out before any word was given.",
        "Easton rode first.",
    ]
    assert dict(reviewing.did) == {"corrected": 1, "accepted": 1}


def test_what_the_checks_would_refuse_is_not_written(corpus: Path) -> None:
    before = contents(corpus)
    _, asker = reviewed(
        corpus,
        *("c", "stance", "nobody-at-all", "stanc", "certainty", "argued", "-", "skip"),
        ids=(SECOND,),
    )
    after = contents(corpus)
    assert asker.codes[0] == "E304"
    assert "no field 'stanc'; did you mean 'stance'?" in asker.said
    assert after["who-began.yaml"] == before["who-began.yaml"].replace(
        "blame the eastern town\n", "blame the eastern town\n  certainty: argued\n"
    )


@pytest.mark.parametrize("answer", ["", "<", "archer-2000"])
def test_what_is_as_it_was_is_not_written(corpus: Path, answer: str) -> None:
    before = contents(corpus)
    reviewing, _ = reviewed(corpus, "c", "via", answer, "<", "skip", ids=(SECOND,))
    assert contents(corpus) == before
    assert dict(reviewing.did) == {"corrected": 0, "skipped": 1}


@pytest.mark.parametrize(("said", "is_there"), [("no", True), ("yes", False)])
def test_a_field_is_taken_out_when_that_is_meant(corpus: Path, said: str, is_there: bool) -> None:
    reviewed(corpus, "c", "quote", "-", said, "", "skip", ids=(SECOND,))
    text = (corpus / "who-began.yaml").read_text(encoding="utf-8")
    assert ("many historians blame" in text) == is_there


def test_one_goes_back_to_the_one_before(corpus: Path) -> None:
    _, asker = reviewed(corpus, "skip", "<", "skip", "accept", "leave")
    assert [line for line in asker.said if " of 8" in line] == [
        "1 of 8  archer-2000-bridge-was-shared",
        f"2 of 8  {FIRST}",
        "1 of 8  archer-2000-bridge-was-shared",
        f"2 of 8  {FIRST}",
        f"3 of 8  {SECOND}",
    ]


def test_what_was_changed_meanwhile_is_shown_again(corpus: Path) -> None:
    path = corpus / "who-began.yaml"

    class Meanwhile(Scripted):
        def ask(self, prompt: str, default: str = "", **more: object) -> str:
            if not self.prompts:
                text = path.read_text(encoding="utf-8")
                path.write_text(text.replace("before any word", "without a word"), "utf-8")
            return super().ask(prompt, default)

    asker = Meanwhile("accept", "accept")
    store = open_store(corpus)
    waiting = ask(store, [c for c in store.claims() if c.id == FIRST], [], Texts({})).waiting
    Reviewing(corpus, asker, Texts({}), "Olga", lambda: open_store(corpus)).go_through(waiting)
    assert f"{FIRST} has been changed meanwhile; look again" in asker.said
    assert [one.claim["statement"] for one in asker.shown if isinstance(one, Leaf) and one.claim][
        1
    ] == "Easton sent its riders out without a word was given."
    assert STAMP in path.read_text(encoding="utf-8")


def test_what_is_gone_meanwhile_is_passed_over(corpus: Path) -> None:
    store = open_store(corpus)
    waiting = ask(store, [], store.drafts(), Texts({})).waiting
    (corpus / "drafts.yaml").unlink()
    asker = Scripted()
    Reviewing(corpus, asker, Texts({}), "Olga", lambda: open_store(corpus)).go_through(waiting)
    assert "it is there no more" in asker.said


def test_how_to_answer_is_told_once(corpus: Path) -> None:
    text = DRAFTS.replace("bridge-closed", "second").replace("to close", "close")
    (corpus / "more.yaml").write_text(text, encoding="utf-8")
    made = ("make", "", "", "", "", "-", "ann", "It was {}.", "", "", "", "", "yes")
    answers = [one.format(who) for who in ("Weston", "Easton") for one in made]
    reviewing, asker = reviewed(corpus, *answers, ids=("bridge-closed", "second"))
    assert dict(reviewing.did) == {"made": 2}
    assert sum(line.startswith("Enter takes") for line in asker.said) == 1


def test_a_draft_becomes_a_claim(corpus: Path) -> None:
    before = contents(corpus)
    reviewing, asker = reviewed(
        corpus,
        *("make", "", "", "", "", "-", "ann", "It was Weston.", "", "", "", "", "yes"),
        ids=("bridge-closed",),
    )
    after = contents(corpus)
    assert dict(asker.prompts)["quote"] == "to close a bridge is to open a war"
    assert "bridge-closed" not in after["drafts.yaml"]
    assert after["who-began.yaml"].startswith(before["who-began.yaml"])
    assert "\n  statement: It was Weston.\n" in after["who-began.yaml"]
    assert dict(reviewing.did) == {"made": 1}


def test_whoever_has_enough_of_making_a_claim_is_back_at_the_draft(corpus: Path) -> None:
    before = contents(corpus)
    refused = ("make", "", "", "", "", "-", "ann", "It was Weston.", "", "", "", "", "no")
    reviewing, asker = reviewed(corpus, *refused, "skip", ids=("bridge-closed",))
    assert contents(corpus) == before
    assert "nothing is written; the draft is as it was" in asker.said
    assert dict(reviewing.did) == {"skipped": 1}


def test_a_draft_is_discarded(corpus: Path) -> None:
    reviewing, _ = reviewed(corpus, "d", ids=("bridge-closed",))
    assert "bridge-closed" not in (corpus / "drafts.yaml").read_text(encoding="utf-8")
    assert dict(reviewing.did) == {"discarded": 1}


def test_an_answer_that_is_none_is_asked_for_again(corpus: Path) -> None:
    _, asker = reviewed(corpus, "yes", "", "leave", ids=(FIRST,))
    assert asker.said.count("say accept, correct, skip or leave; the first letter will do") == 2


def test_a_second_check_on_one_day_has_the_time(corpus: Path) -> None:
    reviewed(corpus, "accept", "<", "accept", "leave", ids=(FIRST, SECOND))
    text = (corpus / "who-began.yaml").read_text(encoding="utf-8")
    assert f"  checked: {{by: Olga, date: '{TODAY}T" in text
