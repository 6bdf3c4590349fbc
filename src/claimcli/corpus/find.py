"""Which corpus is meant."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from claimcli.corpus.files import files_of, has_yaml
from claimcli.errors import ClaimcliError
from claimcli.paths import NoHome, expanded

VARIABLE = "CLAIMCLI_CORPUS"
"""The environment variable that names a corpus."""

MARK = "corpus.yaml"
"""The file by which a directory is known to be a corpus."""

_PACKAGE = Path(__file__).parent.parent
_SHIPPED = (_PACKAGE / "shipped", _PACKAGE.parent.parent / "claims")
"""Where the corpus that comes with the package lies: in a wheel, in a checkout."""


class CorpusNotFound(ClaimcliError):
    """There is no corpus to read where one was asked for; the message says why."""

    exit_code = 3


def find_corpus(option: Path | None, environment: Mapping[str, str], cwd: Path) -> Path:
    """The root of the corpus that is meant.

    In this order: the directory of the option; the one that `CLAIMCLI_CORPUS` names; the nearest
    ancestor of `cwd` that holds a corpus, in itself or in `claims/`; the corpus that comes with
    the package. Relative directories count from `cwd`. Raises `CorpusNotFound`.
    """
    if option is not None:
        return _named(cwd, option, str(option))
    named = environment.get(VARIABLE)
    if named:
        return _named(cwd, Path(named), f"{named} ({VARIABLE})")
    for folder in (cwd, *cwd.parents):
        for root in (folder, folder / "claims"):
            if _is_file(root / MARK):
                return root
    return _shipped()


def is_from_afar(root: Path, cwd: Path) -> bool:
    """Whether the corpus found is the one of the package, and `cwd` is not within its checkout."""
    return root in _SHIPPED and root.parent not in (cwd, *cwd.parents)


def path_to(root: Path, variable: str = "") -> str:
    """What makes the paths of files ones to click on: the way to the corpus from the directory.

    The whole way where the corpus is not below the working directory, or the one that an
    environment variable names.
    """
    base = Path(os.environ.get(variable) or working_directory())
    try:
        path = root.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        return "" if variable else f"{root.resolve().as_posix()}/"
    return "" if path == "." else f"{path}/"


def is_packed(root: Path) -> bool:
    """Whether it is the corpus inside an installed package, which an update writes over."""
    return root.resolve() == _SHIPPED[0]


def demand_writable(root: Path, *, is_found: bool = False) -> None:
    """Raise for the corpus of the package: inside an installed one, or `is_found` without asking.

    It is for reading.
    """
    if is_found or is_packed(root):
        raise ClaimcliError(
            "the corpus that comes with claimcli is for reading, and an update would write over it;"
            " `claimcli init DIR` begins one of your own"
        )


def is_overlooked(root: Path, cwd: Path) -> bool:
    """Whether it is from afar, while `cwd` holds YAML that is not read.

    Such files are a corpus only beside a `corpus.yaml`.
    """
    return is_from_afar(root, cwd) and has_yaml(cwd)


def working_directory() -> Path:
    """The working directory; raises `CorpusNotFound` where it was deleted under the caller."""
    try:
        return Path.cwd()
    except OSError as error:
        raise CorpusNotFound("the working directory is gone; change to one that exists") from error


def _named(cwd: Path, given: Path, name: str) -> Path:
    """The corpus in a directory that somebody named: the directory itself or its `claims/`."""
    try:
        folder = cwd / expanded(given)
    except NoHome as error:
        raise CorpusNotFound(f"no corpus at {name}: {error}") from error
    _demand_directory(folder, name)
    if _is_file(folder / MARK):
        return folder
    if _is_file(folder / "claims" / MARK):
        return folder / "claims"
    found = files_of(folder)
    if not found.files:
        raise CorpusNotFound(f"no corpus in {name}: there is no YAML file in it")
    return folder


def _demand_directory(folder: Path, name: str) -> None:
    """Raise unless it is a directory that can be listed."""
    try:
        with os.scandir(folder):
            return
    except FileNotFoundError:
        reason = "no such directory"
    except NotADirectoryError:
        reason = "it is a file; name the directory that holds the corpus"
    except PermissionError:
        reason = "no permission to read the directory"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
    raise CorpusNotFound(f"no corpus at {name}: {reason}")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a directory above it may not be entered
        return False


def _shipped() -> Path:
    """The corpus inside the installed package or, in a checkout, beside `src/`."""
    for root in _SHIPPED:
        if _is_file(root / MARK):
            return root
    raise CorpusNotFound("no corpus here, and none came with this installation; use --corpus DIR")
