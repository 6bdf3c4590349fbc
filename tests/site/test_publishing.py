"""A site is made whole or not at all, and made again only where something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rights import rights_that_count

from claimcli.errors import ClaimcliError
from claimcli.site.publishing import MANIFEST, NoSite, publish

PAGES = [("index.html", b"front"), ("claim/a.html", b"a"), ("claim/b.html", b"b")]


def content(place: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(place)): file.read_bytes()
        for file in place.rglob("*")
        if file.is_file() and file.name != MANIFEST
    }


def beside(place: Path) -> list[str]:
    return [path.name for path in place.parent.iterdir()]


def test_a_new_site_has_all_its_files_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    done = publish(tmp_path / "out", PAGES)
    assert (done.written, done.unchanged, done.removed) == (3, 0, 0)
    assert content(tmp_path / "out") == dict(PAGES)
    assert beside(tmp_path / "out") == ["out"]


def test_folders_that_are_not_there_are_made(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b" / "out", PAGES)
    assert content(tmp_path / "a" / "b" / "out") == dict(PAGES)


def test_an_empty_folder_becomes_a_site(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    publish(tmp_path / "out", PAGES)
    assert content(tmp_path / "out") == dict(PAGES)


def test_others_may_read_it(tmp_path: Path) -> None:
    (tmp_path / "like").mkdir()
    publish(tmp_path / "out", PAGES)
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "like").stat().st_mode


def times(place: Path) -> dict[str, tuple[int, int]]:
    return {str(f): (f.stat().st_mtime_ns, f.stat().st_ino) for f in place.rglob("*")}


def test_made_again_nothing_is_touched(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES)
    before = times(tmp_path / "out")
    done = publish(tmp_path / "out", PAGES)
    assert (done.written, done.unchanged, done.removed) == (0, 3, 0)
    assert times(tmp_path / "out") == before


def test_only_what_changed_is_written_and_what_is_gone_goes(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES)
    before = times(tmp_path / "out")
    pages = [("index.html", b"front"), ("claim/a.html", b"new"), ("claim/c.html", b"c")]
    done = publish(tmp_path / "out", pages)
    assert (done.written, done.unchanged, done.removed) == (2, 1, 1)
    assert content(tmp_path / "out") == dict(pages)
    kept = str(tmp_path / "out" / "index.html")
    assert times(tmp_path / "out")[kept] == before[kept]


def test_a_page_that_somebody_changed_is_made_right(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES)
    (tmp_path / "out" / "index.html").write_bytes(b"FRONT")
    assert publish(tmp_path / "out", PAGES).written == 1
    assert content(tmp_path / "out") == dict(PAGES)


def test_files_of_others_stay(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES)
    (tmp_path / "out" / "CNAME").write_bytes(b"example.org")
    publish(tmp_path / "out", PAGES[:1])
    assert content(tmp_path / "out") == {"index.html": b"front", "CNAME": b"example.org"}


def test_a_file_of_others_with_the_name_of_a_page_is_in_the_way(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES[:1])
    (tmp_path / "out" / "claim").mkdir()
    (tmp_path / "out" / "claim" / "a.html").write_text("mine")
    with pytest.raises(NoSite, match=r"a\.html is in the way"):
        publish(tmp_path / "out", PAGES)
    assert content(tmp_path / "out") == {"index.html": b"front", "claim/a.html": b"mine"}


def test_what_was_interrupted_while_it_was_put_there_is_known_as_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path / "out", PAGES)
    monkeypatch.setattr(Path, "replace", interrupted_after(3, Path.replace))
    changed = [("index.html", b"new"), ("claim/y.html", b"y"), ("claim/z.html", b"z")]
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path / "out", changed)
    monkeypatch.undo()
    assert (tmp_path / "out" / "claim" / "y.html").exists()
    done = publish(tmp_path / "out", PAGES)
    assert done.removed == 2  # y, and z although it was never there
    assert content(tmp_path / "out") == dict(PAGES)


def interrupted_after(
    times: int, replace: Callable[[Path, Path], Path]
) -> Callable[[Path, Path], Path]:
    """A `Path.replace` that works so many times, and then is interrupted."""
    done = 0

    def replacing(self: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done > times:
            raise KeyboardInterrupt
        return replace(self, target)

    return replacing


def breaking(pages: list[tuple[str, bytes]], error: BaseException) -> Iterator[tuple[str, bytes]]:
    yield from pages
    raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ClaimcliError("x"), MemoryError()])
def test_an_interrupted_build_leaves_the_old_site(tmp_path: Path, error: BaseException) -> None:
    publish(tmp_path / "out", PAGES)
    before = times(tmp_path / "out")
    changed = [("index.html", b"new"), ("claim/z.html", b"z")]
    with pytest.raises(type(error)):
        publish(tmp_path / "out", breaking(changed, error))
    assert times(tmp_path / "out") == before
    assert beside(tmp_path / "out") == ["out"]


def test_an_interrupted_first_build_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path / "out", breaking(PAGES, KeyboardInterrupt()))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    with pytest.raises(NoSite, match="did not make"):
        publish(tmp_path / "out", PAGES)
    assert content(tmp_path / "out") == {"thesis.txt": b"mine"}


def test_a_file_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(NoSite, match="is a file"):
        publish(tmp_path / "out", PAGES)


def test_a_manifest_that_lists_files_elsewhere_deletes_nothing_there(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES)
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "out" / MANIFEST).write_text('{"files": ["../precious", "index.html", "/etc/x"]}')
    publish(tmp_path / "out", PAGES)
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_broken_manifest_is_refused(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES)
    (tmp_path / "out" / MANIFEST).write_text("{")
    with pytest.raises(NoSite, match="cannot be read"):
        publish(tmp_path / "out", PAGES)


def test_a_folder_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    publish(tmp_path / "out", PAGES[:1])
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "claim").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NoSite, match="leads elsewhere"):
        publish(tmp_path / "out", PAGES)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_where_nothing_may_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o555)
    with rights_that_count(), pytest.raises(ClaimcliError, match="cannot be written"):
        publish(tmp_path / "locked" / "out", PAGES)
