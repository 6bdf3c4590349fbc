"""The compiled corpus: one SQLite file in the user's cache, or the same in memory.

`rows` says what of a record goes where, `compiling` puts it there, `building` does so for all
files, `cache` keeps the result in its `location`, sealed, and `lookup` answers from it, for which
`records` reads what stands in its rows.
"""

from claimcli.store.cache import is_current, open_store
from claimcli.store.location import cache_path, clear
from claimcli.store.lookup import Store
from claimcli.store.reader import StoreDamaged, StoreMisused, batches
from claimcli.store.records import AnyRecord
from claimcli.store.schema import Role

__all__ = [
    "AnyRecord",
    "Role",
    "Store",
    "StoreDamaged",
    "StoreMisused",
    "batches",
    "cache_path",
    "clear",
    "is_current",
    "open_store",
]
