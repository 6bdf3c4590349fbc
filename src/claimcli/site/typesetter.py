"""Answers set as HTML by templates, in which text of a corpus is never markup.

Everything that a template prints is escaped, and characters that steer or hide are spelled out.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcli.answers.corpus import Description
from claimcli.answers.sigla import number_of, siglum
from claimcli.answers.wording import BY_JUDGEMENT, corpus_state, plural, typeset
from claimcli.citations.chicago import Forms
from claimcli.citations.layouts import Form, form
from claimcli.model import Question, Source
from claimcli.pictures.palette import colour
from claimcli.pictures.shapes import icon
from claimcli.pictures.svg import Svg
from claimcli.render.safe import visible
from claimcli.site import addresses
from claimcli.site.language_tags import with_tongues
from claimcli.site.links import Links
from claimcli.site.stylesheet import stylesheet


class Typesetter(msgspec.Struct, frozen=True, dict=True):
    """Sets the pages of one corpus. `is_site` where a page has others beside it.

    `namesakes` are holders whose name another has, beside whom their ids stand.
    """

    description: Description
    namesakes: frozenset[str] = frozenset()
    is_site: bool = True

    def set(self, template: str, links: Links, /, **values: object) -> str:
        """A page by its template."""
        return self._environment.get_template(template).render(links=links, **values)

    def called(self, id: str, name: str) -> str:
        """What a holder is called where there is text alone: `John Smith (smith-a)`."""
        return f"{name} ({id})" if id in self.namesakes else name

    @cached_property
    def forms(self) -> Forms:
        """The forms in which works are cited, worked out once for all pages."""
        kept: dict[str, Form] = {}

        def forms(source: Source) -> Form:
            if source.id not in kept:
                kept[source.id] = form(source)
            return kept[source.id]

        return forms

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("claimcli.site"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_harmless,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(words=with_tongues, plural=plural, thousands="{:,}".format)
        environment.globals.update(
            addresses=addresses,
            by_judgement=typeset(BY_JUDGEMENT),
            corpus=self.description.title or "A corpus of claims",
            description=self.description,
            is_site=self.is_site,
            icon=lambda known, tone="k-none": Markup(icon(known, tone)),
            namesakes=self.namesakes,
            licence=self.description.info.licence if self.description.info else None,
            state=corpus_state(self.description.commit, self.description.version),
            stylesheet=lambda *parts: Markup(stylesheet(*parts)),
            tone=tone,
            letter=letter,
        )
        return environment


def tone(question: Question | None, stance: str | None) -> str:
    """The class of a position's colour."""
    return colour(question, number_of(question, stance))


def letter(question: Question | None, stance: str | None) -> str:
    """The letter of a position; a dash for none."""
    number = number_of(question, stance)
    return "–" if number is None else siglum(number)


def _harmless(value: Any) -> Any:
    """What a template prints: markup that is ours, or text whose odd characters are spelled out."""
    if isinstance(value, Svg):
        return Markup(value)
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return visible(value)
