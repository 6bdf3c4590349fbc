"""Where a page leads to: to the pages of records that have one, to claims on the same page."""

from __future__ import annotations

from collections.abc import Container, Mapping

import msgspec

from claimcli.site import addresses


class Links(msgspec.Struct, frozen=True):
    """The links of a page. `root` leads from it to the root of the site: `""`, or `"../"`.

    `ids` are the records that have a page, by kind; a document of its own has none. `here` are the
    claims that stand on the page itself.
    """

    root: str = ""
    ids: Mapping[str, Container[str]] = {}
    here: Container[str] = ()

    def to(self, kind: str, id: str | None) -> str | None:
        """The address of a record, None where it has no page."""
        if id is None:
            return None
        if kind == "claim" and id in self.here:
            return addresses.fragment("claim", id)
        return self.page(kind, id)

    def page(self, kind: str, id: str) -> str | None:
        """The same of its own page, also where it stands on this one."""
        if id not in self.ids.get(kind, ()):
            return None
        return self.root + addresses.page(kind, id)

    def to_position(self, question: str | None, stance: str | None) -> str | None:
        """The address of a position on the page of its question."""
        if question is None or stance is None:
            return None
        if question not in self.ids.get("question", ()):
            return None
        return self.root + addresses.position(question, stance)

    def to_target(self, target: str) -> str | None:
        """The address of what is disputed, qualified or revised: a claim or a position."""
        question, _, stance = target.partition("/")
        return self.to("claim", target) or self.to_position(question, stance or None)
