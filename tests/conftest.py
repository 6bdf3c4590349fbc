"""What tests share: the command line run in this process, and small corpora."""

from __future__ import annotations

import gc
import itertools
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from rights import rights_that_count
from support import CORPORA, Ran, Run

from claimcli import Corpus
from claimcli.cli.main import main

# How long an example takes, and how many are thrown away, depends on the machine and on hypothesis.
settings.register_profile("random", deadline=None, suppress_health_check=list(HealthCheck))
# The same input each time, so that a change is refused for what it changed; `--hypothesis-profile
# random` looks for what nobody has met yet.
settings.register_profile("claimcli", settings.get_profile("random"), derandomize=True)
settings.register_profile("quick", settings.get_profile("claimcli"), max_examples=10)
settings.load_profile("claimcli")


def pytest_configure(config: pytest.Config) -> None:
    """Of random input the quick layer has a tenth, unless a profile is named."""
    if "not slow" in config.option.markexpr and not config.getoption("--hypothesis-profile"):
        settings.load_profile("quick")


_OF_A_TERMINAL = (
    *("FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "NO_COLOR", "TTY_COMPATIBLE"),
    *("PAGER", "CLAIMCLI_PAGER", "LESS", "LC_ALL", "PYTHONIOENCODING"),
)

# What is collected stays: looking through thousands of tests for cycles is a third of the time.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on the collector of cycles looks at what the tests make, and at nothing before."""
    gc.freeze()
    gc.enable()


# A shell starts what is in its background deaf to Ctrl-C, and so would be what the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def environment() -> Iterator[None]:
    """No setting of the machine's counts: no colour, 80 columns, no corpus.

    What is compiled is kept whatever it says: hundreds of processes are started.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        for name in ("CLAIMCLI_CORPUS", "PYTHONDONTWRITEBYTECODE", *_OF_A_TERMINAL):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="module", autouse=True)
def cache(environment: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each file of tests has a cache, which compiles a corpus that several of them ask once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMCLI_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


_numbers = itertools.count()


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for one test, with a number: pytest looks for a free name among thousands."""
    folder = tmp_path_factory.getbasetemp() / str(next(_numbers))
    folder.mkdir(mode=0o700)
    return folder


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


@pytest.fixture
def corpus() -> Iterator[Corpus]:
    """The small corpus as it is from Python."""
    with Corpus.load(CORPORA / "small") as corpus:
        yield corpus
