"""LaTeX, names, dates and fields of .bib files: from the manuals, or worked out by hand."""

from __future__ import annotations

import pytest
from support import cases

from claimcli.imports.bibtex.entry_dates import date_of, year_month_day
from claimcli.imports.bibtex.latex import plain, url
from claimcli.imports.bibtex.names import names, separators
from claimcli.imports.bibtex.reading import read
from claimcli.imports.foreign import CslItem, Loss


@cases(
    ("latex", "text"),
    [
        (r"\v{S}af{\'a}r{\'\i}k", "Šafárík"),
        (r"{\v S}af\'a{r}\'{\i}k", "Šafárík"),
        (r"Gr{\"o}\ss e", "Größe"),
        (r"Ma{\ss}", "Maß"),
        (r"\'Etienne", "Étienne"),
        (r"\c{C}elebi \c Celebi", "Çelebi Çelebi"),
        (r"Bra\c{s}ov", "Braşov"),
        (r"D\i{}yarbak\i r", "Dıyarbakır"),
        (r"\=Ab\=u \d{T}\=alib", "Ābū Ṭālib"),
        (r"K\=ok\=o \r{A}ngstr\"om", "Kōkō Ångström"),
        (r"\H{o}\k{a}\.{z}\u{g}", "őążğ"),
        (r"\t{ia}", "i͡a"),
        (r"\L{}\'od\'z", "Łódź"),
        (r"{\O}stergaard \AA{}rhus", "Østergaard Århus"),
        (r"R\&D 50\% \$5 \#1 a\_b", "R&D 50% $5 #1 a_b"),
        ("1125--1127 --- ``so''", "1125–1127 — “so”"),
        (r"\enquote{War} \mkbibquote{Peace}", "“War” “Peace”"),
        (r"\emph{Title} \textit{x} {\it y}", "<i>Title</i> <i>x</i> y"),
        (r"\textbf{a}\textsuperscript{2}", "<b>a</b><sup>2</sup>"),
        (r"\textup{The Making}", "The Making"),
        (r"\textsc{Mommsen}, \uppercase{a}", "Mommsen, a"),
        (r"\foreignlanguage{russian}{слово}", "слово"),
        (r"\href{https://x.org}{here}", "here"),
        (r"\url{https://x.org/a_b}", "https://x.org/a_b"),
        (r"{\noopsort{1973}}1975", "1975"),
        ("The {{Song}} {D}ynasty", "The Song Dynasty"),
        ("50% of it", "50% of it"),
        ("3 < 4 & 5", "3 < 4 & 5"),
        ("it costs $5", "it costs $5"),
        (r"H$_2$O, 13$^{th}$, $\alpha$", "H2O, 13th, α"),
        ("Vorob'ev `a", "Vorob'ev `a"),
        ("?`Qu\\'e pas\\'o?", "¿Qué pasó?"),
        ("a~b\\ c\\,d\\\\e", "a b c d e"),
        ("lines\n   broken", "lines broken"),
        (r"dis\-cre\-tion\/ary", "discretionary"),
        (r"\LaTeX{} and \ldots", "LaTeX and …"),
        (r"Sto{\v{c}}", "Stoč"),
        (r"\`{}", "`"),
        ("司馬光", "司馬光"),
    ],
)
def test_latex_becomes_text(latex: str, text: str) -> None:
    said: list[str] = []
    assert (plain(latex, said.append), said) == (text, [])


@pytest.mark.parametrize("latex", [r"C:\Users", r"\frobnicate{x}"])
def test_a_command_that_is_not_known_stays_and_is_told(latex: str) -> None:
    said: list[str] = []
    assert plain(latex, said.append).startswith(latex.split("{")[0])
    assert len(said) == 1


@cases(
    ("written", "address"),
    [
        (r"https://x.org/a\_b\%20\&c", "https://x.org/a_b%20&c"),
        (r"\url{https://x.org/~a}", "https://x.org/~a"),
        (r"10.1000/a{\_}b", "10.1000/a_b"),
        ("https://x.org/a_b#c", "https://x.org/a_b#c"),
    ],
)
def test_an_address_is_no_latex(written: str, address: str) -> None:
    assert url(written) == address


