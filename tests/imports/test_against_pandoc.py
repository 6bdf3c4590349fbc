"""pandoc's reading of BibTeX and biblatex as the oracle, but for where it is known to be wrong.

It is not followed in: capitals of titles, which it lowers; typographic apostrophes; `and others`,
which it makes an author; publishers joined by `and`, which BibTeX has in names; the short title
that it makes of what stands before a colon; types that it leaves empty.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import unicodedata
from typing import Any

import pytest

from claimcli.corpus.csl import DATES
from claimcli.corpus.csl_dates import date
from claimcli.corpus.reading import read_bytes
from claimcli.imports.bibtex.reading import read
from claimcli.imports.foreign import CslItem

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed"),
]


def pandoc(text: str, source: str) -> dict[str, CslItem]:
    command = ["pandoc", "-f", source, "-t", "csljson"]
    ran = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return {item["id"]: item for item in json.loads(ran.stdout)}


_PRINTED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "\u2006": " "})


def alike(value: Any) -> Any:
    """A value without what pandoc changes: capitals, apostrophes, hard spaces, tags."""
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", re.sub("<[^>]+>", "", value)).translate(_PRINTED)
        return " ".join(text.casefold().split())
    if isinstance(value, list):
        return [alike(inner) for inner in value]
    if isinstance(value, dict):
        return {key: alike(inner) for key, inner in value.items()}
    return value


OURS_ALONE = ("custom", "citation-label")
THEIRS_ALONE = ("id", "title-short")


def compared(text: str, source: str) -> tuple[dict[str, Any], dict[str, Any]]:
    ours = {work.key: dict(work.csl) for work in read(text).works}
    theirs = pandoc(text, source)
    for item in (*ours.values(), *theirs.values()):
        if "event" in item:  # which CSL 1.0.2 calls otherwise
            item["event-title"] = item.pop("event")
        for variable in (*OURS_ALONE, *THEIRS_ALONE):
            item.pop(variable, None)
        for variable in DATES & item.keys():
            given = item[variable]
            written = as_texts(given) if isinstance(given, dict) else given
            item[variable] = date(written) or given
    return alike(ours), alike(theirs)


def as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_texts(inner) for key, inner in value.items()}
    return [as_texts(inner) for inner in value] if isinstance(value, list) else str(value).lower()


BIBLATEX = r"""
@book{vorobev-1975, author = {Vorob'ev, M. V.}, title = {{Ch{\v z}urchzh{\`e}ni} i gosudarstvo},
  subtitle = {The {Jin} State}, date = 1975, location = {Moskva}, publisher = {Nauka}}
@article{kim_2013, author = {Kim, A. A. and von der Pfordten, D.}, title = {The \enquote{Treaty}},
  journaltitle = {Journal of Song--Yuan Studies}, volume = 43, number = {1/2}, date = {2013-03-09},
  pages = {10--20}, doi = {10.1353/sys_2013}, langid = {english}}
@incollection{rachewiltz:1962, author = {de Rachewiltz, Igor}, title = {Personnel},
  booktitle = {Oriens}, booksubtitle = {Extremus}, editor = {Franke, H. and {Academia Sinica}},
  date = {1962/1963}, pages = {100-120}, location = {Berlin and Wien}, series = {S}, number = 7}
@thesis{t, author = {Østergaard, Åse}, title = {T}, type = {PhD thesis}, institution = {KU},
  date = {1999-11}, urldate = {2020-01-02}, url = {https://example.org/a_b}}
@inproceedings{p, author = {{\'E}tienne, Jos{\'e} and {\.I}nal, {\c S}.}, title = {P},
  booktitle = {Proc}, eventtitle = {Congress}, venue = {Paris}, date = {-0043}}
@collection{whole, editor = {Ed, I.}, title = {Whole}, date = {1980}, publisher = {P}}
@incollection{part, author = {A, B}, title = {Part}, crossref = {whole}, pages = {1}}
@mvbook{mv, title = {Many}, date = {1900/1910}, volumes = 3}
@book{v1, author = {M, N}, title = {One}, volume = 1, crossref = {mv}, date = 1901}
@online{web, author = {{World Bank}}, title = {Site}, url = {https://x.org}, date = {2016~}}
@report{r, author = {A, B}, title = {R}, type = {Technical report}, number = {12}, date = 2001}
@unpublished{u, author = {A, B}, title = {U}, date = 1850, note = {MS}, library = {BL Add. 1}}
@letter{l, author = {A, B}, title = {L}, date = {1860-02-03}}
@inreference{i, author = {A, B}, title = {Song}, booktitle = {Encyclopaedia}, date = 1934}
@book{tr, author = {A, B}, translator = {C, D}, title = {T}, date = 1952, origdate = 1942,
  edition = 2, pagetotal = 300, isbn = {978-0-00-000000-2}, origtitle = {O}, origlocation = {Wien}}
"""

BIBTEX = r"""
@string{cup = {Cambridge University Press}}
@book{b1, author = "Ludwig van Beethoven and King, Jr., Martin Luther", title = "A {B}ook",
  year = 1975, address = {London}, publisher = cup # { Ltd}, series = {S}, volume = {2}}
@article{a1, author = {Kim, A.~A.}, title = {War \& Peace}, journal = {J. Hist.}, year = 1990,
  month = mar, volume = {5}, number = 2, pages = {1--9}, issn = {1234-5678}}
@phdthesis{th, author = {{\L}uk{\'o}, J.}, title = {Th}, school = {Uni}, year = {2003},
  type = {PhD thesis}}
@techreport{tr, author = {A, B}, title = {R}, institution = {Inst}, year = {1999}, number = {4}}
@incollection{ic, author = {Jean de La Fontaine}, title = {F}, booktitle = {B},
  editor = {E, F}, chapter = 3, pages = {10--12}, publisher = {P}, year = {1668}}
@inproceedings{ip, author = {A, B}, title = {T}, booktitle = {Proc}, year = 2000}
@booklet{bk, author = {A, B}, title = {T}, year = 1848, howpublished = {Handbill}}
"""


@pytest.mark.parametrize(("text", "source"), [(BIBLATEX, "biblatex"), (BIBTEX, "bibtex")])
def test_pandoc_reads_the_same(text: str, source: str) -> None:
    ours, theirs = compared(text, source)
    for key, item in theirs.items():
        assert ours[key] == item, key
    assert ours.keys() == theirs.keys()


PARTS = {
    "author": [
        "A, B",
        r"{\v S}af{\'a}r{\'\i}k, P.",
        "Ludwig van Beethoven",
        "{World Bank}",
        "Plato",
    ],
    "editor": ["C, D and E, F", "de la Cruz, J."],
    "title": ["War", r"The {Song} \emph{War}", r"Gr{\"o}{\ss}e \& Ma{\ss}", "Why? A question"],
    "date": ["1975", "1975-03", "1975-03-09", "1975/1980", "-0043"],
    "volume": ["1", "XII"],
    "number": ["7"],
    "pages": ["1--2", "10, 12--14"],
    "publisher": ["Nauka", "{Barnes and Noble}"],
    "location": ["Moskva", "Paris and Wien"],
    "series": ["Studies"],
    "edition": ["2", "Second"],
    "langid": ["german", "french", "russian"],
    "doi": ["10.1000/a_b"],
    "url": ["https://x.org/a_b%20c"],
    "note": ["A note"],
}
KINDS = ("book", "article", "incollection", "thesis", "report", "online", "unpublished")


def random_library(seed: int, size: int) -> str:
    chance = random.Random(seed)
    entries = []
    for number, kind in zip(range(size), KINDS * size, strict=False):
        names = chance.sample(list(PARTS), chance.randint(2, len(PARTS)))
        fields = ",\n".join(f"  {name} = {{{chance.choice(PARTS[name])}}}" for name in names)
        entries.append(
            f"@{kind}{{k{number},\n  journaltitle = {{J}}, location = {{X}},\n{fields}\n}}"
        )
    return "\n".join(re.sub(r" location = \{X\},(?=[\s\S]*location)", "", e) for e in entries)


@pytest.mark.parametrize("seed", range(3))
def test_pandoc_reads_what_was_imported_as_the_same(seed: int) -> None:
    works = read(random_library(seed, 100)).works
    items = [{"id": work.key, **work.csl, **dates_in_parts(work.csl)} for work in works]
    back = pandoc(json.dumps(items), "csljson")
    for item in items:
        theirs = back[str(item["id"])]
        assert {k: v for k, v in alike(item).items() if k != "id"} == {
            k: v for k, v in alike(theirs).items() if k != "id"
        }


def dates_in_parts(item: CslItem) -> CslItem:
    """EDTF as date-parts, which JSON has: years before Christ are counted as people do."""
    found = {}
    for variable in DATES & item.keys():
        found[variable] = {"date-parts": [edtf_parts(end) for end in item[variable].split("/")]}
    return found


def edtf_parts(end: str) -> list[int]:
    year, *rest = (part for part in re.split(r"(?<=\d)-", end))
    number = int(year)
    return [number - (number <= 0), *map(int, rest)]


@pytest.mark.parametrize("seed", range(3))
def test_a_corpus_reads_what_was_imported(seed: int) -> None:
    works = read(random_library(seed, 100)).works
    text = json.dumps({"references": [{"id": w.key, **w.csl} for w in works]}, ensure_ascii=False)
    reading = read_bytes("sources.yaml", text.encode())
    assert [p for p in reading.problems if p.code[0] == "E"] == []
    assert [source.csl for source in reading.sources] == [{"id": w.key, **w.csl} for w in works]
