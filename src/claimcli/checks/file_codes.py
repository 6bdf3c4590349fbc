"""The codes of files and of YAML as text: 1xx."""

from __future__ import annotations

from claimcli.checks.codes import Code
from claimcli.checks.samples import DEBATE, DEBATED

_CLAIM = """\
claims:
- id: kim-2013-truce
  scholars: [kim]
  citation: {source: kim-2013}
"""

FILE_CODES = (
    Code(
        code="E101",
        title="file or directory cannot be read",
        explanation=(
            "The system does not let the file be read: no permission, a link that leads nowhere, "
            "something that is no regular file, a name that is not UTF-8, or a link to a directory "
            "of such files, which is not followed."
        ),
        example="claims.yaml, a symbolic link to a file that is gone",
        mend="the link removed, or led to a file that is there",
        shown=False,
    ),
    Code(
        code="E102",
        title="not UTF-8",
        explanation=(
            "A corpus is UTF-8 throughout, so that names in every script survive. Each line with "
            "a byte that is not is reported, and the record it is in is left out."
        ),
        example=f"{_CLAIM}  statement: Song broke the truce after a fête.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce after a fête.\n",
        saved="latin-1",
    ),
    Code(
        code="E103",
        title="character that does not belong in a text file",
        explanation=(
            "A control character, or one of the line separators U+0085, U+2028 and U+2029, which "
            "YAML takes for the end of a line and editors do not show."
        ),
        example=f"{_CLAIM}  statement: Song broke\u2028the truce.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
    ),
    Code(
        code="E104",
        title="file too large",
        explanation=(
            "A file of more than 64 MB is not read. That is more than 100,000 claims; it is "
            "probably no file of records."
        ),
        example="a file of 200 MB whose name ends in .yaml",
        mend="the records divided over several files",
        shown=False,
    ),
    Code(
        code="E105",
        title="not YAML",
        explanation=(
            "The lines cannot be parsed. The record they are in is left out; what comes before "
            "and after it is read."
        ),
        example=f"{_CLAIM} statement: Song broke the truce.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
    ),
    Code(
        code="E106",
        title="tab used to indent",
        explanation="YAML is indented with spaces only.",
        example=f"{_CLAIM}\tstatement: Song broke the truce.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
    ),
    Code(
        code="E107",
        title="colon in a text without quotes",
        explanation=(
            "A colon with a space after it separates a key from its value, also in the middle of "
            "a sentence. Such a text stands in quotes, or on lines of its own below `>-`."
        ),
        example=f"{_CLAIM}  statement: Song broke the truce: it attacked.\n",
        mend=f'{_CLAIM}  statement: "Song broke the truce: it attacked."\n',
    ),
    Code(
        code="E108",
        title="quote not closed",
        explanation="A text that begins with a quotation mark ends at the next one.",
        example=f'{_CLAIM}  statement: "Song broke the truce.\n',
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
    ),
    Code(
        code="E109",
        title="bracket not closed, or comma missing",
        explanation=(
            "Between [ and ] stands a list, between { and } a mapping, with commas between the "
            "values. A text that holds brackets or commas there is put in quotes."
        ),
        example=f"{_CLAIM}  statement: Song broke the truce.\n  tags: [war, peace\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n  tags: [war, peace]\n",
    ),
    Code(
        code="E110",
        title="text that begins with a character YAML has a use for",
        explanation=(
            "The characters [ ] { } , & * ! | > % @ ` and the quotation marks mean something to "
            "YAML at the beginning of a value. A text that begins with one is put in quotes."
        ),
        example=f"{_CLAIM}  statement: [sic] Song broke the truce.\n",
        mend=f'{_CLAIM}  statement: "[sic] Song broke the truce."\n',
    ),
    Code(
        code="E111",
        title="key given twice",
        explanation=(
            "A field has one value. Which of the two is meant cannot be told. Where `id` and other "
            "fields come again, a new record begins that lacks its dash; the one above it is read."
        ),
        example=f"{_CLAIM}  statement: Song broke the truce.\n  statement: It attacked.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
    ),
    Code(
        code="E112",
        title="anchor or alias",
        explanation=(
            "YAML can name a value with & and repeat it with *. A corpus does without: every "
            "record says all that it says in its own place. A text that begins with one of the "
            "two characters is put in quotes."
        ),
        example=f"{_CLAIM}  statement: *truce\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
    ),
    Code(
        code="E113",
        title="tag",
        explanation=(
            "A word that begins with ! tells YAML to make something else of a value. In a corpus "
            "every value is the text that was typed."
        ),
        example=f"{_CLAIM}  statement: !!str Song broke the truce.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
    ),
    Code(
        code="E114",
        title="nested too deeply",
        explanation="Lists and mappings stand inside each other more than 50 times.",
        example=f"{_CLAIM}  statement: Song broke the truce.\n  tags: {'[' * 60}war{']' * 60}\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n  tags: [war]\n",
    ),
    Code(
        code="E115",
        title="second document in a file",
        explanation="A line `---` begins a new YAML document. Only the first of a file is read.",
        example=f"{_CLAIM}  statement: Song broke the truce.\n---\nscholars: []\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\nscholars: []\n",
    ),
    Code(
        code="W116",
        title="byte-order mark",
        explanation=(
            "The file begins with U+FEFF, which some editors on Windows add. It is passed over "
            "here; other programs take it for a part of the first key."
        ),
        example=f"{_CLAIM}  statement: Song broke the truce.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
        saved="utf-8-sig",
    ),
    Code(
        code="I117",
        title="line ends of Windows",
        explanation=(
            "Every line ends in CR LF. That is read without loss, but a colleague's editor may "
            "change all lines at once, and the diff then shows a file of changes."
        ),
        example=f"{_CLAIM}  statement: Song broke the truce.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
        saved="crlf",
    ),
    Code(
        code="W118",
        title="two kinds of line ends",
        explanation="Some lines end in CR LF and others in LF alone; two systems wrote the file.",
        example=f"{_CLAIM}  statement: Song broke the truce.\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
        saved="mixed",
    ),
    Code(
        code="E119",
        title="key that is no word",
        explanation="A key is a word, never a list or a mapping.",
        example=f"{_CLAIM}  statement: Song broke the truce.\n  [tags]: war\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n  tags: [war]\n",
    ),
    Code(
        code="E120",
        title="too much that cannot be parsed",
        explanation=(
            "After 20 places that cannot be parsed the rest of the file is not read. The first "
            "of them often explains the others."
        ),
        example="claims:\n" + "".join(f"- id: claim-{n}\n  note: a: b\n" for n in range(21)),
        mend="claims: []\n",
    ),
    Code(
        code="E121",
        title="no key at the beginning",
        explanation="A file of a corpus is a mapping: its lists stand below keys.",
        example="- id: kim-2013-truce\n  scholars: [kim]\n",
        mend=f"{_CLAIM}  statement: Song broke the truce.\n",
    ),
    Code(
        code="W122",
        title="text cut short by a comment",
        explanation=(
            "A # with a space before it begins a comment, also in the middle of a sentence, and "
            "nothing of the rest of the line is read. A text with such a # stands in quotes, or "
            "on lines of its own below `>-`. Two spaces before the # show that a comment is meant."
        ),
        example=f"{_CLAIM}  statement: Song broke truce # 2.\n",
        mend=f'{_CLAIM}  statement: "Song broke truce # 2."\n',
    ),
    Code(
        code="E123",
        title="second question in a file",
        explanation=(
            "The keys of a file are those of one question, and its claims are on that question. "
            "Only the first of a file is read, with all that stands above the second."
        ),
        example=f"{DEBATE}{DEBATED}id: who-won\nquestion: Who won the war?\n",
        mend=f"{DEBATE}{DEBATED}",
    ),
)
