"""Records that claims name are read in one go; each is what it would be if asked for alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from storing import write

from claimcli.store import Role, open_store

MANY = 1_200
"""More than are read by one statement."""


@pytest.mark.slow
def test_records_read_together_are_those_read_alone(tmp_path: Path) -> None:
    people = "".join(f"- {{id: p{n}, name: Person {n}, kind: person}}\n" for n in range(MANY))
    held = "".join(
        f"- {{id: c{n}, statement: It is so., scholars: [p{n}, nobody], citation: {{source: w}}}}\n"
        for n in range(MANY)
    )
    files = {
        "corpus.yaml": "title: Many\nformat: 1\n",
        "scholars.yaml": f"scholars:\n{people}",
        "sources.yaml": "references:\n- {id: w, type: book, title: Work}\n",
        "claims.yaml": f"claims:\n{held}",
    }
    write(tmp_path, files)
    with open_store(tmp_path, use_cache=False) as store:
        claims = store.claims_of_source("w")
        assert len(claims) == MANY
        together = [store.scholar(claim.scholars[0]) for claim in claims]
        assert [s.name for s in together if s] == [f"Person {n}" for n in range(MANY)]
        assert store.scholar("nobody") is None
        assert store.source("p7") is None
        assert store.scholar("w") is None
        source = store.source("w")
        assert source
        assert source.title == "Work"


@pytest.mark.slow
def test_claims_that_others_rest_on_are_read_together_too(tmp_path: Path) -> None:
    grounds = "".join(
        f"- {{id: g{n}, statement: Ground {n}., scholars: [p], citation: {{source: w}}}}\n"
        for n in range(MANY)
    )
    resting = "".join(
        f"- {{id: c{n}, statement: It is so., scholars: [p], citation: {{source: w}},"
        f" basis: [{{claim: g{n}}}, {{claim: nowhere}}], tags: [resting]}}\n"
        for n in range(MANY)
    )
    write(tmp_path, {"claims.yaml": f"claims:\n{grounds}{resting}"})
    with open_store(tmp_path, use_cache=False) as store:
        claims = store.linked(Role.TAG, "resting")
        assert len(claims) == MANY
        read = [store.claim(claim.basis[0].claim or "") for claim in claims]
        assert [ground.statement for ground in read if ground] == [
            f"Ground {n}." for n in range(MANY)
        ]
        assert store.claim("nowhere") is None
        own = store.claim("c7")  # one that nothing rests on
        assert own
        assert own.basis[0].claim == "g7"
