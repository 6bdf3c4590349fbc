"""Names as BibTeX and biblatex write them, to names of CSL.

Parts are told apart in the LaTeX as it was typed, since a brace keeps words together and an accent
does not say where a name ends; only then is each decoded. BibTeX's rules: "Tame the BeaST", ch. 11.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from claimcli.citations.creators import is_family_first
from claimcli.imports.bibtex.latex import Told, plain

CslName = dict[str, str]

OTHERS = "others"
"""The name that stands for all who are not named."""

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_AND = re.compile(r"\s+and(?=\s|$)", re.IGNORECASE)
_OTHER_SEPARATOR = re.compile(r"\s\|\s|;(?=\s)|\s(?:\\?&|/)\s|[;；、]")
_PART = re.compile(
    r"\s*\"?(family|given|prefix|suffix|useprefix|juniorcomma|\w+-i)\s*=", re.IGNORECASE
)

_LABELLED = re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""A comma that stands in no quotation marks, for which each looks through the rest."""
_LONGEST = 1000
"""Characters of a name in which quotation marks are looked for."""


def names(text: str, use_prefix: bool = False, told: Told = lambda command: None) -> list[CslName]:
    """The names of a field, in order; `and others` comes as the literal OTHERS.

    `use_prefix`: a particle is sorted with its name, as the option `useprefix` of biblatex says.
    """
    parts = (part.strip() for part in _split(text, _AND))
    found = (_name(part, use_prefix, told) for part in parts if part)
    return [name for name in found if name]


def separators(text: str) -> list[str]:
    """Signs in a field that somebody may have put between names in the place of `and`."""
    found = (text[slice(*span)].strip() for span in _outside(text, _OTHER_SEPARATOR))
    return list(dict.fromkeys(sign.removeprefix("\\") for sign in found))


def literals(text: str) -> list[str]:
    """The items of a list, such as places or publishers, in LaTeX."""
    parts = (part.strip() for part in _split(text, _AND))
    return [part for part in parts if part]


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """The parts of a text between separators that stand in no braces."""
    pieces, start = [], 0
    for at, end in _outside(text, separator):
        pieces.append(text[start:at])
        start = end
    return [*pieces, text[start:]]


def _outside(text: str, wanted: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where a pattern is met outside of braces."""
    closed = _depths(text)
    return [f.span() for f in wanted.finditer(text) if not _within(f.start(), closed)]


def _depths(text: str) -> list[tuple[int, int]]:
    """The outermost groups in braces: where each begins, and behind its end."""
    groups, depth, start = [], 0, 0
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            start = start if depth else brace.start()
            depth += 1
        elif brace[0] == "}" and depth:
            depth -= 1
            if not depth:
                groups.append((start, brace.end()))
    return groups


def _within(at: int, groups: list[tuple[int, int]]) -> bool:
    index = bisect_left(groups, (at,)) - 1  # the last group that begins before it
    return index >= 0 and at < groups[index][1]


def _name(text: str, use_prefix: bool, told: Told) -> CslName | None:
    decode: Callable[[str], str] = lambda part: plain(part, told)  # noqa: E731 - short for below
    groups = _depths(text)
    if len(groups) == 1 and groups[0] == (0, len(text)) and text[1:2] != "\\":
        return _literal(decode(text))
    if text.lower() == OTHERS:
        return {"literal": OTHERS}
    if _PART.match(text):
        return _labelled(text, use_prefix, decode)
    given, particle, family, suffix = _parts(text)
    return _csl(decode(family), decode(given), decode(particle), decode(suffix), use_prefix)


def _literal(text: str) -> CslName | None:
    return {"literal": text} if text else None


def _csl(family: str, given: str, particle: str, suffix: str, use_prefix: bool) -> CslName | None:
    if not (family or particle):
        return _literal(given)
    key = "non-dropping-particle" if use_prefix else "dropping-particle"
    name = {"family": family or particle, "given": given, "suffix": suffix}
    if particle and family:
        name[key] = particle
    return {part: value for part, value in name.items() if value}


def _labelled(text: str, use_prefix: bool, decode: Callable[[str], str]) -> CslName | None:
    """`family=Rijn, given=Simon, prefix=van, useprefix=true`, as biblatex has it."""
    parts = {}
    is_quoted = '"' in text and len(text) <= _LONGEST
    for piece in _split(text, _LABELLED if is_quoted else re.compile(",")):
        label, _, value = piece.strip().strip('"').partition("=")
        parts[label.strip().lower()] = value.strip().strip('"')
    flag = parts.get("useprefix", "")
    use_prefix = flag.lower() == "true" if flag else use_prefix
    labels = ("family", "given", "prefix", "suffix")
    family, given, particle, suffix = (decode(parts.get(label, "")) for label in labels)
    return _csl(family, given, particle, suffix, use_prefix)


def _parts(text: str) -> tuple[str, str, str, str]:
    """Given name, particle, family name and suffix of a name, in LaTeX."""
    pieces = [piece.strip() for piece in _split(text, re.compile(","))]
    if len(pieces) == 1:
        return _in_order(_words(text))
    words = _words(pieces[0])
    particle, family = _with_particle(words)
    given = pieces[-1] if len(pieces) < 4 else ", ".join(pieces[2:])
    suffix = pieces[1] if len(pieces) > 2 else ""
    return given, particle, family, suffix


def _in_order(words: list[str]) -> tuple[str, str, str, str]:
    """The parts of a name as it runs: the family name is last, behind what is in small letters.

    In Chinese, Japanese and Korean script it is first.
    """
    if len(words) > 1 and is_family_first(words[0]):
        return " ".join(words[1:]), "", words[0], ""
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    if not small:
        return " ".join(words[:-1]), "", words[-1] if words else "", ""
    particle, family = words[small[0] : small[-1] + 1], words[small[-1] + 1 :]
    return " ".join(words[: small[0]]), " ".join(particle), " ".join(family), ""


def _with_particle(words: list[str]) -> tuple[str, str]:
    """Particle and family name of what stands before the comma."""
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    if not small or small[0]:
        return "", " ".join(words)
    count = small[-1] + 1
    return " ".join(words[:count]), " ".join(words[count:])


def _words(text: str) -> list[str]:
    words = _split(text, re.compile(r"\s+|(?<!\\)~"))
    return [word for word in words if word]


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter; one in braces has none."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    bare = plain(word) if "\\" in word else word
    first = next((letter for letter in bare if letter.isalpha()), "")
    return first.islower()
