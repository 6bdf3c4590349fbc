"""The tables of a CLDF dataset, and the metadata that describe them (CSVW)."""

from __future__ import annotations

from typing import Any, NamedTuple

from claimcli.answers.views import View

_TERMS = "http://cldf.clld.org/v1.0/terms.rdf#"


class Column(NamedTuple):
    """A column: the property of CLDF that it has, if any, and the table that it refers to."""

    name: str
    property: str = ""
    datatype: Any = "string"
    refers: str = ""
    separator: str = ""


class Table(NamedTuple):
    """A table by its file, the component of CLDF that it is, if any, and what it has."""

    url: str
    component: str
    says: str
    columns: tuple[Column, ...]


_ID = Column("ID", "id", {"base": "string", "format": r"[a-zA-Z0-9_\-]+"})
_NAME = Column("Name", "name")
_DESCRIPTION = Column("Description", "description")
_COMMENT = Column("Comment", "comment")
_SOURCE = Column("Source", "source", separator=";")
_QUESTION = Column("Parameter_ID", "parameterReference", refers="questions.csv")

TABLES = (
    Table(
        "values.csv",
        "ValueTable",
        "Who holds which stance on a question, by which claim. Source: the works from the holder's "
        "own outward, of which the last was read.",
        (
            _ID,
            Column("Language_ID", "languageReference", refers="holders.csv"),
            _QUESTION,
            Column("Value", "value"),
            Column("Code_ID", "codeReference", refers="stances.csv"),
            *(_COMMENT, _SOURCE, Column("Claim_ID", refers="claims.csv")),
        ),
    ),
    Table(
        "holders.csv",
        "LanguageTable",
        "Holders of claims, who stand here where CLDF has languages. Kind: person, group or "
        "anonymous, who are scholars; unnamed, a reporter's phrase; contemporary, of the time.",
        (_ID, _NAME, Column("Kind"), Column("School")),
    ),
    Table("questions.csv", "ParameterTable", "Contested questions.", (_ID, _NAME, _DESCRIPTION)),
    Table(
        "stances.csv", "CodeTable", "Answers to a question.", (_ID, _QUESTION, _NAME, _DESCRIPTION)
    ),
    Table(
        "claims.csv",
        "",
        "Every claim, in the recorder's words. Second_Hand: read in another's work; Unclear: "
        "fields that are the recorder's judgement.",
        (
            _ID,
            *map(Column, ("Statement", "Quote", "Certainty", "Period")),
            *(Column("Second_Hand", datatype="boolean"), Column("Unclear", separator=" ")),
            *(_COMMENT, _SOURCE),
        ),
    ),
)


def metadata(corpus: View) -> dict[str, Any]:
    """What describes the dataset of a corpus."""
    told = {
        "dc:title": corpus["title"],
        "dc:description": corpus["about"],
        "dc:license": corpus["licence"],
        "dc:identifier": corpus["revision"],
    }
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:conformsTo": f"{_TERMS}StructureDataset",
        "dc:source": "sources.bib",
        "rdf:ID": corpus["id"],
        **{key: value for key, value in told.items() if value},
        "prov:wasGeneratedBy": [{"dc:title": "claimcli", "dc:description": corpus["claimcli"]}],
        "dialect": {"commentPrefix": None},
        "tables": list(map(_table, TABLES)),
    }


def _table(table: Table) -> dict[str, Any]:
    keys = [column for column in table.columns if column.refers]
    component = {"dc:conformsTo": f"{_TERMS}{table.component}"} if table.component else {}
    return {
        "url": table.url,
        **component,
        "dc:description": table.says,
        "tableSchema": {
            "columns": list(map(_column, table.columns)),
            "primaryKey": ["ID"],
            "foreignKeys": list(map(_foreign_key, keys)),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {"name": column.name, "datatype": column.datatype}
    if column.property:
        described["propertyUrl"] = f"{_TERMS}{column.property}"
    if column.separator:
        described["separator"] = column.separator
    return {**described, "required": True} if column.name in _REQUIRED else described


_REQUIRED = ("ID", "Language_ID", "Parameter_ID")


def _foreign_key(column: Column) -> dict[str, Any]:
    reference = {"resource": column.refers, "columnReference": ["ID"]}
    return {"columnReference": [column.name], "reference": reference}
