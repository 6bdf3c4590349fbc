"""Pictures of the pages for README and guide: python tools/page_pictures.py [CHROMIUM].

They are taken anew into docs/pictures/ by Chromium, which playwright drives (`claimcli[browser]`).
Tests hold the committed ones against what the site looks like now: tests/browser/test_pictures.py.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]


class Picture(msgspec.Struct, frozen=True):
    """A picture of a page, `path` within the site of a `corpus`, seen through a window.

    `height` None: the whole page, however long it is.
    """

    file: str
    corpus: str
    path: str
    width: int
    scheme: Literal["light", "dark"]
    height: int | None = None


PICTURES = (
    Picture("site-question.png", "shipped", "question/who-started-war.html", 1280, "light", 1000),
    Picture("site-search.png", "shipped", "search.html?q=張覺 execution", 1280, "dark", 700),
)
"""Those of the documentation."""

_VOLATILE = ".colophon { visibility: hidden }"
"""Version and commit are of the day."""

_PROBE = """() => {
  const line = document.createElement('canvas').getContext('2d');
  const of = element => {
    line.font = `200px ${getComputedStyle(element).fontFamily}`;
    return ['Who began it?', 'Кто начал?', '誰先開戰', '누가'].map(
      words => Math.round(line.measureText(words).width));
  };
  return [of(document.querySelector('h1')), of(document.querySelector('.colophon'))];
}"""
"""How wide lines are in both type faces and all scripts: other fonts set other lines."""


def taken(browser: Browser, site: Path, picture: Picture) -> tuple[bytes, Any]:
    """The picture as PNG, and how wide the type faces of the page run."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height or 900},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    name, _, query = picture.path.partition("?")
    address = (site / name).as_uri() + (f"?{query}" if query else "")
    page.goto(address, wait_until="load")
    page.add_style_tag(content=_VOLATILE)
    shot = page.screenshot(full_page=picture.height is None, animations="disabled", scale="css")
    faces = page.evaluate(_PROBE)
    context.close()
    return shot, faces


def main(chromium: str | None) -> None:
    """Take those of the documentation anew."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as directory, sync_playwright() as play:
        site = Path(directory) / "site"
        command = [sys.executable, "-m", "claimcli", "site", str(site)]
        subprocess.run([*command, "--corpus", str(ROOT / "claims")], check=True)
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for picture in PICTURES:
            shot, _ = taken(browser, site, picture)
            (ROOT / "docs" / "pictures" / picture.file).write_bytes(shot)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium"))
