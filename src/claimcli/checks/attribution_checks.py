"""4xx, attribution: who speaks through whom, and what a claim says of itself and of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from claimcli import dates
from claimcli.checks.check import Check
from claimcli.checks.circles import circle_of_grounds, circle_of_questions
from claimcli.checks.page_numbers import backward_pages, impossible_page
from claimcli.checks.relations import disputed_and_revised, disputes_own_stance, to_itself
from claimcli.checks.survey import Survey
from claimcli.corpus.findings import FieldPath, Finding, finding
from claimcli.model import NO_STANCE, Claim, Source


def repeated_chain(survey: Survey) -> Iterator[Finding]:
    """E401: a work that stands twice on the way from the holder to the text that was read."""
    for claim in survey.reading.claims:
        if not claim.via:
            continue
        seen: set[str] = set()
        for path, source in _steps(claim):
            if source in seen:
                yield _repetition(claim, path, source)
            seen.add(source)


def _steps(claim: Claim) -> Iterator[tuple[FieldPath, str]]:
    """The works from the holder outward, each with its path in the claim."""
    chain = ((path, work.source) for path, work in claim.works if path[0] != "basis")
    yield from (((*path, "source"), source) for path, source in chain)


def _repetition(claim: Claim, path: FieldPath, source: str) -> Finding:
    if claim.citation and source == claim.citation.source:
        message = f"'{source}' is the work that is cited, so it cannot also be the report of it"
        hint = "drop it from `via` if it was read itself, else name the work in which it was read"
    else:
        message = f"'{source}' stands twice in `via`, so the chain runs in a circle"
        hint = "name each work once, from the holder outward; the last is the one that was read"
    return finding("E401", claim, path, message, hint)


def nowhere_chain(survey: Survey) -> Iterator[Finding]:
    """W402: the last work of `via`, the one that was read, could not be found by anybody."""
    for claim in survey.reading.claims:
        read = survey.source(claim.via[-1].source, *_FOUND_BY) if claim.via else None
        if read and not _can_be_found(read):
            path = ("via", len(claim.via) - 1, "source")
            message = f"the chain ends in '{read.id}', which nothing recorded would let one find"
            hint = "give that source a title or an author, or say in its `note` what it is"
            yield finding("W402", claim, path, message, hint)


_CLUES = ("title", "container-title", "URL", "DOI", "archive", "archive_location", "call-number")
_FOUND_BY = (*_CLUES, "author", "editor", "note")
_DATES = ("issued", "original-date")


def _can_be_found(source: Source) -> bool:
    named = source.title or source.author or source.editor or source.note
    return bool(named) or any(source.csl.get(clue) for clue in _CLUES)


def later_report(survey: Survey) -> Iterator[Finding]:
    """W403: a work that was published after the work which is said to report it."""
    for claim in survey.reading.claims:
        if not claim.via:
            continue
        for (_, reported), (path, report) in pairwise(_steps(claim)):
            earlier, later = (survey.source(one, *_DATES) for one in (reported, report))
            if earlier and later and earlier is not later:
                yield from _published_after(claim, path, earlier, later)


def _published_after(
    claim: Claim, path: FieldPath, reported: Source, report: Source
) -> Iterator[Finding]:
    came_out = dates.readable(reported.date)
    cited = dates.readable(report.issued or report.date)
    first, last = came_out and came_out.first_year, cited and cited.last_year
    if first is None or last is None or first <= last:
        return
    message = (
        f"'{report.id}' ({dates.year_in_words(last)}) cannot report "
        f"'{reported.id}' ({dates.year_in_words(first)}), which came out after it"
    )
    hint = (
        "`via` runs from the holder outward; if the order is right, look at both dates, and give "
        "a later edition its `original-date`"
    )
    yield finding("W403", claim, path, message, hint)


def second_hand_without_quote(survey: Survey) -> Iterator[Finding]:
    """I404: a report of a claim, and none of its words to hold against the text."""
    for claim in survey.reading.claims:
        if claim.via and not claim.quote:
            message = f"this was read in '{claim.via[-1].source}', and none of its words are quoted"
            hint = "add `quote:` with the few words of the report on which the record rests"
            yield finding("I404", claim, ("via",), message, hint, at_key=True)


def unclear_without_note(survey: Survey) -> Iterator[Finding]:
    """W410: something is the recorder's judgement, and nobody learns why."""
    for claim in survey.reading.claims:
        if claim.unclear and not claim.note:
            fields = " and ".join(claim.unclear)
            message = f"{fields} marked as unclear, without a note that says why"
            hint = "add `note:` with what in the text leaves it open"
            yield finding("W410", claim, ("unclear",), message, hint, at_key=True)


def first_hand_without_quote(survey: Survey) -> Iterator[Finding]:
    """I413: a claim that was read in its holder's own work, with nothing that shows it."""
    for claim in survey.reading.claims:
        if claim.citation and not claim.via and not claim.quote:
            message = f"nothing shows that '{claim.citation.source}' was read: no words are quoted"
            hint = (
                "add `quote:` with a few words of the work, or `via:` with the work in which it "
                "is reported"
            )
            yield finding("I413", claim, ("citation",), message, hint, at_key=True)


