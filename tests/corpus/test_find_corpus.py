"""Which corpus is meant, in the order option, environment, directory, package."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcli.corpus.find import VARIABLE, CorpusNotFound, find_corpus

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """`one/` is a corpus, `two/` holds one in `claims/`, `three/` has YAML and no corpus.yaml."""
    for file in ("one/corpus.yaml", "two/claims/corpus.yaml", "three/a.yml", "four/a.txt"):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text("title: T\n", "utf-8")
    return tmp_path


def message(option: Path | None, environment: dict[str, str], cwd: Path) -> str:
    with pytest.raises(CorpusNotFound) as failure:
        find_corpus(option, environment, cwd)
    return str(failure.value)


def test_the_option_comes_first(place: Path) -> None:
    environment = {VARIABLE: str(place / "two")}
    assert find_corpus(place / "one", environment, place / "two") == place / "one"


def test_then_the_environment(place: Path) -> None:
    environment = {VARIABLE: str(place / "two")}
    assert find_corpus(None, environment, place / "one") == place / "two" / "claims"


def test_an_empty_variable_is_none(place: Path) -> None:
    assert find_corpus(None, {VARIABLE: ""}, place / "one") == place / "one"


def test_then_the_nearest_directory_above(place: Path) -> None:
    below = place / "one" / "x" / "y"
    below.mkdir(parents=True)
    assert find_corpus(None, {}, below) == place / "one"
    beside = place / "two" / "src"
    beside.mkdir()
    assert find_corpus(None, {}, beside) == place / "two" / "claims"
    (below / "corpus.yaml").write_text("title: Inner\n", "utf-8")
    assert find_corpus(None, {}, below) == below


def test_then_the_one_that_comes_with_the_package(place: Path) -> None:
    assert find_corpus(None, {}, place / "three") == PROJECT / "claims"


def test_a_named_directory_counts_from_the_working_directory(place: Path) -> None:
    assert find_corpus(Path("one"), {}, place) == place / "one"
    assert find_corpus(None, {VARIABLE: "two"}, place) == place / "two" / "claims"


def test_a_named_directory_needs_no_description(place: Path) -> None:
    assert find_corpus(place / "three", {}, place) == place / "three"


def test_a_directory_that_is_not_there(place: Path) -> None:
    assert message(Path("five"), {}, place) == "no corpus at five: no such directory"


def test_the_variable_is_named_where_it_is_to_blame(place: Path) -> None:
    expected = f"no corpus at five ({VARIABLE}): no such directory"
    assert message(None, {VARIABLE: "five"}, place) == expected


def test_a_file_is_no_directory(place: Path) -> None:
    expected = (
        "no corpus at one/corpus.yaml: it is a file; name the directory that holds the corpus"
    )
    assert message(Path("one/corpus.yaml"), {}, place) == expected


def test_a_directory_without_yaml(place: Path) -> None:
    assert message(Path("four"), {}, place) == "no corpus in four: there is no YAML file in it"


def test_a_name_that_no_directory_can_have(place: Path) -> None:
    assert message(Path("a\0b"), {}, place).startswith("no corpus at a\0b: ")


@pytest.mark.usefixtures("bound_by_rights")
def test_a_directory_without_permission(place: Path) -> None:
    (place / "one").chmod(0)
    try:
        said = message(Path("one"), {}, place)
    finally:
        (place / "one").chmod(0o700)
    assert said == "no corpus at one: no permission to read the directory"
