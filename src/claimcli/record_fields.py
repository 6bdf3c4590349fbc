"""What each field of the records other than claims is for, in words that editors show.

Those of a claim are in `claim_fields`. Which fields there are, and what each takes, says
`corpus.schema`.
"""

from __future__ import annotations

QUESTION = {
    "id": "required; the name of the question in commands and links, never reused",
    "question": "required: the question as a sentence",
    "scope": "what it covers, and what it does not",
    "period": "the time that it is about (EDTF)",
    "exclusive": "`true` where one cannot hold two of its stances without contradiction",
    "ordered": "`true` where the stances run from pole to pole",
    "part_of": "a wider question",
    "note": "free",
}

STANCE = {
    "label": "required: short enough for the heading of a column",
    "meaning": "what one holds who holds it",
    "note": "free",
}

SCHOLAR = {
    "id": "required; never reused",
    "name": "required: as it is shown",
    "kind": (
        "required: `person`, `group` (a named body) and `anonymous` (the unknown author of a work) "
        "are scholars; `unnamed` (a reporter's phrase, as many historians) and `contemporary` "
        "(somebody of the time spoken of) are counted apart"
    ),
    "school": "the school, in a word that others of it have, too",
    "names": "further forms of the name, in other scripts and romanizations",
    "note": "free",
}

NAME = {
    "id": "required; never reused",
    "name": "required: as it is shown",
    "kind": "required: what it is the name of",
    "spellings": "further forms by which it is to be found",
    "note": "free",
}

DRAFT = {
    "id": "required; never reused",
    "quote": "what was marked; `quote` or `comment` is required",
    "source": "the work it stands in",
    "locator": "where in it",
    "comment": "what was noted beside it",
    "tags": "words to find it by",
    "answers": "questions, or `question/stance`, that it was marked for",
    "from": "where the mark came from, so that it is known when it comes again",
    "note": "free",
}

CORPUS = {
    "title": "required: what the corpus is called",
    "about": "what it is about, and from which texts it was made",
    "licence": "of the records: `CC-BY-4.0`",
    "format": "the version of the format, `1`",
    "note": "free",
}

SPELLING = {
    "value": "required: the name as it is written",
    "scheme": "its script or romanization: `han`, `pinyin`, `cyrillic`",
}

STAMP = {"by": "required: who", "date": "when (EDTF)"}

CITATION = {
    "source": "required: the id of the work",
    "locator": "the place in it, free text: `p. 116`, `fol. 12r`",
}

BASIS = {
    "source": "the id of a work",
    "locator": "the place in it",
    "claim": "the id of another claim",
}

RELATIONS = {
    "disputes": "holds the contrary of it: a claim, or `question/stance`",
    "qualifies": "grants it in part: a claim, or `question/stance`",
    "revises": "takes back what the holder held before: a claim, or `question/stance`",
}

SOURCE = {
    "id": "required; may be the citation key of Zotero, BibTeX or pandoc",
    "type": "required: of CSL, as `book`, `article-journal`, `chapter`, `thesis`, `classic`",
    "title": "of the work",
    "author": "`{family: …, given: …}`, or `{literal: …}` for a body or a name that is not split",
    "editor": "the same",
    "translator": "the same",
    "issued": "when it appeared: a year, EDTF, or `{date-parts: [[1975]]}`",
    "original-date": "when it first appeared, where a later edition or translation is cited",
    "accessed": "when it was looked at",
    "container-title": "of the journal or the volume that it stands in",
    "volume": "of a journal or a set",
    "issue": "of a journal",
    "page": "first and last page in its container: `33-58`",
    "edition": "`2`, or in words",
    "publisher": "who published it",
    "publisher-place": "where it was published",
    "language": "of the work: `ru`, `zh`",
    "archive": "where a manuscript is kept",
    "archive_location": "its shelfmark there",
    "URL": "where it is on the web",
    "DOI": "without `https://doi.org/`",
    "note": "free",
    "custom": "what has no variable of its own in CSL",
}
"""The variables of CSL that most works have; the others are named in the specification of CSL."""

FILE = {
    "stances": "the positions on the question, by id: `label` (required, short), `meaning`, `note`",
    "claims": "who holds what: on the question, where the file has one",
    "scholars": "who makes claims",
    "references": "the works that claims are made in, primary sources among them: CSL",
    "names": "people, places, states and terms that claims are about, with their spellings",
    "drafts": "what was marked while reading, and is no claim yet",
}
"""The keys of a file that have records below them."""
