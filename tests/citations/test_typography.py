"""The rich text of CSL in titles, and marks of quotation: only the tags that CSL has are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.citations.quotation_marks import quoted
from claimcli.citations.typography import bare, finished, italic, rich


def printed(text: str) -> tuple[str, str]:
    return finished(rich(text), "plain"), finished(rich(text), "markdown")


@cases(
    ("text", "plain", "markdown"),
    [
        ("On <i>SPQR</i>", "On SPQR", "On *SPQR*"),
        ("A <b>b</b> <sup>c</sup> <sub>d</sub>", "A b c d", "A b c d"),
        ('<span class="nocase">de</span> Gaulle', "de Gaulle", "de Gaulle"),
        ('<span style="font-variant:small-caps;">BCE</span>', "BCE", "BCE"),
        ("<i>a <i>b</i> c</i>", "a b c", "*a* b *c*"),
        ("<i>a</i><i>b</i>", "ab", "*ab*"),
        ("<b><i>a</i></b>", "a", "*a*"),
        # what is no pair of these is text
        ("a <i> b", "a <i> b", r"a \<i\> b"),
        ("a </i> <i> b", "a </i> <i> b", r"a \</i\> \<i\> b"),
        ("<b>a <i> b</b>", "a <i> b", r"a \<i\> b"),
        ("<I>a</I>", "<I>a</I>", r"\<I\>a\</I\>"),
        ('<i class="x">a</i>', '<i class="x">a</i>', r'\<i class="x"\>a\</i\>'),
        ("<script>a</script>", "<script>a</script>", r"\<script\>a\</script\>"),
        ('<span onclick="x">a</span>', '<span onclick="x">a</span>', None),
        ("\ue000a\ue001", "a", "a"),
    ],
)
def test_tags(text: str, plain: str, markdown: str | None) -> None:
    assert printed(text)[0] == plain
    assert markdown is None or printed(text)[1] == markdown


@cases(
    ("title", "markdown"),
    [
        ("<i>SPQR</i>: a history", "SPQR: *a history*"),
        ("Mary's <i>SPQR</i> in Rome", "*Mary's* SPQR *in Rome*"),
        ("A life of <i>SPQR</i>", "*A life of* SPQR"),
        ("<i>SPQR</i>", "SPQR"),
        ("<i></i>", ""),
    ],
)
def test_italics_within_italics_are_upright(title: str, markdown: str) -> None:  # 14.95
    assert finished(italic(rich(title)), "markdown") == markdown


PIECES = ("<i>", "</i>", "<b>", "</b>", "<span>", '<span class="nocase">', "</span>", "q", " ", ":")


@given(st.lists(st.sampled_from((*PIECES, "*", "\ue000"))).map("".join))
def test_italics_are_always_in_pairs(text: str) -> None:
    for setting in (rich(text), italic(rich(text)), quoted(rich(text))):
        marks = [sign for sign in setting if sign in "\ue000\ue001"]
        assert marks == ["\ue000", "\ue001"] * (len(marks) // 2)
        assert finished(setting, "markdown").replace("\\*", "").count("*") % 2 == 0
    assert bare(rich("<i>" + text)).count("q") == text.count("q")


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["<i>", "</b><i>", "<i><b>", "'", "'a"])
def test_a_text_of_nothing_but_tags_is_read_in_one_go(piece: str) -> None:
    text = finished(quoted(rich(piece * 20_000 + "</i>" * 20_000)), "markdown")
    assert text.startswith("\u201c")
    assert text.endswith("\u201d")
