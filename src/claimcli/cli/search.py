"""`claimcli search`: claims by words, names in any spelling, and filters."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcli import dates, views
from claimcli.cli import options
from claimcli.cli.output import emit, output, tell
from claimcli.cli.session import known, open_corpus, remark_on
from claimcli.errors import ClaimcliError
from claimcli.model import CLAIM_CERTAINTIES
from claimcli.render import Marks, Result
from claimcli.search import SORTS, Filters, Found, parse_query, search
from claimcli.store import Store

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
