"""Pages look as they did when somebody last looked: golden pictures, and those of the documents.

`CLAIMCLI_UPDATE=1 pytest tests/browser/test_pictures.py` takes them anew: look at them before they
are committed.
"""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import Build
from page_pictures import PICTURES, Picture, taken
from support import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOLDEN = Path(__file__).parent / "golden"
FACES = GOLDEN / "faces.json"

HELD = (
    Picture("question-1280-light.png", "small", "question/who-began.html", 1280, "light"),
    Picture("index-390-dark.png", "small", "index.html", 390, "dark"),
)

_DIFFERENT = 0.01
"""The share of dots, each the mean of four by four, that may be clearly another colour."""

_COMPARE = """async ([left, right]) => {
  const dots = async data => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + data;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width / 4);
    canvas.height = Math.round(image.height / 4);
    const drawing = canvas.getContext('2d');
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
    return {size: [image.width, image.height],
            data: drawing.getImageData(0, 0, canvas.width, canvas.height).data};
  };
  const [a, b] = [await dots(left), await dots(right)];
  let different = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    different += [0, 1, 2].some(i => Math.abs(a.data[at + i] - b.data[at + i]) > 48);
  }
  return {sizes: [a.size, b.size], different: different * 4 / a.data.length};
}"""


@pytest.mark.parametrize("picture", [*HELD, *PICTURES], ids=lambda picture: picture.file)
def test_a_page_looks_as_it_did(picture: Picture, browser: Browser, build: Build) -> None:
    folder = GOLDEN if picture in HELD else ROOT / "docs" / "pictures"
    golden = folder / picture.file
    shot, faces = taken(browser, build(picture.corpus), picture)
    if os.environ.get("CLAIMCLI_UPDATE"):
        golden.write_bytes(shot)
        FACES.write_text(json.dumps(faces) + "\n", encoding="utf-8")
    if faces != json.loads(FACES.read_text(encoding="utf-8")):
        pytest.skip("the pictures were taken with other fonts")
    page = browser.new_page()
    both = [base64.b64encode(png).decode() for png in (golden.read_bytes(), shot)]
    found = page.evaluate(_COMPARE, both)
    page.close()
    assert found["sizes"][0] == found["sizes"][1]
    assert found["different"] <= _DIFFERENT
