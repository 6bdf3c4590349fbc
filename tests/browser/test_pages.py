"""Every kind of page in a real browser: reachable to all, asking nothing, never too wide."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import normalize

import pytest
from browsing import PAGES, Build, pages_of
from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

SITES = ("shipped", "odd", "debate", "big")
WIDTHS = (360, 390, 1280, 1400)
EVERY_RULE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
"""The rules of WCAG 2.2 at level AA, and what is good practice beside."""

COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""The rule that another scheme can break; the others are asked for in one."""


@pytest.fixture(params=[(site, kind) for site in SITES for kind in PAGES], ids="-".join)
def page_file(request: pytest.FixtureRequest, build: Build) -> Path:
    """The longest page of a kind: what is long goes wrong first."""
    site, kind = request.param
    return pages_of(build(site), kind)[0]


class Opened:
    """A page in the browser, with what it asked for and what it said."""

    def __init__(self, page: Page, file: Path) -> None:
        """Open the file and wait until all of it is there."""
        self.page = page
        self.requests: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(f"dialog: {dialog.message}"))
        page.goto(file.as_uri(), wait_until="load")


@pytest.fixture
def opened(browser: Browser, page_file: Path) -> Iterator[Opened]:
    """The page at 1280 pixels in the light."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield Opened(context.new_page(), page_file)
    context.close()


def test_words_of_other_scripts_stay_in_their_sentence(opened: Opened) -> None:
    """A layout that sets each piece of a sentence apart leaves gaps around them."""
    torn = opened.page.evaluate(
        """() => [...document.querySelectorAll('body [lang]')]
          .map(run => run.parentElement)
          .filter(parent => /flex|grid/.test(getComputedStyle(parent).display))
          .filter(parent => [...parent.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .map(parent => parent.outerHTML.slice(0, 200))"""
    )
    assert torn == []


def test_it_asks_for_nothing_and_says_nothing(opened: Opened, page_file: Path) -> None:
    own = {page_file.as_uri()}
    if page_file.name == "search.html":  # which has an index, loaded as a script
        own |= {page_file.with_name(name).as_uri() for name in ("search-index.js", "search.js")}
    assert set(opened.requests) <= own
    assert opened.said == []


def test_it_is_never_wider_than_the_window(opened: Opened) -> None:
    for width in WIDTHS:
        opened.page.set_viewport_size({"width": width, "height": 800})
        shown = opened.page.evaluate(
            "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert shown[0] <= shown[1], f"at {width} pixels"


def test_the_years_stand_below_what_is_drawn(opened: Opened) -> None:
    """An axis narrower than the lines above it would give each work a wrong year."""
    for width in WIDTHS:
        opened.page.set_viewport_size({"width": width, "height": 800})
        drawn = opened.page.evaluate(
            "() => [...document.querySelectorAll('.glance')].map(figure => ["
            "...figure.querySelectorAll('.strip, .axis')].map(each => {"
            "const {left, right} = each.getBoundingClientRect(); return [left, right]; }))"
        )
        for first, *others in filter(None, drawn):
            assert all(each == pytest.approx(first, abs=0.5) for each in others), f"at {width}"


def test_nobody_is_shut_out(browser: Browser, page_file: Path, node_modules: Path) -> None:
    axe = (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    windows: tuple[tuple[int, Scheme, dict[str, Any]], ...] = (
        (1280, "light", EVERY_RULE),
        (390, "dark", EVERY_RULE),
        (1280, "dark", COLOURS),
        (390, "light", COLOURS),
    )
    found = {
        f"{width} {scheme}": _violations(browser, page_file, axe, width, scheme, rules)
        for width, scheme, rules in windows
    }
    assert found == {window: [] for window in found}


_ALIKE = 40
"""Lines of a list that are looked at: of a thousand from one template the first tell all."""

_FEWER = """most => {
  for (const each of document.querySelectorAll('ol, ul, dl, tbody, svg')) {
    while (each.children.length > most) each.lastElementChild.remove();
  }
  for (const each of document.querySelectorAll('details')) each.open = true;
}"""


def _violations(
    browser: Browser, file: Path, axe: str, width: int, scheme: Scheme, rules: dict[str, Any]
) -> list[str]:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(file.as_uri(), wait_until="load")
    page.evaluate(_FEWER, _ALIKE)
    page.evaluate(axe)
    result: Any = page.evaluate("rules => axe.run(document, rules)", rules)
    context.close()
    return [
        f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:200]}"
        for each in result["violations"]
    ]


def test_it_can_be_read_without_script(browser: Browser, page_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri(), wait_until="load")
    assert page.locator("h1").inner_text().strip()
    assert len(page.locator("main").inner_text().strip()) > 20
    context.close()


def test_by_keyboard_one_skips_to_the_text_and_sees_where_one_is(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    met: list[int] = []
    for _ in range(12):
        page.keyboard.press("Tab")
        where = page.evaluate(_WHERE)
        if where < 0 or where in met[:1]:  # past the last, and round again
            break
        assert page.evaluate(_OUTLINED)
        met.append(where)
    assert met
    assert met == sorted(met), "focus jumps back against the order of the document"


_WHERE = """() => {
  const here = document.activeElement;
  if (!here || here === document.body || here.closest('.skip')) return -1;
  return [...document.querySelectorAll('*')].indexOf(here);
}"""

_OUTLINED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return true;
  const style = getComputedStyle(here);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
}"""


def test_on_paper_everything_is_open(opened: Opened) -> None:
    """What is folded away on the screen is printed, where its part is: its height is not nought."""
    opened.page.emulate_media(media="print")
    heights = opened.page.evaluate(
        "() => [...document.querySelectorAll('main details:not([open]) > :not(summary)')]"
        ".filter(each => each.parentElement.getClientRects().length)"
        ".map(each => each.getBoundingClientRect().height)"
    )
    assert all(height > 0 for height in heights)


def test_on_paper_no_heading_stands_without_what_it_heads(opened: Opened) -> None:
    """Neither a page's end parts a position from its meaning, nor its meaning from its claims."""
    opened.page.emulate_media(media="print")
    kept = opened.page.evaluate(
        "() => [...document.querySelectorAll('.position')].map(each => ["
        "...[...each.querySelectorAll(':scope > h2, :scope > .sub, :scope > .meaning')]"
        ".map(head => getComputedStyle(head).breakAfter),"
        "...[...each.querySelectorAll(':scope > .holder')].slice(0, 1)"
        ".map(first => getComputedStyle(first.querySelector('.claim')).breakBefore)])"
    )
    assert {each for position in kept for each in position} <= {"avoid"}


def printed(browser: Browser, file: Path) -> list[str]:
    """The words of each sheet of A4 that a page is printed on, in one line, without ligatures."""
    page = browser.new_page()
    page.goto(file.as_uri())
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    page.close()
    return [" ".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in sheets]


def test_on_paper_the_list_of_questions_begins_below_its_heading(
    browser: Browser, build: Build
) -> None:
    """And not on a sheet of its own: five of 22 and more are far from filling one."""
    index = build("shipped") / "index.html"
    first = printed(browser, index)[0]
    asked = re.findall(
        '<h3><a class="quiet" href="question/[^"]+">([^<]+)</a>', index.read_text("utf-8")
    )
    assert len(asked) > 20
    assert [question for question in asked[:5] if question not in first] == []


def test_on_paper_nothing_says_what_can_only_be_clicked(browser: Browser, build: Build) -> None:
    question = build("shipped") / "question" / "who-started-war.html"
    words = f" {' '.join(printed(browser, question))} "
    seen = question.read_text("utf-8")
    assert "<summary>a note</summary>" in seen
    assert ">record</a>" in seen
    assert " a note " not in words
    assert " record " not in words


def test_on_paper_what_colour_tells_is_printed(opened: Opened) -> None:
    """Browsers leave backgrounds out, where it is not said that they tell something."""
    opened.page.emulate_media(media="print")
    kept = opened.page.evaluate(
        "() => [...document.querySelectorAll('.sig, .h1, .h2, .h3, .h4')]"
        ".map(each => getComputedStyle(each).printColorAdjust)"
    )
    assert set(kept) <= {"exact"}
