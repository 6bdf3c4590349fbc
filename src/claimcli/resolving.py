"""What a caller names, in the corpus: records, filters, verdicts; or what was probably meant.

The command line, Python and agents name things alike, and are told of a mistake in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claimcli.errors import NOTHING_LOST, ClaimcliError, UnknownValue
from claimcli.model import NO_STANCE

if TYPE_CHECKING:
    from claimcli.dates import Interval
    from claimcli.model import Claim, Question, Scholar
    from claimcli.search import Filter, Filters
    from claimcli.store import Store


def known(
    kind: str,
    given: Iterable[str] | None,
    every: Callable[[], Iterable[str]],
    store: Store | None = None,
) -> tuple[str, ...]:
    """The values that were given; raises for the first that is not among `every`.

    `store` is where they come from, if they come from one.
    """
    if not given:
        return ()
    values, allowed = tuple(given), set(every())
    for value in values:
        if value not in allowed:
            raise UnknownValue(kind, value, allowed, lost=store.lost if store else NOTHING_LOST)
    return values


def question_of(store: Store, id: str) -> Question:
    """The question of that id; raises for an unknown one."""
    question = store.question(id)
    if question is None:
        raise UnknownValue("question", id, store.ids("question"), lost=store.lost)
    return question


def scholar_of(store: Store, given: str) -> Scholar:
    """The scholar of that id, or of that name; raises for an unknown one, and for several."""
    from claimcli.search.by_name import scholar_meant  # most do without

    scholar = store.scholar(scholar_meant(store, given))
    assert scholar
    return scholar


def source_keyed(store: Store, key: str) -> str | None:
    """The id of the source that another program knows by this key; None where there is none.

    Raises where several have it.
    """
    found = [source.id for source in store.sources_keyed(key)]
    if len(found) > 1:
        raise ClaimcliError(f"'{key}' is the citation key of {', '.join(found)}; say which")
    return found[0] if found else None


def told_key(key: str, id: str) -> str:
    """What is said where a source went by its citation key."""
    return f"'{key}' is the citation key of '{id}'"


def sources_of(store: Store, given: Iterable[str] | None) -> tuple[str, ...]:
    """The ids of sources, given by these or by citation keys; raises for an unknown one."""
    ids = [id if store.source(id) else source_keyed(store, id) or id for id in given or ()]
    return known("source", ids, lambda: store.ids("source"), store)


def is_question(store: Store, word: str) -> bool:
    """Whether a word means a question, and no scholar; raises where it means neither."""
    if store.question(word) is not None:
        return True
    from claimcli.search.by_name import named  # only where it is no question

    if store.scholar(word) is None and not named(store, word):
        known = store.ids("question") | store.ids("scholar")
        raise UnknownValue("question or scholar", word, known, lost=store.lost)
    return False


def claims_of(store: Store, ids: Sequence[str] = (), sources: Sequence[str] = ()) -> list[Claim]:
    """The claims of these ids, in their order; without any, all in the order of the files.

    Where `sources` are named, those that were read in one of them. Raises for an unknown id.
    """
    from claimcli.store import Role

    read_in = sources_of(store, sources)
    if not ids:
        return store.linked(Role.WITNESS, *read_in) if read_in else store.claims()
    claims = (_claim(store, id) for id in dict.fromkeys(ids))
    return [claim for claim in claims if not read_in or claim.witness in read_in]


def _claim(store: Store, id: str) -> Claim:
    claim = store.claim(id)
    if claim is None:
        raise UnknownValue("claim", id, store.ids("claim"), lost=store.lost)
    return claim


def filters_of(store: Store, given: Mapping[str, Any]) -> Filters:
    """What was given for filters, by their names, as a search takes them.

    A scholar may go by his name, and a year or period is a range (`1950..1980`); raises for a value
    that there is not.
    """
    from claimcli.search import FILTERS, Filters  # not for who asks without

    if given.get("first_hand") and given.get("second_hand"):
        raise ClaimcliError("--first-hand and --second-hand exclude each other; without them: both")
    wanted = [filter for filter in FILTERS if given.get(filter.name)]
    return Filters(**{f.name: _values(store, f, given[f.name]) for f in wanted})


def _values(store: Store, filter: Filter, given: Any) -> Any:
    from claimcli.search.by_name import scholar_meant, school_meant

    match filter.values:
        case "flag":
            return given
        case "interval":
            return _intervals(f"--{filter.name}", given)
        case "words":
            return known(filter.name, given, lambda: filter.words)
        case "scholar" | "school":
            meant = scholar_meant if filter.values == "scholar" else school_meant
            return tuple(meant(store, value) for value in given)
        case "stance":
            return known("stance", given, lambda: _stances(store), store)
        case "tag":
            return known("tag", given, store.tags, store)
        case "source":
            return sources_of(store, given)
        case kind:
            return known(kind, given, lambda: store.ids(kind), store)


def _stances(store: Store) -> Iterator[str]:
    """What a stance may be: one of any question, and `question/stance`."""
    yield NO_STANCE
    for question in store.questions():
        yield f"{question.id}/{NO_STANCE}"
        for stance in question.stances:
            yield from (stance.id, f"{question.id}/{stance.id}")


def _intervals(option: str, given: Iterable[str]) -> tuple[Interval, ...]:
    from claimcli.dates import DateError, parse_range

    try:
        return tuple(parse_range(text) for text in given)
    except DateError as error:
        raise ClaimcliError(f"{option}: {error}") from error
