"""What is said of a value that is not known."""

from __future__ import annotations

from support import cases

from claimcli.errors import UnknownValue

MANY = [f"did-x{n}-happen" for n in range(20)]


@cases(
    ("kind", "value", "known", "said"),
    [
        ("format", "tabel", ["json", "table"], "no format 'tabel'; did you mean 'table'?"),
        ("format", "xml", ["csv", "json"], "no format 'xml'; the known ones are: csv, json"),
        ("tag", "war", [], "no tag 'war'; the corpus has none"),
        (
            "question",
            "Who began",
            ["who-began-it", "who-won"],
            "no question 'Who began'; did you mean 'who-began-it'?",
        ),
        (
            "stance",
            "provoked",
            ["jin-provoked", "war/song-provoked", "fear"],
            "no stance 'provoked'; did you mean one of these: jin-provoked, war/song-provoked?",
        ),
        (
            "question",
            "zebra",
            MANY,
            "no question 'zebra'; `claimcli list questions` shows those that there are",
        ),
        (
            "question or scholar",
            "zebra",
            MANY,
            "no question or scholar 'zebra'; "
            "`claimcli list questions` and `claimcli list scholars` show those that there are",
        ),
    ],
)
def test_what_may_be_meant(kind: str, value: str, known: list[str], said: str) -> None:
    assert str(UnknownValue(kind, value, known)) == said
