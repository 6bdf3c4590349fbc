"""The codes of duplicates and of tidiness: 7xx."""

from __future__ import annotations

from claimcli.checks.codes import Code
from claimcli.checks.samples import DEBATE, DEBATED

_CLAIM = """\
claims:
- id: kim-2013-truce
  scholars: [kim]
  statement: The night attack by which Song broke the truce opened the second war.
  citation: {source: kim-2013}
"""
_AGAIN = """\
- id: kim-2013-truce-again
  scholars: [kim]
  statement: The night attack by which Song broke the truce opened the second war.
  citation: {source: kim-2013}
"""
_SCHOLARS = """\
claims:
- id: kim-2013-truce
  scholars: [kim, vorobev, vorobyov]
  statement: Song broke the truce.
  citation: {source: kim-2013}
scholars:
- id: vorobev
  name: M. V. Vorob'ev
  kind: person
"""
_NAME = """\
claims:
- id: kim-2013-truce
  scholars: [kim]
  statement: Chang Chue kept the truce.
  citation: {source: kim-2013}
names:
- id: chang-chue
  name: Zhang Jue
  kind: person
"""

TIDINESS_CODES = (
    Code(
        code="W701",
        title="claim recorded twice",
        explanation=(
            "Two claims of one holder on one question say the same, not in two works of the "
            "holder's and not by two reports. Counts of claims would count it twice."
        ),
        example=_CLAIM + _AGAIN,
        mend=_CLAIM,
    ),
    Code(
        code="W702",
        title="claims that are nearly the same",
        explanation=(
            "Two claims of one holder on one question differ by a word or two, and neither by a "
            "number, nor by a name, nor by a `not`. Either one is the other with a slip mended, "
            "or the statements do not yet say what sets them apart."
        ),
        example=_CLAIM + _AGAIN.replace("opened", "began"),
        mend=_CLAIM,
    ),
    Code(
        code="W703",
        title="one person under two ids",
        explanation=(
            "Two entries of scholars have a name in common, in some script or romanization. One "
            "person is one entry with all spellings of the name; two people need names that are "
            "written out so far that they differ."
        ),
        example=_SCHOLARS + "- id: vorobyov\n  name: Воробьев М. В.\n  kind: person\n",
        mend=_SCHOLARS.replace(", vorobyov", "")
        + "  names: [{value: Воробьев М. В., scheme: cyrillic}]\n",
    ),
    Code(
        code="I704",
        title="stance that nobody holds",
        explanation="No claim takes this stance, in the file of its question or by `answers`.",
        example=DEBATE,
        mend=DEBATE + DEBATED,
    ),
    Code(
        code="I705",
        title="question with fewer than two stances",
        explanation=(
            "A question is contested when there are two answers to it. With one there is nothing "
            "to compare."
        ),
        example=DEBATE.replace("  song:\n    label: Song did\n", ""),
        mend=DEBATE + DEBATED,
    ),
    Code(
        code="I706",
        title="scholar without a claim",
        explanation="Holds no claim, and is no author or editor of a work that a claim cites.",
        example="scholars:\n- id: vorobev\n  name: B. Vorob'ev\n  kind: person\n",
        mend=_SCHOLARS.replace(", vorobyov", ""),
    ),
    Code(
        code="I707",
        title="source that no claim refers to",
        explanation="No claim cites this work, was read in it or rests on it.",
        example="references:\n- id: kim-2012\n  type: book\n",
        mend=(
            f"{_CLAIM}  basis: [{{source: kim-2012}}]\nreferences:\n- id: kim-2012\n  type: book\n"
        ),
    ),
    Code(
        code="I708",
        title="name that occurs in no claim",
        explanation=(
            "Of none of its spellings do all words occur in the claims and questions. The entry "
            "is not needed, or the spelling is missing that the claims have."
        ),
        example=_NAME,
        mend=f"{_NAME}  spellings: [{{value: Chang Chue, scheme: wade-giles}}]\n",
    ),
    Code(
        code="W709",
        title="listed twice",
        explanation="A list in a claim has the same holder, ground, relation, answer or tag twice.",
        example=f"{_CLAIM}  tags: [war, peace, war]\n",
        mend=f"{_CLAIM}  tags: [war, peace]\n",
    ),
)
