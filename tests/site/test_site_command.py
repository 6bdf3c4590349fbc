"""`claimcli site`: every page, whole or not at all, and only what changed."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from pages import dead_links, page_in, pages_in
from support import CORPORA, ROOT, Run, cases

from claimcli.cli.main import main
from claimcli.site.web_address import web_address


def built(corpus: Path, place: Path) -> Path:
    """The site of a corpus."""
    assert main(["site", str(place), "--corpus", str(corpus), "--no-cache"]) == 0
    return place


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the corpus that comes with the package: it takes seconds."""
    return built(ROOT / "claims", tmp_path_factory.mktemp("shipped") / "public")


SITES = ["small", *(pytest.param(name, marks=pytest.mark.slow) for name in ("odd", "shipped"))]


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sites of three corpora, for what is so on every page of any."""
    if request.param == "shipped":
        place: Path = request.getfixturevalue("shipped")
        return place
    return built(CORPORA / request.param, tmp_path_factory.mktemp(request.param) / "public")


@pytest.mark.slow
def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == []


@pytest.mark.slow
def test_no_page_has_an_id_twice(site: Path) -> None:
    for path, page in pages_in(site).items():
        assert [id for id, times in Counter(page.ids).items() if times > 1] == [], path


@pytest.mark.slow
def test_each_record_has_its_page_its_json_and_its_markdown(shipped: Path) -> None:
    page = shipped / "claim" / "vorobev-1975-both-wanted"
    assert "Jin and Song both wanted the war" in page.with_suffix(".html").read_text()
    assert json.loads(page.with_suffix(".json").read_text())["id"] == "vorobev-1975-both-wanted"
    assert page.with_suffix(".md").read_text().startswith("# Jin and Song both wanted the war")


def files_of(place: Path) -> dict[str, tuple[int, bytes]]:
    """Every file of a folder with when it was written and what is in it."""
    return {
        str(f.relative_to(place)): (f.stat().st_mtime_ns, f.read_bytes())
        for f in place.rglob("*")
        if f.is_file()
    }


@pytest.mark.slow
def test_made_again_nothing_is_written(run: Run, tmp_path: Path) -> None:
    arguments = ("site", str(tmp_path / "public"), "--corpus", str(CORPORA / "small"))
    assert run(*arguments).code == 0
    before = files_of(tmp_path / "public")
    ran = run(*arguments)
    assert "nothing changed" in ran.err
    assert files_of(tmp_path / "public") == before


def test_a_folder_with_something_else_in_it_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    ran = run("site", str(tmp_path), "--corpus", str(CORPORA / "small"))
    assert ran.code == 2
    assert "something in it that claimcli did not make" in ran.err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.slow
def test_a_base_url_gives_a_map_and_each_page_its_address(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "public"
    corpus = ("--corpus", str(CORPORA / "small"))
    assert run("site", str(place), *corpus, "--base-url", "https://example.org/war").code == 0
    root = ElementTree.fromstring((place / "sitemap.xml").read_bytes())
    listed = [
        loc.text or "" for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert "https://example.org/war/question/who-began.html" in listed
    files = {unquote(address.removeprefix("https://example.org/war/")) for address in listed}
    assert files == {str(page.relative_to(place)) for page in place.rglob("*.html")}
    [canonical] = [
        attributes["href"]
        for tag, attributes in page_in(place, "question/who-began.html").elements
        if tag == "link" and attributes.get("rel") == "canonical"
    ]
    assert canonical == "https://example.org/war/question/who-began.html"


def test_without_one_there_is_no_map(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    assert not (site / "robots.txt").exists()


@cases(
    "url",
    [
        *(
            "example.org",
            "ftp://x.org",
            "javascript:alert(1)",
            "https://",
            "/war",
            "",
            "https:/x.org",
        ),
        *("https://x.org/a b", 'https://x.org/"onload=', "https://x.org/'", "https://x.org/<b>"),
        *("https://x.org/\n", "https://x.org/\u2028", "https://x.org/\x00", "https://x.org\\war"),
        *("https://me:secret@x.org", "https://x.org:port", "https://x.org:999999", "https://[::1"),
        *("https://x.org/?a=1", "https://x.org/#top", "https://x.org/%zz", "https://x.org/война"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(run: Run, tmp_path: Path, url: str) -> None:
    ran = run("site", str(tmp_path / "out"), "--base-url", url, "--corpus", str(CORPORA / "small"))
    assert ran.code == 2
    assert "--base-url takes an address" in ran.err
    assert not (tmp_path / "out").exists()


@cases(
    ("url", "base"),
    [
        ("https://example.org", "https://example.org/"),
        ("http://localhost:8000/war/", "http://localhost:8000/war/"),
        ("https://[::1]:8000/", "https://[::1]:8000/"),
        ("https://xn--e1afmkfd.xn--p1ai/%D0%B2/~me", "https://xn--e1afmkfd.xn--p1ai/%D0%B2/~me/"),
    ],
)
def test_an_address_is_taken_as_it_is(url: str, base: str) -> None:
    assert web_address(url) == base


@pytest.mark.slow
def test_a_large_site_within_its_corpus_is_told_of_and_no_site_is_taken_for_records(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = shutil.copytree(CORPORA / "small", tmp_path / "corpus")
    before = run("check", "--corpus", str(corpus)).out
    ran = run("site", str(corpus / "public"), "--corpus", str(corpus))
    assert ran.code == 0
    assert "within the corpus" not in ran.err  # as long as it is small
    assert run("check", "--corpus", str(corpus)).out == before
    monkeypatch.setattr("claimcli.cli.site._MANY", 10)
    ran = run("site", str(corpus / "public"), "--corpus", str(corpus))
    assert "is within the corpus: a folder beside it saves that" in ran.err
    beside = run("site", str(tmp_path / "public"), "--corpus", str(corpus))
    assert "is within" not in beside.err


@pytest.mark.parametrize("place", [".", "questions", "corpus.yaml"])
def test_the_folder_of_the_records_becomes_no_site(run: Run, tmp_path: Path, place: str) -> None:
    corpus = shutil.copytree(ROOT / "claims", tmp_path / "corpus")
    before = files_of(corpus)
    assert run("site", str(corpus / place), "--corpus", str(corpus)).code == 2
    assert files_of(corpus) == before


def test_a_page_asks_nothing_of_anyone(site: Path) -> None:
    for path, page in pages_in(site).items():
        asked = [
            attributes.get("src") or attributes.get("href")
            for tag, attributes in page.elements
            if tag in ("script", "img", "iframe", "object") or attributes.get("rel") == "stylesheet"
        ]
        assert [a for a in asked if a and not a.startswith("search")] == [], path


@pytest.mark.slow
def test_each_number_of_the_figure_leads_to_the_claims_that_it_counts(shipped: Path) -> None:
    """M. V. Vorob'ev is the one scholar, second-hand, who holds that both sides wanted the war."""
    page = page_in(shipped, "question/who-started-war.html")
    links = {
        attributes["aria-label"]: attributes["href"]
        for tag, attributes in page.elements
        if tag == "a" and "Both sides wanted it" in (attributes.get("aria-label") or "")
    }
    assert links["1 second-hand: Both sides wanted it"] == "#claim-vorobev-1975-both-wanted"
    assert links["1 scholar: Both sides wanted it"] == "#claim-vorobev-1975-both-wanted"


