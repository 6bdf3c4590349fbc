"""EDTF levels 0 and 1 (ISO 8601-2:2019; examples of the Library of Congress specification)."""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.dates import (
    DateError,
    Interval,
    decade,
    in_words,
    parse,
    parse_range,
    sort_key,
    year,
    year_in_words,
)

DAYS = {
    # level 0
    "1985-04-12": ((1985, 4, 12), (1985, 4, 12)),
    "1985-04": ((1985, 4, 1), (1985, 4, 30)),
    "1985": ((1985, 1, 1), (1985, 12, 31)),
    "1985-04-12T23:20:30": ((1985, 4, 12), (1985, 4, 12)),
    "1985-04-12T23:20:30Z": ((1985, 4, 12), (1985, 4, 12)),
    "1985-04-12T23:20:30-04": ((1985, 4, 12), (1985, 4, 12)),
    "1985-04-12T23:20:30+04:30": ((1985, 4, 12), (1985, 4, 12)),
    "1964/2008": ((1964, 1, 1), (2008, 12, 31)),
    "2004-06/2006-08": ((2004, 6, 1), (2006, 8, 31)),
    "2004-02-01/2005-02-08": ((2004, 2, 1), (2005, 2, 8)),
    "2004-02-01/2005-02": ((2004, 2, 1), (2005, 2, 28)),
    "2005/2006-02": ((2005, 1, 1), (2006, 2, 28)),
    "0000": ((0, 1, 1), (0, 12, 31)),
    # level 1: long and negative years
    "Y170000002": ((170000002, 1, 1), (170000002, 12, 31)),
    "Y-170000002": ((-170000002, 1, 1), (-170000002, 12, 31)),
    "-1985": ((-1985, 1, 1), (-1985, 12, 31)),
    "-0043-03-15": ((-43, 3, 15), (-43, 3, 15)),
    "-0221/-0206": ((-221, 1, 1), (-206, 12, 31)),
    # seasons
    "2001-21": ((2001, 3, 1), (2001, 5, 31)),
    "2001-22": ((2001, 6, 1), (2001, 8, 31)),
    "2001-23": ((2001, 9, 1), (2001, 11, 30)),
    "2001-24": ((2001, 12, 1), (2002, 2, 28)),
    "2003-24": ((2003, 12, 1), (2004, 2, 29)),
    "1126-24/1127-21": ((1126, 12, 1), (1127, 5, 31)),
    # qualifiers
    "1984?": ((1984, 1, 1), (1984, 12, 31)),
    "2004-06~": ((2004, 6, 1), (2004, 6, 30)),
    "2004-06-11%": ((2004, 6, 11), (2004, 6, 11)),
    "1984~/2004-06%": ((1984, 1, 1), (2004, 6, 30)),
    # unspecified digits
    "201X": ((2010, 1, 1), (2019, 12, 31)),
    "20XX": ((2000, 1, 1), (2099, 12, 31)),
    "2004-XX": ((2004, 1, 1), (2004, 12, 31)),
    "1985-04-XX": ((1985, 4, 1), (1985, 4, 30)),
    "1985-XX-XX": ((1985, 1, 1), (1985, 12, 31)),
    "11XX~": ((1100, 1, 1), (1199, 12, 31)),
    "-01XX": ((-199, 1, 1), (-100, 12, 31)),
    "-000X": ((-9, 1, 1), (0, 12, 31)),
    "2004-06-XX/2004-07-03": ((2004, 6, 1), (2004, 7, 3)),
    "112X/1142?": ((1120, 1, 1), (1142, 12, 31)),
    # ends that are open or unknown
    "1985-04-12/..": ((1985, 4, 12), None),
    "1985/": ((1985, 1, 1), None),
    "../1985-04": (None, (1985, 4, 30)),
    "/1985-04-12": (None, (1985, 4, 12)),
    "../14XX": (None, (1499, 12, 31)),
    # a day that either calendar has, 1 BCE a leap year in both
    "2000-02": ((2000, 2, 1), (2000, 2, 29)),
    "2100-02": ((2100, 2, 1), (2100, 2, 28)),
    "1900-02": ((1900, 2, 1), (1900, 2, 29)),
    "1500-02": ((1500, 2, 1), (1500, 2, 29)),
    "1500-02-29": ((1500, 2, 29), (1500, 2, 29)),
    "1500-02-29~": ((1500, 2, 29), (1500, 2, 29)),
    "1300-02-29/1300-03-01": ((1300, 2, 29), (1300, 3, 1)),
    "1700-02-29": ((1700, 2, 29), (1700, 2, 29)),
    "1900-02-29": ((1900, 2, 29), (1900, 2, 29)),
    "1582-10-10": ((1582, 10, 10), (1582, 10, 10)),
    "1499-24": ((1499, 12, 1), (1500, 2, 29)),
    "0100-02-29": ((100, 2, 29), (100, 2, 29)),
    "1124-02-29": ((1124, 2, 29), (1124, 2, 29)),
    "0000-02-29": ((0, 2, 29), (0, 2, 29)),
    "-0004-02": ((-4, 2, 1), (-4, 2, 29)),
    "-0100-02": ((-100, 2, 1), (-100, 2, 29)),
}

