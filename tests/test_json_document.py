"""docs/json.md is complete: what the commands print is what its tables say, and all of it.

A table gives the keys of an object, their types, and of a word every value that it can have. What
is printed is read against the tables: each key must be in them, and each key, type and value of
the tables must be printed by one of the command lines here. A new command needs a line here, too.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from debating import FILES as DEBATED
from debating import crowd
from repositories import repository
from storing import write
from support import CORPORA, ROOT, Run, cases
from workbooks import ods, xlsx

from claimcli.answers.cite import STYLES
from claimcli.answers.coverage import Coverage
from claimcli.answers.grouping import GROUPINGS
from claimcli.answers.list import LISTED
from claimcli.answers.marks import KNOWN
from claimcli.checks.catalogue import CATALOGUE, FAMILIES
from claimcli.cli.main import COMMANDS
from claimcli.imports.foreign import Loss
from claimcli.imports.known_formats import FORMATS
from claimcli.model import CLAIM_CERTAINTIES, NAME_KINDS, RELATION_TYPES, SCHOLAR_KINDS
from claimcli.problems import Severity
from claimcli.quotes import Status
from claimcli.schemas.contract import Key, keys_below_headings, printed_types, slug
from claimcli.schemas.printed import of_line, of_output

DOCUMENT = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")

SHIPPED = ROOT / "claims"
SMALL = CORPORA / "small"
HELD = CORPORA / "held"
BROKEN = CORPORA / "bad" / "E301-to-E305"

RARE = """\
title: What the other corpora have no example of
format: 1
scholars:
- {id: ann, name: Ann, kind: person, names: [{value: Anna}]}
- {id: bob, name: Bob, kind: person}
- {id: guild, name: The guild, kind: group}
- {id: nobody, name: Nobody, kind: no kind of scholar}
references:
- id: annals
  type: book
  author: [{literal: The guild}, {family: Archer, given: Ann}]
  editor: [{family: Smith}]
  issued: '1990'
  original-date: '-0043'
- {id: letters, type: book, author: [{family: Doe}], issued: '1995'}
- {id: tolls, type: book, title: Tolls, issued: '1980'}
- {id: report, type: book, author: [{family: Archer, given: Ann}]}
drafts:
- id: tolls-p5
  quote: tolls were raised
  source: tolls
  locator: p. 5
  comment: Who says so?
  tags: [yellow]
  answers: [why]
  from: zotero ABCD1234
- {id: a-thought, comment: Look at the tolls., note: Later.}
- {id: a-passage, quote: Tolls rose.}
names:
- {id: ford, name: The Ford, kind: place, spellings: [{value: Furt}], note: A ford.}
id: whose
question: Whose was the ford?
ordered: true
stances:
  ours: {label: Ours, meaning: It was ours., note: As they said.}
  theirs: {label: Theirs}
claims:
- id: guild-ours
  stance: ours
  scholars: [guild]
  statement: The ford was the guild's.
  citation: {source: annals}
  via: [{source: letters}, {source: report}]
  quote: ein für allemal
  words: holder
  translation: once and for all
  basis: [{source: tolls}]
  relations: [{qualifies: ann-theirs}, {revises: whose/theirs}, {disputes: lost}]
  recorded: {by: Olga}
  checked: {by: Ivan, date: '2026-04-02'}
- id: ann-theirs
  stance: theirs
  scholars: [ann, bob]
  statement: It was theirs.
  citation: {source: report, locator: p. 1}
  quote: It was … für allemal
  recorded: {by: Olga}
- id: ann-theirs-again
  stance: theirs
  scholars: [ann, bob]
  statement: The ford was theirs.
  citation: {source: report, locator: p. 1}
  relations: [{disputes: guild-ours}]
  recorded: {by: Ivan}
- {id: s1, stance: ours, scholars: [stranger], statement: So it was., citation: {source: tolls}}
- {id: s2, stance: theirs, scholars: [stranger], statement: Not so., citation: {source: tolls}}
- id: ann-ours
  stance: ours
  scholars: [ann]
  statement: They held it together.
  citation: {source: report, locator: p. 2}
  recorded: {by: Olga}
- id: ann-ours-again
  stance: ours
  scholars: [ann]
  statement: Both held the ford.
  citation: {source: report, locator: p. 2}
  quote: They kept it […] gladly
  recorded: {by: Ivan}
