"""What was recorded held against its text: by the recorder, by a second reader, by the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from claimcli.api.recording import Recording, Written
from claimcli.arguments import PathLike, expect, expect_limit, expected_words
from claimcli.errors import ClaimcliError, UnknownValue
from claimcli.model import NO_STANCE, Claim
from claimcli.resolving import claims_of
from claimcli.search import Filters

if TYPE_CHECKING:  # reading and writing YAML is not for those who only search
    from claimcli.answers.blind import BlindReview, ToRead
    from claimcli.answers.review import Review
    from claimcli.corpus.records import Reading
    from claimcli.editing.plan import Plan
    from claimcli.texts import Texts


class Reviewing(Recording):
    """What `claimcli review` and `claimcli verify --repair` do."""

    def review(
        self,
        *ids: str,
        filters: Filters | None = None,
        texts: PathLike | None = None,
        drafts: bool | None = None,
        again: bool = False,
        limit: int | None = None,
    ) -> Review:
        """What waits to be held against its passage: `claimcli review --list`.

        `texts` is a directory of texts; `drafts` has drafts alone, or none (False); `again` has
        what is checked as it is, too. What was looked at is accepted by `accept`, corrected by
        `edit`; of a draft `new` makes a claim.
        """
        from claimcli.answers.review import ask  # not for those who only search
        from claimcli.answers.to_review import to_review

        at_hand, chosen = self._asked_of(ids, filters, texts, limit)
        return self._answer(
            lambda store: ask(
                store,
                *to_review(store, ids, chosen, drafts),
                at_hand,
                again=again or bool(ids),
                most=limit,
            )
        )

    def accept(self, claim: Claim, by: str) -> Written:
        """Mark a claim as checked by somebody today: what `review` does at `accept`.

        `claim` is what was looked at: raises `claimcli.editing.stamping.Otherwise` where it is not
        that any more.
        """
        from claimcli.editing.stamping import with_checked  # not for those who only search

        expect(Claim, "claim", claim)
        expect(str, "by", by)
        now = datetime.now()
        return self._changed(
            claim.id, lambda r: with_checked(self.root, r, claim, by, now), dry_run=False
        )

    def review_blind(
        self, by: str, *, filters: Filters | None = None, limit: int | None = None
    ) -> BlindReview:
        """The passages that somebody has yet to read as a second reader: `review --blind`.

        Each shows nothing of what the first recorder made of it. Raises for filters that would.
        """
        from claimcli.answers.blind import ask  # not for those who only search
        from claimcli.answers.to_review import demand_blind, to_review

        expect(str, "by", by)
        _, chosen = self._asked_of((), filters, None, limit)
        demand_blind(chosen)
        return self._answer(lambda store: ask(store, to_review(store, (), chosen)[0], by, limit))

    def read_blind(self, passage: ToRead, *stances: str, by: str, why: str = "") -> Written:
        """Write down what a second reader takes a passage for: stances, or `none`.

        Raises for a stance that its question has not.
        """
        from claimcli.answers.blind import ToRead, values_of  # not for those who only search
        from claimcli.editing.second_reading import with_reading

        expect(ToRead, "passage", passage)
        question, said = passage.question, expected_words("stance", stances)
        known = (NO_STANCE, *(stance.id for stance in question.stances))
        for stance in said:
            if stance not in known:
                raise UnknownValue("stance", stance, known)
        if not said:
            raise ClaimcliError(f"say a stance of {question.id}, or {NO_STANCE}")
        values = values_of(passage, [f"{question.id}/{one}" for one in said], by, why)

        def planned(reading: Reading) -> tuple[Plan, tuple[str, ...]]:
            plan, id = with_reading(self.root, reading, by, values)
            return plan, (id,)

        return self._written(planned, dry_run=False)

    def repair(
        self,
        *ids: str,
        texts: PathLike | None = None,
        text: Mapping[str, PathLike] | None = None,
        source: str | Sequence[str] = (),
    ) -> Written:
        """Give quotations that are near the text's own words: `verify --repair --yes`.

        Those are left as they are where a number or a negation differs. The arguments are those of
        `verify`; `ids` of the answer are the claims that were mended.
        """
        from claimcli.answers import verify  # not for those who only search
        from claimcli.dialogue.repairing import mendings
        from claimcli.editing.amending import with_quotes

        at_hand, read_in = self._texts(texts, text), expected_words("source", source)
        found = self._asked(
            lambda store: verify.ask(store, claims_of(store, ids, read_in), at_hand).found
        )
        every = mendings(found, at_hand)
        plain = {one.id: one.wording.words for one in every if not one.wording.warnings}
        return self._written(
            lambda reading: (with_quotes(self.root, reading, plain), tuple(plain)), dry_run=False
        )

    def _asked_of(
        self,
        ids: Sequence[str],
        filters: Filters | None,
        texts: PathLike | None,
        limit: int | None,
    ) -> tuple[Texts, Filters]:
        for id in ids:
            expect(str, "id", id)
        expect(Filters, "filters", filters, none=True)
        expect_limit(limit)
        return self._texts(texts, None), filters or Filters()
