"""The forms in which something sought may stand in a text, from the surest to the last."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimcli.search.clauses import Clue, Findable, NameKeys, Phrase, WholeName
from claimcli.search.plan import Sought

SCHEMES = {
    "han": "Han",
    "wade-giles": "Wade–Giles",
    "palladius": "Palladius",
    "cyrillic": "Cyrillic",
    "hangul": "Hangul",
    "mccune-reischauer": "McCune–Reischauer",
    "revised": "Revised Romanization",
}
"""Scripts and romanizations as they are written; one that is not here goes by its own name."""


class Form(msgspec.Struct, frozen=True):
    """The clues for one kind of match.

    `in_spellings` are looked for in the other spellings of a name, which is then shown whole. An id
    is looked at only `in_ids`, and unless `in_part` of them only as a whole.
    """

    kind: str
    clues: tuple[Clue, ...]
    in_spellings: tuple[Clue, ...] = ()
    in_ids: bool = False
    in_part: bool = False

    @property
    def last_words(self) -> tuple[str, ...] | None:
        """Words of which a text must have one, folded; None where it may stand there without."""
        sought = [clue.sought for clue in (*self.clues, *self.in_spellings)]
        phrases = [phrase for phrase in sought if isinstance(phrase, Phrase)]
        if len(phrases) < len(sought):
            return None
        return tuple(dict.fromkeys(phrase.words[-1] for phrase in phrases))


def forms(sought: Sought) -> list[Form]:
    """Every form in which it may stand."""
    return [form for form in _forms(sought) if form.clues or form.in_spellings]


def _forms(sought: Sought) -> Iterator[Form]:
    typed, is_fielded = sought.phrase, sought.field is not None
    yield Form("exact", (Clue(typed),), in_ids=True, in_part=is_fielded)
    variants = tuple(Clue(v.phrase, scheme_label(v.scheme)) for v in sought.variants)
    spelled = (typed, *(variant.phrase for variant in sought.variants))
    yield Form("variant", variants, tuple(map(Clue, spelled)))
    yield Form("variant", sought.customary, sought.customary)
    names = (*map(Clue, _names(sought)), *sought.romanized)
    yield Form("transliteration", names, names)
    if len(sought.terms) == 1:
        begun = (Clue(Phrase(sought.words, is_begun=True)),)
        yield Form("prefix", begun, begun, in_ids=is_fielded, in_part=True)
    yield Form("prefix", sought.divided, sought.divided)
    others = tuple(Clue(Phrase((word,)), "another form") for word in sought.forms)
    yield Form("prefix", others, others)
    mistyped = tuple(Clue(Phrase((w,)), _typos(edits)) for w, edits in sought.corrections)
    yield Form("typo", mistyped, mistyped)


def _names(sought: Sought) -> Iterator[Findable]:
    if sought.keys:
        yield NameKeys(sought.keys)
    if sought.is_person:
        yield WholeName(sought.text)


def _typos(edits: int) -> str:
    return "1 typo" if edits == 1 else f"{edits} typos"


def scheme_label(scheme: str | None) -> str:
    """A declared scheme as it is written."""
    return SCHEMES.get(scheme, scheme) if scheme else "declared spelling"