"""
REPORT = (
    "It was theirs ein für allemal (Doe 1995; “Tolls” 1980; Nobody et al., n.d.). "
    "They kept it, though not gladly."
)
"""The text of `report`, which does not tell its pages."""


SCALARS = {"string": (str,), "word": (str,), "integer": (int,), "number": (int, float)}


class Reader:
    """Reads what is printed against the tables.

    `complaints` are what the tables do not say. `met` are the keys that were printed, as heading,
    name and what was there: `null`, or `something`, which an empty list is not. `values` are the
    words that stood there.
    """

    def __init__(self) -> None:
        self.shapes = keys_below_headings()
        self.complaints: list[str] = []
        self.met: set[tuple[str, str, str]] = set()
        self.values: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.reached: set[str] = set()

    def read(self, value: Any, type: str, path: str, key: Key | None = None) -> None:
        whole, _, nullable = type.partition(" or ")
        if key and value not in ([], {}):
            self.met.add((key.of, key.name, "null" if value is None else "something"))
        if value is None and nullable == "null":
            return
        kind, _, part = whole.partition(" of ")
        if kind == "array" and isinstance(value, list):
            for item in value:
                self.read(item, part, f"{path}[]", key)
        elif kind == "object" and isinstance(value, dict):
            for item in value.values() if part else ():
                self.read(item, part, f"{path}{{}}", key)
        elif whole.startswith("[") and isinstance(value, dict):
            self._read_shape(value, whole.partition("#")[2].rstrip(")"), path)
        elif isinstance(value, bool) if whole == "boolean" else self._is_scalar(value, whole):
            if key and whole == "word":
                self._read_word(value, key, path)
        else:
            self.complaints.append(f"{path} is {value!r:.60}, and documented as {type}")

    def _is_scalar(self, value: Any, type: str) -> bool:
        return isinstance(value, SCALARS.get(type, ())) and not isinstance(value, bool)

    def _read_shape(self, view: Mapping[str, Any], heading: str, path: str) -> None:
        shape = self.shapes[heading]
        self.reached.update({heading, *(key.of for key in shape.values())})
        self.complaints += [f"{path}.{name} is not documented" for name in view.keys() - shape]
        self.complaints += [f"{path}.{name} is not printed" for name in shape.keys() - view]
        for name in shape.keys() & view:
            self.read(view[name], shape[name].type, f"{path}.{name}", shape[name])

    def _read_word(self, word: str, key: Key, path: str) -> None:
        self.values[key.of, key.name].add(word)
        if word not in key.words:
            self.complaints.append(f"{path} is {word!r}, which is not listed")


@pytest.fixture
def rare(tmp_path: Path) -> Path:
    (tmp_path / "rare").mkdir()
    (tmp_path / "rare" / "corpus.yaml").write_text(RARE, encoding="utf-8")
    (tmp_path / "rare" / "empty.yaml").touch()
    (tmp_path / "rare" / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path / "rare"


Lines = dict[str, list[tuple[Path, str]]]


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A corpus of which git knows; everything that a corpus can say of itself."""
    said = "title: T\nabout: A\nlicence: CC0-1.0\nnote: N\nformat: 1\n"
    return repository(tmp_path / "committed", {"corpus.yaml": said})


@pytest.fixture
def grown(tmp_path: Path) -> Path:
    """A corpus in which everything has changed since it was committed."""
    of_a_kind = {
        "corpus.yaml": "title: T\n",
        "a.yaml": "id: a\nquestion: A?\nstances: {x: {label: X}}\n",
        "b.yaml": """\
scholars: [{id: ann, name: Ann, kind: person}, {id: bob, name: Bob, kind: person}]
references: [{id: w, type: book, title: W}]
names: [{id: n, name: N, kind: place}]
drafts: [{id: d, quote: Q, source: w}]
claims: [{id: c, scholars: [ann], statement: So., citation: {source: w}, note: Sure.}]
""",
    }
    corpus = repository(tmp_path / "grown", of_a_kind)
    for file, old, new in (
        ("corpus.yaml", "T", "U"),
        ("a.yaml", "A?", "B?"),
        ("a.yaml", "X", "Y"),
        ("b.yaml", "id: bob", "id: rob"),
        ("b.yaml", "title: W", "title: V"),
        ("b.yaml", "name: N", "name: M"),
        ("b.yaml", "quote: Q", "quote: R"),
        ("b.yaml", ", note: Sure.", ", tags: [x]"),
        ("b.yaml", "id: ann, name: Ann", "id: eve, name: Eve"),
        ("b.yaml", "[ann]", "[eve]"),
    ):
        text = (corpus / file).read_text(encoding="utf-8")
        (corpus / file).write_text(text.replace(old, new), encoding="utf-8")
    return corpus


