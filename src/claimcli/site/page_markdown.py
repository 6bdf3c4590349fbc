"""The Markdown beside a page: the same answer in a few lines, with nothing in it as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcli.answers.site import Site
from claimcli.answers.views import View
from claimcli.answers.wording import totals_line
from claimcli.render.flat import cell, escaped_markdown

_TITLES = ("statement", "name", "text", "title", "id")


def front(site: Site) -> str:
    """The corpus and its questions."""
    description = site.description
    about = (description.info.about if description.info else None) or ""
    lines = [_heading(description.title or "A corpus of claims"), escaped_markdown(about)]
    questions = (
        f"- {escaped_markdown(question.question)} ({escaped_markdown(question.id)})"
        for question in site.questions
    )
    lines += [totals_line(description.counts), "\n".join(questions)]
    return "\n\n".join(filter(None, lines)) + "\n"


def page(view: View) -> str:
    """A record and the claims that it has part in."""
    title = next(str(view[key]) for key in _TITLES if view.get(key))
    claims = view.get("claims")
    rows = _claims(claims) if claims is not None else _fields(view)
    return "\n\n".join(filter(None, (_heading(title), "\n".join(rows)))) + "\n"


def _claims(claims: Iterable[View]) -> Iterator[str]:
    for claim in claims:
        who = ", ".join(scholar["name"] for scholar in claim["scholars"])
        where = claim["citation"]["text"] if claim["citation"] else "no work named"
        via = f", via {claim['via'][-1]['text']} (second-hand)" if claim["via"] else ""
        unclear = f"; unclear: {', '.join(claim['unclear'])}" if claim["unclear"] else ""
        said = f"{who}: {claim['statement']} ({where}{via}{unclear})"
        yield f"- {escaped_markdown(said)}"


def _fields(view: View) -> Iterator[str]:
    for key, value in view.items():
        if value not in (None, [], False, ""):
            yield f"- {key}: {escaped_markdown(cell(value))}"


def _heading(text: str) -> str:
    return f"# {escaped_markdown(text)}"
