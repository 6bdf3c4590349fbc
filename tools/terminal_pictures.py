"""Pictures of the terminal for the documentation: `python tools/terminal_pictures.py [--check]`.

Each is the output of a command on the shipped corpus, cell for cell, as SVG that asks nothing of
anyone: fonts by family only, light and dark by the reader's own scheme. With `--check` nothing is
written, and it ends with 1 where a picture is not what the program prints now.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"


class Shot(NamedTuple):
    """A command line, on a terminal so many columns wide, and how many lines of it are shown."""

    command: str
    columns: int
    lines: int
    description: str


SHOTS = {
    "compare": Shot(
        "claimcli compare who-started-war",
        90,
        46,
        "The positions on a question: works by year as marks, scholars in numbers, then the claims "
        "with their holders.",
    ),
    "questions": Shot(
        "claimcli list questions --limit 12",
        140,
        32,
        "Questions, each with a strip of who holds which position.",
    ),
    "search": Shot(
        "claimcli search 張覺 execution --limit 3",
        90,
        20,
        "Claims found by a name in Han and a word, each with the reason.",
    ),
}

CELL, LINE, SIZE, EDGE = 8.4, 19, 14, 16
FONTS = (
    "ui-monospace,'SFMono-Regular',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',"
    "'Noto Sans Mono CJK SC',monospace"
)
LIGHT = {
    **{"paper": "#fdfbf6", "ink": "#282622", "rule": "#dcd8cc"},
    **{"31": "#b03022", "32": "#1d6b36", "33": "#7d5400", "34": "#1e5aaa", "35": "#7c3a96"},
    "36": "#006478",
}
DARK = {
    **{"paper": "#16171a", "ink": "#dedbd2", "rule": "#383b42"},
    **{"31": "#f0826e", "32": "#96d291", "33": "#ebc369", "34": "#82b9f5", "35": "#d2a0f0"},
    "36": "#78d7e1",
}
SGR = re.compile(r"\x1b\[([\d;]*)m")


class Run(NamedTuple):
    """Some cells of a line in one style; `codes` are those of ANSI that hold."""

    text: str
    codes: frozenset[str]


def printed(shot: Shot, cache: str) -> list[str]:
    """The lines that the command prints, with colour."""
    known = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for name in ("NO_COLOR", "LC_ALL", "PYTHONIOENCODING", "CLICOLOR", "CLAIMCLI_PAGER"):
        known.pop(name, None)
    known |= {"CLICOLOR_FORCE": "1", "COLUMNS": str(shot.columns), "CLAIMCLI_CACHE": cache}
    known |= {"CLAIMCLI_CORPUS": str(ROOT / "claims")}
    arguments = shlex.split(shot.command)
    ran = subprocess.run(arguments, env=known, check=True, capture_output=True, encoding="utf-8")
    return ran.stdout.splitlines()


def runs_of(line: str) -> list[Run]:
    """A line of the terminal in runs of one style each."""
    found, codes, at = [], frozenset[str](), 0
    for escape_code in SGR.finditer(line):
        found.append(Run(line[at : escape_code.start()], codes))
        at = escape_code.end()
        given = frozenset(escape_code[1].split(";")) - {""}
        codes = frozenset() if given <= {"0"} else codes | given
    found.append(Run(line[at:], codes))
    return [run for run in found if run.text]


def drawn(line: str, y: float) -> Iterator[str]:
    """The elements of a line: each run of words at its own cell, as wide as its cells."""
    column = 0
    for text, codes in runs_of(line):
        if "7" in codes:
            yield _ground(column, cell_len(text), y, codes)
        for part in re.finditer(r"\S+(?: \S+)*", text):
            start = column + cell_len(text[: part.start()])
            yield _words(part.group(), start, y, codes)
        column += cell_len(text)


def _ground(column: int, cells: int, y: float, codes: frozenset[str]) -> str:
    at = f'x="{EDGE + column * CELL:.1f}" y="{y - LINE + 5:.1f}"'
    size = f'width="{cells * CELL:.1f}" height="{LINE}"'
    return f'<rect {at} {size} class="{_classes(codes - {"7"})}"/>'


def _words(words: str, column: int, y: float, codes: frozenset[str]) -> str:
    at = f'x="{EDGE + column * CELL:.1f}" y="{y:.1f}" textLength="{cell_len(words) * CELL:.1f}"'
    classes = _classes(codes)
    styled = f' class="{classes}"' if classes else ""
    return f'<text {at} lengthAdjust="spacingAndGlyphs"{styled}>{escape(words)}</text>'


def _classes(codes: frozenset[str]) -> str:
    return " ".join(f"s{code}" for code in sorted(codes, key=int))


def style() -> str:
    """The style sheet: light, and dark where the reader wants it dark."""
    shape = (
        f"text{{font:{SIZE}px {FONTS};fill:var(--ink);white-space:pre}}"
        ".s1{font-weight:700}.s2{opacity:.68}.s3{font-style:italic}"
    )
    colours = "".join(f".s{code}{{fill:var(--c{code})}}" for code in range(31, 37))
    back = "rect{fill:var(--ink)}.paper{fill:var(--paper);stroke:var(--rule)}"
    reverse = "text.s7{fill:var(--paper)}"
    dark = f"@media(prefers-color-scheme:dark){{svg{{{_variables(DARK)}}}}}"
    return f"svg{{{_variables(LIGHT)}}}{dark}{shape}{back}{colours}{reverse}"


def _variables(palette: dict[str, str]) -> str:
    named = ((f"c{name}" if name.isdigit() else name, value) for name, value in palette.items())
    return "".join(f"--{name}:{value};" for name, value in named)


def picture(shot: Shot, cache: str) -> str:
    """The picture of a command: its line after a prompt, and what it prints."""
    output = printed(shot, cache)
    cut = [*output[: shot.lines], "\x1b[2m…\x1b[0m"] if len(output) > shot.lines else output
    lines = [f"\x1b[2m$\x1b[0m \x1b[1m{shot.command}\x1b[0m", "", *cut]
    width = round(2 * EDGE + shot.columns * CELL)
    height = 2 * EDGE + len(lines) * LINE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-labelledby="title desc">',
        f'<title id="title">{escape(shot.command)}</title>',
        f'<desc id="desc">{escape(shot.description)}</desc>',
        f"<style>{style()}</style>",
        f'<rect class="paper" x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8"/>',
    ]
    for number, line in enumerate(lines, start=1):
        parts += drawn(line, EDGE + number * LINE - 5)
    return "\n".join([*parts, "</svg>\n"])


def main(arguments: list[str]) -> int:
    """Write the pictures, or with `--check` say which are not true."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    checking, untrue = parser.parse_args(arguments).check, []
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as cache:
        for name, shot in SHOTS.items():
            file, made = FOLDER / f"terminal-{name}.svg", picture(shot, cache)
            if not checking:
                file.write_text(made, encoding="utf-8")
            elif not file.exists() or file.read_text(encoding="utf-8") != made:
                untrue.append(file.name)
    for name in untrue:
        print(f"{name} is not what the program prints; run {Path(__file__).name}", file=sys.stderr)
    return int(bool(untrue))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
