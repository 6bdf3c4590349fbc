"""claimcli as a library: the same answers that the commands give.

`loaded` reads a corpus and has its records, `asking` the answers, `viewing` their JSON, `printing`
their text, `handing_on` what is made for others, `framing` data frames, `recording` and `reviewing`
what writes to its files; `results` are lists that know what was told beside them, `functions` what
needs no corpus.
"""

from claimcli.api.asking import Asking
from claimcli.api.framing import Framing
from claimcli.api.functions import clear_cache, explain, merge, schema
from claimcli.api.handing_on import HandingOn
from claimcli.api.notebooks import draw_in_notebooks
from claimcli.api.recording import Written
from claimcli.api.results import CitationTexts, Claims, Hits, InText, Quotations, Results
from claimcli.api.reviewing import Reviewing
from claimcli.api.viewing import Viewed, Viewing
from claimcli.arguments import PathLike

__all__ = [
    "CitationTexts",
    "Claims",
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


class Corpus(Asking, Viewing, HandingOn, Framing, Reviewing):
    """A corpus that was read: its records, what can be asked of them, and what is made of them.

    Records are immutable and know their file and line. `left_out` says how many records were too
    broken to use, `unread` of how many files nothing could be read; `check` tells why. It is as its
    files were when it was read: `is_stale` tells whether they changed, `reload` reads them again,
    as all that writes to them does. It answers the thread that loaded it; a process that is sent
    one reads its directory.
    """


draw_in_notebooks()
