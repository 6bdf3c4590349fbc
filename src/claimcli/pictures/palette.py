"""The colours of positions, on paper and in the dark; a letter always stands beside them.

Each has a contrast of at least 4.5 with its background (WCAG 2.2, 1.4.3), so that a white letter
on it, and a mark of it, can be read.
"""

from __future__ import annotations

from claimcli.model import Question

CATEGORIES = (
    *("#1f5f9e", "#b0431b", "#1d7456", "#74489a", "#806100", "#00728a", "#ab2f66", "#555f6c"),
)
CATEGORIES_IN_THE_DARK = (
    *("#7fb6ee", "#f2976f", "#6fcaa5", "#c5a5e6", "#d8bb55", "#5fc9d9", "#f18db8", "#aab4c1"),
)
"""Of positions that have no order; a ninth begins again with the first."""

RAMP = (
    *("#0b4a8f", "#235284", "#3b5978", "#53606d", "#6b6862"),
    *("#795b4c", "#874e36", "#95411f", "#a33409"),
)
RAMP_IN_THE_DARK = (
    *("#6fb2f5", "#80b2e2", "#92b1ce", "#a3b0bb", "#b4b0a8"),
    *("#c4a896", "#d4a085", "#e59774", "#f58f62"),
)
"""From pole to pole, grey between: of a question whose positions are `ordered`."""

_CATEGORIES, _RAMPS = (CATEGORIES, CATEGORIES_IN_THE_DARK), (RAMP, RAMP_IN_THE_DARK)

NONE = "k-none"
"""The class of what takes no side."""

COLOURS: dict[str, tuple[str, str]] = {
    **{f"k{n}": (on, dark) for n, (on, dark) in enumerate(zip(*_CATEGORIES, strict=True))},
    **{f"d{n}": (on, dark) for n, (on, dark) in enumerate(zip(*_RAMPS, strict=True))},
    NONE: ("#5d584d", "#a8a498"),
}
"""By class: the colour on paper, and in the dark."""

PAPER = ("#fbfaf6", "#16171a")
INK = ("#1f1d19", "#e9e6de")
SOFT = ("#5d584d", "#a8a498")
RULE = ("#dcd8cc", "#383b42")


def colour(question: Question | None, number: int | None) -> str:
    """The class of a position's colour, the same on every page; of none where it takes no side."""
    if number is None or question is None:
        return NONE
    last = len(question.stances) - 1
    if question.ordered and last > 0 and number <= last:
        return f"d{round(number * (len(RAMP) - 1) / last)}"
    return f"k{number % len(CATEGORIES)}"
