"""The texts that a command holds quotations against: those of a directory, and single files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from claimcli.texts import Texts

VARIABLE = "CLAIMCLI_TEXTS"
"""The environment's directory of texts."""

TextsDirectory = Annotated[
    Path | None,
    typer.Option(
        "--texts",
        metavar="DIR",
        help=f"Texts named for their source: SOURCE.txt, .pdf, .docx, .epub, …; else {VARIABLE}.",
    ),
]


def place_of_texts(directory: Path | None) -> Path | None:
    """The directory of texts that the option names, else the environment."""
    from claimcli.paths import expanded

    if directory is not None:
        return expanded(directory)
    named = os.environ.get(VARIABLE)
    return expanded(Path(named), VARIABLE) if named else None


def texts_there(directory: Path | None) -> Texts:
    """The texts of that directory; none where none is named."""
    from claimcli.texts import Texts, texts_in

    place = place_of_texts(directory)
    return Texts(texts_in(place) if place else {})
