"""The table of checks that look at records together: a code, and the function that finds it.

A check is given the corpus and gives what it found, not yet placed. Codes of 1xx to 3xx are found
while the files are read and the references followed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcli.checks import (
    attribution,
    characters,
    circles,
    dating,
    duplicates,
    people,
    quoting,
    tidiness,
)
from claimcli.checks.known import Known
from claimcli.corpus.placing import Finding

Check = Callable[[Known], Iterator[Finding]]

CHECKS: dict[str, Check] = {
    "E401": attribution.repeated_chain,
    "W402": attribution.nowhere_chain,
    "W403": attribution.later_report,
    "I404": attribution.second_hand_without_quote,
    "W405": attribution.impossible_page,
    "E406": circles.to_itself,
    "W407": circles.circle_of_grounds,
    "E408": circles.circle_of_questions,
    "W409": circles.disputed_and_revised,
    "W410": attribution.unclear_without_note,
    "W411": circles.disputes_own_stance,
    "W412": attribution.backward_pages,
    "E501": dating.unreadable,
    "E502": dating.unreadable,
    "E503": dating.unreadable,
    "W504": dating.unreadable,
    "W505": dating.checked_before_recorded,
    "W506": dating.later_original,
    "I601": quoting.long_quote,
    "W602": quoting.quote_in_statement,
    "E603": characters.odd_characters,
    "E604": characters.odd_characters,
    "W605": characters.odd_characters,
    "W606": characters.odd_characters,
    "W607": characters.odd_characters,
    "W608": characters.odd_characters,
    "I609": quoting.words_taken_over,
    "W701": duplicates.repeated_claims,
    "W702": duplicates.repeated_claims,
    "W703": people.repeated_scholars,
    "I704": tidiness.stance_nobody_holds,
    "I705": tidiness.lone_stance,
    "I706": tidiness.unreferenced_scholar,
    "I707": tidiness.unreferenced_source,
    "I708": tidiness.name_in_no_claim,
    "W709": tidiness.listed_twice,
}
