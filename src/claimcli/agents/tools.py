"""What agents can ask: a tool for each command that reads, with the same answer.

A tool is a line in TOOLS. Its words are fixed: no text of a corpus is ever in them.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from claimcli.agents.paging import LIMIT, MOST, Asked, paging
from claimcli.agents.parameters import Given, Parameter
from claimcli.answers.answer import Answer
from claimcli.answers.cite import STYLES
from claimcli.answers.grouping import GROUPINGS
from claimcli.answers.list import LISTED, OF_A_QUESTION
from claimcli.answers.views import View, Viewer
from claimcli.errors import ClaimcliError
from claimcli.resolving import claims_of, filters_of, known, question_of, scholar_of
from claimcli.search import FILTERS, SORTS, Filter
from claimcli.store import Store


class Call(NamedTuple):
    """What a tool is called with: the corpus as it is now, what was given, where texts are."""

    store: Store
    given: Given
    texts: Path | None

    @property
    def offset(self) -> int:
        """How many rows are passed over."""
        return self.given["offset"] or 0


class Tool(NamedTuple):
    """One tool: what it says of itself, what it takes, and what it answers.

    `ask` raises `ClaimcliError` for a mistake of the caller's; `rows` come back unless told
    otherwise.
    """

    name: str
    says: str
    own: tuple[Parameter, ...]
    ask: Callable[[Call], Asked]
    rows: int = LIMIT

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All that it takes."""
        return (*self.own, *paging(self.rows))


def _rows(call: Call, answer: Answer, total: int, about: View | None = None) -> Asked:
    """The rows of an answer from the offset on."""
    rows = islice(answer.rows, call.offset, None)
    return Asked(rows, answer.fields, total, about, (*answer.remarks, *answer.asides))


def _search(call: Call) -> Asked:
    from claimcli.answers.search import ask

    given = call.given
    filters = filters_of(call.store, given)
    most = call.offset + MOST
    exact, sort = bool(given["exact"]), given["sort"]
    found = ask(call.store, given["query"] or "", filters, exact=exact, most=most, sort=sort)
    result = msgspec.structs.replace(found.result, hits=found.hits[call.offset :])
    remarks = (*found.remarks, *found.asides)
    rows = msgspec.structs.replace(found, result=result).rows
    return Asked(rows, found.fields, found.result.total or 0, None, remarks)


def _compare(call: Call) -> Asked:
    given = call.given
    if given["scholars"]:
        return _juxtaposed(call)
    if not given["question"]:
        raise ClaimcliError("name a question, or two scholars or more; list has the questions")
    from claimcli.answers import compare, matrix

    asked = question_of(call.store, given["question"])
    compared = compare.ask(call.store, asked, given["by"] or GROUPINGS[0])
    bare = tuple(msgspec.structs.replace(p, entries=()) for p in compared.positions)
    head = msgspec.structs.replace(compared, positions=bare, without_stance=()).view
    about = _without(head, "groups", "without_stance")
    about["positions"] = [_without(position, "claims") for position in about["positions"]]
    if given["by"]:
        cells = tuple(matrix.Matrix(compared).rows)
        return Asked(cells[call.offset :], matrix.MATRIX_FIELDS, len(cells), about)
    total = sum(position.total for position in compared.positions) + compared.without_total
    return _rows(call, compared, total, about)


def _juxtaposed(call: Call) -> Asked:
    from claimcli.answers.juxtapose import ask

    given, store = call.given, call.store
    if given["by"]:
        raise ClaimcliError("by groups the claims of one question, not those of scholars")
    scholars = [scholar_of(store, name) for name in given["scholars"]]
    on = question_of(store, given["question"]) if given["question"] else None
    about = ask(store, scholars, on, 0).view
    for shared in about["questions"]:
        shared["held"] = [_without(held, "claims") for held in shared["held"]]
    answer = ask(store, scholars, on)
    total = sum(held.total for shared in answer.questions for held in shared.held)
    return _rows(call, answer, total, about)


def _show(call: Call) -> Asked:
    from claimcli.answers.show import ShownRecord, ask

    shown = ask(call.store, call.given["id"])
    if not isinstance(shown, ShownRecord):
        return _rows(call, shown, 1)
    about = _without(msgspec.structs.replace(shown, claims=()).view, "claims")
    viewer = Viewer.of(shown.entities)
    rows = (
        {"part": part, **viewer.claim(claim)}
        for part, claims in shown.parts.items()
        for claim in claims
    )
    fields, total = ("part", *shown.fields), len(shown.claims)
    counted = {**about, "parts": dict(shown.totals)}
    return Asked(islice(rows, call.offset, None), fields, total, counted, shown.remarks)


