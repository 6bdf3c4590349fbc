"""A claim marked as checked, as a plan, if it is still what was looked at."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from claimcli.corpus.records import Reading
from claimcli.editing.amending import with_settings
from claimcli.editing.plan import Plan
from claimcli.errors import ClaimcliError
from claimcli.model import Claim, Stamp


class Otherwise(ClaimcliError):
    """A record is not what somebody was shown: it was changed meanwhile, or is gone."""


def with_checked(root: Path, reading: Reading, shown: Claim, by: str, now: datetime) -> Plan:
    """The plan by which a claim is checked by somebody, on the day of `now`.

    Who checks it a second time on one day has the time beside the date: git can then tell that
    what is there now was looked at. Raises `Otherwise`, and what a change of a field raises.
    """
    found = next((claim for claim in reading.claims if claim.id == shown.id), None)
    if found is None or _said(found) != _said(shown):
        raise Otherwise(f"{shown.id} has been changed meanwhile; look again")
    date = now.date().isoformat()
    if shown.checked == Stamp(by, date):
        date = now.isoformat(timespec="seconds")
    return with_settings(root, reading, shown.id, {("checked",): f"{by}, {date}"})


def _said(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, file="", line=0)
