"""The citations that a text prints in its sentences, and the sentences around them."""

from claimcli.intext.matching import matches, sources_of
from claimcli.intext.parentheses import InTextCitation, Parenthesis, citations
from claimcli.intext.sentences import sentence_at

__all__ = [
    "InTextCitation",
    "Parenthesis",
    "citations",
    "matches",
    "sentence_at",
    "sources_of",
]
