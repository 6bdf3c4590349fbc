"""The command line: one thin file for each command; typer is imported nowhere else."""

from __future__ import annotations


def run() -> None:
    """The `claimcli` program: runs the command line and exits with its code."""
    import gc  # what follows is start-up: nothing is imported that the command does not need
    import sys

    # A process that lives for a moment, of records that make no cycles: collecting them is a tenth
    # of its time, and so is the last collection at its end, which walks over all that is not frozen.
    gc.disable()

    from claimcli.cli.main import main

    code = main(sys.argv[1:])
    gc.freeze()
    sys.exit(code)
