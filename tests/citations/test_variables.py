"""What of CSL is recorded and printed nowhere: told by type, and never a variable that is."""

from __future__ import annotations

from citing import names, work
from support import cases

from claimcli.citations.chicago import bibliography, listed, note
from claimcli.citations.variables import is_printed, unprinted
from claimcli.corpus.csl import TYPES
from claimcli.model import Citation, Claim


@cases(
    ("kind", "printed", "dropped"),
    [
        ("book", "volume part-number part-title status original-title translator", "section page"),
        ("article-journal", "collection-title part-number status translator", "event-place"),
        ("chapter", "container-author page collection-number part-title", "section genre"),
        ("motion_picture", "director medium original-date", "page"),
        ("personal_communication", "recipient archive_location event-place genre", "division"),
        ("interview", "interviewer medium archive container-title", "section"),
        ("hearing", "section authority chapter-number event-place", "scale"),
        ("treaty", "author volume container-title page archive", "edition"),
        ("article-newspaper", "section publisher-place edition", "volume"),
        ("map", "scale dimensions medium archive", "chapter-number"),
    ],
)
def test_what_a_type_of_work_prints(kind: str, printed: str, dropped: str) -> None:
    assert [name for name in printed.split() if not is_printed(kind, name)] == []
    assert [name for name in dropped.split() if is_printed(kind, name)] == []


@cases("kind", sorted(TYPES))
def test_each_type_prints_what_every_work_has(kind: str) -> None:
    assert is_printed(kind, "title")
    assert is_printed(kind, "issued") or kind == "classic"


def test_what_a_source_has_in_vain() -> None:
    source = work(
        "book",
        author=names("Ann Kim"),
        title="Jin",
        issued="1990",
        section="B",
        collection__editor=names("Bo Lee"),
        ISBN="1",
        note="read in 2020",
        scale="",
        container__title=None,
        publisher__place="Rome",
        event__place="Rome",
    )
    assert unprinted(source) == ("section", "collection-editor")
    claim = Claim(id="c", statement="", scholars=(), citation=Citation("work"))
    forms = note(claim, {"work": source}.get), bibliography(source), listed(source)
    assert not any(" B" in text or "Lee" in text for text in forms)
