"""Whether the holder of a claim can have written the work that is cited for it.

A citation without `via` says that the holder's own work was read. Then somebody who holds the
claim must be among the authors or editors of that work.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from claimcli.model import Creator, Scholar, Source
from claimcli.names.folding import index_text, is_han


def can_be_work_of(source: Source, holder: Scholar) -> bool:
    """Whether the source may be the holder's own work.

    The anonymous author of a work goes with a source that has neither author nor editor. Anybody
    else must be one of its authors or editors, in any of the spellings that scholars.yaml gives:
    the family name is there whole, and each given name or initial of one side has a counterpart
    on the other. Case, accents and apostrophes do not count, nor does the order of the parts, nor
    a title or byname of a person who goes by one name.
    """
    creators = (*source.author, *source.editor)
    if holder.kind == "anonymous":
        return not creators
    by = (is_spelling_of, _goes_by_one_name) if holder.kind == "person" else (is_spelling_of,)
    pairs = product(creators, holder.spelled)
    return any(may_be(creator, spelling) for creator, spelling in pairs for may_be in by)


def is_spelling_of(creator: Creator, spelling: str) -> bool:
    """Whether a full name as it is printed can be that of an author as CSL splits it.

    The family name is there whole, and each given name or initial of one side has a counterpart on
    the other. Case, accents and apostrophes do not count, nor does the order of the parts, and
    `ö` is also `oe`. Else the two are one where they are to a search (`same_name`).
    """
    return (
        _is_spelled(creator, spelling)
        or _is_spelled_out(creator, spelling)
        or (_may_begin_alike(creator, spelling) and _is_same_name(creator, spelling))
    )


def keys_of_creator(creator: Creator) -> set[str]:
    """Keys of a work's maker: whoever can have made it (`can_be_work_of`) asks for one of them."""
    named = creator.family or _whole(creator)
    keys = _grouping((not creator.given and creator.family) or _whole(creator))
    for plain in {named, _with_two_letters(named)}:
        keys.update(_WORD + word for word in _words(plain)[:1])
    for plain in {_whole(creator), _with_two_letters(_whole(creator))}:
        keys.add(_LETTERS + "".join(_words(plain)))
    keys.update(_WORD + word for word in without_titles(creator.literal or "")[:1])
    return keys


def keys_of_spelling(spelling: str) -> set[str]:
    """The keys that a name asks for as it is printed: those of whom it can be are among them."""
    keys = _grouping(spelling).union(*map(_grouping, spelling.split()))
    for plain in {spelling, _with_two_letters(spelling)}:
        keys.update(_WORD + word for word in _words(plain))
        keys.add(_LETTERS + "".join(_words(plain)))
    return keys


_WORD, _LETTERS = "=", "+"
"""Begin keys that no name of `name_keys` has, whose kinds are letters."""


def _grouping(name: str) -> set[str]:
    from claimcli.names.identity import name_keys  # a check of what is spelled alike needs none

    return set(name_keys(name))


def _is_spelled(creator: Creator, spelling: str) -> bool:
    """Whether both have the same letters, as far as letters go."""
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


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def _is_spelled_out(creator: Creator, spelling: str) -> bool:
    """Whether they have the same letters when umlauts are written as two."""
    parts = (creator.family, creator.given, creator.literal)
    if all(not part or part.isascii() for part in (*parts, spelling)):
        return False
    plain = Creator(*(part and _with_two_letters(part) for part in parts))
    return _is_spelled(plain, _with_two_letters(spelling))


@lru_cache(maxsize=4096)
def _with_two_letters(name: str) -> str:
    return unicodedata.normalize("NFC", name).lower().translate(_UMLAUTS)


def _is_same_name(creator: Creator, spelling: str) -> bool:
    """Whether they are one name by the rules that bring scripts and transliterations together."""
    from claimcli.names.identity import same_name  # what is spelled alike needs none of it
    from claimcli.names.initials import is_initial  # as above

    if creator.family and not creator.given:
        words = (word for word in spelling.split() if not is_initial(word))
        return any(same_name(creator.family, word) for word in words)
    whole = _whole(creator)
    if _numbered_apart(whole, spelling):
        return False
    if not creator.family and len(_words(whole)) != len(_words(spelling)):
        # A body has no given names that may be left out, but Chinese and Korean names are divided
        # in many ways (`Ssu-ma Ch'ien`, `Sima Qian`, 司馬遷).
        both = _is_of_the_east(whole) and _is_of_the_east(spelling)
        return both and same_name(whole, spelling) is not None
    return same_name(whole, spelling) is not None


