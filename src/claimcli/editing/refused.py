"""Why a file of a person's is left alone."""

from __future__ import annotations

from claimcli.errors import ClaimcliError


class Refused(ClaimcliError):
    """A change that cannot be made without touching more than it should; nothing is written."""


class Unsaid(ClaimcliError):
    """A text that YAML has no way to write, as half of a character is."""
