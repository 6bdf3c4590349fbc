"""The texts that were read, as files: found by the id of their source, decoded, made ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.home import expanded
from claimcli.model import Claim
from claimcli.quotes import Witness, prepare


class UnreadableText(ClaimcliError):
    """A file that was given as a text and cannot be read as one."""


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


def place_read(claim: Claim) -> str | None:
    """Where in the text that was read a claim is said to stand: a locator, None if not given."""
    read = claim.via[-1] if claim.via else claim.citation
    return read.locator if read else None


def texts_in(directory: Path) -> dict[str, Path]:
    """The files of a directory that are named for a source: `kim-2013.txt`, else `kim-2013.pdf`.

    The directory is listed rather than a path built, so that no id leads out of it.
    """
    try:
        files = sorted(path for path in directory.iterdir() if path.is_file())
    except OSError as error:
        raise UnreadableText(f"{directory}: {_reason(error)}") from error
    found = {path.stem: path for path in files if path.suffix.lower() == ".pdf"}
    return found | {path.stem: path for path in files if path.suffix.lower() == ".txt"}


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


def read_text(path: Path) -> str:
    """The text of a file: UTF-8, with or without a byte-order mark, or a PDF by its name.

    Pages of a PDF are parted by form feeds. Raises `UnreadableText`, which says what to do.
    """
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableText(f"{path}: {_reason(error)}") from error
    return (_pdf if path.suffix.lower() == ".pdf" else _decoded)(path, content)


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        raise UnreadableText(
            f"{path}:{line}: not UTF-8 (byte 0x{byte:02x}); "
            "convert it first: iconv -f ENCODING -t UTF-8"
        ) from error


def _pdf(path: Path, content: bytes) -> str:
    pages = _page_texts(path, content)
    if not any(page.strip() for page in pages):
        raise UnreadableText(
            f"{path}: a PDF without text, perhaps a scan; recognise its text first, or give a .txt"
        )
    return "\f".join(pages)


def _page_texts(path: Path, content: bytes) -> list[str]:
    extract = _extractor(path)
    try:
        return extract(content)
    except Exception as error:  # pypdf raises what it likes on a broken file
        what = str(error) or type(error).__name__
        raise UnreadableText(f"{path}: cannot be read as PDF: {what}") from error


def _extractor(path: Path) -> Callable[[bytes], list[str]]:
    try:
        from pypdf import PdfReader  # optional, and slow to import
    except ImportError as error:
        raise UnreadableText(
            f"{path}: PDF needs the extra 'pdf': pip install 'claimcli[pdf]'; or give a .txt"
        ) from error
    import io
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of what it mends
    return lambda content: [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