WRITTEN_OTHERWISE = {
    "1125-1142": "1125/1142",
    "1125–1142": "1125/1142",
    "1125–27": "1125/1127",
    "1125-27": "1125/1127",
    "1125..1142": "1125/1142",
    "1125 / 1142": "1125/1142",
    "1125 to 1142": "1125/1142",
    "1125..": "1125/..",
    "..1142": "../1142",
    "1125/open": "1125/..",
    "1125/unknown": "1125/",
    "unknown/1125": "/1125",
    "before 1125": "../1125",
    "after 1125": "1125/..",
    "c. 1120": "1120~",
    "ca. 1120": "1120~",
    "circa 44 BC": "-0043~",
    "~1980": "1980~",
    "c.~1980": "1980~",
    "10 BC": "-0009",
    "c. 1120/1130": "1120~/1130",
    "?1125": "1125?",
    "perhaps 1125": "1125?",
    "1125~?": "1125%",
    "12th century": "11XX",
    "the 21st century": "20XX",
    "2nd century BCE": "-01XX",
    "1120s": "112X",
    "1100s": "11XX",
    "11uu": "11XX",
    "11xx": "11XX",
    "44 BC": "-0043",
    "44 B.C.E.": "-0043",
    "1 BCE": "0000",
    "133–31 BC": "-0132/-0030",
    "133-31 BC": "-0132/-0030",
    "c. 60–58 BC": "-0059~/-0057",
    "27 BC-AD 14": "-0026/0014",
    "27 av. J.-C.-14 ap. J.-C.": "-0026/0014",
    "March 44 – May 43 BC": "-0043-03/-0042-05",
    "15 March 44 BC": "-0043-03-15",
    "March 15, 44 BC": "-0043-03-15",
    "March 44 BC": "-0043-03",
    "1 January 44 AD": "0044-01-01",
    "44 v. Chr.": "-0043",
    "44 av. J.-C.": "-0043",
    "44 a. C.": "-0043",
    "44 до н. э.": "-0043",
    "44 г. до н. э.": "-0043",
    "14 н. э.": "0014",
    "first century BC": "-00XX",
    "the twelfth century": "11XX",
    "1. Jh. v. Chr.": "-00XX",
    "the 12th century to 1300": "11XX/1300",
    "AD 1125": "1125",
    "1125 CE": "1125",
    "960": "0960",
    "10000": "Y10000",
    "Y1985": "1985",
    "-0000": "0000",
    " 1125 ": "1125",
    "1125-3-7": "1125-03-07",
    "1125/3/7": "1125-03-07",
    "1125.03": "1125-03",
    "20 March 1127": "1127-03-20",
    "March 20, 1127": "1127-03-20",
    "Mar. 1127": "1127-03",
    "1142/1125": "1125/1142",
    "1430/142X": "142X/1430",
    "1125-06/1125-05-30": "1125-05-30/1125-06",
    "1125-02-29": "1125-02",
}