@pytest.fixture
def debated(tmp_path: Path) -> Path:
    """A corpus that a report has something of every kind to tell of, and a question of many."""
    write(tmp_path / "debated", {**DEBATED, **crowd(21)})
    return tmp_path / "debated"


@pytest.fixture
def checked(tmp_path: Path) -> Path:
    """A corpus that somebody checked: one claim, and the text of another, changed since."""
    corpus = repository(
        tmp_path / "checked",
        {
            "corpus.yaml": """\
title: T
format: 1
scholars: [{id: ann, name: Ann, kind: person}]
references: [{id: ann-1950, type: book, title: W, author: [{literal: Ann}]}]
""",
            "who.yaml": """\
id: who
question: Who?
stances: {x: {label: X}}
claims:
- id: a
  stance: x
  scholars: [ann]
  statement: So.
  citation: {source: ann-1950}
  checked: {by: Olga}
- id: b
  stance: x
  scholars: [ann]
  statement: Not so.
  citation: {source: ann-1950}
  quote: not there
  checked: {by: Olga}
""",
            "ann-1950.txt": "There is something else in it.",
        },
    )
    text = (corpus / "who.yaml").read_text(encoding="utf-8")
    changed = text.replace("statement: So.", "statement: Thus.\n  certainty: argued")
    changed = changed.replace("{source: ann-1950}\n  ch", "{source: ann-1950}\n  quote: so\n  ch")
    (corpus / "who.yaml").write_text(changed, encoding="utf-8")
    return corpus


@pytest.fixture
def doubled(tmp_path: Path) -> Path:
    """A corpus that several people recorded and read, and in which they differ."""
    of_two = "  scholars: [ann]\n  statement: So.\n"
    records = (
        ("c1", "x", "{source: w}", "  quote: one\n"),
        ("c2", "x", "{source: w, locator: p. 2}", "  recorded: {by: Olga}\n  note: Hm.\n"),
        ("c3", "y", "{source: w, locator: p. 2}", "  recorded: {by: Ivan}\n"),
        ("c4", "x", "{source: w, locator: p. 4}", "  quote: four\n  recorded: {by: Olga}\n"),
        ("c5", "y", "{source: w, locator: p. 4}", "  quote: four\n  note: Hm.\n"),
    )
    readings = (("one", "Petr", "y", "  comment: Why?\n"), ("one", "Rita", "none", ""))
    files = {
        "corpus.yaml": """\
title: T
format: 1
scholars: [{id: ann, name: Ann, kind: person}]
references: [{id: w, type: book, title: W, author: [{literal: Ann}]}]
""",
        "a.yaml": "id: a\nquestion: A?\nordered: true\n"
        "stances: {x: {label: X}, y: {label: Y}}\nclaims:\n"
        + "".join(
            f"- id: {id}\n  stance: {stance}\n{of_two}  citation: {cited}\n{more}"
            for id, stance, cited, more in records
        ),
        "b.yaml": "id: b\nquestion: B?\nordered: true\nstances: {x: {label: X}}\n",
        "readings.yaml": "drafts:\n"
        + "".join(
            f"- id: {by.lower()}-{words}\n  quote: {words}\n  source: w\n{why}"
            f"  answers: [a/{stance}]\n  from: blind reading of ann by {by}, 2026-03-01\n"
            for words, by, stance, why in (*readings, ("four", "Petr", "x", ""))
        ),
    }
    write(tmp_path / "doubled", files)
    return tmp_path / "doubled"


