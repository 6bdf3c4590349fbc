from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from claimcli import Corpus
from claimcli.checks.inspection import check_corpus

pytestmark = pytest.mark.slow

GENERATOR = Path(__file__).parent.parent / "benchmarks" / "generate.py"


def generate(folder: Path, claims: int) -> None:
    subprocess.run([sys.executable, str(GENERATOR), str(folder), f"--claims={claims}"], check=True)


def test_it_has_as_many_claims_as_were_asked_for(tmp_path: Path) -> None:
    generate(tmp_path, 600)
    asked = Counter(claim.question for claim in Corpus.load(tmp_path).claims)
    assert asked == {"question-0": 500, "question-1": 100}


def test_what_is_measured_is_in_order(tmp_path: Path) -> None:
    generate(tmp_path, 600)
    problems = check_corpus(tmp_path).problems
    assert {p.code for p in problems} <= {"W703"}  # some of its scholars bear the same name


def test_the_same_again(tmp_path: Path) -> None:
    generate(tmp_path / "once", 60)
    generate(tmp_path / "again", 60)
    once = {p.name: p.read_bytes() for p in (tmp_path / "once").rglob("*.yaml")}
    assert once == {p.name: p.read_bytes() for p in (tmp_path / "again").rglob("*.yaml")}
