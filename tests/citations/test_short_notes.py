"""Notes on a work that was cited before: Chicago 17, 14.29 to 14.36, and the manual's examples."""

from __future__ import annotations

from typing import Any

import pytest
from citing import names, work
from support import Run, cases

from claimcli.citations.chicago import short_note
from claimcli.citations.notes import Notes
from claimcli.citations.short_titles import shortened
from claimcli.citations.typography import Run as Set
from claimcli.model import Citation, Claim, Source


@cases(
    ("title", "short"),
    [
        # The manual's own (14.33); of "The War Journal of …" it keeps what the rule keeps.
        ("The War Journal of Major Damon “Rocky” Gause", "War Journal"),
        ("Daily Notes of a Trip around the World", "Daily Notes"),
        ("Poverty and Inequality in Latin America: The Impact", "Poverty and Inequality"),
        ("Marianne Moore: Imaginary Possessions", "Marianne Moore"),
        ("A Curious Mind: The Secret to a Bigger Life", "Curious Mind"),
        # Four words or fewer stay; an article and what marks a subtitle go.
        ("Swing Time", "Swing Time"),
        ("The Two Towns", "Two Towns"),
        ("The Making of a Town", "Making of a Town"),
        ("Who Began It? On the Wars", "Who Began It?"),
        ("Fear — and Its Uses", "Fear"),
        ("Song China, 960–1279", "Song China"),
        ("The Jurchen and the Jin state (X - 1234)", "Jurchen and the Jin state"),
        ("Trade, Silver, Salt and Tea of All the Southern Seas", "Trade, Silver, Salt and Tea"),
        (
            "The Trade, the Silver, the Salt, the Tea, the Wars",
            "Trade, the Silver, the Salt, the Tea",
        ),
        # No preposition is cut at before two key words.
        ("On the Origin of Species", "On the Origin of Species"),
        ("What Is to Be Done", "What Is to Be Done"),
        # Nothing is left of these but themselves.
        ("The", "The"),
        ("A", "A"),
        ("(Re)making", "(Re)making"),
        ("金史", "金史"),
        ("史記: 秦本紀", "史記"),
        ("St. Petersburg", "St. Petersburg"),
    ],
)
def test_a_title_by_its_key_words(title: str, short: str) -> None:
    assert shortened(title) == short


@cases(
    ("title", "language", "short"),
    [
        ("A magyar nép", "hu", "A magyar nép"),
        ("Die Hard", "de", "Die Hard"),
        ("A History of Korea", "en-GB", "History of Korea"),
        (
            "Geschichte der Chinesen in alter Zeit bis heute",
            "de",
            "Geschichte der Chinesen in alter",
        ),
        ("Чжурчжэни и государство Цзинь (X в.)", "ru", "Чжурчжэни и государство Цзинь"),
    ],
)
def test_an_article_is_one_of_the_language(title: str, language: str, short: str) -> None:
    assert shortened(title, language) == short


def again(source: Source, locator: str | None = None) -> str:
    claim = Claim(id="c", statement="", scholars=(), citation=Citation(source.id, locator))
    return short_note(claim, {source.id: source}.get)


def a_book(**csl: Any) -> Source:
    return work("book", **{"title": "The Two Towns", "issued": "2016", **csl})


@cases(
    ("rule", "source", "locator", "note"),
    [
        ("14.30", a_book(author=names("Ann Kim")), "pp. 5-16", "Kim, Two Towns, 5–16."),
        ("two", a_book(author=names("Ann Kim", "Bo Li")), "", "Kim and Li, Two Towns."),
        (
            "three",
            a_book(author=names("Ann Kim", "Bo Li", "Cy Wu")),
            None,
            "Kim, Li, and Wu, Two Towns.",
        ),
        (
            "four",
            a_book(author=names("Ann Kim", "Bo Li", "Cy Wu", "Di Xu")),
            None,
            "Kim et al., Two Towns.",
        ),
        ("14.32 no ed.", a_book(editor=names("Ann Kim")), None, "Kim, Two Towns."),
        ("no author", a_book(), "p. 3", "Two Towns, 3."),
        (
            "title-short",
            a_book(author=names("Ann Kim"), title__short="Towns"),
            None,
            "Kim, Towns.",
        ),
        (
            "14.116",
            a_book(author=names("Ann Kim"), volume="2"),
            "p. 243",
            "Kim, Two Towns, 2:243.",
        ),
        (
            "an article, without its journal and link",
            work(
                "article-journal",
                author=names("Louis Zukofsky"),
                title="Sincerity and Objectification",
                container__title="Poetry",
                volume="37",
                issued="1931-02",
                DOI="10.1/x",
            ),
            "p. 269",
            "Zukofsky, “Sincerity and Objectification,” 269.",
        ),
        (
            "a chapter, without its book",
            work("chapter", author=names("Ann Kim"), title="Walking", container__title="Essays"),
            None,
            "Kim, “Walking.”",
        ),
        ("a classic", work("classic", title="Jin shi"), "ch. 3", "Jin shi, ch. 3."),
        (
            "14.244",
            work("classic", title="Caesar", author=[{"literal": "Plutarch"}]),
            "13.5",
            "Plutarch, Caesar 13.5.",
        ),
        (
            "a case keeps its name",
            work("legal_case", title="The State v. The Heirs of a Very Old Man", issued="1941"),
            None,
            "The State v. The Heirs of a Very Old Man.",
        ),
        (
            "no title",
            work("book", author=names("E. Kychanov"), issued="1966"),
            "p. 9",
            "Kychanov (1966), 9.",
        ),
        ("neither", work("book", id="overview"), None, "[title not recorded: overview]."),
        (
            "a letter",
            work(
                "personal_communication",
                author=names("John Adams"),
                recipient=names("Thomas Jefferson"),
                issued="1789-12-25",
            ),
            None,
            "Adams to Jefferson (December 25, 1789).",
        ),
        (
            "a review without a title of its own",
            work(
                "review", author=names("Ann Kim"), title="Caesar", reviewed__author=names("Bo Li")
            ),
            None,
            "Kim, review of Caesar, by Bo Li.",
        ),
    ],
)
def test_a_later_note(rule: str, source: Source, locator: str | None, note: str) -> None:
    assert again(source, locator) == note, rule


