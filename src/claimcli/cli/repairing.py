"""`claimcli verify --repair`: the text's own words for quotations that are only near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcli.cli import terminal_asker
from claimcli.cli.output import tell
from claimcli.errors import ClaimcliError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimcli.answers.verify import Verified
    from claimcli.dialogue.repairing import Mending
    from claimcli.texts import Texts


def repair(root: Path, found: Sequence[Verified], texts: Texts, *, yes: bool) -> set[str]:
    """Mend what can be mended, and say what was not; the ids of the claims that were."""
    from claimcli.answers.verify import FAILED
    from claimcli.corpus.find import path_to
    from claimcli.dialogue.repairing import mended_at_once, mended_one_by_one, mendings

    if not yes and not terminal_asker.is_there():
        raise ClaimcliError("--repair asks on a terminal, one by one; --yes takes all elsewhere")
    every = list(mendings(found, texts))
    if yes:
        written, left = mended_at_once(root, every)
        _tell_left(left)
    else:
        asker = terminal_asker.TerminalAsker(path_to(root))
        written = mended_one_by_one(root, every, texts, asker)
    others = sum(one.status in FAILED for one in found) - len(every)
    if others:
        tell(f"{others} more cannot be mended from the text: `claimcli verify` shows why")
    tell(f"{len(written)} quotation{'s' * (len(written) != 1)} mended")
    return set(written)


def _tell_left(left: Sequence[Mending]) -> None:
    for one in left:
        tell(f"left as it is: {one.id}: {'; '.join(one.wording.warnings)}")
    if left:
        tell("these are asked for one by one, without --yes")
