"""The schemas of what is printed refuse what is not printed so; each command has one."""

from __future__ import annotations

from typing import Any

import pytest
from support import ROOT, Run

from claimcli.schemas.dialect import in_draft_07
from claimcli.schemas.printed import commands, of_output

jsonschema = pytest.importorskip("jsonschema", reason="not in this environment yet")

pytestmark = pytest.mark.usefixtures("small")


@pytest.mark.slow
@pytest.mark.parametrize("command", commands())
def test_each_is_a_schema_of_both_drafts(command: str) -> None:
    jsonschema.Draft202012Validator.check_schema(of_output(command))
    jsonschema.Draft7Validator.check_schema(in_draft_07(of_output(command)))


def changed(claim: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {**claim, **values}


def test_what_is_not_printed_so_is_refused(run: Run) -> None:
    [hit] = run("search", "given", "--json").json
    for schema in (of_output("search"), in_draft_07(of_output("search"))):
        validator = (
            jsonschema.Draft202012Validator(schema)
            if "$defs" in schema
            else jsonschema.Draft7Validator(schema)
        )
        assert validator.is_valid([hit])
        assert validator.is_valid([changed(hit, added_later=1)])
        assert not validator.is_valid(hit)
        assert not validator.is_valid([{key: hit[key] for key in hit if key != "via"}])
        assert not validator.is_valid([changed(hit, certainty="sure")])
        assert not validator.is_valid([changed(hit, line="31")])
        assert not validator.is_valid([changed(hit, scholars=[{"id": "ann"}])])


def test_a_schema_tells_what_a_key_is_for() -> None:
    claim = of_output("show")["$defs"]["claim"]["properties"]
    assert claim["quote_source"]["description"] == "id of that text; null without a quote"


def test_one_list_has_a_schema_of_its_own() -> None:
    keys = of_output("list tags")["$defs"]["listed-tag"]["required"]
    assert keys == ["id", "claims"]
    assert len(of_output("list")["anyOf"]) > 10


def test_the_contract_comes_with_the_wheel() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"docs/json.md" = "claimcli/schemas/json.md"' in text
