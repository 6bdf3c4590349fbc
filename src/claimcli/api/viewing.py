"""What the commands publish in JSON, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, overload

from claimcli.answers import show
from claimcli.answers.answer import Answer
from claimcli.answers.views import View, Viewer
from claimcli.api.loaded import Loaded
from claimcli.api.results import Results
from claimcli.model import Claim, Draft, Name, Question, Record, Scholar, Source
from claimcli.search import Hit
from claimcli.store import Store

if TYPE_CHECKING:  # reading texts is not for those who only search
    from claimcli.answers.coverage import Cited
    from claimcli.answers.verify import Verified

Viewed: TypeAlias = "Record | Hit | Answer | Results[Any] | Verified | Cited"
"""What `Corpus.view` takes."""


class Viewing(Loaded):
    """Records and answers as their JSON."""

    @overload
    def view(self, record: Record | Hit | Verified | Cited) -> View: ...
    @overload
    def view(self, record: Results[Any]) -> list[View]: ...
    @overload
    def view(self, record: Answer) -> Any: ...
    def view(self, record: Viewed) -> View | list[View]:
        """The record as the commands publish it in JSON: plain dicts, lists and values.

        A claim as `claimcli search` has it, but for what matched; a scholar, source, question or
        name as `claimcli show` has it, with its claims. An answer whose JSON is an array gives a
        list, as do lists of what was found.
        """
        return self._asked(lambda store: _view(record, store))


def _view(record: Viewed, store: Store) -> View | list[View]:
    own = getattr(record.answer if isinstance(record, Results) else record, "view", None)
    if own is not None:
        return own if isinstance(own, dict) else list(own)
    view = _VIEWS.get(type(record))
    if view is None:
        raise TypeError(f"a record or an answer is expected, not {type(record).__name__}")
    return view(record, store)


def _shown(record: Record, store: Store) -> View:
    return show.of_record(store, record).view


_VIEWS: dict[type, Callable[[Any, Store], View]] = {
    Claim: lambda claim, store: Viewer(store).claim(claim),
    Hit: lambda hit, store: Viewer(store).hit(hit),
    **dict.fromkeys((Scholar, Source, Question, Name, Draft), _shown),
}
"""What has no view of its own, since it takes other records to view it."""
