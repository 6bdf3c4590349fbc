"""What refers to a record: where it stands in the files, and how it reads under another id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from claimcli.claim_fields import REFERENCES, FieldPath
from claimcli.corpus.nodes import Node
from claimcli.editing.editable_file import EditableFile, Splice
from claimcli.editing.locating import records, top
from claimcli.editing.net import Thing
from claimcli.editing.scalars import in_style_of

LIST_OF = {
    **{"claim": "claims", "scholar": "scholars", "source": "references", "name": "names"},
    "draft": "drafts",
}
"""The key of the list that has the records of a kind."""


class Target(NamedTuple):
    """What is referred to: a record by its kind and id, or a stance of a question."""

    kind: str
    id: str
    question: str = ""

    @property
    def pair(self) -> str:
        """A stance as other files name it, and the beginning of those of a question."""
        return f"{self.question}/{self.id}" if self.kind == "stance" else f"{self.id}/"


class Reference(NamedTuple):
    """A place that refers to something: in which record and field, and what is written there."""

    record: str
    field: str
    line: int
    node: Node
    in_brackets: bool


_IN_DRAFTS: dict[str, tuple[FieldPath, ...]] = {
    "source": (("source",),),
    "question": (("answers", "*"),),
    "stance": (("answers", "*"),),
}
"""The fields of a draft that refer to a record of a kind; it may be marked for a whole question."""


def _paths(target: Target, key: str, is_own: bool) -> tuple[FieldPath, ...]:
    """The fields of the records in the list of that key that may refer to the target."""
    if key == "drafts":
        return _IN_DRAFTS.get(target.kind, ())
    if key != "claims":
        return ()
    own = (("stance",),) if target.kind == "stance" and is_own else ()
    return (*REFERENCES.get(target.kind, ()), *own)


def under(target: Target, path: FieldPath, written: str, new: str) -> str | None:
    """What is to be written in a field when the target has a new id; None where it is not meant."""
    if target.kind in ("stance", "question") and path not in (("stance",), ("part_of",)):
        if target.kind == "stance":
            return f"{target.question}/{new}" if written == target.pair else None
        if written == target.id:
            return new
        rest = written.removeprefix(target.pair)
        return f"{new}/{rest}" if rest != written else None
    return new if written == target.id else None


def references(file: EditableFile, target: Target, is_own: bool) -> Iterator[Reference]:
    """Every place in a file that refers to the target; its own id is none.

    `is_own`: it is the file of the stance's question, in which claims name it without that.
    """
    for standing in records(file, target.id):
        identity = standing.node.value("id")
        name = (identity.text if identity else None) or ""
        for path in _paths(target, standing.key, is_own):
            for node, boxed in _at(standing.node, path, standing.node.braces):
                if under(target, path, node.text or "", "") is not None:
                    yield Reference(name, path[0], file.line(node.start), node, boxed)
    if target.kind == "question" and target.id in file.text:
        part_of = top(file).value("part_of")
        if part_of and part_of.text == target.id:
            identity = top(file).value("id")
            name = (identity.text if identity else None) or ""
            yield Reference(name, "part_of", file.line(part_of.start), part_of, False)


def _at(node: Node, path: FieldPath, boxed: bool) -> Iterator[tuple[Node, bool]]:
    """The scalars at a path, each with whether it stands within brackets."""
    boxed = boxed or node.braces
    if not path:
        if node.text is not None:
            yield node, boxed
        return
    step, *rest = path
    if step == "*":
        for one in (*node.items, *(value for _, value in node.members)):
            yield from _at(one, tuple(rest), boxed)
    elif value := node.value(step):
        yield from _at(value, tuple(rest), boxed)


def respelled(file: EditableFile, found: Reference, text: str) -> Splice:
    """The splice that writes another text in the place of a reference."""
    written = file.text[found.node.start : found.node.end]
    made = in_style_of(written, text, in_brackets=found.in_brackets)
    return Splice(found.node.start, found.node.end, made)


# --- The same in values, for the net ---


def thing_under(target: Target, new: str, is_own: bool) -> Callable[[Thing], Thing]:
    """How a thing in a file reads when the target has a new id.

    `is_own`: it is the file that has the target, or its question.
    """
    own = LIST_OF.get(target.kind)

    def changed(thing: Thing) -> Thing:
        key, part, value = thing
        if target.kind == "stance" and is_own and (key, part) == ("stances", target.id):
            return key, new, value
        is_id = target.kind == "question" and is_own and key == "id"
        if (is_id or (target.kind == "question" and key == "part_of")) and value == target.id:
            return key, part, new
        if key == own and isinstance(value, dict) and value.get("id") == target.id:
            value = {k: new if k == "id" else v for k, v in value.items()}
        if isinstance(value, dict) and part is None:
            for path in _paths(target, str(key), is_own):
                value = _mapped(value, path, partial(_under, target, path, new))
        return key, part, value

    return changed


def _under(target: Target, path: FieldPath, new: str, written: str) -> str | None:
    return under(target, path, written, new)


def _mapped(value: Any, path: FieldPath, change: Callable[[str], str | None]) -> Any:
    if not path:
        made = change(value) if isinstance(value, str) else None
        return value if made is None else made
    step, *rest = path
    if isinstance(value, list) and step == "*":
        return [_mapped(one, tuple(rest), change) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _mapped(one, tuple(rest), change) if step in ("*", key) else one
        for key, one in value.items()
    }
