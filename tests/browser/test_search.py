"""The search in the page, in a real browser, from a folder: the same ids, typed and seen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from page_searching import FINDING, Typist, answers, commanded, differences, typed_queries
from support import CORPORA, ROOT

from claimcli.store import Store, open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOTS = {"shipped": ROOT / "claims", "scripts": CORPORA / "scripts"}


@pytest.fixture(scope="module", params=list(ROOTS))
def corpus(request: pytest.FixtureRequest) -> Path:
    """A corpus: what comes with the package, and an invented one in many scripts."""
    return ROOTS[request.param]


@pytest.fixture(scope="module")
def store(corpus: Path) -> Store:
    """The same, to be asked by the command line."""
    return open_store(corpus, use_cache=False)


def _built(corpus: Path, site: Path) -> Path:
    command = [sys.executable, "-m", "claimcli", "site", str(site), "--corpus", str(corpus)]
    environment = {**os.environ, "CLAIMCLI_CACHE": str(site.parent / "cache")}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return site / "search.html"


@pytest.fixture(scope="module")
def search_page(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of its site."""
    return _built(corpus, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="module")
def scripts_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the invented corpus."""
    return _built(ROOTS["scripts"], tmp_path_factory.mktemp("built") / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page, which must say nothing to the console."""
    context = browser.new_context()
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("dialog", lambda dialog: said.append(dialog.message))
    yield opened
    context.close()
    assert said == []


def _ids(page: Page) -> list[str]:
    links = page.locator("#hits a.statement").evaluate_all("all => all.map(a => a.pathname)")
    return [Path(link).stem for link in links]


def _search(page: Page, query: str) -> None:
    page.fill("#q", query)
    page.press("#q", "Enter")


def test_the_browser_finds_what_the_command_line_finds(
    page: Page, search_page: Path, store: Store
) -> None:
    queries = [*typed_queries(), *Typist(store, 11).queries(150)]
    page.goto(search_page.as_uri())
    page.evaluate("globalThis.search = new claimcliSearch.Search(claimcliIndex)")
    found = answers(page.evaluate(f"(queries) => ({FINDING})(queries)", queries))
    assert differences(store, queries, found) == []


@pytest.mark.parametrize("query", ["張覺", "Воробьев", "Koryo -treaty", 'tag:"foreign policy"'])
def test_what_is_drawn_is_what_is_found(
    query: str, page: Page, search_page: Path, store: Store
) -> None:
    page.goto(search_page.as_uri())
    _search(page, query)
    expected = commanded(store, query).ids
    page.wait_for_function("document.getElementById('found').textContent !== ''")
    assert sorted(_ids(page)) == sorted(expected)
    said = page.inner_text("#found")
    assert said.startswith(f"{len(expected)} claim" if expected else "Nothing found")


def test_hits_are_a_chronology_that_says_why(page: Page, scripts_page: Path) -> None:
    page.goto(f"{scripts_page.as_uri()}?q=Jurchen")
    years = page.locator("#hits .year").all_inner_texts()
    # Tao 1976 twice, Vorob'ev 1975 twice; works without a year come last.
    assert years == sorted(years)
    assert page.locator("#hits > li").first.locator(".who").inner_text() == "M. V. Vorob'ev"
    assert page.locator("#hits mark", has_text="Jurchen").count() > 0


def test_how_a_view_is_known_is_told_beside_every_hit(page: Page, scripts_page: Path) -> None:
    page.goto(f"{scripts_page.as_uri()}?q=id:franke-2")
    hit = page.locator("#hits > li").inner_text()
    assert "(a reporter’s phrase)" in hit
    assert "No work named; in Franke 1994" in hit
    _search(page, "id:vorobev-1")
    assert "not read; in Franke 1994, p. 227" in page.locator("#hits > li").inner_text()
    _search(page, "id:chancellor-1")
    assert "(of the time)" in page.locator("#hits > li").inner_text()


