"""What a notebook shows: counts, how each claim is known, and no markup but ours."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from storing import write
from support import CORPORA, environment

from claimcli import Corpus
from claimcli.notebook.cards import SHOWN
from claimcli.notebook.frame import _SHARE
from claimcli.pictures.palette import COLOURS


class Read(HTMLParser):
    """The elements with their attributes, the text, and the text of each element of a class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.style = ""
        self._open: list[str] = []
        self.feed(html)
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["style"]:
            self.style += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def shown(value: Any) -> Read:
    return Read(value._repr_html_())


def test_a_comparison_has_the_counts_of_each_position(corpus: Corpus) -> None:
    """Easton: Boris second-hand, Ann read, and a phrase; Weston: Ann read, Boris second-hand."""
    html = corpus.compare("who-began")._repr_html_()  # type: ignore[attr-defined]  # IPython's
    counted = [
        re.findall(r'<td class="num[^>]*>(.*?)</td>', row)
        for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    ]
    assert [numbers for numbers in counted if numbers] == [
        ["2", "1", "1", "1"],
        ["2", "1", "1", "·"],
        ["·", "·", "·", "·"],
    ]
    text = Read(html).text
    assert "Who began the quarrel?" in text
    assert all(label in text for label in ("Easton began it", "Weston began it"))
    assert "one mark for each holder and work" in text
    assert "a reporter’s phrase, no scholar" in text


def test_that_all_was_read_in_one_text_is_said() -> None:
    with Corpus.load() as corpus:
        assert (
            "All of it was read in one text, Kim 2013."
            in shown(corpus.compare("did-song-want-war")).text
        )


@pytest.mark.parametrize("how", ["claim", "show", "hit", "hits", "record"])
def test_how_a_claim_is_known_is_seen(corpus: Corpus, how: str) -> None:
    def drawn(id: str) -> str:
        (hit,) = hits = corpus.search(f"id:{id}")
        values: dict[str, object] = {
            "claim": corpus.claim(id),
            "show": corpus.show(id),
            "hit": hit,
            "hits": hits,
            "record": corpus.show("archer-2000"),
        }
        return shown(values[how]).text

    second = drawn("vorobev-1975-easton")
    assert "B. Vorob'ev" in second
    assert "Vorob'ev 1975, p. 12 · via Archer 2000 · second-hand" in second
    assert "(the words of Archer 2000)" in second
    assert "many historians (a reporter’s phrase)" in drawn("archer-2000-many-easton")
    assert "? stance" in drawn("vorobev-1975-weston")


def test_more_hits_than_are_shown_are_counted(tmp_path: Path) -> None:
    claims = "".join(
        f"- {{id: c-{n}, scholars: [a], statement: A., citation: {{source: s}}}}\n"
        for n in range(SHOWN + 5)
    )
    write(tmp_path / "c", {"corpus.yaml": "title: T\n", "claims.yaml": f"claims:\n{claims}"})
    with Corpus.load(tmp_path / "c") as many:
        found = shown(many.search())
        assert f"{SHOWN} of {SHOWN + 5} claims" in found.text
        assert [a.get("class") for _, a in found.elements].count("claim") == SHOWN
        assert "2 of 25 claims" in shown(many.search(limit=2)).text


def test_why_nothing_was_found_is_said(corpus: Corpus) -> None:
    text = shown(corpus.search("zzzz")).text
    assert "0 claims" in text
    assert "nothing found" in text


def test_where_a_word_met_it_stands_out(corpus: Corpus) -> None:
    html = corpus.search("riders")._repr_html_()  # type: ignore[attr-defined]  # IPython's
    assert "<mark>riders</mark>" in html


