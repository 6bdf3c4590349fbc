"""The recipes of docs/publishing.md are valid, and run commands that are there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "schema"), [("github", "vendor.github-workflows"), ("gitlab", "vendor.gitlab-ci")]
)
def test_a_recipe_keeps_to_the_schema_of_its_service(
    name: str, schema: str, tmp_path: Path
) -> None:
    recipe = tmp_path / "recipe.yml"
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema)

    def checked(text: str) -> subprocess.CompletedProcess[str]:
        recipe.write_text(text, encoding="utf-8")
        return subprocess.run((*command, recipe), capture_output=True, text=True, check=False)

    valid = checked(RECIPES[name])
    assert valid.returncode == 0, valid.stdout
    broken = {
        "github": ("runs-on: ubuntu-latest", "runs-on: 3"),
        "gitlab": ("    - public", "    3"),
    }
    assert checked(RECIPES[name].replace(*broken[name])).returncode == 1