NO_READING = (
    *("", "/", "../..", "../", "/..", "hello", "1125/1126/1127", "[1125,1126]"),
    *("1XXX", "XXXX", "11XX-03", "112X-03-01", "1125-XX-12", "1125-1X", "1125-13", "1125-00"),
    *(".1980", "0 BC", "00 BCE", "AD 0", "0 CE", "c. 0 BC", "perhaps 0 BC", "before 0 BC"),
    *("1125-25", "2001-21-01", "1125T12:00:00", "1125-03T12:00:00", "1125-03-XXT12:00:00"),
    *("0 v. Chr.", "0 до н. э.", "15 March 0 BC", "March 12", "218-01 BC", "31-133 BC", "-0"),
    *("133 BC-31", "133 BC – 31"),
    *("1985-04-12T24:20:30", "1985-04-12T23:20:30Z?", "Y-0000", "Y-17e7", "31 June 1127"),
)

YEARS = st.integers(-9999, 9999)


def written(year: int, *parts: int) -> str:
    sign = "-" if year < 0 else ""
    return "-".join([f"{sign}{abs(year):04}", *(f"{part:02}" for part in parts)])


def read(text: str) -> tuple[Interval | None, str]:
    try:
        return parse(text), ""
    except DateError as error:
        return None, str(error)


@st.composite
def days(draw: st.DrawFn) -> tuple[int, int, int]:
    number, month = draw(YEARS), draw(st.integers(1, 12))
    # A year that is 400 greater or smaller has the same calendar, and `calendar` needs 1 or more.
    return (number, month, draw(st.integers(1, month_length(number, month))))


def month_length(year: int, month: int) -> int:
    """Days of a month by either calendar, of which the Julian held somewhere until 1923."""
    is_julian_leap = month == 2 and year % 4 == 0 and year <= 1923
    return 29 if is_julian_leap else calendar.monthrange(year % 400 + 400, month)[1]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = sorted((draw(days()), draw(days())))
    shape = draw(st.sampled_from(("{0}/{1}", "{0}/..", "../{1}", "{0}/", "/{1}", "{0}")))
    return parse(shape.format(written(*start), written(*end)))


def test_first_and_last_day() -> None:
    expected = {text: Interval(*days, text) for text, days in DAYS.items()}
    assert {text: parse(text) for text in DAYS} == expected


