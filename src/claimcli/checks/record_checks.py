"""2xx, records and their fields: what each record shows by itself, mostly while it is read."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.checks.check import Check, while_reading
from claimcli.checks.survey import Survey
from claimcli.corpus.findings import Finding, finding


def unprinted_variables(survey: Survey) -> Iterator[Finding]:
    """I219: what is recorded of a work, and stands in no form of its citation."""
    from claimcli.citations.variables import unprinted  # the layouts, which `--explain` spares
    from claimcli.corpus.csl import FIELDS

    for source in survey.reading.sources:
        for variable in unprinted(source):
            if variable in FIELDS:  # W215 speaks of others
                message = f"no citation of a work of type {source.type} prints `{variable}`"
                hint = "nothing is lost for other programs; if readers need it, say it in `note`"
                yield finding("I219", source, (variable,), message, hint, at_key=True)


CHECKS = (
    Check(
        code="E201",
        title="file with nothing of a corpus in it",
        explanation=(
            "What a file holds is told by its keys: claims, scholars, references, names, "
            "question, title. None of them is here."
        ),
        find=while_reading,
    ),
    Check(
        code="W202",
        title="empty file",
        explanation="The file holds nothing but white space and comments.",
        find=while_reading,
    ),
    Check(
        code="E203",
        title="unknown field",
        explanation=(
            "No record of this kind has a field of that name. It may be misspelled; what has no "
            "field of its own goes into `note`. Within { } a text with a comma stands in quotes: "
            "else what follows the comma is taken for a field."
        ),
        find=while_reading,
    ),
    Check(
        code="E204",
        title="field missing",
        explanation="A record cannot do without this field.",
        find=while_reading,
    ),
    Check(
        code="E205",
        title="wrong kind of value",
        explanation="A list stands where a text belongs, a text where a list belongs, or the like.",
        find=while_reading,
    ),
    Check(
        code="E206",
        title="not an id",
        explanation=(
            "Ids are written in small letters a-z and digits, in parts joined by single hyphens, "
            "so that they can be typed everywhere, and have 1,000 characters at most. `none` is no "
            "id of a stance."
        ),
        find=while_reading,
    ),
    Check(
        code="E207",
        title="empty text or list",
        explanation="A text in quotes with nothing in it, or a list that must name somebody.",
        find=while_reading,
    ),
    Check(
        code="E208",
        title="value that is not on the list",
        explanation=(
            "This field takes one of a few words. Text stays what was typed: `no` is not `false`."
        ),
        find=while_reading,
    ),
    Check(
        code="E209",
        title="basis without one ground",
        explanation=(
            "An entry of `basis` is either a source, with its locator, or another claim. Two "
            "grounds are two entries."
        ),
        find=while_reading,
    ),
    Check(
        code="E210",
        title="neither citation nor via",
        explanation=(
            "A claim says where it can be found: in the holder's own work (`citation`), or in "
            "the work that reports it (`via`)."
        ),
        find=while_reading,
    ),
    Check(
        code="E211",
        title="no stance on the question",
        explanation=(
            "Every claim in the file of a question takes one of its stances, or says outright "
            "that it takes none."
        ),
        find=while_reading,
    ),
    Check(
        code="E212",
        title="stance without a question",
        explanation="Stances belong to a question, and the file of this claim has none.",
        find=while_reading,
    ),
    Check(
        code="E213",
        title="id given twice",
        explanation=(
            "Records of all kinds share one namespace, so that an id alone is enough to show "
            "one. The first record in the order of files and lines keeps the id."
        ),
        find=while_reading,
    ),
    Check(
        code="E214",
        title="unknown format",
        explanation="The records are written in a format that this version does not read.",
        find=while_reading,
    ),
    Check(
        code="W215",
        title="no variable of CSL",
        explanation=(
            "Sources are CSL, which pandoc and Zotero read. They pass over a key that CSL 1.0.2 "
            "does not have, so what it says is lost to them."
        ),
        find=while_reading,
    ),
    Check(
        code="E216",
        title="no date of CSL",
        explanation=(
            "A date in sources is an EDTF string, or `date-parts`: a list of one date or two, "
            "each a list of year, month and day. As CSL counts, -44 is 44 BCE (in EDTF `-0043`), "
            "and `[0]` as the second date leaves the end open."
        ),
        find=while_reading,
    ),
    Check(
        code="W217",
        title="no type of CSL",
        explanation="Citation styles know a closed list of types; others come out as anything.",
        find=while_reading,
    ),
    Check(
        code="E218",
        title="corpus described twice",
        explanation="The title of a corpus and what goes with it stand in one file.",
        find=while_reading,
    ),
    Check(
        code="I219",
        title="recorded of a work, and never printed",
        explanation=(
            "CSL has more variables than a citation in the Chicago style shows, and a type of work "
            "uses but some. What is recorded here `claimcli cite` does not print; Zotero and "
            "pandoc, with another style, may."
        ),
        find=unprinted_variables,
    ),
)
