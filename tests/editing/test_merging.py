"""Branches that add claims to one question merge with plain git, unless they meet in one gap."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest

from claimcli.editing.inserting import with_record

CLAIM = """\
- id: {id}
  stance: none
  scholars: [ann]
  statement: Said in {id}.
  citation: {{source: archer-2000}}
"""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def question(ids: list[str]) -> bytes:
    head = "id: q\nquestion: Who?\nclaims:\n"
    return (head + "".join(CLAIM.format(id=id) for id in ids)).encode()


def new_id(chance: random.Random) -> str:
    """As ids are proposed: a holder, a year, a word."""
    return "-".join(
        (
            "".join(chance.choices(LETTERS, k=3)),
            str(chance.randint(1900, 2020)),
            chance.choice(("yes", "no")),
        )
    )


def added(content: bytes, id: str) -> bytes:
    values = {"id": id, "stance": "none", "scholars": ["ann"], "statement": f"Said in {id}."}
    return with_record(content, "claims", {**values, "citation": {"source": "archer-2000"}})


def merged(folder: Path, base: bytes, ours: bytes, theirs: bytes) -> tuple[bool, bytes]:
    """What git makes of three versions of a file, and whether without a conflict."""
    for name, content in (("ours", ours), ("base", base), ("theirs", theirs)):
        (folder / name).write_bytes(content)
    command = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return ran.returncode == 0, ran.stdout


def tried(folder: Path, pairs: int, seed: int) -> tuple[int, int]:
    """How many of some random pairs met in one gap, and how many merged."""
    chance = random.Random(seed)
    met = clean = 0
    for _ in range(pairs):
        ids = sorted({new_id(chance) for _ in range(chance.randint(2, 60))})
        base = question(ids)
        mine = {new_id(chance) for _ in range(chance.randint(1, 3))} - set(ids)
        yours = {new_id(chance) for _ in range(chance.randint(1, 3))} - set(ids) - mine
        ours, theirs = base, base
        for id in mine:
            ours = added(ours, id)
        for id in yours:
            theirs = added(theirs, id)
        gaps = [{sum(id < new for id in ids) for new in some} for some in (mine, yours)]
        is_clean, result = merged(folder, base, ours, theirs)
        assert is_clean == gaps[0].isdisjoint(gaps[1]), (ids, mine, yours)
        met, clean = met + (not is_clean), clean + is_clean
        if is_clean:
            assert result == question(sorted({*ids, *mine, *yours}))
    return met, clean


@pytest.mark.slow
def test_two_branches_merge_unless_they_meet_in_one_gap(tmp_path: Path) -> None:
    met, clean = tried(tmp_path, 10, 1)
    assert clean > met


@pytest.mark.once
@pytest.mark.slow
def test_a_thousand_pairs_of_branches(tmp_path: Path) -> None:
    met, clean = tried(tmp_path, 1000, 2)
    assert met + clean == 1000
    assert clean > 2 * met


def test_at_the_end_of_an_unsorted_list_two_additions_meet(tmp_path: Path) -> None:
    base = question(["b", "a"])
    assert not merged(tmp_path, base, added(base, "c"), added(base, "d"))[0]


@pytest.mark.slow
def test_branches_of_a_repository_merge(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        name = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", *name, *words], cwd=tmp_path, capture_output=True, check=True)

    file = tmp_path / "q.yaml"
    file.write_bytes(base := question(["bob-1950", "eve-1960"]))
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "base")
    for branch, id in (("left", "ann-1940"), ("right", "cid-1970")):
        git("checkout", "-q", "-b", branch, "main")
        file.write_bytes(added(base, id))
        git("commit", "-q", "-a", "-m", branch)
    git("merge", "-q", "--no-edit", "left")
    assert file.read_bytes() == question(["ann-1940", "bob-1950", "cid-1970", "eve-1960"])
