"""Quotations of a corpus held against the texts they were read in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

import msgspec

from claimcli.answers.answer import Answer, LeftOut, of_list
from claimcli.answers.views import View
from claimcli.answers.wording import plural
from claimcli.entities import Entities
from claimcli.model import Claim
from claimcli.progress import Progress
from claimcli.quotes import Place, Status, Verdict, verify
from claimcli.quotes.other_texts import Missing, in_other_texts
from claimcli.resolving import known
from claimcli.texts import Texts, place_read
from claimcli.texts.cited_pages import located_pages

VERIFIED_FIELDS = (
    "id",
    "source",
    "quote",
    "verdict",
    "page",
    "locator",
    "difference",
    "hint",
    "passed_over",
    "places",
)
"""The keys of a quotation that was held against its text."""

VOID = "no text is at hand for any of these quotations: nothing was verified"
"""What is said of a verification that is void."""

FAILED = frozenset({Status.MISSING, Status.NEAR})
"""The text does not have these words."""

IN_ORDER = frozenset({Status.EXACT, Status.NORMALISED})
"""The text has these words, where they are said to stand."""

GRAVEST_FIRST = (
    Status.MISSING,
    Status.NEAR,
    Status.AMBIGUOUS,
    Status.ELSEWHERE,
    Status.NO_TEXT,
    Status.NORMALISED,
    Status.EXACT,
)
"""Verdicts in the order in which a person should look at them."""


class Verified(msgspec.Struct, frozen=True):
    """A claim's quote with the verdict on it; `file` is the text, None where there is none."""

    claim: Claim
    verdict: Verdict
    file: str | None = None

    @property
    def status(self) -> Status:
        """The verdict in a word."""
        return self.verdict.status

    @property
    def needs_attention(self) -> bool:
        """Whether it is shown unasked; for texts that are not at hand a summary is enough."""
        if self.status in IN_ORDER:
            return bool(self.verdict.passed_over)
        return self.status is not Status.NO_TEXT

    @property
    def view(self) -> View:
        """A quotation as published; `page` is the printed page, where one place was found on it."""
        places = self.verdict.places
        return {
            "id": self.claim.id,
            "source": self.claim.witness,
            "quote": self.claim.quote,
            "verdict": str(self.status),
            "page": places[0].page if len(places) == 1 else None,
            "locator": place_read(self.claim),
            "difference": self.verdict.difference,
            "hint": self.verdict.hint,
            "passed_over": [msgspec.to_builtins(denied) for denied in self.verdict.passed_over],
            "places": [_place_view(place, self.file) for place in places],
        }


