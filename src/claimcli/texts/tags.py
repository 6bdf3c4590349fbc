"""A file with tags cut into its tags and what stands between them, in time that grows with it.

It need not be well formed: what begins like a tag and is none is text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(r"""<(/?)([A-Za-z][\w:.-]*)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>""")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_OTHERS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))


class Piece(NamedTuple):
    """A tag by its name, without a prefix and in small letters, or a text, which has no name."""

    name: str = ""
    text: str = ""
    attributes: str = ""
    ends: bool = False
    empty: bool = False

    @property
    def given(self) -> dict[str, str]:
        """The attributes of a tag by their names, as those of tags are."""
        found = _ATTRIBUTE.findall(self.attributes)
        return {_local(key): html.unescape(value.strip("\"'")) for key, value in found}


def pieces(markup: str) -> Iterator[Piece]:
    """The tags and texts of a file, in order."""
    at, never = 0, set[str]()  # the ends of comments and the like that do not come any more
    while (begin := markup.find("<", at)) >= 0:
        yield Piece(text=html.unescape(markup[at:begin]))
        opening, closing = next((o for o in _OTHERS if markup.startswith(o[0], begin)), ("", ""))
        end = markup.find(closing, begin + len(opening)) if closing not in never else -1
        if opening and end >= 0:
            yield Piece(text=markup[begin + len(opening) : end] * (closing == "]]>"))
            at = end + len(closing)
        elif not opening and (tag := _TAG.match(markup, begin)):
            rest = tag[3]
            yield Piece(_local(tag[2]), "", rest, tag[1] == "/", rest.endswith("/"))
            at = tag.end()
        else:
            never.add(closing)
            yield Piece(text="<")
            at = begin + 1
    yield Piece(text=html.unescape(markup[at:]))


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