def person(given: str, family: str, particle: str = "", suffix: str = "") -> dict[str, str]:
    whole = {
        "family": family,
        "given": given,
        "dropping-particle": particle,
        "suffix": suffix,
    }
    return {part: value for part, value in whole.items() if value}


@cases(
    ("written", "expected"),
    [
        ("Knuth, Donald E.", [person("Donald E.", "Knuth")]),
        ("Donald E. Knuth", [person("Donald E.", "Knuth")]),
        ("Ludwig van Beethoven", [person("Ludwig", "Beethoven", "van")]),
        ("van Beethoven, Ludwig", [person("Ludwig", "Beethoven", "van")]),
        ("de la Vall{\\'e}e Poussin, Jr., Ch.", [person("Ch.", "Vallée Poussin", "de la", "Jr.")]),
        ("King, Jr., Martin Luther", [person("Martin Luther", "King", "", "Jr.")]),
        ("Jean {\\'e}tienne de Vaux", [person("Jean", "Vaux", "étienne de")]),
        ("{World Bank}", [{"literal": "World Bank"}]),
        ("{Barnes and Noble}", [{"literal": "Barnes and Noble"}]),
        ("A, B and {World Bank}", [person("B", "A"), {"literal": "World Bank"}]),
        ("Plato", [{"family": "Plato"}]),
        ("{\\'E}tienne", [{"family": "Étienne"}]),
        ("\\v{S}af{\\'a}r{\\'\\i}k, P. J.", [person("P. J.", "Šafárík")]),
        ("A. and B. AND C.", [{"family": "A."}, {"family": "B."}, {"family": "C."}]),
        ("Jean d'Alembert", [person("Jean", "d'Alembert")]),
        ("Al-{T}abar{\\=\\i}, M.", [person("M.", "Al-Tabarī")]),
        ("Şahin, A.", [person("A.", "Şahin")]),
        ("Воробьев, М. В.", [person("М. В.", "Воробьев")]),
        ("司馬 光", [person("光", "司馬")]),
        ("司馬光", [{"family": "司馬光"}]),
        ("Vorob'ev, M. V.", [person("M. V.", "Vorob'ev")]),
        ("von~der Pfordten, D.", [person("D.", "Pfordten", "von der")]),
        ("family=Rijn, given=S., prefix=van", [person("S.", "Rijn", "van")]),
        ("given=Hans, family={van der Berg}", [person("Hans", "van der Berg")]),
        ("A and", [{"family": "A"}]),
        ("  ", []),
    ],
)
def test_names_are_split(written: str, expected: list[dict[str, str]]) -> None:
    assert names(written) == expected


@cases(
    ("written", "signs"),
    [
        ("Kim, A. and Lee, B.", []),
        ("Александрова, Н. | Румер, М.", ["|"]),
        ("Kim, A.; Lee, B.", [";"]),
        ("A. Kim \\& B. Lee", ["&"]),
        ("张三、李四", ["、"]),
        ("{Simon & Schuster} and {A | B; C}", []),
    ],
)
def test_a_sign_in_the_place_of_and_is_found(written: str, signs: list[str]) -> None:
    assert separators(written) == signs


def test_a_particle_may_be_sorted_with_its_name() -> None:
    rijn = {"family": "Rijn", "given": "S.", "non-dropping-particle": "van"}
    assert names("van Rijn, S.", use_prefix=True) == [rijn]
    assert names("family=Rijn, given=S., prefix=van, useprefix=true") == [rijn]


