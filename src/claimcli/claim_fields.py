"""The fields of a claim in a file: one table, which all feeds from that has to know them.

Reading takes from it what may be written, the index and the search which fields are texts, and
docs/format.md what each field means. What is published, shown and asked for with `--fields` is
every field that `model.Claim` has. A new field is a line here and one there.
"""

from __future__ import annotations

from typing import NamedTuple


class ClaimField(NamedTuple):
    """One field.

    Args:
        name: the key in YAML and in JSON, and the attribute of `model.Claim`.
        value: what kind of value it takes: one of `corpus.schema.READERS`.
        meaning: what it is for, a cell of a table in Markdown.
        is_required: whether each claim has it.
        can_be_unclear: whether it may be the recorder's judgement.
        weight: of a text that is searched word by word, how much a word in it counts (bm25);
            such a text has a column of its own in the index, and `name:word` asks for it.
    """

    name: str
    value: str
    meaning: str
    is_required: bool = False
    can_be_unclear: bool = True
    weight: float | None = None


CLAIM_FIELDS = (
    ClaimField("id", "id", "required", is_required=True, can_be_unclear=False),
    ClaimField(
        "stance",
        "text",
        "required in a question: one of its stances; or `none`, said outright, for a claim on the "
        "question that takes no side",
    ),
    ClaimField(
        "scholars",
        "scholars",
        'required: who holds it, that is, whom the sentence makes speak. "X held": X. A bare '
        "reference after a statement: the writer speaks, and the works are his `basis`. Several: "
        "together in the cited work",
        is_required=True,
    ),
    ClaimField(
        "statement",
        "text",
        "required: in the recorder's own words, one sentence, without its holder",
        is_required=True,
        weight=4.0,
    ),
    ClaimField(
        "citation",
        "work",
        "the holder's own work: `source`, `locator` (free text). Absent where no work is named; "
        "never the reporter's work",
    ),
    ClaimField(
        "via",
        "works",
        "how it reached the recorder when the holder's work was not read: works from the holder "
        "outward, the last is the one read. `citation` or `via` is required",
    ),
    ClaimField(
        "quote",
        "text",
        "a short verbatim phrase of the text that was read; `[…]` for an omission, `[words]` for "
        "what the recorder puts in",
        weight=3.0,
    ),
    ClaimField(
        "words", "words", "whose words the quote is: `holder` where the reporter quotes the holder"
    ),
    ClaimField("translation", "text", "of the quote, by the recorder", weight=1.5),
    ClaimField(
        "certainty",
        "certainty",
        "the holder's firmness as worded: `asserted`, `argued`, `probable`, `conjectured`. Left "
        "out for a reported view unless the report gives it",
    ),
    ClaimField(
        "period",
        "text",
        "the time the claim speaks of (EDTF level 0-1: `1125`, `1125/1142`, `1120~`, `11XX`)",
    ),
    ClaimField("basis", "grounds", "what the holder rests it on: `{source, locator}` or `{claim}`"),
    ClaimField(
        "relations",
        "relations",
        "the holder's own act: `{disputes: X}`, `{qualifies: X}`, `{revises: X}`, X a claim or "
        "`question/stance`",
    ),
    ClaimField(
        "answers",
        "answers",
        "further `question/stance` that the statement, read alone, also answers",
    ),
    ClaimField(
        "unclear",
        "fields",
        "fields that are the recorder's judgement; then `note` says why",
        can_be_unclear=False,
    ),
    ClaimField("tags", "tags", "free words to find it by"),
    ClaimField("recorded", "stamp", "`{by, date}`: who made the record"),
    ClaimField("checked", "stamp", "`{by, date}`: who held it against the text"),
    ClaimField("note", "text", "free", can_be_unclear=False, weight=1.0),
)
"""The fields, in the order in which a problem with them is told."""

FieldPath = tuple[str, ...]

REFERENCES: dict[str, tuple[FieldPath, ...]] = {
    "scholar": (("scholars", "*"),),
    "source": (("citation", "source"), ("via", "*", "source"), ("basis", "*", "source")),
    "claim": (("basis", "*", "claim"), ("relations", "*", "*")),
    "question": (("answers", "*"), ("relations", "*", "*")),
    "stance": (("answers", "*"), ("relations", "*", "*")),
    "name": (),
}
"""The fields that refer to a record of a kind; `*` is each item, or each key.

A question is meant there as the first half of `question/stance`.
"""

PROSE = {field.name: field.weight for field in CLAIM_FIELDS if field.weight is not None}
"""The texts of a claim that are searched word by word, and how much a word in each counts."""
