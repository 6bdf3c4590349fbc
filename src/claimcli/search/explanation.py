"""Why a claim was found: for each thing sought, where it stands and in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from claimcli.model import Claim, Spelling
from claimcli.names.folding import Token, fold, tokens
from claimcli.names.recognition import NameMatch
from claimcli.search import persons
from claimcli.search.plan import Plan, Run, Sought
from claimcli.search.tiers import Tier
from claimcli.search.zones import Text, Texts, of_field
from claimcli.store import Store

Span = tuple[int, int]
"""Of a match in a text: its first character and the one after its last."""


class Match(msgspec.Struct, frozen=True):
    """One place in which a claim has what was asked for.

    `field`: a key of the claim in JSON, or `school`, `question_scope`, `stance_meaning` for what is
    linked to it; `term` as typed; `text` as found; `kind` one of exact,
    folded, variant, transliteration, prefix, typo; `reason` says in a word or two what it is where
    it is not the word itself (`Wade–Giles`, `1 typo`). `spans` are the places in `value`, a text
    of the field, for highlighting.
    """

    field: str
    term: str
    text: str
    kind: str
    reason: str | None = None
    value: str = ""
    spans: tuple[Span, ...] = ()


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


class Explainer:
    """Explains the hits of one plan."""

    def __init__(self, store: Store, plan: Plan) -> None:
        """The plan says what was sought, and in what forms."""
        self._plan = plan
        self._texts = Texts(store)
        self._folds: dict[str, str] = {}
        self._tokens: dict[str, list[Token]] = {}
        self._names: dict[tuple[str, str], NameMatch | None] = {}

    def matches(self, claim: Claim) -> tuple[Match, ...]:
        """Why the claim is a hit."""
        if not self._plan.runs:
            return ()
        texts = self._texts.of(claim)
        return tuple(match for run in self._plan.runs for match in self._of_run(run, texts))

    def is_exact(self, claim: Claim) -> bool:
        """Whether the claim has everything exactly as it was typed."""
        own = "\n".join(filter(None, (claim.statement, claim.quote, claim.note)))
        missing = [word for word in self._written if not word.search(own)]
        if not missing:
            return True
        values = [text.value for text in self._texts.of(claim)]
        return all(any(map(word.search, values)) for word in missing)

    @cached_property
    def _written(self) -> list[re.Pattern[str]]:
        """What was typed, as whole words."""
        return [re.compile(rf"(?<!\w){re.escape(word.text)}(?!\w)") for word in self._plan.words]

    def _of_run(self, run: Run, texts: Sequence[Text]) -> Iterator[Match]:
        explained: set[int] = set()
        for start, end in sorted(run.groups, key=lambda span: span[0] - span[1]):
            if explained.isdisjoint(range(start, end)):
                found = self._best(run.groups[start, end], texts)
                explained.update(range(start, end) if found else ())
                yield from found
        for at, single in enumerate(run.singles):
            if at not in explained and not single.is_optional:
                yield from self._best(single, texts)

    def _best(self, sought: Sought, texts: Sequence[Text]) -> list[Match]:
        """Every text that has it in the best form in which any has it.

        Ids repeat what the texts say, so that they count where nothing else does; but the field
        `question` is first of all the question's id.
        """
        fitting = of_field(texts, sought.field)
        if sought.silent:
            fitting = [text for text in fitting if text.record not in sought.silent]
        if sought.field == "question":
            preferred = [text for text in fitting if text.repeats]
        elif "-" in sought.text or sought.field:
            preferred = fitting
        else:
            preferred = [text for text in fitting if not text.repeats]
        return self._in_best_form(sought, preferred) or self._in_best_form(sought, fitting)

    def _in_best_form(self, sought: Sought, fitting: Sequence[Text]) -> list[Match]:
        ways = (self._typed, self._variant, self._named)
        for form in (*ways, self._begun, self._inflected, self._mistyped):
            found: dict[tuple[str, str], Match] = {}
            for text in fitting:
                place = (text.field, text.record or text.value)
                if place not in found and (match := form(sought, text)):
                    found[place] = match
            if found:
                return list(found.values())
        return []

    def _typed(self, sought: Sought, text: Text) -> Match | None:
        if text.is_id and text.value.lower() != sought.text.lower() and not sought.field:
            return None
        is_begun = sought.terms[0].prefix
        spans = self._spans(sought.words, text.value, is_begun=is_begun)
        if not spans:
            return None
        found = [text.value[start:end] for start, end in spans]
        if sought.text in found:
            return _match(sought, text, spans, "exact", at=found.index(sought.text))
        is_longer = is_begun and len(self._words(found[0])[-1].folded) > len(sought.words[-1])
        return _match(sought, text, spans, "prefix" if is_longer else "folded")

    def _variant(self, sought: Sought, text: Text) -> Match | None:
        if text.is_id:
            return None
        for variant in sought.variants:
            spans = self._spans(variant.words, text.value)
            if spans:
                return _match(sought, text, spans, "variant", _label(variant.scheme))
        for spelling in text.spellings:
            every = [sought.words, *(variant.words for variant in sought.variants)]
            if any(self._spans(words, spelling.value) for words in every):
                return _match_whole(sought, text, "variant", _declared(spelling))
        return None

    def _named(self, sought: Sought, text: Text) -> Match | None:
        by_name = sought.ways.get(Tier.NAME) or sought.ways.get(Tier.LINKED_NAME)
        if text.is_id or not by_name:
            return None
        for value in (text.value, *(spelling.value for spelling in text.spellings)):
            found = self._name_in(sought, value)
            if found and value is text.value:
                return _match(
                    sought, text, [(found.start, found.end)], "transliteration", found.label
                )
            if found:
                return _match_whole(sought, text, "transliteration", found.label)
        return None

    def _begun(self, sought: Sought, text: Text) -> Match | None:
        if len(sought.terms) > 1 or (text.is_id and not sought.field):
            return None
        spans = self._spans(sought.words, text.value, is_begun=True)
        if spans:
            return _match(sought, text, spans, "prefix")
        for spelling in text.spellings:
            if self._spans(sought.words, spelling.value, is_begun=True):
                return _match_whole(sought, text, "prefix", _declared(spelling))
        return None

    def _inflected(self, sought: Sought, text: Text) -> Match | None:
        if text.is_id:
            return None
        reason = "another form"
        for word in sought.forms:
            spans = self._spans((word,), text.value)
            if spans:
                return _match(sought, text, spans, "prefix", reason)
            if any(self._spans((word,), spelling.value) for spelling in text.spellings):
                return _match_whole(sought, text, "prefix", reason)
        return None

    def _mistyped(self, sought: Sought, text: Text) -> Match | None:
        if text.is_id:
            return None
        for word, edits in sought.corrections:
            reason = "1 typo" if edits == 1 else f"{edits} typos"
            spans = self._spans((word,), text.value)
            if spans:
                return _match(sought, text, spans, "typo", reason)
            if any(self._spans((word,), spelling.value) for spelling in text.spellings):
                return _match_whole(sought, text, "typo", reason)
        return None

    def _spans(
        self, words: Sequence[str], value: str, *, is_begun: bool = False
    ) -> list[tuple[int, int]]:
        """Where these words stand one after the other; the last may only be begun."""
        *firsts, last = words
        if last not in self._folded(value):
            return []
        there = self._words(value)
        found = []
        for at in range(len(there) - len(firsts)):
            end = there[at + len(firsts)]
            fits = end.folded.startswith(last) if is_begun else end.folded == last
            if fits and all(there[at + n].folded == word for n, word in enumerate(firsts)):
                found.append((there[at].start, end.end))
        return found

    def _name_in(self, sought: Sought, value: str) -> NameMatch | None:
        name = sought.text
        if (name, value) not in self._names:
            found = persons.explain(name, value)
            if sought.is_person and not found:
                found = persons.explain_person(name, value)
            self._names[name, value] = found
        return self._names[name, value]

    def _folded(self, value: str) -> str:
        if value not in self._folds:
            self._folds[value] = fold(value)
        return self._folds[value]

    def _words(self, value: str) -> list[Token]:
        if value not in self._tokens:
            self._tokens[value] = tokens(value)
        return self._tokens[value]


def _match(
    sought: Sought,
    text: Text,
    spans: Sequence[Span],
    kind: str,
    reason: str | None = None,
    *,
    at: int = 0,
) -> Match:
    start, end = spans[at]
    found = text.value[start:end]
    return Match(text.field, sought.text, found, kind, reason, text.value, tuple(spans))


def _match_whole(sought: Sought, text: Text, kind: str, reason: str | None) -> Match:
    """Of a name that is shown in one spelling and was found by another."""
    span = (0, len(text.value))
    return Match(text.field, sought.text, text.value, kind, reason, text.value, (span,))


def _label(scheme: str | None) -> str:
    return SCHEMES.get(scheme, scheme) if scheme else "declared spelling"


def _declared(spelling: Spelling) -> str:
    return _label(spelling.scheme)