LIBRARIES = {
    "library.txt": """\
@book{annals, author = {Archer, A.}, title = {Annals}, file = {a.pdf}, publisher = {P}}
@book{other, author = {Archer, A. and {The Guild} and Doe, J.}, title = {Other}}
@book{same, title = {Same}}
@book{, title = {Without a key}, foo = {bar}}
@book{broken, title = {""",
    "library.json.txt": '[{"id": "a", "type": "book"}]',
    "library.yaml.txt": "references:\n- {id: a, type: book}\n",
    "library.ris.txt": "TY  - BOOK\nER  - \n",
    "zotero.txt": """[
{"key": "A", "itemType": "annotation", "annotationText": "tolls", "annotationPageLabel": "5",
 "annotationComment": "why?", "parentItem": "B", "tags": [{"tag": "toll"}]},
{"key": "B", "itemType": "book", "citationKey": "annals", "title": "Annals"}]""",
    "hypothesis.txt": """{"rows": [{"uri": "https://x.org", "target": [{"selector": [
{"type": "TextQuoteSelector", "exact": "tolls"}]}]}]}""",
    "readwise.txt": "Highlight,Book Title,Note\n,,Only a note\n",
    "notes.txt": "> Nobody knows this.\n",
    "map.txt": "toll: whose\n",
    "table.csv.txt": """\
question,stance,statement,holder,source
Whose?,b,It is theirs.,Ann Archer,annals
Why?,a,Because.,Ann Archer,annals
,,It is old.,Ann Archer,annals
""",
    "table.tsv.txt": "name\tkind\tspellings\nThe ford\tplace\tFord\n",
    "table.jsonl.txt": '{"statement": "It is old.", "scholars": ["ann"], "source": "annals"}\n',
}
_ROWS = [("statement", "holder", "source"), ("It is old.", "Ann Archer", "annals")]
WORKBOOKS = {"table.xlsx": xlsx({"Claims": _ROWS}), "table.ods": ods({"Claims": _ROWS})}


@pytest.fixture
def libraries(tmp_path: Path) -> Path:
    """A corpus with foreign files beside it."""
    corpus = {
        "corpus.yaml": """\
title: Own
format: 1
scholars: [{id: ann, name: Ann Archer, kind: person}]
references:
- {id: annals, type: book, title: The Annals, author: [{family: Archer, given: Ann}]}
- {id: same, type: book, title: Same}
""",
        "whose.yaml": "id: whose\nquestion: Whose?\nstances: {a: {label: A}}\n",
    }
    write(tmp_path / "libraries", {**corpus, **LIBRARIES})
    for name, content in WORKBOOKS.items():
        (tmp_path / "libraries" / name).write_bytes(content)
    return tmp_path / "libraries"


