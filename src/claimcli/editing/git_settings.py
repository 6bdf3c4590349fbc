"""What git is told of a corpus in a clone: what record a hunk of a diff is in, how to merge."""

from __future__ import annotations

from pathlib import Path

from claimcli.errors import ClaimcliError
from claimcli.git import asked

SETTINGS = {
    "diff.claims.xfuncname": "^- id: (.*)$",
    "merge.claims.name": "claims by record and field",
    "merge.claims.driver": "claimcli merge-file %O %A %B %P",
}
"""Settings of the clone; which files they are of says `.gitattributes`."""

ATTRIBUTES = "*.yaml diff=claims merge=claims"
"""The line of `.gitattributes` that says so."""


def is_in_repository(folder: Path) -> bool:
    """Whether git knows the folder."""
    answered = asked(folder, "rev-parse", "--git-dir")
    return answered is not None and answered.code == 0


def settle(folder: Path) -> None:
    """Tell the repository of a folder. Raises where there is none, or git cannot write there."""
    if not is_in_repository(folder):
        raise ClaimcliError(f"{folder} is in no repository of git; `git init` makes one")
    for name, value in SETTINGS.items():
        answered = asked(folder, "config", "--local", name, value)
        if answered is None or answered.code != 0:
            raise ClaimcliError(f"git cannot set {name} in {folder}")


def has_attributes(folder: Path) -> bool:
    """Whether files of the folder are merged so, by whatever `.gitattributes` says it."""
    answered = asked(folder, "check-attr", "merge", "--", "corpus.yaml")
    return answered is not None and answered.out.strip().endswith(b": claims")
