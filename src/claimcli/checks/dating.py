"""5xx, dates: whether they can be read, and whether they can be true together."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli import dates
from claimcli.checks.known import Known
from claimcli.corpus.placing import Finding, finding
from claimcli.corpus.readers import FieldPath
from claimcli.model import Record, Source

_Dated = tuple[Record, FieldPath, str]

_WRITTEN = {"issued": "issued", "original-date": "original_date"}
"""The dates of a source: as the file names them, and as the record does."""


def unreadable(known: Known) -> Iterator[Finding]:
    """E501, E502, E503, W504: dates that are none."""
    for record, path, text in _all_dates(known):
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


def _all_dates(known: Known) -> Iterator[_Dated]:
    reading = known.reading
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


def checked_before_recorded(known: Known) -> Iterator[Finding]:
    """W505: a record that was held a second time against the text before it was made."""
    for claim in known.reading.claims:
        recorded, checked = claim.recorded, claim.checked
        if recorded and checked and recorded.date and checked.date:
            first, last = _read(recorded.date), _read(checked.date)
            if first and last and _before(last, first):
                message = f"checked on {checked.date}, before it was recorded on {recorded.date}"
                yield finding("W505", claim, ("checked", "date"), message, "look at both dates")


def later_original(known: Known) -> Iterator[Finding]:
    """W506: a work whose first edition is later than the one that is cited."""
    for source in known.reading.sources:
        issued, original = _read(source.issued), _read(source.original_date)
        if issued and original and _before(issued, original):
            message = f"the original ({original.text}) is later than what is cited ({issued.text})"
            hint = "`original-date` is when the work first came out, `issued` the edition cited"
            yield finding("W506", source, ("original-date",), message, hint)


def _read(text: str | None) -> dates.Interval | None:
    try:
        return dates.parse(text) if text else None
    except dates.DateError:
        return None


def _before(one: dates.Interval, other: dates.Interval) -> bool:
    """Whether all of one lies before the other begins."""
    return bool(one.latest and other.earliest and one.latest < other.earliest)
