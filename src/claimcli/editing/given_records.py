"""Records as somebody gives them, in YAML or JSON with the keys of the format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from claimcli.corpus.document import Document
from claimcli.corpus.text import decode
from claimcli.editing.composing import New
from claimcli.editing.references import LIST_OF
from claimcli.editing.typed import stances_labelled
from claimcli.errors import ClaimcliError
from claimcli.problems import Severity

_KIND_OF = {key: kind for kind, key in LIST_OF.items()}
"""The kind of the records below each key of a list."""

_LIST_OF_RECORDS = re.compile(
    rf"^ *(?:{'|'.join(_KIND_OF)}) *:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*"
    r"[ \t]*-\s+(?:\{|[\w-]+ *:)",
    re.MULTILINE,
)
"""A key with records below it; the names and holders of one record are texts."""


def records_in(name: str, content: bytes, kind: str) -> list[New]:
    """The records of a file: one, a list of them, a line of JSON each, or lists below their keys.

    `kind` is that of records without such a key, `name` what the file is called in messages. A
    claim or stance says with `question` where it goes. Raises where it cannot be read.
    """
    found = [new for value in _values(name, content) for new in news_of(name, value, kind)]
    if not found:
        raise ClaimcliError(f"{name} holds no record")
    return found


def _values(name: str, content: bytes) -> list[Any]:
    """The values at the top of a file, a list as its items."""
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start in (b"{", b"["):
        try:
            whole = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
            return whole if isinstance(whole, list) else [whole]
        except (msgspec.DecodeError, UnicodeDecodeError):
            pass
        try:
            return list(msgspec.json.Decoder().decode_lines(content))
        except (msgspec.DecodeError, UnicodeDecodeError):
            pass  # it may be YAML in brackets
    return _yaml(name, content)


def _yaml(name: str, content: bytes) -> list[Any]:
    text = decode(name, content)
    lead, lines_more, columns_more = _lead(text.text)
    if lead:
        body = re.sub(r"(?m)^(?=.)", " " * columns_more, text.text) if columns_more else text.text
        text = msgspec.structs.replace(text, text=f"{lead}{body}")
    document = Document(name, text)
    whole: dict[str, Any] = {}
    for entry in document.entries():
        _take(whole, entry.key, entry.part, entry.value)
    wrong = [p for p in document.problems if p.severity == Severity.ERROR]
    if wrong:
        line = wrong[0].location.line - lines_more
        column = wrong[0].location.column - columns_more
        hint = f"; {wrong[0].hint}" if wrong[0].hint else ""
        raise ClaimcliError(f"{name}:{line}:{column}: {wrong[0].message}{hint}")
    return list(whole.get("claims") or ()) if lead else [whole] if whole else []


def _lead(text: str) -> tuple[str, int, int]:
    """What goes before a text so that it is a list below a key, which alone is read item by item.

    With the lines that this is, and the columns by which the text is moved to be an item of it.
    Nothing goes before what has such a list already, or stands in brackets.
    """
    first = next((line.lstrip() for line in text.split("\n") if _says(line)), "")
    if first[:1] in ("-", "["):
        return "claims:\n", 1, 0
    if not first or first[0] == "{" or "\n---" in f"\n{text}" or _LIST_OF_RECORDS.search(text):
        return "", 0, 0
    return "claims:\n-\n", 2, 2


def _says(line: str) -> bool:
    return bool(line.strip()) and line.lstrip()[0] != "#" and line.strip() != "---"


def _take(whole: dict[str, Any], key: Any, part: int | str | None, value: Any) -> None:
    if part is None:
        whole[key] = value
    elif isinstance(part, int):
        whole.setdefault(key, []).append(value)
    else:
        whole.setdefault(key, {})[part] = value


def news_of(name: str, value: Any, kind: str) -> Iterator[New]:
    """The records that a value says: itself, or those below its keys; else as `records_in`."""
    if not isinstance(value, Mapping):
        raise ClaimcliError(f"{name}: a record is expected, not the text '{str(value)[:40]}'")
    if "name" in value or not any(_is_list(value.get(key)) for key in _KIND_OF):
        yield _new(value, kind)
        return
    question = value.get("id") if "question" in value else None
    if "question" in value:
        yield _new({k: v for k, v in value.items() if k not in _KIND_OF}, "question")
    for key, of_kind in _KIND_OF.items():
        for record in value.get(key) or ():
            if not isinstance(record, Mapping):
                raise ClaimcliError(f"{name}: `{key}` has something in it that is no record")
            new = _new(record, of_kind)
            is_on_it = of_kind == "claim" and new.question is None and question is not None
            yield new._replace(question=str(question)) if is_on_it else new


def _is_list(value: Any) -> bool:
    """Whether it is a list of records; the holders of a claim are a list of texts."""
    return isinstance(value, list) and any(isinstance(one, Mapping) for one in value)


def _new(values: Mapping[str, Any], kind: str) -> New:
    """A record; the question of a claim or a stance is no field of it."""
    fields = {str(key): value for key, value in values.items()}
    if isinstance(fields.get("id"), int):
        fields["id"] = str(fields["id"])
    if kind == "question" and "stances" in fields:
        fields["stances"] = _stances(fields["stances"])
    if kind not in ("claim", "stance"):
        return New(kind, fields)
    question = fields.pop("question", None)
    return New(kind, fields, str(question) if question is not None else None)


def _stances(given: Any) -> Any:
    """The stances of a question, where labels alone are given: listed, or each behind its id."""
    if isinstance(given, list) and given and all(isinstance(one, str) for one in given):
        return stances_labelled(given)
    if isinstance(given, Mapping):
        return {id: {"label": one} if isinstance(one, str) else one for id, one in given.items()}
    return given
