"""Why a claim was found: for each thing sought, where it stands and in which form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from claimcli.model import Claim
from claimcli.names.folding import tokens
from claimcli.search.clauses import Clue, Place, Text
from claimcli.search.evidence import Form, forms, scheme_label
from claimcli.search.plan import Plan, Run, Sought
from claimcli.search.zones import FIELDS_OF, ONLY_ASKED, Group, Zone, Zones
from claimcli.store import Store

Span = tuple[int, int]
"""Of a match in a text: its first character and the one after its last."""


class Match(msgspec.Struct, frozen=True):
    """One place in which a claim has what was asked for.

    `field`: a key of the claim in JSON, or `school`, `question_scope`, `stance_meaning` for what is
    linked to it; `term` as typed; `text` as found; `kind` one of exact,
    folded, variant, transliteration, prefix, typo; `reason` says in a word or two what it is where
    it is not the word itself (`Wade–Giles`, `1 typo`). `spans` are all the places in `value`, a
    text of the field, for highlighting.
    """

    field: str
    term: str
    text: str
    kind: str
    reason: str | None = None
    value: str = ""
    spans: tuple[Span, ...] = ()


class Explainer:
    """Explains the hits of one plan."""

    def __init__(self, store: Store, plan: Plan) -> None:
        """The plan says what was sought, and in what forms."""
        self._plan = plan
        self._zones = Zones(store)
        self._seekers: dict[int, _Seeker] = {}

    def matches(self, claim: Claim) -> tuple[Match, ...]:
        """Why the claim is a hit."""
        if not self._plan.runs:
            return ()
        zones = self._zones.of(claim)
        return tuple(match for run in self._plan.runs for match in self._of_run(run, zones))

    def is_exact(self, claim: Claim) -> bool:
        """Whether the claim has everything exactly as it was typed."""
        said = "\n".join(filter(None, (claim.statement, claim.quote, claim.note)))
        missing = [word for word in self._written if not word.search(said)]
        if not missing:
            return True
        values = [zone.value for group in self._zones.of(claim) for zone in group.zones]
        return all(any(map(word.search, values)) for word in missing)

    @cached_property
    def _written(self) -> list[re.Pattern[str]]:
        """What was typed, as whole words."""
        return [re.compile(rf"(?<!\w){re.escape(word.text)}(?!\w)") for word in self._plan.words]

    def _of_run(self, run: Run, zones: Sequence[Group]) -> Iterator[Match]:
        explained: set[int] = set()
        for start, end in run.longest_first if run.groups else ():
            if explained.isdisjoint(range(start, end)):
                found = self._best(run.groups[start, end], zones)
                explained.update(range(start, end) if found else ())
                yield from found
        for at, single in enumerate(run.singles):
            if at not in explained and not single.is_optional:
                yield from self._best(single, zones)

    def _best(self, sought: Sought, zones: Sequence[Group]) -> Iterable[Match]:
        seeker = self._seekers.get(id(sought))
        if seeker is None:
            seeker = self._seekers[id(sought)] = _Seeker(sought)
        return seeker.best(zones)


Found = dict[tuple[str, str], Match]
"""The matches by the places of which each is told of once."""


class _Round:
    """One form looked for; `repeats` the kind of zones in which it is, None where in all.

    What is found in zones that claims share is kept.
    """

    __slots__ = ("_last_words", "form", "repeats", "shared")

    def __init__(self, form: Form, repeats: bool | None) -> None:
        self.form = form
        self.repeats = repeats
        self.shared: dict[Group, Found] = {}
        self._last_words = form.last_words

    def may_find(self, group: Group) -> bool:
        """Whether it can be there at all: most often it cannot, and that is soon seen."""
        if self._last_words is None:
            return True
        return any(map(group.folded.__contains__, self._last_words))


class _Seeker:
    """Looks for one thing sought, in each of its forms from the surest to the last.

    Ids repeat what the texts say, so that they count where nothing else does; but the field
    `question` is first of all the question's id. So all forms are looked for in what is preferred,
    and then in what is left.
    """

    def __init__(self, sought: Sought) -> None:
        self._sought = sought
        self._text = sought.text
        self._silent = sought.silent
        self._fields = FIELDS_OF[sought.field] if sought.field else None
        is_any = sought.field == "question" or not (sought.field or "-" in sought.text)
        is_id = sought.field == "question"
        preferences = (is_id, not is_id) if is_any else (None,)
        self._rounds = [_Round(form, repeats) for repeats in preferences for form in forms(sought)]

    def best(self, groups: Sequence[Group]) -> Iterable[Match]:
        """Every text that has it in the best form in which any has it."""
        for round in self._rounds:
            found: Found = {}
            for group in groups:
                if not group.is_shared:
                    self._look(round, group, found)
                    continue
                there = round.shared.get(group)
                if there is None:
                    there = round.shared[group] = {}
                    self._look(round, group, there)
                for place, match in there.items():
                    found.setdefault(place, match)
            if found:
                return found.values()
        return ()

    def _look(self, round: _Round, group: Group, found: Found) -> None:
        """Put the matches in zones into `found`, one of each place."""
        if not round.may_find(group):
            return
        for zone in group.zones:
            if self._fits(zone, round.repeats) and not (found and zone.place in found):
                match = self._match(round.form, zone)
                if match:
                    found[zone.place] = match

    def _fits(self, zone: Zone, repeats: bool | None) -> bool:
        """Whether it is looked for there at all, in this round."""
        if repeats is not None and zone.repeats != repeats:
            return False
        if self._fields is None:
            return zone.field not in ONLY_ASKED and zone.record not in self._silent
        return zone.field in self._fields

    def _match(self, form: Form, zone: Zone) -> Match | None:
        if zone.is_id and not self._may_be_id(form, zone.value):
            return None
        reason, places = _in_text(form.clues, zone)
        if places:
            return self._at(form.kind, zone, reason, places)
        for spelling, text in zone.spellings if form.in_spellings else ():
            reason, places = _in_text(form.in_spellings, text)
            if places:
                why = reason or scheme_label(spelling.scheme)
                return self._at(form.kind, zone, why, [(0, len(zone.value), None)])
        return None

    def _may_be_id(self, form: Form, id: str) -> bool:
        return form.in_ids and (form.in_part or id.lower() == self._sought.text.lower())

    def _at(self, kind: str, zone: Zone, reason: str | None, places: Sequence[Place]) -> Match:
        spans = tuple((start, end) for start, end, _ in places)
        text = zone.value[slice(*spans[0])]
        if kind == "exact":
            kind, text = self._as_typed([zone.value[start:end] for start, end in spans])
        return Match(zone.field, self._text, text, kind, reason, zone.value, spans)

    def _as_typed(self, found: Sequence[str]) -> tuple[str, str]:
        """The kind of a match with the word itself, and the text that is nearest to it."""
        typed = self._sought
        if self._text in found:
            return "exact", self._text
        is_begun = typed.terms[0].prefix
        is_longer = is_begun and len(tokens(found[0])[-1].folded) > len(typed.words[-1])
        return "prefix" if is_longer else "folded", found[0]


def _in_text(clues: Sequence[Clue], text: Text) -> tuple[str | None, list[Place]]:
    """Where a text has any of them, the first of them first, and the reason for that."""
    reason: str | None = None
    found: list[Place] = []
    for clue in clues:
        places = clue.sought.places(text)
        if places and not found:
            reason = clue.reason or places[0][2]
        found += places
    return reason, found
