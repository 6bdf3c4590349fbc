"""The page of a claim: its words, the way on which it became known, and what hangs together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from claimcli.answers.accounts import remarked
from claimcli.answers.chain import chain_of
from claimcli.answers.holders import holders_of
from claimcli.answers.show import Arrow, ShownClaim
from claimcli.answers.views import View, Viewer
from claimcli.answers.wording import BY_JUDGEMENT, typeset
from claimcli.citations import chicago
from claimcli.citations.issue_dates import told
from claimcli.model import Claim
from claimcli.render.flat import others
from claimcli.site.context import remark
from claimcli.site.links import Links
from claimcli.site.typesetter import Typesetter, letter, tone


class Item(msgspec.Struct, frozen=True):
    """A line of a list: what leads to it, its words, and where it is."""

    lead: str
    text: str
    address: str | None


def claim_page(setter: Typesetter, found: ShownClaim, links: Links, **beside: object) -> str:
    """The page of a claim."""
    view = found.view
    question = found.entities.question(found.record.question) if found.record.question else None
    return setter.set(
        "claim.html",
        links,
        title=found.record.statement,
        summary=_who(found.record, Viewer.of(found.entities), setter),
        style=("claim",),
        claim=view,
        period=told(found.record.period) if found.record.period else None,
        tone=tone(question, found.record.stance),
        letter=letter(question, found.record.stance),
        chain=chain_of(found.record, found.entities),
        whose=_whose(view),
        remark=remark(remarked(found.record.note or "", found.entities)[0], links),
        others=others(view),
        lists=list(_lists(found, view, links, setter)),
        note=chicago.note(
            found.record,
            found.entities.source,
            holders=holders_of(found.record, found.entities.scholar),
            forms=setter.forms,
        ),
        **beside,
    )


def _whose(view: View) -> str:
    read = (view["via"][-1] if view["via"] else view["citation"])["text"]
    if view["words"] == "holder" and view["via"]:
        return f"the holder’s words, as {read} quotes them"
    return f"the words of {read}"


def _lists(
    found: ShownClaim, view: View, links: Links, setter: Typesetter
) -> Iterator[tuple[str, str, list[Item]]]:
    who = partial(_who, viewer=Viewer.of(found.entities), setter=setter)
    yield "Answers also", "read alone, it takes these positions, too", list(_answers(found, links))
    yield "Rests on", "", list(_grounds(view, links))
    yield (
        "What rests on it",
        "",
        [Item(who(c), c.statement, links.to("claim", c.id)) for c in found.grounds_for],
    )
    acts = _JUDGED if found.record.relates_by_reading else "the holder’s own act"
    yield "What it answers", acts, list(_targets(view, links))
    yield (
        "Who answers it",
        "",
        [
            Item(
                f"{who(arrow.claim)} {_does(arrow)}:",
                arrow.claim.statement,
                links.to("claim", arrow.claim.id),
            )
            for arrow in found.related_from
        ],
    )


_JUDGED = typeset(BY_JUDGEMENT)


def _does(arrow: Arrow) -> str:
    judged = f", {_JUDGED}" if arrow.is_judged else ""
    return f"{arrow.type} it{judged}"


def _who(claim: Claim, viewer: Viewer, setter: Typesetter) -> str:
    return ", ".join(setter.called(id, viewer.holder(id)["name"]) for id in claim.scholars)


def _answers(found: ShownClaim, links: Links) -> Iterator[Item]:
    for answer in found.record.answers:
        name, _, stance = answer.partition("/")
        question = found.entities.question(name)
        declared = question.stance(stance) if question else None
        asked = question.question if question else name
        label = declared.label if declared else stance
        yield Item(asked, label, links.to_position(name, stance))


def _grounds(view: View, links: Links) -> Iterator[Item]:
    for ground in view["basis"]:
        address = links.to("claim", ground["claim"]) or links.to("source", ground["source"])
        yield Item("", ground["text"] or "", address)


def _targets(view: View, links: Links) -> Iterator[Item]:
    for relation in view["relations"]:
        target = relation["target"]
        yield Item(relation["type"], relation["text"] or target, links.to_target(target))
