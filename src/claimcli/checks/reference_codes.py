"""The codes of references: 3xx."""

from __future__ import annotations

from claimcli.checks.codes import Code
from claimcli.checks.samples import CLAIM, QUESTION

REFERENCE_CODES = (
    Code(
        code="E301",
        title="unknown scholar",
        explanation="A claim names a holder whom scholars.yaml does not have.",
        example=CLAIM.replace("[kim]", "[kim, kin]"),
        mend=CLAIM,
    ),
    Code(
        code="E302",
        title="unknown source",
        explanation="A citation, a `via` or a basis names a work that sources.yaml does not have.",
        example=f"{CLAIM}  basis: [{{source: vorobyev-1975}}]\n",
        mend=f"{CLAIM}  basis: [{{source: vorobev-1975}}]\n",
    ),
    Code(
        code="E303",
        title="unknown claim",
        explanation="A basis or a relation names a claim that is not in the corpus.",
        example=f"{CLAIM}  relations: [{{disputes: kim-2013-song-broke-trust}}]\n",
        mend=f"{CLAIM}  relations: [{{disputes: kim-2013-song-broke-truce}}]\n",
    ),
    Code(
        code="E304",
        title="stance that the question does not have",
        explanation="The stances of a question are defined in its file, each once.",
        example=f"{QUESTION}  stance: sung\n",
        mend=f"{QUESTION}  stance: song\n",
    ),
    Code(
        code="E305",
        title="unknown question or stance",
        explanation=(
            "`answers` and relations lead to `question/stance`, and `part_of` to a question, and "
            "there is no such question, or it has no such stance."
        ),
        example=f"{CLAIM}  answers: [who-started-war/song-began]\n",
        mend=f"{CLAIM}  answers: [who-started-war/song-provoked]\n",
    ),
    Code(
        code="E306",
        title="work that its holder did not write",
        explanation=(
            "Without `via` a claim says that it was read in its holder's own work. None of its "
            "holders is an author or editor of the work that is cited: either the claim was read "
            "in another work, which then stands in `via`, or the holder or the work is a "
            "different one, or the spelling of the name is missing in scholars.yaml."
        ),
        example=CLAIM.replace("{source: kim-2013}", "{source: vorobev-1975}"),
        mend=CLAIM.replace("{source: kim-2013}", "{source: vorobev-1975}")
        + "  via: [{source: kim-2013}]\n  quote: infringed the peace\n",
    ),
    Code(
        code="E307",
        title="unnamed holder read first-hand",
        explanation=(
            "A scholar of the kind `unnamed` is the phrase of a reporter (`some historians`). "
            "There is no work of theirs to read: the claim came through the reporter's."
        ),
        example=CLAIM.replace("[kim]", "[kim-2013-many]"),
        mend=CLAIM.replace("[kim]", "[kim-2013-many]").replace(
            "citation: {source: kim-2013}", "via: [{source: kim-2013}]"
        )
        + "  quote: infringed the peace\n",
    ),
)