def test_a_hit_has_the_letter_and_colour_that_its_position_has_everywhere(
    page: Page, scripts_page: Path
) -> None:
    # Tao's two claims: for the first and for the second position of the question.
    page.goto(f"{scripts_page.as_uri()}?q=scholar:tao")
    hits = page.locator("#hits > li")
    assert hits.locator(".sig").all_inner_texts() == ["A", "B"]
    assert hits.locator(".stance a").all_inner_texts() == ["Jin began", "Song began"]
    assert hits.locator(".asked").all_text_contents() == [" · Who began the war?"] * 2
    drawn = "all => all.map(e => getComputedStyle(e).getPropertyValue('--k'))"
    colours = hits.locator(".sig").evaluate_all(drawn)
    assert hits.locator(".icon .m").evaluate_all(drawn) == colours
    hits.locator(".stance a").nth(1).click()
    page.wait_for_url("**/question/who-started-war.html#position-song-began")
    assert page.locator(":target .sig").inner_text() == "B"
    assert page.locator(":target .sig").evaluate_all(drawn) == colours[1:]


def test_what_takes_no_side_has_no_letter(page: Page, scripts_page: Path) -> None:
    page.goto(f"{scripts_page.as_uri()}?q=id:vorobev-2")
    assert page.locator("#hits > li").count() == 1
    assert page.locator("#hits .sig").count() == 0
    assert page.inner_text("#hits .stance") == "takes no side · Who began the war?"
    _search(page, "id:kim-1")
    assert page.inner_text("#hits .stance") == "background"


def test_what_is_typed_stays_in_the_address(page: Page, scripts_page: Path) -> None:
    page.goto(f"{scripts_page.as_uri()}?q=%E5%BC%B5%E8%A6%BA")
    assert page.input_value("#q") == "張覺"
    assert sorted(_ids(page)) == ["songshi-1", "tao-1"]
    _search(page, "night & day")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "night & day"
    _search(page, "")
    assert page.evaluate("location.search") == ""


def test_it_is_used_without_a_mouse(page: Page, scripts_page: Path) -> None:
    page.goto(scripts_page.as_uri())
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("treaty")  # found while it is typed
    page.wait_for_selector("#hits > li")
    assert page.input_value("#q") == "treaty"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList[0]") == "statement"
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim/tao-2.html")


def test_a_slash_in_the_box_is_a_slash(page: Page, scripts_page: Path) -> None:
    page.goto(scripts_page.as_uri())
    page.focus("#q")
    page.keyboard.type("who-started-war/jin-began")
    assert page.input_value("#q") == "who-started-war/jin-began"


def test_mistakes_are_told_and_announced(page: Page, scripts_page: Path) -> None:
    page.goto(scripts_page.as_uri())
    _search(page, 'war "peace')
    assert page.inner_text("#found") == 'the quotation mark is not closed; close it with ".'
    assert page.get_attribute("#q", "aria-invalid") == "true"
    assert page.get_attribute("#found", "aria-live") == "polite"
    _search(page, "perfidous")
    assert "a letter or two away" in page.inner_text("#found")
    assert page.get_attribute("#q", "aria-invalid") is None
    _search(page, "perfidious night acts treaty")
    assert "these have all but one" in page.inner_text("#found")


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "<b>bold</b>",
        "\"><svg onload=alert('1')>",
        "id:hostile-1",
        "tag:__proto__",
        "javascript:alert",
    ],
)
def test_text_is_never_markup(query: str, page: Page, scripts_page: Path) -> None:
    page.goto(f"{scripts_page.as_uri()}?{_asked(query)}")
    page.wait_for_function("document.getElementById('found').textContent !== ''")
    assert page.locator("#hits b, #hits script, #hits img, #hits svg:not(.icon)").count() == 0


def _asked(query: str) -> str:
    from urllib.parse import urlencode

    return urlencode({"q": query})
