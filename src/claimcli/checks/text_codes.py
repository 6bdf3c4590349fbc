"""The codes of quotations and of text: 6xx."""

from __future__ import annotations

from claimcli.checks.codes import Code
from claimcli.checks.samples import CLAIM

_LONG = (
    "In this night the army of Song went out of the gates and fell upon the camp of the enemy, "
    "who had trusted in the peace that was sworn"
)

TEXT_CODES = (
    Code(
        code="I601",
        title="long quote",
        explanation=(
            "A quote is a short phrase, 25 words at most (two Han characters count as one): "
            "enough to find the place and to see that the claim is there, and no copy of the text."
        ),
        example=f"{CLAIM}  quote: {_LONG}\n",
        mend=f"{CLAIM}  quote: fell upon the camp of the enemy, who had trusted in the peace\n",
    ),
    Code(
        code="W602",
        title="quote found in the statement",
        explanation=(
            "The statement says in the recorder's words what is claimed; the quote keeps the "
            "words of the text. Where the one holds the other, nobody has put the claim into "
            "words of his own, and a quotation stands there without its marks."
        ),
        example=f"{CLAIM}  quote: Song broke the truce\n",
        mend=f"{CLAIM}  quote: treacherously infringed conditions of the peace\n",
    ),
    Code(
        code="E603",
        title="control character in a text",
        explanation=(
            "A text in double quotes has an escape such as `\\e` or `\\x07`, which makes a "
            "character that steers a terminal and means nothing to a reader."
        ),
        example=f'{CLAIM}  note: "He wrote this \\e twice."\n',
        mend=f"{CLAIM}  note: He wrote this twice.\n",
    ),
    Code(
        code="E604",
        title="half of a character",
        explanation=(
            "A surrogate (U+D800 to U+DFFF) is half of a character in UTF-16, as some programs "
            "escape it. Alone it is nothing, and cannot be written to a file."
        ),
        example=f'{CLAIM}  note: "The name is \\ud842\\udfb7."\n',
        mend=f"{CLAIM}  note: The name is \U00020bb7.\n",
    ),
    Code(
        code="W605",
        title="character that nobody sees",
        explanation=(
            "A soft hyphen, a space without width, a mark of direction. They come along with "
            "copied text, and keep a word from being found."
        ),
        example=f"{CLAIM}  note: He speaks of the peri\u200bphery.\n",
        mend=f"{CLAIM}  note: He speaks of the periphery.\n",
    ),
    Code(
        code="W606",
        title="not in Unicode's normal form",
        explanation=(
            "The same letter can be one character or a letter and a mark. In a corpus it is one "
            "(NFC), so that what looks alike is alike, for every program that reads it."
        ),
        example=f"{CLAIM}  note: The work is in Franc\u0327ais.\n",
        mend=f"{CLAIM}  note: The work is in Fran\u00e7ais.\n",
    ),
    Code(
        code="W607",
        title="letters of two scripts in one word",
        explanation=(
            "Latin and Cyrillic have letters that look alike. A word in which both stand was "
            "typed or scanned wrongly, and no search finds it."
        ),
        example=f"{CLAIM}  note: By Вор\u043eб\u044ce\u0432.\n",
        mend=f"{CLAIM}  note: By Воробьев.\n",
    ),
    Code(
        code="W608",
        title="character that was lost",
        explanation=(
            "U+FFFD stands where a program could not read a character, and a private-use "
            "character has a meaning only in the font of the PDF that it was copied from."
        ),
        example=f"{CLAIM}  note: By Vorob\ufffdev.\n",
        mend=f"{CLAIM}  note: By Vorob'ev.\n",
    ),
    Code(
        code="I609",
        title="words of the quote taken over",
        explanation=(
            "The statement has six words or more of the quote in a row (two Han characters count "
            "as one). It is still the text that speaks, and whoever reads the statement alone "
            "takes its wording for the recorder's."
        ),
        example=(
            CLAIM.replace("Song broke the truce", "Jin officials could not understand or accept it")
            + "  quote: but Jin officials could not understand or accept\n"
        ),
        mend=(
            CLAIM.replace("Song broke the truce", "To the court of Jin the claim made no sense")
            + "  quote: but Jin officials could not understand or accept\n"
        ),
    ),
)
