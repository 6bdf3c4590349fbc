"""What the shell offers is what the options take: the lists are kept apart for start-up's sake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from claimcli.cli import cache, completion
from claimcli.comparison import GROUPINGS
from claimcli.listing import LISTED
from claimcli.model import CLAIM_CERTAINTIES
from claimcli.render import FORMATS
from claimcli.search import SORTS


@pytest.mark.parametrize(
    ("offered", "taken"),
    [
        (completion.formats, FORMATS),
        (completion.certainties, CLAIM_CERTAINTIES),
        (completion.sorts, SORTS),
        (completion.kinds, tuple(LISTED)),
        (completion.cache_actions, cache.ACTIONS),
        (completion.groupings, GROUPINGS),
    ],
)
def test_words_offered(offered: Callable[..., Any], taken: Sequence[str]) -> None:
    assert list(offered("")) == list(taken)