@cases(
    ("written", "date"),
    [
        ("1975", "1975"),
        ("1975-03", "1975-03"),
        ("1975-03-09", "1975-03-09"),
        ("1975/1980", "1975/1980"),
        ("1975--1980", "1975/1980"),
        ("1975–80", "1975/1980"),
        ("1975/76", "1975/1976"),
        ("1975–1980?", "1975?/1980?"),
        ("1975—80 (?)", "1975?/1980?"),
        ("March 1971", "1971-03"),
        ("Spring, 1971", "1971-21"),
        ("1975/..", "1975/.."),
        ("1975/", "1975/"),
        ("../1975", "../1975"),
        ("1975?", "1975?"),
        ("1975~", "1975~"),
        ("19XX", "19XX"),
        ("-0044", "-0044"),
        ("1993-00-00", "1993"),
        ("2016-05-03T10:15:00Z", "2016-05-03"),
        ("[1975]", "1975"),
        ("[1975?]", "1975?"),
        ("c. 1975", "1975~"),
        ("ca. 1975", "1975~"),
        ("[ca. 1975]", "1975~"),
        ("980", "0980"),
        ("1975-21", "1975-21"),
        ("n.d.", {"literal": "n.d."}),
        ("forthcoming", {"literal": "forthcoming"}),
        ("1975 [1942]", {"literal": "1975 [1942]"}),
        ("1975-13", {"literal": "1975-13"}),
    ],
)
def test_dates_become_edtf(written: str, date: object) -> None:
    assert date_of(written) == date


@cases(
    ("parts", "date"),
    [
        (("1975", "mar"), "1975-03"),
        (("1975", "March"), "1975-03"),
        (("1975", "3"), "1975-03"),
        (("1975", "03", "9"), "1975-03-09"),
        (("1975", "oct 3"), "1975-10-03"),
        (("1975", "3 oct"), "1975-10-03"),
        (("1975", "spring"), "1975-21"),
        (("1975", "{Winter}"), "1975-24"),
        (("1975", "christmas"), "1975"),
        (("1975", "feb", "30"), "1975-02"),
        (("1975/76", "mar"), "1975/1976"),
        (("n.d.", "mar"), {"literal": "n.d."}),
    ],
)
def test_year_month_and_day_become_edtf(parts: tuple[str, ...], date: object) -> None:
    assert year_month_day(*parts) == date


def item(body: str, kind: str = "book") -> CslItem:
    return read(f"@{kind}{{k, {body}}}").works[0].csl


@cases(
    ("kind", "body", "expected"),
    [
        ("book", "title = {T}, subtitle = {S}", {"title": "T: S"}),
        ("book", "title = {T?}, subtitle = {S}", {"title": "T? S"}),
        ("book", "title = {T}, titleaddon = {A}", {"title": "T. A"}),
        ("book", "maintitle = {M}, title = {V}", {"title": "M", "volume-title": "V"}),
        ("book", "address = {Paris and Rome}", {"publisher-place": "Paris; Rome"}),
        ("book", "publisher = {Taylor and Francis}", {"publisher": "Taylor and Francis"}),
        ("book", "location = {L}, publisher = {A and B}", {"publisher": "A; B"}),
        ("book", "series = {S}, number = 7", {"collection-title": "S", "collection-number": "7"}),
        ("article", "journal = {Law and War}", {"container-title": "Law and War"}),
        ("article", "number = 7, volume = 12", {"issue": "7", "volume": "12"}),
        ("article", "pages = {10--20, 30}", {"page": "10-20, 30"}),
        ("article", "journaltitle = {J}, shortjournal = {Js}", {"container-title-short": "Js"}),
        ("article", "entrysubtype = {newspaper}", {"type": "article-newspaper"}),
        ("incollection", "booktitle = {B}, booksubtitle = {S}", {"container-title": "B: S"}),
        ("inbook", "title = {T}, chapter = 3", {"type": "book", "chapter-number": "3"}),
        ("inbook", "title = {T}, booktitle = {B}, bookauthor = {A, B}", {"type": "chapter"}),
        ("phdthesis", "school = {U}", {"genre": "PhD thesis", "publisher": "U"}),
        ("thesis", "type = {phdthesis}", {"genre": "PhD thesis"}),
        ("misc", r"howpublished = {\url{https://x.org}}", {"URL": "https://x.org"}),
        ("misc", "title = {T}", {"type": "document"}),
        ("conference", "title = {T}", {"type": "paper-conference"}),
        ("archival", "title = {T}", {"type": "document", "custom": {"entrytype": "archival"}}),
        ("book", "langid = {ngerman}", {"language": "de-DE"}),
        ("book", "origdate = {1942}, date = {1952}", {"original-date": "1942", "issued": "1952"}),
        ("book", "date = {2016~}", {"issued": "2016~"}),
        ("book", 'year = 1975, month = "3~" # oct', {"issued": "1975-10-03"}),
        ("book", "note = {N.}, addendum = {A}", {"note": "N. A"}),
        ("book", "shorthand = {KpV}", {"citation-label": "KpV"}),
        ("unpublished", "library = {BL}, repository = {R}", {"call-number": "BL", "archive": "R"}),
        ("book", "introduction = {A, B}", {"custom": {"introduction": "A, B"}}),
        ("book", "editor = {A, B}, editortype = {compiler}", {"compiler": [person("B", "A")]}),
        ("article", "eprint = {123}, eprinttype = {jstor}", {"URL": "https://www.jstor.org/stable/123"}),
        ("book", "options = {useprefix}, author = {van Rijn, S.}", {"author": [
            {"family": "Rijn", "given": "S.", "non-dropping-particle": "van"}]}),
    ],
)  # fmt: skip
def test_fields_become_variables(kind: str, body: str, expected: CslItem) -> None:
    found = item(body, kind)
    assert {name: found.get(name) for name in expected} == expected


