"""CSL as YAML: the `references` of pandoc and Zotero, read as a corpus reads its own."""

from __future__ import annotations

from claimcli.corpus.reading import read_bytes
from claimcli.imports.csl_json import work_of
from claimcli.imports.foreign import Foreign, Loss, Place, Remark
from claimcli.problems import Problem, Severity


def read(text: str) -> Foreign:
    """The works below `references`. Never raises; what is wrong with one costs it alone."""
    reading = read_bytes("", text.encode("utf-8", "surrogatepass"))
    remarks = [_remark(problem) for problem in reading.problems if _concerns_works(problem)]
    works = []
    for source in reading.sources:
        work = work_of(source.csl, Place(source.line), remarks)
        if work:
            works.append(work)
    return Foreign("csl-yaml", tuple(works), remarks=tuple(remarks))


def _concerns_works(problem: Problem) -> bool:
    """Whether a problem of a corpus is one of a bibliography: keys that `work_of` tells are not."""
    return problem.severity is Severity.ERROR or problem.code == "W217"


def _remark(problem: Problem) -> Remark:
    loss = Loss.BROKEN if problem.severity is Severity.ERROR else Loss.CHANGED
    place = Place(problem.location.line, problem.location.column)
    hint = f"; {problem.hint}" if problem.hint else ""
    return Remark(place, loss, f"{problem.message}{hint}", problem.record)
