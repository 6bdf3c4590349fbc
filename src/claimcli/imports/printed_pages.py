"""The page that a mark stands on, as a locator: the printed one, never a number of sheets."""

from __future__ import annotations

import re

_ONE = re.compile(r"[\w.]+")
_SEVERAL = re.compile(r"[\w.]+(?:\s*(?:[-–,]|--)\s*[\w.]+)+")


def page(label: object) -> str | None:
    """`12` as `p. 12`, `12-14` as `pp. 12-14`; what says itself what it is stays as it is."""
    written = " ".join(str(label or "").split())
    if not written:
        return None
    if _ONE.fullmatch(written):
        return f"p. {written}"
    if _SEVERAL.fullmatch(written):
        return f"pp. {re.sub('--|–', '-', written)}"
    return written
