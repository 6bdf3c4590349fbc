"""The page that a mark stands on, as a locator: the printed one, never a number of sheets."""

from __future__ import annotations

import re

_LABEL = r"(?![A-Za-z]+\.)[A-Za-z\d_.]+"
_ONE = re.compile(_LABEL)
_SEVERAL = re.compile(rf"{_LABEL}(?:\s*(?:[-–,]|--)\s*{_LABEL})+")


def page(label: object) -> str | None:
    """`12` as `p. 12`, `12-14` as `pp. 12-14`; what says itself what it is stays as it is.

    So do `S.12` and `第12页`.
    """
    written = " ".join(str(label or "").split())
    if not written:
        return None
    if _ONE.fullmatch(written):
        return f"p. {written}"
    if _SEVERAL.fullmatch(written):
        return f"pp. {re.sub('--|–', '-', written)}"
    return written
