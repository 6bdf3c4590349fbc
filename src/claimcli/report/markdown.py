"""A dossier in Markdown: readable as it is, and with pandoc's footnotes for docx, PDF and HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcli.answers.chapters import Chapter, Section
from claimcli.answers.footnotes import Note, Work
from claimcli.answers.report import Dossier
from claimcli.answers.several_verdicts import together
from claimcli.answers.transmission import NAMED
from claimcli.answers.wording import corpus_state, plural
from claimcli.model import NO_STANCE
from claimcli.report.claims import held
from claimcli.report.escaping import block, identifier, linked_to, plain, set_in_runs
from claimcli.report.figures import glance, matrix
from claimcli.report.numbers import Numbers
from claimcli.report.replies import changes, who_answers

Lines = Iterator[str]


def markdown(dossier: Dossier) -> str:
    """The whole document. Blocks are parted by an empty line."""
    return "\n\n".join(filter(None, _blocks(dossier))) + "\n"


def _blocks(dossier: Dossier) -> Lines:
    for chapter in dossier.chapters:
        yield from _chapter(chapter)
    yield "# Works cited" if dossier.bibliography else ""
    yield "\n".join(map(_entry, dossier.bibliography))
    yield from _stamp(dossier)
    yield "\n\n".join(map(_note, dossier.notes))


def _entry(work: Work) -> str:
    return f"- {set_in_runs(work.runs)}"


def _note(note: Note) -> str:
    return f"[^{note.number}]: {set_in_runs(note.runs)}"


def _chapter(chapter: Chapter) -> Lines:
    id, numbers = chapter.question.id, Numbers(chapter)
    yield f"# {plain(chapter.question.question)}{linked_to(identifier(id))}"
    yield _asked(chapter)
    yield from _headed("At a glance", glance(chapter))
    yield from _headed("How this is known", (numbers.told(chapter.known), _witnesses(chapter)))
    yield from _headed("What is unsure", (numbers.told(chapter.unsure),))
    for section in chapter.sections:
        yield from _section(section, chapter, numbers)
    alike = together(chapter.several)
    several = [numbers.told(filter(None, (one.sentence, one.holders))) for one in alike]
    yield from _headed("Under several positions", (_items(several),))
    yield from _headed("Changes of mind", changes(chapter.revisions, numbers))
    yield from _headed("Who holds what", matrix(chapter))
    yield from _headed("Who answers whom", who_answers(chapter.replies, numbers))
    gaps = [f"**{gap.heading}.** {numbers.told(gap.sentences)}" for gap in chapter.uncovered]
    yield from _headed("What this does not cover", (_items(gaps),))


def _headed(heading: str, blocks: Iterable[str]) -> Lines:
    """A part of a chapter, if there is anything in it."""
    found = [part for part in blocks if part]
    if found:
        yield f"## {heading}"
        yield from found


def _items(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _asked(chapter: Chapter) -> str:
    question = chapter.question
    wider = chapter.part_of
    parts = (
        plain(question.scope or ""),
        *map(plain, chapter.asked),
        f"Part of the question: {plain(wider.question)}" if wider else "",
        f"Parts of it: {' '.join(plain(part.question) for part in chapter.parts)}"
        if chapter.parts
        else "",
    )
    return block(" ".join(filter(None, parts)))


def _witnesses(chapter: Chapter) -> str:
    """What is noted of the texts that were read; of many the first are told."""
    noted = [witness for witness in chapter.witnesses if witness.note]
    told = [f"{block(plain(w.text))}: {plain(w.note or '')}" for w in noted[:NAMED]]
    more = len(noted) - NAMED
    return _items([*told, *([f"and notes on {plural(more, 'more text')}"] if more > 0 else [])])


def _section(section: Section, chapter: Chapter, numbers: Numbers) -> Lines:
    position = section.position
    anchor = identifier(chapter.question.id, position.stance if position else NO_STANCE)
    if position is None:
        yield f"## Takes no side{linked_to(anchor)}"
    else:
        yield f"## {position.siglum}. {plain(position.label)}{linked_to(anchor)}"
        yield block(plain(position.meaning or ""))
        if not position.is_declared:
            yield "The question does not have this answer; claims give it all the same."
    yield from held(section, anchor, numbers)


def _stamp(dossier: Dossier) -> Lines:
    """What this was made from, so that it can be made again."""
    corpus = dossier.corpus
    told = (
        ("Corpus", corpus.title or "without a title"),
        ("Licence", (corpus.info.licence if corpus.info else None) or "not recorded"),
        ("State", corpus_state(corpus.commit, corpus.version)),
        *([("Made on", dossier.date)] if dossier.date else []),
    )
    yield "# About this report"
    yield "It reports what scholars hold and how that is known. It does not say who is right."
    yield _items(f"{name}: {plain(value)}" for name, value in told)
