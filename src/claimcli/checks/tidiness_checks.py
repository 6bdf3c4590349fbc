"""7xx, what nothing is made of: stances nobody holds, records nothing refers to.

Nothing is said of what a record that had to be left out may refer to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from claimcli.blind_readings import blind_reading
from claimcli.checks.check import Check
from claimcli.checks.duplicate_scholars import repeated_scholars
from claimcli.checks.duplicates import repeated_claims
from claimcli.checks.survey import Survey
from claimcli.corpus.findings import Finding, finding
from claimcli.model import Claim, Creator, Draft, Question, Scholar, Source
from claimcli.names.authorship import can_be_work_of
from claimcli.names.folding import index_text
from claimcli.names.slavic import skeletons


def stance_nobody_holds(survey: Survey) -> Iterator[Finding]:
    """I704: a stance that no claim takes, in its own file or through `answers`."""
    for question in survey.reading.questions:
        if question.file in survey.broken_files or question.id in survey.misheld:
            continue
        for stance in question.stances:
            if (question.id, stance.id) not in survey.held:
                message = f"nobody holds the stance '{stance.id}'"
                hint = "drop it, or record who holds it"
                path = ("stances", stance.id)
                yield finding("I704", question, path, message, hint, at_key=True)


def lone_stance(survey: Survey) -> Iterator[Finding]:
    """I705: a question that is not contested as far as the corpus goes."""
    for question in survey.reading.questions:
        if len(question.stances) < 2 and not survey.may_have_more_stances(question):
            what = (
                f"only the stance '{question.stances[0].id}'" if question.stances else "no stance"
            )
            which = f"the question '{question.id}'" if question.id else "the question"
            message = f"{which} has {what}, so nothing is contested"
            hint = "add the stance that others take; what nobody contests goes into background.yaml"
            path = ("stances",) if question.stances else ()
            yield finding("I705", question, path, message, hint, at_key=bool(path))


def unreferenced_scholar(survey: Survey) -> Iterator[Finding]:
    """I706: a scholar who holds no claim and wrote none of the works that claims cite."""
    return _told_together(_idle_scholars(survey))


def _idle_scholars(survey: Survey) -> Iterator[Finding]:
    holders = {scholar for claim in survey.reading.claims for scholar in claim.scholars}
    idle = [scholar for scholar in survey.reading.scholars if scholar.id not in holders]
    works = _by_name_word(survey) if idle else {}
    for scholar in idle:
        if not (_wrote_one_of(scholar, works) or survey.may_be_referred_to(scholar)):
            message = f"'{scholar.id}' holds no claim and wrote no work that is cited"
            hint = "leave it for claims to come, or drop it"
            yield finding("I706", scholar, ("id",), message, hint)


_NAMESAKES = 200
"""Works of people with a name in common from which on it is not asked who wrote which."""


def _wrote_one_of(scholar: Scholar, works: dict[str, list[Source]]) -> bool:
    """Whether a scholar may have written a cited work; so may whoever has very many namesakes."""
    near = {work.id: work for work in _candidates(scholar, works)}
    return len(near) >= _NAMESAKES or any(can_be_work_of(w, scholar) for w in near.values())


def _by_name_word(survey: Survey) -> dict[str, list[Source]]:
    """The cited works by each word of their authors' and editors' names."""
    works: defaultdict[str, list[Source]] = defaultdict(list)
    for source in survey.reading.sources:
        if source.id in survey.cited:
            creators = (*source.author, *source.editor)
            for word in {word for creator in creators for word in _name_words(creator)}:
                works[word].append(source)
    return works


def _name_words(creator: Creator) -> list[str]:
    parts = (creator.family, creator.given, creator.literal)
    return _spelled(" ".join(filter(None, parts)))


def _spelled(name: str) -> list[str]:
    """The words of a name, and what they sound like in Russian."""
    words = index_text(name).split()
    return [form for word in words for form in (word, *skeletons(word))]


def _candidates(scholar: Scholar, works: dict[str, list[Source]]) -> Iterator[Source]:
    for name in scholar.spelled:
        for word in _spelled(name):
            if len(word) > 1:
                yield from works.get(word, ())[:_NAMESAKES]


def unreferenced_source(survey: Survey) -> Iterator[Finding]:
    """I707: a work that no claim cites, rests on or was read in."""
    return _told_together(_idle_sources(survey))


def _idle_sources(survey: Survey) -> Iterator[Finding]:
    for source in survey.reading.sources:
        if source.id not in survey.cited and not survey.may_be_referred_to(source):
            message = f"no claim cites '{source.id}', rests on it, or was read in it"
            hint = "leave it for claims to come, or drop it"
            yield finding("I707", source, ("id",), message, hint)


_MANY = 10
"""Records of a file that nothing refers to, of which each is told; more are a whole library."""


def _told_together(findings: Iterator[Finding]) -> Iterator[Finding]:
    """One finding for many of a file: where a library was imported, most of it waits."""
    of_file: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        of_file[one.file].append(one)
    for found in of_file.values():
        if len(found) <= _MANY:
            yield from found
        else:
            message = f"{found[0].message}; nor {len(found) - 1:,} more of this file"
            yield msgspec.structs.replace(found[0], message=message)


def waiting_drafts(survey: Survey) -> Iterator[Finding]:
    """I710: how many drafts a file has, told at the first."""
    of_file: dict[str, list[Draft]] = defaultdict(list)
    for draft in survey.usable.drafts:
        if not blind_reading(draft):
            of_file[draft.file].append(draft)
    for drafts in of_file.values():
        several = len(drafts) > 1
        message = f"{len(drafts):,} drafts wait" if several else "1 draft waits"
        hint = "`claimcli list drafts` shows them; one that became a claim is deleted"
        yield finding("I710", drafts[0], ("id",), f"{message} to be made claims", hint)


def name_in_no_claim(survey: Survey) -> Iterator[Finding]:
    """I708: a name of which no spelling has all of its words in the claims and questions."""
    names = survey.reading.names
    words = _words_of_claims(survey) if names else frozenset()
    for name in names:
        if not any(_occurs(spelling, words) for spelling in name.spelled):
            shown = f"'{name.name}'" + " or another of its spellings" * bool(name.spellings)
            message = f"no claim speaks of {shown}"
            hint = "drop the entry, or add the spelling that the claims have"
            yield finding("I708", name, ("name",), message, hint)


def _words_of_claims(survey: Survey) -> frozenset[str]:
    """The folded words of all claims and questions; of Han, each character."""
    written: set[str] = set()
    for claim in survey.reading.claims:
        for text in (claim.statement, claim.quote, claim.translation, claim.note):
            if text:
                written.update(text.split())
    for question in survey.reading.questions:
        for label in (question.question, question.scope, *_of_stances(question)):
            written.update((label or "").split())
    for text in survey.broken_texts.values():
        written.update(text.split())
    return frozenset(index_text(" ".join(written)).split())


def _of_stances(question: Question) -> Iterator[str | None]:
    for stance in question.stances:
        yield from (stance.label, stance.meaning)


def _occurs(spelling: str, words: frozenset[str]) -> bool:
    parts = index_text(spelling).split()
    return bool(parts) and all(part in words or f"{part}s" in words for part in parts)


def listed_twice(survey: Survey) -> Iterator[Finding]:
    """W709: the same holder, ground, relation, answer or tag twice in one claim."""
    for claim in survey.reading.claims:
        for field in ("scholars", "basis", "relations", "answers", "tags", "unclear"):
            entries = getattr(claim, field)
            if len(entries) > 1 and len(set(entries)) < len(entries):
                yield _listed_twice(claim, field, entries)


def _listed_twice(claim: Claim, field: str, entries: tuple[object, ...]) -> Finding:
    first: dict[object, int] = {}
    again = next(i for i, entry in enumerate(entries) if first.setdefault(entry, i) < i)
    message = f"entry {again + 1} of `{field}` repeats entry {first[entries[again]] + 1}"
    return finding("W709", claim, (field, again), message, "drop one of the two")


CHECKS = (
    Check(
        code="W701",
        title="claim recorded twice",
        explanation=(
            "Two claims of one holder on one question say the same, not in two works of the "
            "holder's and not by two reports. Counts of claims would count it twice."
        ),
        find=repeated_claims,
    ),
    Check(
        code="W702",
        title="claims that are nearly the same",
        explanation=(
            "Two claims of one holder on one question differ by a word or two, and neither by a "
            "number, nor by a name, nor by a `not`. Either one is the other with a slip mended, "
            "or the statements do not yet say what sets them apart."
        ),
        find=repeated_claims,
    ),
    Check(
        code="W703",
        title="one person under two ids",
        explanation=(
            "Two entries of scholars have a name in common, in some script or romanization. One "
            "person is one entry with all spellings of the name; two people need names that are "
            "written out so far that they differ."
        ),
        find=repeated_scholars,
    ),
    Check(
        code="I704",
        title="stance that nobody holds",
        explanation="No claim takes this stance, in the file of its question or by `answers`.",
        find=stance_nobody_holds,
    ),
    Check(
        code="I705",
        title="question with fewer than two stances",
        explanation=(
            "A question is contested when there are two answers to it. With one there is nothing "
            "to compare."
        ),
        find=lone_stance,
    ),
    Check(
        code="I706",
        title="scholar without a claim",
        explanation="Holds no claim, and is no author or editor of a work that a claim cites.",
        find=unreferenced_scholar,
        rests_on=frozenset(("id", "name", "names", "kind")),
    ),
    Check(
        code="I707",
        title="source that no claim refers to",
        explanation="No claim cites this work, was read in it or rests on it.",
        find=unreferenced_source,
        rests_on=frozenset(("id",)),
    ),
    Check(
        code="I708",
        title="name that occurs in no claim",
        explanation=(
            "Of none of its spellings do all words occur in the claims and questions. The entry "
            "is not needed, or the spelling is missing that the claims have."
        ),
        find=name_in_no_claim,
        rests_on=frozenset(("name", "spellings")),
    ),
    Check(
        code="W709",
        title="listed twice",
        explanation="A list in a claim has the same holder, ground, relation, answer or tag twice.",
        find=listed_twice,
    ),
    Check(
        code="I710",
        title="drafts that wait",
        explanation=(
            "A draft is a passage that somebody marked; no command counts it as a claim. It waits "
            "for somebody to say who holds what."
        ),
        find=waiting_drafts,
    ),
)
