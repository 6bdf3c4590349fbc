"""Bodies, people of one name, and names of unusual shape: seen, and held against the records."""

from __future__ import annotations

from functools import partial

from support import cases

from claimcli.intext import as_printed, citations, known_author, sources_of
from claimcli.model import Creator, Source

BODIES = (
    "Gregory of Tours",
    "House of Commons",
    "Royal Commission on Historical Manuscripts",
    "William of Malmesbury",
    "Peter the Venerable",
    "Marie de France",
    "United Nations",
    "United Nations High Commissioner for Refugees",
    "World Health Organization (WHO)",
    "UNESCO and ICOM",
    "U.S. Department of State",
    "The Society of Antiquaries of London",
    "Great Britain, Parliament, House of Lords",
    "Académie des inscriptions et belles-lettres",
    "Ministère des affaires étrangères",
    "Parti communiste français",
    "Historische Kommission bei der Bayerischen Akademie der Wissenschaften",
    "Ministerio de Hacienda",
    "Академия наук СССР",
    "国史馆",
    "al-Azhar University",
    "Indian National Congress",
    "Treaty Commission",
)


def by(literal: str, year: str = "1974") -> Source:
    return Source(id=literal, type="book", author=(Creator(literal=literal),), issued=year)


def read(text: str, sources: list[Source]) -> list[tuple[str, list[str]]]:
    """Each citation as its text prints it, with the sources that it can mean."""
    found = citations(text, partial(known_author, sources=sources))
    cited = (one for parenthesis in found for one in parenthesis.cited)
    return [(as_printed(text, one), [s.id for s in sources_of(one, sources)]) for one in cited]


@cases("body", BODIES)
def test_a_name_that_is_not_split_is_matched_as_it_stands(body: str) -> None:
    works = [by(literal) for literal in BODIES]
    assert read(f"It was so ({body} 1974, 5).", works) == [(f"{body} 1974, 5", [body])]
    assert read(f"It was so ({body}, 1974).", works) == [(f"{body}, 1974", [body])]
    assert read(f"It was so ({body} 1973, 5).", works)[0][1] == []


@cases(
    ("printed", "body"),
    [
        ("GREGORY OF TOURS", "Gregory of Tours"),
        ("The House of Commons", "House of Commons"),
        ("Society of Antiquaries of London", "The Society of Antiquaries of London"),
        ("US Department of State", "U.S. Department of State"),
        ("Academie des Inscriptions et Belles-Lettres", BODIES[13]),
        ("UNHCR", "United Nations High Commissioner for Refugees"),
        ("UN", "United Nations"),
        ("WHO", "World Health Organization (WHO)"),
        ("World Health Organization", "World Health Organization (WHO)"),
        ("UNESCO & ICOM", "UNESCO and ICOM"),
        ("Akademiia nauk SSSR", "Академия наук СССР"),
        ("國史館", "国史馆"),
    ],
)
def test_a_body_is_printed_in_many_ways(printed: str, body: str) -> None:
    works = [by(literal) for literal in BODIES]
    assert [ids for _, ids in read(f"It was so ({printed} 1974, 5).", works)] == [[body]]


@cases(
    "printed",
    [
        "House of Lords",
        "House",
        "Commons",
        "Gregory of Nyssa",
        "Gregory the Great",
        "Tours",
        "United Nations Organization",
        "Royal Commission",
        "UNICEF",
        "HOUSE",
        "Society of Antiquaries",
        "Parti socialiste français",
    ],
)
def test_another_body_or_a_part_of_its_name_is_none(printed: str) -> None:
    works = [by(literal) for literal in BODIES]
    assert [ids for _, ids in read(f"It was so ({printed} 1974, 5).", works)] == [[]]


def test_a_body_is_cited_as_an_author_where_it_is_known() -> None:
    text = "(Gregory of Tours 1974)"
    (known,) = citations(text, partial(known_author, sources=[by("Gregory of Tours")]))
    assert (known.cited[0].authors, known.cited[0].title) == (("Gregory of Tours",), None)
    (unknown,) = citations(text)
    assert (unknown.cited[0].authors, unknown.cited[0].title) == ((), "Gregory of Tours")


