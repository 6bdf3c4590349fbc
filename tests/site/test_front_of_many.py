"""The front page where a position has more holders than there is room for marks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import Run

OWN, OTHERS = {"source": "towns"}, {"source": "walls"}


@pytest.mark.slow
def test_a_bar_hides_nobody_who_is_known_only_second_hand(run: Run, tmp_path: Path) -> None:
    """The mayor: 20 read, 12 second-hand, a phrase; a flood: two read. 33 are more than 24."""
    known = ["read"] * 20 + ["second-hand"] * 12 + ["unnamed"] + ["flood"] * 2
    scholars = [
        {"id": f"s{n}", "name": f"Holder {n}", "kind": "unnamed" if how == "unnamed" else "person"}
        for n, how in enumerate(known)
    ]
    cited: dict[str, dict[str, object]] = {
        "read": {"citation": OWN},
        "second-hand": {"citation": OTHERS, "via": [OWN]},
        "unnamed": {"via": [OWN]},
        "flood": {"citation": OWN},
    }
    claims = [
        {"id": f"c{n}", "scholars": [f"s{n}"], "statement": "So it was."}
        | {"stance": "flood" if how == "flood" else "mayor"}
        | cited[how]
        for n, how in enumerate(known)
    ]
    corpus = {
        "title": "Towns",
        "scholars": scholars,
        "references": [{"id": id, "type": "book", "title": id} for id in ("towns", "walls")],
        "id": "who",
        "question": "What closed the bridge?",
        "stances": {"mayor": {"label": "The mayor"}, "flood": {"label": "A flood"}},
        "claims": claims,
    }
    root = tmp_path / "corpus"
    root.mkdir()
    (root / "corpus.yaml").write_text(json.dumps(corpus), encoding="utf-8")
    assert run("site", str(tmp_path / "out"), "--corpus", str(root)).code == 0
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    mayor, flood = re.findall(r'<span class="marks">(.*?)</li>', page, re.DOTALL)
    bars = [
        [
            (known, float(wide))
            for wide, known in re.findall(r'width="([\d.]+)%".*?m-([a-z-]+)', row)
        ]
        for row in (mayor, flood)
    ]
    # In hundredths of the 33 of the mayor: 20, 12 and 1; of the flood 2.
    assert bars == [
        [("read", 60.61), ("second-hand", 36.36), ("unnamed", 3.03)],
        [("read", 6.06)],
    ]
    assert re.findall(r"</svg> (\d+)<", mayor) == ["20", "12", "1"]
    assert re.findall(r"</svg> (\d+)<", flood) == ["2"]
    assert "of many a bar with their numbers" in page
    assert "a scholar known second-hand" in page
