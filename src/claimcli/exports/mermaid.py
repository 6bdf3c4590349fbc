"""The graph as a flowchart of Mermaid, which GitHub and GitLab draw in Markdown.

Nodes are numbered, since an id may be a word of Mermaid's.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.answers.export import Selection
from claimcli.exports.graph import Edge, Node, graph
from claimcli.render.safe import visible

_SHAPES = {
    "question": ("([", "])"),
    "position": ("[[", "]]"),
    "claim": ("[", "]"),
    "elsewhere": (">", "]"),
}
_ARROWS = {False: "-->", True: "-.->"}


def texts(selection: Selection) -> Iterator[str]:
    """A flowchart."""
    yield "flowchart LR\n"
    numbers: dict[str, int] = {}
    for part in graph(selection):
        yield _node(part, numbers) if isinstance(part, Node) else _edge(part, numbers)


MOST_EDGES, MOST_CHARACTERS = 500, 50_000
"""What is drawn where nobody has raised it (`maxEdges`, `maxTextSize`), as nobody can on GitHub."""


def remarks(selection: Selection) -> Iterator[str]:
    """That it is more than is drawn, where it is; gone through no further than shows it."""
    characters = edges = 0
    for text in texts(selection):
        characters += len(text)
        edges += '|"' in text
        if edges > MOST_EDGES or characters > MOST_CHARACTERS:
            yield (
                f"GitHub draws {MOST_EDGES} edges and {MOST_CHARACTERS:,} characters, as Mermaid"
                " does unless told otherwise, and this is more; choose a question"
            )
            return


def _number(id: str, numbers: dict[str, int]) -> str:
    return f"n{numbers.setdefault(id, len(numbers) + 1)}"


def _node(node: Node, numbers: dict[str, int]) -> str:
    opening, closing = _SHAPES[node.kind]
    known = f"<br>[{_escaped(node.known)}]" if node.known else ""
    label = f'"{_escaped(node.label)}{known}"'
    return f"  {_number(node.id, numbers)}{opening}{label}{closing}\n"


def _edge(edge: Edge, numbers: dict[str, int]) -> str:
    ends = (_number(edge.source, numbers), _number(edge.target, numbers))
    return f'  {ends[0]} {_ARROWS[edge.is_unclear]}|"{edge.kind}"| {ends[1]}\n'


def _escaped(text: str) -> str:
    """A text in which nothing is Mermaid's, Markdown's or HTML's: signs are numbers."""
    return "".join(c if c.isalnum() or c in _PLAIN else f"#{ord(c)};" for c in visible(text))


_PLAIN = frozenset(" ,.:;()'’“”–—-?!…")
