"""A report in Markdown: its words, and that no text of a corpus becomes markup in pandoc."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from debating import FILES, crowd
from markdown_it import MarkdownIt
from storing import write

from claimcli import Corpus
from claimcli.report.docx import READER
from claimcli.report.escaping import block, identifier, plain
from claimcli.report.markdown import markdown

pandoc_needed = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")


def written(root: Path, files: dict[str, str], *questions: str) -> str:
    write(root, files)
    with Corpus.load(root, cache=False) as corpus:
        return markdown(corpus.report(*questions))


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("debating"), FILES, "who", "wider")


def part(text: str, heading: str) -> str:
    """What stands below a heading of the first chapter."""
    return re.split(r"\n\n##? ", text.split(f"## {heading}")[1])[0].partition("\n\n")[2]


def test_the_question_and_the_figure(text: str) -> None:
    assert text.startswith(
        '# Who began it?<span id="who"></span>\n\n'
        "The quarrel of 1125. Time: 1125–27. One answer excludes the others. "
        "Part of the question: Were the towns at peace?\n\n"
    )
    rows = [line for line in part(text, "At a glance").splitlines() if line.startswith("| [")]
    assert rows == [
        "| [A. The north](#who-north) | 1975 ○ Bob Baker; 2000 ● Ann Archer; ◌ “many historians” "
        "| 2 | 1 | 1 | 1 | 0 |",
        "| [B. The south](#who-south) | 1990 ○ Bob Baker; 2000 ● Ann Archer | 2 | 1 | 1 | 0 | 0 |",
        "| [C. No one](#who-nobody) |  | 0 | 0 | 0 | 0 | 0 |",
        "| [Takes no side](#who-none) | 2000 ● Ann Archer; ◇ the reeve | 1 | 1 | 0 | 0 | 1 |",
    ]


def test_numbers_name_the_notes_of_what_they_count(text: str) -> None:
    """Not those that count every claim, and not twice in a row."""
    assert part(text, "What is unsure") == (
        "In one of seven claims (n. 5) something is the recorder's judgement: the stance. "
        "One scholar (n. 5) stands under B by the recorder's reading alone. "
        "One of seven claims (n. 4) has been held against the text a second time."
    )
    known = part(text, "How this is known")
    assert "read in one text, Archer 2000. One scholar (nn. 1, 4, 6) was read" in known
    assert known.endswith("\n\n- Archer 2000: Read in the second printing.")


def test_a_position_with_its_holders(text: str) -> None:
    assert part(text, "A. The north") == (
        "The north moved first.\n\n"
        "Two scholars, one of them known here only second-hand; one phrase of a reporter's; "
        "works of 1975 to 2000.\n\n"
        "**Ann Archer**\n\n"
        "- The north had raided for years.[^1]\n\n"
        "  Recorded under the question: Were the towns at peace?\n\n"
        "**Bob Baker**, as reported by others\n\n"
        "- The north began it.[^2] “Baker blames the north” (the words of Archer 2000, p. 9)\n\n"
        "  Not read: Baker 1975, p. 3. Reported in Archer 2000, p. 9.\n\n"
        "**“many historians”**, a reporter's phrase and no scholar\n\n"
        "- The north is to blame.[^3] “many blame the north” (the words of Archer 2000)\n\n"
        "  No work is named. Reported in Archer 2000."
    )


def test_what_is_to_be_said_of_a_claim(text: str) -> None:
    south = part(text, "B. The south")
    assert "- The south began it.[^4] “it was the south”\n\n  Put as probable." in south
    assert (
        "The recorder's judgement: the stance. Note: Whether arming is beginning is not said."
    ) in south
    assert "  Rests on Baker 1975, p. 7; what is claimed at n. 2." in part(text, "Takes no side")


def test_who_stands_on_several_sides_and_who_changed_his_mind(text: str) -> None:
    assert part(text, "Under several positions").splitlines() == [
        "- Bob Baker (nn. 2, 5) is recorded under A and B: one of these claims revises another, "
        "which is a change of mind.",
        "- Ann Archer (nn. 1, 4) is recorded under A and B, of which one excludes the other.",
    ]
    assert part(text, "Changes of mind") == (
        "- **Bob Baker** (1990, under B, n. 5): The south was the first to arm. "
        "Before (under A, n. 2): The north began it."
    )


def test_who_answers_whom(text: str) -> None:
    assert part(text, "Who answers whom").splitlines()[2:] == [
        "- **Ann Archer** (2000, under B, n. 4): The south began it. "
        "This *disputes* position A: The north.",
        "- **Ann Archer** (2000, under A, n. 1): The north had raided for years. "
        "This *qualifies* **Bob Baker** (1975, under A, n. 2): The north began it.",
    ]


def test_the_matrix(text: str) -> None:
    lines = part(text, "Who holds what").splitlines()
    assert lines[0] == "| Holder | A | B | C | No side |"
    assert lines[2:6] == [
        "| Bob Baker | ○ | ○ ? |  |  |",
        "| “many historians” | ◌ |  |  |  |",
        "| Ann Archer | ● | ● |  | ● |",
        "| the reeve |  |  |  | ◇ |",
    ]
    assert lines[-1] == "? by the recorder's reading alone, or by his judgement of who holds it."


def test_the_end_of_the_document(text: str) -> None:
    end = text.split("# Works cited\n\n")[1]
    assert end.startswith(
        "- Archer, Ann. *The Two Towns*. 2000.\n"
        "- Baker, Bob. *Goroda*. 1975.\n"
        "- Baker, Bob. *Novye goroda*. 1990.\n\n"
        "# About this report\n\n"
        "It reports what scholars hold and how that is known. It does not say who is right.\n\n"
        "- Corpus: Two towns\n- Licence: CC0-1.0\n- State: read with claimcli "
    )
    assert "[^1]: Ann Archer, *The Two Towns* (2000), 5.\n\n[^2]: Bob Baker, *Goroda*" in end


def test_two_runs_are_equal_to_the_letter(tmp_path: Path, text: str) -> None:
    assert written(tmp_path, FILES, "who", "wider") == text


def test_of_many_works_the_signs_stand_by_decade(tmp_path: Path) -> None:
    """21 people with one work without a year."""
    text = written(tmp_path, crowd(21), "crowd")
    assert "| no year ●21 | 21 |" in text
    assert f"| no year {'●' * 10} | 10 |" in written(tmp_path / "ten", crowd(10), "crowd")
    assert "| west | 10 scholars |" in text


JUDGED = """- id: j1
  stance: nobody
  scholars: [cid]
  statement: Nobody began it.
  via: [{source: ann-2000}]
  relations: [{disputes: a1}]
  unclear: [scholars, relations]
  note: Beside a1 and w9-not-there; see wider-one.
