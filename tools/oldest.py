"""The oldest versions that pyproject.toml allows, as constraints for pip.

python tools/oldest.py > oldest.txt && pip install -c oldest.txt -e '.[dev]'
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"

REQUIREMENT = re.compile(r"([\w.-]+)>=([\w.]+)(,<[\w.]+)?")
"""A requirement with its lower bound; all but the package's own extras are written so."""


def requirements() -> Iterator[str]:
    """What the package and its extras ask for, itself excepted."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    for asked in (project["dependencies"], *project["optional-dependencies"].values()):
        yield from (each for each in asked if not each.startswith(project["name"] + "["))


def oldest() -> dict[str, str]:
    """The lower bound of each; raises ValueError for a requirement without one."""
    bounds = {}
    for each in requirements():
        found = REQUIREMENT.fullmatch(each)
        if not found:
            raise ValueError(f"no lower bound: {each}")
        bounds[found[1]] = found[2]
    return bounds


if __name__ == "__main__":
    print(*(f"{name}=={version}" for name, version in oldest().items()), sep="\n")
