"""The order of entries in a bibliography and in a list of references, after Chicago 17.

Letter by letter, as the manual prefers it (16.59): spaces, hyphens and apostrophes, also ʿayn and
hamza (16.75), count for nothing, and accents as little (16.67): Ł is l and Ø is o.
Scripts follow each other as Unicode has them.
"""

from __future__ import annotations

import re
from math import inf

from claimcli.citations.creators import Person, leading_creators
from claimcli.citations.elements import title
from claimcli.citations.issue_dates import date_words, forthcoming
from claimcli.citations.typography import plain
from claimcli.dates import Day, readable
from claimcli.model import Source
from claimcli.names.folding import fold

Names = tuple[tuple[str, str], ...]
Time = tuple[int, tuple[float, ...], str]

_ARABIC = r"(?:[aeu]l|a(?P<sun>sh|dh|th|[dnrstz])(?=-(?P=sun)))-(?=\w)"
"""The Arabic article, also where it takes the sound of the letter that follows (16.75)."""

_ARTICLES = {
    "en": "the|an?",
    "de": "der|die|das|den|dem|des|eine?|einer",
    "fr": "l’|l'|les?|la|une?|des",
    "es": "el|las?|los|una?",
    "it": "l’|l'|un’|un'|il|lo|la|i|gli|le|una?|uno",
    "pt": "os?|as?|uma?",
    "nl": "de|het|een|'t|’t",
    "sv": "den|det|de|ett?|en",
    "hu": "az?|egy",
}
"""The articles that a title in a language may begin with (16.56)."""

_CYRILLIC = str.maketrans("ѓђєѕіїјќћўґ", "гдезииикчуг")
"""Letters of single languages, as those of all that they stand beside."""


def entry_order(source: Source) -> tuple[Names, str, Time, str, str]:
    """A key that puts entries in order (14.65, 14.66, 14.71): by their makers, title and time.

    Each maker counts for itself, so that an author's own works stand before those with others.
    Without a maker the title stands in that place. An article that a title begins with is passed
    over, in another language than English where `language` tells it. Ids part what is left, so that
    the letters of years (`1900a`) follow each other wherever they stand.
    """
    names, named = tuple(map(_name, leading_creators(source))), _title(source)
    return names or ((named, ""),), named, _time(source), title(source, plain), source.id


def listed_order(source: Source) -> tuple[Names, Time, str, str, str]:
    """The same for entries with the year in front (15.18): by makers, year, then title."""
    makers, named, time, printed, id = entry_order(source)
    return makers, time, named, printed, id


def _name(person: Person) -> tuple[str, str]:
    """A maker as he stands in an index: the family name, then what follows the comma."""
    inverted = plain(person.inverted)
    family, _, rest = inverted.partition(", ") if person.given else (inverted, "", "")
    return _letters(_without_article(family)), _letters(rest)


def _without_article(text: str) -> str:
    return re.sub(rf"^{_ARABIC}", "", fold(text))


def _title(source: Source) -> str:
    language = str(source.csl.get("language") or "en")[:2].lower()
    articles = _ARTICLES.get(language, _ARTICLES["en"])
    named = title(source, plain)
    article = rf"^\W*?(?:{articles})(?:(?<=['’])|\s+)"
    shortened = re.sub(article, "", named, flags=re.IGNORECASE) or named
    return _letters(_without_article(re.sub(r"^\W+", "", shortened)))


def _letters(text: str) -> str:
    """What counts of a text: letters and digits without case and accents."""
    return "".join(filter(str.isalnum, fold(text))).translate(_CYRILLIC)


def _time(source: Source) -> Time:
    """When a work came out; after all dates what has none, then what is to come (15.44, 15.45).

    An interval without a beginning stands with its end, as it is printed: `[by 1900]`.
    """
    found = readable(source.date)
    if found is None:
        words = date_words(source)
        return (2 if forthcoming().search(words) else 1), (), words
    first, last, _ = found
    return 0, (*_day(first or last), *_day(last)), ""


def _day(day: Day | None) -> tuple[float, ...]:
    return day or (inf, 0, 0)
