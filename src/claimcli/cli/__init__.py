"""The command line: one thin file for each command; typer is imported nowhere else.

The files of the commands do without `from __future__ import annotations`: typer would evaluate
each annotation twice, a millisecond at each start.
"""

from __future__ import annotations


def run() -> None:
    """The `claimcli` program: runs the command line and exits with its code."""
    import contextlib
    import gc  # what follows is start-up: nothing is imported that the command does not need
    import os
    import sys

    # A process that lives for a moment, of records that make no cycles: looking for some, and
    # freeing at the end one by one what the system takes back at once, is a quarter of its time.
    gc.disable()

    from claimcli.cli.main import main

    code = main(sys.argv[1:])
    if sys.getprofile() or sys.gettrace():
        sys.exit(code)  # whoever measures wants to tell of it
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # `main` has told of what could not be written
            stream.flush()
    os._exit(code)
