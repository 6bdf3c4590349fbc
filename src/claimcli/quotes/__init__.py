"""Quotations held against texts: `verify(quote, locator, prepare(text))`.

Pure functions on what `claimcli.texts` has read and prepared.
"""

from claimcli.quotes.verdicts import Place, Selector, Status, Verdict, selector, verify

__all__ = [
    "Place",
    "Selector",
    "Status",
    "Verdict",
    "selector",
    "verify",
]
