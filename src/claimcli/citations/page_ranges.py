"""Numbers of places as citations print them: a dash, of a range what has changed (9.60, 9.61)."""

from __future__ import annotations

import re

_NUMBER = r"(\d+\w{0,3}|[ivxlc]+)"
_PAGES = (
    r"(vol\.?\s*(?P<volume>\w+)[,:]?\s*)?(pp?\.|pages?\s|págs?\.|str\.|(?-i:S\.)|сс?\.|стр\.)?\s*"
    rf"(?P<pages>{_NUMBER}(\s*[,\u2010-\u2015-]\s*{_NUMBER})*)"
)
"""`p. 116`, `vol. 2, pp. 311-312`, `xii`, `S. 3`, `с. 116`: pages in several languages."""
_NUMBERED = r"\d+[a-z]?([.:]\d+[a-z]?)*(\s*[,\u2010-\u2015-]\s*\d+[a-z]?([.:]\d+[a-z]?)*)*"
_DASH = r"(?<=[\w.])(?<!\s\.)\s*[-\u2010-\u2015]+\s*(?=\w)"
_WHOLE = r"(?<![\w\u2013.:])(\d+)\u2013(\d+)(?![\w\u2013]|[.:]\d)"
_COUNTED = """
    act acts app appx art arts article articles bk bks book books box boxes canto cantos c cc ch chs
    chap chaps chapter chapters col cols column columns doc docs entry entries f ff fo fol fols foll
    folio folios fos fig figs frame frames item items l ll leaf leaves line lines map maps n nn note
    notes no nos nr nrs p pp page pages par para paras pars pl pls plate plates pt pts part parts
    quire quires reel reels roll rolls s ss sc scs scene scenes sec secs sect section sections sig
    sigs stanza stanzas tab table tables tabs title titles v vv verse verses vol vols volume volumes
    anm bd bde bl kap sp tit t tomo tomos pág págs str z kn гл кн л лл с сс ст стр т
""".split()
"""What places are counted in, as scholars of several languages shorten it."""
_LABEL = rf"(?<!\w)(?:§{{1,2}}|¶{{1,2}}|(?:{'|'.join(_COUNTED)})(?!\w)\.?)\s*"
_PLACE = r"(?:\d+(?:[.:]\d+)*(?:об\.|\w{0,3})|[ivxlcdm]+(?![\w.]))"
_SPAN = rf"{_PLACE}(?:\s*[\u2010-\u2015-]\s*{_PLACE})?"
_SPANS = rf"{_SPAN}(?:\s*(?:[,;&]|and)\s*{_SPAN})*"
_PLACES = rf"({_LABEL})({_SPANS})(?![\w/]|\s*[\u2010-\u2015-])"


def place(locator: str) -> str:
    """A place of any kind with the ranges in it set like those of pages: `fols. 85r\u201388r`.

    Only numbers after the name of what is counted are taken for a range: `MS 12-14` is a shelf.
    """
    if re.fullmatch(_SPANS, locator):
        return ranges(locator)
    return re.sub(_PLACES, lambda found: found[1] + ranges(found[2]), locator, flags=re.IGNORECASE)


def pages(locator: str, volume: str = "") -> str:
    """The numbers of a locator that is pages, after their volume (14.116); else empty.

    The volume is the locator's own, else the one given: `2:311\u201312`.
    """
    found = re.fullmatch(_PAGES, locator, re.IGNORECASE)
    if not found:
        return ""
    volume = found["volume"] or volume
    return (f"{volume}:" if volume else "") + ranges(found["pages"])


def ranges(numbers: str) -> str:
    """Numbers with a dash between them and no space, of the second what Chicago prints of it."""
    dashed = re.sub(_DASH, "\u2013", numbers)
    return re.sub(_WHOLE, lambda found: _range(found[1], found[2]), dashed)


def is_numbered(place: str) -> bool:
    """Whether a place is nothing but numbers, as those of a classic are: `13.5`, `2.40.2-3`."""
    return bool(re.fullmatch(_NUMBERED, place.strip()))


def _range(first: str, last: str) -> str:
    """Two whole numbers (9.61): all digits below 101 and after a hundred, else what has changed.

    After 101 to 109 that may be one digit, later it is two or more. A second number that is
    recorded with fewer digits stands for one that begins like the first.
    """
    whole = first[: max(0, len(first) - len(last))] + last
    if first[0] == "0" or (len(whole), whole) <= (len(first), first):
        return f"{first}\u2013{last}"
    if len(first) < 3 or len(whole) > len(first) or first.endswith("00"):
        return f"{first}\u2013{whole}"
    changed = next(at for at, digit in enumerate(first) if digit != whole[at])
    fewest = 1 if first[-2] == "0" else 2
    return f"{first}\u2013{whole[min(changed, len(whole) - fewest) :]}"
