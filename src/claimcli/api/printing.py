"""An answer as the text that its command prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from claimcli.answers.answer import Answer
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.render import FORMATS, check_fields, known_fields, parts

if TYPE_CHECKING:  # reading YAML is not for those who only search
    from claimcli.answers.check import Inspected
    from claimcli.answers.cite import Citations
    from claimcli.answers.report import Dossier
    from claimcli.answers.verify import Verification

Pieces = Iterable[str | bytes]


def pieces(answer: Answer, format: str, fields: Sequence[str]) -> Pieces:
    """The text in pieces. Raises for a format that the answer has not, and for unknown fields."""
    name = type(answer).__name__
    own, left = _OWN.get(name, {}), ("table",) if name in _NO_TABLE else ()
    known = dict.fromkeys((*own, *FORMATS))
    if format not in known or format in left:
        raise UnknownValue("format", format, (one for one in known if one not in left))
    if format in own and not fields:
        return own[format](answer)
    if format not in FORMATS:
        raise ClaimcliError(f"{format} has no fields to choose from")
    check_fields(fields, known_fields(answer, format))
    return _table(answer, fields) if format == "table" else parts(answer, format, fields)


def _table(answer: Answer, fields: Sequence[str]) -> Pieces:
    from claimcli.render.tables import draw  # rich is for tables alone

    return [draw(answer, fields, None).text]


def _lines(citations: Citations) -> Pieces:
    from claimcli.render.citing import lines

    return lines(citations.rows, apart=False)


def _paragraphs(citations: Citations) -> Pieces:
    from claimcli.render.citing import lines

    return lines(citations.rows, apart=True)


def _verdicts(found: Verification) -> Pieces:
    """As `--all` has them."""
    from claimcli.answers.verify import by_gravity

    return _table(by_gravity(found), ())


def _excerpts(inspected: Inspected) -> Pieces:
    from claimcli.checks.excerpts import with_lines
    from claimcli.corpus.find import path_to
    from claimcli.render.problems import text

    root = inspected.checked.root
    return text(with_lines(root, inspected.problems), path_to(root))


def _annotations(inspected: Inspected) -> Pieces:
    from claimcli.corpus.find import path_to
    from claimcli.render.problems import github

    return github(inspected.problems, path_to(inspected.checked.root, "GITHUB_WORKSPACE"))


def _document(format: str) -> Callable[[Dossier], Pieces]:
    def made(dossier: Dossier) -> Pieces:
        from claimcli.documents import DOCUMENTS

        return [DOCUMENTS[format](dossier)]

    return made


_NO_TABLE = ("Inspected", "Dossier")
"""What is told on a terminal in lines, or is a document."""

_OWN: dict[str, dict[str, Callable[[Any], Pieces]]] = {
    "Citations": {"table": _lines, "md": _paragraphs},
    "Verification": {"table": _verdicts},
    "Inspected": {"text": _excerpts, "github": _annotations},
    "Dossier": {"md": _document("md"), "html": _document("html")},
}
"""What is printed otherwise than records are, by the names of classes whose modules are loaded for
who asks alone."""