- id: j2
  stance: nobody
  scholars: [bob]
  statement: It began by itself.
  citation: {source: bob-1975}
"""
WIDER = """- id: wider-one
  stance: no
  scholars: [bob]
  statement: Not for long.
  citation: {source: cid-1950}
"""


def test_what_the_recorder_judged_is_said_wherever_it_shows(tmp_path: Path) -> None:
    """Cid holds it, and disputes another, by the recorder's judgement alone."""
    files = {
        **FILES,
        "questions/who.yaml": FILES["questions/who.yaml"] + JUDGED,
        "questions/wider.yaml": FILES["questions/wider.yaml"] + WIDER,
    }
    text = written(tmp_path, files, "who")
    assert "| [C. No one](#who-nobody) | 1975 ● Bob Baker; ○? Cid Carter |" in text
    assert "? who holds it is the recorder's judgement." in part(text, "At a glance")
    nobody = part(text, "C. No one")
    assert "that one of them holds it is the recorder's judgement; one work of 1975." in nobody
    assert "**Cid Carter**, as reported by others; that this is who holds it is the" in nobody
    assert "w9-not-there; see a claim recorded elsewhere: Not for long" in nobody
    assert "| Cid Carter |  |  | ○ ? |  |" in text
    assert (
        "**Cid Carter** (under C, n. 7): Nobody began it. "
        "By the recorder's judgement this *disputes* **Ann Archer** (2000, under B, n. 4)"
    ) in part(text, "Who answers whom")


def test_parts_of_a_question_are_named(text: str) -> None:
    parts = "\n\nParts of it: Who began it?\n\n"
    assert f'# Were the towns at peace?<span id="wider"></span>{parts}' in text


# --- Hostile texts ---

HOSTILE = (
    *("*a*", "_a_", "**a**", "a_b_c", "`a`", "``a``", "~~a~~", "H~2~O", "x^2^", "$x$", "$$x$$"),
    *("[a](b)", "![a](b)", "[a][b]", "[a]{.b}", "[^1]", "^[a]", "[@kim]", "@kim", "-@kim", "[-@a]"),
    *("<b>a</b>", "<script>alert(1)</script>", "<!-- a -->", "<https://a.b>", "a\\", "\\textbf{a}"),
    *("\\(x\\)", "&amp;", "&lt;b&gt;", "a|b", "| a | b |", "# a", "## a {#b}", "> a", "- a", "+ a"),
    *("* a", "1. a", "1) a", "(1) a", "a. b", "iv. a", "IV. a", "#. a", "(@) a", ": a", "~ a"),
    *("= a", "===", "---", "***", "```", "~~~", "% a", "::: a", "{=html}", "`a`{=html}", "A.  b"),
    *('"a"', "'a'", "a -- b", "a...", "[a]: b", "[^2]: b", "*[a]: b", "\ta", "a  b", "$\\alpha$"),
    *("\\\\", "\\*a*", "**", "*", "_", "[", "]", "{", "}", "http://a.b/c", "a\u2028# b", ":smile:"),
)


