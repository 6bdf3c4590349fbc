"""`claimcli site`: the whole corpus as pages to publish."""

from pathlib import Path
from typing import Annotated

import typer

from claimcli.cli import options
from claimcli.cli.output import tell
from claimcli.cli.session import open_corpus, remark_on

app = typer.Typer(add_completion=False)

EPILOG = """It opens from a folder, without a server. Made again, only what changed is written.
docs/publishing.md has what GitHub Pages and GitLab Pages need.

Examples:

\b
  claimcli site public
  claimcli site public --base-url https://example.org/war
"""

_MANY = 5_000
"""Files that take longer to look through than a search takes."""


@app.command(epilog=EPILOG)
def command(
    directory: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A new folder, an empty one, or a site made before."),
    ],
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Where it will be: for sitemap.xml and the canonical links of pages.",
        ),
    ] = None,
    corpus: options.CorpusDirectory = None,
    no_cache: options.NoCache = False,
) -> None:
    """Write the whole corpus as pages to publish.

    A page for each question, scholar, source, claim and name, lists, and search. Every page asks
    nothing of anyone, reads without script, and has its JSON and Markdown beside it. The site is
    made whole or not at all; made again, other files in its folder stay.
    """
    from claimcli.answers import site  # templates are not for the help
    from claimcli.cli.progress_bar import progress
    from claimcli.paths import expanded
    from claimcli.report.markdown import markdown
    from claimcli.site.contents import contents
    from claimcli.site.publishing import own_files, publish
    from claimcli.site.web_address import web_address

    place, base = expanded(directory), web_address(base_url)
    own_files(place)  # refused before anything is read
    store = open_corpus(corpus, cache=not no_cache)
    found = site.ask(store)
    if found.description.counts.claims > site.MOST:
        tell(f"a site is not for more than {site.MOST:,} claims: pages get long, and so does this")
    pages = contents(found, markdown, base, lambda n, of: progress(n, of, "writing", "pages"))
    done = publish(place, pages)
    changed = f"{done.written:,} written, {done.removed:,} removed"
    said = "nothing changed" if not done.written and not done.removed else changed
    tell(f"{place}: {done.total:,} files, {said}; open {place / 'index.html'}")
    if done.total > _MANY and place.resolve().is_relative_to(store.root.resolve()):
        tell(
            f"each command looks through these {done.total:,} files, since {place} is within the"
            " corpus: a folder beside it saves that"
        )
    remark_on(store)
