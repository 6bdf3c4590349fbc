"""What a document says of one question."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimcli.answers.accounts import Account, Holding
from claimcli.answers.chronology import Decade
from claimcli.answers.compare import Comparison, Position
from claimcli.answers.crossing import Crossing
from claimcli.answers.replies import Reply
from claimcli.answers.sentences import Sentence
from claimcli.answers.several_verdicts import Several
from claimcli.answers.tally import Tally
from claimcli.answers.transmission import Witness
from claimcli.answers.uncovered import Gap
from claimcli.model import Question


class Section(msgspec.Struct, frozen=True):
    """A position with who holds it; `position` is None of the claims that take no side.

    `summary` counts the holders and tells the years of the works. `decades` have its claims by
    these years where the holders are many.
    """

    position: Position | None
    tally: Tally
    summary: Sentence
    holdings: tuple[Holding, ...]
    decades: tuple[Decade, ...]

    @property
    def accounts(self) -> Iterator[Account]:
        """Its claims by holder."""
        for holding in self.holdings:
            yield from holding.accounts


class Chapter(msgspec.Struct, frozen=True):
    """A question in a document. `comparison` has the figure: positions, marks, axis.

    `asked` is how it is asked, in sentences; `part_of` a wider question, `parts` are narrower ones;
    `total` counts all claims on it. `sections` are the positions in their order, then what takes no
    side. `known` tells how all this is known, from the `witnesses`, and `unsure` what of it is.
    `several` are holders of several positions, `revisions` changes of mind, `replies` who answers
    whom, `crossing` who holds what, `uncovered` what is not covered.
    """

    comparison: Comparison
    asked: tuple[str, ...]
    part_of: Question | None
    parts: tuple[Question, ...]
    total: Tally
    sections: tuple[Section, ...]
    known: tuple[Sentence, ...]
    unsure: tuple[Sentence, ...]
    witnesses: tuple[Witness, ...]
    several: tuple[Several, ...]
    revisions: tuple[Reply, ...]
    replies: tuple[Reply, ...]
    crossing: Crossing
    uncovered: tuple[Gap, ...]

    @property
    def question(self) -> Question:
        """The question."""
        return self.comparison.question
