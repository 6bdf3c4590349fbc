"""YAML that is not read, since no `corpus.yaml` stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcli.corpus.find import find_corpus, is_from_afar, is_overlooked


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return find_corpus(None, {}, tmp_path)


def test_yaml_beside_the_reader(tmp_path: Path, shipped: Path) -> None:
    assert not is_overlooked(shipped, tmp_path)
    (tmp_path / ".hidden.yaml").touch()
    assert not is_overlooked(shipped, tmp_path)
    (tmp_path / "people.yml").touch()
    assert is_overlooked(shipped, tmp_path)


def test_a_corpus_of_ones_own_is_not_overlooked(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("title: Mine\n", encoding="utf-8")
    assert not is_overlooked(find_corpus(None, {}, tmp_path), tmp_path)


def test_inside_the_corpus_nothing_is_overlooked(shipped: Path) -> None:
    assert not is_overlooked(shipped, shipped / "questions")
    assert not is_overlooked(shipped, shipped.parent)


def test_the_corpus_of_the_package_is_from_afar_but_within_its_checkout(
    tmp_path: Path, shipped: Path
) -> None:
    assert is_from_afar(shipped, tmp_path)
    assert not is_from_afar(shipped, shipped.parent)
    (tmp_path / "corpus.yaml").write_text("title: Mine\n", encoding="utf-8")
    assert not is_from_afar(find_corpus(None, {}, tmp_path), tmp_path)
