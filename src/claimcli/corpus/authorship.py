"""Whether the holder of a claim can have written the work that is cited for it.

A citation without `via` says that the holder's own work was read. Then somebody who holds the
claim must be among the authors or editors of that work.
"""

from __future__ import annotations

from functools import lru_cache

from claimcli.model import Creator, Scholar, Source
from claimcli.names.folding import index_text


def can_be_work_of(source: Source, holder: Scholar) -> bool:
    """Whether the source may be the holder's own work.

    The anonymous author of a work goes with a source that has neither author nor editor. Anybody
    else must be one of its authors or editors, in any of the spellings that scholars.yaml gives:
    the family name is there whole, and each given name or initial of one side has a counterpart
    on the other. Case, accents and apostrophes do not count, nor does the order of the parts.
    """
    creators = (*source.author, *source.editor)
    if holder.kind == "anonymous":
        return not creators
    spellings = (holder.name, *(spelling.value for spelling in holder.names))
    return any(is_spelling_of(creator, spelling) for creator in creators for spelling in spellings)


def is_spelling_of(creator: Creator, spelling: str) -> bool:
    """Whether a full name as it is printed can be that of an author as CSL splits it."""
    rest = list(_words(spelling))
    family = _words(creator.family or _whole(creator))
    if not family:  # nothing but signs, as in `family: —`
        return False
    for word in family:
        if word not in rest:
            return _words(spelling, joined=True) == _words(_whole(creator), joined=True)
        rest.remove(word)
    if not creator.family:
        return not rest
    return _compatible(rest, list(_words(creator.given or "")))


def _whole(creator: Creator) -> str:
    """The name in one piece, for one that is not split into family and given."""
    return creator.literal or f"{creator.family or ''} {creator.given or ''}"


@lru_cache(maxsize=4096)
def _words(text: str, joined: bool = False) -> tuple[str, ...]:
    """The folded words of a name; `joined`, its letters without regard to how they are divided."""
    words = index_text(text).split()
    return ("".join(words),) if joined else tuple(words)


def _compatible(left: list[str], right: list[str]) -> bool:
    """Whether the given names of one side all have a counterpart on the other.

    An initial stands for any name that begins with it. A side without any says nothing against it.
    """
    if "".join(left) == "".join(right):
        return True
    fewer, more = sorted((left, right), key=len)
    return all(any(_same(name, other) for other in more) for name in fewer)


def _same(name: str, other: str) -> bool:
    if len(name) == 1 or len(other) == 1:
        return name[0] == other[0]
    return name == other
