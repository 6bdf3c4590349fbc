"""`claimcli check`: everything wrong with a corpus."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.cli import completion, options
from claimcli.cli.output import (
    chosen_format,
    ending_with,
    fields_of,
    show,
    tell,
)
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.render import check_fields
from claimcli.terminal import columns, is_coloured

if TYPE_CHECKING:
    from claimcli.answers.check import Inspected

app = typer.Typer(add_completion=False)

FORMATS = ("text", "json", "github")
LEVELS = ("error", "warning", "info")
"""The severities, worst first."""

EPILOG = """Examples:

\b
  claimcli check
  claimcli check --fail-on warning --ignore I
  claimcli check --select 4,E501 --json | jq -r '.[].message'
  claimcli check --explain E306

Codes are a letter for the severity (E error, W warning, I suggestion) and a number: 1xx files and
YAML, 2xx records and fields, 3xx references, 4xx attribution, 5xx dates, 6xx quotations and text,
7xx duplicates and tidiness. Ends with 1 where it found errors.
"""


@app.command(epilog=EPILOG)
def command(
    corpus: options.CorpusDirectory = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="How to print; text if not said.",
            autocompletion=completion.offered(completion.words(FORMATS)),
        ),
    ] = None,
    json: options.Json = False,
    fields: options.Fields = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODES", help="Only these codes: E, 4, E203, 2xx; E3,W4."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="All codes but these.")
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="|".join(LEVELS),
            help="End with 1 from this level on.",
            autocompletion=completion.offered(completion.words(LEVELS)),
        ),
    ] = LEVELS[0],
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="CODE", help="What a code means, and how to mend it."),
    ] = None,
) -> None:
    """Report every problem of the corpus, each with file, line and column.

    Reads the YAML itself, never the cache, and goes on after what cannot be read.
    """
    wanted = chosen_format(format, json, FORMATS)
    if fail_on not in LEVELS:
        raise UnknownValue("level", fail_on, LEVELS)
    if explain is not None:
        if wanted == "github":
            raise ClaimcliError("--explain prints text or json, and --format github problems only")
        _explain(explain, wanted)
        return
    if fields and wanted != "json":
        raise ClaimcliError("--fields goes with --json")
    from claimcli.cli.outcome import tell_of_schema  # not for --help

    inspected = _inspected(corpus, select or (), ignore or ())
    failing = LEVELS[: LEVELS.index(fail_on) + 1]
    with ending_with(int(any(p.severity in failing for p in inspected.problems))):
        _print(inspected, wanted, fields_of(fields))
        tell_of_schema(inspected.checked.root)


def _inspected(corpus: Path | None, select: Iterable[str], ignore: Iterable[str]) -> "Inspected":
    from claimcli.answers.check import ask  # --help and --explain do not need it
    from claimcli.checks.selecting import chosen
    from claimcli.cli.progress_bar import progress
    from claimcli.cli.session import corpus_of_ones_own

    codes = chosen(select, ignore)
    return ask(corpus_of_ones_own(corpus), codes, progress)


def _print(inspected: "Inspected", wanted: str, fields: tuple[str, ...]) -> None:
    from claimcli.corpus.find import path_to
    from claimcli.render import problems, send, write

    root = inspected.checked.root
    if wanted == "json":
        check_fields(fields, inspected.fields)
        write(inspected, "json", fields)
    elif wanted == "github":
        send(problems.github(inspected.problems, path_to(root, "GITHUB_WORKSPACE")))
    else:
        from claimcli.checks.excerpts import with_lines

        excerpts = with_lines(root, inspected.problems)
        width = columns(sys.stdout)
        told = problems.text(excerpts, path_to(root), is_coloured(sys.stdout), width)
        show("".join(told)) if width else send(told)
    for remark in inspected.remarks:
        tell(remark)


def _explain(code: str, wanted: str) -> None:
    from claimcli.checks.catalogue import CATALOGUE
    from claimcli.checks.selecting import code_named
    from claimcli.render import check_codes, json_text, send

    entry = CATALOGUE[code_named(code)]
    send([json_text(check_codes.view(entry)) if wanted == "json" else check_codes.text(entry)])
