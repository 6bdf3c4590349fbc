"""claimcli as a library: the same answers that the commands give.

`loaded` reads a corpus and has its records, `asking` the answers, `handing_on` what is made for
others, `framing` data frames, `recording` and `reviewing` what writes to its files; `results` are
lists that know what was told beside them, `functions` what needs no corpus.
"""

from claimcli.api.asking import Asking, Viewed
from claimcli.api.framing import Framing
from claimcli.api.functions import clear_cache, explain, merge, schema
from claimcli.api.handing_on import HandingOn
from claimcli.api.loaded import PathLike
from claimcli.api.notebooks import draw_in_notebooks
from claimcli.api.recording import Written
from claimcli.api.results import Hits, InText, Quotations, Results
from claimcli.api.reviewing import Reviewing

__all__ = [
    "Corpus",
    "Hits",
    "InText",
    "PathLike",
    "Quotations",
    "Results",
    "Viewed",
    "Written",
    "clear_cache",
    "explain",
    "merge",
    "schema",
]


class Corpus(Asking, HandingOn, Framing, Reviewing):
    """A corpus that was read: its records, what can be asked of them, and what is made of them.

    Records are immutable and know their file and line. `left_out` says how many records were too
    broken to use, `unread` of how many files nothing could be read; `check` tells why. It is to be
    used in the thread that loaded it. What writes to the files reads them again.
    """


draw_in_notebooks()
