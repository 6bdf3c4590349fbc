"""What was named last in a corpus, kept beside its cache: a convenience that may be lost."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from claimcli.dialogue.offers import Last
from claimcli.editing.composing import New
from claimcli.errors import ClaimcliError
from claimcli.paths import NoHome
from claimcli.store.location import cache_path
from claimcli.writing import write_whole


def remembered(root: Path) -> Last:
    """What was named last; nothing where that is not known."""
    with contextlib.suppress(OSError, NoHome, msgspec.DecodeError):
        return msgspec.json.decode(_place(root).read_bytes(), type=Last)
    return Last()


def remember(root: Path, news: Sequence[New]) -> None:
    """Keep what the last claim names, where there is one and there is a place for it."""
    claims = [one for one in news if one.kind == "claim"]
    if not claims:
        return
    work = claims[-1].values.get("citation")
    via = claims[-1].values.get("via")
    read = via[-1] if isinstance(via, list) and via else work
    source = read.get("source") if isinstance(read, dict) else None
    last = Last(claims[-1].question, str(source) if source else None)
    with contextlib.suppress(OSError, NoHome, ClaimcliError):
        place = _place(root)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(place, msgspec.json.encode(last))


def _place(root: Path) -> Path:
    return cache_path(root).with_suffix(".last")
