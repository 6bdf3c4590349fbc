"""A cell as a text, or as the values in it: as typed, kept by Excel, or printed by claimcli."""

from __future__ import annotations

import json
import re
from typing import Any

_FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠]")
_WHOLE = re.compile(r"(-?\d+)\.0+")
_ERRORS = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
_RUN = re.compile(r"=\s*[A-Za-z_.]+\s*\(|=\s*\$?[A-Z]{1,3}\$?\d+|=\s*[-+(]?\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?: [\d:]+)?|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d\d")
_DATE = re.compile(r"[\d./?~X-]*\d[\d./?~X-]*")


class Exact(str):
    """A text of JSON, which is what it says: no spreadsheet has run it, and nothing guards it."""

    __slots__ = ()


def exact(value: Any) -> Any:
    """A value of JSON with its texts marked as what they say."""
    if isinstance(value, str):
        return Exact(value)
    if isinstance(value, list):
        return list(map(exact, value))
    return {key: exact(one) for key, one in value.items()} if isinstance(value, dict) else value


def plain(value: Any) -> str:
    """A cell as one text, white space around it dropped; the `'` before a formula goes.

    Whole numbers have no point (`1125.0`, as Excel keeps 1125).
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    text = str(value).strip()
    if isinstance(value, Exact):
        return text
    if text.startswith("'") and _FORMULA.match(text, 1):  # as claimcli and careful others write it
        return text[1:].strip()
    return text


def flawed(field: str, text: str) -> str | None:
    """Why a cell is not what somebody typed: a spreadsheet's error, or a formula; else None.

    Of pages 3-5 a spreadsheet makes the fifth of March.
    """
    if field in ("page", "locator") and _DAY.fullmatch(text):
        return f"the cell is a date, {text}: a spreadsheet may have made it of pages"
    if text in _ERRORS:
        return f"the cell is an error of the spreadsheet, {text}"
    if _RUN.match(text):
        return f"the cell is a formula, {text[:40]}, and not its value"
    return None


def whole(text: str) -> str:
    """A number as it was typed: `1125` for `1125.0`."""
    found = _WHOLE.fullmatch(text)
    return found[1] if found else text


def structured(value: Any) -> Any:
    """A list or mapping, also one that is JSON in a text; None where it is none."""
    if isinstance(value, dict | list):
        return value
    if isinstance(value, str) and value.strip()[:1] in ("[", "{"):
        try:
            read = json.loads(value)
        except (json.JSONDecodeError, RecursionError):
            return None
        return read if isinstance(read, dict | list) else None
    return None


def parts(value: Any, separators: str = ";") -> list[str]:
    """The texts of a cell that has several."""
    read = structured(value)
    if isinstance(read, list):
        return [plain(one) for one in read if plain(one)]
    text = plain(value)
    pattern = r"\s*;\s*|\s*\n\s*" if separators == ";" or ";" in text else r"\s*[;,]\s*|\s*\n\s*"
    return [part for part in re.split(pattern, text) if part]


def stamp(value: Any) -> dict[str, str] | None:
    """Who, and when: `A. Lee, 2026-01-01`, or as it is printed, without the comma."""
    read = structured(value)
    if isinstance(read, dict):
        kept = {key: plain(read.get(key)) for key in ("by", "date")}
        return {key: text for key, text in kept.items() if text} or None
    text = plain(value)
    who, _, when = text.rpartition(" ")
    if who and _DATE.fullmatch(when):
        return {"by": who.rstrip(", "), "date": when}
    return {"by": text} if text else None


def relations(value: Any) -> list[dict[str, str]]:
    """Acts and what they are done to: `disputes lee-2001; revises q/s`."""
    read = structured(value)
    if isinstance(read, list):
        return [_relation(one) for one in read if isinstance(one, dict)]
    found = (re.split(r"\s*:\s+|\s+", part, maxsplit=1) for part in parts(value))
    return [{pair[0]: pair[1]} if len(pair) == 2 else {pair[0]: ""} for pair in found]


def _relation(one: dict[str, Any]) -> dict[str, str]:
    if "target" in one:
        return {plain(one.get("type")): plain(one["target"])}
    return {str(key): plain(target) for key, target in one.items()}
