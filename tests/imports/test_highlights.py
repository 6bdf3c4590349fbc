"""Highlights and notes of other programs: their words, their printed page, their work."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import cases

from claimcli.imports import hypothesis, markdown, readwise, zotero
from claimcli.imports.detection import recognised
from claimcli.imports.foreign import Draft, Loss
from claimcli.imports.formats import read
from claimcli.imports.printed_pages import page

BOOK = {
    "itemType": "book",
    "title": "The War",
    "date": "2013",
    "creators": [
        {"creatorType": "author", "firstName": "A. A.", "lastName": "Kim"},
        {"creatorType": "editor", "name": "Academia Sinica"},
    ],
}
MARK = {
    "key": "ABCD1234",
    "itemType": "annotation",
    "annotationType": "highlight",
    "annotationText": "both sides wanted\nthis war",
    "annotationComment": "both!",
    "annotationColor": "#ffd400",
    "annotationPageLabel": "116",
    "annotationPosition": '{"pageIndex": 3}',
    "tags": [{"tag": "causes"}],
}
ITEM = {
    "type": "book",
    "author": [{"family": "Kim", "given": "A. A."}],
    "editor": [{"literal": "Academia Sinica"}],
    "title": "The War",
    "issued": "2013",
}


@pytest.mark.parametrize(
    "exported",
    [
        # Better BibTeX: annotations stand within the attachments of an item.
        {
            "config": {},
            "items": [
                {
                    **BOOK,
                    "citationKey": "kim_2013",
                    "attachments": [{"itemType": "attachment", "annotations": [MARK]}],
                }
            ],
        },
        # The interface: each object by itself, led back by `parentItem` in two steps.
        [
            {"key": "ABCD1234", "data": {**MARK, "parentItem": "FILE"}},
            {"key": "FILE", "data": {"itemType": "attachment", "parentItem": "BOOK"}},
            {"key": "BOOK", "data": {**BOOK, "extra": "tex.x: y\nCitation Key: kim_2013"}},
        ],
    ],
)
def test_an_annotation_of_zotero(exported: Any) -> None:
    (draft,) = zotero.read(json.dumps(exported, indent=1)).drafts
    assert (draft.quote, draft.comment, draft.locator, draft.tags, draft.key, draft.work) == (
        "both sides wanted this war",
        "both!",
        "p. 116",
        ("yellow", "causes"),
        "kim_2013",
        ITEM,
    )
    assert draft.origin == "zotero ABCD1234"


def test_annotations_come_in_the_order_of_the_text_and_pictures_are_told() -> None:
    marks = [
        {**MARK, "key": "B", "annotationSortIndex": "00009|001"},
        {**MARK, "key": "A", "annotationSortIndex": "00001|001", "annotationType": "note"},
        {"key": "C", "itemType": "annotation", "annotationType": "image"},
    ]
    found = zotero.read(json.dumps(marks))
    assert [draft.origin for draft in found.drafts] == ["zotero A", "zotero B"]
    assert [(r.loss, r.message) for r in found.remarks] == [
        (Loss.LEFT, "an annotation without words (image) was left")
    ]


def row(**changes: Any) -> dict[str, Any]:
    selectors = [
        {"type": "TextPositionSelector", "start": 1},
        {"type": "TextQuoteSelector", "exact": "the words", "prefix": "a", "suffix": "b"},
    ]
    return {
        "id": "h1",
        "uri": "https://x.org/a",
        "text": "a *note*",
        "tags": ["t"],
        "document": {"title": ["A page"]},
        "target": [{"source": "https://x.org/a", "selector": selectors}],
        **changes,
    }


@pytest.mark.parametrize("exported", [{"total": 1, "rows": [row()]}, [row()]])
def test_an_annotation_of_hypothesis(exported: Any) -> None:
    (draft,) = hypothesis.read(json.dumps(exported)).drafts
    assert (draft.quote, draft.comment, draft.locator, draft.tags, draft.work, draft.origin) == (
        "the words",
        "a *note*",
        None,
        ("t",),
        {"type": "webpage", "title": "A page", "URL": "https://x.org/a"},
        "hypothesis h1",
    )


def test_a_reply_of_hypothesis_is_left_and_told() -> None:
    found = hypothesis.read(json.dumps([row(references=["h0"]), row(target=[], text="")]))
    assert (found.drafts, [r.loss for r in found.remarks]) == ((), [Loss.LEFT, Loss.LEFT])


def test_what_hypothesis_exports_itself() -> None:
    exported = {"export_date": "2026-01-01", "annotations": [row(), row(references=["h0"])]}
    text = json.dumps(exported)
    assert recognised(text) == "hypothesis"  # `annotations` is a word of Zotero's, too
    assert [draft.origin for draft in hypothesis.read(text).drafts] == ["hypothesis h1"]
    table = (
        "Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags\n"
        '2026-01-01,a,xii,https://x.org/a,G,Annotation,"He said ""no"", and left",why?,"a,b"\n'
        "2026-01-01,b,,https://x.org/a,G,Reply,He said,because,\n"
    )
    assert recognised(table) == "hypothesis"
    found = hypothesis.read(table)
    (draft,) = found.drafts
    assert (draft.quote, draft.comment, draft.locator, draft.tags) == (
        'He said "no", and left',
        "why?",
        "p. xii",
        ("a", "b"),
    )
    assert draft.work == {"type": "webpage", "title": "https://x.org/a", "URL": "https://x.org/a"}
    assert [(r.loss, r.place.line) for r in found.remarks] == [(Loss.LEFT, 3)]


HEADER = "Highlight,Book Title,Book Author,Note,Color,Tags,Location Type,Location\n"


@cases("separator", [",", ";", "\t"])
def test_a_highlight_of_readwise(separator: str) -> None:
    cells = [
        *('"He said ""no"", and\nleft"', "The War (Jin #1)", "Alexander Kim & Ann Lee", "why?"),
        *("yellow", '"a, b"', "page", "12"),
    ]
    text = HEADER.replace(",", separator) + separator.join(cells) + "\n"
    (draft,) = readwise.read(text).drafts
    assert (draft.quote, draft.comment, draft.locator, draft.tags, draft.work) == (
        'He said "no", and left',
        "why?",
        "p. 12",
        ("yellow", "a", "b"),
        {
            "type": "book",
            "author": [
                {"family": "Kim", "given": "Alexander"},
                {"family": "Lee", "given": "Ann"},
            ],
            "title": "The War",
        },
    )


def test_a_location_of_kindle_is_no_page() -> None:
    text = f"{HEADER}x,Tolls,A. B,,,,location,1234\n"
    assert [draft.locator for draft in readwise.read(text).drafts] == [None]


def test_a_ragged_row_costs_itself_alone_and_has_the_line_on_which_it_begins() -> None:
    text = f'{HEADER}"two\nlines",T,A,,,,,\na,b,c,d,e,f,g,h,i\n,,,,,,,\nlast,T,A,,,,,\n'
    found = readwise.read(text)
    assert [draft.quote for draft in found.drafts] == ["two lines", "last"]
    assert [(r.loss, r.place.line) for r in found.remarks] == [(Loss.BROKEN, 4)]
    assert [draft.place.line for draft in found.drafts] == [2, 6]


def noted(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    drafts = markdown.read(text).drafts
    return [(draft.quote, draft.key, draft.locator, draft.comment) for draft in drafts]


@cases(
    "text",
    [
        "> both sides wanted this war\n\n[@kim_2013, p. 116]\n",
        "> both sides wanted\n> this war\n[@kim_2013, 116]\n",
        "> “both sides wanted this war” [@kim_2013, p. 116]\n",
        "> both sides wanted this war\n> — [@kim_2013, p. 116]\n",
        "> both sides wanted this war\n\n— @kim_2013 [p. 116]\n",
        "# Notes\n\n>both sides wanted this war\n\n[-@kim_2013, 116].\n\n# More\n",
    ],
)
def test_a_quotation_with_its_reference(text: str) -> None:
    assert noted(text) == [("both sides wanted this war", "kim_2013", "p. 116", None)]


@cases(
    ("reference", "work", "locator"),
    [
        ("(O'Mara 2005, 98)", ("O'Mara", "2005"), "p. 98"),
        ("Kim 2013, p. 5", ("Kim", "2013"), "p. 5"),
        ("— Alexander Kim (2013): 5-7.", ("Kim", "2013"), "pp. 5-7"),
        ("Leslie and Kargon 1996b, 435", ("Leslie", "1996"), "p. 435"),
        ("Kim et al., 2013, fol. 12r", ("Kim", "2013"), "fol. 12r"),
        ("Захарова 2012, с. 44", ("Захарова", "2012"), "с. 44"),
        ("赵景深 1948, 第12页", ("赵景深", "1948"), "第12页"),
        ("He says so in 1975, 5 times.", None, None),
        ("in march 1125, 5", None, None),
        ("Kim 2013", None, None),
    ],
)
def test_a_line_may_name_the_work_as_an_essay_does(
    reference: str, work: tuple[str, str] | None, locator: str | None
) -> None:
    (draft,) = markdown.read(f"> words\n\n{reference}\n").drafts
    named = draft.work and (draft.work["author"][0]["family"], draft.work["issued"])
    assert (named, draft.locator) == (work, locator)


def test_a_locator_may_follow_a_key_without_a_comma() -> None:
    assert noted("> words\n\n[@kim_2013 p. 5]\n") == [("words", "kim_2013", "p. 5", None)]


def test_a_comment_and_tags_stand_behind_the_reference() -> None:
    (draft,) = markdown.read("> words\n\n[@a:b, 5] #causes Is this so?\n").drafts
    assert (draft.comment, draft.tags) == ("Is this so?", ("causes",))


@pytest.mark.parametrize("head", ["---\ncitekey: kim_2013\n---\n", "## Kim 2013 [@kim_2013]\n"])
def test_a_heading_names_the_work_of_what_is_below(head: str) -> None:
    assert noted(f"{head}\n> words\n") == [("words", "kim_2013", None, None)]


def test_a_quotation_without_a_reference_is_told() -> None:
    found = markdown.read("> words\n\nHe says so.\n")
    assert [(d.quote, d.key) for d in found.drafts] == [("words", None)]
    assert [(r.loss, r.place.line) for r in found.remarks] == [(Loss.CHANGED, 1)]


def test_a_highlight_in_a_note_of_zotero() -> None:
    text = (
        "- “the truce was broken” ([Kim, 2013, p. 7](zotero://select/library/items/X)) "
        "([pdf](zotero://open-pdf/library/items/Y?page=3&annotation=ZKEY)) my comment\n"
    )
    (draft,) = markdown.read(text).drafts
    assert (draft.quote, draft.locator, draft.comment, draft.origin, draft.work) == (
        "the truce was broken",
        "p. 7",
        "my comment",
        "zotero ZKEY",
        {"author": [{"family": "Kim"}], "issued": "2013"},
    )


IN_OBSIDIAN = """---
citekey: kim_2013
---
> [!info] About
> **Title**:: The war

