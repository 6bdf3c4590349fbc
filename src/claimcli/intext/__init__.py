"""The citations that a text prints in its sentences, and the sentences around them."""

from claimcli.intext.cited_sources import known_author, matches, sources_of
from claimcli.intext.parentheses import InTextCitation, Parenthesis, as_printed, citations
from claimcli.intext.segmentation import sentence_at

__all__ = [
    "InTextCitation",
    "Parenthesis",
    "as_printed",
    "citations",
    "known_author",
    "matches",
    "sentence_at",
    "sources_of",
]
