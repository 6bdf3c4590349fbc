"""Ids that are proposed: holder, year, a few words; never one that is taken."""

from __future__ import annotations

from typing import Any

from support import cases

from claimcli.editing.ids import IdsInUse, proposed
from claimcli.model import Source

SOURCES: dict[str, Source | dict[str, Any]] = {
    "vorobev-1975": Source(id="vorobev-1975", type="book", issued="1975-03"),
    "overview": Source(id="overview", type="document"),
    "jurchen": Source(id="jurchen", type="book", issued="2001", original_date="1975"),
}


@cases(
    ("kind", "values", "id"),
    [
        (
            "claim",
            {"scholars": ["vorobev"], "stance": "both-wanted", "citation": {"source": "jurchen"}},
            "vorobev-1975-both-wanted",
        ),
        (
            "claim",
            {
                "scholars": ["vorobev"],
                "stance": "both-wanted",
                "citation": {"source": "vorobev-1975"},
            },
            "vorobev-1975-both-wanted",
        ),
        (
            "claim",
            {
                "scholars": ["kim"],
                "stance": "none",
                "statement": "The Jurchen did not want any conflict with Song.",
                "citation": {"source": "overview"},
            },
            "kim-jurchen-not-want-conflict",
        ),
        (
            "claim",
            {"scholars": ["kim-2013-many"], "stance": "jin", "via": [{"source": "kim-2013"}]},
            "kim-2013-many-jin",
        ),
        (
            "source",
            {"author": [{"family": "Vorob'ev", "given": "M."}], "issued": {"date-parts": [[1975]]}},
            "vorobev-1975b",
        ),
        ("source", {"author": [{"literal": "宋史館"}], "issued": "1345"}, "songshiguan-1345"),
        ("source", {"title": "History of the Liao", "issued": "1344"}, "history-liao-1344"),
        ("scholar", {"name": "Alexander Kim", "kind": "person"}, "kim-alexander"),
        ("scholar", {"name": "Воробьев, Михаил", "kind": "person"}, "vorobev"),
        ("scholar", {"name": "many historians", "kind": "unnamed"}, "many-historians"),
        ("scholar", {"name": "김부식", "kind": "person"}, "gimbusik"),
        ("question", {"question": "Who broke the agreement?"}, "who-broke-agreement"),
        ("stance", {"label": "Nobody wanted it"}, "nobody-wanted"),
        ("stance", {"label": "They did not, before the war"}, "not-before-war"),
        ("name", {"name": "Kaifeng fu", "kind": "place"}, "kaifeng-fu"),
        ("name", {"name": "مكة", "kind": "place"}, None),
    ],
)
def test_an_id_is_made_of_what_the_record_says(
    kind: str, values: dict[str, Any], id: str | None
) -> None:
    taken = {"kim", "vorobev-1975"}
    assert proposed(kind, values, IdsInUse(SOURCES, taken)) == id


def test_an_id_that_is_taken_is_not_proposed_again() -> None:
    values = {"scholars": ["ann"], "stance": "yes", "statement": "The north moved first."}
    taken: set[str] = set()
    for id in ("ann-yes", "ann-north-moved-first", "ann-yes-2", "ann-yes-3"):
        assert proposed("claim", values, IdsInUse({}, taken)) == id
        taken.add(id)
