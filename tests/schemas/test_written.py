"""The schema of files takes what `check` takes, and refuses what is wrong within a record."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import CORPORA, ROOT, Run, cases

from claimcli.claim_fields import CLAIM_FIELDS
from claimcli.corpus.files import files_of
from claimcli.schemas.dialect import in_draft_07
from claimcli.schemas.written import RECORDS, of_files

jsonschema = pytest.importorskip("jsonschema", reason="not in this environment yet")

EXAMPLES = ROOT / "src" / "claimcli" / "checks" / "examples"
CHECKER = str(Path(sys.executable).with_name("check-jsonschema"))

REFUSED = (
    *("E121", "E201", "E203", "E204", "E205", "E206", "E207", "E208", "E209"),
    *("E210", "E211", "E212", "E214", "E216"),
)
"""What is wrong within one record, or with the keys of its file."""


class Loader(yaml.SafeLoader):
    """YAML as a validator reads it, with dates as texts."""


Loader.yaml_implicit_resolvers = {
    first: [found for found in resolvers if found[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


def refused(value: Any) -> list[str]:
    """What the schema says against it, in both drafts the same."""
    latest = [one.message for one in jsonschema.Draft202012Validator(of_files()).iter_errors(value)]
    older = list(jsonschema.Draft7Validator(in_draft_07(of_files())).iter_errors(value))
    assert len(latest) == len(older)
    return latest


@pytest.mark.slow
def test_it_is_a_schema_of_both_drafts() -> None:
    jsonschema.Draft202012Validator.check_schema(of_files())
    jsonschema.Draft7Validator.check_schema(in_draft_07(of_files()))


def good_files() -> Iterable[Path]:
    return (
        *(ROOT / "claims").rglob("*.yaml"),
        *(path for path in CORPORA.rglob("*.yaml") if "bad" not in path.parts),
        *(EXAMPLES / "mended").glob("*.yaml"),
    )


@pytest.mark.slow
def test_what_check_takes_is_taken() -> None:
    validator = jsonschema.Draft202012Validator(of_files())
    found = {
        str(path): [one.message for one in validator.iter_errors(loaded(path))]
        for path in good_files()
    }
    assert len(found) > 100
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@cases("code", REFUSED)
def test_what_is_wrong_in_a_record_is_refused(code: str) -> None:
    assert refused(loaded(EXAMPLES / "wrong" / f"{code}.yaml")) != []


@cases("value", [1125, "1125", 11.5, True, "12:30", None])
def test_a_text_may_be_typed_as_a_number_or_a_truth_value(value: Any) -> None:
    claim = {"id": "a", "scholars": ["b"], "statement": "So.", "citation": {"source": "c"}}
    assert refused({"claims": [{**claim, "period": value}]}) == []
    assert refused({"claims": [{**claim, "statement": value, "note": value}]}) == []


@cases(
    "date",
    [
        *(1975, "1975", "1975-05", "-0043", {"date-parts": [[1975]]}, {"date-parts": [["1975"]]}),
        *([{"year": 2016}], {"year": 2016, "month": 5}, {"literal": "n.d."}, [{"raw": "c. 1900"}]),
        {"date-parts": [[1975, 5], [1976, 1]], "circa": True},
    ],
)
def test_dates_in_every_form_of_csl(date: Any) -> None:
    assert refused({"references": [{"id": "a", "type": "book", "issued": date}]}) == []


@cases("key", ["vogel_cinema_2016", "aristotle:rhetoric", "Kim2013", "金史", 2013])
def test_citation_keys_are_ids_of_sources(key: Any) -> None:
    assert refused({"references": [{"id": key, "type": "book"}]}) == []


@cases("key", ["a b", "DBLP:conf/x", "-a", "a.", ""])
def test_what_is_no_citation_key_is_refused(key: str) -> None:
    assert refused({"references": [{"id": key, "type": "book"}]}) != []


def test_every_field_says_what_it_is_for() -> None:
    for key, (shape, meanings) in RECORDS.items():
        lacking = shape.fields.keys() - meanings if key != "references" else ()
        assert (key, set(lacking), meanings.keys() - shape.fields.keys()) == (key, set(), set())


def test_a_field_of_a_claim_is_described_as_in_the_table() -> None:
    claim = of_files()["properties"]["claims"]["items"]["properties"]
    assert list(claim) == [field.name for field in CLAIM_FIELDS]
    assert [one["description"] for one in claim.values()] == [f.meaning for f in CLAIM_FIELDS]


def checked(schema: Path, files: Iterable[Path]) -> tuple[int, str]:
    """What check-jsonschema says of files, as a team's CI would run it."""
    command = [CHECKER, "--schemafile", str(schema), *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--draft-07",), ("--with-ids",)])
def test_the_shipped_corpus_validates(tmp_path: Path, run: Run, options: tuple[str, ...]) -> None:
    schema, corpus = tmp_path / "schema.json", ROOT / "claims"
    ran = run("schema", "corpus", *options, "--corpus", str(corpus), "-o", str(schema))
    assert ran.code == 0, ran.err
    assert checked(schema, corpus.rglob("*.yaml")) == (0, "ok -- validation done\n")
    question = (corpus / "questions" / "who-started-war.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text(question.replace("scholars: [vorobev]", "scholar: [vorobev]"), "utf-8")
    assert checked(schema, [broken])[0] == 1


@pytest.mark.slow
def test_a_corpus_that_is_begun_validates(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("init", "quarrel")
    run("schema", "--out", "schema.json")
    files = [tmp_path / "quarrel" / file for file in files_of(tmp_path / "quarrel").files]
    assert len(files) > 4
    assert checked(tmp_path / "schema.json", files)[0] == 0


def test_ids_are_those_of_the_corpus(small: Path, run: Run) -> None:
    validator = jsonschema.Draft202012Validator(
        json.loads(run("schema", "corpus", "--with-ids").out)
    )
    claim = {"id": "new", "stance": "none", "scholars": ["ann"], "statement": "So.", "note": 1}
    claim |= {"citation": {"source": "archer-2000"}}

    def is_taken(question: str = "who-began", **fields: Any) -> bool:
        file = {"id": question, "question": "?", "claims": [{**claim, **fields}]}
        return bool(validator.is_valid(file))

    assert is_taken()
    assert is_taken(stance="easton-began", relations=[{"disputes": "who-began/easton-began"}])
    assert is_taken(basis=[{"claim": "archer-2000-debate"}], answers=["who-began/weston-began"])
    assert is_taken("a-new-question", stance="of-it")
    assert not is_taken("why", stance="easton-began")
    assert not is_taken(stance="of-no-question")
    assert not is_taken(scholars=["nobody-known"])
    assert not is_taken(citation={"source": "ann"})
    assert not is_taken(relations=[{"disputes": "ann"}])
    assert not is_taken(answers=["who-began"])


@cases(
    ("arguments", "message"),
    [
        (("serach",), "no schema 'serach'; did you mean 'search'?"),
        (("list", "tag"), "no schema 'list tag'; did you mean 'list tags'?"),
        (("search", "--with-ids"), "--with-ids goes with `claimcli schema corpus`"),
        (("corpus", "--out", "no/where.json"), "there is no directory no"),
    ],
)
def test_what_there_is_no_schema_of(run: Run, arguments: tuple[str, ...], message: str) -> None:
    ran = run("schema", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
