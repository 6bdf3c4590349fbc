"""What tests share: the command line run in this process, and small corpora."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from rights import rights_that_count
from support import CORPORA, Ran, Run

from claimcli.cli.main import main

# How long an example takes, and how many are thrown away, depends on the machine and on hypothesis.
settings.register_profile("random", deadline=None, suppress_health_check=list(HealthCheck))
# The same input each time, so that a change is refused for what it changed; `--hypothesis-profile
# random` looks for what nobody has met yet.
settings.register_profile("claimcli", settings.get_profile("random"), derandomize=True)
settings.load_profile("claimcli")


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for the caches of the tests, one for each: a directory for each takes longer."""
    base = tmp_path_factory.mktemp("caches")
    return (base / str(number) for number in itertools.count())


_NUMBERS = count()


_OF_A_TERMINAL = (
    *("FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "NO_COLOR", "TTY_COMPATIBLE"),
    *("PAGER", "CLAIMCLI_PAGER", "LESS", "LC_ALL", "PYTHONIOENCODING"),
)


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, caches: Iterator[Path]) -> None:
    """No setting of the machine's counts: no colour, 80 columns, a cache of its own, no corpus."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("CLAIMCLI_CACHE", str(next(caches)))
    monkeypatch.delenv("CLAIMCLI_CORPUS", raising=False)
    for name in _OF_A_TERMINAL:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process."""

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        code = main(list(arguments))
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def bound_by_rights() -> Iterator[None]:
    """What may not be read or written is not, even if root runs the tests."""
    with rights_that_count():
        yield


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small corpus, whose counts are worked out in its comments, as the one to read."""
    monkeypatch.setenv("CLAIMCLI_CORPUS", str(CORPORA / "small"))
    return CORPORA / "small"