def test_two_bodies_and_a_person_of_one_name() -> None:
    creators = (Creator(literal="House of Commons"), Creator(literal="House of Lords"))
    both = Source(id="both", type="book", author=creators, issued="1842")
    bede = by("Venerable Bede", "1969")
    assert read("(House of Commons and House of Lords 1842)", [both])[0][1] == ["both"]
    assert read("(House of Commons et al. 1842)", [both])[0][1] == ["both"]
    assert read("(House of Commons 1842)", [both])[0][1] == []
    assert read("(Bede 1969, 5)", [bede])[0][1] == ["Venerable Bede"]
    assert read("(St. Bede 1969, 5)", [bede])[0][1] == ["Venerable Bede"]


@cases(
    ("text", "printed"),
    [
        ("Gregory of Tours (1974) says so.", "Gregory of Tours (1974)"),
        ("It is in Gregory of Tours (1974, 5).", "Gregory of Tours (1974, 5)"),
        ("So the House of Commons (1974).", "House of Commons (1974)"),
        ("The Royal Commission on Historical Manuscripts (1974) has it.", None),
        ("The House of Commons’s (1974) report.", "House of Commons’s (1974)"),
        ("Paris and the Académie des inscriptions et belles-lettres (1974: 5)", None),
    ],
)
def test_a_body_before_a_bracket(text: str, printed: str | None) -> None:
    works = [by(literal) for literal in BODIES]
    ((cited, sources),) = read(text, works)
    assert len(sources) == 1
    assert sources[0] in cited.replace("’s", "")
    assert printed is None or cited == printed


@cases(
    "text",
    [
        "It fell in the House of Commons (1973).",  # another year
        "It was Tours (1974).",
        "It fell at the Commons (1974).",
        "Of Gregory. Of Tours (1974).",
    ],
)
def test_a_part_of_a_name_before_a_bracket_is_no_author(text: str) -> None:
    assert read(text, [by(literal) for literal in BODIES]) == []


def person(family: str, given: str, year: str, **csl: str) -> Source:
    name = {"family": family, "given": given, **csl}
    author = (Creator(family, given),)
    return Source(id=family, type="book", author=author, issued=year, csl={"author": [name]})


PEOPLE = [
    person("Hart", "Marjolein", "1993", **{"non-dropping-particle": "’t"}),
    person("King", "Martin Luther", "1964", suffix="Jr."),
    person("Alembert", "Jean", "1751", **{"non-dropping-particle": "d’"}),
    person("O’Brien", "Patrick", "1999", suffix="III"),
    person("Goltz", "Colmar", "1883", **{"non-dropping-particle": "von der"}),
    person("ibn Khaldun", "", "1377"),
    person("bin Laden", "", "1996"),
    person("al-Ṭabarī", "", "1987"),
    person("hooks", "bell", "1981"),
    person("Gravesande", "Willem", "1720", **{"non-dropping-particle": "’s"}),
    person("Veld", "Joris", "1984", **{"non-dropping-particle": "in ’t"}),
    person("Medici", "Lorenzo", "1478", **{"non-dropping-particle": "de’"}),
    person("Mühlen", "Heinrich", "1990", **{"non-dropping-particle": "zur"}),
    person("ʿAbd al-Jabbār", "", "1960"),
    person("Corráin", "Donnchadh", "1972", **{"non-dropping-particle": "Ó"}),
    person("von Humboldt", "A.", "1845"),
]


