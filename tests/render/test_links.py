"""Where statements lead: a place in a file, and nothing that the name of a file could say."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from support import cases

from claimcli.render.tables.page import Page

HOSTILE = [
    "a\x1b\\b.yaml",
    "a\x1b]8;;http:evil\x1b\\.yaml",
    "a\x07b.yaml",
    "a\nb.yaml",
    "a;b=c.yaml",
    "a b\tc.yaml",
    "a#L99.yaml",
    "a?b%1b.yaml",
    "張覺/Воробьёв.yaml",
    "a\x9cb.yaml",
    "[link=x]bold.yaml",
    "a\u202eb.yaml",
]


@cases("name", HOSTILE)
def test_a_link_is_one_word_of_harmless_letters_that_leads_to_the_file(name: str) -> None:
    style = Page(80, Path("/corpus")).link(name, 12)
    word, _, uri = style.partition(" ")
    assert word == "link"
    assert re.fullmatch(r"file:///[A-Za-z0-9/._~%!$&'()*+,;=:@-]+#L12", uri)
    parts = urlsplit(uri)
    assert (parts.netloc, parts.query, parts.fragment) == ("", "", "L12")
    assert unquote(parts.path) == f"/corpus/{name}"


def test_without_a_place_for_the_files_nothing_is_linked() -> None:
    assert Page(80).link("a.yaml", 3) == ""
