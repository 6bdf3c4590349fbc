"""`claimcli site`: every page, whole or not at all, and only what changed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from pages import dead_links, pages_in
from support import CORPORA, ROOT, Run

SHIPPED = ROOT / "claims"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the corpus that comes with the package."""
    from claimcli.cli.main import main

    place = tmp_path_factory.mktemp("site") / "public"
    assert main(["site", str(place), "--corpus", str(SHIPPED), "--no-cache"]) == 0
    return place


def test_every_link_within_the_site_leads_somewhere(shipped: Path) -> None:
    assert dead_links(shipped) == []


def test_no_page_has_an_id_twice(shipped: Path) -> None:
    for path, page in pages_in(shipped).items():
        assert [id for id, times in Counter(page.ids).items() if times > 1] == [], path


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