def test_what_csl_has_no_variable_for_is_kept_and_told() -> None:
    (work,), remarks = (
        (found := read("@book{k,\n shortauthor = {S},\n file = {/x.pdf}}")).works,
        (found.remarks),
    )
    assert work.csl["custom"] == {"shortauthor": "S"}
    assert [(r.loss, r.about, r.place.line) for r in remarks] == [
        (Loss.CHANGED, "shortauthor", 2),
        (Loss.LEFT, "file", 3),
    ]


def test_and_others_is_no_author() -> None:
    found = read("@book{k, author = {A, B and others}}")
    assert found.works[0].csl["author"] == [{"family": "A", "given": "B"}]
    assert [(r.loss, r.about) for r in found.remarks] == [(Loss.CHANGED, "author")]


CROSSREF = """
@collection{whole, editor = {Ed, I.}, title = {Whole}, subtitle = {All}, date = 1975,
  booktitle = {Whole}, publisher = {P}, keywords = {not for parts}}
@incollection{part, author = {A, B}, title = {Part}, crossref = {Whole}, pages = {1--2}}
@xdata{house, publisher = {H}, location = {L}}
@book{b, title = {B}, xdata = {house}, publisher = {Own}}
@mvbook{m, title = {Many}, author = {M, N}}
@book{v, title = {One}, volume = 1, crossref = {m}}
@inbook{i, title = {In}, crossref = {orphan}}
"""


def test_entries_take_from_others() -> None:
    found = read(CROSSREF)
    works = {work.key: work.csl for work in found.works}
    assert works["part"] == {
        "type": "chapter",
        "author": [{"family": "A", "given": "B"}],
        "editor": [{"family": "Ed", "given": "I."}],
        "title": "Part",
        "container-title": "Whole: All",
        "issued": "1975",
        "publisher": "P",
        "page": "1-2",
    }
    assert (works["b"]["publisher"], works["b"]["publisher-place"]) == ("Own", "L")
    assert (works["v"]["title"], works["v"]["volume-title"]) == ("Many", "One")
    assert works["v"]["author"] == [{"family": "M", "given": "N"}]
    assert [(r.key, r.message) for r in found.remarks] == [
        ("i", "there is no entry 'orphan' to take anything from")
    ]
