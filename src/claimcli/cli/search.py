"""`claimcli search`: claims by words, names in any spelling, and filters."""

from __future__ import annotations

import typer

app = typer.Typer(add_completion=False)

EPILOG = """Words are joined by AND; "a phrase" in quotation marks; -word leaves out; a field narrows:
scholar:, source:, stance:, question:, school:, tag:. Case, accents and apostrophes do not count.

Examples:

\b
  claimcli search                                             everything
  claimcli search peace talks
  claimcli search '"perfidious acts"' -koryo
  claimcli search scholar:vorobev war
  claimcli search --question who-started-war --second-hand --json
"""
