"""The codes of attribution: 4xx."""

from __future__ import annotations

from claimcli.checks.codes import Code
from claimcli.checks.samples import CLAIM, DEBATE, DEBATED

_REPORT = """\
claims:
- id: kim-2013-many-truce
  scholars: [kim-2013-many]
  statement: Song broke the truce.
  via: [{source: kim-2013}]
  quote: Song violated the peace
"""
_LATER = """\
references:
- id: kim-1970
  type: book
  author: [{family: Kim, given: Alexander A.}]
  issued: "1970"
"""
_FILM = """\
references:
- id: kim-film
  type: motion_picture
  author: [{family: Kim, given: Alexander A.}]
"""
_UNKNOWN = """\
references:
- id: copy-of-report
  type: document
"""
_TWO = """\
claims:
- id: kim-2013-truce
  scholars: [kim]
  statement: Song broke the truce.
  citation: {source: kim-2013}
  basis: [{claim: kim-2013-attack}]
- id: kim-2013-attack
  scholars: [kim]
  statement: A night attack took place.
  citation: {source: kim-2013}
"""

ATTRIBUTION_CODES = (
    Code(
        code="E401",
        title="chain that repeats itself",
        explanation=(
            "`via` leads from the holder's work outward to the text that was read, each work "
            "reported by the next. No work stands in it twice, and the work that is cited does "
            "not report itself."
        ),
        example=_REPORT.replace(
            "[{source: kim-2013}]", "[{source: kim-2013}, {source: kim-2013, locator: p. 3}]"
        ),
        mend=_REPORT,
    ),
    Code(
        code="W402",
        title="chain that ends nowhere",
        explanation=(
            "The last work of `via` is the text that was read, against which the record can be "
            "checked. Of this one neither title nor author nor anything else is recorded by "
            "which somebody could find it."
        ),
        example=_REPORT.replace("kim-2013}", "copy-of-report}") + _UNKNOWN,
        mend=_REPORT.replace("kim-2013}", "copy-of-report}")
        + _UNKNOWN
        + "  title: Report on the studies of the Jurchen\n",
    ),
    Code(
        code="W403",
        title="report older than what it reports",
        explanation=(
            "A work cannot report another that came out after it. The order of `via` is the "
            "wrong way round, a date is wrong, or a later edition is recorded without its "
            "`original-date`."
        ),
        example=_REPORT.replace("  via", "  citation: {source: kim-2013}\n  via")
        .replace("[kim-2013-many]", "[kim]")
        .replace("via: [{source: kim-2013}]", "via: [{source: kim-1970}]")
        + _LATER,
        mend=_REPORT.replace("  via", "  citation: {source: kim-1970}\n  via").replace(
            "[kim-2013-many]", "[kim]"
        )
        + _LATER,
    ),
    Code(
        code="I404",
        title="second-hand claim without a quote",
        explanation=(
            "The claim was read in a report, and without the words of the report nobody can "
            "tell later how much of the record is the reporter's, and how much the recorder's."
        ),
        example=_REPORT.replace("  quote: Song violated the peace\n", ""),
        mend=_REPORT,
    ),
    Code(
        code="W405",
        title="page that the work does not have",
        explanation=(
            "A page is given, and by what is recorded of the work it has no pages (a film, a "
            "web page), or not this one (`page`, `number-of-pages`)."
        ),
        example=CLAIM.replace("kim-2013}", "kim-film, locator: p. 3}") + _FILM,
        mend=CLAIM.replace("kim-2013}", "kim-film, locator: minute 3}") + _FILM,
    ),
    Code(
        code="E406",
        title="claim that rests on itself, or relates to itself",
        explanation=(
            "The basis of a claim is another claim or a source, and what a claim disputes, "
            "qualifies or revises is another claim."
        ),
        example=f"{CLAIM}  basis: [{{claim: kim-2013-truce}}]\n",
        mend=f"{CLAIM}  basis: [{{claim: kim-2013-song-broke-truce}}]\n",
    ),
    Code(
        code="W407",
        title="circle of grounds",
        explanation=(
            "One claim rests on another, which in the end rests on the first. If the holder "
            "argues so, say it in a `note`; mostly one of the arrows is the wrong way round."
        ),
        example=f"{_TWO}  basis: [{{claim: kim-2013-truce}}]\n",
        mend=_TWO,
    ),
    Code(
        code="E408",
        title="question that is part of itself",
        explanation=(
            "`part_of` leads from a question to a wider one. Here it leads back, directly or "
            "through others."
        ),
        example=(DEBATE + DEBATED).replace("\nstances:", "\npart_of: who-broke-truce\nstances:"),
        mend=(DEBATE + DEBATED).replace("\nstances:", "\npart_of: who-started-war\nstances:"),
    ),
    Code(
        code="W409",
        title="claim that disputes and revises the same thing",
        explanation=(
            "Who disputes a claim rejects it; who revises or qualifies it takes it over with a "
            "change. Both at once is hardly meant. A claim that half agrees is two records."
        ),
        example=(
            f"{CLAIM}  relations:\n  - {{disputes: kim-2013-song-broke-truce}}\n"
            "  - {revises: kim-2013-song-broke-truce}\n"
        ),
        mend=f"{CLAIM}  relations:\n  - {{revises: kim-2013-song-broke-truce}}\n",
    ),
    Code(
        code="W410",
        title="unclear, and no note why",
        explanation=(
            "`unclear` names the fields that are the recorder's judgement. The `note` tells the "
            "next reader what in the text leaves them open."
        ),
        example=f"{CLAIM}  unclear: [scholars]\n",
        mend=f"{CLAIM}  unclear: [scholars]\n  note: The sentence does not say who speaks.\n",
    ),
    Code(
        code="W411",
        title="claim that disputes its own stance",
        explanation="A claim takes a stance and is said to dispute that very stance.",
        example=DEBATE + DEBATED + "  relations: [{disputes: who-broke-truce/song}]\n",
        mend=DEBATE + DEBATED + "  relations: [{disputes: who-broke-truce/jin}]\n",
    ),
    Code(
        code="W412",
        title="pages that end before they begin",
        explanation=(
            "The second page of a locator lies before the first. A shortened end is right "
            "(`pp. 208-11` for 208 to 211); one that is shortened to less than has changed is not."
        ),
        example=CLAIM.replace("kim-2013}", "kim-2013, locator: pp. 120-116}"),
        mend=CLAIM.replace("kim-2013}", "kim-2013, locator: pp. 116-120}"),
    ),
)
