"""The texts that were read, found as files by the id of their source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import Claim
from claimcli.paths import expanded
from claimcli.texts.formats import UnreadableText, read_text, reason
from claimcli.texts.witness import Witness, prepare


class Texts:
    """The texts at hand, by the id of their source; each is read when it is first asked for."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Take the file of each source."""
        self._files = dict(files)
        self._witnesses: dict[str, Witness] = {}

    def file(self, source: str) -> Path | None:
        """The file of a source's text, None where there is none."""
        return self._files.get(source)

    def witness(self, source: str) -> Witness | None:
        """A source's text, ready for quotations; raises `UnreadableText` where it cannot be."""
        path = self._files.get(source)
        if path is None:
            return None
        if source not in self._witnesses:
            self._witnesses[source] = prepare(read_text(path))
        return self._witnesses[source]

    def each(self, most: int) -> Iterator[tuple[str, str]]:
        """The texts as they stand, each with its source, while they are `most` characters in all.

        Of those that no quotation was held against, only plain text is read; what cannot be read
        is passed over.
        """
        for source, path in self._files.items():
            text = self._as_it_stands(source, path, most)
            if text:
                most -= len(text)
                yield source, text

    def _as_it_stands(self, source: str, path: Path, most: int) -> str | None:
        if source in self._witnesses:
            text = self._witnesses[source].text
            return text if len(text) <= most else None
        try:
            small = path.suffix.lower() != ".pdf" and path.stat().st_size <= most
            return read_text(path) if small else None
        except (OSError, UnreadableText):
            return None


ENDINGS = (".txt", ".pdf", ".docx", ".odt", ".epub", ".xml", ".tei", ".hocr", ".html", ".htm")
"""How the name of a text may end; of two texts of one source the first counts."""


def place_read(claim: Claim) -> str | None:
    """Where in the text that was read a claim is said to stand: a locator, None if not given."""
    return claim.read.locator if claim.read else None


def texts_in(directory: Path) -> dict[str, Path]:
    """The files of a directory that are named for a source: `kim-2013.txt`, else `kim-2013.pdf`, …

    The directory is listed rather than a path built, so that no id leads out of it.
    """
    try:
        files = sorted(path for path in directory.iterdir() if path.is_file())
    except OSError as error:
        raise UnreadableText(f"{directory}: {reason(error)}") from error
    return {
        path.stem: path
        for ending in reversed(ENDINGS)
        for path in files
        if path.suffix.lower() == ending
    }


def texts_named(given: Iterable[str], sources: Iterable[str]) -> dict[str, Path]:
    """The files that `SOURCE=FILE` names; raises for a source that is none of `sources`."""
    known = set(sources)
    found = {}
    for pair in given:
        source, sign, path = pair.partition("=")
        if not sign or not path:
            raise ClaimcliError(f"--text takes SOURCE=FILE, as kim-2013=kim.txt; not '{pair}'")
        if source not in known:
            raise UnknownValue("source", source, known)
        found[source] = expanded(Path(path))
    return found
