"""The bytes of a file to its text, and what is wrong with them as text."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from claimcli.corpus.files import Unseen, why_not
from claimcli.problems import Location, Problem

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes; a larger file is not read. 100,000 claims are about 50 MB, in 200 files or in one."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}

# What YAML 1.1 (section 5.1) forbids in a stream, and the three line separators that YAML
# takes for the end of a line and editors do not.
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_SEPARATORS = ("\x85", "\u2028", "\u2029")


class FileText(msgspec.Struct, frozen=True):
    """A file as text with `\\n` line ends, without a byte-order mark.

    `spoiled` are the lines (from 1) whose text is not what was meant: what they belong to cannot
    be read.
    """

    text: str
    problems: tuple[Problem, ...] = ()
    spoiled: tuple[int, ...] = ()


def load(root: Path, file: str) -> bytes | Problem:
    """The bytes of a file below `root`; E101 if it cannot be read, E104 if it is too large."""
    path = root / file
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return cannot_be_read(Unseen(file, "it is not a regular file"))
        if status.st_size > SIZE_LIMIT:
            return _too_large(file, status.st_size)
        return path.read_bytes()
    except OSError as error:
        return cannot_be_read(Unseen(file, why_not(error)))


def cannot_be_read(unseen: Unseen) -> Problem:
    """E101 for a file or directory that could not be looked into."""
    message = f"cannot be read: {unseen.reason}"
    return Problem("E101", Location(unseen.path), message, unseen.hint)


def _too_large(file: str, size: int) -> Problem:
    megabytes = 1024 * 1024
    return Problem(
        "E104",
        Location(file),
        f"the file has {size // megabytes} MB; more than {SIZE_LIMIT // megabytes} MB is not read",
        "split it: a corpus may have any number of files",
    )


def decode(file: str, content: bytes) -> FileText:
    """The text of a file, read as UTF-8.

    Gives E102 for each line that is not UTF-8, W116 for byte-order marks, I117 and W118 for line
    ends that are not, or not all, a bare line feed.
    """
    problems: list[Problem] = []
    if content.startswith(BYTE_ORDER_MARK):
        content = content[len(BYTE_ORDER_MARK) :]
        problems.append(_byte_order_mark(file))
    if content[:2] in _WIDE:
        return FileText("", (_wide(file, _WIDE[content[:2]]),))
    spoiled: list[int] = []
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
        for location, byte in _bad_bytes(file, content):
            problems.append(_not_utf8(location, byte))
            spoiled.append(location.line)
    problems += _line_ends(file, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if "\ufeff" in text:
        problems += _marks_within(file, text)
    if any(separator in text for separator in _SEPARATORS):
        found = forbidden(file, text)
        problems += found
        spoiled += [problem.location.line for problem in found]
    return FileText(text, tuple(problems), tuple(spoiled))


def forbidden(file: str, text: str, line: int = 1) -> list[Problem]:
    """E103 for each line with a character which YAML does not allow; the first has that number."""
    found = _FORBIDDEN.finditer(text)
    return [
        Problem(
            "E103",
            location,
            f"the character U+{ord(match[0]):04X} does not belong in a text file",
            "delete it, or write a space in its place",
        )
        for location, match in _first_of_each_line(file, text, line, found)
    ]


def _first_of_each_line(
    file: str, text: str, line: int, found: Iterable[re.Match[str]]
) -> Iterator[tuple[Location, re.Match[str]]]:
    counted = last = 0
    for match in found:
        line += text.count("\n", counted, match.start())
        counted = match.start()
        if line != last:
            last = line
            yield Location(file, line, counted - text.rfind("\n", 0, counted)), match


def _bad_bytes(file: str, content: bytes) -> Iterator[tuple[Location, int]]:
    """The first byte of each line that is not UTF-8."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for number, line in enumerate(lines, start=1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            before = line[: error.start].decode()
            yield Location(file, number, len(before) + 1), line[error.start]


def _not_utf8(location: Location, byte: int) -> Problem:
    return Problem(
        "E102",
        location,
        f"the byte 0x{byte:02X} is not UTF-8",
        "save the file as UTF-8",
    )


def _wide(file: str, encoding: str) -> Problem:
    return Problem(
        "E102", Location(file), f"the file is {encoding}, not UTF-8", "save the file as UTF-8"
    )


def _byte_order_mark(file: str) -> Problem:
    return Problem(
        "W116",
        Location(file),
        "the file begins with a byte-order mark",
        "save it as UTF-8 without BOM; some programs take the mark for a part of the first key",
    )


def _marks_within(file: str, text: str) -> Iterator[Problem]:
    """W116 for each line that begins with a byte-order mark, as where two files were joined."""
    found = re.finditer("(?m)^\ufeff", text)
    for location, _ in _first_of_each_line(file, text, 1, found):
        yield Problem(
            "W116",
            location,
            "a byte-order mark stands within the file",
            "delete it: such a mark comes with a file that was put behind another, and hides a key",
        )


def _line_ends(file: str, text: str) -> list[Problem]:
    """I117 where all line ends are of Windows, W118 at the first line that ends otherwise."""
    windows = text.count("\r\n")
    if windows == 0:
        return []
    first = text.index("\n")
    if windows == text.count("\n"):
        message = "lines end in CR LF, as on Windows"
        hint = "set `* text=auto` in .gitattributes, and diffs stay clean on every system"
        return [Problem("I117", Location(file, 1, first), message, hint)]
    first_is_windows = text[first - 1] == "\r"
    odd = re.compile("(?<!\r)\n" if first_is_windows else "\r\n").search(text)
    start = odd.start() if odd else 0
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    message = "some lines end in CR LF and others in LF alone"
    return [Problem("W118", Location(file, line, column), message, "save it with LF line ends")]
