"""3xx, references: whether every id in a record leads to a record of the right kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcli.checks.check import Check
from claimcli.checks.survey import Survey
from claimcli.corpus.findings import FieldPath, Finding, finding
from claimcli.model import NO_STANCE, Claim, Draft, Scholar, Source
from claimcli.names.authorship import can_be_work_of

if TYPE_CHECKING:
    from claimcli.checks.unresolved import Lost


def unresolved_ids(survey: Survey) -> Iterator[Finding]:
    """E301 to E305: ids that lead nowhere, or to a record of another kind.

    The claims concerned stay in the reading: they can be shown with the bare id.
    """
    from claimcli.checks.unresolved import Lost  # with the parser of YAML, which `--explain` spares

    lost = Lost(survey)
    for claim in survey.reading.claims:
        yield from _of_claim(lost, claim)
    for draft in survey.reading.drafts:
        if draft.source and draft.source not in survey.sources:
            yield from lost.missing("E302", "source", draft, ("source",), draft.source)
        yield from _marked_for(lost, draft)
    for question in survey.reading.questions:
        if question.part_of and question.part_of not in survey.questions:
            yield from lost.missing("E305", "question", question, ("part_of",), question.part_of)


def _of_claim(lost: Lost, claim: Claim) -> Iterator[Finding]:
    for index, scholar in enumerate(claim.scholars):
        if scholar not in lost.survey.scholars:
            yield from lost.missing("E301", "scholar", claim, ("scholars", index), scholar)
    for path, work in claim.works:
        if work.source not in lost.survey.sources:
            yield from lost.missing("E302", "source", claim, (*path, "source"), work.source)
    for index, basis in enumerate(claim.basis):
        if basis.claim is not None and basis.claim not in lost.survey.claims:
            yield from lost.missing("E303", "claim", claim, ("basis", index, "claim"), basis.claim)
    asked = claim.question or lost.without_id.get(claim.file)
    if asked is not None and claim.stance and claim.stance != NO_STANCE:
        yield from lost.missing_stance("E304", claim, ("stance",), asked, claim.stance)
    yield from _answers(lost, claim)
    yield from _relations(lost, claim)


def _answers(lost: Lost, claim: Claim) -> Iterator[Finding]:
    for index, answer in enumerate(claim.answers):
        path: FieldPath = ("answers", index)
        if "/" in answer:
            yield from _answer(lost, claim, path, answer)
        elif answer:  # an empty one stands for what could not be read
            message = f"'{answer}' is no answer"
            yield finding("E305", claim, path, message, "write QUESTION/STANCE")


def _answer(lost: Lost, claim: Claim | Draft, path: FieldPath, answer: str) -> Iterator[Finding]:
    question, _, stance = answer.partition("/")
    if question not in lost.survey.questions:
        yield from lost.missing("E305", "question", claim, path, question)
    yield from lost.missing_stance("E305", claim, path, question, stance)


def _marked_for(lost: Lost, draft: Draft) -> Iterator[Finding]:
    """What a draft was marked for: a question is enough, and it may be for none of its stances."""
    for index, answer in enumerate(draft.answers):
        path: FieldPath = ("answers", index)
        question = answer.removesuffix(f"/{NO_STANCE}")
        if "/" in question:
            yield from _answer(lost, draft, path, answer)
        elif question and question not in lost.survey.questions:
            yield from lost.missing("E305", "question", draft, path, question)


def _relations(lost: Lost, claim: Claim) -> Iterator[Finding]:
    for index, relation in enumerate(claim.relations):
        path: FieldPath = ("relations", index, relation.type)
        if "/" in relation.target:
            yield from _answer(lost, claim, path, relation.target)
        elif relation.target not in lost.survey.claims:
            yield from lost.missing("E303", "claim", claim, path, relation.target)


def not_by_their_holder(survey: Survey) -> Iterator[Finding]:
    """E306, E307: a claim without `via`, of which no holder can have written the work cited."""
    for claim in survey.reading.claims:
        if claim.citation and not claim.via:
            yield from _first_hand(survey, claim)


def _first_hand(survey: Survey, claim: Claim) -> Iterator[Finding]:
    for index, holder in enumerate(claim.scholars):
        if holder in survey.unnamed:
            message = f"'{holder}' is a reporter's phrase, so its own work cannot have been read"
            hint = "put the reporter's work in `via`, and drop the citation"
            yield finding("E307", claim, ("scholars", index), message, hint)
    wanted = [
        survey.spelled.get(holder) for holder in claim.scholars if holder not in survey.unnamed
    ]
    named = [holder for holder in wanted if holder]
    source = survey.source(claim.citation.source, "author", "editor") if claim.citation else None
    if source is None or len(named) < len(wanted) or not named:
        return
    if not any(can_be_work_of(source, holder) for holder in named):
        yield finding("E306", claim, ("citation", "source"), *_not_by(source, named))


def _not_by(source: Source, holders: list[Scholar]) -> tuple[str, str]:
    """Message and hint for a work that none of the holders wrote."""
    who = ", ".join(f"'{holder.id}'" for holder in holders)
    if not (source.author or source.editor):
        message = f"no author of '{source.id}' is recorded, so it cannot be the work of {who}"
        return message, "record its author, or say in `via` in what work the claim was read"
    if all(holder.kind == "anonymous" for holder in holders):
        message = f"'{source.id}' has an author, so it is not the work of the anonymous {who}"
        return message, "name the author as the holder, or cite the anonymous work"
    message = f"none of {who} is an author or editor of '{source.id}'"
    return message, "say in `via` in what work the claim was read, or add the spelling of the name"


CHECKS = (
    Check(
        code="E301",
        title="unknown scholar",
        explanation="A claim names a holder whom scholars.yaml does not have.",
        find=unresolved_ids,
    ),
    Check(
        code="E302",
        title="unknown source",
        explanation=(
            "A citation, a `via`, a basis or a draft names a work that sources.yaml does not have."
        ),
        find=unresolved_ids,
    ),
    Check(
        code="E303",
        title="unknown claim",
        explanation="A basis or a relation names a claim that is not in the corpus.",
        find=unresolved_ids,
    ),
    Check(
        code="E304",
        title="stance that the question does not have",
        explanation="The stances of a question are defined in its file, each once.",
        find=unresolved_ids,
    ),
    Check(
        code="E305",
        title="unknown question or stance",
        explanation=(
            "`answers` and relations lead to `question/stance`, and `part_of` to a question, and "
            "there is no such question, or it has no such stance."
        ),
        find=unresolved_ids,
    ),
    Check(
        code="E306",
        title="work that its holder did not write",
        explanation=(
            "Without `via` a claim says that it was read in its holder's own work. None of its "
            "holders is an author or editor of the work that is cited: either the claim was read "
            "in another work, which then stands in `via`, or the holder or the work is a "
            "different one, or the spelling of the name is missing in scholars.yaml."
        ),
        find=not_by_their_holder,
    ),
    Check(
        code="E307",
        title="unnamed holder read first-hand",
        explanation=(
            "A scholar of the kind `unnamed` is the phrase of a reporter (`some historians`). "
            "There is no work of theirs to read: the claim came through the reporter's."
        ),
        find=not_by_their_holder,
    ),
)
