"""The recipes of docs/publishing.md are valid, and run commands that are there."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from support import ROOT

from claimcli.cli.main import COMMANDS

TEXT = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"<!-- (git\w+) -->\n```yaml\n(.*?)```", TEXT, re.DOTALL))


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_recipe_is_valid_and_builds_the_folder_that_it_publishes(name: str) -> None:
    recipe: Any = yaml.safe_load(RECIPES[name])
    if name == "github":
        job = recipe["jobs"]["publish"]
        commands = [step["run"] for step in job["steps"] if "run" in step]
        [published] = [
            s["with"]["path"] for s in job["steps"] if "upload-pages" in s.get("uses", "")
        ]
        assert recipe["permissions"]["pages"] == "write"
    else:
        commands = recipe["pages"]["script"]
        [published] = recipe["pages"]["artifacts"]["paths"]
    ours = [command.split() for command in commands if command.startswith("claimcli")]
    assert [words[1] for words in ours] == ["check", "site"]
    assert {words[1] for words in ours} <= COMMANDS.keys()
    assert ours[1][2] == published == "public"
    assert "--base-url" in ours[1]
