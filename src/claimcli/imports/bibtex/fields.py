"""The fields of an entry that have not been taken yet, as texts, with remarks on them."""

from __future__ import annotations

from claimcli.imports.bibtex.latex import plain as as_plain
from claimcli.imports.bibtex.latex import url
from claimcli.imports.bibtex.names import literals
from claimcli.imports.bibtex.syntax import Entry, Field
from claimcli.imports.foreign import Lines, Loss, Remark

_BIBLATEX = frozenset(("date", "location", "journaltitle"))
"""Fields of biblatex by which an entry is known as one: there, publishers are a list."""


class Fields:
    """One entry: `left` are its fields that nothing has taken, `custom` is what CSL has not."""

    def __init__(self, entry: Entry, lines: Lines) -> None:
        self.entry = entry
        self.lines = lines
        self.left = {name: f for name, f in entry.fields.items() if f.text.strip()}
        self.remarks: list[Remark] = []
        self.custom: dict[str, str] = {}
        self.is_biblatex = not _BIBLATEX.isdisjoint(self.left)

    def tell(self, name: str, loss: Loss, message: str, field: Field | None = None) -> None:
        """A remark on a field."""
        field = field or self.entry.fields.get(name)
        place = self.lines.place(field.offset if field else self.entry.offset)
        self.remarks.append(Remark(place, loss, message, self.entry.key or None, name))

    def text(self, name: str) -> str:
        """A field as plain text; empty where there is none. It is taken."""
        field = self.left.pop(name, None)
        return self.plain(name, field.text) if field else ""

    def plain(self, name: str, text: str) -> str:
        """A value of a field as plain text; commands that are not known are told."""

        def unknown(command: str) -> None:
            message = f"'{command}' in '{name}' is a command that is not known; it stays as typed"
            self.tell(name, Loss.CHANGED, message)

        return as_plain(text, unknown)

    def verbatim(self, name: str) -> str:
        """A field that holds no LaTeX, such as an address. It is taken."""
        field = self.left.pop(name, None)
        return url(field.text) if field else ""

    def texts(self, name: str, separator: str = "; ") -> str:
        """A list, such as of places, as one text."""
        field = self.left.pop(name, None)
        return separator.join(
            self.plain(name, one) for one in literals(field.text if field else "")
        )


def joined(separator: str, *parts: str) -> str:
    """The parts that there are; a stop at the end of one is not doubled."""
    whole = ""
    for part in filter(None, parts):
        ends = whole.endswith((".", "?", "!")) and separator[0] in ".:"
        whole = f"{whole} {part}" if ends else f"{whole}{separator if whole else ''}{part}"
    return whole
