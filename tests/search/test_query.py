"""Query text to terms, and every mistake with the place where it is."""

from __future__ import annotations

import pytest
from support import cases

from claimcli.search.query import FIELDS, QueryError, Term, parse


def terms(text: str) -> list[tuple[str | None, str, bool]]:
    """Field, text and whether it is unwanted, of each term."""
    return [(term.field, term.text, term.negated) for term in parse(text).terms]


def test_words() -> None:
    assert parse("  Vorob'ev  war\t").terms == (
        Term("Vorob'ev", ("vorobev",), position=2),
        Term("war", ("war",), position=12),
    )


def test_a_hundred_different_words_are_the_most() -> None:
    words = [f"w{n}" for n in range(101)]
    assert len(parse(" ".join([*words[:100], *words[:100]])).terms) == 200
    assert len(parse(f'"{" ".join(words)}"').terms) == 1
    with pytest.raises(
        QueryError, match=r"^more than 100 different words are asked for; "
    ) as found:
        parse(" ".join(words))
    assert found.value.query[found.value.position :] == "w100"


@cases("word", ["war ", "war-", "張"])
def test_a_passage_of_two_hundred_words_is_the_longest(word: str) -> None:
    assert [len(term.words) for term in parse(f'"{word * 200}"').terms] == [200]
    with pytest.raises(QueryError, match=r"^a passage of more than 200 words is asked") as found:
        parse(f'peace "{word * 201}"')
    assert found.value.position == 6
    halves = f'"{word * 100}" "{word * 101}"'
    assert len(parse(halves).terms) == 2
    assert len(parse("Ping-chou " * 300).terms) == 300  # the same, asked for again
    with pytest.raises(QueryError, match=r"^passages and words with hyphens have more than 200"):
        parse(f'{halves} "{word * 102}"')


def test_words_with_hyphens_are_not_called_a_passage() -> None:
    words = [f"w{n}-chou-fu" for n in range(100)]  # three words each, two of them after another
    assert len(parse(" ".join(words[:99])).terms) == 99
    with pytest.raises(QueryError) as found:
        parse(" ".join(words))
    assert str(found.value) == (
        "passages and words with hyphens have more than 200 words together; leave some of them out"
    )
    assert found.value.query[found.value.position :] == "w99-chou-fu"


def test_phrase() -> None:
    assert parse('"Night attack"').terms == (
        Term("Night attack", ("night", "attack"), phrase=True),
    )


@cases(
    ("text", "expected"),
    [
        ("-war", [(None, "war", True)]),
        ('-"night attack"', [(None, "night attack", True)]),
        ("-via:kim", [("via", "kim", True)]),
        ("scholar:kim", [("scholar", "kim", False)]),
        ("Scholar:Kim", [("scholar", "Kim", False)]),
        ('question:"who began" war', [("question", "who began", False), (None, "war", False)]),
        ("“night attack” war", [(None, "night attack", False), (None, "war", False)]),
        ('peace"night attack"', [(None, "peace", False), (None, "night attack", False)]),
    ],
)
def test_syntax(text: str, expected: list[tuple[str | None, str, bool]]) -> None:
    assert terms(text) == expected


@cases(
    "text",
    ["12:30", "Ping-chou", "NEAR", "a^b", "a*b", "p.116", "who: ", "Кто:что", "http://kim", "a--b"],
)
def test_what_is_text(text: str) -> None:
    assert terms(text) == [(None, text.strip(), False)]


def test_a_word_before_a_colon_and_a_space_is_text() -> None:
    assert terms("war: a history") == [
        (None, "war:", False),
        (None, "a", False),
        (None, "history", False),
    ]


def test_a_hyphen_inside_a_word_makes_a_phrase_of_its_parts() -> None:
    assert parse("Ping-chou").terms[0].words == ("ping", "chou")


def test_beginnings() -> None:
    [term] = parse("jurch*").terms
    assert (term.text, term.words, term.prefix) == ("jurch", ("jurch",), True)
    assert not parse('"jurch*"').terms[0].prefix
    assert not parse("jurch").terms[0].prefix


def test_punctuation_of_chinese_parts_words() -> None:
    assert [t.text for t in parse("宋、金，遼 “宋、金”").terms] == ["宋", "金", "遼", "宋、金"]
    assert [t.phrase for t in parse("宋、金，遼 “宋、金”").terms] == [False, False, False, True]


def test_signs_between_words_are_passed_over() -> None:
    assert terms("war & peace - * ! “” \x00 \u0085") == [
        (None, "war", False),
        (None, "peace", False),
    ]


@cases("text", ["", " ", "\t\n"])
def test_an_empty_query_asks_for_everything(text: str) -> None:
    assert parse(text).terms == ()


@cases(
    ("text", "message", "position"),
    [
        ('war "night attack', "the quotation mark is not closed", 4),
        ('"', "the quotation mark is not closed", 0),
        ('scholar:"kim', "the quotation mark is not closed", 8),
        ("war holder:kim", "no field 'holder'", 4),
        ("-scholr:kim", "no field 'scholr'", 1),
        ("scholar:", "nothing stands after 'scholar:'", 8),
        ("war scholar: kim", "nothing stands after 'scholar:'", 12),
        ('tag:""', "nothing stands after 'tag:'", 4),
        ("tag:!!!", "nothing stands after 'tag:'", 4),
        ("  ?!", "there is no letter or digit to search for", 2),
        ("🙂", "there is no letter or digit to search for", 0),
        ("\ud800", "there is no letter or digit to search for", 0),
    ],
)
def test_mistakes(text: str, message: str, position: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text)
    assert (raised.value.message, raised.value.position) == (message, position)
    assert raised.value.query == text


def test_an_unknown_field_names_the_nearest() -> None:
    with pytest.raises(QueryError) as raised:
        parse("scholr:kim")
    assert raised.value.hint
    assert raised.value.hint.startswith("did you mean 'scholar'?")
    with pytest.raises(QueryError) as raised:
        parse("xxxxxxxxxx:kim")
    assert raised.value.hint
    assert all(field in raised.value.hint for field in FIELDS)


def test_all_fields_are_known() -> None:
    linked = "scholar school source via question stance certainty tag"
    texts = "statement quote translation note"
    assert [*linked.split(), *texts.split(), "name", "id"] == list(FIELDS)
    for field in FIELDS:
        assert parse(f"{field}:word").terms[0].field == field


@cases(
    ("query", "position"),
    [
        ("koryo OR tangut", 6),
        ("war NOT koryo", 4),
        ("NOT koryo", 0),
        ("koryo OR", 6),
    ],
)
def test_operators_of_library_catalogues_are_refused(query: str, position: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse(query)
    assert raised.value.position == position
    assert raised.value.message == "all words must be met"


@cases("query", ["koryo or tangut", "OR", 'koryo "OR" tangut', "war AND peace"])
def test_words_that_are_no_operators(query: str) -> None:
    assert parse(query).terms


def test_an_option_typed_as_a_field_is_told() -> None:
    with pytest.raises(QueryError) as raised:
        parse("war year:1975")
    assert raised.value.position == 4
    assert (raised.value.hint or "").startswith("it is an option: --year 1975")
