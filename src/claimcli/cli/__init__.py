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

    try:
        from claimcli.cli.main import main

        code = main(sys.argv[1:])
    except KeyboardInterrupt:  # while importing: `main` sees to the rest itself
        code = 130
    if _is_watched():
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # `main` has told of what could not be written
            stream.flush()
    os._exit(code)


def _is_watched() -> bool:
    """Whether a profiler or a debugger is at work, which tells at the end what it has seen."""
    import sys

    monitoring = getattr(sys, "monitoring", None)  # from Python 3.12 on, for up to six tools
    tools = map(monitoring.get_tool, range(6)) if monitoring else ()
    return bool(sys.getprofile() or sys.gettrace() or any(tools))
