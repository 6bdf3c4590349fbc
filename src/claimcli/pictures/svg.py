"""SVG as text: elements whose attributes and words can never become markup."""

from __future__ import annotations

from html import escape

from claimcli.render.safe import visible


class Svg(str):
    """Text that is markup already."""


def words(text: str) -> Svg:
    """Text of a corpus as the content of an element or the value of an attribute."""
    return Svg(escape(visible(text)))


def element(name: str, /, *content: str, **attributes: object) -> Svg:
    """An element: text in it is escaped, `Svg` stands as it is; an attribute of None is left out.

    An underscore in the name of an attribute is a hyphen, one at its end is for Python alone.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{words(number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(each if isinstance(each, Svg) else words(each) for each in content)
    return Svg(f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>")


def number(value: object) -> str:
    """A value as an attribute has it; a number with two decimals at most."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)


def joined(*parts: str) -> Svg:
    """Elements one after the other."""
    return Svg("".join(part if isinstance(part, Svg) else words(part) for part in parts))