def hostile(text: str) -> dict[str, str]:
    """The corpus with a text in every place where a corpus may have one."""
    value = json.dumps(f"x {text}"), json.dumps(text)
    anywhere = dict(zip(("inside", "first"), value, strict=True))
    files = {
        "corpus.yaml": "title: {first}\nlicence: {first}\nformat: 1\n",
        "people.yaml": """
scholars:
- {{id: ann, name: {first}, kind: person, school: {inside}}}
- {{id: many, name: {first}, kind: unnamed}}
references:
- id: w
  type: book
  title: {first}
  author: [{{family: {inside}, given: {first}}}]
  issued: '2000'
  note: {first}
- {{id: v, type: book, title: {inside}}}
""",
        "q.yaml": """
id: q
question: {first}
scope: {first}
stances:
  s: {{label: {first}, meaning: {first}}}
  t: {{label: {inside}}}
claims:
- id: a
  stance: s
  scholars: [ann]
  statement: {first}
  citation: {{source: w, locator: {inside}}}
  quote: {inside}
  translation: {first}
  basis: [{{source: v, locator: {first}}}]
  relations: [{{disputes: q/t}}, {{qualifies: b}}]
  note: {first}
- id: b
  stance: t
  scholars: [many]
  statement: {inside}
  via: [{{source: w, locator: {first}}}]
  quote: {first}
""",
    }
    return {path: content.format_map(anywhere) for path, content in files.items()}


ALLOWED = frozenset(
    """
    Str Space SoftBreak Para Plain Header Span BulletList Table Strong Note Link Emph Pandoc
    AlignLeft AlignRight AlignDefault ColWidth ColWidthDefault
    """.split()
)
"""What a report itself is made of."""


def elements(node: Any) -> Iterator[dict[str, Any]]:
    """Every element of pandoc's tree."""
    if isinstance(node, dict):
        if "t" in node:
            yield node
        for value in node.values():
            yield from elements(value)
    elif isinstance(node, list):
        for value in node:
            yield from elements(value)


def blocks(text: str) -> list[dict[str, Any]]:
    line = ["pandoc", "--from", READER, "--to", "json"]
    ran = subprocess.run(line, input=text.encode(), capture_output=True, check=True)
    return list(json.loads(ran.stdout)["blocks"])


def tree(text: str) -> list[dict[str, Any]]:
    return list(elements(blocks(text)))


def shape(found: list[dict[str, Any]]) -> dict[str, int]:
    """How many there are of what markup makes, be it ours."""
    kinds = ("Header", "Span", "BulletList", "Table", "Strong", "Note", "Link", "Emph")
    return {kind: sum(one["t"] == kind for one in found) for kind in kinds}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """What the report of that corpus is made of where its texts are plain words."""
    return shape(tree(written(tmp_path_factory.mktemp("plain"), hostile("word"), "q")))


@pandoc_needed
@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_corpus_becomes_markup(
    tmp_path: Path, text: str, harmless: dict[str, int]
) -> None:
    found = tree(written(tmp_path, hostile(text), "q"))
    assert {one["t"] for one in found} - ALLOWED == set()
    made = shape(found)
    if "http" in text:  # an address within a citation is a link, as one that is recorded is
        made["Link"] = harmless["Link"]
    assert made == harmless
    targets = [one["c"][2][0] for one in found if one["t"] == "Link"]
    assert all(target.startswith(("#q", "http")) for target in targets)


HOST = MarkdownIt("commonmark").enable("table")
"""Markdown as code hosts show it, without the footnotes that they add."""


def targets(text: str) -> tuple[set[str], list[str], set[str]]:
    """What a code host's page links to within itself, what can be linked to, and its elements."""
    page = HOST.render(text)
    return (
        set(re.findall(r'href="#([^"]+)"', page)),
        re.findall(r' id="([^"]+)"', page),
        set(re.findall(r"<(\w+)", page)),
    )


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_a_code_host_shows_no_markup_of_ours_nor_of_the_corpus(tmp_path: Path, text: str) -> None:
    linked, there, found = targets(written(tmp_path, hostile(text), "q"))
    assert linked == {"q-s", "q-t"}
    assert there == ["q", "q-s", "q-t"]
    assert found - set("h1 h2 p ul li a em strong span table thead tbody tr th td".split()) == set()


