"""E406, W409 and W411: relations of a claim that cannot be meant so, or hardly."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.checks.survey import Survey
from claimcli.corpus.findings import Finding, finding
from claimcli.model import NO_STANCE


def to_itself(survey: Survey) -> Iterator[Finding]:
    """E406: a claim that rests on itself, or a relation of a claim to itself."""
    for claim in survey.reading.claims:
        for index, basis in enumerate(claim.basis):
            if basis.claim == claim.id:
                hint = "name what the holder rests it on, or drop the entry"
                path = ("basis", index, "claim")
                yield finding("E406", claim, path, f"'{claim.id}' rests on itself", hint)
        for index, relation in enumerate(claim.relations):
            if relation.target == claim.id:
                message = f"'{claim.id}' {relation.type} itself"
                hint = "name the claim that the holder speaks of, or drop the entry"
                yield finding("E406", claim, ("relations", index, relation.type), message, hint)


_BESIDE_DISPUTES = ("revises", "qualifies")


def disputed_and_revised(survey: Survey) -> Iterator[Finding]:
    """W409: one claim that rejects a thing and at the same time takes it over with changes."""
    for claim in survey.reading.claims:
        if len(claim.relations) < 2:
            continue
        disputed = {r.target for r in claim.relations if r.type == "disputes"}
        for index, relation in enumerate(claim.relations):
            if relation.type in _BESIDE_DISPUTES and relation.target in disputed:
                message = f"this claim both disputes and {relation.type} '{relation.target}'"
                hint = "keep the act that the words bear out; who half agrees makes two claims"
                yield finding("W409", claim, ("relations", index, relation.type), message, hint)


def disputes_own_stance(survey: Survey) -> Iterator[Finding]:
    """W411: a claim that disputes the stance it takes."""
    for claim in survey.reading.claims:
        for index, relation in enumerate(claim.relations):
            question, _, stance = relation.target.partition("/")
            own = stance and stance != NO_STANCE and stance in claim.stances_on(question)
            if relation.type == "disputes" and own:
                message = f"this claim disputes '{relation.target}', the stance that it takes"
                hint = "change its `stance`, or name the stance that the holder rejects"
                yield finding("W411", claim, ("relations", index, "disputes"), message, hint)