@pytest.mark.slow
def test_a_number_of_several_claims_leads_to_where_they_stand_or_are_listed(shipped: Path) -> None:
    """Three phrases of reporters stand under A, with one claim each: just what stands there."""
    page = page_in(shipped, "question/who-started-war.html")
    [address] = [
        attributes["href"]
        for tag, attributes in page.elements
        if (attributes.get("aria-label") or "").startswith("3 unnamed")
    ]
    assert address == "#position-jurchen-began"


@pytest.mark.slow
def test_a_reporters_phrase_and_a_second_hand_view_say_so(shipped: Path) -> None:
    text = "".join(page_in(shipped, "question/who-started-war.html").text)
    assert "a reporter’s phrase" in text
    assert "read only second-hand" in text
    assert "All of it was read in one text, Kim 2013." in text


@pytest.mark.slow
def test_the_page_of_a_scholar_known_only_from_others_says_so(shipped: Path) -> None:
    text = "".join(page_in(shipped, "scholar/vorobev.html").text)
    assert "Known only second-hand." in text
    assert "Vorob'ev 1975, p. 116, via Kim 2013" in text


@pytest.mark.slow
def test_a_source_tells_first_what_it_reports_of_others(shipped: Path) -> None:
    text = "".join(page_in(shipped, "source/kim-2013.html").text)
    assert 0 < text.index("What it reports of others") < text.index("What it claims")


