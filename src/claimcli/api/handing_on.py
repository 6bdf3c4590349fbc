"""A corpus handed on: documents, pictures, pages and files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcli.answers.answer import Answer
from claimcli.api.loaded import Loaded
from claimcli.api.results import Results
from claimcli.arguments import PathLike, expect, expected_path, expected_words
from claimcli.documents import DOCUMENTS
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.paths import expanded
from claimcli.search import Filters
from claimcli.store import Store

if TYPE_CHECKING:  # not for those who only search
    from claimcli.answers.export import Selection
    from claimcli.answers.report import Dossier
    from claimcli.exports.formats import ExportFormat, Make
    from claimcli.schemas.dialect import Schema
    from claimcli.site.publishing import Published


class HandingOn(Loaded):
    """What goes to readers and programs that have no claimcli."""

    def report(self, *questions: str, date: str | None = None) -> Dossier:
        """One or more questions as a document has them, as `claimcli report` makes one.

        Each chapter has positions with holders, quotations and the numbers of their notes, how it
        is known, what is unsure and what is not covered, every number with the claims that it
        counts. `claimcli.report.markdown.markdown` writes it down. `date` is printed as that of its
        making. Raises for an unknown question, and for none.
        """
        from claimcli.answers import report  # sentences are not for those who only search

        expect(str, "date", date, none=True)
        asked = [self.question(id) for id in questions]
        return self._answer(lambda store: report.ask(store, asked, date))

    def document(self, *questions: str, format: str = "md", date: str | None = None) -> bytes:
        """The same as a document: `claimcli report`.

        `format` is `md`, `html` or `docx`, which takes pandoc. Raises for another.
        """
        expect(str, "format", format)
        if format not in DOCUMENTS:
            raise UnknownValue("format", format, DOCUMENTS)
        return DOCUMENTS[format](self.report(*questions, date=date))

    def picture(self, question: str, figure: str = "glance", *, by: str = "scholar") -> str:
        """A figure of a question as an SVG document: `claimcli compare --figure`.

        `figure` is one of `claimcli.pictures.figures.FIGURES`; `by` groups a matrix. Raises for an
        unknown one.
        """
        from claimcli.pictures.figures import SVG, drawn, figure_of  # for pictures alone

        expect(str, "figure", figure)
        expect(str, "by", by)
        asked, ask = self.question(question), figure_of(figure, SVG).ask
        return drawn(figure, self._answer(lambda store: ask(store, asked, by)))

    def site(self, directory: PathLike, *, base_url: str | None = None) -> Published:
        """The corpus as pages in a directory: `claimcli site`.

        Made whole or not at all; made again, other files in the directory stay. Raises where it
        holds files that are no site's.
        """
        from claimcli.answers import site  # templates are for pages alone
        from claimcli.report.markdown import markdown
        from claimcli.site.contents import contents
        from claimcli.site.publishing import own_files, publish
        from claimcli.site.web_address import web_address

        place, base = expected_path("directory", directory), web_address(base_url)
        own_files(place)  # refused before anything is read
        return self._asked(lambda s: publish(place, contents(site.ask(s), markdown, base)))

    def export(
        self,
        format: str,
        path: PathLike,
        filters: Filters | None = None,
        *,
        force: bool = False,
        excel: bool = False,
    ) -> None:
        """Claims and all that they name as a file or folder, as `claimcli export` makes it.

        `format` is one of `claimcli.exports.formats.FORMATS`; `excel`: csv that Excel opens as
        UTF-8. It is there whole or not at all, and over nothing that is there without `force`.
        Raises for an unknown format, for one whose library is not installed, and for what cannot
        be written.
        """
        from claimcli.delivering import made_whole
        from claimcli.writing import CannotWrite

        expect(Filters, "filters", filters, none=True)
        wanted, place = _format(format), expanded(Path(expected_path("path", path)))
        make = _make_for_excel(format) if excel else wanted.make
        if _is_something(place) and not force:
            raise CannotWrite(f"{place} is there already: `force` writes over it")
        with made_whole(place, force=force) as new:
            self._asked(lambda store: make(_selected(store, filters), new))

    def exported(self, format: str, filters: Filters | None = None) -> str:
        """The same as text: what `claimcli export` prints where no path is given.

        Of a format that is a folder it is the claims. Raises for one that is no text.
        """
        expect(Filters, "filters", filters, none=True)
        wanted = _format(format)
        if not wanted.is_text:
            raise ClaimcliError(f"{format} is no text: `export` makes a file or folder of it")
        return self._asked(lambda store: "".join(wanted.texts(_selected(store, filters))))

    def printed(
        self, answer: Answer | Results[Any], format: str = "md", fields: Sequence[str] = ()
    ) -> str:
        """An answer as its command prints it: `--format`, `--fields`.

        `format` is one of `claimcli.render.FORMATS`: `table`, `json`, `jsonl`, `csv`, `tsv`, `md`.
        What `check` gives has no table but `text` and `github`; what `report` gives is as `md` and
        `html` the document. A table has all of an answer; it is as wide as standard output, and
        without colour where that is no terminal. Raises for an unknown format or field.
        """
        from claimcli.api.printing import pieces  # rendering is not for those who only search

        told = answer.answer if isinstance(answer, Results) else answer
        expect(Answer, "answer", told)
        expect(str, "format", format)
        wanted = tuple(expected_words("fields", fields))
        made = self._asked(lambda store: list(pieces(told, format, wanted)))
        return "".join(one if isinstance(one, str) else one.decode() for one in made)

    def schema(self, *, draft_07: bool = False) -> Schema:
        """JSON Schema of the corpus's files with its ids: `claimcli schema --with-ids`."""
        from claimcli.schemas.dialect import in_draft_07  # not for those who only search
        from claimcli.schemas.known_ids import known_in, of_files_with

        made = of_files_with(self._asked(known_in))
        return in_draft_07(made) if draft_07 else made


def _is_something(place: Path) -> bool:
    """Whether there is anything that would be written over: an empty folder is nothing."""
    return any(place.iterdir()) if place.is_dir() else place.exists()


def _format(name: str) -> ExportFormat:
    from claimcli.exports.formats import FORMATS  # not for those who only search

    expect(str, "format", name)
    if name not in FORMATS:
        raise UnknownValue("format", name, FORMATS)
    return FORMATS[name]


def _make_for_excel(format: str) -> Make:
    from claimcli.exports.csv import make_for_excel

    if format != "csv":
        raise ClaimcliError(f"`excel` goes with csv; {format} needs none")
    return make_for_excel


def _selected(store: Store, filters: Filters | None) -> Selection:
    from claimcli.answers.export import ask  # not for those who only search

    return ask(store, filters or Filters())
