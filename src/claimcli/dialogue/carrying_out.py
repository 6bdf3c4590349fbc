"""A change carried out in conversation: what is refused is told, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from claimcli.corpus.records import Reading
from claimcli.dialogue.asker import Asker
from claimcli.editing.plan import Done, Plan, Rejected, carry_out
from claimcli.errors import ClaimcliError


def carried_out(root: Path, planned: Callable[[Reading], Plan], asker: Asker) -> Done | None:
    """Write a change; None where it is refused, which the person is told with the reason."""
    try:
        return carry_out(root, planned)
    except Rejected as rejected:
        asker.tell_problems(rejected.found)
        asker.say("not written: the checks would find these errors")
    except ClaimcliError as error:
        asker.say(str(error))
    return None
