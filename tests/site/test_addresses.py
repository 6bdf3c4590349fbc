"""A page's address leads to its file."""

from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from claimcli.site.addresses import page, path


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_link_leads_to_the_file(id: str) -> None:
    assert unquote(page("claim", id)) == path("claim", id)
