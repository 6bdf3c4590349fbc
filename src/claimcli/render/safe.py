"""Text from a corpus made harmless: what could steer a terminal is shown and not sent."""

from __future__ import annotations

import re

from claimcli.noncharacters import NONCHARACTERS

_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f"  # C0, delete, C1
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # direction, invisible
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # interlinear marks, tag characters
    f"{NONCHARACTERS}\ud800-\udfff]"  # lone surrogates
)
# Joiners belong to the spelling of Persian, Hindi and many others, and to emoji; never to Latin.
_JOINED = "[\u0590-\u1fff\u2100-\U000dffff]"
_STRAY_JOINER = f"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"
_UNSAFE_IN_JSON = _UNSAFE.replace("\x00-\x1f", "\u200c\u200d")
_PLAIN = bytes(range(0x20, 0x7F))
# Only where white space begins, and without going back: a run of it is passed through once.
_LINE_BREAKS = r"(?<!\s)[^\S\r\n\u2028\u2029]*+[\r\n\u2028\u2029]\s*+|\t"


def visible(text: str) -> str:
    """One line of text with each control or invisible character spelled out (`\\x1b`).

    Line breaks and tabs become spaces; writing from right to left itself is left alone, and so are
    joiners where they belong to a spelling.
    """
    if text.isprintable():
        return text
    return re.sub(f"{_UNSAFE}|{_STRAY_JOINER}", _escape, re.sub(_LINE_BREAKS, " ", text))


def escaped_json(json: bytes) -> bytes:
    """One line of JSON with no character that a terminal could obey; the same value."""
    beyond = json.translate(None, _PLAIN)  # a tenth of most texts
    if not beyond or beyond.decode().isprintable():  # so it mostly is, and no pattern need be made
        return json
    return re.sub(_UNSAFE_IN_JSON, _escape_in_json, json.decode()).encode()


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"


def _escape_in_json(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
