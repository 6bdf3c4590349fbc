"""Quotations held against texts: `verify(quote, locator, prepare(text))`.

Pure functions on text; reading files and choosing the text is the caller's.
"""

from claimcli.quotes.verdicts import Place, Selector, Status, Verdict, selector, verify
from claimcli.quotes.witness import Witness, prepare

__all__ = [
    "Place",
    "Selector",
    "Status",
    "Verdict",
    "Witness",
    "prepare",
    "selector",
    "verify",
]