@cases(
    ("printed", "family"),
    [
        *((f"{mark}t Hart 1993", "Hart") for mark in "'’‘`´ʹʼ′"),
        ("Hart 1993", "Hart"),
        ("M. ’t Hart 1993", "Hart"),
        ("King Jr. 1964", "King"),
        ("King, Jr. 1964", "King"),
        ("M. L. King Jr., 1964", "King"),
        ("King 1964", "King"),
        *((f"d{mark}Alembert 1751", "Alembert") for mark in "'’‘`´ʹʼ′"),
        ("O’Brien III 1999", "O’Brien"),
        ("O'Brien 1999", "O’Brien"),
        ("von der Goltz 1883", "Goltz"),
        ("Goltz 1883", "Goltz"),
        ("ibn Khaldun 1377", "ibn Khaldun"),
        ("Ibn Khaldūn, 1377", "ibn Khaldun"),
        ("bin Laden 1996", "bin Laden"),
        ("al-Tabari 1987", "al-Ṭabarī"),
        ("al-Ṭabarī 1987", "al-Ṭabarī"),
        ("bell hooks 1981", "hooks"),
        ("hooks 1981", "hooks"),
        ("’s Gravesande 1720", "Gravesande"),
        ("in ’t Veld 1984", "Veld"),
        ("de’ Medici 1478", "Medici"),
        ("zur Mühlen 1990", "Mühlen"),
        ("ʿAbd al-Jabbār 1960", "ʿAbd al-Jabbār"),
        ("'Abd al-Jabbar 1960", "ʿAbd al-Jabbār"),
        ("Ó Corráin 1972", "Corráin"),
        ("ó Corráin 1972", "Corráin"),
        ("von Humboldt 1845", "von Humboldt"),
        ("Humboldt 1845", "von Humboldt"),
    ],
)
def test_names_of_any_shape_are_seen_and_matched(printed: str, family: str) -> None:
    assert [ids for _, ids in read(f"It was so ({printed}).", PEOPLE)] == [[family]]


@cases("printed", ["King Sr. 1964", "O’Brien II 1999", "Hart-Smith 1993"])
def test_another_generation_is_another_author(printed: str) -> None:
    assert [ids for _, ids in read(f"It was so ({printed}).", PEOPLE)] == [[]]


@cases(
    ("printed", "author"),
    [
        ("’t Hart 1993", "’t Hart"),
        ("‘t Hart 1993", "‘t Hart"),
        ("’s Gravesande 1720", "’s Gravesande"),
        ("van ’t Hoff 1890, 5", "van ’t Hoff"),
        ("dell’Acqua 1990", "dell’Acqua"),
        ("vom Bruch 1980", "vom Bruch"),
        ("op den Velde 1990", "op den Velde"),
        ("ap Gwilym 1952", "ap Gwilym"),
        ("uí Néill 1990", "uí Néill"),
        ("abu-Lughod 1989", "abu-Lughod"),
        ("ʿAbd al-Jabbār 1960", "ʿAbd al-Jabbār"),
    ],
)
def test_they_are_seen_without_any_record(printed: str, author: str) -> None:
    ((found,),) = (parenthesis.cited for parenthesis in citations(f"It was so ({printed})."))
    assert found.authors == (author,)


@cases(
    ("text", "author"),
    [
        ("’t Hart (1993, p. 5)", "’t Hart"),
        ("See King Jr. (1964, p. 5).", "King Jr."),
        ("Here King, Jr. (1964, p. 5) says", "King, Jr."),
        ("so d’Alembert (1751, p. 5)", "d’Alembert"),
        ("as O’Brien III (1999: 5) has it", "O’Brien III"),
        ("by von der Goltz (1883, p. 5)", "von der Goltz"),
        ("See Martin Luther King Jr. (1964).", "Martin Luther King Jr."),
        ("See ʿAbd al-Malik (1970, p. 5).", "ʿAbd al-Malik"),
        ("as Nizam al-Mulk (1960, p. 5) wrote", "Nizam al-Mulk"),
        ("so Ibn al-Athir (1950, p. 5)", "Ibn al-Athir"),
        ("so M. al-Tabari (1987, p. 5)", "M. al-Tabari"),
        ("so al-Tabari (1987, p. 5)", "al-Tabari"),
    ],
)
def test_before_a_bracket_too(text: str, author: str) -> None:
    ((found,),) = (parenthesis.cited for parenthesis in citations(text))
    assert found.authors == (author,)


@cases(
    "text",
    [
        "(in the summer of 1377)",
        "(at Tours in 1974)",
        "(the king died in 1377)",
        "(r. 1377)",
        "(by then 1981)",
        "(’twas 1993)",
        "(bell 1981)",
        "(Khaldun 1377)",
        "(the house of commons 1974)",
    ],
)
def test_a_time_stays_a_time(text: str) -> None:
    assert read(text, [by("House of Lords"), *PEOPLE[:5]]) == []
