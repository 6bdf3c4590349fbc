"""The figures as SVG: what is drawn is what is counted, and any text is text."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from comparing import CLAIMS, ENTITIES, OWN, WHO, Records, claim
from support import Run, cases

from claimcli.answers.axis import Axis, axis_of
from claimcli.answers.compare import Comparison, compare
from claimcli.answers.marks import Mark
from claimcli.model import Question, Scholar, Stance
from claimcli.pictures.glance import glance
from claimcli.pictures.lettering import lettered, shortened, width, wrapped
from claimcli.pictures.matrix import matrix
from claimcli.pictures.medium import Medium
from claimcli.pictures.palette import CATEGORIES, COLOURS, INK, PAPER, RAMP, colour
from claimcli.pictures.shapes import shape
from claimcli.pictures.stacking import NARROW, PITCH, TALLEST, stacked
from claimcli.pictures.strips import Figure, Line
from claimcli.pictures.svg import element, words

SVG = "{http://www.w3.org/2000/svg}"


def mark(holder: str, year: int | None, known: str = "read", name: str | None = None) -> Mark:
    named = name if name is not None else holder
    return Mark(holder, named, known, f"{holder}-{year}", year, (holder,), is_unclear=False)  # type: ignore[arg-type]  # one of Known


@pytest.fixture
def compared() -> Comparison:
    return compare(WHO, CLAIMS, ENTITIES)


# --- Colours ---


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cases("scheme", [0, 1])
@cases("name", COLOURS)
def test_a_letter_can_be_read_on_each_colour(name: str, scheme: int) -> None:
    assert contrast(COLOURS[name][scheme], PAPER[scheme]) >= 4.5


@cases("scheme", [0, 1])
@cases("name", COLOURS)
def test_a_number_can_be_read_on_the_strongest_tint(name: str, scheme: int) -> None:
    def mixed(at: int) -> int:
        over, under = (int(c[scheme][at : at + 2], 16) for c in (COLOURS[name], PAPER))
        return round(0.42 * over + 0.58 * under)

    tint = "#" + "".join(f"{mixed(at):02x}" for at in (1, 3, 5))
    assert contrast(tint, INK[scheme]) >= 4.5


def question(stances: int, *, ordered: bool) -> Question:
    taken = tuple(Stance(str(n), str(n)) for n in range(stances))
    return Question(id="q", question="?", stances=taken, ordered=ordered)


def test_positions_without_order_have_colours_of_their_own_and_a_ninth_begins_again() -> None:
    asked = question(9, ordered=False)
    assert [colour(asked, n) for n in range(9)] == [*(f"k{n}" for n in range(8)), "k0"]
    assert len(CATEGORIES) == 8


def test_ordered_positions_run_from_pole_to_pole() -> None:
    assert [colour(question(5, ordered=True), n) for n in range(5)] == "d0 d2 d4 d6 d8".split()
    assert [colour(question(2, ordered=True), n) for n in range(2)] == ["d0", "d8"]
    assert colour(question(1, ordered=True), 0) == "k0"
    assert len(RAMP) == 9


# --- Where marks and names stand ---


AXIS = Axis(1900, 2000, tuple(range(1900, 2001, 20)))


def test_marks_stand_at_their_year_and_those_that_would_touch_are_stacked() -> None:
    # 94 % of 300 px are 2.82 px a year: five years apart are 14.1 px, less than a mark of 15.
    marks = [mark("a", 1950), mark("b", 1955, "second-hand"), mark("c", 1956, "unnamed")]
    [row] = stacked([marks], AXIS).rows
    assert [(p.mark.holder, round(p.percent, 2), p.level) for p in row.placed] == [
        ("a", 50.0, 0),
        ("b", 54.7, 1),
        ("c", 55.64, 0),  # 16.9 px from a
    ]


def test_no_two_marks_of_a_row_touch() -> None:
    marks = [mark(str(n), 1900 + n * 7 % 101) for n in range(12)]
    [row] = stacked([marks], AXIS).rows
    for one, other in combinations(row.placed, 2):
        apart = abs(one.percent - other.percent) * NARROW / 100
        assert one.level != other.level or apart >= PITCH - 1e-9


def test_a_work_without_a_year_is_not_drawn() -> None:
    [row] = stacked([[mark("a", None), mark("b", 1950)]], AXIS).rows
    assert [each.mark.holder for each in row.placed] == ["b"]


def test_filled_marks_stand_below_hollow_ones() -> None:
    marks = [mark("reported", 1950, "second-hand"), mark("read", 1950)]
    [row] = stacked([marks], AXIS).rows
    assert {each.mark.holder: each.level for each in row.placed} == {"read": 0, "reported": 1}


@cases(("works", "pitch"), [(6, 15), (8, 12), (13, 7), (19, 5), (400, 5)])
def test_all_rows_shrink_together_until_the_tallest_is_low_enough(works: int, pitch: int) -> None:
    tall = [mark(str(n), 1950) for n in range(works)]
    found = stacked([tall, [mark("b", 1920)]], AXIS)
    assert found.pitch == pitch
    assert works * pitch <= TALLEST or pitch == 5


def test_a_name_touches_no_mark_and_no_other_name() -> None:
    marks = [mark("a", 1950, name="Ann Archer"), mark("b", 1956, name="Bob Baker")]
    [row] = stacked([marks], AXIS).rows
    names = lettered(row.placed, 560, 15)
    # Ann has room at her left or above, never at her right, where Bob's mark is.
    assert names[0].anchor != "start" or names[0].dy != 4
    assert names[1] == lettered([row.placed[1]], 560, 15)[0]


def test_a_name_that_has_no_room_is_left_out() -> None:
    [row] = stacked([[mark("a", 1950, name="x" * 100)]], AXIS).rows
    assert width(shortened("x" * 100)) > 100
    assert lettered(row.placed, 100, 15) == {}


def test_han_is_twice_as_wide() -> None:
    assert width("張覺") == 24
    assert width("abcd") == pytest.approx(27.2)


def test_text_is_wrapped_at_words_and_within_what_is_longer_than_a_line() -> None:
    assert wrapped("one two three", 60) == ["one two", "three"]
    assert "".join(wrapped("x" * 50, 100)) == "x" * 50
    assert all(width(line) <= 100 for line in wrapped("x" * 50, 100))


# --- Shapes and strips ---


def test_shape_tells_how_a_work_is_known_without_colour() -> None:
    drawn = {
        known: shape(known, "k0") for known in ("read", "second-hand", "unnamed", "contemporary")
    }
    assert "<circle" in drawn["read"]
    assert "m-read" in drawn["read"]
    assert "<circle" in drawn["second-hand"]
    assert "m-read" not in drawn["second-hand"]
    assert "stroke-dasharray" in drawn["unnamed"]
    assert drawn["unnamed"] != drawn["contemporary"]


def strip(marks: list[Mark], address: Callable[[str], str] | None = "#{}".format) -> str:
    [drawn] = Figure((Line("Row", tuple(marks), "k0"),), AXIS, address).strips()
    return drawn.drawing


def test_few_marks_are_links_and_many_are_one_picture() -> None:
    few = strip([mark(str(n), 1900 + 4 * n) for n in range(24)])
    many = strip([mark(str(n), 1900 + 4 * n) for n in range(25)])
    assert few.count("<a ") == 24
    assert 'role="group"' in few
    assert many.count("<a ") == 0
    assert 'role="img"' in many


def test_a_link_says_year_holder_and_how_it_is_known() -> None:
    assert 'aria-label="1950 · Ann · second-hand"' in strip([mark("Ann", 1950, "second-hand")])


def test_no_line_joins_the_marks_of_a_row() -> None:
    drawn = strip([mark("a", 1910), mark("b", 1990)])
    [line] = re.findall(r'<line class="line"[^>]*>', drawn)
    assert 'x1="0.00%"' in line
    assert 'x2="100.00%"' in line


# --- Documents ---


def parsed(document: str) -> ElementTree.Element:
    return ElementTree.fromstring(document.encode())


def test_a_document_has_a_size_a_title_and_a_description(compared: Comparison) -> None:
    root = parsed(glance(compared))
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 960 {root.get('height')}"
    assert root.get("width") == "960"
    assert root.findtext(f"{SVG}title") == "Who began it?"
    # The counts are worked out in tests/comparing.py.
    assert (root.findtext(f"{SVG}desc") or "").startswith("A. The north: ")


def test_a_document_stands_without_a_style_sheet(compared: Comparison) -> None:
    """Word and Inkscape know no media queries and no variables: colours stand in attributes."""
    document = glance(compared)
    assert "var(" not in document
    for each in parsed(document).iter():
        if each.tag in (f"{SVG}circle", f"{SVG}text", f"{SVG}rect"):
            assert each.get("fill"), ElementTree.tostring(each)


def test_the_figure_has_a_row_for_each_position_and_a_mark_for_each_dated_work(
    compared: Comparison,
) -> None:
    root = parsed(glance(compared))
    letters = [e.text for e in root.iter(f"{SVG}text") if e.get("class") == "on"]
    assert letters == ["A", "B", "C"]
    titles = [e.text for e in root.iter(f"{SVG}title")][1:]
    dated = [m for p in compared.positions for m in p.marks if m.year is not None]
    assert len(titles) == len(dated)


def _counted(root: ElementTree.Element) -> list[tuple[str, str, str]]:
    """The numbers of a matrix in their order, each with how that is known and in which colour."""
    found, before = [], ""
    for each in root.iter():
        name = each.get("class", "")
        if name.startswith("m m-"):
            before = name
        elif before and each.tag == f"{SVG}text" and (each.text or "").isdigit():
            _, known, tone = before.split()
            found.append((known.removeprefix("m-"), tone, each.text or ""))
            before = ""
    return found


def test_the_matrix_by_school_keeps_apart_how_each_is_known() -> None:
    by_school = parsed(matrix(compare(WHO, CLAIMS, ENTITIES, by="school")))
    # West: for the north Ann, through another question, and the Society in Ann's words; for the
    # south Ann, who also takes no side. Without a school: for the north Bob in Ann's words, and
    # many scholars; for the south Bob.
    assert _counted(by_school) == [
        *(("read", "k0", "1"), ("second-hand", "k0", "1"), ("read", "k1", "1")),
        ("read", "k-none", "1"),
        *(("second-hand", "k0", "1"), ("unnamed", "k0", "1"), ("second-hand", "k1", "1")),
    ]


MANY = Question(
    id="who",
    question="Who?",
    stances=tuple(Stance(f"s{n}", f"Position {n} and what follows from it") for n in range(12)),
)


def test_numbers_stay_in_their_columns_however_many_there_are() -> None:
    people = [Scholar(id=f"p{n}", name=f"P{n}", kind="person", school="west") for n in range(40)]
    phrases = [Scholar(id=f"u{n}", name=f"U{n}", kind="unnamed", school="west") for n in range(15)]
    claims = [
        claim(f"{who.id}-{stance.id}", stance.id, who.id, citation=OWN, via=(OWN,) * (at % 2))
        for at, who in enumerate((*people, *phrases))
        for stance in MANY.stances
    ]
    held = Records(*people, *phrases, MANY, *claims)
    root = parsed(matrix(compare(MANY, claims, held, by="school")))
    numbers = [e for e in root.iter(f"{SVG}text") if (e.text or "") in ("15", "20")]
    assert len(numbers) == 36  # 20 read, 20 second-hand, 15 phrases, of each position
    boxes = [_box(e) for e in root.iter(f"{SVG}rect") if e.get("class", "").startswith("tint")]
    assert len(boxes) == 12
    for number in numbers:
        x, y = float(number.get("x", 0)), float(number.get("y", 0))
        right = x + width(number.text or "") * 13 / 12
        assert any(a <= x - 13 and right <= c and b <= y - 10 and y <= d for a, b, c, d in boxes)


def _box(rect: ElementTree.Element) -> tuple[float, float, float, float]:
    x, y, wide, high = (float(rect.get(name, 0)) for name in ("x", "y", "width", "height"))
    return x, y, x + wide, y + high


def test_labels_that_need_much_room_stand_in_a_list_and_whole() -> None:
    label = "That each of the two courts misread what the other one had written to it"
    stances = tuple(Stance(f"s{n}", f"{label}, {n}") for n in range(12))
    asked = Question(id="who", question="Who?", stances=stances)
    root = parsed(matrix(compare(asked, CLAIMS, ENTITIES)))
    texts = [e.text for e in root.iter(f"{SVG}text")]
    assert [t for t in texts if t and t.startswith("That")] == [f"{label}, {n}" for n in range(12)]


def test_a_name_is_never_cut_into_that_of_another() -> None:
    names = [f"Maximilian von und zu Hohenlohe-Waldenburg, {n}" for n in ("elder", "younger")]
    people = [Scholar(id=f"p{n}", name=name, kind="person") for n, name in enumerate(names)]
    claims = [claim(f"c{n}", "north", who.id, citation=OWN) for n, who in enumerate(people)]
    root = parsed(matrix(compare(WHO, claims, Records(*people, WHO, *claims))))
    said = " ".join(e.text or "" for e in root.iter(f"{SVG}text"))
    assert all(name in said for name in names)


def test_a_long_word_is_broken_only_where_its_line_is_full() -> None:
    # 24 letters of 6.8 px in lines of 70 px: ten, ten and four.
    assert [len(line) for line in wrapped("a" * 24, 70)] == [10, 10, 4]
    # Han is 12 px wide: five in a line.
    assert [len(line) for line in wrapped("戰" * 12, 70)] == [5, 5, 2]


HOSTILE = (
    "</svg><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    '" onload="alert(1)',
    "&quot; &#34; &amp;",
    "]]><!-- <![CDATA[",
    "\x00\x07\x1b[31m",
    "\ud800 \ufffe \uffff",
    "\u202eevil\u202c \u200f",
    "x" * 5000,
    "javascript:alert(1)",
)


@cases("hostile", HOSTILE)
def test_any_text_leaves_a_valid_document(hostile: str) -> None:
    asked = Question(id="who", question=hostile, stances=(Stance("north", hostile),))
    for draw in (glance, matrix):
        root = parsed(draw(compare(asked, CLAIMS, ENTITIES)))
        assert {e.tag for e in root.iter()} & {f"{SVG}script", f"{SVG}a"} == set()
        assert not any(name.startswith("on") for e in root.iter() for name in e.attrib)


def test_attributes_and_words_are_escaped() -> None:
    drawn = element("text", '<&"', aria_label='"><x')
    assert drawn == '<text aria-label="&quot;&gt;&lt;x">&lt;&amp;&quot;</text>'
    assert words("\x1b\ufffe") == "\\x1b\\ufffe"


def test_a_place_in_a_page_is_in_per_cent_and_in_a_document_in_pixels() -> None:
    assert Medium().at(37.5) == "37.50%"
    assert Medium(400).at(37.5) == 150


@cases("figure", ["glance", "matrix", "chains", "replies"])
def test_compare_draws_each_figure(run: Run, small: Path, figure: str) -> None:
    ran = run("compare", "who-began", "--figure", figure, "--format", "svg")
    assert ran.code == 0, ran.err
    assert parsed(ran.out).tag == f"{SVG}svg"


def test_chains_have_the_letters_of_their_positions(run: Run, small: Path) -> None:
    root = parsed(run("compare", "who-began", "--figure", "chains", "--format", "svg").out)
    letters = [e.text or "" for e in root.iter(f"{SVG}text") if e.get("class") == "on"]
    # Vorob'ev and many historians for Easton, Vorob'ev for Weston; then what A and B are.
    assert sorted(letters[:3]) == ["A", "A", "B"]
    assert letters[3:] == ["A", "B"]
    labels = [e.text for e in root.iter(f"{SVG}text")][-3:]
    assert "Weston began it" in labels


def test_a_picture_is_the_glance_figure_unless_told(run: Run, small: Path) -> None:
    plain = run("compare", "who-began", "--format", "svg").out
    assert plain == run("compare", "who-began", "--format", "svg", "--figure", "glance").out


def test_a_picture_goes_to_a_file_and_never_over_one_unasked(
    run: Run, small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "war.svg"
    arguments = ("compare", "who-began", "--format", "svg", "--out", str(file))
    assert run(*arguments).code == 0
    first = file.read_bytes()
    assert run(*arguments).code == 2
    assert run(*arguments, "--force").code == 0
    assert file.read_bytes() == first


@cases(
    ("arguments", "told"),
    [
        (("--format", "svg"), "a picture is of one --question"),
        (("who-began", "--format", "svg", "--limit", "3"), "not with a picture"),
        (("who-began", "--out", "x.svg"), "--out goes with --format svg"),
        (("who-began", "--figure", "glance"), "goes with svg"),
        (("who-began", "--figure", "pie", "--format", "svg"), "no figure 'pie'"),
    ],
)
def test_what_goes_with_no_picture_is_said(
    run: Run, small: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = run("compare", *arguments)
    assert ran.code == 2
    assert told in ran.err


def test_an_axis_of_one_year_has_room() -> None:
    axis = axis_of([1950])
    assert axis
    [row] = stacked([[mark("a", 1950)]], axis).rows
    assert 3 <= row.placed[0].percent <= 97


def test_a_name_is_as_wide_as_it_is_printed() -> None:
    """A mark of direction is spelled out in six letters; Han is 12 px wide, all else 6.8."""
    assert width("\u202eab") == pytest.approx(8 * 6.8)
    assert width("金a") == pytest.approx(12 + 6.8)
