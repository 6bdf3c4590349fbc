"""`python -m claimcli` is `claimcli`."""

from claimcli.cli import run

if __name__ == "__main__":
    run()