_UNCLEAR_SHARE = 5
"""Of so many claims with a stance, one may rest on the recorder's reading of it."""
_FEW = 5
"""Claims with a stance below which a share says nothing."""


def sides_by_reading(survey: Survey) -> Iterator[Finding]:
    """I414: a question of which the sides are largely those that the recorder sees."""
    sided: Counter[str] = Counter()
    read_in: Counter[str] = Counter()
    for claim in survey.reading.claims:
        if claim.question and claim.stance and claim.stance != NO_STANCE:
            sided[claim.question] += 1
            read_in[claim.question] += "stance" in claim.unclear
    for question in survey.first_questions.values():
        unclear, claims = read_in[question.id], sided[question.id]
        if claims >= _FEW and unclear * _UNCLEAR_SHARE > claims:
            message = f"{unclear} of {claims} claims take their side only by a reading of yours"
            hint = (
                "look at them again: a statement that read alone takes no side has "
                "`stance: none`, or is on another question"
            )
            yield finding("I414", question, ("question",), message, hint, at_key=True)


CHECKS = (
    Check(
        code="E401",
        title="chain that repeats itself",
        explanation=(
            "`via` leads from the holder's work outward to the text that was read, each work "
            "reported by the next. No work stands in it twice, and the work that is cited does "
            "not report itself."
        ),
        find=repeated_chain,
    ),
    Check(
        code="W402",
        title="chain that ends nowhere",
        explanation=(
            "The last work of `via` is the text that was read, against which the record can be "
            "checked. Of this one neither title nor author nor anything else is recorded by "
            "which somebody could find it."
        ),
        find=nowhere_chain,
    ),
    Check(
        code="W403",
        title="report older than what it reports",
        explanation=(
            "A work cannot report another that came out after it. The order of `via` is the "
            "wrong way round, a date is wrong, or a later edition is recorded without its "
            "`original-date`."
        ),
        find=later_report,
    ),
    Check(
        code="I404",
        title="second-hand claim without a quote",
        explanation=(
            "The claim was read in a report, and without the words of the report nobody can "
            "tell later how much of the record is the reporter's, and how much the recorder's."
        ),
        find=second_hand_without_quote,
        rests_on=frozenset(("quote", "via")),
    ),
    Check(
        code="W405",
        title="page that the work does not have",
        explanation=(
            "A page is given, and by what is recorded of the work it has no pages (a film, a "
            "web page), or not this one (`page`, `number-of-pages`)."
        ),
        find=impossible_page,
    ),
    Check(
        code="E406",
        title="claim that rests on itself, or relates to itself",
        explanation=(
            "The basis of a claim is another claim or a source, and what a claim disputes, "
            "qualifies or revises is another claim."
        ),
        find=to_itself,
    ),
    Check(
        code="W407",
        title="circle of grounds",
        explanation=(
            "One claim rests on another, which in the end rests on the first. If the holder "
            "argues so, say it in a `note`; mostly one of the arrows is the wrong way round."
        ),
        find=circle_of_grounds,
    ),
    Check(
        code="E408",
        title="question that is part of itself",
        explanation=(
            "`part_of` leads from a question to a wider one. Here it leads back, directly or "
            "through others."
        ),
        find=circle_of_questions,
    ),
    Check(
        code="W409",
        title="claim that disputes and revises the same thing",
        explanation=(
            "Who disputes a claim rejects it; who revises or qualifies it takes it over with a "
            "change. Both at once is hardly meant. A claim that half agrees is two records."
        ),
        find=disputed_and_revised,
    ),
    Check(
        code="W410",
        title="unclear, and no note why",
        explanation=(
            "`unclear` names the fields that are the recorder's judgement. The `note` tells the "
            "next reader what in the text leaves them open."
        ),
        find=unclear_without_note,
        rests_on=frozenset(("note", "unclear")),
    ),
    Check(
        code="W411",
        title="claim that disputes its own stance",
        explanation="A claim takes a stance and is said to dispute that very stance.",
        find=disputes_own_stance,
    ),
    Check(
        code="W412",
        title="pages that end before they begin",
        explanation=(
            "The second page of a locator lies before the first. A shortened end is right "
            "(`pp. 208-11` for 208 to 211); one that is shortened to less than has changed is not."
        ),
        find=backward_pages,
    ),
    Check(
        code="I413",
        title="first-hand claim without a quote",
        explanation=(
            "Without `via` a claim says that its holder's own work was read. A few words of it let "
            "anybody find the place, and tell what was read from what was remembered."
        ),
        find=first_hand_without_quote,
        rests_on=frozenset(("quote", "citation", "via")),
    ),
    Check(
        code="I414",
        title="sides that rest on readings",
        explanation=(
            "More than a fifth of a question's claims with a stance (of five or more) have "
            "`stance` in `unclear`: read alone they do not say it. What is compared are then "
            "largely the recorder's readings, and so are contradictions between them."
        ),
        find=sides_by_reading,
    ),
)
