"""Quotation marks: Chicago 17, 14.94 for those within titles, 6.9 for commas and periods."""

from __future__ import annotations

import pytest
from support import cases

from claimcli.citations.quotation_marks import quoted, with_mark


@cases(
    ("title", "in_quotes"),
    [
        ("Brunt's Republic", "“Brunt’s Republic”"),
        ("The soldiers' pay", "“The soldiers’ pay”"),
        ("The 'Roman' Republic", "“The ‘Roman’ Republic”"),
        ("'Brunt's Republic' read", "“‘Brunt’s Republic’ read”"),
        ("The '90s and the 'boom'", "“The ’90s and the ‘boom’”"),
        ('"War" and peace', "“‘War’ and peace”"),
        # English marks take turns
        ("A “b ‘c’ d” e", "“A ‘b “c” d’ e”"),
        ("A ‘b “c” d’ e", "“A ‘b “c” d’ e”"),
        ("Was “Rome” “Rome”?", "“Was ‘Rome’ ‘Rome’?”"),
        ("rock ’n’ roll", "“rock ’n’ roll”"),
        ("A 12” gun and “peace”", "“A 12” gun and ‘peace’”"),
        # those of other languages stay pairs
        ("Das „Reich“ und Rom", "“Das „Reich“ und Rom”"),
        ("„Das Reich“", "“„Das Reich“”"),
        ("„Die ‚Zeit‘“", "“„Die ‚Zeit‘“”"),
        ("„Rzeczpospolita”", "“„Rzeczpospolita””"),
        ("Om ”Riket”", "“Om ”Riket””"),
        ("»Reich« und ›Volk‹", "“»Reich« und ›Volk‹”"),
        ("« la paix »", "“« la paix »”"),
        ("『日本書紀』と「古事記」", "“『日本書紀』と「古事記」”"),
        # beside English ones
        ("„Czas” i “Time”", "“„Czas” i ‘Time’”"),
        ("‚Reich‘ and “realm”", "“‚Reich‘ and ‘realm’”"),
        ("“Das „Reich“” again", "“‘Das „Reich“’ again”"),
        ("", ""),
    ],
)
def test_marks_within_quotation_marks(title: str, in_quotes: str) -> None:
    assert quoted(title) == in_quotes


@cases(
    ("text", "with_comma"),
    [
        ("War", "War,"),
        ("“War”", "“War,”"),
        ("“‘King Lear’”", "“‘King Lear,’”"),
        ("“On ‘the “war”’”", "“On ‘the “war,”’”"),
        ("“The Soldiers’”", "“The Soldiers’,”"),  # an apostrophe is no mark
        ("“Are You a Doctor?”", "“Are You a Doctor?,”"),  # 6.125
        ("“„Das Reich“”", "“„Das Reich“,”"),
        ("“„Rzeczpospolita””", "“„Rzeczpospolita”,”"),
        ("“『日本書紀』”", "“『日本書紀』,”"),
        ("s.v. “war”", "s.v. “war,”"),
    ],
)
def test_a_comma_goes_inside_all_closing_marks(text: str, with_comma: str) -> None:
    assert with_mark(text, ",") == with_comma


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["“", "”", "‘", "’", "„", "“a", "‘a "])
def test_thousands_of_marks_are_read_in_one_go(sign: str) -> None:
    assert with_mark(quoted(sign * 20_000), ",").endswith("”")
