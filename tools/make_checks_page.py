"""The page of the documentation that lists every code, made from the catalogue.

`python tools/make_checks_page.py > docs/checks.md` writes it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from claimcli.checks.catalogue import CATALOGUE, FAMILIES

_HEAD = """\
# What `claimcli check` looks for

`claimcli check` reads every YAML file of a corpus and reports all that is wrong with it in one
pass, in the order of files and lines. A code is a letter and a number. The letter is the severity:

- **E**, error: what cannot be right;
- **W**, warning: what is probably a mistake;
- **I**, suggestion: what could be better.

The first digit is the family. `--select` and `--ignore` take any beginning of a code, with its
letter or without (`E`, `4`, `W4`, `203`, `5xx`), several with commas between. The command ends
with 1 where it found an error, with `--fail-on warning` also where it found a warning.

`claimcli check --explain CODE` shows an example of each, and the same mended.

<!-- Made by `python tools/make_checks_page.py > docs/checks.md`; change the catalogue. -->
"""


def page() -> str:
    """The whole page, in Markdown."""
    return _HEAD + "".join(_family(number, name) for number, name in FAMILIES.items())


def _family(number: int, name: str) -> str:
    rows = "".join(_rows(number))
    return f"\n## {number}xx: {name}\n\n| Code | What it is | Why |\n| --- | --- | --- |\n{rows}"


def _rows(family: int) -> Iterator[str]:
    for code, entry in CATALOGUE.items():
        if int(code[1]) == family:
            yield f"| {code} | {_cell(entry.title)} | {_cell(entry.explanation)} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())
