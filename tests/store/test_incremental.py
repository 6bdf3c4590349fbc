"""A store mended file by file is the store that would be built anew."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storing import FILES, answers, write
from support import there

from claimcli.store import cache_path, open_store
from claimcli.store.incremental import place
from claimcli.store.schema import SLOT_GAP

pytestmark = pytest.mark.slow


def agree(root: Path) -> bool:
    """Whether the cached store answers as one that is built in memory, and was used."""
    with open_store(root) as cached, open_store(root, use_cache=False) as fresh:
        assert cached.cached
        assert not fresh.cached
        return answers(cached) == answers(fresh)


def rows_of(root: Path) -> dict[str, list[int]]:
    """The slots in the cached store, by which is seen what was made anew."""
    with open_store(root) as store:
        return {path: [slot] for path, slot in store.rows("SELECT path, slot FROM files")}


CLAIM = "claims:\n- {{id: {id}, scholars: [ivanov], statement: {text}, citation: {{source: s}}}}\n"


def test_a_changed_file(corpus: Path) -> None:
    assert agree(corpus)
    changed = FILES["questions/who-built.yaml"].replace("paid for the canal", "lit the lighthouse")
    write(corpus, {"questions/who-built.yaml": changed})
    assert agree(corpus)
    with open_store(corpus) as store:
        assert there(store.claim("merchants-paid")).statement == "The merchants lit the lighthouse."


NAMESAKE = (
    "references:\n- {{id: other, type: book, title: {title}, author: [{author}], issued: '1970'}}\n"
)


def test_what_tells_works_apart_depends_on_every_file(corpus: Path) -> None:
    def cited() -> tuple[str, str]:
        with open_store(corpus) as store:
            source = store.source("ivanov-1970")
            assert source
            return source.makers, source.letter

    assert cited() == ("", "")
    steps = (
        ("{family: Ivanov, given: I. I.}", "Zeta", ("", "a")),
        ("{family: Ivanov, given: I. I.}", "Alpha", ("", "b")),
        ("{family: Ivanov, given: I.}", "Zulu", ("", "b")),  # its entry stands before
        ("{family: Ivanov, given: Petr}", "Zulu", ("I. I. Ivanov", "")),
    )
    for author, title, told in steps:
        write(corpus, {"extra.yaml": NAMESAKE.format(author=author, title=title)})
        assert agree(corpus)
        assert cited() == told
    (corpus / "extra.yaml").unlink()
    assert agree(corpus)
    assert cited() == ("", "")


def test_an_edit_of_the_same_length_at_once(corpus: Path) -> None:
    """Neither the size nor, on a coarse clock, the time would tell."""
    for word in ("canal", "caves", "coast", "cairn"):
        write(corpus, {"extra.yaml": CLAIM.format(id="extra", text=word)})
        with open_store(corpus) as store:
            assert there(store.claim("extra")).statement == word


def test_an_edit_that_keeps_size_and_time(corpus: Path) -> None:
    path = corpus / "extra.yaml"
    write(corpus, {"extra.yaml": CLAIM.format(id="extra", text="canal")})
    assert agree(corpus)
    before = path.stat()
    write(corpus, {"extra.yaml": CLAIM.format(id="extra", text="cairn")})
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with open_store(corpus) as store:
        assert there(store.claim("extra")).statement == "cairn"


def test_another_file_of_the_same_size_and_times(corpus: Path) -> None:
    """A link that leads to another file now: of what is looked at, only the inode tells."""
    first, second = corpus.parent / "first", corpus.parent / "second"
    for _ in range(200):  # until the clock has not moved between them
        for path, word in ((first, "canal"), (second, "cairn")):
            path.write_text(CLAIM.format(id="extra", text=word), "utf-8")
        for path in (first, second):
            os.utime(path, ns=(10**18, 10**18))
        if first.stat().st_ctime_ns == second.stat().st_ctime_ns:
            break
    else:
        pytest.skip("the clock of this file system is too fine")
    link = corpus / "extra.yaml"
    for target, word in ((first, "canal"), (second, "cairn")):
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        with open_store(corpus) as store:
            assert store.cached
            assert there(store.claim("extra")).statement == word


def test_a_shared_record_that_changes(corpus: Path) -> None:
    assert agree(corpus)
    renamed = FILES["scholars.yaml"].replace("I. I. Ivanov", "Jon Keeper")
    write(corpus, {"scholars.yaml": renamed})
    assert agree(corpus)


def test_files_that_come_and_go(corpus: Path) -> None:
    assert agree(corpus)
    before = rows_of(corpus)
    write(corpus, {"aa.yaml": CLAIM.format(id="first", text="A beacon.")})
    write(corpus, {"questions/why.yaml": CLAIM.format(id="middle", text="A keeper.")})
    write(corpus, {"zz.yaml": CLAIM.format(id="last", text="A lighthouse.")})
    assert agree(corpus)
    after = rows_of(corpus)
    assert {path: after[path] for path in before} == before
    (corpus / "questions/why.yaml").unlink()
    (corpus / "scholars.yaml").unlink()
    assert agree(corpus)
    with open_store(corpus) as store:
        assert store.claim("middle") is None
        assert store.scholars() == []


def test_a_file_that_moves_keeps_its_records(corpus: Path) -> None:
    assert agree(corpus)
    (corpus / "questions/who-built.yaml").rename(corpus / "questions/zz.yaml")
    assert agree(corpus)


def test_the_whole_corpus_gone(corpus: Path) -> None:
    assert agree(corpus)
    shutil.rmtree(corpus)
    corpus.mkdir()
    assert agree(corpus)


@pytest.mark.parametrize("kept", ["a.yaml", "m.yaml", "z.yaml"])
def test_an_id_in_three_files(corpus: Path, kept: str) -> None:
    """Whichever goes or changes, the first that is left has the id."""
    for name in ("a", "m", "z"):
        write(corpus, {f"{name}.yaml": CLAIM.format(id="thrice", text=f"In {name}.")})
    assert agree(corpus)
    write(corpus, {"a.yaml": CLAIM.format(id="thrice", text="A beacon in a.")})
    assert agree(corpus)
    for name in ("a.yaml", "m.yaml", "z.yaml"):
        if name != kept:
            (corpus / name).unlink()
            assert agree(corpus)
    with open_store(corpus) as store:
        assert there(store.claim("thrice")).file == kept
        assert store.lost.records == 0


def test_an_id_taken_over_by_another_kind(corpus: Path) -> None:
    assert agree(corpus)
    write(corpus, {"a.yaml": CLAIM.format(id="who-built", text="A beacon.")})
    assert agree(corpus)
    with open_store(corpus) as store:
        assert store.kind_of("who-built") == "claim"
        assert store.question("who-built") is None
    (corpus / "a.yaml").unlink()
    assert agree(corpus)


IDS = st.sampled_from(["one", "two", "three", "ivanov", "who-built"])
TEXTS = st.sampled_from(["A lighthouse.", "A beacon", "The keeper's canal", "Salt 鹽", "Hongbao"])
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["a", "n", "p", "t", "questions/x"]), st.lists(st.tuples(IDS, TEXTS))
    ),
    min_size=1,
    max_size=5,
)


@pytest.mark.once
@settings(max_examples=25)
@given(edits=EDITS)
def test_any_edits(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    root = tmp_path_factory.mktemp("edits")
    write(root, FILES)
    assert agree(root)
    for name, claims in edits:
        records = "".join(
            f'- {{id: {id}, scholars: [ivanov], statement: "{text}", citation: {{source: s}}}}\n'
            for id, text in claims
        )
        if claims:
            write(root, {f"{name}.yaml": f"claims:\n{records}"})
        else:
            (root / f"{name}.yaml").unlink(missing_ok=True)
        assert agree(root)


def test_places_between_neighbours() -> None:
    assert place(["a", "b"], {}) == {"a": SLOT_GAP, "b": 2 * SLOT_GAP}
    assert place(["a", "b", "c"], {"a": 10, "c": 20}) == {"a": 10, "b": 15, "c": 20}
    assert place(["a", "b"], {"b": 2}) == {"a": 1, "b": 2}
    assert place(["a", "b"], {"b": 1}) is None
    assert place(["a", "b", "c"], {"a": 10, "c": 11}) is None


def test_where_there_is_no_room_it_is_built_anew(corpus: Path) -> None:
    """Each new file halves the gap before the one that follows: ten times, and it is gone."""
    assert agree(corpus)
    for number in range(12):
        name = f"corpua{'z' * number}.yaml"
        write(corpus, {name: CLAIM.format(id=f"n{number}", text="A keeper.")})
        assert agree(corpus)
    assert cache_path(corpus).exists()
