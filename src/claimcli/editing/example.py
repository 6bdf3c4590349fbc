"""The example of a new corpus taken out of it again, when it has been seen."""

from __future__ import annotations

from pathlib import Path

from claimcli.corpus.records import Reading
from claimcli.editing.initial import EXAMPLES, QUESTION
from claimcli.editing.plan import Change, Plan
from claimcli.editing.references import LIST_OF
from claimcli.editing.removing import without_record
from claimcli.errors import ClaimcliError

_OWN = "example-"
"""How the ids of the example begin."""


def without_example(root: Path, reading: Reading) -> Plan:
    """The plan by which the example question goes with its file, its scholars and its works.

    What of it is not there any more is passed over. Raises where nothing is there, and where the
    question has claims that are none of the example's.
    """
    question = next((one for one in reading.questions if one.id == QUESTION), None)
    held = [claim for claim in reading.claims if claim.question == QUESTION]
    others = [claim.id for claim in held if not claim.id.startswith(_OWN)]
    if question and others:
        listed = ", ".join(others)
        raise ClaimcliError(f"{question.file} has claims that are yours: {listed}; move them first")
    left: dict[str, bytes | None] = {}
    if question:
        left[question.file] = None
    for kind, records in (("scholar", reading.scholars), ("source", reading.sources)):
        for record in records:
            content = left.get(record.file, b"") or (root / record.file).read_bytes()
            if record.id in EXAMPLES:
                left[record.file] = without_record(content, LIST_OF[kind], record.id)
    if not left:
        raise ClaimcliError("the example is not there any more")
    changes = (Change(file, (root / file).read_bytes(), after) for file, after in left.items())
    return Plan(tuple(changes), ("the example is gone",))
