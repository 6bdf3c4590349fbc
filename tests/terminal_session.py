"""The program on a terminal of its own, typed to by a test."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
from pathlib import Path

from support import program

_PATIENCE = 30.0
"""Seconds after which a program that says nothing more has failed the test."""


class Session:
    """A command that runs on a terminal; use it in a `with`.

    `said` is everything that the terminal was sent so far.
    """

    def __init__(self, directory: Path, cache: Path, *arguments: str, **more: str) -> None:
        self._ours, theirs = os.openpty()
        known = {**os.environ, "CLAIMCLI_CACHE": str(cache), "TERM": "dumb", "COLUMNS": "80"}
        self.process = subprocess.Popen(
            program(*arguments),
            cwd=directory,
            env={**known, **more},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(theirs)
        self.said = ""
        self._read = 0

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *ended: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def type(self, after: str, keys: str) -> None:
        """Wait until the terminal has shown a prompt, and type."""
        self.until(after)
        os.write(self._ours, keys.encode())

    def press(self, key: str) -> None:
        """Press a key until something comes: between a prompt and waiting for a line it is lost."""
        ready = False
        while not ready:
            os.write(self._ours, key.encode())
            ready = bool(select.select([self._ours], [], [], 1.0)[0])

    def until(self, words: str) -> None:
        """Read on until these words have come, behind those that were waited for last."""
        while (at := self.said.find(words, self._read)) < 0:
            ready, _, _ = select.select([self._ours], [], [], _PATIENCE)
            part = self._part() if ready else b""
            assert part, f"waited in vain for {words!r} after:\n{self.said[self._read :]}"
            self.said += part.decode("utf-8", "replace").replace("\r\n", "\n")
        self._read = at + len(words)

    def end(self) -> int:
        """Read to the end; the code that the program ends with."""
        while part := self._part():
            self.said += part.decode("utf-8", "replace").replace("\r\n", "\n")
        return self.process.wait(_PATIENCE)

    def _part(self) -> bytes:
        with contextlib.suppress(OSError):  # how Linux tells the end
            return os.read(self._ours, 4096)
        return b""


def _take_terminal() -> None:
    """The terminal is that of the new session, so that Ctrl-C reaches it."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