> **Year**:: 2013

>[!quote|#ffd400]
>the truce was broken [(p. 7)](zotero://open-pdf/library/items/Y?page=3&annotation=KEY1)

> [!quote]
> “the envoys were late” ([Kim, 2013, p. 8](zotero://select/library/items/X)) \
([pdf](zotero://open-pdf/library/items/Y?page=4&annotation=KEY2)) so he says

<mark style="background: #5fb236">nobody asked</mark> [(p. 9)](zotero://open-pdf/x?page=5)

> [!note] Page xii
>
> the army was ready

<mark style="background-color:#e07a7a">Disagree</mark>
> both sides wanted this war

>> I doubt it
"""


def test_quotations_in_notes_of_obsidian() -> None:
    found = markdown.read(IN_OBSIDIAN)
    assert [(d.quote, d.locator, d.tags, d.comment) for d in found.drafts] == [
        ("the truce was broken", "p. 7", ("yellow",), None),
        ("the envoys were late", "p. 8", (), "so he says"),
        ("nobody asked", "p. 9", ("green",), None),
        ("the army was ready", "p. xii", (), None),
        ("both sides wanted this war", None, ("Disagree",), "I doubt it"),
    ]
    assert [draft.origin for draft in found.drafts[:2]] == ["zotero KEY1", "zotero KEY2"]
    assert {draft.key for draft in found.drafts} == {"kim_2013"}
    assert [(r.loss, r.place.line) for r in found.remarks] == [(Loss.LEFT, 4), (Loss.LEFT, 7)]


@cases(
    ("label", "locator"),
    [
        ("12", "p. 12"),
        ("xii", "p. xii"),
        ("12-14", "pp. 12-14"),
        ("12–14", "pp. 12-14"),
        ("12, 14", "pp. 12, 14"),
        ("p. 12", "p. 12"),
        ("fol. 12r", "fol. 12r"),
        ("S.12", "S.12"),
        ("с.12", "с.12"),
        ("第12页", "第12页"),
        ("第12-14页", "第12-14页"),
        ("12.3", "p. 12.3"),
        ("A-3", "pp. A-3"),
        ("", None),
        (None, None),
        (5, "p. 5"),
    ],
)
def test_a_page_as_a_locator(label: object, locator: str | None) -> None:
    assert page(label) == locator


@given(st.text(st.sampled_from(list('>#@[](){}",:;\n\r\t -“”kim5é漢')), max_size=120))
def test_no_text_makes_a_reader_raise(text: str) -> None:
    for reader in (zotero, hypothesis, readwise, markdown):
        found = reader.read(text)
        assert all(isinstance(draft, Draft) for draft in found.drafts)
    readwise.read(HEADER + text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    "key data itemType annotationText annotationType parentItem tags rows target "
                    "selector type exact document title uri creators references text".split()
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_makes_a_reader_raise(value: Any) -> None:
    for reader in (zotero, hypothesis):
        reader.read(json.dumps(value))
        reader.read(json.dumps([value]))


SPANS = (
    '<span class="highlight" data-annotation="%7B%22annotationKey%22%3A%22V4I29Q87%22%2C%22color%22'
    "%3A%22%23ffd400%22%2C%22pageLabel%22%3A%22215%22%2C%22position%22%3A%7B%22pageIndex%22%3A2%7D"
    '%7D" ztype="zhighlight"><a href="zotero://open-pdf/library/items/U4F7LKFQ?page=3">“both '
    'wanted &amp; sought it”</a></span> <span class="citation" data-citation="%7B%7D" ztype="'
    'zcitation">(<span class="citation-item"><a href="zotero://select/library/items/N8T77YMQ">Kim '
    "et al., 2013, p. 215</a></span>)</span> my remark\n"
)


def test_highlights_that_notes_have_as_html_with_their_data() -> None:
    one, two = read("n.md", f"# Notes\n\n{SPANS}\n1. {SPANS}".encode()).drafts
    assert (one.quote, one.locator, one.comment) == (
        "both wanted & sought it",
        "p. 215",
        "my remark",
    )
    assert (one.tags, one.origin, one.place) == (("yellow",), "zotero V4I29Q87", (3, 1))
    assert one.work == {"author": [{"family": "Kim"}], "issued": "2013"}
    assert (two.quote, two.place.line) == (one.quote, 5)


def test_a_callout_has_its_page_in_the_link_and_remarks_below_in_a_list() -> None:
    link = "zotero://open-pdf/library/items/SZXUNBF8?page=3&annotation=UITVQ3YF"
    text = (
        f"> [!Annotation|#ff6666]+\n> _« The war was wanted »_([5]({link}))\n>\n> my own\n\n"
        f"> [!quote|#ffd400]+ Highlight ([page. 12]({link}))\n> They broke it. #cause/war\n"
        "> - **so he says**\n"
    )
    one, two = read("n.md", text.encode()).drafts
    assert (one.quote, one.locator, one.comment) == ("The war was wanted", "p. 5", "my own")
    assert one.tags == ("red",)
    assert (two.quote, two.locator, two.comment) == ("They broke it.", "p. 12", "so he says")
    assert two.tags == ("yellow", "cause/war")


def test_the_csv_of_hypothesis_has_had_two_names_for_what_was_noted() -> None:
    text = (
        "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n"
        "2024-05-01,http://a.example,G,Annotation,the words,jane,My remark,t,iii\n"
        "2024-05-01,http://a.example,G,Annotation,,jane,A note alone,,\n"
        "2024-05-01,http://a.example,G,Annotation,,jane,,,\n"
    )
    found = read("h.csv", text.encode())
    assert [(d.quote, d.comment, d.locator) for d in found.drafts] == [
        ("the words", "My remark", "p. iii"),
        (None, "A note alone", None),
    ]
    assert [(one.place.line, one.loss) for one in found.remarks] == [(4, "left")]
