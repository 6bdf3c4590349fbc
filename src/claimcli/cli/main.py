"""The program: its commands, loaded one at a time, and what becomes of errors."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Annotated, Any

# Typer draws help and errors with rich, which takes longer to import than all the rest.
os.environ.setdefault("TYPER_USE_RICH", "0")

import typer
from typer.core import TyperGroup

from claimcli.errors import ClaimcliError, UnknownValue, renewing
from claimcli.terminal import is_coloured
from claimcli.version import __version__

COMMANDS = {
    "search": "Find claims by words, names in any spelling, and filters.",
    "compare": "Set the positions on a question side by side, or scholars against each other.",
    "show": "Show all that is known of a claim, scholar, source, question or name.",
    "list": "List questions, stances, scholars, schools, sources, names or tags, with counts.",
    "cite": "Cite claims and sources after Chicago: notes, author-date, bibliography.",
    "report": "Make a document of questions: who holds what, and how that is known.",
    "site": "Write the whole corpus as pages to publish.",
    "export": "Hand claims on: tables, databases, bibliographies, graphs.",
    "verify": "Hold quotations against the texts they were read in.",
    "coverage": "Show a text's citations, and which of them no record rests on yet.",
    "init": "Begin a corpus of your own, with an example that compares.",
    "new": "Make a claim, question, stance, scholar, source or name.",
    "edit": "Change a record, rename or delete it, or open it in your editor.",
    "review": "Hold claims against their passages one by one, and make drafts claims.",
    "import": "Bring a library, marked passages or a table of claims into the corpus.",
    "diff": "Show what changed in claims and other records between two revisions of git.",
    "merge-file": "Merge two changes of a corpus's file by record and field, for git.",
    "schema": "Print JSON Schema of a corpus's files, or of what a command prints as JSON.",
    "skill": "Print what this version can do, in one page for agents.",
    "mcp": "Serve the corpus to agents over the Model Context Protocol, to read.",
    "cache": "Say where the compiled corpus is kept, or delete it.",
    "check": "Report every problem of the corpus, each with file, line and column.",
}
"""What `claimcli --help` says of each command, without loading it."""

EPILOG = """Examples:

\b
  claimcli search Vorobev
  claimcli compare who-started-war
  claimcli search --stance both-wanted --json | jq '.[].statement'

Which corpus: --corpus DIR, else CLAIMCLI_CORPUS, else the nearest directory above this one that
holds a corpus (itself or in claims/), else the corpus that comes with claimcli.
"""


def module_of(command: str) -> str:
    """The module of a command; one whose name is a word of Python ends in `_`."""
    return f"{command}_" if iskeyword(command) else command.replace("-", "_")


class Commands(TyperGroup):
    """The commands; each module is imported when its command is run or asked for help."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            app = import_module(f"claimcli.cli.{module_of(cmd_name)}").app
            app.rich_markup_mode = None
            command = self.commands[cmd_name] = typer.main.get_command(app)
            command.name = cmd_name
            plain = command.get_help
            command.get_help = lambda ctx: _with_bold_heads(plain(ctx))  # type: ignore[method-assign]  # of every class of commands
        return self.commands[cmd_name]

    def get_help(self, ctx: Any) -> str:
        """As always, with bold heads where colour is."""
        return _with_bold_heads(super().get_help(ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list in the help, without importing the commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As always, but an unknown command names the one that was probably meant."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise UnknownValue("command", args[0], COMMANDS)
        return super().resolve_command(ctx, args)


def _with_bold_heads(help: str) -> str:
    """The help with its heads in bold, if standard output may be coloured."""
    if not is_coloured(sys.stdout):
        return help
    return re.sub(r"^( *)([A-Z]\w+:)(?= |$)", "\\1\x1b[1m\\2\x1b[0m", help, flags=re.M)


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "color": True},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcli {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def claimcli(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who claims what: search claims from the sources, compare positions, check every record."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def main(arguments: list[str]) -> int:
    """Run the command line; returns the exit code. No traceback reaches a user.

    A command whose cache proves damaged while it is read is run again, with a new one.
    """
    _prepare_streams()
    try:
        code = renewing(lambda: _run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        return _closed_pipe()
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        return _fail(f"the output cannot be written: {error.strerror or error}", 2)
    except ClaimcliError as error:
        from claimcli.render.mistakes import told

        return _fail(told(error), error.exit_code)
    except SystemExit as stop:  # typer ends a closed pipe so
        return _closed_pipe() if stop.code == 1 else _exit_code(stop.code)
    except Exception as error:
        return _usage_error(error)
    return _exit_code(code)


def _run(arguments: list[str]) -> object:
    return _program().main(arguments, prog_name="claimcli", standalone_mode=False)


@cache
def _program() -> Any:
    """The commands, with those that were asked for before."""
    return typer.main.get_command(app)


def _prepare_streams() -> None:
    if sys.stdout is None:  # closed by the caller
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for good
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for good
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _closed_pipe() -> int:
    """Nobody reads on, as when `head` has enough: end quietly."""
    from claimcli.cli.output import discard_output

    discard_output()
    return 0


def _exit_code(code: object) -> int:
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int) -> int:
    from claimcli.render.safe import visible

    lines = [visible(line) for line in message.split("\n")]
    with suppress(OSError):  # where it cannot be said, the code tells it
        print("claimcli: " + "\n".join(lines), file=sys.stderr)
    return code


def _usage_error(error: Exception) -> int:
    """A mistake in the options, which typer words; anything else is a fault of claimcli's."""
    format_message = getattr(error, "format_message", None)
    if format_message is None:
        if os.environ.get("CLAIMCLI_DEBUG"):
            raise error
        from claimcli.render.mistakes import fault

        return _fail(
            f"{fault(error)}\nPlease report it; CLAIMCLI_DEBUG=1 shows where it happened.", 70
        )
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "claimcli"
    option = getattr(error, "option_name", None)
    if path == "claimcli" and option:
        return _fail(
            f"{format_message()}\nOptions follow the command: claimcli COMMAND {option}", 2
        )
    return _fail(f"{format_message()}\nTry '{path} --help'.", 2)