class Verification(Answer, frozen=True):
    """Quotations with their verdicts: `asked` are those asked for, `found` all that were held.

    Of `asked` at most `most` are shown. `bare` are the ids of claims without a quotation.
    """

    found: tuple[Verified, ...]
    asked: tuple[Verified, ...]
    most: int | None
    bare: tuple[str, ...]
    names_bare: bool
    entities: Entities

    @property
    def shown(self) -> tuple[Verified, ...]:
        """Those that were asked for, without what a limit left out."""
        return self.asked[: self.most]

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a quotation that was held against its text."""
        return VERIFIED_FIELDS

    @property
    def columns(self) -> tuple[str, ...]:
        """What is read of a quotation."""
        return ("id", "verdict", "quote", "source", "locator", "difference", "hint", "places")

    @property
    def rows(self) -> Iterator[View]:
        """The quotations that were asked for."""
        return (one.view for one in self.shown)

    @property
    def left_out(self) -> LeftOut | None:
        """How many quotations a limit left out."""
        return of_list("quotation", len(self.shown), len(self.asked))

    @property
    def has_failed(self) -> bool:
        """Whether the text of any quotation does not have its words."""
        return any(one.status in FAILED for one in self.found)

    @property
    def is_void(self) -> bool:
        """Whether there were quotations, and no text at hand for any of them."""
        return {one.status for one in self.found} == {Status.NO_TEXT}

    @property
    def remarks(self) -> tuple[str, ...]:
        """How many quotations there are of each verdict, and what was held against nothing."""
        unpaged = without_page(self.found)
        bare = ", ".join(self.bare) if self.names_bare else f"{len(self.bare):,}"
        return (
            _summary(self.found),
            *(
                f"no text of {source} ({waiting:,}): name it {source}.txt, or --text {source}=FILE"
                for source, waiting in without_text(self.found).items()
            ),
            *(
                [f"page given but not checked, since the text does not tell it: {unpaged:,}"]
                if unpaged
                else ()
            ),
            *([f"without a quotation: {bare}"] if self.bare else ()),
        )


def _summary(found: Sequence[Verified]) -> str:
    counts = ", ".join(f"{number:,} {status}" for status, number in tally(found).items())
    all_found = bool(found) and all(one.status in IN_ORDER for one in found)
    said = plural(len(found), "quotation") + ", all found" * all_found
    return said + (f": {counts}" if counts else "")


def ask(
    entities: Entities,
    claims: Sequence[Claim],
    texts: Texts,
    statuses: Collection[str] = (),
    *,
    gravest_first: bool = False,
    only_to_look_at: bool = False,
    most: int | None = None,
    names_bare: bool = False,
    progress: Progress | None = None,
) -> Verification:
    """The quotations of claims held against texts.

    Args:
        entities: the records that the claims refer to.
        claims: those whose quotations are asked for.
        texts: the texts at hand.
        statuses: the verdicts that are asked for; without any, all.
        gravest_first: in the order in which a person should look at them, not that of the claims.
        only_to_look_at: leave out what is in order or has no text.
        most: how many to show at most.
        names_bare: name the claims without a quotation; else they are counted.
        progress: told how many are done, of how many.

    Raises `UnreadableText` for a text that cannot be read.
    """
    found = tuple(with_other_texts(_with_progress(claims, texts, progress), texts))
    asked = [one for one in found if not statuses or one.status in statuses]
    if only_to_look_at:
        asked = [one for one in asked if one.needs_attention]
    bare = tuple(claim.id for claim in claims if claim.quote is None)
    answer = Verification(found, tuple(asked), most, bare, names_bare, entities)
    return by_gravity(answer) if gravest_first else answer


def by_gravity(found: Verification) -> Verification:
    """The same in the order in which a person should look at them: verdict by verdict."""
    asked = sorted(found.asked, key=lambda one: GRAVEST_FIRST.index(one.status))
    return msgspec.structs.replace(found, asked=tuple(asked))


VERDICTS = tuple(status.replace(" ", "-") for status in Status)
"""As `verdicts` takes them; with a space, too."""


def verdicts(given: Iterable[str]) -> frozenset[str]:
    """The verdicts of these names, whose words may be joined by a hyphen; raises for another."""
    words = [word.replace("-", " ") for word in given]
    return frozenset(known("verdict", words, lambda: [str(status) for status in Status]))


def _with_progress(
    claims: Iterable[Claim], texts: Texts, progress: Progress | None
) -> Iterator[Verified]:
    quoted = [claim for claim in claims if claim.quote is not None]
    for done, one in enumerate(verified(quoted, texts)):
        if progress:
            progress(done, len(quoted))
        yield one
    if progress:
        progress(len(quoted), len(quoted))


def verified(claims: Iterable[Claim], texts: Texts) -> Iterator[Verified]:
    """Hold each quote against the text of its witness; claims without a quote are passed over.

    Raises `UnreadableText` for a text that cannot be read.
    """
    for claim in claims:
        if claim.quote is not None:
            yield _held(claim, claim.quote, texts)


def with_other_texts(found: Iterable[Verified], texts: Texts) -> list[Verified]:
    """Verdicts, with a hint for quotations that are missing in their text and stand in another."""
    held = list(found)
    hints = in_other_texts([_missing(o) for o in held if o.status is Status.MISSING], texts)
    return [_hinted(one, hints) if one.status is Status.MISSING else one for one in held]


def _missing(one: Verified) -> Missing:
    return Missing(one.claim.witness or "", one.claim.quote or "")


def _hinted(one: Verified, hints: Mapping[Missing, str]) -> Verified:
    hint = hints.get(_missing(one), one.verdict.hint)
    return msgspec.structs.replace(one, verdict=msgspec.structs.replace(one.verdict, hint=hint))


def _held(claim: Claim, quote: str, texts: Texts) -> Verified:
    source = claim.witness or ""
    witness = texts.witness(source)
    if witness is None:
        return Verified(claim, Verdict(Status.NO_TEXT))
    return Verified(claim, verify(quote, place_read(claim), witness), str(texts.file(source)))


def tally(found: Iterable[Verified]) -> dict[Status, int]:
    """How many quotes there are of each verdict, exact first; verdicts without any left out."""
    met = [one.status for one in found]
    return {status: met.count(status) for status in Status if status in met}


def without_text(found: Iterable[Verified]) -> dict[str, int]:
    """For each source whose text is not at hand, how many quotes wait for it."""
    waiting: dict[str, int] = {}
    for one in found:
        if one.status is Status.NO_TEXT:
            source = one.claim.witness or "no work named"
            waiting[source] = waiting.get(source, 0) + 1
    return waiting


def without_page(found: Iterable[Verified]) -> int:
    """How many quotes stand in their text, whose page the text does not tell: it is not checked."""
    return sum(
        one.status in IN_ORDER
        and bool(located_pages(place_read(one.claim)))
        and one.verdict.places[0].page is None
        for one in found
    )


def _place_view(place: Place, file: str | None) -> View:
    """A place in a text: characters from `start` to `end`, omissions included."""
    sheet = f", sheet {place.sheet}" if place.sheet else ""
    page = f", p. {place.page}" if place.page else sheet
    name = PurePath(file).name if file else ""
    return {
        "file": file,
        "line": place.line,
        "start": place.spans[0][0],
        "end": place.spans[-1][1],
        "page": place.page,
        "text": f"{name}:{place.line}{page}",
        "selectors": [msgspec.to_builtins(selector) for selector in place.selectors],
    }
