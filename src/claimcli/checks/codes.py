"""What is said about a code."""

from __future__ import annotations

import msgspec


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of problem: its title, why it is one, a file that has it, and that file mended.

    `saved` says how the example's file is stored where that is what is wrong with it: `latin-1`,
    `utf-8-sig` (with a byte-order mark), `crlf`, or `mixed` (the first line in CR LF). `shown` is
    false where no text can be the example: it then tells in words what the file is like.
    """

    code: str
    title: str
    explanation: str
    example: str
    mend: str
    saved: str = "utf-8"
    shown: bool = True
