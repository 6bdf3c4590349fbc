"""Claims and sources as citations to put under a text: Chicago 17, for the ids that are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from claimcli.answers.answer import Answer
from claimcli.answers.holders import holders_of
from claimcli.answers.views import View
from claimcli.citations import chicago
from claimcli.citations.sorting import entry_order, listed_order
from claimcli.citations.typography import Markup
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import Citation, Claim
from claimcli.resolving import source_keyed, told_key
from claimcli.store import Store

STYLES = ("note", "short-note", "author-date", "bibliography", "author-date-bibliography")

OF_WORKS = STYLES[3:]
"""The styles that have one entry for each work, in alphabetical order."""

CITED_FIELDS = ("id", "style", "text")
"""The keys of a citation."""


class Citations(Answer, frozen=True):
    """Citations ready to be copied; `undeclared` are works that there is nothing to cite of.

    `keyed` are the ids of the sources that were asked for by another key, by that citation key.
    """

    citations: tuple[View, ...]
    style: str
    undeclared: tuple[str, ...]
    keyed: Mapping[str, str] = MappingProxyType({})

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a citation."""
        return CITED_FIELDS

    @property
    def rows(self) -> Sequence[View]:
        """The citations."""
        return self.citations

    @property
    def remarks(self) -> tuple[str, ...]:
        """Which sources were meant, and what became of works that are not declared."""
        instead = "left out" if self.style in OF_WORKS else "cited by its id"
        keys = (told_key(key, id) for key, id in self.keyed.items())
        return *keys, *(
            f"source '{work}' is not declared, and {instead}; `claimcli check` tells where"
            for work in self.undeclared
        )


def ask(store: Store, ids: Sequence[str], style: str, markup: Markup = "plain") -> Citations:
    """Claims, sources, or every claim on a question, cited; a source by its citation key, too.

    Raises for an unknown id or style.
    """
    if style not in STYLES:
        raise UnknownValue("style", style, STYLES)
    keyed = _keyed(store, ids)
    meant = [keyed.get(id, id) for id in ids]
    citations = tuple(cited(store, meant, style, markup))
    return Citations(citations, style, tuple(undeclared(store, meant)), keyed)


def _keyed(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The ids of the sources that are named by their citation keys."""
    unknown = (id for id in ids if store.kind_of(id) is None)
    return {key: id for key in unknown if (id := source_keyed(store, key))}


def cited(store: Store, ids: Iterable[str], style: str, markup: Markup = "plain") -> list[View]:
    """The citations of claims and sources; a question stands for every claim on it.

    Notes and author-date references come in the order of the ids; a bibliography has one entry
    for each work that they name and the corpus declares, in alphabetical order; the others are
    told by `undeclared`. Raises for an unknown id.
    """
    claims = list(dict.fromkeys(claim for id in ids for claim in _claims(store, id)))
    if style in OF_WORKS:
        return [_view(id, style, text) for id, text in _entries(store, claims, style, markup)]
    write = _WRITE[style]

    def of(claim: Claim) -> str:
        held = holders_of(claim, store.scholar)
        return write(claim, store.source, markup, holders=held)

    return [_view(claim.id, style, of(claim)) for claim in claims]


_WRITE = {
    "note": chicago.note,
    "short-note": chicago.short_note,
    "author-date": chicago.author_date,
}
"""What writes the styles that have a citation for each claim."""


def undeclared(store: Store, ids: Iterable[str]) -> list[str]:
    """The works that claims name and the corpus does not declare: nothing but ids to cite by."""
    named = (work for id in ids for claim in _claims(store, id) for work in chicago.sources(claim))
    return [work for work in dict.fromkeys(named) if store.source(work) is None]


def _view(id: str, style: str, text: str) -> View:
    return dict(zip(CITED_FIELDS, (id, style, text), strict=True))


def _claims(store: Store, id: str) -> list[Claim]:
    """The claims that an id stands for; a source is cited as a claim made in it would be."""
    if claim := store.claim(id):
        return [claim]
    kind = store.kind_of(id)
    if kind == "source":
        return [Claim(id=id, statement="", scholars=(), citation=Citation(id))]
    if kind == "question":
        return store.claims_on(id)
    if kind:
        raise ClaimcliError(f"'{id}' is a {kind}; cite takes claims, sources and questions")
    kinds = ("claim", "source", "question")
    ids = (known for kind in kinds for known in store.ids(kind))
    raise UnknownValue("record", id, ids, lost=store.lost)


def _entries(
    store: Store, claims: Iterable[Claim], style: str, markup: Markup
) -> Iterator[tuple[str, str]]:
    named = dict.fromkeys(id for claim in claims for id in chicago.sources(claim))
    works = filter(None, map(store.source, named))
    if style == "bibliography":
        for source in sorted(works, key=entry_order):
            yield source.id, chicago.bibliography(source, markup)
    else:
        for source in sorted(works, key=listed_order):
            yield source.id, chicago.listed(source, markup)
