"""The corpus that is shipped, against what can be counted by hand in the texts it was made from.

The article has 56 in-text citations in 36 parentheses: a work that one parenthesis names twice, as
"V. Miasnikov 1977, 1979", counts as two. They are listed here in the order of the text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import cases

from claimcli.checks.inspection import check_corpus
from claimcli.corpus.reading import read_corpus
from claimcli.corpus.records import Reading
from claimcli.model import Claim
from claimcli.problems import Severity

CLAIMS = Path(__file__).parents[1] / "claims"

PARENTHESES = """
vorobev-1983; shavkunov-1990
simonovskaia-1948; nikiforov-1970; miasnikov-1977; miasnikov-1979
ocherki-istorii-kitaia-1959
okladnikov-1959; kyuner-1961; istoriia-severo-vostochnogo-kitaia-1989
istoriia-stran-zarubezhnoj-azii-1970, p. 245
vorobev-1975
perelomov-1977
istoriia-kitaia-1959
okladnikov-derevianko-1973; vorobev-1975
kychanov-1966
vorobev-1975, p. 116
goncharov-1986, p. 113
rozov-1998, pp. 116-119; e-kozhanov-1980; goncharov-1986
goncharov-1986, p. 33
ocherki-istorii-kitaia-1959, pp. 311-312; okladnikov-derevianko-1973; goncharov-1986, p. 32
goncharov-1986, pp. 33-34
vorobev-1975
melihov-1970; pikov-1993
vorobev-1975; reckel-2001
okladnikov-1959, p. 227; vorobev-1975; s-kozhanov-1980, p. 41
rozov-1998; okladnikov-1959; okladnikov-derevianko-1973
ye-lunli-1979
s-kozhanov-1980
ye-lunli-1979
goncharov-1986
ye-lunli-1979; franke-1997, p. 68
ye-lunli-1979; okladnikov-derevianko-1973
ye-lunli-1979
tao-1977
rozov-1998, pp. 186-187
vorobev-1975
vorobev-1975
goncharov-1986; so-2000
istoriia-kitaia-1974, p. 106
goncharov-1986
vorobev-1975
"""
CITED = [
    tuple(part.strip() for part in work.partition(",")[::2])
    for line in PARENTHESES.split("\n")
    for work in line.split(";")
    if work
]


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_corpus(CLAIMS)


def places(claim: Claim) -> Iterator[tuple[str, str]]:
    """Every work that a claim stands on or comes through, with the place in it."""
    for place in (claim.citation, *claim.via, *claim.basis):
        if place and place.source:
            yield place.source, place.locator or ""


def test_the_list_above_is_what_the_article_has() -> None:
    assert len(PARENTHESES.strip().split("\n")) == 36
    assert len(CITED) == 56
    assert sum(bool(locator) for _, locator in CITED) == 13
    # 28 works; 27 if E. and S. Kozhanov, whom the text does not show to be one, were one.
    assert len({source for source, _ in CITED}) == 28


@pytest.mark.slow
def test_nothing_is_wrong_with_it(reading: Reading) -> None:
    assert reading.problems == ()
    assert reading.left_out == 0
    assert [p for p in check_corpus(CLAIMS).problems if p.severity != Severity.INFO] == []


@cases(("source", "locator"), sorted(set(CITED)))
def test_each_citation_stands_behind_a_record(reading: Reading, source: str, locator: str) -> None:
    assert (source, locator) in {place for claim in reading.claims for place in places(claim)}


def test_each_work_of_the_sources_is_one_that_the_texts_name(reading: Reading) -> None:
    primary = {"jin-shi", "song-shi", "liao-shi", "sanchao-beimeng-huibian"}
    read = {"kim-2013", "southern-song-overview"}
    assert {s.id for s in reading.sources} == {source for source, _ in CITED} | primary | read


def test_everyone_but_kim_and_the_overview_was_read_second_hand(reading: Reading) -> None:
    own = {("kim",): "kim-2013", ("southern-song-overview-author",): "southern-song-overview"}
    for claim in reading.claims:
        if claim.scholars in own:
            assert not claim.via, claim.id
            assert claim.citation is not None, claim.id
            assert claim.citation.source == own[claim.scholars], claim.id
        else:
            assert [step.source for step in claim.via] == ["kim-2013"], claim.id


def test_every_record_has_a_quote_of_4_to_15_words_that_its_statement_does_not_repeat(
    reading: Reading,
) -> None:
    for claim in reading.claims:
        assert claim.quote is not None, claim.id
        assert 4 <= len(claim.quote.split()) <= 15, claim.id
        assert claim.quote.casefold() not in claim.statement.casefold(), claim.id


def test_what_is_unclear_is_explained(reading: Reading) -> None:
    assert all(claim.note for claim in reading.claims if claim.unclear)


def test_a_guess_is_recorded_as_one(reading: Reading) -> None:
    # "We can guess" stands twice in the article, "I can guess" and "we can hypothesize" once each;
    # the guess that China waited gives two records, one on the waiting and one on the execution.
    conjectured = {claim.id for claim in reading.claims if claim.certainty == "conjectured"}
    assert conjectured == {
        "kim-2013-unexpected-war-from-weakening-a-rival",
        "kim-2013-song-promised-support-beforehand",
        "kim-2013-chang-chue-in-contact-with-gao-yaoshi",
        "kim-2013-song-waited-for-an-opportunity",
        "kim-2013-song-executed-to-wait",
    }


def test_vorobev_stands_on_both_sides_of_whether_song_wanted_war(reading: Reading) -> None:
    held = {
        stance
        for claim in reading.claims
        if claim.scholars == ("vorobev",)
        for stance in claim.stances_on("did-song-want-war")
    }
    # That China made no preparations takes no side: unprepared is not unwilling.
    assert held == {"wanted", "did-not-want", "none"}


def test_few_stances_are_the_recorders_reading(reading: Reading) -> None:
    # A statement that takes no side has none; where the text can be read both ways, that is marked.
    # One in ten is the most that a reader should have to weigh.
    sided = [claim for claim in reading.claims if claim.stance not in {None, "none"}]
    assert sum("stance" in claim.unclear for claim in sided) <= len(sided) / 10


def test_every_stance_is_held_by_somebody(reading: Reading) -> None:
    for question in reading.questions:
        held = {stance for claim in reading.claims for stance in claim.stances_on(question.id)}
        assert {stance.id for stance in question.stances} <= held, question.id


def test_what_rests_on_another_claim_is_argued(reading: Reading) -> None:
    for claim in reading.claims:
        if any(ground.claim for ground in claim.basis):
            assert claim.certainty != "asserted", claim.id


def test_the_quotations_are_no_copy_of_their_text(reading: Reading) -> None:
    folder = Path(os.environ.get("CLAIMCLI_TEXTS") or ".")
    for source in ("kim-2013", "southern-song-overview"):
        if not (folder / f"{source}.txt").is_file():
            pytest.skip("CLAIMCLI_TEXTS names no directory with the texts")
        text = " ".join((folder / f"{source}.txt").read_text(encoding="utf-8").split())
        quoted = quoted_stretches(
            text, [c.quote or "" for c in reading.claims if read(c) == source]
        )
        # A quarter of the text at most, and nowhere a sentence put together from several.
        assert sum(map(len, quoted)) < len(text) / 4, source
        assert all(len(stretch.split()) <= 15 for stretch in quoted), source


def read(claim: Claim) -> str | None:
    """The text in which the claim was read."""
    place = claim.via[-1] if claim.via else claim.citation
    return place.source if place else None


def quoted_stretches(text: str, quotes: list[str]) -> list[str]:
    """What of the text stands in quotations; those with no word between them are one stretch."""
    assert all(text.count(quote) == 1 for quote in quotes)
    stretches: list[tuple[int, int]] = []
    for start in sorted({text.index(quote) for quote in quotes}):
        end = start + max(len(quote) for quote in quotes if text.startswith(quote, start))
        if stretches and not re.search(r"\w", text[stretches[-1][1] : start]):
            start, before = stretches.pop()
            end = max(end, before)
        stretches.append((start, end))
    return [text[start:end] for start, end in stretches]


def test_the_two_kozhanovs_are_kept_apart(reading: Reading) -> None:
    kozhanovs = [s for s in reading.scholars if "Kozhanov" in s.name]
    assert [s.name for s in kozhanovs] == ["E. Kozhanov", "S. Kozhanov"]
    assert all(s.note for s in kozhanovs)