@cases("text", WRITTEN_OTHERWISE)
def test_error_says_how_to_write_it(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert f"write `{WRITTEN_OTHERWISE[text]}`" in caught.value.hint
    assert parse(WRITTEN_OTHERWISE[text]).text == WRITTEN_OTHERWISE[text]


@cases("text", NO_READING)
def test_what_has_no_reading_is_shown_examples(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.hint == (
        "write a date as `1127`, `1127-03-20`, `1125/1142`, `1120~` or `11XX`"
    )


@cases(
    ("text", "hint"),
    [
        ("12/03/1125", "write `1125-03-12` or `1125-12-03`"),
        ("5.1.2024", "write `2024-01-05` or `2024-05-01`"),
        ("31-12-2024", "write `2024-12-31`"),
        ("12/31/2024", "write `2024-12-31`"),
        ("03/03/2024", "write `2024-03-03`"),
    ],
)
def test_day_and_month_before_the_year_can_mean_two_days(text: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert (caught.value.message, caught.value.hint) == (f"'{text}' is not an EDTF date", hint)


@cases(
    ("text", "hint"),
    [
        ("-44", "write `-0044` (45 BCE) or `-0043` (44 BCE)"),
        ("-1", "write `-0001` (2 BCE) or `0000` (1 BCE)"),
        ("-27/14", "write `-0027/0014` (28 BCE to 14 CE) or `-0026/0014` (27 BCE to 14 CE)"),
        (
            "-133/-31",
            "write `-0133/-0031` (134 BCE to 32 BCE) or `-0132/-0030` (133 BCE to 31 BCE)",
        ),
    ],
)
def test_a_year_with_a_minus_can_be_counted_in_two_ways(text: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.hint == hint


def test_it_is_said_why_a_year_before_our_era_is_written_as_another() -> None:
    for text, hint in {
        "44 BC": "write `-0043` (EDTF has a year 0000, which is 1 BCE)",
        "c. 60 BC": "write `-0059~` (EDTF has a year 0000, which is 1 BCE)",
        "2nd century BCE": "write `-01XX`",
        "44 AD": "write `0044`",
    }.items():
        with pytest.raises(DateError) as caught:
            parse(text)
        assert caught.value.hint == hint


@cases(
    ("text", "message"),
    [
        ("1142/1125", "'1142/1125' ends before it starts"),
        ("1125/12th", "'12th' is not an EDTF date"),
        ("../..", "'../..' has neither a start nor an end"),
        ("11XX-03", "'11XX-03' has an X to the left of a known part"),
        (
            "1125-13",
            "'1125-13' has no month 13: months go from 01 to 12, seasons from 21 to 24",
        ),
        (
            "1125-02-29",
            "'1125-02-29' names a day that does not exist: February 1125 has 28 days",
        ),
        (
            "-0043-04-31/1125",
            "'-0043-04-31' names a day that does not exist: April 44 BCE has 30 days",
        ),
        ("1125\x1b[31m\n", "'1125\\x1b[31m\\n' is not an EDTF date"),
        ("9" * 60, f"'{'9' * 60}' is not an EDTF date"),
        ("9" * 100_000, f"'{'9' * 59}…' is not an EDTF date"),
    ],
)
def test_error_names_what_is_wrong_on_one_line(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.message == message
    assert str(caught.value) == f"{message}; {caught.value.hint}"


@pytest.mark.parametrize("text", ["１１２５", "११२५"])
def test_digits_are_those_of_ascii(text: str) -> None:
    with pytest.raises(DateError, match="write `1125`"):
        parse(text)


@cases(
    ("text", "edtf"),
    [
        ("1950..1980", "1950/1980"),
        ("1950..", "1950/.."),
        ("..1980", "../1980"),
        (" 1950 .. 1980 ", "1950/1980"),
        ("1975", "1975"),
        ("975", "0975"),
        ("960..1279", "0960/1279"),
        ("-221..-206", "-0221/-0206"),
        ("960-03..1127-03-20", "0960-03/1127-03-20"),
        ("960~..", "0960~/.."),
        ("1123/1127", "1123/1127"),
        ("../1127", "../1127"),
        ("11XX", "11XX"),
        ("11XX..1234", "11XX/1234"),
    ],
)
def test_range_of_an_option(text: str, edtf: str) -> None:
    assert parse_range(text) == parse(edtf)


@cases(
    ("text", "message", "hint"),
    [
        ("1980..1950", "'1980..1950' ends before it starts", "write `1950..1980`"),
        ("1950-1980", "'1950-1980' is not an EDTF date", "write `1950/1980`"),
        ("1950..1980s", "'1980s' is not an EDTF date", "write `1950/198X`"),
    ],
)
def test_range_that_cannot_be_read(text: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_range(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_order_is_by_first_day_then_last_and_what_has_no_day_comes_last() -> None:
    in_order = [
        *("../-0300", "-0221/-0206", "-0043", "0000", "0960", "11XX", "1125-01-01", "1125-01"),
        *("1125", "1125/1142", "1125/..", "1125-02", "/1125", "1126", "1980/..", "../1980"),
        *("1981", "Y12000", "circa 1120", None),
    ]
    backwards = in_order[::-1]
    assert sorted(backwards, key=sort_key) == in_order


@cases(
    ("text", "expected"),
    [
        ("1975", 1975),
        ("1959/1962", 1959),
        ("197X", None),
        ("19XX", None),
        ("196X/1975", None),
        ("1959/196X", 1959),
        ("1975-XX-XX", 1975),
        ("-0043", -43),
        ("1125-24", 1125),
        ("../1980", None),
        ("forthcoming", None),
        ("", None),
        (None, None),
    ],
)
def test_year_is_the_first_where_its_digits_are_known(
    text: str | None, expected: int | None
) -> None:
    assert year(text) == expected


@cases(
    ("text", "expected"),
    [
        ("1975-12-31", (1970, False)),
        ("197X", (1970, False)),
        ("19XX", None),
        ("1969/1971", (1960, False)),
        ("../1971", None),
        ("0009", (0, False)),
        ("0000", (0, True)),  # 1 BCE
        ("-0043", (40, True)),  # 44 BCE
        ("-0048", (40, True)),  # 49 BCE
        ("-0049", (50, True)),  # 50 BCE
        ("-004X", None),  # 50 BCE to 41 BCE
        ("circa 1120", None),
        (None, None),
    ],
)
def test_decade(text: str | None, expected: tuple[int, bool] | None) -> None:
    assert decade(text) == expected


def test_first_and_last_year() -> None:
    assert (parse("112X/1142").first_year, parse("112X/1142").last_year) == (1120, 1142)
    assert (parse("../1142").first_year, parse("1125/..").last_year) == (None, None)


@cases(("number", "words"), [(1125, "1125"), (1, "1"), (0, "1 BCE"), (-43, "44 BCE")])
def test_year_in_words(number: int, words: str) -> None:
    assert year_in_words(number) == words


@cases(
    ("text", "words"),
    [
        ("1125/1127", "1125/1127"),
        ("1120~", "1120~"),
        ("0000", "1 BCE"),
        ("-0132/-0026", "133 BCE to 27 BCE"),
        ("-0026/0014", "27 BCE to 14 CE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("-0043-03", "March 44 BCE"),
        ("-0042~", "about 43 BCE"),
        ("-0041?", "42 BCE?"),
        ("-0041%", "about 42 BCE?"),
        ("-0132/..", "from 133 BCE"),
        ("/-0026", "until 27 BCE"),
        ("Y-12000", "12001 BCE"),
        ("-00XX", "-00XX"),
        ("-0026-XX", "-0026-XX"),
        ("-0043-21", "-0043-21"),
        ("-0043-03-15T12:00:00", "-0043-03-15T12:00:00"),
    ],
)
def test_dates_before_our_era_are_put_into_words(text: str, words: str) -> None:
    assert in_words(text) == words


@given(days())
def test_a_day_is_read_as_it_is_written(day: tuple[int, int, int]) -> None:
    assert parse(written(*day))[:2] == (day, day)
    assert parse(written(*day[:2])).latest == (
        *day[:2],
        month_length(*day[:2]),
    )


@given(days(), days())
def test_an_interval_runs_forward(start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    text = f"{written(*start)}/{written(*end)}"
    if start <= end:
        assert parse(text)[:2] == (start, end)
    else:
        with pytest.raises(DateError, match="ends before it starts"):
            parse(text)


@pytest.mark.slow
@given(st.lists(st.none() | st.text(max_size=12) | intervals().map(lambda i: i.text)))
def test_order_is_total(dates: list[str | None]) -> None:
    backwards = dates[::-1]
    assert sorted(backwards, key=sort_key) == sorted(dates, key=sort_key)


@given(st.text(alphabet="0123456789X-/.Y?~%T: cbe", max_size=20) | st.text())
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    found, complaint = read(text)
    assert (found is None) == bool(complaint)
    assert "\n" not in complaint
    if found:
        assert found.text == text
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest


# python-edtf calls winter the month of December, gives an unknown end ten years, and fails on an
# open one and on a qualified interval of unspecified digits, and its calendar is the Gregorian
# alone; there the tables above stand alone.
OTHERWISE = ("112X/1142?", "1900-02", "1500-02", "-0100-02")
ORACLE = [
    text for text in DAYS if None not in DAYS[text] and "-24" not in text and text not in OTHERWISE
]


@pytest.mark.slow
def test_python_edtf_agrees() -> None:
    edtf = pytest.importorskip("edtf")
    for text in ORACLE:
        date = edtf.parse_edtf(text)
        days = (tuple(date.lower_strict()[:3]), tuple(date.upper_strict()[:3]))
        assert days == DAYS[text], text
