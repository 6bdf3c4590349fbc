"""Names in any spelling: folding, and keys that are equal across scripts and romanizations.

`fold` and `tokens` say what a word is; `same_name` whether two whole names are one, and why;
`text_keys` and `query_keys` bring names inside running text together with those of a query.
"""

from claimcli.names.folding import Token, fold, has_han, index_text, tokens
from claimcli.names.keys import name_keys, same_name
from claimcli.names.running import NameCandidate, NameMatch, explain, query_keys, text_keys

__all__ = [
    "NameCandidate",
    "NameMatch",
    "Token",
    "explain",
    "fold",
    "has_han",
    "index_text",
    "name_keys",
    "query_keys",
    "same_name",
    "text_keys",
    "tokens",
]