def _list(call: Call) -> Asked:
    from claimcli.answers.list import ask

    given, store = call.given, call.store
    listed = ask(store, given["kind"], question_of(store, q) if (q := given["question"]) else None)
    return _rows(call, listed, listed.total)


def _check(call: Call) -> Asked:
    from claimcli.answers.check import ask
    from claimcli.checks.selecting import chosen

    given = call.given
    inspected = ask(call.store.root, chosen(given["select"] or (), given["ignore"] or ()))
    return _rows(call, inspected, len(inspected.problems))


def _verify(call: Call) -> Asked:
    from claimcli.answers.verify import VOID, ask, verdicts
    from claimcli.texts import Texts, texts_in

    if call.texts is None:
        start = "start the server with --texts DIR, or set CLAIMCLI_TEXTS"
        raise ClaimcliError(f"no texts to hold quotations against: {start}")
    given, store = call.given, call.store
    claims = claims_of(store, given["ids"] or (), given["source"] or ())
    statuses, named = verdicts(given["status"] or ()), bool(given["ids"])
    found = ask(store, claims, Texts(texts_in(call.texts)), statuses, names_bare=named)
    if found.is_void:
        raise ClaimcliError(VOID)
    return _rows(call, found, len(found.asked))


def _cite(call: Call) -> Asked:
    from claimcli.answers.cite import ask

    (style,) = known("style", (call.given["style"] or STYLES[0],), lambda: STYLES)
    cited = ask(call.store, call.given["ids"], style)
    return _rows(call, cited, len(cited.citations))


def _without(view: View, *keys: str) -> View:
    return {key: value for key, value in view.items() if key not in keys}


def _narrowing(filter: Filter) -> Parameter:
    """A filter as a parameter; what a range looks like is said, too."""
    takes = "flag" if filter.values == "flag" else "texts"
    like = f": {filter.metavar}." if filter.values == "interval" else "."
    return Parameter(filter.name, takes, filter.help.removesuffix(".") + like)


_QUESTION = Parameter("question", "text", "Id of a question.")

TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "search",
            "Find claims by words and filters, best first. `matches` tells why, where not exact.",
            (
                Parameter(
                    "query",
                    "text",
                    'Words, all to be met; "a phrase"; -word; begin*; field:word. Names in any '
                    "spelling or script. Empty: all that the filters let through.",
                ),
                *map(_narrowing, FILTERS),
                Parameter("exact", "flag", "Only as typed."),
                Parameter("sort", "text", words=SORTS),
            ),
            _search,
        ),
        Tool(
            "compare",
            "The positions on a question with honest counts; rows are its claims, or with `by` a "
            "matrix. Or scholars side by side over the questions they answer.",
            (
                _QUESTION,
                Parameter("by", "text", "What the matrix has rows for.", GROUPINGS),
                Parameter("scholars", "texts", "Two or more, by id or name."),
            ),
            _compare,
        ),
        Tool(
            "show",
            "All that is known of one record, with the claims it has part in, and which `part`.",
            (Parameter("id", "text", "Any id, a name, or `corpus`.", is_required=True),),
            _show,
        ),
        Tool(
            "list",
            "What there is, with counts. `several`: holders of more than one position, and whether "
            "one `revised` the other; "
            "`witnesses`: the texts that were read; `to-check`: second-hand claims to look up.",
            (
                Parameter("kind", "text", "What to list.", tuple(LISTED), is_required=True),
                _QUESTION._replace(says=f"Of {', '.join(OF_A_QUESTION)}."),
            ),
            _list,
            MOST,
        ),
        Tool(
            "check",
            "Problems of the corpus's files, with file, line and what to do.",
            (
                Parameter("select", "texts", "Codes, or how they begin: E, 4, E203."),
                Parameter("ignore", "texts", "All codes but these."),
            ),
            _check,
        ),
        Tool(
            "verify",
            "Hold quotations against the texts they were read in.",
            (
                Parameter("ids", "texts", "Claims; else every quote."),
                Parameter("source", "texts", "Quotes read in these works."),
                Parameter("status", "texts", "These verdicts only: exact, near, missing, ..."),
            ),
            _verify,
        ),
        Tool(
            "cite",
            "Chicago 17 citations; a question stands for every claim on it.",
            (
                Parameter("ids", "texts", "Claims, sources, questions.", is_required=True),
                Parameter("style", "text", words=STYLES),
            ),
            _cite,
        ),
    )
}
"""What agents can ask, by name."""
