"""A report as data: every section of it worked out by hand from the corpus of `debating`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from debating import FILES, crowd
from storing import write
from support import ROOT, calls, cases

from claimcli.answers import report
from claimcli.answers.chapters import Chapter
from claimcli.answers.counting import Counts, Entry, count
from claimcli.answers.report import Dossier
from claimcli.answers.sentences import Said, Sentence, sentence, series, text_of
from claimcli.answers.tally import Counted, tally
from claimcli.citations.issue_dates import told
from claimcli.citations.typography import Run
from claimcli.errors import ClaimcliError
from claimcli.model import Citation, Claim
from claimcli.store import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = tmp_path_factory.mktemp("debating")
    write(root, FILES)
    return open_store(root, use_cache=False)


def asked(store: Store, *ids: str) -> Dossier:
    questions = [question for id in ids if (question := store.question(id))]
    return report.ask(store, questions)


@pytest.fixture(scope="module")
def dossier(store: Store) -> Dossier:
    return asked(store, "who", "wider")


@pytest.fixture(scope="module")
def who(dossier: Dossier) -> Chapter:
    return dossier.chapters[0]


def texts(sentences: Iterable[Sentence]) -> list[str]:
    return [text_of(sentence) for sentence in sentences]


def test_the_question_as_it_is_asked(who: Chapter) -> None:
    assert who.question.scope == "The quarrel of 1125."
    assert who.asked == ("Time: 1125–27.", "One answer excludes the others.")
    assert who.part_of
    assert who.part_of.question == "Were the towns at peace?"


def test_each_position_with_its_holders_those_who_were_read_first(who: Chapter) -> None:
    told = [
        (
            section.position.siglum if section.position else None,
            [
                (h.holders[0].name, h.known, [a.claim.id for a in h.accounts])
                for h in section.holdings
            ],
        )
        for section in who.sections
    ]
    assert told == [
        (
            "A",
            [
                ("Ann Archer", "read", ["w1"]),
                ("Bob Baker", "second-hand", ["b1"]),
                ("many historians", "unnamed", ["m1"]),
            ],
        ),
        ("B", [("Ann Archer", "read", ["a1"]), ("Bob Baker", "second-hand", ["b2"])]),
        ("C", []),
        (None, [("Ann Archer", "read", ["a2"]), ("the reeve", "contemporary", ["r1"])]),
    ]


def test_a_sentence_sums_each_position_up(who: Chapter) -> None:
    assert texts(section.summary for section in who.sections) == [
        "Two scholars, one of them known here only second-hand; one phrase of a reporter's; "
        "works of 1975 to 2000.",
        "Two scholars, one of them known here only second-hand; works of 1990 to 2000.",
        "No claim takes this position.",
        "One scholar; one holder of the time, no scholar; one work of 2000.",
    ]


def test_how_it_is_known(who: Chapter) -> None:
    assert texts(who.known) == [
        "All of it was read in one text, Archer 2000.",
        "One scholar was read in their own work; one is known only from the works of others.",
        "One holder is a phrase of a reporter's (“many historians”), "
        "and never counted as a scholar.",
        "One holder is of the time that is spoken of (the reeve), and no scholar.",
        "In two claims the words quoted are the reporter's.",
        "Two claims name no work of the holder's.",
        "One claim is recorded under another question, and answers this one too.",
    ]
    (witness,) = who.witnesses
    assert (witness.source, witness.text) == ("ann-2000", "Archer 2000")
    assert witness.note == "Read in the second printing."


def linked(sentences: Iterable[Sentence]) -> list[tuple[str, str]]:
    """The words that tell of claims, with these claims."""
    said = (part for sentence in sentences for part in sentence if part.claims)
    return [(part.words, " ".join(part.claims)) for part in said]


def test_each_number_knows_the_claims_that_it_counts(who: Chapter) -> None:
    assert linked(who.known) == [
        ("one text", "a1 b1 b2 m1 r1 a2 w1"),
        ("One scholar", "a1 a2 w1"),
        ("one", "b1 b2"),
        ("One holder", "m1"),
        ("One holder", "r1"),
        ("two claims", "b1 m1"),
        ("Two claims", "m1 r1"),
        ("One claim", "w1"),
    ]


def test_what_is_unsure(who: Chapter) -> None:
    assert texts(who.unsure) == [
        "In one of seven claims something is the recorder's judgement: the stance.",
        "One scholar stands under B by the recorder's reading alone.",
        "One of seven claims has been held against the text a second time.",
    ]
    assert linked(who.unsure) == [
        ("one of seven claims", "b2"),
        ("the stance", "b2"),
        ("One scholar", "b2"),
        ("One of seven claims", "a1"),
    ]


def test_the_total_with_the_claims_of_each_number(who: Chapter) -> None:
    total = who.total
    assert total.counts == Counts(
        scholars=2,
        first_hand=1,
        second_hand=1,
        unnamed=1,
        contemporaries=1,
        witnesses=1,
        unclear=1,
        by_reading=0,
        claims=7,
    )
    assert total.scholars == Counted(2, ("a1", "b1", "b2", "a2", "w1"))
    assert total.first_hand == Counted(1, ("a1", "a2", "w1"))


def test_who_stands_in_several_positions(who: Chapter) -> None:
    """Bob says that he changed his mind; Ann does not."""
    assert [(several.name, several.verdict) for several in who.several] == [
        ("Bob Baker", "revised"),
        ("Ann Archer", "contradiction"),
    ]
    assert texts(several.sentence for several in who.several) == [
        "Bob Baker is recorded under A and B: one of these claims revises another, "
        "which is a change of mind.",
        "Ann Archer is recorded under A and B, of which one excludes the other.",
    ]


def test_changes_of_mind_and_replies(who: Chapter) -> None:
    (revision,) = who.revisions
    assert (revision.source.target, revision.source.sigla) == ("b2", ("B",))
    assert (revision.target.target, revision.target.sigla) == ("b1", ("A",))
    replies = [
        (
            reply.source.target,
            reply.source.holders,
            reply.type,
            reply.target.target,
            reply.target.words,
        )
        for reply in who.replies
    ]
    assert replies == [
        ("a1", ("Ann Archer",), "disputes", "who/north", "The north"),
        ("w1", ("Ann Archer",), "qualifies", "b1", "The north began it."),
    ]


def test_a_reply_from_another_question_is_told_at_its_end(dossier: Dossier) -> None:
    """`w1` stands under `wider` and qualifies a claim that does not."""
    (reply,) = dossier.chapters[1].replies
    assert (reply.source.sigla, reply.target.target, reply.target.sigla) == (("A",), "b1", ())


def test_who_holds_what(who: Chapter) -> None:
    crossing = who.crossing
    assert (crossing.by, crossing.stances) == ("scholar", ("north", "south", "nobody", "none"))
    cells = {
        row.label: [cell and (cell.known, cell.by_reading) for cell in row.cells]
        for row in crossing.rows
    }
    assert cells == {
        "Bob Baker": [("second-hand", False), ("second-hand", True), None, None],
        "many historians": [("unnamed", False), None, None, None],
        "Ann Archer": [("read", False), ("read", False), None, ("read", False)],
        "the reeve": [None, None, None, ("contemporary", False)],
    }


def test_what_is_not_covered(who: Chapter) -> None:
    assert [(gap.heading, texts(gap.sentences)) for gap in who.uncovered] == [
        ("Positions without a claim", ["No claim takes C (No one)."]),
        (
            "Decades without a work",
            ["Works run from the 1970s to the 2000s; there is none of the 1980s."],
        ),
        (
            "Schools",
            [
                "Nobody of the school “southern” is recorded here.",
                "The school “eastern” is heard only through the works of others.",
            ],
        ),
        (
            "Languages",
            [
                "Works named here are in English and Russian.",
                "The corpus has works in Chinese; none of them is named here.",
                "Of one work the language is not recorded.",
            ],
        ),
        (
            "Not read in the holder's own work",
            [
                "Four of seven claims were not read in the holder's own work.",
                "Not read: Baker 1975; Baker 1990.",
            ],
        ),
        (
            "Not checked a second time",
            [
                "Two of three quotations (67 %) have not been checked a second time.",
                "Four claims have no quotation to be checked by.",
            ],
        ),
    ]


def test_the_notes_are_numbered_through_and_name_each_work_in_full_once(dossier: Dossier) -> None:
    assert [(note.number, note.claim, note.text) for note in dossier.notes] == [
        (1, "w1", "Ann Archer, The Two Towns (2000), 5."),
        (2, "b1", "Bob Baker, Goroda (1975), 3, cited in Archer, Two Towns, 9."),
        (3, "m1", "“many historians,” cited in Archer, Two Towns."),
        (4, "a1", "Archer, Two Towns, 4."),
        (5, "b2", "Bob Baker, Novye goroda (1990), cited in Archer, Two Towns."),
        (6, "a2", "Archer, Two Towns."),
        (7, "r1", "The reeve, cited in Archer, Two Towns."),
        (8, "w1", "Archer, Two Towns, 5."),
    ]
    assert dossier.notes[3].runs == (Run("Archer, "), Run("Two Towns", is_italic=True), Run(", 4."))
    assert [work.text for work in dossier.bibliography] == [
        "Archer, Ann. The Two Towns. 2000.",
        "Baker, Bob. Goroda. 1975.",
        "Baker, Bob. Novye goroda. 1990.",
    ]


def test_whose_words_a_quotation_has_and_where_it_was_read(who: Chapter) -> None:
    told = {
        account.claim.id: (account.words, account.quoted_from)
        for section in who.sections
        for account in section.accounts
    }
    assert told == {
        "w1": (None, None),
        "b1": ("reporter", "Archer 2000, p. 9"),
        "m1": ("reporter", "Archer 2000"),
        "a1": ("holder", "Archer 2000, p. 4"),
        "b2": (None, None),
        "a2": (None, None),
        "r1": (None, None),
    }


def test_the_chain_and_the_grounds_of_a_claim(who: Chapter) -> None:
    accounts = {a.claim.id: a for section in who.sections for a in section.accounts}
    works = [(link.text, link.is_read) for link in accounts["b1"].chain[1:]]
    assert works == [("Baker 1975, p. 3", False), ("Archer 2000, p. 9", True)]
    assert accounts["w1"].recorded_under == "Were the towns at peace?"
    grounds = [(ground.text, ground.claim) for ground in accounts["a2"].grounds]
    assert grounds == [("The north began it.", "b1"), ("Baker 1975, p. 7", None)]


def test_the_stamp(dossier: Dossier) -> None:
    assert (dossier.corpus.title, dossier.corpus.commit, dossier.date) == ("Two towns", None, None)


def test_a_question_that_is_named_twice_is_told_once(store: Store) -> None:
    assert len(asked(store, "who", "who").chapters) == 1


def test_a_report_on_nothing(store: Store) -> None:
    with pytest.raises(ClaimcliError, match="none was named"):
        asked(store)


def test_a_question_without_claims(tmp_path: Path) -> None:
    write(tmp_path, {"q.yaml": "id: q\nquestion: Q?\nstances:\n  positive: {label: 'Yes'}\n"})
    (chapter,) = asked(open_store(tmp_path, use_cache=False), "q").chapters
    assert texts(chapter.known) == ["Nothing is recorded on this question."]
    assert chapter.unsure == ()
    assert texts(chapter.uncovered[0].sentences) == ["No claim takes A (Yes)."]


def test_records_that_are_left_out_are_told(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "broken.yaml": "claims:\n- id: x\n"})
    (chapter,) = asked(open_store(tmp_path, use_cache=False), "who").chapters
    assert texts(chapter.unsure)[-1] == (
        "Not all of the corpus could be read: 1 record was left out, being broken; "
        "`claimcli check` tells why."
    )


@pytest.mark.slow
def test_numbers_are_those_of_a_comparison() -> None:
    """For every question of the shipped corpus, and each of its positions."""
    store = open_store(ROOT / "claims", use_cache=False)
    for question in store.questions():
        (chapter,) = asked(store, question.id).chapters
        assert chapter.total.counts == chapter.comparison.totals
        for section in chapter.sections:
            if section.position:
                assert section.tally.counts == section.position.counts
        for entries in (position.entries for position in chapter.comparison.positions):
            assert tally(entries, store).counts == count(entries, store)


def test_a_joint_claim_counts_for_those_it_is_asked_of(store: Store) -> None:
    entries = [Entry(claim) for claim in store.claims_on("who")]
    found = tally(entries, store, {"bob"})
    assert (found.scholars, found.first_hand.number) == (Counted(1, ("b1", "b2")), 0)


def test_who_was_read_once_counts_as_read_by_what_was_read(store: Store) -> None:
    """Ann, of whom another reports a claim, too: that one does not count her as read."""
    reported = Claim(id="x", statement="", scholars=("ann",), via=(Citation("bob-1975"),))
    found = tally([Entry(claim) for claim in (*store.claims_on("who"), reported)], store)
    assert found.first_hand == Counted(1, ("a1", "a2", "w1"))
    assert found.scholars == Counted(2, ("a1", "b1", "b2", "a2", "w1", "x"))


def of_works_of(years: list[str], place: Path) -> Chapter:
    """A question on which one scholar speaks in a work of each year; of none where it is empty."""
    dates = [f", issued: '{year}'" if year else "" for year in years]
    works = "".join(f"- {{id: w{n}, type: book, title: T{n}{d}}}\n" for n, d in enumerate(dates))
    claims = "".join(
        f"- {{id: c{n}, stance: s, scholars: [x], statement: S, citation: {{source: w{n}}}}}\n"
        for n, _ in enumerate(years)
    )
    files = {
        "a.yaml": f"references:\n{works}scholars:\n- {{id: x, name: X, kind: person}}\n",
        "q.yaml": f"id: q\nquestion: Q?\nstances:\n  s: {{label: S}}\nclaims:\n{claims}",
    }
    write(place, files)
    [chapter] = asked(open_store(place, use_cache=False), "q").chapters
    return chapter


@cases(
    ("years", "words"),
    [
        (["1975"], "All works with a year are of the 1970s."),
        (["1975", "1981"], "There is a work of every decade from the 1970s to the 1980s."),
        (
            ["1951", "2013", "1975"],
            "Works run from the 1950s to the 2010s; "
            "there is none of the 1960s or the 1980s to the 2000s.",
        ),
        (
            ["1951", "1982"],
            "Works run from the 1950s to the 1980s; there is none of the 1960s or the 1970s.",
        ),
        (
            ["-0043", "0018"],
            "Works run from the 40s BCE to the 10s; there is none of the 30s BCE to the 0s.",
        ),
        (["0950", "2013"], "Of 107 decades from the 950s to the 2010s 105 have no work."),
        (["Y-170000002", "2013"], None),
    ],
)
def test_decades_without_a_work(tmp_path: Path, years: list[str], words: str | None) -> None:
    chapter = of_works_of(years, tmp_path)
    gaps = {gap.heading: texts(gap.sentences) for gap in chapter.uncovered}
    if words:
        assert gaps["Decades without a work"] == [words]


def test_a_matrix_of_many_has_a_row_for_each_school(tmp_path: Path) -> None:
    write(tmp_path, crowd(21))
    (chapter,) = asked(open_store(tmp_path, use_cache=False), "crowd").chapters
    assert chapter.crossing.by == "school"
    rows = {row.label: row.cells[0] for row in chapter.crossing.rows}
    assert {label: cell and cell.tally.scholars.number for label, cell in rows.items()} == {
        "west": 10,
        "east": 10,
        "no school recorded": 1,
    }


def test_a_work_that_was_read_for_another_question_is_not_called_unread(tmp_path: Path) -> None:
    """Bob's book of 1975 was read for `wider`, though not for the claim that Ann reports."""
    read = """- id: w2
  stance: no
  scholars: [bob]
  statement: They were not.
  citation: {source: bob-1975}
"""
    write(tmp_path, {**FILES, "questions/wider.yaml": FILES["questions/wider.yaml"] + read})
    (chapter,) = asked(open_store(tmp_path, use_cache=False), "who").chapters
    (gap,) = (gap for gap in chapter.uncovered if gap.heading.startswith("Not read"))
    assert texts(gap.sentences)[1] == "Not read: Baker 1990."