KIM = work(
    "article-journal",
    id="kim",
    author=names("Ann Kim"),
    title="On Salt",
    container__title="Trade",
    issued="2013",
)
LI = work("book", id="li", author=names("Bo Li"), title="Silver", issued="1975")
LI_AGAIN = work("book", id="li-2", author=names("Bo Li"), title="Silver", issued="1980")
OF = {source.id: source for source in (KIM, LI, LI_AGAIN)}.get


def claim(id: str, citation: Citation | None, *via: str, words: str | None = None) -> Claim:
    steps = tuple(map(Citation, via))
    return Claim(id=id, statement="", scholars=(), citation=citation, via=steps, words=words)


def text(runs: tuple[Set, ...]) -> str:
    return "".join(run.text for run in runs)


def test_each_work_is_named_in_full_once() -> None:
    """The second note has the reporter in short, whom the first named, the other work in full."""
    notes = Notes(OF, ["kim", "li"])
    own, reported = Citation("kim", "p. 4"), Citation("li", "p. 116")
    assert text(notes.write(claim("a", own))) == "Ann Kim, “On Salt,” Trade (2013): 4."
    assert text(notes.write(claim("b", reported, "kim"))) == (
        "Bo Li, Silver (1975), 116, cited in Kim, “On Salt.”"
    )
    assert text(notes.write(claim("c", reported, "kim", words="holder"))) == (
        "Li, Silver, 116, quoted in Kim, “On Salt.”"
    )
    assert text(notes.write(claim("d", None, "kim"))) == "Cited in Kim, “On Salt.”"
    held = claim("d", None, "kim")
    assert text(notes.write(held, "the reeve")) == "The reeve, cited in Kim, “On Salt.”"
    assert text(notes.write(held, "“some”")) == "“some,” cited in Kim, “On Salt.”"


def test_works_that_would_be_cited_alike_keep_their_years() -> None:
    notes = Notes(OF, ["li", "li-2", "kim"])
    written = [text(notes.write(claim(id, Citation(id)))) for id in ("li", "li-2", "li", "li-2")]
    assert written[2:] == ["Li, Silver (1975).", "Li, Silver (1980)."]


def test_a_work_that_is_not_declared_goes_by_its_id() -> None:
    notes = Notes(OF, ["lost"])
    assert [text(notes.write(claim("a", Citation("lost", "p. 2")))) for _ in "ab"] == [
        "lost, p. 2."
    ] * 2
    assert notes.bibliography() == []


def test_the_bibliography_has_what_was_named() -> None:
    notes = Notes(OF, ["kim", "li", "li-2"])
    notes.write(claim("b", Citation("li"), "kim"))
    assert [(id, text(entry)) for id, entry in notes.bibliography()] == [
        ("kim", "Kim, Ann. “On Salt.” Trade (2013)."),
        ("li", "Li, Bo. Silver. 1975."),
    ]
    assert [id for id, _ in notes.bibliography(["li-2", "li", "lost"])] == ["kim", "li", "li-2"]


def test_titles_are_set_apart_from_what_is_around_them() -> None:
    notes = Notes(OF, ["li"])
    notes.write(claim("a", Citation("li")))
    assert notes.write(claim("b", Citation("li", "p. 2"))) == (
        Set("Li, "),
        Set("Silver", is_italic=True),
        Set(", 2."),
    )


def test_italics_that_a_cut_leaves_open_are_closed() -> None:
    source = a_book(title="Reading <i>The Sea of Salt</i> in Our Time", author=names("Ann Kim"))
    one = Claim(id="c", statement="", scholars=(), citation=Citation("work"))
    assert short_note(one, {"work": source}.get, "markdown") == "Kim, *Reading* The Sea."


@pytest.mark.usefixtures("small")
def test_cite_has_the_style(run: Run) -> None:
    ran = run("cite", "vorobev-1975-easton", "archer-2000", "--style", "short-note")
    assert ran.out.splitlines() == [
        "Vorob'ev, Goroda, 12, cited in Archer, Two Towns.",
        "Archer, Two Towns.",
    ]
