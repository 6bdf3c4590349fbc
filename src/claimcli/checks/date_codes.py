"""The codes of dates: 5xx."""

from __future__ import annotations

from claimcli.checks.codes import Code
from claimcli.checks.samples import CLAIM

_SOURCE = """\
claims:
- id: kim-2012-truce
  scholars: [kim]
  statement: Song broke the truce.
  citation: {source: kim-2012}
references:
- id: kim-2012
  type: book
  author: [{family: Kim, given: Alexander A.}]
"""

DATE_CODES = (
    Code(
        code="E501",
        title="not an EDTF date",
        explanation=(
            "Dates are written in EDTF (ISO 8601-2): `1127`, `1127-03`, `1127-03-20`, "
            "`1125/1142`, `1120~` for about 1120, `1120?` for perhaps, `11XX` for the twelfth "
            "century, `../1125` for until 1125, `-0043` for 44 BCE."
        ),
        example=f"{CLAIM}  period: c. 1126\n",
        mend=f"{CLAIM}  period: 1126~\n",
    ),
    Code(
        code="E502",
        title="date that ends before it starts",
        explanation="The second date of an interval lies before the first.",
        example=f"{CLAIM}  period: 1142/1125\n",
        mend=f"{CLAIM}  period: 1125/1142\n",
    ),
    Code(
        code="E503",
        title="day that does not exist",
        explanation=(
            "The calendar is the Gregorian, also for the time before 1582. It has no such month, "
            "or that month no such day."
        ),
        example=f"{CLAIM}  period: 1127-02-29\n",
        mend=f"{CLAIM}  period: 1127-02\n",
    ),
    Code(
        code="W504",
        title="raw date that cannot be read",
        explanation=(
            "CSL allows any phrase as the `raw` form of a date. This one is no EDTF, so the work "
            "has no year here."
        ),
        example=f"{_SOURCE}  issued: {{raw: the spring of 2012}}\n",
        mend=f"{_SOURCE}  issued: {{raw: 2012-21}}\n",
    ),
    Code(
        code="W505",
        title="checked before it was recorded",
        explanation="`recorded` is when a record was made, `checked` when it was read again.",
        example=(
            f"{CLAIM}  recorded: {{by: Ann, date: 2026-05-02}}\n"
            "  checked: {by: Ben, date: 2026-05-01}\n"
        ),
        mend=(
            f"{CLAIM}  recorded: {{by: Ann, date: 2026-05-01}}\n"
            "  checked: {by: Ben, date: 2026-05-02}\n"
        ),
    ),
    Code(
        code="W506",
        title="original later than the edition cited",
        explanation=(
            "`original-date` is when a work first came out, and `issued` the edition or "
            "translation whose pages are given."
        ),
        example=f'{_SOURCE}  issued: "1975"\n  original-date: "1998"\n',
        mend=f'{_SOURCE}  issued: "1998"\n  original-date: "1975"\n',
    ),
)