@pytest.mark.slow
def test_claims_on_no_question_are_background_and_others_take_no_side(shipped: Path) -> None:
    background = "".join(page_in(shipped, "claim/kim-2013-jurchen-homeland.html").text)
    assert "background: on no question" in background
    assert "takes no side" not in background


@pytest.mark.slow
def test_the_page_of_a_name_says_on_which_question_a_position_is_taken(shipped: Path) -> None:
    # China became a vassal of the Khitan: the second position of its question.
    words = " ".join("".join(page_in(shipped, "name/khitan.html").text).split())
    asked = "Could Song accept a neighbour of the north as equal or superior?"
    assert f"B It did · {asked}" in words


def test_what_a_source_reports_says_on_which_question(shipped: Path) -> None:
    words = " ".join("".join(page_in(shipped, "source/kim-2013.html").text).split())
    reported = words.partition("What it claims")[0]
    asked = "Did Northern Song want war with the Jurchen?"
    # Vorob'ev, by the work of his that Kim cites.
    assert f"China did not want to fight the Jurchen. C Song did not want it · {asked}" in reported
    assert "Vorob'ev 1975" in reported


def test_runs_of_other_scripts_have_their_language(shipped: Path) -> None:
    page = page_in(shipped, "scholar/vorobev.html")
    assert ("span", {"lang": "ru"}) in page.elements
    assert ("span", {"lang": "zh"}) in page_in(shipped, "name/chang-chue.html").elements


@pytest.mark.slow
def test_above_twenty_thousand_claims_it_says_that_a_site_is_not_for_that(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcli.answers.site.MOST", 2)
    ran = run("site", str(tmp_path / "out"), "--corpus", str(CORPORA / "small"))
    assert ran.code == 0
    assert "a site is not for more than 2 claims" in ran.err


def words_of(place: Path, page: str) -> str:
    """The text of a page with single spaces."""
    return " ".join("".join(page_in(place, page).text).split())


@pytest.mark.slow
def test_an_act_that_is_the_recorders_judgement_is_put_in_nobodys_mouth(shipped: Path) -> None:
    """Kim names no opponent: that he disputes the Soviet specialists is marked unclear."""
    words = words_of(shipped, "question/jin-sure-of-victory.html")
    assert "by the recorder’s judgement disputes →" in words
    claim = words_of(shipped, "claim/kim-2013-jurchen-not-assured-of-final-victory.html")
    assert "What it answersby the recorder’s judgement" in claim
    target = words_of(shipped, "claim/kim-2013-almost-all-soviet-jurchen-sure.html")
    assert "Alexander Kim disputes it, by the recorder’s judgement:" in target


@pytest.mark.slow
def test_a_holder_by_the_recorders_judgement_is_marked_wherever_he_is_shown(shipped: Path) -> None:
    """That Vorob'ev was sure is read into what Kim makes `almost all Soviet specialists` write."""
    words = words_of(shipped, "question/jin-sure-of-victory.html")
    assert "M. V. Vorob'ev ?" in words  # in the figure
    assert "? who holds it is the recorder’s judgement" in words  # its key
    assert "read only second-hand · who holds it is the recorder’s judgement · soviet" in words
    assert "that these hold it is the recorder's judgement" in words  # the head of the position
    labels = [
        attributes.get("aria-label") or ""
        for tag, attributes in page_in(shipped, "question/jin-sure-of-victory.html").elements
        if tag == "a"
    ]
    cell = "M. V. Vorob'ev: They were sure, second-hand, who holds it is the recorder’s judgement"
    assert cell in labels


@pytest.mark.slow
def test_a_question_leads_to_those_that_are_part_of_it(shipped: Path) -> None:
    words = words_of(shipped, "question/who-started-war.html")
    assert "Narrower: Did Jin want war with Northern Song?" in words
