"""5xx, dates: whether they can be read, and whether they can be true together."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli import dates
from claimcli.checks.check import Check
from claimcli.checks.survey import Survey
from claimcli.corpus.findings import FieldPath, Finding, finding
from claimcli.model import Record, Source

_Dated = tuple[Record, FieldPath, str]

_WRITTEN = {"issued": "issued", "original-date": "original_date"}
"""The dates of a source: as the file names them, and as the record does."""


def unreadable(survey: Survey) -> Iterator[Finding]:
    """E501, E502, E503, W504: dates that are none."""
    for record, path, text in _all_dates(survey):
        try:
            dates.parse(text)
        except dates.DateError as error:
            yield finding(_code(error, path), record, path, error.message, error.hint)


def _code(error: dates.DateError, path: FieldPath) -> str:
    if isinstance(error, dates.EndsBeforeStart):
        return "E502"
    if isinstance(error, dates.NoSuchDay):
        return "E503"
    return "W504" if path[-1] == "raw" else "E501"


def _all_dates(survey: Survey) -> Iterator[_Dated]:
    reading = survey.reading
    for claim in reading.claims:
        if claim.period:
            yield claim, ("period",), claim.period
        if claim.recorded and claim.recorded.date:
            yield claim, ("recorded", "date"), claim.recorded.date
        if claim.checked and claim.checked.date:
            yield claim, ("checked", "date"), claim.checked.date
    for question in reading.questions:
        if question.period:
            yield question, ("period",), question.period
    for source in reading.sources:
        yield from _dates_of(source)


def _dates_of(source: Source) -> Iterator[_Dated]:
    for written, field in _WRITTEN.items():
        text = getattr(source, field)
        if text:
            yield source, (written, *_part(source.csl.get(written))), text


def _part(written: object) -> FieldPath:
    """Where inside a date of CSL its text stands."""
    if not isinstance(written, dict):
        return ()
    return next(((part,) for part in ("date-parts", "edtf", "raw") if written.get(part)), ())


def checked_before_recorded(survey: Survey) -> Iterator[Finding]:
    """W505: a record that was held a second time against the text before it was made."""
    for claim in survey.reading.claims:
        recorded, checked = claim.recorded, claim.checked
        if recorded and checked and recorded.date and checked.date:
            first, last = dates.readable(recorded.date), dates.readable(checked.date)
            if first and last and _before(last, first):
                message = f"checked on {checked.date}, before it was recorded on {recorded.date}"
                yield finding("W505", claim, ("checked", "date"), message, "look at both dates")


def later_original(survey: Survey) -> Iterator[Finding]:
    """W506: a work whose first edition is later than the one that is cited."""
    for source in survey.reading.sources:
        issued, original = map(dates.readable, (source.issued, source.original_date))
        if issued and original and _before(issued, original):
            message = f"the original ({original.text}) is later than what is cited ({issued.text})"
            hint = "`original-date` is when the work first came out, `issued` the edition cited"
            yield finding("W506", source, ("original-date",), message, hint)


def _before(one: dates.Interval, other: dates.Interval) -> bool:
    """Whether all of one lies before the other begins."""
    return bool(one.latest and other.earliest and one.latest < other.earliest)


CHECKS = (
    Check(
        code="E501",
        title="not an EDTF date",
        explanation=(
            "Dates are written in EDTF (ISO 8601-2): `1127`, `1127-03`, `1127-03-20`, "
            "`1125/1142`, `1120~` for about 1120, `1120?` for perhaps, `11XX` for the twelfth "
            "century, `../1125` for until 1125, `-0043` for 44 BCE."
        ),
        find=unreadable,
    ),
    Check(
        code="E502",
        title="date that ends before it starts",
        explanation="The second date of an interval lies before the first.",
        find=unreadable,
    ),
    Check(
        code="E503",
        title="day that does not exist",
        explanation=(
            "Neither the Julian nor the Gregorian calendar has such a day: there is no such "
            "month, or that month never has so many days, or not in that year."
        ),
        find=unreadable,
    ),
    Check(
        code="W504",
        title="raw date that cannot be read",
        explanation=(
            "CSL allows any phrase as the `raw` form of a date. This one is no EDTF, so the work "
            "has no year here."
        ),
        find=unreadable,
    ),
    Check(
        code="W505",
        title="checked before it was recorded",
        explanation="`recorded` is when a record was made, `checked` when it was read again.",
        find=checked_before_recorded,
    ),
    Check(
        code="W506",
        title="original later than the edition cited",
        explanation=(
            "`original-date` is when a work first came out, and `issued` the edition or "
            "translation whose pages are given."
        ),
        find=later_original,
    ),
)
