"""Full-text expressions: strings in the query language of FTS5, put together safely.

None is the expression that nothing matches. What is quoted here is folded words, links and keys:
letters, digits and private-use characters, never a quotation mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def quoted(token: str) -> str:
    """One word, link or key."""
    return f'"{token}"'


def phrase(words: Sequence[str]) -> str:
    """The words, one after the other."""
    return f'"{" ".join(words)}"'


def beginning(words: Sequence[str]) -> str:
    """The words one after the other, the last of them only begun."""
    return f"{phrase(words)} *"


def within(columns: str, expression: str | None) -> str | None:
    """Only in these columns, named with spaces between."""
    return f"{{{columns}}} : ({expression})" if expression else None


def any_of(expressions: Iterable[str | None]) -> str | None:
    """At least one of them."""
    some = list(dict.fromkeys(filter(None, expressions)))
    return f"({' OR '.join(some)})" if len(some) > 1 else some[0] if some else None


def all_of(expressions: Iterable[str | None]) -> str | None:
    """Every one of them; there is at least one."""
    every = list(dict.fromkeys(expressions))
    if not all(every):
        return None
    return f"({' AND '.join(filter(None, every))})" if len(every) > 1 else every[0]


def without(expression: str | None, excluded: str | None) -> str | None:
    """The one and not the other."""
    return f"({expression} NOT {excluded})" if expression and excluded else expression