@pytest.mark.slow
def test_work_grows_with_the_claims_and_no_faster(tmp_path: Path) -> None:
    done = []
    for number in (50, 200):
        root = tmp_path / str(number)
        write(root, crowd(number))
        store = open_store(root, use_cache=False)
        done.append(calls(asked, store, "crowd"))
    assert done[1] < 4 * done[0]


def test_as_many_holders_as_have_a_row_each(tmp_path: Path) -> None:
    write(tmp_path, crowd(20))
    (chapter,) = asked(open_store(tmp_path, use_cache=False), "crowd").chapters
    assert (chapter.crossing.by, len(chapter.crossing.rows)) == ("scholar", 20)


@cases(
    ("years", "words"),
    [
        (["2013", ""], "One scholar; one work of 2013 and one without a year."),
        (["1973", "1975", "", ""], "One scholar; works of 1973 to 1975 and two without a year."),
        ([""], "One scholar; one work without a year."),
        (["", ""], "One scholar; two works without a year."),
        (["-0043", "0018"], "One scholar; works of 44 BCE to 18."),
    ],
)
def test_works_without_a_year_are_told_apart(tmp_path: Path, years: list[str], words: str) -> None:
    chapter = of_works_of(years, tmp_path)
    assert text_of(chapter.sections[0].summary) == words


