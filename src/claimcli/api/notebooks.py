"""What notebooks show of answers and claims.

IPython asks the class of a value for its HTML, and the rooms that make values know none that draws:
so the classes are given the method here, where both are known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimcli.answers.answer import Answer
from claimcli.answers.compare import Comparison
from claimcli.answers.show import ShownClaim, ShownRecord
from claimcli.api.loaded import Loaded, entities_of
from claimcli.api.results import CitationTexts, Claims, Hits, Results
from claimcli.model import Claim
from claimcli.search import Hit
from claimcli.store import StoreMisused


def _comparison(found: Comparison) -> str:
    from claimcli.notebook.compared import comparison  # for notebooks alone

    return comparison(found)


def _claim(shown: Claim | Hit) -> str | None:
    """The claim with names and works; without a corpus at hand a notebook shows its plain text."""
    from claimcli.notebook.cards import claim

    entities = entities_of(shown.claim if isinstance(shown, Hit) else shown)
    return claim(shown, entities) if entities else None


def _shown_claim(shown: ShownClaim) -> str:
    from claimcli.notebook.cards import shown_claim

    return shown_claim(shown)


def _shown_record(shown: ShownRecord) -> str:
    from claimcli.notebook.cards import shown_record

    return shown_record(shown)


def _hits(found: Hits) -> str:
    from claimcli.notebook.cards import claims

    return claims(found, found.total, found.entities, found.remarks)


def _answer(found: Answer) -> str | None:
    from claimcli.notebook.listed import answer

    return answer(found)


def _results(found: Results[Any]) -> str | None:
    from claimcli.notebook.listed import records

    return records(found.answer, found.total)


def _claims(found: Claims) -> str:
    from claimcli.notebook.cards import claims

    return claims(found, len(found), found.entities)


def _citations(found: CitationTexts) -> str | None:
    return _answer(found.answer)


def _corpus(corpus: Loaded) -> str | None:
    """What it says of itself and what it holds."""
    return _answer(corpus.info)


_DRAWN: dict[type, Callable[[Any], str | None]] = {
    Loaded: _corpus,
    Answer: _answer,
    Results: _results,
    Comparison: _comparison,
    Claim: _claim,
    Hit: _claim,
    ShownClaim: _shown_claim,
    ShownRecord: _shown_record,
    Hits: _hits,
    Claims: _claims,
    CitationTexts: _citations,
}


def draw_in_notebooks() -> None:
    """Give the classes the method that IPython's protocol of display asks for."""
    for kind, draw in _DRAWN.items():
        kind._repr_html_ = _open(draw)  # type: ignore[attr-defined]  # see above


def _open(draw: Callable[[Any], str | None]) -> Callable[[Any], str | None]:
    """Of a corpus that was closed a notebook shows the plain text, not an error."""

    def drawn(found: Any) -> str | None:
        try:
            return draw(found)
        except StoreMisused:
            return None

    return drawn
