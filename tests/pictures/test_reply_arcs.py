"""Arcs from each work to the one that it answers, of an invented debate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from support import CORPORA

from claimcli.answers.compare import compare
from claimcli.answers.replies import answering, replies
from claimcli.pictures.lettering import width
from claimcli.pictures.replies import Arc, arcs, arcs_of, said
from claimcli.pictures.replies import replies as drawn_replies
from claimcli.store import open_store


@pytest.fixture(scope="module")
def drawn() -> list[Arc]:
    store = open_store(CORPORA / "debate", use_cache=False)
    question = store.question("cause")
    assert question
    claims = store.claims_on("cause")
    compared = compare(question, claims, store)
    return arcs_of(answering(replies(store, compared, claims)), compared)


def test_each_reply_between_two_years_is_an_arc(drawn: Sequence[Arc]) -> None:
    """Ten replies, of which Keller's to the flood as such has no year to lead to."""
    assert [said(arc.reply) for arc in drawn] == [
        "John Smith (smith-a) 1931 disputes the Bridge Board 1925",
        "P. N. Ivanov 1940 disputes John Smith (smith-a) 1931",
        "P. N. Ivanov 1940 qualifies the Bridge Board 1925",
        "John Smith (smith-b) 1958 disputes John Smith (smith-a) 1931",
        "John Smith (smith-b) 1958 disputes P. N. Ivanov 1940",
        "Zhang Lan 1966 disputes John Smith (smith-b) 1958",
        "Claire Moreau 1979 disputes Zhang Lan 1966",
        "Claire Moreau 1991 qualifies Zhang Lan 1966",
        "Anna Keller 2004 disputes, by the recorder's judgement, John Smith (smith-b) 1958",
    ]


def test_a_year_before_our_era_is_told_in_words(drawn: Sequence[Arc]) -> None:
    reply = drawn[0].reply
    ancient = replace(reply, target=replace(reply.target, year=-43))
    assert said(ancient) == "John Smith (smith-a) 1931 disputes the Bridge Board 44 BCE"


def test_a_work_that_was_not_read_is_a_ring(drawn: Sequence[Arc]) -> None:
    """The Board's report and Ivanov's book are known through Keller alone."""
    figure = ElementTree.fromstring(arcs(drawn))
    marks = [each.get("class", "").split()[1] for each in figure.iter("circle")]
    assert sorted(marks) == [*["m-read"] * 6, *["m-second-hand"] * 2]


def test_a_reply_by_the_recorders_judgement_has_a_question_mark(drawn: Sequence[Arc]) -> None:
    assert re.findall(r">\?<", arcs(drawn)) == [">?<"]
    assert ">?<" not in arcs(drawn[:-1])


def test_names_touch_no_other_name(drawn: Sequence[Arc]) -> None:
    figure = ElementTree.fromstring(arcs(drawn))
    named = [
        (float(each.get("x", "")), each.get("y"), width(each.text or ""))
        for each in figure.iter("text")
        if "year" not in each.get("class", "") and each.text != "?"
    ]
    assert len(named) == 8  # all works: none is left without its name
    for (x, y, wide), (other, down, much) in combinations(named, 2):
        assert y != down or abs(x - other) >= (wide + much) / 2


def test_names_have_the_letters_of_their_positions(drawn: Sequence[Arc]) -> None:
    figure = ElementTree.fromstring(arcs(drawn))
    texts = {each.text for each in figure.iter("text")}
    # Moreau: the flood in 1979, bad workmanship in 1991.
    assert {"B Zhang Lan", "A Claire Moreau", "B Claire Moreau"} <= texts


def test_the_document_says_what_its_lines_mean(drawn: Sequence[Arc]) -> None:
    store = open_store(CORPORA / "debate", use_cache=False)
    question = store.question("cause")
    assert question
    claims = store.claims_on("cause")
    compared = compare(question, claims, store)
    document = drawn_replies(replies(store, compared, claims), compared)
    assert (
        "a line disputes; dashes qualify; dots revise; a ring: not read in the work itself;"
        " ?: by the recorder’s judgement" in document
    )


@pytest.mark.slow
def test_the_page_has_the_arcs_and_says_the_same(tmp_path: Path) -> None:
    from claimcli.cli.main import main

    place = tmp_path / "site"
    assert main(["site", str(place), "--corpus", str(CORPORA / "debate"), "--no-cache"]) == 0
    page = (place / "question" / "cause.html").read_text(encoding="utf-8")
    assert '<svg class="arcs"' in page
    assert "dashes qualify" in page
    assert page.count('<span class="warn">by the recorder’s judgement</span> disputes') == 2
    text = re.sub("<[^>]+>", "", page)
    assert "John Smith (smith-b) 1958" in text
    assert "John Smith (smith-a)" in text
    claim = (place / "claim" / "keller-2004-load.html").read_text(encoding="utf-8")
    assert 'that <a href="../claim/smith-1958-flood.html">smith-1958-flood</a> is meant' in claim
