"""A record made in conversation, with answers that are written down here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from scripted import Scripted
from storing import contents
from support import CORPORA

from claimcli.answers.passage import Passage
from claimcli.dialogue.asker import Left
from claimcli.dialogue.making import Wish, agreed_upon
from claimcli.dialogue.offers import Last
from claimcli.editing.composing import New
from claimcli.texts import Texts

NO_TEXTS = Texts({})
NOTHING = Last()
ANN = ("archer-2000", "")


def made(
    root: Path,
    kind: str,
    *answers: str,
    words: dict[str, str] | None = None,
    last: Last = NOTHING,
    texts: Texts = NO_TEXTS,
) -> tuple[tuple[New, ...] | None, Scripted]:
    """What comes of a conversation; every answer is used up."""
    asker = Scripted(*answers)
    news = agreed_upon(root, Wish(kind, words or {}), asker, last, texts)
    assert asker.is_done
    return news, asker


def test_a_claim_is_asked_for_in_the_order_of_reading(corpus: Path) -> None:
    news, asker = made(
        corpus,
        "claim",
        *("who-began", "nobody", "archer-2000", "p. 3", "-", ""),
        *("It began by itself.", "of itself", "argued", "", "", "yes"),
    )
    assert news == (
        New(
            "claim",
            {
                "stance": "nobody",
                "citation": {"source": "archer-2000", "locator": "p. 3"},
                "scholars": ["ann"],
                "statement": "It began by itself.",
                "quote": "of itself",
                "certainty": "argued",
                "id": "ann-2000-nobody",
            },
            "who-began",
        ),
    )
    assert asker.asked == [
        *("question", "stance", "citation", "  where in it", "via", "scholars", "statement"),
        *("quote", "certainty", "more", "id", "write it? yes, no, or a field to change"),
    ]
    assert asker.offered["stance"] == ["easton-began", "weston-began", "nobody", "none"]
    assert asker.offered["scholars"] == ["ann", "boris", "archer-2000-many", "chronicler"]
    assert "who-began.yaml:" in asker.said
    assert "  citation: {source: archer-2000, locator: p. 3}" in asker.said


def test_what_is_likely_is_offered(corpus: Path) -> None:
    last = Last("who-began", "archer-2000")
    _, asker = made(
        corpus, "claim", "", "none", "", "-", "-", "", "It is so.", *[""] * 4, "no", last=last
    )
    defaults = dict(asker.prompts)
    assert (defaults["question"], defaults["citation"]) == ("who-began", "archer-2000")
    assert (defaults["scholars"], defaults["via"]) == ("ann", "")
    assert defaults["id"] == "ann-2000-so"


def test_who_is_reported_has_no_holder_that_is_likely(corpus: Path) -> None:
    last = Last("who-began", "archer-2000")
    news, asker = made(
        corpus,
        "claim",
        *("", "nobody", "-", "", "", "boris", "It was nobody's doing.", "", "", "", "yes"),
        last=last,
    )
    assert dict(asker.prompts)["via"] == "archer-2000"
    assert dict(asker.prompts)["scholars"] == ""
    assert "certainty" not in asker.asked
    assert news
    assert news[0].values["via"] == [{"source": "archer-2000"}]
    assert "citation" not in news[0].values


def test_one_goes_back_as_far_as_the_first_question(corpus: Path) -> None:
    news, asker = made(
        corpus,
        "scholar",
        *("<", "Ada Gray", "<", "Ada Grey", "person", "", "", "", "yes"),
    )
    assert news == (New("scholar", {"name": "Ada Grey", "kind": "person", "id": "grey"}),)
    assert "this is the first question" in asker.said
    assert ("name", "Ada Gray") in asker.prompts


def test_who_is_not_there_yet_is_made_in_the_same_write(corpus: Path) -> None:
    news, asker = made(
        corpus,
        "claim",
        *("who-began", "nobody", "grey-1950", "yes"),
        *("book", "Grey, Ada", "The Dawn", "1950", "", "", "p. 7", "-"),
        *("Ada Grey", "yes", "", "", "-", "", ""),
        *("Nobody began it.", "", "", "", "", "yes"),
    )
    assert news
    assert [one.kind for one in news] == ["source", "scholar", "claim"]
    assert news[0].values["author"] == [{"family": "Grey", "given": "Ada"}]
    assert news[1].values == {"name": "Ada Grey", "kind": "person", "id": "grey"}
    assert news[2].values["scholars"] == ["grey"]
    assert news[2].values["citation"] == {"source": "grey-1950", "locator": "p. 7"}
    assert news[2].values["id"] == "grey-1950-nobody"
    assert {"people.yaml:", "who-began.yaml:"} <= set(asker.said)


def test_what_was_made_and_is_not_needed_is_not_written(corpus: Path) -> None:
    news, _ = made(
        corpus,
        "claim",
        *("who-began", "nobody", "archer-2000", "", "-"),
        *("Ada Grey", "yes", "", "", "-", "", "", "<", "ann"),
        *("Nobody began it.", "", "", "", "", "yes"),
    )
    assert news
    assert [one.kind for one in news] == ["claim"]


def test_a_question_and_its_stances_are_made_on_the_way(corpus: Path) -> None:
    news, _ = made(
        corpus,
        "claim",
        *("who-won", "yes", "Who won?", "", "", "The north", "The south", "", "", ""),
        *("south", "archer-2000", "", "-", "", "The south won.", "", "", "", "", "yes"),
    )
    assert news
    assert [one.kind for one in news] == ["question", "claim"]
    assert news[0].values["stances"] == {
        "north": {"label": "The north"},
        "south": {"label": "The south"},
    }
    assert news[1].question == "who-won"


@pytest.mark.parametrize("refusal", ["no", ""])
def test_an_unknown_id_is_asked_for_again(corpus: Path, refusal: str) -> None:
    _, asker = made(
        corpus,
        "claim",
        *("who-begn", refusal, "who-began", "none", "archer-2000", "", "-", ""),
        *("It is so.", "", "", "", "", "no"),
    )
    assert "no question 'who-begn'; did you mean 'who-began'?" in asker.said


def test_a_holder_may_be_named_by_name(corpus: Path) -> None:
    news, _ = made(
        corpus,
        "claim",
        *("-", "vorobev-1975", "", "-", "Борис Воробьёв", "It is so.", "", "", "", "", "yes"),
    )
    assert news
    assert news[0].values["scholars"] == ["boris"]


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        ("scholar", ("", "A", "persn", "person", "", "", "", "no"), "no kind of scholar 'persn'"),
        ("scholar", ("Ann", "person", "", "", "ann", "x y", "ann-2", "no"), "'ann' is taken"),
        ("name", ("A", "place", "", "nte", "", "a", "no"), "no field 'nte'"),
        ("stance", ("who-began", "None", "", "", "none", "no-one", "no"), "'none' is taken"),
        ("claim", ("-", "-", "-", "archer-2000", "", "ann", "S", "", "", "", "no"), "is needed"),
        ("claim", ("-", "", "", "<", *ANN, "", "", "S", "", "", "", "", "no"), "< goes"),
    ],
)
def test_what_will_not_do_is_said_and_asked_again(
    corpus: Path, kind: str, answers: tuple[str, ...], said: str
) -> None:
    _, asker = made(corpus, kind, *answers)
    assert any(said in line for line in asker.said)


def test_a_field_is_changed_where_the_checks_find_an_error(corpus: Path) -> None:
    news, asker = made(
        corpus,
        "claim",
        *("who-began", "nobody", "archer-2000", "", "-", "", "It was.", "", ""),
        *("period", "12345-99", "", "", "period", "1125", "yes"),
    )
    assert asker.codes[0][0] == "E"
    assert news
    assert news[0].values["period"] == "1125"


def test_whoever_leaves_leaves_everything_as_it_was(corpus: Path) -> None:
    before = contents(corpus)
    for length in range(8):
        answers = ["who-began", "nobody", "grey-1950", "yes", "book", "Grey, Ada", "T", "1950"]
        with pytest.raises(Left):
            made(corpus, "claim", *answers[:length])
    assert contents(corpus) == before


def test_a_text_that_is_not_at_hand_is_asked_for(corpus: Path) -> None:
    _, asker = made(
        corpus,
        "claim",
        *("-", "archer-2000", "", "-", "ann", "It is so.", "of itself", "", "", "", "no"),
    )
    assert "the text of archer-2000 is not at hand (--texts DIR)" in asker.said
    assert asker.shown == []


def test_the_passage_is_shown_with_its_verdict(tmp_path: Path) -> None:
    root = shutil.copytree(CORPORA / "held", tmp_path / "corpus")
    texts = Texts({"archer-2000": root / "archer-2000.txt"})
    before = (root / "archer-2000.txt").read_text(encoding="utf-8")
    words = " ".join(before.split()[40:46])
    _, asker = made(
        root,
        "claim",
        *("-", "archer-2000", "", "-", "ann", "It is so.", words, "", "", "", "no"),
        texts=texts,
    )
    [passage] = asker.shown
    assert isinstance(passage, Passage)
    assert passage.verified.status in ("exact", "normalised")
    [place] = passage.places
    assert " ".join("".join(s.text for s in place if s.is_quoted).split()) == words


def test_an_answer_that_will_not_do_is_not_offered_again(corpus: Path) -> None:
    _, asker = made(corpus, "question", "Who won?", "", "Ann", "", "A", "B", "", "", "", "no")
    assert [p for p in asker.prompts if p[0] == "exclusive"] == [("exclusive", "")] * 2
    _, asker = made(corpus, "scholar", "Ann", "persn", "", "", "", "ann-2", "no")
    assert [p for p in asker.prompts if p[0] == "kind"] == [("kind", "person")] * 2


def test_a_text_that_will_not_do_is_there_to_be_mended(corpus: Path) -> None:
    words = {"name": "A", "kind": "person", "names": "[x"}
    _, asker = made(corpus, "scholar", "", "", "", "y", "", "", "no", words=words)
    assert [p for p in asker.prompts if p[0] == "names"] == [("names", "[x")]


@pytest.mark.parametrize(("answer", "value"), [("yes", True), ("no", False), ("True", True)])
def test_yes_and_no_are_answers(corpus: Path, answer: str, value: bool) -> None:
    news, _ = made(corpus, "question", "Who won?", "", answer, "A", "B", "", "", "", "yes")
    assert news
    assert news[0].values["exclusive"] is value


@pytest.mark.parametrize("answer", ["easton-began", "Easton began it", "EASTON BEGAN IT"])
def test_a_stance_may_be_named_by_its_label(corpus: Path, answer: str) -> None:
    news, _ = made(
        corpus,
        "claim",
        *("who-began", answer, "archer-2000", "", "-", "", "It is so.", "", "", "", "", "yes"),
    )
    assert news
    assert news[0].values["stance"] == "easton-began"


@pytest.mark.parametrize(
    ("tags", "stance"),
    [("blue, Easton began it", "easton-began"), ("nobody", "nobody"), ("blue", ""), ("", "")],
)
def test_a_tag_that_names_a_stance_offers_it(corpus: Path, tags: str, stance: str) -> None:
    _, asker = made(
        corpus,
        "claim",
        *("who-began", "nobody", "archer-2000", "", "-", "", "It is so.", "", ""),
        *[""] * bool(tags),
        *("", "", "no"),
        words={"tags": tags} if tags else {},
    )
    assert dict(asker.prompts)["stance"] == stance


def test_that_nobody_refers_to_what_is_new_goes_without_saying(corpus: Path) -> None:
    _, asker = made(corpus, "question", "Who won?", "", "", "A", "", "", "", "no")
    assert asker.codes == []
