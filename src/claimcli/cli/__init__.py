"""The command line: one thin file for each command; typer is imported nowhere else."""

from __future__ import annotations


def run() -> None:
    """The `claimcli` program: runs the command line and exits with its code."""
    import sys  # what follows is start-up: nothing is imported that the command does not need

    from claimcli.cli.main import main

    sys.exit(main(sys.argv[1:]))
