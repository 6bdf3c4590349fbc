"""English stop words: what a question is put with, and no record need have."""

from __future__ import annotations

STOP_WORDS = frozenset(
    (
        "a about also an and another any are as at be been being but by can could did do does"
        " for from had happen happened happens has have he her hers him his how i if in into is"
        " it its me my of on onto or our over she should so some than that the their theirs them"
        " then there these they this those to upon was we were what when where which who whom"
        " whose why will with would you your"
    ).split()
)
"""Words of grammar and of asking. Not among them: no, nor, not, without, which turn what is said
around."""
