"""Names in a query: which of its words may be one, and the keys under which it is indexed."""

from __future__ import annotations

from collections.abc import Sequence

from claimcli.model import Scholar, Source
from claimcli.names import recognition
from claimcli.search.fts import any_of, quoted, within
from claimcli.search.linking import found
from claimcli.store import Store
from claimcli.store.access_points import names_of
from claimcli.store.schema import WHOLE

Span = tuple[int, int]


def candidates(words: Sequence[str]) -> dict[Span, tuple[str, ...]]:
    """For every stretch of the words that may be a name, its keys."""
    return {
        (name.start, name.end): tuple(sorted(name.keys)) for name in recognition.query_keys(words)
    }


def persons_named(store: Store, name: str) -> list[tuple[str, str]]:
    """Kind and id of the scholars, and the works of authors, who have this as their whole name.

    The order of its parts does not matter, and initials stand for names.
    """
    from claimcli.names.identity import name_keys  # a query of one word needs none of it

    keys = any_of(quoted(WHOLE + key) for key in sorted(name_keys(name)))
    return [
        (kind, id)
        for kind, id in found(store, within("keys", keys))
        if _is_named(store.scholar(id) if kind == "scholar" else store.source(id), name)
    ]


def _is_named(record: Scholar | Source | None, name: str) -> bool:
    from claimcli.names.identity import same_name  # as above

    known = names_of(record) if record else []
    return any(same_name(name, other) for other in known if _is_no_longer(name, other))


_PATRONYMICS = ("vic", "vich", "vič", "vičh", "vna", "witsch", "вич", "вна")


def _is_no_longer(name: str, other: str) -> bool:
    """Whether a query has no word more than a name: an initial and a patronymic are none.

    Of names that go together one may have a given name more than the other; of words that follow
    a name in a query, the next is a word of its own. Where a query has initials, they stand for the
    given names, so that each of its other words must be in the name.
    """
    from claimcli.names.identity import same_given_name  # as above
    from claimcli.names.initials import is_initial  # as above

    parts, known = name.replace(",", " ").split(), other.replace(",", " ").split()
    words = [word for word in parts if not is_initial(word)]
    words = [word for word in words if not word.lower().endswith(_PATRONYMICS)]
    if len(words) > len(known):
        return False
    has_initials = any(map(is_initial, parts))
    return not has_initials or all(any(same_given_name(w, k) for k in known) for w in words)
