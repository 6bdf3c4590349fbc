"""What an import came to, drawn for a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from claimcli.answers.import_ import KINDS, Imported, in_short, in_words
from claimcli.answers.wording import plural
from claimcli.imports.foreign import Loss, Remark
from claimcli.render.tables.drawn import Drawn
from claimcli.render.tables.lines import Line, Lines, indented, piece, wrapped
from claimcli.render.tables.page import Page
from claimcli.render.tables.roles import HEAD, QUIET

_MOST = 20
"""Works, differences or remarks of one kind that are shown; JSON has all."""

_FEW = 6
"""Lines that are named where the same is to be said of each."""

_HEADS = {
    Loss.BROKEN: "could not be read, and nothing of it was taken",
    Loss.CHANGED: "taken in another form",
    Loss.LEFT: "left behind",
}


def draw(imported: Imported, page: Page) -> Drawn:
    """New works and scholars, differences, and what was changed or left, with its lines."""
    return Drawn([Lines(_parts(imported, page.width))])


def _parts(imported: Imported, width: int) -> Iterator[Line]:
    taken = imported.taken
    new = ((item["id"], in_short(item)) for item in taken.new[:_MOST])
    yield from _listed(plural(len(taken.new), "new source"), list(new), len(taken.new), width)
    people = [(who["id"], who["name"]) for who in taken.people.new]
    yield from _listed(plural(len(people), "new scholar"), people[:_MOST], len(people), width)
    drafts = [(one["id"], one.get("quote") or one["comment"]) for one in taken.drafts]
    yield from _listed(plural(len(drafts), "new draft"), drafts[:_MOST], len(drafts), width)
    for kind in KINDS:
        made = [(one.values["id"], in_words(one)) for one in taken.records if one.kind == kind]
        yield from _listed(plural(len(made), f"new {kind}"), made[:_MOST], len(made), width)
    unsure = [
        (one.scholar, f"{one.name} was taken for this scholar") for one in taken.people.unsure
    ]
    head = "names that may be others'; if so: claimcli new scholar --name NAME --kind person"
    yield from _listed(head, unsure[:_MOST], len(unsure), width)
    for is_updated, how in ((True, "taken from the file"), (False, "other than in the file")):
        differ = [
            (one.id, f"{one.field}: {imported.in_words(one)}")
            for one in taken.differences
            if imported.is_updated(one) is is_updated
        ]
        head = f"{plural(len(differ), 'value')} {how}"
        yield from _listed(head, differ[:_MOST], len(differ), width)
    for loss, head in _HEADS.items():
        told = [(name, remark) for name, remark in imported.told if remark.loss is loss]
        if told:
            yield from _remarks(head, told, width)


def _listed(head: str, rows: list[tuple[str, str]], total: int, width: int) -> Iterator[Line]:
    """A heading and what stands below it: an id and words."""
    if not rows:
        return
    yield [(head, HEAD)]
    for id, words in rows:
        line = [piece(id), ("  ", ""), piece(words, QUIET)]
        yield from indented(wrapped(line, max(20, width - 2)))
    yield from _more(total - len(rows))


def _more(more: int) -> Iterator[Line]:
    if more > 0:
        yield [(f"  … and {more:,} more; --json has all", QUIET)]


def _kind(remark: Remark) -> str:
    """What a remark says, whatever the ids are that it names."""
    return _NAMED.sub("", remark.message) if remark.about == "id" else remark.message


_NAMED = re.compile(r"'.*?'(?=[ :;,]|$)")


def _remarks(head: str, told: list[tuple[str, Remark]], width: int) -> Iterator[Line]:
    """The remarks of one kind: those that say the same of many entries in one line."""
    yield [(head, HEAD)]
    alike = sorted(told, key=lambda one: (one[1].about or "", _kind(one[1])))
    groups = [list(group) for _, group in groupby(alike, key=lambda one: _kind(one[1]))]
    groups.sort(key=lambda group: (group[0][0], group[0][1].place))
    for group in groups[:_MOST]:
        (name, remark), *others = group
        where = f"{name}:{remark.place.line}:{remark.place.column}"
        more = f" ({_alike(name, others)})" if others else ""
        key = f" [{remark.key}]" if remark.key and not others else ""
        line = [piece(where, QUIET), (" ", ""), piece(f"{remark.message}{more}"), piece(key, QUIET)]
        yield from indented(wrapped(line, max(20, width - 2)))
    yield from _more(len(groups) - _MOST)


def _alike(name: str, others: list[tuple[str, Remark]]) -> str:
    """Where the same is to be said: a few lines of one file, or how often."""
    if len(others) > _FEW or any(other != name for other, _ in others):
        return f"and {len(others):,} more like it"
    lines = [f"{remark.place.line:,}" for _, remark in others]
    return f"and in line{'s' * (len(lines) > 1)} {', '.join(lines)}"