@pytest.fixture
def lines(
    rare: Path,
    committed: Path,
    debated: Path,
    libraries: Path,
    grown: Path,
    checked: Path,
    doubled: Path,
) -> Lines:
    """For each command of the document command lines, after the `{corpus}` that each reads."""
    every = (SHIPPED, SMALL, HELD, BROKEN, rare, doubled)
    grouped = [
        *((SMALL, f"--question who-began --by {by}") for by in GROUPINGS),
        (rare, "--question whose --by decade"),
    ]
    compared = [
        (SMALL, "--question who-began"),
        (SHIPPED, "--question who-started-war"),
        (BROKEN, "--question who"),
        (rare, "--question whose"),
    ]
    juxtaposed = [
        (SHIPPED, "--scholar kim --scholar vorobev"),
        (SMALL, "--scholar ann --scholar boris --scholar chronicler"),
        (rare, "--scholar guild --scholar ann"),
        (rare, "--scholar guild --scholar bob"),
        (debated, "--scholar ann --scholar bob"),
    ]
    shown = {
        "a claim": [
            (SHIPPED, "vorobev-1975-both-wanted"),
            (SMALL, "vorobev-1975-easton"),
            (SMALL, "archer-2000-bridge-was-shared"),
            (BROKEN, "vorobev-truce"),
            (rare, "ann-theirs"),
        ],
        "a scholar": [(SHIPPED, "vorobev"), (SMALL, "archer-2000-many"), (rare, "ann")],
        "a source": [(SHIPPED, "kim-2013"), (SMALL, "chronicle"), (rare, "annals")],
        "a question": [(SHIPPED, "who-started-war"), (SMALL, "why"), (rare, "whose")],
        "a name": [(SHIPPED, "jurchen"), (SMALL, "easton"), (rare, "ford")],
        "a draft": [(rare, "tolls-p5"), (rare, "a-thought"), (rare, "a-passage")],
    }
    drawn_alone = ("a claim", "a draft")
    others = [line for kind, found in shown.items() if kind not in drawn_alone for line in found]
    return {
        "`search`": [
            *((corpus, "search") for corpus in every),
            *((SMALL, f"search {words}") for words in SEARCHES),
            (SHIPPED, "search Воробьев execution"),
            (rare, "search once"),
        ],
        "`compare`": [(corpus, "compare") for corpus in every],
        "`compare --question ID`": [
            (corpus, f"compare {line}") for corpus, line in (*compared, *grouped)
        ],
        "`compare --question ID --figure matrix`": [
            (corpus, f"compare {line} --figure matrix") for corpus, line in (*compared, *grouped)
        ],
        **{
            f"`compare --question ID --figure {figure}`": [
                (corpus, f"compare {line} --figure {figure}") for corpus, line in compared
            ]
            for figure in ("chains", "replies")
        },
        "`compare --scholar ID --scholar ID`": [
            (corpus, f"compare {line}") for corpus, line in juxtaposed
        ],
        **{
            f"`show ID` of {kind}": [(corpus, f"show {id}") for corpus, id in found]
            for kind, found in shown.items()
        },
        "`show corpus`": [(corpus, "show corpus") for corpus in (committed, BROKEN, rare)],
        **{f"`list {kind}`": [(corpus, f"list {kind}") for corpus in every] for kind in LISTED},
        "`cite ID`": [(SMALL, f"cite who-began archer-2000 --style {style}") for style in STYLES],
        "`report QUESTION`": [
            (SMALL, "report who-began why"),
            (SHIPPED, "report who-started-war did-song-want-war"),
            (BROKEN, "report who"),
            (rare, "report whose --date 2026-11-29"),
            *((debated, f"report {ids}") for ids in ("who", "wider", "crowd")),
        ],
        "`verify`": [(corpus, "verify --texts {corpus}") for corpus in (HELD, rare)],
        "`review`": [
            (HELD, "review toll-was-high"),
            (rare, "review"),
            (checked, "review --texts {corpus}"),
        ],
        "`review --blind`": [
            (corpus, "review --blind --by Otto") for corpus in (HELD, rare, doubled)
        ],
        "`coverage TEXT --source ID`": [
            (HELD, "coverage {corpus}/archer-2000.txt --source archer-2000"),
            (rare, "coverage {corpus}/report.txt --source report"),
        ],
        "`import FILE`": [
            *(
                (libraries, f"import {{corpus}}/{file} --dry-run --map {{corpus}}/map.txt")
                for file in (*LIBRARIES, *WORKBOOKS)
                if file != "map.txt"
            ),
            (libraries, "import {corpus}/library.txt --scholars --update"),
        ],
        "`diff REV`": [(grown, "diff HEAD"), (SMALL, "diff HEAD")],
        "`check`": [(corpus, "check") for corpus in every],
        "`check --explain CODE`": [(SMALL, f"check --explain {code}") for code in CATALOGUE],
        "`compare --question ID --format jsonl`": [
            (corpus, f"compare {line} --format jsonl") for corpus, line in compared
        ],
        "`compare --question ID --by GROUPING --format jsonl`": [
            (corpus, f"compare {line} --format jsonl") for corpus, line in grouped
        ],
        "`compare --scholar ID --scholar ID --format jsonl`": [
            (corpus, f"compare {line} --format jsonl") for corpus, line in juxtaposed
        ],
        "`show ID --format jsonl` of a claim": [
            (corpus, f"show {id} --format jsonl") for corpus, id in shown["a claim"]
        ],
        "`show ID --format jsonl` of a draft": [
            (corpus, f"show {id} --format jsonl") for corpus, id in shown["a draft"]
        ],
        "`show ID --format jsonl` of another record": [
            (corpus, f"show {id} --format jsonl") for corpus, id in others
        ],
    }


SEARCHES = (
    *("Vorob'ev", "vorobev", "Vorobiev", "Борис", "quarel", "clos", "western", "moved", "later"),
    *("trade", "sense", "chronicle", "dawn", "certainty:argued", "stance:easton-began"),
    *("question:who-began", "id:chronicle-flood", "source:archer-2000", "via:archer-2000"),
)
"""Words that are found in every field and in every way."""


def read(reader: Reader, run: Run, command: str, lines: Iterable[tuple[Path, str]]) -> None:
    """Run command lines of one command and read what they print, also against its schema."""
    from jsonschema import Draft202012Validator  # for the slow tests alone

    type = printed_types()[command]
    name = command.split("`")[1].split()
    schema = of_line(command) if "jsonl" in command else of_output(name[0])
    validator = Draft202012Validator(schema)
    for corpus, line in lines:
        arguments = (part.format(corpus=corpus) for part in [*line.split(), "--corpus", "{corpus}"])
        if line.endswith("jsonl"):
            printed = [json.loads(row) for row in run(*arguments).out.splitlines()]
        else:
            printed = [run(*arguments, "--json").json]
        for value in printed:
            reader.read(value, type, line)
            validator.validate(value)


