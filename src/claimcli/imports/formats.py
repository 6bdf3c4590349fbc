"""A foreign file to what is in it, whatever its format."""

from __future__ import annotations

from importlib import import_module

from msgspec.structs import replace

from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.imports.decoding import decoded
from claimcli.imports.foreign import Foreign
from claimcli.imports.odd_characters import without_odd_characters
from claimcli.imports.recognition import recognised

_READERS = {
    "bibtex": "bibtex.reading",
    "csl-json": "csl_json",
    "csl-yaml": "csl_yaml",
    "ris": "ris",
    "zotero": "zotero",
    "hypothesis": "hypothesis",
    "readwise": "readwise",
    "markdown": "markdown",
}
"""The module that reads each format: only the one that is asked for is imported."""

_ALSO = {"biblatex": "bibtex", "bib": "bibtex", "csl": "csl-json", "md": "markdown"}


def read(
    name: str, content: bytes, format: str | None = None, encoding: str | None = None
) -> Foreign:
    """What a file of that name holds; its content tells the format unless one is given.

    Raises `ClaimcliError` where nobody can tell the format or the encoding, and for a format that
    is not known. What is wrong within the file is a remark.
    """
    wanted = _ALSO.get(format, format) if format else None
    if wanted is not None and wanted not in _READERS:
        raise UnknownValue("format", wanted, _READERS)
    text = decoded(name, content, encoding).removeprefix("\ufeff")
    chosen = wanted or recognised(text)
    if chosen is None or chosen not in _READERS:
        known = ", ".join(_READERS)
        raise ClaimcliError(f"{name}: what this is cannot be told; say --as one of {known}")
    text, remarks = without_odd_characters(text)
    found: Foreign = import_module(f"claimcli.imports.{_READERS[chosen]}").read(text)
    return replace(found, remarks=(*remarks, *found.remarks)) if remarks else found
