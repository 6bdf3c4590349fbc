"""Where a site will be: an address of the web (RFC 3986), as its pages and its map have it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from claimcli.errors import ClaimcliError

_SIGNS = re.compile(r"[A-Za-z0-9\-._~:/\[\]@!$&()*+,;=%]+")
"""Those of an address without query and fragment, but for the apostrophe, which ends strings."""

_HOST = re.compile(r"(?:[A-Za-z0-9\-._]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


def web_address(given: str | None) -> str | None:
    """A base URL with a slash at its end; raises for what is none of the web.

    Nothing in it is mended: what is no address would be published on every page. A name and
    password are refused for the same reason.
    """
    if given is None:
        return None
    if not _is_address(given):
        hint = "" if given.isascii() else "; letters beyond ASCII are written with %"
        raise ClaimcliError(
            f"--base-url takes an address as https://example.org/war, not '{given}'{hint}"
        )
    return given.rstrip("/") + "/"


def _is_address(given: str) -> bool:
    if not _SIGNS.fullmatch(given) or re.search("%(?![0-9A-Fa-f]{2})", given):
        return False
    try:
        parts = urlsplit(given)
    except ValueError:  # a bracket that is not closed
        return False
    return parts.scheme in ("http", "https") and _HOST.fullmatch(parts.netloc) is not None
