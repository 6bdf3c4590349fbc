"""One table of every code that a problem can have.

A code is a letter and three digits. The letter is the severity: E for what cannot be right, W for
what is probably a mistake, I for what could be better. The first digit is the family. Codes are
never given a second meaning.

Examples are files of a corpus that also has the scholars `kim` (a person, the author of
`kim-2013`), `anonymous` and `kim-2013-many` (unnamed), the sources `kim-2013`, `vorobev-1975` and
`overview`, the question `who-started-war` with the stances `jin-began` and `song-provoked`, and on
it the claim `kim-2013-song-broke-truce` and others.
"""

from __future__ import annotations

from claimcli.checks.attribution_codes import ATTRIBUTION_CODES
from claimcli.checks.codes import Code
from claimcli.checks.date_codes import DATE_CODES
from claimcli.checks.file_codes import FILE_CODES
from claimcli.checks.record_codes import RECORD_CODES
from claimcli.checks.reference_codes import REFERENCE_CODES
from claimcli.checks.text_codes import TEXT_CODES
from claimcli.checks.tidiness_codes import TIDINESS_CODES

FAMILIES = {
    1: "files and YAML",
    2: "records and their fields",
    3: "references",
    4: "attribution",
    5: "dates",
    6: "quotations and text",
    7: "duplicates and tidiness",
}
"""What the hundreds of the codes stand for."""

CATALOGUE: dict[str, Code] = {
    code.code: code
    for code in (
        *FILE_CODES,
        *RECORD_CODES,
        *REFERENCE_CODES,
        *ATTRIBUTION_CODES,
        *DATE_CODES,
        *TEXT_CODES,
        *TIDINESS_CODES,
    )
}
"""Every code, in the order of its number within each family."""
