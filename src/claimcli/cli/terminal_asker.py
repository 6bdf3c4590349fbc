"""A person on a terminal, asked line by line; what is typed can be completed and edited.

Lines are edited by readline of the standard library, which costs a millisecond. A library that
draws its own prompt (prompt_toolkit: 10 MB, 150 to 220 ms to import) gives menus in its place, and
does not work in an editor's shell, on a dumb terminal, or with a screen reader as well as lines do.
Where Python has no readline, as on Windows, all works but for completion.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from claimcli.dialogue.asker import Back, Left, Offer

if TYPE_CHECKING:
    from claimcli.answers.answer import Answer
    from claimcli.checks.excerpts import Excerpt

_MOST = 40
"""Known answers that are listed at once."""

_SHORT = 60
"""Characters of a default that stands within the prompt."""


def is_there() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class TerminalAsker:
    """The person at the terminal that this process has."""

    def __init__(self, prefix: str = "") -> None:
        """`prefix` goes before the paths of files: the way to the corpus."""
        self._prefix = prefix
        self._readline = _readline()

    def ask(
        self,
        prompt: str,
        default: str = "",
        *,
        offers: Sequence[Offer] = (),
        help: str = "",
        is_text: bool = False,
    ) -> str:
        """See `Asker`."""
        from claimcli.render.safe import visible

        is_edited = bool(self._readline and is_text and default)
        shown = default if len(default) <= _SHORT else f"{default[: _SHORT - 1]}…"
        asked = visible(prompt) + f" [{visible(shown)}]" * bool(default and not is_edited) + ": "
        while True:
            words = self._line(asked, default if is_edited else "", offers)
            if words == "?":
                self._help(help, offers)
            elif words == "<":
                raise Back
            else:
                return "" if words == "-" else words or ("" if is_edited else default)

    def _line(self, prompt: str, typed: str, offers: Sequence[Offer]) -> str:
        """A line as it was typed. Raises `Left` at the end of input and on Ctrl-C."""
        sys.stderr.flush()
        while True:
            try:
                with self._editing(typed, offers):
                    return input(prompt).strip()
            except UnicodeDecodeError:
                self.say("that is not UTF-8; type it again")
            except (EOFError, KeyboardInterrupt):
                print()
                raise Left from None

    @contextlib.contextmanager
    def _editing(self, typed: str, offers: Sequence[Offer]) -> Iterator[None]:
        """The line begins with what is typed already, and TAB completes with the offers."""
        if self._readline is None:
            yield
            return
        self._readline.set_completer(_completer(offers))
        self._readline.set_startup_hook(lambda: self._readline.insert_text(typed))
        try:
            yield
        finally:
            self._readline.set_completer(None)
            self._readline.set_startup_hook(None)

    def _help(self, help: str, offers: Sequence[Offer]) -> None:
        self.say(help)
        for offer in offers[:_MOST]:
            self.say(f"  {offer.value}" + f"  {offer.meaning}" * bool(offer.meaning))
        if len(offers) > _MOST:
            self.say(f"  and {len(offers) - _MOST} more: type the beginning of one, then TAB twice")

    def say(self, text: str = "") -> None:
        """See `Asker`."""
        from claimcli.render.safe import visible

        for line in text.split("\n"):
            lead = line[: len(line) - len(line.lstrip(" "))]
            print(lead + visible(line.lstrip(" ")))
        sys.stdout.flush()

    def show(self, answer: Answer) -> None:
        """See `Asker`."""
        from claimcli.render.tables import draw

        sys.stdout.write(draw(answer).text)
        sys.stdout.flush()

    def tell_problems(self, found: Iterable[Excerpt]) -> None:
        """See `Asker`."""
        from claimcli.render import problems

        for text in problems.text(found, self._prefix):
            print(text, end="")


def _completer(offers: Sequence[Offer]) -> Any:
    """What readline asks for the first, the second, … completion of a word."""
    matching: list[str] = []

    def complete(word: str, number: int) -> str | None:
        if number == 0:
            matching[:] = [one.value for one in offers if one.value.startswith(word)]
        return matching[number] if number < len(matching) else None

    return complete


def _readline() -> Any:
    """The library that edits lines, ready to complete ids; None where Python has none."""
    try:
        import readline
    except ImportError:
        return None
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
    readline.parse_and_bind("set show-all-if-ambiguous on")
    readline.set_completer_delims(" ,;")  # ids have hyphens and slashes
    with contextlib.suppress(AttributeError):  # what is typed here is no history of anything
        readline.set_auto_history(False)
    return readline
