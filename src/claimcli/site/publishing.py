"""A folder of pages, made whole or not at all; made again, only what changed is written.

A first site is made beside its place and put there by one rename. Of one that is there, the new and
changed pages are made beside it; when all are, each takes the place of the old one by a rename,
and only then pages go that the corpus has no more. What is not in the manifest is never touched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from claimcli.corpus.files import SITE
from claimcli.errors import ClaimcliError
from claimcli.leftovers import cleared_workshops, workshop_of

MANIFEST = SITE
"""It also says which files of the folder are claimcli's own."""


class NoSite(ClaimcliError):
    """A folder cannot become a site: there is something in it that claimcli did not make."""


class Published(msgspec.Struct, frozen=True):
    """What became of the files of a site."""

    written: int
    unchanged: int
    removed: int

    @property
    def total(self) -> int:
        """How many files the site has."""
        return self.written + self.unchanged


def publish(place: Path, pages: Iterable[tuple[str, bytes]]) -> Published:
    """Make the site of these files, each with its path below the folder.

    Raises `NoSite` for a folder that has something else in it, and `ClaimcliError` where a file
    cannot be written; the folder is then as it was.
    """
    own = own_files(place)
    try:
        with _beside(place) as workshop:
            written, files = _made(pages, place, workshop, own)
            gone = own - files
            if written or gone or own != files:
                _write(workshop / MANIFEST, _manifest(files))
                _put(workshop, place, own, written, gone)
    except OSError as error:
        where = error.filename or place
        raise ClaimcliError(
            f"the site cannot be written: {where}: {error.strerror or error}"
        ) from error
    return Published(len(written), len(files) - len(written), len(gone))


def own_files(place: Path) -> set[str]:
    """The files that claimcli made in a folder; none where it is empty, or not there yet.

    Raises `NoSite` where it is no folder, or has something in it and no manifest.
    """
    if not place.is_dir():
        if place.exists() or place.is_symlink():
            what = "leads nowhere" if place.is_symlink() else "is a file"
            raise NoSite(f"{place} {what}; a site is a folder")
        return set()
    manifest = place / MANIFEST
    if manifest.is_file():
        return _listed(manifest)
    if any(place.iterdir()):
        raise NoSite(
            f"{place} has something in it that claimcli did not make;"
            " name an empty folder, or a new one"
        )
    return set()


def _listed(manifest: Path) -> set[str]:
    """The files of a manifest; one that leads out of the folder is none of a site."""
    try:
        files = msgspec.json.decode(manifest.read_bytes(), type=dict[str, Any])["files"]
        return {str(file) for file in files if _is_inside(str(file))}
    except (OSError, KeyError, TypeError, msgspec.DecodeError) as error:
        raise NoSite(f"{manifest} cannot be read; delete the folder, or name a new one") from error


def _is_inside(file: str) -> bool:
    parts = file.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts)


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A folder on the same disk, for what is not whole yet; gone at the end, whatever happens."""
    whole = place.resolve()
    whole.parent.mkdir(parents=True, exist_ok=True)
    cleared_workshops(whole)
    workshop = workshop_of(whole)
    workshop.mkdir()  # not by tempfile, whose folders nobody else may read
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _made(
    pages: Iterable[tuple[str, bytes]], place: Path, workshop: Path, own: Container[str]
) -> tuple[list[str], set[str]]:
    """Make the pages that are new or changed; gives these, and all files of the site.

    Raises `NoSite` where a file that somebody added has the name of one of them.
    """
    written, files = [], set()
    for file, content in pages:
        files.add(file)
        if _is_as(place / file, content):
            continue
        if file not in own and os.path.lexists(place / file):
            raise NoSite(f"{place / file} is in the way: claimcli did not make it; move it")
        _write(workshop / file, content)
        written.append(file)
    return written, files


def _is_as(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _manifest(files: Iterable[str]) -> bytes:
    return msgspec.json.format(msgspec.json.encode({"files": sorted(files)}), indent=1) + b"\n"


def _put(
    workshop: Path, place: Path, own: set[str], files: Iterable[str], gone: Iterable[str]
) -> None:
    """Put what was made into its place: a whole new site at once, else file by file.

    A manifest of all old and new files goes first, so that whatever interrupts the rest leaves
    nothing that is not known as a site's own.
    """
    if not place.is_dir() or not any(place.iterdir()):
        if place.is_dir() and not place.is_symlink():
            place.rmdir()
        if not place.exists():
            workshop.rename(place)
            return
    for folder in {(place / file).parent for file in files}:
        if folder != place and folder.is_symlink():
            raise NoSite(f"{folder} leads elsewhere; claimcli did not make it")
        folder.mkdir(parents=True, exist_ok=True)
    last = workshop / MANIFEST
    first = last.with_name(f"{MANIFEST}.first")
    first.write_bytes(_manifest({*own, *files}))
    first.replace(place / MANIFEST)
    for file in files:
        (workshop / file).replace(place / file)
    for file in gone:
        (place / file).unlink(missing_ok=True)
    last.replace(place / MANIFEST)
