"""1xx, files and YAML: what is wrong before there is any record, and texts that YAML cuts short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcli.checks.check import Check, while_reading
from claimcli.checks.survey import Survey
from claimcli.checks.unread_files import unread_files
from claimcli.corpus.text import decode, load
from claimcli.problems import Location, Problem

if TYPE_CHECKING:
    from claimcli.corpus.cut_short import Cut

_PROSE = frozenset(
    "statement quote note translation question meaning label name title scope about".split()
)


def cut_texts(survey: Survey) -> Iterator[Problem]:
    """W122 for each comment behind a text in words; only files that may have one are parsed."""
    # Who asks what a code means waits for no parser of YAML.
    from claimcli.corpus.cut_short import cuts

    root = survey.reading.root
    for file in survey.reading.files:
        content = load(root, file)
        if isinstance(content, bytes):
            for cut in cuts(decode(file, content), _PROSE):
                yield _told(file, cut)


def _told(file: str, cut: Cut) -> Problem:
    message = f"'{cut.key}' ends here: the rest of the line is a comment to YAML, and was not read"
    hint = "put the text in quotes if this belongs to it; a comment has two spaces before its #"
    return Problem("W122", Location(file, cut.line, cut.column), message, hint, cut.record)


CHECKS = (
    Check(
        code="E101",
        title="file or directory cannot be read",
        explanation=(
            "The system does not let the file be read: no permission, a link that leads nowhere, "
            "something that is no regular file, a name that is not UTF-8, or a link to a directory "
            "of such files, which is not followed."
        ),
        find=while_reading,
        shown=False,
    ),
    Check(
        code="E102",
        title="not UTF-8",
        explanation=(
            "A corpus is UTF-8 throughout, so that names in every script survive. Each line with "
            "a byte that is not is reported, and the record it is in is left out."
        ),
        find=while_reading,
        saved="latin-1",
    ),
    Check(
        code="E103",
        title="character that does not belong in a text file",
        explanation=(
            "A control character, or one of the line separators U+0085, U+2028 and U+2029, which "
            "YAML takes for the end of a line and editors do not show."
        ),
        find=while_reading,
    ),
    Check(
        code="E104",
        title="file too large",
        explanation=(
            "A file of more than 64 MB is not read. That is more than 100,000 claims; it is "
            "probably no file of records."
        ),
        find=while_reading,
        shown=False,
    ),
    Check(
        code="E105",
        title="not YAML",
        explanation=(
            "The lines cannot be parsed. The record they are in is left out; what comes before "
            "and after it is read."
        ),
        find=while_reading,
    ),
    Check(
        code="E106",
        title="tab used to indent",
        explanation="YAML is indented with spaces only.",
        find=while_reading,
    ),
    Check(
        code="E107",
        title="colon in a text without quotes",
        explanation=(
            "A colon with a space after it separates a key from its value, also in the middle of "
            "a sentence. Such a text stands in quotes, or on lines of its own below `>-`."
        ),
        find=while_reading,
    ),
    Check(
        code="E108",
        title="quote not closed",
        explanation="A text that begins with a quotation mark ends at the next one.",
        find=while_reading,
    ),
    Check(
        code="E109",
        title="bracket not closed, or comma missing",
        explanation=(
            "Between [ and ] stands a list, between { and } a mapping, with commas between the "
            "values. A text that holds brackets or commas there is put in quotes."
        ),
        find=while_reading,
    ),
    Check(
        code="E110",
        title="text that begins with a character YAML has a use for",
        explanation=(
            "The characters [ ] { } , & * ! | > % @ ` and the quotation marks mean something to "
            "YAML at the beginning of a value. A text that begins with one is put in quotes."
        ),
        find=while_reading,
    ),
    Check(
        code="E111",
        title="key given twice",
        explanation=(
            "A field has one value. Which of the two is meant cannot be told. Where `id` and other "
            "fields come again, a new record begins that lacks its dash; the one above it is read."
        ),
        find=while_reading,
    ),
    Check(
        code="E112",
        title="anchor or alias",
        explanation=(
            "YAML can name a value with & and repeat it with *. A corpus does without: every "
            "record says all that it says in its own place. A text that begins with one of the "
            "two characters is put in quotes."
        ),
        find=while_reading,
    ),
    Check(
        code="E113",
        title="tag",
        explanation=(
            "A word that begins with ! tells YAML to make something else of a value. In a corpus "
            "every value is the text that was typed."
        ),
        find=while_reading,
    ),
    Check(
        code="E114",
        title="nested too deeply",
        explanation="Lists and mappings stand inside each other more than 50 times.",
        find=while_reading,
    ),
    Check(
        code="E115",
        title="second document in a file",
        explanation="A line `---` begins a new YAML document. Only the first of a file is read.",
        find=while_reading,
    ),
    Check(
        code="W116",
        title="byte-order mark",
        explanation=(
            "The file begins with U+FEFF, which some editors on Windows add. It is passed over "
            "here; other programs take it for a part of the first key. Within a file it comes of "
            "two that were joined, and what stands behind it may not be read."
        ),
        find=while_reading,
        saved="utf-8-sig",
    ),
    Check(
        code="I117",
        title="line ends of Windows",
        explanation=(
            "Every line ends in CR LF. That is read without loss, but a colleague's editor may "
            "change all lines at once, and the diff then shows a file of changes."
        ),
        find=while_reading,
        saved="crlf",
    ),
    Check(
        code="W118",
        title="two kinds of line ends",
        explanation="Some lines end in CR LF and others in LF alone; two systems wrote the file.",
        find=while_reading,
        saved="mixed",
    ),
    Check(
        code="E119",
        title="key that is no word",
        explanation="A key is a word, never a list or a mapping.",
        find=while_reading,
    ),
    Check(
        code="E120",
        title="too much that cannot be parsed",
        explanation=(
            "Records that can be parsed are read all the same, but after 20 places that cannot be "
            "no more are told. The first of them often explains the others."
        ),
        find=while_reading,
    ),
    Check(
        code="E121",
        title="no key at the beginning",
        explanation="A file of a corpus is a mapping: its lists stand below keys.",
        find=while_reading,
    ),
    Check(
        code="W122",
        title="text cut short by a comment",
        explanation=(
            "A # with a space before it begins a comment, also in the middle of a sentence, and "
            "nothing of the rest of the line is read. A text with such a # stands in quotes, or "
            "on lines of its own below `>-`. Two spaces before the # show that a comment is meant."
        ),
        find=cut_texts,
    ),
    Check(
        code="E123",
        title="second question in a file",
        explanation=(
            "The keys of a file are those of one question, and its claims are on that question. "
            "Only the first of a file is read, with all that stands above the second."
        ),
        find=while_reading,
    ),
    Check(
        code="I124",
        title="file that is not read",
        explanation=(
            "A bibliography, a table or a document lies in the folder of the corpus. Records are "
            "read from files whose names end in .yaml or .yml, and from no others."
        ),
        find=unread_files,
        shown=False,
    ),
)