def _numbered_apart(one: str, other: str) -> bool:
    """Whether two names end in numbers that differ, as those of rulers do (`William II`)."""
    ends = [words[-1] for words in (_words(one), _words(other)) if words]
    return len(set(ends)) > 1 and all(map(_NUMBER.fullmatch, ends))


def _is_of_the_east(name: str) -> bool:
    """Whether all of a name can be Chinese or Korean, in a script of its own or romanized."""
    from claimcli.names.korean import is_hangul, korean_part
    from claimcli.names.match_keys import is_sinitic  # as above

    words = _words(name)
    ways = (is_sinitic, korean_part, lambda word: all(map(is_han, word)), is_hangul)
    return any(all(map(can_be, words)) for can_be in ways)


_NUMBER = re.compile("[ivx]+")
_HONORIFICS = frozenset(
    "saint st sankt sant san santa sainte venerable blessed pope king queen emperor empress sir "
    "dame lord lady bishop archbishop abbot abbess brother sister father mother fra dom count "
    "countess duke prince princess rabbi imam shaykh sheikh mullah master magister".split()
)
"""What stands before or after the name of a person who goes by one name."""
_BYNAME = re.compile(r"(?:of|the|von|van|de|di|da|del|der|le|la|[ivx]+)\b")
"""How a byname begins: `of Tours`, `the Elder`, `VII`."""


def _goes_by_one_name(creator: Creator, spelling: str) -> bool:
    """Whether a name that is not split is that of a person with a title or byname more or less.

    `Bede` may be `Venerable Bede`, `Gregory` may be `Gregory of Tours`, who is not `Gregory the
    Great`; and a name of one word may be any of the words of a full one (`Tacitus`).
    """
    if creator.family or not creator.literal:
        return False
    written, spelled = without_titles(creator.literal), without_titles(spelling)
    if len(written) == 1 and written[0] in spelled:
        return True
    few, many = sorted((written, spelled), key=len)
    rest = " ".join(many[len(few) :])
    return bool(few) and many[: len(few)] == few and bool(not rest or _BYNAME.match(rest))


def without_titles(name: str) -> list[str]:
    """The folded words of a name without titles at its ends: `Bede` of `the Venerable Bede`."""
    words = list(_words(name))
    while words and words[0] in _HONORIFICS:
        words.pop(0)
    while words and words[-1] in _HONORIFICS:
        words.pop()
    return words


def _may_begin_alike(creator: Creator, spelling: str) -> bool:
    """Whether a word of the spelling can begin like the family name, in some script."""
    letters = _beginnings(spelling)
    if not letters:
        return True
    words = _words(creator.family or _whole(creator))
    return any(form[0] in letters for word in words for form in _forms(word))


@lru_cache(maxsize=4096)
def _beginnings(name: str) -> frozenset[str]:
    """The letters that the words of a name begin with in Latin script; none where it can be any.

    Chinese and Korean names begin otherwise in each romanization.
    """
    from claimcli.names.korean import korean_part
    from claimcli.names.match_keys import is_sinitic  # as above

    words = _words(name)
    of_the_east = all(map(is_sinitic, words)) or all(map(korean_part, words))
    if of_the_east or not all(_forms(word)[1:] for word in words):
        return frozenset()
    return frozenset(form[0] for word in words for form in _forms(word))


def _forms(word: str) -> tuple[str, ...]:
    """A folded word, and what it sounds like where it can be Russian."""
    from claimcli.names.slavic import skeletons  # as above

    return (word, *filter(None, skeletons(word)))


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


class CreatorIndex:
    """The creators of works by the keys of their names: `can_be_work_of` asked of few pairs.

    A corpus has as many creators as works, and each pair takes a millisecond. Names of which one
    can be the other have a key in common: a word, their letters, or a key of `name_keys`.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        """Note the works, whose order is kept."""
        self._sources = tuple(sources)
        self._by_key: defaultdict[str, set[int]] = defaultdict(set)
        self._without: set[int] = set()
        for number, source in enumerate(self._sources):
            creators = (*source.author, *source.editor)
            if not creators:
                self._without.add(number)
            for key in {key for creator in creators for key in keys_of_creator(creator)}:
                self._by_key[key].add(number)

    def works_of(self, holder: Scholar) -> list[Source]:
        """The works that may be the holder's own, in their order."""
        near = [self._sources[number] for number in sorted(self._near(holder))]
        return [source for source in near if can_be_work_of(source, holder)]

    def _near(self, holder: Scholar) -> set[int]:
        if holder.kind == "anonymous":
            return self._without
        keys = {key for spelling in holder.spelled for key in keys_of_spelling(spelling)}
        return set().union(*(self._by_key[key] for key in keys if key in self._by_key))