@cases(
    ("date", "words"),
    [
        ("1125/1127", "1125–27"),
        ("/1127", "until 1127"),
        ("../0014", "until 14 CE"),
        ("1120~/..", "from ca. 1120"),
        ("1120~", "ca. 1120"),
        ("09XX/10XX", "the 10th to the 11th century"),
        ("09XX/1142", "the 10th century to 1142"),
        ("-01XX", "the 2nd century BCE"),
        ("11XX/..", "from the 12th century"),
        ("10XX?", "the 11th century?"),
        ("112X", "the 1120s"),
        ("196X/198X", "the 1960s to the 1980s"),
        ("-0043/0018", "44 BCE to 18 CE"),
        ("1125-03-05", "March 5, 1125"),
    ],
)
def test_a_time_that_is_spoken_of(date: str, words: str) -> None:
    assert told(date) == words


def test_a_sentence_ends_with_one_full_stop() -> None:
    assert text_of(sentence("read in ", Said("one text", ("a",)), ", A, n.d.", ".")) == (
        "Read in one text, A, n.d."
    )
    assert text_of(sentence("not read: B, n.d..")) == "Not read: B, n.d."


def test_a_series() -> None:
    assert [series(list(names)) for names in ("A", "AB", "ABC")] == ["A", "A and B", "A, B, and C"]
