"""claimcli: claims from historical sources as plain text, searched and compared.

from claimcli import Corpus
corpus = Corpus.load("claims")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcli.version import __version__

if TYPE_CHECKING:
    from claimcli.api import Corpus

__all__ = ["Corpus", "__version__"]


def __getattr__(name: str) -> Any:
    """`Corpus`, imported when it is first asked for: the command line starts without it."""
    if name == "Corpus":
        from claimcli.api import Corpus

        return Corpus
    raise AttributeError(f"module 'claimcli' has no attribute '{name}'")