def cells(html: str) -> list[list[str]]:
    """The rows of a table as text."""
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [
        [Read(cell).text for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in rows
    ]


def drawn(value: Any) -> str:
    html: str = value._repr_html_()
    return html


def test_a_list_has_names_ids_and_counts_under_their_heads(corpus: Corpus) -> None:
    """Who began it: Ann and the chronicle were read, Boris was not, and there is one phrase."""
    heads, began, why = cells(drawn(corpus.list("questions")))
    counted = dict(zip(heads, began, strict=True))
    assert counted["question"] == "Who began the quarrel?who-began"
    told = ("scholars", "own words", "2nd hand", "unnamed")
    assert [counted[head] for head in told] == ["3", "2", "1", "1"]
    assert dict(zip(heads, why, strict=True))["2nd hand"] == "·"
    assert "1 of 3 sources" in shown(corpus.list("sources", limit=1)).text


def test_positions_in_a_list_have_their_letters(corpus: Corpus) -> None:
    _, easton, *_ = cells(drawn(corpus.list("stances", question="who-began")))
    assert easton[0] == "A Easton began itwho-began/easton-began"


def test_a_list_of_nothing_says_why(corpus: Corpus) -> None:
    found = shown(corpus.list("drafts"))
    assert "0 drafts" in found.text
    assert not [tag for tag, _ in found.elements if tag == "table"]


def test_a_matrix_has_a_row_for_each_group(corpus: Corpus) -> None:
    heads, *rows = cells(drawn(corpus.matrix("who-began")))
    assert heads == ["scholar", "A Easton began it", "B Weston began it", "C It began by itself"]
    told = {row[0]: row[1:] for row in rows}
    assert told["Ann Archer"][:2] == ["● 1", "● 1"]
    assert told["B. Vorob'ev"][:2] == ["○ 1", "○ 1"]
    assert told["many historians"] == ["◌ 1", "·", "·"]
    text = shown(corpus.matrix("who-began")).text
    assert "○ known only from another's work◌ a reporter's phrase, no scholar" in text


def test_what_others_say_of_a_scholar_stands_apart_from_what_he_holds(corpus: Corpus) -> None:
    """Boris holds two claims; his work is the basis of nobody's. The chronicle is one of Ann's."""
    held = shown(corpus.show("boris")).text
    assert "2 claims held" in held
    source = corpus.show("chronicle")
    assert len(source.parts) > 1  # type: ignore[union-attr]  # of a source
    text = shown(source).text
    starts = [text.index(f" {part}") for part in source.parts]  # type: ignore[union-attr]  # the same
    assert starts == sorted(starts)


def test_a_corpus_is_drawn_by_what_it_says_of_itself(corpus: Corpus) -> None:
    rows = cells(drawn(corpus))
    assert ["questions", "2"] in rows
    assert ["second hand claims", "3"] in rows


def test_claims_of_a_corpus_are_drawn_the_first_of_them(corpus: Corpus) -> None:
    assert "8 claims" in shown(corpus.claims).text
    some = corpus.claims[1:3]
    text = shown(some).text
    assert "2 claims" in text
    assert all(claim.statement in text for claim in some)
    assert repr(some) == "<2 claims>"
    assert corpus.claims[0].id in shown(corpus.claims).text


def test_citations_are_drawn_as_they_are_copied(corpus: Corpus) -> None:
    text = shown(corpus.cite("archer-2000-weston-closed-the-bridge", style="author-date")).text
    assert text.endswith("(Archer 2000, 40)")


def test_where_there_is_no_room_for_columns_counts_say_what_they_are_of(corpus: Corpus) -> None:
    html = drawn(corpus.compare("who-began"))
    assert '<td class="num" data-words="scholars">2</td>' in html
    assert 'class="num nought" data-words="unnamed"' in html


def test_texts_do_not_run_together_where_nothing_but_text_is_shown(corpus: Corpus) -> None:
    """As in a notebook that is not trusted yet: the marks of Easton began it, and the years."""
    text = shown(corpus.compare("who-began")).text
    assert "1975 · B. Vorob'ev · second-hand B. Vorob'ev" in text
    assert re.search(r"\b1980 (19\d\d )?1990 ", text)


def test_problems_have_their_code_advice_and_place(tmp_path: Path) -> None:
    files = {
        "corpus.yaml": "title: T\nformat: 1\n",
        "claims.yaml": "claims:\n- id: c\n  statment: X.\n",
    }
    write(tmp_path / "c", files)
    with Corpus.load(tmp_path / "c") as broken:
        found = broken.check(select="E")
        text = shown(found).text
    for problem in found.problems:
        assert problem.code in text
        assert problem.message in text
        assert str(problem.location) in text
    assert "did you mean 'statement'" in text


@pytest.mark.slow
def test_every_answer_is_drawn(corpus: Corpus) -> None:
    held = CORPORA / "held"
    with Corpus.load(held) as quoted:
        verified = shown(quoted.verify(texts=held))
        assert "8 records" in verified.text
        assert "riders-at-dawn" in verified.text
        assert "4 records" in shown(quoted.coverage(held / "archer-2000.txt", "archer-2000")).text
    for value in (
        *(corpus.juxtapose("ann", "boris"), corpus.replies("who-began"), corpus.info, corpus),
        *(corpus.chains("who-began"), corpus.review(), corpus.report("who-began")),
    ):
        assert [tag for tag, _ in shown(value).elements if tag == "table"]


def test_of_a_corpus_that_was_closed_the_plain_text_is_shown() -> None:
    with Corpus.load(CORPORA / "small") as gone:
        values: list[Any] = [gone.show("ann"), gone.search("bridge")]
    assert [value._repr_html_() for value in values] == [None, None]


HOSTILE = (
    *("<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "</div></svg></p>"),
    *("&lt;b&gt;", "\" onload='alert(1)", "javascript:alert(1)", "{{ 7 * 7 }}", "]]>--><!--"),
    *("\u202etxet", "\x1b[2J", "\x00\ufffe", "<mark>x</mark>"),
)
ELEMENTS = frozenset(
    "div style p b i br span mark code table thead tbody tfoot tr th td svg g line circle path"
    " text title".split()
)


@pytest.fixture
def hostile(tmp_path: Path) -> Corpus:
    def quoted(text: str) -> str:
        safe = "".join(f"\\U{ord(c):08x}" if not c.isprintable() else c for c in text)
        return '"' + safe.replace('"', '\\"') + '"'

    every = " ".join(HOSTILE)
    files = {
        "corpus.yaml": "title: T\nformat: 1\n",
        "people.yaml": f"""
scholars:
- {{id: a, name: {quoted("A " + every)}, kind: person, school: {quoted("S " + every)}}}
references:
- id: s
  type: book
  title: {quoted(every)}
  author: [{{literal: {quoted(every)}}}]
  issued: '1990'
""",
        "q.yaml": f"""
id: q
question: {quoted("Q " + every)}
stances:
  yes: {{label: {quoted("Yes " + every)}}}
claims:
- id: c
  stance: yes
  scholars: [a]
  statement: {quoted("Said " + every)}
  citation: {{source: s, locator: {quoted("p. " + every)}}}
  via: [{{source: s}}]
  quote: {quoted("q " + every)}
  note: {quoted("n " + every)}
""",
    }
    write(tmp_path / "h", files)
    return Corpus.load(tmp_path / "h", cache=False)


def test_hostile_text_is_text(hostile: Corpus) -> None:
    values = (
        *(hostile.compare("q"), hostile.claim("c"), hostile.show("c"), hostile.show("a")),
        *(hostile.show("s"), hostile.show("q"), hostile.search("said"), hostile.search("alert")),
        *(hostile.list("questions"), hostile.list("stances"), hostile.list("scholars")),
        *(hostile.list("sources"), hostile.matrix("q")),
        hostile.chains("q"),
    )
    for value in values:
        found = shown(value)
        assert {tag for tag, _ in found.elements} <= ELEMENTS
        names = {name for _, attributes in found.elements for name in attributes}
        assert not [name for name in names if name.startswith("on") or name in ("href", "src")]
        assert "<script>alert(1)</script>" in found.text
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe]", found.text)


def test_the_style_reaches_nothing_else(corpus: Corpus) -> None:
    style = shown(corpus.compare("who-began")).style
    selectors = [
        each for rule in re.findall(r"([^{}]+)\{[^{}]*\}", style) for each in rule.split(",")
    ]
    assert len(selectors) > 40
    assert [each for each in selectors if not each.strip().startswith(".claimcli")] == []
    assert set(re.findall(r"@[\w-]+", style)) == {"@container"}
    assert "url(" not in style


def test_a_claim_that_no_corpus_at_hand_has_is_left_to_its_plain_text() -> None:
    with Corpus.load(CORPORA / "small") as corpus:
        claim = corpus.claim("vorobev-1975-easton")
    assert claim._repr_html_() is None  # type: ignore[attr-defined]  # IPython's


Triple = tuple[float, float, float]


def times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    a, b, c = (sum(x * y for x, y in zip(row, vector, strict=True)) for row in matrix)
    return a, b, c


def linear(colour: str) -> Triple:
    """sRGB to linear light (IEC 61966-2-1)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def mixed(one: str, other: str, share: float) -> Triple:
    """Two colours mixed in Oklab (Ottosson 2020), as `color-mix` does it; in linear light."""

    def oklab(colour: str) -> Triple:
        long, medium, short = (max(part, 0.0) ** (1 / 3) for part in times(TO_LMS, linear(colour)))
        return times(TO_LAB, (long, medium, short))

    a, b, c = (share * x + (1 - share) * y for x, y in zip(oklab(one), oklab(other), strict=True))
    long, medium, short = (part**3 for part in times(FROM_LAB, (a, b, c)))
    return times(FROM_LMS, (long, medium, short))


TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def contrast(one: Triple, other: Triple) -> float:
    """WCAG 2.2, 1.4.3."""
    weights = (0.2126, 0.7152, 0.0722)
    low, high = sorted(
        sum(w * x for w, x in zip(weights, colour, strict=True)) for colour in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"), [("#212121", "#ffffff"), ("#ffffff", "#111111"), ("#d4d4d4", "#1e1e1e")]
)
def test_letters_of_positions_can_be_read_on_light_and_dark(ink: str, ground: str) -> None:
    """Text and ground of JupyterLab's two themes, and of the dark one of VS Code."""
    for name, (paper, _) in COLOURS.items():
        assert contrast(mixed(paper, ink, _SHARE / 100), linear(ground)) >= 4.5, name


@pytest.mark.slow
def test_nothing_that_draws_is_loaded_until_a_notebook_asks(tmp_path: Path) -> None:
    code = (
        "import sys; from claimcli import Corpus; corpus = Corpus.load();"
        " found = corpus.compare('who-began'); print(*sys.modules); found._repr_html_();"
        " print(*sys.modules)"
    )
    line, env = [sys.executable, "-c", code], environment(tmp_path)
    for _ in range(2):  # the first compiles the corpus
        ran = subprocess.run(line, env=env, capture_output=True, text=True, check=True)
    before, after = (set(names.split()) for names in ran.stdout.splitlines())
    drawing = {"claimcli.notebook", "claimcli.pictures", "claimcli.render.tables"}
    assert not before & {*drawing, "rich", "yaml", "jinja2"}
    assert not before & {"claimcli.intext", "claimcli.quotes", "claimcli.texts", "claimcli.editing"}
    assert "claimcli.notebook" in after
    assert "jinja2" not in after
