"""What a person types to what is meant: words, phrases, exclusions, fields.

    jurchen war              both words, anywhere
    "night attack"           one after the other
    -truce  -"night attack"  without these
    scholar:kim  -via:kim-2013  question:"who began"
    jurch*                   words that begin so

Everything else is text: `12:30`, `NEAR`, `^`, a lone quote inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from claimcli.claim_fields import PROSE
from claimcli.errors import ClaimcliError
from claimcli.names.folding import fold, tokens

FIELDS = (
    *("scholar", "school", "source", "via", "question", "stance", "certainty", "tag"),
    *PROSE,
    *("name", "id"),
)
"""The words that may stand before a colon; of `PROSE` the texts, the others are links."""


MOST_TERMS = 100
"""Different things that one query may ask for."""

LONGEST_PASSAGE = 200
"""Words that a query may ask for one after the other: each is looked up with all its places.

In one passage, and in all passages and words with hyphens together, of each but the first word.
"""


class Term(msgspec.Struct, frozen=True):
    """One thing asked for. `words` are its folded words; `position` is where it stands."""

    text: str
    words: tuple[str, ...]
    field: str | None = None
    phrase: bool = False
    negated: bool = False
    prefix: bool = False
    position: int = 0

    @property
    def asks(self) -> tuple[object, ...]:
        """What it asks for, wherever it stands."""
        return (self.negated, self.field, self.text, self.phrase, self.prefix)


class Query(msgspec.Struct, frozen=True):
    """A query and its terms, which must all be met. Without terms it asks for everything."""

    text: str
    terms: tuple[Term, ...] = ()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """What a hit must have."""
        return tuple(term for term in self.terms if not term.negated)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """What a hit must not have."""
        return tuple(term for term in self.terms if term.negated)


class QueryError(ClaimcliError):
    """A query that cannot be understood: what is wrong, at which character, and what to do."""

    def __init__(self, message: str, query: str, position: int, hint: str | None = None) -> None:
        """`position` counts the characters of `query` before the mistake."""
        super().__init__(f"{message}; {hint}" if hint else message)
        self.message = message
        self.query = query
        self.position = position
        self.hint = hint


_QUOTES = '"\u201c\u201d\u201e\u201f\u301d\u301e\uff02'
_SPACE = r"\s\x00-\x1f\x7f-\x9f、，；。"
"""What parts words: the punctuation of Chinese and Japanese, too, which no space follows."""
_TERM = rf"""
    (?P<not> - (?=[^{_SPACE}-]) )?
    (?: (?P<field> [A-Za-z_]+ ) : (?![/\\]) (?= (?P<empty> [{_SPACE}] | $ )? ) )?
    (?: [{_QUOTES}] (?P<phrase> [^{_QUOTES}]* ) (?P<closed> [{_QUOTES}] )?
      | (?P<word> [^{_SPACE}{_QUOTES}]+ )
    )?
"""
_BETWEEN = rf"[{_SPACE}]*"


def parse(text: str) -> Query:
    """The query that a text means; raises QueryError with the place of the first mistake."""
    terms: list[Term] = []
    different: set[object] = set()
    following = 0
    for term in _plain_terms(text) if _is_plain(text) else _terms(text):
        terms.append(term)
        if term.asks not in different:
            different.add(term.asks)
            following += len(term.words) - 1
        if len(different) > MOST_TERMS:
            raise QueryError(
                f"more than {MOST_TERMS} different words are asked for",
                text,
                term.position,
                "put a passage in quotation marks, or leave words out",
            )
        if following >= LONGEST_PASSAGE:
            raise _too_many_in_order(text, term)
    if not terms and text.strip():
        raise QueryError(
            "there is no letter or digit to search for",
            text,
            len(text) - len(text.lstrip()),
            "an empty query finds everything",
        )
    _refuse_operators(text, terms)
    return Query(text, tuple(terms))


def _too_many_in_order(text: str, term: Term) -> QueryError:
    """What is wrong where too many words are asked for one after the other, up to this term."""
    if len(term.words) > LONGEST_PASSAGE:
        message = f"a passage of more than {LONGEST_PASSAGE} words is asked for"
        return QueryError(message, text, term.position, "a part of it finds the same")
    message = f"passages and words with hyphens have more than {LONGEST_PASSAGE} words together"
    return QueryError(message, text, term.position, "leave some of them out")


_OPERATORS = {
    "OR": 'there is no OR: search for each; for the word itself write "or"',
    "NOT": '-word leaves a word out; for the word itself write "not"',
}
"""What library catalogues take for more than words, where it is typed in capitals."""


def _refuse_operators(text: str, terms: list[Term]) -> None:
    """Raise for an operator beside words that claimcli would take for one of them."""
    for term in terms if len(terms) > 1 else ():
        if term.text in _OPERATORS and not (term.phrase or term.field or term.negated):
            hint = _OPERATORS[term.text]
            raise QueryError("all words must be met", text, term.position, hint)


def _is_plain(text: str) -> bool:
    """Whether a query is words and no more: so most are, and then no pattern need be made."""
    return text.isascii() and text.replace(" ", "").isalnum()


def _plain_terms(text: str) -> Iterator[Term]:
    position = 0
    for word in text.split(" "):
        if word:
            yield Term(word, (fold(word),), position=position)
        position += len(word) + 1


def _terms(text: str) -> Iterator[Term]:
    term_at, between = re.compile(_TERM, re.VERBOSE).match, re.compile(_BETWEEN).match
    position = 0
    while position < len(text):
        space = between(text, position)
        found = term_at(text, space.end() if space else position)
        assert found  # every part of the pattern may be empty
        position = max(found.end(), found.start() + 1)
        term = _term(text, found)
        if term.words:
            yield term


def _term(text: str, found: re.Match[str]) -> Term:
    field = found["field"]
    if field and field.lower() not in FIELDS and found["empty"] is not None:
        field, word = None, f"{field}:"  # a word before a colon, as in ordinary text
    else:
        field, word = _field(text, found), found["word"]
    if found["phrase"] is not None and not found["closed"]:
        opening = found.start("phrase") - 1
        raise QueryError("the quotation mark is not closed", text, opening, 'close it with "')
    phrase = found["phrase"]
    value = phrase if phrase is not None else word or ""
    words = tuple(token.folded for token in tokens(value))
    if field and not words:
        raise QueryError(
            f"nothing stands after '{field}:'",
            text,
            found.end("field") + 1,
            f'write {field}:word or {field}:"two words"',
        )
    prefix = phrase is None and len(value) > 1 and value.endswith("*")
    return Term(
        text=value.rstrip("*") if prefix else value,
        words=words,
        field=field,
        phrase=phrase is not None,
        negated=bool(found["not"]),
        prefix=prefix,
        position=found.start(),
    )


_OPTIONS = frozenset("year period sort limit".split())
"""What is asked for beside the words, and may be taken for a field."""


def _field(text: str, found: re.Match[str]) -> str | None:
    """The field before the colon, if there is one; raises for an unknown one."""
    if not found["field"]:
        return None
    field = found["field"].lower()
    if field in FIELDS:
        return field
    from claimcli.nearest import did_you_mean  # only when something went wrong

    option = f"it is an option: --{field} {found['word'] or 'VALUE'}" if field in _OPTIONS else None
    meant = option or did_you_mean(field, FIELDS) or f"the fields are: {', '.join(FIELDS)}"
    raise QueryError(
        f"no field '{found['field']}'",
        text,
        found.start("field"),
        f"{meant}; to search for the text itself, put it in quotation marks",
    )
