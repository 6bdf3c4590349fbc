"""Every check, by family.

A code is a letter and three digits. The letter is the severity: E for what cannot be right, W for
what is probably a mistake, I for what could be better. The first digit is the family. Codes are
never given a second meaning.

Examples are files of a corpus that also has the scholars `kim` (a person, the author of
`kim-2013`), `anonymous` and `kim-2013-many` (unnamed), the sources `kim-2013`, `vorobev-1975` and
`overview`, the question `who-started-war` with the stances `jin-began` and `song-provoked`, and on
it the claim `kim-2013-song-broke-truce` and others.
"""

from __future__ import annotations

from claimcli.checks import (
    attribution_checks,
    date_checks,
    file_checks,
    record_checks,
    reference_checks,
    text_checks,
    tidiness_checks,
)
from claimcli.checks.check import Check

_FAMILIES = {
    1: ("files and YAML", file_checks.CHECKS),
    2: ("records and their fields", record_checks.CHECKS),
    3: ("references", reference_checks.CHECKS),
    4: ("attribution", attribution_checks.CHECKS),
    5: ("dates", date_checks.CHECKS),
    6: ("quotations and text", text_checks.CHECKS),
    7: ("duplicates and tidiness", tidiness_checks.CHECKS),
}

FAMILIES: dict[int, str] = {number: title for number, (title, _) in _FAMILIES.items()}
"""What the hundreds of the codes stand for."""

CATALOGUE: dict[str, Check] = {
    check.code: check for _, checks in _FAMILIES.values() for check in checks
}
"""Every check by its code, in the order of the numbers."""
