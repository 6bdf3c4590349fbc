"""The bytes of a foreign file to its text: what it says of itself counts, nothing is guessed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from claimcli.errors import ClaimcliError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"(?:%\s*Encoding:\s*|x-kbibtex-encoding\s*=\s*|jabref-encoding:\s*|<\?xml[^>]*encoding=\")"
    rb"([\w-]+)",
    re.IGNORECASE,
)
_CUSTOMARY = ("cp1252", "cp1251", "gb18030")
"""Encodings of files without a mark, by which a line is shown to whoever has to choose."""


def decoded(name: str, content: bytes, encoding: str | None = None) -> str:
    """The text of a file.

    A byte-order mark counts first, then the encoding that is asked for, then UTF-8, then what the
    file declares (JabRef, KBibTeX). Raises `ClaimcliError`, with a line as each of some encodings
    would read it, where it is none of these.
    """
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return _by(name, content, marked)
    if not encoding and content[:_LOOKED_AT].count(0) > len(content[:_LOOKED_AT]) / 4:
        raise ClaimcliError(_asked(name, content, 0, ("utf-16-le", "utf-16-be")))
    if encoding:
        return _by(name, content, _known(encoding))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(content[:2000])
        if declared:
            return _by(name, content, _known(declared[1].decode("ascii")))
        raise ClaimcliError(_asked(name, content, error.start)) from None


def _readable(content: bytes, encoding: str) -> str:
    text = content.decode(encoding, "replace")
    return "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text
    ).strip()


def _known(encoding: str) -> str:
    """The name by which Python knows an encoding; JabRef writes those of Java."""
    plain = re.sub(r"^(?:cp|windows-?)(?=\d)", "cp", encoding.lower().replace("_", "-"))
    try:
        return codecs.lookup(plain).name
    except LookupError:
        raise ClaimcliError(f"no encoding '{encoding}' is known; cp1252 is one") from None


def _by(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"{name}:{line}: the byte 0x{content[error.start]:02X} is none of {encoding}"
        raise ClaimcliError(message) from None


_LOOKED_AT = 4000
"""Bytes in which those that are 0 tell two bytes for a letter."""


def _asked(name: str, content: bytes, at: int, encodings: Iterable[str] = _CUSTOMARY) -> str:
    """What is said of a file whose encoding nobody tells."""
    number = content.count(b"\n", 0, at) + 1
    start = content.rfind(b"\n", 0, at) + 1
    line = content[start:].split(b"\n", 1)[0].strip()
    around = line[max(0, at - start - 30) : at - start + 30]
    if not at:  # the first line, of two bytes for a letter
        around = content[: content.find(b"\n") + 1 or 60][:60]
    shown = [f"  --encoding {one:9} {_readable(around, one)}" for one in encodings]
    said = f"{name}:{number}: this is not UTF-8; which of these is right?"
    if not content[:at].isascii():
        said = (
            f"{name}:{number}: this is not UTF-8, but what stands above it is: the file has two "
            "encodings. Save it as UTF-8 in an editor; or which of these is right for all of it?"
        )
    return "\n".join([said, *shown])