def test_headings_look_the_same_on_a_code_host(text: str) -> None:
    page = HOST.render(text)
    headings = [re.sub("<[^>]+>", "", head) for head in re.findall(r"<h\d>(.*?)</h\d>", page)]
    assert headings[0] == "Who began it?"
    assert {"A. The north", "Takes no side", "Were the towns at peace?"} <= set(headings)
    assert not [head for head in headings if "{" in head or "#" in head]


@pandoc_needed
def test_a_text_is_read_as_it_is() -> None:
    """At the beginning of a paragraph, as a statement stands; white space at its ends apart."""
    paragraphs = blocks("\n\n".join(block(plain(text)) for text in HOSTILE))
    assert [said(paragraph) for paragraph in paragraphs] == [" ".join(t.split()) for t in HOSTILE]


def said(paragraph: dict[str, Any]) -> str:
    return "".join(
        one["c"] if one["t"] == "Str" else " "
        for one in elements(paragraph)
        if one["t"] in ("Str", "Space", "SoftBreak")
    )


def test_an_initial_is_no_number_of_a_list() -> None:
    assert block("M. Vorob'ev") == "M. Vorob'ev"
    assert block("M.  Vorob'ev") == "M\\.  Vorob'ev"
    assert [block(text) for text in ("1. a", "(a) b", "- a")] == ["1\\. a", "(a\\) b", "\\- a"]


def test_an_identifier_has_nothing_that_ends_it() -> None:
    assert identifier("who", "north") == "who-north"
    assert identifier("a b}", "é:") == "a_20b_7d-é_3a"


def test_a_question_without_claims_has_no_heading_over_nothing(tmp_path: Path) -> None:
    asked = {"id": "who", "question": "Who?", "stances": {"east": {"label": "East"}}, "claims": []}
    files = {"corpus.yaml": json.dumps({"title": "Towns"}), "who.yaml": json.dumps(asked)}
    lines = written(tmp_path, files, "who").splitlines()
    assert "No claim takes this position." in lines
    assert "# Works cited" not in lines
    assert "# About this report" in lines


def both_sides(*names: str) -> dict[str, str]:
    """A question on which each of these takes two positions that exclude each other."""
    people = "".join(f"- {{id: {name.lower()}, name: {name}, kind: person}}\n" for name in names)
    claims = "".join(
        f"- id: {name.lower()}-{stance}\n  stance: {stance}\n  scholars: [{name.lower()}]\n"
        f"  statement: The {stance} began it, said {name}.\n  via: [{{source: told}}]\n"
        for name in names
        for stance in ("north", "south")
    )
    stances = "stances: {north: {label: The north}, south: {label: The south}}\n"
    return {
        "corpus.yaml": "title: T\nformat: 1\n",
        "people.yaml": f"scholars:\n{people}references:\n- {{id: told, type: book}}\n",
        "who.yaml": "id: who\nquestion: Who?\nexclusive: true\n" + stances + f"claims:\n{claims}",
    }


COME_TO = "are recorded under A and B, of which one excludes the other; all of it is known"


def test_what_is_true_of_several_holders_is_said_once(tmp_path: Path) -> None:
    two = part(
        written(tmp_path / "two", both_sides("Ann", "Bob"), "who"), "Under several positions"
    )
    assert two == f"- Ann (nn. 1, 3) and Bob (nn. 2, 4) {COME_TO} from the reports of others."
    names = ["Ann", "Bob", "Cid", "Dee", "Eve", "Fay", "Gus"]
    text = written(tmp_path / "seven", both_sides(*names), "who")
    seven = part(text, "Under several positions")
    # notes 1 to 7 are those of the north, 8 to 14 those of the south
    assert seven == (
        f"- 7 holders {COME_TO} from the reports of others. Ann (nn. 1, 8), Bob (nn. 2, 9),"
        " Cid (nn. 3, 10), Dee (nn. 4, 11), Eve (nn. 5, 12), Fay (nn. 6, 13), and Gus (nn. 7, 14)."
    )


def test_what_is_true_of_others_is_said_apart(tmp_path: Path) -> None:
    files = both_sides("Ann", "Bob", "Cid", "Dee")
    changed = "  relations: [{revises: cid-north}]\n- id: dee-north"
    files["who.yaml"] = files["who.yaml"].replace("- id: dee-north", changed)
    files["who.yaml"] += "  relations: [{revises: dee-north}]\n"
    assert part(written(tmp_path, files, "who"), "Under several positions").splitlines() == [
        f"- Ann (nn. 1, 5) and Bob (nn. 2, 6) {COME_TO} from the reports of others.",
        "- Cid (nn. 3, 7) and Dee (nn. 4, 8) are recorded under A and B: each has a claim that"
        " revises another, which is a change of mind.",
    ]
