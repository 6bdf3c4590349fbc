"""What is found of many things: a list, with what the command would tell beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, SupportsIndex, TypeVar, overload

import msgspec

from claimcli.answers.answer import Answer
from claimcli.answers.wording import plural
from claimcli.entities import Entities
from claimcli.model import Claim
from claimcli.search import Hit

if TYPE_CHECKING:  # texts and citations in them are not for those who only search
    from claimcli.answers.coverage import Cited  # noqa: F401 - named in quotes below
    from claimcli.answers.verify import Verified  # noqa: F401 - named in quotes below

Item = TypeVar("Item")


class Claims(list[Claim]):
    """Claims in file order; `entities` are the records that they refer to."""

    def __init__(self, found: Iterable[Claim], entities: Entities) -> None:
        super().__init__(found)
        self.entities = entities

    def __repr__(self) -> str:
        return f"<{plural(len(self), 'claim')}>"

    @overload
    def __getitem__(self, which: SupportsIndex) -> Claim: ...
    @overload
    def __getitem__(self, which: slice) -> Claims: ...
    def __getitem__(self, which: SupportsIndex | slice) -> Claim | Claims:
        """One of them, or some, which are drawn in a notebook, too."""
        if isinstance(which, slice):
            return Claims(super().__getitem__(which), self.entities)
        return super().__getitem__(which)


class Results(list[Item]):
    """A list of what was found.

    `total` is how many there are, those that a limit left out among them; `remarks` are what the
    command would tell on standard error; `entities` the records that what was found refers to;
    `answer` is that of the command.
    """

    def __init__(
        self, found: Iterable[Item], total: int | None, answer: Answer, entities: Entities
    ) -> None:
        super().__init__(found)
        self.total = len(self) if total is None else total
        self.remarks = (*answer.remarks, *answer.asides)
        self.entities = entities
        self.answer = answer
        if hasattr(answer, "entities"):
            self.answer = msgspec.structs.replace(answer, entities=entities)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self):,} of {self.total:,}>"


class Hits(Results[Hit]):
    """The claims that a search found, best first."""


class Quotations(Results["Verified"]):
    """Quotations with their verdicts, in the order of the files or of the ids."""


class InText(Results["Cited"]):
    """The citations of a text, in its order."""


class CitationTexts(Results[str]):
    """Citations as texts, in the order of the ids, or of the alphabet."""

    def __repr__(self) -> str:
        return list.__repr__(self)