COMMANDS_WITH_JSON = tuple(printed_types())


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS_WITH_JSON)
def test_what_is_printed_is_documented(run: Run, lines: Lines, command: str) -> None:
    reader = Reader()
    read(reader, run, command, lines[command])
    assert not reader.complaints, "\n".join(sorted(set(reader.complaints)))


NO_JSON = {"cache", "site", "export", "init", "new", "edit", "schema", "skill", "mcp", "merge-file"}
"""Commands that print none."""


def test_every_command_is_documented_and_run(lines: Lines) -> None:
    assert sorted(lines) == sorted(COMMANDS_WITH_JSON)
    documented = {command.strip("`").split()[0] for command in lines}
    assert documented == COMMANDS.keys() - NO_JSON


@pytest.mark.slow
def test_what_is_documented_is_printed(run: Run, lines: Lines) -> None:
    reader = Reader()
    for command, some in lines.items():
        read(reader, run, command, some)
    documented = {key for shape in reader.shapes.values() for key in shape.values()}
    assert reader.shapes.keys() - reader.reached == set()
    states = {(key.of, key.name, "something") for key in documented}
    states |= {(key.of, key.name, "null") for key in documented if key.type.endswith(" or null")}
    assert not states - reader.met, sorted(states - reader.met)
    words = {key for key in documented if "word" in key.type.split()}
    unmet = {(key.of, key.name): set(key.words) - reader.values[key.of, key.name] for key in words}
    assert {at: values for at, values in unmet.items() if values and at not in CLOSED} == {}


CLOSED: dict[tuple[str, str], Iterable[str]] = {
    ("claim", "certainty"): CLAIM_CERTAINTIES,
    ("holder", "kind"): SCHOLAR_KINDS,
    ("shown-scholar", "kind"): SCHOLAR_KINDS,
    ("listed-scholar", "kind"): SCHOLAR_KINDS,
    ("holder-of-several-positions", "kind"): SCHOLAR_KINDS,
    ("shown-name", "kind"): NAME_KINDS,
    ("listed-name", "kind"): NAME_KINDS,
    ("relation", "type"): RELATION_TYPES,
    ("arrow", "type"): RELATION_TYPES,
    ("reply", "type"): RELATION_TYPES,
    ("answer-to-a-claim", "type"): RELATION_TYPES,
    ("chain", "known"): KNOWN[1:],  # what was read has no chain
    ("mark", "known"): KNOWN,
    ("cell", "known"): KNOWN,
    ("row-of-a-matrix", "kind"): SCHOLAR_KINDS,
    ("comparison", "by"): GROUPINGS,
    ("matrix-cell", "by"): GROUPINGS,
    ("written-citation", "style"): STYLES,
    ("verified-quote", "verdict"): Status,
    ("in-text-citation", "verdict"): Coverage,
    ("imported-file", "format"): FORMATS,
    ("remark", "loss"): Loss,
    ("problem", "severity"): Severity,
    ("code", "severity"): Severity,
    ("code", "family"): FAMILIES.values(),
}
"""The words that the program itself lists."""


@cases(("heading", "name"), CLOSED)
def test_a_closed_list_is_complete(heading: str, name: str) -> None:
    assert set(keys_below_headings()[heading][name].words) == set(map(str, CLOSED[heading, name]))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("line", ["search bridge", "list sources", "cite who-began"])
def test_json_lines_are_the_records_of_an_array(run: Run, line: str) -> None:
    rows = run(*line.split(), "--format", "jsonl").out.splitlines()
    assert [json.loads(row) for row in rows] == run(*line.split(), "--json").json


def test_every_link_leads_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.+)", DOCUMENT, re.MULTILINE)
    links = re.findall(r"\(#(.+?)\)", DOCUMENT)
    assert set(links) <= set(map(slug, headings))


def test_a_year_before_our_era(run: Run, rare: Path) -> None:
    (claim,) = run("search", "id:guild-ours", "--json", "--corpus", str(rare)).json
    assert (claim["year"], claim["citation"]["text"]) == (-43, "The guild and Archer [44 BCE] 1990")
    view = run("compare", "--question", "whose", "--by", "decade", "--json", "--corpus", str(rare))
    assert view.json["groups"][0]["key"] == "-40"
