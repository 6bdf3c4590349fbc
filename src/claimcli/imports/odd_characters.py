"""Characters of a foreign file that YAML does not take, and that nobody typed."""

from __future__ import annotations

import re

from claimcli.imports.foreign import Lines, Loss, Remark

_NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]"
)
_ODD_ENDS = re.compile("[\x85\u2028\u2029]")
_LINE_ENDS = str.maketrans({"\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


def cleaned(text: str) -> str:
    """A text with a space for each of them; what ends a line elsewhere is a line feed."""
    if text.isprintable():  # as nothing of what goes is
        return text
    return _NO_TEXT.sub(" ", text.translate(_LINE_ENDS))


def without_odd_characters(text: str, keeps_lines: bool = False) -> tuple[str, list[Remark]]:
    """The same of a whole file, with a remark on each line that has one; offsets stay.

    `keeps_lines`: where a line is a record, what ends lines elsewhere becomes a space.
    """
    if _ODD_ENDS.search(text):  # most have none, and are not copied
        text = text.translate(dict.fromkeys(_LINE_ENDS, " ") if keeps_lines else _LINE_ENDS)
    found = list(_NO_TEXT.finditer(text))
    if not found:
        return text, []
    lines, remarks = Lines(text), dict[int, Remark]()
    for match in found:
        place = lines.place(match.start())
        message = f"the character U+{ord(match[0]):04X} became a space"
        remarks.setdefault(place.line, Remark(place, Loss.CHANGED, message))
    return _NO_TEXT.sub(" ", text), list(remarks.values())
