"""The search: query text to a query, a query to ranked and explained hits.

`query` parses; `expansion` says in what forms each term may be met, with `fielded`, `linking`,
`persons`, `variants` and `inflection` for its parts; `prevalence` leaves out titles that tell
nothing; `relaxation` says what else is looked for where nothing meets it; `retrieval` asks the
index; `explanation` tells why a hit is one. Who asks for more than hits imports it from its file,
so that a search starts without: `by_name`, `mentions`, `filter_scan`.
"""

from claimcli.search.engine import Result, search
from claimcli.search.explanation import Match
from claimcli.search.filters import FILTERS, Filter, Filters
from claimcli.search.hits import Hit, Hits
from claimcli.search.ordering import SORTS
from claimcli.search.query import FIELDS, Query, QueryError, parse

__all__ = [
    "FIELDS",
    "FILTERS",
    "SORTS",
    "Filter",
    "Filters",
    "Hit",
    "Hits",
    "Match",
    "Query",
    "QueryError",
    "Result",
    "parse",
    "search",
]
