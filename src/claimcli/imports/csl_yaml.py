"""CSL as YAML: the `references` of pandoc and Zotero, each item by itself as a corpus reads it."""

from __future__ import annotations

from typing import Any

from claimcli.corpus.document import Document
from claimcli.corpus.text import decode
from claimcli.corpus.values import FLAW
from claimcli.imports.csl_json import work_of
from claimcli.imports.foreign import Foreign, Loss, Place, Remark
from claimcli.problems import Problem, Severity

_LIST = "references"


def read(text: str) -> Foreign:
    """The works below `references`. Never raises; what is wrong with one costs it alone."""
    document = Document("", decode("", text.encode("utf-8", "surrogatepass")))
    remarks: list[Remark] = []
    works = []
    for entry in document.entries():
        if entry.key == _LIST and isinstance(entry.part, int):
            work = work_of(_sound(entry.value), Place(entry.line, entry.column), remarks)
            works += [work] if work else []
    told = [_remark(problem) for problem in document.problems]
    return Foreign("csl-yaml", tuple(works), remarks=(*told, *remarks))


def _sound(value: Any) -> Any:
    """A value without what could not be read in it, which the document tells."""
    if isinstance(value, dict):
        return {key: _sound(inner) for key, inner in value.items() if inner is not FLAW}
    if isinstance(value, list):
        return [_sound(inner) for inner in value if inner is not FLAW]
    return value


def _remark(problem: Problem) -> Remark:
    loss = Loss.BROKEN if problem.severity is Severity.ERROR else Loss.CHANGED
    place = Place(problem.location.line, problem.location.column)
    hint = f"; {problem.hint}" if problem.hint else ""
    return Remark(place, loss, f"{problem.message}{hint}", problem.record)
